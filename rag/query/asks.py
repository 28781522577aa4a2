"""What a question asks for: one cell, a list or a count, of which column, under which conditions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache
from typing import Final

from ingest.folding import fold, tone_normal
from rag.language.phrases import heard, says, written
from rag.language.words import either, find_phrase, has_accents, likely, sound
from rag.mentions.periods import until_now
from rag.query.alsoasked import (
    asks_measure,
    asks_note_of_one,
    asks_only_who,
    cites_in_note,
    helpers_too,
    names_figure,
    who_too,
    without_told,
)
from rag.query.countasks import FEW_WORD, PLURAL, asks_count
from rag.query.norows import NO_ROWS, asks_cell_of_one, asks_of_doing, asks_purpose, asks_use
from rag.query.outsideasks import COSTS, MONEY_OF, NAME_OF_A_THING, SHARE_OF_MONEY, asks_number_to_call
from rag.query.reasons import asks_why
from rag.query.telegrams import THINGS, ends_with_end, ends_with_work, names_condition, names_work


class Intent(StrEnum):
    """What sort of answer is asked for."""

    FACT = "fact"
    LIST = "list"
    COUNT = "count"


COLUMNS: Final = ("support", "due", "result", "note", "unit", "lead", "value")
"""The columns of a row; of two asked for in equally good words the first counts."""

_WHICH: Final = re.compile(
    rf"\b(?:{THINGS})\b(?: [^\s,;]+){{0,9}}? (?:nao|gi)\b|\b(?:nhung|cac) (?:{THINGS})(?: [^\s;]+){{1,9}}? (?:nao|gi)\b"
)
"""In the plural of several sorts: "những nội dung diễn tập, huấn luyện nào"."""
_PART_WHICH: Final = re.compile(
    r"\b(?:muc|nhiem vu|nv|chi tieu) (?:so )?\d[\d.]*(?!\s*[/%]).*\b(?:cai|lop|cuoc|khoa|dot|bo|he thong|phan|ke hoach|de an|mo hinh) nao\b"
    r"|\b(?:cac|may|nhung) (?:\S+ ){1,8}?(?:muc|nhiem vu) (?:so )?\d[\d.]*\b(?!\s*[/%]).*\b(?:cai|lop|cuoc|khoa|dot) nao\b"
    r"|\b(?:tham gia|chu tri|phoi hop|phu trach|co ten|co mat|dung ten)(?: (?:o|trong|tai|cac|nhung|vao))* muc (?:nao|gi)\b"
)
"""Some parts of a numbered row are asked for ("mục 4.2, lớp nào …"), or the rows that a unit is named in."""
_NOT_THINGS: Final = r"(?!(?:ai|khi|luc|ngay|thang|quy|nam|hom|tuan|quan|vi|so|phong|ban|noi|xa|phuong|ben|nganh|nguoi|cap|the|bao|gio|hoi|dip|dau) (?:nao|gi))"
_FALLING_DUE: Final = re.compile(
    rf"\b{_NOT_THINGS}[a-z]+ nao (?:se |phai |can |sap |la )*(?:den|toi|het) han\b"
    rf"|\b(?:den|toi|het|qua) han(?: (?:la|nhung|cac|may|cua))* (?:(?!(?:vao|la|trong|ai|khi|bao)\b)[a-z]+ ){{0,3}}?{_NOT_THINGS}(?!hop )[a-z]+ (?:nao|gi)(?:\s*[?.!,]|\s*$| (?:o|tai|trong|cua|thuoc|vay|the|nhi|a|ha|khong)\b)|\bcon (?:phai|can)(?: \S+){{0,4}}? (?:nhung|cac|may) (?:lop|khoa|dot|cuoc|buoi|hoi nghi|hoi thao|hoi thi|chuyen)\b(?: [^\s,;?]+){{0,5}}? nao\b"
)
"""Folded: which of the things that a plan names fall due ("có lớp tập huấn nào đến hạn", "tới hạn lớp nào"), not which unit or day."""
_OTHER_WHICH: Final = re.compile(
    r"(?:don vi|co quan|so|phong|ban|ben|ngay|thang|luc|khi|hoi|chung|bua|hom|tuan|dip|doi|gio|quy|muc|nam|the|dau|bo|ai|giai doan|thoi diem|thoi gian|"
    r"bo phan|luc luong|to chuc|chi cuc|cuc|vu|to|tram|vien|trung tam|truong|nganh|doan|cong ty|doanh nghiep|dia phuong|"
    r"la|theo|bang|ket qua|chu|ghi|ra|can bo|lanh dao|ky|van ban|vung|von|nguon|ten|dinh ky|san pham|dau ra|tan suat|hinh thuc|phuong thuc|cach thuc|loai hinh|nguyen tac|tinh than|vai tro|tieu chi"
    r"|la (?:quyet dinh|nghi quyet|nghi dinh|cong van|thong bao|thong tu|chi thi|ket luan|to trinh|ke hoach|de an)) (?:nao|gi)$"
    r"|\b(?:ai|bao nhieu|khi nao|bao gio)\b"
)
"""The question word belongs to something else than the things: "nhiệm vụ … đơn vị nào"."""
_ASKED: Final = re.compile(r"\b(?:la gi|ai|khi nao|bao gio|the nao|bao nhieu|may|nao|luc nao)\b")
OFFICES: Final = (
    "so|phong|ban|don vi|co quan|bo phan|ben|bo|doanh ngiep|cong ti|to chuc|(?<!thi )(?<!moi )chuong|hoi|doan the|vien|chung tam|chi cuc"
    "|nganh|xa|phuong|dia phuong|tap doan|tong cong ti|ngan hang|benh vien|cuc|vu|to"
)
_WHO: Final = re.compile(rf"(?:^| )(?:ai|(?:{OFFICES})(?: chuien mon| chuc nang)? nao)(?: |$)")
_PLACE_ACTS: Final = re.compile(
    rf"(?:^|(?<!\bo) (?<!\btai )(?<!\bden )(?<!\bvao )(?<!\bchong )(?<!\btu ))(?:{either('chỗ', 'nơi')}) nao"
    rf" (?:{either('phải', 'cần', 'có trách nhiệm', 'chịu trách nhiệm', 'được giao', 'có nhiệm vụ', 'đứng ra')})(?= )"
)
"""An office as people say it, by what it has to do: "chỗ nào phải gửi"; where something is done stands behind "ở"."""
_WHO_BESIDE: Final = re.compile(rf"(?<= )(?:ai|(?:{OFFICES})(?: chuien mon| chuc nang)? nao)(?= )")
"""The same in a question of several things."""
_UNIT_OF_ONE: Final = re.compile(
    rf"^(?:\S+ ){{0,4}}?(?:ai|(?:{OFFICES}) nao) (?:\S+ ){{0,2}}?(?:chu chi|phu chach|phoi hop|lo|lam|dam ngiem|to chuc)"
    r" (?!(?:cac |nhung )?(?:nhiem vu|viec|cong viec|hoat dong|chi tieu|gi)\b)(?:\S+ ){3,}(?:va|cung|voi|chong|theo|ve)"
    r" (?:cac|nhung) (?:nhiem vu|viec|cong viec|hoat dong|chi tieu)\b(?! (?:nao|gi))"
)
"""The unit of one thing is asked for, and "các nhiệm vụ …" only ends the thing's name."""
_UNITS_OF: Final = re.compile(
    rf"\bdanh sach (?:cac |nhung )?(?:{OFFICES}|phoi hop|chu chi)(?: (?:chu chi|phoi hop|tham da|thuc hien))? "
    r"(?:nhiem vu|viec|chi tieu|cho|cua|thuc hien|chong)\b"
    rf"|\b(?:liet ce|ce ten|ce ra|ce ro|ce(?! ca\b)|neu|danh sach|cho biet|cho sin)(?: (?:ra|ro|du|dai|ten|cac|nhung|moi|tat|ca|toan|bo|het))*"
    rf" (?:(?:{OFFICES}) )?(?:phoi hop|chu chi)(?: (?:voi|cung) \S.*| (?:thuc hien|tham da))?"
    r"(?:$| (?:cua |cho |chong |o )?(?:nhiem vu|viec|chi tieu|muc|dong|stt|so thu tu|danh muc|phu luc) (?:so |thu )?(?:\d|[ivxlc]+\b))"
    rf"|^(?:(?:cac|nhung) )?(?:(?:{OFFICES}) )?(?:phoi hop|chu chi|tham da) (?:\S+ )+?(?:la|gom)(?: (?:co|nhung|cac))* (?:ai|(?:{OFFICES}) nao)\b"
    rf"|\b(?:{OFFICES}) (?:phoi hop|chu chi|tham da)(?: (?:la|bao))?(?: gom)(?: (?:co|nhung|cac))* (?:ai|{OFFICES})\b"
)
"""The units of one row are to be listed, not rows."""
_WHO_ACTS: Final = re.compile(
    rf"(?:^|(?<!voi )(?<!cung )(?<!dua )\b)(?:ai|(?:{OFFICES}) nao) (?!(?:\S+ ){{0,2}}?(?:phoi hop|cung|tham da|lam|voi|va|vai|phu|ho cho))\S+ \S+ (?:\S+ )+?phoi hop\b"
)
"""Asks who does something to which others' working together only belongs: "ai chỉ đạo các trạm phối hợp …"."""
_WITH_WHOM: Final = re.compile(
    rf"\bphoi hop(?: (?:voi|cung|la|gom))?(?: (?:nhung|cac))* (?:ai|(?:{OFFICES})(?: \S+){{0,3}}? nao)\b|\bphoi hop(?: la ai)?$"
)
_WHOLE_YEAR: Final = re.compile(r"\b(?:ca|quanh|hang) (?:nam|thang|quy|tuan)\b")
"""Before "nào" the year of "việc cả năm nào" is not what is asked for."""
_TO_BE_LISTED: Final = re.compile(
    rf"^(?:\S+ ){{0,2}}?(?:loc|trich|thong ke|liet ke)(?: (?:dum|giup|gium|ho|cho|ra|lai|toi|em|minh|anh|chi))* (?:o |tai |trong )?(?:phu luc|danh muc|ke hoach)\b"
    rf"|^(?:\S+ ){{0,2}}?(?:thong ke|tong hop|ra soat|loc|trich|liet ke|ke|tim)(?: (?:dum|giup|gium|ho|cho|ra|lai|toi|em|minh|anh|chi))*"
    rf" (?:cac |nhung |toan bo |moi )?(?:{THINGS})\b"
    rf"|\b(?:cho biet|cho xin|neu|tim) (?:cac |nhung )?(?:{THINGS}) (?:co|ma|phai) "
    rf"|(?:^|[:–-]\s*)(?:cac|nhung) (?:muc|dong|{THINGS}) (?:ma )?do \S.* (?:chu tri|phoi hop|phu trach|tham muu|thuc hien|dau moi)\W*$"
    rf"|(?:^|[:–-]\s*)(?:cac |nhung )?(?:{THINGS}) (?:ma )?co (?:ghi chu|san pham|ket qua|dau ra)(?: (?:la|ghi))* (?!khong\b)\w"
)
"""Folded: a bidding to put rows together ("Thống kê giúp tôi nhiệm vụ …"), where no question word follows."""
_TOGETHER: Final = re.compile(
    r"\b(?:ai|nao) (?:(?:\S+ )?vai cho (?:la )?|(?:\S+ ){0,2}?)(?:phoi hop|cung lam|lam cung|cung tham da|phu (?:mot|dup|tai|them|voi)\b|chung tai|gop tai|gop suc|chung suc)\b"
    rf"|\b(?:lam cung|lam chung|cung lam)(?: voi)? (?:nhung |cac )?(?:ai|(?:{OFFICES}) nao)\b"
)
_ALSO_JOINT: Final = re.compile(r"\bchu chi (?:\S+ ){0,3}?(?:dong|cung|chung) chu chi\b")
"""Joint leads beside leads alone: no condition."""
_JOINT: Final = re.compile(
    r"(?<!hội )(?<!hợp )(?<!hoi )(?<!hop )(?<!lao )(?<!hoạt )(?<!hoat )\b(?:đồng|dong) ch"
    r"|\b(?:cùng|cung|chung) ch|\bch[ủu] (?:tr|ch)[ìi] (?:chung|cùng|cung)\b"
)
"""Words for leading together; "lao động chủ trì" only sounds like one."""
_QUESTION_WORDS: Final = frozenset(map(sound, ("ai", "nào", "mấy", "đâu", "bao", "sao")))
_VERBS: Final = tuple(
    map(sound, ("chủ trì", "phối hợp", "làm chính", "hạn", "kết quả", "sản phẩm", "đầu mối", "cùng làm"))
)
"""Column words that questions about other columns hold as well."""
_SEVERAL_OF: Final = re.compile(
    rf"(?<!{sound('thiểu')})(?<!{sound('nhất')})(?<!{sound('đạt')}) {sound('mấy')} (?!{sound('cái')} |{sound('phần')} )"
)
_FEW_LAST: Final = re.compile(
    r"(?i)(?<!số )(?<!so )\b(?:mấy|may)(?:\s*[,;?]|\s+(?:và|va|rồi|roi|với|voi|luôn|luon|đồng thời|dong thoi)\b)"
)
"""At the end of a piece "mấy" asks for a number."""
_DUE_LAST: Final = re.compile(r"\bhan\s*[?:]?\s*$", re.IGNORECASE)
"""Without accents "hạn" is heard where nothing follows."""
_NO_COLUMN: Final = re.compile(
    r"\b(?:(?:dia|van) ban|(?:mang )?sa hoi) nao\b|\b(?:cham|dung|che|vuot|cip|bao dam|dam bao) tien do(?: nao)?\b"
    rf"|\b(?:{either('tập trung', 'chú trọng', 'đầu tư', 'hướng', 'dồn', 'ưu tiên', 'trọng tâm')})(?: \S+){{0,3}}? {sound('vào')}(?: (?:nhung|cac|mai|nhom))* (?:{OFFICES}) nao\b"
)
"""Ends like "ban nào", "hội nào", which ask for an office and here for what is aimed at, or like "tiến độ nào", which asks for a time."""
_BAN: Final = re.compile(rf"{_NO_COLUMN.pattern}|\bban nao\b")
_SOUNDS_LIKE_BAN: Final = re.compile(r"(?i)\b(?:cơ|căn|kịch|nguyên|phiên) bản nào\b(?!.*\bban nào\b)")
_FORCE: Final = re.compile(r"(?i)\blực nào\b(?!.*\blúc nào\b)|\b(?:chu|nguon) luc nao\b")  # sounds like "lúc nào"
_NUMBER_ASKED: Final = re.compile(r"\bsố nào\b")
"""Sounds like "sở nào"."""
_EACH_TIME: Final = re.compile(r"\b(?:moi|mot|1|hang) (?:ngay|tuan|thang|quy|nam) may\b")
_NOTE: Final = sound("ghi chú")
_WHAT_UNIT: Final = sound("đơn vị gì")
_SURELY: Final = 2
"""What `_asking` gives for a phrase with a question word."""
_SPOKEN_FLAGS: Final = {
    "joint": "condition.joint",
    "continuous": "condition.continuous",
    "whole_year": "condition.whole_year",
    "compare": "ask.compare",
    "groups": "ask.group",
    "recipient": "ask.recipient",
    "frequency": "ask.frequency",
    "report": "ask.report",
}
_TYPED_FLAGS: Final = {
    "blank": "condition.blank",
    "outside": "ask.outside",
    "overdue": "condition.overdue",
    "undated": "condition.undated",
}
_EVERY_WORK: Final = re.compile(r"\s*(?:mọi|tất cả các|toàn bộ các) (?:việc|nhiệm vụ|công việc)\b")
_LIST: Final = sound("danh sách")
_MADE_LIST: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('gửi', 'nộp', 'lập', 'cung cấp', 'đề xuất', 'niêm yết', 'công bố', 'chốt', 'duyệt')))})"
    rf" (?:cac |nhung )?{_LIST}\b|^(?:ban )?{_LIST} (?!(?:cac |nhung )?(?:nhiem vu|viec|bao cao)\b)(?:\S+ )*?"
    rf"(?:gui|nop|chinh|{sound('chuyển')}|{sound('bàn giao')})(?: (?:cho|den|toi|ve|len|sang))* (?:ai|dau|(?:\S+ ){{1,2}}nao)\b"
)
_WHEN: Final = re.compile(
    r"\b(?:hom|ngay|thang|quy|nam|tuan|khi|luc|thoi (?:gian|diem|han)) (?:nao|may)\b|\b(?:bao (?:gio|lau)|(?:han|may) ngay)\b"
)
"""Folded: a day is asked for."""
_OF_ROWS: Final = re.compile(rf" (?:(?:cac|nhung) )?(?:{THINGS})\b")
_NAMED_LIST: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('về', 'vào', 'trong', 'trên', 'theo', 'từ', 'với', 'khỏi')))}) (?:cac |nhung |moi )?{_LIST}\b(?! (?:cac |nhung )?(?:{THINGS})\b)"
)
"""A list that something else is said of: "khiếu nại về danh sách cử tri"."""
_AND_THE_OTHER: Final = re.compile(r"\w\s*[,;?.]\s*(?:the |vay )?con (?:cua |o |tai |ben |phia |theo |voi )?\w")
"""Folded: the same asked of another: "… khi nào, còn ở phường B thì sao"."""
_WROTE: Final = re.compile(r"\bghi\b")
_WHAT: Final = re.compile(r"\bgi\b")
"""Folded: "ghi" sounds like "gì", which ends much that asks for a list ("hoàn thành gì")."""


