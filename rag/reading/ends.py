"""One end of a stretch of time: "bắt đầu từ khi nào" asks where it begins, "đến khi nào" where it ends."""

from __future__ import annotations

import re
from typing import Final

from ingest.letters import UPPER
from ingest.plan import Due, DueKind
from rag.language.words import either, sound
from rag.measures.times import asks_hour, hours_in

_TIMES: Final = (
    r"(?:ci nao|khi nao|bao do|luc nao|hom nao|(?:ngai|thang|qui|nam|do) (?:nao|mai|bao nhieu)|mai do|dau|chung nao)"
)
"""Question words for a time, as they sound."""
_BEGINS: Final = re.compile(
    r"(?<!\bdien )(?<!\bdau )(?<!\bvat )(?<!\bphan )(?<!\bthong )\btu (?:khi nao|bao do|luc nao|chung nao|mai do)\b|\b(?:bat dau|bat tai(?: vao)? lam|bat tai vao|bat tai|khoi (?:dong|cong|su|dau)|mo dau)\b"
)
"""A bare "từ ngày nào" asks for the whole stretch as well as for its first day; "điện tử khi nào", "đầu tư khi nào" for neither."""
_TOLD: Final = re.compile(
    r"\b(?:bat dau|bat tai|khoi (?:dong|cong|su|dau)|mo dau)(?: lam)?(?: (?:tu|vao|hoi))?(?: (?:ngai|thang|qui|nam))* (?:\d|[ivx]+ )"
)
"""A beginning that the question itself tells is not asked for."""
_ENDS: Final = re.compile(rf"\b(?:den|toi)(?: het)? {_TIMES}|\b(?:cet thuc|ceo dai|ceo den|han cuoi)\b")
_BOTH: Final = re.compile(rf"\btu {_TIMES}.* (?:den|toi) {_TIMES}")
_AND_DAY: Final = re.compile(r"\b(?:ngai|hom|thu|thang|buoi) (?:nao|mai)\b")
"""Beside an hour it asks for its day as well."""
_A_TIME: Final = re.compile(_TIMES)
_NAMED_TIME: Final = r"(?:ngai|thang|qui|nam|gio|thoi diem|thoi dan|moc|han)"
"""What names one end of a stretch without a question word: "tháng bắt đầu, tháng kết thúc"."""
_NAMED_ENDS: Final = re.compile(
    rf"\b{_NAMED_TIME} (?:bat dau|bat tai|khoi (?:dong|cong|su|dau)|mo dau)\b.*\b{_NAMED_TIME} (?:cet thuc|{either('xong', 'hoàn thành', 'hoàn tất', 'cuối')})\b"
)
_STATED: Final = re.compile(
    rf"\.\s+(?=[{UPPER}])|;\s+|,\s+(?!(?:năm|tháng|quý|đến|tới|từ|và|hoàn|kết|xong|phải|\d))|\s*\([^()]*\)\s*(?:$|[.;]\s)"
)
"""Where a time goes on to say something else."""
_DONE: Final = re.compile(rf"\b(?:{either('xong', 'hoàn thành', 'hoàn tất', 'chấm dứt', 'bế mạc')})\b")
"""Beside a beginning it asks for the end as well."""
_MUST_BE_DONE: Final = re.compile(
    rf"\b(?:{either('hẹn', 'phải', 'làm', 'cần')}) (?:{either('làm', 'hoàn thành', 'hoàn tất', 'xong')})\b"
)
_DOES: Final = re.compile(r"(?i)^(?:phải\s+)?(?:hoàn thành|kết thúc|xong)\s+(?:(?:trong|vào)\s+)?")
_TELLS_BOTH: Final = re.compile(r"(?i)^bắt đầu\b.*\b(?:hoàn thành|kết thúc|xong)\b")
"""A time that says in words which of its ends is which: asked when a thing must be done, it is not when it begins."""
_LAST: Final = re.compile(
    r"[\s,;(]+(?:và\s+)?(?P<last>(?:phải\s+)?(?:đến|tới|hoàn thành|kết thúc|xong)\b[^()]*\d[^()]*)\)?[\s.]*$"
    r"|\s*[-–]\s*(?P<dashed>(?:(?:ngày|tháng|quý|năm)\s*)?(?:\d{1,2}(?:/\d{1,2})?/\d{4}|(?<=20\d\d[-–])20\d\d"
    r"|(?<=20\d\d [-–] )20\d\d|[IV]+/\d{4}))[\s.]*$",
    re.IGNORECASE,
)
"""The part of a printed time that tells its end; what stands before it tells its beginning."""
_NAMES_TIME: Final = re.compile(r"\d|[Qq]uý [IV]")
_ENDS_ONLY: Final = frozenset({DueKind.MONTH, DueKind.QUARTER, DueKind.HALF, DueKind.DATE})
_BEGUN: Final = re.compile(r"\b(?:bat dau|bat tai|khoi (?:dong|cong|su|dau)|mo dau)\b")
_SINCE: Final = re.compile(r"(?i)\b(?:từ|bắt đầu|sau|ngay|khi|nay|khởi công)\b")
_FROM_NOW: Final = re.compile(r"(?i)\b(?:nay|ngày ký)\b")
"""A beginning without a day of its own: only the end can be cut off."""

