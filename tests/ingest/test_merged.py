"""Rows that merged cells left incomplete: what is printed stands where it suits, what reaches down holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.columns import Role
from ingest.document import Cell, Row, Span, Table
from ingest.grid import grids
from ingest.merged import columns_of
from tests.ingest.sources import ANNEX, plan, printed

ROLES = (Role.ORDINAL, Role.NAME, Role.LEAD, Role.SUPPORT, Role.DUE, Role.RESULT, Role.OTHER)


def test_cells_stand_where_they_suit() -> None:
    cells = ["2", "Dựng kho dữ liệu dùng chung của xã", "Văn phòng", "Các thôn", "Quý IV/2026", "Kho dữ liệu"]
    assert columns_of(cells, ROLES) == (0, 1, 2, 3, 4, 5)
    assert columns_of(["Sao lưu dữ liệu dùng chung của xã", "Phòng Kinh tế"], ROLES) == (1, 2)
    assert columns_of(["Phòng Kinh tế", "Văn phòng"], ROLES) == (2, 3)
    assert columns_of(["VI", "Việc khác"], ROLES) == (0, 1)


@given(st.lists(st.sampled_from(["1", "Văn phòng", "Tháng 3/2026", "Rà soát các thủ tục của xã", "Sổ"]), max_size=7))
def test_each_cell_has_a_column_of_its_own_in_order(cells: list[str]) -> None:
    columns = columns_of(cells, ROLES)
    assert len(columns) == len(cells)
    assert list(columns) == sorted(set(columns))


def test_a_stacked_row_takes_what_the_merged_cells_above_it_print() -> None:
    rows = (
        ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Kết quả", "Nguồn vốn"),
        ("1", "Dựng kho dữ liệu dùng chung", "Văn phòng", "Các thôn", "Quý II/2026", "Kho", "Ngân sách xã"),
        ("2", "Nối mạng tới từng thôn", "Phòng Kinh tế", "Các thôn", "Quý III/2026", "Mạng"),
    )
    stacked = "\n".join("\n".join(["|", *(part for cell in row for part in (cell, "|"))]) for row in rows)
    found = plan(annex=f"{ANNEX}\n{stacked}\n")
    second = found.tasks[1]
    assert (second.lead.text, second.due.text, second.result.text) == ("Phòng Kinh tế", "Quý III/2026", "Mạng")
    assert [cell.text for _, cell in second.other] == ["Ngân sách xã"]
    assert all(printed(found.text, cell) == cell.text for _, cell in second.other)


def test_a_cell_over_several_rows_of_an_html_table_holds_for_each() -> None:
    found = plan(
        annex="<p>PHỤ LỤC</p><p>NHIỆM VỤ</p><table><tr><th>TT</th><th>Nhiệm vụ</th><th>Chủ trì</th><th>Hạn</th></tr>"
        '<tr><td>1</td><td>Lập sổ</td><td rowspan="2">Văn phòng</td><td>3/2026</td></tr>'
        "<tr><td>2</td><td>Sửa kho</td><td>4/2026</td></tr></table>"
    )
    assert [(task.leads, task.due.text) for task in found.tasks] == [
        (("Văn phòng",), "3/2026"),
        (("Văn phòng",), "4/2026"),
    ]
    assert all(printed(found.text, task.lead) == "Văn phòng" for task in found.tasks)


def test_a_number_and_a_name_over_several_rows_make_one_task() -> None:
    (task,) = plan(
        annex="<p>PHỤ LỤC</p><p>NHIỆM VỤ</p><table><tr><th>TT</th><th>Nhiệm vụ</th><th>Chủ trì</th><th>Hạn</th></tr>"
        '<tr><td rowspan="2">1</td><td rowspan="2">Lập sổ</td><td>Phòng Nội vụ</td><td rowspan="2">3/2026</td></tr>'
        "<tr><td>Công an xã</td></tr></table>"
    ).tasks
    assert (task.leads, task.due.text) == (("Phòng Nội vụ", "Công an xã"), "3/2026")


def test_a_merged_cell_that_runs_over_a_page_keeps_the_words_of_the_page_before() -> None:
    text = "TT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tLấy mẫu\tSở Y tế\t3/2026\n2\tSửa bể\t\t4/2026\n"
    spans = {word: Span(text.index(word), text.index(word) + len(word)) for word in text.split("\n") if word}

    def row(line: str, held: int) -> Row:
        start = spans[line].start
        cells, at = [], start
        for number, words in enumerate(line.split("\t")):
            cells.append(Cell(Span(at, at + len(words)), row_span=held if number == 2 else 1))
            at += len(words) + 1
        return Row(spans[line], tuple(cells))

    first, second, third = spans
    pages = [Table(spans[first], (row(first, 1), row(second, 1))), Table(spans[third], (row(third, 0),))]
    (grid,) = grids(pages, text)
    assert [line.cells[2].text for line in grid.lines] == ["Sở Y tế", "Sở Y tế"]