def read_intent(spoken: str, typed: str) -> Intent:
    """A count, a list or one fact. A bare "các nhiệm vụ" asks for a list only without a question word."""
    folded = fold(typed)
    if "ghi chu" in folded:  # sounds like "gì, chú"
        spoken = spoken.replace(_NOTE, " ")
    if asks_count(spoken, folded):
        return Intent.COUNT
    if ends_with_work(folded):
        return Intent.LIST
    one = any(pattern.search(spoken) for pattern in (_UNIT_OF_ONE, _UNITS_OF, *NO_ROWS))
    if one or asks_purpose(spoken, typed) or asks_note_of_one(folded):
        return Intent.FACT
    which = _WHICH.search(folded)
    if which and asks_of_doing(folded, which, THINGS):
        return Intent.FACT
    if (which and not _OTHER_WHICH.search(_WHOLE_YEAR.sub("", which[0]))) or find_phrase(
        spoken, _listing(folded, spoken)
    ):
        return Intent.LIST
    if names_condition(spoken) or (names_work(folded) and not _ASKED.search(folded)):
        return Intent.LIST
    if (
        _PART_WHICH.search(folded)
        or _FALLING_DUE.search(folded)
        or (_TO_BE_LISTED.search(folded) and not _ASKED.search(folded))
    ):
        return Intent.LIST
    single = asks_cell_of_one(folded) or _ASKED.search(folded)
    rows = find_phrase(spoken, heard("ask.list_bare")) or _EVERY_WORK.match(tone_normal(typed))
    return Intent.LIST if rows and not single else Intent.FACT


