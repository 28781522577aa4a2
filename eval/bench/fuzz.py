"""Spoil plan files at random and read them: ``python -m eval.bench.fuzz --minutes 10 [FILES]``.

Whatever a file holds, reading gives a document or an error of ours. Anything else is reported and kept: an exception of
another kind, a crash, a reader that does not end. The files to spoil are made from the sample plans, one for each
format that needs no office suite, and those named; archives are spoiled within their parts too, as a spoiled archive
mostly stops at its checksum.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from rich.console import Console

from ingest.document import Table
from ingest.errors import RoviecError
from ingest.isolation import Isolation, Limits
from ingest.readers.text import read_text

SAMPLES: Final = Path(__file__).resolve().parents[1] / "plans"
LIMITS: Final = Limits(seconds=10.0, most_seconds=20.0)
_STRANGE: Final = re.compile(r"trình đọc|dừng đột ngột|quá \d+ giây|quá nhiều bộ nhớ")
"""How ``ingest.isolation`` tells what no reader should let happen."""

_BYTES: Final = (
    b"\x00",
    b"\xff",
    b"<",
    b">",
    b"&",
    b'"',
    b"\t",
    b"\n",
    b"|",
    b"-1",
    b"0",
    b"99999999999",
    "ế".encode(),
    b"\xad",
    b"%s",
)
_TAG = re.compile(rb"<[^<>]{1,400}>")
_NUMBER = re.compile(rb"\d+")


@dataclass(frozen=True, slots=True)
class Find:
    """A spoiled file that was not met as it should be, and what was said of it."""

    name: str
    message: str
    content: bytes


def seeds() -> dict[str, bytes]:
    """A small plan in every format that is made here."""
    text = next(iter(sorted(SAMPLES.glob("*.txt")))).read_text("utf-8")
    lines = text.split("\n")
    made = {
        "a.txt": text.encode(),
        "b.txt": text.encode("utf-16"),
        "c.txt": unicodedata.normalize("NFD", text).encode(),
        "d.txt": unicodedata.normalize("NFD", text).encode("cp1258", "ignore"),
        "e.md": "\n".join(line.replace("\t", " | ") for line in lines).encode(),
    }
    tables = _tables(text)
    return {
        **made,
        "f.html": _html(lines, tables),
        "g.docx": _docx(lines, tables),
        "h.xlsx": _xlsx(tables),
        "i.pdf": _pdf(),
    }


def _tables(text: str) -> list[list[list[str]]]:
    document = read_text("a", text)
    return [
        [[cell.span.slice(document.text) for cell in row.cells] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table)
    ]


def _html(lines: Sequence[str], tables: Sequence[Sequence[Sequence[str]]]) -> bytes:
    paragraphs = "".join(f"<p><b>{line}</b></p>" for line in lines[:60] if "\t" not in line)
    rows = "".join(
        "<table>"
        + "".join("<tr>" + "".join(f'<td rowspan="1" colspan="1">{c}</td>' for c in r) + "</tr>" for r in t)
        + "</table>"
        for t in tables
    )
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{paragraphs}{rows}</body></html>".encode()


def _docx(lines: Sequence[str], tables: Sequence[Sequence[Sequence[str]]]) -> bytes:
    import docx  # noqa: PLC0415 - the command alone needs it

    document = docx.Document()
    for line in lines[:60]:
        document.add_paragraph(line, style="List Number" if line[:1].isdigit() else None)
    for rows in tables:
        table = document.add_table(len(rows), max(map(len, rows)))
        for row, printed in zip(table.rows, rows, strict=True):
            for cell, words in zip(row.cells, printed, strict=False):
                cell.text = words
        table.cell(0, 0).merge(table.cell(0, len(table.columns) - 1))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _xlsx(tables: Sequence[Sequence[Sequence[str]]]) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 - the same

    book = Workbook()
    for rows in tables:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(list(row))
        sheet.merge_cells("A1:B1")
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _pdf() -> bytes:
    """One page with a ruled table of four cells, nothing packed."""
    drawn = b"BT /F 12 Tf 72 720 Td (KE HOACH) Tj 0 -40 Td (1) Tj 60 0 Td (Ra soat) Tj ET 60 660 200 30 re 120 660 140 30 re S"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += b"%d 0 obj%b endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"xref\n0 6\n0000000000 65535 f \n%btrailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(made),
    )
    return bytes(made)


def spoiled(content: bytes, draw: random.Random) -> bytes:
    """``content`` changed in one to eight places; an archive mostly in one of its parts."""
    if content.startswith(b"PK") and draw.random() < 0.9:
        try:
            return _spoiled_archive(content, draw)
        except (BadZipFile, OSError, ValueError):
            return content[: len(content) // 2]
    for _ in range(draw.randint(1, 8)):
        content = draw.choice(_WAYS)(content, draw)
    return content


def _spoiled_archive(content: bytes, draw: random.Random) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        chosen = draw.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            if name == chosen or (name.endswith(("document.xml", "sheet1.xml")) and draw.random() < 0.7):
                for _ in range(draw.randint(1, 8)):
                    part = draw.choice(_WAYS)(part, draw)
            new.writestr(ZipInfo(name), part, ZIP_DEFLATED)  # without the time of day: the same seed spoils alike
    return stream.getvalue()


def _flipped(content: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(content) or 1)
    return content[:at] + bytes([draw.randrange(256)]) + content[at + 1 :]


def _inserted(content: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(content) + 1)
    return content[:at] + draw.choice(_BYTES) * draw.choice((1, 1, 2, 100)) + content[at:]


def _moved(content: bytes, draw: random.Random) -> bytes:
    """A piece left out, doubled, or put elsewhere."""
    start = draw.randrange(len(content) + 1)
    end = min(len(content), start + draw.choice((1, 10, 100, 1000)))
    at = draw.randrange(len(content) + 1)
    piece, rest = content[start:end], draw.choice((content, content[:start] + content[end:]))
    return rest if draw.random() < 0.4 else rest[:at] + piece * draw.choice((1, 1, 1, 50)) + rest[at:]


def _cut(content: bytes, draw: random.Random) -> bytes:
    return content[: draw.randrange(len(content) + 1)] if draw.random() < 0.2 else content


def _retagged(content: bytes, draw: random.Random) -> bytes:
    """A tag left out, doubled, nested, or exchanged with another."""
    tags = list(_TAG.finditer(content))
    if not tags:
        return content
    one, other = draw.choice(tags), draw.choice(tags)
    put = draw.choice((b"", one.group() * 2, other.group(), one.group() * 300, other.group() + one.group()))
    return content[: one.start()] + put + content[one.end() :]


def _renumbered(content: bytes, draw: random.Random) -> bytes:
    numbers = list(_NUMBER.finditer(content[:200_000]))
    if not numbers:
        return content
    one = draw.choice(numbers)
    return (
        content[: one.start()] + draw.choice((b"0", b"-1", b"65536", b"99999999", b"1e9", b"")) + content[one.end() :]
    )


_WAYS: Final[tuple[Callable[[bytes, random.Random], bytes], ...]] = (
    _flipped, _inserted, _moved, _cut, _retagged, _renumbered,
)  # fmt: skip


def fuzz(
    files: Mapping[str, bytes], seconds: float, *, seed: int = 1, tried: Counter[str] | None = None
) -> Iterator[Find]:
    """Spoil and read for so long; each find once for each format and message. ``tried`` counts files by outcome."""
    draw, deadline, told = random.Random(seed), time.monotonic() + seconds, set[tuple[str, str]]()
    tried = Counter() if tried is None else tried
    with tempfile.TemporaryDirectory(prefix="roviec-fuzz-") as folder, Isolation(LIMITS) as isolation:
        while time.monotonic() < deadline:
            name = draw.choice(list(files))
            content = spoiled(files[name], draw)
            place = Path(folder, name)
            place.write_bytes(content)
            try:
                isolation.read(place)
            except RoviecError as error:
                strange = bool(_STRANGE.search(error.message))
                tried["lạ" if strange else "từ chối"] += 1
                if strange and (name, error.message) not in told:
                    told.add((name, error.message))
                    yield Find(name, error.message, content)
            else:
                tried["đọc được"] += 1


def main() -> None:
    """Read the command line, fuzz, keep and report what was found; exit code 1 when anything was."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.fuzz", description="Làm hỏng tệp ngẫu nhiên rồi đọc.")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILES", help="tệp khác để làm hỏng")
    parser.add_argument("--minutes", type=float, default=10, help="số phút (mặc định: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="mầm ngẫu nhiên (mặc định: %(default)s)")
    parser.add_argument(
        "--keep", type=Path, default=Path("fuzz-found"), help="nơi giữ tệp tìm được (mặc định: %(default)s)"
    )
    chosen = parser.parse_args()
    files = seeds() | {file.name: file.read_bytes() for file in chosen.files}
    console, tried, found = Console(), Counter[str](), 0
    for found, find in enumerate(fuzz(files, chosen.minutes * 60, seed=chosen.seed, tried=tried), 1):
        chosen.keep.mkdir(parents=True, exist_ok=True)
        (chosen.keep / f"{found:03}-{find.name}").write_bytes(find.content)
        console.print(f"{found:03}-{find.name}: {find.message}")
    console.print(f"{tried.total()} tệp: " + ", ".join(f"{count} {what}" for what, count in tried.most_common()))
    parser.exit(1 if found else 0)


if __name__ == "__main__":
    main()
