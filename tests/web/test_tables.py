from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from docx import Document
from openpyxl import load_workbook

from rag.answer import Item
from tests.api.sample import CLASSES, WIFI, item
from web.exporting import FORMULA_STARTS, Part, Sheet, as_csv, as_excel, as_word, inert, shares
from web.tables import Arrangement, arranged, table_of, toggled

ROWS = (item(WIFI), item(CLASSES), replace(item(WIFI), name="Đo mạng", due="", locator="Phụ lục/3"))


def names(arrangement: Arrangement) -> list[str]:
    return [one.name for one in arranged(ROWS, arrangement)]


def test_deadlines_sort_by_day_and_blank_ones_come_last_either_way() -> None:
    up = [one.due for one in arranged(ROWS, Arrangement("due"))]
    down = [one.due for one in arranged(ROWS, Arrangement("due", descending=True))]
    assert up == ["3/2026", "Quý II/2026", ""]
    assert down == ["Quý II/2026", "3/2026", ""]


def test_words_sort_without_accents_and_an_unknown_column_changes_nothing() -> None:
    assert names(Arrangement("name")) == ["Đo mạng", WIFI.name.text, CLASSES.name.text]
    assert names(Arrangement("nothing")) == [WIFI.name.text, CLASSES.name.text, "Đo mạng"]


def test_rows_are_kept_that_hold_every_word_typed_with_or_without_accents() -> None:
    assert names(Arrangement(words="wi-fi chợ")) == [WIFI.name.text]
    assert names(Arrangement(words="PHONG KINH TE")) == [WIFI.name.text, "Đo mạng"]
    table = table_of(ROWS, Arrangement(words="zzz"))
    assert table is not None
    assert (table.rows, table.total) == ((), 3)


def test_a_column_is_pressed_up_then_down_then_off() -> None:
    up = toggled(Arrangement(words="a"), "due")
    down = toggled(up, "due")
    assert (up, down) == (Arrangement("due", words="a"), Arrangement("due", descending=True, words="a"))
    assert toggled(down, "due") == Arrangement(words="a")
    assert toggled(down, "name") == Arrangement("name", words="a")


def test_nothing_in_a_spreadsheet_is_run_as_a_formula() -> None:
    cells = tuple(f"{sign}HYPERLINK(1)" for sign in FORMULA_STARTS)
    sheet = Sheet("t", (), (Part("Bảng", cells, (cells,)),))
    assert all(inert(cell)[0] == "'" for cell in cells)
    assert inert("≥ 80") == "≥ 80"
    text = as_csv(sheet).decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in text
    page = load_workbook(BytesIO(as_excel(sheet))).worksheets[0]
    assert {cell.data_type for row in page.rows for cell in row} == {"s"}
    assert page["A1"].value == "=HYPERLINK(1)"


def test_a_control_character_does_not_spoil_the_file() -> None:
    part = Part("x" * 60 + "[]:*?/", ("A\x0b",), (("b\x00c",),))
    assert as_excel(Sheet("t\x01", ("l\x02",), (part,)))
    assert as_word(Sheet("t\x01", ("l\x02",), (part,)))


def test_a_word_file_numbers_its_pages_and_breaks_no_row_over_two() -> None:
    document = Document(BytesIO(as_word(Sheet("t", (), (Part("Bảng", ("A",), (("1",), ("2",))),)))))
    assert 'w:instr="PAGE"' in document.sections[0].footer.paragraphs[0]._p.xml
    rows = [row._tr.xml for row in document.tables[0].rows]
    assert ["w:cantSplit" in row for row in rows] == [True, True, True]
    assert ["w:tblHeader" in row for row in rows] == [True, False, False]


def test_a_row_names_its_plan_only_among_several() -> None:
    one = table_of(ROWS)
    several = table_of((*ROWS, Item("khác.txt", "9/KH", "I", "Việc")))
    assert one is not None
    assert not one.several_plans
    assert several is not None
    assert several.several_plans


def test_a_wide_column_gets_more_of_the_page_and_none_is_starved() -> None:
    wide, narrow = shares((("Nội dung", "TT"), ("x" * 500, "1")))
    assert round(wide + narrow, 9) == 1
    assert wide > 2 * narrow
    assert narrow > 0.1
