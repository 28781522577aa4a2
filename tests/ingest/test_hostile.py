"""Broken and hostile office files cost one clear line, soon, and nothing they point to is read."""

from __future__ import annotations

import random
import socket
import time
from collections import deque
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.build import build_plan
from ingest.errors import RoviecError, UnreadableFile
from ingest.read import read_document
from ingest.readers import archive, canvas
from ingest.readers.docx import read_docx
from ingest.readers.html import read_html
from ingest.readers.xlsx import read_xlsx
from tests.ingest.excel import workbook
from tests.ingest.ooxml import NAMES, cells, p, package, r, tbl, tc, tr
from tests.ingest.test_office import needs_office
from tests.ingest.word import word_file

PLAN = package(p("KẾ HOẠCH") + tbl(tr("TT", "Nhiệm vụ", "Chủ trì"), tr("1", "Rà soát", "Sở A")))
ROWS = [(n, f"Việc {n}", "Sở A", "3/2026") for n in range(40)]
BOOK = workbook(lambda book: deque(map(book.worksheets[0].append, ROWS), 0))
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">'


def _changed(raw: bytes, **parts: bytes) -> bytes:
    """An archive with parts put in place of others; a name's dots and slashes are typed as __ and ___."""
    stream = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name.replace("/", "___").replace(".", "__"), old.read(name)))
    return stream.getvalue()


def _with(raw: bytes, name: str, content: bytes) -> bytes:
    stream = BytesIO(raw)
    with ZipFile(stream, "a", ZIP_DEFLATED) as made:
        made.writestr(name, content)
    return stream.getvalue()


def _refused(file: Path, word: str) -> None:
    started = time.monotonic()
    with pytest.raises(UnreadableFile, match=word) as caught:
        read_document(file)
    assert time.monotonic() - started < 20
    assert str(caught.value).startswith(f"{file}: ")
    assert "\n" not in str(caught.value)
    assert caught.value.message.endswith(".")


def _document(xml: str) -> bytes:
    return f'<?xml version="1.0"?>{xml}'.encode()


