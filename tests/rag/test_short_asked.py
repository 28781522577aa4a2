"""Short values out of a clause: each of several days, the time within which, what is in view; the one plan stands here."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.read import read_plan
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask

PLAN = """ỦY BAN NHÂN DÂN
XÃ VÂN KHÊ
-------
Số: 41/KH-UBND

Vân Khê, ngày 12 tháng 3 năm 2026

KẾ HOẠCH
Giữ an toàn đường sông năm 2026

I. MỤC TIÊU

Không để thuyền chở khách quá tải.

II. TỔ CHỨC THỰC HIỆN

1. Công an xã dự thảo báo cáo gửi Công an tỉnh trước ngày 10/6 và ngày 10/12; tổng hợp, báo cáo Chủ tịch UBND xã vào chiều thứ Năm hằng tuần.

2. Chế độ báo cáo: các thôn báo cáo quý (trước ngày 12 của tháng cuối quý) về Công an xã. Vụ đắm thuyền làm chết từ 02 người trở lên phải báo cáo nhanh trong 03 giờ.
"""


@pytest.fixture(scope="module")
def ask_river(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    file: Path = tmp_path_factory.mktemp("plans") / "vankhe-duongsong-2026.txt"
    file.write_text(PLAN, encoding="utf-8")
    return asker([read_plan(file)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Công an xã dự thảo báo cáo gửi Công an tỉnh trước những ngày nào?", ("trước ngày 10/6", "ngày 10/12")),
        ("cong an xa gui cong an tinh bao cao truoc nhung ngay nao", ("trước ngày 10/6", "ngày 10/12")),
        ("Công an xã dự thảo báo cáo gửi Công an tỉnh trước ngày nào?", ("trước ngày 10/6 và ngày 10/12",)),
        ("Công an xã báo cáo Chủ tịch UBND xã khi nào?", ("chiều thứ Năm hằng tuần",)),
        ("Đắm thuyền chết từ 2 người trở lên thì phải báo cáo nhanh trong bao lâu?", ("trong 03 giờ",)),
    ],
)
def test_each_day_of_a_report_is_told(ask_river: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask_river(question)
    assert answer.status is Status.ANSWERED
    assert answer.values == values
