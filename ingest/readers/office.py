"""Reader for what only an office suite opens (.doc, .rtf, .odt, .xls, .ods): LibreOffice turns it into .docx or .xlsx.

LibreOffice runs without a window in a profile of its own that is thrown away: macros and links are off in it, it cannot
reach out through a proxy, and it is stopped, with all it started, when its time is up.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from ingest.document import Document
from ingest.errors import UnreadableFile
from ingest.readers.archive import check_archive
from ingest.readers.docx import read_docx
from ingest.readers.xlsx import read_xlsx

SECONDS = 15.5  # less than a file may take in all; a plan of fifty pages takes two
_PROGRAMS = ("soffice", "libreoffice")
_MOST_WRITTEN = 400_000  # blocks of 512 bytes in one file that LibreOffice writes
_MOST_MEMORY = 6_000_000  # kibibytes of address space, of which LibreOffice takes two million to start
_FROZEN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode"><value>1</value></prop></item>
</oor:items>
"""
_OLE_STREAMS = (("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"))


class _Way(NamedTuple):
    """How a format is turned: the filter that reads it, what it becomes and the Debian package that can."""

    into: str
    export: str
    package: str
    load: str


_WRITER, _CALC = "docx:MS Word 2007 XML", "xlsx:Calc MS Excel 2007 XML"
_WAYS = {
    "doc": _Way("docx", _WRITER, "libreoffice-writer", "MS Word 97"),
    "rtf": _Way("docx", _WRITER, "libreoffice-writer", "Rich Text Format"),
    "odt": _Way("docx", _WRITER, "libreoffice-writer", "writer8"),
    "xls": _Way("xlsx", _CALC, "libreoffice-calc", "MS Excel 97"),
    "ods": _Way("xlsx", _CALC, "libreoffice-calc", "calc8"),
}


def read_rtf(name: str, raw: bytes) -> Document:
    """Lay an .rtf file out. Raises: UnreadableFile, as for every format here."""
    return _read(name, raw, "rtf")


def read_odt(name: str, raw: bytes) -> Document:
    """Lay an OpenDocument text out."""
    check_archive(name, raw, "OpenDocument")
    return _read(name, raw, "odt")


def read_ods(name: str, raw: bytes) -> Document:
    """Lay an OpenDocument spreadsheet out."""
    check_archive(name, raw, "OpenDocument")
    return _read(name, raw, "ods")


def read_ole(name: str, raw: bytes) -> Document:
    """Lay out what an OLE file holds: a .doc, an .xls; newer files are wrapped so when a password locks them.

    Raises:
        UnreadableFile: encrypted, or neither of the two.
    """
    if "EncryptedPackage".encode("utf-16-le") in raw:
        raise UnreadableFile("tệp được đặt mật khẩu nên không đọc được.", file=name)
    for stream, kind in _OLE_STREAMS:
        if stream.encode("utf-16-le") + b"\x00\x00" in raw:
            return _read(name, raw, kind)
    raise UnreadableFile("tệp hỏng, bị cắt cụt, hoặc không phải văn bản Word hay bảng tính Excel.", file=name)


def _read(name: str, raw: bytes, kind: str) -> Document:
    way = _WAYS[kind]
    made = _converted(name, raw, kind)
    document = read_docx(name, made) if way.into == "docx" else read_xlsx(name, made)
    return replace(document, reader=kind)


def _converted(name: str, raw: bytes, kind: str) -> bytes:
    """The file as LibreOffice turns it.

    Raises:
        UnreadableFile: LibreOffice is not there, cannot open the file, or its time is up.
    """
    program = next((found for found in map(shutil.which, _PROGRAMS) if found), None)
    if program is None:
        message = f"cần LibreOffice để đọc tệp .{kind}: chạy `make system` hoặc cài gói Debian {_WAYS[kind].package}."
        raise UnreadableFile(message, file=name)
    with TemporaryDirectory(prefix="roviec-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / f"nguon.{kind}"
        source.write_bytes(raw)
        profile = Path(folder) / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_FROZEN, "utf-8")
        in_time = _run(program, source, _WAYS[kind], folder=Path(folder))
        made = Path(folder) / "out" / f"nguon.{_WAYS[kind].into}"
        if made.is_file() and made.stat().st_size:
            return made.read_bytes()
    if not in_time:
        raise UnreadableFile(f"LibreOffice không chuyển xong tệp trong {SECONDS:.0f} giây.", file=name)
    message = f"LibreOffice không mở được tệp .{kind}: tệp hỏng, có mật khẩu, hoặc máy thiếu gói Debian {_WAYS[kind].package}."
    raise UnreadableFile(message, file=name)


def _run(program: str, source: Path, way: _Way, *, folder: Path) -> bool:
    """Convert in a session of its own; False when the time was up. Nothing of it runs on afterwards."""
    options = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", f"--infilter={way.load}")
    command = [
        "/bin/sh", "-c", f'ulimit -f {_MOST_WRITTEN}; ulimit -v {_MOST_MEMORY}; exec "$@"', "sh",
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", *options,
        "--convert-to", way.export, "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip
    nowhere = "http://127.0.0.1:9"
    surroundings = {
        "PATH": os.defpath, "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp",
        "http_proxy": nowhere, "https_proxy": nowhere, "ftp_proxy": nowhere,
    }  # fmt: skip
    process = subprocess.Popen(  # noqa: S603 - the program is found by name, every argument is ours
        command,
        env=surroundings,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        return False
    else:
        return True
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
