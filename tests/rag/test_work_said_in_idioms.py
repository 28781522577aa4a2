"""Lists of work asked in everyday idioms, by what a column writes, by a plan's matter, with a slip in an office's name."""

from __future__ import annotations

import pytest

from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

ROWS = "\nPHỤ LỤC\nVIỆC CHỢ ĐÊM\n(Kèm theo Kế hoạch số 31/KH-UBND ngày 05/3/2026)\n\n" + table(
    "TT | Nhiệm vụ | Lãnh đạo phụ trách | Chủ trì | Phối hợp | Kết quả | Thời hạn",
    "1 | Sơn vạch gian hàng | Đ/c Lò Thị Mây | Phòng Tài chính | Thư viện | Báo cáo | Thường xuyên",
    "2 | Mở góc đọc sách | Đ/c Lò Thị Mây | Thư viện | Phòng Tài chính | Góc sách | Tháng 4/2027",
    "3 | Kéo điện chiếu sáng | Đ/c Vàng A Sử | Phòng Tài chính | Công an xã | Đường điện | Quý II/2027",
    "4 | Gắn biển chỉ đường | Đ/c Lò Thị Mây | Công an xã | Phòng Tài chính | Biển | Tháng 11/2027",
    "5 | Dọn bãi xe | Đ/c Vàng A Sử | Công an xã | Thư viện | Bãi xe | Tháng 9/2026",
)
MARKET = HEAD.replace("12/KH-UBND", "31/KH-UBND").replace("Cải cách hành chính", "Phát triển thư viện và chợ đêm OCOP")


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker(
        [plan(head=MARKET, annex=ROWS), plan(head=HEAD.replace("SÔNG MƠ", "SÔNG TÔ").replace("Sông Mơ", "Sông Tô"))]
    )


def _rows(ask: Ask, question: str) -> list[str]:
    return [one.locator.rpartition("/")[2] for one in ask(question).items]


@pytest.mark.parametrize(
    "said",
    [
        "Công an xã phải đứng mũi chịu sào những việc gì trong kế hoạch 31?",
        "Kế hoạch 31 công an xã cầm chịch việc nào",
        "Trong kế hoạch 31 những việc nào do Công an xã gánh phần chính?",
        "ke hoach 31 cong an xa lam dau tau nhung viec gi",
    ],
)
def test_an_idiom_for_leading_asks_what_a_unit_leads(ask: Ask, said: str) -> None:
    assert _rows(ask, said) == ["4", "5"]


@pytest.mark.parametrize(
    "said",
    [
        "Kế hoạch 31: Công an xã góp một tay vào những việc nào?",
        "Công an xã ghé vai việc nào trong kế hoạch 31",
        "Kế hoạch 31 công an xã đóng vai phụ ở những việc nào",
    ],
)
def test_an_idiom_for_helping_asks_what_a_unit_supports(ask: Ask, said: str) -> None:
    assert _rows(ask, said) == ["3"]


def test_the_matter_said_beside_an_idiom_still_chooses(ask: Ask) -> None:
    assert _rows(ask, "Kế hoạch 31 Công an xã đứng mũi chịu sào việc trồng rừng nào?") == []


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Kế hoạch 31: những nhiệm vụ nào ghi thời gian hoàn thành trong năm 2027?", ["2", "3", "4"]),
        ("Kế hoạch 31 có việc nào ghi hạn năm 2027?", ["2", "3", "4"]),
        ("Kế hoạch 31: việc nào ghi hạn trong quý II năm 2027?", ["2", "3"]),
        ("Kế hoạch 31: việc nào ghi hạn quý II năm 2027?", ["3"]),
        ("Kế hoạch 31: việc nào ghi hạn trong năm 2029?", []),
    ],
)
def test_a_deadline_printed_within_a_year_counts_however_it_is_printed(
    ask: Ask, question: str, rows: list[str]
) -> None:
    assert _rows(ask, question) == rows


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Kế hoạch 31 những việc nào để thời hạn là thường xuyên?", ["1"]),
        ("Kế hoạch 31 việc nào đề cơ quan chủ trì là Công an xã?", ["4", "5"]),
        ("Kế hoạch 31 việc nào nêu kết quả là nghị quyết?", []),
    ],
)
def test_what_a_row_writes_in_a_column_is_said_with_any_verb(ask: Ask, question: str, rows: list[str]) -> None:
    assert _rows(ask, question) == rows


def test_the_words_between_the_plan_and_whose_it_is_are_no_condition(ask: Ask) -> None:
    named = "kế hoạch phát triển thư viện của xã Sông Mơ"
    assert _rows(ask, f"Trong {named}, đồng chí Lò Thị Mây phụ trách những việc nào?") == ["1", "2", "4"]
    assert _rows(ask, f"Trong {named}, Thư viện phối hợp những việc nào?") == ["1", "5"]
    assert _rows(ask, "Kế hoạch OCOP của UBND xã Sông Mơ có việc nào thường xuyên?") == ["1"]
    assert _rows(ask, "Kế hoạch PAPI của UBND xã Sông Mơ có việc nào thường xuyên?") == []


def test_a_slip_in_an_office_typed_with_capitals_is_mended(ask: Ask) -> None:
    assert _rows(ask, "Phòng Tài Chíh chủ trì những việc nào trong kế hoạch 31?") == ["1", "3"]
    assert _rows(ask, "Phòng Tài Chợ chủ trì những việc nào trong kế hoạch 31?") == []
