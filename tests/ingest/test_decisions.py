"""Plans that a decision approves in its own articles, and the annexes that such decisions carry."""

from __future__ import annotations

from ingest.plan import Plan
from tests.ingest.sources import annexed, read, stacked

DECISION = """ỦY BAN NHÂN DÂN
TỈNH LAM GIANG

Số: 45/QĐ-UBND
Lam Giang, ngày 10 tháng 02 năm 2026

**QUYẾT ĐỊNH**
PHÊ DUYỆT KẾ HOẠCH HÀNH ĐỘNG BẢO VỆ NGUỒN NƯỚC
TRƯỜNG HỌC GIAI ĐOẠN 2026 - 2030
**CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH**
Căn cứ Luật Tài nguyên nước số 28/2023/QH15 ngày 27/11/2023;
**QUYẾT ĐỊNH:**
**Điều 1.** Phê duyệt Kế hoạch với các nội dung sau:
**I. MỤC TIÊU**
1. Mục tiêu chung
Bảo đảm nước sạch cho trường học.
**Điều 2.** Quyết định có hiệu lực kể từ ngày ký.
"""
CLOSED = """|
**Nơi nhận:**
- Như Điều 2;
- Lưu: VT.
|
**CHỦ TỊCH**
**Lê Thị Hạ**
|
**PHỤ LỤC I**
PHÂN CÔNG THỰC HIỆN
(Kèm theo Quyết định số 45/QĐ-UBND ngày 10 tháng 02 năm 2026)
"""
ROWS = (
    "STT | Cơ quan chủ trì | Cơ quan phối hợp | Thuộc nhóm nhiệm vụ | Nội dung nhiệm vụ | Chỉ tiêu đạt được | Thời hạn",
    "A. | SỞ Y TẾ",
    "1 | Sở Y tế | Sở Xây dựng | Quan trắc | - Lấy mẫu nước giếng | - Báo cáo mẫu nước | Quý I năm 2026",
    "- Lập bản đồ nguồn nước | - Bản đồ nguồn nước | Ban hành năm 2026, rà soát hằng năm",
    "B. | SỞ XÂY DỰNG",
    "1 | Sở Xây dựng | Sở Y tế | Công trình | Sửa bể lọc | 20 bể lọc | Năm 2027",
)


def _approved() -> Plan:
    return read(DECISION + CLOSED + stacked(*ROWS))


def test_a_decision_that_approves_a_plan_in_its_articles_is_read_as_one() -> None:
    found = _approved()
    assert found.header.number == "45/QĐ-UBND"
    title = "PHÊ DUYỆT KẾ HOẠCH HÀNH ĐỘNG BẢO VỆ NGUỒN NƯỚC TRƯỜNG HỌC GIAI ĐOẠN 2026 - 2030"
    assert found.header.title == title
    assert [basis.number for basis in found.header.legal_bases] == ["28/2023/QH15"]
    assert found.header.signer == "Lê Thị Hạ"


def test_an_annex_heading_ends_the_table_above_it_though_no_bar_does() -> None:
    tasks = _approved().tasks
    assert [task.annex for task in tasks] == ["Phụ lục I"] * 3
    assert [task.locator for task in tasks] == ["Phụ lục I/A/1", "Phụ lục I/A/1-2", "Phụ lục I/B/1"]


def test_rows_under_merged_cells_keep_the_last_columns_and_take_the_others_from_above() -> None:
    first, second, third = _approved().tasks
    assert (second.name.text, second.result.text) == ("- Lập bản đồ nguồn nước", "- Bản đồ nguồn nước")
    assert second.due.text == "Ban hành năm 2026, rà soát hằng năm"
    assert (second.leads, second.supports) == (first.leads, first.supports) == (("Sở Y tế",), ("Sở Xây dựng",))
    assert (third.leads, third.name.text, third.result.text) == (("Sở Xây dựng",), "Sửa bể lọc", "20 bể lọc")


def test_a_column_headed_as_targets_makes_targets_without_a_column_of_values() -> None:
    found = annexed("TT | Chỉ tiêu | Chủ trì", "1 | Tỷ lệ lớp học có nước sạch đạt 95% | Sở Y tế")
    assert not found.tasks
    (target,) = [one for one in found.targets if one.annex]
    assert (target.locator, target.leads, target.value.text) == ("Phụ lục/1", ("Sở Y tế",), "")


def test_numbers_that_open_the_names_number_the_rows_of_a_table_without_a_column_for_them() -> None:
    found = annexed(
        "Nội dung | Đơn vị chủ trì | Tiến độ",
        "1. Lấy mẫu nước | Sở Y tế | Quý I/2026",
        "2. Sửa bể lọc | Sở Xây dựng | Quý II/2026",
    )
    assert [(task.locator, task.name.text) for task in found.tasks] == [
        ("Phụ lục/1", "1. Lấy mẫu nước"),
        ("Phụ lục/2", "2. Sửa bể lọc"),
    ]


def test_offices_of_taxes_and_statistics_are_units_of_their_own() -> None:
    (task,) = annexed(
        "TT | Việc | Chủ trì | Phối hợp", "1 | Đối soát | Sở Y tế | Công an tỉnh, Thuế tỉnh, Thống kê tỉnh"
    ).tasks
    assert task.supports == ("Công an tỉnh", "Thuế tỉnh", "Thống kê tỉnh")
