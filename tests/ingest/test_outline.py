"""Headings typed in any of the usual forms, and the clauses under them, each under the locator an official would say."""

from __future__ import annotations

import pytest

from ingest.marks import Level, read_mark
from ingest.plan import SectionKind
from tests.ingest.sources import plan


@pytest.mark.parametrize(
    ("line", "level", "label", "rest"),
    [
        ("PHẦN THỨ NHẤT", Level.PART, "PHẦN THỨ NHẤT", ""),
        ("Phần II. Nhiệm vụ", Level.PART, "Phần II", "Nhiệm vụ"),
        ("CHƯƠNG I", Level.PART, "CHƯƠNG I", ""),
        ("Mục 2. Nhiệm vụ", Level.PART, "2", "Nhiệm vụ"),
        ("Điều 3. Trách nhiệm", Level.ARTICLE, "Điều 3", "Trách nhiệm"),
        ("IV. TỔ CHỨC THỰC HIỆN", Level.ROMAN, "IV", "TỔ CHỨC THỰC HIỆN"),
        ("II- CHỈ TIÊU", Level.ROMAN, "II", "CHỈ TIÊU"),
        ("A. ĐẶC ĐIỂM", Level.CAPITAL, "A", "ĐẶC ĐIỂM"),
        ("1. Mục đích", Level.DECIMAL, "1", "Mục đích"),
        ("1- Mục đích", Level.DECIMAL, "1", "Mục đích"),
        ("1/ Mục đích", Level.DECIMAL, "1", "Mục đích"),
        ("2.1. Chính quyền số", Level.DECIMAL, "2.1", "Chính quyền số"),
        ("2.1 Chính quyền số", Level.DECIMAL, "2.1", "Chính quyền số"),
        ("Khoản 2. Kinh phí", Level.DECIMAL, "2", "Kinh phí"),
        ("Nhiệm vụ 7: Rà soát", Level.DECIMAL, "7", "Rà soát"),
        ("a) Chính quyền số", Level.LETTER, "a", "Chính quyền số"),
        ("đ. Du lịch", Level.LETTER, "đ", "Du lịch"),
        ("Bước 2. Nhận hồ sơ", Level.STEP, "Bước 2", "Nhận hồ sơ"),
        ("- Gửi Sở Nội vụ", Level.BULLET, "-", "Gửi Sở Nội vụ"),
        ("+ Đạt 95%", Level.BULLET, "+", "Đạt 95%"),
    ],
)
def test_every_usual_form_of_mark_is_read(line: str, level: Level, label: str, rest: str) -> None:
    mark = read_mark(line)
    assert mark is not None
    assert (mark.level, mark.label, mark.rest) == (level, label, rest)


@pytest.mark.parametrize(
    "line",
    ["Mục đích chung", "95,5% người dân", "12/2026", "2.5% hộ dân", "IOC là trung tâm", "31/12 hằng năm", "Phụ lục I"],
)
def test_figures_dates_and_words_are_no_marks(line: str) -> None:
    assert read_mark(line) is None


def _headings(body: str) -> list[tuple[str, str]]:
    read = plan(body=body)
    return [(section.locator, section.heading) for section in read.sections if section.kind is SectionKind.HEADING]


def test_locators_follow_the_headings_that_enclose_them() -> None:
    body = """I. MỤC TIÊU
1. Mục tiêu chung
Phục vụ tốt hơn.
2. Chỉ tiêu
2.1. Chính quyền số
a) Hồ sơ
- Đạt 95%.
b) Dịch vụ
2.2. Xã hội số
II. NHIỆM VỤ
1. Rà soát
"""
    assert _headings(body) == [
        ("I", "MỤC TIÊU"),
        ("I/1", "Mục tiêu chung"),
        ("I/2", "Chỉ tiêu"),
        ("I/2.1", "Chính quyền số"),
        ("I/2.1/a", "Hồ sơ"),
        ("I/2.1/b", "Dịch vụ"),
        ("I/2.2", "Xã hội số"),
        ("II", "NHIỆM VỤ"),
        ("II/1", "Rà soát"),
    ]


def test_parts_articles_and_capitals_head_locators_too() -> None:
    assert [
        locator for locator, _ in _headings("PHẦN THỨ HAI\nNHIỆM VỤ\nI. Mục tiêu\n1. Chung\nPHẦN III\nI. Kinh phí\n")
    ] == [
        "Phần thứ hai",
        "Phần thứ hai/I",
        "Phần thứ hai/I/1",
        "Phần III",
        "Phần III/I",
    ]
    assert [locator for locator, _ in _headings("Điều 1. Mục tiêu\n1. Giảm số vụ cháy.\nĐiều 2. Nhiệm vụ\n")] == [
        "Điều 1",
        "Điều 1/1",
        "Điều 2",
    ]
    assert [
        locator for locator, _ in _headings("A. TÌNH HÌNH\nB. NHIỆM VỤ\nI. Phòng ngừa\n1. Kiện toàn\nC. KINH PHÍ\n")
    ] == [
        "A",
        "B",
        "B/I",
        "B/I/1",
        "C",
    ]


