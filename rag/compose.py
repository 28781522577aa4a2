"""Answers in words, from entries that were chosen: one fact, several columns, several plans, or a refusal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rag.answer import Answer, Status
from rag.citations import cite_entry, item, plan_name
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import find_phrase, sound
from rag.query.alsoasked import in_name
from rag.query.partners import HELPING, OWN_HELP
from rag.query.personcells import asks_which_person, beside_person, names_person
from rag.query.question import Query
from rag.query.sidecolumns import nouns_asked
from rag.query.yearcolumns import columns_asked
from rag.ranking.rank import Scored
from rag.reading.doers import asks_both
from rag.reading.ends import lacks_beginning
from rag.reading.values import OWN_COLUMN, other_column, side_title, values_of
from rag.wording import AMBIGUOUS, NEAR, NO_BEGINNING, NOT_FOUND, NOT_STATED, ROLE, joined, shorten

_NEAR: Final = 0.45
"""The least coverage of a row that is worth showing beside a refusal."""
_NEAR_TITLE: Final = 0.3
"""The same of the part of its name that is asked for: a row of other things is no near miss."""
_MOST_NEAR: Final = 3
_QUOTED: Final = 160
_PERSON: Final = "người phụ trách"
_OFFICE_NAMED: Final = re.compile(
    r"\b(?:don vi|co quan|phong|so|ban|ben) (?:nao|chu chi|thuc hien|phu chach|tham muu|dau moi)\b"
)
_SIDE_BY_SIDE: Final = re.compile(
    r"[,;/–:?&+]|\b(?:và|va|rồi|roi|luôn|luon|đồng thời|dong thoi|với (?:lại|ai)|voi (?:lai|ai)|lẫn|lan)\b"
)


def compose(query: Query, library: Library, one: Scored) -> Answer:
    """The answer from one entry; a blank cell is said to be blank."""
    entry = one.entry
    if asks_both(query) and entry.kind != "clause" and len(query.roles) <= len(("lead", "support")):
        return _several(replace(query, roles=("lead", "support")), library, one)
    query = _of_helpers(query, entry)
    named = [role for role in query.roles if in_name(query.spoken, heard(f"column.{role}"), entry.name)]
    if named and len(named) < len(query.roles):
        roles = tuple(role for role in query.roles if role not in named)
        query = replace(query, roles=roles, role=roles[0] if query.role in named else query.role)
    query = _of_persons(query, entry)
    if len(query.roles) > 1 and entry.kind == "target" and entry.annex is None:
        both = _column(replace(query, role="value"), library, one)  # its sentence may tell the time as well
        if len(both.values) > 1:
            return both
    if len(query.roles) > 1 and entry.kind != "clause" and _SIDE_BY_SIDE.search(query.typed):
        return _several(query, library, one)
    return _column(query, library, one)


def _column(query: Query, library: Library, one: Scored) -> Answer:
    """The answer from one entry to a question of one column."""
    entry = one.entry
    plan = library.plans[entry.plan]
    values, citations = values_of(query, library, entry)
    where = f"{plan_name(plan)}, {entry.locator}"
    if entry.cells and not values:
        return blank(query, library, entry)
    if entry.kind == "clause":
        text = f"{joined(values)} ({where})."
        return Answer(query.typed, Status.ANSWERED, text, values, citations=citations, method="retrieval")
    role = query.role or ("value" if entry.kind == "target" else "")
    if not role and values == (entry.name,) and _says_it_all(query, entry):
        return not_found(query, library, (one,))
    if not values and role == "value" and entry.kind == "task" and other_column(query, entry) is None:
        return not_found(query, library, (one,))
    impersonal = role == "lead" and entry.annex is not None and asks_which_person(query.spoken)
    if not values or (impersonal and not any(map(names_person, values))):
        return blank(query, library, entry)
    title = _title_of(values, side_title(query, entry), entry)
    if role == "due" and not title and lacks_beginning(query.spoken, entry.when):
        told = NO_BEGINNING.format(plan=plan_name(plan), locator=entry.locator, due=entry.field("due").text)
        return Answer(query.typed, Status.NOT_STATED, told, citations=citations)
    unit = entry.field("unit").text if role == "value" and entry.kind == "target" else ""
    shown = joined(values) + (f" ({unit})" if unit and not values[0].endswith(unit) else "")
    if values == (entry.name,):
        return Answer(query.typed, Status.ANSWERED, f"Nội dung: {shown} ({where}).", values, citations=citations)
    helps = role == "lead" and values[0] not in entry.field("lead").text and values[0] in entry.field("support").text
    title = title or ROLE.get("support" if helps else role, "Nội dung")
    text = f"{title}: {shown} — “{shorten(entry.name)}” ({where})."
    return Answer(query.typed, Status.ANSWERED, text, values, citations=citations)


def _title_of(values: Sequence[str], title: str, entry: Entry) -> str:
    """The title told beside the values: that of the column of their own, where another was found by the question's words."""
    own = [header for header, cell in entry.other if header and tuple(values) == (cell.text,)]
    return own[0] if title and own and title not in own else title


