"""A calendar of events and a table of figures by office, in the plan that an office's leading body issues for it."""

from __future__ import annotations

from datetime import date

import pytest

from rag.answer import Status
from rag.corpus.library import build_library
from rag.engine import Engine
from rag.turns import Turn
from tests.ingest.sources import plan, read, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

HEAD = """TỈNH ĐOÀN LAM GIANG
BAN THƯỜNG VỤ

Số: 31-KH/TĐTN
Lam Giang, ngày 02 tháng 9 năm 2026

KẾ HOẠCH
Tổ chức Mùa gặt tình nguyện năm 2026

Ban Thường vụ Tỉnh đoàn xây dựng Kế hoạch như sau:
"""
BODY = """I. YÊU CẦU
1. Tuyệt đối không thu phí của hộ trồng lúa dưới mọi hình thức.

II. PHÂN CÔNG
1. Ban Nông thôn, Trường nghề: chuẩn bị nông cụ.

2. Đội Cơ giới xã: báo cáo Trạm Khuyến nông vùng số máy gặt còn chạy trước ngày 12 hằng tháng.
"""
CLOSING = "\nTM. BAN THƯỜNG VỤ\nBÍ THƯ\n\nĐào Thị Lụa\n"
ANNEXES = (
    "\nPHỤ LỤC 1\nLỊCH CÁC NGÀY MÙA GẶT 2026\n\n"
    + table(
        "TT | Thời gian | Nội dung | Đơn vị thực hiện | Đơn vị phối hợp | Phụ trách",
        "1 | 12/9 | Lễ xuống đồng | Ban Nông thôn, Trường nghề | Đoàn Pá Hốc; Hội Nhà vườn | Đ/c Tạ Văn Rạ",
        "2 | 15 - 16/9 | Thi gặt nhanh | Đoàn Bến Đá | Hội Nhà vườn | Đ/c Lê Thị Trấu",
        "3 | 03/10 | Chợ gạo mới | Ban Nông thôn, Trường nghề | Đoàn Bến Đá; Sở Công Thương | Đ/c Tạ Văn Rạ",
        "4 | 20/10 | Lễ mừng cơm mới | Đoàn Pá Hốc | Hội Nhà vườn | ",
    )
    + "\nPHỤ LỤC 2\nGIAO CHO CÁC ĐOÀN\n\n"
    + table(
        "TT | Đơn vị | Ruộng gặt giúp (ha) | Bao tải phát cho nhà nông | Ghi chú",
        "1 | Đoàn Bến Đá | 14 | 300 | Thêm một máy cày",
        "2 | Đoàn Trường Cao đẳng Bến Đá | 9 | 450 | ",
        "3 | Đoàn Vân Khê | 22 | 120 | Gặt cả ban đêm",
    )
)
PLANS = (read(f"{HEAD}\n{BODY}{CLOSING}{ANNEXES}"), plan())
DAY = date(2026, 9, 14)
"""A Monday."""


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker(PLANS)


def test_an_office_is_called_without_the_body_that_leads_it(ask: Ask) -> None:
    assert ask("Kế hoạch của Tỉnh đoàn số mấy?", DAY).values == ("31-KH/TĐTN",)
    assert listed(ask("Tuần này Tỉnh đoàn Lam Giang tổ chức hoạt động gì?", DAY)) == ["Phụ lục 1/2"]
    assert ask("thang 10 Tinh doan Lam Giang co may hoat dong", DAY).values == ("2",)


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Trong lịch mùa gặt có những hoạt động nào?", ["1", "2", "3", "4"]),
        ("lich mua gat thang 9 co nhung hoat dong nao", ["1", "2"]),
        ("Ban Nông thôn, Trường nghề thực hiện những hoạt động nào trong lịch mùa gặt?", ["1", "3"]),
        ("Theo lịch mùa gặt, Đoàn Bến Đá làm việc gì?", ["2", "3"]),
        ("việc phối hợp của Hội Nhà vườn", ["1", "2", "4"]),
        ("Nhiệm vụ chủ trì của Đoàn Pá Hốc", ["4"]),
    ],
)
def test_rows_of_a_calendar_are_listed(ask: Ask, question: str, places: list[str]) -> None:
    assert listed(ask(question, DAY)) == [f"Phụ lục 1/{one}" for one in places]


