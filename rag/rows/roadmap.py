"""The table of a plan's stages ("Giai đoạn | Thời gian | Nội dung") asked by time: what is done then, which stage it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from rag.answer import Answer, Status
from rag.citations import cite_entry, item, plan_name
from rag.clauses.steps import NOUNS, Step, steps_of
from rag.corpus.entries import Entry, sections_over
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import either, find_phrase, sound
from rag.mentions.periods import Period
from rag.query.asks import Intent
from rag.query.question import Query
from rag.wording import NOUN, shorten

_NOW: Final = tuple(
    map(sound, ("hiện nay", "hiện tại", "hiện giờ", "bây giờ", "lúc này", "thời điểm này", "đang ở", "giờ"))
)
_WHICH: Final = re.compile(rf"\b(?P<noun>{'|'.join(NOUNS)}) (?:{sound('thứ')} )?(?:nao|mai)\b")
_TIMED: Final = frozenset(map(sound, ("tháng", "quý", "tuần")))
_WHAT: Final = re.compile(
    rf"\b(?:{either('làm', 'triển khai', 'thực hiện', 'tập trung', 'lo', 'tiến hành')})(?: (?:{either('vào', 'những', 'các', 'cái')}))* gi\b"
    rf"|\b(?:{either('việc', 'nội dung', 'hoạt động', 'nhiệm vụ', 'công việc', 'phần việc')})(?: \S+){{0,3}}? (?:nao|gi)\b"
    rf"|\b(?:{either('có', 'gồm')}) (?:nhung )?gi\b"
)
_SAYING: Final = frozenset(
    sound(
        "lộ trình tiến độ kế hoạch theo trong thì là ở đến tới vào của phải cần được sẽ đang giờ bây hiện nay tại này lúc thời điểm"
        " làm lo triển khai thực hiện tập trung tiến hành những các cái việc nội dung hoạt động nhiệm vụ công phần gì nào mấy thứ"
        " có gồm bước sang năm học tháng quý tuần ngày nhà rồi đây mình"
    ).split()
).union(*(noun.split() for noun in NOUNS))
_LONGEST: Final = 100
"""Days of a stretch that falls into one stage or few; a longer one is that of a whole plan."""
_HEADING: Final = 80


def answer_roadmap(query: Query, library: Library) -> Answer | None:
    """The stages in the time asked about, or the number of the one; None where no one table of stages is meant."""
    stretch = _stretch(query)
    asked = _WHICH.search(query.spoken)
    which = asked["noun"] if asked and asked["noun"] not in _TIMED else ""
    if stretch is None or stretch.start is None or stretch.end is None or query.intent is Intent.COUNT:
        return None
    if not (which or _WHAT.search(query.spoken)) or query.quoted or not query.pointer.empty:
        return None
    every = [one for one in steps_of(library) if query.covers(one.plan)]
    named = sound(stretch.words).split()
    if any(one.noun in named for one in every):
        return None  # the weeks or months themselves are steps
    steps = [one for one in every if one.row and one.start and one.end]
    series = [list(group) for _, group in groupby(steps, key=lambda one: (one.plan, one.series, one.noun))]
    meant = [one for one in series if _is_meant(query, library, one, which)]
    if len(meant) != 1:
        return None
    inside = [
        one for one in meant[0] if one.start and one.end and one.start <= stretch.end and stretch.start <= one.end
    ]
    return _tell(query, library, inside, which=bool(which)) if inside else None


def _stretch(query: Query) -> Period | None:
    """The time asked about, today where the question says "hiện nay"; None where it says none or a long one."""
    period = query.period
    if period is None and find_phrase(query.spoken, _NOW):
        return Period(query.today, query.today, "")
    short = period and period.start and period.end and (period.end - period.start).days <= _LONGEST
    return period if short else None


def _is_meant(query: Query, library: Library, steps: Sequence[Step], which: str) -> bool:
    """Whether the stages are asked for by their noun, their heading or the plan whose only timed rows they are, and no more is said."""
    number, first = steps[0].plan, steps[0]
    plan, profile = library.plans[number], library.profiles[number]
    over = {word for one in sections_over(plan, first.locator) for word in library.hear(one.heading).split()}
    own = {
        *profile.own_words,
        *sound(plan.header.issuer or "").split(),
        *library.hear(plan.header.issuer or "").split(),
    }
    if any(not own.issuperset(one.words.split()) for one in query.actors):
        return False
    period = set(sound(query.period.words).split()) if query.period else set()
    known = own | over | period | _SAYING | _header(plan.text, first) | set(map(str, query.years))
    rest = query.words.outside(query.mentions).drop(heard("filler.list")).content()
    if any(word not in known for word, weight in rest.items() if weight >= 1.0):
        return False
    if which:
        return which == first.noun
    rows = {one.row.order for one in steps if one.row}
    others = (one for one in library.entries if one.plan == number and one.kind == "task" and one.when)
    return bool(over & set(rest) - own) or (
        query.plans == frozenset({number}) and all(one.order in rows for one in others)
    )


def _header(text: str, first: Step) -> set[str]:
    """The words of the lines right over the first row, where the table's header stands."""
    return {word for line in text[: first.spans[0].start].splitlines()[-3:] for word in sound(line).split()}


def _tell(query: Query, library: Library, steps: Sequence[Step], *, which: bool) -> Answer:
    plan = library.plans[steps[0].plan]
    rows: list[Entry] = [one.row for one in steps if one.row]
    citations = tuple(cited for row in rows for cited in cite_entry(plan, row))
    if which:
        values = tuple(one.label for one in steps)
        text = "; ".join(f"{one.label} ({one.when})" for one in steps)
        return Answer(query.typed, Status.ANSWERED, f"{text} ({plan_name(plan)}).", values, citations=citations)
    values = () if query.intent is Intent.LIST else tuple(one.text for one in steps)
    listed = "; ".join(f"{row.locator} – {shorten(row.name, _HEADING)}" for row in rows)
    text = f"{len(rows)} {NOUN['row']} ({plan_name(plan)}): {listed}."
    return Answer(query.typed, Status.ANSWERED, text, values, tuple(item(plan, row) for row in rows), citations)
