"""Words of a picture by tesseract, run as a process of its own, one thread, with a time limit."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.errors import UnreadableFile

LANGUAGE = "vie"
_TURN = re.compile(r"^Rotate: (\d+)$", re.MULTILINE)
_SURE = re.compile(r"^Orientation confidence: ([\d.]+)$", re.MULTILINE)
_LEAST_SURE = 2.0  # tesseract's own figure; a page of text has ten, one of a few words less than one
SECONDS = 120  # for one picture
_NO_PROGRAM = 127  # what env answers where there is none
_MISSING = (
    "tệp là ảnh quét nhưng máy này chưa cài bộ nhận dạng chữ: cài gói tesseract-ocr và tesseract-ocr-vie "
    "(chạy “make system”)."
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A word that was seen: its box in pixels (left, top, right, bottom), its line's top and foot, how sure it is."""

    text: str
    left: int
    top: int
    right: int
    foot: int
    line: tuple[int, int]
    confidence: float


def check_tesseract(name: str) -> None:
    """Make sure that pictures can be read here.

    Raises:
        UnreadableFile: tesseract is not on this machine.
    """
    if shutil.which("tesseract") is None:
        raise UnreadableFile(_MISSING, file=name)


def words_in(name: str, picture: bytes) -> list[Seen]:
    """The words of a picture (a PNG or PGM file of 300 dots an inch), taken as one block of text.

    Raises:
        UnreadableFile: tesseract or its Vietnamese model is missing, or it takes too long.
    """
    command = [
        "env",
        "OMP_THREAD_LIMIT=1",
        "tesseract",
        "stdin",
        "stdout",
        "-l",
        LANGUAGE,
        "--psm",
        "6",
        "--dpi",
        "300",
        "tsv",
    ]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command; the picture goes in by its input
            command, input=picture, capture_output=True, timeout=SECONDS, check=False
        )
    except FileNotFoundError as error:
        raise UnreadableFile(_MISSING, file=name) from error
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(f"nhận dạng chữ quá {SECONDS} giây cho một trang.", file=name) from error
    if done.returncode == _NO_PROGRAM or (done.returncode and b"language" in done.stderr):
        raise UnreadableFile(_MISSING, file=name)
    if done.returncode:
        raise UnreadableFile("bộ nhận dạng chữ không đọc được một trang ảnh.", file=name)
    return list(_rows(done.stdout.decode("utf-8", "replace")))


def turn_of(picture: bytes, dots: int) -> int:
    """By how many quarters to the right a picture is to be turned for its letters to stand upright.

    0 where that is not sure, and where tesseract's model for it (Debian's tesseract-ocr-osd) is not on this machine.
    """
    command = [
        "env",
        "OMP_THREAD_LIMIT=1",
        "tesseract",
        "stdin",
        "stdout",
        "-l",
        "osd",
        "--psm",
        "0",
        "--dpi",
        str(dots),
    ]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command; the picture goes in by its input
            command, input=picture, capture_output=True, timeout=SECONDS, check=False
        )
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return 0
    told = done.stdout.decode("utf-8", "replace")
    turn, sure = _TURN.search(told), _SURE.search(told)
    return int(turn[1]) // 90 % 4 if turn and sure and float(sure[1]) >= _LEAST_SURE else 0


def _rows(table: str) -> Iterator[Seen]:
    """The words of tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, conf, text."""
    line = (0, 0)
    for row in table.splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) < 12:
            continue
        level, left, top, width, height = (int(fields[n]) for n in (0, 6, 7, 8, 9))
        if level == 4:
            line = top, top + height
        if level == 5 and fields[11].strip():
            confidence = max(0.0, float(fields[10])) / 100
            yield Seen(fields[11].strip(), left, top, left + width, top + height, line, confidence)
