"""Questions about the numbered steps of a plan: which step does something, what one does, when it is, how many there are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Final

from rag.answer import Answer, Status
from rag.citations import cite, item, plan_name
from rag.clauses.steps import NOUNS, Step, number_of, steps_of
from rag.corpus.entries import grams, sections_over
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import sound
from rag.query.asks import Intent
from rag.query.question import Query, understand
from rag.wording import joined

_NOUN: Final = "|".join(NOUNS)
_TIMED: Final = tuple(map(sound, ("tháng", "quý")))
"""Steps that are times of their own: asked for as such they are deadlines of rows."""
_WHICH: Final = re.compile(rf"\b({_NOUN}) (?:{sound('thứ')} )?(?:{sound('nào')}|{sound('mấy')})\b")
_HOW_MANY: Final = re.compile(rf"\b(?:{sound('mấy')}|{sound('bao nhiêu')}) ({_NOUN})\b")
_MADE_OF: Final = re.compile(rf"\b(?:{'|'.join(map(sound, ('gồm', 'chia', 'có', 'qua', 'thành', 'theo', 'làm')))})\b")
_NAMED: Final = re.compile(
    rf"\b({_NOUN}) (?:(?:{sound('số')}|{sound('thứ')}) )?(\d{{1,2}}|[ivx]{{1,4}}|{sound('cuối cùng')}|{sound('đầu tiên')})(?= |$)"
)
_ENDS: Final = {sound("cuối cùng"): -1, sound("đầu tiên"): 0}
_WHAT: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('làm gì', 'làm những gì', 'việc gì', 'việc nào', 'có gì', 'nội dung gì', 'nội dung nào', 'là gì', 'gồm gì', 'gồm những gì', 'gồm những việc', 'những việc', 'làm việc', 'thực hiện gì', 'ra sao', 'hoạt động gì', 'hoạt động nào', 'triển khai gì', 'nội dung')))})\b"
)
_EACH: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('mỗi việc', 'lần lượt', 'từng việc', 'mỗi cái', 'mỗi hoạt động')))})\b"
)
_JOINT: Final = re.compile(r"\s+(?:và|va|với|còn)\s+|\s*[,;]\s+")
_ASKING: Final = tuple(
    map(
        sound,
        (
            "nào",
            "mấy",
            "thứ mấy",
            "mỗi việc",
            "lần lượt",
            "diễn ra",
            "tổ chức",
            "thực hiện",
            "thuộc",
            "nằm",
            "rơi vào",
            "trong",
            "vào",
        ),
    )
)
_FILLING: Final = frozenset(
    sound(
        "kế hoạch lộ trình tiến độ quy trình chia thành gồm có thực hiện triển khai năm học ngày thời gian kéo dài bắt đầu kết thúc các những tất cả việc nội dung công việc hoạt động"
    ).split()
) | set(" ".join(NOUNS).split())
_LEAST: Final = 0.5
_TOGETHER: Final = 0.34
"""The share of a question's words, and of its neighbouring pairs, that a step must say to be the one."""


def answer_steps(query: Query, library: Library) -> Answer | None:
    """What is asked of the numbered steps of a plan; None where no step is meant."""
    steps = steps_of(library)
    steps = tuple(one for one in steps if query.covers(one.plan))
    issuers = {(one.start, one.end) for one in query.mentions if one.plans}
    others = [one for one in query.actors if not any(one.start <= a and b <= one.end for a, b in issuers)]
    if not steps or others:
        return None
    ways = (_which, _how_many, _named, _in_time)
    return next((told for way in ways if (told := way(query, library, steps)) is not None), None)


def _which(query: Query, library: Library, steps: Sequence[Step]) -> Answer | None:
    """The step in which something is done; refused where the one plan meant has such steps and none does it."""
    asked = _WHICH.search(query.spoken)
    if asked is None or asked[1] in _TIMED:
        return None
    own = [one for one in steps if one.noun == asked[1]]
    if not own:
        return None
    if _EACH.search(query.spoken):
        for match in _JOINT.finditer(query.typed):
            parts = (query.typed[: match.start()], query.typed[match.end() :])
            found = [_doing(understand(part, library, query.today), library, own) for part in parts]
            if all(found) and found[0] is not found[1]:
                return _tell(query, library, [one for one in found if one], [one.label for one in found if one])
    step = _doing(query, library, own)
    if step is not None:
        return _tell(query, library, [step], [step.label])
    alone = query.plans == frozenset({own[0].plan})
    return Answer(query.typed, Status.NOT_FOUND, _NO_STEP) if alone else None


_NO_STEP: Final = "Không có bước, tuần hay giai đoạn nào của kế hoạch nói đến việc này."


def _doing(query: Query, library: Library, steps: Sequence[Step]) -> Step | None:
    """The one step that says clearly most of what the question says beside its plan."""
    rest = query.words.drop(NOUNS).drop(_ASKING)
    fits = [_fit(rest.content(), [token.heard for token in rest.tokens], library, one) for one in steps]
    best = max(fits, default=0.0)
    return steps[fits.index(best)] if best >= _LEAST and fits.count(best) == 1 else None


