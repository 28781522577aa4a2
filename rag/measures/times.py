"""Times in prose: the day, hour, stretch of time or event that a question asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from ingest.folding import fold
from rag.language.words import either, find_phrase, sound
from rag.measures.bounds import only_time
from rag.measures.eventtimes import event_asked, parts_of
from rag.measures.nearness import crowding
from rag.query.norows import number_noted
from rag.query.question import Query
from rag.query.subjects import MARKER

_YEARLY: Final = r"(?:\s+(?:hàng|hằng)\s+(?:năm|quý|tháng))?"
_NAMED_DAY: Final = (
    r"(?:học kỳ\s+(?:\d|I{1,2})(?!\w)|(?:ngày|tháng|quý|năm)\s+(?:\d[\d/]*|[IVX]+(?![\wÀ-ỹ])(?:/\d{4})?)|\d{1,2}/\d{1,2}/\d{4}(?!\d))"
    r"(?:\s+tháng\s+\d+|\s+(?:của\s+)?tháng\s+(?:đầu|cuối|sau|kế tiếp|tiếp theo|liền sau)\b"
    r"(?:\s+(?:của\s+)?(?:mỗi\s+)?(?:quý|kỳ)(?:\s+(?:sau|tiếp theo|đó))?)?)?(?:,?\s+năm\s+\d{4})?"
)
_DAY: Final = rf"(?:{_NAMED_DAY}|\d{{1,2}}/(?:\d{{4}}|\d{{1,2}})(?![\d/.]))"
"""A day, month, quarter or year; as "15/4" only where something leads to it."""
_LED: Final = r"(?:trước|chậm nhất|trong|đến hết|đến|hết|từ|vào|cuối|(?<!bắt )đầu|giữa)\s+"
_ON: Final = r"\s*(?:[-–]|,|và|,?\s*(?:đến hết|đến|tới))\s*"
"""Between the two ends of a stretch, or two days named side by side."""
_AMOUNT: Final = r"\d+(?:\s*[-–]\s*\d+)?\s+(?:giờ|ngày|phút|tháng|tuần|năm)(?:\s+(?:làm việc|đầu(?: tiên)?))?(?:,?\s+(?:sau khi|trước khi|kể từ)\s[^,;.():]+)?"
_WEEK_OF: Final = r"tuần\s+(?:đầu(?:\s+tiên)?|cuối(?:\s+cùng)?|thứ\s+(?:nhất|hai|ba|tư))"
_EACH: Final = r"(?:(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý)|(?:của\s+|trong\s+)?(?:tháng|quý)(?!\s+[\dIVX]))"
NO_TURN: Final = "".join(rf"(?<!{noun}\s)" for noun in ("lần", "đợt", "vòng", "phiên", "kỳ", "đoạn", "lớp", "khóa"))
"""Before "thứ hai": the second of several is no Monday."""
_ON_WEEKDAY: Final = rf"(?:{NO_TURN}thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\w)"
_WEEKLY: Final = (
    rf"(?:(?<=vào\s)|(?:sáng|trưa|chiều|tối|ngày)\s+){_ON_WEEKDAY}(?:\s+{_WEEK_OF})?(?:\s+{_EACH})?"
    rf"|{_ON_WEEKDAY}(?:\s+{_WEEK_OF}(?:\s+{_EACH})?|\s+{_EACH})|{_WEEK_OF}\s+{_EACH}"
)
"""A day of each week, or of one week of each month."""
_WHEN: Final = re.compile(
    rf"(?i){_WEEKLY}"
    r"|(?:(?:đến\s+)?năm\s+)?\d{4}(?:,\s+(?:đến\s+)?(?:năm\s+)?\d{4}){2,}"
    rf"|(?:trong vòng|trong thời hạn|trong|chậm nhất|không quá)\s+{_AMOUNT}|\d+\s*[-–]\s*\d+\s+(?:giờ|ngày)"
    r"|(?:trước\s+)?(?<![\d/])\d{1,2}\s*giờ(?:\s*\d{2}(?:\s+phút)?)?(?:,?(?:\s+và)?\s+(?:thứ\s+\w+|chủ nhật))*(?:\s+(?:hằng|hàng)\s+(?:ngày|tuần))?"
    r"|(?:ngày\s+)?(?<![\w/.])\d{1,2}(?:,\s*\d{1,2})*\s*(?:và|,)\s*\d{1,2}(?:\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?|/\d{1,2}/\d{4})(?![\d/])"
    r"|giai đoạn\s+\d{4}\s*[-–]\s*\d{4}(?:\s+và\s+(?:những|các)\s+năm\s+tiếp theo)?|(?<![\d/])\d{4}\s*[-–]\s*\d{4}"
    rf"|(?:từ\s+(?:nay|khi|lúc)[^,;.]{{0,30}}?\s+)?(?:(?:{_LED}){{1,2}}{_DAY}|(?<![\w/.,]){_NAMED_DAY})"
    rf"(?:{_ON}(?:{_LED})?{_DAY})*(?:\s+(?:trở đi|trở về trước))?{_YEARLY}"
)
"""Days, hours, stretches of time and lists of years as prose prints them."""
_NUMBERED: Final = re.compile(
    r"(?i)\d+[\w.]*(?:/[\wÀ-ỹ.-]+)+(?:\s+của\s+[^,;.()]{3,40}?)?,?\s+(?=ngày\s+\d)|số\s+(?=\d+/\d{4})"
)
"""A document's number, behind which its date stands: that is no time of the work."""
_RHYTHM: Final = re.compile(
    r"(?i)(?:(?:ít nhất|tối thiểu|định kỳ)\s+)?(?:\d+\s+(?:giờ|phút|ngày|tuần|tháng|năm)(?:\s*/\s*|\s+(?:một|1)\s+)lần"
    r"|\d+\s+lần\s*(?:/|mỗi|một|trong)\s*(?:một\s+)?(?:ngày|tuần|tháng|quý|năm)|(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)(?:\s+(?:một|hai|ba|1|2|3|01|02|03)\s+(?:lần|kỳ|đợt))?)"
)
"""How often something is done."""
_HOW_OFTEN: Final = re.compile(
    rf"\b(?:{either('chu kỳ', 'tần suất', 'định kỳ')}) (?:la |theo )?(?:{either('nào', 'gì', 'bao lâu', 'bao nhiêu', 'thế nào', 'như thế nào', 'ra sao')})\b|"
    rf"\b(?:{either('kỳ', 'nhịp')}) (?:{either('nào', 'gì')})\b|"
    r"\bbao lau (?:\S+ ){0,14}?(?:mot|1) lan\b|\b(?:may|mai) (?:do|phut|ngai|tuan|thang|qui|nam) (?:\S+ ){0,4}?(?:mot|1) lan\b"
)
_LABEL: Final = re.compile(
    r"(?i)^(?:(?:thời (?:gian|hạn|điểm)|tiến độ|hạn)[^:;.,]{0,40}:|thời gian thực hiện)\s*(.+)$", re.DOTALL
)
"""A paragraph that tells nothing but a time."""
_NOT_DATED: Final = re.compile(
    r"(?i)(?:thường xuyên|hằng|hàng|định kỳ|sau|trước|ngay|khi|theo|từ|trong|đến|cả|cuối|đầu|giữa)\s"
)
"""How a time begins that is no date; other words behind the label tell of several things and their times."""
_CLOSING: Final = re.compile(r"(?i)\btrên đây là (?:kế hoạch|chương trình|phương án)[^,;.]*")
"""How a plan closes: a year in its name is no time of the work."""
_EVENT: Final = re.compile(r"(?i)(?:ngay\s+)?(?:sau\s+|trước\s+)?khi\s+[^,;.]+")
_ALONG_WITH: Final = re.compile(
    r"(?i)(?:cùng (?:thời điểm|lúc|thời gian|ngày|đợt|kỳ)|đồng thời) (?:với|khi)\s+[^,;.]+?(?=\s(?:để|nhằm)\s|[,;.]|\s*$)"
)
"""The same time as something else has, told where no day is."""
_PROVIDED: Final = re.compile(r"(?:(?<!\w)nếu|(?:trong|trừ) trường hợp)\s+[^;.]+")
"""A condition, told where no time is."""
_WHENEVER: Final = tuple(map(sound, ("khi nào", "lúc nào", "bao giờ", "chừng nào")))
"""Asks for a time that may be an event; "ngày nào" asks for a day."""
_TIME_WORDS: Final = frozenset(
    sound("trước sau khi nào ngày tháng năm quý giờ từ đến lúc trong vòng thời gian hạn chậm nhất").split()
)
_BOTH_ENDS: Final = re.compile(rf"{sound('từ')} .*(?:{sound('nào')}|{sound('mấy')}) (?:{sound('đến')}|{sound('tới')}) ")
_TWO_ENDED: Final = re.compile(r"(?i)đến|tới|[-–]")
_NOTED: Final = re.compile(
    r"[-–:,]\s*(?:(?:bat dau|khoi dong|khai giang|be giang|ket thuc|dien ra|to chuc|trien khai|ap dung)\s+)?(?:(?:tu|vao|den|luc)\s+)?(?:gio|ngay|lich|thoi gian)\b[^-–:?]{0,12}\??\s*$"
)
"""Ends of notes that ask for a time: "bản tin xã – giờ phát"."""

