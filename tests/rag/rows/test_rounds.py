"""Calendars of rounds and teams under a heading of the prose: called by their number, counted by who leads, listed by time."""

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

ROUNDS = (
    "\nI. NHIỆM VỤ\n\n1. Kiểm lâm xã trực cháy rừng trong mùa khô.\n\nII. LỊCH TUẦN TRA RỪNG\n\n"
    + table(
        "TT | Đợt | Thời gian | Khu vực | Đơn vị chủ trì | Phương tiện",
        "1 | Đợt 1 | 02/3 - 08/3/2026 | Đồi Pá Khôm | Hạt Kiểm lâm | 03 xe máy",
        "2 | Đợt 2 | 13/4 - 19/4/2026 | Khe Nậm Vai | Ban Chỉ huy Quân sự xã | ",
        "3 | Đợt 3 | 18/5 - 24/5/2026 | Rừng giống Co Muông | Hạt Kiểm lâm | Máy bay không người lái",
    )
    + "\nIII. LỊCH KIỂM TRA NĂM 2026\n\n"
    + table(
        "TT | Đoàn kiểm tra | Đơn vị được kiểm tra | Nội dung | Thời gian",
        "1 | Đoàn số 1 (đồng chí Cầm Bá Thuỷ, Trưởng đoàn) | Trạm Y tế xã | Sổ sách | 07/4/2026",
        "2 | Đoàn số 1 (đồng chí Cầm Bá Thuỷ, Trưởng đoàn) | Trường Mầm non Hoa Ban | Bếp ăn | 09/4/2026",
        "3 | Đoàn số 2 (đồng chí Hoàng Thị Nhài, Trưởng đoàn) | Hợp tác xã Sông Mơ | Sổ sách | 14/4/2026",
    )
    + "\n"
)
PLANS = (plan(head=HEAD, body=ROUNDS),)
TODAY = date(2026, 4, 8)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker(PLANS)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("đợt 3 tuần tra rừng đi khu vực nào?", ("Rừng giống Co Muông",)),
        ("đợt tuần tra thứ ba do ai chủ trì", ("Hạt Kiểm lâm",)),
        ("đợt tuần tra cuối cùng ở đâu", ("Rừng giống Co Muông",)),
        ("Đợt tuần tra rừng đầu tiên dùng phương tiện gì?", ("03 xe máy",)),
        ("Ban Chỉ huy Quân sự xã chủ trì đợt mấy?", ("Đợt 2",)),
        ("Hạt Kiểm lâm chủ trì mấy đợt trong lịch tuần tra rừng?", ("2",)),
        ("Đoàn số 1 kiểm tra mấy đơn vị?", ("2",)),
        ("Đoàn kiểm tra số 2 đi những đâu?", ("Hợp tác xã Sông Mơ",)),
    ],
)
def test_a_round_is_called_by_its_number_or_its_leader(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question, TODAY).values == values


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("tuần sau xã Sông Mơ có đợt tuần tra nào không?", ["II/2"]),
        ("Từ nay đến hết tháng 5 tuần tra rừng ở đâu?", ["II/2", "II/3"]),
        ("tuần này đoàn kiểm tra đi những đâu?", ["III/1", "III/2"]),
        ("Đoàn kiểm tra số 1 đi những đâu?", ["III/1", "III/2"]),
        ("Những đợt nào do Hạt Kiểm lâm chủ trì tuần tra?", ["II/1", "II/3"]),
    ],
)
def test_rounds_are_listed_by_time_team_and_leader(ask: Ask, question: str, rows: list[str]) -> None:
    assert [one.locator for one in ask(question, TODAY).items] == rows


@pytest.mark.parametrize(
    "question",
    [
        "đợt 4 tuần tra rừng đi khu vực nào?",
        "đợt tuần tra thứ năm do ai chủ trì",
        "đợt tập huấn đầu tiên do ai chủ trì?",
        "đoàn kiểm tra số 3 đi đơn vị nào?",
        "Đoàn số 4 kiểm tra mấy đơn vị?",
        "tháng 9 tuần tra rừng ở đâu?",
        "tuần sau tuần tra biển ở đâu?",
    ],
)
def test_a_round_that_is_not_there_is_refused(ask: Ask, question: str) -> None:
    assert ask(question, TODAY).status is Status.NOT_FOUND


def test_a_blank_cell_of_a_round_is_said_to_be_blank(ask: Ask) -> None:
    assert ask("Đợt 2 tuần tra rừng dùng phương tiện gì?", TODAY).status is Status.NOT_STATED


def test_the_day_is_that_of_the_row_spoken_of() -> None:
    engine, first = Engine(build_library(PLANS)), "Đoàn nào kiểm tra Trường Mầm non Hoa Ban?"
    turn = Turn(first, engine.answer(first, TODAY))
    assert engine.answer("Ngày kiểm tra là ngày nào?", TODAY, turn).values == ("09/4/2026",)