_CENTRE: Final = (sound("trung tâm nào"), sound("đơn vị nào"))  # it ends like "tầm nào"
_TIME: Final = sound("thời gian")
_TIME_SAVED: Final = re.compile(
    r"(?:\bgiam|\brut ngan|\btiet kiem|%)(?: (?:it nhat|toi thieu|bot|duoc|tren|\d+%))* thoi gian\b"
)
"""Time that the work itself makes shorter is no deadline: "cắt giảm 30% thời gian"."""
_DUE: Final = sound("hạn")
_NO_DUE: Final = re.compile(
    r"\bhan (?:che|han|hep|muc|dien|ngach)\b|\b(?:quyen|gioi|huu|vo|cong|tre|qua|dung|cham|som|truoc) han\b"
)
_DUE_WORD: Final = re.compile(rf"\b{_DUE}\b")
"""Folded: other words that "hạn" is part of ("hạn chế"), and what is late or in time, which says no more of the day."""
_PRODUCT: Final = sound("sản phẩm")
_IN_CHARGE: Final = sound("ai phụ trách")  # begins like "ai phụ", which asks for helpers
_ONLY_SOUNDS: Final = re.compile(rf"{sound('kết quả đầu ra')}|{sound('báo cáo viên')}\b(?! (?:kiem|han|khoa|nghien)\b)")
"""Holds "qua đâu", and "báo cáo" in a person's name; "báo cáo Viện kiểm sát" sounds like that."""
_PRODUCTS_COUNTED: Final = re.compile(r"\b(?:may|bao nhieu) san pham\b(?! (?:gi|nao))")
"""How many are asked, not what is made."""


