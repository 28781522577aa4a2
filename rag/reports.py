"""Questions about reporting duties: who reports to whom, how often, by when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.plan import Duty
from rag.answer import Answer, Status
from rag.citations import cite, plan_name
from rag.library import Library
from rag.question import Query
from rag.wording import joined
from rag.words import sound

_RHYTHMS = {
    "quarter": ("hàng quý", "hằng quý", "quý", "mỗi quý"), "half": ("6 tháng", "sáu tháng", "nửa năm", "giữa năm"), "month": ("hàng tháng", "hằng tháng", "mỗi tháng", "tháng"),
    "week": ("hàng tuần", "hằng tuần", "tuần"), "day": ("hàng ngày", "hằng ngày"), "adhoc": ("đột xuất",), "trouble": ("khó khăn", "vướng mắc"),
    "year": ("hàng năm", "hằng năm", "báo cáo năm", "cả năm", "cuối năm", "năm", "tổng kết năm"),
}  # fmt: skip
_SOUNDS = {name: tuple(sound(phrase) for phrase in phrases) for name, phrases in _RHYTHMS.items()}
_DROP = tuple(sound(word) for word in ("báo cáo", "gửi", "hạn", "trước", "ngày", "định kỳ", "thời hạn", "hàng", "hằng", "quý", "năm", "tháng", "6", "hạn chót", "chậm nhất", "kết quả", "nộp", "tần suất", "kỳ", "đột xuất", "là"))


@dataclass(frozen=True, slots=True)
class Found:
    """A duty with its plan and how well it fits."""

    plan: int
    duty: Duty
    score: float
    coverage: float


def _rhythm(words: str) -> set[str]:
    spoken = f" {sound(words)} "
    found = {name for name, phrases in _SOUNDS.items() if any(f" {phrase} " in spoken for phrase in phrases)}
    if found & {"half", "quarter"}:
        found -= {"month", "year"} if "bao cao nam" not in spoken else {"month"}
    return found


def _asked_rhythm(query: Query) -> set[str]:
    """The rhythm that the question names; "năm 2026" names a year, not a rhythm."""
    spoken = query.spoken
    for year in query.years:
        spoken = spoken.replace(f"nam {year}", "")
    found = _rhythm(spoken)
    if "month" in found and sound("hàng tháng") not in spoken and sound("tháng này") not in spoken:
        found -= {"month"}
    return found


def search(query: Query, library: Library) -> list[Found]:
    """Every duty in scope, best fitting first."""
    words = query.words.drop(_DROP).content()
    asked = _asked_rhythm(query)
    total = sum(library.idf(word) * share for word, share in words.items()) or 1.0
    found = []
    for number, plan in enumerate(library.plans):
        if query.plans is not None and number not in query.plans:
            continue
        profile = library.profiles[number]
        context = {g for g in profile.words if "_" not in g} | {w for p in profile.places for w in p.split()}
        for duty in plan.duties:
            text = sound(library.expander.expand(f"{duty.actor} {duty.what} {duty.recipient} {duty.frequency}"))
            own = set(text.split())
            coverage = sum(library.idf(w) * share * (1.0 if w in own else 0.6 if w in context else 0.0) for w, share in words.items()) / total
            score = coverage + _unit_fit(query, library, duty)
            mine = _rhythm(f"{duty.frequency} {duty.due}")
            score += (0.5 if asked & mine else -0.6) if asked else 0.0
            found.append(Found(number, duty, score, coverage))
    return sorted(found, key=lambda one: -one.score)


def _unit_fit(query: Query, library: Library, duty: Duty) -> float:
    """Units named as sender must be the actor, units after "gửi" the recipient."""
    actor = f" {sound(library.expander.expand(duty.actor)).replace(' va ', ' ')} "
    recipient = f" {sound(library.expander.expand(duty.recipient)).replace(' va ', ' ')} "
    tokens = [token for token in query.spoken.split() if token != "va"]
    score = 0.0
    for unit in query.actors:
        before = tokens[max(0, unit.start - 3) : unit.start]
        to = any(word in before for word in ("dui", "ve", "cho", "qua", "len", "nop", "chinh", "chuien")) or (before[-2:] == ["bao", "cao"])
        name = f" {unit.words} "
        own = f" {unit.words.split(' tinh')[0]} "
        if to:
            score += 0.4 if name in recipient or own in recipient or own in sound(duty.what) else -0.2
        else:
            score += 0.6 if name in actor or own in actor else -0.4
    return score


def answer_report(query: Query, library: Library, threshold: float) -> Answer | None:
    """Answer from the best duty; None when no duty fits the question."""
    found = search(query, library)
    if not found or found[0].score < threshold:
        return None
    best = found[0]
    plan = library.plans[best.plan]
    same = [one for one in found if one.plan == best.plan and one.duty.span == best.duty.span and one.duty.actor == best.duty.actor]
    values, label = _values(query, best, same)
    if not values:
        return None
    citations = cite(plan, best.duty.locator, (best.duty.span,))
    text = f"{best.duty.actor}: {label} {joined(values)} ({plan_name(plan)}, {best.duty.locator})."
    return Answer(query.typed, Status.ANSWERED, text, values, citations=citations)


def _values(query: Query, best: Found, same: Sequence[Found]) -> tuple[tuple[str, ...], str]:
    duty = best.duty
    if "recipient" in query.flags and duty.recipient:
        return (duty.recipient,), "gửi"
    if "frequency" in query.flags:
        ordered = sorted(same, key=lambda one: duty.what.find(one.duty.frequency) if one.duty.frequency else 0)
        return tuple(dict.fromkeys(one.duty.frequency for one in ordered if one.duty.frequency)), "báo cáo"
    if query.role == "lead":
        return (duty.actor,), "báo cáo"
    if query.role in ("due", "value", ""):
        return _dues(query, best, same)
    return (), ""


def _dues(query: Query, best: Found, same: Sequence[Found]) -> tuple[tuple[str, ...], str]:
    """The deadline of the rhythm asked for; of each, in order, where several or none is named."""
    asked = _asked_rhythm(query)
    wanted = [one for one in same if not asked or _rhythm(f"{one.duty.frequency} {one.duty.due}") & asked] or [best]
    if len(asked) < 2 and asked:
        wanted = [best]
    ordered = sorted(wanted, key=lambda one: one.duty.what.find(one.duty.due) if one.duty.due else 0)
    dues = tuple(dict.fromkeys(re.sub(r"^vào\s+(?=ngày)", "", one.duty.due) for one in ordered if one.duty.due))
    if dues:
        return dues, "thời hạn"
    return ((best.duty.frequency,), "báo cáo") if best.duty.frequency and "due" != query.role else ((), "")
