"""Tasks whose brackets say who leads and by when: "Tập huấn công chức (Sở Nội vụ chủ trì; hoàn thành trước 30/6)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Span
from ingest.dues import looks_like_due, parse_due
from ingest.letters import either
from ingest.marks import read_mark
from ingest.markup import find_words
from ingest.plan import Clause, Field, Section, SectionKind, Task
from ingest.units import split_units, starts_like_unit

_DOES = either(
    "chủ trì", "chủ trì tham mưu", "tham mưu", "là đầu mối", "làm đầu mối", "phụ trách", "chịu trách nhiệm", "thực hiện"
)
_BRACKET = re.compile(r"(?P<name>.{8,}?)\s*\((?P<said>[^()]*)\)[\s.;]*", re.DOTALL)
_PIECES = re.compile(rf";\s*|,\s*(?={either('hoàn thành', 'xong', 'thời gian', 'thời hạn', 'trong', 'trước')}\b)")
_LEAD = re.compile(
    rf"(?:giao\s+)?(?P<lead>.+?)\s+{_DOES}"
    r"(?:,?\s*(?:và\s+)?phối hợp\s+(?:với|cùng)\s+(?P<support>.+)|(?:\s*[,–-]\s*|\s+(?:và|cùng)\s+)(?:và\s+)?(?P<helping>(?!phối hợp).+?)\s+(?:cùng\s+)?(?:tham gia\s+)?phối hợp(?:\s+thực hiện)?)?",
    re.IGNORECASE,
)
_OFFICES = re.compile(r"(?P<lead>[^;:.]{3,120})")  # alone in brackets with a deadline
_NO_NAME = re.compile(r"(?:cơ quan|đơn vị|bộ phận|các|sở|ban)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A task as its brackets state it, before it has its locator; ``turn`` counts items with its bullet."""

    locator: str
    turn: int
    name: str
    lead: str
    support: str
    due: str
    span: Span


def bracketed_tasks(
    clauses: Sequence[Clause], sections: Sequence[Section], text: str, year: int | None
) -> tuple[Task, ...]:
    """Every clause or heading that ends with such brackets, in document order."""
    found = sorted((*_clauses(clauses), *_headings(clauses, sections)), key=lambda one: one.span)
    counts = Counter(one.locator for one in found)
    return tuple(_task(one, text, year, alone=counts[one.locator] == 1) for one in found)


def _clauses(clauses: Sequence[Clause]) -> Iterator[_Stated]:
    turns: Counter[tuple[str, str]] = Counter()
    for clause in clauses:
        turns[clause.locator, clause.marker] += 1
        mark = read_mark(clause.text)
        words = mark.rest if mark else clause.text
        yield from _stated(words, clause.locator, clause.span, turns[clause.locator, clause.marker])


def _headings(clauses: Sequence[Clause], sections: Sequence[Section]) -> Iterator[_Stated]:
    """Headings that are no clause too."""
    starts = {clause.span.start for clause in clauses}
    for section in sections:
        if section.kind is SectionKind.HEADING and section.span.start not in starts:
            yield from _stated(section.heading, section.locator, section.span, 1)


def _stated(words: str, locator: str, span: Span, turn: int) -> Iterator[_Stated]:
    bracket = _BRACKET.fullmatch(words)
    if bracket is None or ":" in bracket.group("said"):
        return
    if starts_like_unit(bracket.group("name")) and not bracket.group("name").startswith("Tổ chức "):
        return
    first, *others = _PIECES.split(bracket.group("said").strip())
    due = next((piece for piece in others if looks_like_due(piece)), "")
    lead = _LEAD.fullmatch(first) or (_OFFICES.fullmatch(first) if due else None)
    if lead is None or not starts_like_unit(lead.group("lead")) or _NO_NAME.fullmatch(lead.group("lead")):
        return
    said = lead.groupdict()
    support = next((piece for piece in others if "phối hợp" in piece), said.get("support") or said.get("helping") or "")
    support = re.sub(r"^phối hợp(?: với)?\s+|\s+phối hợp$", "", support)
    yield _Stated(locator, turn, bracket.group("name").rstrip(" .;"), lead.group("lead"), support, due, span)


def _task(stated: _Stated, text: str, year: int | None, *, alone: bool) -> Task:
    def field(words: str) -> Field:
        return Field(words, (find_words(words, text, stated.span) or stated.span,)) if words else Field()

    return Task(
        locator=stated.locator if alone else f"{stated.locator}-{stated.turn}",
        annex=None,
        group=None,
        ordinal=stated.locator.rpartition("/")[2],
        parent=None,
        name=field(stated.name),
        lead=field(stated.lead),
        support=field(stated.support),
        result=Field(),
        due=field(stated.due),
        note=Field(),
        leads=split_units(stated.lead),
        supports=split_units(stated.support),
        when=parse_due(stated.due, year),
        spans=(stated.span,),
    )
