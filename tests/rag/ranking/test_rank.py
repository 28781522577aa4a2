"""Entries ranked by how much of the question they cover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from rag.corpus.library import build_library
from rag.language.words import read_words
from rag.ranking.fitted import Weights, fitted
from rag.ranking.rank import Ranker, Scored
from tests.rag.plans import department_plan, province_plan

LIBRARY = build_library([province_plan(), department_plan()])


def rank(
    words: str,
    *,
    plans: frozenset[int] | None = None,
    kinds: frozenset[str] | None = None,
    lexical: dict[int, float] | None = None,
    weights: Weights | None = None,
) -> Sequence[Scored]:
    """Candidates for the content words of ``words``."""
    read = read_words(words)
    ranker = Ranker(LIBRARY, weights)
    return ranker.rank(
        read.content(),
        among=lambda one: (plans is None or one.plan in plans) and (kinds is None or one.kind in kinds),
        lexical=lexical,
        typed=read.typed_forms(),
    )


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("khám bệnh từ xa", "Phụ lục II/4-2"),
        ("kham benh tu xa", "Phụ lục II/4-2"),
        ("chuyên gia an toàn thông tin", "Phụ lục II/6"),
        ("sổ tay an toàn mạng", "Phụ lục/2"),
    ],
)
def test_the_entry_that_covers_the_words_comes_first(words: str, place: str) -> None:
    first = rank(words)[0]
    assert first.entry.locator == place
    assert first.missing == ()


def test_ranking_keeps_to_the_plans_and_kinds_allowed() -> None:
    assert {one.entry.plan for one in rank("trạm phát sóng", plans=frozenset({1}))} == {1}
    assert {one.entry.kind for one in rank("trạm phát sóng", kinds=frozenset({"target"}))} == {"target"}


def test_words_that_an_entry_lacks_are_named_and_lower_its_coverage() -> None:
    full, part = rank("lắp trạm phát sóng")[0], rank("lắp trạm phát sóng quỹ đạo")[0]
    assert set(part.missing) == {"qui", "dao"}
    assert part.coverage < full.coverage <= 1.0


def test_what_the_index_adds_can_turn_the_order() -> None:
    first, *_, last = rank("trạm phát sóng")
    weights = replace(fitted().ranking, lexical=9.0)
    assert rank("trạm phát sóng", lexical={last.entry.order: 3.0}, weights=weights)[0].entry is last.entry
    assert first.entry is not last.entry


def test_equal_scores_keep_document_order() -> None:
    ranked = rank("không có từ nào như vậy ở đây cả")
    for one, other in pairwise(ranked):
        assert (-one.score, one.entry.order) <= (-other.score, other.entry.order)
