"""PDF files with text are read as the same plan that their text makes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from ingest.build import build_plan
from ingest.document import Document, Paragraph
from ingest.errors import UnreadableFile
from ingest.plan import Plan, Target, Task
from ingest.read import read_document
from ingest.readers.pdf import MOST_PAGES, read_pdf
from ingest.readers.pdfpage import View
from tests.conftest import ROOT
from tests.ingest.printing import Printer, cells, printed, prose, tables

SAMPLES = sorted((ROOT / "eval" / "plans").glob("*.txt"))
HEADER = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Kết quả", "Thời hạn", "Ghi chú"]
WIDTHS = [35, 150, 70, 70, 70, 45, 35]
LONG = (
    "Ủy ban nhân dân tỉnh giao các sở, ban, ngành chủ động rà soát nhiệm vụ, bố trí kinh phí trong dự toán đã giao và "
    "tổ chức thực hiện đúng tiến độ; định kỳ hằng quý báo cáo kết quả về cơ quan thường trực để tổng hợp theo quy định."
)


def _read(printer: Printer) -> Document:
    return read_pdf("mau.pdf", printer.raw())


def _facts(plan: Plan) -> object:
    """What a plan says, whatever its text's offsets are."""
    both: tuple[Task | Target, ...] = (*plan.tasks, *plan.targets)
    rows = [
        (
            row.locator,
            row.name.text,
            row.lead.text,
            row.note.text,
            row.due.text,
            row.leads,
            row.supports,
            row.when,
            row.parent,
        )
        for row in both
    ]
    others = [(task.support.text, task.result.text) for task in plan.tasks]
    figures = [(target.unit.text, target.value.text) for target in plan.targets]
    duties = [(duty.locator, duty.actor, duty.recipient, duty.due) for duty in plan.duties]
    header = plan.header
    named = (header.number, header.date_text, header.issuer, header.title, header.signer, header.signer_title)
    clauses = [(clause.locator, clause.text) for clause in plan.clauses]
    return rows, others, figures, duties, named, [basis.number for basis in header.legal_bases], clauses


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
@pytest.mark.parametrize(("size", "narrow"), [(12.0, 1.0), (14.0, 0.6)])
def test_a_printed_sample_plan_says_what_its_text_says(file: Path, size: float, narrow: float) -> None:
    document, _ = read_document(file)
    again = read_pdf("mau.pdf", printed(document, size=size, narrow=narrow))
    assert _facts(build_plan(again, "0" * 64)) == _facts(build_plan(document, "0" * 64))


def test_lines_of_a_paragraph_are_joined_and_paragraphs_are_told_apart() -> None:
    printer = Printer()
    texts = ["I. MỤC ĐÍCH", LONG, "- Bảo đảm đúng tiến độ.", LONG, "2. Yêu cầu", "- " + LONG]
    for text in texts:
        printer.paragraph(text)
    assert prose(_read(printer)) == texts


def test_a_paragraph_goes_on_over_the_page_and_keeps_the_page_where_it_begins() -> None:
    printer = Printer()
    texts = ["Một dòng.", "Hai dòng.", *[LONG] * 16]
    for text in texts:
        printer.paragraph(text)
    document = _read(printer)
    assert prose(document) == texts
    assert document.pages == 2
    over = [span for one, other in pairwise(document.boxes) if (span := one.span) == other.span]
    assert len(over) == 1
    assert [box.page for box in document.boxes if box.span == over[0]] == [1, 2]


def test_bold_lines_are_told_from_plain_ones() -> None:
    printer = Printer()
    printer.paragraph("1. Mục đích", bold=True)
    printer.paragraph(LONG)
    document = _read(printer)
    assert [block.bold for block in document.blocks if isinstance(block, Paragraph)] == [True, False]


def test_a_title_of_several_centred_lines_is_one_paragraph() -> None:
    printer = Printer()
    title = LONG[:150].rpartition(" ")[0]
    printer.paragraph("KẾ HOẠCH", bold=True, centred=True)
    printer.paragraph(title, bold=True, centred=True)
    printer.paragraph(LONG)
    assert prose(_read(printer)) == ["KẾ HOẠCH", title, LONG]


