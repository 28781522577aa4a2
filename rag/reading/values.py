"""The asked values of one entry, verbatim, with the citations that hold them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from ingest.goals import figures
from ingest.plan import Clause, Field
from rag.answer import Citation
from rag.citations import cite_entry, cite_field, cite_headings
from rag.corpus.entries import Entry, is_filled
from rag.corpus.library import Library
from rag.language.words import either, sound
from rag.measures.bounds import unbound
from rag.measures.byunit import figures_apart, figures_by_unit
from rag.measures.dashed import dashed_items
from rag.measures.figurepairs import of_years
from rag.measures.figures import counted, notes_number, ranked_number
from rag.measures.groupfigures import figure_of_group, figures_of_groups
from rag.measures.labelled import figures_asked
from rag.measures.milestones import meant_units, milestone
from rag.measures.named import names_figure_of
from rag.measures.times import asks_weekday, lasting_told, rhythm_asked, time_asked, weekday_asked
from rag.query.personcells import person_cell
from rag.query.question import Query
from rag.query.rowtables import tables_of_people
from rag.query.sidecolumns import nouns_asked, side_cell, with_sides
from rag.query.subjects import subject_of
from rag.query.togetherwith import is_helper
from rag.query.yearcolumns import column_of_year, columns_asked
from rag.reading.approving import approver_asked
from rag.reading.doers import asks_beside, asks_both, both_sides, by_whom, is_said
from rag.reading.ends import each_end, one_end
from rag.reading.fromto import figures_moved
from rag.reading.notetold import note_told
from rag.reading.offices import asks_person, person_told, posts_alone
from rag.reading.prose import figure_asked, figure_in_part, figure_of, pick, piece_of
from rag.reading.sentto import sent_to
from rag.reading.smallest import charged_of_several
from rag.reading.startcells import ends_asked
from rag.reading.twofold import each
from rag.wording import ROLE

OWN_COLUMN: Final = "own column"
"""The flag of one of several columns asked for: what the question says of another does not answer it."""
Found = tuple[tuple[str, ...], tuple[Citation, ...]]

_BRACKETED: Final = re.compile(r"\(([^()]*)\)\s*$")
_ENTRIES: Final = re.compile(r"[,;]|\bvà\b")
_COUNTED: Final = re.compile(r" (?:bao nhieu|mai) (\S+) ")
_YEAR: Final = re.compile(r"\b20\d\d\b")
_TIMED: Final = re.compile(
    r"(?P<event>[^\W\d_]+(?:\s[^\W\d_]+){0,5}?)\s*:?\s+(?:(?:vào|từ|trong|trước|sau|đến|các)\s+)*"
    r"(?:(?:ngày|tháng|quý|tuần|mùa|thứ|đầu|cuối|giữa)\s|\d{1,2}[/.-]\d)",
    re.IGNORECASE,
)
"""A note that begins with what its time is of."""
_SENTENCE: Final = 15
"""More words than this are no deadline but a sentence that tells one."""
_LEADS: Final = sound("chủ trì")
_WHO: Final = re.compile(rf"\b{sound('ai')}\b")
_ELSE: Final = re.compile(rf"\b(?:{either('nào', 'gì', 'đâu', 'bao nhiêu', 'mấy', 'bao giờ')})\b")
"""Question words for a person, and for anything else."""
_SHORT: Final = 7
"""Words of a result cell, or of one of its several figures, that is a figure with its noun and nothing more."""


def values_of(query: Query, library: Library, entry: Entry) -> Found:
    """What the entry says of what is asked; no value when its cell is blank."""
    plan = library.plans[entry.plan]
    if entry.cells and (found := _of_plain_row(query, library, entry)) is not None:
        return ((found.text,) if found.text else ()), cite_field(plan, entry, found)
    if entry.clause is not None:
        return _of_clause(query, library, entry, entry.clause)
    columns = columns_asked(query, entry)
    if columns is not None:
        values = tuple(cell.text for _, cell in columns if is_filled(cell.text))
        return values, cite_field(plan, entry, columns[0][1]) if len(columns) == 1 else cite_entry(plan, entry)
    if (told := _of_side_column(query, library, entry)) is not None:
        return told
    called = any(sound(entry.name).startswith(f"{noun} ") for noun in nouns_asked(query.spoken))
    role = query.role or ("value" if entry.kind == "target" and not called else "name")
    if role == "name" and notes_number(query) and (told := _figure_told(query, library, entry))[0]:
        return told
    return _figure_told(query, library, entry) if role == "value" else _cell_of(query, library, entry, role)


def _of_side_column(query: Query, library: Library, entry: Entry) -> Found | None:
    """What a column without a role of its own says, where the question means one; None where the usual column is meant."""
    plan = library.plans[entry.plan]
    if query.role == "person" and (person := person_cell(query.spoken, entry.other)):
        return ((person[1].text,) if person[1].text else ()), cite_field(plan, entry, person[1])
    people = query.role == "lead" and (entry.plan, entry.annex) in tables_of_people(library)
    if people and _asks_whose_row(query, entry):
        return (entry.name,), cite_field(plan, entry, entry.field("name"))
    if ends := ends_asked(query.spoken, query.role, entry):
        told = [cell for _, cell in ends if is_filled(cell.text)]
        cited = (one for _, cell in ends for one in cite_field(plan, entry, cell))
        return tuple(cell.text for cell in told), tuple(dict.fromkeys(cited))
    other = None if OWN_COLUMN in query.flags else other_column(query, entry)
    if other is not None and other == entry.field("lead"):
        return _cell_of(query, library, entry, "lead")
    if other is not None:
        return ((other.text,) if other.text else ()), cite_field(plan, entry, other)
    if query.role == "due" and (noted := _time_noted(query, entry)):
        return (noted.text,), cite_field(plan, entry, noted)
    if entry.kind == "task" and not query.roles:
        beside = (entry.field("note"), *(cell for _, cell in entry.other))
        if said := note_told(query.spoken, entry.name, [cell for cell in beside if cell.text]):
            return (said,), cite_entry(plan, entry)
    return None


def _of_clause(query: Query, library: Library, entry: Entry, clause: Clause) -> Found:
    """What a clause says: a person, both sides that work together, each of several things, or the one piece asked for."""
    plan = library.plans[entry.plan]
    subject = subject_of(plan, clause)
    person = person_told(plan, clause) if asks_person(query) else ""
    if person:
        return (person,), (*cite_entry(plan, entry), *cite_headings(plan, entry, (person,)))
    query = replace(query, role="value") if names_figure_of(query, clause.text) else query
    sides = both_sides(query, library, clause, subject) if asks_both(query) else ()
    picked = (
        sides
        or figures_moved(query, library, clause.text)
        or each(query, library, lambda one, text: pick(one, library, replace(clause, text=text), subject), clause.text)
    )
    picked = tuple(unbound(query, one) for one in picked) or pick(query, library, clause, subject)
    picked = posts_alone(query, clause, picked)
    return picked, (*cite_entry(plan, entry), *cite_headings(plan, entry, picked))


def _time_noted(query: Query, entry: Entry) -> Field | None:
    """The note of a task that names, before a time, what the question asks the time of: "cao điểm tháng 2 - tháng 5"."""
    note = entry.field("note")
    told = _TIMED.match(note.text) if entry.kind == "task" else None
    event = sound(told["event"]) if told else ""
    asked = " " in event and f" {event} " in f" {query.spoken} " and f" {event} " not in f" {sound(entry.name)} "
    return note if asked else None


def _of_plain_row(query: Query, library: Library, entry: Entry) -> Field | None:
    """The cell that is asked of a row of a table without tasks; who does something is its name in a table of persons."""
    if query.role == "note":
        return entry.field("note")
    person = query.role == "lead" and (entry.plan, entry.locator.partition("/")[0]) in tables_of_people(library)
    other = other_column(query, entry)
    if person and other is not None and (_is_named(query, other.text) or _asks_whose_row(query, entry)):
        other = None
    return other or (entry.cells[0][1] if person else None)


def _asks_whose_row(query: Query, entry: Entry) -> bool:
    """Whether "ai" alone is asked, and not of another column of persons: "ai phụ trách thôn" names the village's column only."""
    only = _WHO.search(query.spoken) is not None and _ELSE.search(query.spoken) is None
    return only and person_cell(query.spoken, entry.cells[1:] or entry.other) is None


