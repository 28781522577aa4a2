"""Answers from prose: the asked value picked out of the clause that holds it, verbatim."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from ingest.header import DOCUMENT_NUMBER
from ingest.plan import Clause
from rag.corpus.citeddocs import bare
from rag.corpus.library import Library
from rag.language.asked import Asked, Sort, read_asked
from rag.language.compass import part_of_side
from rag.language.phrases import heard
from rag.language.words import either, find_phrase, sound
from rag.measures.bounds import unbound
from rag.measures.figurepairs import of_years
from rag.measures.figures import counted, measures, notes_number, ranked_number, rates_asked
from rag.measures.groupfigures import figure_of_group, figures_of_groups
from rag.measures.labelled import figures_asked
from rag.measures.manners import manner_asked, name_of_noun, quoted_of_named, quoted_of_noun
from rag.measures.nearness import crowding
from rag.measures.numberedparts import numbered_part
from rag.measures.owned import owned_parts, part_asked
from rag.measures.sumparts import asks_whole, is_sum, sum_asked
from rag.measures.sums import told_outside
from rag.measures.times import (
    asks_stretch,
    asks_time,
    asks_weekday,
    rhythm_asked,
    stretch_alone,
    stretch_from_said,
    time_asked,
    weekday_asked,
)
from rag.query.asks import Intent
from rag.query.forbidding import FORBIDDEN
from rag.query.placesasked import places_named
from rag.query.question import Query
from rag.query.subjects import COMRADE, MARKER
from rag.reading.askedof import asked_of
from rag.reading.bases import DATE, given_numbers, wants_date
from rag.reading.causes import behind_subject, causes_asked
from rag.reading.consequence import done_then
from rag.reading.datacells import cells_asked
from rag.reading.doers import WORKS_WITH, asks_unit, may_act, units_asked
from rag.reading.doneto import done_to
from rag.reading.ends import each_end, one_end
from rag.reading.ensured import ensured
from rag.reading.focus import focus_asked
from rag.reading.fromto import from_to
from rag.reading.goeson import is_said, kind_described, thing_described
from rag.reading.handedout import handed_out
from rag.reading.levelled import level_beside
from rag.reading.offices import behind_label, held_by
from rag.reading.onwhom import whose_told
from rag.reading.reader import read, read_label, read_name
from rag.reading.remedied import remedied
from rag.reading.saidfirst import behind_noun, behind_rule
from rag.reading.sentto import sent_to
from rag.reading.smallest import (
    alike,
    all_of_sort,
    charged_of_several,
    in_brackets,
    office_of_sort,
    predicate,
    role_of,
    without_beside,
)
from rag.reading.statement import statement_asked
from rag.reading.suchcases import such_case, then_done
from rag.reading.whatis import what_is, who_is
from rag.reading.whichone import which_is

_NUMBER_LEAD: Final = 25
"""Characters before a number that belong to it: the kind of document."""
_LONGEST_LABEL: Final = 8
"""Words of a label before a colon."""
_POST: Final = re.compile(r"\s+[-–]\s+|,\s+")
"""Between a person's name and post."""
_IN_CHARGE: Final = re.compile(r"^(?:phụ trách|đảm nhiệm|đảm nhận|đảm trách|chịu trách nhiệm(?: về)?)\s+")
_MEASURED: Final = frozenset(map(sound, ("hạn", "lúc", "ngày", "giờ", "mức", "tiêu", "độ")))
_WHICH_DOCUMENT: Final = re.compile(
    rf" (?:{'|'.join(map(sound, ('thông tư', 'chỉ thị', 'kết luận', 'công văn', 'quy định', 'hướng dẫn', 'tờ trình', 'thông báo')))})"
    rf" (?:{sound('số')} )?(?:{'|'.join(map(sound, ('nào', 'mấy')))}) "
)
_NUMBER_OF_DOCUMENT: Final = re.compile(
    r"(?:^|[-–:,;]\s*|\s)(?<!tổng )(?<!tong )(?<!một )(?<!mot )(?:số|so)\s+(?:hiệu\s+|hieu\s+)?(?:của\s+|cua\s+)?"
    r"(?:nghị quyết|nghi quyet|quyết định|quyet dinh|nghị định|nghi dinh|thông tư|thong tu|chỉ thị|chi thi|kết luận|ket luan"
    r"|công văn|cong van|tờ trình|to trinh)(?!\s+(?:đã|da|được|duoc|ban hành|ban hanh))\b(?!.*\b(?:gì|gi|bao|mấy|may|nào|nao)\b)"
)
"""A note of the number of a document: "… – số nghị quyết"."""
_SORT_OF_DOCUMENT: Final = sound("loại văn bản")
"""Asks what sort of document something is, not for its number."""
_ASKS: Final = re.compile(rf" (?:{'|'.join(map(sound, ('gì', 'nào', 'sao')))}) ")
_ASKS_WHAT: Final = re.compile(rf" (?:{'|'.join(map(sound, ('gì', 'sao', 'thế nào')))}) ")
"""Asks for more than a unit; two words for units, "phòng nào hay ai", ask for one."""
_GOAL: Final = re.compile(
    rf"(?:{'|'.join(map(sound, ('mục tiêu', 'chỉ tiêu', 'con số', 'tỷ lệ', 'mức')))}) (?!{sound('cụ thể')}|{sound('chung')}|{sound('tổng quát')})\S+ \S+"
)
_MONEY_NAMED: Final = re.compile(
    rf"(?:{sound('tổng')} )?(?:{either('kinh phí', 'số tiền', 'dự toán', 'mức kinh phí')}) \S+ \S+"
)
_BARE_OFFICE: Final = re.compile(r"(?i:cơ quan|đơn vị|tổ|đoàn|ban|nhóm|đội|phòng|sở|bộ|ngành|hội|tổ chức|bộ phận)")
_SHARES: Final = tuple(map(sound, ("tỷ lệ", "phần trăm")))
_EQUALS: Final = re.compile(r"=\s*\?*\s*$")
_OPEN: Final = re.compile(rf" (?:{'|'.join(map(sound, ('gì', 'nào', 'sao', 'ai', 'đâu', 'những', 'các')))}) ")
"""How a note on a target begins, and words that ask for more than a figure."""
_BY_READING: Final = frozenset({Sort.PURPOSE, Sort.USE, Sort.MEANS, Sort.MEMBERS, Sort.SOURCE, Sort.NAME, Sort.MEASURE})
"""What no unit, day or figure is, though words for these stand in the question as well."""


