"""The HTTP app: the pages people open and the API other systems call, over one service."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, HTTPException, Query
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from pydantic import BaseModel, ConfigDict, Field
from starlette.middleware.gzip import GZipMiddleware

from api.failures import install_failures
from api.guard import BodyLimit, KnownHosts, SecurityHeaders
from api.problems import PROBLEM_JSON
from api.records import AnswerRecord, answer_record
from api.service import Asked, today_in_vietnam, typed
from api.settings import Settings
from ingest.document import Span
from ingest.errors import WrongUse
from ingest.plan import Plan
from web import reading, wording
from web.pages import STATIC, Pages

API = "/api/v1"
Clock = Callable[[], date]


class AskRequest(BaseModel):
    """A question, and the day that "hôm nay" means (today when left out)."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"q": "Đơn vị nào chủ trì triển khai chữ ký số?"}]},
    )

    q: str = Field(min_length=1)
    today: date | None = None


class Health(BaseModel):
    """The service answers, over so many plans."""

    status: str
    plans: int


def create_app(service: Asked, settings: Settings, *, clock: Clock = today_in_vietnam) -> FastAPI:
    """The app over ``service``; ``clock`` says what day it is."""
    pages = Pages()
    app = FastAPI(
        title=wording.PRODUCT,
        description=wording.TAGLINE,
        version="1",
        openapi_url=f"{API}/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.include_router(_page_routes(service, settings, pages, clock))
    app.include_router(_api_routes(service, settings, clock))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    install_failures(app, pages, debug=settings.debug)
    app.add_middleware(BodyLimit, limit=settings.max_body)
    app.add_middleware(GZipMiddleware, minimum_size=1024)
    app.add_middleware(KnownHosts, hosts=settings.hosts)
    app.add_middleware(SecurityHeaders)
    return app


def _page_routes(service: Asked, settings: Settings, pages: Pages, clock: Clock) -> APIRouter:
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.get("/")
    def ask_page(q: str | None = None) -> HTMLResponse:
        plans = service.plans()
        if q is None:
            return HTMLResponse(pages.ask(plans))
        try:
            question = typed(q, settings.max_question)
        except WrongUse as error:
            kept = q[: settings.max_question]
            return HTMLResponse(pages.refused(plans, kept, error.message), 400)
        return HTMLResponse(pages.ask(plans, question, service.ask(question, today=clock())))

    @routes.get("/plans/{file}")
    def plan_page(file: str, cited: Annotated[Cited, Query()]) -> HTMLResponse:
        plan = service.plan(file)
        if plan is None:
            raise HTTPException(404, wording.NO_PLAN.format(file=file))
        return HTMLResponse(pages.plan(plan, cited.spans(plan), wanted=cited.wanted))

    return routes


class Cited(BaseModel):
    """The place that a link to a plan asks for: a slice of its text, or a locator."""

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


def _api_routes(service: Asked, settings: Settings, clock: Clock) -> APIRouter:
    problems: dict[int | str, dict[str, Any]] = {
        status: {"content": {PROBLEM_JSON: {}}, "description": wording.API_PROBLEMS[status]}
        for status in (400, 413, 422, 503)
    }
    routes = APIRouter()

    @routes.post(f"{API}/ask", responses=problems, summary=wording.ASK_TITLE)
    def ask(request: AskRequest) -> AnswerRecord:
        question = typed(request.q, settings.max_question)
        return answer_record(service.ask(question, today=request.today or clock()))

    @routes.get("/healthz", responses={503: problems[503]}, summary=wording.HEALTH)
    def health() -> Health:
        return Health(status="ok", plans=len(service.plans()))

    return routes
