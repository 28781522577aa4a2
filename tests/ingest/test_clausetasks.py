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


def test_several_clauses_with_one_set_of_labels_are_called_by_their_heading() -> None:
    (task,) = _read(
        "1. Chăm sóc cây xanh", "- Trồng cây.", "- Tưới cây.", "Đơn vị chủ trì tham mưu thực hiện: Các thôn."
    ).tasks
    assert (task.name.text, task.lead.text) == ("Chăm sóc cây xanh", "Các thôn")


def test_each_set_of_labels_takes_the_clauses_since_the_last_one() -> None:
    first, second = _read(
        "1. Chăm sóc cây xanh", "- Trồng cây.", "- Tưới cây.", "Chủ trì: Các thôn.", "- Tỉa cành.", "Chủ trì: Tổ điện."
    ).tasks
    assert (first.name.text, second.name.text) == ("Trồng cây Tưới cây", "Tỉa cành")


def test_under_a_heading_that_only_counts_the_content_names_the_task() -> None:
    (task,) = _read(
        "a) Hoạt động 1",
        "- Nội dung: Mở hội sách.",
        "- Cơ quan thực hiện: Phòng Văn hóa chủ trì, phối hợp với Đoàn Thanh niên xã.",
    ).tasks
    assert _cells(task)[1:4] == ("Mở hội sách", "Phòng Văn hóa", "Đoàn Thanh niên xã")


def test_items_under_a_label_that_stands_alone_are_its_value() -> None:
    (task,) = _read(
        "a) Hoạt động 1", "- Nội dung: Mở hội sách.", "- Cơ quan thực hiện:", "+ Phòng Văn hóa;", "+ Thư viện xã."
    ).tasks
    assert task.leads == ("Phòng Văn hóa", "Thư viện xã")


def test_labels_in_brackets_end_where_it_says_by_when_to_be_done() -> None:
    (task,) = _read(
        "1. Sửa nhà văn hóa", "(Chủ trì: Phòng Kinh tế; phối hợp: các thôn; hoàn thành trước 30/6/2026)"
    ).tasks
    assert _cells(task)[1:5] == ("Sửa nhà văn hóa", "Phòng Kinh tế", "các thôn", "trước 30/6/2026")


def test_of_a_value_that_is_a_sentence_the_subjects_lead() -> None:
    (task,) = _read(
        "1. Rà soát văn bản",
        "- Cơ quan thực hiện: Sở Tư pháp tiến hành rà soát các văn bản thuộc thẩm quyền của mình; các phòng có liên quan "
        "và Ủy ban nhân dân các xã rà soát văn bản do mình ban hành và gửi kết quả về Sở Tư pháp.",
    ).tasks
    assert task.leads == ("Sở Tư pháp", "các phòng có liên quan", "Ủy ban nhân dân các xã")


def test_tasks_that_share_a_section_are_its_items() -> None:
    read = _read(
        "1. Ứng dụng công nghệ",
        "- Nâng cấp cổng thông tin.",
        "Đơn vị chủ trì: Văn phòng. Thời gian thực hiện: Thường xuyên.",
        "- Bảo đảm an toàn thông tin.",
        "- Dựng kho dữ liệu.",
        "Đơn vị chủ trì: Phòng Kinh tế. Thời gian thực hiện: Tháng 12/2026.",
    )
    assert [(task.locator, task.leads) for task in read.tasks] == [
        ("II/1-1", ("Văn phòng",)),
        ("II/1-2", ("Phòng Kinh tế",)),
    ]


def test_content_labelled_anew_after_other_words_begins_a_task() -> None:
    read = _read(
        "1. Ban hành văn bản",
        "- Quy chế tiếp dân",
        "+ Nội dung: quy định lịch tiếp.",
        "+ Cơ quan chủ trì: Văn phòng.",
        "+ Thời hạn ban hành: trước ngày 01/4/2026.",
        "- Quy chế chi tiêu",
        "+ Nội dung: quy định mức chi.",
        "+ Cơ quan chủ trì: Phòng Kinh tế.",
        "+ Thời hạn ban hành: trước ngày 01/6/2026.",
    )
    assert [(task.locator, task.name.text, task.lead.text, task.due.text) for task in read.tasks] == [
        ("II/1-1", "Quy chế tiếp dân", "Văn phòng", "trước ngày 01/4/2026"),
        ("II/1-2", "Quy chế chi tiêu", "Phòng Kinh tế", "trước ngày 01/6/2026"),
    ]


