"""Addresses of the pages, with everything that a person may type in them escaped."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, urlencode


def source_href(file: str, locator: str, start: int, end: int) -> str:
    """The page of ``file`` opened at a quote: by its locator, which outlives a new reading, narrowed by offsets."""
    return f"{plan_href(file)}?{urlencode({'at': locator, 'start': start, 'end': end})}#cite"


def place_href(file: str, locator: str) -> str:
    """The page of ``file`` opened at a locator: a link that outlives a new reading of the file."""
    return f"{plan_href(file)}?{urlencode({'at': locator})}#cite"


def plan_href(file: str) -> str:
    """The page of ``file``."""
    return f"/plans/{quote(file, safe='')}"


def library_href(file: str) -> str:
    """What the library says of ``file``: its facts, findings, corrections."""
    return f"/library/plan/{quote(file, safe='')}"


def ask_href(question: str, previous: Sequence[str] = (), **more: str) -> str:
    """The page that answers ``question``, asked after ``previous`` ones."""
    return f"/?{asked_query(question, previous, **more)}"


def export_href(form: str, question: str, previous: Sequence[str] = (), **more: str) -> str:
    """The table of an answer as a file of that form."""
    return f"/export?{asked_query(question, previous, **more, format=form)}"


def asked_query(question: str, previous: Sequence[str] = (), **more: str) -> str:
    """The query of an address about a question; blank parameters are left out."""
    pairs = [("q", question), *(("prev", one) for one in previous)]
    return urlencode([*pairs, *((name, value) for name, value in more.items() if value)])


def page_href(path: str, **query: str) -> str:
    """A page with its parameters; blank ones are left out."""
    given = {name: value for name, value in query.items() if value}
    return f"{path}?{urlencode(given)}" if given else path
