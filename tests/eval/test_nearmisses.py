"""Near misses made of answered questions: what is asked about is swapped, the rest stays as it was typed."""

from __future__ import annotations

import pytest

from eval.cases import Case
from eval.nearmisses import near_miss
from ingest.plan import Header
from rag.answer import Status
from rag.corpus.entries import Entry
from rag.corpus.library import Library, build_library
from rag.language.words import sound
from tests.rag.plans import Draft


@pytest.fixture(name="library")
def _library() -> Library:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Nước sạch nông thôn xã Vân Khê năm 2026")
    draft.annex("Phụ lục", "PHỤ LỤC Danh mục nhiệm vụ")
    draft.task("Phụ lục/1", "Lắp đồng hồ nước cho hộ nghèo | Phòng Kinh tế | | | 30/9/2026")
    draft.task("Phụ lục/2", "Rửa bể chứa của thôn | Phòng Văn hóa | | | 6/2026")
    return build_library([draft.plan("vankhe.txt", Header(number="31/KH-UBND", place="Vân Khê", year=2026))])


def _made(library: Library, typed: str) -> Case | None:
    row: Entry = next(one for one in library.entries if one.kind == "task")
    case = Case.model_validate(
        {
            "id": "t-1",
            "q": typed,
            "type": "due",
            "style": "formal",
            "status": "answered",
            "values": ["30/9/2026"],
            "items": None,
            "cites": ["vankhe.txt#Phụ lục/1"],
        }
    )
    return near_miss(library, case, dict.fromkeys(sound(typed).split(), 1.0), row)


def test_a_thing_of_the_row_is_swapped_and_nothing_answers_any_more(library: Library) -> None:
    made = _made(library, "Lắp đồng hồ cho dân xong khi nào?")
    assert made is not None
    assert made.q.endswith(" cho dân xong khi nào?")
    assert "đồng hồ" not in made.q
    assert (made.status, made.values, made.cites) == (Status.NOT_FOUND, (), ())


def test_it_is_typed_without_accents_where_the_question_is(library: Library) -> None:
    made = _made(library, "lap dong ho cho dan xong khi nao")
    assert made is not None
    assert made.q.isascii()


def test_the_same_question_makes_the_same_near_miss(library: Library) -> None:
    typed = "Lắp đồng hồ cho dân xong khi nào?"
    assert _made(library, typed) == _made(library, typed)


def test_what_only_the_head_of_the_plan_says_is_not_swapped(library: Library) -> None:
    assert _made(library, "nước sạch ở Vân Khê xong khi nào?") is None
