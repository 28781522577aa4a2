"""Documents to be drawn up: who is to draw them, and the session or month that they are laid before somebody in."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import annexed
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

PAPERS = (
    "TT | Nội dung công việc | Hình thức văn bản | Cơ quan tham mưu | Cơ quan phối hợp | Cấp ban hành | Thời gian trình",
    "1 | Tăng cường giữ gìn bến thuyền | Chỉ thị | Ban Tổ chức Đảng ủy | Sở Xây dựng | Đảng ủy | Tháng 4/2026",
    "2 | Hỗ trợ phao cứu sinh cho học sinh | Nghị quyết | Sở Xây dựng | Sở Tài chính | HĐND tỉnh | Kỳ họp giữa năm 2026",
    "3 | Mức thưởng cho đội cứu hộ | Nghị quyết | Sở Tài chính | Sở Nội vụ | HĐND tỉnh | Kỳ họp cuối năm 2026",
    "4 | Sắp xếp mạng lưới bến đò | Đề án | Sở Xây dựng | Sở Tài chính | UBND tỉnh | Tháng 3/2026",
    "5 | Số hóa sổ thuyền | Kế hoạch | Sở Nội vụ | Sở Xây dựng | UBND tỉnh | Quý IV/2026",
    "6 | Thuyền bữa ăn học đường | Đề án | Hội Liên hiệp Phụ nữ tỉnh | Sở Nội vụ | UBND tỉnh | Tháng 9/2026",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([annexed(*PAPERS)])


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Sở Xây dựng là cơ quan tham mưu những nội dung nào trong Phụ lục?", ["2", "4"]),
        ("SXD là CQ tham mưu những ND nào trong PL?", ["2", "4"]),
        ("Sở Xây dựng là cơ quan phối hợp những việc nào trong Phụ lục?", ["1", "5"]),
        ("Phụ lục: việc trình kỳ họp HĐND cuối năm 2026", ["3"]),
        ("Những việc nào trình kỳ họp giữa năm?", ["2"]),
        ("có mấy nội dung trình kỳ họp cuối năm theo phụ lục", ["3"]),
        ("Tháng 3/2026, theo Phụ lục, những văn bản nào phải trình?", ["4"]),
        ("Theo Phụ lục, Sở Tài chính tham mưu những văn bản nào?", ["3"]),
        ("hội phụ nữ tỉnh phải đứng ra làm những việc gì?", ["6"]),
        ("Hội Phụ nữ chủ trì những việc gì?", ["6"]),
        ("Những nghị quyết nào phải trình HĐND tỉnh tại kỳ họp cuối năm 2026?", ["3"]),
        ("nhung nghi quyet nao can trinh hdnd tinh ky hop giua nam", ["2"]),
        ("Theo Kế hoạch số 12/KH-UBND, những nghị quyết nào phải trình HĐND tỉnh?", ["2", "3"]),
        ("Theo Kế hoạch số 12/KH-UBND có bao nhiêu nghị quyết phải trình HĐND tỉnh?", ["2", "3"]),
        ("Chỉ thị nào Đảng ủy phải ban hành trong tháng 4/2026?", ["1"]),
    ],
)
def test_every_such_row_is_listed(ask: Ask, question: str, rows: list[str]) -> None:
    assert listed(ask(question)) == [f"Phụ lục/{row}" for row in rows]


@pytest.mark.parametrize(
    "question",
    [
        "Những việc nào trình kỳ họp bất thường?",
        "Kỳ họp giữa năm 2027 có việc nào phải trình?",
        "Hội Nông dân tỉnh phải đứng ra làm những việc gì?",
        "Tháng 11/2027 những văn bản nào phải trình?",
    ],
)
def test_what_no_row_is_due_at_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_what_a_plan_rests_on_is_no_paper_of_its_rows(ask: Ask) -> None:
    assert listed(ask("Kế hoạch số 12/KH-UBND căn cứ những nghị quyết nào?")) == []