def pick(query: Query, library: Library, clause: Clause, subject: str = "") -> tuple[str, ...]:
    """The smallest piece of the clause that answers, as printed; the whole clause when none is smaller.

    ``subject`` is the unit that the clause is about, by its own words or its headings.
    """
    if cells := cells_asked(query, clause):
        return cells
    if clause.cells and query.role == "value":
        return (whole(clause.text),)  # no column is named: a number out of the row may be any of them
    text = part_of_side(query.typed, numbered_part(query, clause.text))
    words = dict.fromkeys(query.words.content(), 1.0)
    several = which_is(query, text)
    several = several or (_document_numbers(query, library, text, words) if _asks_number(query) else ())
    several = several or (figures_of_groups(query, library, text) if query.role == "value" else ())
    if several := several or _of_several_years(query, library, text):
        return several
    weights = {word: library.idf(word) for word in words}
    if often := rhythm_asked(query, text, weights):
        return (unbound(query, often),)
    day = weekday_asked(text, weights) if asks_weekday(query) else ""
    beside = focus_asked(query.spoken, text) or level_beside(query.spoken, text)
    if small := day or beside or _smallest(query, library, text, subject):
        return (small,)
    time = time_asked(query, text, weights) if asks_time(query) else ""
    if told := each_end(query.spoken, time) or _by_form(query, library, text):
        return tuple(one_end(query.spoken, one) for one in told) if asks_time(query) else told
    found = ""
    if asks_time(query):
        found = stretch_from_said(query.spoken, one_end(query.spoken, time))
    elif _names_money(query):
        found = told_outside(query, library, text)
    elif query.role == "value" or names_goal(query):
        found = figure_asked(query, library, text) or _stretch(query, text, weights)
    sent = sent_to(query, library, text) if not found else ()
    units = sent or (units_asked(query, library, clause, subject) if not found and asks_unit(query) else ())
    if units := _who_told(query, library, text, units):
        return units
    if not (found := unbound(query, found)):
        found = without_beside(read_asked(query.words), _behind_label(query, library, whole(text)))
        found = behind_subject(query, found)
    return (found,)


