"""Small plans made by hand for the tests of this folder: every fact of theirs stands in this file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from typing import Protocol

from ingest.document import Span
from ingest.dues import parse_due
from ingest.plan import Clause, Duty, Field, Header, Plan, Section, SectionKind, Target, Task
from rag.answer import Answer

TODAY = date(2026, 5, 20)
"""A Wednesday in the second quarter."""

_KINDS = {"Tiêu đề": SectionKind.TITLE, "Căn cứ": SectionKind.BASES, "Nơi nhận": SectionKind.RECIPIENTS}


class Ask(Protocol):
    """Asks one question of the plans that a fixture holds."""

    def __call__(self, question: str, today: date = TODAY) -> Answer:
        """The whole answer."""


def listed(answer: Answer) -> list[str]:
    """The places of a list answer, in the order given."""
    return [item.locator for item in answer.items]


def cited(answer: Answer) -> set[str]:
    """Everything that an answer quotes, each as ``file#place``."""
    return {f"{one.file}#{one.locator}" for one in answer.citations}


@dataclass
class Draft:
    """A plan that grows line by line; every cell knows where it stands as it is written."""

    text: str = ""
    sections: list[Section] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    group: str | None = None

    def line(self, words: str) -> Span:
        """One printed line, its line end not in the span."""
        start = len(self.text)
        self.text += words + "\n"
        return Span(start, start + len(words))

    def section(self, locator: str, heading: str) -> None:
        """A headed part; it reaches to the next one that does not stand under it."""
        kind = _KINDS.get(locator, SectionKind.HEADING)
        self.sections.append(Section(locator, heading, kind, locator.count("/") + 1, self.line(heading)))

    def annex(self, locator: str, heading: str) -> None:
        """An annex; its rows are in no group until one is opened."""
        self.group = None
        self.sections.append(Section(locator, heading, SectionKind.ANNEX, 1, self.line(heading)))

    def open_group(self, annex: str, numeral: str, heading: str) -> None:
        """A group of rows of ``annex``."""
        self.group = numeral
        span = self.line(f"{numeral}\t{heading}")
        self.sections.append(Section(f"{annex}/{numeral}", heading, SectionKind.GROUP, 2, span, annex))

    def clause(self, locator: str, words: str) -> Span:
        """One paragraph of prose."""
        span = self.line(words)
        self.clauses.append(Clause(locator, words, span))
        return span

    def duty(self, locator: str, words: str, *facts: tuple[str, str, str, str]) -> None:
        """A clause that states reporting duties, each an actor, recipient, frequency and due."""
        span = self.clause(locator, words)
        for actor, recipient, frequency, due in facts:
            self.duties.append(Duty(locator, actor, words, recipient, frequency, due, span))

    def task(self, locator: str, cells: str, *, parent: str | None = None) -> None:
        """A task row: name | lead | support | result | due | note, units parted by semicolons."""
        annex, _, ordinal = locator.rpartition("/")
        (name, lead, support, result, due, note), span = self._row(ordinal, _cells(cells, 6))
        units = (_units(lead), _units(support), parse_due(due.text, 2026), (span,))
        place = (locator, annex, self.group, ordinal, parent)
        self.tasks.append(Task(*place, name, lead, support, result, due, note, *units))

    def target(self, locator: str, cells: str) -> None:
        """A target row: name | unit | value | lead | note."""
        annex, _, ordinal = locator.rpartition("/")
        (name, unit, value, lead, note), span = self._row(ordinal, _cells(cells, 5))
        place = (locator, annex, self.group, ordinal, None)
        self.targets.append(Target(*place, name, unit, value, lead, note, _units(lead), (), (span,)))

    def plan(self, file: str, header: Header) -> Plan:
        """The finished plan."""
        return Plan(
            file=file,
            digest=sha256(self.text.encode()).hexdigest(),
            text=self.text,
            header=header,
            sections=self._closed(),
            clauses=tuple(self.clauses),
            tasks=tuple(self.tasks),
            targets=tuple(self.targets),
            duties=tuple(self.duties),
            findings=(),
        )

    def _row(self, ordinal: str, cells: tuple[str, ...]) -> tuple[list[Field], Span]:
        start = len(self.text)
        self.text += ordinal
        found = []
        for cell in cells:
            self.text += "\t"
            at = len(self.text)
            self.text += cell
            found.append(Field(cell, (Span(at, at + len(cell)),) if cell else ()))
        self.text += "\n"
        return found, Span(start, len(self.text) - 1)

    def _closed(self) -> tuple[Section, ...]:
        closed = []
        for at, section in enumerate(self.sections):
            others = (one for one in self.sections[at + 1 :] if not one.locator.startswith(section.locator + "/"))
            end = next((one.span.start for one in others), len(self.text))
            closed.append(replace(section, span=Span(section.span.start, end)))
        return tuple(closed)


def _cells(cells: str, count: int) -> tuple[str, ...]:
    found = tuple(cell.strip() for cell in cells.split("|"))
    return (*found, *("",) * (count - len(found)))


def _units(cell: Field) -> tuple[str, ...]:
    return tuple(unit.strip() for unit in cell.text.split(";") if unit.strip())


