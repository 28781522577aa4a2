"""Tasks of plans without rows and labels: sentences that charge an office, and what a deadline ends under its heading."""

from __future__ import annotations

import pytest

from ingest.plan import Task
from tests.ingest.sources import HEADER, plan, printed, table


def _tasks(*lines: str) -> list[Task]:
    return list(plan(body="III. PHÂN CÔNG\n" + "\n".join(lines) + "\n", annex="").tasks)


def test_a_sentence_that_begins_with_who_leads_is_a_task() -> None:
    (task,) = _tasks(
        "1. Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã và các thôn kiểm tra bến thuyền, hoàn thành trước ngày 30/6/2026."
    )
    assert (task.locator, task.leads, task.supports) == ("III/1", ("Phòng Kinh tế",), ("Công an xã", "các thôn"))
    assert (task.name.text, task.due.text) == ("kiểm tra bến thuyền", "trước ngày 30/6/2026")
    assert task.when is not None
    assert str(task.when.end) == "2026-06-30"


def test_a_deadline_under_an_offices_heading_makes_its_bullet_a_task() -> None:
    read = plan(
        body="III. PHÂN CÔNG\n1. Phòng Kinh tế\n- Chủ trì, phối hợp với Công an xã lập sổ bến thuyền; hoàn thành trong tháng 5/2026.\n"
        "- Sửa cầu bến Mơ, hoàn thành trước ngày 15/7/2026.\n- Tuyên truyền về an toàn sông nước.\n",
        annex="",
    )
    assert [(task.locator, task.name.text, task.supports, task.due.text) for task in read.tasks] == [
        ("III/1-1", "lập sổ bến thuyền", ("Công an xã",), "trong tháng 5/2026"),
        ("III/1-2", "Sửa cầu bến Mơ", (), "trước ngày 15/7/2026"),
    ]
    for task in read.tasks:
        assert task.leads == ("Phòng Kinh tế",)
        assert [printed(read.text, part) for part in (task.lead, task.name, task.due)] == [
            "Phòng Kinh tế",
            task.name.text,
            task.due.text,
        ]


def test_a_deadline_of_several_days_is_told_whole() -> None:
    tasks = _tasks("1. Phòng Kinh tế", "- Đo độ sâu bến Mơ trước ngày 25/5 và trước ngày 10/11/2026.")
    assert [(task.name.text, task.due.text) for task in tasks] == [
        ("Đo độ sâu bến Mơ", "trước ngày 25/5 và trước ngày 10/11/2026")
    ]


def test_who_is_only_spoken_of_leads_nothing() -> None:
    assert (
        _tasks("1. Các đơn vị được giao chủ trì, quản lý dự án báo cáo theo quy định.", "2. Tuyên truyền sâu rộng.")
        == []
    )


def test_a_plan_with_rows_keeps_to_them() -> None:
    annex = "\nPHỤ LỤC\nVIỆC LÀM\n" + table(HEADER, "1 | Rà soát | Công an xã | | Báo cáo | Quý I/2026")
    read = plan(body="III. PHÂN CÔNG\n1. Phòng Kinh tế chủ trì sửa cầu, hoàn thành trước 15/7/2026.\n", annex=annex)
    assert [task.locator for task in read.tasks] == ["Phụ lục/1"]


def test_an_office_charged_at_the_end_of_a_sentence_leads_what_stands_before() -> None:
    body = """II. NHIỆM VỤ
1. Xây cầu cảng
- Lập hồ sơ, giao Phòng Kinh tế chủ trì, phối hợp với Công an xã, hoàn thành trước ngày 30/6/2026.
- Sửa đường vào bến. Giao Phòng Kinh tế chủ trì, phối hợp với các thôn thực hiện trong quý III/2026.
"""
    assert [(task.locator, task.name.text, task.supports, task.due.text) for task in plan(body=body).tasks] == [
        ("II/1-1", "Lập hồ sơ", ("Công an xã",), "trước ngày 30/6/2026"),
        ("II/1-2", "Sửa đường vào bến", ("các thôn",), "trong quý III/2026"),
    ]


