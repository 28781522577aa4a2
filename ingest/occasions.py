"""How often and by when something is to be done, as prose says it: "hằng quý (trước ngày 25 của tháng cuối quý)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.letters import either
from ingest.markup import collapse

_UNIT_OF_TIME = either("năm học", "năm", "quý", "tháng", "tuần", "ngày")
_EVERY = rf"(?:hàng|hằng|mỗi)\s+{_UNIT_OF_TIME}"
_MONTHS = (
    r"(?:\d{1,2}|ba|sáu|chín)\s+tháng(?!\s*[/\d]|\s+(?:cuối(?!\s+năm)|kể))(?:\s+(?:đầu|cuối)\s+năm|\s+(?:một|1)\s+lần)?"
)
_END_OF = r"(?:cuối|giữa|hết)\s+(?:học kỳ\s+[IVX\d]+|năm học|năm|quý|tháng)(?=\s*\()"
_AFTER_LIST = r"(?<=[,;và] )(?:quý|năm|tháng)(?=\s*\()"  # "…, 6 tháng (…) và năm (…)"
_NAMED = rf"(?<=báo cáo ){_UNIT_OF_TIME}(?!\s*\d)|(?<=tổng kết )năm(?!\s*\d)|(?<=sơ kết )(?:quý|năm)(?!\s*\w*\d)"
_FREQUENCY = either(_EVERY, _MONTHS, r"cả năm(?=\s*[(,]|\s+trước)", _END_OF, _AFTER_LIST, _NAMED)
_ADHOC = (
    r"đột xuất(?:\s*\(?(?:theo|khi có|khi được)\s+yêu cầu"
    r"(?:\s+của\s+[^,;.()]+?(?=\s+(?:gửi|về|để|báo cáo|và|hoặc)\b|[,;.()]|$))?\)?)?"
)
_REGULARLY = r"định kỳ"
_LIMIT = either("trước", "xong trước", "hoàn thành trước", "chậm nhất", "muộn nhất", "vào", "trong", "từ")
_END_OF_DUE = (
    r"(?=\s*(?:[();.]|,\s*(?:[a-zđ]|\d{1,2} tháng)|$)"
    r"|\s+(?:để|gửi|về|và|hoặc|đề|tổng hợp|báo cáo|tham mưu|theo quy định)\b)"
)
_DUE = either(
    rf"{_LIMIT}\s+(?:(?:đến|là|vào|trước)\s+)*(?:ngày|tháng|quý|\d)[^();.]*?{_END_OF_DUE}",
    rf"trong vòng\s+\d[^();.]*?{_END_OF_DUE}",
    rf"ngay (?:sau )?khi\s+[^,();.]*?{_END_OF_DUE}",
    rf"ngày\s+\d{{1,2}}\s+(?:hàng|hằng)\s+{_UNIT_OF_TIME}",
)
_TOKEN = re.compile(
    rf"\b(?:(?P<due>{_DUE})|(?P<adhoc>{_ADHOC})|(?P<frequency>{_FREQUENCY})|(?P<regular>{_REGULARLY}))", re.IGNORECASE
)
_WITHIN_DUE = re.compile(rf"\b(?:hàng|hằng)\s+{_UNIT_OF_TIME}", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*,?\s*\(?\s*")
_BY_RULE = re.compile(r"theo (?:đúng )?quy định", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Occasion:
    """One rhythm or deadline, as printed; either part may be blank."""

    frequency: str = ""
    due: str = ""


@dataclass(slots=True)
class _Draft:
    """An occasion being read; ``end`` is where its last words end."""

    frequency: str
    due: str
    end: int


def occasions(text: str) -> tuple[Occasion, ...]:
    """Every occasion that ``text`` names, in order, each once.

    A deadline right after a rhythm is its own; one further on serves every rhythm that has none.
    """
    drafts: list[_Draft] = []
    regular = ""
    for token in _TOKEN.finditer(text):
        words = collapse(token.group())
        if token.lastgroup == "regular":
            regular = regular or words
        elif token.lastgroup == "due":
            _set_due(drafts, words.removeprefix("vào "), text, token.span())
        else:
            drafts.append(_Draft(words, "", token.end()))
    found = [Occasion(draft.frequency or _rhythm_within(draft.due), draft.due) for draft in drafts]
    if regular and not any(one.frequency for one in found):
        found = [Occasion(regular, one.due) for one in found] or [Occasion(regular)]
    return tuple(dict.fromkeys(found))


def _set_due(drafts: list[_Draft], words: str, text: str, at: tuple[int, int]) -> None:
    start, end = at
    if drafts and not drafts[-1].due and _BETWEEN.fullmatch(text, drafts[-1].end, start):
        drafts[-1].due, drafts[-1].end = words, end
        return
    waiting = [draft for draft in drafts if draft.frequency and not draft.due and "đột xuất" not in draft.frequency]
    for draft in waiting:
        draft.due, draft.end = words, end
    if not waiting:
        drafts.append(_Draft("", words, end))


def _rhythm_within(due: str) -> str:
    """The rhythm that a deadline itself names: "trước ngày 20 hằng tháng"."""
    rhythm = _WITHIN_DUE.search(due)
    return rhythm.group() if rhythm else ""


def by_rule(text: str) -> Occasion | None:
    """The occasion of words that only refer to a rule ("theo quy định"), None where they do not."""
    found = _BY_RULE.search(text)
    return Occasion(due=found.group()) if found else None