def test_a_motto_that_begins_right_behind_the_office_stands_in_its_own_column() -> None:
    printer = Printer(size=10)
    left = ["UBND TỈNH LAM GIANG", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Số: 27/KH-SNNMT"]
    right = [
        "Độc lập - Tự do - Hạnh phúc",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Lam Giang, ngày 16 tháng 01 năm 2026",
    ]
    broad = printer.pdf.get_string_width(left[1])
    for number, (one, other) in enumerate(zip(left, (right[1], right[0], right[2]), strict=True)):
        printer.at(60, 90 + 14 * number, one)
        printer.at(60 + broad + 7, 90 + 14 * number, other)
    printer.pdf.line(60 + broad + 20, 107, 60 + broad + 120, 107)
    printer.y = 160
    printer.paragraph("KẾ HOẠCH", centred=True)
    printer.paragraph(LONG)
    [[row]] = cells(_read(printer))
    assert row == ["\n".join(left), "\n".join((right[1], right[0], right[2]))]


def test_letterhead_and_motto_are_two_columns() -> None:
    printer = Printer()
    left = ["ỦY BAN NHÂN DÂN", "TỈNH LAM GIANG", "Số: 27/KH-UBND"]
    right = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lam Giang, ngày 16 tháng 01 năm 2026",
    ]
    printer.sides(left, right)
    printer.paragraph("KẾ HOẠCH", centred=True)
    printer.paragraph(LONG)
    document = _read(printer)
    assert cells(document) == [[["\n".join(left), "\n".join(right)]]]
    assert prose(document) == ["KẾ HOẠCH", LONG]


def test_page_numbers_and_running_heads_are_no_part_of_the_text() -> None:
    printer = Printer(head="Kế hoạch số 27/KH-UBND")
    for _ in range(4):
        printer.paragraph(LONG)
        printer.page()
    assert prose(_read(printer)) == [LONG] * 4


def test_a_word_that_all_pages_print_in_their_tables_is_no_running_head() -> None:
    printer = Printer(margin=20, numbered=False)
    for number in range(4):
        printer.table([["TT", "Nhiệm vụ"], [str(number), "Rà soát"]], [40, 100])
        printer.page()
    assert [table[0] for table in cells(_read(printer))] == [["TT", "Nhiệm vụ"]] * 4


def test_a_footnote_waits_for_the_end_of_the_paragraph_that_the_page_breaks() -> None:
    printer = Printer()
    while printer.y < printer.foot - 40:
        printer.paragraph("Dòng ngắn.")
    x = printer.margin
    for word, size, lift in (
        ("Hồ sơ trễ hạn phải có thư xin lỗi", 12.0, 0.0),
        ("1", 7.0, 4.5),
        (" gửi người dân.", 12.0, 0.0),
    ):
        printer.style(size=size)
        printer.at(x, printer.y - lift, word)
        x += printer.pdf.get_string_width(word)
    printer.y += 16
    printer.style(size=12.0)
    for number, line in enumerate(printer.wrap(LONG, printer.width, 30)[:1]):
        printer.at(printer.margin + 30 * (number == 0), printer.y, line)
    printer.style(size=6)
    printer.at(printer.margin, printer.foot + 20 - 3, "1")
    printer.style(size=9)
    printer.at(printer.margin + 5, printer.foot + 20, "Thư theo mẫu của Văn phòng.")
    printer.style(size=12.0)
    rest = printer.wrap(LONG, printer.width, 30)[1:]
    printer.page()
    for line in rest:
        printer.at(printer.margin, printer.y, line)
        printer.y += 15.6
    assert prose(_read(printer))[-3:] == [
        "Hồ sơ trễ hạn phải có thư xin lỗi¹ gửi người dân.",
        LONG,
        "¹ Thư theo mẫu của Văn phòng.",
    ]


def test_merged_cells_are_seen_by_the_rulings_that_are_missing() -> None:
    printer = Printer()
    rows = [
        ["TT", "Nhiệm vụ", "Cơ quan thực hiện", "<", "Thời hạn"],
        ["^", "^", "Chủ trì", "Phối hợp", "^"],
        ["I", "Cải cách hành chính", "<", "<", "<"],
        ["1", "Rà soát", "Sở Nội vụ", "Sở Tư pháp", "Quý I"],
        ["2", "Số hóa", "^", "Sở Y tế", "Quý II"],
    ]
    printer.table(rows, [30, 120, 100, 100, 60])
    document = _read(printer)
    blank = [["" if cell == "<" else cell for cell in row] for row in rows]
    assert cells(document) == [blank]
    (table,) = tables(document)
    assert [cell.col_span for cell in table.rows[0].cells] == [1, 1, 2, 1, 1]
    assert [cell.row_span for cell in table.rows[0].cells] == [2, 2, 1, 1, 2]
    assert table.rows[4].cells[2].span.slice(document.text) == "Sở Nội vụ"


