"""Units that a clause names and a question asks for: who does it, with whom, to whom."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from ingest.letters import UPPER
from ingest.plan import Clause
from ingest.units import split_units, starts_like_unit
from rag.corpus.fullnames import in_full
from rag.corpus.library import Library
from rag.language.asked import Asked, read_asked
from rag.language.phrases import heard
from rag.language.words import find_phrase, sound
from rag.measures.nearness import crowding, spoken_of
from rag.measures.pieces import BETWEEN, TRIM, closing, end_of, felt_behind, runs, wanted_of
from rag.query.question import Query
from rag.query.subjects import ACTING, GIVEN, GOES_ON, MARKER, bare_unit, units_in
from rag.ranking.sorts import is_one_of
from rag.reading.approving import approver_asked
from rag.reading.charged import charged
from rag.reading.offices import holder

_WHOM: Final = re.compile(r" (?:qua|cho|voi|ve|cung|toi|den|gui) (?:ai|dau|\S+(?: \S+)? nao) | ai cung ")
"""Asks for a unit beside the one that acts."""
_WHO: Final = re.compile(r"\b(?:ai|(?:co quan|don vi|bo phan|bo|so|ban|phong|ben|nganh|hoi) nao)\b")
_IS_WHO: Final = re.compile(r" (?:ai|don vi nao|co quan nao) la (?:nguoi|don vi|co quan|dau moi) ")
_BY_WHOM: Final = re.compile(r" duoc (?:ai|(?:co quan|don vi|so|bo|phong|ban) nao) ")
"""Asks in the passive for the one that acts."""
_HELPS: Final = re.compile(r"\b(?:ai|nao) (?:\S+ ){0,2}?(phoi hop (?:voi|cung)) (\S+ \S+ \S+)\b")
_BESIDE: Final = re.compile(
    rf" (?:{'|'.join(map(sound, ('cùng', 'với', 'giúp', 'hỗ trợ', 'ngoài', 'tham gia', 'bắt tay', 'sát cánh')))}) "
)
_BARE_UNIT: Final = tuple(f" {sound(name)}" for name in ("cơ quan", "đơn vị"))
"""How a hurried question ends that asks for a unit: "… – cơ quan?"."""
_WH: Final = frozenset(map(sound, ("gì", "nào", "đâu", "sao", "ai", "thế")))
_LED: Final = 1.5
"""What it counts for a unit to follow the word before the question word: "gửi | ai", "gửi | Sở …"."""
_SURELY: Final = 3
_PERHAPS: Final = 2
"""Words before the gap that the clause must hold in order, to be read before its subject and after."""
_NAMED: Final = re.compile(rf"[{UPPER}]|(?:các|những|cơ quan|đơn vị)\s")
_OVER: Final = re.compile(r"\s*(?:với|cùng|cho|về|của|do|là)\s+")
"""What leads on to the gap in the clause and not in the question."""
_LONGEST: Final = 60
_LONGEST_DOER: Final = 15
"""Words of several units, and of one that acts."""
_VERB_LAST: Final = re.compile(rf"\s{ACTING}$")
_IN_CHARGE_OF: Final = re.compile(  # several fields of one post are no several units
    r"(?i)(?:(?:các )?(?:đồng chí|đ/c) )?(?:các )?(?:phó|cán bộ|chuyên viên|công chức|trưởng|giám đốc|chủ tịch)\b[^,;]*?(?:,\s+)?\bphụ trách\s"
)
_SIDE_BY_SIDE: Final = re.compile(r"[,;]|\svà\s")
_LISTED: Final = re.compile(r"[,;]\s|\svà\s")
_BROKEN: Final = re.compile(r"[;:.,]")
WORKS_WITH: Final = re.compile(
    rf"[Pp]hối hợp(?:,?\s(?:chặt chẽ|thường xuyên|hiệu quả|quyết liệt|tốt))*(?:\s(?:(?:với|cùng|gồm|là)\s+|(?=[{UPPER}]))|:\s+)([^;.:()]+)"
)
"""Who helps, behind the verb or a label ("Phối hợp: A, B")."""
_WITH_WHOM: Final = re.compile(
    r"(?:,? (?:va|roi|con|thi))* phoi hop(?: (?:voi|cung))? (?:nhung |cac )?"
    r"(?:ai|dau|(?:co quan|don vi|bo phan|bo|so|ban|phong|ben|noi|nganh|hoi)(?: \S+){0,3}? nao)\b"
)
"""Asks, beside something else, with whom one works."""
_WHERE: Final = frozenset({"đâu", "dau"})
"""“Đâu” as typed; "đầu" and "đấu" sound like it."""
_PROPOSES: Final = re.compile(
    rf"\b(?:{sound('đề nghị')}|{sound('tờ trình')}|{sound('trình')} (?:\S+ )?{sound('kế hoạch')})\b"
)
_PROPOSED_BY: Final = re.compile(
    r"(?:[Tt]heo|[Xx]ét) đề nghị của\s+([^;.]+?)(?=\s+(?:tại|về)\s|\s*[;.]|\s*$"
    r"|,\s+(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Bộ|Sở|Chủ tịch|Giám đốc|Ban Thường vụ)\s[^;]*?\b(?:ban hành|xây dựng|quyết định|phê duyệt))"
)
"""At whose proposal a plan is made; its issuer goes on behind."""
_LIST_ENDS: Final = re.compile(r"[;:.(]|\s(?:(?:để|trong|khi|nhằm|theo|về)(?:\s|$)|và (?=tham mưu|báo cáo|đề xuất))")
_OF_ALL: Final = re.compile(r"\s(?:cùng cấp|các cấp)$")
"""Said at the end of a list of bodies and of each of them: parted, it would be left to the last."""
_SENTENCE: Final = re.compile(r"(?:[;:]|\.)\s|,?\sthì\s")
"""What parts one who does something from what is said before; "thì" from the condition."""
_BY: Final = frozenset(map(sound, ("do", "bởi")))
_AIMS: Final = frozenset(map(sound, ("để", "nhằm", "trong", "khi")))
"""What leads on, in a question, to the words that follow its gap in the clause."""
_FOR: Final = sound("cho")
"""Before those who get something."""
_BESIDE_DOER: Final = frozenset((_FOR, *map(sound, ("với", "cùng"))))
"""Before those for whom or with whom something is done."""
_PASSIVE: Final = re.compile(r"\s(?:do|bởi)\s")
_PERSON: Final = re.compile(
    r"(?:một|đồng chí|đ/c|(?:ông|bà|thầy|cô|anh|chị)(?=\s[A-ZĐ])|đại diện|chủ tịch|giáo viên|người|các|những|mỗi|từng|cán bộ|lãnh đạo|thủ trưởng|cơ quan|đơn vị)\s"
)
"""How the name of one who acts begins where it is no proper name."""
_FORCES: Final = re.compile(r"(?:lực lượng|đội|tổ|nhóm)\s")
_BEING: Final = frozenset(map(sound, ("là", "người", "được", "phải", "sẽ")))
_BEING_ENDS: Final = re.compile(r"(?:\s(?:là|được|phải|sẽ|người))+\s*$")
"""Between a unit and what it does."""


def asks_unit(query: Query) -> bool:
    """Whether a unit is asked for."""
    if query.role in {"lead", "support"} or "recipient" in query.flags or query.spoken.endswith(_BARE_UNIT):
        return True
    return find_phrase(query.spoken, heard("ask.unit_name")) is not None


def units_asked(query: Query, library: Library, clause: Clause, subject: str) -> tuple[str, ...]:
    """The unit that the question asks for, by the words around its gap, else those that its words crowd about.

    ``subject`` is the unit that the clause is about, by its own words or its headings.
    """
    units = _units_asked(query, library, clause, subject)
    if query.role == "support":  # "phối hợp với sở nào" leaves out "các cơ quan liên quan"
        units = tuple(unit for unit in units if _of_sort(query, unit)) or units
    return tuple(in_full(library, clause.text, unit) for unit in units)


def _units_asked(query: Query, library: Library, clause: Clause, subject: str) -> tuple[str, ...]:
    if _PROPOSES.search(query.spoken) and (proposer := _PROPOSED_BY.search(clause.text)):
        return (proposer[1],)
    if approvers := approver_asked(query, clause.text):
        return approvers
    if query.role == "support" and (partners := _asked_partners(query, library, clause.text)):
        return (_named_of(query, partners[0], clause.text) if len(partners) == 1 else ()) or partners
    doer = _doer(query, library, clause, subject)
    units = _each(query, doer) if doer else _nearest(query, library, clause.text)
    units = units or (_partners(clause.text) if query.role == "support" else ())
    if asks_beside(query) and units and all(is_said(query, library, unit) for unit in units):
        units = _asked_partners(query, library, clause.text) or units
    other = query.role == "lead" and units and not any(_of_sort(query, unit) for unit in units)
    if other and subject and _of_sort(query, subject) and not _WHOM.search(f" {query.spoken} "):
        return _each(query, subject)  # who is named beside is of another sort than the one asked for
    return (_named_of(query, units[0], clause.text) if len(units) == 1 else ()) or units


def asks_beside(query: Query) -> bool:
    """Whether "ai" may ask for those who work with the one that the question names: "làm cùng ai", "cần ai giúp"."""
    return query.role == "lead" and _BESIDE.search(f" {query.spoken} ") is not None


def is_said(query: Query, library: Library, unit: str) -> bool:
    """Whether the question itself names the unit: it asks for another."""
    return f" {library.hear(unit)} " in f" {library.hear(query.typed)} "


def _asked_partners(query: Query, library: Library, text: str) -> tuple[str, ...]:
    """All those that the clause's unit works with, where its words say so; () where the question names one of them.

    Of several places the one that the question's words crowd about.
    """
    near = crowding(text, {word: library.idf(word) for word in query.words.content()})
    places = [(near(*match.span(1)), -match.start(), match) for match in WORKS_WITH.finditer(text)]
    told = max(places, key=lambda one: one[:2])[2] if places else None
    words = spoken_of(text)
    # The question's own words may follow those that it asks for.
    asked = read_asked(query.words)
    asked = replace(asked, after=asked.after[1:]) if asked.after[:1] and asked.after[0] in _AIMS else asked
    close = closing(asked, words, told.start(1), told.end(1)) if told else 0
    units = _listed(text[told.start(1) : close or told.end(1)]) if told else ()
    return () if any(is_said(query, library, unit) for unit in units) else units


def _listed(text: str) -> tuple[str, ...]:
    """The units that ``text`` begins with, one by one; () unless each is one."""
    tail = _LIST_ENDS.split(GOES_ON.split(text, maxsplit=1)[0], maxsplit=1)[0].strip(TRIM)
    units = split_units(tail)
    units = units if units and all(map(starts_like_unit, units)) and len(tail.split()) <= _LONGEST else ()
    return (tail,) if len(units) > 1 and _OF_ALL.search(tail) else units


def _with_whom(query: Query) -> re.Match[str] | None:
    """Where it is asked with whom one works; "phối hợp | đầu tư …" only sounds like "phối hợp đâu"."""
    told = _WITH_WHOM.search(query.spoken)
    last = query.words.tokens[query.spoken[: told.end()].count(" ")].typed if told else ""
    return None if last not in _WHERE and sound(last) == sound("đâu") else told


def asks_both(query: Query) -> bool:
    """Whether the one that acts is asked for and those that it works with: "ai chủ trì, phối hợp với ai"."""
    told = _with_whom(query)
    return (
        query.role in {"lead", "support"}
        and told is not None
        and _WHO.search(_WITH_WHOM.sub(" ", query.spoken)) is not None
    )


def both_sides(query: Query, library: Library, clause: Clause, subject: str) -> tuple[str, ...]:
    """Who acts by a clause, then those that it works with; () where the clause does not name both."""
    partners = _partners(clause.text)
    told = _with_whom(query)
    if told is None or not partners:
        return ()
    first = query.spoken[: told.start()].count(" ") + (told.start() > 0)
    rest = query.words.without(range(first, first + len(told[0].split())))
    doers = units_asked(replace(query, words=rest, role="lead", roles=("lead",)), library, clause, subject)
    return (*doers, *(one for one in partners if one not in doers)) if doers else ()


def by_whom(query: Query, text: str) -> tuple[str, ...]:
    """Who does what the question asks of, where the words of a row say it: "… do A quyết định"; () where they do not."""
    asked = read_asked(query.words)
    doer = _between(asked, text) if asked.lead in _BY else ""
    return (doer,) if doer and may_act(doer) else ()


def _partners(text: str) -> tuple[str, ...]:
    """Those whom a clause works with, though no office is named ("phối hợp với lực lượng quân đội, công an hỗ trợ …")."""
    told = WORKS_WITH.search(text)
    tail = _LIST_ENDS.split(GOES_ON.split(told[1], maxsplit=1)[0], maxsplit=1)[0].strip(TRIM) if told else ""
    return split_units(tail) if 1 < len(tail.split()) <= _LONGEST_DOER else ()


def _named_of(query: Query, doer: str, text: str) -> tuple[str, ...]:
    """Those of a kind by name, where the question asks which of the kind ("những trạm nào") and brackets name them."""
    kind = read_asked(query.words).head
    told = text[text.find(doer) + len(doer) :].lstrip() if doer in text else ""
    if not kind or not told.startswith("(") or sound(doer).split()[-len(kind) :] != list(kind):
        return ()
    inner = told[1:].partition(")")[0].strip(" .…")
    units = tuple(part for one in _LISTED.split(inner) if (part := one.strip(TRIM)))
    return units if len(units) > 1 and all(one[:1].isupper() for one in units) else ()


def _each(query: Query, doer: str) -> tuple[str, ...]:
    """Several units one by one where a column is asked for, as the cells of a row tell them."""
    listed = query.role in {"lead", "support"} and "recipient" not in query.flags  # to whom one reports is told in one
    units = split_units(doer) if listed and _SIDE_BY_SIDE.search(doer) and not _IN_CHARGE_OF.match(doer) else ()
    named = doer.lower() != doer and all(map(may_act, units))
    named = named or _FORCES.match(doer) is not None
    return units if len(units) > 1 and named else (doer.rstrip(" :"),)


def _doer(query: Query, library: Library, clause: Clause, subject: str) -> str:
    """The unit that stands where the gap stands in the question, or that the clause is about where that is asked."""
    text = MARKER.sub("", clause.text)
    charge = charged(query, text)
    asked = charge or read_asked(query.words)
    weights = {word: library.idf(word) for word in {*asked.before, *asked.after}}
    own = (
        query.role == "lead"
        or _BY_WHOM.search(f" {query.spoken} ")
        or query.spoken.endswith(_BARE_UNIT)
        or _IS_WHO.search(f" {query.spoken} ")
    )
    if subject and _is_helper(query, library, text):
        return subject
    found = holder(asked, text) or _behind(asked, text, weights, led=True) or _between(asked, text)
    found = found or _behind(asked, text, weights, led=False, closed=True)
    if own and not may_act(found) and asked.lead != _FOR:  # "gây phiền hà cho ai" asks for no doer
        found = ""
    if not found and _is_object(asked):
        found = _behind(asked, text, weights, led=False)
    if not found and own and (charge or not _WHOM.search(f" {query.spoken} ")):
        before = bare_unit(_in_front(asked, text))
        before = before if _may_act_for(before, subject) else ""
        # A heading that is a whole sentence begins with its doer as well.
        subject = subject if _of_sort(query, subject) else ""
        named = subject if subject in clause.text and not (before and subject.startswith(before)) else ""
        found = named or before or subject
        if found and f" {sound(found)} " in f" {library.hear(query.typed)} ":
            return _behind(asked, text, weights, led=False) or found
    return found or _behind(asked, text, weights, led=False)


def _may_act_for(words: str, subject: str) -> bool:
    """Whether words in front of what is done name who does it: under a heading that names somebody only an office or people do."""
    return not subject or starts_like_unit(words) or _PERSON.match(words) is not None


def _is_helper(query: Query, library: Library, text: str) -> bool:
    """Whether the question asks who works with a unit that the clause's own unit works with: "ai phối hợp với Sở A"."""
    helped = _HELPS.search(query.spoken)
    return helped is not None and f" {helped[1]} {helped[2]} " in f" {library.hear(text)} "


