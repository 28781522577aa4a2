"""Small plans made by hand, and strategies for records, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from index.embedder import Kind
from ingest.document import Span
from ingest.plan import (
    Basis,
    Clause,
    Due,
    DueKind,
    Duty,
    Field,
    Finding,
    Header,
    Plan,
    Reading,
    Section,
    SectionKind,
    Severity,
    Target,
    Task,
)

spans = st.tuples(st.integers(0, 10**6), st.integers(0, 10**4)).map(lambda pair: Span(pair[0], sum(pair)))
fields = st.builds(Field, spans=st.lists(spans, max_size=2).map(tuple))
names = st.lists(st.text(max_size=8), max_size=2).map(tuple)
places = st.lists(spans, max_size=2).map(tuple)
maybe_text = st.none() | st.text(max_size=8)
dues = st.none() | st.builds(Due, start=st.none() | st.dates(), end=st.none() | st.dates())
rows = {"group": maybe_text, "parent": maybe_text, "leads": names, "supports": names, "spans": places, "when": dues}
cells = dict.fromkeys(("name", "lead", "note", "due"), fields)
tasks = st.builds(
    Task,
    **rows,
    **cells,
    annex=maybe_text,
    support=fields,
    result=fields,
    other=st.lists(st.tuples(st.text(max_size=5), fields), max_size=2).map(tuple),
)
targets = st.builds(Target, **rows, **cells, annex=maybe_text, unit=fields, value=fields)
duties = st.builds(Duty, span=spans, when=dues)
bases = st.builds(Basis, date=st.none() | st.dates(), span=spans)
headers = st.builds(
    Header,
    number=maybe_text,
    date=st.none() | st.dates(),
    title=maybe_text,
    year=st.none() | st.integers(1900, 2100),
    legal_bases=st.lists(bases, max_size=2).map(tuple),
    recipients=names,
    spans=st.lists(st.tuples(st.text(max_size=5), spans), max_size=2).map(tuple),
)


def several(records: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """Up to three records, as a plan holds them."""
    return st.lists(records, max_size=3).map(tuple)


plans = st.builds(
    Plan,
    header=headers,
    sections=several(st.builds(Section, depth=st.integers(1, 9), span=spans, parent=maybe_text)),
    clauses=several(st.builds(Clause, span=spans)),
    tasks=several(tasks),
    targets=several(targets),
    duties=several(duties),
    findings=several(st.builds(Finding, locators=names, values=names)),
    abbreviations=several(st.tuples(st.text(max_size=5), st.text(max_size=8))),
    reading=st.none()
    | st.builds(
        Reading,
        tables=st.integers(0, 99),
        rows=st.integers(0, 99),
        pages=st.none() | st.integers(1, 99),
        sure=st.none() | st.floats(0, 1, allow_nan=False),
    ),
)


@dataclass
class Page:
    """A text that grows line by line; each line's span is known when it is written."""

    text: str = ""
    sections: list[Section] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)

    def line(self, words: str) -> Span:
        start = len(self.text)
        self.text += words + "\n"
        return Span(start, start + len(words))

    def section(self, locator: str, heading: str, kind: SectionKind = SectionKind.HEADING) -> None:
        span = self.line(heading)
        self.sections.append(
            Section(locator, heading, kind, locator.count("/") + 1, span, locator.rpartition("/")[0] or None)
        )

    def clause(self, locator: str, words: str) -> Clause:
        clause = Clause(locator, words, self.line(words))
        self.clauses.append(clause)
        return clause

    def row(self, *values: str) -> tuple[list[Field], Span]:
        start = len(self.text)
        found = []
        for value in values:
            at = len(self.text)
            found.append(Field(value, (Span(at, at + len(value)),) if value else ()))
            self.text += value + "\t"
        self.text = self.text[:-1] + "\n"
        return found, Span(start, len(self.text) - 1)

    def task(self, ordinal: str, *values: str, when: Due) -> Task:
        """A row of the task annex: name, lead, support, result; the deadline's words stand last."""
        (_, name, lead, support, result, due), span = self.row(ordinal, *values, when.text)
        place = (f"Phụ lục II/{ordinal}", "Phụ lục II", "I", ordinal, None)
        units = ((lead.text,), (support.text,), when, (span,))
        return Task(*place, name, lead, support, result, due, Field(), *units)

    def target(self, ordinal: str, *values: str) -> Target:
        """A row of the target annex: name, unit, value, lead."""
        (_, name, unit, value, lead), span = self.row(ordinal, *values)
        place = (f"Phụ lục I/{ordinal}", "Phụ lục I", None, ordinal, None)
        return Target(*place, name, unit, value, lead, Field(), (lead.text,), (), (span,))

    def close(self) -> None:
        """Let every section reach to the next one that is not under it."""
        for at, section in enumerate(self.sections):
            later = (each for each in self.sections[at + 1 :] if not each.locator.startswith(section.locator + "/"))
            end = next((each.span.start for each in later), len(self.text))
            self.sections[at] = replace(section, span=Span(section.span.start, end))


