"""The parts of the site, as the head of every page names them."""

from __future__ import annotations

from dataclasses import dataclass

from web import wording


@dataclass(frozen=True, slots=True)
class Place:
    """One part: ``short`` is its name on a narrow screen, ``admins`` whether only they see it."""

    key: str
    href: str
    name: str
    short: str
    admins: bool = False


PLACES = (
    Place("ask", "/", *wording.NAV_ASK),
    Place("brief", "/brief", *wording.NAV_BRIEF),
    Place("calendar", "/calendar", *wording.NAV_CALENDAR),
    Place("start", "/start", *wording.NAV_START),
    Place("library", "/library", *wording.NAV_LIBRARY),
    Place("admin", "/admin", *wording.NAV_ADMIN, admins=True),
)


def navigation(*, admin: bool = False) -> tuple[Place, ...]:
    """What a visitor may go to."""
    return tuple(place for place in PLACES if admin or not place.admins)
