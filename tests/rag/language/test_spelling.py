"""Slips of the fingers in questions."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rag.language.spelling import Speller
from rag.language.words import read_words, sound

PRINTED = "an toàn thông tin mạng; kiểm tra công trình thủy lợi; hồ chứa nước; phòng tài chính"
WORDS = [sound(part).split() for part in PRINTED.split(";")]
SPELLER = Speller(
    {word: 2.0 for part in WORDS for word in part} | {f"{a}_{b}": 3.0 for part in WORDS for a, b in pairwise(part)}
)


def mended(text: str, *names: str) -> str:
    return SPELLER.mended(read_words(text), frozenset(names)).heard


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("thông tin mạgn", "thong tin mang"),
        ("thông tnin mạng", "thong tin mang"),
        ("côgn trình", "cong chinh"),
        ("trình thủyy lợi", "chinh thui loi"),
    ],
)
def test_a_slip_is_mended_by_what_stands_beside_it(slip: str, meant: str) -> None:
    assert mended(slip) == meant


@pytest.mark.parametrize(
    "kept",
    [
        "thông tin vàng",  # a word of its own
        "bánh mạgn khô",  # nothing printed beside it
        "phụ lục viii tài chính",  # a numeral
        "thông tin 5g",  # no word
    ],
)
def test_what_may_be_meant_as_typed_stays(kept: str) -> None:
    assert mended(kept) == sound(kept)


def test_a_name_stays_as_it_is() -> None:
    assert mended("thông tin mạgn", "magn") == "thong tin magn"
