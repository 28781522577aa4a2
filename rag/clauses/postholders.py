"""Who holds a post ("ai là Giám đốc Trung tâm A", "Chủ tịch UBND xã B tên gì"): the signer, or a person that a row or clause names.

An office that stands near the post in some clause is nobody: where no plan names the person, nothing is told.
"""

from __future__ import annotations

import re
from typing import Final

from rag.answer import Answer, Status
from rag.compose import not_found
from rag.corpus.entries import sections_over
from rag.corpus.library import Library
from rag.language.words import AND, either, sound
from rag.query.question import Query

_HEADS: Final = either(
    "tổng giám đốc", "giám đốc", "tổng cục trưởng", "chi cục trưởng", "cục trưởng", "vụ trưởng", "viện trưởng", "bộ trưởng",
    "thứ trưởng", "hiệu trưởng", "hiệu phó", "hạt trưởng", "trạm trưởng", "đội trưởng", "tổ trưởng", "thủ trưởng", "trưởng phòng",
    "trưởng ban", "trưởng tiểu ban", "trưởng đoàn", "trưởng khoa", "trưởng trạm", "trưởng thôn", "chủ tịch", "chủ nhiệm", "bí thư",
    "chánh văn phòng", "chánh thanh tra", "chánh án", "viện phó", "vụ phó", "tổ phó", "tổng biên tập", "thư ký", "kế toán trưởng",
)  # fmt: skip
_POST: Final = rf"(?P<post>(?:(?:{either('phó', 'quyền', 'đồng chí', 'ông', 'bà', 'vị')}) )*(?:{_HEADS}))"
_ADDRESS: Final = re.compile(rf"^(?:(?:{either('đồng chí', 'ông', 'bà', 'vị')}) )+")
_IN_CHARGE: Final = either("đứng đầu", "người đứng đầu", "lãnh đạo")
_NOW: Final = (
    rf"(?:(?:{either('đang', 'hiện', 'hiện nay', 'hiện tại', 'bây giờ', 'sẽ', 'được cử', 'được phân công')}) )*"
)
_WHO: Final = either("ai", "người nào", "đồng chí nào", "ông nào", "bà nào", "vị nào")
_ASKED: Final = (
    re.compile(
        rf"^(?:\S+ ){{0,4}}?(?:{_WHO}) {_NOW}(?:(?:{either('là', 'làm', 'giữ', 'giữ chức', 'giữ chức vụ', 'đảm nhiệm', 'làm chức')}) )+{_POST}(?: (?P<body>.*))?$"
    ),
    re.compile(rf"^(?:{_WHO}) {_NOW}(?P<post>{_IN_CHARGE})(?: (?P<body>.+))?$"),
    re.compile(
        rf"^(?:\S+ ){{0,6}}?{_POST}(?: (?P<body>.*?))? {_NOW}"
        rf"(?:{sound('là')} (?:{_WHO})|(?:{either('tên', 'họ tên', 'tên tuổi', 'họ và tên')}) (?:{sound('là')} )?(?:{either('gì', 'ai')}))"
        rf"(?: (?:{either('vậy', 'thế', 'nhỉ', 'ạ', 'hả', 'vậy ạ', 'thế ạ', 'đó')}))*$"
    ),
    re.compile(
        rf"^(?:{either('cho biết', 'cho hỏi', 'xin hỏi', 'nêu')} )*(?:{either('họ tên', 'họ và tên', 'tên', 'danh tính')}) (?:{either('của', 'đồng chí', 'ông', 'bà', 'vị')} )*{_POST}(?: (?P<body>.*))?$"
    ),
)
_WHICH: Final = re.compile(rf"(?:^|(?<=\bdo )|(?<=\bcho )){_POST} {sound('nào')} (?!{sound('ký')}\b)")
"""Asks which of one post acts: "phó chủ tịch nào phụ trách …"."""
_ACTS: Final = re.compile(
    rf"\b(?:{either('phụ trách', 'chỉ đạo', 'chủ trì', 'theo dõi', 'ký tên', 'ký ban hành', 'đã ký', 'ký kế hoạch', 'được giao', 'giao cho', 'giao nhiệm vụ', 'giao việc', 'chịu trách nhiệm', 'phải', 'kiểm tra', 'chỉ định', 'bổ nhiệm')})\b"
)
"""Words of somebody's work or signature, by which a person is told otherwise."""
_GROUP: Final = re.compile(
    rf"(?:(?:{either('của', 'cái', 'các', 'trong', 'ở', 'thường trực')}) )*(?:{either('tổ', 'đoàn', 'đội', 'nhóm', 'ban', 'tiểu ban', 'hội đồng', 'cụm')}) "
)
"""A body that is named by its work: "tổ trưởng | tổ kiểm tra kỷ luật"."""
_OF_GROUPS: Final = frozenset(
    sound("tổ đoàn đội nhóm ban tiểu hội đồng cụm kiểm tra giám sát công tác chỉ đạo cái đi các").split()
)
"""Words that many bodies have in their names."""
_MOSTLY: Final = 0.6
"""The share of the words for such a body that the plan must print there."""
_PERSON_ASKED: Final = re.compile(
    rf"\b(?:(?:{either('đồng chí', 'ông', 'bà', 'vị', 'người', 'cán bộ')}) {sound('nào')}|(?:{either('là', 'tên')}) ai|{sound('tên gì')})"
    rf"(?: (?:{either('vậy', 'thế', 'nhỉ', 'ạ', 'hả', 'đó')}))*$"
)
_SENDING: Final = re.compile(
    rf"\b(?:{sound('nhận')}(?! {sound('dân')}\b)|{either('gửi', 'nộp', 'báo cáo', 'chuyển')})\b"
)
_RECIPIENTS: Final = "Nơi nhận"
"""Its lines name offices and groups of people: of who somebody is they tell nothing."""
_AROUND: Final = frozenset(
    sound(
        "của ở tại thuộc trong hiện nay năm kế hoạch này đó theo tỉnh thành phố xã phường huyện đặc khu thị trấn ủy ban nhân dân"
    ).split()
)


