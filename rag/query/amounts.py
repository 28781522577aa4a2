"""Targets chosen by the amount they set: "trên 90%", "từ 80% trở lên", "dưới 50%", "tròn 100%"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ingest.folding import fold
from rag.corpus.entries import Entry
from rag.language.words import sound

_N: Final = r"(?P<n>\d+(?:[.,]\d+)*) ?(?P<share>%|phan tram)?"
_WHAT: Final = r"(?: (?!tro\b|den\b|toi\b)[a-z]+){0,3}?"
_LONG: Final = _WHAT.replace("{0,3}", "{0,8}")
"""What is counted, between a number and words that can mean nothing else."""
_FORMS: Final = tuple(
    (re.compile(form), sort)
    for form, sort in (
        (rf"\b(?:tu |dat |dat tu )*{_N}{_LONG} tro len\b", "least"),
        (rf"\b(?:tu |dat |dat tu )*{_N}{_LONG} tro xuong\b", "most"),
        (rf"\b(?:khong duoi|lon hon hoac bang|tu) {_N}(?= |$|\?)(?! ?(?:den|toi|thang|quy|nam)\b)", "least"),
        (rf"\b(?:tren|hon|vuot|lon hon|cao hon|qua) (?:muc |nguong )?{_N}", "above"),
        (rf"\b(?:duoi|thap hon|nho hon|chua (?:toi|den|dat|qua)|kem) (?:muc |nguong )?{_N}", "below"),
        (
            rf"\b(?:tron(?: ven)?|(?<!su )dung|du|chan|vua (?:du|dung)|bang|ngang) (?:(?:bang|muc|nguong|dat|la|con so|ca) )*{_N}",
            "equal",
        ),
        (rf"\b(?:muc|gia tri|con so)(?: (?:la|bang|dat|chi tieu|giao))* {_N}(?! ?(?:tro|den|toi|[-–]))", "equal"),
        (
            rf"\b(?:bao nhieu|may) chi tieu(?: (?:duoc|phai|dat|giao|de ra|cam ket|la|o))* {_N}(?= *(?:$|[?.,;]))",
            "equal",
        ),
    )
)
_BETWEEN: Final = re.compile(
    r"\btu (?P<low>\d+(?:[.,]\d+)*) ?(?:%|phan tram)? (?:den|toi) (?P<high>\d+(?:[.,]\d+)*) ?(?P<share>%|phan tram)?"
)
_PRINTED: Final = re.compile(r"\d+(?:[.,]\d+)*")
_BEYOND: Final = re.compile(r"(?:tren|hon|vuot|>(?!=))\s*(?:muc )?$")
"""Before a printed amount: the target lies above it."""
_SHORT: Final = re.compile(r"(?:duoi|<(?!=))\s*(?:muc )?$")


@dataclass(frozen=True, slots=True)
class Amount:
    """A condition on the amount that a target sets; ``words`` are those of the question, as they sound."""

    sort: str
    low: float
    high: float
    share: bool
    words: str


def asked_amount(typed: str, *, counted: bool = False) -> Amount | None:
    """The amount that a question compares with, None where it compares with none.

    ``counted`` is whether a bare number will do ("trên 100 học viên"); else it must be a share or be said at length.
    """
    folded = fold(typed)
    both = _BETWEEN.search(folded)
    if both and (both["share"] or "%" in both[0]):
        return Amount("between", number(both["low"]), number(both["high"]), share=True, words=sound(both[0]))
    for form, sort in _FORMS:
        found = form.search(folded)
        if (
            found
            and (counted or found["share"] or sort in ("least", "most"))
            and not re.match(r"[/.-]\d", folded[found.end() :])
        ):
            bound = number(found["n"])
            return Amount(sort, bound, bound, bool(found["share"]), sound(found[0]))
    return None


def number(text: str) -> float:
    """A number as Vietnamese prints it: points between thousands, a comma before decimals."""
    whole = re.sub(r"\.(?=\d{3}(?!\d))", "", text)
    return float(whole.replace(",", "."))


def of_amount(found: list[Entry], amount: Amount, cell: Callable[[Entry], str]) -> list[Entry]:
    """The targets whose printed amount, the ``cell`` asked about, meets the condition."""
    return [one for one in found if _meets(one, cell(one), amount)]


def _meets(entry: Entry, text: str, amount: Amount) -> bool:
    printed = fold(text.replace("≥", ">=").replace("≤", "<="))
    told = _PRINTED.search(printed)
    if told is None or entry.target is None:
        return False
    if amount.share and "%" not in printed and not fold(entry.field("unit").text).startswith("%"):
        return False
    return lies_within(printed, amount)


def lies_within(printed: str, amount: Amount) -> bool:
    """Whether the first number of a folded cell meets the condition; one without any does not."""
    told = _PRINTED.search(printed)
    if told is None:
        return False
    value, before = number(told[0]), printed[: told.start()]
    tests: dict[str, Callable[[], bool]] = {
        "least": lambda: value >= amount.low,
        "most": lambda: value <= amount.high,
        "above": lambda: value > amount.low or (value == amount.low and _BEYOND.search(before) is not None),
        "below": lambda: value < amount.high or (value == amount.high and _SHORT.search(before) is not None),
        "between": lambda: amount.low <= value <= amount.high,
        "equal": lambda: value == amount.low,
    }
    return tests[amount.sort]()
