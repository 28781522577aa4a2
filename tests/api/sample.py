"""A small made-up plan and a service over it that answers from a script."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

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
    Section,
    SectionKind,
    Severity,
    Target,
    Task,
)
from rag.answer import Answer, Citation, Item, Status
from rag.listing.deadlines import Deadline
from rag.listing.rowlist import Choice, ListedDuty, ListedTarget, ListedTask
from rag.search import Hit
from rag.service import Service
from rag.understood import Condition
from rag.units.brief import Brief
from rag.units.unitlist import UnitSummary
from tests.index.plans import LetterEmbedder
from tests.rag.conftest import snapshot_of

TODAY = date(2026, 3, 2)
FILE = "xã-mẫu.txt"

TEXT = """Số: 12/KH-UBND
KẾ HOẠCH
Chuyển đổi số xã Đồng Mẫu năm 2026
Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024;
I. TỔ CHỨC THỰC HIỆN
1. Văn phòng
Văn phòng báo cáo Ủy ban <b>nhân dân</b> & tổ trước ngày 20 hàng tháng.
<script>alert('x')</script>
Phụ lục
TT\tNhiệm vụ\tChủ trì\tPhối hợp\tKết quả\tThời hạn
I\tHạ tầng số\t\t\t\t
1\tLắp đặt Wi-Fi tại chợ\tPhòng Kinh tế\tCông an xã\tBiên bản\t3/2026
2\tMở lớp kỹ năng số\tPhòng Văn hóa - Xã hội\t\tLớp học\tQuý II/2026

\tcho người cao tuổi\t\t\t\t
TT\tChỉ tiêu\tĐơn vị tính\tGiá trị\tChủ trì\tGhi chú
1\tTỷ lệ hồ sơ trực tuyến\t%\t≥ 80\tVăn phòng\t
"""


def at(words: str, *, after: str = "") -> Span:
    """Where ``words`` stand in the text, the first time ``after`` the given ones."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


def field(words: str, *, after: str = "") -> Field:
    """A cell that prints ``words``."""
    return Field(words, (at(words, after=after),))


ROW_1 = at("1\tLắp đặt Wi-Fi tại chợ\tPhòng Kinh tế\tCông an xã\tBiên bản\t3/2026")
ROW_2 = at("2\tMở lớp kỹ năng số\tPhòng Văn hóa - Xã hội\t\tLớp học\tQuý II/2026")
ROW_2_REST = at("\tcho người cao tuổi\t\t\t\t")
TARGET_ROW = at("1\tTỷ lệ hồ sơ trực tuyến\t%\t≥ 80\tVăn phòng\t")
DUTY = at("Văn phòng báo cáo Ủy ban <b>nhân dân</b> & tổ trước ngày 20 hàng tháng.")

WIFI = Task(
    locator="Phụ lục/1",
    annex="Phụ lục",
    group="I",
    ordinal="1",
    parent=None,
    name=field("Lắp đặt Wi-Fi tại chợ"),
    lead=field("Phòng Kinh tế"),
    support=field("Công an xã"),
    result=field("Biên bản"),
    due=field("3/2026"),
    note=Field(),
    leads=("Phòng Kinh tế",),
    supports=("Công an xã",),
    when=Due("3/2026", DueKind.MONTH, date(2026, 3, 1), date(2026, 3, 31)),
    spans=(ROW_1,),
)
CLASSES = Task(
    locator="Phụ lục/2",
    annex="Phụ lục",
    group="I",
    ordinal="2",
    parent=None,
    name=Field("Mở lớp kỹ năng số cho người cao tuổi", (at("Mở lớp kỹ năng số"), at("cho người cao tuổi"))),
    lead=field("Phòng Văn hóa - Xã hội"),
    support=Field(),
    result=field("Lớp học"),
    due=field("Quý II/2026"),
    note=Field(),
    leads=("Phòng Văn hóa - Xã hội",),
    supports=(),
    when=None,
    spans=(ROW_2, ROW_2_REST),
)
ONLINE = Target(
    locator="Phụ lục/chỉ tiêu/1",
    annex="Phụ lục",
    group=None,
    ordinal="1",
    parent=None,
    name=field("Tỷ lệ hồ sơ trực tuyến"),
    unit=field("%"),
    value=field("≥ 80"),
    lead=field("Văn phòng", after="≥ 80"),
    note=Field(),
    leads=("Văn phòng",),
    supports=(),
    spans=(TARGET_ROW,),
)
PLAN = Plan(
    file=FILE,
    digest="d",
    text=TEXT,
    header=Header(
        number="12/KH-UBND",
        date=None,
        date_text="ngày tháng 3 năm 2026",
        place="",
        issuer="Ủy ban nhân dân xã Đồng Mẫu",
        title="Chuyển đổi số xã Đồng Mẫu năm 2026",
        legal_bases=(Basis("57-NQ/TW", date(2024, 12, 22), "Căn cứ", at("57-NQ/TW")),),
    ),
    sections=(
        Section("I", "TỔ CHỨC THỰC HIỆN", SectionKind.HEADING, 1, Span(at("I. TỔ").start, at("\nPhụ lục").start)),
        Section("I/1", "Văn phòng", SectionKind.HEADING, 2, Span(at("1. Văn").start, DUTY.end), "I"),
        Section("Phụ lục", "Phụ lục", SectionKind.ANNEX, 1, Span(at("Phụ lục").start, len(TEXT))),
        Section("Phụ lục/I", "Hạ tầng số", SectionKind.GROUP, 2, Span(at("I\tHạ").start, ROW_2_REST.end), "Phụ lục"),
    ),
    clauses=(Clause("I/1", "Văn phòng báo cáo …", DUTY),),
    tasks=(WIFI, CLASSES),
    targets=(ONLINE,),
    duties=(Duty("I/1", "Văn phòng", "báo cáo", "Ủy ban nhân dân", "hàng tháng", "trước ngày 20 hàng tháng", DUTY),),
    findings=(Finding("blank-support", Severity.WARNING, ("Phụ lục/2",), "Không ghi cơ quan phối hợp.", ("",)),),
)


