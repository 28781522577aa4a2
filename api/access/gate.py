"""The gate: every request has a visitor, every route says what it needs, every change proves where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from fastapi import FastAPI, HTTPException, Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import RouteContext, iter_route_contexts
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.access.house import LOCAL, NOBODY, House, Via, Visitor
from api.access.roles import Need
from api.access.secrets import form_token, fresh, same
from api.guard import host_of, refusal
from api.settings import LOOPBACK
from web import visitor as shown
from web import wording_access as words

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
SESSION, FORM = "roviec", "roviec_form"
FORM_FIELD, FORM_HEADER = "form_token", "x-form-token"
_FORMS: Final = ("application/x-www-form-urlencoded", "multipart/form-data")


class SignInFirst(HTTPException):
    """Nobody may do this; a person would be sent to the sign-in page."""

    def __init__(self) -> None:
        super().__init__(401, words.SIGN_IN_FIRST, {"WWW-Authenticate": 'Bearer realm="roviec"'})


class NotAllowed(HTTPException):
    """This visitor may not do this."""

    def __init__(self, detail: str = words.NOT_ALLOWED) -> None:
        super().__init__(403, detail)


@dataclass(slots=True)
class Passing:
    """What the gate knows of one request; ``secret`` is the cookie's that forms are marked with.

    ``elsewhere`` tells that a browser says another site sent it. ``action`` and ``about`` are what the log will say of it; without an action it says nothing.
    """

    visitor: Visitor
    address: str
    secure: bool
    secret: str = ""
    fresh: bool = False
    elsewhere: bool = False
    action: str = ""
    about: str = ""


def passing(request: Request) -> Passing:
    """What the gate noted when ``request`` came through."""
    found = request.scope.get("passing")
    return found if isinstance(found, Passing) else Passing(NOBODY, "", secure=True)


def visitor_of(request: Request) -> Visitor:
    """Whoever sent the request."""
    return passing(request).visitor


def cookie_name(name: str, *, secure: bool) -> str:
    """With TLS the name is one that browsers accept from this very host alone."""
    return f"__Host-{name}" if secure else name


def may_upload(scope: Scope) -> bool:
    """Whether whoever sent the request may change the library."""
    found = scope.get("passing")
    return isinstance(found, Passing) and Need.LIBRARY in found.visitor.allowed


class Gatekeeper:
    """Finds out who sends each request, refuses changes sent from other sites, and keeps the log."""

    def __init__(self, app: ASGIApp, house: House | None, *, insecure_http: bool = False) -> None:
        self._app = app
        self._house = house
        self._insecure = insecure_http

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its visitor."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        secret = _token(scope, headers) if self._house else None
        found = self._passing(scope, headers, secret)
        found.elsewhere = secret is None and _from_elsewhere(headers)
        if secret is not None and found.visitor is NOBODY:
            wrong = {"WWW-Authenticate": 'Bearer realm="roviec", error="invalid_token"'}
            await refusal(401, "token", headers=wrong)(scope, receive, send)
            return
        scope["passing"] = found
        mark = shown.show(_shown(found, guarded=self._house is not None))
        try:
            await self._app(scope, receive, self._noting(found, send))
        finally:
            shown.forget(mark)

    def _passing(self, scope: Scope, headers: Headers, token: str | None) -> Passing:
        address = (scope.get("client") or ("",))[0]
        secure = not self._insecure and host_of(headers.get("host", "")) not in LOOPBACK
        if self._house is None:
            return Passing(LOCAL, address, secure)
        if token is not None:
            return Passing(self._house.visitor(token=token), address, secure)
        cookies = cookie_parser(headers.get("cookie", ""))
        session = cookies.get(cookie_name(SESSION, secure=secure), "")
        visitor = self._house.visitor(session=session)
        if visitor.via is Via.SESSION:
            return Passing(visitor, address, secure, session)
        held = cookies.get(cookie_name(FORM, secure=secure), "")
        return Passing(visitor, address, secure, held or fresh(), fresh=not held)

    def _noting(self, found: Passing, send: Send) -> Send:
        """Writes what the request came to into the log as its response begins."""

        async def noted(message: Message) -> None:
            if self._house is not None and found.action and message["type"] == "http.response.start":
                self._house.note(
                    found.visitor, found.action, address=found.address, about=found.about, status=message["status"]
                )
            await send(message)

        return noted


def _token(scope: Scope, headers: Headers) -> str | None:
    """The token of a program; calendars, which can send no header, may give it in a feed's address."""
    kind, _, value = headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        return value.strip()
    if scope["path"].endswith(".ics"):
        given = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("key")
        return given[0] if given else None
    return None