_SPANS: Final = frozenset(map(sound, ("tiếng", "giờ", "ngày", "hôm", "bữa", "tuần", "phút", "tháng", "năm", "lâu")))
"""Units of time as people say them, "tiếng" for "giờ"."""
_OF_FIGURES: Final = frozenset(sound("tỷ lệ").split())
_HOW_LONG: Final = re.compile(
    rf" (?:{either('mấy', 'bao nhiêu')}) (?:{either('tiếng', 'giờ', 'ngày', 'hôm', 'bữa', 'tuần', 'phút')}) "
    rf"| (?:{either('trong', 'vòng', 'mất', 'hết', 'dài', 'suốt', 'quá', 'đa', 'sau', 'nhất', 'cả thảy')}) (?:{either('mấy', 'bao nhiêu')}) (?:{either('tháng', 'năm')}) "
    rf"| {sound('bao lâu')} "
)
"""Asks for a stretch of time, by its unit or by none."""
_LIMIT: Final = re.compile(
    rf"\b(?:{either('chậm nhất', 'muộn nhất', 'trễ nhất', 'tối đa', 'lâu nhất', 'không quá', 'không được quá', 'trong vòng', 'trong thời hạn', 'sau')})"
    rf" (?:{either('là', 'trong', 'sau', 'khoảng')} )?(?:{either('bao lâu', 'mấy ngày', 'mấy giờ đồng hồ', 'mấy tiếng', 'bao nhiêu ngày', 'bao nhiêu giờ', 'bao nhiêu tiếng', 'mấy tuần', 'mấy tháng')})\b"
    rf"|\b{sound('bao lâu')} (?:{either('thì', 'là', 'sau', 'sau đó', 'kể từ')} )*(?:{either('phải', 'mới được', 'có kết quả', 'thì phải')})\b"
)
_ANY_AMOUNT: Final = re.compile(
    r"(?i)(?<![\w/.,-])\d+(?:\s*[-–]\s*\d+)?\s+(?:giờ|ngày|phút|tháng|tuần|năm)(?:\s+làm việc)?(?!\s+\d)(?![^\W\d_])"
)
"""A stretch of time that no word leads to, or another than the usual ones ("quá 03 tháng")."""
_WHICH_DAY: Final = re.compile(rf" (?:{'|'.join(map(sound, ('ngày', 'hôm', 'tháng', 'năm', 'quý')))}) {sound('nào')} ")
"""Asks for a day or month, which no stretch without a date tells."""
_CALENDAR_DAY: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('trước', 'chậm nhất', 'hạn', 'đúng', 'vào')))}) (?:la |vao )?{sound('ngày')} (?:nao|mai|bao nhieu)\b"
)
"""Asks for a day of the calendar, which a year alone does not tell."""
_YEAR_ALONE: Final = re.compile(r"(?i)(?:(?:trong|đến|hết|cuối|đầu)\s+)*(?:năm\s+)?\d{4}")
_DATED_BEHIND: Final = re.compile(r"\s*\((?:từ|trước|đến|ngày)\s[^()]*\d")
"""Days in brackets behind a stretch of time say when it is: "trong 10 ngày làm việc (từ ngày …)"."""
_WHICH_WEEKDAY: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('ngày', 'hôm', 'vào', 'sáng', 'chiều', 'tối', 'tuần', 'lịch', 'bữa', 'đêm')))})"
    rf" (?:\S+ )?{sound('thứ')} (?:{sound('mấy')}|{sound('nào')})\b"
    rf"|^(?!.*\b(?:{sound('xếp')}|{sound('hạng')}|{sound('đứng')})\b).*\b{sound('là thứ mấy')}\b"
)
"""A place in a ranking is asked for so as well."""
_WEEKDAY: Final = re.compile(
    rf"(?:\b{NO_TURN}thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|\bchủ nhật)(?!\w)"
    r"(?:(?:,|\s+và|\s+đến)\s+(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\w))*",
    re.IGNORECASE,
)
_PERIOD: Final = "giai đoạn"
_ROUNDS: Final = re.compile(
    rf"(?i)(?:vào\s+)?(?:(?:sáng|chiều|tối)\s+)?{_WEEKDAY.pattern}"
    r"(?:\s+(?:của\s+)?tuần\s+(?:đầu(?: tiên)?|cuối|thứ\s+\w+))?(?:\s+(?:của\s+)?(?:hằng|hàng|mỗi|trong)\s+(?:tuần|tháng|quý))?"
    r"|(?<!\w)(?:cuối|đầu|giữa)\s+(?:mỗi\s+|các\s+)?(?:học kỳ|năm học|tháng|quý|năm|tuần|vụ|mùa \w+)(?:\s+(?:hằng|hàng)\s+(?:tháng|quý|năm))?"
)
"""Times that come round, told where no day is."""
_CLOCK: Final = r"\d{1,2}\s*(?:giờ(?:\s*\d{2}(?:\s+phút)?)?|[hg:]\s?\d{2}|h)(?!\w)"
_CLOCKS: Final = re.compile(rf"(?i)(?:từ\s+)?(?<![\d/]){_CLOCK}\s*(?:[-–]|đến|tới)\s*{_CLOCK}")
"""The hours between which something is open or done."""
_AT_CLOCK: Final = re.compile(rf"(?i)(?<![\d/]){_CLOCK}")
_WHICH_HOUR: Final = re.compile(
    rf"(?<!{sound('trong')})(?<!{sound('sau')})(?<!{sound('mất')}) (?:{sound('mấy')} {sound('giờ')}|{sound('giờ')} {sound('nào')})\b"
)
"""Asks for the time of day, not for how many hours something takes."""
_LASTING: Final = re.compile(
    rf"(?i)(?:trong vòng|trong thời hạn|trong|không quá)\s+{_AMOUNT}|\d+\s*[-–]\s*\d+\s+(?:giờ|ngày)"
)


