"""To whom a plan itself is sent: all of its recipients, those marked for one purpose, or where it is filed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import either, find_phrase, sound
from rag.query.asks import OFFICES
from rag.query.question import Query

_SHORT_MARKS: Final = {"b/c": "báo cáo", "p/h": "phối hợp", "t/h": "thực hiện"}
_PURPOSES: Final = tuple(map(sound, ("báo cáo", "phối hợp", "thực hiện", "theo dõi", "chỉ đạo")))
"""For what a plan is sent, as lists of recipients mark it: "UBND tỉnh (báo cáo)", "Sở Nội vụ (p/h)"."""
_FOR: Final = rf"\bde (?:{'|'.join((*_PURPOSES, sound('biết')))})\b"
_WHOM: Final = rf"(?:nhung |cac )?(?:ai|dau|(?:noi|cap|{OFFICES}) nao)\b"
_SENT_FOR: Final = re.compile(
    rf"^(?:\S+ ){{0,3}}?(?:ce hoach|van ban)\b.* gui (?:di )?(?:(?:cho |den |toi |ve )?{_WHOM}.*{_FOR}|{_FOR}.*{_WHOM})"
)
"""The plan is what is sent: "kế hoạch … gửi ai để báo cáo", "kế hoạch … gửi để báo cáo những ai"."""
_GETS_FOR: Final = re.compile(
    rf"^(?:\S+ ){{0,3}}?{_WHOM} (?:duoc |co )?(?:gui|nhan)(?: duoc)? (?:ban )?(?:ce hoach|van ban)\b.* {_FOR}$"
)
"""The same from the other side: "cơ quan nào nhận kế hoạch … để báo cáo"."""
_GOES_TO: Final = rf"gui (?:di )?(?:cho |den |toi |ve )?{_WHOM}"
_PLAN_IS_SENT: Final = re.compile(rf"^(?:ban )?ce hoach\b.* {_GOES_TO}")
_SENT_AS_REPORT: Final = re.compile(
    rf"^(?:\S+ ){{0,3}}?(?:ce hoach|van ban)\b.* gui (?:di )?(?:de )?{sound('báo cáo')} (?:cho |den |toi |ve )?{_WHOM}"
)
"""The same said shorter, "kế hoạch … gửi báo cáo những nơi nào": of the plan only where its list of recipients marks some so."""
_PLAIN: Final = (
    re.compile(rf"\bce hoach\b.* {_GOES_TO}"),
    re.compile(rf"\bgui (?:ban )?ce hoach\b.*? (?:cho |den |toi |ve ){_WHOM}"),
    re.compile(rf"{_WHOM} (?:duoc )?nhan (?:duoc )?(?:ban )?ce hoach\b"),
    re.compile(r"\b(?:ban )?luu\b.* (?:o|tai) (?:dau|\S+(?: \S+)? nao)\b"),
    re.compile(r"\b(?:noi|phan|muc|dong|cho|bo phan|ban) luu\b.* (?:gi|(?:the|nhu the|ra) (?:nao|sao)|nao|dau)$"),
    re.compile(r"(?:bo phan|don vi|noi|phong|cho) nao luu\b"),
)
_SENDING: Final = tuple(
    map(
        sound,
        (
            "gửi",
            "nhận",
            *(
                "bản lưu",
                "nơi lưu",
                "phần lưu",
                "mục lưu",
                "dòng lưu",
                "chỗ lưu",
                "lưu trữ",
                "lưu",
                "ký hiệu",
                "viết tắt",
            ),
            "cơ quan",
            "đơn vị",
            "bộ phận",
            "nơi",
            "sở",
            "trường",
            "nhà trường",
            "phòng",
            "bộ",
            "ban",
            *("hội", "ghi", "là", "ở", "tại", "trong", "được", "như thế", "cuối"),
            "doanh nghiệp",
            "công ty",
            "tổ chức",
            "đoàn thể",
        ),
    )
)
_LIST: Final = sound("nơi nhận")
_KIND: Final = re.compile(r"((?:\S+ ){1,3})nao\b")
_ANY_KIND: Final = frozenset(map(sound, ("cơ quan", "quan", "đơn vị", "vị", "nơi", "bên", "chỗ", "tổ chức", "chức")))
"""Words for recipients of any sort, and their last syllables."""
_SORT: Final = re.compile(rf"\b({OFFICES}) nao\b")
_MANY: Final = re.compile(r"^(?:(?:cac|nhung) )+")
_HEAD_OF: Final = re.compile(rf"(?:{either('bộ trưởng', 'cục trưởng', 'vụ trưởng', 'ban chỉ đạo viên')})\b")
"""A person whose post begins like an office."""
_FILED: Final = re.compile(r"\bluu\b")
_MARK: Final = re.compile(r"\s*;?\s*\(\s*(?:để\s+)?([^()]*?)\s*\)\s*$", re.IGNORECASE)
_OF: Final = re.compile(r" nao cua (\S+ \S+)")
_DESCRIBED: Final = re.compile(
    rf"(?<= nao) (?:{either('của', 'thuộc', 'trong', 'bên', 'về', 'đại diện cho', 'cho')}) (?:(?:{either('giới', 'khối', 'ngành', 'lĩnh vực', 'các', 'những')}) )*"
    rf"(?P<whose>(?!{either('kế hoạch', 'văn bản')}\b)\S+(?: (?!{either('không', 'gì', 'nào', 'và')}\b)\S+){{0,3}})(?= )"
)
"""Says more of what sort a recipient is: "hội nào | của giới nhà giáo"."""


def asks_recipients(query: Query, library: Library) -> bool:
    """Whether the question is of nothing but to whom the plan that it names is sent, or where it is filed."""
    if query.plans is None:
        return False
    if sent_for(query):
        return True
    sent = _PLAN_IS_SENT.search(query.spoken) is not None
    words = query.unpointed.drop_matches(_DESCRIBED) if sent else query.unpointed
    left = words.drop((*heard("filler.header"), *_SENDING)).content()
    rest = [word for word, weight in left.items() if weight >= 1]
    if rest and sent:  # what is sent is the plan by its issuer's name or its title
        own = [library.profiles[number].own_words for number in query.plans]
        return any(words.issuperset(rest) for words in own)
    return not rest and any(pattern.search(query.spoken) for pattern in _PLAIN)


def files_else(query: Query) -> bool:
    """Whether something else than the plan is filed or kept: "dữ liệu của Sở A lưu ở đâu"."""
    if _FILED.search(query.spoken) is None or find_phrase(query.spoken, (*heard("noun.plan"), sound("văn bản"))):
        return False
    left = query.unpointed.drop((*heard("filler.header"), *heard("header.recipients"), *_SENDING)).content()
    return any(weight >= 1 for weight in left.values())


def sent_as_report(query: Query, library: Library) -> bool:
    """Whether those are asked for to whom the one plan meant is sent "(báo cáo)"; whoever else reports is not named."""
    if query.plans is None or len(query.plans) != 1 or query.actors or not _SENT_AS_REPORT.search(query.spoken):
        return False
    number = next(iter(query.plans))
    said = query.unpointed.drop((*heard("filler.header"), *_SENDING, sound("báo cáo"))).content()
    marked = any(sound("báo cáo") in _mark(value) for value in library.plans[number].header.recipients)
    return marked and all(word in library.profiles[number].words for word, weight in said.items() if weight >= 1.0)


def sent_for(query: Query) -> bool:
    """Whether the question asks to whom a plan is sent for some purpose."""
    return _SENT_FOR.search(query.spoken) is not None or _GETS_FOR.search(query.spoken) is not None


def recipients_asked(query: Query, values: tuple[str, ...]) -> tuple[str, ...]:
    """Of the recipients, those asked for: marked for a purpose (the mark off), where it is filed, or one kind of office."""
    if sent_for(query) or _LIST in query.spoken or _SENT_AS_REPORT.search(query.spoken):
        purpose = next((one for one in _PURPOSES if one in query.spoken), "")
        marked = [value for value in values if purpose in _mark(value)]
        of = _OF.search(query.spoken)
        own = [value for value in marked if of and f" {of[1]}" in f" {sound(value)}"]
        if purpose and marked:
            plain = [_MARK.sub("", value).strip() for value in own or marked]
            return tuple(_of_kind(query, plain) or plain)
        if purpose == sound("báo cáo"):
            return ()
    if _FILED.search(query.spoken):
        return tuple(value.partition(":")[2].strip() or value for value in values if value.startswith("Lưu"))
    found = _of_kind(query, values)
    described = _DESCRIBED.search(f" {query.spoken} ") if found else None
    if described and (
        own := [value for value in found if set(described["whose"].split()) & set(sound(value).split()[1:])]
    ):
        return tuple(_saying_most(own, described["whose"].split()))
    if described and _PLAN_IS_SENT.search(query.spoken) and not described["whose"].split()[0].isdigit():
        return ()
    return tuple(found) or (() if query.asked_head or _of_one_sort(query) else values)


def _saying_most(values: Sequence[str], words: Sequence[str]) -> list[str]:
    """Those of the values that hold the most of the words."""
    held = [len(set(words) & set(sound(value).split())) for value in values]
    return [value for value, size in zip(values, held, strict=True) if size == max(held)]


def _of_one_sort(query: Query) -> bool:
    """Whether one sort of recipient is asked for: "gửi doanh nghiệp nào"."""
    asked = _SORT.search(query.spoken)
    return asked is not None and asked[1] not in _ANY_KIND


def _of_kind(query: Query, values: Sequence[str]) -> list[str]:
    """The recipients of the sort that the question asks for: "gửi bộ nào", "doanh nghiệp nào có trong nơi nhận"."""
    named = _KIND.search(query.spoken)
    words = named[1].split() if named else []
    for start in range(len(words)):
        kind = " ".join(words[start:])
        named_so = ((value, _MANY.sub("", f"{sound(value)} ")) for value in values)
        found = [value for value, name in named_so if name.startswith(f"{kind} ") and not _HEAD_OF.match(name)]
        if found and kind not in _ANY_KIND:
            return found
    return [value for value in values if sound(value).split()[:1] == [query.asked_head]] if query.asked_head else []


def _mark(value: str) -> str:
    """What a recipient is marked with, as it sounds; "" without a mark."""
    found = _MARK.search(value)
    mark = re.sub(r"\s", "", found[1].lower()) if found else ""
    return sound(_SHORT_MARKS.get(mark, found[1])) if found else ""
