"""Words are cut into the likeliest pieces."""

from __future__ import annotations

import pytest

from index.unigram import Unigram

PIECES = ["<unk>", "\u2581", "a", "b", "ab", "\u2581ab", "c", "\u2581abc"]
SCORES = [0.0, -3.0, -2.0, -2.0, -3.0, -4.5, -1.0, -9.0]


@pytest.fixture
def unigram() -> Unigram:
    return Unigram(PIECES, SCORES, unknown=0, replaced={ord("A"): "a", ord("\t"): " "})


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("ab", ["\u2581ab"]),
        ("abc", ["\u2581ab", "c"]),
        ("ab ab", ["\u2581ab", "\u2581ab"]),
        ("ba", ["\u2581", "b", "a"]),
        ("axb", ["\u2581", "a", "<unk>", "b"]),
        ("Ab\t  ab", ["\u2581ab", "\u2581ab"]),
        ("", ["\u2581"]),
    ],
)
def test_text_is_normalised_and_cut_into_its_likeliest_pieces(unigram: Unigram, text: str, pieces: list[str]) -> None:
    assert [PIECES[piece] for piece in unigram.encode(text)] == pieces