def _who_told(query: Query, library: Library, text: str, units: tuple[str, ...]) -> tuple[str, ...]:
    """The units found, but who is said to be what is asked where none of them may act; a bare "Tổ" is no unit's name."""
    if head := held_by(query, text) or behind_label(query, text):
        return (head,)
    if units and all(map(_BARE_OFFICE.fullmatch, units)):
        return (done_to(query, text) or _behind_label(query, library, whole(text)),)
    being = who_is(query, text) if query.role == "lead" and not any(map(may_act, units)) else ""
    return (being,) if being else units


def _by_form(query: Query, library: Library, text: str) -> tuple[str, ...]:
    """What the form of the question asks for: a case, why, what then, of whom, how, of which; () where it has none of these."""
    found = done_to(query, text) if FORBIDDEN.search(query.spoken) else handed_out(query, text)
    found = found or such_case(query, text) or from_to(query, library, text) or whose_told(query.spoken, text)
    if not found and (causes := causes_asked(query, library, text)):
        return causes
    found = found or done_then(query, text) or then_done(query, text) or asked_of(query, text)
    found = found or manner_asked(query, library, text) or remedied(query, text)
    found = found or _figure_of_one(query, library, text) or ranked_number(query, text) or _read(query, library, text)
    return places_named(query.spoken, without_beside(read_asked(query.words), found)) if found else ()


def _smallest(query: Query, library: Library, text: str, subject: str) -> str:
    """The run of alike things asked for, or the one office of the sort asked for, or whose own part is; "" without."""
    asked = read_asked(query.words)
    if query.role in {"due", "value"}:
        return alike(query, text)
    return (
        alike(query, text)
        or in_brackets(query, text)
        or office_of_sort(query, asked, subject)
        or (charged_of_several(query, library, text) if query.role == "lead" else "")
        or thing_described(query, text)
        or kind_described(query, text)
    )


def names_goal(query: Query) -> bool:
    """Whether a note names a target and asks nothing else: "mục tiêu tổng tỷ suất sinh"."""
    bare = not query.role and not query.flags and query.intent is Intent.FACT and query.pointer.empty
    if not bare or read_asked(query.words).sort is not Sort.WHOLE:
        return False
    if notes_number(query):
        return True
    if _OPEN.search(f" {query.spoken} "):
        return False
    opening = query.unpointed.heard
    return any(map(_GOAL.match, (query.spoken, opening))) or _EQUALS.search(query.typed) is not None


def _names_money(query: Query) -> bool:
    """Whether a note names the money of something and asks nothing else: "kinh phí lớp tập huấn"."""
    bare = not query.role and query.intent is Intent.FACT and query.pointer.empty
    named = _MONEY_NAMED.match(query.unpointed.heard) or _MONEY_NAMED.match(query.spoken)
    return bare and named is not None and not _OPEN.search(f" {query.spoken} ")


def _asks_figure(query: Query) -> bool:
    """Whether a figure may be asked for: in words, or in a telegram that names only what it is of."""
    return query.role == "value" or (
        not query.role and read_asked(query.words).sort is Sort.WHOLE and not _OPEN.search(f" {query.spoken} ")
    )


def _of_several_years(query: Query, library: Library, text: str) -> tuple[str, ...]:
    """The figure of each of several years asked for, in the order asked."""
    several = len(set(query.years)) > 1 and _asks_figure(query)
    return of_years(query, library, text) if several else ()


def _figure_of_one(query: Query, library: Library, text: str) -> str:
    """The figure of the one of several that the question names ("xã A: 12 trường, xã B: 9 trường")."""
    asks = query.role == "value" or (not query.role and read_asked(query.words).sort is Sort.WHOLE)
    told = figures_asked(query, library, text) if asks else ()
    return told[0] if len(told) == 1 else _of_year(query, library, text) if asks else ""


