"""Sections asked for by their heading: "mục đích, yêu cầu của kế hoạch là gì" is answered by all that stands there."""

from __future__ import annotations

import re
from typing import Final

from ingest.plan import Clause, Plan, Section, SectionKind
from rag.answer import Answer, Status
from rag.citations import cite, plan_name
from rag.clauses.charge import answer_charge
from rag.clauses.difficulties import answer_difficulties
from rag.clauses.members import answer_members
from rag.clauses.saidhard import answer_said_hard
from rag.clauses.topics import FUNDING, section_about, source_in, telling, topic_of
from rag.compose import ambiguous
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.nth import another_turn
from rag.language.words import AND, either, sound
from rag.measures.manners import asks_manner
from rag.measures.pieces import NAME
from rag.query.question import Query
from rag.query.reasons import asks_why
from rag.query.unplaced import unplaced
from rag.reading.prose import pick, whole
from rag.reading.saidfirst import behind_said
from rag.wording import joined

_PARTS: Final = {
    sound(name): sound(name)
    for name in (
        "mục đích",
        "yêu cầu",
        "quan điểm",
        "nguyên tắc",
        "phương châm",
        "đối tượng",
        "phạm vi",
        "tồn tại",
        "hạn chế",
    )
} | {sound(name): sound("mục tiêu chung") for name in ("mục tiêu chung", "mục tiêu tổng quát")}
"""What the sections that tell why and how a plan was made are headed; two of them mean the same."""
_PART: Final = re.compile(rf"\b(?:{'|'.join(_PARTS)})\b")
_DEMANDED: Final = re.compile(
    rf"{sound('yêu cầu')} (?:\d|(?!(?:{'|'.join(map(sound, ('của', 'đối với', 'về', 'là', 'gì', 'nào', 'đặt ra', 'khi', 'trong', 'chung', 'chính', 'cụ thể')))}|{AND})\b)"
    rf"(?:\S+ ){{1,14}}?(?:{sound('phải')}|{sound('cần')})\b)"
)
"""Where a verb is meant: "yêu cầu 100% …", "yêu cầu việc … phải thế nào" ask for no section."""
_PADDED: Final = re.compile(rf" (?:{'|'.join(_PARTS)})(?= )")
_FILLING: Final = frozenset(
    sound(
        "kế hoạch đề án ban hành đề nghị nêu đặt ra gồm nội dung phần mục xác định nhằm chính chủ yếu thực hiện năm số "
        "ngày tháng đề cập trình bày liệt kê cho biết hướng tới khi triển khai"
    ).split()
)
"""Words around the name of a section that say nothing of what stands in it."""
_MATTER: Final = re.compile(
    rf"\b(?:{either('về', 'đối với', 'liên quan đến', 'liên quan tới', 'trong việc', 'cho', 'về vấn đề', 'về việc')}) (?:(?:{either('vấn đề', 'việc', 'các', 'những', 'chuyện')}) )*"
    rf"(?P<matter>\S+(?: \S+)*?)(?: (?:{either('như thế nào', 'thế nào', 'ra sao', 'là gì', 'gì', 'nào', 'là', 'gồm', 'được', 'nêu', 'có', 'những')}))*$"
)
"""What a part is asked about: "quan điểm | thế nào | về giá điện"."""
_LONGEST_HEADING: Final = 15
"""Words of what is a heading, and no clause that says such a word in passing."""
_CLEARLY: Final = 2
"""Words of the question that one paragraph must say and the others not, to be meant alone."""
_MOSTLY: Final = 3
"""Words that must describe the plan for one not to."""
_MEETING: Final = frozenset(sound("họp cuộc").split())
_CONFERENCE: Final = frozenset(sound("hội nghị").split())
_MOST: Final = 12
"""Paragraphs of a section that is an answer; a longer one is read, not answered."""


def answer_section(query: Query, library: Library) -> Answer | None:
    """What a section, a clause on the whole plan, or a list announced by its name tells; None where none is meant."""
    if told := answer_difficulties(query, library) or answer_said_hard(query, library):
        return told
    left = _left(query)
    found = _headed(query, library) or answer_charge(query, library, left)
    return found or (answer_members(query, library, left) if query.pointer.empty else None)


