"""Scans are read into the same cells, and what may be wrong is said to be so."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from importlib import resources
from pathlib import Path
from shutil import which

import cv2
import numpy as np
import pypdfium2
import pytest
from fpdf import FPDF

from ingest.build import build_plan
from ingest.document import Document, Table
from ingest.errors import UnreadableFile
from ingest.readers.lattice import lattices
from ingest.readers.layout import lay_out
from ingest.readers.mending import mended
from ingest.readers.ordinals import First, settled
from ingest.readers.pdf import read_pdf
from ingest.readers.picture import Picture, bars, cleaned, faded_rulings, rulings, upright
from ingest.readers.scan import MOST_PIXELS, read_scan, size_of
from ingest.readers.sheet import Place, Ruling, Sheet, Word
from ingest.readers.spelling import Lexicon, healed
from ingest.readers.text import read_text
from ingest.syllables import is_syllable
from tests.ingest.printing import Printer, cells
from tests.ingest.sources import read

needs_tesseract = pytest.mark.skipif(which("tesseract") is None, reason="no tesseract here: make system")
ROWS = [
    ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn"],
    ["I", "Cải cách hành chính", "", "", ""],
    ["1.", "Rà soát thủ tục hành chính", "Sở Nội vụ", "Sở Tư pháp", "Quý II/2026"],
    ["2.", "Số hóa hồ sơ đất đai", "Sở Tài chính", "Công an tỉnh", "12/2026"],
    ["-", "Kết nối dữ liệu dùng chung", "Sở Khoa học và Công nghệ", "", "Hằng năm"],
    ["3.", "Tổng kết việc thực hiện Kế hoạch", "Sở Nội vụ", "Các sở, ban, ngành", "30/11/2026"],
]


def _page() -> bytes:
    printer = Printer(size=13, numbered=False)
    printer.paragraph("PHỤ LỤC", bold=True, centred=True)
    printer.paragraph("NHIỆM VỤ NĂM 2026", bold=True, centred=True)
    printer.table(ROWS, [35, 150, 110, 100, 75])
    return printer.raw()


def _photo(raw: bytes, dots: int, *, askew: float = 0.0, grain: float = 0.0) -> Picture:
    """A page of a PDF as a scanner sees it."""
    file = pypdfium2.PdfDocument(raw)
    page = file[0]
    picture = np.asarray(page.render(scale=dots / 72, grayscale=True).to_numpy()).squeeze().copy()
    page.close()
    file.close()
    high, wide = picture.shape
    if askew:
        turn = cv2.getRotationMatrix2D((wide / 2, high / 2), askew, 1.0)
        picture = np.asarray(cv2.warpAffine(picture, turn, (wide, high), borderValue=255))
    if grain:
        noise = np.random.default_rng(5).normal(0, grain, picture.shape)
        picture = np.clip(picture + noise - grain, 0, 255)
    return picture.astype(np.uint8)


def _png(picture: Picture) -> bytes:
    return bytes(cv2.imencode(".png", picture)[1])


def _as_pdf(picture: Picture, folder: Path) -> bytes:
    (folder / "trang.png").write_bytes(_png(picture))
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_page()
    pdf.image(str(folder / "trang.png"), 0, 0, pdf.w, pdf.h)
    return bytes(pdf.output())


def _word(text: str, confidence: float = 0.95) -> Word:
    return Word(text, Place(0, 0, 10 * len(text), 12), confidence=confidence)


def _line(text: str) -> list[Word]:
    return [_word(word) for word in text.split()]


@pytest.mark.parametrize("askew", [0.0, 0.7, -1.5])
def test_rulings_are_found_on_a_crooked_and_grainy_page(askew: float) -> None:
    picture = _photo(_page(), 300, askew=askew, grain=12)
    level, plumb, _ = rulings(cleaned(upright(picture)))
    (grid,) = lattices(level, plumb)
    assert (len(grid.owner), len(grid.owner[0]), len(grid.regions)) == (6, 5, 30)


def test_faded_rulings_on_grey_paper_are_found_and_rows_of_letters_are_none() -> None:
    picture = _photo(_page(), 300, askew=0.7)
    faint = np.clip(picture.astype(float) * 0.8 + 12, 0, 255)
    _, _, wiped = rulings(picture)
    faint[(picture < 128) & (wiped > 128)] = 150
    noise = np.random.default_rng(5).normal(0, 8, picture.shape)
    turned = upright(np.clip(faint + noise, 0, 255).astype(np.uint8))
    level, plumb, _ = faded_rulings(cleaned(turned), turned)
    (grid,) = lattices(level, plumb)
    assert (len(grid.owner), len(grid.owner[0]), len(grid.regions)) == (6, 5, 30)


@pytest.mark.parametrize(("word", "count"), [("I", 1), ("II", 2), ("III", 3), ("IV", 0), ("NỘI", 0)])
def test_the_strokes_of_a_numeral_are_counted(word: str, count: int) -> None:
    printer = Printer(size=13, numbered=False, font="liberation/LiberationSerif-Regular")
    printer.at(100, 100, word)
    page = _photo(printer.raw(), 300)
    rows, columns = np.flatnonzero((page < 128).any(axis=1)), np.flatnonzero((page < 128).any(axis=0))
    assert bars(page[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]) == count


def test_rulings_are_wiped_out_and_words_stay() -> None:
    picture = _photo(_page(), 300)
    _, _, wiped = rulings(picture)
    again_level, again_plumb, _ = rulings(wiped)
    assert (len(again_level), len(again_plumb)) == (0, 0)
    assert 0.3 * (picture < 128).sum() < (wiped < 128).sum() < (picture < 128).sum()


@needs_tesseract
@pytest.mark.parametrize(("dots", "askew", "grain"), [(200, 0.0, 0.0), (200, 0.7, 8.0)])
def test_the_cells_of_a_scan_are_those_of_the_page(dots: int, askew: float, grain: float) -> None:
    document = read_scan("trang.png", _png(_photo(_page(), dots, askew=askew, grain=grain)))
    (found,) = cells(document)
    wrong = [
        (old, new)
        for row, other in zip(ROWS, found, strict=True)
        for old, new in zip(row, other, strict=True)
        if old != new
    ]
    assert [row[0].rstrip(".") for row in found] == [row[0].rstrip(".") for row in ROWS]
    assert len(wrong) <= 2, wrong
    assert document.reader == "scan"


@needs_tesseract
@pytest.mark.parametrize("quarters", [1, 2])
def test_a_page_that_lies_on_its_side_is_turned(quarters: int) -> None:
    turned = np.ascontiguousarray(np.rot90(_photo(_page(), 200), quarters))
    (found,) = cells(read_scan("trang.png", _png(turned)))
    assert [row[2] for row in found] == [row[2] for row in ROWS]


@needs_tesseract
def test_a_pdf_that_is_nothing_but_a_picture_is_read_as_a_scan(tmp_path: Path) -> None:
    document = read_pdf("quet.pdf", _as_pdf(_photo(_page(), 200), tmp_path))
    (found,) = cells(document)
    assert (document.reader, document.pages) == ("scan", 1)
    assert found[2][2:] == ROWS[2][2:]
    sure = [cell.confidence for block in document.blocks if isinstance(block, Table) for cell in block.rows[2].cells]
    assert all(one is not None and 0 < one <= 1 for one in sure)


def test_without_tesseract_the_message_names_the_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(UnreadableFile, match=r"tesseract-ocr và tesseract-ocr-vie.*make system"):
        read_scan("trang.png", _png(np.full((1000, 800), 255, dtype=np.uint8)))


@needs_tesseract
@pytest.mark.parametrize("raw", [b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, b"\xff\xd8\xff\xe0" + b"\x11" * 400, b""])
def test_a_broken_picture_is_refused_in_one_line(raw: bytes) -> None:
    with pytest.raises(UnreadableFile, match="ảnh") as caught:
        read_scan("trang.png", raw)
    assert "\n" not in str(caught.value)


@needs_tesseract
def test_a_picture_that_claims_to_be_huge_is_never_unpacked() -> None:
    raw = _png(np.full((300, 300), 255, dtype=np.uint8))
    huge = raw[:16] + (60_000).to_bytes(4, "big") * 2 + raw[24:]
    assert size_of(huge) == (60_000, 60_000)
    assert size_of(huge)[0] ** 2 > MOST_PIXELS
    with pytest.raises(UnreadableFile, match="60000"):
        read_scan("trang.png", huge)


def test_the_size_of_a_jpeg_is_read_from_its_head() -> None:
    raw = bytes(cv2.imencode(".jpg", np.full((120, 345), 255, dtype=np.uint8))[1])
    assert size_of(raw) == (345, 120)


def test_row_numbers_are_put_right_by_their_neighbours() -> None:
    column = ["tr", "|", "1.", "2,", "FÃ", "4.", "H", "5.", "-", "6.", "1H", "1.", "8."]
    lone = {1, 6, 10}
    firsts = [First(text, header=n == 0, lone=n in lone) for n, text in enumerate(column)]
    assert settled(firsts) == ["TT", "I", "1.", "2.", "3.", "4.", "II", "5.", "-", "6.", "III", "7.", "8."]


def _column(*cells: str, lone: str = "", sure: float = 0.9) -> list[First]:
    """A first column under its header; ``lone`` has a "t" for each merged title, an "n" for each row with a name alone."""
    marks = lone.ljust(len(cells), ".")
    body = [
        First(text, lone=mark in "tn", merged=mark == "t", sure=sure) for text, mark in zip(cells, marks, strict=True)
    ]
    return [First("TT", header=True), *body]


@pytest.mark.parametrize(
    ("seen", "lone", "meant"),
    [
        ("I 1 II 1 2 3 3.1 3.2", "tnt..n..", "I 1 II 1 2 3 3.1 3.2"),  # a row with a name alone is no group
        ("I 1 2 IH 1 2 3 Á VỊ 1", "t..t....t.", "I 1 2 II 1 2 3 4 III 1"),
        ("1 2 5 6 7", "", "1 2 5 6 7"),  # a list that counts oddly stays as it is
        ("4 5 9.1 9.2 6", ".n...", "4 5 5.1 5.2 6"),
        ("2 2,1 2.2 3", "n...", "2 2.1 2.2 3"),
        ("A 1 2 B 3 4", "t..t..", "A 1 2 B 3 4"),
        ("1 1.1 a b 1.2", "", "1 1.1 a b 1.2"),
        ("26. - - 27. 28. 29 3Q. 31.", "", "26. - - 27. 28. 29 30. 31."),
    ],
)
def test_a_column_of_row_numbers_is_read_as_a_whole(seen: str, lone: str, meant: str) -> None:
    assert settled(_column(*seen.split(), lone=lone))[1:] == meant.split()


def test_a_row_at_the_head_of_a_page_is_no_header() -> None:
    def sheet(number: int, *rows: str) -> Sheet:
        level = [Ruling(100.0 + 20 * n, 0, 300) for n in range(len(rows) + 1)]
        upright = [Ruling(100.0 * n, 100, 100 + 20 * len(rows)) for n in range(4)]
        words = [
            Word(
                word,
                Place(100 * column + 5 + 20 * turn, 103 + 20 * n, 100 * column + 22 + 20 * turn, 117 + 20 * n),
                confidence=0.9,
            )
            for n, row in enumerate(rows)
            for column, cell in enumerate(row.split(" | "))
            for turn, word in enumerate(cell.split())
        ]
        return Sheet(number, 300, 400, tuple(words), tuple(level), tuple(upright))

    header = "TT | Nhiệm vụ | Hạn"
    for again in ((), (header,)):
        pages = [
            sheet(1, header, "1 | Rà soát | 2026", "2 | Lập sổ | 2026"),
            sheet(2, *again, "3 | Sơ kết | 2026", "4 | Báo cáo | 2026"),
        ]
        found = [row[0] for table in cells(lay_out("quet", mended(pages), "scan")) for row in table]
        assert found == ["TT", "1", "2", *(["TT"] if again else []), "3", "4"]


def test_a_number_that_was_not_seen_is_counted_but_not_on_the_rest_of_a_row() -> None:
    cells = _column("5.", "6.", "", "8.", "", "9.")
    cells[5] = First("", rest=True)
    assert settled(cells) == ["TT", "5.", "6.", "7.", "8.", "", "9."]


def test_a_first_column_of_words_is_left_alone() -> None:
    words = ["Cơ quan", "Sở Nội vụ", "Sở Tài chính", "Công an tỉnh", "Sở Y tế"]
    assert settled([First(text, header=n == 0) for n, text in enumerate(words)]) == words


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Sở Khoahọcvà Công nghệ", "Sở Khoa học và Công nghệ"),
        ("Sở Khoa học và Công nghê", "Sở Khoa học và Công nghệ"),
        ("TỶ lệ hồ sơ", "Tỷ lệ hồ sơ"),
        ("Quý H/2026", "Quý II/2026"),
        ("Phụ lục H", "Phụ lục II"),
        ("Doanh nghiệp VNPT, Mobifone", "Doanh nghiệp VNPT, Mobifone"),
        ("NHIỆM VỤ TRỌNG TÂM", "NHIỆM VỤ TRỌNG TÂM"),
        ("của các đơn v]", "của các đơn vị"),
        ("Sở Khoa học và Côns nghệ", "Sở Khoa học và Công nghệ"),
        ("Sở Nội vụ – Sở Y tế", "Sở Nội vụ – Sở Y tế"),
        ("PHỤ Lục I", "PHỤ LỤC I"),
    ],
)
def test_misread_words_are_put_right_by_the_rest_of_the_document(seen: str, meant: str) -> None:
    lexicon = Lexicon.of([_line("Sở Khoa học và Công nghệ")] * 4 + [_line("Tỷ lệ hồ sơ")] * 3)
    found = healed(_line(seen), lexicon)
    assert " ".join(word.text for word in found) == meant
    if seen != meant:
        assert min(word.confidence or 0 for word in found) < 0.7


@pytest.mark.parametrize(
    ("seen", "doubted"),
    [
        ("Số tay hướng dẫn", ["Số"]),
        ("Sổ tay hướng dẫn", []),
        ("Số liệu thống kê", []),
        ("Hãng quý", ["Hãng"]),
        ("Kế hoạch chỉ tiết", ["chỉ"]),
        ("Danh mục di tích cần tu bố", ["bố"]),
        ("Nuôi cá lổng ven sông", ["lổng"]),
        ("Hai điếm thu gom", ["điếm"]),
        ("Nhiệm vụ cúa năm 2026", ["cúa"]),
        ("Số hoá văn bản của xã Mường Vạt", []),
        ("Lắp camera ở chợ", []),
    ],
)
def test_a_word_that_other_marks_make_a_common_one_is_doubted_however_often_it_is_read(
    seen: str, doubted: list[str]
) -> None:
    lexicon = Lexicon.of([_line(seen)] * 5)
    found = healed(_line(seen), lexicon)
    assert [word.text for word in found if (word.confidence or 0) < 0.92] == doubted
    assert " ".join(word.text for word in found) == seen


@pytest.mark.parametrize(
    ("seen", "sure", "enough"),
    [
        ("Sổ tay", 0.8, True),  # no other marks make a word with its neighbour
        ("chỉ tiêu", 0.8, False),  # "chi tiêu" is one as well
        ("chợ Vạt", 0.8, False),
        ("Sổ tay", 0.5, False),
        ("quý III/2026", 0.7, True),
        ("số III/2026", 0.7, False),
    ],
)
def test_a_word_that_fits_its_place_is_believed_though_it_was_read_less_surely(
    seen: str, sure: float, *, enough: bool
) -> None:
    line = [_word(word, sure) for word in seen.split()]
    found = healed(line, Lexicon.of([line]))
    assert ((found[-1 if "/" in seen else 0].confidence or 0) >= 0.92) is enough


@pytest.mark.parametrize("name", ["compounds.txt", "syllables.txt", "phrases.txt"])
def test_the_lists_of_known_words_hold_syllables_in_small_letters(name: str) -> None:
    source = (resources.files("ingest") / "data" / name).read_text(encoding="utf-8")
    words = [
        word for line in source.splitlines() if not line.startswith("#") for word in line.replace(",", " ").split()
    ]
    assert words
    assert [word for word in words if not word.islower() or unicodedata.normalize("NFC", word) != word] == []
    if name != "phrases.txt":
        assert [word for word in words if not is_syllable(word)] == []


def test_a_doubtful_cell_is_a_finding_and_a_sure_one_is_none() -> None:
    plan = read(_source())
    assert not [finding for finding in plan.findings if finding.rule == "ocr-doubtful"]
    document = _with_confidence("Sở Nội vụ", 0.4)
    found = [finding for finding in build_plan(document, "0" * 64).findings if finding.rule == "ocr-doubtful"]
    assert [(finding.locators, finding.values) for finding in found] == [(("Phụ lục/1",), ("Sở Nội vụ",))]


def _source() -> str:
    header = "TT\tNhiệm vụ\tChủ trì\tThời hạn\n"
    return f"KẾ HOẠCH\nNăm 2026\nI. MỤC ĐÍCH\nPhục vụ.\nNơi nhận:\n- Lưu.\nPHỤ LỤC\n{header}1\tRà soát\tSở Nội vụ\tQuý I/2026\n"


def _with_confidence(words: str, confidence: float) -> Document:
    document = read_text("mau.txt", _source())
    blocks = [
        replace(
            block,
            rows=tuple(
                replace(
                    row,
                    cells=tuple(
                        replace(cell, confidence=confidence if cell.span.slice(document.text) == words else 0.99)
                        for cell in row.cells
                    ),
                )
                for row in block.rows
            ),
        )
        if isinstance(block, Table)
        else block
        for block in document.blocks
    ]
    return replace(document, blocks=tuple(blocks))
