"""The pages behind the sign-in, for each role: they fit, are quiet, and no rule of access is broken."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Office, signed_in
from tests.browser.test_every_page import FACT, Watched, ask
from tests.browser.test_keeping import FILE, fits_and_is_accessible

OPEN = ("/sign-in", "/sign-in?next=/library", "/link/nothing")
READER = ("/", "/library", f"/library/plan/{FILE}", f"/library/plan/{FILE}/versions", "/account", "/library/jobs/none")
EDITOR = (
    "/library",
    f"/library/plan/{FILE}",
    f"/library/plan/{FILE}/remove",
    f"/library/plan/{FILE}/fix",
    f"/library/plan/{FILE}/fix?at={quote('Phụ lục I/1')}",
    f"/plans/{FILE}?sua=1",
)
ADMIN = (
    "/admin",
    "/admin/people/1",
    "/admin/groups",
    "/admin/tokens",
    "/admin/log",
    "/admin/feedback",
    "/admin/quality",
    "/admin/settings",
)


@pytest.fixture(scope="module")
def pages(browser: Browser, office: Office) -> Iterator[dict[str, Watched]]:
    """Somebody of each role, who has said something of an answer."""
    found = {login: Watched(signed_in(browser, office, login)) for login in ("doc", "bien", "chu")}
    reader = found["doc"].page
    reader.goto(office.origin + ask(FACT))
    reader.locator("summary", has_text="Chưa đúng").click()
    expect(reader.locator(".signed")).to_be_visible()
    fits_and_is_accessible(reader)
    reader.get_by_label("Sai giá trị").check()
    reader.get_by_role("button", name="Gửi góp ý").click()
    expect(reader.locator(".thanks")).to_be_visible()
    found[""] = Watched(browser.new_page())
    yield found
    for one in found.values():
        one.page.context.close()


@pytest.mark.parametrize(
    ("login", "path"),
    [
        (login, path)
        for login, those in (("", OPEN), ("doc", READER), ("bien", EDITOR), ("chu", ADMIN))
        for path in those
    ],
)
def test_a_page_of_each_role_fits_and_is_quiet_and_accessible(
    pages: dict[str, Watched], office: Office, login: str, path: str
) -> None:
    watched = pages[login]
    watched.said.clear()
    watched.page.goto(office.origin + path)
    assert watched.page.title()
    fits_and_is_accessible(watched.page)
    assert watched.complaints() == []


def test_an_admin_reads_who_said_what(pages: dict[str, Watched], office: Office) -> None:
    page: Page = pages["chu"].page
    page.goto(f"{office.origin}/admin/feedback")
    expect(page.get_by_role("cell", name="Doc", exact=True)).to_be_visible()
    page.get_by_role("link", name=FACT).first.click()
    expect(page.locator(".value").first).to_be_visible()


def test_a_password_is_set_by_the_link_that_an_admin_makes(
    browser: Browser, pages: dict[str, Watched], office: Office
) -> None:
    admin = pages["chu"].page
    admin.goto(f"{office.origin}/admin/people/1")
    admin.get_by_role("button", name="Tạo liên kết").click()
    fits_and_is_accessible(admin)
    link = admin.locator(".command code").inner_text()
    watched = Watched(browser.new_page())
    watched.page.goto(office.origin + urlsplit(link).path)
    fits_and_is_accessible(watched.page)
    assert watched.complaints() == []
    watched.page.close()


def test_a_wrong_password_is_told_in_place_and_a_right_one_leads_on(browser: Browser, office: Office) -> None:
    page = browser.new_page()
    page.goto(f"{office.origin}/library")
    expect(page).to_have_url(f"{office.origin}/sign-in?next=%2Flibrary")
    page.fill("[name=login]", "doc")
    page.fill("[name=password]", "sai hoàn toàn")
    page.press("[name=password]", "Enter")
    expect(page.get_by_role("alert")).to_contain_text("chưa đúng")
    fits_and_is_accessible(page)
    page.close()