def _is_named(query: Query, cell: str) -> bool:
    """Whether the question itself says an entry of a cell: who looks after it is asked then, not what it is."""
    said = f" {query.spoken} "
    return any(f" {sound(one)} " in said for one in _ENTRIES.split(cell) if one.strip())


def _cell_of(query: Query, library: Library, entry: Entry, role: str) -> Found:
    """The cell of a row, its units one by one, or the part of it that is asked for."""
    plan, cell = library.plans[entry.plan], entry.field(role)
    weights = {word: library.idf(word) for word in query.words.content()}
    often = rhythm_asked(query, entry.name, weights) if entry.annex is None else ""
    if told_within := often or (lasting_told(query, entry.name, cell.text) if role == "due" else ""):
        return (told_within,), cite_entry(plan, entry)
    if role == "lead":
        return _lead_of(query, library, entry)
    if role == "support":
        beside = is_helper(query, entry)
        shown = cell if cell.text and not beside else entry.field("lead")
        return entry.leads if beside else entry.supports, cite_field(plan, entry, shown)
    if role == "due" and (ends := each_end(query.spoken, milestone(query, library, entry))):
        return ends, cite_field(plan, entry, cell)
    text = _due_of(query, library, entry) if role == "due" else cell.text
    if role == "due" and not text and (planned := column_of_year(query, entry)):
        text, cell = time_asked(query, planned.text, weights), planned
    if role == "name" and (listed := dashed_items(query, text)):
        return listed, cite_field(plan, entry, cell)
    text = (piece_of(query, library, text) if role == "name" else "") or text
    return ((text,) if is_filled(text) else ()), cite_field(plan, entry, cell)


