"""Tasks whose last words say who leads and by when: "Tập huấn công chức (Sở Nội vụ chủ trì; hoàn thành trước 30/6)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ingest.chargedtasks import is_office, work_and_day
from ingest.document import Span
from ingest.dues import looks_like_due, parse_due
from ingest.labels import LABEL
from ingest.letters import UPPER, either
from ingest.marks import read_mark
from ingest.markup import find_words
from ingest.plan import FIXED_PLACES, Clause, Field, Section, SectionKind, Task
from ingest.units import HELPING, split_roles, split_units, starts_like_unit

_DOES = either(
    *(
        "chủ trì",
        "chủ trì tham mưu",
        "tham mưu",
        "là đầu mối",
        "làm đầu mối",
        "phụ trách",
        "chịu trách nhiệm",
        "thực hiện",
    ),
    *("là chủ đầu tư", "làm chủ đầu tư"),
)
_BRACKETS = re.compile(r"\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\]")
_TOLD = re.compile(  # the last brackets of a clause, or of its first sentence
    rf"(?P<name>.{{8,}}?)\s*(?P<said>(?:(?:{_BRACKETS.pattern})[\s,;]*)+)(?:[\s.;]*$|\.\s+(?=[{UPPER}]))", re.DOTALL
)
_DAYS = either(
    *("hoàn thành", "xong", "thời gian", "thời hạn", "trong", "trước", "chậm nhất", "thường xuyên", "định kỳ"),
    *(r"(?:hằng|hàng) (?:năm|quý|tháng|tuần|ngày)", r"(?:tháng|quý|ngày|năm|từ|đến)(?= [\dIV])"),
)
_DUE_LABEL = re.compile(
    rf"{either('thời hạn', 'thời gian', 'hạn', 'tiến độ')}(?:\s+{either('cuối', 'chót', 'hoàn thành', 'thực hiện', 'xong')})?(?:\s*:\s*|\s+)",
    re.IGNORECASE,
)
_UP_TO = r"(?<=(?-i:[\dIVX]))\s+[–-]\s+(?:(?:tháng|quý|ngày|năm)\s+)?(?-i:[\dIVX])"  # "tháng 6 - tháng 8/2026"
_PARTED = re.compile(  # a dash is part of many names
    rf";\s*|\s*\|\s*|,\s*(?={_DAYS}\b|\d{{1,2}}/\d)"
    rf"|(?!{_UP_TO})\s+[–-]\s+(?={_DAYS}\b|{_DUE_LABEL.pattern}|\d{{1,2}}/\d)"
    rf"|(?:(?<=chủ trì)|(?<=đầu mối)|(?<=phụ trách)|(?<=phối hợp)|(?<=\d))\s+[–-]\s+(?=(?-i:[{UPPER}]))",
    re.IGNORECASE,
)
_PIECES = re.compile(rf";\s*|,\s*(?={_DAYS}\b)", re.IGNORECASE)
_LEAD = re.compile(
    rf"(?:(?:giao|do)\s+)?(?P<lead>.+?)\s+{_DOES}"
    r"(?:,?\s*(?:và\s+)?phối hợp\s+(?:(?:với|cùng)\s+)?(?P<support>.+)"
    rf"|(?:\s*[,–-]\s*|\s+(?:và|cùng)\s+)(?:và\s+)?(?P<helping>(?!phối hợp).+?)\s+(?:(?:cùng\s+)?(?:tham gia\s+)?phối hợp(?:\s+thực hiện)?|{HELPING}))?",
    re.IGNORECASE,
)
_LEADS_FIRST = re.compile(r"chủ trì\s+(?P<lead>.+)", re.IGNORECASE)
_DOES_ANY = re.compile(rf"\b{_DOES}\b", re.IGNORECASE)
_HELP = re.compile(rf"(?:{either('đơn vị', 'cơ quan')}\s+)?phối hợp\b|cùng\s", re.IGNORECASE)
_HELPED = re.compile(r"\bphối hợp\b", re.IGNORECASE)
_HELPS_ALONE = re.compile(rf"[^,;:]+\s{HELPING}")
_HELP_WORDS = re.compile(
    rf"^(?:{_HELP.pattern})(?:\s*:|\s*(?:với|cùng)\b)?\s*|\s+(?:(?:cùng\s+)?(?:tham gia\s+)?phối hợp(?:\s+thực hiện)?|{HELPING})$",
    re.IGNORECASE,
)
_NAMED_LEAD = re.compile(  # whoever leads, be it named by no noun of offices: "Bảo tàng A chủ trì"
    rf"(?:(?:giao|do)\s+)?(?:(?i:đồng chí|đ/c|ông|bà)\s+)?[{UPPER}]\w*(?:\s+[^\s;:]+){{1,11}}?\s+{either('chủ trì', 'là đầu mối', 'làm đầu mối')}\b"
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


@dataclass(frozen=True, slots=True)
class _Roles:
    """What brackets say; ``plain`` where they say in words that somebody leads."""

    lead: str
    support: str
    due: str
    plain: bool


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
    told = _TOLD.match(words)
    ends = told is not None and told.end() == len(words)
    if told is None or (starts_like_unit(told.group("name")) and not told.group("name").startswith("Tổ chức ")):
        return
    said = [told.group("said")[bracket.start() + 1 : bracket.end() - 1] for bracket in _BRACKETS.finditer(told["said"])]
    first = next((n for n, words_ in enumerate(said) if _roles(words_)), 0)  # "(loại nhỏ) (Phòng A chủ trì)"
    roles = _roles("; ".join(said[first:]))
    if roles is None or not (ends or (roles.plain and (roles.due or roles.support))):
        return
    name = words[: told.start("said") + [one.start() for one in _BRACKETS.finditer(told["said"])][first]].rstrip(" .;,")
    name, day = (name, "") if roles.due else work_and_day(name)
    yield Stated(locator, turn, name.rstrip(" .;,"), roles.lead, roles.support, roles.due or day, span)


def _roles(said: str) -> _Roles | None:
    """Who leads, who supports and by when, in whatever order brackets say so; None where nobody leads."""
    pieces = [piece.strip(" .,;") for piece in _PARTED.split(said)]
    due = _joined(said, [piece for piece in pieces if looks_like_due(_day(piece))])
    others = [piece for piece in pieces if piece and piece not in due]
    helps = [piece for piece in others if _HELP.match(piece) or (_HELPED.search(piece) and not _DOES_ANY.search(piece))]
    helps += [piece for piece in others[1:] if piece not in helps and _HELPS_ALONE.fullmatch(piece)]
    rest = [piece for piece in others if piece not in helps]
    if any(":" in piece for piece in rest) or not (rest or helps):
        return None
    if not rest:  # "A, B phối hợp" names nobody before the others
        rest, helps = (helps, []) if due and len(split_units(helps[0])) > 1 else ([], helps)
    marked = split_roles("; ".join(others)) if any(map(_MARKED.search, rest)) else None
    if marked and marked.leads and starts_like_unit(marked.leads[0]):
        return _Roles(", ".join(marked.leads), ", ".join(marked.supports), due, plain=True)
    first = rest[0] if rest else ""
    lead = _LEAD.fullmatch(first) or _LEADS_FIRST.fullmatch(first)
    plain = lead is not None
    lead = lead or (_OFFICES.fullmatch(first) if due else None)
    if lead is None or _NO_NAME.fullmatch(lead.group("lead")):
        return None
    if not starts_like_unit(lead.group("lead")) and not (len(others) + bool(due) > 1 and _NAMED_LEAD.match(first)):
        return None
    told = lead.groupdict()
    support = _HELP_WORDS.sub("", helps[0]) if helps else told.get("support") or told.get("helping") or ""
    return _Roles(lead.group("lead"), support, due, plain=plain)


def _day(due: str) -> str:
    """A deadline without what is to be done by then: "hoàn thành trước 30/6", "hạn cuối 30/6"."""
    label = _DUE_LABEL.match(due)
    return _DOING.sub("", due[label.end() if label else 0 :])


def _joined(said: str, dues: Sequence[str]) -> str:
    """The first deadline, with those behind it that only a comma parts from it: "trước 30/4, trước 02/9"."""
    found = dues[0] if dues else ""
    for due in dues[1:]:
        both = f"{found}, {due}"
        found = both if both in said else found
    return found


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
        due=field(_day(stated.due)),
        note=Field(),
        leads=split_units(stated.lead),
        supports=split_units(stated.support),
        when=parse_due(stated.due, year),
        spans=(stated.span,),
    )
