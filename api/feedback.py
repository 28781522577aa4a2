"""What people say of answers, kept for the judge: one JSON line each in the library's folder."""

from __future__ import annotations

import json
import os
from collections import deque
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers

from ingest.errors import StoreError

FILE = "feedback.jsonl"
MOST_BYTES = 50_000_000
"""A file that grew beyond this takes no more: someone should look at it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One person's word on one answer; ``places`` are the answer's citations as "file#locator".

    ``by`` is their login, "" where nobody signs in.
    """

    question: str
    previous: tuple[str, ...]
    right: bool
    reason: str
    note: str
    status: str
    values: tuple[str, ...]
    places: tuple[str, ...]
    by: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A verdict that was kept, and when (ISO 8601)."""

    time: str
    verdict: Verdict


def keep(verdict: Verdict, folder: Path, now: datetime, unkept: str) -> None:
    """Write the verdict down, whole lines only, whoever else writes at the same time.

    Raises: StoreError saying ``unkept``, when the file cannot be written.
    """
    line = json.dumps({"time": now.isoformat(timespec="seconds")} | asdict(verdict), ensure_ascii=False) + "\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        opened = os.open(folder / FILE, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            if os.fstat(opened).st_size > MOST_BYTES:
                raise StoreError(unkept)
            os.write(opened, line.encode())
        finally:
            os.close(opened)
    except OSError as error:
        raise StoreError(unkept) from error


def kept(folder: Path, most: int) -> tuple[Said, ...]:
    """What was said last, the newest first; a line that is none of ours is left out."""
    found: list[Said] = []
    with suppress(FileNotFoundError), (folder / FILE).open("rb") as lines:
        for line in deque(lines, most):
            with suppress(ValueError, TypeError, KeyError):
                found.append(_read(json.loads(line)))
    return tuple(reversed(found))


def _read(record: Any) -> Said:
    if not isinstance(record, dict):
        raise TypeError
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in record.items()
    }
    time = str(values.pop("time"))
    return Said(time, Verdict(**values))


def from_own_page(headers: Headers) -> bool:
    """Whether a form was sent from a page of this server: browsers name the sender's origin with every POST."""
    origin = urlsplit(headers.get("origin", ""))
    return origin.scheme in ("http", "https") and origin.netloc == headers.get("host")
