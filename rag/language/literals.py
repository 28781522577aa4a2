"""What a regular expression cannot do without: a cheap look tells that most expressions match nothing in a question."""

from __future__ import annotations

import re
from typing import Final

_ESCAPED: Final = re.compile(r"\\.")
_CLASS: Final = re.compile(r"\[(?:[^\]\\]|\\.)*\]")
_GROUP: Final = re.compile(r"\([^()]*\)")
_CUT: Final = "\x00"
"""Stands for what may match one thing or another."""
_REPEATED: Final = re.compile(r".(?:[?*+]|\{[^}]*\})\??")
_TELLING: Final = re.compile(r"[^\x00^$.]+")


def literal_of(pattern: str) -> str:
    """The longest run of letters that every match of ``pattern`` holds as it stands; "" where none is sure.

    Groups, classes and all that is repeated or left out are passed over, and so is a pattern of alternatives.
    """
    if "(?i" in pattern:
        return ""
    rest = _CLASS.sub(_CUT, _ESCAPED.sub(_CUT, pattern))
    while _GROUP.search(rest):
        rest = _GROUP.sub(_CUT, rest)
    if "|" in rest:
        return ""
    return max(_TELLING.findall(_REPEATED.sub(_CUT, rest)), key=len, default="")
