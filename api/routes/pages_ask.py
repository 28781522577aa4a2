"""Asking: the question page, the answer's table as a file, and what people say of an answer."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Form, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from api import feedback
from api.access.gate import visitor_of
from api.routes.context import Context
from api.service import VIETNAM, typed
from api.threads import answered
from ingest.errors import WrongUse
from rag.answer import Answer
from web import wording
from web.asking import Asked, export_sheet
from web.exporting import MEDIA, exported
from web.links import ask_href
from web.tables import Arrangement
from web.views import day_text


class Asking(BaseModel):
    """A question, those asked before it, and how its table is to be shown."""

    model_config = ConfigDict(frozen=True)

    q: str | None = None
    prev: tuple[str, ...] = ()
    sort: str = Field(default="", max_length=20)
    dir: Literal["", "asc", "desc"] = ""
    loc: str = Field(default="", max_length=200)
    thanks: bool = False

    @property
    def arrangement(self) -> Arrangement:
        """How the table is to be shown."""
        return Arrangement(self.sort, self.dir == "desc", " ".join(self.loc.split()))


class Exporting(Asking):
    """The same as a file."""

    format: Literal["csv", "xlsx", "docx"] = "csv"


class Said(BaseModel):
    """The form below an answer."""

    model_config = ConfigDict(frozen=True)

    q: str
    prev: tuple[str, ...] = ()
    verdict: Literal["up", "down"]
    reason: str = Field(default="", max_length=20)
    note: str = Field(default="", max_length=500)


def ask_routes(context: Context) -> APIRouter:
    """The pages around a question."""
    pages = context.pages
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.get("/")
    def ask_page(request: Request, asking: Annotated[Asking, Query()]) -> HTMLResponse:
        plans = context.service_for(request).plans()
        if asking.q is None:
            return HTMLResponse(pages.ask(plans))
        try:
            asked = _asked(context, request, asking)
        except WrongUse as error:
            kept = asking.q[: context.settings.max_question]
            return HTMLResponse(pages.refused(plans, kept, error.message), 400)
        return HTMLResponse(pages.ask(plans, asked))

    @routes.get("/export")
    def export(request: Request, asking: Annotated[Exporting, Query()]) -> Response:
        made = wording.EXPORT_DAY.format(day=day_text(context.clock()))
        sheet = export_sheet(_asked(context, request, asking), made)
        if sheet is None:
            raise HTTPException(404, wording.NOTHING_TO_EXPORT)
        return file_response(exported(sheet, asking.format), wording.EXPORT_NAME, asking.format)

    @routes.post("/feedback")
    def feedback_form(request: Request, said: Annotated[Said, Form()]) -> RedirectResponse:
        if not feedback.from_own_page(request.headers):
            raise HTTPException(403, wording.FEEDBACK_STRANGER)
        asking = Asking(q=said.q, prev=said.prev)
        answer = _asked(context, request, asking).answer
        verdict = _verdict(said, answer, by=visitor_of(request).login)
        feedback.keep(verdict, context.settings.data, datetime.now(VIETNAM), wording.FEEDBACK_UNKEPT)
        return RedirectResponse(ask_href(said.q, said.prev, thanks="1") + "#feedback", 303)

    return routes


def _asked(context: Context, request: Request, asking: Asking) -> Asked:
    """Ask each earlier question after the one before it, then the question itself.

    Raises: WrongUse, when there is no question or it is too long.
    """
    service, today, longest = context.service_for(request), context.clock(), context.settings.max_question
    question = typed(asking.q or "", longest)
    *previous, answer = answered(service, (*asking.prev, question), today=today, longest=longest)
    found = service.conditions(question, today=today)
    return Asked(answer, tuple(previous), found, asking.arrangement, asking.thanks)


def _verdict(said: Said, answer: Answer, *, by: str) -> feedback.Verdict:
    return feedback.Verdict(
        question=said.q,
        previous=said.prev,
        right=said.verdict == "up",
        reason=said.reason if said.reason in wording.FEEDBACK_REASONS else "",
        note=" ".join(said.note.split()),
        status=answer.status.value,
        values=answer.values,
        places=tuple(dict.fromkeys(f"{one.file}#{one.locator}" for one in answer.citations)),
        by=by,
    )


def file_response(body: bytes, name: str, form: str) -> Response:
    """A file to be saved; ``form`` is a key of ``MEDIA``."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return Response(body, media_type=MEDIA[form], headers=headers)
