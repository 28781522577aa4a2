"""Reports of the office that has issued the plan go to another; of those told apart by remarks the named one is meant."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a ward committee's plan by which branches report to it and it reports upwards."""
    title = "Phòng cháy ở khu trọ năm 2026"
    draft = Draft()
    draft.section("Tiêu đề", f"KẾ HOẠCH {title}")
    draft.section("III", "III. TỔ CHỨC THỰC HIỆN")
    words = (
        "1. Văn phòng Đảng ủy tham mưu Ban Thường vụ báo cáo Ban Tổ chức Tỉnh ủy trước ngày 10/6/2026 (sơ kết) và trước ngày "
        "10/12/2026 (tổng kết)."
    )
    office = ("Văn phòng Đảng ủy", "Ban Tổ chức Tỉnh ủy", "")
    draft.duty("III/1", words, (*office, "trước ngày 10/6/2026"), (*office, "trước ngày 10/12/2026"))
    draft.duty(
        "III/2",
        "2. Các chi bộ khu trọ báo cáo kết quả phòng cháy hằng quý về Đảng ủy phường (qua Văn phòng) trước ngày 25 tháng cuối quý.",
        ("Các chi bộ khu trọ", "Đảng ủy phường (qua Văn phòng)", "hằng quý", "trước ngày 25 tháng cuối quý"),
    )
    header = Header(number="9-KH/ĐU", issuer="Đảng ủy phường Gò Mây", place="Gò Mây", title=title, year=2026)
    return asker([draft.plan("phuong.txt", header)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Báo cáo sơ kết phòng cháy khu trọ của Đảng ủy phường Gò Mây gửi về đâu và trước ngày nào?",
            ("Ban Tổ chức Tỉnh ủy", "trước ngày 10/6/2026"),
        ),
        (
            "Đảng ủy phường Gò Mây báo cáo tổng kết phòng cháy khu trọ cho ai, trước ngày nào?",
            ("Ban Tổ chức Tỉnh ủy", "trước ngày 10/12/2026"),
        ),
        (
            "Đảng ủy phường Gò Mây sơ kết phòng cháy khu trọ rồi thì gửi báo cáo về đâu, trước ngày nào?",
            ("Ban Tổ chức Tỉnh ủy", "trước ngày 10/6/2026"),
        ),
        (
            "Các chi bộ khu trọ báo cáo phòng cháy về đâu, trước ngày nào theo kế hoạch của Đảng ủy phường Gò Mây?",
            ("Đảng ủy phường (qua Văn phòng)", "trước ngày 25 tháng cuối quý"),
        ),
    ],
)
def test_an_office_reports_to_another_than_itself(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)
