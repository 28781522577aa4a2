"""Rows asked for in people's own words are found, and those that the plan does not hold are still refused."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

ROWS = "\nPHỤ LỤC I\nNHIỆM VỤ\n\n" + table(
    "TT | Nhiệm vụ | Chủ trì | Phối hợp | Kết quả | Thời hạn",
    "1 | Hậu kiểm cơ sở đan lưới tự công bố chất lượng | Phòng Kinh tế | Công an xã | 45 cơ sở | Tháng 6/2026",
    "2 | Đánh giá việc giao quyền cho tổ bến đò sau một năm hoạt động | Phòng Văn hóa | Công an xã | Báo cáo | Tháng 7/2026",
    "3 | Chặt tỉa cây xanh ven bến Sông Mơ | Tổ bến đò | Công an xã | Biên bản | Tháng 5/2026",
    "4 | Thay thế lưới cũ, lạc hậu cho ngư dân Lam Giang | Phòng Kinh tế | Tổ bến đò | Biên bản bàn giao | Quý IV/2026",
)
PROSE = "II. TỔ CHỨC THỰC HIỆN\n\n1. Hội đồng nhân dân xã cụ thể hóa Nghị quyết 19 về bến đò bằng các nghị quyết chuyên đề.\n"


@pytest.fixture(scope="module")
def ask() -> Ask:
    """A plan with one clause of prose and one annex."""
    return asker([plan(annex=ROWS, body=PROSE)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("hậu kiểm cơ sở đan lưới tự công bố chất lượng thì phải làm được bao nhiêu cơ sở", ("45 cơ sở",)),
        ("hau kiem co so dan luoi tu cong bo chat luong thi phai lam duoc bao nhieu co so", ("45 cơ sở",)),
        ("Hậu kiểm cơ sở đan lưới tự công bố chất lượng do những phòng nào chủ trì?", ("Phòng Kinh tế",)),
        ("Ai chủ trì đánh giá việc giao quyền cho tổ bến đò sau 1 năm hoạt động?", ("Phòng Văn hóa",)),
        ("Cắt cây ven bến Sông Mơ do ai chủ trì?", ("Tổ bến đò",)),
        ("Chặt tỉa cây xanh ven bến Sông Mơ hạn ghi bao nhiêu?", ("Tháng 5/2026",)),
    ],
)
def test_the_row_that_is_meant_answers(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    "question",
    [
        "Hội đồng nhân dân xã cụ thể hóa Nghị quyết 19 bằng loại văn bản nào?",
        "hoi dong nhan dan xa cu the hoa nghi quyet 19 ve ben do bang loai van ban gi",
    ],
)
def test_the_sort_that_is_asked_for_need_not_be_printed(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert any("nghị quyết chuyên đề" in value for value in answer.values)


@pytest.mark.parametrize(
    "question",
    [
        "Có bao nhiêu việc của Phòng Kinh tế phải xong trong năm 2031?",
        "Ai chủ trì đánh giá việc giao quyền cho tổ bến đò sau 3 năm hoạt động?",
        "Phòng nào chủ trì đào hầm trú bão ở Lam Giang?",
    ],
)
def test_what_the_plan_does_not_hold_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
