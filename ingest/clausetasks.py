"""Tasks stated in prose: a numbered clause with its "Đơn vị chủ trì: …; Thời gian hoàn thành: …" lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from ingest.columns import Role
from ingest.document import Span
from ingest.dues import parse_due
from ingest.letters import either
from ingest.marks import read_mark
from ingest.markup import find_words
from ingest.plan import Clause, Field, Section, SectionKind, Task
from ingest.units import split_units, starts_like_unit

_OFFICE = either("Đơn vị", "Cơ quan", "Bộ phận", "Phòng", "Ban", "Tổ", "Người")
_IN_CHARGE = either("chủ trì", "thực hiện chính", "chịu trách nhiệm", "đầu mối")
_LEAD = either(
    rf"{_OFFICE}?,?\s*(?:đơn vị\s+)?{_IN_CHARGE}(?:,?\s+{either('tham mưu', 'thực hiện', 'triển khai', 'tổ chức')})*",
    rf"{either('Đơn vị', 'Cơ quan', 'Bộ phận', 'Người', 'Phân công', 'Giao', 'Trách nhiệm')}\s+thực hiện",
    rf"{either('Đơn vị', 'Cơ quan', 'Bộ phận')}\s+{either('tham mưu', 'phụ trách')}",
    "Phân công",
)
_SUPPORT = (
    rf"{either('Đơn vị', 'Cơ quan', 'Bộ phận')}?\s*phối hợp(?:\s+{either('thực hiện', 'triển khai', 'tổ chức')})*"
)
_DOING = either(
    *("hoàn thành", "thực hiện", "triển khai", "báo cáo", "ban hành", "trình", "xây dựng", "tổ chức", "phê duyệt"),
    *("dự kiến", "bắt đầu", "kết thúc"),
)
_DUE = either(
    rf"Thời\s+{either('gian', 'hạn', 'điểm')}(?:\s+{_DOING})*",
    rf"{either('Tiến độ', 'Lộ trình')}(?:\s+thực hiện)?",
    "Hoàn thành",
    r"Hạn(?:\s+hoàn thành)?",
)
_RESULT = (
    rf"{either('Kết quả', 'Sản phẩm', 'Đầu ra')}"
    rf"(?:\s+{either('đầu ra', 'dự kiến', 'cần đạt', 'đạt được', 'thực hiện')})*"
)
_ASIDE = either(
    "Kinh phí", "Địa điểm", "Thành phần", "Hình thức", "Đối tượng", "Số lượng", "Ghi chú"
)  # labels that only end the value before them
_TIMES = either(
    *("trước", "trong", "sau khi", "ngay sau", "từ", "năm", "quý", "tháng", "hằng", "hàng", "định kỳ", "theo"),
    *("thường xuyên", "chậm nhất"),
)
_LABEL = re.compile(
    rf"(?P<lead>{_LEAD})\s*:|(?P<support>{_SUPPORT})\s*:|(?P<due>{_DUE})\s*:|(?P<result>{_RESULT})\s*:"
    rf"|(?P<when>^[-+*•–]?\s*Thời\s+{either('gian', 'hạn')}(?:\s+{_DOING})+)\s+(?={_TIMES}\b)"  # without its colon
    rf"|(?<=[;,(] )(?P<by>hoàn thành)\s+(?={either('trước', 'trong', 'vào', 'xong', 'chậm nhất', 'tháng', 'quý', 'ngày')}\b)"
    rf"|(?P<name>Nội dung(?:\s+\w+){{0,2}})\s*:|(?P<aside>{_ASIDE}(?:\s+\w+){{0,2}})\s*:",
    re.IGNORECASE,
)
_ROLES = {role.value: role for role in Role} | {"by": Role.DUE, "when": Role.DUE}
_HEADED = (
    (Role.LEAD, re.compile(rf"{_LEAD}(?:,|\s+và)?(?:\s+phối hợp)?(?:\s+thực hiện)?", re.IGNORECASE)),
    (Role.SUPPORT, re.compile(_SUPPORT, re.IGNORECASE)),
    (Role.DUE, re.compile(_DUE, re.IGNORECASE)),
    (Role.RESULT, re.compile(_RESULT, re.IGNORECASE)),
)
_NAMELESS = re.compile(
    r"(?:Hoạt động|Nhiệm vụ|Nội dung|Công việc|Giải pháp|Mô hình)\s+(?:số\s+)?\d{1,2}", re.IGNORECASE
)
_SHARED = re.compile(
    r"(?P<lead>.+?)\s+chủ trì,?\s*(?:và\s+)?phối hợp(?:\s+chặt chẽ)?\s+(?:với|cùng)\s+(?P<support>.+)", re.DOTALL
)
_WITH = re.compile(r"chủ trì,?\s*(?:và\s+)?phối hợp(?:\s+chặt chẽ)?\s+(?:với|cùng)\s+(?P<support>[^;.]{1,400})[;.]\s")
_WORKS = re.compile(
    r"\s+(?:tổ chức (?!chính trị|đảng|xã hội)|xây dựng|triển khai|thực hiện|hướng dẫn|tham mưu|kiểm tra)\b.*"
)
_SENTENCE_LONG = 100  # characters; a shorter value is a list of units
_SENTENCES = re.compile(r";\s+|\.\s+(?:Đồng thời,\s+)?(?=\w)|\n")
_CHARGED = re.compile(r"(?:Trách nhiệm|Nhiệm vụ)(?: cụ thể)? của\s+", re.IGNORECASE)
_ASIDE_AFTER = re.compile(r"\s*(?:\([^()]*\)?|[-–] (?:Cơ quan|Đơn vị|cơ quan|đơn vị) .*)\s*$")
_RUNS_ON = re.compile(r"[.;]|:\s|\b(?:có trách nhiệm|chủ trì|tổ chức|thực hiện|xây dựng)\b")
_ACTS = re.compile(
    r",?\s+(?:chủ trì|tiến hành|đăng tải|tiếp tục|có trách nhiệm|rà soát|tham mưu(?!,| giúp| của))\b.*", re.DOTALL
)


def label_role(heading: str) -> Role | None:
    """The role that a heading gives to what stands under it ("Cơ quan chủ trì"), None when it names something else."""
    return next((role for role, words in _HEADED if words.fullmatch(heading.strip(" :."))), None)


@dataclass(slots=True)
class _Draft:
    """One clause task being collected; ``named`` are the clauses or the heading that say what is to be done."""

    locator: str
    named: Sequence[Clause | Section]
    start: int
    end: int
    fields: dict[Role, Field] = field(default_factory=dict)
    open: Role | None = None  # the role of a label that nothing follows on its own line
    marker: str = ""  # of the clause with that label
    bare: bool = False  # labels alone stand under the heading


def labelled(clause: Clause, text: str) -> Iterator[tuple[Role, Field]]:
    """Each "label: value" of a clause; a value ends where the next label begins."""
    source = clause.span.slice(text).replace("\n", " ")  # same length: a label may stand on two lines
    found = [match for match in _LABEL.finditer(source) if ":" in source or match.lastgroup == "when"]
    for match, after in zip_longest(found, found[1:]):
        if match is None or match.lastgroup is None or match.lastgroup == "aside":
            continue
        end = after.start() if after else len(source)
        value = source[match.end() : end]
        words = value.strip(" \t\n.;,-–+")
        words = words if words.count("(") >= words.count(")") else words.rstrip(" .;)")
        start = clause.span.start + match.end() + value.find(words) if words else 0
        spans = (Span(start, start + len(words)),) if words else ()
        yield _ROLES[match.lastgroup], Field(" ".join(words.split()), spans)


def due_label(words: str) -> str:
    """The deadline of words that are nothing but a labelled one ("Thời gian hoàn thành: Tháng 3"), else ""."""
    mark = read_mark(words)
    rest = mark.rest if mark else words
    label = _LABEL.match(rest)
    return rest[label.end() :].strip(" .;") if label and label.lastgroup in {"due", "when"} else ""


def _leads_in(clause: Clause) -> bool:
    """Whether a clause opens with a label (after its bullet), so that it has no words of its own."""
    mark = read_mark(clause.text)
    return bool(_LABEL.match((mark.rest if mark else clause.text).strip(" (")))


def clause_tasks(
    clauses: Sequence[Clause], sections: Sequence[Section], text: str, year: int | None
) -> tuple[Task, ...]:
    """Every clause that names a lead unit or a deadline by label, in document order."""
    headings = {section.locator: section for section in sections if section.kind is SectionKind.HEADING}
    drafts: list[_Draft] = []
    above: list[Clause] = []  # what stands in this place since its heading or the last labels
    for clause in clauses:
        if above and above[-1].locator != clause.locator:
            above = []
        labels = dict(reversed(list(labelled(clause, text))))  # the first of two alike counts
        own = not _leads_in(clause)
        if own and not labels and drafts and _fills(drafts[-1], clause, text):
            continue
        if own:
            above = [clause] if labels else [*above, clause]
        if not labels:
            continue
        if not _continues(drafts, clause, labels, own=own, fresh=bool(above)):
            heading = headings.get(clause.locator)
            named: Sequence[Clause | Section] = above or ([heading] if heading else [])
            if not named or (heading and label_role(heading.heading)):
                continue
            bare = isinstance(named[0], Section)
            drafts.append(_Draft(clause.locator, tuple(named), named[0].span.start, clause.span.end, bare=bare))
        draft = drafts[-1]
        draft.end = max(draft.end, clause.span.end)
        draft.fields = labels | draft.fields
        draft.open = next((role for role, value in labels.items() if not value.text), None)
        draft.marker = clause.marker
        above = [] if not own else above
    for draft in drafts:
        _lead_by_heading(draft, headings.get(draft.locator), text)
    found = _stated(drafts, headings)
    places = _places(found, clauses)
    return tuple(_task(draft, places.get(draft.start, draft.locator), text, year) for draft in found)


def _stated(drafts: Sequence[_Draft], headings: Mapping[str, Section]) -> list[_Draft]:
    """The drafts that are tasks: those with a lead, and beside them the headings that only a deadline stands under."""
    led = [draft for draft in drafts if Role.LEAD in draft.fields]
    beside = {draft.locator.rpartition("/")[0] for draft in led}
    timed = [d for d in drafts if Role.DUE in d.fields and d.bare and d.locator.rpartition("/")[0] in beside]
    found = [draft for draft in drafts if draft in led or draft in timed]
    counts = Counter(draft.locator for draft in found)
    for draft in found:
        _name_by_heading(draft, headings.get(draft.locator), alone=counts[draft.locator] == 1)
    return found


def _places(drafts: Sequence[_Draft], clauses: Sequence[Clause]) -> dict[int, str]:
    """The locators of tasks that share a section, by where they start: the k-th item under III/7 is III/7-k.

    Items are counted as a reader counts them: those with the same bullet that are no mere labels.
    """
    counts = Counter(draft.locator for draft in drafts)
    shared = {locator for locator, count in counts.items() if count > 1}
    turns: Counter[tuple[str, str]] = Counter()
    items: dict[int, int] = {}
    for clause in clauses:
        if clause.locator in shared and not _leads_in(clause):
            turns[clause.locator, clause.marker] += 1
            items[clause.span.start] = turns[clause.locator, clause.marker]
    found: dict[int, str] = {}
    taken: Counter[str] = Counter()
    for draft in drafts:
        if draft.locator not in shared:
            continue
        place = f"{draft.locator}-{items.get(draft.named[0].span.start, 1)}"
        taken[place] += 1
        found[draft.start] = place if taken[place] == 1 else f"{place} ({taken[place]})"
    return found


def _fills(draft: _Draft, clause: Clause, text: str) -> bool:
    """Whether a clause is an item under a label that stands alone on its line; it is then added to that value."""
    if draft.open is None or draft.locator != clause.locator or not clause.marker:
        return False
    mark = read_mark(clause.text)
    words = (mark.rest if mark else clause.text).rstrip(" .;")
    below = clause.marker != draft.marker and draft.open in (Role.LEAD, Role.SUPPORT) and starts_like_unit(words)
    if clause.marker != "+" and not below:
        return False
    span = find_words(words, text, clause.span) or clause.span
    value = _stopped(draft.fields[draft.open], text)
    draft.fields[draft.open] = Field(f"{value.text} {words}".strip(), (*value.spans, span))
    draft.end = max(draft.end, clause.span.end)
    return True


def _stopped(value: Field, text: str) -> Field:
    """A value with the stop that is printed after it, so that what is added to it stays apart."""
    if not value.spans or text[value.spans[-1].end : value.spans[-1].end + 1] not in {";", ",", "."}:
        return value
    *first, last = value.spans
    return Field(value.text + text[last.end], (*first, Span(last.start, last.end + 1)))


def _lead_by_heading(draft: _Draft, heading: Section | None, text: str) -> None:
    """Give an item that only states its deadline to the office that its heading names ("1.2. Sở Y tế")."""
    if heading is None or draft.bare or Role.LEAD in draft.fields or Role.DUE not in draft.fields:
        return
    charged = _CHARGED.match(heading.heading)
    unit = _ASIDE_AFTER.sub("", heading.heading[charged.end() if charged else 0 :])
    if charged or (starts_like_unit(unit) and not _RUNS_ON.search(unit)):
        if len(draft.named) > 1 and draft.named[0].span.start == heading.span.start:
            draft.named = draft.named[1:]
        draft.fields[Role.LEAD] = Field(unit, (find_words(unit, text, heading.span) or heading.span,))


def _name_by_heading(draft: _Draft, heading: Section | None, *, alone: bool) -> None:
    """Call a task by its heading where several clauses under it have one set of labels, unless it only counts."""
    if heading is None or len(draft.named) < 2 or not alone or _NAMELESS.fullmatch(heading.heading):
        return
    draft.named = (heading,)
    draft.start = heading.span.start


def _continues(
    drafts: Sequence[_Draft], clause: Clause, labels: Mapping[Role, Field], *, own: bool, fresh: bool
) -> bool:
    """Whether a clause only adds labels to the task above it; ``fresh`` says that other words stand between them."""
    if own or not drafts or drafts[-1].locator != clause.locator or drafts[-1].end > clause.span.start:
        return False
    if fresh and (Role.NAME in labels or labels.keys() & drafts[-1].fields.keys()):
        return False
    return not (Role.LEAD in labels and Role.LEAD in drafts[-1].fields)


def _words(named: Clause | Section) -> str:
    """What a heading or a clause says, up to its first label."""
    if isinstance(named, Section):
        words = named.heading
    else:
        mark = read_mark(named.text)
        words = mark.rest if mark else named.text
    label = _LABEL.search(words)
    return (words[: label.start()] if label else words).rstrip(" .;:-–(")


def _name(draft: _Draft, text: str) -> Field:
    """The task's words: its heading, its clauses, or under a heading that only counts what is labelled "Nội dung"."""
    content = draft.fields.get(Role.NAME)
    first = draft.named[0]
    if content and content.text and isinstance(first, Section) and _NAMELESS.fullmatch(first.heading):
        return content
    whole = Span(draft.start, draft.end)
    found = [(words, find_words(words, text, whole) or whole) for words in map(_words, draft.named)]
    return Field(" ".join(words for words, _ in found), tuple(span for _, span in found))


