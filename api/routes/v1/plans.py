"""The plans and their rows: tasks, targets, reporting duties."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from pydantic import Field

from api import wording_api
from api.etags import unless_held
from api.paging import Pager, Piece, PieceAsked
from api.records import plan_record
from api.records_lists import (
    DutyRecord,
    PlanSummaryRecord,
    TargetRecord,
    TaskRecord,
    duty_record,
    plan_summary_record,
    target_record,
    task_record,
)
from api.routes.context import Context
from api.routes.v1 import examples
from api.routes.v1.describing import checked, listed, tagged
from rag.listing.rowlist import Choice
from web import wording


class DutiesAsked(PieceAsked):
    """Which reporting duties are asked for."""

    file: str | None = Field(default=None, description=wording_api.FILE)
    unit: str | None = Field(default=None, min_length=1, max_length=200, description=wording_api.UNIT)
    due_from: date | None = Field(default=None, description=wording_api.DUE_FROM)
    due_to: date | None = Field(default=None, description=wording_api.DUE_TO)

    def choice(self) -> Choice:
        """The same as the service takes it. Raises: WrongUse for days of another century."""
        return Choice(file=self.file, unit=self.unit, since=checked(self.due_from), until=checked(self.due_to))


class RowsAsked(DutiesAsked):
    """Which tasks or targets are asked for."""

    role: Literal["lead", "support"] | None = Field(default=None, description=wording_api.ROLE)
    annex: str | None = Field(default=None, description=wording_api.ANNEX)
    group: str | None = Field(default=None, description=wording_api.GROUP)

    def choice(self) -> Choice:
        """The same. Raises: WrongUse."""
        days = {"since": checked(self.due_from), "until": checked(self.due_to)}
        return Choice(self.file, self.unit, role=self.role, annex=self.annex, group=self.group, **days)


def plan_routes(context: Context) -> APIRouter:
    """The calls."""
    routes = APIRouter(tags=[wording_api.TAGS["plans"]], dependencies=[Depends(unless_held(context))])

    @routes.get("/plans", responses=tagged(listed(examples.PLAN_SUMMARY)), summary=wording_api.PLANS)
    def plans(
        request: Request, asked: Annotated[PieceAsked, Query()], pager: Annotated[Pager, Depends()]
    ) -> Piece[PlanSummaryRecord]:
        return pager.cut(context.service_for(request).plans(), asked, plan_summary_record)

    @routes.get("/plans/{file}", responses=tagged(examples.PLAN, 404), summary=wording_api.PLAN)
    def plan(request: Request, file: str) -> dict[str, Any]:
        found = context.service_for(request).plan(file)
        if found is None:
            raise HTTPException(404, wording.NO_PLAN.format(file=file))
        return plan_record(found)

    @routes.get("/tasks", responses=tagged(listed(examples.TASK), 400, 404), summary=wording_api.TASKS)
    def tasks(
        request: Request, asked: Annotated[RowsAsked, Query()], pager: Annotated[Pager, Depends()]
    ) -> Piece[TaskRecord]:
        return pager.cut(context.service_for(request).tasks(asked.choice()), asked, task_record)

    @routes.get("/targets", responses=tagged(listed(examples.TARGET), 400, 404), summary=wording_api.TARGETS)
    def targets(
        request: Request, asked: Annotated[RowsAsked, Query()], pager: Annotated[Pager, Depends()]
    ) -> Piece[TargetRecord]:
        return pager.cut(context.service_for(request).targets(asked.choice()), asked, target_record)

    @routes.get("/duties", responses=tagged(listed(examples.DUTY), 400, 404), summary=wording_api.DUTIES)
    def duties(
        request: Request, asked: Annotated[DutiesAsked, Query()], pager: Annotated[Pager, Depends()]
    ) -> Piece[DutyRecord]:
        today = context.clock()
        found = context.service_for(request).duties(asked.choice())
        return pager.cut(found, asked, lambda one: duty_record(one, today))

    return routes