@pytest.mark.parametrize(
    "question",
    [
        "Trong lịch tiếp dân có những hoạt động nào?",
        "Lịch mùa gặt tháng 11 có hoạt động nào?",
        "lịch sử mùa gặt có những hoạt động nào?",
        "việc phối hợp của Sở Y tế",
    ],
)
def test_another_calendar_or_month_has_no_rows(ask: Ask, question: str) -> None:
    assert ask(question, DAY).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Ai phụ trách?", ("Đ/c Lê Thị Trấu",)),
        ("Đồng chí nào lo vậy?", ("Đ/c Lê Thị Trấu",)),
        ("Ai chủ trì?", ("Đoàn Bến Đá",)),
        ("Đơn vị nào thực hiện?", ("Đoàn Bến Đá",)),
        ("Ai phối hợp?", ("Hội Nhà vườn",)),
    ],
)
def test_who_does_what_of_the_row_before(question: str, values: tuple[str, ...]) -> None:
    engine = Engine(build_library(PLANS))
    before = "Thi gặt nhanh diễn ra ngày nào?"
    told = engine.answer(before, DAY)
    assert told.values == ("15 - 16/9",)
    assert engine.answer(question, DAY, Turn(before, told)).values == values


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Đoàn Bến Đá với Đoàn Vân Khê phát bao nhiêu bao tải cho nhà nông, lần lượt?", ("300", "120")),
        ("Đoàn Cao đẳng Bến Đá và Đoàn Vân Khê lần lượt phải phát bao nhiêu bao tải?", ("450", "120")),
        ("Đoàn Vân Khê, Đoàn Bến Đá mỗi đơn vị phát bao nhiêu bao tải?", ("120", "300")),
        ("Ghi chú ở dòng 3 Phụ lục 2 kế hoạch của Tỉnh đoàn là gì?", ("Gặt cả ban đêm",)),
    ],
)
def test_figures_and_notes_of_offices(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question, DAY).values == values


def test_a_blank_note_is_said_and_a_strange_office_has_no_figure(ask: Ask) -> None:
    assert ask("Ghi chú ở dòng 2 Phụ lục 2 kế hoạch của Tỉnh đoàn là gì?", DAY).status is Status.NOT_STATED
    assert ask("Đoàn Vân Khê và Đoàn Cát Lở lần lượt phát bao nhiêu bao tải?", DAY).status is Status.NOT_FOUND


def test_what_is_forbidden_of_a_matter(ask: Ask) -> None:
    assert ask("Tỉnh đoàn nghiêm cấm điều gì về phí của hộ trồng lúa?", DAY).values == ("thu phí",)
    assert ask("Tỉnh đoàn nghiêm cấm điều gì về thuốc trừ sâu?", DAY).status is Status.NOT_FOUND


def test_who_is_told_a_number_is_named_without_it(ask: Ask) -> None:
    told = ask("Đội Cơ giới xã báo cáo số máy gặt về đâu, trước ngày nào?", DAY)
    assert told.values == ("Trạm Khuyến nông vùng", "trước ngày 12 hằng tháng")


def test_rows_asked_for_by_a_person_are_not_those_of_a_table_of_figures() -> None:
    annex = "\nPHỤ LỤC\nNHIỆM VỤ NĂM 2026\n\n" + table(
        "TT | Nhiệm vụ | Chủ trì | Thời hạn | Đồng chí chỉ đạo",
        "1 | Sửa bến | Phòng Kinh tế | 6/2026 | Vi Thị Hảo",
        "2 | Nạo rạch | Phòng Kinh tế | 7/2026 | Lò Văn Định",
    )
    ask = asker((PLANS[0], plan(annex=annex)))
    assert listed(ask("Những nhiệm vụ nào trong phụ lục do đồng chí Vi Thị Hảo chỉ đạo?", DAY)) == ["Phụ lục/1"]


def test_an_office_in_the_name_of_a_row_may_do_what_the_name_says() -> None:
    annex = "\nPHỤ LỤC\nNHIỆM VỤ NĂM 2026\n\n" + table(
        "TT | Nhiệm vụ | Chủ trì | Kết quả | Thời hạn",
        "1 | Mô hình “Công an xã là người bạn của bến đò” | Hội Nông dân | Một tổ trực | 6/2026",
        "2 | Nạo rạch | Công an xã | Biên bản | 7/2026",
    )
    ask = asker([plan(annex=annex)])
    assert ask("mô hình Công an xã làm bạn của bến đò có kết quả gì?").values == ("Một tổ trực",)
    assert ask("mô hình Phòng Kinh tế làm bạn của bến đò có kết quả gì?").status is Status.NOT_FOUND


def test_a_calendar_is_named_before_its_time_and_what_is_done_said_again() -> None:
    annex = "\nPHỤ LỤC\nLỊCH KIỂM TRA QUY TRÌNH CHUYÊN MÔN\n\n" + table(
        "TT | Đơn vị được kiểm tra | Nội dung | Thời gian | Trưởng đoàn",
        "1 | Trạm Bến Đá | Sổ sách | Tháng 5/2026 | Vi Thị Hảo",
        "2 | Trạm Cát Lở | Kho bãi | Tháng 6/2026 | Lò Văn Định",
    )
    ask = asker([plan(annex=annex)])
    question = "Theo lịch kiểm tra quy trình chuyên môn, tháng {}/2026 kiểm tra đơn vị nào?"
    assert listed(ask(question.format(6))) == ["Phụ lục/2"]
    assert ask(question.format(9)).status is Status.NOT_FOUND
