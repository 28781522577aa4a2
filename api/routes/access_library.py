"""Kho kế hoạch: what the library holds, and for editors adding, replacing, taking out, and who may see what."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, HTTPException, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.gate import Gate, passing, visitor_of
from api.access.house import Visitor
from api.access.roles import Need
from api.fixing import fixes
from api.intake import Upload
from api.routes.context import Context
from api.service import Asked, Library
from api.versions import Shelf
from ingest.errors import RoviecError
from ingest.plan import Plan
from ingest.read import PLAN_SUFFIXES
from web import access_views as views
from web import wording, wording_access, wording_fixing
from web.fixing import listed_view

READ, LIBRARY = Depends(Gate(Need.READ)), Depends(Gate(Need.LIBRARY))
Choice = Annotated[str, Form()]
Groups = Annotated[list[int] | None, Form(alias="group")]


def shelf_routes(context: Context) -> APIRouter:
    """The pages of the library."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    _showing(routes, context)
    _uploading(routes, context)
    _removing(routes, context)
    return routes


def _showing(routes: APIRouter, context: Context) -> None:
    @routes.get("/library", dependencies=[READ])
    def library_page(request: Request) -> HTMLResponse:
        return listed(context, request)

    @routes.get("/library/plan/{file}", dependencies=[READ])
    def plan_facts(request: Request, file: str) -> HTMLResponse:
        return _facts(context, request, found(context, request, file))

    @routes.post("/library/plan/{file}/groups", dependencies=[LIBRARY])
    def limit(request: Request, file: str, *, seen_by: Choice = "everyone", group: Groups = None) -> Response:
        plan = found(context, request, file)
        chosen = chosen_groups(context, seen_by, group)
        context.shelving.limit(visitor_of(request), plan.file, chosen)
        passing(request).about = f"{plan.file}: {_names(context, chosen)}"
        return RedirectResponse(f"/library/plan/{quote(plan.file)}?saved=1", 303)


def _uploading(routes: APIRouter, context: Context) -> None:
    @routes.post("/library/upload", dependencies=[LIBRARY])
    def upload(
        request: Request, *, files: list[UploadFile] | None = None, seen_by: Choice = "everyone", group: Groups = None
    ) -> Response:
        uploads = [Upload(one.filename, one.file) for one in files or () if one.filename]
        passing(request).about = ", ".join(one.name for one in uploads)
        chosen = chosen_groups(context, seen_by, group)
        try:
            job = context.shelving.upload(visitor_of(request), uploads, chosen)
        except RoviecError as error:
            return listed(context, request, notice=str(error), status=400)
        return RedirectResponse(f"/library/jobs/{job.id}", 303)

    @routes.get("/library/jobs/{job_id}", dependencies=[Depends(Gate(Need.LIBRARY, ""))])
    def job_page(request: Request, job_id: str) -> HTMLResponse:
        job, visitor = context.jobs.job(job_id), visitor_of(request)
        if job is None or (job.owner != context.owner_of(request) and Need.ADMIN not in visitor.allowed):
            raise HTTPException(404, wording_access.JOB_GONE)
        response = HTMLResponse(context.pages.render("access/job.html", "library", job=views.job_view(job)))
        if not job.ended:
            response.headers["Refresh"] = "1"
        return response


def _removing(routes: APIRouter, context: Context) -> None:
    pages = context.pages

    @routes.get("/library/plan/{file}/remove", dependencies=[Depends(Gate(Need.LIBRARY, ""))])
    def remove_page(request: Request, file: str) -> HTMLResponse:
        plan = views.plan_view(found(context, request, file))
        return HTMLResponse(
            pages.render("access/remove.html", "library", plan=plan, days=context.settings.removed_days)
        )

    @routes.post("/library/plan/{file}/remove", dependencies=[LIBRARY])
    def remove(request: Request, file: str) -> Response:
        plan = found(context, request, file)
        context.shelving.remove(visitor_of(request), plan)
        return RedirectResponse(f"/library?removed={quote(plan.file)}", 303)

    @routes.post("/library/put-back", dependencies=[LIBRARY])
    def put_back(request: Request, name: Choice = "") -> Response:
        plan = context.shelving.put_back(visitor_of(request), name)
        if plan is None:
            return listed(context, request, notice=wording_access.PUT_BACK_NOT, status=409)
        passing(request).about = plan.file
        return RedirectResponse(f"/library/plan/{quote(plan.file)}", 303)


