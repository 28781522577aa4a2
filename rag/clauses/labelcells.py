"""Answers from labelled clauses as from cells: the label is the column, the heading over the clause names the row.

"Lớp dệt chiếu học ở đâu" is answered by "Địa điểm: …" in the section "2. Lớp dệt chiếu cói": the clause itself says
nothing of mats, its heading does, so that words of headings count here as much as those of the clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from ingest.letters import UPPER
from ingest.units import split_units, starts_like_unit
from rag.answer import Answer
from rag.choosing.agree import disagreement
from rag.clauses.columnasks import Column, ColumnAsked, columns_asked, label_tells, tells_event
from rag.compose import quoted
from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.asked import Sort, read_asked
from rag.language.nth import turns
from rag.language.words import sound
from rag.measures.bounds import unbound
from rag.measures.byunit import counts_other_span, figures_by_unit
from rag.measures.eventtimes import event_asked, event_of, parts_of
from rag.measures.figures import counted
from rag.measures.owned import owned_parts
from rag.measures.pieces import NAME
from rag.measures.sumparts import asks_whole, of_product
from rag.query.question import Query
from rag.query.subjects import MARKER
from rag.ranking.rank import Scored
from rag.reading.causes import without_effect
from rag.reading.ends import each_end, one_end
from rag.reading.goeson import kind_described
from rag.reading.reader import read
from rag.reading.whichone import which_is

_LABEL: Final = re.compile(rf"(?:^|(?<=[.;]\s))([{UPPER}][^:;.,()]{{2,60}}):\s+(?=\S)")
_LONGEST: Final = 8
"""Words of a label."""
_HOW_MUCH: Final = re.compile(r"\b(?:bao nhieu|mai)\b")
_SIZE: Final = re.compile(r"\d[\d.,]*\s*[^\W\d_]+\d?(?:/[^\W\d_]+)?")
_LASTING: Final = re.compile(r"\d+\s+(?:ngày|tuần|tháng|năm|buổi|giờ|tiếng|tiết|phút)\b(?! \d)")
_PLANNED: Final = re.compile(r"^[Dd]ự kiến\s+(?=từ|vào|trong|ngày|tháng|quý|đến)")
_FIGURE_ALONE: Final = 6
"""Words of what is one figure and no more."""
_ALSO_CALLED: Final = re.compile(r"\s*\([^()]*\)$")
_MONEY: Final = re.compile(r"\d[\d.,]*\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|USD)(?:/[^\W\d_]+)*")
_SOURCE: Final = re.compile(r"\b(?:tu|nguon|lai) (?:\S+ ){0,2}?(?:dau|nao)\b|\bnguon (?:tien|cinh phi|von)\b")
_FROM: Final = re.compile(r"\s(?:từ|do)\s+(?=\D)|\s(?=nguồn\s)")
_NO_LABEL: Final = re.compile(
    r"\d|^(?:Về|Trong|Đối với|Từ|Đến|Khi|Tại|Theo|Với)\s|^(?:Đơn vị tính|ĐVT)\b", re.IGNORECASE
)
"""A year or a matter before a colon names the row, not the column; over a table it tells what its figures count."""
_SOME_OFFICE: Final = re.compile(rf"(?:Đơn vị|Cơ quan|Bộ phận|Cơ sở|Ngành nghề|Ngành)\s(?![{UPPER}])")
_BODY_OF: Final = re.compile(r"(?:Ban|Tổ|Hội đồng|Đoàn)\s")
_MEMBER: Final = re.compile(r"(?:Đại diện|Lãnh đạo|Đồng chí|Các đồng chí|Ông|Bà|Trưởng|Thành viên)\s")
_PART: Final = re.compile(r"chủ trì|phối hợp|thực hiện|chịu trách nhiệm")
_PROFILE: Final = 0.8
"""What a word counts that the head of the plan or a labelled clause beside says, beside one that the clause or a heading over it does."""
_LEAST: Final = 0.75
"""The share of the words, those apart that ask for the column, that must be told."""
_ASKING: Final = frozenset(sound("gồm bao những có tổ chức được").split())
"""Words that go with asking."""
_APART: Final = 0.04
"""Cells of two sections that fit this alike are not told apart."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One labelled stretch of a clause: its label's words in sound form, and what it stands for, as printed."""

    entry: Entry
    label: tuple[str, ...]
    body: str


@once
def cells(library: Library) -> tuple[Cell, ...]:
    """Every labelled stretch of the plans' clauses; an office before a colon is no label, nor is a time."""
    return tuple(cell for entry in library.entries if entry.clause is not None for cell in _cells(library, entry))


