"""A house with a clock that the test turns, and cheap passwords."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from api.access import secrets
from api.access.house import House, Rules
from api.access.roles import Person, Role
from api.access.throttle import Pace

PASSWORD = "ba con voi di qua suối"  # noqa: S105 - of people made up here
START = 1_780_000_000


class Clock:
    """Seconds since 1970, as the test says."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> int:
        return self.now


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(secrets, "_hasher", lambda: hasher)
    secrets._nobodys.cache_clear()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def house(tmp_path: Path, clock: Clock) -> Iterator[House]:
    rules = Rules(idle=600, longest=3600, link=900, audit_days=30, pace=Pace(window=300, account=3, address=5))
    found = House(tmp_path / "kho", rules, clock=clock)
    yield found
    found.close()


def someone(house: House, login: str, role: Role = Role.READER, groups: frozenset[int] = frozenset()) -> Person:
    """A person who has set the password of these tests."""
    person = house.people.add(login, login.title(), role, now=house.clock())
    house.people.set_password(person.id, secrets.hash_password(PASSWORD))
    house.people.change(person.id, name=person.name, role=role, active=True, groups=groups)
    found = house.people.by_id(person.id)
    assert found is not None
    return found
