"""Pictures of the pages that plans were read from, drawn in a process apart and kept in a cache."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
from bisect import bisect_right
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import Final

from ingest.plan import Plan

_ROOT: Final = Path(__file__).resolve().parents[1]
_START: Final = "import sys; sys.path.insert(0, sys.argv.pop(1)); from api.picturing import main; main()"
_SECONDS: Final = 25.0
_WEBP: Final = b"RIFF"
WAITING: Final = 6
"""Requests for pages at once: each that waits holds one of the forty threads that answer everybody."""
MOST_BYTES: Final = 256 * 1024**2
"""Of the cache: some two thousand pages."""


@dataclass(frozen=True, slots=True)
class Where:
    """A page of a plan's file (from 1) of so many; ``sure`` where the page is known, not reckoned from the place in the text."""

    page: int
    pages: int
    sure: bool


def pictured(plan: Plan) -> int:
    """How many pages of the plan's file can be drawn; 0 where its format has none."""
    reading = plan.reading
    if reading is None or reading.reader not in {"pdf", "scan"}:
        return 0
    return max(1, reading.pages or 1)


class Busy(Exception):
    """More pages are asked for at once than are waited for."""


class Pictures:
    """Draws one page at a time, so that readers of pages leave the machine to those who ask; a few may wait."""

    def __init__(self, cache: Path) -> None:
        """``cache`` is a folder that may be emptied at any time."""
        self._cache = cache / "pages"
        self._lock = Lock()
        self._waiting = BoundedSemaphore(WAITING)

    def page(self, file: Path, plan: Plan, number: int) -> bytes | None:
        """The page as WebP; None where it cannot be drawn. Raises: Busy."""
        found = self._held(file, f"{plan.digest}-{number}.webp", ("draw", number))
        return found if found is not None and found.startswith(_WEBP) else None

    def where(self, file: Path, plan: Plan, start: int) -> Where:
        """The page on which the text at ``start`` stands.

        Scans are not read again for it: that takes seconds a page. Their page is reckoned, and said to be.
        Raises: Busy.
        """
        pages = pictured(plan)
        begins = self._begins(file, plan) if pages > 1 and plan.reading and plan.reading.reader == "pdf" else ()
        if pages == 1:
            return Where(1, 1, sure=True)
        if not begins:
            return Where(min(pages, 1 + start * pages // max(1, len(plan.text))), pages, sure=False)
        at = bisect_right([offset for _, offset in begins], start)
        return Where(begins[max(0, at - 1)][0], pages, sure=True)

    def _begins(self, file: Path, plan: Plan) -> tuple[tuple[int, int], ...]:
        """Page and offset of each page's beginning; () where the file is no longer read to the same text."""
        found = self._held(file, f"{plan.digest}.json", ("places", 0))
        try:
            told = json.loads(found or b"{}")
            same = told.get("text") == hashlib.sha256(plan.text.encode()).hexdigest()
            return tuple((int(page), int(offset)) for page, offset in told["begins"]) if same else ()
        except (ValueError, KeyError, TypeError):
            return ()

    def _held(self, file: Path, name: str, job: tuple[str, int]) -> bytes | None:
        kept = self._cache / name
        with suppress(OSError):
            return kept.read_bytes()
        if not self._waiting.acquire(blocking=False):
            raise Busy
        try:
            with self._lock:
                with suppress(OSError):
                    return kept.read_bytes()
                found = _asked(file, *job)
                if found is not None:
                    self._keep(kept, found)
                return found
        finally:
            self._waiting.release()

    def _keep(self, path: Path, content: bytes) -> None:
        """A cache that cannot be written costs time, not the answer; a full one begins anew with the oldest gone."""
        with suppress(OSError):
            self._cache.mkdir(mode=0o700, parents=True, exist_ok=True)
            held = sorted(self._cache.iterdir(), key=lambda one: one.stat().st_mtime)
            left = MOST_BYTES - len(content) - sum(one.stat().st_size for one in held)
            for old in held if left < 0 else ():
                left += old.stat().st_size
                old.unlink(missing_ok=True)
                if left >= 0:
                    break
            part = path.with_name(f"{path.name}.part")
            part.write_bytes(content)
            part.chmod(0o600)
            part.replace(path)


def _asked(file: Path, job: str, page: int) -> bytes | None:
    """What the process apart answers; None where it fails, crashes or takes too long."""
    with tempfile.TemporaryDirectory(prefix="roviec-page-") as folder:
        answer = Path(folder) / "answer"
        command = [sys.executable, "-P", "-c", _START, str(_ROOT), job, str(file), str(page), str(answer)]
        nothing = subprocess.DEVNULL
        try:
            subprocess.run(  # noqa: S603 - this Python, with code and arguments of ours
                command, stdin=nothing, stdout=nothing, stderr=nothing, cwd=folder, timeout=_SECONDS, check=True
            )
            return answer.read_bytes()
        except (subprocess.SubprocessError, OSError):
            return None