def may_act(words: str) -> bool:
    """Whether words name somebody: a name with a capital, an office, people."""
    return words[:1].isupper() or starts_like_unit(words) or _PERSON.match(words) is not None


def _is_object(asked: Asked) -> bool:
    """Whether the question ends with its verb and "ai": "phải báo cáo ai"."""
    return not (asked.lead or asked.head or asked.after) and len(asked.before) > 1


def _of_sort(query: Query, unit: str) -> bool:
    """Whether a unit is of the sort asked for: a "bộ" is no "sở"."""
    return not query.asked_head or is_one_of(unit, query.asked_head)


def _behind(asked: Asked, text: str, weights: Mapping[str, float], *, led: bool, closed: bool = False) -> str:
    """What stands behind the very words that stand before the gap; "" where nothing does.

    ``led``: behind three of them and the word that leads to the gap, else behind two, and a unit; ``closed``: only
    where the words that follow the gap follow there as well.
    """
    run = (*asked.before[-_SURELY:], asked.lead) if led else asked.before[-_PERHAPS:]
    if (led and not asked.lead) or len(run) < (_SURELY + 1 if led else _PERHAPS):
        return ""
    words = spoken_of(text)
    wanted = wanted_of(asked, words, weights)
    found = []
    for _, at in runs(run, words):
        over = _OVER.match(text, at)
        start = over.end() if over else at
        end = end_of(asked, text, start)
        close = closing(asked, words, start, end)
        piece = text[start : close or end].strip(TRIM)
        piece = _PASSIVE.split(piece)[-1]
        piece = _VERB_LAST.sub("", piece) if close else piece
        if not close and (piece[:1].isupper() or _PERSON.match(piece) or _FORCES.match(piece)):
            piece = GOES_ON.split(piece, maxsplit=1)[0]
        named = starts_like_unit(piece) and (_NAMED.match(piece) or _is_object(asked))
        sure = close or (not closed and (led or named))
        if sure and len(piece.split()) <= _LONGEST:
            found.append((felt_behind(words, close or end, wanted) + (BETWEEN if close else 0.0), -start, piece))
    return max(found)[2] if found else ""


