"""Small plans made by hand for the tests of this folder: every fact of theirs stands in this file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256

from ingest.document import Span
from ingest.dues import parse_due
from ingest.plan import Clause, Duty, Field, Header, Plan, Section, SectionKind, Target, Task

TODAY = date(2026, 5, 20)
"""A Wednesday in the second quarter."""

KINDS = {"Tiêu đề": SectionKind.TITLE, "Căn cứ": SectionKind.BASES, "Nơi nhận": SectionKind.RECIPIENTS}


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
        kind = KINDS.get(locator, SectionKind.HEADING)
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

    def duty(self, locator: str, words: str, facts: tuple[str, str, str, str]) -> None:
        """A clause that is a reporting duty: actor, recipient, frequency and due."""
        actor, recipient, frequency, due = facts
        self.duties.append(Duty(locator, actor, words, recipient, frequency, due, self.clause(locator, words)))

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

    def task(self, locator: str, cells: str, *, parent: str | None = None) -> None:
        """A task row: name | lead | support | result | due | note, units parted by semicolons."""
        annex, _, ordinal = locator.rpartition("/")
        found, span = self._row(ordinal, _cells(cells, 6))
        name, lead, support, result, due, note = found
        self.tasks.append(
            Task(
                locator, annex, self.group, ordinal, parent, name, lead, support, result, due, note,
                _units(lead.text), _units(support.text), parse_due(due.text, 2026), (span,),
            )
        )  # fmt: skip

    def target(self, locator: str, cells: str) -> None:
        """A target row: name | unit | value | lead | note."""
        annex, _, ordinal = locator.rpartition("/")
        found, span = self._row(ordinal, _cells(cells, 5))
        name, unit, value, lead, note = found
        units = (_units(lead.text), ())
        self.targets.append(Target(locator, annex, self.group, ordinal, None, name, unit, value, lead, note, *units, (span,)))

    def plan(self, file: str, header: Header) -> Plan:
        """The finished plan."""
        return Plan(
            file=file, digest=sha256(self.text.encode()).hexdigest(), text=self.text, header=header, sections=self._closed(),
            clauses=tuple(self.clauses), tasks=tuple(self.tasks), targets=tuple(self.targets), duties=tuple(self.duties), findings=(),
        )  # fmt: skip

    def _closed(self) -> tuple[Section, ...]:
        closed = []
        for at, section in enumerate(self.sections):
            later = (one.span.start for one in self.sections[at + 1 :] if not one.locator.startswith(section.locator + "/"))
            closed.append(replace(section, span=Span(section.span.start, next(later, len(self.text)))))
        return tuple(closed)


def _cells(cells: str, count: int) -> tuple[str, ...]:
    found = tuple(cell.strip() for cell in cells.split("|"))
    return (*found, *("",) * (count - len(found)))


def _units(cell: str) -> tuple[str, ...]:
    return tuple(unit.strip() for unit in cell.split(";") if unit.strip())


def river_plan() -> Plan:
    """The province's plan: two annexes, every kind of deadline, and a blank in every column."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Phát triển hạ tầng số tỉnh Sông Lam năm 2026")
    draft.section("I", "I. TỔ CHỨC THỰC HIỆN")
    draft.clause("I", "Sở Tài chính bố trí 12,5 tỷ đồng cho các nhiệm vụ.")
    draft.annex("Phụ lục I", "PHỤ LỤC I CHỈ TIÊU")
    draft.target("Phụ lục I/1", "Tỷ lệ hộ có cáp quang | % | ≥ 80 | Sở Khoa học và Công nghệ")
    draft.target("Phụ lục I/2", "Số lớp dạy kỹ năng số | Lớp | 20 | Sở Nông nghiệp và Môi trường")
    draft.target("Phụ lục I/3", "Tỷ lệ người lớn có chữ ký số | % | | Sở Khoa học và Công nghệ | Giao sau khảo sát")
    draft.annex("Phụ lục II", "PHỤ LỤC II NHIỆM VỤ")
    draft.open_group("Phụ lục II", "I", "Hạ tầng kết nối")
    draft.task("Phụ lục II/1", "Lắp trạm phát sóng vùng lõm | Sở Khoa học và Công nghệ | Công an tỉnh | 12 trạm | 3/2026 | Ưu tiên xã núi")
    draft.task("Phụ lục II/2", "Nâng cấp trung tâm dữ liệu | Sở Khoa học và Công nghệ; Sở Tài chính | Công an tỉnh; Sở Nội vụ | | Quý II/2026")
    draft.task("Phụ lục II/3", "Bảo trì đường truyền số liệu | Sở Tài chính | | Biên bản bảo trì | Thường xuyên")
    draft.task("Phụ lục II/4", "Phát triển nền tảng dùng chung")
    draft.task("Phụ lục II/4-1", "Nền tảng học trực tuyến | Sở Giáo dục và Đào tạo | Sở Khoa học và Công nghệ | Nền tảng vận hành | 6/2026", parent="Phụ lục II/4")
    draft.task("Phụ lục II/4-2", "Nền tảng khám bệnh từ xa | Sở Y tế | Sở Khoa học và Công nghệ | | 9/2026", parent="Phụ lục II/4")
    draft.open_group("Phụ lục II", "II", "Nhân lực số")
    draft.task("Phụ lục II/5", "Mở lớp kỹ năng số cho nông dân | Sở Nông nghiệp và Môi trường | Sở Nội vụ | 20 lớp | Từ tháng 4 đến tháng 6/2026")
    draft.task("Phụ lục II/6", "Tuyển chuyên gia an toàn thông tin | Sở Nội vụ | Sở Khoa học và Công nghệ | Quyết định tuyển")
    draft.task("Phụ lục II/7", "Khảo sát nhu cầu đào tạo | | Sở Nội vụ | Báo cáo khảo sát | 12/2026")
    draft.task("Phụ lục II/8", "Tổ chức hội thi tin học trẻ | Sở Nội vụ | Tỉnh đoàn | Hội thi | Sau khi có kinh phí")
    draft.task("Phụ lục II/9", "Phát sóng chuyên mục công dân số | Đài Truyền hình Sông Lam | Sở Nội vụ | 24 số phát sóng | Cả năm")
    header = Header(number="12/KH-UBND", date=date(2026, 1, 9), issuer="Ủy ban nhân dân tỉnh Sông Lam", place="Sông Lam", title="Phát triển hạ tầng số tỉnh Sông Lam năm 2026", year=2026)
    return draft.plan("song-lam.txt", header)


def department_plan() -> Plan:
    """A department's plan that carries out part of the province's, sooner and by its own offices."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Triển khai hạ tầng số của Sở Khoa học và Công nghệ năm 2026")
    draft.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
    draft.task("Phụ lục/1", "Lắp trạm phát sóng vùng lõm | Phòng Bưu chính | Phòng Tài vụ | 12 biên bản nghiệm thu | 02/2026")
    draft.task("Phụ lục/2", "Biên soạn sổ tay an toàn mạng | Trung tâm Công nghệ số | | Sổ tay | Quý II/2026")
    header = Header(number="31/KH-SKHCN", issuer="Sở Khoa học và Công nghệ tỉnh Sông Lam", place="Sông Lam", title="Triển khai hạ tầng số của Sở Khoa học và Công nghệ năm 2026", year=2026)
    return draft.plan("so-khcn.txt", header)
