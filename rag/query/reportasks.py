"""What a question asks of a reporting duty, by its words: to whom, how often, how, who, and which comes next."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rag.language.phrases import heard
from rag.language.words import find_phrase, sound
from rag.query.question import Query

OFFICE: Final = (
    r"(?:(?:nhung )?ai|(?:nhung )?dau(?! (?:tu|moi|nam|ra|vao|tien)\b)|(?:nhung |cac )?(?:dau moi|bo|so|phong|cuc|vu|vien|ban|cap|noi|ben|hoi|ui ban|chung tam|chi cuc|van phong|co quan|don vi)"
    r"(?: (?!ci\b|khi\b|luc\b|ngai\b|hom\b|thang\b|qui\b|nam\b|tuan\b|han\b|dip\b|the\b)\S+)? nao)\b"
)
"""A unit asked for, as it sounds: "sở nào", "cơ quan cấp trên nào"."""
TO_WHOM: Final = re.compile(
    rf"(?<!dong )\bbao(?: \S+){{0,4}}? (?:len|ve|cho|toi|den|qua|voi) {OFFICE}"
    rf"|\b(?:bao cao|nop|gui|(?<!tuien )chuien(?! (?:da|mon|de|muc|nganh|doi|vien|sau)\b)|phan anh|tham muu)(?: \S+){{0,16}}?"
    rf" (?:len|ve|cho|toi|den|qua|(?<!phoi hop )voi) {OFFICE}"
    rf"|\bbao cao (?:cap chen )?(?:la )?{OFFICE}|\b(?:gui|nop)(?: ve| cho)? {OFFICE}"
    rf"|(?<!cho ){OFFICE} (?:\S+ ){{0,9}}?(?:tiep )?nhan (?:\S+ )?bao cao\b"
)
_SENT: Final = "|".join(
    map(
        sound,
        (
            "báo cáo",
            "kết quả",
            "khó khăn",
            "vướng mắc",
            "kiến nghị",
            "ý kiến",
            "hồ sơ",
            "số liệu",
            "phản ánh",
            "sơ kết",
            "tổng kết",
            "đề xuất",
            "góp ý",
            "bản tổng hợp",
            "thông tin",
        ),
    )
)
RECEIVES: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('nơi', 'địa chỉ', 'chỗ')))}) (?:{sound('tiếp')} )?(?:{sound('nhận')}|{sound('gửi')}) (?:(?:cac|nhung|ban|bang) )*(?:{_SENT})\b"
    rf"|(?<!cho ){OFFICE} (?:la (?:noi |don vi |co quan )?)?(?:{sound('tiếp')} )?{sound('nhận')} (?:(?:cac|nhung|ban|bang) )*(?:{_SENT})\b"
)
"""Asks for the one who gets what is sent, by that one's part: "nơi nhận kết quả …", "ai là nơi tiếp nhận …"."""
WHO: Final = re.compile(
    rf"(?<!cho )(?<!ve )(?<!len )(?<!qua )(?<!voi )(?<!toi )(?<!cao )(?<!gui )(?<!nop )\b(?!dau){OFFICE} "
    r"(?:(?!ci\b|nhan\b)\S+ ){0,3}?(?:bao cao|gui|nop|tong hop)\b|"
    rf"\bdo {OFFICE} (?:bao cao|gui|nop|tong hop)\b"
)
HOW_OFTEN: Final = re.compile(
    r"\b(?:bao lau|mai (?:ngai|tuan|thang|qui|nam)) (?:\S+ ){0,14}?(?:mot|1) lan\b|\bmai (?:lan|ci) (?:mot|1|chong|moi)\b"
)
_HOW: Final = re.compile(r"(?<!dinh ci )(?<!dinh ci nhu )\b(?:the nao|ra sao|cieu gi|cach nao)\b")
_WHEN: Final = tuple(map(sound, ("khi nào", "bao giờ", "lúc nào", "chừng nào", "hôm nào", "thời điểm nào", "dịp nào")))
_DEADLINE: Final = tuple(map(sound, ("thời hạn", "hạn", "hạn chót", "hạn nộp")))
"""Beside one of these "thế nào", "ra sao" ask for the day."""
NEAREST: Final = tuple(
    map(
        sound, ("gần nhất", "sắp tới nhất", "sắp tới", "kỳ tới", "tiếp theo", "kế tiếp", "lần tới", "lần sau", "kỳ sau")
    )
)
_NEXT: Final = re.compile(r"\b(?:lan|ci|dot) bao cao (?:toi|sau|ce tiep|tiep)\b")
_FIGURE: Final = re.compile(
    r"\b(?:dat|ti le|chi tieu|so luong)\b.*\b(?:bao nhieu|mai)\b|^(?:chi tieu|ti le)\b|\bphan cham\b"
    r"|\b(?:bao nhieu|mai) (?:bao cao(?! (?:mot|1|chong|moi)\b)|phan anh|don|cien nghi)\b"
)
"""Asks for a figure of which reports are counted, not for when they are due."""
_LINKED: Final = re.compile(rf"\b{sound('sơ kết')} {sound('nối')}\b")
"""Sounds like "sơ kết": "môi trường số, kết nối"."""
_SENT_REGULARLY: Final = re.compile(
    rf"\b(?:{sound('gửi')}|{sound('nộp')}) (?:cac |bang )?(?:{'|'.join(map(sound, ('số liệu', 'thống kê', 'kết quả', 'thông tin', 'danh sách', 'tình hình')))})\b"
    r"(?=.*\b(?:hang|moi|dinh ci) (?:ngai|tuan|thang|qui|nam)\b)"
)
"""What is sent again and again is a report: "gửi số liệu hằng tháng"."""
ADVISES: Final = sound("tham mưu")
_ADVISER: Final = re.compile(
    rf"(?<!cho ){OFFICE} (?:\S+ ){{0,2}}?{ADVISES} (?!(?:cho )?{OFFICE})"
    rf"|^(?:(?:{'|'.join(map(sound, ('cơ quan', 'đơn vị', 'nơi', 'bên', 'phòng', 'ban', 'bộ phận', 'người', 'tổ chức')))}) )+(?:\S+ ){{0,4}}?{ADVISES} (?!(?:cho )?{OFFICE}).* (?:la|gom) {OFFICE}"
)
_ADVISED: Final = re.compile(rf"\btham muu (?:cho )?{OFFICE}")


