"""Where the name of an office in a reporting duty ends."""

from __future__ import annotations

import pytest

from tests.ingest.sources import plan


@pytest.mark.parametrize(
    ("behind", "recipient"),
    [
        ("Trung tâm Y tế Bến Đá số ca sốt", "Trung tâm Y tế Bến Đá"),
        ("Hạt Kiểm lâm Vân Khê diện tích rừng cháy", "Hạt Kiểm lâm Vân Khê"),
        ("Phòng Kinh tế các trường hợp chậm", "Phòng Kinh tế"),
        ("Trung tâm Chuyển đổi số tỉnh", "Trung tâm Chuyển đổi số tỉnh"),
        ("Trường Trung học cơ sở số 2", "Trường Trung học cơ sở số 2"),
    ],
)
def test_what_is_reported_ends_the_name_of_who_is_told(behind: str, recipient: str) -> None:
    body = f"I. TỔ CHỨC THỰC HIỆN\n1. Công an xã\na) Báo cáo {behind} trước ngày 25 hằng tháng.\n"
    (found,) = plan(body=body).duties
    assert found.recipient == recipient