def _between(asked: Asked, text: str) -> str:
    """What stands between the word that leads to the gap and the very words behind it: "do … quản lý"."""
    if not asked.lead or not asked.after:
        return ""
    words = spoken_of(text)
    ends = [at for at, _ in runs(asked.after[:2], words)]
    for _, start in runs((asked.lead,), words):
        piece = text[start : min((at for at in ends if at > start), default=start)].strip(TRIM)
        if piece and len(piece.split()) <= _LONGEST_DOER and not _BROKEN.search(piece):
            return piece
    return ""


def _in_front(asked: Asked, text: str) -> str:
    """Who stands before the very words that follow the gap: "… làm tổ trưởng"; "" where nobody does."""
    after = asked.after
    while after and after[0] in _BEING:
        after = after[1:]
    words = spoken_of(text)
    place = next(runs(after[:3], words), None) if len(after) > _PERHAPS else None
    if place is None and asked.lead in _BY and after:
        # "Kế hoạch do ai lập" is printed "… lập kế hoạch".
        place = next((at for word in asked.before for at in runs((after[-1], word), words)), None)
    if place is None:
        return ""
    doer = _PASSIVE.split(_SENTENCE.split(text[: place[0]])[-1])[-1]
    doer = GIVEN.sub("", _BEING_ENDS.sub("", doer).strip(TRIM))
    named = (doer[:1].isupper() or _PERSON.match(doer)) and not re.match(rf"(?i){ACTING}", doer)
    return doer if named and 1 < len(doer.split()) <= _LONGEST_DOER else ""


