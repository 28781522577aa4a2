"""Quản trị: tokens of programs, the log, how good the answers are, the settings in use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from http import HTTPStatus
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from api import feedback
from api.access.audit import Event, Which, as_csv
from api.access.gate import Gate, passing
from api.access.house import label_of
from api.access.roles import SCOPES, Need
from api.quality import quality
from api.routes.access_admin import kept_house
from api.routes.context import Context
from api.service import VIETNAM
from ingest.errors import WrongUse
from web import wording_access as words
from web.access_views import moment
from web.originals import size_text
from web.said import said_view

ADMIN, UNLOGGED = Depends(Gate(Need.ADMIN)), Depends(Gate(Need.ADMIN, ""))
Text = Annotated[str, Form(max_length=2000)]
A_PAGE = 100
COMING_IN = frozenset({"sign-in", "sign-out", "set-password"})
"""What nobody who is signed in does, and is led on from."""
MOST_CSV = 50_000
MOST_SAID = 200
LONGEST_DAYS = 366


class Sought(BaseModel):
    """The filter of the log; days are those of Viet Nam, the last one included."""

    model_config = ConfigDict(frozen=True)

    login: str = ""
    action: str = ""
    words: str = ""
    since: str = ""
    until: str = ""
    page: int = Field(default=1, ge=1, le=100_000)

    def which(self) -> Which:
        """The conditions; a day that is none is left out."""
        until = _midnight(self.until, days=1)
        return Which(
            login=self.login.strip().casefold(),
            action=self.action.strip(),
            words=self.words.strip(),
            since=_midnight(self.since),
            until=until,
        )

    def query(self, **changed: object) -> str:
        """The filter as a query, so that the next page and the CSV show the same."""
        return urlencode({name: value for name, value in (self.model_dump() | changed).items() if value})


def _midnight(day: str, *, days: int = 0) -> int | None:
    try:
        wanted = date.fromisoformat(day) + timedelta(days=days)
    except (ValueError, OverflowError):
        return None
    return int(datetime.combine(wanted, time(), VIETNAM).timestamp())


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token in the list."""

    id: int
    name: str
    owner: str
    scopes: str
    expires: str
    used: str
    expired: bool


