"""A whole site over a small library: people of every role, a plan that only some may see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from api.access.gate import FORM_FIELD
from api.access.house import House, Rules
from api.access.roles import Role
from api.access.throttle import Pace
from api.http import create_app
from api.live import LiveService
from api.settings import Settings
from index.store import Store
from ingest.plan import Plan
from ingest.read import read_plan
from ingest.units import unit_key
from tests.api.access.conftest import PASSWORD, Clock, someone
from tests.conftest import ROOT
from tests.index.plans import LetterEmbedder
from tests.rag.plans import TODAY, province_plan

ORIGIN = "http://127.0.0.1"
SAMPLES = tuple(read_plan(file) for file in sorted((ROOT / "eval" / "plans").glob("*.txt")))
SECRET = replace(province_plan(), file="bi-mat-song-lam.txt")
"""The plan that only the group "Tổ mật" may see; no other plan of the site knows its places and units."""
SECRET_WORDS = ("bi-mat-song-lam", "Sông Lam", SECRET.digest, SECRET.digest[:12])
OPEN_PLAN = SAMPLES[0].file
PACE = Pace(window=300, account=3, address=100)


class Site:
    """The app, its house and its store; ``client`` gives a browser of its own to anyone."""

    def __init__(
        self, folder: Path, *, plans: tuple[Plan, ...] = (*SAMPLES, SECRET), pace: Pace = PACE, **settings: object
    ) -> None:
        self.clock = Clock()
        self.settings = Settings.model_validate({"data": folder, "access": "on", "max_body": 20_000} | settings)
        self.store = Store.open(folder, LetterEmbedder(), unit_key=unit_key)
        self.store.add(plans)
        rules = Rules(pace=pace)
        self.house: House | None = House(folder, rules, clock=self.clock) if self.settings.guarded else None
        self.live = LiveService(self.store)
        self.app: FastAPI = create_app(self.live, self.settings, clock=lambda: TODAY, house=self.house)
        self.group = self._people() if self.house else 0

    def _people(self) -> int:
        assert self.house is not None
        for name in ("Tổ mật", "Tổ khác"):
            self.house.people.add_group(name)
        numbers = {group.name: group.id for group in self.house.people.groups()}
        inner = frozenset({numbers["Tổ mật"]})
        someone(self.house, "doc", Role.READER, frozenset({numbers["Tổ khác"]}))
        someone(self.house, "bien", Role.EDITOR, frozenset({numbers["Tổ khác"]}))
        someone(self.house, "chu", Role.ADMIN)
        someone(self.house, "mat", Role.READER, inner)
        someone(self.house, "bienmat", Role.EDITOR, inner)
        self.house.sharing.limit(SECRET.file, inner)
        return numbers["Tổ mật"]

    def client(self, login: str | None = None, **options: Any) -> TestClient:
        """A browser, signed in as ``login`` where given; it follows no redirect by itself."""
        base = options.pop("base_url", ORIGIN)
        client = TestClient(self.app, base_url=base, raise_server_exceptions=False, follow_redirects=False, **options)
        if login is not None:
            assert sign_in(client, login).status_code == 303
        return client

    def close(self) -> None:
        self.store.close()
        if self.house is not None:
            self.house.close()


@contextmanager
def site(folder: Path, **settings: Any) -> Iterator[Site]:
    """A site that is closed in the end."""
    found = Site(folder, **settings)
    try:
        yield found
    finally:
        found.close()


def mark_of(page: str) -> str:
    """The mark that the forms of a page bear."""
    found = re.search(rf'name="{FORM_FIELD}" value="([0-9a-f]+)"', page)
    assert found, "no form on this page"
    return unescape(found.group(1))


def sign_in(client: TestClient, login: str, password: str = PASSWORD, **more: str) -> Response:
    """Fill the sign-in page in."""
    mark = mark_of(client.get("/sign-in").text)
    return client.post("/sign-in", data={"login": login, "password": password, FORM_FIELD: mark} | more)


def sent(client: TestClient, page: str, address: str, data: dict[str, Any] | None = None, **more: Any) -> Response:
    """Fill a form of ``page`` in and send it to ``address``."""
    mark = mark_of(client.get(page).text)
    return client.post(address, data={FORM_FIELD: mark} | (data or {}), **more)