def _listing(folded: str, spoken: str) -> tuple[str, ...]:
    """The phrases that ask for a list, without those that end in "gì" where only "ghi" was typed.

    A list that some office draws up or sends ("gửi danh sách … về sở nào") is none that is asked for.
    """
    phrases = heard("ask.list")
    named = _NAMED_LIST.search(spoken) and _ASKED.search(folded)
    made = _MADE_LIST.search(spoken)
    if named or (made and (_WHO.search(spoken) or (_WHEN.search(folded) and not _OF_ROWS.match(spoken, made.end())))):
        phrases = tuple(one for one in phrases if one != _LIST)
    only_wrote = _WROTE.search(folded) and not _WHAT.search(folded)
    return tuple(one for one in phrases if not one.endswith(" gi")) if only_wrote else phrases


def _for_columns(spoken: str, typed: str) -> str:
    """The question without what only sounds like a column or an office: "quyền cơ bản nào" asks for no "ban nào"."""
    typed = tone_normal(typed)
    other = _SOUNDS_LIKE_BAN.search(typed) is not None
    spoken = spoken.replace("luc nao", "") if _FORCE.search(typed) else spoken
    return (_BAN.sub("", spoken) if other else _NO_COLUMN.sub("", spoken)).replace(*_CENTRE)


