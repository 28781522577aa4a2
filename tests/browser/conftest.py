"""The real app over the sample plans on a port of its own, and a headless Chromium to look at it with."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from socket import create_server
from threading import Thread
from time import monotonic, sleep
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect, sync_playwright

from api.http import create_app
from api.settings import Settings
from ingest.read import read_plan
from rag.service import Service
from tests.api.access.conftest import PASSWORD
from tests.api.access.site import Site, site
from tests.index.plans import LetterEmbedder
from tests.rag.conftest import snapshot_of

TODAY = date(2026, 3, 2)
PLANS = Path(__file__).resolve().parents[2] / "eval" / "plans"
PATIENCE = 10.0  # seconds for the server to come up


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the running app."""
    plans = tuple(read_plan(file) for file in sorted(PLANS.glob("*.txt")))
    settings = Settings(data=tmp_path_factory.mktemp("data"))
    app = create_app(Service(snapshot_of(plans, LetterEmbedder())), settings, clock=lambda: TODAY)
    with running(app) as address:
        yield address


@contextmanager
def running(app: FastAPI) -> Iterator[str]:
    """The address of ``app``, served by a thread."""
    listener = create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, ws="none"))
    thread = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    until = monotonic() + PATIENCE
    while not server.started and monotonic() < until:
        sleep(0.02)
    assert server.started, "the app did not come up"
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(PATIENCE)


@dataclass(frozen=True, slots=True)
class Office:
    """A running site where people sign in, and its address."""

    site: Site
    origin: str


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A library with people of every role; one for each module, since what they do stays done."""
    with site(tmp_path_factory.mktemp("office")) as found, running(found.app) as address:
        yield Office(found, address)


def signed_in(browser: Browser, office: Office, login: str, **options: Any) -> Page:
    """A page of somebody's own, signed in."""
    context = browser.new_context(**options)
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.goto(f"{office.origin}/sign-in")
    page.fill("[name=login]", login)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    expect(page.locator(".account")).to_be_visible()
    return page


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; a run without it fails and says what to install."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.fail("the page tests need Chromium: apt-get install chromium (Debian), or any Chromium on the PATH")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()