def _lead_of(query: Query, library: Library, entry: Entry) -> Found:
    """Who leads a row, or does the part that is asked for; those beside where the one who leads is named."""
    plan = library.plans[entry.plan]
    told = _who_in_prose(query, library, entry) if entry.annex is None else ()
    if told:
        return told, cite_entry(plan, entry)
    units = meant_units(query, library, entry)
    if units and asks_beside(query) and entry.supports and all(is_said(query, library, unit) for unit in units):
        return entry.supports, cite_field(plan, entry, entry.field("support"))
    if not units and (entry.plan, entry.annex) in tables_of_people(library):
        return (entry.name,), cite_field(plan, entry, entry.field("name"))
    over = cite_headings(plan, entry, units) if entry.annex is None else ()
    return units, (*cite_field(plan, entry, entry.field("lead")), *over)


def _who_in_prose(query: Query, library: Library, entry: Entry) -> tuple[str, ...]:
    """Who approves or does a part of what a task of prose tells; () where its lead is meant."""
    return (
        approver_asked(query, entry.name)
        or sent_to(query, library, entry.name)
        or by_whom(query, entry.name)
        or _own_part(query, library, entry)
    )


def _own_part(query: Query, library: Library, entry: Entry) -> tuple[str, ...]:
    """The unit, of those that lead and help, whose part in brackets is asked for; () where the lead is."""
    cells = f"{entry.field('lead').text}; {entry.field('support').text}"
    unit = "" if _LEADS in query.spoken else charged_of_several(query, library, cells)
    return (unit,) if unit else ()


def _due_of(query: Query, library: Library, entry: Entry) -> str:
    """The deadline, its end or part that is asked for; of a task of prose that tells it in a sentence the time alone."""
    text = one_end(query.spoken, milestone(query, library, entry))
    if entry.annex is not None or len(text.split()) <= _SENTENCE:
        return text if entry.annex is not None else unbound(query, text)
    weights = {word: library.idf(word) for word in query.words.content()}
    return unbound(query, time_asked(query, text, weights) or text)


