"""Pages for people: asking, and reading a plan at the quoted place."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ConfigDict, Field

from api.routes.context import Context
from api.service import typed
from ingest.document import Span
from ingest.errors import WrongUse
from ingest.plan import Plan
from web import reading, wording


class Cited(BaseModel):
    """The place that a link to a plan asks for: a slice of its text, or a locator."""

    model_config = ConfigDict(frozen=True)

    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=0)
    at: str | None = None

    @property
    def wanted(self) -> bool:
        """Whether any place was asked for."""
        return self.at is not None or self.start is not None

    def spans(self, plan: Plan) -> tuple[Span, ...]:
        """The place in ``plan``; empty when it is not there."""
        if self.at is not None:
            return reading.places(plan, self.at)
        if self.start is None or self.end is None:
            return ()
        return (Span(self.start, self.end),) if self.start < self.end <= len(plan.text) else ()


def page_routes(context: Context) -> APIRouter:
    """The pages, each of its address's own; none is part of the API's description."""
    pages, settings = context.pages, context.settings
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.get("/")
    def ask_page(request: Request, q: str | None = None) -> HTMLResponse:
        service = context.service_for(request)
        plans = service.plans()
        if q is None:
            return HTMLResponse(pages.ask(plans))
        try:
            question = typed(q, settings.max_question)
        except WrongUse as error:
            kept = q[: settings.max_question]
            return HTMLResponse(pages.refused(plans, kept, error.message), 400)
        return HTMLResponse(pages.ask(plans, question, service.ask(question, today=context.clock())))

    @routes.get("/plans/{file}")
    def plan_page(request: Request, file: str, cited: Annotated[Cited, Query()]) -> HTMLResponse:
        plan = context.service_for(request).plan(file)
        if plan is None:
            raise HTTPException(404, wording.NO_PLAN.format(file=file))
        return HTMLResponse(pages.plan(plan, cited.spans(plan), wanted=cited.wanted))

    return routes
