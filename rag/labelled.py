"""Figures that one clause tells of several by name: "(xã A: 12 trường, xã B: 9 trường)", "xã A ít nhất 20 km, xã B 30 km"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ingest.letters import UPPER
from rag.library import Library
from rag.question import Query

_PARTING: Final = re.compile(r"[;()]|,(?!\d)|\s(?:và|còn|riêng)\s|\btrong đó:?|\.\s", re.IGNORECASE)
_FIGURE: Final = re.compile(r"(?<![\w/.,-])\d[\d.,]*\d?(?:\s?%|(?:\s(?!và\b|với\b)[^\W\d_]+)?)")
"""A number with the noun behind it."""
_LABEL: Final = re.compile(r"(?:^|[-+–]\s)\s*([^:]{1,40}):\s*(?:[^\W\d_]+\s){0,3}$")
_NAME: Final = re.compile(rf"(?<!\w)[{UPPER}][\w-]*(?:\s[{UPPER}][\w-]*)*")
_MOST: Final = 3
"""Things that one question sets side by side."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A figure and whose it is, the name in sound form; ``colon`` is whether it is printed as a label."""

    name: tuple[str, ...]
    value: str
    colon: bool


def labelled(text: str, library: Library) -> list[Labelled]:
    """The figures that stand alone between commas, brackets and "và" behind a label or a name, in order."""
    found: list[Labelled] = []
    edges = [0, *(edge for match in _PARTING.finditer(text) for edge in match.span()), len(text)]
    for start, end in pairwise(edges):
        piece = text[start:end]
        figures = list(_FIGURE.finditer(piece))
        if len(figures) != 1:
            continue
        before = piece[: figures[0].start()]
        label = _LABEL.search(before)
        names = [label[1]] if label else [match[0] for match in _NAME.finditer(before)]
        if names:
            name = tuple(library.hear(names[-1]).split())
            found.append(Labelled(name, figures[0][0].strip(" .,"), label is not None))
    names_told = [one.name for one in found]
    return [one for one in found if one.name and names_told.count(one.name) == 1]


def figures_asked(query: Query, library: Library, text: str, *, colon: bool = False) -> tuple[str, ...]:
    """The figures of those of several that the question names, in the order in which it does; () where it names none.

    ``colon`` leaves out what is no label but only a name in front.
    """
    told = labelled(text, library)
    labels = [one for one in told if one.colon]
    told = labels if colon or len(labels) > 1 else told
    if len(told) < len(("one", "another")):
        return ()
    said = query.spoken.split()
    places = ((_place(said, one.name), one.value) for one in told)
    asked = sorted((place, value) for place, value in places if place is not None)
    return tuple(value for _, value in asked) if len(asked) <= _MOST else ()


def _place(said: list[str], name: tuple[str, ...]) -> int | None:
    """Where the question says the name, None where it does not."""
    size = len(name)
    return next((at for at in range(len(said) - size + 1) if tuple(said[at : at + size]) == name), None)
