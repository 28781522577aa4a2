"""Question lines: the JSONL that ``roviec ask --batch`` reads."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from api import wording
from api.service import typed
from ingest.errors import UnreadableFile, WrongUse
from ingest.read import decode


@dataclass(frozen=True, slots=True)
class Line:
    """One question and the name that its answer is to carry."""

    id: str | int | None
    question: str


def read_batch(file: Path, limit: int) -> tuple[Line, ...]:
    """The questions of ``file`` in order; blank lines are passed over, unknown keys ignored.

    Raises: UnreadableFile; WrongUse naming the first line that is no question.
    """
    try:
        text = decode(file.read_bytes(), file).text
    except OSError as error:
        raise UnreadableFile(wording.CANNOT_READ.format(reason=error.strerror), file=file) from error
    lines = enumerate(text.split("\n"), start=1)
    return tuple(_line(file, number, one, limit) for number, one in lines if one.strip())


def _line(file: Path, number: int, text: str, limit: int) -> Line:
    try:
        value = json.loads(text)
        return _record(value, limit)
    except (json.JSONDecodeError, WrongUse) as error:
        reason = error.message if isinstance(error, WrongUse) else wording.BATCH_NOT_JSON
        raise WrongUse(wording.BATCH_LINE.format(line=number, reason=reason), file=file) from error


def _record(value: Any, limit: int) -> Line:
    if not isinstance(value, dict):
        raise WrongUse(wording.BATCH_NOT_OBJECT)
    key, question = value.get("id"), value.get("q")
    if not isinstance(question, str):
        raise WrongUse(wording.BATCH_NO_QUESTION)
    if not isinstance(key, str | int | None):
        raise WrongUse(wording.BATCH_BAD_ID)
    return Line(key, typed(question, limit))
