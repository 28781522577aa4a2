"""Long lists in pieces: where a piece begins, how long it is, and links to those beside it (RFC 8288)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Generic, TypeVar

from fastapi import Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.wording_api import LIMIT, OFFSET

MOST: Final = 500
_FARTHEST: Final = 10_000_000
One = TypeVar("One")
Record = TypeVar("Record")


class PieceAsked(BaseModel):
    """Which piece of a list is asked for; calls add their own conditions."""

    model_config = ConfigDict(frozen=True)

    limit: int = Field(default=50, ge=1, le=MOST, description=LIMIT)
    offset: int = Field(default=0, ge=0, le=_FARTHEST, description=OFFSET)


class Piece(BaseModel, Generic[Record]):
    """A piece of a long list: ``total`` counts all of it."""

    total: int = Field(ge=0)
    limit: int
    offset: int
    items: list[Record]


class Pager:
    """Cuts lists and says in the response's Link header where the other pieces are; a dependency."""

    def __init__(self, request: Request, response: Response) -> None:
        self._address = request.url
        self._headers = response.headers

    def cut(self, found: Sequence[One], asked: PieceAsked, record: Callable[[One], Record]) -> Piece[Record]:
        """The piece of ``found`` that was asked for, each as its record."""
        limit, offset, total = asked.limit, asked.offset, len(found)
        self._headers["Link"] = ", ".join(self._links(total, limit, offset))
        return Piece(
            total=total, limit=limit, offset=offset, items=[record(one) for one in found[offset : offset + limit]]
        )

    def _links(self, total: int, limit: int, offset: int) -> list[str]:
        places: dict[str, int | None] = {
            "first": 0,
            "prev": max(0, offset - limit) if offset else None,
            "next": offset + limit if offset + limit < total else None,
            "last": max(0, (total - 1) // limit * limit),
        }
        return [self._link(name, at, limit) for name, at in places.items() if at is not None]

    def _link(self, name: str, offset: int, limit: int) -> str:
        there = self._address.include_query_params(limit=limit, offset=offset)
        return f'<{there.path}?{there.query}>; rel="{name}"'
