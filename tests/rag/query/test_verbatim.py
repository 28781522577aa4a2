"""A row called by its whole name: the words of the name ask for nothing."""

from __future__ import annotations

from rag.corpus.library import Library
from rag.language.words import read_words
from rag.query.question import understand
from rag.query.verbatim import masked, named_whole, tokens_of
from tests.rag.plans import TODAY

NAME = "Hướng dẫn cấp xã rà soát hộ dân trong vùng nguy cơ sạt lở, ngập lụt"


def test_a_name_is_met_however_it_is_typed(sample_library: Library) -> None:
    question = f"{NAME} ai làm?"
    assert named_whole(question, sample_library) == (0, len(NAME))
    assert named_whole(question.upper(), sample_library) == (0, len(NAME))
    assert named_whole("Hướng dẫn cấp xã rà soát hộ dân ai làm?", sample_library) is None


def test_the_name_gives_way_to_two_words() -> None:
    question = f"Ai làm {NAME} vậy?"
    start = question.index(NAME)
    assert masked(question, (start, start + len(NAME)), accents=True) == "Ai làm chuyện này vậy?"
    first, behind = tokens_of(question, (start, start + len(NAME)))
    assert read_words(question).part(first, behind) == read_words(NAME).heard


def test_words_of_the_name_point_to_no_plan_and_no_unit(sample_library: Library) -> None:
    query = understand(f"Thời hạn: {NAME}?", sample_library, TODAY)
    assert (query.role, query.actors, query.mentions) == ("due", (), ())
