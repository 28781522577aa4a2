"""A plan's versions: which answers now, the others to be read, what changed between two of them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi.responses import HTMLResponse

from api.access.gate import Gate
from api.access.roles import Need
from api.routes.access_library import found
from api.routes.context import Context
from api.versions import Shelf, as_printed, versions
from ingest.differences import difference
from ingest.plan import Plan
from web import versions as views
from web import wording_versions as words

READ = Depends(Gate(Need.READ))
Name = Annotated[str, Query(max_length=300)]


def version_routes(context: Context) -> APIRouter:
    """The list of versions and the comparison of two; both show nothing of plans that the visitor may not see."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.get("/library/plan/{file}/versions", dependencies=[READ])
    def versions_page(request: Request, file: str) -> HTMLResponse:
        plan, store = found(context, request, file), context.library.store
        listed = versions(store, plan.file, shelf=Shelf.seen(context.service_for(request), store))
        shown = views.version_views(plan.file, listed)
        return HTMLResponse(context.pages.render("access/versions.html", "library", plan=plan, versions=shown))

    @routes.get("/library/plan/{file}/diff", dependencies=[READ])
    def diff_page(request: Request, file: str, old: Name = "", new: Name = "") -> HTMLResponse:
        plan = found(context, request, file)
        before, after = _version(context, request, old), _version(context, request, new or plan.file)
        shown = views.diff_view(before, after, difference(before, after))
        return HTMLResponse(context.pages.render("access/diff.html", "library", plan=plan, diff=shown))

    return routes


def _version(context: Context, request: Request, name: str) -> Plan:
    """A version that the visitor may see. Raises: HTTPException."""
    seen = context.service_for(request).plan(name)
    plan = as_printed(context.library.store, seen.file) if seen is not None else None
    if plan is None:
        raise HTTPException(404, words.NO_VERSION.format(name=name))
    return plan
