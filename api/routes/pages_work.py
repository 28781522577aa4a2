"""Pages about work: a unit's brief, the calendar of deadlines, the start for new staff."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from api.routes.context import Context
from api.routes.pages_ask import file_response
from api.service import Asked
from ingest.errors import UnknownUnit, WrongUse
from web import wording_work as words
from web.asking import Link
from web.briefs import BriefView, Wanted, brief_sheet, brief_view
from web.exporting import exported
from web.grouping import Sections
from web.months import Choice, month_view
from web.pages import Offered
from web.stretches import DEFAULT, Stretch, month_end, stretch, typed_day

_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_YEARS = range(1990, 2100)
_FAR = timedelta(days=400)
"""How far from an empty month others are looked for."""


class Choosing(BaseModel):
    """A unit as typed, and a period by its name; ``from`` and ``to`` count for a custom one.

    Of a name that several offices bear, ``file`` tells whose plans are meant, ``every`` that all are.
    """

    model_config = ConfigDict(frozen=True)

    unit: str = Field(default="", max_length=200)
    period: str = DEFAULT
    first: str = Field(default="", alias="from", max_length=10)
    last: str = Field(default="", alias="to", max_length=10)
    file: tuple[str, ...] = Field(default=(), max_length=100)
    every: bool = False

    @property
    def name(self) -> str:
        """The unit on one line."""
        return " ".join(self.unit.split())

    @property
    def wanted(self) -> Wanted:
        """The same without the period."""
        return Wanted(self.name, self.file, self.every)

    def stretch(self, today: date) -> Stretch:
        """The period as of ``today``. Raises: WrongUse for a day or name that makes no sense."""
        return stretch(self.period, today, since=_day(self.first), until=_day(self.last))


class Filing(Choosing):
    """The same as a file."""

    format: Literal["csv", "xlsx", "docx"] = "docx"


class Looking(BaseModel):
    """Which month, whose, and in what form."""

    model_config = ConfigDict(frozen=True)

    month: str = Field(default="", max_length=7)
    unit: str = Field(default="", max_length=200)
    file: str = Field(default="", max_length=300)
    view: str = Field(default="", max_length=10)

    def choice(self, today: date) -> Choice:
        """The same for the page. Raises: WrongUse for a month that is none."""
        return Choice(_month(self.month, today), " ".join(self.unit.split()), self.file, as_list=self.view == "list")


def work_routes(context: Context) -> APIRouter:
    """All of them."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    routes.include_router(_brief_routes(context))
    routes.include_router(_calendar_routes(context))

    @routes.get("/start")
    def start_page(request: Request) -> HTMLResponse:
        return HTMLResponse(context.pages.start(_offered(context.service_for(request))))

    return routes


def _brief_routes(context: Context) -> APIRouter:
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.get("/brief")
    def brief_page(request: Request, choosing: Annotated[Choosing, Query()]) -> HTMLResponse:
        service, today = context.service_for(request), context.clock()
        offered, typed = _offered(service), choosing.name
        chosen = Stretch(DEFAULT)
        try:
            chosen = choosing.stretch(today)
            if not typed:
                return HTMLResponse(context.pages.brief(offered, stretch=chosen))
            view = _brief(service, choosing, chosen, today)
        except UnknownUnit as error:
            page = context.pages.brief(offered, typed, stretch=chosen, notice=error.message, near=error.near)
            return HTMLResponse(page, 404)
        except WrongUse as error:
            return HTMLResponse(context.pages.brief(offered, typed, stretch=chosen, notice=error.message), 400)
        return HTMLResponse(context.pages.brief(offered, typed, stretch=chosen, brief=view))

    @routes.get("/brief/export")
    def brief_export(request: Request, choosing: Annotated[Filing, Query()]) -> Response:
        service, today = context.service_for(request), context.clock()
        chosen = choosing.stretch(today)
        view = _brief(service, choosing.model_copy(update={"every": not choosing.file}), chosen, today)
        sheet = brief_sheet(view, len(service.plans()))
        return file_response(exported(sheet, choosing.format), words.BRIEF_FILE, choosing.format)

    return routes


def _brief(service: Asked, choosing: Choosing, chosen: Stretch, today: date) -> BriefView:
    """Raises: UnknownUnit, WrongUse."""
    files = choosing.file or None
    found = service.brief(choosing.name, today=today, since=chosen.since, until=chosen.until, files=files)
    return brief_view(found, chosen, choosing.wanted, Sections(service.plans()))


def _calendar_routes(context: Context) -> APIRouter:
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.get("/calendar")
    def calendar_page(request: Request, looking: Annotated[Looking, Query()]) -> HTMLResponse:
        service, today = context.service_for(request), context.clock()
        choice = looking.choice(today)
        offered = _offered(service)
        try:
            found = service.deadlines(
                choice.month, month_end(choice.month), unit=choice.unit or None, files=_files(choice)
            )
        except UnknownUnit as error:
            view = month_view((), choice, today)
            page = context.pages.calendar(offered, view, notice=error.message, near=error.near)
            return HTMLResponse(page, 404)
        nearest = () if found else _nearest(service, choice)
        return HTMLResponse(context.pages.calendar(offered, month_view(found, choice, today), nearest=nearest))

    return routes


def _offered(service: Asked) -> Offered:
    return Offered(service.plans(), service.units())


def _files(choice: Choice) -> tuple[str, ...] | None:
    return (choice.file,) if choice.file else None


def _nearest(service: Asked, choice: Choice) -> tuple[Link, ...]:
    """The nearest months before and after that have something due."""
    unit, files = choice.unit or None, _files(choice)
    month = choice.month
    before = service.deadlines(month - _FAR, month - timedelta(days=1), unit=unit, files=files)
    after = service.deadlines(month_end(month) + timedelta(days=1), month + _FAR, unit=unit, files=files)
    days = [*(one.day for one in before[-1:]), *(one.day for one in after[:1])]
    return tuple(
        Link(words.NEAREST_MONTH.format(month=f"{day.month}/{day.year}"), choice.href(day.replace(day=1)))
        for day in days
    )


def _day(text: str) -> date | None:
    """A day as the form sends it; None when blank. Raises: WrongUse."""
    if not text:
        return None
    try:
        day = typed_day(text)
    except ValueError as error:
        raise WrongUse(words.BAD_DAY) from error
    if day.year not in _YEARS:
        raise WrongUse(words.BAD_DAY)
    return day


def _month(text: str, today: date) -> date:
    """The first day of a month written ``2026-03``; of today's when blank. Raises: WrongUse."""
    if not text:
        return today.replace(day=1)
    found = _MONTH.fullmatch(text)
    if not found or int(found[1]) not in _YEARS or not 1 <= int(found[2]) <= 12:
        raise WrongUse(words.BAD_MONTH)
    return date(int(found[1]), int(found[2]), 1)
