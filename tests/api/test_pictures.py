"""Pages drawn in a process apart: whatever the file does, one page is missing and nothing else."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from api import pictures
from api.pictures import Busy, Pictures, pictured
from api.picturing import WIDTH, draw
from ingest.plan import Plan, Reading
from tests.api.sample import PLAN
from tests.ingest.printing import Printer


def scanned(pages: int | None = 1) -> Plan:
    return replace(PLAN, digest="a" * 64, reading=Reading("scan", None, pages, 1, 2, None))


def pdf(folder: Path) -> Path:
    printer = Printer()
    printer.page()
    file = folder / "a.pdf"
    file.write_bytes(bytes(printer.pdf.output()))
    return file


def test_a_picture_is_drawn_smaller_and_a_page_as_wide_as_a_screen(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    cv2.imwrite(str(file), np.full((2000, 1600, 3), 255, np.uint8))
    for one, page in ((file, 1), (pdf(tmp_path), 2)):
        pixels = cv2.imdecode(np.frombuffer(draw(one, page), np.uint8), cv2.IMREAD_COLOR)
        assert pixels is not None
        assert pixels.shape[1] == WIDTH
    for page in (2, 3):
        with pytest.raises(ValueError, match=str(page)):
            draw(file if page == 2 else pdf(tmp_path), page)


def test_a_file_that_cannot_be_drawn_gives_none(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    for content in (b"", b"%PDF-1.7 nothing", b"\x89PNG\r\n\x1a\n" + b"\0" * 99):
        file.write_bytes(content)
        assert Pictures(tmp_path / "cache").page(file, scanned(), 1) is None
    assert not (tmp_path / "cache" / "pages").exists()


def test_a_drawing_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_START", "import time; time.sleep(60)")
    monkeypatch.setattr(pictures, "_SECONDS", 0.2)
    assert Pictures(tmp_path).page(pdf(tmp_path), scanned(), 1) is None


def test_those_who_would_wait_too_long_are_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn, file = Pictures(tmp_path / "cache"), pdf(tmp_path)

    def asking(*_: object) -> bytes:
        waiting = [drawn._waiting.acquire(blocking=False) for _each in range(pictures.WAITING)]
        assert waiting == [True] * (pictures.WAITING - 1) + [False]
        with pytest.raises(Busy):
            drawn.page(file, scanned(), 2)
        for _each in range(pictures.WAITING - 1):
            drawn._waiting.release()
        return b"RIFF"

    monkeypatch.setattr(pictures, "_asked", asking)
    assert drawn.page(file, scanned(), 1) == b"RIFF"


def test_a_page_is_drawn_once_and_the_oldest_go_when_the_cache_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = Pictures(tmp_path / "cache")
    first = drawn.page(pdf(tmp_path), scanned(), 1)
    assert first is not None
    assert drawn.page(tmp_path / "gone.pdf", scanned(), 1) == first
    monkeypatch.setattr(pictures, "MOST_BYTES", len(first) + 10)
    drawn.page(pdf(tmp_path), scanned(), 2)
    assert [file.name for file in (tmp_path / "cache" / "pages").iterdir()] == [f"{'a' * 64}-2.webp"]


def test_a_scans_page_is_reckoned_and_said_to_be(tmp_path: Path) -> None:
    drawn = Pictures(tmp_path)
    where = drawn.where(tmp_path / "a.pdf", scanned(4), len(PLAN.text) // 2)
    assert (where.page, where.pages, where.sure) == (3, 4, False)
    assert drawn.where(tmp_path / "a.png", scanned(None), 5).sure
    assert pictured(PLAN) == 0


def test_where_the_text_is_read_otherwise_by_now_the_page_is_reckoned(tmp_path: Path) -> None:
    plan = replace(scanned(2), reading=Reading("pdf", None, 2, 1, 2, None))
    folder = tmp_path / "pages"
    folder.mkdir()
    other = hashlib.sha256(b"other").hexdigest()
    (folder / f"{plan.digest}.json").write_text(f'{{"text": "{other}", "begins": [[1, 0], [2, 9]]}}', encoding="utf-8")
    assert not Pictures(tmp_path).where(tmp_path / "a.pdf", plan, 0).sure
