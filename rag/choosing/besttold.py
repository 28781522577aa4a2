"""Of candidates that fit a question about alike, the one that tells what is asked: who helps of tasks, how many as a number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from rag.choosing.agree import disagreement
from rag.choosing.telling import misses_asked
from rag.corpus.entries import Entry, is_filled
from rag.corpus.library import Library
from rag.language.words import either, find_phrase, sound
from rag.measures.figures import counted
from rag.measures.times import says_reached
from rag.query.asks import Intent
from rag.query.forbidding import BANNING, FORBIDDEN, FORBIDS
from rag.query.question import Query
from rag.query.reasons import asks_why
from rag.query.subjects import MARKER
from rag.ranking.rank import Scored
from rag.reading.causes import causes_asked
from rag.reading.values import values_of

FITTING: Final = 12
NEAR_SCORE: Final = 0.25
"""Of the candidates that agree with the question the twelve best, no further than this from the first, are told apart."""
_AS_MUCH: Final = 0.02
"""How much less of a question parts of one row say that it does not tell from each other."""
_NEARLY: Final = 0.08
"""How much less of the question an aim may say."""
_AIM: Final = re.compile(
    r"(?i)\b(?:đến|tới|hết|trước|vào|từ|trong|cuối) (?:(?:hết|cuối) )?năm 20\d\d,?(?: [^\s,;.]+){0,3}? (?:đạt|trở thành|hoàn thành|không còn|phấn đấu|cơ bản)\b"
)
"""How an aim opens that tells by which year it is reached."""
_CAUSED: Final = frozenset(
    "_".join(sound(one).split())
    for one in ("nguyên nhân", "khó khăn", "vướng mắc", "hạn chế", "tồn tại", "bất cập", "lý do")
)
"""Pairs of syllables in headings under which a statement may be a cause without a word for it."""
_IS_CAUSE: Final = re.compile(r"(?i)\s*(?:nguyên nhân|lý do)\s(?:[^\W\d_]+\s){0,3}?(?:là|do)\s")
"""How a clause opens that tells why the things beside it are so."""
_SHARES: Final = (sound("phần trăm"), sound("tỷ lệ"), sound("tỷ trọng"))
_HOW_MANY: Final = (sound("bao nhiêu"), sound("mấy"))

_FIGURE: Final = re.compile(r"\d")
_REACHES: Final = re.compile(
    rf"(?:(?:^| )(?:{either('đạt', 'là', 'có', 'còn', 'trên', 'dưới', 'hơn', 'ít nhất', 'tối thiểu', 'tối đa', 'từ', 'khoảng', 'không quá', 'không dưới', 'lên', 'xuống', 'đến', 'tới', 'tăng', 'giảm')}))+$"
)
"""Words between what is measured and its figure."""
_OF: Final = re.compile(rf" (?:{either('của', 'ở', 'tại', 'trong', 'trên', 'đối với', 'cho')}) ")
_CALLED: Final = 3
"""Words by which a figure is surely called."""

_HELPING: Final = either("được", "bị", "phải", "cho", "phép", "cần")
_HELPED: Final = re.compile(rf"(?<=\b{sound('không')} )(?:(?:{_HELPING}) )+")
_DENIED: Final = re.compile(rf"\b(?P<no>{sound('không')}) (?:(?:{_HELPING}) )*(?P<done>\S+ \S+)\b")
"""What the question says is not done, by its first two words."""


def with_helpers(query: Query, fitting: list[Scored]) -> list[Scored]:
    """Who helps is told of tasks: one of the plan that says as much of the question comes before a row of targets."""
    first = fitting[0]
    if query.role != "support" or first.entry.kind != "target" or first.entry.field("support").text:
        return fitting
    task = next(
        (
            one
            for one in _near(fitting)
            if one.entry.kind == "task" and one.entry.plan == first.entry.plan and one.coverage >= first.coverage
        ),
        None,
    )
    return fitting if task is None else [task, *(one for one in fitting if one is not task)]


def of_whole(query: Query, fitting: list[Scored]) -> list[Scored]:
    """The row itself before its parts, where it says as much of the question and the parts say it all alike.

    "Chạy thử phần mềm: hạn nào" with a part for each of three offices asks of the whole, which has a deadline of its own.
    """
    first = fitting[0]
    if first.entry.parent is None or not query.pointer.empty:
        return fitting
    same = [one for one in fitting[:FITTING] if one.entry.plan == first.entry.plan]
    parts = [
        one
        for one in _near(fitting)
        if one in same and one.entry.parent == first.entry.parent and one.entry.name == first.entry.name
    ]
    alike = sum(one.coverage >= first.coverage - _AS_MUCH for one in parts)
    whole = next((one for one in same if one.entry.locator == first.entry.parent), None)
    if alike < len(("one", "another")) or whole is None or whole.coverage < first.coverage:
        return fitting
    filled = not query.role or is_filled(whole.entry.field(query.role).text)
    return [replace(whole, score=first.score), *(one for one in fitting if one is not whole)] if filled else fitting


def called_outright(query: Query, library: Library, fitting: list[Scored]) -> list[Scored]:
    """Of the figures of one clause the one whose own words before it the question says as they stand.

    "Lưu kho bình quân của hàng tươi 2 ngày; hao hụt bình quân 3%": the first says of what all of them are, hence more of
    "hàng tươi hao hụt bình quân bao nhiêu", and is not asked for.
    """
    first = fitting[0].entry
    if query.role != "value" or first.kind != "target" or first.annex is not None or _is_called(query, library, first):
        return fitting
    beside = (one for one in fitting[:FITTING] if one.entry.kind == "target")
    same = (one for one in beside if (one.entry.plan, one.entry.locator) == (first.plan, first.locator))
    near = [one for one in same if one.score >= fitting[0].score - NEAR_SCORE and _is_called(query, library, one.entry)]
    return [near[0], *(one for one in fitting if one is not near[0])] if len(near) == 1 else fitting


def _is_called(query: Query, library: Library, entry: Entry) -> bool:
    """Whether the question says, side by side, all that the target prints before its figure and whose it is."""
    before = _FIGURE.split(MARKER.sub("", entry.name), maxsplit=1)[0]
    called = _OF.split(_REACHES.sub("", library.hear(before)), maxsplit=1)[0].split()
    return len(called) >= _CALLED and f" {' '.join(called)} " in f" {query.spoken} "


def part_meant(query: Query, fitting: list[Scored], words: Mapping[str, float]) -> list[Scored]:
    """The part of a row before the row that leaves blank what is asked, where it says most of what the row does not."""
    first = fitting[0]
    if first.entry.kind == "clause" or not query.role or is_filled(first.entry.field(query.role).text):
        return fitting
    lacking = {word for word in first.missing if words.get(word, 0.0) >= 1.0}
    here = (first.entry.plan, first.entry.locator)
    parts = [one for one in fitting if (one.entry.plan, one.entry.parent) == here] if lacking else []
    part = max(parts, key=lambda one: len(lacking.difference(one.missing)), default=None)
    if part is None or len(lacking.intersection(part.missing)) * 2 >= len(lacking):
        return fitting
    return [part, *(one for one in fitting if one is not part and one is not first)]


def _with_figure(query: Query, library: Library, fitting: list[Scored]) -> list[Scored]:
    """Before a clause that tells none of what is asked a target of its plan that does, where that says as much of the question."""
    first = fitting[0]
    if first.entry.kind != "clause" or not misses_asked(query, library, first.entry):
        return fitting
    same = (one for one in _near(fitting) if one.entry.plan == first.entry.plan and one.entry.kind == "target")
    told = next((one for one in same if one.coverage >= first.coverage - _AS_MUCH), None)
    if told is None or misses_asked(query, library, told.entry) or not values_of(query, library, told.entry)[0]:
        return fitting
    return [told, *(one for one in fitting if one is not told)]


def rivals_of(query: Query, library: Library, ranked: Sequence[Scored], first: Scored) -> Sequence[Scored]:
    """The candidates that the one told is weighed against.

    What names no office of the sort asked for is no rival of what does, nor is a row that of its part, nor an aim of
    another year that of the year asked for, nor what scored better in another plan and was passed over for what it says.
    """
    if first not in ranked:
        return ranked
    ranked = [one for one in ranked if not _is_passed_over(query, library, one, first)]
    whole, before = ranked[0].entry, ranked[: ranked.index(first)]
    is_part = (first.entry.plan, first.entry.parent) == (whole.plan, whole.locator)
    of_years = (one.coverage <= first.coverage and disagreement(library, query, one) == "năm" for one in before)
    return ranked[len(before) :] if query.asked_head or is_part or (query.years and all(of_years)) else ranked


def _is_passed_over(query: Query, library: Library, one: Scored, first: Scored) -> bool:
    """Whether a better one of another plan was passed over, unless for its year: then the year asked for is not told."""
    if one.entry.plan == first.entry.plan or one.score <= first.score:
        return False
    return disagreement(library, query, one) not in ("", "năm")


_NOUN_COUNTED: Final = re.compile(rf"\b(?:{sound('mấy')}|{sound('bao nhiêu')}) (\S+ \S+)$")
"""Two syllables that end the question behind how many: "ít nhất mấy đề xuất"."""


def counting(query: Query, library: Library, fitting: list[Scored]) -> list[Scored]:
    """How many there are is told by a number: one of the plan that counts the things comes before a share of them.

    Only where it says as much of the question; "100% khu vực đạt chuẩn" tells nothing of how many there are.
    """
    fitting = _with_figure(query, library, fitting)
    first = fitting[0]
    if query.role != "value" or query.intent is not Intent.FACT or not find_phrase(query.spoken, _HOW_MANY):
        return fitting
    if "%" in query.typed or find_phrase(query.spoken, _SHARES) or not _counts(query, library, first, share=True):
        return fitting
    same = (one for one in _near(fitting) if one.entry.plan == first.entry.plan and one.coverage >= first.coverage)
    number = next((one for one in same if _counts(query, library, one, share=False)), None)
    return fitting if number is None else [number, *(one for one in fitting if one is not number)]


def of_counted_noun(query: Query, library: Library, rows: list[Scored]) -> list[Scored]:
    """Those of rivals that tell how many there are of just what is counted ("mấy đề xuất"), where others count something else; else none."""
    noun = _NOUN_COUNTED.search(query.spoken) if query.role == "value" and len(rows) > 1 else None
    if noun is None:
        return []
    told = {id(one): sound(" ".join(values_of(query, library, one.entry)[0])) for one in rows}
    return [one for one in rows if f" {noun[1]} " in f" {told[id(one)]} "]


def reaching(query: Query, fitting: list[Scored]) -> list[Scored]:
    """When something is so is told by what is aimed at ("đến năm 2030 đạt …"), which comes before a task's own deadline.

    Only where it says about as much of the question.
    """
    first = fitting[0] if fitting else None
    if first is None or query.role != "due" or not says_reached(query.spoken) or _AIM.search(first.entry.text):
        return fitting
    aims = (one for one in fitting[:FITTING] if one.entry.plan == first.entry.plan and _AIM.search(one.entry.text))
    aim = next((one for one in aims if one.coverage >= first.coverage - _NEARLY), None)
    return fitting if aim is None else [aim, *(one for one in fitting if one is not aim)]


def denying(query: Query, library: Library, fitting: list[Scored]) -> list[Scored]:
    """What denies in the question's very words before what only speaks of the same: "loại đơn nào không xem xét …"."""
    asked = _DENIED.search(query.spoken)
    if asked is None or not fitting or query.intent is not Intent.FACT:
        return fitting
    denied = f"{asked['no']} {asked['done']} "
    told = [one for one in _near(fitting) if denied in f"{_HELPED.sub('', library.hear(one.entry.text))} "]
    return [*told, *(one for one in fitting if one not in told)] if told and told[0] is not fitting[0] else fitting