def _cells(library: Library, entry: Entry) -> Iterator[Cell]:
    text = MARKER.sub("", entry.text).strip()
    found = list(_LABEL.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    for match, end in zip(found, ends, strict=bool(found)):
        label = tuple(library.hear(match[1]).split())
        body = text[match.end() : end].strip().rstrip(" .;/")
        if body and len(label) <= _LONGEST and not _NO_LABEL.search(match[1]) and not _is_office(match[1], body):
            name = NAME.fullmatch(body)
            yield Cell(entry, label, name[1] if name else body)


def _is_office(label: str, body: str) -> bool:
    """Whether an office stands before the colon, or one by its part in the work, which makes rows of its own.

    One that is told with its members ("Ban Giám khảo: Đại diện …") is a label.
    """
    return (
        starts_like_unit(label)
        and not (_BODY_OF.match(label) and _MEMBER.match(body))
        and (not _SOME_OFFICE.match(label) or _PART.search(label) is not None)
    )


def answer_cell(query: Query, library: Library, words_of: Callable[[Query], Mapping[str, float]]) -> Answer | None:
    """The labelled clause that tells the column asked for of the thing asked about; None where none or several may.

    ``words_of`` gives the words of the question with their weights.
    """
    if query.role == "due" and turns(query.typed):
        return None  # each of several has such a label: its row tells which one it is of
    if query.pointer.ordinal:
        return None  # its number says which row is meant
    words = words_of(query)
    counted = "outside" in query.flags and _HOW_MUCH.search(query.spoken) is not None
    found: list[tuple[float, Cell, ColumnAsked]] = []
    for asked in columns_asked(query):
        for cell in cells(library):
            if not query.covers(cell.entry.plan) or (query.pointer.annex is not None and cell.entry.annex is None):
                continue
            if counted and not any(letter.isdigit() for letter in cell.body):
                continue
            if label_tells(query, asked, cell.label) and _is_event(library, cell, asked):
                fit = _fit(library, cell, words, asked)
                if fit >= _LEAST and not disagreement(library, query, _scored(cell, words, library)):
                    found.append((fit, cell, asked))
    if not found:
        return None
    best = max(fit for fit, _, _ in found)
    near = [(fit, cell, asked) for fit, cell, asked in found if fit > best - _APART]
    if len({(cell.entry.plan, cell.entry.locator) for _, cell, _ in near}) > 1:
        return None
    near.sort(key=lambda one: (one[2].column is not Column.NAMED, -len(one[1].label), -one[0]))
    told = ((fit, cell, _values(query, library, cell, asked)) for fit, cell, asked in near)
    found_in = next((one for one in told if one[2]), None)
    if found_in is None:
        return None
    fit, cell, values = found_in
    return replace(quoted(query, library, cell.entry, values), confidence=fit)


def _is_event(library: Library, cell: Cell, asked: ColumnAsked) -> bool:
    """Whether a time stands beside a place, people or a number: deadlines of work are told by rows and clauses."""
    if asked.column not in (Column.WHEN, Column.LONG):
        return True
    beside = (other for other in cells(library) if _place(other) == _place(cell))
    return any(tells_event(other.label) for other in beside)


def _place(cell: Cell) -> tuple[int, str]:
    """The section of a cell; a lettered or numbered clause of its own stands in the section over it."""
    where = cell.entry.locator
    return cell.entry.plan, where if cell.entry.text.startswith(("-", "+", "•", "*")) else where.rpartition("/")[0]


def _fit(library: Library, cell: Cell, words: Mapping[str, float], asked: ColumnAsked) -> float:
    """The share of the question's other words that the clause, a heading over it or the plan's head says."""
    topic = {word: weight for word, weight in words.items() if word not in asked.words and word not in _ASKING}
    if not topic:
        return 0.0
    own = cell.entry.main | cell.entry.context
    beside = _beside(library).get((cell.entry.plan, cell.entry.locator), frozenset())
    return library.cover(topic, own, library.profiles[cell.entry.plan].words | beside, share=_PROFILE)


@once
def _beside(library: Library) -> Mapping[tuple[int, str], frozenset[str]]:
    """What the labelled clauses of each place say together: "Lớp: kỹ thuật lấy mẫu" and "Số lượng: …" tell of one thing."""
    found: dict[tuple[int, str], frozenset[str]] = {}
    for cell in cells(library):
        place = (cell.entry.plan, cell.entry.locator)
        found[place] = found.get(place, frozenset()) | cell.entry.main
    return found


def _scored(cell: Cell, words: Mapping[str, float], library: Library) -> Scored:
    own = cell.entry.main | cell.entry.context | library.profiles[cell.entry.plan].words
    return Scored(cell.entry, 1.0, 1.0, 1.0, missing=tuple(word for word in words if word not in own))


def _values(query: Query, library: Library, cell: Cell, asked: ColumnAsked) -> tuple[str, ...]:
    """What the cell says of what is asked: all of it, the figure, the sum, or the part that names the event."""
    body = cell.body
    if asked.column is Column.COUNT:
        figure = counted(query, body, library) or _with_noun(body, asked.noun)
        return (_whole_range(body, figure),) if figure else ()
    if asked.column is Column.MONEY:
        return _money(query, library, body)
    if asked.column is Column.SIZE:
        size = _SIZE.search(body)
        return (size[0],) if size else ()
    if asked.column in (Column.LONG, Column.WHEN):
        lasting = _lasting(body) if asked.column is Column.LONG else ""
        if ends := each_end(query.spoken, body):
            return ends
        return tuple(filter(None, (lasting or _time(query, body),)))
    if asked.column is Column.WHERE and asked.noun:
        return _place_named(body, asked.noun)
    return _said(query, library, body, asked)


def _said(query: Query, library: Library, body: str, asked: ColumnAsked) -> tuple[str, ...]:
    """What stands behind a label that tells no time, place, sum or number: all of it, or the piece that is asked for."""
    if _HOW_MUCH.search(query.spoken) and (counts := figures_by_unit(query, body)):
        return counts
    if _HOW_MUCH.search(query.spoken) and (len(body.split()) > _FIGURE_ALONE or counts_other_span(query, body)):
        return ()  # of several figures the words of the question choose
    body = without_effect(query, body)
    gap = read_asked(query.words)
    if gap.sort is Sort.MEANS and len(body.split()) > _FIGURE_ALONE:
        told = read(gap, body, {word: library.idf(word) for word in {*gap.before, *gap.head, *gap.after}})
        body = told or body  # a whole sentence behind the label: "… biểu quyết bằng hình thức giơ tay"
    which = which_is(query, body) or tuple(filter(None, (kind_described(query, body),)))
    units = split_units(body) if asked.column is Column.NAMED and gap.unit else ()
    units = units if all(unit in body and starts_like_unit(unit) for unit in units) else ()
    return which or (units if len(units) > 1 else (unbound(query, body),))


def _lasting(body: str) -> str:
    """How long something takes: what stands first, or alone in brackets behind its days."""
    told = [one for one in _LASTING.finditer(body) if one.start() == 0 or body[one.start() - 1] == "("]
    return told[0][0] if len(told) == 1 else ""


def _place_named(body: str, noun: str) -> tuple[str, ...]:
    """The place without its other name in brackets, where it is one of the sort asked for."""
    name = _ALSO_CALLED.sub("", body)
    return (name,) if f" {noun} " in f" {sound(name)} " else ()


def _whole_range(body: str, figure: str) -> str:
    """A figure with the lower one of the two between which it stands: "từ 02 đến 04 giáo viên"."""
    found = re.search(rf"(?:từ\s+)?\d[\d.,]*\s*(?:-|–|đến)\s*{re.escape(figure)}", body)
    return found[0] if found else figure


def _with_noun(body: str, noun: str) -> str:
    """The first figure that counts the noun, as printed."""
    for match in re.finditer(r"(?<![\w.,/])\d[\d.,]*\s+([^\W\d_]+)", body):
        if sound(match[1]) == noun:
            return match[0]
    return ""


def _money(query: Query, library: Library, body: str) -> tuple[str, ...]:
    if _SOURCE.search(query.spoken):
        source = _FROM.search(body)
        return (body[source.end() :].strip(),) if source else (body,)
    if counted_up := of_product(query, body):
        return (counted_up,)
    sums = _MONEY.findall(body)
    if not sums:
        return (body,)
    if asks_whole(query):
        return (sums[0],)
    words = dict.fromkeys(query.words.content(), 1.0)
    parts = [
        part for part in owned_parts(body, [match.span() for match in _MONEY.finditer(body)]) if _MONEY.search(part)
    ]
    covers = [library.cover(words, set(library.hear(part).split())) for part in parts]
    best = parts[covers.index(max(covers))] if covers.count(max(covers)) == 1 else body
    told = _MONEY.search(best)
    return (told[0] if told else sums[0],)


def _time(query: Query, body: str) -> str:
    """The part that names the event asked for, from its time on; else what stands first, or all of one time.

    "" where the times of several are told and the question names none of them: the words of the clause decide.
    """
    parts = parts_of(body)
    if len(parts) == 1:
        return _PLANNED.sub("", one_end(query.spoken, body))
    if told := event_asked(query.spoken, parts):
        return told
    first, *rest = map(event_of, parts)
    return one_end(query.spoken, parts[0]) if not first and all(rest) else ""
