"""Every page at three widths, light and dark: nothing sticks out, nothing is complained of, no rule of access is broken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

LIST = "cong an tinh phoi hop nhung viec nao trong ke hoach ubnd tinh lam giang"
FACT = "Cơ quan nào chủ trì tái cấu trúc quy trình 25 dịch vụ công trực tuyến của tỉnh Lam Giang?"
SEVERAL = "Kiểm định an toàn 18 hồ chứa nước vừa và nhỏ hoàn thành khi nào?"
NEAR = "Chỉ tiêu doanh thu từ du lịch của tỉnh Lam Giang năm 2027 là bao nhiêu?"
WORK = "Đoàn Thanh niên xã Vân Khê có những việc gì, cả chủ trì và phối hợp?"
PLAN = "/plans/lamgiang-ubnd-2026.txt"
SHORT_PLAN = "/plans/vankhe-danguy-2026.txt"
WIDTHS = (360, 768, 1440)


def ask(question: str, **more: str) -> str:
    return f"/?{urlencode({'q': question, **more})}"


PAGES = {
    "home": "/",
    "fact": ask(FACT),
    "list": ask(LIST, sort="due"),
    "work": ask(WORK),
    "filtered to nothing": ask(LIST, loc="zzz"),
    "several": ask(SEVERAL),
    "nothing, with what is near": ask(NEAR),
    "follow-up": ask("Còn thời hạn?", prev=FACT),
    "thanked": ask(FACT, thanks="1"),
    "blank question": "/?q=",
    "cited": f"{PLAN}?{urlencode({'at': 'Phụ lục II/1'})}#cite",
    "searched": f"{SHORT_PLAN}?{urlencode({'tim': 'chi bo'})}",
    "gone": f"{SHORT_PLAN}?at=nothing",
    "no such plan": "/plans/none.txt",
    "library": "/library",
    "units": "/brief",
    "brief": f"/brief?unit={quote('Chi cục Thủy lợi')}&period=all",
    "brief of one's own days": f"/brief?unit={quote('Chi cục Thủy lợi')}&period=custom&from=2026-09-01",
    "no such unit": "/brief?unit=zzz",
    "month": "/calendar?month=2026-06",
    "month as a list": "/calendar?month=2026-06&view=list",
    "empty month": "/calendar?month=2031-01",
    "bad month": "/calendar?month=x",
    "start": "/start",
    "no such page": "/nowhere",
}


class Watched:
    """A page that remembers what its console said."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.said: list[str] = []
        page.on("console", lambda message: self.said.append(message.text) if message.type != "info" else None)
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def complaints(self) -> list[str]:
        """All but the line about a status that the page itself was to have."""
        return [text for text in self.said if "the server responded with a status of 4" not in text]


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[Watched]:
    page = browser.new_page()
    yield Watched(page)
    page.close()


def broken_rules(page: Page) -> list[str]:
    return told(Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"])


def broken_looks(page: Page) -> list[str]:
    """The rules that other colours or another width may break; axe is on the page already."""
    rules = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]
    return told(page.evaluate("(rules) => axe.run(document, {runOnly: rules})", rules)["violations"])


def told(found: list[dict[str, Any]]) -> list[str]:
    return [f"{one['id']}: {node['target']} {node.get('failureSummary', '')}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_a_page_fits_and_is_quiet_and_accessible(watched: Watched, origin: str, path: str) -> None:
    page = watched.page
    watched.said.clear()
    page.emulate_media(color_scheme="light")
    page.goto("about:blank")
    page.goto(origin + path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
    assert broken_rules(page) == []
    page.set_viewport_size({"width": WIDTHS[0], "height": 740})
    page.emulate_media(color_scheme="dark")
    assert broken_looks(page) == []
    assert watched.complaints() == []


@pytest.mark.parametrize("path", ["/", ask(LIST), PLAN, "/brief", "/calendar?month=2026-06", "/start"])
def test_the_narrowest_phone_and_large_type_fit_too(watched: Watched, origin: str, path: str) -> None:
    watched.page.goto(origin + path)
    watched.page.set_viewport_size({"width": 320, "height": 640})
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= 320
    watched.page.evaluate("document.documentElement.style.fontSize = '200%'")
    watched.page.set_viewport_size({"width": 768, "height": 800})
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= 768


@pytest.mark.parametrize("path", ["/", ask(WORK), f"{PLAN}?at=I", "/brief", "/calendar?month=2026-06", "/start"])
def test_a_page_weighs_little_and_takes_all_from_this_server(browser: Browser, origin: str, path: str) -> None:
    page = browser.new_page()
    sizes: dict[str, int] = {}
    page.on("requestfinished", lambda request: sizes.update({request.url: request.sizes()["responseBodySize"]}))
    page.goto(origin + path)
    page.wait_for_load_state("networkidle")
    page.close()
    assert all(url.startswith(origin) for url in sizes)
    assert sum(size for url, size in sizes.items() if not url.endswith(".woff2")) <= 150_000
