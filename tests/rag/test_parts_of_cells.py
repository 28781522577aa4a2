"""Answers out of a part of a cell: a milestone, a unit with a remark, a figure in a name, a cell of one row."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import annexed, plan
from tests.rag.conftest import asker
from tests.rag.plans import Ask

TASKS = (
    "TT | Nhiệm vụ | Chủ trì | Phối hợp | Kết quả | Thời hạn | Ghi chú",
    (
        "1 | Sửa chợ và bể lọc nước | Phòng Kinh tế (sửa chợ); Trạm Y tế (lấy mẫu nước) | Công an xã | 2 công trình"
        " | Khởi công sửa chợ tháng 3/2026; nghiệm thu bể lọc năm 2027 | Báo cáo Đảng ủy"
    ),
    "2 | Hợp tác nghiên cứu giống lúa | Hội Nông dân | Trạm Y tế | Ít nhất 2 - 3 công trình nghiên cứu | Năm 2026 | ",
)
TARGETS = ("TT | Chỉ tiêu | Chủ trì", "1 | Tỷ lệ hộ dân có nước sạch đạt 95% | Trạm Y tế")


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([annexed(*TASKS)])


@pytest.fixture(scope="module")
def ask_targets() -> Ask:
    return asker([annexed(*TARGETS)])


def test_of_several_milestones_the_one_asked_for_is_told(ask: Ask) -> None:
    assert ask("Việc sửa chợ và bể lọc nước: bao giờ nghiệm thu?").values == ("nghiệm thu bể lọc năm 2027",)
    assert ask("Việc sửa chợ và bể lọc nước khởi công khi nào?").values == ("Khởi công sửa chợ tháng 3/2026",)


def test_where_no_milestone_is_named_the_whole_cell_is_the_answer(ask: Ask) -> None:
    whole = "Khởi công sửa chợ tháng 3/2026; nghiệm thu bể lọc năm 2027"
    assert ask("Thời hạn của việc sửa chợ và bể lọc nước?").values == (whole,)


def test_of_units_with_remarks_the_one_whose_remark_is_said_is_told(ask: Ask) -> None:
    assert ask("Việc sửa chợ và bể lọc nước thì ai lấy mẫu, đơn vị nào chủ trì?").values == (
        "Trạm Y tế (lấy mẫu nước)",
    )
    assert len(ask("Đơn vị nào chủ trì sửa chợ và bể lọc nước?").values) == 2


def test_a_unit_is_met_in_lists_though_a_remark_follows_it(ask: Ask) -> None:
    found = ask("Trạm Y tế chủ trì những nhiệm vụ nào?")
    assert [item.locator for item in found.items] == ["Phụ lục/1"]


def test_a_number_between_two_bounds_is_told_with_both(ask: Ask) -> None:
    assert ask("Hợp tác nghiên cứu giống lúa phải ra mấy công trình nghiên cứu?").values == (
        "2 - 3 công trình nghiên cứu",
    )


def test_the_note_and_the_result_of_one_task_are_cells_not_lists(ask: Ask) -> None:
    note = ask("Ghi chú của nhiệm vụ sửa chợ và bể lọc nước ghi nội dung gì?")
    assert (note.values, note.items) == (("Báo cáo Đảng ủy",), ())
    result = ask("Sản phẩm của nhiệm vụ sửa chợ và bể lọc nước gồm những gì?")
    assert result.values == ("2 công trình",)


def test_the_other_units_are_asked_for_with_whom_and_who_they_are(ask: Ask) -> None:
    assert ask("Hội Nông dân phối hợp với những cơ quan nào để hợp tác nghiên cứu giống lúa?").values == ("Trạm Y tế",)
    assert ask("Hợp tác nghiên cứu giống lúa: cơ quan phối hợp là đơn vị nào?").values == ("Trạm Y tế",)


def test_a_target_without_a_column_of_values_tells_the_figure_in_its_words(ask_targets: Ask) -> None:
    assert ask_targets("Tỷ lệ hộ dân có nước sạch phải đạt bao nhiêu phần trăm?").values == ("95%",)


def test_nobody_supports_where_the_table_has_no_column_for_it(ask_targets: Ask) -> None:
    found = ask_targets("Chỉ tiêu hộ dân có nước sạch: cơ quan phối hợp là đơn vị nào?")
    assert (found.status, found.values) == (Status.NOT_STATED, ())


def test_of_a_deadline_told_in_a_sentence_the_time_alone_is_the_answer() -> None:
    told = "Các thôn, tổ dân phố và các đơn vị liên quan gửi kết quả kiểm đếm giếng khoan về Phòng Kinh tế"
    body = f"I. NHIỆM VỤ\n1. Kiểm đếm giếng khoan\n- Đơn vị chủ trì: Phòng Kinh tế.\n- Thời gian thực hiện: {told} trước ngày 15 tháng 12 năm 2026."
    found = asker([plan(body=f"{body}\n")])("Kết quả kiểm đếm giếng khoan phải gửi chậm nhất ngày nào?")
    assert found.values == ("trước ngày 15 tháng 12 năm 2026",)


def test_the_note_of_one_task_is_a_cell_in_either_order(ask: Ask) -> None:
    found = ask("Ở nhiệm vụ sửa chợ và bể lọc nước, cột ghi chú có nội dung gì?")
    assert (found.values, found.items) == (("Báo cáo Đảng ủy",), ())


def test_which_level_does_something_asks_who(ask_targets: Ask) -> None:
    assert ask_targets("Cấp nào chịu trách nhiệm tỷ lệ hộ dân có nước sạch?").values == ("Trạm Y tế",)


def test_money_that_no_plan_tells_is_refused(ask: Ask) -> None:
    assert ask("kinh phí sửa chợ và bể lọc nước là bao nhiêu").status is Status.NOT_FOUND
