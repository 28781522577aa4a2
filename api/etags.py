"""Answers that need not be sent again: a tag made of what is loaded, what is asked and the day."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Final

from fastapi import FastAPI, Request, Response

from api.routes.context import Context

_CACHING: Final = "private, no-cache"
"""Kept by the asker alone, and asked after each time: what somebody may see changes."""


class NotModified(Exception):
    """The asker holds what would be sent."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        super().__init__(tag)


def unless_held(context: Context) -> Callable[[Request, Response], None]:
    """A dependency that tags a response, and stops where the asker holds it already.

    The tag depends on the plans that the asker may see, on the address, and on the day, which says what is overdue.
    """

    def check(request: Request, response: Response) -> None:
        tag = _tag(context, request)
        if tag in _held(request):
            raise NotModified(tag)
        response.headers.update(tag_headers(tag))

    return check


def tag_headers(tag: str) -> dict[str, str]:
    """The headers of a tagged response."""
    return {"ETag": tag, "Cache-Control": _CACHING, "Vary": "Authorization, Cookie"}


def install_tags(app: FastAPI) -> None:
    """Teach ``app`` to say 304."""

    @app.exception_handler(NotModified)
    def held(_: Request, error: NotModified) -> Response:
        return Response(status_code=304, headers=tag_headers(error.tag))


def _tag(context: Context, request: Request) -> str:
    asked = "&".join(sorted(f"{key}={value}" for key, value in request.query_params.multi_items()))
    parts = (context.service_for(request).state(), request.url.path, asked, context.clock().isoformat())
    return f'W/"{sha256(chr(10).join(parts).encode("utf-8", "replace")).hexdigest()[:32]}"'


def _held(request: Request) -> frozenset[str]:
    """The tags that the asker holds; weak ones, as ours are, whether marked so or not."""
    tags = (tag.strip() for tag in request.headers.get("if-none-match", "").split(","))
    return frozenset(tag if tag.startswith("W/") else f"W/{tag}" for tag in tags if tag)
