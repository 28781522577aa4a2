"""For what a plan is sent to one of its recipients, as their list marks it: "Sở A (để phối hợp)", "Huyện ủy (b/c)"."""

from __future__ import annotations

import re
from typing import Final

from ingest.document import Span
from ingest.plan import Plan, SectionKind
from rag.answer import Answer, Status
from rag.citations import cite, plan_name
from rag.corpus.library import Library
from rag.language.words import sound
from rag.query.question import Query
from rag.wording import NOT_STATED

_FOR_WHAT: Final = re.compile(
    r"\b(?:de|nham|vi|voi)(?: (?:ho|ben do|ben ai))? (?:(?:lam|thuc hien|phuc vu)(?: viec)? )?(?:nhung )?(?:gi|muc dich(?: nao| gi)?)\b"
    r"|\b(?:nham|voi|vi|la|co)? ?(?:muc dich|vai cho)(?: la)? (?:gi|nao)\b|\bde lam (?:gi|chi|sao)\b|\bgui (?:\S+ )+lam gi(?: (?:vai|the|nhi|a|ha|dai))*$"
    r"|\bde (?:biet|bao cao|phoi hop|chi dao|thuc hien|theo doi) hai (?:la )?(?:de )?(?:biet|bao cao|phoi hop|chi dao|thuc hien|theo doi)\b"
    r"|\bnoi nhan\b.*\b(?:gi(?: chu)?|danh dau|chu thich|chong ngoac)(?: \S+){0,4} (?:la )?(?:gi|the nao)$"
)
_SENT: Final = re.compile(
    r"\bgui\b|\bnhan (?:duoc )?(?:ban )?(?:ce hoach|van ban|quiet dinh|ngi quiet|chuong chinh)\b|\bnoi nhan\b"
)
_PAPER: Final = re.compile(r"\b(?:ce hoach|van ban|noi nhan|quiet dinh|ngi quiet|chuong chinh)\b")
_REPORT: Final = re.compile(r"(?<!\bde )(?<!\bhai )\bbao cao\b")
"""It is a report that is sent; "để báo cáo hay …" asks for what the plan is."""
_PURPOSE: Final = re.compile(
    r"(?i)(?:để|nhằm)\s|b/?c$|p/?h$|t/?h$|(?:(?:để )?(?:báo cáo|phối hợp|thực hiện|theo dõi|chỉ đạo|biết|giám sát|đôn đốc|triển khai|tổng hợp|đăng tải))\b"
)
"""What a mark in brackets must be like: others tell copies or a part of an office."""
_MARK: Final = re.compile(r"\s*;?\s*\(\s*([^()]*?)\s*\)\s*$")
_PARTS: Final = re.compile(r"[,;:]\s*|\svà\s")
_FEWEST: Final = 2
"""Words of a recipient's name that must be said."""
_BEGINNING: Final = 2
"""Words with which a longer name may be called."""
_BEHIND: Final = frozenset(sound("để nhằm nhận với vì được có thì là làm kế hoạch văn bản bản trong ở theo").split())
"""What goes on behind a name that is said in part."""


def answer_sent_for(query: Query, library: Library) -> Answer | None:
    """What the recipient named is sent the plan for; blank where its line bears no mark, None where that is not asked."""
    spoken = query.spoken
    sent = _SENT.search(spoken) and _PAPER.search(spoken) and not _REPORT.search(spoken)
    if not sent or not _FOR_WHAT.search(spoken):
        return None
    found = _named(query, library)
    plans = {plan for _, plan, _ in found}
    meant = frozenset().union(*(one.plans for one in query.mentions)) & plans
    found = [one for one in found if one[1] in (meant or plans)]
    most = max((size for size, *_ in found), default=0)
    told = [(plan, value) for size, plan, value in found if size == most]
    if len(told) != 1:
        return None
    plan, value = library.plans[told[0][0]], told[0][1]
    citations = cite(plan, "Nơi nhận", (_line(plan, value),))
    mark = _MARK.search(value)
    if mark is None or not _PURPOSE.match(mark[1]):
        text = NOT_STATED.format(plan=plan_name(plan), locator="Nơi nhận", role="mục đích gửi")
        return Answer(query.typed, Status.NOT_STATED, text, citations=citations)
    text = f"{value} ({plan_name(plan)}, Nơi nhận)."
    return Answer(query.typed, Status.ANSWERED, text, (mark[1],), citations=citations)


def _named(query: Query, library: Library) -> list[tuple[int, int, str]]:
    """The recipients that the question names: how many words of theirs it says, the plan, the printed line."""
    asked = f" {library.hear(query.typed)} "
    found = []
    for number, plan in enumerate(library.plans):
        for value in plan.header.recipients if query.plans is None or _may_mean(query, number) else ():
            plain = _MARK.sub("", value)
            sizes = [_said(library.hear(one).split(), asked) for one in {plain, *_PARTS.split(plain)}]
            if max(sizes) >= _FEWEST:
                found.append((max(sizes), number, value))
    return found


def _said(name: list[str], asked: str) -> int:
    """How many words of a name the question says: all, or its beginning where no other name goes on ("Ban Bí thư | nhận …")."""
    if name and f" {' '.join(name)} " in asked:
        return len(name)
    for size in range(len(name) - 1, _BEGINNING - 1, -1):
        _, said, behind = asked.partition(f" {' '.join(name[:size])} ")
        if said:
            return size if not behind or behind.split()[0] in _BEHIND else 0
    return 0


def _may_mean(query: Query, number: int) -> bool:
    """Whether a plan is one that some words of the question name; the recipient's own may name another."""
    return any(number in one.plans for one in query.mentions)


def _line(plan: Plan, value: str) -> Span:
    """Where a recipient stands, the whole list where its line is broken."""
    whole = next(one.span for one in plan.sections if one.kind is SectionKind.RECIPIENTS)
    at = plan.text.find(value, whole.start, whole.end)
    return Span(at, at + len(value)) if at >= 0 else whole
