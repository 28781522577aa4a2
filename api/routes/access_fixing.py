"""Correcting a plan's cells beside what the source prints: one row a page, for editors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final
from unicodedata import normalize
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api import fixing
from api.access.gate import Gate, passing, visitor_of
from api.access.roles import Need
from api.doubts import doubts
from api.routes.access_library import found
from api.routes.context import Context
from api.routes.pages_original import offered
from ingest.corrections import HEAD_PLACES, places_of
from ingest.errors import WrongUse
from ingest.markup import collapse
from ingest.plan import Plan
from web import fixing as views
from web import wording_fixing as words
from web.mends import fix_href
from web.source import Sought

OPENING, LIBRARY = Depends(Gate(Need.LIBRARY, "")), Depends(Gate(Need.LIBRARY))
LONGEST: Final = 10_000
"""Characters of a cell; the longest met has 2 000."""
Place = Annotated[str, Query(max_length=300)]
Text = Annotated[str, Form(max_length=300)]


def fix_routes(context: Context) -> APIRouter:
    """The page of a row, saving what is typed on it, undoing a correction."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    _showing(routes, context)
    _saving(routes, context)
    return routes


def _showing(routes: APIRouter, context: Context) -> None:
    @routes.get("/library/plan/{file}/fix", dependencies=[OPENING])
    def fix_page(request: Request, file: str, at: Place = words.HEAD, done: Place = "") -> HTMLResponse:
        plan = found(context, request, file)
        return _page(context, plan, _place(plan, at), notice="", done=words.DONE.get(done, ""))


def _saving(routes: APIRouter, context: Context) -> None:
    @routes.post("/library/plan/{file}/fix", dependencies=[LIBRARY])
    def fix_row(request: Request, file: str, form: Annotated[dict[str, str], Depends(_form)]) -> Response:
        plan = found(context, request, file)
        place = _place(plan, form.get("at", "")[:300])
        cells = views.cells_of(plan, place) or {}
        if form.get("seen") != views.seen_of(cells):
            return _page(context, plan, place, notice=words.MEANWHILE, status=409)
        typed = {name: collapse(normalize("NFC", form[f"cell-{name}"])) for name in cells if f"cell-{name}" in form}
        changed = {name: value for name, value in typed.items() if value != cells[name][1]}
        long = {name: words.TOO_LONG.format(most=LONGEST) for name, value in changed.items() if len(value) > LONGEST}
        if not changed or long:
            again = views.Typed({} if long else typed, long)
            return _page(context, plan, place, notice="" if long else words.NOTHING, typed=again, status=400)
        looks = {} if form.get("anyway") else doubts(plan, place, changed)
        if looks:
            again = views.Typed(typed, looks)
            return _page(context, plan, place, notice=words.DOUBTS, typed=again, status=400)
        return _saved(context, request, plan, place=place, changed=changed, typed=typed)

    @routes.post("/library/plan/{file}/fix/undo", dependencies=[LIBRARY])
    def undo_fix(
        request: Request, file: str, *, at: Text = "", field: Text = "", locator: Text = "", back: Text = ""
    ) -> Response:
        plan = found(context, request, file)
        cell = fixing.Cell(plan.file, locator, field)
        one = fixing.undo(context.library.store, cell, at=fixing.now())
        passing(request).about = f"{plan.file} {one.locator}, {words.FIELD_NAMES[one.field]}: “{one.new}” → “{one.old}”"
        if back == "list":
            return RedirectResponse(f"/library/plan/{quote(plan.file)}?done=undone#fixes", 303)
        return RedirectResponse(fix_href(plan.file, at or locator, done="undone"), 303)


def _saved(
    context: Context, request: Request, plan: Plan, *, place: str, changed: Mapping[str, str], typed: Mapping[str, str]
) -> Response:
    person = visitor_of(request).person
    by = person.name if person else ""
    try:
        done = fixing.mend(context.library.store, plan.file, changed, place=place, by=by, at=fixing.now())
    except WrongUse as error:
        return _page(context, plan, place, notice=error.message, typed=views.Typed(typed), status=400)
    told = "; ".join(f"{words.FIELD_NAMES[one.field]}: “{one.old}” → “{one.new}”" for one in done)
    passing(request).about = f"{plan.file} {place}, {told}"
    return RedirectResponse(fix_href(plan.file, place, done="saved"), 303)


def _page(
    context: Context,
    plan: Plan,
    place: str,
    *,
    notice: str,
    done: str = "",
    typed: views.Typed | None = None,
    status: int = 200,
) -> HTMLResponse:
    row = views.row_view(plan, place, fixing.fixes(context.library.store, plan.file), typed)
    row_of = places_of(plan).get(place)
    kept = offered(context, plan, Sought(row_of.locator if row_of else place))
    values = {
        "plan": plan,
        "row": row,
        "kept": kept,
        "notice": notice,
        "done": done,
        "doubtful": bool(typed and typed.doubts),
    }
    return HTMLResponse(context.pages.render("access/fix.html", "library", **values), status)


def _place(plan: Plan, typed: str) -> str:
    """The place that a page is made for; the head has one page. Raises: WrongUse."""
    place = fixing.place_of(plan, typed.strip())
    return words.HEAD if place in HEAD_PLACES else place


async def _form(request: Request) -> dict[str, str]:
    """Every text field of a form: a row has the cells of its kind."""
    return {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
