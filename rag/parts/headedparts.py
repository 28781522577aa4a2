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
from rag.answer import Answer, Status
from rag.citations import cite, first_line, plan_name
from rag.corpus.entries import sections_over
from rag.corpus.library import Library, once
from rag.language.nth import turns
from rag.language.words import either, shared_first, sound, without_and
from rag.parts.placeslisted import ASKS_WORK
from rag.parts.sectionparts import part_item
from rag.parts.tasksunder import OF_ROWS, tasks_under, tell_tasks
from rag.query.question import Query
from rag.query.rownouns import are_of_table
from rag.query.subjects import ACTING, GIVEN, GOES_ON, is_one
from rag.rows.groups import POINTED
from rag.units.givenwork import tableless
from rag.wording import shorten

_MANY: Final = either("những", "các", "tất cả", "toàn bộ", "từng", "liệt kê", "kể tên", "danh sách")
_HOW_MANY: Final = either("mấy", "bao nhiêu", "số", "số lượng", "tổng số")
_SORT: Final = rf"(?:(?:{either('nhóm', 'loại', 'dạng', 'đầu mục', 'tên')}) )?"
_SORTED: Final = re.compile(rf"\b(?:{either('nhóm', 'loại', 'dạng', 'đầu mục')})\b")
_ASKED: Final = re.compile(rf"\b(?:(?P<many>{_MANY})|(?P<count>{_HOW_MANY})) {_SORT}(?P<said>(?!{_MANY}\b)\S.*)")
_LISTS: Final = re.compile(
    rf"\b(?:{either('nào', 'gì', 'ai', 'liệt kê', 'kể tên', 'kể ra', 'nêu', 'nêu tên', 'danh sách', 'cho biết')})\b"
)
_OFFICES: Final = re.compile(
    rf"(?:{either('ai', 'đơn vị', 'cơ quan', 'bộ phận', 'cá nhân', 'tổ chức', 'đối tượng', 'người', 'thành viên', 'sở', 'ngành', 'ban', 'đầu mối', 'lực lượng', 'đồng chí', 'chủ thể', 'địa phương', 'bên', 'đoàn thể', 'tập thể', 'phòng')})\b(?! {either('thực hiện', 'trọng tâm')}\b)"
)
_ONE_OFFICE: Final = re.compile(
    rf"\b(?:{either('ai', 'đơn vị nào', 'cơ quan nào', 'bộ phận nào', 'người nào', 'sở nào', 'bên nào', 'phòng nào')}) (?:{either('được', 'phải', 'nhận', 'có')})\b"
    rf"|\b(?:{either('cho', 'do', 'của', 'là', 'với')}) (?:{either('ai', 'đơn vị', 'cơ quan', 'bộ phận', 'cá nhân', 'tổ chức', 'đối tượng', 'người', 'đồng chí', 'bên', 'phòng', 'sở', 'tổ', 'ban')})\b"
)
"""The same of one section named by its number: "mục III.6 giao việc cho bộ phận nào"."""
_GIVES: Final = re.compile(
    rf"\b(?:{either('giao', 'được giao', 'phân công', 'trách nhiệm', 'nhiệm vụ', 'phân việc', 'giao việc', 'có việc', 'nêu tên', 'nhắc tên', 'có tên', 'điểm tên')})\b"
)
_SIDES: Final = re.compile(rf"\b(?:{either('phối hợp', 'chủ trì', 'báo cáo', 'gửi')})\b")
_ROUND: Final = re.compile(rf"(?P<noun>{either('đợt', 'giai đoạn', 'vòng', 'bước', 'kỳ', 'phiên', 'khóa')})\b")
_LISTS_ROUNDS: Final = re.compile(rf"\b(?:{_MANY}) {_ROUND.pattern}")
_ROUNDS: Final = {sound(noun): fold for noun, fold in (
    ("đợt", "dot"), ("giai đoạn", "giai doan"), ("vòng", "vong"), ("bước", "buoc"), ("kỳ", "ky"), ("phiên", "phien"), ("khóa", "khoa"),
)}  # fmt: skip
_OF_ROWS: Final = re.compile(rf"(?:{either('nhiệm vụ', 'việc', 'công việc', 'đầu việc', 'chỉ tiêu', 'hoạt động')})\b")
_MATTER: Final = re.compile(
    rf"(?:{either('kinh phí', 'chế độ', 'thời gian', 'nguồn', 'công tác', 'nội dung', 'cơ chế', 'quy trình', 'điều kiện', 'hình thức', 'tiến độ', 'lộ trình', 'thông tin', 'báo cáo', 'trong', 'trên', 'khi', 'nếu', 'căn cứ', 'định kỳ', 'khen thưởng', 'thi đua', 'quá trình', 'việc')})\b"
)
"""How a part begins that is headed by no office or person."""
_PLURAL: Final = re.compile(rf"^(?:{either('một số', 'các', 'những')}) ")
_GAP: Final = re.compile(
    rf" (?:{either('nào', 'gì', 'trong', 'của', 'ở', 'tại', 'sau', 'theo', 'cho', 'khi', 'được', 'là', 'về')})\b"
)
_OF_PARTS: Final = re.compile(
    rf"(?:{either('nội dung', 'việc', 'công việc', 'nhiệm vụ', 'giải pháp', 'mục', 'phần', 'khoản', 'điểm', 'ý', 'yêu cầu', 'đầu việc', 'hoạt động', 'vấn đề')})\b"
)
"""What the parts of a section named by its number are called, whatever they are."""
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
_FEW_UNSAID: Final = 0.3
"""The share of a heading's syllables that may be left out."""
_NAME: Final = 40
"""Characters at the beginning of a part that may tell its turn."""
_LONGEST: Final = 8
"""Words of a heading that closes like a sentence."""
_SHOWN: Final = 80


