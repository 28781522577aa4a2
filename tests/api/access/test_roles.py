"""Who may do what, decided without a store: every role against every action."""

from __future__ import annotations

import pytest

from api.access.roles import ALLOWED, Limit, Limits, Need, Person, Role, allowed, may_change_person, may_limit

TABLE = {
    Role.READER: {Need.OPEN: True, Need.READ: True, Need.LIBRARY: False, Need.ADMIN: False},
    Role.EDITOR: {Need.OPEN: True, Need.READ: True, Need.LIBRARY: True, Need.ADMIN: False},
    Role.ADMIN: {Need.OPEN: True, Need.READ: True, Need.LIBRARY: True, Need.ADMIN: True},
}


def person(role: Role = Role.READER, *groups: int, number: int = 1) -> Person:
    return Person(number, f"p{number}", "Người", role, groups=frozenset(groups))


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("need", Need)
def test_each_role_may_do_what_the_table_says(role: Role, need: Need) -> None:
    assert (need in allowed(role)) is TABLE[role][need]


@pytest.mark.parametrize(
    ("role", "scopes", "may"),
    [
        (Role.READER, {Need.READ}, {Need.READ}),
        (Role.READER, {Need.READ, Need.LIBRARY}, {Need.READ}),
        (Role.EDITOR, {Need.LIBRARY}, {Need.LIBRARY}),
        (Role.ADMIN, {Need.READ, Need.LIBRARY, Need.ADMIN}, {Need.READ, Need.LIBRARY}),
        (Role.ADMIN, set(), set()),
    ],
)
def test_a_token_may_no_more_than_its_scopes_nor_than_its_owner(role: Role, scopes: set[Need], may: set[Need]) -> None:
    assert allowed(role, scopes) == may | {Need.OPEN}


def test_every_role_is_in_the_table_of_rights() -> None:
    assert set(ALLOWED) == set(Role) == set(TABLE)


LIMITS = Limits({
    "a.txt": (Limit(frozenset({1})),),
    "b.txt": (Limit(frozenset({1, 2})), Limit(frozenset({3}))),
    "none.txt": (Limit(),),
})  # fmt: skip


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        (person(), {"free.txt"}),
        (person(Role.EDITOR), {"free.txt"}),
        (person(Role.READER, 1), {"free.txt", "a.txt"}),
        (person(Role.READER, 3), {"free.txt"}),
        (person(Role.READER, 2, 3), {"free.txt", "b.txt"}),
        (person(Role.EDITOR, 1, 2, 3), {"free.txt", "a.txt", "b.txt"}),
        (person(Role.ADMIN), {"free.txt", "a.txt", "b.txt", "none.txt"}),
    ],
)
def test_a_plan_is_seen_by_whom_every_condition_on_it_lets_through(who: Person, seen: set[str]) -> None:
    assert LIMITS.visible(who, ["free.txt", "a.txt", "b.txt", "none.txt"]) == seen


@pytest.mark.parametrize(
    ("who", "groups", "may"),
    [
        (person(Role.READER, 1), {1}, False),
        (person(Role.EDITOR, 1), {1, 2}, True),
        (person(Role.EDITOR, 1), {2}, False),
        (person(Role.EDITOR, 1), set(), False),
        (person(Role.ADMIN), set(), True),
    ],
)
def test_an_editor_limits_plans_only_to_groups_of_theirs(who: Person, groups: set[int], may: bool) -> None:  # noqa: FBT001 - a case of the table
    assert may_limit(who, groups) is may


def test_nobody_takes_their_own_rights_away_and_the_last_admin_stays() -> None:
    chief, other = person(Role.ADMIN), person(Role.ADMIN, number=2)
    assert may_change_person(chief, other, role=Role.READER, active=True, admins=2)
    assert may_change_person(chief, chief, role=Role.ADMIN, active=True, admins=1)
    assert not may_change_person(chief, chief, role=Role.READER, active=True, admins=2)
    assert not may_change_person(chief, chief, role=Role.ADMIN, active=False, admins=2)
    assert not may_change_person(chief, other, role=Role.ADMIN, active=False, admins=1)
    assert not may_change_person(person(Role.EDITOR, number=3), other, role=Role.READER, active=True, admins=2)
