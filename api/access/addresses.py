"""Where a visitor is sent: to the sign-in page and back, never to another site."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urlsplit

from starlette.requests import Request

SIGN_IN: Final = "/sign-in"
LONGEST: Final = 2000


def safe_next(address: str | None) -> str:
    """``address`` if it is a path of this site that a person may come back to; else the first page."""
    if not address or len(address) > LONGEST or not address.startswith("/") or address.startswith("//"):
        return "/"
    if "\\" in address or not address.isprintable():
        return "/"
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    if parts.scheme or parts.netloc or parts.path.startswith(("/sign-", "/link/", "/api/")):
        return "/"
    return address


def sign_in_href(request: Request) -> str:
    """The sign-in page that leads back to where ``request`` wanted to go."""
    wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    back = safe_next(wanted)
    return SIGN_IN if back == "/" else f"{SIGN_IN}?next={quote(back, safe='')}"
