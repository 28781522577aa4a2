"""The parts of one heading, listed or counted by what a question calls them.

"Những ai được phân công ở mục IV" and "phần tổ chức thực hiện giao cho những đơn vị nào" ask for the offices and people that
its parts are headed by, "gồm những đợt nào" for its rounds, "có mấy hình thức" for what stands under a heading of that name.
All else that is said must be of the plan or of the headings over the parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.plan import Plan, Section, SectionKind
from ingest.units import starts_like_unit
from rag.answer import Answer, Status
from rag.citations import cite, first_line, plan_name
from rag.entries import sections_over
from rag.library import Library, once
from rag.nth import turns
from rag.question import Query
from rag.sectionparts import part_item
from rag.subjects import ACTING, COMRADE, GIVEN, GOES_ON
from rag.wording import shorten
from rag.words import either, sound, without_and

_MANY: Final = either("những", "các", "tất cả", "toàn bộ", "từng", "liệt kê", "kể tên", "danh sách")
_HOW_MANY: Final = either("mấy", "bao nhiêu", "số", "số lượng", "tổng số")
_SORT: Final = rf"(?:(?:{either('nhóm', 'loại', 'dạng', 'đầu mục', 'tên')}) )?"
_ASKED: Final = re.compile(rf"\b(?:(?P<many>{_MANY})|(?P<count>{_HOW_MANY})) {_SORT}(?P<said>(?!{_MANY}\b)\S.*)")
_LISTS: Final = re.compile(
    rf"\b(?:{either('nào', 'gì', 'ai', 'liệt kê', 'kể tên', 'kể ra', 'nêu', 'nêu tên', 'danh sách', 'cho biết')})\b"
)
_OFFICES: Final = re.compile(
    rf"(?:{either('ai', 'đơn vị', 'cơ quan', 'bộ phận', 'cá nhân', 'tổ chức', 'đối tượng', 'người', 'thành viên', 'sở', 'ngành', 'ban', 'đầu mối', 'lực lượng', 'đồng chí', 'chủ thể', 'địa phương', 'bên', 'đoàn thể', 'tập thể', 'phòng')})\b(?! {either('thực hiện', 'trọng tâm')}\b)"
)
_ONE_OFFICE: Final = re.compile(
    rf"\b(?:{either('cho', 'do', 'của', 'là', 'với')}) (?:{either('ai', 'đơn vị', 'cơ quan', 'bộ phận', 'cá nhân', 'tổ chức', 'đối tượng', 'người', 'đồng chí', 'bên', 'phòng', 'sở', 'tổ', 'ban')})\b"
)
"""The same of one section named by its number: "mục III.6 giao việc cho bộ phận nào"."""
_GIVES: Final = re.compile(
    rf"\b(?:{either('giao', 'được giao', 'phân công', 'trách nhiệm', 'nhiệm vụ', 'phân việc', 'giao việc', 'có việc', 'nêu tên', 'nhắc tên', 'có tên', 'điểm tên')})\b"
)
_SIDES: Final = re.compile(rf"\b(?:{either('phối hợp', 'chủ trì', 'báo cáo', 'gửi')})\b")
_ROUND: Final = re.compile(rf"(?P<noun>{either('đợt', 'giai đoạn', 'vòng', 'bước', 'kỳ', 'phiên', 'khóa')})\b")
_ROUNDS: Final = {sound(noun): fold for noun, fold in (
    ("đợt", "dot"), ("giai đoạn", "giai doan"), ("vòng", "vong"), ("bước", "buoc"), ("kỳ", "ky"), ("phiên", "phien"), ("khóa", "khoa"),
)}  # fmt: skip
_OF_ROWS: Final = re.compile(rf"(?:{either('nhiệm vụ', 'việc', 'công việc', 'đầu việc', 'chỉ tiêu', 'hoạt động')})\b")
_MATTER: Final = re.compile(
    rf"(?:{either('kinh phí', 'chế độ', 'thời gian', 'nguồn', 'công tác', 'nội dung', 'cơ chế', 'quy trình', 'điều kiện', 'hình thức', 'tiến độ', 'lộ trình', 'thông tin', 'báo cáo', 'trong', 'trên', 'khi', 'nếu', 'căn cứ', 'định kỳ', 'khen thưởng', 'thi đua', 'quá trình', 'việc')})\b"
)
"""How a part begins that is headed by no office or person."""
_NUMBERED: Final = re.compile(r"^(?:(?:[ivxlc]+|\d+) )+")
_NAMES_PLACE: Final = either("phần", "mục", "chương", "tại", "trong", "ở", "theo")
_FILLING: Final = frozenset(
    sound(
        "công tác nội dung việc hoạt động nhiệm vụ giải pháp về phần mục theo trong của ở tại trên địa bàn kế hoạch này thì gồm bao có"
        " những các nào gì mấy cụ thể chính chủ yếu trọng tâm sau khi triển khai thực hiện ra nêu bằng qua thông dưới chia thành làm"
        " tổ chức giao được phân công trách nhiệm cho ai đơn vị cơ quan bộ phận cá nhân đối tượng người thành viên sở ngành ban đầu"
        " mối lực lượng đồng chí địa phương bên đoàn thể phòng tập thể nhóm loại dạng tên tổng số lượng bao nhiêu liệt kê kể danh"
        " sách tất cả toàn bộ phải là đề đưa lớn nhỏ xã phường tỉnh huyện bản hiện tiến hành lần lượt trách chương đặt áp dụng"
    ).split()
)
_FEWEST: Final = 2
_LEAST_NAME: Final = 2
"""Syllables that name what stands under a heading."""
_LEAST_HEADING: Final = 3
"""Syllables of a heading that names it wherever it is said."""
_MOSTLY: Final = 0.6
_SHOWN: Final = 80


@dataclass(frozen=True, slots=True)
class Parts:
    """The numbered parts right under a heading, of the plan of that number."""

    plan: int
    over: Section
    parts: tuple[Section, ...]


def answer_headed_parts(query: Query, library: Library, *, counted: bool) -> Answer | None:
    """The parts that the question asks for, or how many there are where ``counted``; None where it asks for no parts."""
    if query.actors or query.pointer.annex or query.pointer.ordinal or query.quoted or query.has("number"):
        return None
    heard = without_and(library.hear(query.typed))
    if not counted and (told := _one_office(query, library, heard)):
        return told
    for at in [match.start() for match in re.finditer(r"\b\w", heard)]:
        asked = _ASKED.match(heard, at)
        if asked is None or (asked["count"] is not None) is not counted:
            continue
        if not counted and not _LISTS.search(heard):
            return None
        if found := _found(query, library, heard, asked["said"]):
            return _tell(query, library, found, counted=counted)
    named = (
        not counted
        and _ONE_OFFICE.search(heard)
        and any(_is_named(library, one, heard) for one in _scope(query, library))
    )
    found = _assigning(query, library, heard) if named else None
    return _tell(query, library, found, counted=False) if found else None


def _found(query: Query, library: Library, heard: str, said: str) -> Parts | None:
    """The one heading whose parts are called so; of offices only those parts that one heads."""
    if (noun := _ROUND.match(said)) is not None:
        fitting = [one for one in _scope(query, library) if _are_rounds(one, _ROUNDS[noun["noun"]])]
        return _only([one for one in fitting if _tells_rest(query, library, one, {*noun["noun"].split()})])
    if _OFFICES.match(said):
        return _assigning(query, library, heard)
    called = [one for one in _scope(query, library) if _is_called(query, library, one, said)]
    longest = max((_shared(_core(library, one.over), said) for one in called), default=0)
    return _only([one for one in called if _shared(_core(library, one.over), said) == longest])


def _assigning(query: Query, library: Library, heard: str) -> Parts | None:
    """The heading whose parts are each given work, named by its number or words or the only one of its plan."""
    if _SIDES.search(heard) or query.role == "support":
        return None
    groups = [_of_offices(one) for one in _scope(query, library)]
    groups = [one for one in groups if len(one.parts) >= _FEWEST]
    named = [one for one in groups if query.pointer.prose or _is_named(library, one, heard)]
    if not named and (not _GIVES.search(heard)):
        return None
    fitting = [one for one in named or groups if _tells_rest(query, library, one, set())]
    if named or len(fitting) < _FEWEST:
        return _only([one for one in fitting if named or not library.plans[one.plan].tasks])
    giving = [one for one in fitting if _GIVES.search(sound(one.over.heading)) or _is_last(library, one)]
    return _only([one for one in giving if not library.plans[one.plan].tasks])


def _is_last(library: Library, one: Parts) -> bool:
    """Whether its heading says only that the plan is carried out, as the last one does."""
    return _core(library, one.over) == sound("tổ chức thực hiện")


def _is_named(library: Library, one: Parts, heard: str) -> bool:
    """Whether the question says the whole heading, or as a place the words that open it."""
    core = _core(library, one.over)
    whole = len(core.split()) >= _LEAST_HEADING and f" {core} " in f" {heard} "
    return whole and re.search(rf"\b(?:{_NAMES_PLACE}) (?:{_NAMES_PLACE} )?{re.escape(core)}\b", heard) is not None


def _of_offices(one: Parts) -> Parts:
    """Its parts that an office or a person heads; none of them where most are headed otherwise."""
    headed = tuple(part for part in one.parts if _is_office(part.heading))
    unit_like = sum(
        starts_like_unit(GIVEN.sub("", part.heading))
        or bool(GIVEN.match(part.heading))
        or bool(COMRADE.match(part.heading))
        for part in one.parts
    )
    return Parts(one.plan, one.over, headed if unit_like >= _MOSTLY * len(headed) > 0 else ())


def _is_office(heading: str) -> bool:
    bare = GIVEN.sub("", heading)
    if starts_like_unit(bare) or COMRADE.match(heading):
        return True
    return not (_MATTER.match(sound(heading)) or re.match(ACTING, heading, re.IGNORECASE))


def _are_rounds(one: Parts, noun: str) -> bool:
    """Whether each of the parts is a round of that name."""
    return all(any(kind == noun for kind, _ in turns(part.heading[:40])) for part in one.parts)


def _is_called(query: Query, library: Library, one: Parts, said: str) -> bool:
    """Whether the heading begins with what is asked for, and the question or the plan's head says all the rest of it."""
    if library.plans[one.plan].tasks and _OF_ROWS.match(said):
        return False
    core = _core(library, one.over)
    if _shared(core, said) < _LEAST_NAME:
        return False
    known = {*said.split(), *query.spoken.split()} | _FILLING | library.profiles[one.plan].words
    return {*core.split()} <= known and _tells_rest(query, library, one, {*core.split()})