@dataclass(frozen=True, slots=True)
class Parts:
    """The numbered parts right under a heading, or of a whole plan without one, of the plan of that number."""

    plan: int
    over: Section | None
    parts: tuple[Section, ...]

    @property
    def place(self) -> str:
        """The number of the heading; "" for a whole plan."""
        return self.over.locator if self.over else ""

    @property
    def heading(self) -> str:
        """The words of the heading; "" for a whole plan."""
        return self.over.heading if self.over else ""


def answer_headed_parts(query: Query, library: Library, *, counted: bool) -> Answer | None:
    """The parts that the question asks for, or how many there are where ``counted``; None where it asks for no parts."""
    if query.actors or query.pointer.annex or query.pointer.group or query.quoted:
        return None
    if any(one.kind == "number" and not one.plans for one in query.mentions) or are_of_table(query.nouns, library):
        return None
    heard = without_and(library.hear(query.typed))
    for at in [match.start() for match in re.finditer(r"\b\w", heard)]:
        asked = _ASKED.match(heard, at)
        if asked is None or (asked["count"] is not None) is not counted:
            continue
        if not counted and not _LISTS.search(heard):
            return None
        if found := _found(query, library, heard, asked["said"]):
            said = "" if _SORTED.search(asked[0].removesuffix(asked["said"])) else asked["said"]
            return tell_parts(query, library, found, counted=counted, said=said)
    if counted or not _ONE_OFFICE.search(heard):
        return None
    if _pointed(query) or any(_is_named(library, one, heard) for one in _scope(query, library)):
        found = _assigning(query, library, heard)
        return tell_parts(query, library, found, counted=False) if found else _one_office(query, library, heard)
    return None


def answer_rounds(query: Query, library: Library) -> Answer | None:
    """The rounds that the question lists ("gồm những đợt nào"); None where it asks for other parts or for none."""
    lists_rounds = _LISTS_ROUNDS.search(without_and(query.spoken))
    return answer_headed_parts(query, library, counted=False) if lists_rounds else None


def _pointed(query: Query) -> str:
    """The number of the section that the question names; "" for none. A bare number may be of a plan without chapters."""
    return query.pointer.prose or query.pointer.ordinal or ""


def _found(query: Query, library: Library, heard: str, said: str) -> Parts | None:
    """The one heading whose parts are called so; of offices only those parts that one heads."""
    if (noun := _ROUND.match(said)) is not None:
        fitting = [one for one in _scope(query, library) if _are_rounds(one, noun["noun"])]
        return _only([one for one in fitting if tells_rest(query, library, one, {*noun["noun"].split()})])
    of_office = _OFFICES.match(said) is not None
    if of_office and ASKS_WORK.search(heard):
        return None  # "các tổ chức … phải làm gì"
    if of_office and (found := _assigning(query, library, heard)):
        return found
    scope = list(_scope(query, library))
    if _pointed(query) and _OF_PARTS.match(said):
        return _only([one for one in scope if tells_rest(query, library, one, set())])
    return (
        _longest(query, library, scope, said)
        or _only(list(filter(None, (_named_so(query, library, one, said) for one in scope))))
        or _longest(query, library, scope, said, unsaid=_FEW_UNSAID)
    )


