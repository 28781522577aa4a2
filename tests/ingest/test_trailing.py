"""Tasks whose last words say who does them, behind an arrow, a colon, a dash or a stop, in plans without a table of tasks."""

from __future__ import annotations

import pytest

from ingest.plan import Task
from tests.ingest.sources import plan, printed, table

LABELLED = "9. Sửa chợ Mơ\n- Chủ trì: Phòng Kinh tế.\n- Thời hạn: tháng 9/2026.\n"


def _tasks(*lines: str, heading: str = "II. NỘI DUNG, NHIỆM VỤ", labelled: bool = False) -> list[Task]:
    body = f"{heading}\n" + "\n".join(lines) + "\n" + (LABELLED if labelled else "")
    read = plan(body=body)
    for task in read.tasks:
        for cell in (task.name, task.lead, task.due):
            assert printed(read.text, cell) == cell.text
    return [task for task in read.tasks if not task.locator.endswith("/9")]


@pytest.mark.parametrize(
    ("line", "lead", "supports", "due"),
    [
        ("Khảo sát đường lên đồi → Phòng Kinh tế tham mưu; xong trong tháng 3/2026.", "Phòng Kinh tế", (), "trong tháng 3/2026"),
        ("Nạo vét mương Bắc: do Công an xã chủ trì, hoàn thành trước mùa mưa.", "Công an xã", (), "trước mùa mưa"),
        ("Sơn lại cổng chợ – Phòng Kinh tế chủ trì, phối hợp Đoàn xã, xong trước 30/4/2026.", "Phòng Kinh tế", ("Đoàn xã",), "trước 30/4/2026"),
        ("Cấp biển hiệu: Phòng Kinh tế (chủ trì), Công an xã, Hội Nông dân xã (phối hợp); quý III/2026.", "Phòng Kinh tế", ("Công an xã", "Hội Nông dân xã"), "quý III/2026"),
        ("Quét dọn bến thuyền: Hội Nông dân xã thực hiện thường xuyên.", "Hội Nông dân xã", (), "thường xuyên"),
        ("Mua xuồng cứu hộ => Ban Chỉ huy Quân sự xã (tháng 7/2026)", "Ban Chỉ huy Quân sự xã", (), "tháng 7/2026"),
        ("Lắp đèn ở bến. Phòng Kinh tế thực hiện, xong trong tháng 6/2026.", "Phòng Kinh tế", (), "trong tháng 6/2026"),
        ("Sở hữu trí tuệ: đăng ký nhãn hiệu (Phòng Kinh tế, tháng 8/2026).", "Phòng Kinh tế", (), "tháng 8/2026"),
    ],
)  # fmt: skip
def test_the_last_words_say_who_and_when(line: str, lead: str, supports: tuple[str, ...], due: str) -> None:
    for labelled in (True, False):
        (task,) = _tasks(f"1. {line}", labelled=labelled)
        assert (task.locator, task.lead.text, task.supports, task.due.text) == ("II/1", lead, supports, due)


@pytest.mark.parametrize(
    "line",
    [
        "Địa điểm: Hội trường UBND xã, trong tháng 3/2026.",
        "Tỷ lệ hộ nghèo: giảm còn 3% trong năm 2026.",
        "Cấp nước sạch: các thôn thực hiện.",
        "Tuyên truyền rộng rãi. Các thôn nghiêm túc thực hiện kế hoạch này trong năm 2026.",
        "Vắc xin phòng dại: Trạm Thú y huyện đã cấp trước ngày 01/3/2026.",
        "Hội thi văn nghệ: các thôn tổ chức vòng đầu trong tháng 5, chung kết trong tháng 6/2026.",
    ],
)
def test_other_ends_state_no_task(line: str) -> None:
    assert _tasks(f"1. {line}", labelled=True) == []


def test_aims_and_demands_give_nothing_out() -> None:
    assert _tasks("1. Nâng cao ý thức: các thôn thực hiện thường xuyên.", heading="I. MỤC ĐÍCH, YÊU CẦU") == []


def test_a_plan_with_rows_keeps_to_them() -> None:
    rows = table("TT | Nhiệm vụ | Chủ trì | Thời hạn", "1 | Lập sổ | Phòng Kinh tế | Tháng 5/2026")
    read = plan(
        body="II. NHIỆM VỤ\n1. Quét dọn bến: Hội Nông dân xã thực hiện thường xuyên.\n", annex=f"\nPHỤ LỤC\n{rows}"
    )
    assert [task.locator for task in read.tasks] == ["Phụ lục/1"]


def test_beside_labels_a_charge_that_ends_with_its_deadline_is_a_task_and_no_report_or_other() -> None:
    found = plan(
        body="II. NHIỆM VỤ\n" + LABELLED + "III. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế\n"
        "- Theo dõi, đôn đốc việc thực hiện.\n- Chủ trì, phối hợp với Công an xã lập dự toán trước ngày 20/02/2026.\n"
        "- Báo cáo UBND xã kết quả trước ngày 15/12/2026.\n"
        "2. Phòng Văn hóa: chủ trì lập quy chế lễ hội, trình UBND xã trong quý I/2026.\n"
    ).tasks
    assert [(task.locator, task.name.text, task.lead.text, task.due.text) for task in found] == [
        ("II/9", "Sửa chợ Mơ", "Phòng Kinh tế", "tháng 9/2026"),
        ("III/1", "lập dự toán", "Phòng Kinh tế", "trước ngày 20/02/2026"),
        ("III/2", "lập quy chế lễ hội, trình UBND xã", "Phòng Văn hóa", "trong quý I/2026"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "Giao Phòng Kinh tế chủ trì, phối hợp với Đoàn xã thực hiện. Thời gian: Quý II/2026.",
        "- Giao Phòng Kinh tế chủ trì, phối hợp với Đoàn xã thực hiện.\n- Thời gian: Quý II/2026.",
    ],
)
def test_a_charge_and_a_labelled_deadline_under_a_heading_are_called_by_it(lines: str) -> None:
    (task,) = _tasks(f"1. Trồng cây ven hồ\n{lines}", labelled=True)
    assert (task.locator, task.name.text, task.due.text) == ("II/1", "Trồng cây ven hồ", "Quý II/2026")
    assert (task.leads, task.supports) == (("Phòng Kinh tế",), ("Đoàn xã",))


def test_a_heading_without_a_stop_states_its_labels_too() -> None:
    (task,) = _tasks("1. Kiểm kê cổ vật. Phân công: Phòng Văn hóa; thời hạn: 20/8/2026")
    assert (task.name.text, task.leads, task.due.text) == ("Kiểm kê cổ vật", ("Phòng Văn hóa",), "20/8/2026")
