"""Markup goes, characters stay: what a typed line prints."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Span
from ingest.markup import clean, collapse, find_words, is_rule


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("<b>STT</b>", "STT"),
        ("Chi cục Thủy lợi;<br>Phòng Kế hoạch", "Chi cục Thủy lợi; Phòng Kế hoạch"),
        ("<p>a</p><p>b</p>", "a b"),
        ("***hàng quý (trước ngày 25)***, 6 tháng", "hàng quý (trước ngày 25), 6 tháng"),
        ("*Chi tiết tại Phụ lục I.*", "Chi tiết tại Phụ lục I."),
        ("__Ghi chú__", "Ghi chú"),
        (r"$\geq 85$", "≥ 85"),
        ("$> 0,7$", "> 0,7"),
        (r"$\leq 20\%$", "≤ 20%"),
        ("R&amp;D &lt;5%", "R&D <5%"),
        ("1\\. Mục đích", "1. Mục đích"),
        ("Sở\u200b Nội\u00ad vụ\ufeff", "Sở Nội vụ"),
        ("  nhiều \u00a0 khoảng   trắng ", "nhiều khoảng trắng"),
    ],
)
def test_markup_goes_and_its_words_stay(typed: str, text: str) -> None:
    assert clean(typed).text == text


@pytest.mark.parametrize(
    "typed",
    ["5 * 3 = 15", "(* Yêu cầu: đủ hồ sơ", "1.500.000 đồng, 99,5%", "giá $5 và $6", "PAR_INDEX_2026", "a < b và c > d"],
)
def test_characters_that_mark_nothing_stay(typed: str) -> None:
    assert clean(typed).text == typed


def test_a_misspelling_is_kept() -> None:
    assert clean("<i>thực phầm, tuyên truyển</i>").text == "thực phầm, tuyên truyển"


@pytest.mark.parametrize(
    ("typed", "bold", "level"),
    [
        ("## KẾ HOẠCH", False, 2),
        ("##### **1. Phòng Pháp chế**", True, 5),
        ("**Nơi nhận:** (VBĐT)", False, 0),
        ("<b>TT</b>", True, 0),
        ("#1 không phải đề mục", False, 0),
    ],
)
def test_bold_and_heading_marks_are_remembered(typed: str, bold: bool, level: int) -> None:  # noqa: FBT001 - a parameter of the case
    line = clean(typed)
    assert (line.bold, line.level) == (bold, level)


@pytest.mark.parametrize(
    ("line", "rule"), [("-----", True), ("* * *", True), ("___", True), ("--", False), ("- a", False)]
)
def test_a_drawn_rule_prints_no_words(line: str, rule: bool) -> None:  # noqa: FBT001 - a parameter of the case
    assert is_rule(line) is rule


@given(st.text())
def test_a_cleaned_line_is_composed_and_has_no_spare_white_space(typed: str) -> None:
    text = clean(typed).text
    assert unicodedata.is_normalized("NFC", text)
    assert text == collapse(text)


@given(
    st.lists(st.sampled_from(["Sở", "Nội", "vụ", "(", "5.", "và"]), min_size=1, max_size=6),
    st.sampled_from([" ", "\n", "\t "]),
)
def test_words_are_found_again_whatever_white_space_parts_them(words: list[str], gap: str) -> None:
    text = f"đầu\n{gap.join(words)}\ncuối"
    found = find_words(" ".join(words), text, Span(3, len(text)))
    assert found is not None
    assert collapse(found.slice(text)) == " ".join(words)


def test_words_outside_the_span_are_not_found() -> None:
    assert find_words("Sở Y tế", "Sở Y tế; Sở Nội vụ", Span(8, 18)) is None
