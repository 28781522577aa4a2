"""Tasks whose lead, support and deadline are headings of their own."""

from __future__ import annotations

from tests.ingest.sources import plan, printed

BODY = """B. NỘI DUNG
I. SỬA ĐƯỜNG THÔN
1. Nội dung, biện pháp
a) Khảo sát các tuyến;
2. Cơ quan chủ trì, phối hợp
a) Cơ quan chủ trì
- Phòng Kinh tế.
- Công an xã; Ban Quản lý dự án.
(Phòng Kinh tế là đầu mối).
b) Cơ quan phối hợp: Các thôn.
3. Thời gian thực hiện: Tháng 5/2026.
II. TRỒNG CÂY
Trồng cây dọc đường.
"""


def test_what_stands_under_the_labels_belongs_to_the_heading_above_them() -> None:
    found = plan(body=BODY)
    (task,) = found.tasks
    assert (task.locator, task.name.text) == ("B/I", "SỬA ĐƯỜNG THÔN")
    assert task.lead.text == "Phòng Kinh tế. Công an xã; Ban Quản lý dự án"
    assert task.leads == ("Phòng Kinh tế", "Công an xã", "Ban Quản lý dự án")
    assert (task.supports, task.due.text) == (("Các thôn",), "Tháng 5/2026")
    assert all(printed(found.text, one).rstrip(" .") == one.text for one in (task.name, task.lead, task.due))


def test_a_section_without_such_headings_is_no_task() -> None:
    assert not plan(body="I. TRỒNG CÂY\n1. Nội dung\nTrồng cây dọc đường.\n").tasks


def test_labels_under_a_label_say_what_their_values_are() -> None:
    (task,) = plan(
        body="II. NHIỆM VỤ\n1. Số hóa hồ sơ\na) Nhiệm vụ: Số hóa sổ hộ tịch.\nb) Cơ quan thực hiện:\n"
        "- Đơn vị chủ trì: Văn phòng.\n- Đơn vị phối hợp: Các thôn.\nc) Thời gian thực hiện: Năm 2026.\n"
    ).tasks
    assert (task.locator, task.leads, task.supports, task.due.text) == (
        "II/1",
        ("Văn phòng",),
        ("Các thôn",),
        "Năm 2026",
    )


def test_a_lead_that_names_its_support_shares_it() -> None:
    (task,) = plan(
        body="II. NHIỆM VỤ\n1. Số hóa hồ sơ\na) Đơn vị thực hiện: Văn phòng chủ trì, phối hợp với Phòng Kinh tế.\n"
        "b) Thời gian: Quý II năm 2026.\n"
    ).tasks
    assert (task.leads, task.supports) == (("Văn phòng",), ("Phòng Kinh tế",))


def test_who_carries_out_what_others_lead_is_told_beside_them() -> None:
    body = "B. NỘI DUNG\nI. SỬA ĐƯỜNG THÔN\n1. Cơ quan chủ trì, thực hiện\na) Cơ quan chủ trì\n- Phòng Kinh tế.\nb) Đơn vị thực hiện: Các thôn.\n"
    (task,) = plan(body=body).tasks
    assert task.leads == ("Phòng Kinh tế",)
    assert [(label, cell.text) for label, cell in task.other] == [("Đơn vị thực hiện", "Các thôn")]
