"""Tasks whose last words say who leads and by when: "Tập huấn công chức (Sở Nội vụ chủ trì; hoàn thành trước 30/6)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ingest.chargedtasks import FIXED_PLACES, is_office
from ingest.document import Span
from ingest.dues import looks_like_due, parse_due
from ingest.labels import LABEL
from ingest.letters import UPPER, either
from ingest.marks import read_mark
from ingest.markup import find_words
from ingest.plan import Clause, Field, Section, SectionKind, Task
from ingest.units import split_roles, split_units, starts_like_unit

_DOES = either(
    "chủ trì", "chủ trì tham mưu", "tham mưu", "là đầu mối", "làm đầu mối", "phụ trách", "chịu trách nhiệm", "thực hiện"
)
_BRACKET = re.compile(r"(?P<name>.{8,}?)\s*\((?P<said>[^()]*)\)[\s.;]*", re.DOTALL)
_DAYS = either(
    *("hoàn thành", "xong", "thời gian", "thời hạn", "trong", "trước", "chậm nhất", "thường xuyên", "định kỳ"),
    *(r"(?:hằng|hàng) (?:năm|quý|tháng|tuần|ngày)", r"(?:tháng|quý|ngày|năm|từ|đến)(?= [\dIV])"),
)
_PIECES = re.compile(rf";\s*|,\s*(?={_DAYS}\b)", re.IGNORECASE)
_LEAD = re.compile(
    rf"(?:(?:giao|do)\s+)?(?P<lead>.+?)\s+{_DOES}"
    r"(?:,?\s*(?:và\s+)?phối hợp\s+(?:(?:với|cùng)\s+)?(?P<support>.+)"
    r"|(?:\s*[,–-]\s*|\s+(?:và|cùng)\s+)(?:và\s+)?(?P<helping>(?!phối hợp).+?)\s+(?:cùng\s+)?(?:tham gia\s+)?phối hợp(?:\s+thực hiện)?)?",
    re.IGNORECASE,
)
_NAMED_LEAD = re.compile(  # whoever leads, be it named by no noun of offices: "Bảo tàng A chủ trì"
    rf"(?:(?:giao|do)\s+)?[{UPPER}]\w*(?:\s+[^\s;:]+){{1,11}}?\s+{either('chủ trì', 'là đầu mối', 'làm đầu mối')}\b"
)
_OFFICES = re.compile(r"(?P<lead>[^;:.]{3,120})")  # alone in brackets with a deadline
_BEHIND = re.compile(r"(?P<name>.{8,}?)\s*(?P<by>→|⇒|➔|➜|=>|->|:|\s[–-]|[.;])\s+(?P<said>[^:→⇒]{4,400})", re.DOTALL)
_ASIDE_DUE = re.compile(r"\s*\(([^()]*)\)$")
_ENDS_TIMED = re.compile(
    rf"(?P<first>.+?),?\s+(?P<due>(?:(?:và\s+)?(?:hoàn thành|xong)\s+)?"
    rf"{_DAYS}\b.*)",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\((?:(?:cơ quan|đơn vị) )?chủ trì\)", re.IGNORECASE)
_AIMS = re.compile(
    r"(?:mục đích|yêu cầu|quan điểm|mục tiêu|nguyên tắc|căn cứ|sự cần thiết|(?:đánh giá )?(?:thực trạng|tình hình)|kết quả)\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"(?:hoàn thành|xong)\s+(?:trước|sau|ngay|trong|vào)\s", re.IGNORECASE)
_ACTS = re.compile(r"\bthực hiện$")
_NO_WORK = re.compile(  # what stands before a colon and is not to be done
    r"(?:thời (?:gian|hạn|điểm)|địa (?:điểm|bàn)|thành phần|đối tượng|hình thức|(?:nguồn )?kinh phí|mục (?:đích|tiêu)|yêu cầu"
    r"|nội dung|nhiệm vụ|giải pháp|trách nhiệm|phân công|tổ chức thực hiện|cơ quan|đơn vị|chủ trì|phối hợp|lưu ý|phương \w+"
    r"|số lượng|kính gửi|nơi nhận|căn cứ|theo|tại|ở|về|trên|trong|đối với|giao|đề nghị|yêu cầu)\b",
    re.IGNORECASE,
)
_DOING = re.compile(  # a deadline is told without what is to be done by then
    r"(?:và\s+)?(?:phải\s+)?(?:hoàn thành|thực hiện|tổ chức|triển khai|xong)\s+(?:xong\s+)?"
    r"(?=(?:trước|trong|vào|chậm nhất|từ|đến|ngày|tháng|quý|năm|hằng|hàng|thường xuyên)\b)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"(?:cơ quan|đơn vị|bộ phận|các|sở|ban)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stated:
    """A task as its brackets state it, before it has its locator; ``turn`` counts items with its bullet."""

    locator: str
    turn: int
    name: str
    lead: str
    support: str
    due: str
    span: Span


_Says = Callable[[str, str, Span, int], Iterator[Stated]]


def bracketed_tasks(
    clauses: Sequence[Clause], sections: Sequence[Section], text: str, year: int | None
) -> tuple[Task, ...]:
    """Every clause or heading that ends with such brackets, in document order."""
    found = _read(_in_brackets, clauses, sections)
    return tuple(_task(one, text, year, alone=alone) for one, alone in found)


def trailing_tasks(
    clauses: Sequence[Clause], sections: Sequence[Section], text: str, year: int | None
) -> tuple[Task, ...]:
    """Every clause or heading that says so behind an arrow, a colon or a dash, in document order.

    Under a heading of aims and demands nothing is given out.
    """
    aims = [f"{one.locator}/" for one in sections if one.kind is SectionKind.HEADING and _AIMS.match(one.heading)]
    found = (pair for pair in _read(_behind, clauses, sections) if not f"{pair[0].locator}/".startswith(tuple(aims)))
    return tuple(_task(one, text, year, alone=alone) for one, alone in found)


def _read(says: _Says, clauses: Sequence[Clause], sections: Sequence[Section]) -> list[tuple[Stated, bool]]:
    """What is stated, in document order, and whether it alone stands in its place."""
    found = sorted((*_clauses(says, clauses), *_headings(says, clauses, sections)), key=lambda one: one.span)
    counts = Counter(one.locator for one in found)
    return [(one, counts[one.locator] == 1) for one in found]


def _clauses(says: _Says, clauses: Sequence[Clause]) -> Iterator[Stated]:
    turns: Counter[tuple[str, str]] = Counter()
    for clause in clauses:
        turns[clause.locator, clause.marker] += 1
        mark = read_mark(clause.text)
        words = mark.rest if mark else clause.text
        yield from says(words, clause.locator, clause.span, turns[clause.locator, clause.marker])


def _headings(says: _Says, clauses: Sequence[Clause], sections: Sequence[Section]) -> Iterator[Stated]:
    """Headings that are no clause too."""
    starts = {clause.span.start for clause in clauses}
    for section in sections:
        if section.kind is SectionKind.HEADING and section.span.start not in starts:
            yield from says(section.heading, section.locator, section.span, 1)


def _behind(words: str, locator: str, span: Span, turn: int) -> Iterator[Stated]:
    told = _BEHIND.fullmatch(words)
    name = told.group("name") if told else ""
    if told is None or locator in FIXED_PLACES or _NO_WORK.match(name) or _is_labelled(words):
        return
    if starts_like_unit(name) and not name.startswith("Tổ chức "):
        return
    said = _ASIDE_DUE.sub(_after_comma, told.group("said").strip(" .;"))
    first, *others = _PIECES.split(said)
    due = next((piece for piece in others if looks_like_due(piece) or _DONE.match(piece)), "")
    apart = bool(due)  # what stands before it is a name alone
    ends = _ENDS_TIMED.fullmatch(first)
    if ends and not due and looks_like_due(ends.group("due")):
        first, due = ends.group("first"), ends.group("due")
    marked = split_roles(first) if _MARKED.search(first) else None
    lead = _LEAD.fullmatch(first) or (_OFFICES.fullmatch(first) if apart else None)
    if marked and marked.leads and starts_like_unit(marked.leads[0]):
        yield Stated(locator, turn, name, ", ".join(marked.leads), ", ".join(marked.supports), due, span)
        return
    if lead is None or not is_office(lead.group("lead")) or _NO_NAME.fullmatch(lead.group("lead")):
        return
    helping = lead.groupdict()
    if not due and (_ACTS.search(first) or told.group("by") in ".;"):
        return  # "các thôn thực hiện" alone gives nothing out
    if told.group("by") in ".;" and "helping" not in helping:
        return  # what only names an office is the next sentence
    support = helping.get("support") or helping.get("helping") or ""
    yield Stated(locator, turn, name, lead.group("lead"), support, due, span)


def _is_labelled(words: str) -> bool:
    return any(label.lastgroup != "by" for label in LABEL.finditer(words))


def _after_comma(bracket: re.Match[str]) -> str:
    return f", {bracket.group(1)}" if looks_like_due(bracket.group(1)) else bracket.group()


def _in_brackets(words: str, locator: str, span: Span, turn: int) -> Iterator[Stated]:
    bracket = _BRACKET.fullmatch(words)
    if bracket is None or ":" in bracket.group("said"):
        return
    if starts_like_unit(bracket.group("name")) and not bracket.group("name").startswith("Tổ chức "):
        return
    first, *others = _PIECES.split(bracket.group("said").strip())
    due = next((piece for piece in others if looks_like_due(piece)), "")
    lead = _LEAD.fullmatch(first) or (_OFFICES.fullmatch(first) if due else None)
    if lead is None or _NO_NAME.fullmatch(lead.group("lead")):
        return
    if not starts_like_unit(lead.group("lead")) and not (others and _NAMED_LEAD.match(first)):
        return
    said = lead.groupdict()
    support = next((piece for piece in others if "phối hợp" in piece), said.get("support") or said.get("helping") or "")
    support = re.sub(r"^phối hợp(?: với)?\s+|\s+phối hợp$", "", support)
    yield Stated(locator, turn, bracket.group("name").rstrip(" .;"), lead.group("lead"), support, due, span)


def _task(stated: Stated, text: str, year: int | None, *, alone: bool) -> Task:
    def field(words: str) -> Field:
        return Field(words, (find_words(words, text, stated.span) or stated.span,)) if words else Field()

    return Task(
        locator=stated.locator if alone else f"{stated.locator}-{stated.turn}",
        annex=None,
        group=None,
        ordinal=stated.locator.rpartition("/")[2],
        parent=None,
        name=field(stated.name),
        lead=field(stated.lead),
        support=field(stated.support),
        result=Field(),
        due=field(_DOING.sub("", stated.due)),
        note=Field(),
        leads=split_units(stated.lead),
        supports=split_units(stated.support),
        when=parse_due(stated.due, year),
        spans=(stated.span,),
    )