def _longest(query: Query, library: Library, scope: Sequence[Parts], said: str, *, unsaid: float = 0) -> Parts | None:
    """The one heading that begins with the most of what is asked for; ``unsaid`` is the share of it that may be left out."""
    called = [(size, one) for one in scope if (size := _called(query, library, one, said, unsaid=unsaid))]
    longest = max((size for size, _ in called), default=0)
    return _only([one for size, one in called if size == longest])


def _assigning(query: Query, library: Library, heard: str) -> Parts | None:
    """The heading whose parts are each given work, named by its number or words or the only one of its plan."""
    if _SIDES.search(heard) or query.role == "support":
        return None
    groups = [offices_of(one) for one in _scope(query, library)]
    groups = [one for one in groups if len(one.parts) >= _FEWEST]
    named = [one for one in groups if _pointed(query) or _is_named(library, one, heard)]
    if not named and not _GIVES.search(heard):
        return None
    fitting = [one for one in named or groups if tells_rest(query, library, one, set())]
    if named:
        return _only(fitting)
    fitting = [one for one in fitting if one.plan in tableless(library)]
    giving = [one for one in fitting if _GIVES.search(sound(one.heading)) or _is_last(library, one)]
    return _only(fitting) or _only(giving)


def _is_last(library: Library, one: Parts) -> bool:
    """Whether its heading says only that the plan is carried out, as the last one does."""
    return _core(library, one) == sound("tổ chức thực hiện")


def _is_named(library: Library, one: Parts, heard: str) -> bool:
    """Whether the question says the whole heading, or as a place the words that open it."""
    core = _core(library, one)
    whole = len(core.split()) >= _LEAST_HEADING and f" {core} " in f" {heard} "
    return whole and re.search(rf"\b(?:{_NAMES_PLACE}) (?:{_NAMES_PLACE} )?{re.escape(core)}\b", heard) is not None


def offices_of(one: Parts) -> Parts:
    """Its parts that an office or a person heads; none of them where most are headed otherwise."""
    headed = tuple(part for part in one.parts if _is_office(part.heading))
    sure = sum(GIVEN.match(part.heading) is not None or is_one(part.heading) for part in one.parts)
    return Parts(one.plan, one.over, headed if sure >= _MOSTLY * len(headed) > 0 else ())


def _is_office(heading: str) -> bool:
    matter = _MATTER.match(sound(heading)) or re.match(ACTING, heading, re.IGNORECASE)
    return is_one(GIVEN.sub("", heading)) or not matter


def _are_rounds(one: Parts, noun: str) -> bool:
    """Whether each of the parts is a round of that name, by its words or its number."""
    names = (f"{part.locator.rpartition('/')[2]}. {part.heading[:_NAME]}" for part in one.parts)
    in_turn = all(any(kind == _ROUNDS[noun] for kind, _ in turns(name)) for name in names)
    return in_turn or all(_NUMBERED.sub("", sound(part.heading)).startswith(f"{noun} ") for part in one.parts)


def _called(query: Query, library: Library, one: Parts, said: str, *, unsaid: float) -> int:
    """How many syllables of what is asked for begin the heading, where the question or the plan's head says the rest of it."""
    if _is_last(library, one) or (one.plan not in tableless(library) and _OF_ROWS.match(said)):
        return 0
    core = _core(library, one)
    size = shared_first(core.split(), said.split())
    known = {*said.split(), *query.spoken.split()} | _FILLING | library.profiles[one.plan].words
    meant = size >= _LEAST_NAME and len({*core.split()} - known) <= unsaid * len(core.split())
    return size if meant and tells_rest(query, library, one, {*core.split()}) else 0


def _named_so(query: Query, library: Library, one: Parts, said: str) -> Parts | None:
    """The parts that all, or those told apart by their turn that, begin with what is asked for; None without several."""
    name = _GAP.split(said, maxsplit=1)[0].split()
    if len(name) < _LEAST_NAME or not tells_rest(query, library, one, {*name}):
        return None
    begin = [part for part in one.parts if library.hear(part.heading).split()[: len(name)] == name]
    in_turn = all(turns(part.heading[:_NAME]) for part in begin)
    whole = len(begin) == len(one.parts) or (in_turn and len(name) > _LEAST_NAME)
    return Parts(one.plan, one.over, tuple(begin)) if whole and len(begin) >= _FEWEST else None


