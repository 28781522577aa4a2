"""Lists of what is no task: the plans themselves, every report, rows of an annex that states data only."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, cited

POINTS = "\nPHỤ LỤC\nĐIỂM ĐO NƯỚC GIẾNG NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n"
REPORTS = """I. CHẾ ĐỘ BÁO CÁO
1. Công an xã báo cáo UBND xã trước ngày 25 hằng tháng.
2. Trạm Y tế báo cáo UBND xã trước ngày 15/12/2026.
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    rows = table(
        "TT | Vị trí | Kinh độ | Vĩ độ",
        "I | Giếng đào | | ",
        "1 | Xóm Đình | 105,1 | 21,1",
        "2 | Xóm Bến | 105,2 | 21,2",
        "II | Giếng khoan | | ",
        "1 | Xóm Chợ | 105,3 | 21,3",
    )
    return asker([plan(body=REPORTS, annex=POINTS + rows)])


@pytest.mark.parametrize("question", ["Có bao nhiêu kế hoạch?", "hien co may ke hoach"])
def test_plans_are_counted_as_plans(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert (answer.values, len(answer.items)) == (("1",), 1)


def test_the_plans_are_listed_by_title(ask: Ask, ask_province: Ask) -> None:
    answer = ask("Danh sách các kế hoạch")
    assert [one.locator for one in answer.items] == ["Tiêu đề"]
    assert ask("Danh sách các nhiệm vụ trong kế hoạch").values == ()
    assert len(ask_province("Những kế hoạch nào?").items) == 1


@pytest.mark.parametrize("question", ["Bao giờ phải báo cáo?", "han bao cao la khi nao", "deadline báo cáo"])
def test_a_question_of_reports_alone_is_told_all_of_them(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert [one.locator for one in answer.items] == ["I/1", "I/2"]


def test_rows_of_data_are_listed_and_counted_by_their_group(ask: Ask) -> None:
    listed = ask("Phụ lục có những vị trí nào thuộc nhóm giếng đào?")
    assert [one.locator for one in listed.items] == ["Phụ lục/I/1", "Phụ lục/I/2"]
    assert cited(listed) == {f"mau.txt#{one.locator}" for one in listed.items}
    assert ask("Phụ lục nhóm giếng khoan có mấy vị trí?").values == ("1",)


def test_a_condition_on_data_that_is_not_understood_lists_nothing(ask: Ask) -> None:
    assert ask("Phụ lục có những vị trí nào thuộc nhóm giếng đào bị nhiễm mặn?").items == ()
