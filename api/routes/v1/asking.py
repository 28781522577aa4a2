"""Asking, searching, and saying whether an answer was right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from api import feedback, wording_api
from api.access.gate import visitor_of
from api.etags import unless_held
from api.paging import Pager, Piece, PieceAsked
from api.records import AnswerRecord, answer_record
from api.records_lists import HitRecord, hit_record
from api.routes.context import Context
from api.routes.v1 import examples
from api.routes.v1.describing import checked, listed, problems, shown, tagged
from api.service import VIETNAM, typed
from api.threads import answered
from rag.answer import Answer
from web.asking import MOST_PREVIOUS

Before = Annotated[str, Field(min_length=1)]
Previous = Before | Annotated[list[Before], Field(min_length=1, max_length=MOST_PREVIOUS)]


class AskRequest(BaseModel):
    """A question, the day that "hôm nay" means (today when left out), and the question or questions that it follows up."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"q": "Đơn vị nào chủ trì triển khai chữ ký số?"},
                {"q": "Bao giờ xong?", "previous": "Đơn vị nào chủ trì triển khai chữ ký số?"},
                {"q": "Ai phối hợp?", "previous": ["Đơn vị nào chủ trì triển khai chữ ký số?", "Bao giờ xong?"]},
            ]
        },
    )

    q: str = Field(min_length=1, description=wording_api.QUESTION)
    today: date | None = Field(default=None, description=wording_api.TODAY)
    previous: Previous | None = Field(default=None, description=wording_api.PREVIOUS)


class SearchAsked(PieceAsked):
    """What is searched for, and where."""

    q: str = Field(min_length=1, description=wording_api.WORDS)
    kind: Literal["task", "target", "clause"] | None = Field(default=None, description=wording_api.KIND)
    file: str | None = Field(default=None, description=wording_api.FILE)


class FeedbackRequest(BaseModel):
    """A word on the answer to a question; the answer itself is asked again and kept beside it."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"q": "Ai chủ trì?", "verdict": "down", "note": "Thiếu đơn vị thứ hai."}]},
    )

    q: str = Field(min_length=1, description=wording_api.QUESTION)
    previous: Previous | None = Field(default=None, description=wording_api.PREVIOUS)
    verdict: Literal["up", "down"] = Field(description=wording_api.VERDICT)
    reason: str = Field(default="", max_length=40, description=wording_api.REASON)
    note: str = Field(default="", max_length=500, description=wording_api.NOTE)


class Kept(BaseModel):
    """The word was written down."""

    kept: bool


def asking_routes(context: Context) -> APIRouter:
    """The calls."""
    routes = APIRouter(tags=[wording_api.TAGS["ask"]])

    @routes.post("/ask", responses=shown(examples.ANSWER) | problems(400, 413), summary=wording_api.ASK)
    def ask(request: Request, asked: AskRequest) -> AnswerRecord:
        day = checked(asked.today) or context.clock()
        return answer_record(_answer(context, request, (*_before(asked.previous), asked.q), day))

    @routes.get(
        "/search",
        responses=tagged(listed(examples.HIT), 400),
        summary=wording_api.SEARCH,
        dependencies=[Depends(unless_held(context))],
    )
    def search(
        request: Request, asked: Annotated[SearchAsked, Query()], pager: Annotated[Pager, Depends()]
    ) -> Piece[HitRecord]:
        words = typed(asked.q, context.settings.max_question)
        found = [
            one
            for one in context.service_for(request).search(words)
            if asked.kind in (None, one.kind) and asked.file in (None, one.item.file)
        ]
        return pager.cut(found, asked, hit_record)

    @routes.post(
        "/feedback",
        status_code=201,
        responses=shown(examples.KEPT, 201) | problems(400, 413),
        summary=wording_api.FEEDBACK,
    )
    def say(request: Request, said: FeedbackRequest) -> Kept:
        answer = _answer(context, request, (*_before(said.previous), said.q), context.clock())
        word = _verdict(said, answer, by=visitor_of(request).login)
        feedback.keep(word, context.settings.data, datetime.now(VIETNAM), wording_api.FEEDBACK_UNKEPT)
        return Kept(kept=True)

    return routes


def _before(previous: str | list[str] | None) -> list[str]:
    """The questions asked before, in the order asked."""
    return [previous] if isinstance(previous, str) else previous or []


def _answer(context: Context, request: Request, questions: Sequence[str], day: date) -> Answer:
    """The answer to the last of ``questions``; those before it are asked again for what it is about."""
    longest = context.settings.max_question
    return answered(context.service_for(request), questions, today=day, longest=longest)[-1]


def _verdict(said: FeedbackRequest, answer: Answer, *, by: str) -> feedback.Verdict:
    return feedback.Verdict(
        question=answer.question,
        previous=tuple(" ".join(one.split()) for one in _before(said.previous)),
        right=said.verdict == "up",
        reason=" ".join(said.reason.split()),
        note=" ".join(said.note.split()),
        status=answer.status.value,
        values=answer.values,
        places=tuple(dict.fromkeys(f"{one.file}#{one.locator}" for one in answer.citations)),
        by=by,
    )
