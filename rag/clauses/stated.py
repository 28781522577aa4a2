"""What clauses state in set forms: what is left out ("trừ …"), a series of years, and what is taken as what ("lấy X làm Y").

Such questions hold words that no clause prints around the answer ("có chừa loại nào ra không", "coi ai là trung tâm"), so
that the form finds the clauses, and of these the other words choose.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from ingest.folding import fold, tone_normal
from rag.answer import Answer
from rag.clauses.partplayed import asking_part, leading_to_whom, part_played
from rag.compose import not_found, quoted
from rag.corpus.library import Library
from rag.language.asked import Asked, Sort
from rag.language.synonyms import synonyms
from rag.language.words import either, sound, sounds
from rag.measures.nearness import spoken_of
from rag.measures.pieces import TRIM, end_of, runs
from rag.query.question import Query
from rag.query.subjects import subject_of
from rag.reading.clausefit import SURE, Told, best_clauses

_NOUN: Final = r"(?!(?:sở|phòng|ubnd|so|phong)\b)(?:(?!(?:còn|thì|có|ra|là|đơn|cơ|con|thi|co|la|don|những|các|nhung|cac)\b)[^\W\d_]+ ){0,4}?"
_LEAVES_OUT: Final = re.compile(
    rf"(?:(?<!miễn )(?<!loại )\b(?:trừ|chừa)|\btru(?= (?:loai|truong hop|nhung|cac)\b)|\b(?:ngoai tru|loai tru|ngoại trừ|loại trừ))"
    rf" (?:lại |lai |ra )?(?:(?:những|các|nhung|cac) )?{_NOUN}(?:nào|gì|ai|nao|gi)\b(?: (?:ra|lại|lai))*"
    r"|\b(?:có |co )?(?:ngoại lệ|ngoai le|trường hợp ngoại lệ|truong hop ngoai le)(?: (?:nào|gì|nao|gi|không|khong))*"
)
"""Asks what is left out, as typed; by sound "trừ" is "chủ" and "chừa" is "chưa"."""
_LEFT_OUT: Final = re.compile(
    r"(?i)(?:\(|,\s+|\s)(?:ngoại\s+trừ|không\s+bao\s+gồm|không\s+kể|(?<!miễn )(?<!loại )(?<!khấu )trừ)\s+([^();]{3,200}?)(?=\)|;|\.\s|\.?\s*$)"
)
_TAKES: Final = "|".join(map(sound, ("coi", "xem", "lấy", "xác định", "chọn")))
_WHAT: Final = (
    rf"(?:{'|'.join(map(sound, ('những', 'các', 'cái')))} )?(?:ai|(?:\S+ ){{0,3}}?(?:{sound('gì')}|{sound('nào')}))"
)
_AS: Final = rf"(?:{sound('là')}|{sound('làm')})"
_ASKS_TAKEN: Final = re.compile(
    rf"\b(?:{_TAKES}) (?:{sound('cái')} )?{_WHAT} {_AS} (?P<as>.+)"
    rf"|(?:^|\s){_WHAT} (?:{sound('được')} )?(?:{_TAKES}) {_AS} (?P<named>.+)"
)
"""Asks what is taken as something: "lấy gì làm thước đo", "ai được coi là trung tâm"."""
_FIELD: Final = re.compile(rf"\b{sound('lĩnh vực')} (?P<own>\S+(?: \S+)*?) {sound('nào')}\b")
"""The field of which one part is taken as something: "lĩnh vực | hội nhập | nào"."""
_FUNDS: Final = "|".join(map(sound, ("kinh phí", "tiền", "vốn", "ngân sách")))
_ASKS_FUNDS: Final = re.compile(
    rf"\b(?P<unit>(?:{sound('ủy ban nhân dân')} )?{sound('các')} \S+)\b.*?\b(?:{'|'.join(map(sound, ('lấy', 'bố trí', 'dùng', 'tìm', 'sử dụng')))})"
    rf" (?:{_FUNDS}) (?:.* )?(?:(?:{'|'.join(map(sound, ('ở', 'từ')))}) (?:{sound('đâu')}|{sound('nguồn')} {sound('nào')})|{sound('đâu')} ra)"
)
"""Asks where some units of a kind get money from: "các xã lấy kinh phí ở đâu"."""
_FUNDED: Final = re.compile(
    r"(?i)(?:kinh phí|vốn|nguồn lực)[^.;]*?\s(?:từ|trong|bằng)\s+((?:các\s+)?(?:nguồn|dự toán|ngân sách|quỹ|kinh phí)\s[^;.]+?)(?=\s+(?:theo quy định|để)\b|[;.]|\s*$)"
)
_ONE_OF: Final = re.compile(rf"^{sound('một')} (?:{sound('trong')} )?(?:{sound('những')} |{sound('các')} )?")
_BETWEEN: Final = re.compile(
    r"(?i)\s(?:là|làm|giữ vai trò|đóng vai trò)\s+(?:(?:một\s+(?:trong\s+)?)?(?:những|các)\s+)?$"
)
_AHEAD: Final = re.compile(r"(?i)\s+là\s+(?!một trong)")
_TAKEN: Final = re.compile(r"(?i)(?<!\w)(?:coi|xem|lấy|xác định|chọn)\s+(?:việc\s+)?(?!là\s)")
_ASKS_YEARS: Final = re.compile(
    rf"\b(?:(?:{either('theo', 'vào', 'trong', 'đến', 'ở', 'cho', 'qua', 'gồm', 'là')}) )*"
    rf"(?:(?:{either('những', 'các', 'mấy', 'hai', 'ba', 'bốn')}) (?:{either('mốc', 'cột mốc', 'mốc thời gian', 'năm', 'giai đoạn', 'chặng', 'thời kỳ')})"
    rf"|{sound('mốc')})(?: {sound('năm')})? (?:{either('nào', 'gì')})\b"
)
"""Asks for a series of years: "theo những mốc năm nào", "các giai đoạn nào"."""
_PARTING: Final = sounds(("chia", "phân kỳ", "phân", "đặt ra", "đặt", "xác định", "đề ra", "nêu", "hướng tới"))
"""What is done with aims that are told for a series of years."""
_A_YEAR: Final = r"(?:(?:đến|tới|hết|trong|giai đoạn|tầm nhìn|năm)\s+)*20\d\d(?:\s*[-–]\s*20\d\d)?"
_YEARS: Final = re.compile(rf"(?<![\w/.]){_A_YEAR}(?:(?:,|;|,?\s+và)\s+{_A_YEAR})+(?![\w/])")
_PARTS: Final = re.compile(r"[;:]\s|\.\s|,\s+(?=(?:đồng thời|trong đó)\s)")
_OFFICES: Final = frozenset(map(sound, ("đơn vị", "cơ quan", "đầu mối", "chủ trì")))
"""Who is said to be one of these acts, which is asked and told in other ways."""
_LEAST_NAMED: Final = 2
_LONGEST_NAMED: Final = 6
_LONGEST: Final = 30
"""Syllables of what something is taken as that a clause must say, one being enough behind "lấy … làm", and words of what is taken."""
_APART: Final = 0.05
"""Clauses of two plans whose words fit this alike are not told apart."""


def answer_stated(query: Query, library: Library) -> Answer | None:
    """What is left out, or taken as something; None where neither is asked for or, for the second, no clause says so."""
    typed = tone_normal(query.typed).lower()
    left = _LEAVES_OUT.search(typed if query.words.accents else fold(query.typed))
    if left and not any(one.words in sound(left[0]) for one in query.actors):
        return _told(query, library, _left_out, sound(left[0]), rows=True) or not_found(query, library)
    if funds := _ASKS_FUNDS.search(query.spoken):
        return _funded(query, library, funds)
    if part := asking_part(query):
        whole = f"{part} {leading_to_whom(query)}".strip()
        return _told(query, library, lambda text: part_played(query, text), whole, part)
    if years := _ASKS_YEARS.search(query.spoken):
        alone = replace(query, words=query.unpointed)  # the name of the plan is all of its clauses' alike
        return _told(alone, library, _years, years[0], *_PARTING, least=SURE)
    taken = _ASKS_TAKEN.search(query.spoken)
    if taken is None:
        return None
    wanted = _ONE_OF.sub("", taken["as"] or taken["named"]).split()
    if " ".join(wanted[:2]) in _OFFICES:
        return None
    asking = query.spoken[taken.start() : taken.start("as") if taken["as"] else taken.start("named")].strip()
    field = _FIELD.search(query.spoken)
    own = frozenset(field["own"].split()) if field else frozenset[str]()

    def taken_as(words: list[str], *dropped: str, least: float = 0.0) -> Answer | None:
        def tells(text: str) -> tuple[str, ...]:
            return _taken(text, words) if own <= set(sound(text).split()) else ()

        return _told(query, library, tells, asking, *dropped, least=least)

    others = (taken_as(words, said, least=SURE) for said, words in _otherwise(query, wanted))
    return taken_as(wanted) or next(filter(None, others), None)


def _otherwise(query: Query, wanted: list[str]) -> list[tuple[str, list[str]]]:
    """What something is taken as, as said and in the other words that plans have for it: "trung tâm" for "trọng tâm"."""
    same = (one for one in synonyms(query.words) if tuple(wanted[: len(one.words)]) == one.words)
    return [(" ".join(one.words), [*form, *wanted[len(one.words) :]]) for one in same for form in one.forms]


def _told(
    query: Query,
    library: Library,
    tells: Callable[[str], tuple[str, ...]],
    *asking: str,
    rows: bool = False,
    least: float = 0.0,
) -> Answer | None:
    """What ``tells`` picks out of the clause that fits best; None where clauses of several plans fit alike and differ."""
    found = [one for one in best_clauses(query, library, tells, asking, rows=rows) if one.fit >= least]
    unsure = query.plans is None and any(one.fit < SURE for one in found[:1])
    if not found or unsure or any(_rivals(found[0], other) for other in found[1:]):
        return None
    return quoted(query, library, found[0].entry, found[0].values)


def _funded(query: Query, library: Library, asked: re.Match[str]) -> Answer | None:
    """Where the units asked about get money from, by the one clause that gives them this work; None without one."""
    kind = asked["unit"].split()[-1]
    found = best_clauses(query, library, _source, (asked[0][len(asked["unit"]) :].strip(),))
    own = [one for one in found if one.entry.clause and kind in sound(_of_whom(library, one)).split()]
    alone = len({one.values for one in own}) == 1
    sure = alone and (query.plans is not None or own[0].fit >= SURE)
    return quoted(query, library, own[0].entry, own[0].values) if sure else None


def _of_whom(library: Library, one: Told) -> str:
    """The unit that a clause gives work to."""
    clause = one.entry.clause
    return subject_of(library.plans[one.entry.plan], clause) if clause else ""


def _source(text: str) -> tuple[str, ...]:
    """What a clause says money comes from."""
    found = _FUNDED.search(text)
    return (found[1].strip(TRIM),) if found else ()


def _rivals(best: Told, other: Told) -> bool:
    return other.entry.plan != best.entry.plan and other.fit >= best.fit - _APART and other.values != best.values


def _left_out(text: str) -> tuple[str, ...]:
    """What a clause leaves out of what it says."""
    found = _LEFT_OUT.search(text)
    return (found[1].strip(TRIM),) if found else ()


def _years(text: str) -> tuple[str, ...]:
    """The years or stretches of years that a clause names one behind the other."""
    found = _YEARS.search(text)
    return (found[0],) if found else ()


def _taken(text: str, wanted: list[str]) -> tuple[str, ...]:
    """What a clause takes as ``wanted``, sound forms: what stands before "là", "làm" and the first words of it, or behind."""
    words = spoken_of(text)
    least = min(_LEAST_NAMED, len(wanted))
    for size in range(min(len(wanted), _LONGEST_NAMED), 0, -1):
        for start, end in runs(wanted[:size], words):
            value = _before(text, start, surely=size < least) or (_behind(text, end) if size >= least else "")
            if value and 0 < len(value.split()) <= _LONGEST:
                return (value,)
    return ()


def _before(text: str, at: int, *, surely: bool) -> str:
    """What is said to be what begins at ``at``, ``surely`` where a verb says so; "" where nothing is."""
    between = _BETWEEN.search(text[:at])
    if between is None:
        return ""
    part = _PARTS.split(text[: between.start()])[-1]
    verbs = list(_TAKEN.finditer(part))
    return (part[verbs[-1].end() :] if verbs else "" if surely else part).strip(" -+*" + TRIM)


def _behind(text: str, at: int) -> str:
    """What that which ends at ``at`` is said to be."""
    ahead = _AHEAD.match(text, at)
    return text[ahead.end() : end_of(Asked(Sort.OTHER), text, ahead.end())].strip(TRIM) if ahead else ""