def names_reporting(query: Query) -> bool:
    """Whether the question names reporting itself, not merely something that is sent."""
    return find_phrase(query.spoken, heard("ask.reporting")) is not None


def asks_share(query: Query) -> bool:
    """Whether a figure is asked for in which reports are told of: "bao nhiêu báo cáo … qua hệ thống"."""
    asked = query.role == "value" and _FIGURE.search(query.spoken) is not None
    return asked and not (asks_how_often(query) or asks_whom(query) or asks_next(query))


def only_links(query: Query) -> bool:
    """Whether nothing but "số, kết nối" sounds like a review."""
    told = _LINKED.sub(" ", query.spoken)
    return told != query.spoken and find_phrase(told, heard("ask.report")) is None


def asks_whom(query: Query) -> bool:
    """Whether the one who gets the report is asked for."""
    return "recipient" in query.flags or asks_whom_itself(query.spoken)


@lru_cache(maxsize=64)  # each reader of a question asks
def asks_whom_itself(spoken: str) -> bool:
    """Whether words of a question ask for the one who gets the report, not only for who passes it on."""
    return TO_WHOM.search(spoken) is not None or RECEIVES.search(spoken) is not None


def asks_who(query: Query) -> bool:
    """Whether, beside something else, the one who reports is asked for: "ai báo cáo …, trước ngày nào"."""
    return WHO.search(query.spoken) is not None


def asks_how_often(query: Query) -> bool:
    """Whether the rhythm is asked for."""
    return "frequency" in query.flags or HOW_OFTEN.search(query.spoken) is not None


def asks_how(query: Query) -> bool:
    """Whether the whole duty is asked for: "chế độ báo cáo quy định thế nào"."""
    how = _HOW.search(query.spoken) is not None and names_reporting(query)
    return how and find_phrase(query.spoken, _DEADLINE) is None


def asks_next(query: Query) -> bool:
    """Whether the report that comes next is asked for."""
    return find_phrase(query.spoken, NEAREST) is not None or _NEXT.search(query.spoken) is not None


def asks_when(query: Query) -> bool:
    """Whether a time is asked for in words that a rhythm answers as well as a day does: "khi nào", not "ngày nào"."""
    return asks_next(query) or find_phrase(query.spoken, _WHEN) is not None


def asks_adviser(query: Query) -> bool:
    """Whether the one who helps another to report is asked for: "ai tham mưu Đảng ủy báo cáo"."""
    return _ADVISER.search(query.spoken) is not None


def asks_advised(query: Query) -> bool:
    """Whether the one who is helped to report is asked for: "tham mưu cho ai báo cáo"."""
    return _ADVISED.search(query.spoken) is not None


def sends_regularly(query: Query) -> bool:
    """Whether, of some unit, the day is asked on which it sends figures or results again and again."""
    return query.role == "due" and bool(query.actors) and _SENT_REGULARLY.search(query.spoken) is not None


_OF_REPORTS: Final = ("filler.report", "ask.recipient", "ask.reporting", "column.due", "filler.header")
_REPORTING: Final = frozenset(sound("phải báo cáo hạn nộp gửi deadline cần").split())
"""Words that say of a report only that there is one."""


def beside_reporting(query: Query, least: float) -> list[str]:
    """The words, of that weight or more, that say more than that something is reported, or when."""
    rest = query.unpointed.drop([phrase for name in _OF_REPORTS for phrase in heard(name)])
    return [word for word, weight in rest.content().items() if weight >= least and word not in _REPORTING]
