"""What every request and response passes through: known hosts, a size limit, security headers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import PROBLEM_JSON, next_for, problem_body, sentence_for
from api.wording import UPLOAD_NEXT
from web.assets import is_versioned

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; "
        "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}


class SecurityHeaders:
    """Adds the headers to every response, errors included; nothing but assets may be cached."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the response back with its headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", _caching(scope["path"], scope.get("query_string", b"")))
            await send(message)

        await self._app(scope, receive, send_guarded)


def _caching(path: str, query: bytes) -> str:
    """A year for what changes its address with its bytes, a day for other assets, nothing for pages."""
    if is_versioned(path, query.decode("latin-1")):
        return "public, max-age=31536000, immutable"
    return "public, max-age=86400" if path.startswith("/static/") else "no-store"


class BodyLimit:
    """Refuses a body larger than ``limit`` bytes, whether or not its length is announced.

    ``larger`` gives addresses a limit of their own, for those of whom ``taken`` says that they may send that
    much; such bodies are passed on piece by piece.
    """

    def __init__(
        self,
        app: ASGIApp,
        limit: int,
        *,
        larger: Mapping[str, int] | None = None,
        taken: Callable[[Scope], bool] = lambda _: True,
    ) -> None:
        self._app = app
        self._limit = limit
        self._larger = dict(larger or {})
        self._taken = taken

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body within the limit, then pass the request on with what was read."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self._app(scope, receive, send)
            return
        larger = self._larger.get(scope["path"])
        if larger is not None and self._taken(scope):
            await self._pass_on(scope, receive, send, limit=larger)
            return
        body = await self._read(Headers(scope=scope), receive, self._limit)
        if body is None:
            await refusal(413, "too-large")(scope, receive, send)
            return
        await self._app(scope, _replay(body, receive), send)

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send, *, limit: int) -> None:
        """Pass the body on as it comes; more than may be sent ends the request."""
        announced = Headers(scope=scope).get("content-length", "0")
        advice = UPLOAD_NEXT.format(most=limit // 2**20) if limit >= 2**20 else ""
        if not announced.isdigit() or int(announced) > limit:
            await refusal(413, "too-large", advice=advice)(scope, receive, send)
            return
        come = 0

        async def counted() -> Message:
            nonlocal come
            message = await receive()
            come += len(message.get("body", b""))
            if come > limit:
                raise HTTPException(413, advice or None)
            return message

        await self._app(scope, counted, send)

    @staticmethod
    async def _read(headers: Headers, receive: Receive, limit: int) -> bytes | None:
        """The whole body, or None when it is too large."""
        announced = headers.get("content-length", "0")
        if not announced.isdigit() or int(announced) > limit:
            return None
        body = bytearray()
        more = True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > limit:
                return None
        return bytes(body)


def _replay(body: bytes, receive: Receive) -> Receive:
    """A channel that gives ``body`` first and then whatever comes after it."""
    pending: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return pending.pop() if pending else await receive()

    return replay


class KnownHosts:
    """Answers only to its own host names, so that no other site's name can be pointed at it."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str]) -> None:
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on if its Host header names this server."""
        known = "*" in self._hosts or scope["type"] != "http"
        if known or host_of(Headers(scope=scope).get("host", "")) in self._hosts:
            await self._app(scope, receive, send)
        else:
            await refusal(421, "unknown-host")(scope, receive, send)


def host_of(header: str) -> str:
    """The name without its port: ``[::1]:8000`` gives ``::1``."""
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0].lower()


def for_people(path: str) -> bool:
    """Whether a person looks at what comes from that address, not a program."""
    return not path.startswith(("/api/", "/healthz", "/readyz", "/static/")) and not path.endswith(".ics")


def refusal(status: int, name: str, *, headers: Mapping[str, str] | None = None, advice: str = "") -> ASGIApp:
    """What is refused before any route is reached: a page for people, a problem document for programs.

    ``advice`` says what to do next where more is known than the status.
    """
    title = sentence_for(status)
    advice = advice or next_for(status)

    async def respond(scope: Scope, receive: Receive, send: Send) -> None:
        page = getattr(getattr(scope.get("app"), "state", None), "problem_page", None)
        if page is not None and for_people(scope["path"]):
            response: Response = HTMLResponse(page(status, title, advice), status, headers)
        else:
            response = JSONResponse(problem_body(status, name, title, advice), status, headers, media_type=PROBLEM_JSON)
        await response(scope, receive, send)

    return respond
