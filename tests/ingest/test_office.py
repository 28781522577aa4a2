"""Older formats are turned by LibreOffice and say the same; where it fails or is missing one line says so."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from ingest.build import build_plan
from ingest.errors import UnreadableFile
from ingest.read import read_document, read_plan
from ingest.readers import office
from ingest.readers.text import read_text
from tests.conftest import ROOT
from tests.ingest.excel import as_excel
from tests.ingest.ooxml import cells, lines
from tests.ingest.sources import said
from tests.ingest.word import Setting, as_word

SAMPLE = ROOT / "eval" / "plans" / "lamgiang-ubnd-2026.txt"
SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: make system")
RTF = r"{\rtf1\ansi\ansicpg1252 K\u7871? ho\u7841?ch\par}"


def _made(folder: Path, raw: bytes, kind: str, into: str) -> Path:
    """A file of another format, made by LibreOffice from a Word file or a workbook."""
    source = folder / f"ke-hoach.{kind}"
    source.write_bytes(raw)
    profile = (folder / "profile").as_uri()
    command = [SOFFICE or "", f"-env:UserInstallation={profile}", "--headless", "--convert-to", into, "--outdir"]
    subprocess.run([*command, str(folder / "made"), str(source)], capture_output=True, timeout=120, check=True)
    return folder / "made" / f"ke-hoach.{into.partition(':')[0]}"


@needs_office
@pytest.mark.parametrize("into", ["doc:MS Word 97", "odt", "rtf", "html:HTML (StarWriter)", "docx"])
def test_a_plan_says_the_same_in_every_format_of_a_writer(tmp_path: Path, into: str) -> None:
    document = read_text(SAMPLE.name, SAMPLE.read_text("utf-8"))
    setting = Setting(styled=True, numbered=True, merged=True)
    read = read_plan(_made(tmp_path, as_word(document, setting), "docx", into))
    assert said(read) == said(build_plan(document, "0"))


@needs_office
@pytest.mark.parametrize("into", ["xls:MS Excel 97", "ods"])
def test_a_plan_says_the_same_in_every_format_of_a_spreadsheet(tmp_path: Path, into: str) -> None:
    document = read_text(SAMPLE.name, SAMPLE.read_text("utf-8"))
    read = read_plan(_made(tmp_path, as_excel(document, merged=True), "xlsx", into))
    assert said(read) == said(build_plan(document, "0"))


@needs_office
def test_the_document_names_the_format_it_came_from(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_text(RTF)
    document, _ = read_document(tmp_path / "a.doc")
    assert (document.reader, document.text) == ("rtf", "Kế hoạch\n")


def test_where_libreoffice_is_missing_the_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    (tmp_path / "a.rtf").write_text(RTF)
    with pytest.raises(UnreadableFile, match="libreoffice-writer") as caught:
        read_document(tmp_path / "a.rtf")
    assert "make system" in caught.value.message
    assert "\n" not in str(caught.value)


def test_a_program_that_hangs_is_stopped_with_all_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hanging = tmp_path / "soffice"
    hanging.write_text(f"#!/bin/sh\nsleep 77 & echo $! > {tmp_path}/child\nsleep 77\n")
    hanging.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _: str(hanging))
    monkeypatch.setattr(office, "SECONDS", 0.5)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    started = time.monotonic()
    with pytest.raises(UnreadableFile, match="giây"):
        office.read_rtf("a.rtf", RTF.encode())
    assert time.monotonic() - started < 5
    child = int((tmp_path / "child").read_text())
    assert _gone(child)
    assert list(tmp_path.glob("roviec-*")) == []


def _gone(process: int) -> bool:
    """Whether a process runs no more (a zombie that nobody waits for runs no more)."""
    for _ in range(100):
        try:
            os.kill(process, 0)
            if Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False


def test_a_program_that_fails_costs_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing = tmp_path / "soffice"
    failing.write_text("#!/bin/sh\necho loi >&2\nexit 81\n")
    failing.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _: str(failing))
    with pytest.raises(UnreadableFile, match="không mở được"):
        office.read_rtf("a.rtf", RTF.encode())


@needs_office
def test_what_a_file_links_to_is_never_read(tmp_path: Path) -> None:
    """A field that includes another file on this machine stays as it was when the file was saved."""
    secret = tmp_path / "mat.txt"
    secret.write_text("BÍ MẬT")
    field = r"{\field{\*\fldinst INCLUDETEXT \"%s\"}{\fldrslt cu}}" % secret  # noqa: UP031 - braces are RTF's
    source = r"{\rtf1 Truoc " + field + r"\par Sau\par}"
    document = office.read_rtf("a.rtf", source.encode())
    assert "MẬT" not in document.text
    assert "Sau" in document.text


@needs_office
def test_a_table_of_an_rtf_file_keeps_its_merged_cells() -> None:
    row = r"\trowd\clvmgf\cellx2000\cellx6000\intbl A\cell B\cell\row\trowd\clvmrg\cellx2000\cellx6000\intbl\cell C\cell\row"
    document = office.read_rtf("a.rtf", (r"{\rtf1 " + row + r"\pard Het\par}").encode())
    assert cells(document) == [["A", "B"], [None, "C"]]
    assert lines(document) == ["Het"]


def test_an_opendocument_file_locked_by_a_password_is_told_before_libreoffice_starts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    stream = BytesIO()
    with ZipFile(stream, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    with pytest.raises(UnreadableFile, match="mật khẩu"):
        office.read_odt("a.odt", stream.getvalue())


@needs_office
def test_a_section_that_another_file_holds_stays_empty(tmp_path: Path) -> None:
    (tmp_path / "mat.txt").write_text("BÍ MẬT", "utf-8")
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    linked = f'<text:section-source xlink:href="{(tmp_path / "mat.txt").as_uri()}" xlink:type="simple"/>'
    content = (
        f'<office:document-content xmlns:office="{space}office:1.0" xmlns:text="{space}text:1.0" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text><text:p>Trước</text:p>'
        f'<text:section text:name="x">{linked}<text:p>cũ</text:p></text:section></office:text></office:body></office:document-content>'
    )
    kind = "application/vnd.oasis.opendocument.text"
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in (("/", kind), ("content.xml", "text/xml"))
    )
    stream = BytesIO()
    with ZipFile(stream, "w") as made:
        made.writestr("mimetype", kind)
        made.writestr("content.xml", content)
        made.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{space}manifest:1.0">{listed}</manifest:manifest>',
        )
    document = office.read_odt("a.odt", stream.getvalue())
    assert "Trước" in document.text
    assert "MẬT" not in document.text
