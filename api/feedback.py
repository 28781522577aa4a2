"""What people say of answers, kept for the judge: one JSON line each in the library's folder."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from starlette.datastructures import Headers

from ingest.errors import StoreError

FILE = "feedback.jsonl"
MOST_BYTES = 50_000_000
"""A file that grew beyond this takes no more: someone should look at it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One person's word on one answer; ``places`` are the answer's citations as "file#locator"."""

    question: str
    previous: tuple[str, ...]
    right: bool
    reason: str
    note: str
    status: str
    values: tuple[str, ...]
    places: tuple[str, ...]


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


def from_own_page(headers: Headers) -> bool:
    """Whether a form was sent from a page of this server: browsers name the sender's origin with every POST."""
    origin = urlsplit(headers.get("origin", ""))
    return origin.scheme in ("http", "https") and origin.netloc == headers.get("host")
