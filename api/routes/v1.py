"""The API that other systems call."""

from __future__ import annotations

from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from api.problems import PROBLEM_JSON
from api.records import AnswerRecord, answer_record
from api.routes.context import Context
from api.service import typed
from web import wording

API = "/api/v1"


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


def api_routes(context: Context) -> APIRouter:
    """What programs may call, described in the OpenAPI document."""
    problems: dict[int | str, dict[str, Any]] = {
        status: {"content": {PROBLEM_JSON: {}}, "description": wording.API_PROBLEMS[status]}
        for status in (400, 413, 422, 503)
    }
    routes = APIRouter()

    @routes.post(f"{API}/ask", responses=problems, summary=wording.ASK_TITLE)
    def ask(request: Request, asked: AskRequest) -> AnswerRecord:
        question = typed(asked.q, context.settings.max_question)
        service = context.service_for(request)
        return answer_record(service.ask(question, today=asked.today or context.clock()))

    @routes.get("/healthz", responses={503: problems[503]}, summary=wording.HEALTH)
    def health() -> Health:
        return Health(status="ok", plans=len(context.service.plans()))

    return routes
