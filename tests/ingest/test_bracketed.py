"""Tasks whose brackets say who leads and by when."""

from __future__ import annotations

import pytest

from ingest.plan import Task
from tests.ingest.sources import plan, printed


def _tasks(*lines: str) -> tuple[Task, ...]:
    return plan(body="II. NHIỆM VỤ CỤ THỂ\n" + "\n".join(lines) + "\n").tasks


@pytest.mark.parametrize("stop", ["", "."])
def test_brackets_name_lead_support_and_deadline(stop: str) -> None:
    (task,) = _tasks(
        f"1. Sửa trụ sở làm việc (Phòng Kinh tế chủ trì, phối hợp với Văn phòng; hoàn thành trong quý III/2026){stop}"
    )
    assert (task.locator, task.name.text) == ("II/1", "Sửa trụ sở làm việc")
    assert (task.leads, task.supports) == (("Phòng Kinh tế",), ("Văn phòng",))
    assert task.due.text == "trong quý III/2026"
    assert task.when is not None
    assert str(task.when.end) == "2026-09-30"


def test_items_are_counted_where_several_share_a_section() -> None:
    tasks = _tasks(
        "1. Tuyên truyền",
        "- Phát thanh trên loa (Phòng Văn hóa thực hiện);",
        "- Nhắc nhở thường xuyên.",
        "- Treo băng rôn ở các ngõ (Đoàn xã chủ trì, trước ngày 20/4/2026).",
    )
    assert [(task.locator, task.leads) for task in tasks] == [("II/1-1", ("Phòng Văn hóa",)), ("II/1-3", ("Đoàn xã",))]


@pytest.mark.parametrize(
    "line", ["1. Sở Tài chính (cơ quan chủ trì)", "1. Họp dân (mỗi quý một lần)", "1. Trồng cây (chi tiết kèm theo)"]
)
def test_other_brackets_state_no_task(line: str) -> None:
    assert not _tasks(line)


def test_labels_in_the_brackets_of_a_heading_are_read() -> None:
    text = plan(body="II. NHIỆM VỤ\n1. Phát thanh trên loa (Đơn vị thực hiện: Phòng Văn hóa; Thời gian: hằng tuần)\n")
    (task,) = text.tasks
    assert (task.name.text, task.leads, task.due.text) == ("Phát thanh trên loa", ("Phòng Văn hóa",), "hằng tuần")
    assert printed(text.text, task.lead) == "Phòng Văn hóa"


def test_an_office_alone_in_brackets_leads_where_a_deadline_follows() -> None:
    tasks = _tasks(
        "1. Tiêm phòng cho trẻ. (Trạm Y tế; tháng 6/2026).",
        "2. Sửa bến đò (Phòng Kinh tế tham mưu; quý II/2026).",
        "3. Họp thôn (Trạm Y tế).",
    )
    assert [(task.name.text, task.leads, task.due.text) for task in tasks] == [
        ("Tiêm phòng cho trẻ", ("Trạm Y tế",), "tháng 6/2026"),
        ("Sửa bến đò", ("Phòng Kinh tế",), "quý II/2026"),
    ]


def test_a_task_that_begins_by_organising_is_no_office() -> None:
    body = "I. VIỆC LÀM\n- Tổ chức đoàn thăm hỏi các hộ (Văn phòng chủ trì; các thôn phối hợp; hoàn thành trước ngày 12/02/2026).\n"
    (task,) = plan(body=body, annex="").tasks
    assert (task.name.text, task.leads, task.supports) == (
        "Tổ chức đoàn thăm hỏi các hộ",
        ("Văn phòng",),
        ("các thôn",),
    )


@pytest.mark.parametrize(
    "said",
    [
        "Phòng Kinh tế chủ trì, Công an xã, Trạm Y tế phối hợp; hoàn thành trong tháng 5/2026",
        "Phòng Kinh tế chủ trì; Công an xã, Trạm Y tế phối hợp; hoàn thành trong tháng 5/2026",
        "Phòng Kinh tế chủ trì và Công an xã, Trạm Y tế tham gia phối hợp; hoàn thành trong tháng 5/2026",
        "Phòng Kinh tế làm đầu mối, Công an xã, Trạm Y tế cùng phối hợp thực hiện; hoàn thành trong tháng 5/2026",
    ],
)
def test_offices_that_help_behind_the_one_that_leads_do_not_lead(said: str) -> None:
    (task,) = _tasks(f"1. Diễn tập chữa cháy ở chợ ({said}).")
    assert (task.leads, task.supports) == (("Phòng Kinh tế",), ("Công an xã", "Trạm Y tế"))
    assert task.due.text == "trong tháng 5/2026"


