"""Questions about reporting duties: who reports to whom, how often, by when."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from ingest.document import Span
from ingest.letters import UPPER
from ingest.plan import Duty, Plan
from ingest.units import split_units, starts_like_unit
from rag.answer import Answer, Citation, Status
from rag.citations import cite, plan_name
from rag.compose import not_found, together
from rag.corpus.library import Library
from rag.duties.dutydays import dues_asked, rhythm_and_due, rhythm_printed, rhythms_told
from rag.duties.dutylist import next_due
from rag.duties.issuersreports import by_issuer
from rag.duties.recurrence import QUICK, recurs, rhythms_of
from rag.duties.reportfit import (
    ASKS_VIA,
    WITHOUT_WAY,
    Found,
    asked_rhythm,
    by_stranger,
    is_recipient,
    passes_on,
    reporting_units,
    search,
    to_stranger,
)
from rag.duties.reportnotes import advised_unit, stated_recipient, stated_rhythm
from rag.duties.reportparts import asks_parts, copy_of, parts_asked
from rag.duties.reportplans import of_each_plan
from rag.duties.senders import with_groups
from rag.duties.troubles import answer_trouble, asks_trouble
from rag.duties.ways import asks_way, onward, stated_way
from rag.language.phrases import heard
from rag.language.stretches import stretches
from rag.language.words import AND, find_phrase, sound
from rag.measures.times import asks_weekday, weekday_asked
from rag.mentions.actors import Actor
from rag.mentions.mention import Mention
from rag.mentions.scope import POINTING, agreed
from rag.query.question import Query
from rag.query.reportasks import (
    ADVISES,
    asks_advised,
    asks_adviser,
    asks_how,
    asks_how_often,
    asks_next,
    asks_share,
    asks_when,
    asks_who,
    asks_whom,
    asks_whom_itself,
    names_reporting,
    only_links,
    sends_regularly,
)
from rag.query.rownouns import asks_figure
from rag.reading.charged import charged
from rag.wording import NO_DAY, joined

_DUE_ASKS: Final = tuple(
    map(
        sound,
        (
            "trước ngày nào",
            "khi nào",
            "ngày mấy",
            "ngày bao nhiêu",
            "hôm nào",
            "lúc nào",
            "tháng mấy",
            "hạn nào",
            "bao giờ",
            "ngày nào",
            "hạn chót",
            "thời hạn",
            "chậm nhất",
            "mấy giờ",
            "hạn",
        ),
    )
)
_VIA: Final = re.compile(rf"\(?\bqua\s+([{UPPER}][^()]*?)(?:\s+để\s[^()]*)?(?:\)|$)")
_SENDING: Final = frozenset(map(sound, ("gửi", "nộp")))
_COMPILES: Final = sound("tổng hợp")
_TO_COMPILE: Final = re.compile(
    rf"\b(?:gui|nop) (?:\S+ ){{0,16}}?(?:cho|ve|len|toi|den) (?:\S+ ){{1,12}}?(?:de )?{_COMPILES}\b"
)
"""What is sent to an office that puts it together is a report, whatever it is called."""
_TELLS: Final = re.compile(
    r"(?<!dam )(?<!thong )(?<!canh )(?<!du )\bbao (?:tien do|tinh hinh|cet qua|so lieu) (?:\S+ ){0,12}?(?:cho|ve|len|toi) "
)
"""Telling an office how the work goes: "báo tiến độ … cho Sở A"; "đảm bảo tiến độ" only sounds like it."""
_SENT_LEAST: Final = 0.5
"""The share of a question's words that a duty must hold where something is sent and no report named."""
_COMMITTEE: Final = sound("ủy ban")
_NAMING: Final = 2
"""Words of an office's name that name it, a committee's apart."""
_POORLY: Final = 0.45
"""A duty that holds fewer of the words than this gives way to a clause that says where the report goes."""
_SEVERAL: Final = re.compile(
    r"\b(?:nhung|cac|may) (?:ai|dau|(?:co quan|don vi|noi|bo|so|ban|cap|ben|phong|bo phan|to chuc) nao)\b"
)
_SANCTION: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('xử phạt', 'bị phạt', 'mức phạt', 'kỷ luật', 'kiểm điểm', 'trừ điểm', 'chế tài')))})\b"
)
"""What follows a report that comes late is no part of the duty: a clause must say it."""
_FINE: Final = re.compile(r"\bphạt\b")
"""Heard only as it is typed: "cấp phát" sounds like it."""
_REPORTS: Final = re.compile(r"\b(?:bao cao|gui|nop|phan anh|phan hoi|tong hop|cien nghi|vuong mac)\b")
_SPEAKS: Final = re.compile(rf"{_REPORTS.pattern}|\b(?:bao|chuien|chinh|nhan)\b")
"""Words of passing something on, and others that may be."""
_STANDING: Final = re.compile(r"(?:Cơ quan|cơ quan|Đơn vị|đơn vị)\s+(?:[Tt]hường trực|đầu mối)(?!\w)")
"""How an office right before it is called besides, "Sở A, Cơ quan Thường trực Ban Chỉ đạo"."""
_REGULARLY: Final = re.compile(r"^(?:(?:dinh ci|hang (?:nam|qui|thang)|phai|deu|se|thi|gui)(?: |$))+(?=bao cao)")
"""Between a sender and "báo cáo", in sound form."""
_RIGHT_BEHIND: Final = 3
_ABOUT_AS_WELL: Final = 0.3