CASES = {
    "bomb of zeros": (_with(PLAN, "word/media/a.png", bytes(40_000_000)), "bom nén"),
    "entity bomb": (_changed(PLAN, word___document__xml=_document(f"{BOMB}]><x>&j;</x>")), "thực thể"),
    "entity bomb in UTF-16": (
        _changed(PLAN, word___document__xml=f'<?xml version="1.0" encoding="UTF-16"?>{BOMB}]><x>&j;</x>'.encode("utf-16")),
        "thực thể",
    ),
    "outside entity": (_changed(PLAN, word___styles__xml=b"", word___document__xml=_document(f"{OUTSIDE}]><x>&a;</x>")), "thực thể"),
    "entity bomb in a workbook": (_changed(BOOK, xl___workbook__xml=_document(f"{BOMB}]><x>&j;</x>")), "thực thể"),
    "cells of a workbook merged to its end": (
        _changed(BOOK, xl___worksheets___sheet1__xml=_document('<x><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></x>')),
        "gộp",
    ),
    "path outside": (_with(PLAN, "word/../../../tmp/x.xml", b"<x/>"), "đường dẫn"),
    "control characters": (_with(PLAN, "word/a\x1b[2J.xml", b"<x/>"), "đường dẫn"),
    "no main part": (_changed(PLAN, word___document__xml=b""), "hỏng"),
    "no body": (_changed(PLAN, word___document__xml=_document(f"<w:document {NAMES}/>")), "hỏng"),
    "no XML": (_changed(PLAN, word___document__xml=b"KE HOACH"), "hỏng"),
    "no types": (_changed(PLAN, **{"[Content_Types]__xml": b"<x/>"}), "hỏng"),
    "no links": (_changed(PLAN, _rels_____rels=b"<x/>"), "hỏng"),
    "no zip": (b"PK\x03\x04" + b"word/document.xml" * 9, "hỏng"),
    "cut in the middle": (PLAN[: len(PLAN) // 2], "hỏng"),
    "cut workbook": (BOOK[:-100], "hỏng"),
    "locked": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "unknown OLE": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(999), "không phải"),
    "too many columns": (package(tbl(tr(*[tc("x", wide=10**9) for _ in range(9)]))), "hỏng"),
    "too many cells": (package(tbl(*[tr(tc(wide=63), tc(wide=63), tc(wide=63), tc(wide=63))] * 4200)), "hỏng"),
    "tables nested too deep": (package("<w:tbl><w:tr><w:tc>" * 300 + p("x") + "</w:tc></w:tr></w:tbl>" * 300), "hỏng"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_hostile_or_broken_file_is_refused_in_one_line(tmp_path: Path, case: str) -> None:
    raw, word = CASES[case]
    name = "a.xlsx" if "workbook" in case else "a.docx"
    (tmp_path / name).write_bytes(raw)
    _refused(tmp_path / name, word)


def test_an_archive_locked_by_a_password_is_refused(tmp_path: Path) -> None:
    raw = bytearray(PLAN)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = raw.find(mark)
        while start >= 0:
            raw[start + at] |= 1
            start = raw.find(mark, start + 1)
    (tmp_path / "a.docx").write_bytes(raw)
    _refused(tmp_path / "a.docx", "mật khẩu")


@pytest.mark.parametrize("limit", ["MOST_ENTRIES", "MOST_UNPACKED"])
def test_an_archive_over_a_limit_is_refused(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(archive, limit, 3)
    with pytest.raises(UnreadableFile, match="bom nén"):
        read_docx("a.docx", PLAN)


def test_a_part_too_large_to_parse_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="bom nén"):
        archive.check_archive("a.docx", PLAN, "Word", most_xml=100)


def test_words_that_many_places_repeat_cannot_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """One note, list mark or shared string of a megabyte, asked for a thousand times."""
    monkeypatch.setattr(canvas, "MOST_TEXT", 1_000_000)
    long = "dài " * 20_000
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    noted = package(p(mark * 999), parts={"footnotes": f'<w:footnote w:id="1">{p(long)}</w:footnote>'})
    assert read_docx("a.docx", noted).text.count(long.strip()) == 1
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="{long}%1"/></w:lvl>'
    listed = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    item = p("x", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert len(read_docx("a.docx", package(item * 999, parts={"numbering": listed})).text) < 999 * 99
    page = "<p>" + "<a href='#x'>1</a>" * 999 + f"<p id=x>{long}"
    assert read_html("a.html", page.encode()).text.count(long.strip()) == 1
    monkeypatch.setattr(archive, "MOST_RATIO", 10**6)  # openpyxl writes no shared strings
    cell = long[:32_000]
    book = workbook(lambda made: deque(map(made.worksheets[0].append, [(cell, cell, cell)] * 20), 0))
    with pytest.raises(UnreadableFile, match="dài"):
        read_xlsx("a.xlsx", book)


def test_a_plan_of_a_thousand_rows_is_no_bomb() -> None:
    rows = [tr(str(n), "Rà soát thủ tục hành chính", "Sở Tư pháp", "Quý I/2026") for n in range(1, 1001)]
    started = time.monotonic()
    document = read_docx("a.docx", package(tbl(tr("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"), *rows)))
    assert len(cells(document)) == 1001
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr>" + "<td colspan=999999>x" * 99 + "</table>",
        "<table>" + "<tr><td rowspan=99999 colspan=999>x" * 9000 + "</table>",
        "<div>" * 20_000 + "x",
        "<table><tr><td>" * 3000 + "x",
        "<ol>" * 5000 + "<li>x",
        '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;</p>',
        "<p>" + "<a href='#x'>1</a>" * 2000 + "<p id=x>1",
    ],
)
def test_a_hostile_page_costs_little(page: str) -> None:
    started = time.monotonic()
    with suppress(UnreadableFile):
        assert "root:" not in read_html("a.html", page.encode()).text
    assert time.monotonic() - started < 10


@contextmanager
def _listening() -> Iterator[tuple[str, list[bool]]]:
    """A server on this machine and whether anyone called."""
    called: list[bool] = []
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        server.settimeout(0.3)
        yield f"http://127.0.0.1:{server.getsockname()[1]}", called
        with suppress(TimeoutError), closing(server.accept()[0]):
            called.append(True)


def test_what_lies_outside_is_never_fetched() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with _listening() as (place, called):
        links = "".join(
            f'<Relationship Id="x{n}" Type="{kind}/{one}" Target="{place}/{one}" TargetMode="External"/>'
            for n, one in enumerate(("attachedTemplate", "image", "styles", "numbering", "footnotes", "subDocument"))
        )
        listed = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
        body = (
            p(r("Có chữ") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
            + '<w:altChunk r:id="x1"/><w:subDoc r:id="x5"/>'
        )
        assert (
            read_docx("a.docx", _changed(package(body), word____rels___document__xml__rels=listed.encode())).text
            == "Có chữ¹\n"
        )
        page = f'<base href="{place}"><link rel=stylesheet href="{place}/a.css"><p>Có chữ<img src="{place}/b.png"><iframe src="{place}">'
        assert read_html("a.html", page.encode()).text == "Có chữ\n"
    assert called == []


@needs_office
def test_libreoffice_fetches_nothing_either(tmp_path: Path) -> None:
    with _listening() as (place, called):
        field = r"{\field{\*\fldinst INCLUDEPICTURE \"%s/a.png\" \\d}{\fldrslt x}}" % place  # noqa: UP031 - braces are RTF's
        (tmp_path / "a.rtf").write_text(r"{\rtf1{\*\template " + place + r"/a.dot}Truoc " + field + r"\par}")
        assert "Truoc" in read_document(tmp_path / "a.rtf")[0].text
    assert called == []


@needs_office
@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.rtf", b"{\\rtf1" + b"{" * 100_000),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument".encode("utf-16-le") + bytes(9000)),
    ],
)
def test_what_libreoffice_cannot_open_costs_one_line(tmp_path: Path, name: str, raw: bytes) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(RoviecError) as caught:
        read_document(tmp_path / name)
    assert "\n" not in str(caught.value)


TAGS = [
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "tcPr",
    "trPr",
    "pPr",
    "rPr",
    "numPr",
    "ins",
    "del",
    "sdt",
    "sdtContent",
    "fldChar",
    "br",
]
TAGS += [
    "gridSpan",
    "vMerge",
    "hMerge",
    "gridBefore",
    "tblGrid",
    "gridCol",
    "footnoteReference",
    "sym",
    "pStyle",
    "jc",
    "drawing",
]
TAGS += [
    "txbxContent",
    "instrText",
    "pict",
    "outlineLvl",
    "numId",
    "ilvl",
    "spacing",
    "sectPr",
    "hyperlink",
    "tab",
    "vanish",
    "b",
]
values = st.sampled_from(
    ["0", "1", "-1", "7", "99999999999999999999", "x", "", "restart", "begin", "separate", "end", "F0B7", "page"]
)
elements = st.recursive(
    st.text("Sở A1.\t ", max_size=6),
    lambda inner: st.builds(
        lambda tag, value, key, parts: f'<w:{tag} w:{key}="{value}">{"".join(parts)}</w:{tag}>',
        st.sampled_from(TAGS), values, st.sampled_from(["val", "w", "type", "fldCharType", "id", "char"]), st.lists(inner, max_size=5),
    ),
    max_leaves=40,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(elements, max_size=6), st.lists(elements, max_size=3))
def test_no_arrangement_of_word_elements_raises_anything_but_an_error_fit_to_show(
    found: list[str], listed: list[str]
) -> None:
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="1">{one}</w:abstractNum><w:num w:numId="1">{one}</w:num>' for one in listed
    )
    with suppress(RoviecError):
        document = read_docx(
            "a.docx", package("".join(found), parts={"numbering": numbering, "styles": "".join(listed)})
        )
        build_plan(document, "0")


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(["docx", "xlsx", "html"]))
def test_no_damage_raises_anything_but_an_error_fit_to_show(seed: int, kind: str) -> None:
    draw = random.Random(seed)
    page = b"<html><body><table><tr><td colspan=2>TT<td>x</table><ol><li>a<ul><li>b</ol><p><b>c</p></html>"
    raw = bytearray({"docx": PLAN, "xlsx": BOOK, "html": page}[kind])
    for _ in range(draw.randint(1, 8)):
        at = draw.randrange(len(raw))
        raw[at : at + draw.randint(0, 3)] = draw.randbytes(draw.randint(0, 3))
    read = {"docx": read_docx, "xlsx": read_xlsx, "html": read_html}[kind]
    with suppress(RoviecError):
        read(f"a.{kind}", bytes(raw))


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    for name, raw in (("a.docx", b""), ("a.html", b""), ("a.xlsx", b""), ("a.rtf", b"")):
        (tmp_path / name).write_bytes(raw)
        _refused(tmp_path / name, "rỗng")


def test_a_file_without_words_is_told_from_a_broken_one(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word_file(lambda made: made.add_paragraph()))
    with pytest.raises(RoviecError, match="không có chữ nào"):
        read_document(tmp_path / "a.docx")