_COUNTED_FROM: Final = re.compile(r",?\s(?:(?:ngay|tính)\s)?(?:sau khi|khi|kể từ|từ khi|tính từ)\s")
"""From what on a stretch of time is counted."""
_COUNTING: Final = frozenset(sound("ngay tính sau khi kể từ lúc ngày thời điểm được có").split())
_SAID_FROM: Final = 0.5
"""The share of the words on what a stretch is counted from that the question must say."""
_ALL_DONE: Final = tuple(map(sound, ("xong", "hoàn thành", "hoàn tất", "kéo dài", "diễn ra", "thực hiện trong")))


def times_in(text: str) -> tuple[str, ...]:
    """The days, quarters and years of a text, in its order; "6 tháng" by itself is none."""
    return tuple(match[0] for match in _WHEN.finditer(text))


def asks_hour(spoken: str) -> bool:
    """Whether the sound form of a question asks for the time of day."""
    return _WHICH_HOUR.search(spoken) is not None


def hours_in(text: str) -> tuple[str, ...]:
    """The stretches between two hours that a text prints."""
    return tuple(match[0] for match in _CLOCKS.finditer(text))


def asks_weekday(query: Query) -> bool:
    """Whether the day of the week is asked for: "vào thứ mấy"; a rank is asked for by other words."""
    return _WHICH_WEEKDAY.search(query.spoken) is not None


