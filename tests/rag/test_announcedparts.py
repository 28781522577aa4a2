"""Rows that the row over them announces, counted by what it calls them."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import HEADER, annexed
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed


@pytest.fixture(scope="module")
def ask() -> Ask:
    """An annex with a row that announces its parts and one that only has steps."""
    return asker(
        [
            annexed(
                HEADER,
                "1 | Dán tem truy vết cho các loại trái cây đặc sản: | Phòng Kinh tế | | Tem | ",
                "- | Nhãn bến đò | UBND xã | | Tem | Tháng 6/2026",
                "- | Bưởi gò cao | Hội Nông dân | | Tem | Tháng 7/2026",
                "- | Chuối ven sông | Hội Phụ nữ | | Tem | Tháng 8/2026",
                "2 | Dạy nghề mộc cho thanh niên | Văn phòng | Đoàn xã | Lớp | Tháng 9/2026",
                "- | Mượn xưởng | Văn phòng | | Xưởng | Tháng 8/2026",
                "- | Mời thợ | Văn phòng | | Thợ | Tháng 9/2026",
            )
        ]
    )


@pytest.mark.parametrize(
    "question",
    [
        "Dán tem truy vết làm cho mấy loại trái cây đặc sản?",
        "dan tem truy vet cho bao nhieu trai cay dac san",
        "tem truy vết được dán lên bao nhiêu loại trái cây",
    ],
)
def test_what_a_row_announces_is_counted(ask: Ask, question: str) -> None:
    told = ask(question)
    assert (told.values, listed(told)) == (("3",), ["Phụ lục/1-1", "Phụ lục/1-2", "Phụ lục/1-3"])


@pytest.mark.parametrize(
    "question",
    [
        "Dán tem truy vết tốn bao nhiêu tiền?",
        "Dán tem truy vết cho mấy loại trái cây xuất khẩu?",
        "Dạy nghề mộc cho bao nhiêu thanh niên?",
    ],
)
def test_other_figures_are_not_made_of_rows(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