def _figure_told(query: Query, library: Library, entry: Entry) -> Found:
    """The figure of a task's cells, of a target's value, or of the words of a target that has no value of its own."""
    plan, cell = library.plans[entry.plan], entry.field("value")
    if entry.kind == "task":
        return _figure_of(query, library, entry), cite_entry(plan, entry)
    if entry.annex is not None and not cell.text and figures(entry.name):
        figure = figure_asked(query, library, entry.name)
        return ((figure,) if figure else ()), cite_entry(plan, entry)
    if entry.annex is None:
        if counts := figures_by_unit(query, entry.name):
            return counts, cite_entry(plan, entry)
        named = figures_moved(query, library, entry.name) or figures_asked(query, library, entry.name)
        if named := named if len(named) > 1 else figures_of_groups(query, library, entry.name) or named:
            return tuple(unbound(query, one) for one in named), cite_entry(plan, entry)
        both = each(query, library, lambda one, text: _one_of_two(one, library, entry, text), entry.name)
        told = both or of_years(query, library, entry.name) or _told_in_name(query, library, entry)
        values = tuple(unbound(query, one) for one in told or (cell.text,))
        return values, cite_entry(plan, entry) if told else cite_field(plan, entry, cell)
    return ((cell.text,) if is_filled(cell.text) else ()), cite_field(plan, entry, cell)


def _one_of_two(query: Query, library: Library, entry: Entry, text: str) -> tuple[str, ...]:
    """What a target of prose tells for one of two things asked: a time, out of ``text``, where that is asked for, else a figure."""
    if query.role != "due":
        return _told_in_name(query, library, entry) or (entry.field("value").text,)
    told = time_asked(query, text, {word: library.idf(word) for word in query.words.content()})
    return (told,) if told else ()


def _told_in_name(query: Query, library: Library, entry: Entry) -> tuple[str, ...]:
    """The figure of a target of prose that its words tell for the question; () where its value is meant."""
    told = _place_or_weekday(query, library, entry.name) or figure_of_group(query, library, entry.name)
    told = told or counted(query, entry.name, library) or figure_in_part(query, library, entry.name)
    return (told,) if told else ()


def _place_or_weekday(query: Query, library: Library, text: str) -> str:
    """What "mấy" asks for that is no amount: a rank, or a day of the week."""
    if asks_weekday(query):
        return weekday_asked(text, {word: library.idf(word) for word in query.words.content()})
    return ranked_number(query, text)


def other_column(query: Query, entry: Entry) -> Field | None:
    """The cell of a column without a role of its own that the question names by its header ("kinh phí", "địa điểm")."""
    found = side_cell(with_sides(query.spoken, query.flags), entry)
    measures = set(_COUNTED.findall(f" {query.spoken} "))
    counted = next((cell for header, cell in entry.other if _measure_of(header) in measures), None)
    return found[1] if found is not None else counted


def side_title(query: Query, entry: Entry) -> str:
    """The header of the column that `other_column` finds, or those of both ends of the work; "" for none."""
    if ends := ends_asked(query.spoken, query.role, entry):
        shown = [header or ROLE["due"] for header, cell in ends if is_filled(cell.text)]
        return " – ".join(shown or [header or ROLE["due"] for header, _ in ends])
    cell = None if OWN_COLUMN in query.flags else other_column(query, entry)
    if cell is None or (cell.text and cell == entry.field("lead")):
        return ROLE["lead"] if cell is not None else ""
    return next((header for header, one in entry.other if one is cell), "")


def _measure_of(header: str) -> str:
    """The unit of measure that a header ends with in brackets: "Số lượng (người)"."""
    printed = _BRACKETED.search(header)
    return sound(printed[1]) if printed and not _YEAR.search(header) else ""


def _figure_of(query: Query, library: Library, entry: Entry) -> tuple[str, ...]:
    """How many of something a task names: its result cell when that counts the thing, else a figure in its words or note."""
    result = entry.field("result").text
    for cell in (result, entry.field("due").text) if query.years else ():
        told = of_years(query, library, cell)
        if told and not any(one.isdigit() for one in told):  # a bare number may be part of a date
            return told
    figure = counted(query, result)
    if figure:
        parts = [result] if len(figures_by_unit(query, result)) > 1 else figures_apart(result)
        part = next((one for one in parts if figure in one), figure)
        return (part if len(part.split()) <= _SHORT else figure,)
    figure = counted(query, entry.name) or counted(query, entry.field("note").text)
    if figure:
        return (figure,)
    figure = figure_of(query, library, entry.name) or figure_of(query, library, result)
    return (figure,) if figure else ()