def tells_rest(query: Query, library: Library, one: Parts, said: set[str]) -> bool:
    """Whether the plan's head or the headings over the parts say all else that the question says, its years as well."""
    plan, profile = library.plans[one.plan], library.profiles[one.plan]
    rest = query.unpointed if query.pointer.empty else query.unpointed.drop_matches(POINTED)
    words = rest.content()
    left = {word for word, weight in words.items() if weight >= 1.0 and not word.isdigit()} - said - _FILLING
    left -= profile.words | profile.own_words
    left |= {str(year) for year in query.years if year != profile.year}
    if not left:
        return True
    over = " ".join(section.heading for section in sections_over(plan, one.place))
    opening = _opening(plan, one.over) if one.over else ""
    return left <= {*library.hear(f"{plan.header.title} {over} {one.heading} {opening}").split()}


def _opening(plan: Plan, over: Section) -> str:
    """What stands between a heading and its first part."""
    inner = (one.span.start for one in plan.sections if over.span.start < one.span.start < over.span.end)
    return plan.text[over.span.start : min(inner, default=over.span.end)]


def _scope(query: Query, library: Library) -> Iterator[Parts]:
    for one in headed_parts(library):
        if query.covers(one.plan) and _pointed(query) in ("", one.place):
            yield one


@once
def headed_parts(library: Library) -> Sequence[Parts]:
    """Every heading of the plans with two or more numbered parts, whose place may be printed twice, and plans without one."""
    found = []
    for number, plan in enumerate(library.plans):
        heads = [one for one in plan.sections if one.kind is SectionKind.HEADING]
        for over in heads:
            inner = (one for one in heads if over.span.start < one.span.start < over.span.end)
            parts = tuple(one for one in inner if one.parent == over.locator)
            a_sentence = over.heading.endswith((".", ";")) and len(over.heading.split()) > _LONGEST
            if len(parts) >= _FEWEST and not a_sentence:
                found.append(Parts(number, over, parts))
        outer = tuple(one for one in heads if "/" not in one.locator)
        if len(outer) >= _FEWEST and all(one.locator.isdigit() for one in outer):
            found.append(Parts(number, None, outer))
    return found


def _one_office(query: Query, library: Library, heard: str) -> Answer | None:
    """The office that heads the one section named by its number, where it is asked whom that gives work."""
    place = _pointed(query)
    if not place or not _GIVES.search(heard) or _SIDES.search(heard):
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
    plan, name = library.plans[number], name_of(head)
    if not (is_one(name) and tells_rest(query, library, Parts(number, head, ()), set())):
        return None
    citations = cite(plan, place, (first_line(plan, head.span),))
    items = (part_item(plan, place, head.heading),)
    text = f"{name} ({plan_name(plan)}, {place})."
    return Answer(query.typed, Status.ANSWERED, text, (name,), items, citations, method="retrieval")


def name_of(part: Section) -> str:
    """The office or person that heads a part."""
    return GOES_ON.split(GIVEN.sub("", part.heading), maxsplit=1)[0].strip(" :;.,")


def tell_parts(query: Query, library: Library, found: Parts, *, counted: bool, said: str = "") -> Answer:
    """The parts found, or how many there are; ``said`` is what they are called: tasks are those under them."""
    plan = library.plans[found.plan]
    if OF_ROWS.match(said) and (tasks := tasks_under(library, found.plan, found.parts)):
        return tell_tasks(query, library, found.plan, tasks, place=found.place, counted=counted)
    items = tuple(part_item(plan, one.locator, one.heading) for one in found.parts)
    citations = tuple(one for part in found.parts for one in cite(plan, part.locator, (first_line(plan, part.span),)))
    lines = "; ".join(f"{one.locator} – {shorten(one.name, _SHOWN)}" for one in items)
    text = f"{plan_name(plan)}, {found.place or 'các mục lớn'}: {len(items)}{'' if counted else f' – {lines}'}."
    values = (str(len(items)),) if counted else ()
    return Answer(query.typed, Status.ANSWERED, text, values, items, citations, method="retrieval")


def _only(found: Sequence[Parts]) -> Parts | None:
    return found[0] if len(found) == 1 else None


def _core(library: Library, one: Parts) -> str:
    """How a heading sounds without its number, "và" and what only says that there are several."""
    return _PLURAL.sub("", _NUMBERED.sub("", without_and(library.hear(one.heading.strip(" *_-:.")))))