@pytest.mark.parametrize(
    ("cell", "width"),
    [
        ("20/02/2026", 50),
        ("20/02/2026", 30),
        ("Ghi chú", 22),
        ("12/2026", 30),
        ("Thường xuyên", 40),
        ("27/KH-UBND", 40),
    ],
)
def test_words_that_a_narrow_cell_cuts_are_made_whole(cell: str, width: float) -> None:
    printer = Printer()
    printer.table([["TT", "Thời hạn"], ["1", cell]], [30, width])
    assert cells(_read(printer))[0][1] == ["1", cell]


def test_two_tables_that_touch_are_two() -> None:
    printer = Printer()
    printer.table([["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"], ["1", "a", "b", "c"]], [30, 100, 100, 100])
    printer.table([["STT", "Chỉ tiêu", "Đơn vị tính", "Giá trị"], ["1", "d", "%", "95"]], [50, 120, 60, 100])
    assert [table[1] for table in cells(_read(printer))] == [["1", "a", "b", "c"], ["1", "d", "%", "95"]]


def test_a_table_without_outer_borders_keeps_its_outer_columns() -> None:
    printer = Printer()
    for x in (150, 300):
        printer.pdf.line(x, 100, x, 160)
    for y in (100, 130, 160):
        printer.pdf.line(60, y, 400, y)
    for y, row in ((118, ("TT", "Nhiệm vụ", "Thời hạn")), (148, ("1", "Rà soát", "Quý I"))):
        for x, words in zip((70, 160, 310), row, strict=True):
            printer.at(x, y, words)
    assert cells(_read(printer)) == [[["TT", "Nhiệm vụ", "Thời hạn"], ["1", "Rà soát", "Quý I"]]]


def test_an_underlined_word_makes_no_row() -> None:
    printer = Printer()
    printer.table([["TT", "Nhiệm vụ"], ["1", "Rà soát\nthủ tục"]], [30, 100])
    printer.pdf.line(95, printer.y - 18, 140, printer.y - 18)
    assert cells(_read(printer)) == [[["TT", "Nhiệm vụ"], ["1", "Rà soát thủ tục"]]]


def test_every_piece_has_a_box_on_its_page() -> None:
    printer = Printer()
    printer.paragraph(LONG)
    printer.table([HEADER, ["1", "Rà soát", "Sở Nội vụ", "", "Báo cáo", "Quý I", ""]], WIDTHS)
    document = _read(printer)
    assert [box.span.slice(document.text) for box in document.boxes][1:9] == [*HEADER, "1"]
    assert all(0 <= box.x0 < box.x1 <= 596 and 0 <= box.y0 < box.y1 <= 842 for box in document.boxes)


@pytest.mark.parametrize(
    ("turn", "box"),
    [(0, (10, 770, 30, 780)), (1, (20, 10, 30, 30)), (2, (570, 20, 590, 30)), (3, (770, 570, 780, 590))],
)
def test_a_turned_page_is_seen_as_it_is_looked_at(turn: int, box: tuple[float, ...]) -> None:
    view = View(left=0, foot=0, right=600, top=800, turn=turn)
    found = view.box(10, 20, 30, 30)
    assert (found.x0, found.y0, found.x1, found.y1) == box


