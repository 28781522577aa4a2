"""Quản trị: people and groups, collections of plans, and who may see them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.gate import Gate, NotAllowed, passing, visitor_of
from api.access.house import House, label_of, new_person
from api.access.roles import Need, Person, Role, may_change_person
from api.routes.context import Context
from ingest.errors import WrongUse
from web import wording_access as words

ADMIN, UNLOGGED = Depends(Gate(Need.ADMIN)), Depends(Gate(Need.ADMIN, ""))
Text = Annotated[str, Form(max_length=2000)]
Groups = Annotated[list[int] | None, Form(alias="group")]


def admin_routes(context: Context) -> APIRouter:
    """The pages for admins; where nobody signs in there is nobody to keep."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    _people(routes, context)
    _person(routes, context)
    _groups(routes, context)
    _collections(routes, context)
    return routes


def kept_house(context: Context) -> House:
    """The house. Raises: WrongUse, where nobody signs in."""
    if context.house is None:
        raise WrongUse(words.ACCESS_OFF)
    return context.house


def link_page(context: Context, request: Request, person: Person, link: str) -> HTMLResponse:
    """The one page that shows a new link; it is not to be found again."""
    address = str(request.url.replace(path=f"/link/{link}", query=""))
    body = context.pages.render("access/link.html", "admin", person=person, link=address)
    return HTMLResponse(body)


def _people(routes: APIRouter, context: Context) -> None:
    def listed(*, notice: str = "", status: int = 200) -> HTMLResponse:
        people = context.house.people.every() if context.house else ()
        groups = context.house.people.groups() if context.house else ()
        names = {group.id: group.name for group in groups}
        body = context.pages.render("access/people.html", "admin", people=people, names=names, notice=notice)
        return HTMLResponse(body, status)

    @routes.get("/admin", dependencies=[UNLOGGED])
    def people_page() -> HTMLResponse:
        return listed()

    @routes.post("/admin/people", dependencies=[ADMIN])
    def add_person(request: Request, *, login: Text = "", name: Text = "", role: Text = "reader") -> Response:
        house = kept_house(context)
        try:
            person, link = new_person(house, login, name, _role(role))
        except WrongUse as error:
            return listed(notice=error.message, status=400)
        passing(request).about = f"{person.login} {person.role}"
        return link_page(context, request, person, link)


def _person(routes: APIRouter, context: Context) -> None:
    def page(person: Person, *, notice: str = "", saved: bool = False, status: int = 200) -> HTMLResponse:
        groups = kept_house(context).people.groups()
        body = context.pages.render(
            "access/person.html", "admin", person=person, groups=groups, notice=notice, saved=saved
        )
        return HTMLResponse(body, status)

    @routes.get("/admin/people/{person_id}", dependencies=[UNLOGGED])
    def person_page(request: Request, person_id: int) -> HTMLResponse:
        return page(_found(context, person_id), saved="saved" in request.query_params)

    @routes.post("/admin/people/{person_id}", dependencies=[ADMIN])
    def change_person(
        request: Request, person_id: int, *, name: Text = "", role: Text = "", active: Text = "", group: Groups = None
    ) -> Response:
        house, person, actor = kept_house(context), _found(context, person_id), visitor_of(request).person
        given, lives = _role(role), bool(active)
        with house.writing():
            admins = house.people.admins()
            if actor and not may_change_person(actor, person, role=given, active=lives, admins=admins):
                raise NotAllowed(words.LAST_ADMIN)
            known = {one.id for one in house.people.groups()}
            try:
                label = label_of(name)
            except WrongUse as error:
                return page(person, notice=error.message, status=400)
            groups = known.intersection(group or ())
            house.people.change(person.id, name=label, role=given, active=lives, groups=groups)
        passing(request).about = f"{person.login} {given}{'' if lives else ' disabled'} {sorted(groups)}"
        return RedirectResponse(f"/admin/people/{person.id}?saved=1", 303)

    @routes.post("/admin/people/{person_id}/link", dependencies=[ADMIN])
    def make_link(request: Request, person_id: int) -> Response:
        house, person = kept_house(context), _found(context, person_id)
        if not person.active:
            return page(person, notice=words.DISABLED_LINK, status=409)
        passing(request).about = person.login
        return link_page(context, request, person, house.link_for(person.id))