LONG = " ".join(f"Đơn vị thứ {number} rà soát hạ tầng số; báo cáo kết quả trước kỳ họp." for number in range(1, 25))


def sample_plan(file: str = "song-lam.txt", *, lead: str = "Sở Xây dựng", extra: str = "") -> Plan:
    """A fictional plan with a head, prose (one long clause, one duty, one prose target) and two annexes.

    Each of the file names that tests put side by side gives another plan, with a number of its own.
    """
    page = Page()
    stem = file.removesuffix(".txt")
    own = f"{20 + int(stem) if stem.isdigit() else {'b': 13, 'c': 14}.get(stem, 12)}/KH-UBND"
    number = page.line(f"Số: {own}")
    page.section("Tiêu đề", "KẾ HOẠCH", SectionKind.TITLE)
    title = page.clause("Tiêu đề", "Chuyển đổi số tỉnh Sông Lam năm 2026").span
    page.section("I", "MỤC TIÊU")
    goal = page.clause("I", "- Tỷ lệ hồ sơ trực tuyến đạt 95%.")
    page.clause("I", LONG)
    page.section("II", "TỔ CHỨC THỰC HIỆN")
    page.section("II/1", "Chế độ báo cáo")
    report = page.clause("II/1", "- Các sở báo cáo UBND tỉnh trước ngày 15/12 hằng năm.")
    page.clause("II/1", "- Sở Tài chính bố trí kinh phí." + extra)
    page.section("Nơi nhận", "Nơi nhận:", SectionKind.RECIPIENTS)
    page.clause("Nơi nhận", "- Tỉnh ủy;")
    page.clause("Nơi nhận", "- Lưu: VT.")
    page.section("Phụ lục I", "PHỤ LỤC I CÁC CHỈ TIÊU", SectionKind.ANNEX)
    share = page.target("1", "Tỉ lệ hộ có cáp quang", "%", "≥ 80", lead)
    page.section("Phụ lục II", "PHỤ LỤC II NHIỆM VỤ", SectionKind.ANNEX)
    page.section("Phụ lục II/I", "Hạ tầng số", SectionKind.GROUP)
    june = Due("6/2026", DueKind.MONTH, date(2026, 6, 1), date(2026, 6, 30))
    always = Due("Thường xuyên", DueKind.CONTINUOUS)
    first = page.task("1", "Xây dựng kho dữ liệu dùng chung", lead, "Công an tỉnh", "Kho dữ liệu", when=june)
    second = page.task("2", "Lắp trạm quan trắc nước hồ Bến Thuỷ", "Sở Nông nghiệp", lead, "Trạm", when=always)
    page.close()
    yearly = Due("trước ngày 15/12 hằng năm", DueKind.RECURRING)
    value = Span(goal.span.end - 4, goal.span.end - 1)
    name = Field("Tỷ lệ hồ sơ trực tuyến", (Span(goal.span.start + 2, value.start - 5),))
    percent = Field("95%", (value,))
    prose = Target(
        "I", None, None, "", None, name, Field("%", (value,)), percent, Field(), Field(), (), (), (goal.span,)
    )
    return Plan(
        file=file,
        digest=sha256(f"{file}{page.text}".encode()).hexdigest(),
        text=page.text,
        header=Header(
            number=own,
            issuer="UBND tỉnh Sông Lam",
            title="Chuyển đổi số tỉnh Sông Lam năm 2026",
            year=2026,
            spans=(("number", Span(number.start + 4, number.end)), ("title", title)),
        ),
        sections=tuple(page.sections),
        clauses=tuple(page.clauses),
        tasks=(first, second),
        targets=(prose, share),
        duties=(Duty("II/1", "Các sở", "báo cáo", "UBND tỉnh", "hằng năm", yearly.text, report.span, yearly),),
        findings=(Finding("blank", Severity.INFO, ("Phụ lục II/2",), "thiếu ghi chú"),),
        abbreviations=(("UBND", "Ủy ban nhân dân"),),
    )


class LetterEmbedder:
    """Vectors of 27 numbers that count letters; remembers what it was asked, fails when told to."""

    dim = 27

    def __init__(self, name: str = "letters") -> None:
        self.name = name
        self.asked: list[str] = []
        self.failing: Exception | None = None

    def embed(self, texts: Sequence[str], kind: Kind) -> NDArray[np.float32]:  # noqa: ARG002  # the protocol's
        if self.failing is not None:
            raise self.failing
        self.asked += texts
        counts = np.ones((len(texts), self.dim), dtype=np.float32)
        for row, text in enumerate(texts):
            for letter in text.lower():
                counts[row, min(max(ord(letter) - ord("a"), 0), 26)] += 1
        found: NDArray[np.float32] = counts / np.linalg.norm(counts, axis=1, keepdims=True)
        return found