def read_role(spoken: str, typed: str) -> str:
    """The column that a fact question asks for; "" when it names none."""
    if cites_in_note(spoken):
        return "note"
    if asks_why(spoken, typed) or asks_use(spoken):
        return ""
    spoken = _for_columns(spoken, typed)
    phrases = [(phrase, name) for name in COLUMNS if (phrase := _phrase(name, spoken, typed))]
    phrases = without_told(spoken, phrases, [one for one in phrases if _asking(one[0]) == _SURELY])
    found = [(_asking(phrase), len(phrase), name) for phrase, name in phrases]
    role = max(found, key=lambda one: one[:2])[2] if found else ""
    if role == "support" and _WHO_ACTS.search(spoken) and not _WITH_WHOM.search(spoken):
        role = "lead"
    asked = spoken.replace("so nao", "") if _NUMBER_ASKED.search(tone_normal(typed)) else spoken
    only_named = not any(_asking(phrase) == _SURELY for phrase, name in phrases if name == role)
    who = role == "lead" or (not role and (_WHO.search(asked) or _PLACE_ACTS.search(spoken)))
    who = who or (only_named and asks_only_who(f" {asked} ", role, typed, _WHO_BESIDE))
    if who:
        return "support" if _TOGETHER.search(spoken) else "lead"
    role = role or ("due" if ends_with_end(fold(typed)) else "")
    return role or ("value" if names_figure(spoken) else "")


