"""Questions that ask twice in one breath: of two plans, of two annexes, or two things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rag.answer import Answer, Status
from rag.choosing.agree import disagreement
from rag.choosing.besttold import FITTING
from rag.compose import compose
from rag.conversation.followups import follows
from rag.corpus.library import Library
from rag.duties.reports import asks_report
from rag.language.phrases import heard
from rag.language.words import AND, find_phrase, sound
from rag.listing.listsides import compare_lists
from rag.lookup import Lookup
from rag.measures.figurepairs import figures_of_sides, of_years
from rag.measures.figureyears import years_of_one
from rag.measures.groupfigures import figures_of_groups
from rag.measures.labelled import figures_asked
from rag.query.asks import Intent
from rag.query.question import Query, understand
from rag.query.sidecolumns import SIDE
from rag.query.verbatim import named_whole
from rag.query.yearcolumns import columns_asked, years_asked
from rag.rows.twokeys import of_two_keys
from rag.sides.baresides import bare_sides
from rag.sides.beside import columns_said, lists_plans, things, without_cues
from rag.sides.figurelists import listed_figures
from rag.sides.halves import own_asked, own_told, two_asked
from rag.sides.inturn import Ask, all_told, in_turn, partly_told
from rag.sides.ordinals import rounds
from rag.sides.reportsides import compare_reports
from rag.sides.sidelevels import carried_by, of_one_level
from rag.sides.sidesaid import asks_twice, scopes, sides, titled_sides
from rag.sides.sidetitles import with_titles
from rag.wording import joined

_JOINT: Final = re.compile(r"\s*[,;?.]\s+(?:(?:còn|và|thì|con|va)\s+)?|\s+(?:còn|và|con|va)\s+")
_HOW_MUCH_EACH: Final = re.compile(r"\b(?:bao nhi[eê]u|mấy|may)\s*[,;/]", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d[\d.,]*")
_LEVEL: Final = sound("mức")
_OF_COLUMNS: Final = tuple(
    map(
        sound,
        (
            "năm",
            "hiện trạng",
            "mục tiêu",
            "kết quả",
            "thực hiện",
            "kế hoạch",
            "chỉ tiêu",
            "bao nhiêu",
            "mấy",
            "đạt",
            "phấn đấu",
            "lần lượt",
            "mốc",
        ),
    )
)
"""Words for the column of a year, which no row says."""
_AGAIN: Final = tuple(map(sound, ("phải", "cần", "sẽ", "là", "lên", "nâng", "tăng", "giảm", "còn", "thì", "hết", "cuối", "đến", "tới", "con số", "tỷ lệ", "mức", "mốc", "này", "đó", "được")))  # fmt: skip
"""Words with which the same is asked again for another year."""
_HOW_MUCH: Final = re.compile(rf"\b(?:{sound('bao nhiêu')}|{sound('mấy')})\b")
_AS_WELL: Final = (sound("với lại"), sound("với tỷ lệ"), sound("với số"), sound("với mức"))
"""What sets a second target beside the first, besides "và"."""
_AND_OF: Final = sound("và của")
_MOMENT: Final = re.compile(r"\b20\d\d(?:\s*[-–]\s*20\d\d)?\b")
"""A year, or a stretch of years, which is asked for as one: "đến hết 2026 và giai đoạn 2027 - 2030"."""
_LEADS: Final = (
    "đến|tới|hết|năm|cuối|vào|trong|ở|cả|giai đoạn|thời kỳ|den|toi|het|nam|cuoi|vao|o|ca|giai doan|thoi ky|gđ|gd"
)
_SIDE_BY_SIDE: Final = re.compile(
    rf"20\d\d\W+(?:và|với|so với|vs|voi|va|còn|con)\W+(?:(?:{_LEADS})\W+)*20\d\d", re.IGNORECASE
)
_A_YEAR: Final = (
    rf"(?i)(?:\b(?:và|với|so với|vs|voi|va|còn|con|{_LEADS})\s+)*{{}}\b(?:\s+(?:so với|và|với|vs|voi|va|còn|con)\b)?"
)
"""A year with the words that lead to it."""
_TWO: Final = 2
"""Years of which one figure is asked for each: "kết quả 2025 và mục tiêu 2026"."""
_WELL: Final = 0.85
_BETTER: Final = 0.2
"""How well each of two things joined by a bare "và" must be named, and how much better than both by one row."""
_AS_WELL_SAID: Final = 0.12
"""How much less of a question a row with a column for each year may say than the best one."""


def compare(query: Query, library: Library, lookup: Lookup, ask: Ask) -> Answer | None:
    """Each part asked in turn, values in the order asked; None unless the question has parts and each is answered."""
    told = bare_sides(query, library, ask) or _compared(query, library, lookup, ask)
    return told or of_two_keys(query, library)


def _compared(query: Query, library: Library, lookup: Lookup, ask: Ask) -> Answer | None:
    query = _as_fact(query)
    told = _in_columns(query, library, lookup) or _of_years(query, library, ask)
    if told := told or compare_lists(query, library, _plan_sides(query, library)):
        return told
    cut = without_cues(query, library)
    bare, text = cut or (query, query.typed)
    if "compare" in bare.flags or (bare.intent is Intent.FACT and not bare.role and _joins(bare)):
        bare = replace(bare, flags=bare.flags | columns_said(query, library))
    beside = _plan_sides(bare, library) if asks_report(bare) else []
    if asks_report(bare) and (reported := compare_reports(bare, library, beside, twice=asks_twice(bare))):
        return reported
    if len(_plan_sides(bare, library)) < _TWO and (
        told := all_told(query, in_turn(own_told(bare, library), library, ask))
    ):
        return told
    of_column = any(flag.startswith(SIDE) for flag in bare.flags) or lists_plans(bare)
    if bare.intent is not Intent.FACT or not (bare.role or of_column or "compare" in bare.flags):
        return None
    return (
        of_plans(bare, library, ask)
        or _of_things(bare, [rounds(bare, library)], library, ask)
        or all_told(query, in_turn(listed_figures(query, library, lookup), library, ask))
        or _of_unlike(query, library, lookup, ask)
        or _in_one_clause(bare, library, ask)
        or (_of_things(bare, things(bare, text, library, lookup), library, ask) if "compare" in bare.flags else None)
        or _of_parts(bare, library, lookup, ask)
        or _of_two(bare, library, lookup, ask)
    )


def _in_columns(query: Query, library: Library, lookup: Lookup) -> Answer | None:
    """The figures of several years out of the one row that prints a column of each."""
    years = years_asked(query)[0]
    if len(years) < _TWO or query.role not in ("", "result", "value") or _in_number(query) or query.actors:
        return None
    asked = (without_cues(query, library) or (query, query.typed))[0]
    words = asked.words.drop((*heard("ask.compare"), *_OF_COLUMNS, *map(str, years)))
    asked = replace(asked, role="value", roles=(), words=words)
    ranked = lookup.candidates(asked)[:FITTING]
    least = max(_WELL, max((one.coverage for one in ranked), default=0.0) - _AS_WELL_SAID)
    for one in ranked:
        columns = columns_asked(query, one.entry) if one.coverage >= least else None
        if columns and len(columns) == len(years) and not disagreement(library, query, one):
            return compose(replace(query, role="value", roles=()), library, one)
    return None


def _of_years(query: Query, library: Library, ask: Ask) -> Answer | None:
    """The figure of each of two years that a question sets side by side ("hết 2025 so với hết 2035"), each told in a place of its own."""
    moments = _moments(query)
    if len(moments) != _TWO or _in_number(query) or query.role not in ("", "value"):
        return None
    single = len(query.years) == _TWO
    twice = _asked_again(query, library) if single and query.role == "value" else ""
    if not ("compare" in query.flags or _SIDE_BY_SIDE.search(query.typed) or twice):
        return None
    if single and (told := years_of_one(query, library, ask)):
        return told
    bare = twice or (without_cues(query, library) or (query, query.typed))[1]
    texts = [_A_YEAR.format(re.escape(moment)) for moment in reversed(moments)]
    halves = [understand(re.sub(text, " ", bare), library, query.today) for text in texts]
    asked = [replace(one, intent=Intent.FACT, role="value", flags=one.flags - {"compare"}) for one in halves]
    if any(_moments(one) != [moment] for one, moment in zip(asked, moments, strict=True)):
        return None
    parts = [ask(one) for one in asked]
    places = {tuple((one.file, one.start) for one in part.citations) for part in parts}
    return all_told(query, parts) if len(places) == _TWO else None


def _moments(query: Query) -> list[str]:
    """The years and stretches of years of which the question asks, as typed; years of a name are none of them."""
    found = list(dict.fromkeys(_MOMENT.findall(query.typed)))
    years = [int(year) for moment in found for year in re.findall(r"\d{4}", moment)]
    return found if sorted(years) == sorted(query.years) else []


def _asked_again(query: Query, library: Library) -> str:
    """The question once, with both years, where behind a joint it is only asked again for the second; "" otherwise.

    "Tỷ lệ A năm 2025 là bao nhiêu và đến năm 2030 phải đạt bao nhiêu" is "tỷ lệ A năm 2025, 2030 là bao nhiêu".
    """
    for match in _JOINT.finditer(query.typed):
        first, second = query.typed[: match.start()], query.typed[match.end() :]
        years = [re.findall(r"\b20\d\d\b", half) for half in (first, second)]
        if years != [[str(year)] for year in query.years] or not all(
            map(_HOW_MUCH.search, map(sound, (first, second)))
        ):
            continue
        again = understand(second, library, query.today).words.drop((*_OF_COLUMNS, *_AGAIN, *years[1]))
        once = understand(first, library, query.today).words.content()
        if not any(weight >= 1.0 and word not in once for word, weight in again.content().items()):
            return first.replace(years[0][0], f"{years[0][0]} {years[1][0]}")
    return ""


def _in_number(query: Query) -> bool:
    """Whether one of the years only stands in the number of a plan ("12/2026/NQ-HĐND")."""
    numbers = (query.words.part(one.start, one.end).split() for one in query.mentions if one.kind == "number")
    said = {word for number in numbers for word in number}
    return any(str(year) in said for year in query.years)


def of_plans(query: Query, library: Library, ask: Ask) -> Answer | None:
    """The same asked of each plan set beside another, named by number, place, issuer or level, or by its title."""
    if len(distinct := _plan_sides(query, library)) < _TWO:
        return None
    own = own_asked(query, library, distinct) or own_told(query, library, distinct)
    rest = query.words.outside(with_titles(query, library, scopes(query))).drop(
        (*heard("ask.compare"), *heard("filler.compare"))
    )
    if rest.heard.split().count(AND) < len(distinct):
        rest = rest.drop((AND,))  # it joins the plans
    alone = replace(query, mentions=(), actors=(), words=rest)
    for chosen in dict.fromkeys((of_one_level(library, distinct), tuple(distinct))):
        parts = [replace(alone, plans=plans) for plans in chosen]
        halves = [replace(half, plans=plans) for half, plans in zip(own, chosen, strict=False)]
        if told := all_told(query, list(map(ask, halves))) or all_told(query, list(map(ask, parts))):
            return told
    if not _time_of_first(query):
        return None
    first, *others = (replace(alone, plans=plans) for plans in distinct)
    return all_told(query, [ask(first), *(ask(_untimed(one)) for one in others)])


def _time_of_first(query: Query) -> bool:
    """Whether a time is said of the first plan only: "ở tỉnh A | đến cuối năm | mấy ngày, ở tỉnh B mấy ngày"."""
    named = scopes(query)
    if query.period is None or len(named) != _TWO or not asks_twice(query):
        return False
    return find_phrase(query.words.part(named[0].end, named[1].start), (sound(query.period.words),)) is not None


def _untimed(query: Query) -> Query:
    words = query.words.drop((sound(query.period.words),)) if query.period is not None else query.words
    return replace(query, period=None, years=(), words=words)


def _plan_sides(query: Query, library: Library) -> list[frozenset[int]]:
    distinct = sides(query)
    set_aside = "compare" in query.flags or (asks_report(query) and asks_twice(query))
    if len(distinct) < _TWO and set_aside:
        return titled_sides(query, library)
    return list(carried_by(query, library, distinct))


def _of_things(query: Query, ways: Sequence[tuple[Query, ...]], library: Library, ask: Ask) -> Answer | None:
    """The same asked of two or three rows: by the first way to part them that answers each from another place."""
    for way in ways:
        parts = in_turn(way, library, ask)
        if query.role == "value" and any(map(_tells_whole_row, parts)):
            continue
        places = {frozenset((one.file, one.locator) for one in part.citations) for part in parts}
        values = {part.values for part in parts}
        apart = len(places) == len(parts) or (query.role == "value" and len(values) == len(parts))
        if apart and (answer := all_told(query, parts)):
            return answer
    return None


def _tells_whole_row(part: Answer) -> bool:
    """Whether all that is cited is told, which is no figure of it: of a row of data no column was found."""
    return len(part.values) == 1 and [one.quote.split() for one in part.citations] == [part.values[0].split()]


def _of_two(query: Query, library: Library, lookup: Lookup, ask: Ask) -> Answer | None:
    """One cell of each of two rows that "và" alone sets side by side, where each is named far better than any row by both."""
    of_column = any(flag.startswith(SIDE) for flag in query.flags)
    if (
        len(query.roles) > 1
        or not (query.role or of_column)
        or query.pointer.ordinal
        or asks_report(query)
        or not _joins(query)
    ):
        return None
    better = _BETTER / 2 if find_phrase(query.spoken, _AS_WELL) else _BETTER
    if named_whole(query.typed, library) or (whole := lookup.fit(query)) + better > 1.0:
        return None
    for way in things(query, query.typed, library, lookup, most=_TWO):
        if len(way) == _TWO and min(map(lookup.fit, way)) >= max(_WELL, whole + better):
            return _of_things(query, [way], library, ask)
    return None


def _joins(query: Query) -> bool:
    """Whether "và" stands somewhere outside the names of units and plans."""
    rest = query.words.outside((*query.actors, *query.mentions))
    return AND in rest.heard.split() or find_phrase(rest.heard, _AS_WELL) is not None


def _of_unlike(query: Query, library: Library, lookup: Lookup, ask: Ask) -> Answer | None:
    """Unlike cells of two rows ("ai chủ trì A, còn B bao giờ xong"), where each is named far better than any row by both."""
    unlike = len(query.roles) > 1 and not asks_report(query)
    for match in _JOINT.finditer(query.typed) if unlike else ():
        halves = [
            understand(text, library, query.today)
            for text in (query.typed[: match.start()], query.typed[match.end() :])
        ]
        told = all(one.role and one.intent is Intent.FACT and not follows(one) for one in halves)
        if not told or halves[0].role == halves[1].role or min(len(lookup.words(one)) for one in halves) <= _TWO:
            continue
        if min(map(lookup.fit, halves)) < max(_WELL, lookup.fit(query) + _BETTER):
            continue
        scoped = [replace(one, plans=query.plans if one.plans is None else one.plans) for one in halves]
        answers = in_turn(scoped, library, ask)
        if len({frozenset((one.file, one.start) for one in part.citations) for part in answers}) == _TWO:
            return all_told(query, answers)
    return None


def _in_one_clause(query: Query, library: Library, ask: Ask) -> Answer | None:
    """The figures that one clause tells of several by name, where the question names two or three of these."""
    compared = "compare" in query.flags
    if query.role != "value" and not (compared and not query.role):
        return None
    if not compared and AND not in query.spoken.split():
        return None
    answer = ask(replace(query, role="value", flags=query.flags - {"compare"}))
    places = {(one.file, one.locator) for one in answer.citations}
    if answer.status is not Status.ANSWERED or len(places) != 1:
        return None
    text = max((one.quote for one in answer.citations), key=len)
    tell = figures_asked if compared else figures_of_groups
    alone = len(answer.values) == 1 and len(_NUMBER.findall(answer.values[0])) == 1
    told = (one(query, library, text) for one in (tell, of_years, *([figures_of_sides] if alone else [])))
    other_year = len(query.years) >= _TWO and not all(str(year) in text for year in query.years)
    both = answer.values if AND in query.spoken.split() and not other_year else ()
    values = next((one for one in (*told, both) if len(one) >= _TWO), ())
    return replace(answer, values=values, answer=joined(values)) if values else None


def _of_parts(query: Query, library: Library, lookup: Lookup, ask: Ask) -> Answer | None:
    """Each annex named, or each half of a question that asks twice."""
    if len(sides(query)) >= _TWO or not asks_twice(query):
        return None
    if _annexes(query):
        return _of_annexes(query, ask)
    halves = two_asked(query, library, lookup)
    parts = in_turn(halves, library, ask)
    told = all_told(query, parts)
    if told is None and halves and lookup.fit(query) < max(map(lookup.fit, halves)):
        return partly_told(query, halves, parts)
    return told


def _as_fact(query: Query) -> Query:
    """In "bao nhiêu, kế hoạch …" no plans are counted; "mức của A / mức của B" asks for figures, "của việc A và của việc B là gì" for cells."""
    if query.intent is Intent.COUNT and _HOW_MUCH_EACH.search(query.typed):
        return replace(query, intent=Intent.FACT, role="value")
    if not query.role and query.spoken.split().count(_LEVEL) > 1:
        return replace(query, role="value", words=query.words.drop((_LEVEL,)))
    if query.intent is Intent.LIST and query.role and find_phrase(query.spoken, (_AND_OF,)):
        return replace(query, intent=Intent.FACT)
    return query


def _annexes(query: Query) -> list[str]:
    """The annexes named, where there are several and no row of theirs is."""
    labels = (query.pointer.annex or "").split("|")
    return labels if len(labels) > 1 and query.pointer.ordinal is None else []


def _of_annexes(query: Query, ask: Ask) -> Answer | None:
    pointers = [replace(query.pointer, annex=annex) for annex in _annexes(query)]
    return all_told(query, [ask(replace(query, pointer=pointer)) for pointer in pointers])
