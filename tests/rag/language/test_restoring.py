"""Accents put back by what the plans print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.folding import fold
from rag.language.restoring import Restorer

TEXTS = [
    "Sở Nội vụ chủ trì rà soát hồ chứa nước trước mùa mưa lũ",
    "Chi cục Thủy lợi phối hợp nạo vét kênh mương nội đồng",
    "Trạm bơm số 2 do xã quản lý",
]
RESTORER = Restorer(TEXTS, ["ai chủ trì", "khi nào xong", "bao nhiêu"])


@pytest.mark.parametrize(
    ("typed", "restored"),
    [
        ("ra soat ho chua nuoc", "rà soát hồ chứa nước"),
        ("nao vet kenh muong ai chu tri", "nạo vét kênh mương ai chủ trì"),
        ("so noi vu", "sở nội vụ"),
        ("tram bom so 2", "trạm bơm số 2"),
        ("khi nao xong", "khi nào xong"),
    ],
)
def test_the_neighbours_say_which_accents_are_meant(typed: str, restored: str) -> None:
    assert RESTORER.restored(typed) == restored


def test_words_that_nothing_prints_stay_as_they_are() -> None:
    assert RESTORER.restored("ra soat ho chua nuoc xyz") == "rà soát hồ chứa nước xyz"


def test_a_question_of_other_words_is_not_restored() -> None:
    assert RESTORER.restored("thu do nuoc phap") == ""
    assert RESTORER.restored("") == ""


@given(st.lists(st.sampled_from(" ".join(TEXTS).split()), min_size=1, max_size=12))
def test_only_accents_are_changed(words: list[str]) -> None:
    typed = fold(" ".join(words))
    assert fold(RESTORER.restored(typed)) == typed
