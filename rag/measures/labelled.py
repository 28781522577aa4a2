"""Figures that one clause tells of several by name: "(xã A: 12 trường, xã B: 9 trường)", "xã A ít nhất 20 km, xã B 30 km"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ingest.goals import figures as counts_in
from ingest.letters import UPPER
from rag.corpus.library import Library
from rag.language.words import sound
from rag.measures.figures import counted
from rag.query.question import Query

_PARTING: Final = re.compile(r"[;()]|,(?!\d)|\s(?:và|còn|riêng)\s|\btrong đó:?|\.\s", re.IGNORECASE)
_FIGURE: Final = re.compile(
    r"(?i:(?<!\w)(?:trên|dưới|hơn|ít nhất|tối thiểu|tối đa|không quá|không dưới|khoảng)\s+)?"
    r"(?<![\w/.,-])\d[\d.,]*\d?(?:\s?%|(?:\s(?!và\b|với\b)[^\W\d_]+(?:/[^\W\d_]\w*)?)?)"
)
"""A number with the noun behind it."""
_YEAR: Final = re.compile(r"(?i)năm (?:19|20)\d\d(?![\d.,])")
_LABEL: Final = re.compile(rf"(?:^|[-+–]\s)\s*([^:]{{1,40}}):\s*(?:(?![{UPPER}])[^\W\d_]+\s){{0,3}}$")
_BEHIND: Final = re.compile(
    r"(?:\s[^\W\d_]+){0,2}?\s(?:đối với|áp dụng cho|dành cho)\s(?:(?:các|mỗi|một)\s)?([^:;,()\d]{2,40}?)\s*$"
)
"""Whose a figure is, said behind it: "50 người đối với xã và 70 người đối với phường"."""
_NAME: Final = re.compile(rf"(?<!\w)[{UPPER}][\w-]*(?:\s[{UPPER}][\w-]*)*")
_NUMBER_ALONE: Final = re.compile(r"\s*\d[\d.,]*\s*%?\s*")
_NAME_REACH: Final = 60
_AROUND: Final = frozenset(
    sound(
        "trong đó riêng tại ở cho với của khu vực là đạt có được còn từ trên dưới hơn ít nhất tối thiểu tối đa khoảng không quá"
        " xuống lên đến tới các vùng nhóm cấp mỗi"
    ).split()
)
"""Words around the name of whose a figure is."""
_NO_OWNER: Final = frozenset(
    map(
        sound,
        [
            "nghị quyết",
            "đề án",
            "kế hoạch",
            "quyết định",
            "chỉ thị",
            "năm",
            "quý",
            "tháng",
            "ngày",
            "giai đoạn",
            "điều",
            "khoản",
            "mục",
            "luật",
            "nghị định",
            "thông tư",
            "phụ lục",
            "chương trình",
            "số",
            "đến",
            "đến năm",
            "đến hết",
            "dự án",
        ],
    )
)
"""What a number may only be the number or the date of."""
_BEFORE: Final = len("năm ")
_FARTHEST: Final = 3
"""Words between a name and its figure."""
_LONGEST: Final = 5
"""Words of a name without capitals."""
_MOST: Final = 3
"""Things that one question sets side by side."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A figure and whose it is, the name in sound form; ``colon`` is whether it is printed as a label.

    ``piece`` is the stretch of the clause between two partings that tells it.
    """

    name: tuple[str, ...]
    value: str
    colon: bool
    piece: str


def labelled(text: str, library: Library) -> list[Labelled]:
    """The figures that stand alone between commas, brackets and "và" behind a label or a name, in order."""
    found: list[Labelled] = []
    edges = [0, *(edge for match in _PARTING.finditer(text) for edge in match.span()), len(text)]
    told = 0
    for start, end in pairwise(edges):
        piece = text[start:end]
        figures = list(_FIGURE.finditer(piece))
        told += bool(figures)
        if len(figures) != 1 or _YEAR.match(piece, max(0, figures[0].start() - _BEFORE)):
            continue  # a year tells when, not how much
        if (bracketed := _bracketed(text, start, end)) is not None:
            name, value = tuple(library.hear(bracketed).split()), piece.strip()
            found.append(Labelled(name, value, colon=True, piece=f"{bracketed} {value}"))
            continue
        before = piece[: figures[0].start()]
        opens = text[:start].rstrip().endswith(".")  # the capital of a sentence names nobody
        label = _LABEL.search(before)
        behind = None if label else _BEHIND.match(piece, figures[0].end())
        named = label or behind
        name = tuple(library.hear(named[1]).split()) if named else _owner(before, library, first=told == 1 or opens)
        if name and " ".join(name) not in _NO_OWNER:
            whole = next((piece[a:b] for a, b in counts_in(piece) if a == figures[0].start()), figures[0][0])
            found.append(Labelled(name, whole.strip(" .,"), label is not None, piece))
    return found


def _bracketed(text: str, start: int, end: int) -> str | None:
    """The name right before brackets that hold nothing but a number: "xã Hà (12), xã Lâm (9)"."""
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")" or not _NUMBER_ALONE.fullmatch(text[start:end]):
        return None
    named = list(_NAME.finditer(text, max(0, start - _NAME_REACH), start - 1))
    return named[-1][0] if named and not text[named[-1].end() : start - 1].strip() else None


def _owner(before: str, library: Library, *, first: bool) -> tuple[str, ...]:
    """The name right before a figure; without capitals all that stands before it, but for the first, which opens the clause."""
    named = list(_NAME.finditer(before))
    last = named[-1] if named else None
    alone = last is not None and last.start() <= len(before) - len(before.lstrip(" -+–")) and " " not in last[0]
    if last is not None and not (alone and first) and len(before[last.end() :].split()) <= _FARTHEST:
        return tuple(library.hear(last[0]).split())
    words = library.hear(before).split()
    while words and words[-1] in _AROUND:
        words.pop()
    while words and words[0] in _AROUND:
        words.pop(0)
    return tuple(words) if not first and len(words) in range(2, _LONGEST + 1) else ()


def figures_asked(query: Query, library: Library, text: str, *, colon: bool = False) -> tuple[str, ...]:
    """The figures of those of several that the question names, in the order in which it does; () where it names none.

    ``colon`` leaves out what is no label but only a name in front. A figure that the question itself says ("cấp 3")
    tells of which thing it speaks and answers nothing.
    """
    told = [one for one in labelled(text, library) if f" {sound(one.value)} " not in f" {query.spoken} "]
    labels = [one for one in told if one.colon]
    told = labels if colon or len(labels) > 1 else told
    if len(labels) == 1 and told[:1] == labels and not counted(query, labels[0].piece, library):
        told = told[1:]  # the one label that opens a clause is of all its figures
    if len(told) < len(("one", "another")):
        return ()
    said = query.spoken.split()
    places = ((_place(said, one.name), one) for one in told)
    asked = sorted(((place, one) for place, one in places if place is not None), key=lambda pair: pair[0])
    values = [(place, counted(query, one.piece, library), one.value) for place, one in asked]
    if len(values) > len({place for place, *_ in values}):  # several figures of one name
        values = [one for one in values if one[1]]
    if len(values) > min(len({place for place, *_ in values}), _MOST):
        return ()
    return tuple(max(counts, value, key=len) for _, counts, value in values)


def _place(said: list[str], name: tuple[str, ...]) -> int | None:
    """Where the question says the name, None where it does not."""
    size = len(name)
    return next((at for at in range(len(said) - size + 1) if tuple(said[at : at + size]) == name), None)
