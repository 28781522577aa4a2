"""Pages for people: asking, reading a plan at the quoted place, and what there is to do."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ConfigDict, Field

from api.access.gate import visitor_of
from api.access.roles import Need
from api.routes.context import Context
from api.routes.pages_ask import ask_routes
from api.routes.pages_original import offered
from api.routes.pages_work import work_routes
from api.service import Library
from index.catalogue import file_of
from web import wording
from web.source import Sought


class Cited(BaseModel):
    """What a link to a plan asks for: a slice of its text, a locator, words to look for; ``sua`` offers
    editors to correct each row.
    """

    model_config = ConfigDict(frozen=True)

    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=0)
    at: str = Field(default="", max_length=300)
    tim: str = Field(default="", max_length=100)
    sua: bool = False

    @property
    def sought(self) -> Sought:
        """The same for the page."""
        return Sought(self.at, self.start, self.end, " ".join(self.tim.split()))


def page_routes(context: Context) -> APIRouter:
    """The pages, each of its address's own; none is part of the API's description."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    routes.include_router(ask_routes(context))
    routes.include_router(source_routes(context))
    routes.include_router(work_routes(context))
    return routes


def source_routes(context: Context) -> APIRouter:
    """The plans of the library."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.get("/plans/{file}")
    def plan_page(request: Request, file: str, cited: Annotated[Cited, Query()]) -> HTMLResponse:
        service = context.service_for(request)
        plan = service.plan(file)
        if plan is None:
            raise HTTPException(404, wording.NO_PLAN.format(file=file))
        edits = Need.LIBRARY in visitor_of(request).allowed and isinstance(context.service, Library)
        fixable = edits and any(one.file == plan.file for one in service.held())
        current = any(one.file == plan.file for one in service.plans())
        kept = offered(context, plan, cited.sought)
        shown = {"kept": kept, "fixable": fixable, "choosing": fixable and cited.sua, "current": current}
        return HTMLResponse(context.pages.plan(plan, cited.sought, family=file_of(plan.file), **shown))

    return routes
