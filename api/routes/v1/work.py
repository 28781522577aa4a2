"""What units have to do, and what falls due when, as records and as a calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api import wording_api, wording_work
from api.etags import unless_held
from api.ics import ICS, calendar
from api.paging import Pager, Piece, PieceAsked
from api.records_work import (
    BriefRecord,
    DeadlineRecord,
    UnitSummaryRecord,
    brief_record,
    deadline_record,
    unit_summary_record,
)
from api.routes.context import Context
from api.routes.v1 import examples
from api.routes.v1.describing import checked, listed, tagged
from ingest.errors import WrongUse
from rag.listing.deadlines import Deadline
from web.links import place_href

YEARS: Final = 5
_LONGEST: Final = timedelta(days=366 * YEARS)
_AHEAD: Final = timedelta(days=366)
_BEHIND: Final = timedelta(days=90)
"""How far back a calendar reaches that names no day."""


class UnitAsked(BaseModel):
    """Whose brief is asked for, and of which period."""

    model_config = ConfigDict(frozen=True)

    unit: str = Field(min_length=1, max_length=200, description=wording_api.UNIT)
    since: date | None = Field(default=None, alias="from", description=wording_api.FROM)
    until: date | None = Field(default=None, alias="to", description=wording_api.TO)
    file: list[str] = Field(default=[], max_length=100, description=wording_api.BRIEF_FILES)
    today: date | None = Field(default=None, description=wording_api.TODAY)


class DatesAsked(BaseModel):
    """Which deadlines are asked for."""

    model_config = ConfigDict(frozen=True)

    since: date | None = Field(default=None, alias="from", description=wording_api.DEADLINES_FROM)
    until: date | None = Field(default=None, alias="to", description=wording_api.DEADLINES_TO)
    unit: str | None = Field(default=None, min_length=1, max_length=200, description=wording_api.UNIT)
    file: list[str] = Field(default=[], max_length=100, description=wording_api.FILES)


class DeadlinesAsked(DatesAsked, PieceAsked):
    """The same with the piece of the list."""


def work_routes(context: Context) -> APIRouter:
    """The calls."""
    routes = APIRouter(tags=[wording_api.TAGS["work"]], dependencies=[Depends(unless_held(context))])

    @routes.get("/units", responses=tagged(listed(examples.UNIT_SUMMARY)), summary=wording_api.UNITS)
    def units(
        request: Request, asked: Annotated[PieceAsked, Query()], pager: Annotated[Pager, Depends()]
    ) -> Piece[UnitSummaryRecord]:
        return pager.cut(context.service_for(request).units(), asked, unit_summary_record)

    @routes.get("/brief", responses=tagged(examples.BRIEF, 400, 404), summary=wording_api.BRIEF)
    def brief(request: Request, asked: Annotated[UnitAsked, Query()]) -> BriefRecord:
        today = checked(asked.today) or context.clock()
        since, until, files = checked(asked.since), checked(asked.until), asked.file or None
        service = context.service_for(request)
        return brief_record(service.brief(asked.unit, today=today, since=since, until=until, files=files))

    @routes.get(
        "/deadlines.ics",
        responses=tagged(None, 400, 404) | _CALENDAR,
        summary=wording_api.DEADLINES_ICS,
        response_class=CalendarResponse,
    )
    def deadlines_ics(request: Request, response: Response, asked: Annotated[DatesAsked, Query()]) -> Response:
        found = _found(context, request, asked, begin=context.clock() - _BEHIND)
        name = wording_work.ICS_NAME_OF_UNIT.format(unit=asked.unit) if asked.unit else wording_work.ICS_NAME
        base = str(request.base_url).rstrip("/")
        made = calendar(found, stamp=datetime.now(UTC), name=name, link=lambda file, at: base + place_href(file, at))
        return CalendarResponse(made, headers=dict(response.headers))

    @routes.get("/deadlines.json", include_in_schema=False)
    @routes.get("/deadlines", responses=tagged(listed(examples.DEADLINE), 400, 404), summary=wording_api.DEADLINES)
    def deadlines(
        request: Request, asked: Annotated[DeadlinesAsked, Query()], pager: Annotated[Pager, Depends()]
    ) -> Piece[DeadlineRecord]:
        found = _found(context, request, asked, begin=context.clock().replace(day=1))
        return pager.cut(found, asked, deadline_record)

    return routes


class CalendarResponse(Response):
    """An .ics file that calendar programs open or subscribe to."""

    media_type = ICS


_CALENDAR: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": wording_api.CALENDAR,
        "content": {ICS: {"schema": {"type": "string"}, "example": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…"}},
    }
}


def _found(context: Context, request: Request, asked: DatesAsked, *, begin: date) -> tuple[Deadline, ...]:
    """The deadlines asked for, from ``begin`` on and for a year where no days are named.

    Raises: UnknownUnit; WrongUse for a period that is reversed, too long or of another century.
    """
    end = checked(asked.until)
    since = checked(asked.since) or min(begin, end or begin)
    until = end or since + _AHEAD
    if until - since > _LONGEST:
        raise WrongUse(wording_api.LONG_PERIOD.format(years=YEARS))
    files = frozenset(asked.file) or None
    return context.service_for(request).deadlines(since, until, unit=asked.unit, files=files)