def _nearest(query: Query, library: Library, text: str) -> tuple[str, ...]:
    """A unit that the clause names, the question does not, and its words crowd about.

    Of several side by side the first, all where several are asked for ("những cơ quan nào").
    """
    near = crowding(text, {word: library.idf(word) for word in query.words.content()})
    asked = charged(query, text) or read_asked(query.words)
    led = {*_words_before_gap(query.spoken.split()), *((asked.lead, *asked.before[-1:]) if asked.unit else ())}
    candidates = [
        (near(start, start + len(unit)) * (_LED if lead in led else 1.0), -start, unit)
        for start, unit, lead in units_in(text)
        if f" {sound(unit)} " not in f" {query.spoken} "
        and (lead not in _BESIDE_DOER or lead in led or query.role != "lead" or asks_beside(query))
    ]
    if not candidates:
        return ()
    candidates = [one for one in candidates if _of_sort(query, one[2])] or candidates
    unit = max(candidates)[2]
    units = split_units(unit) or (unit,)
    if asked.many and len(units) == 1:
        units = _listed_with(text, unit) or units
    return tuple(units) if asked.many else (units[0],)


def _listed_with(text: str, unit: str) -> tuple[str, ...]:
    """The units of the list that the one begins ("A, B và C để …"); () where no list goes on from it."""
    tail = _LIST_ENDS.split(GOES_ON.split(text[text.index(unit) :], maxsplit=1)[0], maxsplit=1)[0]
    units = split_units(tail)
    return units if len(units) > 1 and all(map(starts_like_unit, units)) else ()


def _words_before_gap(spoken: Sequence[str]) -> Sequence[str]:
    """The two words before the last question word; the last two where the question begins with it or has none."""
    at = max((n for n, word in enumerate(spoken) if word in _WH), default=None)
    return (spoken[1:] if at == 0 else spoken[:at])[-2:]