def forbidding(query: Query, fitting: list[Scored]) -> list[Scored]:
    """Where it is asked what is forbidden, those that forbid something, first those that do in so many words; none where no place does."""
    if FORBIDDEN.search(query.spoken) is None or query.intent is not Intent.FACT:
        return fitting
    told = [one for one in fitting if FORBIDS.search(one.entry.text)]
    banning = [one for one in _near(told) if BANNING.search(one.entry.text)] if told else []
    return [*banning, *(one for one in told if one not in banning)]


def giving_cause(query: Query, library: Library, fitting: list[Scored]) -> list[Scored]:
    """Why something is so is told by a clause that gives a cause, before one that only speaks of the same.

    Only one that says about as much of the question; what stands under a heading for causes or shortcomings may give one without a word for it.
    """
    first = fitting[0] if fitting else None
    if first is None or first.entry.annex is not None or not asks_why(query.spoken, query.typed):
        return fitting
    if not gives_no_cause(query, library, first.entry):
        return fitting
    same = (one for one in fitting[:FITTING] if one.entry.plan == first.entry.plan and one.entry.annex is None)
    near = (one for one in same if one.coverage >= first.coverage - NEAR_SCORE)
    cause = next((one for one in near if causes_asked(query, library, one.entry.text)), None)
    return fitting if cause is None else [cause, *(one for one in fitting if one is not cause)]