def names_weekday(text: str) -> bool:
    """Whether a text tells a day of the week."""
    return _WEEKDAY.search(text) is not None


def weekday_asked(text: str, weights: Mapping[str, float]) -> str:
    """The days of the week that the question's words crowd about, as printed; "" where none is told."""
    near = crowding(text, weights)
    spans = [match.span() for match in _WEEKDAY.finditer(text)]
    best = max(spans, key=lambda span: (near(*span), -span[0]), default=None)
    return text[best[0] : best[1]] if best else ""


def asks_stretch(query: Query) -> bool:
    """Whether a stretch of time is asked for by its unit: "trong vòng mấy tiếng"."""
    return lasting_asked(query.spoken) is not None


def asks_limit(query: Query) -> bool:
    """Whether it is asked within what stretch something must be done ("chậm nhất bao lâu"), which no day tells."""
    return _LIMIT.search(query.spoken) is not None


def lasting_asked(spoken: str) -> tuple[int, int] | None:
    """Where the sound form of a question asks for a stretch of time; None where it does not."""
    asked = _HOW_LONG.search(f" {spoken} ")
    return (asked.start(), asked.end() - len("  ")) if asked else None


def stretch_alone(told: str) -> str:
    """A stretch of time without what it is counted from."""
    return _COUNTED_FROM.split(told, maxsplit=1)[0]


