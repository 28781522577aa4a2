"""The house: everything about people in one object, over one SQLite file beside the library."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from time import time
from typing import Final

from api.access.audit import AuditLog, Event
from api.access.credentials import Link, Links, Sessions, Tokens
from api.access.people import People, label_of, login_of
from api.access.roles import ALLOWED, Need, Person, Role, allowed
from api.access.schema import ACCESS
from api.access.secrets import checked_password, fits, hash_password, outdated
from api.access.sharing import Sharing
from api.access.throttle import PACE, Pace, Throttle
from index.catalogue.database import Database, translated
from ingest.errors import WrongUse

FILE_NAME: Final = "access.db"
Seconds = Callable[[], int]


class Via(StrEnum):
    """How a visitor proved who they are; LOCAL where nothing is asked."""

    NOBODY = "nobody"
    LOCAL = "local"
    SESSION = "session"
    TOKEN = "token"  # noqa: S105 - a kind of proof, no secret


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever sent a request, and what they may do."""

    via: Via
    allowed: frozenset[Need]
    person: Person | None = None

    @property
    def login(self) -> str:
        """The login for the log; empty for nobody."""
        return self.person.login if self.person else ""


NOBODY: Final = Visitor(Via.NOBODY, frozenset({Need.OPEN}))
LOCAL: Final = Visitor(Via.LOCAL, ALLOWED[Role.ADMIN])
"""Whoever sits at the machine of a library that asks nobody to sign in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Durations in seconds, but ``audit_days``."""

    idle: int = 2 * 3600
    longest: int = 24 * 3600
    link: int = 24 * 3600
    audit_days: int = 365
    pace: Pace = PACE