def found(context: Context, request: Request, file: str) -> Plan:
    """The plan, if the visitor may see it. Raises: HTTPException with the words for a plan that is not there."""
    plan = next((one for one in context.service_for(request).held() if one.file == file), None)
    if plan is None:
        raise HTTPException(404, wording.NO_PLAN.format(file=file))
    return plan


def chosen_groups(context: Context, seen_by: str, groups: list[int] | None) -> frozenset[int] | None:
    """The groups of a form that exist; None for everyone."""
    if seen_by == "everyone" or context.house is None:
        return None
    return frozenset(groups or ()) & {group.id for group in context.house.people.groups()}


def _names(context: Context, groups: frozenset[int] | None) -> str:
    if groups is None or context.house is None:
        return wording_access.EVERYONE
    return ", ".join(group.name for group in context.house.people.groups() if group.id in groups)


def listed(context: Context, request: Request, *, notice: str = "", status: int = 200) -> HTMLResponse:
    """The page of the library, with a notice of what went wrong or was done."""
    visitor, settings = visitor_of(request), context.settings
    service = context.service_for(request)
    plans, stand = service.held(), standings(context, service)
    edits = Need.LIBRARY in visitor.allowed
    removed = request.query_params.get("removed")
    body = context.pages.render(
        "access/library.html",
        "library",
        plans=[views.plan_view(plan, _own(context, plan.file, edits=edits), stand[plan.file]) for plan in plans],
        kept=[views.kept_view(one) for one in _kept(context, visitor)] if edits else [],
        groups=context.house.people.groups() if context.house and edits else (),
        accept=",".join(sorted(PLAN_SUFFIXES)),
        most=settings.max_upload,
        too_large=wording_access.UPLOAD_LARGE.format(most=settings.max_upload // 2**20),
        hint=wording_access.UPLOAD_HINT.format(most=settings.max_files, size=settings.max_upload // 2**20),
        notice=notice,
        done=wording_access.REMOVED_DONE.format(file=removed) if removed else "",
    )
    return HTMLResponse(body, status)


def standings(context: Context, service: Asked) -> dict[str, views.Standing]:
    """By file how each plan of ``service`` stands among its versions."""
    current = {plan.file for plan in service.plans()}
    if not isinstance(context.service, Library):
        return {plan.file: views.Standing(plan.file in current) for plan in service.held()}
    store = context.library.store
    notes, before = Shelf.seen(service, store).notes, store.catalogue.versions.digests()
    held = store.catalogue.corrections.in_force(plan.file for plan in service.held())
    return {
        file: views.Standing(
            file in current, tuple(notes.get(file, ())), len(before.get(file, ())), len(held.get(file, ()))
        )
        for file in (plan.file for plan in service.held())
    }


def _kept(context: Context, visitor: Visitor) -> list[views.KeptLike]:
    return list(context.shelving.kept(visitor)) if isinstance(context.service, Library) else []


def _own(context: Context, file: str, *, edits: bool) -> str | None:
    """Who may see the plan, in words; None where that is not the visitor's business."""
    if context.house is None or not edits:
        return None
    groups = context.house.sharing.groups_of(file)
    seen_by = _names(context, groups) or wording_access.NOBODY_BUT_ADMINS
    bundles = [one for one in context.house.sharing.bundles() if file in one.files and one.groups is not None]
    if not bundles:
        return seen_by
    return wording_access.ALSO_LIMITED.format(seen_by=seen_by, names=", ".join(one.name for one in bundles))


def _facts(context: Context, request: Request, plan: Plan) -> HTMLResponse:
    house = context.house
    edits = Need.LIBRARY in visitor_of(request).allowed and isinstance(context.service, Library)
    bundles = [one.name for one in house.sharing.bundles() if plan.file in one.files] if house and edits else []
    body = context.pages.render(
        "access/plan.html",
        "library",
        plan=views.plan_view(
            plan,
            _own(context, plan.file, edits=edits),
            standings(context, context.service_for(request))[plan.file],
        ),
        findings=views.findings_view(plan),
        groups=house.people.groups() if house and edits else (),
        chosen=house.sharing.groups_of(plan.file) if house and edits else None,
        bundles=bundles,
        edits=edits,
        saved="saved" in request.query_params,
        fixes=listed_view(plan, fixes(context.library.store, plan.file)) if edits else (),
        done=wording_fixing.DONE.get(request.query_params.get("done", ""), ""),
    )
    return HTMLResponse(body)