def stretch_from_said(spoken: str, told: str) -> str:
    """The same where a stretch is asked for and the question says itself what it is counted from; ``told`` otherwise."""
    alone = stretch_alone(told) if lasting_asked(spoken) and lasts(told) else told
    counted = sound(told[len(alone) :]).split()[1:]
    start = [word for word in counted if word not in _COUNTING]
    held = sum(word in spoken.split() for word in start)
    return alone if start and lasts(alone) and held >= _SAID_FROM * len(start) else told


_REACHED: Final = re.compile(
    rf"\b(?:{either('đặt', 'cán', 'chạm', 'đạt', 'lấy', 'tới', 'đến', 'cột')}) {sound('mốc')}\b"
    rf"|\b{sound('mốc')} (?=(?:{either('năm', 'tháng', 'quý', 'thời gian')}) {sound('nào')}\b)|^{sound('mốc')}\b"
)
_BECOMES: Final = re.compile(
    rf"(?<!{sound('hoàn')} )(?<!{sound('hình')} )(?<!{sound('chấp')} )(?<!{sound('cấu')} )(?<!{sound('tạo')} )\b(?:{sound('trở')} )?{sound('thành')}\b"
    rf"(?! (?:{either('phố', 'lập', 'viên', 'phần', 'tích', 'công', 'ủy', 'niên', 'tra', 'thị', 'tựu', 'quả', 'phẩm', 'đoàn', 'tố', 'thạo')})\b)"
)
"""Sound form of what leads to a time by which something is so, and to what it is then: "cán mốc", "trở thành"."""


_NUMBER: Final = frozenset(sound("tổng số").split())


def says_reached(spoken: str) -> bool:
    """Whether a question says that something is reached or becomes so."""
    return any(form.search(spoken) for form in (_REACHED, _BECOMES))


def measuring_words(query: Query) -> frozenset[str]:
    """Words for the figure or the time asked for itself: plans print "50 % số xã", "24 giờ", not "tỷ lệ", "tiếng".

    So "đặt mốc năm nào thì thành …" for what is reached by a year.
    """
    spans = _SPANS if asks_stretch(query) else frozenset[str]()
    if query.role == "due":
        told = (found[0].split() for form in (_REACHED, _BECOMES) for found in form.finditer(query.spoken))
        return spans.union(*told)
    noted = _NUMBER if query.role == "value" and number_noted(query.typed) else frozenset[str]()
    return spans | noted | _OF_FIGURES if query.role == "value" else spans


def asks_day(query: Query) -> bool:
    """Whether a day of the calendar is asked for: "trước ngày mấy"."""
    return _CALENDAR_DAY.search(query.spoken) is not None


def asks_both_ends(query: Query) -> bool:
    """Whether the beginning and the end of a stretch are asked for: "từ ngày nào đến ngày nào"."""
    return _BOTH_ENDS.search(query.spoken) is not None


def has_two_ends(value: str) -> bool:
    """Whether a time is printed with two ends."""
    return _TWO_ENDED.search(value) is not None


def lasts(value: str) -> bool:
    """Whether a value tells a stretch of time, not a day."""
    return _ANY_AMOUNT.search(value) is not None


def lasting_told(query: Query, name: str, due: str) -> str:
    """How long what a row's own words tell of may take, where that is asked for and its deadline is a day; "" otherwise.

    "Trả lời câu hỏi | trong vòng 48 giờ" beside "từ ngày 01/3": how long all of the work takes is another question.
    """
    if lasts(due) or not asks_stretch(query) or find_phrase(query.spoken, _ALL_DONE):
        return ""
    told = [match[0] for match in _LASTING.finditer(name)]
    return told[0] if len(told) == 1 else ""


def asks_time(query: Query) -> bool:
    """Whether a time is asked for."""
    return query.role == "due" or _NOTED.search(fold(query.typed)) is not None