def _says_it_all(query: Query, entry: Entry) -> bool:
    """Whether a question for something of a row ("nhà thầu nào") says the row's whole name: to repeat it tells nothing."""
    asked = nouns_asked(query.spoken)
    said = set(query.spoken.split())
    name = f" {sound(entry.name)} "
    longer = [one for one in asked if " " in one]
    return bool(longer) and said.issuperset(name.split()) and not any(f" {one} " in name for one in longer)


def _of_persons(query: Query, entry: Entry) -> Query:
    """The question of the one in charge where a person is asked for, and of a column of persons beside the offices'."""
    if entry.kind != "task":
        return query
    if not query.role and asks_which_person(query.spoken):
        return replace(query, role="lead")
    rest = beside_person(query.spoken, entry.other) if query.roles else None
    if rest is None or (query.roles == ("lead",) and not _asks_office(" | ".join(rest))):
        return query
    before, behind = map(_asks_office, rest)
    both = (*(("lead",) if before else ()), "person", *(("lead",) if behind and not before else ()))
    if "lead" in query.roles:
        at = query.roles.index("lead")
        return replace(query, roles=(*query.roles[:at], *both, *query.roles[at + 1 :]))
    first = sum(find_phrase(rest[0], heard(f"column.{role}")) is not None for role in query.roles)
    return replace(query, roles=(*query.roles[:first], "person", *query.roles[first:]))


def _asks_office(words: str) -> bool:
    """Whether words, as they sound, ask for the office that leads."""
    return bool(find_phrase(words, heard("column.lead")) or _OFFICE_NAMED.search(words))


def _of_helpers(query: Query, entry: Entry) -> Query:
    """The question, of the helpers where "ai hỗ trợ …" is not said of work that is itself a help."""
    if HELPING not in query.flags or entry.kind != "task" or not entry.supports:
        return query
    name, spoken = f" {sound(entry.name)} ", f" {query.spoken} "
    own = {one for one in OWN_HELP if f" {one} " in name}
    said = {one for one in OWN_HELP if f" {one} " in spoken}
    if own and not own < said:  # "ai hỗ trợ hướng dẫn …" says the row's own help and another
        return query
    return replace(query, role="support", roles=tuple("support" if one == "lead" else one for one in query.roles))


def blank(query: Query, library: Library, entry: Entry, header: str = "") -> Answer:
    """The row or clause is there and leaves blank what is asked, under the column of ``header`` where one is told."""
    plan = library.plans[entry.plan]
    role = query.role or ("value" if entry.kind == "target" else "")
    person = _PERSON if role == "lead" and asks_which_person(query.spoken) else ""
    dated = columns_asked(query, entry) or ()
    title = (
        header
        or side_title(query, entry)
        or person
        or " – ".join(header for header, _ in dated)
        or ROLE.get(role, role)
    )
    text = NOT_STATED.format(plan=plan_name(plan), locator=entry.locator, role=title.lower())
    return Answer(query.typed, Status.NOT_STATED, text, citations=cite_entry(plan, entry))