def _fit(words: dict[str, float], tokens: Sequence[str], library: Library, step: Step) -> float:
    """How much of the words a step says; 0 where it says them scattered only."""
    plan = library.plans[step.plan]
    said = set(library.hear(step.said).split())
    over = " ".join(section.heading for section in sections_over(plan, step.locator))
    head = library.profiles[step.plan].own_words | set(library.hear(over).split())
    left = {word: weight for word, weight in words.items() if word in said or word not in head}
    if not left:
        return 0.0
    pairs = [f"{a}_{b}" for a, b in pairwise(tokens) if a in left and b in left]
    own = grams(library.hear(step.said))
    together = sum(pair in own for pair in pairs) / len(pairs) if pairs else 1.0
    return library.cover(left, said) if together >= _TOGETHER else 0.0


def _how_many(query: Query, library: Library, steps: Sequence[Step]) -> Answer | None:
    """How many steps there are in the one series whose plan and headings say all else that the question says."""
    asked = _HOW_MANY.search(query.spoken)
    if asked is None or (query.period is not None and asked[1] in _TIMED) or not _MADE_OF.search(query.spoken):
        return None
    rest = query.words.drop(NOUNS).drop(_ASKING).outside(query.mentions).content()
    words = {word for word, weight in rest.items() if weight == 1.0 and not word.isdigit()} - _FILLING
    meant = []
    own = sorted((one for one in steps if one.noun == asked[1]), key=lambda one: (one.plan, one.series))
    for _, group in groupby(own, key=lambda one: (one.plan, one.series)):
        found = list(group)
        plan = library.plans[found[0].plan]
        over = " ".join(section.heading for section in sections_over(plan, found[0].locator))
        if words <= library.profiles[found[0].plan].own_words | set(library.hear(over).split()):
            meant.append(found)
    if len(meant) != 1:
        return None
    rows = [one.row for one in meant[0] if one.row is not None]
    told = _tell(query, library, meant[0], [str(len(meant[0]))])
    plan = library.plans[meant[0][0].plan]
    return replace(told, items=tuple(item(plan, row) for row in rows))


def _named(query: Query, library: Library, steps: Sequence[Step]) -> Answer | None:
    """What a step does that is named by its number, or when it is."""
    asked = _NAMED.search(query.spoken)
    if asked is None:
        return None
    own = [one for one in steps if one.noun == asked[1]]
    number = number_of(asked[2])
    meant = [one for one in own if one.number == number]
    if asked[2] in _ENDS:
        meant = own[-1:] if _ENDS[asked[2]] else own[:1]
    if len(meant) != 1:
        return None
    column = heard(f"column.{query.role}") if query.role else ()
    rest = query.words.drop_matches(_NAMED).outside(query.mentions).drop((*_ASKING, *column)).content()
    plan = library.plans[meant[0].plan]
    over = " ".join(section.heading for section in sections_over(plan, meant[0].locator))
    known = library.profiles[meant[0].plan].own_words | set(library.hear(over).split()) | _FILLING
    left = {word for word, weight in rest.items() if weight == 1.0 and not word.isdigit()} - known
    if query.role == "due" and meant[0].when and not left:
        return _tell(query, library, meant, [meant[0].when])
    cell = meant[0].row.field(query.role).text if query.role and meant[0].row is not None else ""
    if cell and not left:
        return _tell(query, library, meant, [cell])
    if query.role or not _WHAT.search(query.spoken) or left:
        return None
    return _tell(query, library, meant, [meant[0].text])


def _in_time(query: Query, library: Library, steps: Sequence[Step]) -> Answer | None:
    """What the steps do whose days hold the stretch of time asked about ("tuần này có việc gì")."""
    period = query.period
    if period is None or period.start is None or period.end is None or query.role or query.intent is Intent.COUNT:
        return None
    alone = query.plans is not None or len(library.plans) == 1  # else rows of other plans are meant as well
    if not alone or not _WHAT.search(query.spoken):
        return None
    noun = next((noun for noun in NOUNS if noun in sound(period.words).split()), "")
    own = [one for one in steps if one.start and one.end and (not noun or one.noun == noun)]
    if len({one.plan for one in own}) != 1:
        return None
    inside = [one for one in own if one.start and one.end and one.start <= period.end and period.start <= one.end]
    return _tell(query, library, inside, [one.text for one in inside]) if inside and noun else None


def _tell(query: Query, library: Library, steps: Sequence[Step], values: Sequence[str]) -> Answer:
    plan = library.plans[steps[0].plan]
    citations = tuple(one for step in steps for one in cite(plan, step.locator, step.spans))
    text = f"{joined(tuple(values))} ({plan_name(plan)}, {steps[0].locator})."
    return Answer(query.typed, Status.ANSWERED, text, tuple(values), citations=citations, method="retrieval")
