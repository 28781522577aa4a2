"""Fields of a plan's head named one beside the other, as in telegrams: "số, ngày kế hoạch …", "người ký + chức vụ – KH …"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from ingest.folding import fold
from rag.language.words import Words, sound

_NOUNS: Final[Mapping[str, str]] = {
    "number": r"so(?: (?:va )?(?:ki|ky) hieu| hieu| van ban| ke hoach(?=\s*(?:[,;+/&?]|va\b|$)))?",
    "date": r"ngay(?: thang(?: nam)?)?(?: (?:ban hanh|ky|ra))?",
    "signer": r"(?:ho (?:va )?ten |ten )?nguoi ky(?: ten| ban hanh)?|ai ky",
    "signer_title": r"(?:chuc (?:vu|danh))(?: (?:cua )?nguoi ky| nguoi do)?",
    "issuer": r"(?:co quan|don vi|noi) ban hanh",
    "recipients": r"noi nhan",
    "title": r"ten ke hoach|tieu de|trich yeu",
}
"""Folded nouns that name a field by themselves."""
_FIELD: Final = "|".join(f"(?P<{field}>{nouns})" for field, nouns in _NOUNS.items())
_ONE: Final = re.compile(rf"(?:{_FIELD})\b(?!-)")
_NEXT: Final = re.compile(
    r"\s*(?:[,;+/&?]|\s[-–]\s|\bva\b|\bvoi\b|\bkem(?: theo)?\b|\bcung\b)\s*(?:va\s+|kem\s+)?(?:ca\s+)?"
)
"""What parts two of them."""
_STARTS: Final = re.compile(
    r"(?:^\s*(?:(?:cho|xin|hoi|tim|xem|ghi)(?: (?:toi|em|minh|biet|giup))* )?|[:–;?,]\s*|\s-\s+)(?=\w)"
)
"""Where a list may begin: with the question, or behind what sets it apart from the plan named first."""
_OF_PLAN: Final = re.compile(
    r"\s*(?:[:–,-]\s*)?(?:(?:cua|trong|o|tren)\s+)?(?:ban\s+)?(?:ke hoach|kh|quyet dinh ban hanh)\b"
)
"""What stands behind a list of a plan's fields that does not end the question."""
_ENDS: Final = re.compile(r"\s*(?:(?:la gi|nao|gi|the nao|ra sao|la ai)\s*)?[?.!]*\s*$")
_OFFICE_AMONG: Final = re.compile(
    rf"\b{sound('nơi nhận')}\b.* {sound('có')} (?:nhung |cac )?{sound('sở')} {sound('nào')}\b"
)


def listed_fields(typed: str) -> tuple[tuple[str, ...], str]:
    """The fields of a list of two or more, in the order named, and the list as it sounds; ((), "") where none is.

    A list stands right before the plan, or ends the question.
    """
    words = fold(typed)
    for start in _STARTS.finditer(words):
        fields, end = _list(words, start.end())
        if len(fields) > 1 and (_OF_PLAN.match(words, end) or _ENDS.match(words, end)):
            return fields, sound(words[start.end() : end])
    return (), ""


def hears_number(words: Words) -> bool:
    """Whether "số" is said, not "sở"; without accents "so nao" beside the recipients asks for an office among them."""
    if words.accents:
        return any(token.typed in {"số", "so"} for token in words.tokens)
    return _OFFICE_AMONG.search(words.heard) is None


def _list(words: str, at: int) -> tuple[tuple[str, ...], int]:
    """The fields named one after the other from ``at``, and where the last ends."""
    fields: list[str] = []
    end = at
    while (one := _ONE.match(words, at)) and one.lastgroup not in fields:
        fields.append(str(one.lastgroup))
        end = one.end()
        joint = _NEXT.match(words, end)
        if joint is None:
            break
        at = joint.end()
    return tuple(fields), end