def _tells_rest(query: Query, library: Library, one: Parts, said: set[str]) -> bool:
    """Whether the plan's head or the headings over the parts say all else that the question says."""
    plan, profile = library.plans[one.plan], library.profiles[one.plan]
    words = query.unpointed.content()
    left = {word for word, weight in words.items() if weight >= 1.0 and not word.isdigit()} - said - _FILLING
    left -= profile.words | profile.own_words
    if not left:
        return True
    over = " ".join(section.heading for section in sections_over(plan, one.over.locator))
    return left <= {*library.hear(f"{over} {one.over.heading} {_opening(plan, one)}").split()}


def _opening(plan: Plan, one: Parts) -> str:
    """What stands between a heading and its first part."""
    return plan.text[one.over.span.start : one.parts[0].span.start]


def _scope(query: Query, library: Library) -> Iterator[Parts]:
    for one in _headed(library):
        if query.covers(one.plan) and query.pointer.prose in (None, one.over.locator):
            yield one


@once
def _headed(library: Library) -> Sequence[Parts]:
    """Every heading of the plans with two or more numbered parts; its place may be printed twice."""
    found = []
    for number, plan in enumerate(library.plans):
        heads = [one for one in plan.sections if one.kind is SectionKind.HEADING]
        for over in heads:
            parts = tuple(
                one for one in heads if one.parent == over.locator and over.span.start < one.span.start < over.span.end
            )
            if len(parts) >= _FEWEST and not over.heading.endswith((".", ";")):
                found.append(Parts(number, over, parts))
    return found


