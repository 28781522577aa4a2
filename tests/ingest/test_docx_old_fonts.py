"""A plan typed in fonts from before Unicode says the same as a Word file and as a page, whatever tells the font."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree

from ingest.build import build_plan
from ingest.document import Document
from ingest.encodings.tables import TABLES
from ingest.plan import Plan
from ingest.readers.docx import read_docx
from ingest.readers.html import read_html
from ingest.readers.text import read_text
from ingest.readers.word.ooxml import W
from tests.conftest import ROOT
from tests.ingest.encodings.writing import as_shown, storable
from tests.ingest.ooxml import lines, p, package, r
from tests.ingest.sources import said
from tests.ingest.word import Setting, as_word

SAMPLES = sorted((ROOT / "eval" / "plans").glob("*.txt"))
Fonts = Callable[[str], tuple[str | None, str]]


def _document(at: int) -> Document:
    return read_text("ke-hoach.docx", storable(SAMPLES[at].read_text("utf-8-sig")))


def _plan(document: Document) -> Plan:
    return build_plan(document, "0")


def _retyped(raw: bytes, fonts: Fonts) -> bytes:
    """A Word file with the words of each run as ``fonts`` shows them, and the font it says (None: as it was)."""
    stream = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _retyped_part(part, fonts) if name == "word/document.xml" else part)
    return stream.getvalue()


def _retyped_part(part: bytes, fonts: Fonts) -> bytes:
    root = etree.fromstring(part)
    for run in root.iter(f"{W}r"):
        font = None
        for one in run.iter(f"{W}t"):
            font, one.text = fonts(one.text or "")
        if font is not None:
            properties = run.find(f"{W}rPr")
            if properties is None:
                properties = etree.Element(f"{W}rPr")
                run.insert(0, properties)
            for named in properties.findall(f"{W}rFonts"):
                properties.remove(named)
            properties.insert(0, etree.Element(f"{W}rFonts", {f"{W}ascii": font, f"{W}hAnsi": font}))
    return etree.tostring(root)


def _tcvn3(text: str) -> tuple[str, str]:
    """Capitals in the font that has nothing else, as typists did."""
    capitals = text.isupper()
    return (".VnTimeH", as_shown(text.lower(), "tcvn3")) if capitals else (".VnTime", as_shown(text, "tcvn3"))


FONTS: dict[str, Fonts] = {
    "TCVN3 by its fonts": _tcvn3,
    "VNI by its font": lambda text: ("VNI-Times", as_shown(text, "vni")),
    "TCVN3 in a font of today": lambda text: ("Times New Roman", as_shown(text, "tcvn3")),
    "VNI in a font of today": lambda text: ("Times New Roman", as_shown(text, "vni")),
    "VNI in no font": lambda text: (None, as_shown(text, "vni")),
    "letters of TCVN3 as of a symbol font": lambda text: (
        ".VnTime",
        re.sub("[\xa1-\xff]", lambda match: chr(0xF000 + ord(match.group())), as_shown(text, "tcvn3")),
    ),
}


@pytest.mark.parametrize("fonts", FONTS)
@pytest.mark.parametrize("at", range(len(SAMPLES)))
def test_a_word_file_in_old_fonts_says_the_same(at: int, fonts: str) -> None:
    document = _document(at)
    found = read_docx("ke-hoach.docx", _retyped(as_word(document, Setting()), FONTS[fonts]))
    expected = read_docx("ke-hoach.docx", as_word(document, Setting()))
    assert found.text.lower() == expected.text.lower()
    assert [one.lower() for one in _strings(said(_plan(found)))] == [
        one.lower() for one in _strings(said(_plan(expected)))
    ]
    assert found.encoding == fonts.partition(" ")[0].lower().replace("letters", "tcvn3")
    assert found.encoding_why


def _strings(value: object) -> list[str]:
    """Every string in nested tuples, lists and dicts, in order."""
    if isinstance(value, dict):
        return [one for each in value.values() for one in _strings(each)]
    if isinstance(value, (list, tuple)):
        return [one for each in value for one in _strings(each)]
    return [str(value)]


def test_a_word_file_of_today_is_left_as_it_is() -> None:
    found = read_docx("a.docx", as_word(_document(0), Setting()))
    assert (found.encoding, found.encoding_why) == (None, "")


def test_a_run_of_today_among_old_ones_is_left_as_it_is() -> None:
    def font(name: str) -> str:
        return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'

    old, today = r(as_shown("Kế hoạch của ", "tcvn3"), font(".VnTime")), r("các xã, phường", font("Arial"))
    found = read_docx("a.docx", package(p(old + today)))
    assert lines(found) == ["Kế hoạch của các xã, phường"]


def test_a_letter_may_stand_in_two_runs() -> None:
    look = '<w:rFonts w:ascii="VNI-Times"/>'
    found = read_docx("a.docx", package(p(r("Ke", look) + r("á hoa", look) + r("ïch", look))))
    assert lines(found) == ["Kế hoạch"]


def test_a_soft_hyphen_of_word_is_a_letter_of_tcvn3() -> None:
    look = '<w:rFonts w:ascii=".VnTime"/>'
    run = f"<w:r><w:rPr>{look}</w:rPr><w:t>n</w:t><w:softHyphen/><w:t>íc</w:t></w:r>"
    assert lines(read_docx("a.docx", package(p(run)))) == ["nước"]


def test_a_footnote_in_an_old_font_is_turned_too() -> None:
    def body(typed: Fonts) -> str:
        font, words = typed("Nước sạch ở thôn")
        mark = '<w:r><w:footnoteReference w:id="7"/></w:r>'
        return p(r(words, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>') + mark)

    def note(typed: Fonts) -> dict[str, str]:
        font, words = typed("Theo mẫu của Sở Y tế.")
        run = r(f" {words}", f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')
        return {"footnotes": f'<w:footnote w:id="7">{p(run)}</w:footnote>'}

    expected = ["Nước sạch ở thôn¹", "¹ Theo mẫu của Sở Y tế."]
    for fonts in ("TCVN3 by its fonts", "VNI by its font"):
        typed = FONTS[fonts]
        assert lines(read_docx("a.docx", package(body(typed), parts=note(typed)))) == expected
        modern = p(r("Nước sạch ở thôn") + '<w:r><w:footnoteReference w:id="7"/></w:r>')
        assert lines(read_docx("a.docx", package(modern, parts=note(typed)))) == expected


@pytest.mark.parametrize("encoding", [*TABLES])
@pytest.mark.parametrize("charset", ["utf-8", "latin-1", ""])
def test_a_page_in_old_letters_says_the_same(encoding: str, charset: str) -> None:
    if encoding in {"viscii", "vps"} and charset:
        pytest.skip("their capitals are control characters, which no page holds")
    text = (
        "Sở Tài chính chủ trì thẩm định dự toán; các xã, phường báo cáo trước ngày 5/3 hằng tháng về tiến độ thực hiện"
    )
    named = f'<meta charset="{charset}">' if charset else ""
    page = f"<html><head>{named}</head><body><p>{as_shown(text, encoding)}</p></body></html>"
    found = read_html("a.html", page.encode(charset or "latin-1"))
    assert lines(found) == [text]
    assert encoding in (found.encoding or "")
    assert "bảng mã" in found.encoding_why
