"""Merged cells are drawn as the source has them, and told row by row where rows stand one below the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.correcting import corrected
from ingest.corrections import Correction
from ingest.plan import Plan
from ingest.read import read_plan
from web.merging import header_cuts, heading_cuts
from web.pages import Pages
from web.reading import Line, blocks
from web.source import Sought

SOURCE = """<html><body><p>ỦY BAN NHÂN DÂN XÃ VÂN KHÊ</p><p>Số: 31/KH-UBND</p>
<p>Vân Khê, ngày 05 tháng 3 năm 2026</p><p>KẾ HOẠCH</p><p>Chuyển đổi số xã Vân Khê năm 2026</p>
<p>I. MỤC ĐÍCH</p><p>1. Nâng cao chất lượng phục vụ.</p><p>PHỤ LỤC</p><p>DANH MỤC NHIỆM VỤ</p>
<table><tr><th rowspan=2>TT</th><th rowspan=2>Nhiệm vụ</th><th colspan=2>Cơ quan</th><th rowspan=2>Thời hạn</th></tr>
<tr><th>Chủ trì</th><th>Phối hợp</th></tr>
<tr><td>I</td><td colspan=4>Hạ tầng số</td></tr>
<tr><td>1</td><td>Lắp đặt trạm phát sóng tại chợ</td><td rowspan=3>Phòng Kinh tế</td><td>Công an xã</td><td rowspan=2>3/2026</td></tr>
<tr><td>2</td><td>Kéo cáp quang đến các thôn</td><td>Các thôn</td></tr>
<tr><td>3</td><td>Lắp camera tại bến đò</td><td></td><td>6/2026</td></tr>
<tr><td>4</td><td>Mở lớp kỹ năng số cho người cao tuổi</td><td>Phòng Văn hóa - Xã hội</td><td>Văn phòng</td><td>Quý II/2026</td></tr>
</table></body></html>"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    file = tmp_path_factory.mktemp("merged") / "van-khe.html"
    file.write_text(SOURCE, encoding="utf-8")
    return read_plan(file)


def rows(plan: Plan) -> list[Line]:
    [table] = [block for block in blocks(plan) if block.table]
    return list(table.lines)


def test_a_cell_reaches_down_over_the_rows_that_hold_its_words(plan: Plan) -> None:
    first, second, third, fourth = rows(plan)[3:]
    assert [cut.rows for cut in first.cuts] == [1, 1, 3, 1, 2]
    assert [(cut.rows, cut.carried) for cut in second.cuts][2:] == [(0, "Phòng Kinh tế"), (1, ""), (0, "3/2026")]
    assert [(cut.rows, cut.carried) for cut in third.cuts][2:] == [(0, "Phòng Kinh tế"), (1, ""), (1, "")]
    assert fourth.cuts == ()


def test_headers_of_two_rows_and_headings_of_groups_run_on(plan: Plan) -> None:
    upper, lower, group, *_ = rows(plan)
    assert [(cut.rows, cut.columns) for cut in upper.cuts] == [(2, 1), (2, 1), (1, 2), (1, 0), (2, 1)]
    assert [cut.rows for cut in lower.cuts] == [0, 0, 1, 1, 0]
    assert [cut.columns for cut in group.cuts] == [1, 4, 0, 0, 0]
    [table] = [block for block in blocks(plan) if block.table]
    assert table.labels == ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn")


def test_the_page_draws_them_and_keeps_the_words_for_a_phone(plan: Plan) -> None:
    page = Pages().plan(plan, Sought())
    assert '<td data-label="Chủ trì" rowspan="3">Phòng Kinh tế</td>' in page
    assert page.count('class="covered"') == 3
    assert '<th scope="colgroup" colspan="2">Cơ quan</th>' in page
    assert page.count("<th scope") == 6


def test_a_correction_of_a_row_under_a_merged_cell_is_told_in_that_row(plan: Plan) -> None:
    mended, _ = corrected(
        plan, [Correction("Phụ lục/2", "lead", "Phòng Kinh tế", "Văn phòng", plan.tasks[1].name.text)]
    )
    first, second = rows(mended)[3:5]
    assert first.notes == ()
    assert second.notes[1] == ("Chủ trì – đã sửa thành: Văn phòng",)


def test_a_row_that_lends_a_merged_cell_is_not_the_one_that_is_cited(plan: Plan) -> None:
    first, second = [line for block in blocks(plan, plan.tasks[1].spans) for line in block.lines if line.marked]
    assert (first.lends, first.first, second.lends, second.first) == (True, False, False, True)
    page = Pages().plan(plan, Sought("Phụ lục/2"))
    assert page.count(" cited") == 1
    assert "<mark>Phòng Kinh tế</mark>" in page


def test_a_row_of_another_sort_between_ends_the_drawing_not_the_words(plan: Plan) -> None:
    line = "\nNhiệm vụ khác\t\t\t\t\n"
    at = plan.text.index("\n3\tLắp camera")
    shift = len(line) - 1

    def moved(start: int) -> int:
        return start + shift if start > at else start

    third = plan.tasks[2]
    spans = tuple(replace(one, start=moved(one.start), end=moved(one.end)) for one in third.spans)
    due = replace(
        third.due, spans=tuple(replace(one, start=moved(one.start), end=moved(one.end)) for one in third.due.spans)
    )
    name = replace(
        third.name, spans=tuple(replace(one, start=moved(one.start), end=moved(one.end)) for one in third.name.spans)
    )
    text = plan.text[:at] + line + plan.text[at + 1 :]
    apart = replace(
        plan, text=text, tasks=(*plan.tasks[:2], replace(third, spans=spans, due=due, name=name)), sections=()
    )
    cut = next(one for one in rows(apart) if one.words[0] == "3").cuts[2]
    assert (cut.rows, cut.carried) == (1, "Phòng Kinh tế")


def test_what_does_not_fit_is_drawn_as_it_is_read() -> None:
    assert header_cuts(("TT", "A", ""), ("", "", "")) == ((), ())
    assert header_cuts(("TT", "", "B"), ("", "x", "")) == ((), ())
    assert heading_cuts(("I", "Hạ tầng")) == ()
    assert [cut.columns for cut in heading_cuts(("Hạ tầng", "", ""))] == [3, 0, 0]