def _one_office(query: Query, library: Library, heard: str) -> Answer | None:
    """The office that heads the one section named by its number, where it is asked whom that gives work."""
    place = query.pointer.prose
    if not place or not (_ONE_OFFICE.search(heard) and _GIVES.search(heard)) or _SIDES.search(heard):
        return None
    heads = [
        (number, one)
        for number, plan in enumerate(library.plans)
        if query.covers(number)
        for one in plan.sections
        if one.kind is SectionKind.HEADING and one.locator == place
    ]
    if len(heads) != 1:
        return None
    ((number, head),) = heads
    plan = library.plans[number]
    inner = next((one for one in _headed(library) if one.plan == number and one.over is head), None)
    if inner is not None and len(offices := _of_offices(inner).parts) >= _FEWEST:
        return _tell(query, library, Parts(number, head, offices), counted=False)
    if not starts_like_unit(name := _name(head)) and not COMRADE.match(name):
        return None
    citations = cite(plan, place, (first_line(plan, head.span),))
    items = (part_item(plan, place, head.heading),)
    text = f"{name} ({plan_name(plan)}, {place})."
    return Answer(query.typed, Status.ANSWERED, text, (name,), items, citations, method="retrieval")


def _name(part: Section) -> str:
    """The office or person that heads a part."""
    return GOES_ON.split(GIVEN.sub("", part.heading), maxsplit=1)[0].strip(" :;.,")


def _tell(query: Query, library: Library, found: Parts, *, counted: bool) -> Answer:
    plan = library.plans[found.plan]
    items = tuple(part_item(plan, one.locator, one.heading) for one in found.parts)
    citations = tuple(one for part in found.parts for one in cite(plan, part.locator, (first_line(plan, part.span),)))
    lines = "; ".join(f"{one.locator} – {shorten(one.name, _SHOWN)}" for one in items)
    text = f"{plan_name(plan)}, {found.over.locator}: {len(items)}{'' if counted else f' – {lines}'}."
    values = (str(len(items)),) if counted else ()
    return Answer(query.typed, Status.ANSWERED, text, values, items, citations, method="retrieval")


def _only(found: Sequence[Parts]) -> Parts | None:
    return found[0] if len(found) == 1 else None


def _core(library: Library, over: Section) -> str:
    """How a heading sounds without its number and "và"."""
    return _NUMBERED.sub("", without_and(library.hear(over.heading.strip(" *_-:."))))


def _shared(words: str, said: str) -> int:
    """How many first syllables two texts share."""
    pairs = enumerate(zip(words.split(), said.split(), strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(words.split()), len(said.split())))
