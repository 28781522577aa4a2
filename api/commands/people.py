"""``roviec people``: what is needed when nobody can get into the pages."""

# ruff: noqa: PLC0415  imports inside functions: other commands need none of this

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api import wording
from api.terminal import RoviecCommand, RoviecGroup, complain
from ingest.errors import WrongUse

if TYPE_CHECKING:
    from api.access.house import House
    from api.access.roles import Person
    from api.settings import Settings

people = typer.Typer(cls=RoviecGroup, context_settings={"help_option_names": ["-h", "--help"]})

Data = Annotated[Path | None, typer.Option("--data", metavar=wording.DIR_MARK, help=wording.DATA_HELP)]
Login = Annotated[str, typer.Argument(metavar=wording.LOGIN_MARK, help=wording.LOGIN_HELP)]
Name = Annotated[str, typer.Option("--name", metavar=wording.NAME_MARK, help=wording.NAME_HELP)]
RoleName = Annotated[str, typer.Option("--role", metavar=wording.ROLE_MARK, help=wording.ROLE_HELP)]


@people.command("add", cls=RoviecCommand, help=wording.PEOPLE_ADD)
def add(login: Login, *, name: Name = "", role: RoleName = "reader", data: Data = None) -> None:
    """Add a person and print the link that sets their password."""
    from api.access.house import new_person
    from api.access.roles import Role

    if role not in set(Role):
        raise WrongUse(wording.BAD_ROLE)
    with _house(data) as (settings, house):
        person, link = new_person(house, login, name, Role(role))
        _print_link(settings, person, link)


@people.command("list", cls=RoviecCommand, help=wording.PEOPLE_LIST)
def every(data: Data = None) -> None:
    """List the people, one a line."""
    with _house(data) as (_, house):
        for one in house.people.every():
            state = wording.ACTIVE if one.active else wording.INACTIVE
            sys.stdout.write(f"{one.login}\t{one.name}\t{one.role.value}\t{state}\n")


@people.command("disable", cls=RoviecCommand, help=wording.PEOPLE_DISABLE)
def disable(login: Login, data: Data = None) -> None:
    """Shut a person out."""
    from api.access.roles import Role

    with _house(data) as (_, house):
        person = _person(house, login)
        if person.active and person.role is Role.ADMIN and house.people.admins() == 1:
            raise WrongUse(wording.LAST_ADMIN.format(login=person.login))
        house.people.change(person.id, name=person.name, role=person.role, active=False, groups=person.groups)
        complain(wording.DISABLED.format(login=person.login))


@people.command("reset", cls=RoviecCommand, help=wording.PEOPLE_RESET)
def reset(login: Login, data: Data = None) -> None:
    """Let a person in again and print the link that sets their password."""
    with _house(data) as (settings, house):
        person = _person(house, login)
        house.people.change(person.id, name=person.name, role=person.role, active=True, groups=person.groups)
        _print_link(settings, person, house.link_for(person.id))


@contextmanager
def _house(data: Path | None) -> Iterator[tuple[Settings, House]]:
    from api import wiring
    from api.settings import load

    settings = load(data=data)
    with wiring.opened_house(settings) as house:
        yield settings, house


def _person(house: House, login: str) -> Person:
    from api.access.people import login_of

    found = house.people.by_login(login_of(login))
    if found is None:
        raise WrongUse(wording.NO_PERSON.format(login=login))
    return found


def _print_link(settings: Settings, person: Person, link: str) -> None:
    """On stdout, so that it can be handed on."""
    url = f"http://{settings.host}:{settings.port}/link/{link}"
    sys.stdout.write(wording.PERSON_LINK.format(login=person.login, url=url) + "\n")