_TARGETS = """
Phụ lục I/1: Tỷ lệ hộ có cáp quang | % | ≥ 80 | Sở Khoa học và Công nghệ
Phụ lục I/2: Lớp dạy kỹ năng số mở trong năm | Lớp | 20 | Sở Nông nghiệp và Môi trường
Phụ lục I/3: Tỷ lệ người lớn có chữ ký số | % | | Sở Khoa học và Công nghệ | Giao sau khảo sát
"""
_NETWORK = """
Phụ lục II/1: Lắp trạm phát sóng vùng lõm | Sở Khoa học và Công nghệ | Công an tỉnh | 12 trạm | 3/2026 | Ưu tiên xã núi
Phụ lục II/2: Nâng cấp trung tâm dữ liệu | Sở Khoa học và Công nghệ; Sở Tài chính | Công an tỉnh; Sở Nội vụ | | Quý II/2026
Phụ lục II/3: Bảo trì đường truyền số liệu | Sở Tài chính | | Biên bản bảo trì | Thường xuyên
Phụ lục II/4: Phát triển nền tảng dùng chung
Phụ lục II/4-1: Nền tảng học trực tuyến | Sở Giáo dục và Đào tạo | Sở Khoa học và Công nghệ | Bản thử nghiệm | 6/2026
Phụ lục II/4-2: Nền tảng khám bệnh từ xa | Sở Y tế | Sở Khoa học và Công nghệ | | 9/2026
"""
_PEOPLE = """
Phụ lục II/5: Mở lớp kỹ năng số cho nông dân | Sở Nông nghiệp và Môi trường | Sở Nội vụ | 20 lớp | Từ tháng 4 đến tháng 6/2026
Phụ lục II/6: Tuyển chuyên gia an toàn thông tin | Sở Nội vụ | Sở Khoa học và Công nghệ | Quyết định tuyển
Phụ lục II/7: Khảo sát nhu cầu đào tạo | | Sở Nội vụ | Báo cáo khảo sát | 12/2026
Phụ lục II/8: Tổ chức hội thi tin học trẻ | Sở Nội vụ | Tỉnh đoàn | Hội thi | Sau khi có kinh phí
Phụ lục II/9: Phát sóng chuyên mục công dân số | Đài Truyền hình Sông Lam | Sở Nội vụ | 24 số phát sóng | Cả năm
"""


def _rows(draft: Draft, rows: str) -> None:
    for row in rows.strip().splitlines():
        locator, _, cells = row.partition(": ")
        if cells.count("|") and locator.startswith("Phụ lục I/"):
            draft.target(locator, cells)
        else:
            draft.task(locator, cells, parent=locator.rpartition("-")[0] or None)


def province_plan() -> Plan:
    """The province's plan: two annexes, every kind of deadline, and a blank in every column."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Phát triển hạ tầng số tỉnh Sông Lam năm 2026")
    draft.section("I", "I. NGUỒN LỰC")
    draft.clause("I", "Sở Tài chính bố trí 12,5 tỷ đồng cho các nhiệm vụ.")
    draft.section("II", "II. CHẾ ĐỘ BÁO CÁO")
    draft.duty(
        "II",
        "Sở Khoa học và Công nghệ báo cáo UBND tỉnh hằng quý (trước ngày 18 của tháng cuối quý) và năm (trước ngày 02/12/2026).",
        ("Sở Khoa học và Công nghệ", "UBND tỉnh", "hằng quý", "trước ngày 18 của tháng cuối quý"),
        ("Sở Khoa học và Công nghệ", "UBND tỉnh", "năm", "trước ngày 02/12/2026"),
    )
    draft.annex("Phụ lục I", "PHỤ LỤC I CHỈ TIÊU")
    _rows(draft, _TARGETS)
    draft.annex("Phụ lục II", "PHỤ LỤC II NHIỆM VỤ")
    draft.open_group("Phụ lục II", "I", "Hạ tầng kết nối")
    _rows(draft, _NETWORK)
    draft.open_group("Phụ lục II", "II", "Nhân lực số")
    _rows(draft, _PEOPLE)
    header = Header(
        number="12/KH-UBND",
        date=date(2026, 1, 9),
        date_text="ngày 09 tháng 01 năm 2026",
        issuer="Ủy ban nhân dân tỉnh Sông Lam",
        place="Sông Lam",
        title="Phát triển hạ tầng số tỉnh Sông Lam năm 2026",
        year=2026,
    )
    return draft.plan("song-lam.txt", header)


def department_plan() -> Plan:
    """A department's plan that carries out part of the province's, sooner and by its own offices."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Triển khai hạ tầng số của Sở Khoa học và Công nghệ năm 2026")
    draft.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
    draft.task(
        "Phụ lục/1", "Lắp trạm phát sóng vùng lõm | Phòng Bưu chính | Phòng Tài vụ | Biên bản nghiệm thu | 02/2026"
    )
    draft.task("Phụ lục/2", "Biên soạn sổ tay an toàn mạng | Trung tâm Công nghệ số | | Sổ tay | Quý II/2026")
    header = Header(
        number="31/KH-SKHCN",
        issuer="Sở Khoa học và Công nghệ tỉnh Sông Lam",
        place="Sông Lam",
        title="Triển khai hạ tầng số của Sở Khoa học và Công nghệ năm 2026",
        year=2026,
    )
    return draft.plan("so-khcn.txt", header)
