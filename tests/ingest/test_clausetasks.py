"""Tasks stated in prose: a numbered clause with its "Đơn vị chủ trì: …; Thời gian hoàn thành: …" lines."""

from __future__ import annotations

from datetime import date

from ingest.plan import Plan, Task
from tests.ingest.sources import plan, printed


def _read(*lines: str) -> Plan:
    return plan(body="II. NHIỆM VỤ CỤ THỂ\n" + "\n".join(lines) + "\n")


def _cells(task: Task) -> tuple[str, ...]:
    return (task.locator, task.name.text, task.lead.text, task.support.text, task.due.text, task.result.text)


def test_labels_on_one_line_are_parted() -> None:
    read = _read(
        "1. Kiện toàn đội ngũ tuyên truyền viên",
        "Đơn vị chủ trì: Vụ Pháp chế; Đơn vị phối hợp: Vụ Tổ chức cán bộ; Thời gian hoàn thành: Quý I/2023.",
    )
    (task,) = read.tasks
    assert _cells(task) == (
        "II/1",
        "Kiện toàn đội ngũ tuyên truyền viên",
        "Vụ Pháp chế",
        "Vụ Tổ chức cán bộ",
        "Quý I/2023",
        "",
    )
    assert task.annex is None
    assert task.when is not None
    assert task.when.start == date(2023, 1, 1)
    assert all(printed(read.text, field) == field.text for field in (task.name, task.lead, task.support, task.due))


def test_labels_on_lines_of_their_own_belong_to_the_clause_above() -> None:
    read = _read(
        "1. Biên soạn tài liệu hỏi đáp",
        "- Đơn vị chủ trì: Cục An toàn lao động.",
        "- Đơn vị phối hợp: Nhà xuất bản Lao động; Vụ Pháp chế.",
        "- Thời gian hoàn thành: Tháng 5/2023.",
        "- Sản phẩm: 20.000 cuốn tài liệu.",
        "2. Tuyên truyền trên Tổng đài",
        "- Đơn vị chủ trì: Cục Trẻ em.",
        "- Thời gian hoàn thành:",
    )
    assert [_cells(task) for task in read.tasks] == [
        (
            "II/1",
            "Biên soạn tài liệu hỏi đáp",
            "Cục An toàn lao động",
            "Nhà xuất bản Lao động; Vụ Pháp chế",
            "Tháng 5/2023",
            "20.000 cuốn tài liệu",
        ),
        ("II/2", "Tuyên truyền trên Tổng đài", "Cục Trẻ em", "", "", ""),
    ]
    assert read.tasks[0].supports == ("Nhà xuất bản Lao động", "Vụ Pháp chế")


def test_a_bullet_with_its_own_words_and_labels_is_a_task() -> None:
    read = _read(
        "1. Hạ tầng",
        "- Phủ sóng thư viện. Đơn vị thực hiện: Tổ Văn phòng. Thời hạn: 9/2026.",
        "- Mua 40 máy tính. Đơn vị thực hiện: Kế toán. Thời hạn: 12/2026.",
    )
    assert [(task.name.text, task.lead.text, task.due.text) for task in read.tasks] == [
        ("Phủ sóng thư viện", "Tổ Văn phòng", "9/2026"),
        ("Mua 40 máy tính", "Kế toán", "12/2026"),
    ]


def test_labels_of_other_things_only_end_the_value_before_them() -> None:
    (task,) = _read("1. Tập huấn", "Chủ trì: Sở Nội vụ; Kinh phí: 20 triệu đồng; Thời gian: Quý II/2026.").tasks
    assert (task.lead.text, task.due.text) == ("Sở Nội vụ", "Quý II/2026")


def test_prose_without_a_lead_is_no_task() -> None:
    assert (
        _read(
            "1. Kinh phí: do ngân sách tỉnh bảo đảm.", "2. Thời gian: trong năm 2026.", "- Sở Nội vụ chủ trì theo dõi."
        ).tasks
        == ()
    )