def test_items_with_deadlines_under_an_office_are_its_tasks() -> None:
    read = _read(
        "1. Phòng Kinh tế - Cơ quan thường trực",
        "- Mở lớp tập huấn kiểm kê.",
        "Thời gian hoàn thành: Tháng 11/2026.",
        "- Tổng hợp số liệu. Thời gian hoàn thành: Trước ngày 15/12/2026.",
        "2. Trách nhiệm của hộ kinh doanh (kể cả hộ mới)",
        "- Kê khai tài sản.",
        "Thời hạn thực hiện: Trước ngày 30/11/2026.",
    )
    assert [(task.locator, task.leads) for task in read.tasks] == [
        ("II/1-1", ("Phòng Kinh tế",)),
        ("II/1-2", ("Phòng Kinh tế",)),
        ("II/2", ("hộ kinh doanh",)),
    ]


def test_a_heading_with_its_deadline_alone_is_a_task_beside_others() -> None:
    read = _read(
        "1. Rà soát văn bản",
        "Cơ quan chủ trì: Phòng Tư pháp.",
        "2. Thực hiện Chiến lược nước sạch",
        "Thời gian thực hiện sau khi Chiến lược được ban hành.",
    )
    assert [(task.locator, task.lead.text, task.due.text) for task in read.tasks] == [
        ("II/1", "Phòng Tư pháp", ""),
        ("II/2", "", "sau khi Chiến lược được ban hành"),
    ]


def test_supports_named_within_the_sentence_of_a_lead_support() -> None:
    (task,) = _read(
        "1. Truyền thông về an toàn thực phẩm",
        "- Cơ quan thực hiện:",
        "+ Sở Y tế chủ trì, phối hợp với Sở Công Thương và các đơn vị có liên quan tổ chức tuyên truyền tại các chợ;",
        "+ Sở Xây dựng đăng tải thông điệp trên bảng thông tin giao thông.",
    ).tasks
    assert task.leads == ("Sở Y tế", "Sở Xây dựng")
    assert task.supports == ("Sở Công Thương", "các đơn vị có liên quan")


def test_other_words_for_who_acts_and_by_when_are_labels_too() -> None:
    read = _read(
        "1. Rà soát kho thuốc",
        "- Trách nhiệm thực hiện: Trạm Y tế",
        "- Lộ trình: Quý II/2026",
        "2. Diễn tập",
        "- Đơn vị tham mưu: Công an xã",
    )
    assert [(task.locator, task.leads, task.due.text) for task in read.tasks] == [
        ("II/1", ("Trạm Y tế",), "Quý II/2026"),
        ("II/2", ("Công an xã",), ""),
    ]


def test_units_listed_below_an_empty_label_fill_it() -> None:
    (task,) = _read(
        "1. Rà soát kho thuốc",
        "- Cơ quan chủ trì:",
        "• Trạm Y tế;",
        "• Phòng Văn hóa;",
        "- Thời gian: Quý II/2026",
    ).tasks
    assert (task.leads, task.due.text) == (("Trạm Y tế", "Phòng Văn hóa"), "Quý II/2026")


def test_a_heading_with_its_time_alone_belongs_to_the_office_over_it() -> None:
    body = (
        "I. Ban Thường vụ Đảng ủy\n1. Kiểm tra đất đai\n- Thời gian thực hiện: Quý II/2026.\n- Cơ quan tham mưu: Ban Kiểm tra xã.\n"
        "II. Ủy ban Kiểm tra Đảng ủy\n1. Giám sát kê khai\n- Thời gian thực hiện: Tháng 9/2026.\n"
    )
    told = plan(body=body, annex="").tasks
    assert [(task.locator, task.leads) for task in told] == [
        ("I/1", ("Ban Kiểm tra xã",)),
        ("II/1", ("Ủy ban Kiểm tra Đảng ủy",)),
    ]