def _phrase(column: str, spoken: str, typed: str) -> str | None:
    """The longest phrase for a column, of those with a question word where one has it.

    One of a single syllable must be spelt as written, for much sounds like it.
    """
    phrases = _phrases_of(column, typed)
    phrase = find_phrase(spoken, phrases)
    last = column == "due" and not has_accents(typed) and _DUE_LAST.search(typed)
    if phrase and " " not in phrase and not last and not says(typed, _spellings(column, phrase)):
        return find_phrase(spoken, [one for one in phrases if " " in one])
    return find_phrase(spoken, _sure_phrases(column)) or phrase


@cache
def _sure_phrases(column: str) -> tuple[str, ...]:
    """The phrases for a column of several words, a question word among them."""
    return tuple(one for one in heard(f"column.{column}") if _asking(one) == _SURELY and " " in one)


def _tells_no_due(typed: str) -> bool:
    """Whether every "hạn" typed is part of another word or says what is late or in time."""
    folded = fold(typed)
    return bool(_NO_DUE.search(folded)) and not _DUE_WORD.search(_NO_DUE.sub("", folded))


_ONLY_HEARD: Final[tuple[tuple[str, Callable[[str], object], Callable[[str], bool]], ...]] = (
    ("value", lambda typed: PLURAL.search(fold(typed)), lambda one: one == FEW_WORD),
    ("value", lambda typed: "mục nào" in tone_normal(typed).lower(), lambda one: one.endswith("muc nao")),
    ("result", lambda typed: _PRODUCTS_COUNTED.search(fold(typed)), lambda one: one == _PRODUCT),
    ("lead", lambda typed: _NUMBER_ASKED.search(tone_normal(typed)), lambda one: one.startswith("so nao")),
    ("unit", lambda typed: not asks_measure(sound(typed)), lambda one: one == _WHAT_UNIT),
    ("note", lambda typed: not _WROTE.search(fold(typed)), lambda one: one.startswith("gi ")),
    ("support", lambda typed: _IN_CHARGE in sound(typed), lambda one: f"{_IN_CHARGE} ".startswith(f"{one} ")),
    ("due", _tells_no_due, lambda one: one == _DUE),
    ("due", lambda typed: _EACH_TIME.search(fold(typed)), lambda one: one.endswith(f" {FEW_WORD}")),
    ("due", lambda typed: _TIME_SAVED.search(fold(typed)), lambda one: one == _TIME),
)
"""By column, of what was typed whether some of its phrases are only heard, and which: "mấy" for several, "việc gì, chủ trì" for a note."""


