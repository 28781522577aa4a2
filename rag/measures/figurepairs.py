"""Several figures of one clause: that of each year asked for, or of each of two things that "và" joins before one gap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ingest.goals import figures
from rag.corpus.library import Library
from rag.language.words import AND, Words, sound
from rag.measures.figures import measures, noun_said
from rag.measures.owned import owned_parts
from rag.query.question import Query

_OF_YEAR: Final = re.compile(r"\b(20\d\d)\b[^\d;.]{0,25}?(?!20\d\d)(?<![\w.,/])(\d+(?:[.,]\d+)*(?:\s*%)?)(?![\d/])")
_BEFORE_YEAR: Final = re.compile(
    r"(?<![\w.,/])(\d+(?:[.,]\d+)*(?:\s*%)?)(?![\d/])(?:\s+[^\W\d_]+){0,12}?"
    r"\s+\(?(?:(?:trong|vào|của|ở|hồi|cuối|đến|hết)\s+)*(?:(?:năm\s+)?|(?:tháng\s+)?(?:\d{1,2}/){1,2})(20\d\d)(?![\d/])"
)
"""A figure and the year behind it: "1.200 hộ năm 2021 xuống 700 hộ năm 2024", "70% hộ vào tháng 12/2026"."""
_YEAR: Final = re.compile(r"(?<![\d/.,-])(?:\d{1,2}/){0,2}(20\d\d)(?![\d/])")
_SENTENCE: Final = re.compile(r"(?:[^;.]|\.(?!\s|$))+")
_TO_BOUND: Final = re.compile(r"\s*[-–]\s*(\d+(?:[.,]\d+)*)(?:\s*%)?(?![\d/])")
"""The second of two bounds of one figure."""
_MEASURING: Final = frozenset(
    sound("tỷ lệ số lượng tổng mức chỉ tiêu đạt giảm tăng phải được lần lượt tương ứng bao nhiêu").split()
)
"""Words for a figure itself, not for what it is of."""
_TWO: Final = 2
_HELD: Final = 0.6
"""The share of what tells one thing from the other that the part of its figure must say."""


def of_years(query: Query, library: Library, text: str) -> tuple[str, ...]:
    """The figure that a text of several years tells for each year asked for; () unless it tells all of them.

    Of several told for one year the one whose sentence, then whose part, says most of the question.
    """
    told = _by_year(text)
    asked = tuple(dict.fromkeys(query.years))
    years = {year for year, _ in told}
    if len(years) < _TWO or not asked or not years.issuperset(asked):
        return ()
    spans = [span for _, span in told]
    parts = owned_parts(text, spans)
    felt = [_felt(query.words, library, part) for part in parts] if len(parts) == len(told) else range(len(told))
    said = [_felt(query.words, library, _sentence_at(text, start)) for start, _ in spans]
    best = [max((said[n], felt[n], -n, span) for n, (year, span) in enumerate(told) if year == one)[3] for one in asked]
    return tuple(_whole(query, text, span) for span in best)


def _by_year(text: str) -> list[tuple[int, tuple[int, int]]]:
    """Each year that a text tells a figure of, with where; behind the year unless every year of a sentence follows one."""
    found: list[tuple[int, tuple[int, int]]] = []
    for sentence in _SENTENCE.finditer(text):
        years = _YEAR.findall(sentence[0])
        before = list(_BEFORE_YEAR.finditer(text, *sentence.span()))
        if len(years) >= _TWO and [match[2] for match in before] == years:
            found += [(int(match[2]), match.span(1)) for match in before]
        else:
            found += [(int(match[1]), match.span(2)) for match in _OF_YEAR.finditer(text, *sentence.span())]
    return found


def _sentence_at(text: str, at: int) -> str:
    """What stands with a place between semicolons and stops: it names once what several years have a figure of."""
    return next((one[0] for one in _SENTENCE.finditer(text) if one.start() <= at < one.end()), text)


def _felt(words: Words, library: Library, part: str) -> float:
    own = set(library.hear(part).split())
    return sum(library.idf(word) for word in words.content() if word in own)


def _whole(query: Query, text: str, span: tuple[int, int]) -> str:
    """A figure with its measure or the noun that the question says too."""
    start, end = span
    bound = _TO_BOUND.match(text, end)
    first, end = (bound.start(1), bound.end()) if bound else (start, end)  # a measure stands behind the second of two
    reaches = [b for a, b in (*figures(text), *measures(query, text)) if a <= first < b]
    told = text[start : max((*reaches, end))].strip()
    return told if told.endswith("%") else text[start : max(noun_said(query, text, end), start + len(told))].strip()


def figures_of_sides(query: Query, library: Library, text: str) -> tuple[str, ...]:
    """The figures of two things joined by "và", each out of its own part of ``text``; () where they are not parted so."""
    spots = measures(query, text)
    parts = owned_parts(text, spots) if len(spots) >= _TWO else []
    if len(parts) != len(spots):
        return ()
    heard = [set(library.hear(part).split()) for part in parts]
    for sides in _sides(query):
        best = [_part_of(side, library, heard) for side in sides]
        if None not in best and best[0] != best[1]:
            return tuple(text[spots[n][0] : spots[n][1]].strip() for n in best if n is not None)
    return ()


def _sides(query: Query) -> Iterator[Sequence[set[str]]]:
    """What tells the one thing from the other, for each "và" between two of them."""
    rest = query.words.outside(one for one in query.mentions if one.kind != "level")  # "ngân sách tỉnh" is a thing
    words = rest.heard.split()
    content = set(rest.content()) - _MEASURING
    places = [0, *(n for n, word in enumerate(words) if word == AND), len(words)]
    for before, at, after in zip(places, places[1:], places[2:], strict=False):
        left, right = ({word for word in words[a:b] if word in content} for a, b in pairwise((before, at, after)))
        if left - right and right - left:
            yield left - right, right - left


def _part_of(side: set[str], library: Library, parts: Sequence[set[str]]) -> int | None:
    """The one part that says most of a side, and most of what it says that any part does; None without one."""
    weights = [sum(library.idf(word) for word in side & part) for part in parts]
    most = max(weights, default=0.0)
    alone = weights.count(most) == 1 and most >= _HELD * sum(library.idf(word) for word in side)
    return weights.index(most) if alone else None
