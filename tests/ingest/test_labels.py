"""Labels under an item of prose say who leads, who supports and by when, however they are typed."""

from __future__ import annotations

import pytest

from tests.ingest.sources import plan, printed

KINDS = [
    "✓ Chủ trì: Phòng Kinh tế\n✓ Phối hợp: Công an xã\n✓ Hoàn thành: Tháng 6/2026",
    "→ Chủ trì: Phòng Kinh tế; Phối hợp: Công an xã; Hoàn thành: Tháng 6/2026.",
    "[Chủ trì: Phòng Kinh tế; phối hợp: Công an xã; thời gian: Tháng 6/2026]",
    "Phân công: Phòng Kinh tế (chủ trì), Công an xã (phối hợp).\nThời gian hoàn thành chậm nhất: Tháng 6/2026",
    "Trách nhiệm: Phòng Kinh tế\nĐơn vị liên quan: Công an xã\nMốc thời gian: Tháng 6/2026",
    "Đơn vị chủ trì: Giao Phòng Kinh tế\nĐơn vị phối hợp: Công an xã\nThời gian: Tháng 6/2026",
    "Đơn vị chủ trì:\nPhòng Kinh tế\nĐơn vị phối hợp:\nCông an xã\nThời gian hoàn thành:\nTháng 6/2026",
]


@pytest.mark.parametrize("labels", KINDS)
def test_each_way_of_typing_labels_is_read(labels: str) -> None:
    body = f"II. NHIỆM VỤ\n1. Xây cầu cảng\nLập hồ sơ.\n{labels}\n2. Dạy bơi\nMở lớp.\n{labels}\nIII. KINH PHÍ\nXã.\n"
    read = plan(body=body)
    assert [(task.locator, task.name.text) for task in read.tasks] == [
        ("II/1", "Xây cầu cảng Lập hồ sơ"),
        ("II/2", "Dạy bơi Mở lớp"),
    ]
    for task in read.tasks:
        assert (task.leads, task.supports) == (("Phòng Kinh tế",), ("Công an xã",))
        assert task.due.text == "Tháng 6/2026"
        assert printed(read.text, task.lead) == task.lead.text


def test_a_label_of_duties_names_no_lead() -> None:
    body = "II. NHIỆM VỤ\n1. Xây cầu cảng\nTrách nhiệm: giữ gìn bến sạch.\nThời gian: Tháng 6/2026\n"
    assert not plan(body=body).tasks


def test_the_person_in_charge_leads() -> None:
    (task,) = plan(body="II. NHIỆM VỤ\n1. Xây cầu cảng\nNgười phụ trách: Đ/c An\nThời gian: Tháng 6/2026\n").tasks
    assert task.leads == ("Đ/c An",)