def _phrases_of(column: str, typed: str) -> tuple[str, ...]:
    """The phrases for a column but those that are only heard."""
    amiss = [drops for name, only_heard, drops in _ONLY_HEARD if name == column and only_heard(typed)]
    return tuple(one for one in heard(f"column.{column}") if not any(drops(one) for drops in amiss))


def _spellings(column: str, phrase: str) -> Iterable[str]:
    return (one for one in written(f"column.{column}") if sound(one) == phrase)


def read_roles(spoken: str, typed: str) -> tuple[str, ...]:
    """Every column asked for in words that can mean nothing else, in the order asked; a unit of measure only beside others."""
    if asks_why(spoken, typed) or asks_use(spoken):
        return ()
    held = f" {_for_columns(spoken, typed)} "
    spans: list[tuple[int, int, str]] = []
    for name in COLUMNS:
        phrases = (one for one in likely(held, _phrases_of(name, typed)) if f" {one} " in held and _is_sure(one, name))
        phrase = next((one for one in phrases if " " in one or says(typed, _spellings(name, one))), None)
        if phrase:
            at = held.find(f" {phrase} ")
            spans.append((at, at + len(phrase), name))
    kept = [one for one in sorted(spans) if not any(_within_longer(one, other) for other in spans)]
    # "Mấy" before what is no figure only makes it several: "xây mấy nền tảng thì ai lo".
    few = [one for one in kept if one[2] == "value" and _SEVERAL_OF.match(held, one[0]) and not _FEW_LAST.search(typed)]
    kept = [one for one in kept if one not in few or len(kept) == len(few)]
    named = [(held[start + 1 : end + 1], name) for start, end, name in kept]
    asked = without_told(spoken, named, [one for one in named if _asking(one[0]) == _SURELY])
    kept = [one for one, named_so in zip(kept, named, strict=True) if named_so in asked]
    kept += helpers_too(held, kept)
    too = who_too(held, kept, _WHO_BESIDE)
    names = tuple(one[2] for one in sorted([*kept, too] if too else kept))
    return () if names == ("unit",) else names


def _within_longer(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Whether two stretches meet and the other is the longer."""
    return other[0] < one[1] and one[0] < other[1] and other[1] - other[0] > one[1] - one[0]


def _is_sure(phrase: str, column: str) -> bool:
    asking = _asking(phrase)
    return asking == 2 or (asking == 1 and " " in phrase and column != "value")


@cache  # of the phrases in the lists, which are few
def _asking(phrase: str) -> int:
    """2 for phrases with a question word, 1 for unmistakable names of columns, 0 for verbs met anywhere."""
    if any(word in _QUESTION_WORDS for word in phrase.split()) or phrase.startswith("chi "):
        return 2
    return 0 if phrase in _VERBS else 1


def read_flags(spoken: str, typed: str) -> frozenset[str]:
    """The conditions and sorts of question that are met by their words alone."""
    flags = {flag for flag, name in _SPOKEN_FLAGS.items() if find_phrase(_ONLY_SOUNDS.sub("", spoken), heard(name))}
    flags |= {flag for flag, name in _TYPED_FLAGS.items() if says(typed, written(name))}
    if _AND_THE_OTHER.search(fold(typed)):
        flags.add("compare")
    if MONEY_OF.search(spoken) or COSTS.search(spoken) or asks_number_to_call(typed):
        flags.add("outside")
    if NAME_OF_A_THING.search(spoken) or SHARE_OF_MONEY.search(typed):
        flags.discard("outside")
    if _ALSO_JOINT.search(spoken) or not _JOINT.search(tone_normal(typed) if has_accents(typed) else fold(typed)):
        flags.discard("joint")
    return frozenset(flags | {"until_now"} if until_now(typed) else flags)