def asks_report(query: Query) -> bool:
    """Whether the question is of a reporting duty by its words: also "báo nhanh", and a unit that sends to another."""
    if (
        query.role == "lead"
        and not asks_trouble(query)
        and not (_REPORTS if charged(query) else _SPEAKS).search(query.spoken)
    ):
        return False  # a report may be what somebody is charged with: then it is named
    if asks_figure(query.spoken) or asks_share(query) or only_links(query):
        return False
    if (
        query.flags & {"report", "recipient"}
        or find_phrase(query.spoken, QUICK)
        or asks_whom(query)
        or asks_trouble(query)
        or asks_way(query)
    ):
        return True
    tokens = [token.heard for token in query.words.tokens]
    told = _TO_COMPILE.search(query.spoken) or _TELLS.search(query.spoken)
    if sends_regularly(query) or (query.role == "due" and query.actors and told):
        return True
    sent = any(tokens[unit.start - 1] in _SENDING for unit in query.actors if unit.start)
    return sent and any(not is_recipient(query, unit) for unit in query.actors)


def answer_report(query: Query, library: Library, threshold: float) -> Answer | None:
    """Answer from the best duty, else from a clause that tells how often; None when nothing fits the question."""
    if asks_advised(query) and (advised := advised_unit(query, library)):
        return advised
    if not asks_parts(query) and asks_way(query) and (way := stated_way(query, library)):
        return way
    if asks_trouble(query) and (told := answer_trouble(query, library)):
        return told
    if _SANCTION.search(query.spoken) or _FINE.search(query.typed.lower()):
        return None
    query = _rescoped(query, library)
    units = _without_issuers(query) if asks_who(query) else reporting_units(query)
    query = replace(query, actors=with_groups(query, units))
    found = by_issuer(query, library, search(query, library))
    if to_stranger(query, library) or by_stranger(query, library):
        return not_found(query, library)
    if asks_adviser(query):
        found = [one for one in found if ADVISES in sound(one.duty.span.slice(library.plans[one.plan].text))]
    if asks_next(query):
        found = sorted(found, key=lambda one: _told_next(one, found[0].score))
    elif query.role == "due" and found and not recurs(found[0].duty):
        found = sorted(found, key=lambda one: (-round(one.score, 9), not one.duty.due))
    fits = found and found[0].score >= threshold and (names_reporting(query) or found[0].coverage >= _SENT_LEAST)
    whom = asks_whom_itself(query.spoken)
    poorly = bool(found) and found[0].coverage < _POORLY and not _in_rhythm(query, found[0].duty)
    if not fits or (whom and (poorly or not found[0].duty.recipient)):
        stated = stated_recipient(query, library) if whom else None
        if stated and fits and found[0].duty.recipient and found[0].duty.locator == stated.citations[0].locator:
            stated = None
        if stated or not fits:
            return stated or (stated_rhythm(query, library) if asks_how_often(query) else None)
    each = _of_each_recipient(query, library, found) or of_each_plan(query, library, found, tell)
    return each or tell(query, library, found)


