"""How often one address may call the API: so many calls in a moving window, kept in memory."""

from __future__ import annotations

import math
from time import time

from limits import RateLimitItem, parse_many
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.types import ASGIApp, Receive, Scope, Send

from api.guard import refusal


class RateLimit:
    """Refuses calls of one method under one path beyond ``rate`` with 429; other calls pass."""

    def __init__(self, app: ASGIApp, *, rate: str, path: str, method: str | None = None) -> None:
        """``rate`` is written as "1200/minute", several parted by ";"; "" is none. Without a method all are counted."""
        self._app = app
        self._limits = parse_many(rate) if rate else []
        self._path, self._method = path, method
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on unless its address has called too often."""
        over = self._over(scope) if scope["type"] == "http" else None
        if over is None:
            await self._app(scope, receive, send)
            return
        wait = max(1, math.ceil(over - time()))
        await refusal(429, "too-many", headers={"Retry-After": str(wait)})(scope, receive, send)

    def _over(self, scope: Scope) -> float | None:
        """When the address may call again, in seconds since the epoch; None when it may now."""
        counted = scope["path"].startswith(self._path) and self._method in (None, scope["method"])
        address = (scope.get("client") or ("",))[0]
        for limit in self._limits if counted else ():
            if not self._limiter.hit(limit, address):
                return self._again(limit, address)
        return None

    def _again(self, limit: RateLimitItem, address: str) -> float:
        return float(self._limiter.get_window_stats(limit, address).reset_time)
