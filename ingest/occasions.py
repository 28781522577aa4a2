"""How often and by when something is to be done, as prose says it: "hằng quý (trước ngày 25 của tháng cuối quý)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.letters import either
from ingest.markup import collapse

_UNIT_OF_TIME = either("năm học", "năm", "quý", "tháng", "tuần", "ngày")
_EVERY = rf"(?:hàng|hằng|mỗi)\s+{_UNIT_OF_TIME}"
_MONTHS = (
    r"(?:\d{1,2}|ba|sáu|chín)\s+tháng(?!\s*[/\d]|\s+(?:cuối(?!\s+năm)|kể))"
    r"(?:\s+(?:đầu|cuối)\s+năm|\s+(?:một|1)\s+lần)?"
)
_WEEKDAY = r"(?:(?:ngày|sáng|chiều)\s+)?(?:thứ\s+(?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ nhật)"
_END_OF = r"(?:cuối|giữa|hết)\s+(?:học kỳ\s+[IVX\d]+|năm học|năm|quý|tháng)(?=\s*\()"
_TERM_END = r"(?:cuối|giữa|hết|đầu)\s+(?:mỗi\s+)?học kỳ(?:\s+(?:[IVX]+|\d)(?!\w))?"
_AFTER_LIST = (  # "…, 6 tháng (…) và năm (…)", "6 tháng, năm"
    r"(?<=[,;và] )(?:quý|năm|tháng)(?=\s*\()|(?:(?<=tháng, )|(?<=tháng và ))(?:0?1\s|một\s)?năm(?!\s*\d)"
)
_NAMED = rf"(?<=báo cáo ){_UNIT_OF_TIME}(?!\s*\d)|(?<=tổng kết )năm(?!\s*\d)|(?<=sơ kết )(?:quý|năm)(?!\s*\w*\d)"
_TIMES = r"\d{1,2}\s+lần\s*/\s*(?:ngày|tuần|tháng|quý|năm)"
_OF_EACH = r"(?:quý(?:\s+[IVX]{1,3})?|năm|tháng)(?=,?\s+(?:xong trước|trước|chậm nhất|muộn nhất)\s+(?:ngày|\d))"
"""Each with a deadline of its own: "quý I trước ngày 05/3, năm trước ngày 25/11"."""
_FREQUENCY = either(
    _EVERY, _TIMES, _MONTHS, r"cả năm(?=\s*[(,]|\s+trước)", _END_OF, _TERM_END, _AFTER_LIST, _NAMED, _OF_EACH
)
_ADHOC = (
    r"đột xuất(?:\s*\(?(?:theo|khi có|khi được)\s+yêu cầu"
    r"(?:\s+của\s+[^,;.()]+?(?=\s+(?:gửi|về|để|báo cáo|và|hoặc)\b|[,;.()]|$))?\)?)?"
)
_FROM = r"từ(?!\s[^;.]{1,60}?\strở\s+(?:lên|xuống))(?=\s+\D|\s+\d{1,2}\s*(?:[/:–-]|h(?![a-z])|giờ|đến|hàng|hằng))"
"""Not of how many there must be: "chết từ 03 người trở lên"."""
_LIMIT = either("trước", "xong trước", "hoàn thành trước", "chậm nhất", "muộn nhất", "vào", "trong", _FROM)
_END_OF_DUE = (
    r"(?=\s*(?:[();.]|,\s*(?:[a-zđ]|\d{1,2} tháng)|$)"
    r"|\s+(?:để|gửi|về|qua|thông qua|và(?!\s+\d{1,2}\s*h)|hoặc|đề|lên|trên|tổng hợp|báo cáo|tham mưu|theo quy định)\b)"
)
_DUE = either(
    rf"{_LIMIT}\s+(?:(?:đến|là|vào|trước)\s+)*(?:ngày|tháng|quý|\d)[^();.]*?{_END_OF_DUE}",
    rf"trong (?:vòng|thời hạn)\s+\d[^();.]*?{_END_OF_DUE}",
    rf"ngay (?:sau )?khi\s+[^,();.]*?{_END_OF_DUE}",
    rf"ngày\s+\d{{1,2}}\s+(?:hàng|hằng)\s+{_UNIT_OF_TIME}",
    rf"(?:(?:trước|vào|chậm nhất)\s+(?:là\s+)?)?{_WEEKDAY}(?:\s+(?:tuần|của|đầu|cuối|cùng|tiên|thứ|\d|trong))*\s+(?:hàng|hằng|mỗi)\s+(?:tuần|tháng|quý)",
    r"(?<=và )(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?(?!\d)",  # "trước ngày 10/6 và 05/12"
    r"(?:(?<=và )|(?<=, ))(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?(?!\d)",  # "ngày 10 tháng 6 và ngày 05 tháng 12"
)
_TOKEN = re.compile(
    rf"\b(?:(?P<due>{_DUE})|(?P<adhoc>{_ADHOC})|(?P<frequency>{_FREQUENCY})|(?P<regular>định kỳ))", re.IGNORECASE
)
_WITHIN_DUE = re.compile(rf"\b(?:hàng|hằng|mỗi)\s+{_UNIT_OF_TIME}", re.IGNORECASE)
_RIGHT_AFTER = re.compile(r"\s*,?\s*\(?\s*")
_IN_BRACKETS_AFTER = re.compile(r"\s*\(\s*(?:(?:đối với\s+)?báo cáo\s+)?")
_PERIOD = re.compile(rf"(?:\d{{1,2}}\s+)?{_UNIT_OF_TIME}", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:,|và|,\s*và)\s*(?:báo cáo\s+)?")
_BARE = re.compile(r"(?:ngày\s+)?\d")
_BY_RULE = re.compile(r"theo (?:đúng )?quy định", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Occasion:
    """One rhythm or deadline, as printed; either part may be blank."""

    frequency: str = ""
    due: str = ""


@dataclass(slots=True)
class _Draft:
    """An occasion being read; ``start`` is where its first words begin, ``end`` its last words end, ``shared`` that its deadline stands apart from it."""

    frequency: str
    due: str
    start: int
    end: int
    shared: bool = False


def occasions(text: str) -> tuple[Occasion, ...]:
    """Every occasion that ``text`` names, in order, each once.

    A deadline next to a rhythm is its own. Deadlines further on serve the rhythms that have none: in turn where
    there are as many of both, else the first serves them all.
    """
    drafts: list[_Draft] = []
    regular = ""
    for token in _TOKEN.finditer(text):
        words, (start, end) = _closed(collapse(token.group())), token.span()
        last = drafts[-1] if drafts else None
        if token.lastgroup == "regular":
            regular = regular or words
        elif token.lastgroup == "due":
            _set_due(drafts, words.removeprefix("vào "), text, token.span())
        elif last and last.due and not last.frequency and _IN_BRACKETS_AFTER.fullmatch(text, last.end, start):
            last.frequency, last.end = words, end
        elif token.lastgroup == "frequency" and last and last.due and not text[last.end : start].strip():
            _set_rhythm(drafts, words, end)
        else:
            drafts.append(_Draft(words, "", start, end))
    dated = {_period(draft.frequency) for draft in drafts if draft.due}
    # "định kỳ 6 tháng, năm báo cáo …: 6 tháng trước ngày 10/6, năm trước ngày 10/12": what is announced comes again.
    drafts = [draft for draft in drafts if draft.due or not draft.frequency or _period(draft.frequency) not in dated]
    found = [Occasion(draft.frequency or _rhythm_within(draft.due), draft.due) for draft in drafts]
    if regular and not any(one.frequency for one in found):
        found = [Occasion(regular, one.due) for one in found] or [Occasion(regular)]
    return tuple(dict.fromkeys(found))


def _period(frequency: str) -> str:
    """The stretch of time that a rhythm names: "hằng năm" and "năm" are one."""
    named = _PERIOD.search(frequency)
    return named.group().lower() if named else frequency


def _closed(words: str) -> str:
    """Words without the bracket that closes what was opened before them."""
    return words if words.count("(") >= words.count(")") else words.rstrip(") ")


def _set_rhythm(drafts: list[_Draft], words: str, end: int) -> None:
    """Give a rhythm to the deadlines right before it that have none: "trước ngày 10/5 và 20/10 hằng năm"."""
    for draft in reversed(drafts):
        if not draft.due or draft.frequency:
            break
        draft.frequency, draft.end = words, end


def _set_due(drafts: list[_Draft], words: str, text: str, at: tuple[int, int]) -> None:
    """Give a deadline to the rhythm right before it, or to those before it that have none, or to none."""
    start, end = at
    if drafts and not drafts[-1].due and _RIGHT_AFTER.fullmatch(text, drafts[-1].end, start):
        _share(drafts, words, text, at)
        return
    waiting = [draft for draft in drafts if draft.frequency and not draft.due and "đột xuất" not in draft.frequency]
    sharing = [draft for draft in drafts if draft.shared]
    if len(waiting) == 1 and drafts[-1].due and _BARE.match(words):  # "6 tháng và năm trước ngày 10/6 và 05/12"
        waiting[0].due, drafts[-1].due = drafts[-1].due, words
    elif waiting:
        for draft in waiting:
            draft.due, draft.end, draft.shared = words, end, True
    elif len(sharing) > 1 and sharing[-1] is drafts[-1]:
        turn = len({draft.due for draft in sharing})  # deadlines dealt out so far
        for draft in sharing[turn:]:
            draft.due, draft.end = words, end
    else:
        drafts.append(_Draft("", words, start, end))


def _share(drafts: list[_Draft], words: str, text: str, at: tuple[int, int]) -> None:
    """Give a deadline to the rhythm right before it, and to those listed with that one: "hằng quý, năm trước ngày 20"."""
    start, end = at
    bracketed = "(" in text[drafts[-1].end : start]
    drafts[-1].due = words
    for draft, following in zip(drafts[-2::-1], drafts[:0:-1], strict=False):
        if bracketed or draft.due or not draft.frequency or not _LISTED.fullmatch(text, draft.end, following.start):
            break
        draft.due, draft.shared, drafts[-1].shared = words, True, True
    drafts[-1].end = end


def _rhythm_within(due: str) -> str:
    """The rhythm that a deadline itself names: "trước ngày 20 hằng tháng"."""
    rhythm = _WITHIN_DUE.search(due)
    return rhythm.group() if rhythm else ""


def by_rule(text: str) -> Occasion | None:
    """The occasion of words that only refer to a rule ("theo quy định"), None where they do not."""
    found = _BY_RULE.search(text)
    return Occasion(due=found.group()) if found else None