def _in_rhythm(query: Query, duty: Duty) -> bool:
    """Whether the duty is due as often as the question says ("báo cáo 6 tháng")."""
    return bool(asked_rhythm(query) & rhythms_of(duty))


def _of_each_recipient(query: Query, library: Library, found: Sequence[Found]) -> Answer | None:
    """The day of each of two offices that one unit reports to in turn; None where fewer are named."""
    if query.role != "due" or asks_whom(query):
        return None
    named: dict[str, Found] = {}
    spoken = query.words.heard.replace(sound(found[0].duty.actor), "") if found else ""
    for one in found:
        office = sound(WITHOUT_WAY.sub("", one.duty.recipient))
        if (one.plan, one.duty.actor) == (found[0].plan, found[0].duty.actor) and one.duty.due and office:
            name = office if office.startswith(_COMMITTEE) else " ".join(office.split()[:_NAMING])
            if find_phrase(spoken, (name,)) and one.score > 0:
                named.setdefault(office, one)
    parts = [tell(query, library, [one]) for one in sorted(named.values(), key=lambda one: one.duty.span.start)]
    told = [part for part in parts if part is not None]
    return together(query, told) if len(told) > 1 and len(told) == len(parts) else None


def _rescoped(query: Query, library: Library) -> Query:
    """The plans without those of a level that only belongs to the one reported to ("báo cáo Văn phòng … tỉnh").

    Where nothing else tells whose plan is meant it is that level's, unless who reports to it is named by other plans only.
    """
    at = query.words.heard.find(sound("báo cáo"))
    said = len(query.words.heard[:at].split()) if at >= 0 else len(query.words.tokens)
    pointing = [one for one in query.mentions if one.kind in POINTING]
    kept = [one for one in pointing if one.start < said or not _names_recipient(one, said)]
    kept = [one for one in kept if not (one.kind == "level" and _is_of_sender(query, one))]
    alone = not kept and any(one.start >= said for one in pointing) and not _reports_elsewhere(query, library)
    if len(kept) == len(pointing) or alone:
        return query
    return replace(query, plans=agreed(kept))


def _reports_elsewhere(query: Query, library: Library) -> bool:
    """Whether the first unit named, who reports, is one that none of the plans meant names and others do."""
    first = next((one for one in query.actors if one.known), None)
    named = [n for n in range(len(library.plans)) if first and library.names_office(first.words, n)]
    return bool(named) and not any(query.covers(n) for n in named)


def _is_of_sender(query: Query, one: Mention) -> bool:
    """Whether a level only ends the name of the ones who report: "Ủy ban nhân dân cấp tỉnh báo cáo"."""
    acts = _REGULARLY.sub("", query.words.part(one.end, one.end + 5)).split()[:2]
    named = query.words.part(max(0, one.start - 4), one.start) == f"{_COMMITTEE} nhan dan"
    named = named or query.words.part(one.start - 1, one.start) == AND  # "các bộ và UBND tỉnh báo cáo"
    return named and (acts == sound("báo cáo").split() or acts[:1] in [[word] for word in _SENDING])


def _without_issuers(query: Query) -> tuple[Actor, ...]:
    """Where the sender is asked for, an office that has a plan of its own only says whose plan is meant."""
    issuers = [one for one in query.mentions if one.kind == "issuer"]
    return tuple(
        unit
        for unit in reporting_units(query)
        if is_recipient(query, unit) or not any(one.start <= unit.start < one.end for one in issuers)
    )


