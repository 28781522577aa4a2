"""A plan's original file, and pictures of its pages, for whoever may see the plan."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import FileResponse, HTMLResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from api.originals import download_name, kind_of
from api.pictures import Busy, Where, pictured
from api.routes.context import Context
from ingest.plan import Plan
from web import wording
from web import wording_originals as words
from web.originals import OriginalView, original_view, page_view
from web.source import Sought


class Page(BaseModel):
    """A page by its number, or by what stands on it."""

    model_config = ConfigDict(frozen=True)

    page: int | None = Field(default=None, ge=1, le=10_000)
    at: str = Field(default="", max_length=300)
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=0)

    @property
    def sought(self) -> Sought:
        """What stands on it."""
        return Sought(self.at, self.start, self.end)


def original_routes(context: Context) -> APIRouter:
    """The file, one page of it as a picture, and the page that leads from page to page."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.get("/plans/{file}/original")
    def original_file(request: Request, file: str) -> FileResponse:
        plan, path = _kept(context, request, file)
        return FileResponse(path, media_type=kind_of(plan.file), filename=download_name(plan.file))

    @routes.get("/plans/{file}/picture")
    def page_picture(request: Request, file: str, wanted: Annotated[Page, Query()]) -> Response:
        plan, path = _kept(context, request, file)
        where = _where(context, plan, path, wanted)
        with _told_busy():
            drawn = context.pictures.page(path, plan, where.page)
        if drawn is None:
            raise HTTPException(404, words.NO_PICTURE)
        return Response(drawn, media_type="image/webp")

    @routes.get("/plans/{file}/pages")
    def pages_page(request: Request, file: str, wanted: Annotated[Page, Query()]) -> HTMLResponse:
        plan, path = _kept(context, request, file)
        where = _where(context, plan, path, wanted)
        view = page_view(plan, where.page, where.pages, sure=where.sure, sought=wanted.sought)
        return HTMLResponse(context.pages.render("page.html", "library", plan=plan, view=view))

    return routes


def offered(context: Context, plan: Plan, sought: Sought) -> OriginalView | None:
    """What the plan's page offers of its file; None where that is not kept."""
    path = context.originals.path(plan.digest)
    if path is None:
        return None
    return original_view(plan, sought, size=path.stat().st_size, pages=pictured(plan))


def _kept(context: Context, request: Request, file: str) -> tuple[Plan, Path]:
    """A plan that the visitor may see, and the file it was read from. Raises: HTTPException."""
    plan = context.service_for(request).plan(file)
    if plan is None:
        raise HTTPException(404, wording.NO_PLAN.format(file=file))
    path = context.originals.path(plan.digest)
    if path is None:
        raise HTTPException(404, words.NOT_KEPT)
    return plan, path


def _where(context: Context, plan: Plan, path: Path, wanted: Page) -> Where:
    """The page that was asked for. Raises: HTTPException, where the file has none that could be drawn."""
    pages = pictured(plan)
    if not pages or (wanted.page or 1) > pages:
        raise HTTPException(404, words.NO_PICTURE)
    if wanted.page is not None:
        return Where(wanted.page, pages, sure=True)
    spans = wanted.sought.spans(plan)
    with _told_busy():
        return context.pictures.where(path, plan, spans[0].start) if spans else Where(1, pages, sure=True)


@contextmanager
def _told_busy() -> Iterator[None]:
    try:
        yield
    except Busy as error:
        raise HTTPException(503, words.BUSY, {"Retry-After": "5"}) from error
