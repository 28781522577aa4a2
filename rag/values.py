"""The asked values of one entry, verbatim, with the citations that hold them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.goals import figures
from ingest.plan import Field
from rag.answer import Citation
from rag.citations import cite_entry, cite_field, cite_headings
from rag.doers import asks_beside, asks_both, both_sides, by_whom, is_said
from rag.ends import one_end
from rag.entries import Entry
from rag.figures import counted, of_year, unbound
from rag.library import Library
from rag.milestones import meant_units, milestone
from rag.offices import asks_person, person_told
from rag.prose import figure_asked, figure_in_part, figure_of, pick, piece_of
from rag.question import Query
from rag.subjects import subject_of
from rag.times import rhythm_asked, time_asked
from rag.twofold import each
from rag.words import sound

Found = tuple[tuple[str, ...], tuple[Citation, ...]]

_BRACKETED: Final = re.compile(r"\(([^()]*)\)")
_YEAR: Final = re.compile(r"\b20\d\d\b")
_SENTENCE: Final = 15
"""More words than this are no deadline but a sentence that tells one."""
_SHORT: Final = 7
"""Words of a result cell that is a figure with its noun and nothing more."""


def values_of(query: Query, library: Library, entry: Entry) -> Found:
    """What the entry says of what is asked; no value when its cell is blank."""
    plan = library.plans[entry.plan]
    if entry.clause is not None:
        clause, subject = entry.clause, subject_of(plan, entry.clause)
        person = person_told(plan, clause) if asks_person(query) else ""
        if person:
            return (person,), (*cite_entry(plan, entry), *cite_headings(plan, entry, (person,)))
        sides = both_sides(query, library, clause, subject) if asks_both(query) else ()
        picked = sides or each(query, library, lambda one: pick(one, library, clause, subject), clause.text)
        picked = picked or pick(query, library, clause, subject)
        return picked, (*cite_entry(plan, entry), *cite_headings(plan, entry, picked))
    years = _by_years(query, entry)
    if years:
        return tuple(cell.text for cell in years), cite_entry(plan, entry)
    other = other_column(query, entry)
    if other is not None:
        return ((other.text,) if other.text else ()), cite_field(plan, entry, other)
    role = query.role or ("value" if entry.kind == "target" else "name")
    return _figure_told(query, library, entry) if role == "value" else _cell_of(query, library, entry, role)


def _cell_of(query: Query, library: Library, entry: Entry, role: str) -> Found:
    """The cell of a row, its units one by one, or the part of it that is asked for."""
    plan, cell = library.plans[entry.plan], entry.field(role)
    weights = {word: library.idf(word) for word in query.words.content()}
    if often := rhythm_asked(query, entry.name, weights) if entry.annex is None else "":
        return (often,), cite_entry(plan, entry)
    if role == "lead":
        told = by_whom(query, entry.name) if entry.annex is None else ()
        if told:
            return told, cite_entry(plan, entry)
        units = meant_units(query, library, entry)
        if units and asks_beside(query) and entry.supports and all(is_said(query, library, unit) for unit in units):
            # who is named asks for those beside
            return entry.supports, cite_field(plan, entry, entry.field("support"))
        over = cite_headings(plan, entry, units) if entry.annex is None else ()
        return units, (*cite_field(plan, entry, cell), *over)
    if role == "support":
        return entry.supports, cite_field(plan, entry, cell if cell.text else entry.field("lead"))
    text = _due_of(query, library, entry) if role == "due" else cell.text
    text = (piece_of(query, library, text) if role == "name" else "") or text
    return ((text,) if text.strip(" -–") else ()), cite_field(plan, entry, cell)


def _due_of(query: Query, library: Library, entry: Entry) -> str:
    """The deadline, its end or part that is asked for; of a task of prose that tells it in a sentence the time alone."""
    text = one_end(query.spoken, milestone(query, library, entry))
    if entry.annex is not None or len(text.split()) <= _SENTENCE:
        return text
    weights = {word: library.idf(word) for word in query.words.content()}
    return time_asked(query, text, weights) or text


def _figure_told(query: Query, library: Library, entry: Entry) -> Found:
    """The figure of a task's cells, of a target's value, or of the words of a target that has no value of its own."""
    plan, cell = library.plans[entry.plan], entry.field("value")
    if entry.kind == "task":
        return _figure_of(query, library, entry), cite_entry(plan, entry)
    if entry.annex is not None and not cell.text and figures(entry.name):
        figure = figure_asked(query, library, entry.name)
        return ((figure,) if figure else ()), cite_entry(plan, entry)
    if entry.annex is None:
        told = of_year(query, entry.name) or counted(query, entry.name, library)
        told = told or figure_in_part(query, library, entry.name)
        return (unbound(query, told or cell.text),), cite_entry(plan, entry) if told else cite_field(plan, entry, cell)
    return ((cell.text,) if cell.text.strip(" -–") else ()), cite_field(plan, entry, cell)


def _by_years(query: Query, entry: Entry) -> tuple[Field, ...]:
    """The cells of a target for each of several years asked for, in the order asked."""
    if entry.target is None or len(query.years) < 2:
        return ()
    dated = {int(year[0]): cell for header, cell in entry.other if (year := _YEAR.search(header))}
    cells = [dated.get(year) or entry.target.value for year in query.years]
    return tuple(cells) if dated and len({id(cell) for cell in cells}) == len(cells) else ()


def other_column(query: Query, entry: Entry) -> Field | None:
    """The cell of a column without a role of its own that the question names by its header ("kinh phí", "kết quả 2025")."""
    asked = query.spoken.split()
    dated = [
        (header, cell) for header, cell in entry.other if (year := _YEAR.search(header)) and int(year[0]) in query.years
    ]
    if dated:  # of several columns of one year ("Lượng", "Giá trị") the one that the question says more of
        return max(dated, key=lambda one: (_in_unit(one[0], asked), len(set(sound(one[0]).split()) & set(asked))))[1]
    for header, cell in entry.other:
        if _YEAR.search(header):
            continue
        spoken = sound(re.sub(r"\(.*?\)", "", header))
        words = [word for word in spoken.split() if len(word) > 1]
        if spoken and (f" {spoken} " in f" {query.spoken} " or (len(words) > 1 and set(words) <= set(asked))):
            return cell
    return None


def _in_unit(header: str, asked: Sequence[str]) -> bool:
    """Whether the header prints in brackets the unit of measure right behind "bao nhiêu"."""
    at = next((n for n, word in enumerate(asked) if word in ("nhieu", "mai")), len(asked))
    printed = sound(" ".join(_BRACKETED.findall(header))).split()
    return bool(printed) and asked[at + 1 : at + 2] == printed[:1]


def _figure_of(query: Query, library: Library, entry: Entry) -> tuple[str, ...]:
    """How many of something a task names: its result cell when that counts the thing, else a figure in its words."""
    result = entry.field("result").text
    figure = counted(query, result)
    if figure:
        return (result if len(result.split()) <= _SHORT else figure,)
    figure = counted(query, entry.name)
    if figure:
        return (figure,)
    figure = figure_of(query, library, entry.name)
    return (figure,) if figure else ()
