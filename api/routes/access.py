"""Coming in and going out: signing in, one-time links, one's own account."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.addresses import safe_next
from api.access.gate import FORM, SESSION, Gate, SignInFirst, cookie_name, passing
from api.access.house import House, Visitor, Waiting
from api.access.roles import Need, Person
from api.routes.context import Context
from ingest.errors import WrongUse
from web import wording_access as words

Text = Annotated[str, Form(max_length=2000)]
OPEN, READ = Need.OPEN, Need.READ
FEW_TRIES: Final = 2
"""So many tries before one must wait, that is told."""


def access_routes(context: Context) -> APIRouter:
    """The pages around a session; where nobody signs in they lead to the first page."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    _signing(routes, context)
    _linking(routes, context)
    _account(routes, context)
    return routes


def _signing(routes: APIRouter, context: Context) -> None:
    pages = context.pages

    def page(request: Request, back: str, *, login: str = "", notice: str = "", status: int = 200) -> Response:
        # A name of another machine over http: browsers would drop the session's cookie.
        unkept = passing(request).secure and request.url.scheme == "http"
        body = pages.render("access/sign_in.html", "account", back=back, login=login, notice=notice, unkept=unkept)
        return _with_form_cookie(request, HTMLResponse(body, status))

    @routes.get("/sign-in", dependencies=[Depends(Gate(OPEN, ""))])
    def sign_in_page(request: Request, back: Annotated[str, Query(alias="next")] = "/") -> Response:
        if context.house is None or passing(request).visitor.person:
            return RedirectResponse(safe_next(back), 303)
        return page(request, safe_next(back))

    @routes.post("/sign-in", dependencies=[Depends(Gate(OPEN, ""))])
    def sign_in(
        request: Request, login: Text = "", password: Text = "", back: Annotated[str, Form(alias="next")] = "/"
    ) -> Response:
        house, found = context.house, passing(request)
        if house is None:
            return RedirectResponse("/", 303)
        try:
            entered = house.sign_in(login, password, address=found.address)
        except Waiting as waiting:
            house.note(found.visitor, "sign-in", address=found.address, about=login[:64], status=429)
            notice = words.WAIT_SIGN_IN.format(minutes=-(-waiting.seconds // 60))
            response = page(request, safe_next(back), login=login, notice=notice, status=429)
            response.headers["Retry-After"] = str(waiting.seconds)
            return response
        if entered is None:
            house.note(found.visitor, "sign-in", address=found.address, about=login[:64], status=401)
            notice = _wrong(house, login, found.address)
            return page(request, safe_next(back), login=login, notice=notice, status=401)
        person, secret = entered
        house.note(house.visitor(session=secret), "sign-in", address=found.address)
        _ = person
        return _entering(request, house, secret, RedirectResponse(safe_next(back), 303))

    @routes.post("/sign-out", dependencies=[Depends(Gate(OPEN, "sign-out"))])
    def sign_out(request: Request) -> Response:
        if context.house is not None:
            context.house.sessions.end(passing(request).secret)
        response = RedirectResponse("/sign-in", 303)
        _drop(request, response, SESSION)
        return response


def _wrong(house: House, login: str, address: str) -> str:
    """That login and password do not fit, and shortly before one must wait, that it is so."""
    left = house.tries_left(login, address=address)
    warned = words.FEW_TRIES_LEFT if left else words.NO_TRY_LEFT
    said = warned.format(left=left, minutes=house.rules.pace.window // 60) if left <= FEW_TRIES else ""
    return f"{words.WRONG_SIGN_IN} {said}".strip()


def _linking(routes: APIRouter, context: Context) -> None:
    pages = context.pages

    def gone() -> Response:
        return HTMLResponse(pages.problem(410, words.LINK_GONE, words.LINK_GONE_NEXT), 410)

    def page(request: Request, person: Person | None, *, notice: str = "", login: str = "", name: str = "") -> Response:
        values = {"person": person, "notice": notice, "login": login, "name": name, "action": request.url.path}
        body = pages.render("access/password.html", "account", **values)
        return _with_form_cookie(request, HTMLResponse(body, 400 if notice else 200))

    @routes.get("/link/{secret}", dependencies=[Depends(Gate(OPEN, ""))])
    def link_page(request: Request, secret: str) -> Response:
        held = context.house.peek(secret) if context.house else None
        return gone() if held is None else page(request, held[1])

    @routes.post("/link/{secret}", dependencies=[Depends(Gate(OPEN, "set-password"))])
    def use_link(
        request: Request,
        secret: str,
        *,
        login: Text = "",
        name: Text = "",
        password: Text = "",
        again: Text = "",
    ) -> Response:
        held = context.house.peek(secret) if context.house else None
        if context.house is None or held is None:
            return gone()
        if password != again:
            return page(request, held[1], notice=words.PASSWORDS_DIFFER, login=login, name=name)
        try:
            person = context.house.use_link(secret, password, login=login, name=name)
        except WrongUse as error:
            return page(request, held[1], notice=error.message, login=login, name=name)
        if person is None:
            return gone()
        passing(request).about = person.login
        body = pages.render(
            "access/sign_in.html", "account", back="/", login=person.login, notice=words.PASSWORD_SET, unkept=False
        )
        return _with_form_cookie(request, HTMLResponse(body))


def _account(routes: APIRouter, context: Context) -> None:
    pages = context.pages

    def page(visitor: Visitor, *, notice: str = "", status: int = 200) -> Response:
        groups = context.house.people.groups() if context.house else ()
        mine = [one.name for one in groups if visitor.person and one.id in visitor.person.groups]
        body = pages.render("access/account.html", "account", person=visitor.person, groups=mine, notice=notice)
        return HTMLResponse(body, status)

    @routes.get("/account", dependencies=[Depends(Gate(READ, ""))])
    def account_page(request: Request) -> Response:
        return page(passing(request).visitor)

    @routes.post("/account", dependencies=[Depends(Gate(READ, "change-password"))])
    def change_password(request: Request, *, old: Text = "", password: Text = "", again: Text = "") -> Response:
        found = passing(request)
        person = found.visitor.person
        if context.house is None or person is None:
            raise SignInFirst
        if password != again:
            return page(found.visitor, notice=words.PASSWORDS_DIFFER, status=400)
        try:
            secret = context.house.change_password(person, old, password, address=found.address)
        except WrongUse as error:
            return page(found.visitor, notice=error.message, status=400)
        except Waiting as waiting:
            notice = words.WAIT_SIGN_IN.format(minutes=-(-waiting.seconds // 60))
            return page(found.visitor, notice=notice, status=429)
        if secret is None:
            return page(found.visitor, notice=words.WRONG_OLD, status=400)
        return _entering(request, context.house, secret, RedirectResponse("/account?done=1", 303))


def _entering(request: Request, house: House, secret: str, response: Response) -> Response:
    """The response with the new session's cookie; a session that was there before ends."""
    found = passing(request)
    house.sessions.end(found.secret)
    _set(request, response, SESSION, secret, longest=house.rules.longest)
    _drop(request, response, FORM)
    return response


def _with_form_cookie(request: Request, response: Response) -> Response:
    """The response with the cookie that the forms of someone not signed in are marked with."""
    found = passing(request)
    if found.fresh and found.secret:
        _set(request, response, FORM, found.secret, longest=3600)
    return response


def _set(request: Request, response: Response, name: str, value: str, *, longest: int) -> None:
    secure = passing(request).secure
    response.set_cookie(
        cookie_name(name, secure=secure), value, max_age=longest, path="/", secure=secure, httponly=True, samesite="lax"
    )


def _drop(request: Request, response: Response, name: str) -> None:
    secure = passing(request).secure
    response.delete_cookie(cookie_name(name, secure=secure), path="/", secure=secure, httponly=True, samesite="lax")