def test_a_space_of_words_drawn_before_parts_no_letter_drawn_later() -> None:
    printer = Printer(numbered=False)
    broad = printer.pdf.get_string_width
    before = {"ở": "", "ớ": "ở m", " m": "ở", "i": "ở mớ"}
    for letters, ahead in before.items():  # as files do that lend some letters from another font
        printer.at(100 + broad(ahead), 100, letters)
    assert prose(_read(printer)) == ["ở mới"]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_printed_on_its_side_reads_as_if_upright(angle: int) -> None:
    def printed_at(angle: int) -> Document:
        printer = Printer(numbered=False)
        height, width = printer.pdf.h, printer.pdf.w
        with printer.pdf.rotation(angle, x=width / 2, y=height / 2):
            for number, line in enumerate(("KẾ HOẠCH", "Rà soát các hộ dân vùng sạt lở", "I. MỤC ĐÍCH", "Vì an toàn.")):
                printer.at(100, 300 + 30 * number, line)
            for y in (440, 470, 500):
                printer.pdf.line(100, y, 400, y)
            for x in (100, 160, 400):
                printer.pdf.line(x, 440, x, 500)
            for y, row in ((460, ("TT", "Nhiệm vụ")), (490, ("1", "Rà soát các hộ dân"))):
                for x, words in zip((110, 170), row, strict=True):
                    printer.at(x, y, words)
        return _read(printer)

    upright = printed_at(0)
    assert cells(upright) == [[["TT", "Nhiệm vụ"], ["1", "Rà soát các hộ dân"]]]
    assert printed_at(angle).text == upright.text


def test_printed_real_plans_keep_their_cells(real_plans: Path) -> None:
    wrong = cells_ = 0
    for file in sorted(real_plans.glob("*.txt")):
        document, _ = read_document(file)
        plan = build_plan(document, "0" * 64)
        again = build_plan(read_pdf("mau.pdf", printed(document, narrow=0.7)), "0" * 64)
        found = {task.locator: task for task in again.tasks}
        for task in plan.tasks:
            other = found.get(task.locator)
            for name in ("name", "lead", "support", "result", "due", "note"):
                cells_ += 1
                wrong += other is None or getattr(task, name).text != getattr(other, name).text
    assert wrong <= 0.005 * cells_


def test_pages_stand_on_paragraphs_and_rows() -> None:
    printer = Printer()
    printer.paragraph("Trang một.")
    printer.page()
    printer.table([["TT", "Nhiệm vụ"], ["1", "Rà soát"]], [30, 100])
    document = _read(printer)
    assert [block.page for block in document.blocks if isinstance(block, Paragraph)] == [1]
    assert [row.page for table in tables(document) for row in table.rows] == [2, 2]


def test_a_locked_file_says_so() -> None:
    printer = Printer()
    printer.pdf.set_encryption(owner_password="a", user_password="b")  # noqa: S106 - locks a file of this test
    with pytest.raises(UnreadableFile, match="mật khẩu"):
        _read(printer)


@pytest.mark.parametrize("raw", [b"%PDF-1.7\n", b"%PDF-1.4\n" + b"\x00\xff" * 500, b"khong phai pdf"])
def test_what_is_no_pdf_is_refused_in_one_line(raw: bytes) -> None:
    with pytest.raises(UnreadableFile, match="hỏng") as caught:
        read_pdf("mau.pdf", raw)
    assert "\n" not in str(caught.value)
    assert caught.value.file == "mau.pdf"


def test_a_file_cut_short_is_refused_or_read_never_a_crash() -> None:
    printer = Printer()
    for _ in range(20):
        printer.paragraph(LONG)
    raw = printer.raw()
    for share in (0.2, 0.5, 0.9):
        try:
            document = read_pdf("mau.pdf", raw[: int(share * len(raw))])
        except UnreadableFile:
            continue
        assert document.pages


def test_too_many_pages_are_refused() -> None:
    printer = Printer(numbered=False)
    for _ in range(MOST_PAGES):
        printer.page()
    with pytest.raises(UnreadableFile, match=str(MOST_PAGES)):
        _read(printer)


def test_the_boxes_of_a_document_change_nothing_else() -> None:
    printer = Printer()
    printer.paragraph(LONG)
    document = _read(printer)
    assert replace(document, boxes=()).text == document.text == LONG + "\n"


@pytest.mark.parametrize("name", ["ke-hoach.pdf", "ke-hoach.txt", "ke-hoach"])
def test_a_pdf_is_known_by_its_bytes_whatever_its_name(tmp_path: Path, name: str) -> None:
    printer = Printer()
    printer.paragraph(LONG)
    (tmp_path / name).write_bytes(printer.raw())
    document, _ = read_document(tmp_path / name)
    assert (document.reader, prose(document)) == ("pdf", [LONG])


def test_text_that_calls_itself_a_pdf_is_refused_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "ke-hoach.pdf").write_text("KẾ HOẠCH\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="không phải PDF") as caught:
        read_document(tmp_path / "ke-hoach.pdf")
    assert caught.value.file == str(tmp_path / "ke-hoach.pdf")
