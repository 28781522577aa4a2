"""What Word prints is what is read: one feature of Word files a test, each file written by hand."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest

from ingest.build import build_plan
from ingest.document import Document, PageBreak, Paragraph, Table
from ingest.readers.docx import read_docx
from tests.ingest.ooxml import MACRO_TYPE, cells, lines, p, package, r, tbl, tc, tr


def _read(body: str, **parts: str) -> Document:
    return read_docx("mau.docx", package(body, parts=parts))


def _list(*levels: tuple[str, str, str], num: str = "", more: str = "") -> str:
    """A numbering part of one list; each level gives its sort, its words, and more of its properties."""
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{sort}"/>{own}<w:lvlText w:val="{words}"/></w:lvl>'
        for at, (sort, words, own) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{made}</w:abstractNum>{more}'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{num}'
    )


def _item(words: str, level: int = 0, num: int = 1) -> str:
    return p(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


ANEW = (
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
OUTLINE = _list(
    ("upperRoman", "%1.", ""), ("decimal", "%2.", ""), ("lowerLetter", "%3)", ""), ("bullet", "-", ""), num=ANEW
)


def test_computed_numbers_stand_in_front_of_their_words() -> None:
    body = "".join(
        _item(words, level)
        for words, level in [
            ("MỤC ĐÍCH", 0), ("Chung", 1), ("Riêng", 1), ("Xã", 2), ("Phường", 2), ("Đạt 95%", 3), ("YÊU CẦU", 0), ("Rõ", 1),
        ]
    )  # fmt: skip
    document = _read(body, numbering=OUTLINE)
    assert lines(document) == [
        "I. MỤC ĐÍCH", "1. Chung", "2. Riêng", "a) Xã", "b) Phường", "- Đạt 95%", "II. YÊU CẦU", "1. Rõ",
    ]  # fmt: skip


def test_a_list_counts_on_over_other_paragraphs_and_a_second_list_of_it_starts_anew_where_told() -> None:
    anew = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = _item("A") + p("Xen giữa.") + _item("B") + _item("C", num=2) + _item("D", num=2) + _item("E", num=3)
    document = _read(body, numbering=_list(("decimal", "%1.", ""), num=anew))
    assert lines(document) == ["1. A", "Xen giữa.", "2. B", "1. C", "2. D", "3. E"]


def test_numbers_of_several_levels_and_a_legal_level() -> None:
    levels = _list(("upperRoman", "%1.", ""), ("decimal", "%1.%2.", "<w:isLgl/>"), ("decimal", "%2.%3", ""))
    body = _item("Một") + _item("Hai") + _item("x", 1) + _item("y", 2) + _item("z", 2) + _item("t", 1) + _item("u", 2)
    assert lines(_read(body, numbering=levels)) == [
        "I. Một", "II. Hai", "2.1. x", "1.1 y", "1.2 z", "2.2. t", "2.1 u",
    ]  # fmt: skip


def test_numbers_come_from_styles_too_and_a_paragraph_may_refuse_them() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="M1"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="M2"><w:name w:val="heading 2"/><w:basedOn w:val="M1"/></w:style>'
    )
    numbering = _list(("upperRoman", "%1.", '<w:pStyle w:val="M1"/>'), ("decimal", "%2)", '<w:pStyle w:val="M2"/>'))
    body = (
        p("Mục đích", '<w:pStyle w:val="M1"/>')
        + p("Chung", '<w:pStyle w:val="M2"/>')
        + p("Không số", '<w:pStyle w:val="M1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    document = _read(body, numbering=numbering, styles=styles)
    assert lines(document) == ["I. Mục đích", "1) Chung", "Không số"]
    assert [(b.level, b.bold) for b in document.blocks if isinstance(b, Paragraph)] == [(1, True), (2, True), (1, True)]


def test_a_numbered_cell_prints_its_number_though_it_holds_no_words() -> None:
    document = _read(
        tbl(tr("TT", "Nhiệm vụ"), tr(tc(_item("")), "Rà soát"), tr(tc(_item("")), "Công bố")),
        numbering=_list(("decimal", "%1.", "")),
    )
    assert cells(document) == [["TT", "Nhiệm vụ"], ["1.", "Rà soát"], ["2.", "Công bố"]]


def test_bullets_of_symbol_fonts_are_signs_that_print() -> None:
    numbering = _list(("bullet", "\uf0b7", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'), ("bullet", "o", ""))
    assert lines(_read(_item("Một") + _item("Hai", 1), numbering=numbering)) == ["• Một", "○ Hai"]


def test_merged_cells_reach_over_columns_and_rows() -> None:
    document = _read(
        tbl(
            tr(tc("TT", merged="restart"), tc("Nhiệm vụ", merged="restart"), tc("Cơ quan thực hiện", wide=2)),
            tr(tc(merged="continue"), tc(merged="continue"), "Chủ trì", "Phối hợp"),
            tr(tc("I. Thể chế", wide=4)),
            tr("1", "Rà soát", tc("Sở Tư pháp", merged="restart"), "Sở Nội vụ"),
            tr("2", "Công bố", tc("chữ ẩn dưới ô trộn", merged="continue"), "Sở Y tế"),
        )
    )
    assert cells(document) == [
        ["TT", "Nhiệm vụ", "Cơ quan thực hiện", ""],
        [None, None, "Chủ trì", "Phối hợp"],
        ["I. Thể chế", "", "", ""],
        ["1", "Rà soát", "Sở Tư pháp", "Sở Nội vụ"],
        ["2", "Công bố", None, "Sở Y tế"],
    ]
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert [cell.row_span for cell in table.rows[0].cells] == [2, 2, 1, 1]
    assert [cell.col_span for cell in table.rows[0].cells] == [1, 1, 2, 1]
    held = table.rows[4].cells[2].span
    assert held.slice(document.text) == "Sở Tư pháp"


def test_borders_dragged_a_little_apart_are_one_border() -> None:
    """Three columns on the page, four grid columns in the file: the third is two millimetres wide."""
    document = _read(
        tbl(
            tr("TT", tc("Nhiệm vụ", wide=2), "Chủ trì"),
            tr("1", "Rà soát", tc("Sở Tư pháp", wide=2)),
            grid=(600, 4000, 110, 2500),
        )
    )
    assert cells(document) == [["TT", "Nhiệm vụ", "Chủ trì"], ["1", "Rà soát", "Sở Tư pháp"]]


def test_columns_whose_widths_say_nothing_stay_apart() -> None:
    row = tr("1", "Rà soát", "Sở Tư pháp")
    assert cells(_read(tbl(row, grid=(1, 1, 1)))) == cells(_read(tbl(row))) == [["1", "Rà soát", "Sở Tư pháp"]]


def test_a_row_may_begin_late_and_rows_deleted_or_hidden_do_not_print() -> None:
    document = _read(
        tbl(
            tr("a", "b", "c"),
            tr("x", "y", properties='<w:gridBefore w:val="1"/>'),
            tr("xoá", "xoá", "xoá", properties='<w:del w:id="1" w:author="x"/>'),
            tr("ẩn", "ẩn", "ẩn", properties="<w:hidden/>"),
            tr("d", "e", "f", properties='<w:ins w:id="2" w:author="x"/>'),
        )
    )
    assert cells(document) == [["a", "b", "c"], ["", "x", "y"], ["d", "e", "f"]]
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert [row.number for row in table.rows] == [1, 2, 5]


def test_insertions_are_kept_and_deletions_dropped() -> None:
    gone = '<w:del w:id="1" w:author="x"><w:r><w:delText>cũ</w:delText></w:r></w:del>'
    kept = f'<w:ins w:id="2" w:author="x">{r("mới")}</w:ins>'
    away = f'<w:moveFrom w:id="3" w:author="x">{r("dời")}</w:moveFrom>'
    here = f'<w:moveTo w:id="4" w:author="x">{r(" đến")}</w:moveTo>'
    assert lines(_read(p(r("Bản ") + gone + kept + away + here))) == ["Bản mới đến"]


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    body = p("Sở Nội ", '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>') + p("vụ chủ trì.") + p("Hết.")
    assert lines(_read(body)) == ["Sở Nội vụ chủ trì.", "Hết."]
    last = p("Còn chữ", '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>')
    assert lines(_read(last)) == ["Còn chữ"]


def test_fields_print_their_results_and_contents_are_left_out() -> None:
    def field(code: str, result: str) -> str:
        mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
        return f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('separate')}{r(result)}{mark('end')}"

    simple = f'<w:fldSimple w:instr=" DATE ">{r("16/01/2026")}</w:fldSimple>'
    nested = field("IF " + "x", "ngày ") + simple
    assert lines(_read(p(field(' TOC \\o "1-3" ', "I. MỤC ĐÍCH 3")) + p(nested))) == ["ngày 16/01/2026"]


def test_a_field_that_counts_its_paragraphs_prints_though_the_file_keeps_no_result() -> None:
    def counted(code: str) -> str:
        mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
        return f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('end')}"

    rows = [tr(tc(p(counted(code))), name) for code, name in ((" AUTONUM ", "Rà soát"), (" AUTONUM \\s ) ", "Công bố"))]
    simple = p('<w:fldSimple w:instr=" AUTONUM \\* ROMAN \\e "/>' + r(" Tổng kết"))
    document = _read(tbl(*rows) + simple)
    assert cells(document) == [["1.", "Rà soát"], ["2)", "Công bố"]]
    assert lines(document)[-1] == "III Tổng kết"


def test_breaks_soft_hyphens_and_symbols() -> None:
    made = (
        r("Kế ho\u00adạch") + "<w:r><w:softHyphen/><w:t>mới</w:t><w:noBreakHyphen/><w:t>2026</w:t></w:r>"
        + '<w:r><w:t xml:space="preserve"> đạt </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t>\u00a095%</w:t></w:r>'
        + "<w:r><w:br/><w:t>dòng hai</w:t></w:r>" + "<m:oMath><m:r><m:t>x≤5</m:t></m:r></m:oMath>"
    )  # fmt: skip
    assert lines(_read(p(made))) == ["Kế hoạchmới-2026 đạt ≥ 95%", "dòng haix≤5"]


def test_a_line_end_in_a_cell_reads_as_one_space() -> None:
    two = p(r("Sở Nội vụ;") + "<w:r><w:br/></w:r>" + r("Sở Y tế;")) + p("UBND xã")
    document = _read(tbl(tr("TT", "Chủ trì"), tr("1", tc(two))))
    assert cells(document)[1] == ["1", "Sở Nội vụ; Sở Y tế; UBND xã"]


def test_hidden_words_do_not_print_and_capitals_set_by_looks_do() -> None:
    made = r("Thấy") + r(" ẩn", "<w:vanish/>") + r(" kế hoạch", "<w:caps/>")
    assert lines(_read(p(made) + p(r("Cả dòng ẩn", "<w:vanish/>")))) == ["Thấy KẾ HOẠCH"]


def test_a_footnote_stands_behind_the_paragraph_that_refers_to_it() -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'.format
    notes = "".join(
        f'<w:footnote w:id="{key}">{p(words)}</w:footnote>' for key, words in [(7, " Theo mẫu."), (9, "Hai.")]
    )
    body = p(r("Thư xin lỗi") + mark(7) + r(" gửi dân.")) + tbl(tr("a", tc(p(r("b") + mark(9))))) + p("Hết.")
    document = _read(body, footnotes=notes)
    assert lines(document) == ["Thư xin lỗi¹ gửi dân.", "¹ Theo mẫu.", "² Hai.", "Hết."]
    assert cells(document) == [["a", "b²"]]


def test_a_text_box_is_read_once_though_it_is_kept_in_two_forms() -> None:
    def form(tag: str) -> str:
        return f"<mc:{tag}><w:pict><v:shape><v:textbox><w:txbxContent>{p('DỰ THẢO')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:{tag}>"

    box = f"<w:r><mc:AlternateContent>{form('Choice')}{form('Fallback')}</mc:AlternateContent></w:r>"
    assert lines(_read(p(r("KẾ HOẠCH") + box) + p("Hết."))) == ["KẾ HOẠCH", "DỰ THẢO", "Hết."]
    assert cells(_read(tbl(tr("a", tc(p(r("b") + box)))))) == [["a", "b DỰ THẢO"]]


def test_content_controls_and_links_hold_words_like_any_others() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Trong khung')}{tbl(tr('a', 'b'))}</w:sdtContent></w:sdt>"
    inline = f"<w:sdt><w:sdtContent>{r('nội')}</w:sdtContent></w:sdt><w:hyperlink>{r(' vụ')}</w:hyperlink>"
    document = _read(control + p(r("Sở ") + inline))
    assert lines(document) == ["Trong khung", "Sở nội vụ"]
    assert cells(document) == [["a", "b"]]


def test_a_table_inside_a_frame_stands_for_it_and_one_inside_a_cell_belongs_to_the_cell() -> None:
    inner = tbl(tr("Chủ trì", "Thời hạn"), tr("Sở A", "3/2026"))
    framed = _read(tbl(tr(tc(p("Trước") + inner + p("Sau")))))
    assert lines(framed) == ["Trước", "Sau"]
    assert cells(framed) == [["Chủ trì", "Thời hạn"], ["Sở A", "3/2026"]]
    held = _read(tbl(tr("1", tc(p("Gồm:") + inner + p()))))
    assert cells(held) == [["1", "Gồm: Chủ trì Thời hạn Sở A 3/2026"]]


def test_tabs_and_wide_gaps_lay_out_columns_and_indents_do_not() -> None:
    tab = "<w:r><w:tab/></w:r>"
    typed = p(r("UBND TỈNH LAM GIANG") + tab + r("CỘNG HÒA XÃ HỘI")) + p("SỞ NỘI VỤ          Độc lập - Tự do")
    document = _read(
        typed + p(r("1.") + tab + r("Mục đích")) + p(tab + r("Thụt đầu dòng.")) + p(r("các xã") + tab + r("và"))
    )
    assert cells(document) == [["UBND TỈNH LAM GIANG", "CỘNG HÒA XÃ HỘI"], ["SỞ NỘI VỤ", "Độc lập - Tự do"]]
    assert lines(document) == ["1. Mục đích", "Thụt đầu dòng.", "các xã và"]


def test_pages_start_at_breaks_and_sections() -> None:
    body = (
        p("Một") + p('<w:r><w:br w:type="page"/></w:r>' + r("Hai"))
        + p("Ba", '<w:sectPr><w:type w:val="continuous"/></w:sectPr>') + p("Bốn", "<w:sectPr/>") + p("Năm")
    )  # fmt: skip
    kinds = ["|" if isinstance(block, PageBreak) else "p" for block in _read(body).blocks]
    assert "".join(kinds) == "p|ppp|p"


@pytest.mark.parametrize(
    ("above", "below", "gap"),
    [
        ("", "", False),
        ('<w:spacing w:after="60"/>', '<w:spacing w:before="60"/>', True),
        ('<w:jc w:val="center"/>', '<w:jc w:val="both"/>', True),
        ('<w:jc w:val="center"/>', '<w:jc w:val="center"/>', False),
    ],
)
def test_white_space_above_a_paragraph_is_told(above: str, below: str, gap: bool) -> None:  # noqa: FBT001 - a case
    tight = p("Sát nhau.") * 20
    document = _read(tight + p("Trên", above) + p("Dưới", below))
    assert [block.gap for block in document.blocks if isinstance(block, Paragraph)][-1] is gap


def test_white_space_that_parts_every_paragraph_alike_tells_nothing() -> None:
    blocks = _read(p("Cách đều.", '<w:spacing w:after="200"/>') * 20).blocks
    assert [block.gap for block in blocks if isinstance(block, Paragraph)] == [True] + [False] * 19


def test_bold_needs_every_letter_and_two_bold_styles_cancel_out() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="T"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="S"><w:rPr><w:b/></w:rPr></w:style>'
    )
    body = (
        p(r("Cả dòng", "<w:b/>") + r(": ")) + p(r("Một phần", "<w:b/>") + r(" thường")) + p("Theo kiểu", '<w:pStyle w:val="T"/>')
        + p(r("Hai lần", '<w:rStyle w:val="S"/>'), '<w:pStyle w:val="T"/>') + p(r("Tắt", '<w:b w:val="0"/>'), '<w:pStyle w:val="T"/>')
    )  # fmt: skip
    found = [block.bold for block in _read(body, styles=styles).blocks if isinstance(block, Paragraph)]
    assert found == [True, False, True, False, False]


def test_blocks_know_their_turn_in_the_file() -> None:
    document = _read(p("Một") + p() + p("Ba") + tbl(tr("a", "b")) + p("Bốn") + tbl(tr("c", "d"), tr("e", "f")))
    numbers = [block.number for block in document.blocks if isinstance(block, Paragraph | Table)]
    assert numbers == [1, 3, 1, 4, 2]


def test_a_file_with_macros_is_read_without_them() -> None:
    raw = package(p("Có chữ."), main_type=MACRO_TYPE, extra={"word/vbaProject.bin": b"\x00" * 99})
    assert lines(read_docx("mau.docm", raw)) == ["Có chữ."]


def test_letters_are_composed_and_white_space_collapsed() -> None:
    assert lines(_read(p("Kê\u0301  hoa\u0323ch\u200b \u00a0năm"))) == ["Kế hoạch năm"]


def test_blocks_stand_in_order_and_apart() -> None:
    document = _read(
        p("Một") + tbl(tr("a", "b"), tr(tc("c", merged="restart"), "d"), tr(tc(merged="continue"), "e")) + p("Hai")
    )
    spans = [block.span for block in document.blocks if isinstance(block, Paragraph | Table)]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert document.text == "Một\na\tb\nc\td\n\te\nHai\n"


def test_an_office_sets_its_letterhead_and_signature_in_tables_and_its_plan_is_read() -> None:
    """Letterhead of two cells with several lines each, bold centred title, heading numbers computed, whole rows merged."""
    centred, bold = '<w:jc w:val="center"/>', "<w:b/>"
    left = p(r("ỦY BAN NHÂN DÂN", bold), centred) + p(r("XÃ SÔNG MƠ", bold), centred) + p("Số: 12/KH-UBND", centred)
    right = p(r("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold)) + p("Độc lập - Tự do - Hạnh phúc")
    right += p("Sông Mơ, ngày 05 tháng 3 năm 2026")
    rows = (
        tr(tc("TT", merged="restart"), tc("Nhiệm vụ", merged="restart"), tc("Cơ quan thực hiện", wide=2), tc("Thời hạn", merged="restart")),
        tr(tc(merged="continue"), tc(merged="continue"), "Chủ trì", "Phối hợp", tc(merged="continue")),
        tr(tc("I. Thể chế", wide=5)),
        tr(tc(_item("", 1, 2)), "Rà soát thủ tục", tc("Văn phòng UBND xã", merged="restart"), "Công an xã", "Quý I/2026"),
        tr(tc(_item("", 1, 2)), "Công bố danh mục", tc(merged="continue"), "", "6/2026"),
    )  # fmt: skip
    body = (
        tbl(tr(tc(left), tc(right)))
        + p(r("KẾ HOẠCH", bold), centred) + p(r("Cải cách hành chính xã Sông Mơ năm 2026", bold), centred)
        + p("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025;")
        + p("Ủy ban nhân dân xã Sông Mơ ban hành Kế hoạch như sau:")
        + _item("MỤC ĐÍCH, YÊU CẦU") + _item("Mục đích", 1) + p("Nâng cao chất lượng phục vụ người dân.")
        + tbl(tr(tc(p("Nơi nhận:") + p("- Sở Nội vụ;") + p("- Lưu: VT.")), tc(p("TM. ỦY BAN NHÂN DÂN") + p("CHỦ TỊCH") + p("Trần Thị Mây"))))
        + p("", "<w:sectPr/>") + p("PHỤ LỤC", centred) + p("NHIỆM VỤ NĂM 2026", centred) + tbl(*rows)
    )  # fmt: skip
    plan = build_plan(_read(body, numbering=OUTLINE), "0")
    header = plan.header
    assert (header.number, header.place, header.issuer) == ("12/KH-UBND", "Sông Mơ", "Ủy ban nhân dân xã Sông Mơ")
    assert (header.title, header.signer) == ("Cải cách hành chính xã Sông Mơ năm 2026", "Trần Thị Mây")
    assert header.recipients == ("Sở Nội vụ", "Lưu: VT")
    assert {"I", "I/1"} <= {section.locator for section in plan.sections}
    said = [(task.locator, task.lead.text, task.support.text, task.due.text) for task in plan.tasks]
    assert said == [
        ("Phụ lục/1", "Văn phòng UBND xã", "Công an xã", "Quý I/2026"),
        ("Phụ lục/2", "Văn phòng UBND xã", "", "6/2026"),
    ]


def test_a_file_saved_as_strict_open_xml_is_read() -> None:
    stream = BytesIO()
    with ZipFile(BytesIO(package(p(r("Có chữ", "<w:b/>"))))) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            usual = rb"http://schemas\.openxmlformats\.org/(officeDocument|wordprocessingml)/2006/"
            new.writestr(name, re.sub(usual, rb"http://purl.oclc.org/ooxml/\1/", old.read(name)))
    assert b"purl.oclc.org" in ZipFile(stream).read("word/document.xml")
    assert lines(read_docx("mau.docx", stream.getvalue())) == ["Có chữ"]
