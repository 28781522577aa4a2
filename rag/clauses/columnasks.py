"""Labels of clauses as columns of their section: which label a question asks for ("học ở đâu" is "Địa điểm: …").

A plan for one event, a class or a campaign tells in bullets what others tell in the columns of a table: "Địa điểm: …",
"Số lượng: …", "Hình thức: …". People ask for such a bullet by what it tells and seldom by its label.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rag.language.asked import read_asked
from rag.language.spelt import sound_pattern
from rag.language.words import sound
from rag.query.question import Query


class Column(StrEnum):
    """What a label tells; ``NAMED`` is a label that the question says, ``HEAD`` one of the thing it asks for."""

    WHERE = "where"
    WHO = "who"
    TEACHER = "teacher"
    WHEN = "when"
    LONG = "long"
    COUNT = "count"
    SIZE = "size"
    MEMBERS = "members"
    MONEY = "money"
    FORM = "form"
    CONTENT = "content"
    NAME = "name"
    HEAD = "head"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class ColumnAsked:
    """A column that is asked for, the words of the question that ask for it, and what is counted or which place it is, in sound forms."""

    column: Column
    words: frozenset[str]
    noun: str = ""


_DONE: Final = "(?:(?:học|dạy|thi|họp|tổ chức|diễn ra|mở|mở lớp|làm|đặt|tập|tập trung|nộp|đăng ký|gửi) )?"
_ASKS: Final = {
    Column.WHERE: sound_pattern(
        f" {_DONE}(?:được )?(?:ở|tại) (?:đâu|chỗ nào|nơi nào|địa điểm nào)(?= )| {_DONE}địa điểm(?= .*(?:nào|đâu|là gì) )"
        "|^ (?:cho (?:biết|hỏi) )?địa điểm(?= )| địa điểm(?: tổ chức)? $"
        f"| {_DONE.removesuffix('?')}(?:ở|tại) (?!(?:xã|phường|tỉnh|huyện|thôn|ấp|cấp|nơi|chỗ|đâu|địa|lớp|khối) )([^ ]+ [^ ]+(?: [^ ]+){{0,3}}?) nào(?= )"
    ),
    Column.TEACHER: sound_pattern(
        " (?:do )?ai (?:là người |sẽ |đứng lớp )?(?:dạy|giảng|truyền dạy|hướng dẫn|đứng lớp)(?= )"
    ),
    Column.WHO: sound_pattern(
        " (?:dành |áp dụng |mở |tuyển )?(?:cho )?(?:những |các )?đối tượng(?: nào| gì| là ai)?(?= )"
        " | (?:dành|mở|áp dụng) cho (?:những )?ai(?= )"
        " | (?:những )?ai (?:được )?(?:học|tham gia|tham dự|dự|dự thi|thi)(?= )| thành phần(?: tham dự| tham gia| dự thi| dự họp| dự)?(?= .*(?:nào|gì|ai) )"
    ),
    Column.FORM: sound_pattern(
        " (?:bằng |theo |dưới )?(?:những |các )?(?:hình thức|phương thức|cách thức)(?: nào| gì)?(?= )"
    ),
    Column.CONTENT: sound_pattern(
        " (?:học|dạy|nói về|tuyên truyền|tập huấn|giảng|bàn|phổ biến)(?: về)?(?: những| các)?(?: nội dung)?(?: gì| nào)(?= )"
        "| (?:những |các )?nội dung(?= (?:nào|gì|là gì|gồm .* gì) )"
    ),
    Column.NAME: sound_pattern(" (?:có |mang )?tên(?: gọi)?(?: là)?(?: gì)?(?= )"),
    Column.LONG: sound_pattern(
        " (?:kéo dài |học |diễn ra |làm )?(?:trong )?(?:bao lâu|mấy (?:ngày|tuần|tháng|buổi|tiếng|giờ học))(?= )"
    ),
    Column.MONEY: sound_pattern(
        " (?:hết |tốn |cần |có )?(?:bao nhiêu|mấy) (?:tiền|kinh phí|đồng)(?= )| (?:tổng )?kinh phí(?= )| (?:hết|tốn|chi) bao nhiêu(?= )"
    ),
    Column.SIZE: sound_pattern(
        " (dài|rộng|cao|sâu|nặng|lớn) (?:bao nhiêu|mấy)(?: (?:mét|mét vuông|m|km|cây số|ha|tấn|kg|cân))?(?= )"
    ),
    Column.MEMBERS: sound_pattern(" (?:bao )?gồm (?:có )?(?:những |các )?ai(?= )| có (?:những |các )ai(?= )"),
    Column.COUNT: sound_pattern(" (?:mở |có |gồm |lấy mẫu ở )?(?:mấy|bao nhiêu) ([^ ]+)(?= )"),
}
"""How each column is asked for, in the order in which they are looked for."""
_LABELS: Final = {
    Column.WHERE: sound_pattern("(?:địa điểm|nơi (?!dung|nhận$)|vị trí)"),
    Column.TEACHER: sound_pattern(
        "(?:giảng viên|báo cáo viên|giáo viên|huấn luyện viên|người dạy|người hướng dẫn|chuyên gia)"
    ),
    Column.WHO: sound_pattern("(?:đối tượng|thành phần|học viên|người học|người tham gia|người dự)"),
    Column.FORM: sound_pattern("(?:hình thức|phương thức|cách thức|phương pháp)"),
    Column.CONTENT: sound_pattern("(?:nội dung|chương trình|chuyên đề)"),
    Column.NAME: sound_pattern("tên(?= |$)"),
    Column.LONG: sound_pattern("(?:thời lượng|thời gian|số ngày|số buổi)"),
    Column.MONEY: sound_pattern("(?:tổng )?(?:kinh phí|dự toán|chi phí|mức hỗ trợ|học phí|lệ phí|vốn đầu tư|vốn)"),
    Column.WHEN: sound_pattern("(?:thời gian|thời điểm|thời hạn|tiến độ|lịch|ngày)"),
    Column.COUNT: sound_pattern("(?:số lượng|quy mô|chỉ tiêu|sĩ số)"),
}
"""How the labels begin that tell each of them."""
_SIZES: Final = {
    sound(word): labels
    for word, labels in {
        "dài": ("chiều dài", "độ dài"),
        "rộng": ("chiều rộng", "diện tích"),
        "cao": ("chiều cao", "độ cao"),
        "sâu": ("chiều sâu", "độ sâu"),
        "nặng": ("trọng lượng", "khối lượng"),
        "lớn": ("diện tích", "quy mô", "dung tích"),
    }.items()
}
"""What people say of a size, and the labels that tell it."""
_NOT_COUNTED: Final = frozenset(
    map(sound, ("giờ", "ngày", "tháng", "năm", "quý", "tiền", "người", "phần", "lần", "tuổi"))
)
"""Words behind "mấy" that ask for a time, a sum, or something told in too many places."""
_EMPTY: Final = frozenset(sound("các những của và cho về theo tại").split())
"""Words of labels that people leave out."""
_OPENING: Final = sound_pattern("^(?:số|tên|các|đơn vị|cơ quan|người|bộ phận|cán bộ) (?=[^ ])")
_ENDING: Final = sound_pattern(" (?:thực hiện|dự kiến|cụ thể|chung)$")
"""What opens and closes labels and says nothing of the thing."""
_OFFICE: Final = sound_pattern("(?:đơn vị|cơ quan|bộ phận|người|ban|tổ|cơ sở) [^ ]+")
_OF_EVENTS: Final = (Column.WHERE, Column.WHO, Column.COUNT, Column.TEACHER, Column.MONEY)
_NUMBER: Final = sound("số")
_OPENS: Final = 2
"""Words of a label of which one names the thing."""
_SHORTEST: Final = 3
_NO_HEAD: Final = frozenset(sound("nội dung việc điều thời gian ngày năm hình thức bao nhiêu").split())
"""Heads that other columns are told by, or that are no things."""
_GAP: Final = sound_pattern(" (?:gì|nào|đâu|thế nào|ra sao|bao nhiêu|mấy|là|ai) ")
_OF_UNITS: Final = frozenset({"lead", "support"})


def columns_asked(query: Query) -> tuple[ColumnAsked, ...]:
    """The columns that a question may ask for."""
    spoken = f" {query.spoken} "
    found: list[ColumnAsked] = []
    reports = bool(query.flags & {"report", "recipient"})
    if query.role == "due" and not reports:
        found.append(ColumnAsked(Column.WHEN, frozenset()))
    for column, pattern in _ASKS.items():
        match = pattern.search(spoken)
        noun = (match[1] or "") if match and column in (Column.COUNT, Column.SIZE, Column.WHERE) else ""
        if match and noun not in _NOT_COUNTED and not (column is Column.LONG and reports):
            found.append(ColumnAsked(column, frozenset(match[0].split()), noun))
    head = read_asked(query.words).head
    if head and not query.role and len(head[-1]) >= _SHORTEST and head[-1] not in _NO_HEAD:
        found.append(ColumnAsked(Column.HEAD, frozenset(), head[-1]))
    if _GAP.search(spoken):
        found.append(ColumnAsked(Column.NAMED, frozenset()))
    return tuple(found)


def label_tells(query: Query, asked: ColumnAsked, label: tuple[str, ...]) -> bool:
    """Whether a label, its words in sound form, tells the column asked for."""
    things = read_asked(query.words)
    if label[0] == _NUMBER and things.many and things.thing:
        return False  # which ones is asked, not how many
    if asked.column is Column.NAMED:
        return _is_named(query, label)
    text = " ".join(label)
    if asked.column is Column.HEAD:
        return asked.noun in label[:_OPENS] and not _OFFICE.match(text)
    if asked.column is Column.SIZE:
        return any(text.startswith(sound(name)) for name in _SIZES[asked.noun])
    if asked.column is Column.MEMBERS:
        return query.words.heard.find(text) >= 0 and len(label) > 1
    if asked.column is Column.COUNT:
        return (label[0] == _NUMBER and asked.noun in label) or _LABELS[Column.COUNT].match(text) is not None
    return _LABELS[asked.column].match(text) is not None


def tells_event(label: tuple[str, ...]) -> bool:
    """Whether a label tells where something takes place, for whom, or how many take part."""
    text = " ".join(label)
    return any(_LABELS[column].match(text) for column in _OF_EVENTS)


def _is_named(query: Query, label: tuple[str, ...]) -> bool:
    """Whether the question says what a label says; one that names an office only where an office is asked for."""
    text = " ".join(label)
    own = [word for word in _ENDING.sub("", _OPENING.sub("", text)).split() if word not in _EMPTY]
    if not own or not set(own) <= set(query.spoken.split()):
        return False
    office = (_OFFICE.match(text) or _LABELS[Column.TEACHER].match(text)) is not None
    if query.role in _OF_UNITS:
        return office
    return len(own) > 1 and query.role in ("", "result", "value") and not office
