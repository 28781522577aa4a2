"""The numbered steps of a plan: "Tuần 2 (từ 7/9 đến 13/9): …", "Bước 4. …", the rows of a table of "Giai đoạn"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from ingest.document import Span
from ingest.dues import parse_due
from ingest.plan import Plan, SectionKind
from rag.citations import first_line, place_of
from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.words import sound
from rag.query.subjects import MARKER

_NOUN: Final = "tuần|bước|giai đoạn|đợt|vòng|chặng|tháng|quý"
NOUNS: Final = tuple(map(sound, _NOUN.split("|")))
"""What steps are called, as sound forms."""
_NUMBER: Final = r"(?:số |thứ )?(\d{1,2}|[IVX]{1,4})(?:/20\d\d)?(?![\w/%])"
_LABELLED: Final = re.compile(
    rf"((?i:{_NOUN})\s+{_NUMBER}(?:[^:;.()]{{0,60}}|[^:;.()]{{0,40}}\([^()]{{2,60}}\)[^:;.()]{{0,10}}))\s*:\s+(\S.*)",
    re.DOTALL,
)
_STEP_PLACE: Final = re.compile(rf"(?:.*/)?((?i:{_NOUN})\s+{_NUMBER})")
_IN_BRACKETS: Final = re.compile(r"\(([^()]*\d[^()]*)\)")
_BEHIND_NUMBER: Final = re.compile(rf"(?i:{_NOUN})\s+{_NUMBER}[\s,–-]*(.*\d.*)")
_NUMERALS: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8"}
_HEADER_LINES: Final = 3
"""Lines over the first row of a table in which its header may stand."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step; ``noun`` is what it is called (sound form), ``label`` its name as printed, ``when`` its time, "" without.

    ``text`` is what the step tells, ``said`` all that the plan prints of it, ``start`` and ``end`` its days.
    """

    plan: int
    series: str
    noun: str
    number: str
    label: str
    when: str
    text: str
    said: str
    locator: str
    spans: tuple[Span, ...]
    start: date | None = None
    end: date | None = None
    row: Entry | None = None
    """The row that the step is, where a table holds the steps."""


@once
def steps_of(library: Library) -> tuple[Step, ...]:
    """Every step of every plan that stands in a series of two or more, in order of the text."""
    series: dict[tuple[int, str, str], list[Step]] = defaultdict(list)
    for step in _every(library):
        series[step.plan, step.series, step.noun].append(step)
    whole = (steps for steps in series.values() if len({step.number for step in steps}) == len(steps) > 1)
    return tuple(step for steps in whole for step in steps)


def number_of(said: str) -> str:
    """A step's number in figures, however it is written."""
    return _NUMERALS.get(said.lower(), said.lstrip("0"))


def _every(library: Library) -> Iterator[Step]:
    for entry in library.entries:
        if entry.clause is not None:
            yield from _of_clause(library.plans[entry.plan], entry)
    for number, plan in enumerate(library.plans):
        yield from _of_sections(number, plan)
    for rows in _tables(library.entries):
        yield from _of_rows(library.plans[rows[0].plan], rows)


def _of_clause(plan: Plan, entry: Entry) -> Iterator[Step]:
    """A paragraph that opens with the name of a step and a colon."""
    match = _LABELLED.fullmatch(MARKER.sub("", entry.text).strip())
    if match is None:
        return
    label = match[1].strip(" ,–-")
    when = _IN_BRACKETS.search(label) or _BEHIND_NUMBER.fullmatch(label)
    told = when[when.lastindex or 0].strip() if when else ""
    place = _STEP_PLACE.fullmatch(entry.locator)
    series = entry.locator.rpartition("/")[0] if place else entry.locator
    due = parse_due(told, plan.header.year) if told else None
    yield Step(
        plan=entry.plan,
        series=series,
        noun=_noun(label),
        number=number_of(match[2]),
        label=label,
        when=told,
        text=match[3].rstrip(" .;/"),
        said=entry.text,
        locator=entry.locator,
        spans=entry.spans,
        start=due.start if due else None,
        end=due.end if due else None,
    )


def _of_sections(number: int, plan: Plan) -> Iterator[Step]:
    """Steps that head paragraphs of their own."""
    for section in plan.sections:
        place = _STEP_PLACE.fullmatch(section.locator)
        below = [one for one in plan.clauses if one.locator == section.locator]
        if (
            section.kind is not SectionKind.HEADING
            or place is None
            or any(one.span.start == section.span.start for one in below)
        ):
            continue
        yield Step(
            plan=number,
            series=section.locator.rpartition("/")[0],
            noun=_noun(place[1]),
            number=number_of(place[2]),
            label=place[1],
            when="",
            text=section.heading,
            said=" ".join((place[1], section.heading, *(one.text for one in below))),
            locator=section.locator,
            spans=(first_line(plan, section.span),),
        )


def _tables(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The numbered rows of each annex or section, in order of the text."""
    found: dict[tuple[int, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind == "task" and entry.annex is not None and entry.group is None and entry.row.ordinal.isdigit():  # type: ignore[union-attr] # tasks have ordinals
            found[entry.plan, entry.annex].append(entry)
    return list(found.values())


def _of_rows(plan: Plan, rows: list[Entry]) -> Iterator[Step]:
    """The rows of a table whose first column is headed by the name of a step."""
    above = plan.text[: rows[0].spans[0].start].splitlines()[-_HEADER_LINES:]
    titles = (sound(re.split(r"[|\t]", line.strip("| "))[0]) for line in above)
    noun = next((title for title in titles if title in NOUNS), "")
    for entry in rows if noun else ():
        due = entry.when
        yield Step(
            plan=entry.plan,
            series=f"{entry.annex}/",
            noun=noun,
            number=entry.locator.rpartition("/")[2],
            label=entry.locator.rpartition("/")[2],
            when=entry.field("due").text,
            text=entry.name.rstrip(" .;/"),
            said=entry.text,
            locator=place_of(entry),
            spans=entry.spans,
            start=due.start if due else None,
            end=due.end if due else None,
            row=entry,
        )


def _noun(label: str) -> str:
    said = sound(label)
    return next(noun for noun in NOUNS if said.startswith(f"{noun} "))
