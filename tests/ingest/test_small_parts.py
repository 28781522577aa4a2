"""Ordinals, abbreviations that a plan defines, and the editable lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.columns import Role
from ingest.definitions import defined_abbreviations
from ingest.lists import entries
from ingest.numerals import Numbering, read_ordinal, roman_value
from ingest.units import abbreviations, unit_aliases


@pytest.mark.parametrize(
    ("cell", "text", "kind"),
    [
        ("1.", "1", Numbering.DECIMAL),
        ("4.2.3", "4.2.3", Numbering.DECIMAL),
        (" 05 ", "05", Numbering.DECIMAL),
        ("IV", "IV", Numbering.ROMAN),
        ("I.", "I", Numbering.ROMAN),
        ("A", "A", Numbering.CAPITAL),
        ("b)", "b", Numbering.LETTER),
        ("(c)", "c", Numbering.LETTER),
        ("-", "-", Numbering.DASH),
        ("–", "-", Numbering.DASH),
        ("+", "-", Numbering.DASH),
        ("", "", Numbering.NONE),
        ("Nhóm 1", "Nhóm 1", Numbering.WORD),
        ("95%", "95%", Numbering.WORD),
    ],
)
def test_an_ordinal_cell_is_read_without_its_dot(cell: str, text: str, kind: Numbering) -> None:
    ordinal = read_ordinal(cell)
    assert (ordinal.text, ordinal.kind) == (text, kind)


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XXXIX", 39), ("IIII", 0), ("VX", 0), ("", 0), ("M", 0)],
)
def test_a_roman_numeral_has_its_value(numeral: str, value: int) -> None:
    assert roman_value(numeral) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hồ sơ thủ tục hành chính (TTHC), hồ sơ công việc", [("TTHC", "thủ tục hành chính")]),
        ("đồng bào dân tộc thiểu số (DTTS) ở xã", [("DTTS", "dân tộc thiểu số")]),
        ("phổ biến, giáo dục pháp luật (PBGDPL)", [("PBGDPL", "phổ biến giáo dục pháp luật")]),
        ("khoa học và công nghệ (sau đây viết tắt là KHCN)", [("KHCN", "khoa học và công nghệ")]),
        ("năng suất nhân tố tổng hợp (TFP)", []),
        ("Trung tâm giám sát (IOC)", []),
        ("(TTHC) đứng đầu dòng", []),
    ],
)
def test_an_abbreviation_is_learnt_where_its_initials_agree(text: str, found: list[tuple[str, str]]) -> None:
    assert list(defined_abbreviations(text)) == found


def test_the_first_definition_counts() -> None:
    assert defined_abbreviations("an ninh mạng (ANM); an nhàn mãi (ANM)") == (("ANM", "an ninh mạng"),)


@given(st.text())
def test_any_text_can_be_searched_for_definitions(text: str) -> None:
    assert all(short and full for short, full in defined_abbreviations(text))


def test_the_lists_that_ship_are_whole() -> None:
    assert all(Role(role) and int(score) for role, score, _ in entries("headers.tsv", 3))
    assert ("BQL", "ban quản lý") in abbreviations()
    assert ("SKHCN", "sở khoa học và công nghệ") in unit_aliases()


def test_no_list_says_one_thing_twice() -> None:
    for name, columns in (("headers.tsv", 3), ("unit_heads.txt", 1), ("abbreviations.tsv", 2), ("unit_aliases.tsv", 2)):
        found = entries(name, columns)
        assert len(found) == len(set(found)), name


def test_a_line_with_a_missing_column_is_named() -> None:
    with pytest.raises(ValueError, match=r"unit_heads\.txt:2"):
        entries("unit_heads.txt", 2)
