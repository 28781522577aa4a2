"""Files that come over HTTP: made safe by name, size and kind, then read and added to the library."""

from __future__ import annotations

import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, Protocol

from api import wording
from api.jobs import FileResult, Step
from api.loading import Unread, read_each
from index.store import Change, Outcome, Progress, Report
from ingest.errors import UnreadableFile, WrongUse
from ingest.plan import Plan
from ingest.read import MAX_BYTES, PLAN_SUFFIXES

LONGEST_NAME: Final = 180
"""Bytes of a file name; file systems take 255."""

_UNSAFE: Final = re.compile(r"[\x00-\x1f\x7f<>:\"|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")


class Shelf(Protocol):
    """A library that plans can be added to and taken from."""

    def add(self, plans: Sequence[Plan], *, progress: Progress) -> Report:
        """See ``Store.add``."""

    def delete(self, name: str) -> Change | None:
        """See ``Store.delete``."""


@dataclass(frozen=True, slots=True)
class Upload:
    """One file as it arrived: the name that the sender gave it, and its bytes to be read."""

    name: str
    content: IO[bytes]


def safe_name(name: str) -> str:
    """The name as a plan may bear it: no folder, no control or hidden character, of a known kind.

    Raises: WrongUse.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    clean = " ".join(_UNSAFE.sub(" ", last).split()).lstrip(". ")
    stem, dot, suffix = clean.rpartition(".")
    if not stem.strip() or f"{dot}{suffix}".lower() not in PLAN_SUFFIXES:
        kinds = ", ".join(sorted(PLAN_SUFFIXES))
        raise WrongUse(wording.BAD_UPLOAD_KIND.format(file=clean or wording.UNNAMED, kinds=kinds))
    while len(f"{stem}.{suffix}".encode()) > LONGEST_NAME:
        stem = stem[:-1]
    return f"{stem.strip()}.{suffix}"


@contextmanager
def landed(uploads: Sequence[Upload], *, most: int) -> Iterator[tuple[Path, ...]]:
    """The uploads as files of a folder that is gone afterwards.

    Raises: WrongUse for none, for more than ``most``, for a name that is unfit or comes twice; UnreadableFile
        for one larger than any plan may be.
    """
    if not uploads:
        raise WrongUse(wording.NO_UPLOADS)
    if len(uploads) > most:
        raise WrongUse(wording.TOO_MANY_UPLOADS.format(most=most))
    names = [safe_name(one.name) for one in uploads]
    for name in names:
        if names.count(name) > 1:
            raise WrongUse(wording.SAME_NAME, file=name)
    with tempfile.TemporaryDirectory(prefix="roviec-upload-") as folder:
        yield tuple(_land(one, Path(folder) / name) for one, name in zip(uploads, names, strict=True))


def _land(upload: Upload, path: Path) -> Path:
    with path.open("xb") as out:
        shutil.copyfileobj(upload.content, out)
        if out.tell() > MAX_BYTES:
            raise UnreadableFile(wording.UPLOAD_TOO_LARGE.format(limit=MAX_BYTES // 1024 // 1024), file=path.name)
    return path


def add_files(shelf: Shelf, files: Sequence[Path], step: Step) -> tuple[FileResult, ...]:
    """Read ``files`` and add what gives a plan; what became of each, in the order given."""
    plans: list[Plan] = []
    results: dict[str, FileResult] = {}
    for done, (file, one) in enumerate(zip(files, read_each(files), strict=True), start=1):
        if isinstance(one, Unread):
            results[file.name] = FileResult(file.name, "unread", one.error.message)
        else:
            plans.append(one)
        step("read", done, len(files))
    report = shelf.add(plans, progress=lambda stage, done, total: step(stage.value, done, total))
    for plan, change in zip(plans, report.changes, strict=True):
        results[plan.file] = _result(plan, change)
    return tuple(results[file.name] for file in files)


def _result(plan: Plan, change: Change) -> FileResult:
    return FileResult(
        plan.file,
        change.outcome.value,
        detail=change.same_as or "" if change.outcome is Outcome.DUPLICATE else "",
        number=plan.header.number,
        tasks=len(plan.tasks),
        targets=len(plan.targets),
        duties=len(plan.duties),
        findings=len(plan.findings),
    )
