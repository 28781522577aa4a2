"""How the API describes itself: its problems, its pages of long lists, its days, and an example of each answer."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from api import wording_api
from api.problems import PROBLEM_JSON, problem_body, sentence_for
from api.service import DAYS
from ingest.errors import WrongUse

API: Final = "/api/v1"
Described = dict[int | str, dict[str, Any]]
_COMMON: Final = (401, 403, 422, 429, 503)
_SCHEMA: Final[dict[str, Any]] = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
    },
}
"""A problem document (RFC 9457)."""


def problems(*statuses: int) -> Described:
    """The problems of a call: the given ones beside those that every call may meet."""
    return {status: _problem(status) for status in sorted({*statuses, *_COMMON})}


def _problem(status: int) -> dict[str, Any]:
    example = problem_body(status, "…", sentence_for(status), sentence_for(status)) | {"instance": f"{API}/…"}
    content = {PROBLEM_JSON: {"schema": _SCHEMA, "example": example}}
    return {"description": wording_api.PROBLEMS[status], "content": content}


def tagged(example: Any, *statuses: int) -> Described:
    """The answers of a GET whose result the asker may hold already."""
    return shown(example) | {304: {"description": wording_api.NOT_MODIFIED}} | problems(*statuses)


def shown(example: Any, status: int = 200) -> Described:
    """An example of what a call answers."""
    return {status: {"content": {"application/json": {"example": example}}}}


def listed(example: Any) -> dict[str, Any]:
    """The example of a piece that holds one record."""
    return {"total": 1, "limit": 50, "offset": 0, "items": [example]}


def checked(day: date | None) -> date | None:
    """A day that some plan may be about. Raises: WrongUse."""
    if day is not None and not DAYS[0] <= day <= DAYS[1]:
        first, last = (f"{one:%d/%m/%Y}" for one in DAYS)
        raise WrongUse(wording_api.FAR_DAY.format(day=day.isoformat(), first=first, last=last))
    return day
