"""Which ones there are is told by the rows, not by a labelled number of them."""

from __future__ import annotations

import pytest

from tests.ingest.sources import plan
from tests.rag.conftest import asker
from tests.rag.plans import Ask

BODY = """I. NỘI DUNG

- Số trạm canh sếu: 07 trạm, trong đó: 03 trạm vùng bãi lầy (bãi Gạo; bãi Muối).
"""
ANNEX = """
PHỤ LỤC
VỊ TRÍ TRẠM CANH SẾU

| TT | Tên trạm canh sếu | Loại trạm | Mô tả trạm | Ghi chú |
|---|---|---|---|---|
| I | Vùng bãi lầy quanh vịnh Gạo | | | |
| 1 | Gò Me | Trạm cố định | Chỗ ngủ của sếu đầu đỏ | |
| 2 | Gò Nổi | Trạm cố định | Chỗ ăn của sếu đầu đỏ | |
| II | Vùng cửa sông Muối | | | |
| 3 | Cồn Lá | Trạm nổi | Chỗ ngủ của sếu đầu đỏ | |
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(body=BODY, annex=ANNEX)])


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("những trạm canh sếu nào đặt ở chỗ ngủ của sếu đầu đỏ", ["1", "3"]),
        ("nhung tram canh seu nao o cho ngu cua seu dau do", ["1", "3"]),
        ("Mấy trạm nào canh sếu ở chỗ ăn của sếu đầu đỏ vậy?", ["2"]),
        ("Trong phụ lục, vùng bãi lầy quanh vịnh Gạo có những trạm canh sếu nào?", ["1", "2"]),
        ("Trong phụ lục, vùng bãi lầy quanh vịnh Gạo có bao nhiêu trạm canh sếu?", ["1", "2"]),
    ],
)
def test_rows_are_listed_where_prose_only_numbers_them(ask: Ask, question: str, rows: list[str]) -> None:
    assert [one.locator.rpartition("/")[2] for one in ask(question).items] == rows


def test_the_number_that_prose_tells_is_told(ask: Ask) -> None:
    assert ask("Có bao nhiêu trạm canh sếu?").values[0].startswith("07 trạm")
