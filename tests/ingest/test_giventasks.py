"""Tasks that the prose of a plan gives out point by point beside a table of its own."""

from __future__ import annotations

import pytest

from ingest.plan import Task
from tests.ingest.sources import plan, printed, table

GIVEN = """II. NHIỆM VỤ
1. Bến thuyền
a) Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã, Trạm Y tế rà soát thuyền chở khách; hoàn thành trước ngày 15/4/2026.
b) Giao Công an xã chủ trì kiểm soát 100% thuyền ra vào bến; kiên quyết giữ thuyền thiếu áo phao.
c) Đề nghị Đoàn Thanh niên xã lập đội trực bến; ra mắt trong tháng 5/2026.
2. Chợ nổi
a) Giao Ban Quản lý chợ chủ trì thu phí, ghi sổ; niêm yết giá.
b) Giao Hội Nông dân phối hợp với Phòng Kinh tế thả 500 con giống; thời gian: tháng 6/2026.
"""
ROUNDS = """III. LỊCH TUẦN TRA
""" + table(
    "TT | Đợt | Thời gian | Khu vực | Đơn vị chủ trì",
    "1 | Đợt 1 | 10/3 - 20/3/2026 | Bến Mơ | Công an xã",
    "2 | Đợt 2 | 06/4 - 12/4/2026 | Chợ nổi | Phòng Kinh tế",
)


def _prose(body: str) -> list[Task]:
    return [task for task in plan(body=body).tasks if task.annex is None]


def test_each_point_that_charges_an_office_is_a_task_beside_a_table() -> None:
    read = plan(body=GIVEN + ROUNDS)
    assert [(task.locator, task.leads, task.supports, task.due.text) for task in read.tasks] == [
        ("II/1/a", ("Phòng Kinh tế",), ("Công an xã", "Trạm Y tế"), "trước ngày 15/4/2026"),
        ("II/1/b", ("Công an xã",), (), ""),
        ("II/1/c", ("Đoàn Thanh niên xã",), (), "trong tháng 5/2026"),
        ("II/2/a", ("Ban Quản lý chợ",), (), ""),
        ("II/2/b", ("Hội Nông dân",), ("Phòng Kinh tế",), "tháng 6/2026"),
        ("III/1", ("Công an xã",), (), "10/3 - 20/3/2026"),
        ("III/2", ("Phòng Kinh tế",), (), "06/4 - 12/4/2026"),
    ]
    for task in read.tasks[:5]:
        assert [printed(read.text, part) for part in (task.lead, task.name)] == [task.lead.text, task.name.text]


def test_what_is_led_begins_behind_who_leads() -> None:
    names = {task.locator: task.name.text for task in _prose(GIVEN + ROUNDS)}
    assert names["II/2/a"] == "thu phí, ghi sổ; niêm yết giá"
    assert names["II/2/b"] == "thả 500 con giống"
    assert names["II/1/b"] == "kiểm soát 100% thuyền ra vào bến; kiên quyết giữ thuyền thiếu áo phao"


@pytest.mark.parametrize(
    "body",
    [
        GIVEN.replace("II. NHIỆM VỤ", "II. TỔ CHỨC THỰC HIỆN"),
        "II. NHIỆM VỤ\n1. Bến\na) Giao Phòng Kinh tế chủ trì sửa bến.\nb) Rà soát thuyền.\nc) Ghi sổ khách.\nd) Đặt phao.\n",
    ],
)
def test_prose_that_sums_up_or_mostly_gives_nothing_out_states_none(body: str) -> None:
    assert _prose(body + ROUNDS) == []


def test_prose_that_says_a_row_of_the_annex_again_only_sums_it_up() -> None:
    annex = "\nPHỤ LỤC\nNHIỆM VỤ NĂM 2026\n" + table(
        "TT | Nhiệm vụ | Chủ trì | Thời hạn",
        "1 | Thả 500 con giống xuống sông Mơ | Hội Nông dân | Tháng 6/2026",
        "2 | Rà soát thuyền | Phòng Kinh tế | Tháng 4/2026",
    )
    assert [task.locator for task in plan(body=GIVEN, annex=annex).tasks] == ["Phụ lục/1", "Phụ lục/2"]


def test_a_stretch_of_months_behind_a_dash_stays_whole_in_brackets() -> None:
    (task,) = _prose(
        "II. NHIỆM VỤ\na) Tuần tra bến Mơ (Công an xã chủ trì, Đoàn xã phối hợp; thường xuyên, cao điểm tháng 6 - tháng 8/2026).\n"
    )
    assert (task.supports, task.due.text) == (("Đoàn xã",), "thường xuyên, cao điểm tháng 6 - tháng 8/2026")