def test_a_charge_that_only_says_who_acts_is_called_by_its_heading() -> None:
    body = "II. NHIỆM VỤ\n1. Xây cầu cảng\nLập hồ sơ.\nGiao Phòng Kinh tế chủ trì, phối hợp với Công an xã thực hiện.\n2. Họp\n"
    (task,) = plan(body=body).tasks
    assert (task.name.text, task.leads, task.supports) == ("Xây cầu cảng", ("Phòng Kinh tế",), ("Công an xã",))


@pytest.mark.parametrize(
    "item",
    [
        "1. Phòng Kinh tế: Chủ trì, phối hợp với Công an xã sửa cầu cảng, hoàn thành trước ngày 30/6/2026.",
        "1. Giao Phòng Kinh tế:\na) Chủ trì, phối hợp với Công an xã sửa cầu cảng, hoàn thành trước ngày 30/6/2026.",
    ],
)
def test_an_office_before_a_colon_or_over_lettered_items_leads(item: str) -> None:
    (task,) = plan(body=f"III. TỔ CHỨC THỰC HIỆN\n{item}\n2. Các thôn: Phối hợp.\n").tasks
    assert (task.name.text, task.leads, task.supports) == ("sửa cầu cảng", ("Phòng Kinh tế",), ("Công an xã",))
    assert task.due.text == "trước ngày 30/6/2026"


def test_an_office_told_to_direct_another_is_no_heading_of_one() -> None:
    body = "III. TỔ CHỨC\n1. Phòng Kinh tế chỉ đạo Trạm Khuyến nông\n- Tổng kết mô hình trước ngày 15/12/2026.\n"
    assert not plan(body=body).tasks


def test_what_an_office_leads_on_is_its_own_task_and_no_office() -> None:
    found = _tasks(
        "1. Đảng ủy Ủy ban nhân dân xã",
        "1.1. Lãnh đạo xây dựng Đề án bến thuyền an toàn, hoàn thành trong quý II/2026.",
        "1.2. Lãnh đạo Ủy ban nhân dân xã ban hành quy chế bến, hoàn thành trong tháng 4/2026.",
    )
    assert [(task.locator, task.leads, task.due.text) for task in found] == [
        ("III/1.1", ("Đảng ủy Ủy ban nhân dân xã",), "trong quý II/2026"),
        ("III/1.2", ("Đảng ủy Ủy ban nhân dân xã",), "trong tháng 4/2026"),
    ]


def test_a_syllable_inside_an_offices_name_begins_no_work() -> None:
    found = _tasks(
        "1. Công ty TNHH MTV Khai thác công trình thủy lợi Sông Mơ",
        "a) Nạo vét kênh Vân Khê, hoàn thành trước ngày 30/4/2026.",
        "2. Phòng Kinh tế",
        "a) Chủ trì, phối hợp với Đài Khí tượng Thủy văn tỉnh lắp đặt trạm đo mưa, hoàn thành trước ngày 31/8/2026.",
    )
    assert [(task.leads, task.supports, task.name.text) for task in found] == [
        (("Công ty TNHH MTV Khai thác công trình thủy lợi Sông Mơ",), (), "Nạo vét kênh Vân Khê"),
        (("Phòng Kinh tế",), ("Đài Khí tượng Thủy văn tỉnh",), "lắp đặt trạm đo mưa"),
    ]


def test_beside_other_tasks_a_piece_that_ends_with_its_deadline_is_one_under_an_offices_name() -> None:
    read = plan(
        body="II. NỘI DUNG\n1. Diễn tập\na) Diễn tập chữa cháy: tháng 8/2026 (Công an xã chủ trì).\n"
        "III. PHÂN CÔNG\n1. Các thôn: Lập tổ xung kích trước ngày 30/4/2026; dự trữ gạo, muối.\n"
        "2. Phòng Kinh tế: Lập danh sách hộ nghèo, hoàn thành trước ngày 15/5/2026; theo dõi các đập nhỏ.\n"
        "3. Trạm Y tế: Dự trữ thuốc cho 30 ngày; xử lý môi trường.\n"
        "4. Công an xã: Gửi báo cáo về Phòng Kinh tế trước ngày 20/6/2026; giữ trật tự.\n",
        annex="",
    )
    assert [(task.locator, task.leads, task.due.text) for task in read.tasks if task.locator.startswith("III")] == [
        ("III/1", ("Các thôn",), "trước ngày 30/4/2026"),
        ("III/2", ("Phòng Kinh tế",), "trước ngày 15/5/2026"),
    ]