def rhythm_asked(query: Query, text: str, weights: Mapping[str, float]) -> str:
    """How often what is asked about is done, by the rhythm that the question's words crowd about; "" where none is told."""
    if not _HOW_OFTEN.search(query.spoken):
        return ""
    near = crowding(text, weights)
    spans = [match.span() for match in _RHYTHM.finditer(text)]
    best = max(spans, key=lambda span: (near(*span), -span[0]), default=None)
    return text[best[0] : best[1]] if best else ""


def time_asked(query: Query, text: str, weights: Mapping[str, float]) -> str:
    """The time near which the question's words crowd; "" where none is told.

    Words for time name no place in a text that is full of them. The day of a document is no day of the work.
    """
    labelled = _LABEL.match(MARKER.sub("", text))
    if labelled and (not _WHEN.search(labelled[1]) or _WHEN.match(labelled[1]) or _NOT_DATED.match(labelled[1])):
        return event_asked(query.spoken, parts_of(labelled[1])) or only_time(labelled[1].strip().rstrip(" .;/"))
    weights = {word: weight for word, weight in weights.items() if word not in _TIME_WORDS}
    dated = {match.end() for match in _NUMBERED.finditer(text)}
    names = [match.span() for match in _CLOSING.finditer(text)]
    told = (match.span() for match in _WHEN.finditer(text))
    spans = {one: one[1] for one in told if one[0] not in dated and not any(a <= one[0] < b for a, b in names)}
    spans = _stretches(query, text, spans)
    if asks_hour(query.spoken):
        spans = _hours(text, spans) or spans
    if sound(_PERIOD) not in query.spoken:  # the years of a programme belong to its name
        spans = {span: end for span, end in spans.items() if not text[span[0] :].lower().startswith(_PERIOD)} or spans
    if find_phrase(query.spoken, _WHENEVER):
        # An event is as long as what happens: only its first letter is a place that the question's words can be near.
        events = (match for form in (_EVENT, _ALONG_WITH) for match in form.finditer(text))
        spans |= {(match.start(), match.start() + 1): match.end() for match in events}
    how_long = asks_stretch(query) and not asks_hour(query.spoken)
    if how_long and not any(_LASTING.fullmatch(text[first:last]) for (first, _), last in spans.items()):
        spans = {match.span(): match.end() for match in _ANY_AMOUNT.finditer(text)} or spans
    spans = spans or {match.span(): match.end() for match in _ROUNDS.finditer(text)}
    if not spans and not asks_day(query):
        spans = {(match.start(), match.start() + 1): match.end() for match in _ALONG_WITH.finditer(text)}
    if not spans and find_phrase(query.spoken, _WHENEVER):
        spans = {(match.start(), match.start() + 1): match.end() for match in _PROVIDED.finditer(text)}
    near = crowding(text, weights)
    best = max(spans, key=lambda span: (near(*span), -span[0]), default=None)
    return only_time(text[best[0] : spans[best]].strip()) if best else ""


def _hours(text: str, spans: Mapping[tuple[int, int], int]) -> dict[tuple[int, int], int]:
    """The stretches between two hours, and those of the times that tell an hour outside them."""
    between = {match.span(): match.end() for match in _CLOCKS.finditer(text)}
    at = {
        span: end
        for span, end in spans.items()
        if _AT_CLOCK.search(text[span[0] : end]) and not any(first <= span[0] < last for first, last in between)
    }
    return between | at


def _stretches(query: Query, text: str, spans: dict[tuple[int, int], int]) -> dict[tuple[int, int], int]:
    """Of the times those that the question does not say itself; those with two ends where both are asked for."""
    if not asks_stretch(query):
        spans = {span: end for span, end in spans.items() if not _DATED_BEHIND.match(text, end)} or spans
    new = {span: end for span, end in spans.items() if f" {sound(text[span[0] : end])} " not in f" {query.spoken} "}
    if _WHICH_DAY.search(f" {query.spoken} ") and not asks_stretch(query):
        new = {span: end for span, end in new.items() if not _LASTING.fullmatch(text[span[0] : end])} or new
    if asks_day(query):
        new = {span: end for span, end in new.items() if not _YEAR_ALONE.fullmatch(text[span[0] : end])}
        spans = {span: end for span, end in spans.items() if not _YEAR_ALONE.fullmatch(text[span[0] : end])}
    if asks_both_ends(query):
        new = {span: end for span, end in new.items() if _TWO_ENDED.search(text[span[0] : end])} or new
    return new or spans