def item(task: Task) -> Item:
    """The task as a row of a list answer."""
    return Item(
        FILE, "12/KH-UBND", task.locator, task.name.text, task.lead.text, task.support.text, task.result.text,
        task.due.text,
    )  # fmt: skip


def citation(span: Span, locator: str) -> Citation:
    """A quote of the sample's text."""
    return Citation(FILE, "12/KH-UBND", locator, span.slice(TEXT), span.start, span.end)


WHO = Answer(
    question="Ai chủ trì lắp Wi-Fi tại chợ?",
    status=Status.ANSWERED,
    answer="Phòng Kinh tế chủ trì, xong trong 3/2026.",
    values=("Phòng Kinh tế",),
    citations=(citation(ROW_1, "Phụ lục/1"),),
    elapsed_ms=12.345,
    understood=(("đơn vị", "chưa nêu"),),
)
LIST = Answer(
    question="Có những nhiệm vụ nào?",
    status=Status.ANSWERED,
    answer="Có 2 nhiệm vụ:\n- Lắp đặt Wi-Fi tại chợ\n- Mở lớp kỹ năng số cho người cao tuổi",
    values=("2",),
    items=(item(WIFI), item(CLASSES)),
    citations=(citation(ROW_1, "Phụ lục/1"), citation(ROW_2, "Phụ lục/2")),
)
NOTHING = Answer(
    question="Bao giờ xây cầu?",
    status=Status.NOT_FOUND,
    answer="Các kế hoạch không nói đến việc này.",
    near=(item(WIFI),),
    method="retrieval",
)
SCRIPT = {one.question: one for one in (WHO, LIST, NOTHING)}


class FakeService:
    """Answers what its script holds and remembers which day it was asked on."""

    def __init__(self, plans: tuple[Plan, ...] = (PLAN,), script: Mapping[str, Answer | Exception] = SCRIPT) -> None:
        self._plans = plans
        self._script = script
        self.days: list[date] = []
        self.previous: list[str | None] = []

    def ask(self, question: str, *, today: date, previous: Answer | None = None) -> Answer:
        """The scripted answer, or the scripted error; what is not scripted is not found."""
        self.days.append(today)
        self.previous.append(previous.question if previous else None)
        answer = self._script.get(question, NOTHING)
        if isinstance(answer, Exception):
            raise answer
        return replace(answer, question=question)

    def conditions(self, question: str, *, today: date) -> tuple[Condition, ...]:
        """One that can be taken away and one that cannot, of a question that names a unit."""
        del today
        both = (Condition("unit", ("Phòng Kinh tế",), without="Việc gì?"), Condition("period", days=(None, TODAY)))
        return both if "Phòng" in question else ()

    @cached_property
    def _real(self) -> Service:
        """What cannot be scripted is answered over the plans, with a model that counts letters."""
        return Service(snapshot_of(self._plans, LetterEmbedder()))

    def brief(
        self,
        unit: str,
        *,
        today: date,
        since: date | None = None,
        until: date | None = None,
        files: Collection[str] | None = None,
    ) -> Brief:
        return self._real.brief(unit, today=today, since=since, until=until, files=files)

    def units(self) -> tuple[UnitSummary, ...]:
        return self._real.units()

    def warm(self) -> None:
        self._real.warm()

    def deadlines(
        self, since: date, until: date, *, unit: str | None = None, files: Collection[str] | None = None
    ) -> tuple[Deadline, ...]:
        return self._real.deadlines(since, until, unit=unit, files=files)

    def tasks(self, choice: Choice) -> tuple[ListedTask, ...]:
        return self._real.tasks(choice)

    def targets(self, choice: Choice) -> tuple[ListedTarget, ...]:
        return self._real.targets(choice)

    def duties(self, choice: Choice) -> tuple[ListedDuty, ...]:
        return self._real.duties(choice)

    def search(self, words: str) -> tuple[Hit, ...]:
        return self._real.search(words)

    def state(self) -> str:
        return self._real.state()

    def plans(self) -> tuple[Plan, ...]:
        """The sample, unless made with others."""
        return self._plans

    def held(self) -> tuple[Plan, ...]:
        """The same: none replaces another."""
        return self._plans

    def explain(self, question: str, *, today: date) -> str:
        return f"{question} ({today})"

    def plan(self, file: str) -> Plan | None:
        """The plan of that name."""
        return next((one for one in self._plans if one.file == file), None)
