"""A file goes to its reader by what it holds, then by its name; a text plan waits for no reader but its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ingest.read import PLAN_SUFFIXES, read_document
from ingest.readers.formats import READERS, SUFFIXES, format_of, reader_of
from tests.conftest import ROOT
from tests.ingest.excel import workbook
from tests.ingest.ooxml import p, package

WORD, EXCEL = package(p("Có chữ.")), workbook(lambda book: book.worksheets[0].append(("Có chữ.",)))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99)


@pytest.mark.parametrize(
    ("name", "raw", "found"),
    [
        ("a.docx", WORD, "docx"),
        ("a.txt", WORD, "docx"),
        ("a.doc", WORD, "docx"),
        ("a.docx", EXCEL, "xlsx"),
        ("a.docx", OLE, "ole"),
        ("a.doc", b"{\\rtf1 x}", "rtf"),
        ("a.doc", b"\xef\xbb\xbf  <!-- x -->\n<HTML><p>x", "html"),
        ("a.txt", b"<!DOCTYPE html><p>x", "html"),
        ("a.txt", b"%PDF-1.7", "pdf"),
        ("a.odt", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.textPK", "odt"),
        ("a.htm", b"<table><tr><td>x", "html"),
        ("a.md", b"<table><tr><td>x", None),
        ("a.txt", "KẾ HOẠCH".encode(), None),
        ("a.DOCX", b"khong phai zip", "docx"),
        ("a.doc", "<html><p>x".encode("utf-16"), "html"),
        ("a.doc", "KẾ HOẠCH".encode(), None),
        ("a.rtf", b"x\x00", "rtf"),
        ("a", b"", None),
    ],
)
def test_the_bytes_tell_the_format_and_then_the_name(name: str, raw: bytes, found: str | None) -> None:
    assert format_of(name, raw) == found


def test_every_suffix_has_a_reader_that_can_be_imported() -> None:
    assert set(SUFFIXES.values()) <= set(READERS)
    assert set(SUFFIXES) < PLAN_SUFFIXES
    for suffix in SUFFIXES:
        assert callable(reader_of(f"a{suffix}", b"x\x00"))


def test_a_document_says_which_reader_made_it(tmp_path: Path) -> None:
    for name, raw, reader in (("a.docx", WORD, "docx"), ("b.bin", EXCEL, "xlsx"), ("c.txt", b"x", "text")):
        (tmp_path / name).write_bytes(raw)
        assert read_document(tmp_path / name)[0].reader == reader


def test_a_text_plan_waits_for_no_library_of_another_format() -> None:
    code = (
        "import sys; from pathlib import Path; from ingest.read import read_plan; "
        "read_plan(Path('eval/plans/lamgiang-ubnd-2026.txt')); "
        "print(*sorted({'docx', 'openpyxl', 'lxml', 'subprocess', 'email'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
