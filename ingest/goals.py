"""Targets stated in prose: bullets under a heading that promises targets, with the value picked out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.document import Span
from ingest.folding import fold
from ingest.outline import read_mark
from ingest.plan import Clause, Field, Section, Target

_SPECIFIC = re.compile(
    r"(?:muc tieu|chi tieu).*cu the|^cac chi tieu|^chi tieu\b|chi tieu (?:chu yeu|chinh|phan dau)|muc tieu den nam"
)
_GENERAL = re.compile(r"(?:muc tieu|muc dich).*(?:tong quat|chung)|^muc dich|quan diem|nguyen tac")
_GOAL = re.compile(r"muc tieu|chi tieu")
_BOUND = r"(?:(?:trên|dưới|hơn|ít nhất|tối thiểu|tối đa|không quá|không dưới|khoảng|[≥≤><])\s*)?"
_NUMBER = r"\d+(?:[.,]\d+)*"
_PERCENT = re.compile(rf"{_BOUND}{_NUMBER}\s*(?:[-–]\s*{_NUMBER}\s*)?%", re.IGNORECASE)
_COUNTED = re.compile(
    rf"{_BOUND}(?<![\d/.,-]){_NUMBER}(?![\d/]*/|\s*[-/]\s*[A-ZĐ])\s+(?:(?:triệu|nghìn|ngàn|tỷ)\s+)?(?:lượt khách|lao động|nhà|phút/lượt|phút|tỉnh|lần/năm|lần|xã|phường|thôn|hộ|người|đơn vị|cơ quan|mô hình|lớp|cuộc|hội nghị|ha|km|tỷ đồng|triệu đồng|đồng|"
    r"doanh nghiệp|sản phẩm|dự án|nhiệm vụ|cơ sở|trường|điểm|bộ|hệ thống|tiêu chí|chỉ tiêu|thủ tục|dịch vụ|hợp tác xã|làng|tổ|buổi|đợt|bài|tin|m2|m3|tấn|giường|bác sĩ|cán bộ|học sinh|lượt|khách|ngày|giờ)\b",
    re.IGNORECASE,
)


_GRADE = re.compile(r"\b(?:cấp độ|mức độ|hạng|thứ|top)\s+\d{1,3}\b", re.IGNORECASE)


def _value(text: str) -> re.Match[str] | None:
    fall = re.search(rf"(?:xuống|lên)(?:\s+còn)?\s+(?P<to>{_NUMBER}\s*%)", text)
    if fall:
        return re.compile(re.escape(fall.group("to"))).search(text, fall.start("to"))
    return _PERCENT.search(text) or _COUNTED.search(text) or _GRADE.search(text)


def figures(text: str) -> list[tuple[int, int]]:
    """Where a text names figures with what they count or measure, as offsets in order."""
    found = [m.span() for m in _PERCENT.finditer(text)]
    found += [m.span() for m in _COUNTED.finditer(text) if not any(a < m.end() and m.start() < b for a, b in found)]
    found += [m.span() for m in _GRADE.finditer(text) if not any(a < m.end() and m.start() < b for a, b in found)]
    return sorted(found)


def _field(clause: Clause, text: str, start: int, end: int) -> Field:
    """A piece of a clause as a field; offsets count in the clause's collapsed text."""
    piece = clause.text[start:end]
    pattern = re.compile(r"\s+".join(re.escape(word) for word in piece.split()))
    at = pattern.search(text, clause.span.start, clause.span.end)
    return Field(piece, (Span(at.start(), at.end()),) if at else (clause.span,))


def _chain(locator: str, headings: dict[str, str]) -> list[str]:
    chain = []
    while locator:
        chain.append(fold(headings.get(locator, "")))
        locator = locator.rpartition("/")[0]
    return chain


def _promised(locator: str, headings: dict[str, str]) -> bool:
    """Whether the headings over a clause promise targets, the general aims apart."""
    chain = _chain(locator, headings)
    if any(_GENERAL.search(heading) for heading in chain[:2]) and not any(_SPECIFIC.search(h) for h in chain[:1]):
        return False
    return any(_GOAL.search(heading) for heading in chain)


def goals_of(clauses: Sequence[Clause], sections: Sequence[Section], text: str) -> tuple[Target, ...]:
    """Prose targets in document order: bullets that name a figure under a heading that promises targets."""
    headings = {section.locator: _promise(section) for section in sections}
    found = []
    for clause in clauses:
        if (
            not _promised(clause.locator, headings)
            or clause.locator.endswith("/tiêu đề")
            or "chú thích" in clause.locator
            or clause.text.rstrip().endswith(":")
            or clause.text.startswith("(")
        ):
            continue
        mark = read_mark(clause.text)
        start = len(clause.text) - len(mark.rest) if mark else 0
        value = _value(clause.text[start:])
        value = _value(clause.text) if value else None
        if value is None:
            continue
        found.append(_target(clause, text, value, start))
    return tuple(found)


def _promise(section: Section) -> str:
    """A heading's words; a whole sentence under a number is a clause, no promise of targets."""
    return section.heading if len(section.heading) < 150 else ""


def _target(clause: Clause, text: str, value: re.Match[str] | None, start: int) -> Target:
    blank = Field()
    name = _field(clause, text, start, len(clause.text.rstrip(" .;,")))
    figure = _field(clause, text, value.start(), value.end()) if value else blank
    unit = Field("%", figure.spans) if figure.text.endswith("%") else blank
    return Target(
        locator=clause.locator, annex=None, group=None, ordinal="", parent=None, name=name, unit=unit, value=figure,
        lead=blank, note=blank, leads=(), supports=(), spans=(clause.span,),
    )  # fmt: skip
