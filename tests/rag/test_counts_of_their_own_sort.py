"""Figures of the sort asked for, years beside stretches of years, “CT” behind an office, meetings that are no reports."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

BODY = """I. MỤC TIÊU
1. Thành lập Tổ công tác bến đò của xã và tổ giúp việc tại 14 thôn.
2. Sửa 497 căn nhà ven sông, trong đó xây mới 342 căn nhà, sửa chữa 155 căn nhà.
3. Tỷ lệ bến có biển báo:
a) Đến hết năm 2026: 72% số bến có biển báo.
b) Giai đoạn 2027 - 2030: 90% số bến có biển báo.
II. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế tổ chức sơ kết vào tháng 7/2026; báo cáo Ban Thường vụ Đảng ủy xã trước ngày 25 của tháng cuối quý.
"""
ANNEX = "\nPHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n" + table(
    "TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn",
    "1 | Lập sổ bến đò | Công an xã | Phòng Kinh tế | 30/4/2026",
    "2 | Cắm biển báo ở bến | Phòng Kinh tế | Công an xã | 30/5/2026",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(body=BODY, annex=ANNEX)])


def test_places_are_no_members(ask: Ask) -> None:
    assert ask("Tổ công tác bến đò của xã gồm bao nhiêu thành viên?").status is not Status.ANSWERED
    assert ask("Tổ giúp việc được lập tại bao nhiêu thôn?").values == ("14 thôn",)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Phải xây mới bao nhiêu căn nhà ven sông?", "342 căn nhà"),
        ("Phải sửa chữa bao nhiêu căn nhà ven sông?", "155 căn nhà"),
    ],
)
def test_the_figure_behind_what_is_done_is_meant(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


def test_a_year_and_a_stretch_of_years_are_told_each(ask: Ask) -> None:
    answer = ask("Tỷ lệ bến có biển báo đến hết năm 2026 và trong giai đoạn 2027 - 2030 lần lượt là bao nhiêu?")
    assert answer.values == ("72%", "90%")


@pytest.mark.parametrize(
    "question", ["Việc nào giao Công an xã CT, Phòng Kinh tế phối hợp?", "viec nao do Cong an xa CT"]
)
def test_ct_behind_an_office_is_its_lead(ask: Ask, question: str) -> None:
    assert [one.rpartition("/")[2] for one in listed(ask(question))] == ["1"]


def test_a_meeting_beside_a_report_is_none(ask: Ask) -> None:
    answer = ask("Phòng Kinh tế báo cáo cấp nào, trước ngày nào?")
    assert answer.values == ("Ban Thường vụ Đảng ủy xã", "trước ngày 25 của tháng cuối quý")


def test_the_decision_that_issued_a_plan_is_its_own_number() -> None:
    ask = asker([plan(head=HEAD.replace("12/KH-UBND", "12/QĐ-UBND"), body=BODY)])
    answer = ask("Kế hoạch cải cách hành chính xã Sông Mơ ban hành theo quyết định số bao nhiêu, ngày nào?")
    assert answer.values == ("12/QĐ-UBND", "ngày 05 tháng 3 năm 2026")
