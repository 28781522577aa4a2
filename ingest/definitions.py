"""Abbreviations that a plan defines itself: "thủ tục hành chính (TTHC)"."""

from __future__ import annotations

import re

from ingest.letters import either

_SHORT = re.compile(rf"\(\s*(?:sau đây {either('gọi tắt', 'viết tắt')} là\s+)?([A-ZĐ][A-ZĐ&0-9-]{{1,9}})\s*\)")
_WORDS_BEFORE = re.compile(r"(?:\w+[\s,-]+){1,9}$")
_REACH = 120  # characters before the bracket in which the words are sought


def defined_abbreviations(text: str) -> tuple[tuple[str, str], ...]:
    """Abbreviations in brackets and the words before them whose initials they are, first definition first."""
    found: dict[str, str] = {}
    for short in _SHORT.finditer(text):
        before = _WORDS_BEFORE.search(text, max(0, short.start() - _REACH), short.start())
        full = _spelled(before.group(), short.group(1)) if before else None
        if full:
            found.setdefault(short.group(1), full)
    return tuple(found.items())


def _spelled(before: str, short: str) -> str | None:
    """The fewest last words of ``before`` with these initials; a "và" among them may have none."""
    words = re.findall(r"\w+", before)
    letters = [letter for letter in short if letter.isalpha()]
    for size in range(len(letters), min(len(words), len(letters) + 2) + 1):
        tail = words[-size:]
        counted = tail if size == len(letters) else [word for word in tail if word.lower() != "và"]
        if [word[0].upper() for word in counted] == letters:
            return " ".join(tail)
    return None
