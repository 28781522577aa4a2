"""The parts of a section, listed: "mục IV.3 gồm những nội dung nào", "công tác tuyên truyền gồm những việc gì".

They are the headings right under it, else the items or paragraphs that stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from ingest.document import Span
from ingest.plan import Plan, Section, SectionKind
from rag.answer import Answer, Item, Status
from rag.citations import cite, first_line, item, plan_name
from rag.corpus.library import Library
from rag.language.words import either, sound, without_and
from rag.mentions.conditions import under_place
from rag.parts.tasksunder import OF_ROWS, parts_under, tasks_under, tell_tasks
from rag.query.asks import Intent
from rag.query.question import Query
from rag.query.rownouns import are_of_table
from rag.reading.assigned import PROSE
from rag.reading.prose import whole
from rag.rows.leftover import leftover
from rag.wording import shorten

_CONSISTS: Final = re.compile(
    rf"\b(?:{either('gồm', 'bao gồm', 'gồm có', 'có', 'nêu', 'nêu ra', 'đề ra', 'quy định', 'chia thành', 'nói', 'liệt kê', 'triển khai', 'là')})"
    rf"(?: (?:{either('những', 'các', 'mấy', 'bao nhiêu')}))? (?:(?:{either('nội dung', 'việc', 'công việc', 'nhiệm vụ', 'hoạt động', 'giải pháp', 'phần', 'mục', 'ý', 'khoản', 'điểm', 'đầu việc', 'biện pháp', 'vấn đề')}) )?(?:{either('nào', 'gì', 'chính', 'cụ thể')})\b"
    rf"|\b(?:{either('mấy', 'bao nhiêu')}) (?:{either('nội dung', 'việc', 'công việc', 'nhiệm vụ', 'hoạt động', 'giải pháp', 'phần', 'mục', 'ý', 'khoản', 'đầu việc', 'biện pháp')})\b"
)
"""Asks what is in a section."""
_OF_TASKS: Final = re.compile(rf"\b(?:{either('những', 'các', 'mấy', 'bao nhiêu')}) {OF_ROWS.pattern}")
_NUMBERED: Final = re.compile(r"^(?:(?:[ivxlc]+|\d+) )+")
_OPENING: Final = re.compile(rf"^(?:{either('công tác', 'nội dung', 'nhiệm vụ', 'về', 'hoạt động', 'việc')}) ")
"""Before the matter of a heading, which a question may leave out."""
_LEAST: Final = 3
"""Syllables of a heading that name it."""
FILLING: Final = frozenset(
    sound(
        "công tác nội dung việc hoạt động nhiệm vụ giải pháp về phần mục theo trong của ở tại trên địa bàn kế hoạch này thì"
        " gồm bao có những các nào gì mấy cụ thể chính sau khi triển khai thực hiện ra nêu"
    ).split()
)
_BULLETS: Final = "-+*•–—●"
_HEADING: Final = 80


def answer_section_parts(
    query: Query, library: Library, *, within: AbstractSet[int] | None = None, counted: bool = False
) -> Answer | None:
    """The parts of the one section that is named by its number or its heading, or how many there are.

    None where it is not asked for them, or where the section is of a plan that is not ``within`` those. ``counted``: how
    many of what no row is called are asked for, of a section named by its number ("mục III nêu mấy giải pháp").
    """
    counts = query.intent is Intent.COUNT or counted
    if counted and not (query.intent is Intent.FACT and query.role == "value" and query.pointer.prose):
        return None
    if (query.intent is Intent.FACT and not counted) or query.actors or query.period or query.quoted:
        return None
    if query.role not in ("", "value" if counts else "") or not _CONSISTS.search(query.spoken):
        return None
    if are_of_table(query.nouns, library):
        return None
    found = _pointed(query, library) if query.pointer.prose else _called(query, library)
    if len(found) != 1 or (within is not None and found[0][0] not in within):
        return None
    (number, section) = found[0]
    plan = library.plans[number]
    if _OF_TASKS.search(query.spoken) and (tasks := tasks_under(library, number, parts_under(plan, section))):
        return tell_tasks(query, library, number, tasks, place=section.locator, counted=counts)
    return tell_section(query, library, (number, section), counts=counts)


def tell_section(query: Query, library: Library, found: tuple[int, Section], *, counts: bool) -> Answer | None:
    """The parts of a section, or their number; None where it has none."""
    number, section = found
    plan = library.plans[number]
    parts = parts_of(plan, section)
    if not parts:
        return None
    rows = {one.locator: one for one in library.entries if one.plan == number and one.kind == "task"}
    items = tuple(
        item(plan, rows[locator]) if locator in rows else part_item(plan, locator, words) for locator, words, _ in parts
    )
    citations = tuple(one for locator, _, span in parts for one in cite(plan, locator, (span,)))
    lines = "; ".join(f"{one.locator} – {shorten(one.name, _HEADING)}" for one in items)
    text = f"{plan_name(plan)}, {section.locator}, gồm {len(items)} nội dung{'' if counts else f': {lines}'}."
    values = (str(len(items)),) if counts else ()
    return Answer(query.typed, Status.ANSWERED, text, values, items, citations, method="retrieval")


def part_item(plan: Plan, locator: str, words: str) -> Item:
    """A part of a section as a row."""
    return Item(plan.file, plan_name(plan), locator, words, role=PROSE)


def _pointed(query: Query, library: Library) -> list[tuple[int, Section]]:
    """The sections of that number in the plans asked about, of those that all else said describes."""
    if query.pointer.annex or query.pointer.group or query.pointer.ordinal:
        return []
    left, profiles = leftover(query, library).keys() - FILLING, library.profiles
    return [
        (n, one)
        for n, one in _headings(query, library)
        if one.locator == query.pointer.prose and left <= profiles[n].words.union(library.hear(one.heading).split())
    ]


def _called(query: Query, library: Library) -> list[tuple[int, Section]]:
    """The sections with the longest heading that the question says whole, where the plan or the section says the rest."""
    if not query.pointer.empty:
        return []
    said = f" {without_and(query.spoken)} "
    fitting: list[tuple[int, int, Section]] = []
    for number, one in _headings(query, library):
        heading = _NUMBERED.sub("", without_and(library.hear(one.heading)))
        name = next((core for core in (heading, _OPENING.sub("", heading)) if f" {core} " in said), "")
        if len(name.split()) >= _LEAST and _tells_rest(query, library, (number, one), name):
            fitting.append((len(name.split()), number, one))
    longest = max((size for size, _, _ in fitting), default=0)
    return [(number, one) for size, number, one in fitting if size == longest]


def _tells_rest(query: Query, library: Library, found: tuple[int, Section], name: str) -> bool:
    """Whether all else that is said is of the plan or of what stands in the section."""
    number, section = found
    words = query.words.outside(one for one in query.mentions if one.plans and one.kind != "topic").content()
    left = {word for word, weight in words.items() if weight >= 1.0} - set(name.split()) - FILLING
    left -= library.profiles[number].words
    return not left or left <= set(library.hear(section.span.slice(library.plans[number].text)).split())


def _headings(query: Query, library: Library) -> Iterator[tuple[int, Section]]:
    for number, plan in enumerate(library.plans):
        if query.covers(number):
            yield from ((number, one) for one in plan.sections if one.kind is SectionKind.HEADING)


def parts_of(plan: Plan, section: Section) -> Sequence[tuple[str, str, Span]]:
    """Place, words and span of each heading right under the section, else of each item or paragraph in it."""
    if inner := parts_under(plan, section):
        return [(one.locator, one.heading, first_line(plan, one.span)) for one in inner]
    own = [one for one in plan.clauses if under_place(one.locator, section.locator)]
    own = [one for one in own if one.span.start > section.span.start or one.text.strip() != section.heading]
    marks = [one.text[:1] for one in own if one.text[:1] in _BULLETS]
    items = [one for one in own if one.text[:1] == marks[0]] if marks else own
    return [(one.locator, whole(one.text), one.span) for one in items]