def _headed(query: Query, library: Library) -> Answer | None:
    """Every paragraph of the section that the question names, of the one plan it is about; None where it names none.

    Where the question may be about several plans, it is about the one whose head says all else that it says.
    """
    wanted = frozenset(_PARTS[name] for name in _PART.findall(query.spoken) if not _DEMANDED.search(query.spoken))
    if not wanted or asks_why(
        query.spoken, query.typed
    ):  # why things are amiss is told by one paragraph of their section
        return _about(query, library)
    scope = _scope(query, library)
    left = _left(query)
    meant = [number for number in sorted(scope) if left <= library.profiles[number].words]
    # A year that no plan bears belongs to what is said of the plan, as in "đề án đến năm …".
    meant = [number for number in meant if library.profiles[number].year in query.years] or meant
    if not meant and len(scope) == 1:
        return _in_section(query, library, library.plans[next(iter(scope))], wanted) or _about(query, library)
    if len(meant) != 1:
        return None
    plan = library.plans[meant[0]]
    section = _section(plan, wanted)
    return _all_of(query, library, plan, section) if section else _about(query, library)


def _scope(query: Query, library: Library) -> frozenset[int]:
    """The plans asked about but those that are of another one of several ("hội nghị lần thứ hai") by their titles."""
    plans = range(len(library.plans)) if query.plans is None else query.plans
    return frozenset(n for n in plans if not another_turn(query.typed, library.plans[n].header.title or "", ()))


def _in_section(query: Query, library: Library, plan: Plan, wanted: frozenset[str]) -> Answer | None:
    """The piece asked for of a section that is one paragraph and says all else that the question says."""
    section = _section(plan, wanted)
    clauses = _under(plan, section) if section else []
    if section is not None and (told := _of_matter(query, library, plan, section)):
        return told
    profile = library.profiles[library.plans.index(plan)].words
    if (
        section is None
        or len(clauses) != 1
        or not _left(query) <= profile | frozenset(library.hear(clauses[0].text).split())
    ):
        return None
    return _tell(query, plan, section, clauses, values=pick(query, library, clauses[0]))


def _about(query: Query, library: Library) -> Answer | None:
    """What the section says that tells the funds, the time, the audience or the form of a whole plan."""
    topic = topic_of(query)
    if topic is None or not query.pointer.empty or query.quoted or asks_manner(query):
        return None
    scope = _scope(query, library)
    left = _left(query) - topic.asking
    meant = [number for number in sorted(scope) if _called_meeting(left, library.profiles[number].words)]
    if not meant and len(scope) == 1 and len(left) > _MOSTLY:
        # The work of the whole plan in words of one's own: "sau lũ" for "sau lụt bão".
        meant = [number for number in scope if len(left - library.profiles[number].words) == 1]
    meant = [number for number in meant if library.profiles[number].year in query.years] or meant
    if topic is FUNDING:  # every plan costs something: those are meant that say who pays
        meant = [number for number in meant if section_about(library.plans[number], topic)]
        if len(meant) > 1 and query.plans is None:
            return _of_each(query, library, meant)
    section = section_about(library.plans[meant[0]], topic) if len(meant) == 1 else None
    if section is None:
        return None
    plan = library.plans[meant[0]]
    clauses = telling(topic, _under(plan, section))
    odd = left - library.profiles[meant[0]].words - _MEETING
    if odd and any(odd <= set(library.hear(one.text).split()) for one in clauses):
        return None
    clauses = _meant(query, library, clauses)
    if len(clauses) != 1:
        return _tell(query, plan, section, clauses)
    source = source_in(clauses[0].text) if topic is FUNDING else ""
    return _tell(query, plan, section, clauses, values=(source,) if source else pick(query, library, clauses[0]))


def _called_meeting(left: frozenset[str], plan: frozenset[str]) -> bool:
    """Whether a plan's head says all of these words; of a conference people say "họp"."""
    return (left - _MEETING if plan >= _CONFERENCE else left) <= plan