def _names_recipient(one: Mention, said: int) -> bool:
    """Whether a level behind "báo cáo", or an issuer right behind it, is the one reported to."""
    return one.kind == "level" or (one.kind == "issuer" and one.start - said <= _RIGHT_BEHIND)


def _told_next(one: Found, best: float) -> tuple[bool, bool, bool, float]:
    """Of the duties that fit about as well as the best, those with a day come first, then those with a rhythm."""
    return (one.score < best - _ABOUT_AS_WELL, not one.duty.due, not recurs(one.duty), -one.score)


def tell(query: Query, library: Library, found: Sequence[Found]) -> Answer | None:
    """What is asked of the first duty; None where it does not say it."""
    best = found[0]
    plan = library.plans[best.plan]
    key = (best.plan, best.duty.span, best.duty.actor)
    same = [one for one in found if (one.plan, one.duty.span, one.duty.actor) == key]
    passed = onward(best.duty.what) if asks_whom(query) and passes_on(query, library, best.duty) else ()
    values, label = (passed, "gửi") if passed else _values(query, best, same)
    undated = not values and asks_when(query) and bool(best.duty.frequency)
    if undated:
        stated = sorted(rhythms_told(query, same), key=best.duty.what.find)
        values, label = stretches(best.duty.what, stated), "báo cáo"
    if not values:
        return None
    beside = (*_actor_above(plan, best.duty, values), *_due_below(plan, best.duty, values))
    citations = (*cite(plan, best.duty.locator, (best.duty.span,)), *beside)
    coming = next_due(best.duty, query.today) if recurs(best.duty) and best.duty.due in values else ""
    shown = joined(tuple(value + coming if value == best.duty.due else value for value in values))
    told = f"{shown}{NO_DAY}" if undated else shown
    text = f"{best.duty.actor}: {label} {told} ({plan_name(plan)}, {best.duty.locator})."
    return Answer(query.typed, Status.ANSWERED, text, values, citations=citations)


def _actor_above(plan: Plan, duty: Duty, values: Sequence[str]) -> tuple[Citation, ...]:
    """The heading or lead-in over a duty that names its actor, where the actor is the answer and the duty omits it."""
    if duty.actor not in values or duty.actor in duty.span.slice(plan.text):
        return ()
    at = plan.text.rfind(duty.actor, 0, duty.span.start)
    if at < 0:
        return ()
    end = plan.text.find("\n", at)
    line = Span(plan.text.rfind("\n", 0, at) + 1, end if end >= 0 else len(plan.text))
    holders = [one for one in plan.sections if one.span.start <= at < one.span.end]
    where = max(holders, key=lambda one: (one.span.start, one.depth)).locator if holders else duty.locator
    return cite(plan, where, (line,))


def _due_below(plan: Plan, duty: Duty, values: Sequence[str]) -> tuple[Citation, ...]:
    """The clause right below a duty that states its deadline ("Thời gian: …"), where that is the answer."""
    if duty.due not in values or duty.due in " ".join(duty.span.slice(plan.text).split()):
        return ()
    below = next((one for one in plan.clauses if one.span.start >= duty.span.end and duty.due in one.text), None)
    return cite(plan, below.locator, (below.span,)) if below else ()


def _values(query: Query, best: Found, same: Sequence[Found]) -> tuple[tuple[str, ...], str]:
    """The values asked for, none where the duty does not state them, and the word that leads to them."""
    duty = best.duty
    if asks_weekday(query) and (day := weekday_asked(duty.what, dict.fromkeys(query.words.content(), 1.0))):
        return ((duty.due if day in duty.due else day),), "thời hạn"
    if asks_how(query):
        return (duty.what,), "báo cáo"
    several = _in_order(query, best, same)
    if several:
        return several, "báo cáo"
    actor = (_compiler(query, duty) or duty.actor,) if asks_who(query) else ()
    recipient = _recipient(query, duty) if asks_whom(query) else ""
    if recipient:
        dues, _ = dues_asked(query, best, same) if _asks_due(query) else ((), "")
        named = _each(query, recipient, duty.what)
        return ((*named, *dues) if recipient not in dues else named), "gửi"
    if asks_how_often(query):
        if not actor and _asks_due(query) and (both := rhythm_and_due(duty)):
            return (both,), "báo cáo"
        return (*actor, *rhythm_printed(duty, same)), "báo cáo"
    if query.role == "lead" or (actor and query.role in ("", "result")):
        dues, _ = dues_asked(query, best, same) if actor and _asks_due(query) else ((), "")
        return (*(actor or (duty.actor,)), *dues), "báo cáo"
    return dues_asked(query, best, same) if query.role in {"due", "value", ""} else ((), "")


