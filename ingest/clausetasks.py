"""Tasks stated in prose: a numbered clause with its "Đơn vị chủ trì: …; Thời gian hoàn thành: …" lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.chargedtasks import bare_charge, own_work
from ingest.columns import Role
from ingest.document import Span
from ingest.dues import looks_like_due, parse_due
from ingest.labels import LABEL, label_role, labelled, leads_in, performer
from ingest.marks import read_mark
from ingest.markup import find_words
from ingest.plan import Clause, Field, Section, SectionKind, Task
from ingest.units import Split, split_roles, split_units, starts_like_unit

_NAMELESS = re.compile(
    r"(?:Hoạt động|Nhiệm vụ|Nội dung|Công việc|Giải pháp|Mô hình)\s+(?:số\s+)?\d{1,2}", re.IGNORECASE
)
_SHARED = re.compile(
    r"(?P<lead>.+?)\s+chủ trì,?\s*(?:và\s+)?phối hợp(?:\s+chặt chẽ)?\s+(?:với|cùng)\s+(?P<support>.+)", re.DOTALL
)
_HELPED = re.compile(
    r"(?P<lead>[^;:]+?)\s+chủ trì\s*[,;–-]\s*(?P<support>[^;:]+?)\s+(?:cùng\s+)?phối hợp(?:\s+thực hiện)?[\s.;]*"
)
_WITH = re.compile(r"chủ trì,?\s*(?:và\s+)?phối hợp(?:\s+chặt chẽ)?\s+(?:với|cùng)\s+(?P<support>[^;.]{1,400})[;.]\s")
_WORKS = re.compile(
    r"\s+(?:tổ chức (?!chính trị|đảng|xã hội)|xây dựng|triển khai|thực hiện|hướng dẫn|tham mưu|kiểm tra)\b.*"
)
_MARKED = re.compile(r"\((?:(?:cơ quan|đơn vị) )?phối hợp\)", re.IGNORECASE)
_SAYS_WORK = re.compile(  # no heading that only tells where, or what sort of thing stands under it
    r"(?!(?:Tại|Ở|Đối với|Về|Trong|Cấp|Các|Nội dung|Nhiệm vụ|Giải pháp|Công việc|Yêu cầu|Cách)\b)\S+\s+\S"
)
_CONTENT = re.compile(r"Nội dung(?:\s+\w+){0,2}", re.IGNORECASE)
_VALUE_LONG = 200  # characters of a value on the line below its label
_SENTENCE_LONG = 100  # characters; a shorter value is a list of units
_SENTENCES = re.compile(r";\s+|\.\s+(?:Đồng thời,\s+)?(?=\w)|\n")
_CHARGED = re.compile(r"(?:Trách nhiệm|Nhiệm vụ)(?: cụ thể)? của\s+", re.IGNORECASE)
_ASIDE_AFTER = re.compile(r"\s*(?:\([^()]*\)?|[-–] (?:Cơ quan|Đơn vị|cơ quan|đơn vị) .*)\s*$")
_RUNS_ON = re.compile(r"[.;]|:\s|\b(?:có trách nhiệm|chủ trì|tổ chức|thực hiện|xây dựng)\b")
_ACTS = re.compile(
    r",?\s+(?:chủ trì|tiến hành|đăng tải|tiếp tục|có trách nhiệm|rà soát|tham mưu(?!,| giúp| của))\b.*", re.DOTALL
)


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
    office: str = ""  # that the heading charges, and that the words leave out
    bare: bool = False  # labels alone stand under the heading
    chaired: bool = False  # the lead is told by "chủ trì"
    topic: Section | None = None  # the heading over one that only reads "Nội dung"
    other: tuple[tuple[str, Field], ...] = ()  # who carries out what others lead, under its label


def clause_tasks(
    clauses: Sequence[Clause], sections: Sequence[Section], text: str, year: int | None
) -> tuple[Task, ...]:
    """Every clause that names a lead unit or a deadline by label, in document order."""
    headings = {section.locator: section for section in sections if section.kind is SectionKind.HEADING}
    drafts: list[_Draft] = []
    above: list[Clause] = []  # what stands in this place since its heading or the last labels
    for clause in _with_headings(clauses, headings.values(), text):
        if above and above[-1].locator != clause.locator:
            above = []
        labels = dict(reversed(list(labelled(clause, text))))  # the first of two alike counts
        own = not leads_in(clause)
        if own and not labels and drafts and _fills(drafts[-1], clause, text):
            continue
        if own:
            above = [clause] if labels else [*above, clause]
        if not labels or (drafts and _performed(drafts[-1], clause, text, apart=own or bool(above))):
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
        draft.chaired = draft.chaired or "chủ trì" in clause.text.lower()
        above = [] if not own else above
    for draft in drafts:
        _lead_by_charge(draft, headings.get(draft.locator), text)
        office = draft.locator.rpartition("/")[0] if draft.bare else draft.locator
        _lead_by_heading(draft, headings.get(office), text)
    found = _stated(drafts, headings, text)
    places = _places(found, clauses)
    return tuple(_task(draft, places.get(draft.start, draft.locator), text, year) for draft in found)


def _with_headings(clauses: Sequence[Clause], headings: Iterable[Section], text: str) -> list[Clause]:
    """The clauses and the headings that are none but say after their words who leads, in document order."""
    starts = {clause.span.start for clause in clauses}
    found = list(clauses)
    for heading in headings:
        span = find_words(heading.heading, text, heading.span) if ":" in heading.heading else None
        if span is None or heading.span.start in starts:
            continue
        line = Clause(heading.locator, heading.heading, Span(heading.span.start, span.end))
        if not leads_in(line) and dict(labelled(line, text)).get(Role.LEAD, Field()).text:
            found.append(line)
    return sorted(found, key=lambda clause: clause.span.start) if len(found) > len(clauses) else found


def _lead_by_charge(draft: _Draft, heading: Section | None, text: str) -> None:
    """Give what only has a deadline to the office that the words over it charge and no more, and call it by its heading."""
    last = draft.named[-1]
    if Role.LEAD in draft.fields or Role.DUE not in draft.fields or isinstance(last, Section):
        return
    said = bare_charge(_words(last))
    named = draft.named[:-1] or ([heading] if heading and heading.span.start < last.span.start else [])
    if said is None or not named or (len(draft.named) == 1 and "/" not in draft.locator):
        return
    for role, words in zip((Role.LEAD, Role.SUPPORT), said, strict=True):
        if words:
            draft.fields.setdefault(role, Field(words, (find_words(words, text, last.span) or last.span,)))
    draft.named, draft.start = tuple(named), named[0].span.start


def _stated(drafts: Sequence[_Draft], headings: Mapping[str, Section], text: str) -> list[_Draft]:
    """The drafts that are tasks: those with a lead, and beside them the headings that only a deadline stands under."""
    _close_lists(drafts, headings)
    led = [draft for draft in drafts if Role.LEAD in draft.fields]
    beside = {draft.locator.rpartition("/")[0] for draft in led}
    timed = [d for d in drafts if Role.DUE in d.fields and d.bare and d.locator.rpartition("/")[0] in beside]
    found = [draft for draft in drafts if draft in led or draft in timed]
    counts = Counter(draft.locator for draft in found)
    for draft in found:
        heading = headings.get(draft.locator)
        if heading is not None and counts[draft.locator] == 1 and not _NAMELESS.fullmatch(heading.heading):
            _name_by_heading(draft, heading, headings.get(heading.parent or ""), text)
    return found


def _close_lists(drafts: Sequence[_Draft], headings: Mapping[str, Section]) -> None:
    """Give labels that stand behind the last item of a list, and behind no other, to what the list stands under.

    "2.1. Mở lớp học … (1) Lớp thứ nhất: … (2) Lớp thứ hai: … - Thời gian: …; - Đơn vị chủ trì: …" is one task, 2.1.
    """
    own = {draft.locator for draft in drafts}
    for draft in drafts:
        item = headings.get(draft.locator)
        above = headings.get(item.parent or "") if item else None
        if item is None or above is None or "/" not in above.locator or above.locator in own:
            continue
        beside = [one for one in headings.values() if one.parent == above.locator]
        labelled_too = any(one is not item and one.locator in own for one in beside)
        said = draft.named[0].span.start if len(draft.named) == 1 else -1
        if len(beside) > 1 and beside[-1] is item and not labelled_too and said == item.span.start:
            draft.locator, draft.named, draft.start = above.locator, (above,), above.span.start


def _places(drafts: Sequence[_Draft], clauses: Sequence[Clause]) -> dict[int, str]:
    """The locators of tasks that share a section, by where they start: the k-th item under III/7 is III/7-k.

    Items are counted as a reader counts them: those with the same bullet that are no mere labels.
    """
    counts = Counter(draft.locator for draft in drafts)
    shared = {locator for locator, count in counts.items() if count > 1}
    turns: Counter[tuple[str, str]] = Counter()
    items: dict[int, int] = {}
    for clause in clauses:
        if clause.locator in shared and not leads_in(clause):
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
    if draft.open is None or draft.locator != clause.locator:
        return False
    mark = read_mark(clause.text)
    words = (mark.rest if mark else clause.text).rstrip(" .;")
    fits = starts_like_unit(words) if draft.open in (Role.LEAD, Role.SUPPORT) else draft.open is Role.DUE
    fits = fits and (draft.open is not Role.DUE or looks_like_due(words))
    below = clause.marker != draft.marker or not (clause.marker or draft.fields[draft.open].text)
    first = not (clause.marker or draft.fields[draft.open].text) and len(words) <= _VALUE_LONG and ":" not in words
    fits = fits or (first and draft.open is not Role.DUE)
    if clause.marker != "+" and not (below and fits):
        return False
    span = find_words(words, text, clause.span) or clause.span
    value = _stopped(draft.fields[draft.open], text)
    draft.fields[draft.open] = Field(f"{value.text} {words}".strip(), (*value.spans, span))
    draft.end = max(draft.end, clause.span.end)
    return True


def _performed(draft: _Draft, clause: Clause, text: str, *, apart: bool) -> bool:
    """Whether a clause says who carries out the task above, which others lead; it is then told beside its roles."""
    said = performer(clause, text) if draft.chaired and not apart and draft.locator == clause.locator else None
    if said is None or Role.LEAD not in draft.fields:
        return False
    draft.other = (*draft.other, said) if said[1].text else draft.other
    draft.end = max(draft.end, clause.span.end)
    return True


def _stopped(value: Field, text: str) -> Field:
    """A value with the stop that is printed after it, so that what is added to it stays apart."""
    if not value.spans or text[value.spans[-1].end : value.spans[-1].end + 1] not in {";", ",", "."}:
        return value
    *first, last = value.spans
    return Field(value.text + text[last.end], (*first, Span(last.start, last.end + 1)))


def _lead_by_heading(draft: _Draft, heading: Section | None, text: str) -> None:
    """Give an item, or a heading, that only states its deadline to the office that the heading over it names."""
    if heading is None or Role.LEAD in draft.fields or Role.DUE not in draft.fields:
        return
    charged = _CHARGED.match(heading.heading)
    unit = _ASIDE_AFTER.sub("", heading.heading[charged.end() if charged else 0 :])
    if charged or (starts_like_unit(unit) and not _RUNS_ON.search(unit)):
        if len(draft.named) > 1 and draft.named[0].span.start == heading.span.start:
            draft.named = draft.named[1:]
        draft.fields[Role.LEAD] = Field(unit, (find_words(unit, text, heading.span) or heading.span,))
        draft.office = unit


def _name_by_heading(draft: _Draft, heading: Section, over: Section | None, text: str) -> None:
    """Call a task by its heading where several clauses under it have one set of labels.

    A heading over a single clause says with it what is to be done, unless it names an office or a place or leads in what
    follows; one that reads "Nội dung" says so with the heading over it.
    """
    first = draft.named[0]
    lead_in = text[heading.span.start : first.span.start].rstrip().endswith(":")
    if _CONTENT.fullmatch(heading.heading) and draft.fields.get(Role.NAME, Field()).text:
        draft.topic = over
    elif len(draft.named) > 1:
        draft.named = (heading,)
    elif first.span.start > heading.span.start and not lead_in and _SAYS_WORK.match(heading.heading):
        draft.named = draft.named if starts_like_unit(heading.heading) else (heading, first)
    draft.start = draft.named[0].span.start


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
    label = LABEL.search(words)
    return (words[: label.start()] if label else words).rstrip(" .;:-–([")


def _name(draft: _Draft, text: str) -> Field:
    """The task's words: its heading, its clauses, or under a heading that only counts what is labelled "Nội dung"."""
    content = draft.fields.get(Role.NAME)
    first = draft.named[0]
    if content and content.text and isinstance(first, Section) and _NAMELESS.fullmatch(first.heading):
        return content
    if draft.topic is not None and content:
        words = draft.topic.heading.rstrip(" .:;")
        span = find_words(words, text, draft.topic.span) or draft.topic.span
        return Field(f"{words}: {content.text}", (span, *content.spans))
    whole = Span(draft.start, draft.end)
    found = [(words, find_words(words, text, whole) or whole) for words in map(_words, draft.named)]
    return Field(" ".join(words for words, _ in found), tuple(span for _, span in found))


