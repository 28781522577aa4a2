"""Tables with a row for each place and columns of figures: the figure of the very column asked for, under its own title."""

from __future__ import annotations

import pytest

from tests.ingest.sources import plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

PLACES = "\nPHỤ LỤC\nCHỈ TIÊU GIAO CÁC THÔN NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n" + table(
    "TT | Thôn | Dân số (người) | Số người tham gia cuối năm 2025 | Chỉ tiêu năm 2026 (%) | Số người cần vận động mới | Người phụ trách",
    "1 | Thôn Bãi Dài | 2.315 | 2.140 | 96,0 | 83 | Hà Thị Sen",
    "2 | Thôn Gò Sậy | 1.980 | 1.902 | 97,5 | 29 | Lý Văn Đẩu",
    "3 | Thôn Bến Trôi | 2.744 | 2.437 | 94,0 | 143 | Mạc Thị Lụa",
)


@pytest.fixture(scope="module")
def ask_places() -> Ask:
    return asker([plan(annex=PLACES)])


@pytest.mark.parametrize(
    ("question", "value", "title"),
    [
        ("Thôn Gò Sậy cần vận động mới bao nhiêu người?", "29", "Số người cần vận động mới: 29"),
        ("thon go say co bao nhieu nguoi tham gia cuoi nam 2025", "1.902", "Số người tham gia cuối năm 2025: 1.902"),
        ("Dân số thôn Bến Trôi là bao nhiêu?", "2.744", "Dân số (người): 2.744"),
        ("Ông Lý Văn Đẩu phụ trách thôn nào?", "Thôn Gò Sậy", "Nội dung: Thôn Gò Sậy"),
    ],
)
def test_the_column_asked_for_is_told(ask_places: Ask, question: str, value: str, title: str) -> None:
    answer = ask_places(question)
    assert answer.values == (value,)
    assert answer.answer.startswith(title)