def _read(query: Query) -> re.Match[str] | None:
    """The post and the body it is of, where the holder is asked for."""
    if query.quoted or query.pointer.ordinal or query.period:
        return None
    found = next((match for one in _ASKED if (match := one.search(query.spoken))), None)
    body = (found["body"] or "") if found else ""
    return None if _ACTS.search(body) and not _GROUP.match(body) else found


def signing_plans(query: Query, library: Library) -> frozenset[int]:
    """The plans that the holder of the post asked about has signed for the very body that issued them."""
    asked = _read(query)
    if asked is None:
        return frozenset()
    post = asked["post"]
    body = {word for word in (asked["body"] or "").split() if not word.isdigit()} - {AND}
    return frozenset(
        number
        for number, plan in enumerate(library.plans)
        if query.covers(number)
        and plan.header.signer
        and post == sound(plan.header.signer_title or "")
        and body - _AROUND <= _issuing(library, number)
        and body & _issuing(library, number)
    )


def named_holder(query: Query, library: Library, answer: Answer) -> Answer:
    """The answer, refused where the holder of a post is asked for and nobody is told beside the question's own words.

    Refused too where it is asked which of one post does something and what is told names nobody of that post.
    """
    which = _WHICH.search(query.spoken) if answer.status is Status.ANSWERED and not answer.items else None
    post = _ADDRESS.sub("", which["post"]) if which else ""
    if post and not any(f" {post} " in f" {sound(one.quote)} " for one in answer.citations):
        return not_found(query, library)
    if _names_recipients(query, answer):
        return not_found(query, library)
    asked = _read(query) if answer.status is Status.ANSWERED and not answer.items else None
    if asked is None:
        return answer
    heads = _HEADS if re.fullmatch(_IN_CHARGE, asked["post"]) else re.escape(asked["post"])
    printed = " ".join(sound(one.quote) for one in answer.citations)
    said = set(query.spoken.split())
    told = all(not set(sound(one).split()) <= said for one in answer.values)
    told = told and any(one.locator != "Ký" for one in answer.citations)  # the signer's name is told by the head
    told = told and _of_group(asked["body"] or "", library, answer)
    return answer if told and re.search(rf"\b(?:{heads})\b", printed) else not_found(query, library)


def _of_group(body: str, library: Library, answer: Answer) -> bool:
    """Whether the places told of name the body of which the holder of a post is asked, where that is named by its work."""
    files = {one.file for one in answer.citations}
    plans = [number for number, plan in enumerate(library.plans) if plan.file in files]
    known = {word for number in plans for word in library.profiles[number].words} | _AROUND
    known |= _OF_GROUPS
    words = [word for word in body.split() if word not in known] if _GROUP.match(body) else []
    printed = {word for one in answer.citations for word in library.hear(one.quote).split()}
    places = {(one.file, one.locator) for one in answer.citations}
    for number in plans:
        plan = library.plans[number]
        heads = (head for file, place in places if file == plan.file for head in sections_over(plan, place))
        printed |= {word for head in heads for word in library.hear(head.heading).split()}
    return sum(word in printed for word in words) >= _MOSTLY * len(words)


def _names_recipients(query: Query, answer: Answer) -> bool:
    """Whether only those to whom the plan is sent are told to a question that asks who somebody is."""
    told = answer.status is Status.ANSWERED and {one.locator for one in answer.citations} == {_RECIPIENTS}
    return told and bool(_PERSON_ASKED.search(query.spoken)) and not _SENDING.search(query.spoken)


def _issuing(library: Library, number: int) -> frozenset[str]:
    profile = library.profiles[number]
    return frozenset((*sound(library.expander.expand(profile.issuer)).split(), *" ".join(profile.places).split()))