_LIMITED: Final = re.compile(
    r"(?P<planned>[^()]*\d[^()]*?)\s*\(\s*(?P<limit>(?:chậm nhất|muộn nhất|trễ nhất|hạn chót|hạn cuối)\b[^()]*?\d[^()]*?)"
    r"(?:\s+[-–]\s[^()]*)?\)[\s.]*",
    re.IGNORECASE,
)
"""A day that is planned, and in brackets the last one that the law allows, with why behind a dash."""
_LIMIT_ASKED: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('chậm nhất', 'muộn nhất', 'trễ nhất', 'hạn chót', 'hạn cuối', 'cùng lắm', 'tối đa đến')))})\b"
)
_PLANNED_ASKED: Final = re.compile(rf"\b(?:{'|'.join(map(sound, ('dự kiến', 'dự định', 'tính tổ chức')))})\b")


def _planned_or_last(spoken: str, cell: str) -> str:
    """Of a planned day with the last allowed one in brackets the one that is asked for; "" where neither is."""
    told = _LIMITED.fullmatch(cell)
    limit, planned = _LIMIT_ASKED.search(spoken), _PLANNED_ASKED.search(spoken)
    if told is None or bool(limit) == bool(planned):
        return ""
    return told["limit" if limit else "planned"].strip(" ,;")


def asks_both_ends(spoken: str) -> bool:
    """Whether a time is asked for from its beginning to its end: "từ tháng mấy đến tháng mấy", "tháng bắt đầu, tháng kết thúc"."""
    if _BOTH.search(spoken):
        return True
    left = _TOLD.sub(" ", spoken)
    return _BEGINS.search(left) is not None and bool(_ENDS.search(left) or _DONE.search(left))


def asked_end(spoken: str) -> str:
    """Which end of a time alone is asked for, "first" or "last", by the sound form of the question; "" for neither."""
    begins, ends = _BEGINS.search(_TOLD.sub(" ", spoken)), _ENDS.search(spoken)
    if _BOTH.search(spoken) or bool(begins) == bool(ends) or (begins and _DONE.search(spoken)):
        return ""
    return "first" if begins else "last"


def each_end(spoken: str, cell: str) -> tuple[str, ...]:
    """Both ends of ``cell`` in the order asked, where each is asked for on its own; () where not, or one is not printed.

    "Bắt đầu lúc nào, xong lúc nào" asks twice, "bắt đầu và kết thúc khi nào" once for all that is printed.
    """
    if not asks_both_ends(spoken) or _BOTH.search(spoken):
        return ()
    left = _TOLD.sub(" ", spoken)
    twice = len(_A_TIME.findall(_BEGUN.sub("|", left))) > 1 or _NAMED_ENDS.search(left)
    parted = _LAST.search(cell) if twice else None
    first = cell[: parted.start()].strip(" ,;(") if parted else ""
    if parted is None or not _NAMES_TIME.search(first):
        return ()
    told = first, (parted["last"] or parted["dashed"]).strip(" ,;).")
    begins, ends = _BEGINS.search(left), _ENDS.search(left) or _DONE.search(left)
    return told[::-1] if begins and ends and ends.start() < begins.start() else told


def lacks_beginning(spoken: str, due: Due | None) -> bool:
    """Whether a beginning is asked for in words of its own and the deadline is a month, quarter or day that tells none."""
    if due is None or due.kind not in _ENDS_ONLY or not _BEGUN.search(_TOLD.sub(" ", spoken)):
        return False
    return asked_end(spoken) == "first" and not _SINCE.search(due.text)


def one_end(spoken: str, cell: str) -> str:
    """The piece of ``cell`` that tells the end asked for, as printed; the whole cell where it has no two ends."""
    if told := _planned_or_last(spoken, cell):
        return told
    if asks_hour(spoken) and not _AND_DAY.search(spoken) and len(hours := hours_in(cell)) == 1:
        cell = hours[0]
    end = asked_end(spoken)
    done = not end and not _BEGINS.search(spoken) and _MUST_BE_DONE.search(spoken) and _TELLS_BOTH.search(cell)
    end = "last" if done else end
    cell = _first_said(cell, end)
    parted = _LAST.search(cell)
    first = cell[: parted.start()].strip(" ,;(") if parted else ""
    begun = _NAMES_TIME.search(first) or (end == "last" and _FROM_NOW.search(first))
    if not end or parted is None or not begun:
        return cell
    if end == "first":
        return first
    last = (parted["last"] or parted["dashed"]).strip(" ,;).")
    return _DOES.sub("", last) if done else last


def _first_said(cell: str, end: str) -> str:
    """The first thing that a time says, where that tells the end asked for; the whole of it otherwise."""
    first = _STATED.split(cell, maxsplit=1)[0] if end else cell
    told = _NAMES_TIME.search(first) and (end != "last" or _LAST.search(first))
    return first if told else cell
