"""What a clause says by its label or heading that it tells: "Thời gian: …" tells when, "KINH PHÍ" from what money.

The words of such a question mostly describe the plan, so that by words alone the plan's title is nearer than the one
clause that tells what is asked for ("Chủ đề …", "Hình thức khen thưởng", "Đối tượng tham gia").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rag.corpus.entries import Entry, grams
from rag.language.asked import Sort, read_asked
from rag.language.words import sound
from rag.query.question import Query
from rag.query.subjects import MARKER

_WHERE: Final = re.compile(
    rf"\b(?:{sound('ở')}|{sound('tại')}) (?:{sound('đâu')}|{sound('địa điểm')})\b|\b{sound('địa điểm')}\b"
)
_MONEY: Final = re.compile(
    rf"\b(?:{sound('kinh phí')}|{sound('nguồn')} (?:\S+ )?(?:{sound('tiền')}|{sound('vốn')}|nao)|{sound('tiền')})\b"
)
_WHO: Final = re.compile(
    rf"\b(?:{sound('dành')}|{sound('áp dụng')}|{sound('hướng đến')}|{sound('hướng tới')}) (?:\S+ )?(?:\S+ )?(?:{sound('ai')}|{sound('đối tượng')})\b"
    rf"|\b{sound('ai')} (?:{sound('được')} )?(?:{sound('tham gia')}|{sound('tham dự')}|{sound('dự')})\b"
)
_LABELS: Final = {
    "due": re.compile(r"(?i)(?:thời gian|thời hạn|thời điểm|tiến độ)\b[^:.;]{0,60}:"),
    "money": re.compile(r"(?i)(?:nguồn )?kinh phí\b[^:.;]{0,60}:"),
    "where": re.compile(r"(?i)địa điểm\b[^:.;]{0,60}:"),
    "who": re.compile(r"(?i)(?:đối tượng|thành phần)\b[^:.;]{0,60}:"),
}
_HEADINGS: Final = {
    "due": ("thời gian thực hiện", "thời gian tổ chức"),
    "money": ("kinh phí", "nguồn vốn"),
    "where": ("địa điểm",),
    "who": ("đối tượng", "thành phần"),
}
_OF_WORK: Final = frozenset(
    map(sound, ("nội dung", "nhiệm vụ", "giải pháp", "trách nhiệm", "công việc", "kế hoạch", "hoạt động", "mục tiêu"))
)
"""What headings are made of that stand over most of a plan."""
_SYLLABLES: Final = 2
"""Of a name that tells an aspect of the work."""
_LONGEST: Final = 8
"""Words of a label."""
_FIRST: Final = 5
"""Words with which a clause without a label opens."""
_CLAUSES: Final = 8192
"""Whose openings are kept."""

_OVER: Final = 0.6
"""What a label counts that stands over a clause, beside one that it opens with itself."""


@dataclass(frozen=True, slots=True)
class Labels:
    """How clauses open that tell what a question asks for, and the grams that their labels or headings hold."""

    openings: tuple[re.Pattern[str], ...]
    named: tuple[frozenset[str], ...]

    def __bool__(self) -> bool:
        return bool(self.openings or self.named)


def labels_asked(query: Query) -> Labels:
    """The labels and headings of clauses that tell what the question asks for."""
    asked = ["due"] if query.role == "due" else []
    asked += ["money"] if _MONEY.search(query.spoken) else []
    asked += ["where"] if _WHERE.search(query.spoken) else []
    asked += ["who"] if _WHO.search(query.spoken) else []
    fixed = (_pairs(sound(heading).split()) for name in asked for heading in _HEADINGS[name])
    return Labels(tuple(_LABELS[name] for name in asked), (*fixed, *_aspects(query)))


def _aspects(query: Query) -> Iterator[frozenset[str]]:
    """What the question calls the thing it asks for: "hình thức khen thưởng nào", "chủ đề … là gì"."""
    asked = read_asked(query.words)
    if asked.unit or asked.sort is Sort.WHOLE or query.role in {"due", "value", "support"}:
        return
    head = asked.head or (asked.before[:_SYLLABLES] if asked.sort is Sort.MEANING else ())
    if len(head) >= _SYLLABLES and " ".join(head[:_SYLLABLES]) not in _OF_WORK:
        yield _pairs(head)


def _pairs(words: tuple[str, ...] | list[str]) -> frozenset[str]:
    return frozenset(one for one in grams(" ".join(words)) if "_" in one)


def is_labelled(entry: Entry, labels: Labels) -> bool:
    """Whether a clause opens with one of the labels, or stands under a heading that names what is asked for."""
    return labelled_by(entry, labels) > 0.0


def labelled_by(entry: Entry, labels: Labels) -> float:
    """1 for a clause that opens with what is asked for, less where only a heading over it names that, else 0."""
    if not labels or entry.clause is None:
        return 0.0
    body, own = _opening(entry.clause.text)
    if any(named <= own for named in labels.named) or any(label.match(body) for label in labels.openings):
        return 1.0
    over = entry.context
    return _OVER if any(all(gram in over or gram in own for gram in named) for named in labels.named) else 0.0


@lru_cache(maxsize=_CLAUSES)
def _opening(text: str) -> tuple[str, frozenset[str]]:
    """A clause without its marker, and what its label says, else its first words."""
    body = MARKER.sub("", text)
    label, colon, _ = body.partition(":")
    opening = label.split() if colon and len(label.split()) <= _LONGEST else body.split()[:_FIRST]
    return body, grams(sound(" ".join(opening)))
