"""Patterns over a question as it was typed: with accents as they are written, without them as they fold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.folding import fold, tone_normal
from rag.language.words import has_accents, sound


@dataclass(frozen=True, slots=True)
class Spelt:
    """One pattern in both spellings, both for text as `shown` gives it."""

    accented: re.Pattern[str]
    folded: re.Pattern[str]

    def of(self, typed: str) -> re.Pattern[str]:
        """The pattern in the spelling of the question."""
        return self.accented if has_accents(typed) else self.folded


def spelt(pattern: str) -> Spelt:
    """``pattern`` is written with accents, in small letters, every tone where new spelling puts it."""
    return Spelt(re.compile(pattern, re.IGNORECASE), re.compile(folded_pattern(pattern)))


def shown(typed: str) -> str:
    """The question as these patterns read it; a place in it is one of ``typed`` where both are equally long."""
    return tone_normal(typed) if has_accents(typed) else fold(typed)


def folded_pattern(pattern: str) -> str:
    """The expression for folded text: all of it folds but what stands behind a backslash."""
    parts = re.split(r"(\\.)", pattern)
    return "".join(part if part.startswith("\\") else "".join(map(_plain, part)) for part in parts)


def sound_pattern(pattern: str) -> re.Pattern[str]:
    """``pattern`` is written with accents and reads sound forms; it holds words and no classes of letters."""
    return re.compile(re.sub(r"[^\W\d_]+", lambda match: sound(match[0]), pattern))


def _plain(letter: str) -> str:
    return letter if letter.isascii() else fold(letter)
