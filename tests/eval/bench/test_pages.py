from __future__ import annotations

import gzip
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import StringIO
from threading import Thread

import pytest
from rich.console import Console

from eval.bench.pages import Timed, addresses, measure, show

PAGES = {
    "/": '<a href="/?q=a&amp;b">a</a><a href="/library">b</a>',
    "/library": '<a href="/plans/x.txt">x</a><a href="/plans/x.txt">again</a>',
    "/brief": '<a href="/brief?unit=S%E1%BB%9F+A">Sở A</a>',
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = PAGES.get(self.path)
        body = gzip.compress((found or "x" * 2000).encode())
        self.send_response(200 if found else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        """Say nothing."""


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_what_is_measured_is_what_the_pages_link_to(origin: str) -> None:
    found = addresses(origin)
    assert found["/?q= (first page's examples)"] == ("/?q=a&b",)
    assert found["/plans/…"] == ("/plans/x.txt",)
    assert found["/brief?unit="] == ("/brief?unit=S%E1%BB%9F+A&period=all",)
    assert found["/?q= (lists of units)"][0].startswith("/?q=S%E1%BB%9F%20A%20ph")


def test_each_address_is_asked_so_many_times_and_errors_are_pages_too(origin: str) -> None:
    [one] = measure(origin, {"two": ("/", "/nowhere")}, times=3)
    assert (one.name, len(one.steps)) == ("two", 6)
    assert one.bytes == max(len(gzip.compress(body)) for body in (PAGES["/"].encode(), b"x" * 2000))
    assert all(step > 0 for step in one.steps)


def test_the_table_tells_median_and_tail() -> None:
    out = StringIO()
    show([Timed("/", (1.0, 2.0, 250.0), 4200)], Console(file=out, width=100))
    assert "/ 3 2 250 4" in " ".join(out.getvalue().split())
