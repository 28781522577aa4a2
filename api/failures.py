"""Errors over HTTP: a problem document for programs, a plain page for people."""

from __future__ import annotations

import logging
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from api.access.addresses import sign_in_href
from api.access.gate import SAFE, NotAllowed, SignInFirst
from api.guard import SECURITY_HEADERS, for_people
from api.problems import PROBLEM_JSON, next_for, problem_body, problem_of, sentence_for
from api.requestid import HEADER, request_id
from ingest.errors import RoviecError
from web import wording
from web.pages import Pages

_LOG = logging.getLogger("roviec.http")


def install_failures(app: FastAPI, pages: Pages, *, debug: bool) -> None:
    """Teach ``app`` what to say to each error; with ``debug`` unforeseen ones are raised."""
    app.state.problem_page = pages.problem  # for what is refused before any route is reached

    def respond(request: Request, status: int, name: str, detail: str) -> Response:
        title = sentence_for(status)
        if for_people(request.url.path):
            return HTMLResponse(pages.problem(status, title, detail), status)
        body = problem_body(status, name, title, detail) | {"instance": request.url.path}
        return JSONResponse(body, status, media_type=PROBLEM_JSON)

    @app.exception_handler(RoviecError)
    def known(request: Request, error: RoviecError) -> Response:
        problem = problem_of(error)
        return respond(request, problem.status, problem.name, str(error))

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        fields = ", ".join(sorted({str(one["loc"][-1]) for one in error.errors()}))
        return respond(request, 422, "invalid", wording.INVALID_FIELDS.format(fields=fields))

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        own = error.detail != HTTPStatus(error.status_code).phrase
        detail = error.detail if own else next_for(error.status_code)
        response = respond(request, error.status_code, "http", detail)
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(SignInFirst)
    def unknown(request: Request, error: SignInFirst) -> Response:
        if for_people(request.url.path) and request.method in SAFE:
            return RedirectResponse(sign_in_href(request), 303)
        response = respond(request, 401, "sign-in", error.detail)
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(NotAllowed)
    def forbidden(request: Request, error: NotAllowed) -> Response:
        return respond(request, 403, "not-allowed", error.detail)

    if not debug:

        @app.exception_handler(Exception)
        def unforeseen(request: Request, error: Exception) -> Response:
            name = request_id(request.scope)
            _LOG.error("unforeseen error at %s, request %s", request.url.path, name, exc_info=error)
            response = respond(request, 500, "internal", f"{next_for(500)} {wording.ERROR_CODE.format(code=name)}")
            # This one handler stands outside the middleware that guards all other responses.
            response.headers.update(SECURITY_HEADERS | {HEADER: name})
            return response
