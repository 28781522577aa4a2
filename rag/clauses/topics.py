"""Sections asked for by what they tell: where the money comes from, how long it takes, whom it is for, in what form.

Hardly any question uses the words of such a heading ("lấy tiền đâu" for "KINH PHÍ THỰC HIỆN"); all else that it says
describes the plan, so that ranking by words finds the plan's title and no section.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ingest.plan import Clause, Plan, Section, SectionKind
from rag.language.spelt import sound_pattern
from rag.language.words import sound
from rag.query.question import Query
from rag.query.subjects import MARKER


@dataclass(frozen=True, slots=True)
class Topic:
    """What a question asks for, how the section about it is headed, and the words that only ask."""

    asked: re.Pattern[str]
    heading: re.Pattern[str]
    asking: frozenset[str]
    role: str = ""


def _topic(asked: str, heading: str, asking: str, role: str = "") -> Topic:
    return Topic(sound_pattern(asked), sound_pattern(heading), frozenset(sound(asking).split()), role)


_MONEY: Final = "kinh phí|nguồn lực|nguồn vốn|nguồn tiền|nguồn|tiền|vốn|ngân sách|chi phí"
FUNDING: Final = _topic(
    rf" (?:{_MONEY}) (?:.* )?(?:đâu|nào|gì|ra sao|thế nào) ",
    r"^(?:nguồn )?(?:kinh phí|ngân sách|nguồn vốn|nguồn lực)",
    "kinh phí nguồn lực tiền vốn ngân sách chi lấy ở từ đâu bố trí thực hiện trả bảo đảm đảm huy động sử dụng dùng khoản "
    "làm triển khai phục vụ cho được trích gì nào ra sao thế do cái này nhiệm vụ hoạt động việc công tác ra",
)
_TOPICS: Final = (
    FUNDING,
    _topic(
        r" ",
        r"^thời gian(?: thực hiện| tổ chức| triển khai| áp dụng)?$",
        "thời gian thực hiện bắt đầu kết thúc diễn ra tổ chức làm triển khai đến từ khi ngày nào hết xong kéo dài trong bao "
        "lâu giờ lúc chừng mấy tháng năm tới thì là cho quy định xác",
        role="due",
    ),
    _topic(
        r" (?:đối tượng|(?:áp dụng|dành) (?:cho|với) (?:những )?(?:ai|đối tượng nào)) ",
        r"^đối tượng",
        "đối tượng áp dụng dành cho với những ai nào gì là thực hiện hướng đến tới gồm",
    ),
    _topic(
        r" hình thức ",
        r"^hình thức",
        "hình thức nào gì những qua bằng thông dưới là gồm bao thực hiện",
    ),
    _topic(r" chủ đề ", r"^chủ đề", "chủ đề nào gì là"),
    _topic(r" địa điểm ", r"^địa điểm", "địa điểm nào gì là ở đâu tổ chức thực hiện diễn ra"),
)
_NOT_MONEY: Final = sound_pattern(" (?:bao nhiêu|mấy|ai|sở nào|đơn vị nào|cơ quan nào|bộ nào|phòng nào) ")
_WHENCE: Final = sound_pattern(" đâu (?:mà )?ra ")
_FROM: Final = re.compile(
    r"(?i)(?<!\w)(?:từ|bằng)\s+((?:các\s+|những\s+)?(?:nguồn|ngân sách|kinh phí|dự toán|định mức|vốn|quỹ)\b.+?)(?=;(?!\s+(?:và\s+)?(?:các\s+)?(?:nguồn|ngân sách|kinh phí|vốn)\b)|\.(?=\s|$)|$)"
)
_NUMERAL: Final = re.compile(r"^(?:[ivxlc]+|\d+|[a-d]) (?:\d+ )*")
_SOURCE: Final = re.compile(r"(?i)ngân sách|nguồn|kinh phí")


def topic_of(query: Query) -> Topic | None:
    """What the question asks for of a whole plan; None where it is nothing that has a section of its own."""
    spoken = f" {query.spoken} "
    for topic in _TOPICS:
        # "Tiền … lấy ở đâu ra": the word for what comes of a task belongs to "đâu" here.
        role = "" if topic is FUNDING and _WHENCE.search(spoken) else query.role
        if topic.asked.search(spoken) and role == topic.role:
            return None if topic is FUNDING and _NOT_MONEY.search(spoken) else topic
    return None


def section_about(plan: Plan, topic: Topic) -> Section | None:
    """The one section that is headed so, the outermost; None where several parts of the plan have one of their own."""
    headings = [one for one in plan.sections if one.kind is SectionKind.HEADING]
    fitting = [one for one in headings if topic.heading.search(_NUMERAL.sub("", sound(one.heading)))]
    least = min((one.depth for one in fitting), default=0)
    outer = [one for one in fitting if one.depth == least]
    return outer[0] if len(outer) == 1 else None


def telling(topic: Topic, clauses: list[Clause]) -> list[Clause]:
    """The paragraphs that tell what is asked: those with its own label, else of bullets all, without what follows the list."""
    if topic is not FUNDING and (labelled := [one for one in clauses if _labelled(topic, one)]):
        return labelled
    kinds = {bool(one.marker) or one.text.startswith(("-", "+")) for one in clauses}
    if len(kinds) > 1:
        clauses = [one for one in clauses if one.marker or one.text.startswith(("-", "+"))]
    return [one for one in clauses if _SOURCE.search(one.text)] if topic is FUNDING else clauses


def _labelled(topic: Topic, clause: Clause) -> bool:
    """Whether a paragraph opens with the label of what is asked: "1. Chủ đề: …"."""
    label, colon, _ = MARKER.sub("", clause.text).partition(":")
    return bool(colon) and topic.heading.search(_NUMERAL.sub("", sound(label))) is not None


def source_in(text: str) -> str:
    """The funds that a sentence names behind "từ"; "" where it names none so."""
    found = _FROM.search(text)
    return found[1].strip(" /") if found else ""
