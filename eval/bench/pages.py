"""How long a running server takes for each page: ``python -m eval.bench.pages http://127.0.0.1:8000``.

Links are taken from the pages themselves, so that whatever plans the server holds are measured: every plan opened
at its text, the brief of every unit that is offered, the questions that the first page offers.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from time import perf_counter
from urllib.error import HTTPError
from urllib.parse import quote, urljoin
from urllib.request import Request, urlopen

from rich import box
from rich.console import Console
from rich.table import Table

from eval.metrics import percentile

LIMIT = 100.0
"""Milliseconds that the 95th percentile of each page may take."""
MOST = 40
"""Addresses of one sort that are measured."""
_HREF = re.compile(r'href="(/[^"]*)"')


@dataclass(frozen=True, slots=True)
class Timed:
    """One sort of page: milliseconds of each request, in order, and the most bytes that one sent, packed."""

    name: str
    steps: tuple[float, ...]
    bytes: int


def addresses(origin: str) -> dict[str, tuple[str, ...]]:
    """What to measure, by sort of page, as the server's own pages link to it."""
    home, library, units = (_text(origin, path) for path in ("/", "/library", "/brief"))
    asked = [path for path in _links(home) if path.startswith("/?q=")]
    plans = [path for path in _links(library) if path.startswith("/plans/")]
    briefs = [f"{path}&period=all" for path in _links(units) if path.startswith("/brief?unit=")]
    lists = [f"/?q={quote(f'{name} phải làm gì?')}" for name in _names(units)]
    found = {
        "/": ("/",),
        "/?q= (first page's examples)": tuple(asked),
        "/?q= (lists of units)": tuple(lists[:MOST]),
        "/plans/…": tuple(plans[:MOST]),
        "/brief": ("/brief",),
        "/brief?unit=": tuple(briefs[:MOST]),
        "/calendar": (
            "/calendar",
            "/calendar?view=list",
            "/calendar?month=2026-06",
            "/calendar?month=2026-12&view=list",
        ),
        "/start": ("/start",),
        "/library": ("/library",),
    }
    return {name: paths for name, paths in found.items() if paths}


def measure(origin: str, wanted: Mapping[str, Sequence[str]], *, times: int) -> tuple[Timed, ...]:
    """Ask each address once unmeasured, then ``times`` over, one after the other."""
    return tuple(_timed(origin, name, paths, times) for name, paths in wanted.items())


def _timed(origin: str, name: str, paths: Sequence[str], times: int) -> Timed:
    size = max(len(_fetched(origin, path)) for path in paths)
    steps = []
    for path in (path for _ in range(times) for path in paths):
        started = perf_counter()
        _fetched(origin, path)
        steps.append((perf_counter() - started) * 1000)
    return Timed(name, tuple(steps), size)


def _fetched(origin: str, path: str) -> bytes:
    """The body as sent, packed; a page that says what went wrong is a page too."""
    request = Request(urljoin(origin, path), headers={"Accept-Encoding": "gzip"})  # noqa: S310 - the address that was given
    try:
        with urlopen(request, timeout=30) as response:  # noqa: S310 - the same
            body: bytes = response.read()
    except HTTPError as error:
        body = error.read()
    return body


def _text(origin: str, path: str) -> str:
    body = _fetched(origin, path)
    return (gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body).decode()


def _links(page: str) -> list[str]:
    return list(dict.fromkeys(unescape(path) for path in _HREF.findall(page)))


def _names(units: str) -> list[str]:
    return [unescape(name) for name in re.findall(r'<a href="/brief\?unit=[^"]*">([^<]*)</a>', units)]


def show(found: Sequence[Timed], console: Console) -> None:
    """One line for each sort of page."""
    table = Table("page", "requests", "median ms", "p95 ms", "most kB", box=box.SIMPLE)
    for one in found:
        p95 = percentile(one.steps, 95)
        cells = (str(len(one.steps)), f"{percentile(one.steps, 50):.0f}", f"{p95:.0f}", f"{one.bytes / 1000:.0f}")
        table.add_row(one.name, *cells, style="bold" if p95 > LIMIT else "")
    console.print(table)


def main() -> int:
    """Measure and print; 1 when any page is slower than it may be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("origin")
    parser.add_argument("--times", type=int, default=5)
    chosen = parser.parse_args()
    found = measure(chosen.origin, addresses(chosen.origin), times=chosen.times)
    show(found, Console())
    return int(any(percentile(one.steps, 95) > LIMIT for one in found))


if __name__ == "__main__":
    raise SystemExit(main())
