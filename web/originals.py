"""A plan's original file as its pages offer it: to download, and page by page as pictures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from ingest.plan import Plan
from web import wording_originals as words
from web.links import page_href, place_href, plan_href
from web.source import Sought


@dataclass(frozen=True, slots=True)
class OriginalView:
    """``size`` in words; ``picture`` is the cited page's, ``pages`` the page that shows one after another, "" where there is none."""

    href: str
    size: str
    picture: str
    pages: str


@dataclass(frozen=True, slots=True)
class PageView:
    """One page by itself; ``previous`` and ``next`` are "" at the ends."""

    title: str
    alt: str
    reckoned: bool
    picture: str
    previous: str
    next: str
    text: str


def original_view(plan: Plan, sought: Sought, *, size: int, pages: int) -> OriginalView:
    """What is offered of a kept file of ``size`` bytes, of which so many ``pages`` can be drawn."""
    place = _query(sought)
    cited = bool(place) and bool(sought.spans(plan))
    kind = PurePath(plan.file.partition("@")[0]).suffix.lstrip(".").upper()
    return OriginalView(
        href=f"{plan_href(plan.file)}/original",
        size=words.SIZE.format(kind=kind, size=size_text(size)),
        picture=page_href(f"{plan_href(plan.file)}/picture", **place) if pages and cited else "",
        pages=page_href(f"{plan_href(plan.file)}/pages", **(place if cited else {})) if pages else "",
    )


def _query(sought: Sought) -> dict[str, str]:
    cut = {"start": sought.start, "end": sought.end}
    return {"at": sought.at} | {name: str(value) for name, value in cut.items() if value is not None}


def page_view(plan: Plan, page: int, pages: int, *, sure: bool, sought: Sought) -> PageView:
    """Page ``page`` of ``pages``."""

    def at(number: int, path: str = "pages") -> str:
        return page_href(f"{plan_href(plan.file)}/{path}", page=str(number), at=sought.at)

    return PageView(
        title=words.TITLE.format(page=page, pages=pages),
        alt=words.PAGE_ALT.format(page=page),
        reckoned=not sure,
        picture=at(page, "picture"),
        previous=at(page - 1) if page > 1 else "",
        next=at(page + 1) if page < pages else "",
        text=place_href(plan.file, sought.at) if sought.at else plan_href(plan.file),
    )


def size_text(size: int) -> str:
    """``240 kB``, ``3,1 MB``."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