def _of_each(query: Query, library: Library, plans: list[int]) -> Answer:
    """What each of several plans says of its funds first, none taken for the one meant."""
    firsts: list[Entry] = []
    for number in plans:
        plan = library.plans[number]
        section = section_about(plan, FUNDING)
        spans = [one.span for one in telling(FUNDING, _under(plan, section))] if section else []
        firsts += [e for e in library.entries if e.plan == number and e.clause and e.clause.span in spans][:1]
    return ambiguous(query, library, firsts)


def _left(query: Query) -> frozenset[str]:
    """What the question says besides the section: a plan's head says it, or something in the section is asked for."""
    words = query.words.outside(one for one in query.mentions if one.plans).drop_matches(_PADDED).content()
    return frozenset(word for word, weight in words.items() if weight == 1.0 and not word.isdigit()) - _FILLING


def _section(plan: Plan, wanted: frozenset[str]) -> Section | None:
    """The section headed by just these words, else the innermost that is headed by them and others."""
    fitting = []
    for section in plan.sections:
        parts = frozenset(_PARTS[name] for name in _PART.findall(sound(section.heading)))
        if section.kind is SectionKind.HEADING and wanted <= parts:
            said_in_passing = len(section.heading.split()) > _LONGEST_HEADING
            fitting.append((said_in_passing, len(parts), -section.depth, section.span.start, section))
    return min(fitting, key=lambda one: one[:-1])[-1] if fitting else None


def _meant(query: Query, library: Library, clauses: list[Clause]) -> list[Clause]:
    """The one paragraph that says clearly more of the question than the others, else all of them; bullets belong together."""
    words = query.words.content().keys()
    said = [len(words & set(library.hear(one.text).split())) for one in clauses]
    ranked = sorted(said, reverse=True)
    bullets = any(one.text.startswith(("-", "+")) for one in clauses)
    clear = len(said) > 1 and not bullets and ranked[0] >= ranked[1] + _CLEARLY
    return [clauses[said.index(ranked[0])]] if clear else clauses


def _under(plan: Plan, section: Section) -> list[Clause]:
    """The paragraphs of a section and of those under it."""
    below = f"{section.locator}/"
    return [one for one in plan.clauses if one.locator == section.locator or one.locator.startswith(below)]


def _all_of(query: Query, library: Library, plan: Plan, section: Section) -> Answer | None:
    """The paragraphs of a section and of those under it; the one that alone names the matter that the question says."""
    clauses = _under(plan, section)
    return _of_matter(query, library, plan, section) or _tell(query, plan, section, clauses)


def _of_matter(query: Query, library: Library, plan: Plan, section: Section) -> Answer | None:
    """The paragraph of a section that alone names the matter that the question says; None where there is none."""
    own = _on_matter(query, plan, _under(plan, section))
    if own is None:
        return None
    told = pick(query, library, own)
    told = (behind_said(query.spoken, told[0]),) if told == (whole(own.text),) else told
    return _tell(query, plan, section, [own], values=told)


def _on_matter(query: Query, plan: Plan, clauses: list[Clause]) -> Clause | None:
    """The one of several paragraphs that names what the question asks the section's view of; None where it is the plan's own matter."""
    asked = _MATTER.search(unplaced(query)) or _MATTER.search(query.spoken)
    matter = asked["matter"] if asked else ""
    if " " not in matter or f" {matter} " in f" {sound(plan.header.title or '')} ":
        return None
    naming = [one for one in clauses if f" {matter} " in f" {sound(one.text)} "]
    return naming[0] if len(naming) == 1 < len(clauses) else None


def _tell(
    query: Query, plan: Plan, section: Section, clauses: list[Clause], *, values: tuple[str, ...] = ()
) -> Answer | None:
    """``values`` or, without any, every paragraph, cited."""
    values = values or tuple(whole(one.text) for one in clauses)
    values = tuple(name[1] if (name := NAME.fullmatch(value)) else value for value in values)
    if not 0 < len(clauses) <= _MOST:
        return None
    citations = tuple(one for clause in clauses for one in cite(plan, clause.locator, (clause.span,)))
    text = f"{joined(values)} ({plan_name(plan)}, {section.locator})."
    return Answer(query.typed, Status.ANSWERED, text, values, citations=citations, method="retrieval")