def _groups(routes: APIRouter, context: Context) -> None:
    @routes.get("/admin/groups", dependencies=[UNLOGGED])
    def groups_page() -> HTMLResponse:
        return _grouped(context)

    @routes.post("/admin/groups", dependencies=[ADMIN])
    def add_group(request: Request, name: Text = "") -> Response:
        try:
            kept_house(context).people.add_group(label_of(name))
        except WrongUse as error:
            return _grouped(context, notice=error.message, status=400)
        passing(request).about = name
        return RedirectResponse("/admin/groups", 303)

    @routes.post("/admin/groups/{group_id}/remove", dependencies=[ADMIN])
    def remove_group(group_id: int) -> Response:
        kept_house(context).people.remove_group(group_id)
        return RedirectResponse("/admin/groups", 303)


def _collections(routes: APIRouter, context: Context) -> None:
    @routes.post("/admin/collections", dependencies=[ADMIN])
    def add_collection(request: Request, name: Text = "") -> Response:
        try:
            number = kept_house(context).sharing.add_bundle(label_of(name))
        except WrongUse as error:
            return _grouped(context, notice=error.message, status=400)
        passing(request).about = name
        return RedirectResponse(f"/admin/collections/{number}", 303)

    @routes.get("/admin/collections/{bundle_id}", dependencies=[UNLOGGED])
    def collection_page(request: Request, bundle_id: int) -> HTMLResponse:
        house = kept_house(context)
        bundle = next((one for one in house.sharing.bundles() if one.id == bundle_id), None)
        if bundle is None:
            raise HTTPException(404)
        plans = [(plan.file, plan.header.title or plan.file) for plan in context.service_for(request).held()]
        groups, saved = house.people.groups(), "saved" in request.query_params
        body = context.pages.render(
            "access/collection.html", "admin", bundle=bundle, plans=plans, groups=groups, saved=saved
        )
        return HTMLResponse(body)

    @routes.post("/admin/collections/{bundle_id}", dependencies=[ADMIN])
    def change_collection(
        request: Request,
        bundle_id: int,
        *,
        seen_by: Text = "everyone",
        group: Groups = None,
        file: Annotated[list[str] | None, Form()] = None,
    ) -> Response:
        house = kept_house(context)
        if all(one.id != bundle_id for one in house.sharing.bundles()):
            raise HTTPException(404)
        known = {one.id for one in house.people.groups()}
        groups = None if seen_by == "everyone" else known.intersection(group or ())
        house.sharing.change_bundle(bundle_id, files=file or (), groups=groups)
        passing(
            request
        ).about = f"{bundle_id}: {', '.join(file or ())} → {groups if groups is None else sorted(groups)}"
        return RedirectResponse(f"/admin/collections/{bundle_id}?saved=1", 303)

    @routes.post("/admin/collections/{bundle_id}/remove", dependencies=[ADMIN])
    def remove_collection(bundle_id: int) -> Response:
        kept_house(context).sharing.remove_bundle(bundle_id)
        return RedirectResponse("/admin/groups", 303)


def _grouped(context: Context, *, notice: str = "", status: int = 200) -> HTMLResponse:
    house = context.house
    groups = house.people.groups() if house else ()
    names = {group.id: group.name for group in groups}
    bundles = house.sharing.bundles() if house else ()
    body = context.pages.render(
        "access/groups.html", "admin", groups=groups, names=names, bundles=bundles, notice=notice
    )
    return HTMLResponse(body, status)


def _role(text: str) -> Role:
    """Raises: WrongUse."""
    try:
        return Role(text)
    except ValueError as error:
        raise WrongUse(words.BAD_ROLE) from error


def _found(context: Context, person_id: int) -> Person:
    person = kept_house(context).people.by_id(person_id)
    if person is None:
        raise HTTPException(404)
    return person
