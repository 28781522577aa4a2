"""Rows called by what any of their cells prints: persons, villages and days of an assignment or a calendar."""

from __future__ import annotations

from datetime import date

import pytest

from rag.answer import Status
from rag.corpus.library import build_library
from rag.engine import Engine
from rag.turns import Turn
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

TITLE = "\nPHỤ LỤC {number}\n{title}\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n"
PEOPLE = TITLE.format(number="I", title="PHÂN CÔNG PHỤ TRÁCH BẢN KHI CHÁY RỪNG") + table(
    "STT | Họ và tên | Chức vụ | Bản phụ trách | Điểm tập kết lực lượng | Số bình chữa cháy",
    "1 | Lò Văn Định | Phó Chủ tịch UBND xã | Nà Lìm, Nà Khoang | Sân kho Nà Lìm | 12",
    "2 | Thiếu tá Bạc Cầm Sơn | Trưởng Công an xã | Co Phung | Nhà văn hóa Co Phung | 8",
    "3 | BS. Vì Thị Hảo | Trạm trưởng Trạm Y tế | Pá Hốc | ……… | 5",
)
CALENDAR = TITLE.format(number="II", title="LỊCH KIỂM TRA CHỢ ĐẦU MỐI") + table(
    "TT | Ngày kiểm tra | Địa bàn | Trưởng đoàn | Nội dung trọng tâm",
    "1 | 06/4/2026 | Xã Bến Đá, xã Sông Mơ | Trần Hữu Lộc | Phòng cháy",
    "2 | 14/4/2026 | Phường Cát Lở | Đào Mỹ Linh | Vệ sinh",
    "3 | 21/4/2026 | Xã Vân Khê | Trần Hữu Lộc | Giá cả",
)


PLANS = (plan(head=HEAD, annex=PEOPLE + CALENDAR),)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker(PLANS)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(build_library(PLANS))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Ai phụ trách bản Co Phung khi cháy rừng?", ("Thiếu tá Bạc Cầm Sơn",)),
        ("Co Phung thì đồng chí nào lo", ("Thiếu tá Bạc Cầm Sơn",)),
        ("lực lượng bản Nà Khoang tập kết ở đâu", ("Sân kho Nà Lìm",)),
        ("luc luong ban na khoang tap ket ve dau", ("Sân kho Nà Lìm",)),
        ("ông Định giữ bao nhiêu bình chữa cháy", ("12",)),
        ("Ông Định với ông Sơn mỗi người mấy bình chữa cháy?", ("12", "8")),
        ("ông Định phụ trách những bản nào", ("Nà Lìm, Nà Khoang",)),
        ("Bao giờ đoàn xuống kiểm tra Bến Đá với Sông Mơ?", ("06/4/2026",)),
        ("hôm nào kiểm tra chợ phường Cát Lở", ("14/4/2026",)),
        ("ai làm trưởng đoàn kiểm tra xã Vân Khê", ("Trần Hữu Lộc",)),
        ("kiểm tra Vân Khê về nội dung gì", ("Giá cả",)),
        ("Ngày 14/4 đoàn kiểm tra ở đâu?", ("Phường Cát Lở",)),
        ("Số thứ tự 2 Phụ lục I: phân công ai phụ trách bản?", ("Thiếu tá Bạc Cầm Sơn",)),
        ("STT 2 Phụ lục I phụ trách bản nào?", ("Co Phung",)),
        ("ông Trần Hữu Lộc làm trưởng đoàn mấy lần?", ("2",)),
    ],
)
def test_a_row_is_called_by_any_of_its_cells(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question, date(2026, 4, 10)).values == values


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("tuần sau đi kiểm tra chợ ở đâu thế?", ["Phụ lục II/2"]),
        ("Tuần sau Ủy ban nhân dân xã Sông Mơ đi kiểm tra chợ ở những chỗ nào?", ["Phụ lục II/2"]),
        ("ông Lộc làm trưởng đoàn kiểm tra những xã nào", ["Phụ lục II/1", "Phụ lục II/3"]),
        ("Tháng 4 kiểm tra chợ đầu mối ở những xã nào?", ["Phụ lục II/1", "Phụ lục II/2", "Phụ lục II/3"]),
    ],
)
def test_rows_of_a_calendar_are_listed_by_time_or_person(ask: Ask, question: str, rows: list[str]) -> None:
    assert [one.locator for one in ask(question, date(2026, 4, 10)).items] == rows


@pytest.mark.parametrize(
    "question",
    [
        "trưởng bản Co Phung là ai?",
        "điểm bỏ phiếu bản Co Phung ở đâu?",
        "Co Phung có bao nhiêu hộ nghèo?",
        "ông Lộc sinh năm nào?",
        "bao giờ tập huấn cho Cát Lở?",
        "tuần sau thanh tra chợ ở đâu?",
        "Ngày 15/4 đoàn kiểm tra ở đâu?",
        "ông Lộc đi kiểm tra những xã nào trong tháng 6?",
    ],
)
def test_what_no_cell_of_the_row_tells_is_refused(ask: Ask, question: str) -> None:
    assert ask(question, date(2026, 4, 10)).status is Status.NOT_FOUND


def test_dots_under_a_header_are_a_blank(ask: Ask) -> None:
    assert ask("lực lượng bản Pá Hốc tập kết ở đâu", date(2026, 4, 10)).status is Status.NOT_STATED


@pytest.mark.parametrize(
    ("first", "then", "values"),
    [
        ("Ai phụ trách bản Co Phung khi cháy rừng?", "bản đó tập kết lực lượng ở đâu?", ("Nhà văn hóa Co Phung",)),
        ("Ai phụ trách bản Co Phung khi cháy rừng?", "ông ấy giữ chức vụ gì?", ("Trưởng Công an xã",)),
        ("Bao giờ kiểm tra chợ xã Vân Khê?", "thế ai làm trưởng đoàn?", ("Trần Hữu Lộc",)),
    ],
)
def test_the_row_spoken_of_is_asked_for_another_cell(
    engine: Engine, first: str, then: str, values: tuple[str, ...]
) -> None:
    day = date(2026, 4, 10)
    assert engine.answer(then, day, Turn(first, engine.answer(first, day))).values == values


def test_the_row_spoken_of_tells_nothing_else(engine: Engine) -> None:
    first, day = "Ai phụ trách bản Co Phung khi cháy rừng?", date(2026, 4, 10)
    then = engine.answer("bản đó có bao nhiêu máy bơm?", day, Turn(first, engine.answer(first, day)))
    assert then.status is Status.NOT_FOUND
