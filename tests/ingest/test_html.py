"""An HTML page is read as a browser prints it: from the web, from Word, from LibreOffice, or by hand."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest

from ingest.build import build_plan
from ingest.document import Document, PageBreak, Paragraph, Table
from ingest.errors import UnreadableFile
from ingest.read import read_document
from ingest.readers.html import read_html
from ingest.readers.text import read_text
from tests.conftest import ROOT
from tests.ingest.ooxml import cells, lines
from tests.ingest.sources import said

SAMPLES = sorted((ROOT / "eval" / "plans").glob("*.txt"))


def _read(source: str) -> Document:
    return read_html("mau.html", source.encode())


def _as_html(document: Document) -> str:
    """A plan as a page: lines wrapped anywhere, every blank cell at the end of a row spanned by the last one."""
    parts = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            words = escape(block.span.slice(document.text)).replace(" ", "\n", 3)
            margin = "" if block.gap else ' style="margin-top: 0; margin-bottom: 0"'
            parts.append(f"<p{margin}>{'<b>' if block.bold else ''}{words}{'</b>' if block.bold else ''}</p>")
        elif isinstance(block, Table):
            rows = []
            for row in block.rows:
                made = ""
                printed = [cell.span.slice(document.text) for cell in row.cells]
                last = max((at for at, words in enumerate(printed) if words), default=0)
                for at, cell in enumerate(row.cells[: last + 1]):
                    wide = len(row.cells) - last if at == last else 1
                    words = escape(printed[at]).replace("\n", "<br>")
                    made += f'<td colspan={wide} rowspan="{cell.row_span}">{words}</td>' if cell.row_span else ""
                rows.append(f"<tr>{made}</tr>")
            parts.append(f"<table><tbody>{''.join(rows)}</tbody></table>")
    return f"<!DOCTYPE html><html><head><title>x</title></head><body>{''.join(parts)}</body></html>"


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_a_sample_plan_says_the_same_as_a_page(file: Path) -> None:
    document = read_text(file.name, file.read_text("utf-8"))
    plan = build_plan(document, "0")
    assert len(plan.tasks) > 3
    assert said(build_plan(_read(_as_html(document)), "0")) == said(plan)


def test_the_real_plans_say_the_same_as_pages(real_plans: Path) -> None:
    for file in sorted(real_plans.glob("*.txt")):
        document = read_text(file.name, file.read_text("utf-8-sig"))
        assert said(build_plan(_read(_as_html(document)), "0")) == said(build_plan(document, "0")), file.stem


def test_merged_cells_reach_over_columns_and_rows() -> None:
    document = _read(
        "<table><thead><tr><th rowspan=2>TT<th rowspan=2>Nhiệm vụ<th colspan=2>Cơ quan</tr><tr><th>Chủ trì<th>Phối hợp</thead>"
        "<tfoot><tr><td colspan=4>Cuối bảng</tfoot>"
        "<tr><td colspan='4'>I. Thể chế</td></tr>"
        "<tr><td>1<td>Rà soát<td rowspan=0>Sở A<td>Sở B<br>Sở C</tr><tr><td>2<td>Công bố<td>Sở D</table>"
    )
    assert cells(document) == [
        ["TT", "Nhiệm vụ", "Cơ quan", ""],
        [None, None, "Chủ trì", "Phối hợp"],
        ["I. Thể chế", "", "", ""],
        ["1", "Rà soát", "Sở A", "Sở B Sở C"],
        ["2", "Công bố", None, "Sở D"],
        ["Cuối bảng", "", "", ""],
    ]


def test_a_frame_of_one_cell_is_no_table_and_a_table_in_a_cell_is_its_words() -> None:
    inner = "<table><tr><td>a<td>b</table>"
    framed = _read(f"<table><tr><td><p>Trước</p>{inner}<p>Sau</p></td></tr></table>")
    assert (lines(framed), cells(framed)) == (["Trước", "Sau"], [["a", "b"]])
    assert cells(_read(f"<table><tr><td>1<td>Gồm {inner}</table>")) == [["1", "Gồm a b"]]


def test_list_items_have_their_marks() -> None:
    page = "<ol type=I><li>MỤC ĐÍCH<ol start=3><li>Mục đích<li value=7>Yêu cầu</ol><li>a) Có dấu</ol><ul><li>Đạt<li>- Đủ</ul>"
    assert lines(_read(page)) == ["I. MỤC ĐÍCH", "3. Mục đích", "7. Yêu cầu", "a) Có dấu", "- Đạt", "- Đủ"]


def test_a_list_that_paragraphs_interrupt_counts_on_as_libreoffice_exports_it() -> None:
    page = "<ol type=I><li>Một</ol><p>Lời.</p><ol type=I><ol><li>Nhỏ</ol><li>Hai</ol><ol type=I start=3><li>Ba</ol>"
    assert lines(_read(page)) == ["I. Một", "Lời.", "1. Nhỏ", "II. Hai", "III. Ba"]


def test_an_item_without_words_numbers_its_row() -> None:
    rows = "".join(
        f"<tr><td><ol type=I><ol start={n}><li><p></p></ol></ol></td><td>{name}</td></tr>"
        for n, name in ((1, "Rà soát"), (2, "Công bố"))
    )
    page = f"<table><tr><td><ol type=I><li><p></p></ol></td><td>NHÓM VIỆC</td></tr>{rows}</table>"
    assert cells(_read(page)) == [["I.", "NHÓM VIỆC"], ["1.", "Rà soát"], ["2.", "Công bố"]]


def test_what_is_hidden_or_serves_the_browser_does_not_print() -> None:
    page = (
        "<title>x</title><style>p{}</style><script>alert('x')</script><nav>Trang chủ</nav><!-- ghi chú -->"
        "<p>Thấy<span style='display:none'>ẩn</span><del>xoá</del></p><p hidden>ẩn</p><p style='mso-hide:all'>ẩn</p><hr>"
    )
    assert _read(page).text == "Thấy\n"


def test_looks_are_told() -> None:
    page = (
        "<h2>Một</h2><p><b>Hai</b>:</p><p><b>Ba</b> thường</p><p style='font-weight:700'>Bốn</p>"
        "<p style='text-transform: uppercase'>năm</p>"
    )
    document = _read(page)
    blocks = [block for block in document.blocks if isinstance(block, Paragraph)]
    assert [(block.level, block.bold) for block in blocks] == [(2, True), (0, True), (0, False), (0, True), (0, False)]
    assert lines(document)[-1] == "NĂM"


def test_white_space_and_breaks_print_as_in_a_browser() -> None:
    page = (
        "<p>Sở\n   Nội&nbsp;vụ<br>chủ \u200btrì</p><pre>một\n  hai</pre>trần<div>khối</div>cuối<p>SỞ NỘI VỤ"
        + 9 * "&nbsp; "
        + "Độc lập"
    )
    document = _read(page)
    assert lines(document) == ["Sở Nội vụ", "chủ trì", "một", "hai", "trần", "khối", "cuối"]
    assert cells(document) == [["SỞ NỘI VỤ", "Độc lập"]]


@pytest.mark.parametrize(
    ("reference", "note"),
    [
        ('<a href="#fn1"><sup>1</sup></a>', '<div id="fn1"><p><a href="#r1">1</a> Theo mẫu.</p></div>'),
        (
            '<a href="#_ftn1" name="_ftnref1">[1]</a>',
            '<div><p><a href="#_ftnref1" name="_ftn1">[1]</a> Theo mẫu.</p></div>',
        ),
    ],
)
def test_a_footnote_stands_behind_the_paragraph_that_refers_to_it(reference: str, note: str) -> None:
    assert lines(_read(f"<p>Thư xin lỗi{reference} gửi dân.</p><p>Hết.</p>{note}")) == [
        "Thư xin lỗi¹ gửi dân.",
        "¹ Theo mẫu.",
        "Hết.",
    ]


def test_pages_and_blocks_are_told() -> None:
    document = _read('<p>Một</p><p style="page-break-before: always">Hai</p><table><tr><td>a<td>b</table>')
    assert [type(block) for block in document.blocks] == [Paragraph, PageBreak, Paragraph, Table]
    assert [block.number for block in document.blocks if isinstance(block, Paragraph | Table)] == [1, 2, 1]


@pytest.mark.parametrize(
    "raw",
    [
        "<html><meta charset=utf-8><p>Kế hoạch".encode(),
        b'<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1258"><p>' + b"K\xea\xec hoa\xf2ch",
        "\ufeff<html><p>Kế hoạch".encode("utf-16-le"),
        "<html><meta charset=khong-co><p>Ke\u0302\u0301 hoa\u0323ch".encode(),
        '<?xml version="1.0" encoding="utf-8"?><html><p>K&#7871; hoạch</p></html>'.encode(),
    ],
)
def test_a_page_is_read_in_the_encoding_it_names(raw: bytes) -> None:
    assert read_html("mau.html", raw).text == "Kế hoạch\n"


def test_a_page_in_no_encoding_it_could_be_in_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="bảng mã"):
        read_html("mau.html", b"<html><meta charset=utf-8><p>\xff\xfe\xff")


def test_a_page_saved_as_one_file_or_under_the_name_of_a_word_file_is_read(tmp_path: Path) -> None:
    page = "<html><body><p>Kế hoạch</p></body></html>"
    one = f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html; charset="utf-8"\n\n{page}\n--x--\n'
    for name, source in (("a.doc", page), ("b.mht", one), ("c.doc", one)):
        (tmp_path / name).write_text(source, "utf-8")
        document, _ = read_document(tmp_path / name)
        assert (document.reader, document.text) == ("html", "Kế hoạch\n")