class Waiting(Exception):
    """Too many tries; ``seconds`` until the next is taken."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def _now() -> int:
    return int(time())


class House:
    """People, what they may see, how they prove who they are, and the log of it."""

    def __init__(self, folder: Path, rules: Rules | None = None, *, clock: Seconds = _now) -> None:
        """Raises: StoreError, when the file cannot be opened."""
        rules = rules or Rules()
        self.rules = rules
        self.clock = clock
        path = folder / FILE_NAME
        _make_private(path)
        self._database = Database(path, ACCESS)
        self.people = People(self._database)
        self.sharing = Sharing(self._database)
        self.sessions = Sessions(self._database, idle=rules.idle, longest=rules.longest)
        self.links = Links(self._database)
        self.tokens = Tokens(self._database)
        self.throttle = Throttle(self._database, rules.pace)
        self.audit = AuditLog(self._database, days=rules.audit_days)
        self.writing = self._database.writing
        self.close = self._database.close

    def visitor(self, *, session: str | None = None, token: str | None = None) -> Visitor:
        """Whoever holds this session or this token; NOBODY when it is not valid, or the person is disabled."""
        now = self.clock()
        if token is not None:
            found = self.tokens.find(token, now=now)
            person = self.people.by_id(found.person_id) if found else None
            if found is None or person is None or not person.active:
                return NOBODY
            return Visitor(Via.TOKEN, allowed(person.role, found.scopes), person)
        person_id = self.sessions.person(session, now=now) if session else None
        person = None if person_id is None else self.people.by_id(person_id)
        if person is None or not person.active:
            return NOBODY
        return Visitor(Via.SESSION, allowed(person.role), person)

    def visible(self, visitor: Visitor, files: Iterable[str]) -> frozenset[str]:
        """Those of ``files`` that the visitor may see."""
        if visitor.via is Via.LOCAL:
            return frozenset(files)
        if visitor.person is None:
            return frozenset()
        return self.sharing.limits().visible(visitor.person, files)

    def sign_in(self, login: str, password: str, *, address: str) -> tuple[Person, str] | None:
        """The person and the secret of a new session; None when login and password do not fit.

        Raises: Waiting, when there were too many tries; the password is then not looked at.
        """
        account = _account(login)
        wait = self.throttle.enter(account, address, now=self.clock())
        if wait is not None:
            raise Waiting(wait)
        try:
            person = self.people.by_login(login_of(login))
        except WrongUse:
            person = None
        stored = self.people.password(person.id) if person and person.active else None
        if not fits(password, stored) or person is None or stored is None:
            return None
        self.throttle.passed(account)
        rehashed = hash_password(password) if outdated(stored) else None
        self.people.came_in(person.id, now=self.clock(), rehashed=rehashed)
        return person, self.sessions.start(person.id, now=self.clock())

    def tries_left(self, login: str, *, address: str) -> int:
        """How many more passwords may be tried for that name from there, whether or not anyone bears it."""
        return self.throttle.left(_account(login), address, now=self.clock())

    def first_link(self) -> str | None:
        """The secret of a link that makes the first admin; None once there is anyone."""
        return None if self.people.count() else self.link_for(None)

    def link_for(self, person_id: int | None) -> str:
        """The secret of a link with which that person sets a password."""
        return self.links.make(person_id, expires=self.clock() + self.rules.link)

    def peek(self, link: str) -> tuple[Link, Person | None] | None:
        """What a link is for, and for whom; None when it does not work, or no longer."""
        found = self.links.peek(link, now=self.clock())
        return None if found is None else self._for(found)

    def _for(self, link: Link) -> tuple[Link, Person | None] | None:
        if link.person_id is None:
            return None if self.people.count() else (link, None)
        person = self.people.by_id(link.person_id)
        return (link, person) if person and person.active else None

    def use_link(self, secret: str, password: str, *, login: str = "", name: str = "") -> Person | None:
        """Set the password that the link is for; with the first admin's link make that person too.

        None when the link does not work, or no longer. Raises: WrongUse for a login, name or password that is
        unfit; the link then still works.
        """
        held = self.peek(secret)
        if held is None:
            return None
        known = held[1]
        login, name = (known.login, known.name) if known else (login_of(login), label_of(name or login))
        hashed = hash_password(checked_password(password, login))
        with self._database.writing():
            used = self.links.use(secret, now=self.clock())
            if used is None or self._for(used) is None:
                return None
            person = known or self.people.add(login, name, Role.ADMIN, now=self.clock())
            self.people.set_password(person.id, hashed)
        self.throttle.passed(person.login)
        return person

    def change_password(self, person: Person, old: str, new: str, *, address: str) -> str | None:
        """The secret of a new session in place of all others; None when ``old`` is wrong.

        Raises: WrongUse for a new password that is unfit; Waiting after too many tries.
        """
        wait = self.throttle.enter(person.login, address, now=self.clock())
        if wait is not None:
            raise Waiting(wait)
        if not fits(old, self.people.password(person.id)):
            return None
        self.people.set_password(person.id, hash_password(checked_password(new, person.login)))
        self.throttle.passed(person.login)
        return self.sessions.start(person.id, now=self.clock())

    def note(self, visitor: Visitor, action: str, *, address: str, about: str = "", status: int = 200) -> None:
        """Write one line of the log."""
        event = Event(self.clock(), visitor.login, address, visitor.via.value, action, about, status)
        self.audit.write(event)


def _account(login: str) -> str:
    """The name under which tries are counted."""
    return login.strip().casefold()[:100]


def _make_private(path: Path) -> None:
    """An empty file that only its owner reads; SQLite gives its journals the same mode."""
    with translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        path.chmod(0o600)


def new_person(house: House, login: str, name: str, role: Role) -> tuple[Person, str]:
    """A person, and the secret of the link with which they set their password. Raises: WrongUse."""
    person = house.people.add(login_of(login), label_of(name or login), role, now=house.clock())
    return person, house.link_for(person.id)


__all__ = ["FILE_NAME", "LOCAL", "NOBODY", "House", "Rules", "Via", "Visitor", "Waiting", "label_of", "new_person"]