def _of_year(query: Query, library: Library, text: str) -> str:
    """The figure of the one year asked for, where the text tells several."""
    told = of_years(query, library, text)
    return told[0] if len(told) == 1 else ""


def _behind_label(query: Query, library: Library, text: str) -> str:
    """A clause without the label it opens with ("Giai đoạn 2: …"), or the person, where the question itself says all of that."""
    label, colon, rest = text.partition(": ")
    name = _POST.split(label, maxsplit=1)[0] if COMRADE.match(label) else label
    words = library.hear(name).split()
    aside = bool(colon) and 0 < len(words) <= _LONGEST_LABEL and set(query.spoken.split()).issuperset(words)
    rest = _IN_CHARGE.sub("", rest) if name is not label else rest
    return rest.strip() if aside and rest.strip() else behind_rule(query.spoken, behind_noun(text, query.spoken))


def _stretch(query: Query, text: str, weights: Mapping[str, float]) -> str:
    """How long something may take, where its unit is asked for; the word that leads to it is no part of it."""
    told = time_asked(query, text, weights).removeprefix("trong ") if asks_stretch(query) else ""
    return stretch_alone(told)


def piece_of(query: Query, library: Library, text: str) -> str:
    """The piece of the words of a row that a question without a column asks for; "" where all of them are."""
    asked = read_asked(query.words)
    if not query.role and (name := quoted_of_noun(asked, text)):
        return name
    unit = asked.unit and asked.sort is not Sort.NAME
    return "" if query.role or asked.sort is Sort.WHOLE or unit else _read(query, library, text)


def figure_asked(query: Query, library: Library, text: str) -> str:
    """The figure that belongs to the question's year, that counts what it counts, or that its words crowd about."""
    own = _of_year(query, library, text) or figure_of_group(query, library, text)
    own = "" if is_sum(own) and asks_whole(query) else own  # words of the plan meet a part of what it costs by chance
    told = own or counted(query, text, library) or _only_rate(query, text) or figure_in_part(query, library, text)
    told = told or figure_of(query, library, text)
    other = sum_asked(query, library, text) if is_sum(told) else ""
    return told if other.startswith(told) or (own and own not in other) else other or told


def _only_rate(query: Query, text: str) -> str:
    """The one figure told of one of what a rate is asked of ("bao nhiêu một tháng"); "" without one, or where several are."""
    told = rates_asked(query, text, measures(query, text))
    return text[told[0][0] : told[0][1]].strip() if len(told) == 1 else ""


def figure_in_part(query: Query, library: Library, text: str) -> str:
    """The figure of the one part between semicolons that says more of the question than the others; "" without one."""
    words = dict.fromkeys(query.words.content(), 1.0)
    parts = [part for part in text.split(";") if measures(query, part)]
    covers = [_cover(library, part, words) for part in parts]
    best = max(covers, default=0.0)
    if len(parts) < len(("one", "another")) or covers.count(best) > 1:
        return _figure_owned(query, library, parts[0]) if len(parts) == 1 else ""
    part = parts[covers.index(best)]
    return _figure_owned(query, library, part) or figure_of(query, library, part)


def _figure_owned(query: Query, library: Library, text: str) -> str:
    """The figure of what the question counts, where ``text`` tells the figures of several things; "" otherwise."""
    told = measures(query, text)
    shares = [(a, b) for a, b in told if "%" in text[a:b]]
    told = shares if find_phrase(query.spoken, _SHARES) or len(shares) == len(told) else told
    part = part_asked(query, library, owned_parts(text, told)) if len(told) > 1 and shares else ""
    return figure_of(query, library, part) if part else ""


def figure_of(query: Query, library: Library, text: str) -> str:
    """The figure of ``text`` near which the question's words crowd; "" without figures."""
    weights = {word: library.idf(word) for word in query.words.content()}
    return _nearest(text, weights, measures(query, text))