def cause_beside(query: Query, library: Library, first: Scored) -> Scored:
    """The clause beside the first that opens by saying it is the cause, where the first only says what is so; else the first."""
    if first.entry.annex is not None or not asks_why(query.spoken, query.typed):
        return first
    if causes_asked(query, library, first.entry.text):
        return first
    place = first.entry.plan, first.entry.locator
    same = (one for one in library.entries if (one.plan, one.locator) == place and one.kind == "clause")
    told = next((one for one in same if _IS_CAUSE.match(MARKER.sub("", one.text))), first.entry)
    return replace(first, entry=told)


def gives_no_cause(query: Query, library: Library, entry: Entry) -> bool:
    """Whether it is asked why something is so that prose only says, with no heading for causes or shortcomings over it."""
    if entry.annex is not None or not asks_why(query.spoken, query.typed) or _CAUSED & entry.context:
        return False
    return not causes_asked(query, library, entry.text)


def _counts(query: Query, library: Library, one: Scored, *, share: bool) -> bool:
    """Whether a number of the things asked for is told, as a share of them or not."""
    told = counted(query, one.entry.text, library)
    return bool(told) and ("%" in told) == share


def _near(fitting: list[Scored]) -> list[Scored]:
    return [one for one in fitting[:FITTING] if one.score >= fitting[0].score - NEAR_SCORE]
