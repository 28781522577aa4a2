"""Tasks of plans without rows and labels: sentences that charge an office, and what a deadline ends under its heading."""

from __future__ import annotations

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


def test_who_is_only_spoken_of_leads_nothing() -> None:
    assert (
        _tasks("1. Các đơn vị được giao chủ trì, quản lý dự án báo cáo theo quy định.", "2. Tuyên truyền sâu rộng.")
        == []
    )


def test_a_plan_with_rows_keeps_to_them() -> None:
    annex = "\nPHỤ LỤC\nVIỆC LÀM\n" + table(HEADER, "1 | Rà soát | Công an xã | | Báo cáo | Quý I/2026")
    read = plan(body="III. PHÂN CÔNG\n1. Phòng Kinh tế chủ trì sửa cầu, hoàn thành trước 15/7/2026.\n", annex=annex)
    assert [task.locator for task in read.tasks] == ["Phụ lục/1"]