def _read(query: Query, library: Library, text: str) -> str:
    """What the question leaves open, where it does not ask for a unit, a day or a figure."""
    asked = read_asked(query.words)
    thing = what_is(query, text) or quoted_of_noun(asked, text) or name_of_noun(asked, text)
    if thing := thing or ensured(asked, text):
        return thing
    if asked.sort is Sort.WHOLE:
        if name := quoted_of_named(query, text):
            return name
        asking = _ASKS_WHAT if query.role in {"lead", "support"} else _ASKS
        told = query.role not in {"due", "value"} and asking.search(f" {query.spoken} ")
        if not told:
            return ""
        return (
            done_to(query, text) or statement_asked(query, library, text) or _behind_label(query, library, whole(text))
        )
    units = asked.unit or (query.role == "support" and WORKS_WITH.search(text))
    if query.role in {"lead", "support"} and asked.sort not in _BY_READING and units:
        return ""
    if query.role in {"due", "value"} and asked.sort not in _BY_READING and not _is_what(asked):
        return ""
    weights = {word: library.idf(word) for word in {*asked.before, *asked.head, *asked.after}}
    if asked.sort is Sort.NAME:
        return read_name(asked, text, weights) or read(asked, text, weights)
    named = read_label(asked, text) or role_of(asked, text) or is_said(asked, text)
    named = named or all_of_sort(asked, text, predicate(asked, read(asked, text, weights)))
    return named or (done_to(query, text) if not query.role else "")


def _is_what(asked: Asked) -> bool:
    """Whether "gì" asks for something else than a time or figure, though a word for these stands elsewhere."""
    return not asked.thing and bool(asked.head) and asked.head[-1] not in _MEASURED


def whole(text: str) -> str:
    """All that a clause says, its marker and closing stop left off."""
    return MARKER.sub("", text).strip().rstrip(" .;/")


def _asks_number(query: Query) -> bool:
    """Whether a document number, or the date of a numbered document, is asked for."""
    # "Sở nào" sounds like "số nào".
    spoken = query.spoken.replace("so nao", "") if query.asked_head == "so" and query.role else query.spoken
    spoken = spoken.replace(_SORT_OF_DOCUMENT, " ")
    if not query.role and _NUMBER_OF_DOCUMENT.search(query.typed.lower()):
        return True
    if find_phrase(spoken, heard("ask.document")) or _WHICH_DOCUMENT.search(f" {query.spoken} "):
        return True
    return bool(DOCUMENT_NUMBER.search(query.typed) and find_phrase(query.spoken, heard("header.date")))


def _document_numbers(query: Query, library: Library, text: str, words: Mapping[str, float]) -> tuple[str, ...]:
    """The document number of ``text`` whose own words the question covers best; its date when that is asked.

    For a number that the question itself holds, the one after it: what that document amends or carries out.
    """
    matches = list(DOCUMENT_NUMBER.finditer(text))
    if not matches:
        return ()
    given = given_numbers(query)
    ends = [*(match.start() for match in matches[1:]), len(text)]
    # What follows a semicolon is said of something else.
    ends = [text.find(";", match.end(), end) % (end + 1) for match, end in zip(matches, ends, strict=True)]
    scores = [
        _cover(library, text[max(0, match.start() - _NUMBER_LEAD) : end], words) + (bare(match[0]) in given)
        for match, end in zip(matches, ends, strict=True)
    ]
    best = max(range(len(matches)), key=lambda n: round(scores[n], 9))
    if wants_date(query):
        day = DATE.search(text, matches[best].end(), ends[best])
        return (day[1],) if day else ()
    if bare(matches[best][0]) not in given:
        return (matches[best][0],)
    return tuple(match[0] for match in matches[best + 1 :] if bare(match[0]) not in given)[:1]


def _cover(library: Library, text: str, words: Mapping[str, float]) -> float:
    return library.cover(words, set(library.hear(text).split()))


def _nearest(text: str, weights: Mapping[str, float], spans: Sequence[tuple[int, int]]) -> str:
    """The span near which the words of the question crowd, the first of equals; "" without spans."""
    near = crowding(text, weights)
    start, end = max(spans, key=lambda span: (near(*span), -span[0]), default=(0, 0))
    return text[start:end].strip()
