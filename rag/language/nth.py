"""Which one of several of a kind is meant: "hội nghị lần thứ hai", "đợt 1", "lần ba", "vòng II".

What is the first in a series is not the third, however alike their words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from ingest.folding import fold

_ACT: Final = r"(?:kiem tra|giam sat|thanh tra|tuan tra|khao sat|cong tac|tap huan|boi duong|dao tao|lien nganh) "
_NOUN: Final = rf"(?:[^\W\d_]+ lan|dot|giai doan|vong|buoc|ky|phien|lop|khoa|doan(?= (?:{_ACT})*so ))"
_WORDS: Final = {"nhat": 1, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "dau": 1}
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
_SPELT: Final = "|".join(word for word in _WORDS if word != "dau")
_SPAN: Final = r"(?:thang|nam|ngay|tuan|buoi)\b(?! \d| tra\b| (?:nay|toi|sau|truoc)\b)"
"""What a figure counts, unless it goes on to a date ("đợt 2 | năm 2026", "đợt 3 | tháng này") or another word ("đợt 7 | tuần tra")."""
_TURN: Final = re.compile(
    rf"\b(?P<noun>{_NOUN}) (?:(?:(?:{_ACT})+so |so )?(?P<figure>0?\d|1\d)(?!\w|[/.,%-]\d|\s*[-–]\s*\d| (?:lan|nguoi|dot|{_SPAN})\b)"
    rf"|(?P<roman>[iv]{{1,3}})(?!\w)|(?:(?!thu\b)[^\W\d_]+ ){{0,5}}?thu (?P<nth>{_SPELT}|\d{{1,2}})\b"
    rf"|(?P<plain>hai|ba|bon|mot|dau)\b(?! (?:nam|thang|tuan|ngay|lan|buoi|mat|dan|me|quy|mua|gio)\b))"
)
"""Folded; a year's figure, a stretch ("giai đoạn 2026 - 2030") and a count ("3 lần") are none."""


_END: Final = re.compile(
    r"\b(?P<noun>dot|vong|ky|phien|lop|khoa|buoi) (?:[^\W\d_]+ ){0,4}?(?:dau tien|(?P<last>cuoi cung|cuoi(?! (?:nam|thang|quy|tuan|ky)\b)|sau cung|sau chot))\b"
)


@lru_cache(maxsize=16384)
def turns(text: str) -> frozenset[tuple[str, int]]:
    """Each noun with the numbers that a text gives it: ("dot", 2); "lần" with the word that tells what is counted so."""
    return frozenset((noun, number) for noun, number, _, _ in turns_said(" ".join(text.split())))


def turns_said(text: str) -> Iterator[tuple[str, int, int, int]]:
    """The same one by one, each with where it begins and ends in a text of single spaces."""
    for match in _TURN.finditer(fold(text)):
        said = match["figure"] or match["roman"] or match["nth"] or match["plain"]
        yield match["noun"], int(said) if said.isdigit() else _ROMAN.get(said) or _WORDS[said], *match.span()


def end_said(text: str) -> tuple[str, bool, int, int] | None:
    """The noun of the first or the last of several ("đợt kiểm tra cuối cùng"), whether it is the last, where it begins and ends."""
    match = _END.search(fold(text))
    return (match["noun"], match["last"] is not None, *match.span()) if match else None


def another_turn(question: str, name: str, over: tuple[str, ...]) -> bool:
    """Whether a row, else the nearest heading over it that counts so, is of another one of the kind than is asked for."""
    asked = turns(question)
    for noun in {noun for noun, _ in asked}:
        meant = {number for kind, number in asked if kind == noun}
        for text in (name, *over):
            told = {number for kind, number in turns(text) if kind == noun}
            if told:
                if meant.isdisjoint(told):
                    return True
                break
    return False


def of_another_turn(question: str, texts: Sequence[str]) -> bool:
    """Whether the texts together count something that the question counts too, and none of them as it does."""
    asked = turns(question)
    told = frozenset[tuple[str, int]]().union(*map(turns, texts)) if asked else frozenset()
    return any(
        any(kind == noun for kind, _ in told)
        and not any((noun, number) in told for kind, number in asked if kind == noun)
        for noun in {noun for noun, _ in asked}
    )