def test_a_lone_capital_that_is_a_roman_numeral_is_one() -> None:
    assert [locator for locator, _ in _headings("I. MỘT\nV. NĂM\n1. Chi tiết\n")] == ["I", "V", "V/1"]


@pytest.mark.parametrize(
    "heading", ["## I. MỤC ĐÍCH", "**I. MỤC ĐÍCH**", "<b>I. MỤC ĐÍCH</b>", "I. MỤC ĐÍCH", "#### **I. MỤC ĐÍCH**"]
)
def test_markup_of_a_heading_makes_no_difference(heading: str) -> None:
    assert _headings(f"{heading}\n- Một việc.\n") == [("I", "MỤC ĐÍCH")]


def test_a_heading_that_runs_on_is_a_clause_as_well() -> None:
    read = plan(body="I. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính: Bảo đảm kinh phí thực hiện.\n")
    assert ("I/1", "Sở Tài chính") in [(section.locator, section.heading) for section in read.sections]
    assert [clause.text for clause in read.clauses if clause.locator == "I/1"] == [
        "1. Sở Tài chính: Bảo đảm kinh phí thực hiện."
    ]


def test_closing_words_belong_to_the_section_and_not_to_its_last_item() -> None:
    body = "I. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Theo dõi.\nTrong quá trình thực hiện, nếu có vướng mắc, phản ánh về Sở Nội vụ./.\n"
    (closing,) = (clause for clause in plan(body=body).clauses if clause.text.startswith("Trong quá trình"))
    assert closing.locator == "I"


def test_a_footnote_has_a_locator_of_its_own() -> None:
    body = "I. NHIỆM VỤ\n1. Về hồ sơ\nHồ sơ trễ hạn phải có thư xin lỗi¹ gửi người dân.\n\n¹ Theo mẫu chung.\n"
    (note,) = (section for section in plan(body=body).sections if section.kind is SectionKind.FOOTNOTE)
    assert (note.locator, note.heading) == ("I/chú thích 1", "¹ Theo mẫu chung.")


def test_the_fixed_parts_have_their_fixed_locators() -> None:
    locators = {section.locator for section in plan().sections}
    assert {"Tiêu đề", "Căn cứ", "Nơi nhận", "Ký"} <= locators


def test_a_section_runs_to_the_end_of_its_content() -> None:
    read = plan(body="I. MỘT\n1. Con\n- Hết mục một.\nII. HAI\n- Hết mục hai.\n")
    (first,) = (section for section in read.sections if section.locator == "I")
    assert first.span.slice(read.text) == "I. MỘT\n1. Con\n- Hết mục một."


def test_the_line_under_the_number_of_a_part_is_its_heading() -> None:
    found = plan(
        body="PHẦN THỨ NHẤT\nKẾT QUẢ NĂM 2025\n\nXã đạt chuẩn.\nPhần II\nPhương hướng\nĐiều 3\nHiệu lực\nCó hiệu lực ngay.\n"
    )
    headings = {section.locator: section.heading for section in found.sections}
    assert headings["Phần thứ nhất"] == "KẾT QUẢ NĂM 2025"
    assert headings["II"] == "Phương hướng"
    assert headings["II/Điều 3"] == "Hiệu lực"


@pytest.mark.parametrize("sentence", ["Chương trình được làm ở các thôn.", "Phần mềm dùng chung cho các xã."])
def test_a_word_that_only_looks_like_a_part_heads_none(sentence: str) -> None:
    found = plan(body=f"I. PHẠM VI\n{sentence}\n")
    assert [clause.locator for clause in found.clauses if clause.text == sentence] == ["I"]


def test_forms_without_a_dot_and_numbers_in_brackets_are_headings_too() -> None:
    found = plan(
        body="A - MỤC TIÊU\nI MỤC ĐÍCH\nVì dân.\nII.- NHIỆM VỤ\n1. Truyền thông\nb/ Trên mạng\n(1) Viết bài.\n(2) Đăng tải.\n"
    )
    locators = [section.locator for section in found.sections if section.kind is SectionKind.HEADING]
    assert locators == ["A", "A/I", "A/II", "A/II/1", "A/II/1/b", "A/II/1/b/1", "A/II/1/b/2"]


def test_a_named_and_numbered_heading_keeps_the_words_after_its_colon() -> None:
    found = plan(body="I. CHỈ TIÊU\n1.4. Mục tiêu 4: Trong trường học\n- Mỗi thôn có một tủ thuốc.\n")
    assert "Mục tiêu 4: Trong trường học" in {section.heading for section in found.sections}


def test_a_heading_broken_over_two_bold_paragraphs_is_one() -> None:
    first = "**3. Đề nghị Ủy ban Mặt trận Tổ quốc xã, Hội Liên hiệp**"
    found = plan(body=f"I. TỔ CHỨC\n{first}\n\n**Phụ nữ xã và các hội**\n\n- Tham gia giám sát.\n")
    assert "Đề nghị Ủy ban Mặt trận Tổ quốc xã, Hội Liên hiệp Phụ nữ xã và các hội" in {
        s.heading for s in found.sections
    }