def _several(query: Query, library: Library, one: Scored) -> Answer:
    """Several columns of one row, in the order asked; blank ones are said to be blank and give no value."""
    parts = [_column(_of_column(query, role), library, one) for role in query.roles]
    parts = [part for part in parts if not any(_tells_longer(part, other) for other in parts)]
    parts = [part for n, part in enumerate(parts) if not any(_same_stretch(part, told, one) for told in parts[:n])]
    if any(part.status is Status.ANSWERED for part in parts):
        return together(query, [part for part in parts if part.status is not Status.NOT_FOUND])
    return next((part for part in parts if part.status is Status.NOT_STATED), parts[0])


def _tells_longer(one: Answer, other: Answer) -> bool:
    """Whether one column's answer is another's with words before it: "không quá 20 phút" beside "20 phút"."""
    if one.citations != other.citations or not len(one.values) == len(other.values) == 1:
        return False
    longer, shorter = one.values[0], other.values[0]
    return " " in shorter and longer != shorter and longer.endswith(f" {shorter}")


def _same_stretch(part: Answer, told: Answer, one: Scored) -> bool:
    """Whether a column's answer is what another has told already, out of the one place where the row prints it."""
    text = " ".join(one.entry.text.split())
    return bool(part.values) and part.values == told.values and all(text.count(value) == 1 for value in part.values)


def _of_column(query: Query, role: str) -> Query:
    """The question of one of its columns."""
    own = role in {"lead", "support", "due", "person"}
    return replace(query, role=role, roles=(), flags=query.flags | {OWN_COLUMN} if own else query.flags)


def together(query: Query, parts: Sequence[Answer]) -> Answer:
    """Several answers as one, values in the order asked."""
    answered = [part for part in parts if part.status is Status.ANSWERED]
    return Answer(
        query.typed,
        Status.ANSWERED,
        " ".join(part.answer for part in parts),
        tuple(value for part in answered for value in part.values),
        citations=tuple(dict.fromkeys(one for part in answered for one in part.citations)),
    )


def quote(query: Query, library: Library, entry: Entry, value: str) -> Answer:
    """An answer that is one stretch of the entry's own text."""
    return quoted(query, library, entry, (value,))


def quoted(query: Query, library: Library, entry: Entry, values: tuple[str, ...]) -> Answer:
    """An answer of several stretches of the entry's own text."""
    plan = library.plans[entry.plan]
    text = f"{joined(values)} — “{shorten(entry.name, _QUOTED)}” ({plan_name(plan)}, {entry.locator})."
    return Answer(query.typed, Status.ANSWERED, text, values, citations=cite_entry(plan, entry), method="retrieval")


def ambiguous(query: Query, library: Library, entries: Sequence[Entry]) -> Answer:
    """What each of several entries says, none taken for the one meant."""
    each = [(entry, *values_of(query, library, entry)) for entry in entries]
    cited = tuple(citation for _, _, citations in each for citation in citations)
    return replace(told_apart(query, library, [(entry, values) for entry, values, _ in each]), citations=cited)


def told_apart(query: Query, library: Library, told: Sequence[tuple[Entry, tuple[str, ...]]]) -> Answer:
    """The same of entries with what each says."""
    items = tuple(item(library.plans[entry.plan], entry) for entry, _ in told)
    citations = tuple(one for entry, _ in told for one in cite_entry(library.plans[entry.plan], entry))
    parts = (
        f"{plan_name(library.plans[entry.plan])} ({entry.locator}): {joined(values) or 'để trống'}"
        for entry, values in told
    )
    text = AMBIGUOUS.format(parts="; ".join(parts))
    return Answer(query.typed, Status.AMBIGUOUS, text, items=items, citations=citations)


def not_found(query: Query, library: Library, ranked: Sequence[Scored] = ()) -> Answer:
    """A refusal, with the nearest row as a near miss where there is one."""
    close = (one for one in ranked[:_MOST_NEAR] if one.coverage >= _NEAR and one.title >= _NEAR_TITLE)
    near = [one.entry for one in close if one.entry.kind != "clause"]
    if not near:
        return Answer(query.typed, Status.NOT_FOUND, NOT_FOUND)
    plan = library.plans[near[0].plan]
    text = NEAR.format(locator=near[0].locator, plan=plan_name(plan), name=shorten(near[0].name))
    items = tuple(item(library.plans[entry.plan], entry) for entry in near)
    return Answer(query.typed, Status.NOT_FOUND, text, near=items)
