"""Items and titles of plans copied from web pages, where a line break or the head is missing."""

from __future__ import annotations

from tests.ingest.sources import read

_PAGE = """# Nâng cao chất lượng sinh hoạt câu lạc bộ của sinh viên

Nâng cao chất lượng sinh hoạt câu lạc bộ của sinh viên

Thực hiện Quyết định số 58/QĐ-BGDĐT ngày 20 tháng 3 năm 2025 của Bộ Giáo dục và Đào tạo, Đại học Nông lâm Vân Khê ban hành Kế hoạch nâng cao chất lượng sinh hoạt câu lạc bộ, cụ thể như sau:
**I. NHIỆM VỤ**
1. Củng cố câu lạc bộ
a) Rà soát quy chế của từng câu lạc bộ.
b) Bầu lại ban chủ nhiệm theo quy chế được duyệt.2. Mở rộng hoạt động
a) Lập câu lạc bộ ươm giống.
b) Mở sân chơi cuối tuần.
3. Biểu dương tập thể tiêu biểu.
**II. KINH PHÍ**
Chi từ quỹ hỗ trợ sinh viên; mức chi theo Phụ lục 2.3. Không huy động thêm.
"""


def test_an_item_glued_to_the_end_of_the_one_before_is_an_item_of_its_own() -> None:
    found = read(_PAGE)
    assert [one.locator for one in found.sections if one.locator.startswith("I/")] == [
        *("I/1", "I/1/a", "I/1/b", "I/2", "I/2/a", "I/2/b", "I/3"),
    ]
    (held,) = (one for one in found.clauses if one.locator == "I/1/b")
    assert found.text[held.span.start : held.span.end].endswith("quy chế được duyệt.")


def test_the_headline_of_a_page_is_the_plans_title_and_a_university_its_issuer() -> None:
    head = read(_PAGE).header
    assert head.title == "Nâng cao chất lượng sinh hoạt câu lạc bộ của sinh viên"
    assert head.issuer == "Đại học Nông lâm Vân Khê"
    assert [one.number for one in head.legal_bases] == ["58/QĐ-BGDĐT"]
