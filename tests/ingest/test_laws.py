"""Laws that hold for every plan, real, sample or mutated: spans read back, sections lie in the text, reading is a function."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Span
from ingest.errors import RoviecError
from ingest.markup import collapse
from ingest.plan import Clause, Duty, Field, Plan, Section, SectionKind, Target, Task
from ingest.read import read_plan
from tests.conftest import ROOT
from tests.ingest.sources import ANNEX, HEADER, annexed, plan, printed, read, table

SAMPLES = sorted((ROOT / "eval" / "plans").glob("*.txt"))


def _fields(row: Task | Target) -> Iterator[Field]:
    yield from (row.name, row.lead, row.due, row.note)
    yield from (row.support, row.result) if isinstance(row, Task) else (row.unit, row.value)
    yield from (field for _, field in row.other)


def _spans(found: Plan) -> Iterator[Span]:
    yield from (span for _, span in found.header.spans)
    yield from (basis.span for basis in found.header.legal_bases)
    records: tuple[Section | Clause | Duty, ...] = (*found.sections, *found.clauses, *found.duties)
    yield from (record.span for record in records)
    rows: tuple[Task | Target, ...] = (*found.tasks, *found.targets)
    yield from (span for row in rows for span in row.spans)


def _assert_laws(found: Plan) -> None:
    text = found.text
    assert unicodedata.is_normalized("NFC", text)
    assert all(0 <= span.start <= span.end <= len(text) for span in _spans(found))
    rows: tuple[Task | Target, ...] = (*found.tasks, *found.targets)
    for row in rows:
        for field in _fields(row):
            assert bool(field.text) == bool(field.spans) or field.text == "%"
            assert all(collapse(span.slice(text)) in field.text or field.text == "%" for span in field.spans)
            assert printed(text, field) == field.text or field.text == "%"
    for clause in found.clauses:
        assert collapse(clause.span.slice(text)) == clause.text
    for section in found.sections:
        assert section.span.start < section.span.end
        if section.kind in (SectionKind.HEADING, SectionKind.GROUP):
            assert section.heading in collapse(section.span.slice(text))
    for duty in found.duties:
        assert duty.what in collapse(duty.span.slice(text))
        assert duty.due in duty.what
    for number, basis in ((basis.number, basis) for basis in found.header.legal_bases):
        assert collapse(basis.span.slice(text)) == number
    locators = Counter(row.locator for row in rows if row.annex is not None)
    assert all(count == 1 for count in locators.values())


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_the_laws_hold_for_the_sample_plans(file: Path) -> None:
    _assert_laws(read_plan(file))


def test_the_laws_hold_for_the_real_plans(real_plans: Path) -> None:
    for file in sorted(real_plans.glob("*.txt")):
        _assert_laws(read_plan(file))


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_reading_twice_gives_the_same_plan(file: Path) -> None:
    assert read_plan(file) == read_plan(file)


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_decomposed_source_gives_the_same_records(file: Path) -> None:
    source = file.read_text("utf-8")
    assert read(unicodedata.normalize("NFD", source)) == read(source)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_give_the_same_records(end: str) -> None:
    source = SAMPLES[0].read_text("utf-8")
    assert read(source.replace("\n", end)) == read(source)


def _mutated(source: str, random: Random, cuts: int) -> str:
    """The source with lines dropped, doubled, swapped or blanked at random."""
    lines = source.splitlines()
    for _ in range(cuts):
        at = random.randrange(len(lines) - 1)
        match random.randrange(5):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[at])
            case 2:
                lines[at], lines[at + 1] = lines[at + 1], lines[at]
            case 3:
                lines.insert(at, "")
            case _:
                lines[at] = lines[at][: random.randrange(len(lines[at]) + 1)]
    return "\n".join(lines)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(SAMPLES), st.randoms(use_true_random=False), st.integers(1, 30))
def test_the_laws_hold_for_a_damaged_plan(file: Path, random: Random, cuts: int) -> None:
    with suppress(RoviecError):
        _assert_laws(read(_mutated(file.read_text("utf-8"), random, cuts)))


# Two strokes side by side say "as above".
words = st.text("aàáảbcđêôơưỹ AĐƠỶ0123456789%.,;:()-/&", max_size=30).filter(lambda cell: "//" not in cell)
units = st.sampled_from(
    ["Sở Nội vụ", "Công an xã; Sở Y tế", "Các sở, ban, ngành", "Phòng Kinh tế, Hội Nông dân xã", ""]
)
dues = st.sampled_from(["3/2026", "Quý I/2026", "Thường xuyên", "Khi có thiên tai", "trước ngày 5/6/2026", ""])
made_rows = st.lists(st.tuples(words, units, units, words, dues), min_size=1, max_size=8)


@settings(max_examples=120, deadline=None)
@given(made_rows)
def test_every_numbered_row_of_a_made_table_comes_back_cell_by_cell(made: list[tuple[str, ...]]) -> None:
    typed = [[f"Việc {number} {cells[0]}", *cells[1:]] for number, cells in enumerate(made, 1)]
    lines = [
        " | ".join([f"{number}.", *(cell.replace("|", " ") for cell in cells)]) for number, cells in enumerate(typed, 1)
    ]
    found = annexed(HEADER, *lines)
    _assert_laws(found)
    assert [task.locator for task in found.tasks] == [f"Phụ lục/{number}" for number in range(1, len(made) + 1)]
    cells = [
        [task.name.text, task.lead.text, task.support.text, *sorted((task.result.text, task.due.text))]
        for task in found.tasks
    ]
    assert cells == [[*map(collapse, row[:3]), *sorted(map(collapse, row[3:]))] for row in typed]


@settings(max_examples=60, deadline=None)
@given(made_rows, st.integers(1, 7))
def test_a_page_break_between_rows_changes_no_cell(made: list[tuple[str, ...]], page: int) -> None:
    lines = [" | ".join([f"{number}.", f"Việc {cells[0]}", *cells[1:]]) for number, cells in enumerate(made, 1)]
    broken = [*lines[:page], "", HEADER, *lines[page:]]
    whole, parted = annexed(HEADER, *lines), annexed(HEADER, *broken)
    assert [[field.text for field in _fields(task)] for task in whole.tasks] == [
        [field.text for field in _fields(task)] for task in parted.tasks
    ]


headings = st.lists(
    st.sampled_from(
        [
            "I. MỘT",
            "II. HAI",
            "1. Sở Nội vụ",
            "2. Sở Y tế",
            "2.1. Chi tiết",
            "a) Điểm a",
            "- Báo cáo UBND tỉnh hằng quý.",
            "Đạt 95%.",
            "¹ Ghi chú",
            "* Sở Y tế:",
            "PHẦN II",
            "Điều 3. Kinh phí",
            "",
        ]
    ),
    max_size=15,
)


@settings(max_examples=150, deadline=None)
@given(headings)
def test_the_laws_hold_whatever_the_order_of_headings(lines: list[str]) -> None:
    found = plan(body="\n".join(lines) + "\n", annex=ANNEX + table(HEADER, "1 | A | Sở Y tế | | B | 3/2026"))
    _assert_laws(found)
    printed_lines = [line for line in lines if line]
    assert all(line in found.text for line in printed_lines)