def _from_elsewhere(headers: Headers) -> bool:
    """Whether a browser says that another site sent this. Programs, which are no browsers, say nothing."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower()


def _shown(found: Passing, *, guarded: bool) -> shown.Shown:
    visitor = found.visitor
    return shown.Shown(
        guarded=guarded,
        name=visitor.person.name if visitor.person else "",
        edits=Need.LIBRARY in visitor.allowed,
        administers=Need.ADMIN in visitor.allowed,
        form_token=form_token(found.secret) if found.secret else "",
    )


@dataclass(frozen=True, slots=True)
class Gate:
    """A dependency that lets through whoever may do what the route ``need``s.

    ``action`` is what the log calls it; without one the route's own name is taken, and with an empty one
    nothing is noted.
    """

    need: Need
    action: str | None = None

    async def __call__(self, request: Request) -> None:
        """Raises: SignInFirst, NotAllowed."""
        found = passing(request)
        found.action = _action(request) if self.action is None else self.action
        found.about = await _about(request)
        if found.elsewhere and request.method not in SAFE:
            raise NotAllowed(words.BAD_FORM)
        if self.need not in found.visitor.allowed:
            raise SignInFirst if found.visitor is NOBODY else NotAllowed
        if request.method not in SAFE and found.visitor.via in (Via.SESSION, Via.NOBODY):
            await _check_form(request, found)


def _action(request: Request) -> str:
    route = request.scope.get("route")
    return getattr(route, "name", "") or request.url.path


async def _about(request: Request) -> str:
    """What was asked or opened: the names in the path, then a question or a unit; never a form's other fields."""
    parts = [str(value) for key, value in request.path_params.items() if key != "secret"]
    parts += [value for key in ("q", "unit", "file") for value in request.query_params.getlist(key)]
    if request.headers.get("content-type", "").startswith("application/json"):
        try:
            body: Any = await request.json()
        except ValueError:
            body = None
        if isinstance(body, dict):
            parts += [body[key] for key in ("q", "unit") if isinstance(body.get(key), str)]
    return " ".join(parts)


async def _check_form(request: Request, found: Passing) -> None:
    """A change made by a browser must bear the mark of a page of ours; JSON, which no form sends, its origin.

    Raises: NotAllowed.
    """
    given = request.headers.get(FORM_HEADER)
    kind = request.headers.get("content-type", "")
    if given is None and kind.startswith(_FORMS):
        value = (await request.form()).get(FORM_FIELD)
        given = value if isinstance(value, str) else None
    ours = {"origin", "sec-fetch-site"} & set(request.headers)
    if given is None and kind.startswith("application/json") and ours:
        return
    if not given or found.fresh or not same(given, form_token(found.secret)):
        raise NotAllowed(words.BAD_FORM)


OPEN_PATHS: Final = frozenset({"/static", "/api/v1/openapi.json"})
"""Addresses that no gate stands at: neither static files nor the API's description hold anything of a plan."""


def needs_of(route: RouteContext) -> frozenset[Need]:
    """What a route asks of its visitors; empty when nobody said."""
    dependant: Dependant | None = getattr(route, "dependant", None)
    gates = () if dependant is None else (one.call for one in dependant.dependencies)
    return frozenset(gate.need for gate in gates if isinstance(gate, Gate))


def check_every_route(app: FastAPI) -> None:
    """Refuse to start with a route that nobody guards. Raises: RuntimeError."""
    for route in iter_route_contexts(app.routes):
        if not needs_of(route) and route.path not in OPEN_PATHS:
            raise RuntimeError(f"the route {route.path} does not say what it needs")