@pytest.mark.parametrize(
    "said",
    [
        "[Phòng Kinh tế chủ trì; Công an xã phối hợp; xong trong tháng 6/2026]",
        "[do Phòng Kinh tế chủ trì, phối hợp với Công an xã; hạn trong tháng 6/2026]",
        "[Phòng Kinh tế chủ trì; phối hợp: Công an xã; trong tháng 6/2026]",
        "[chủ trì Phòng Kinh tế; cùng Công an xã; thời hạn trong tháng 6/2026]",
        "[hoàn thành trong tháng 6/2026; Phòng Kinh tế chủ trì; Công an xã phối hợp]",
        "[Phòng Kinh tế chủ trì – Công an xã phối hợp – trong tháng 6/2026]",
        "[Phòng Kinh tế chủ trì | Công an xã phối hợp | trong tháng 6/2026]",
        "[Phòng Kinh tế (chủ trì), Công an xã (phối hợp); trong tháng 6/2026]",
        "(Phòng Kinh tế chủ trì) (Công an xã phối hợp) (trong tháng 6/2026)",
        "[Phòng Kinh tế chủ trì; Công an xã phối hợp; trong tháng 6/2026]. Chợ cũ làm sau",
        "trong tháng 6/2026 [Phòng Kinh tế chủ trì; Công an xã phối hợp]",
    ],
)
def test_brackets_of_any_kind_say_so_in_any_order(said: str) -> None:
    (task,) = _tasks(f"1. Sửa mái chợ (phần phía đông) {said}.")
    assert (task.name.text, task.leads, task.supports, task.due.text) == (
        "Sửa mái chợ (phần phía đông)",
        ("Phòng Kinh tế",),
        ("Công an xã",),
        "trong tháng 6/2026",
    )


def test_deadlines_that_a_comma_parts_are_one_and_an_aside_is_none() -> None:
    tasks = _tasks(
        "1. Kiểm tra bến đò [Công an xã chủ trì; trước dịp 30/4, trước dịp 02/9].",
        "2. Nạo vét mương [Hội Nông dân chủ trì; xong trước ngày 15/5/2026, trước mùa lũ].",
        "3. Mở phố đi bộ [Phòng Kinh tế chủ trì; Công an xã phối hợp].",
    )
    assert [task.due.text for task in tasks] == ["trước dịp 30/4, trước dịp 02/9", "trước ngày 15/5/2026", ""]


@pytest.mark.parametrize(
    "said",
    ["[Công an xã phối hợp; tháng 6/2026]", "[xem Phụ lục II]", "[Phòng Kinh tế]", "[Phòng Kinh tế chủ trì]. Chợ cũ"],
)
def test_square_brackets_that_name_nobody_who_leads_state_no_task(said: str) -> None:
    assert not _tasks(f"1. Sửa mái chợ phía đông {said}.")


@pytest.mark.parametrize(
    ("said", "lead", "support"),
    [
        ("Ban Quản lý dự án xã làm chủ đầu tư, Phòng Kinh tế thẩm định", "Ban Quản lý dự án xã", "Phòng Kinh tế"),
        ("Phòng Nội vụ chủ trì; Sở Tài chính thẩm tra", "Phòng Nội vụ", "Sở Tài chính"),
        ("Công an xã chủ trì, các thôn tham gia", "Công an xã", "các thôn"),
        ("UBND xã là chủ đầu tư", "UBND xã", ""),
    ],
)
def test_who_builds_leads_and_who_helps_in_other_words_supports(said: str, lead: str, support: str) -> None:
    tail = " Vốn 3 tỷ đồng." if support else ""
    (task,) = plan(body=f"II. NHIỆM VỤ\n1. Dự án 1: Xây đường bản Mơ ({said}).{tail}\n").tasks
    assert (task.lead.text, task.support.text) == (lead, support)
