"""PDF pages printed in fonts from before Unicode say the same as in a font of today."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fpdf import FPDF

from ingest.build import build_plan
from ingest.document import Document
from ingest.readers.pdf import read_pdf
from tests.ingest.encodings.writing import as_shown
from tests.ingest.ooxml import lines
from tests.ingest.printing import font_file

Typed = Callable[[str], tuple[str, str]]
LINES = (
    "SỞ Y TẾ",
    "Số: 15/KH-SYT",
    "Lam Giang, ngày 05 tháng 3 năm 2026",
    "KẾ HOẠCH",
    "Phòng bệnh mùa mưa năm 2026",
    "I. MỤC ĐÍCH",
    "1. Giữ nguồn nước sạch ở các thôn, bản; người dân được hướng dẫn và dùng thử ngay, phòng bệnh luôn",
    "ổn định từ cơ sở.",
)


def _named(folder: Path, name: str) -> Path:
    """A font with the letters of a western one under this name."""
    font = TTFont(font_file())
    for record in font["name"].names:
        if record.nameID in {1, 4, 6, 16}:
            record.string = name
        elif record.nameID in {2, 17}:
            record.string = "Regular"
    made = folder / f"{name.strip('.')}.ttf"
    font.save(made)
    return made


def _printed(folder: Path, *lines: tuple[str, str]) -> bytes:
    """A page with a line in each of the fonts named."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_page()
    for name in dict.fromkeys(font for font, _ in lines):
        pdf.add_font(name, "", font_file() if name == "today" else _named(folder, name))
    for number, (name, words) in enumerate(lines):
        pdf.set_font(name, size=8)
        pdf.text(60, 80 + 16 * number, words)
    return bytes(pdf.output())


def _tcvn3(line: str) -> tuple[str, str]:
    """Lines in capitals are small letters of the font that shows them so."""
    shown = as_shown(line.lower() if line.isupper() else line, "tcvn3")
    return (".VnTimeH" if line.isupper() else ".VnTime"), shown


def _vni(line: str) -> tuple[str, str]:
    return "VNI-Times", as_shown(line, "vni")


def _today(line: str) -> tuple[str, str]:
    return "today", line


def _read(folder: Path, *lines: tuple[str, str]) -> Document:
    return read_pdf("ke-hoach.pdf", _printed(folder, *lines))


@pytest.mark.parametrize(("typed", "encoding"), [(_tcvn3, "tcvn3"), (_vni, "vni")])
def test_a_page_in_an_old_font_reads_as_in_one_of_today(tmp_path: Path, typed: Typed, encoding: str) -> None:
    found, expected = _read(tmp_path, *map(typed, LINES)), _read(tmp_path, *map(_today, LINES))
    assert lines(found) == lines(expected)
    assert found.encoding == encoding
    assert "phông chữ" in found.encoding_why
    header = build_plan(found, "0").header
    assert (header.number, header.place, header.issuer) == ("15/KH-SYT", "Lam Giang", "SỞ Y TẾ")
    assert header.title == "Phòng bệnh mùa mưa năm 2026"


def test_lines_of_several_fonts_are_each_read_by_their_own(tmp_path: Path) -> None:
    found = _read(tmp_path, *(typed(line) for typed, line in zip((_tcvn3, _vni, _today) * 3, LINES, strict=False)))
    assert lines(found) == lines(_read(tmp_path, *map(_today, LINES)))
    assert set((found.encoding or "").split("+")) == {"tcvn3", "vni"}


def test_a_file_whose_letters_were_turned_before_is_left_as_it_is(tmp_path: Path) -> None:
    found = _read(tmp_path, *((".VnTime", line) for line in LINES))
    assert lines(found) == lines(_read(tmp_path, *map(_today, LINES)))
    assert found.encoding is None


def test_old_letters_in_a_font_of_today_are_told_by_the_words_of_the_file(tmp_path: Path) -> None:
    found = _read(tmp_path, *(("today", as_shown(line, "vni")) for line in LINES))
    assert lines(found) == lines(_read(tmp_path, *map(_today, LINES)))
    assert found.encoding == "vni"


def test_a_page_of_today_is_left_as_it_is(tmp_path: Path) -> None:
    found = _read(tmp_path, *map(_today, LINES))
    assert (found.encoding, found.encoding_why) == (None, "")