def _in_order(query: Query, best: Found, same: Sequence[Found]) -> tuple[str, ...]:
    """The several things asked for, in the order asked; () where only one is, or the duty leaves one out."""
    duty, asked = best.duty, parts_asked(query)
    if not asks_parts(query):
        return ()
    if set(asked) == {"often", "due"} and (both := rhythm_and_due(duty)):
        return (both,)
    tells: dict[str, Callable[[], tuple[str, ...]]] = {
        "who": lambda: (_compiler(query, duty) or duty.actor,),
        "whom": lambda: _each(query, duty.recipient, duty.what),
        "copy": lambda: (copy_of(duty.what),),
        "via": lambda: (via[1],) if (via := _VIA.search(duty.recipient)) else (),
        "often": lambda: rhythm_printed(duty, same),
        "due": lambda: dues_asked(query, best, same)[0],
    }
    told = [tells[name]() for name in asked]
    values = tuple(dict.fromkeys(value for values in told for value in values))
    return values if all(told) and all(values) else ()


def _each(query: Query, recipient: str, what: str) -> tuple[str, ...]:
    """The offices that a report goes to, one by one; one that a sort of office stands for where several are asked for."""
    if "(" in recipient:
        return (recipient,)
    # A sort of office may be told by name behind it: "cấp có thẩm quyền (UBND tỉnh, Bộ A)".
    aside = re.search(rf"{re.escape(recipient)}\s+\((?!\s*(?:thông )?qua\b)([^()]+)\)", what)
    several = _SEVERAL.search(query.spoken) is not None
    told = aside[1] if several and aside and starts_like_unit(aside[1]) else recipient
    named = split_units(told)
    sure = several or all(map(starts_like_unit, named))
    if not several and any(_STANDING.match(one) for one in named[1:]):
        return named[:1]  # what the office is besides
    return named if named and sure and all(one in told for one in named) else (recipient,)


def _compiler(query: Query, duty: Duty) -> str:
    """The one who gets a report where that one is asked for: "bộ nào tổng hợp, báo cáo Thủ tướng"; "" otherwise."""
    if not duty.recipient or _COMPILES not in query.spoken:
        return ""
    passes = rf"{re.escape(duty.recipient)}\)?\s+(?:để\s+)?tổng hợp,?\s+báo cáo\s+(.+)"
    further = re.search(passes, duty.what)
    office = sound(further[1]).split() if further else []
    name = " ".join(office[: 5 if office[:2] == _COMMITTEE.split() else _NAMING])
    return WITHOUT_WAY.sub("", duty.recipient) if name and find_phrase(query.words.heard, (name,)) else ""


def _recipient(query: Query, duty: Duty) -> str:
    """To whom the report goes; the office that passes it on where "qua" is asked."""
    via = _VIA.search(duty.recipient)
    asked = ASKS_VIA.search(query.spoken)
    head = query.asked_head if not asked else ""
    if via and head and head in sound(via[1]).split()[:2] and head not in sound(duty.recipient).split()[:2]:
        return via[1]
    return via[1] if via and asked and not asks_whom_itself(query.spoken[: asked.start()]) else duty.recipient


def _asks_due(query: Query) -> bool:
    """Whether, beside the recipient, a day is asked for."""
    phrase = find_phrase(query.spoken, heard("ask.recipient"))
    rest = query.words.drop((phrase,)) if phrase else query.words
    return find_phrase(rest.heard, _DUE_ASKS) is not None