def shared(lead: Field, support: Field, text: str) -> tuple[Field, Field]:
    """Lead and support; a lead that reads "A chủ trì, phối hợp với B" or "A chủ trì, B phối hợp" gives B to the support that nothing fills."""
    both = _SHARED.fullmatch(lead.text) or _HELPED.fullmatch(lead.text)
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


def units_in(lead: str, support: str) -> Split:
    """The units of both values; a lead that marks its offices "(chủ trì)" and "(phối hợp)" names supports too."""
    if not support and _MARKED.search(lead):
        return split_roles(lead)
    return Split(acting_units(lead), acting_units(support))


def _task(draft: _Draft, locator: str, text: str, year: int | None) -> Task:
    lead, support, due = (draft.fields.get(role, Field()) for role in (Role.LEAD, Role.SUPPORT, Role.DUE))
    lead, support = shared(lead, support, text)
    name = _name(draft, text)
    if draft.office and not support.text:
        with_whom, words = own_work(name.text.removeprefix(f"{draft.office}:").strip(" ,"))
        whole = Span(draft.start, draft.end)
        name = Field(words, (find_words(words, text, whole) or whole,)) if words != name.text else name
        support = Field(with_whom, (find_words(with_whom, text, whole) or whole,)) if with_whom else support
    units = units_in(lead.text, support.text)
    return Task(
        locator=locator,
        annex=None,
        group=None,
        ordinal=draft.locator.rpartition("/")[2],
        parent=None,
        name=name,
        lead=lead,
        support=support,
        result=draft.fields.get(Role.RESULT, Field()),
        due=due,
        note=Field(),
        leads=units.leads,
        supports=units.supports,
        when=parse_due(due.text, year),
        spans=(Span(draft.start, draft.end),),
        other=draft.other,
    )
