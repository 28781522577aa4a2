"""Who may do what: pure decisions, no store and no request."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class Need(StrEnum):
    """What a route asks of whoever calls it; OPEN asks nothing."""

    OPEN = "open"
    READ = "read"
    LIBRARY = "library"
    ADMIN = "admin"


class Role(StrEnum):
    """What a person is here: one who asks and reads, one who also keeps the library, one who also keeps the house."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"


ALLOWED: Final[Mapping[Role, frozenset[Need]]] = {
    Role.READER: frozenset({Need.OPEN, Need.READ}),
    Role.EDITOR: frozenset({Need.OPEN, Need.READ, Need.LIBRARY}),
    Role.ADMIN: frozenset(Need),
}

SCOPES: Final = frozenset({Need.READ, Need.LIBRARY})
"""What a token may be given; people and rights are changed by a person who is signed in, never by a program."""


def allowed(role: Role, scopes: Collection[Need] | None = None) -> frozenset[Need]:
    """What a person of ``role`` may do, or a token of theirs: never more than either allows."""
    if scopes is None:
        return ALLOWED[role]
    return ALLOWED[role] & SCOPES & (frozenset(scopes) | {Need.OPEN}) | {Need.OPEN}


@dataclass(frozen=True, slots=True)
class Person:
    """Someone known by a login; ``groups`` are the numbers of those they belong to."""

    id: int
    login: str
    name: str
    role: Role
    active: bool = True
    has_password: bool = False
    groups: frozenset[int] = frozenset()
    created: int = 0
    signed_in: int | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """A condition on a plan: only people of one of these groups see it; with none of them, only admins."""

    groups: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Limits:
    """Every condition on plans, by file name: a plan's own and those of the collections it is in."""

    by_file: Mapping[str, tuple[Limit, ...]] = field(default_factory=dict)

    def let_through(self, person: Person, file: str) -> bool:
        """Whether ``person`` may see the plan: each condition must let them pass, admins pass all."""
        if person.role is Role.ADMIN:
            return True
        return all(person.groups & limit.groups for limit in self.by_file.get(file, ()))

    def visible(self, person: Person, files: Iterable[str]) -> frozenset[str]:
        """Those of ``files`` that ``person`` may see."""
        return frozenset(file for file in files if self.let_through(person, file))


def may_limit(person: Person, groups: Collection[int]) -> bool:
    """Whether ``person`` may show a plan to ``groups`` alone: an editor must not shut themselves out."""
    if person.role is Role.ADMIN:
        return True
    return Need.LIBRARY in ALLOWED[person.role] and bool(person.groups & frozenset(groups))


def may_change_person(actor: Person, target: Person, *, role: Role, active: bool, admins: int) -> bool:
    """Whether ``actor`` may give ``target`` this role and state; ``admins`` counts those active now.

    Nobody takes their own rights away, and the last admin stays one.
    """
    if actor.role is not Role.ADMIN:
        return False
    keeps = role is Role.ADMIN and active
    was = target.role is Role.ADMIN and target.active
    if was and not keeps:
        return actor.id != target.id and admins > 1
    return True