def shared(lead: Field, support: Field, text: str) -> tuple[Field, Field]:
    """Lead and support; a lead that reads "A chủ trì, phối hợp với B" gives B to the support that nothing fills."""
    both = _SHARED.fullmatch(lead.text)
    within = _WITH.search(lead.text)
    if within and not support.text and lead.spans and len(lead.text) > _SENTENCE_LONG:
        words = _WORKS.sub("", within.group("support")).strip(" ,.")
        found = find_words(words, text, Span(lead.spans[0].start, lead.spans[-1].end))
        return lead, Field(words, (found,)) if found else support
    if both is None or support.text or len(lead.spans) != 1:
        return lead, support
    parts = []
    for role in ("lead", "support"):
        words = both.group(role).strip(" ,;.")
        parts.append(Field(words, (find_words(words, text, lead.spans[0]) or lead.spans[0],)))
    return parts[0], parts[1]


def acting_units(value: str) -> tuple[str, ...]:
    """The units of a value; of one that runs into sentences, their subjects alone."""
    if len(value) < _SENTENCE_LONG or not _ACTS.search(value):
        return split_units(value)
    subjects = (_ACTS.sub("", part) for part in _SENTENCES.split(value))
    units = (unit for subject in subjects if starts_like_unit(subject) for unit in split_units(subject))
    return tuple(dict.fromkeys(units))


def _task(draft: _Draft, locator: str, text: str, year: int | None) -> Task:
    lead, support, due = (draft.fields.get(role, Field()) for role in (Role.LEAD, Role.SUPPORT, Role.DUE))
    lead, support = shared(lead, support, text)
    return Task(
        locator=locator,
        annex=None,
        group=None,
        ordinal=draft.locator.rpartition("/")[2],
        parent=None,
        name=_name(draft, text),
        lead=lead,
        support=support,
        result=draft.fields.get(Role.RESULT, Field()),
        due=due,
        note=Field(),
        leads=acting_units(lead.text),
        supports=acting_units(support.text),
        when=parse_due(due.text, year),
        spans=(Span(draft.start, draft.end),),
    )