def office_routes(context: Context) -> APIRouter:
    """The other pages for admins."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    _tokens(routes, context)
    _log(routes, context)
    _said(routes, context)
    _reports(routes, context)
    return routes


def _tokens(routes: APIRouter, context: Context) -> None:
    def listed(*, secret: str = "", notice: str = "", status: int = 200) -> HTMLResponse:
        house = context.house
        people = house.people.every() if house else ()
        body = context.pages.render(
            "access/tokens.html",
            "admin",
            tokens=_rows(context),
            people=[one for one in people if one.active],
            scopes=[(scope.value, words.SCOPES[scope.value]) for scope in sorted(SCOPES, reverse=True)],
            secret=secret,
            notice=notice,
        )
        return HTMLResponse(body, status)

    @routes.get("/admin/tokens", dependencies=[UNLOGGED])
    def tokens_page() -> HTMLResponse:
        return listed()

    @routes.post("/admin/tokens", dependencies=[ADMIN])
    def make_token(
        request: Request,
        *,
        login: Text = "",
        name: Text = "",
        days: Annotated[int, Form(ge=1, le=LONGEST_DAYS)] = 90,
        scope: Annotated[list[str] | None, Form()] = None,
    ) -> Response:
        house = kept_house(context)
        person = house.people.by_login(login)
        scopes = {one for one in SCOPES if one.value in (scope or ())}
        if person is None or not person.active or not scopes:
            return listed(notice=words.TOKEN_NEEDS, status=400)
        try:
            label = label_of(name)
        except WrongUse as error:
            return listed(notice=error.message, status=400)
        now = house.clock()
        secret = house.tokens.make(person.id, label, scopes, now=now, expires=now + days * 86400)
        passing(request).about = f"{label}: {person.login} {' '.join(sorted(scopes))} {days}d"
        return listed(secret=secret)

    @routes.post("/admin/tokens/{token_id}/revoke", dependencies=[ADMIN])
    def revoke_token(token_id: int) -> Response:
        kept_house(context).tokens.revoke(token_id)
        return RedirectResponse("/admin/tokens", 303)


def _rows(context: Context) -> list[TokenRow]:
    house = context.house
    if house is None:
        return []
    names = {person.id: person.login for person in house.people.every()}
    return [
        TokenRow(
            id=one.id,
            name=one.name,
            owner=names[one.person_id],
            scopes=", ".join(words.SCOPES[scope.value] for scope in sorted(one.scopes, reverse=True)),
            expires=moment(one.expires),
            used=moment(one.used),
            expired=one.expires <= house.clock(),
        )
        for one in house.tokens.every()
    ]


def _log(routes: APIRouter, context: Context) -> None:
    @routes.get("/admin/log", dependencies=[UNLOGGED])
    def log_page(sought: Annotated[Sought, Query()]) -> HTMLResponse:
        house, which = context.house, sought.which()
        count = house.audit.count(which) if house else 0
        events = house.audit.find(which, limit=A_PAGE, offset=(sought.page - 1) * A_PAGE) if house else ()
        body = context.pages.render(
            "access/log.html",
            "admin",
            sought=sought,
            events=[(moment(one.at), one, words.ACTIONS.get(one.action, one.action), _outcome(one)) for one in events],
            count=count,
            actions=words.ACTIONS,
            days=context.settings.audit_days,
            csv=f"/admin/log.csv?{sought.query(page='')}",
            older=f"/admin/log?{sought.query(page=sought.page + 1)}" if count > sought.page * A_PAGE else "",
            newer=f"/admin/log?{sought.query(page=sought.page - 1)}" if sought.page > 1 else "",
        )
        return HTMLResponse(body)

    @routes.get("/admin/log.csv", dependencies=[Depends(Gate(Need.ADMIN, "log-csv"))])
    def log_csv(sought: Annotated[Sought, Query()]) -> Response:
        events = context.house.audit.find(sought.which(), limit=MOST_CSV) if context.house else ()
        name = {"Content-Disposition": 'attachment; filename="roviec-log.csv"'}
        return Response(as_csv(events), media_type="text/csv; charset=utf-8", headers=name)


def _said(routes: APIRouter, context: Context) -> None:
    @routes.get("/admin/feedback", dependencies=[UNLOGGED])
    def feedback_page() -> HTMLResponse:
        people = context.house.people.every() if context.house else ()
        names = {one.login: one.name for one in people}
        shown = [said_view(one.time, one.verdict, names) for one in feedback.kept(context.settings.data, MOST_SAID)]
        return HTMLResponse(context.pages.render("access/feedback.html", "admin", said=shown, most=MOST_SAID))


def _reports(routes: APIRouter, context: Context) -> None:
    @routes.get("/admin/quality", dependencies=[UNLOGGED])
    def quality_page() -> HTMLResponse:
        return HTMLResponse(context.pages.render("access/quality.html", "admin", quality=quality()))

    @routes.get("/admin/settings", dependencies=[UNLOGGED])
    def settings_page() -> HTMLResponse:
        shown = [
            (words.SETTING_NAMES[name], f"ROVIEC_{name.upper()}", _told(name, value))
            for name, value in context.settings
        ]
        guarded = context.settings.guarded
        return HTMLResponse(context.pages.render("access/settings.html", "admin", settings=shown, guarded=guarded))


def _outcome(event: Event) -> str:
    """What came of it, in words."""
    led_away = event.status == HTTPStatus.SEE_OTHER and not event.login and event.action not in COMING_IN
    if event.status < HTTPStatus.BAD_REQUEST and not led_away:
        return words.OUTCOME_DONE
    told = words.OUTCOME_WORDS[""] | words.OUTCOME_WORDS.get(event.action, {})
    return told.get(HTTPStatus.UNAUTHORIZED if led_away else event.status) or words.OUTCOME_FAILED.format(
        status=event.status
    )


def _told(name: str, value: object) -> str:
    if isinstance(value, bool):
        return words.YES_NO[value]
    if name in words.SETTING_BYTES and isinstance(value, int):
        return size_text(value)
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "–"
    return str(value)
