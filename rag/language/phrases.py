"""What people say when they ask: the lists of data/phrases.toml, as they are written and as they sound."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import resources

from ingest.folding import fold, tone_normal
from rag.language.words import Token, has_accents, is_common, question_words, sound, sounds


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    source = (resources.files("rag") / "data" / "phrases.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


def names(table: str) -> tuple[str, ...]:
    """The names of the lists of one table, in the order of the file."""
    return tuple(_tables()[table])


@cache
def written(name: str) -> tuple[str, ...]:
    """The phrases of the list "table.name" as the file has them.

    Raises:
        KeyError: the file has no such list.
    """
    table, _, key = name.partition(".")
    return tuple(_tables()[table][key])


@cache
def heard(name: str) -> tuple[str, ...]:
    """The sound forms of the list "table.name", longest first, so that a phrase is met before its parts."""
    return sounds(written(name))


def every_phrase() -> tuple[str, ...]:
    """Every phrase of every list as it is written, and the words that questions are made of."""
    return (*(one for table in _tables().values() for phrases in table.values() for one in phrases), *question_words())


@cache
def every_written_word() -> frozenset[str]:
    """Every word that some list holds, as it is written, in one tone placement."""
    return frozenset(
        word
        for table in _tables().values()
        for phrases in table.values()
        for one in phrases
        for word in tone_normal(one).split()
    )


@cache
def every_word() -> frozenset[str]:
    """The sound form of every word that some list holds."""
    return frozenset(
        word
        for table in _tables().values()
        for phrases in table.values()
        for one in phrases
        for word in sound(one).split()
    )


def says(typed: str, phrases: Iterable[str]) -> bool:
    """Whether the question holds one of ``phrases`` as typed: with accents where it has them, else without.

    For words that would be mistaken for others by sound alone ("lương", "số lượng").
    """
    accents = has_accents(typed)
    text = _held(typed)
    return any(f" {phrase if accents else fold(phrase)} " in text for phrase in phrases)


@lru_cache(maxsize=256)
def _held(typed: str) -> str:
    """The question's words with a space on either side."""
    return f" {' '.join(_plain(tone_normal(typed) if has_accents(typed) else fold(typed)))} "


def _plain(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text).split()


def is_of_questions(token: Token) -> bool:
    """Whether it is a word of asking, whatever the plans say."""
    known = token.heard in every_word() if token.typed.isascii() else token.typed in every_written_word()
    return known or is_common(token)
