"""Deadlines as an RFC 5545 calendar: all-day events under names that stay the same from one reading to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from api.wording_work import ICS_DESCRIPTION, ICS_NAME, ICS_SUMMARIES
from rag.listing.deadlines import Deadline
from rag.wording import shorten
from web.duetitles import title
from web.tables import cell_text

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT: Final = "-//Ro Viec//Ro Viec 1//VI"
_REFRESH: Final = timedelta(hours=6)
ICS: Final = "text/calendar"
_SUMMARY: Final = 120
"""Characters; calendar programs show one line."""
Link = Callable[[str, str], str]
"""The address at which a file's plan opens at a locator."""


def uid(one: Deadline) -> str:
    """The name of an event: of its plan, place and day, and its number among those of the same."""
    place = "\0".join((one.item.file, one.kind, one.item.locator, one.day.isoformat(), str(one.number)))
    return f"{sha256(place.encode()).hexdigest()[:32]}@roviec"


def calendar(
    found: Iterable[Deadline], *, stamp: datetime, name: str = ICS_NAME, link: Link | None = None
) -> bytes:  # fmt: skip
    """A calendar of ``found``, one event for each day of a report that comes back; ``stamp`` says when it was made."""
    from icalendar import Calendar  # noqa: PLC0415 - slow to import, and few commands make calendars

    made = Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("name", name)
    made.add("x-wr-calname", name)
    made.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT6H")
    for one in found:
        made.add_component(_event(one, stamp, link))
    return bytes(made.to_ical())


def _event(one: Deadline, stamp: datetime, link: Link | None) -> Event:
    from icalendar import Event  # noqa: PLC0415 - the same

    event = Event()
    event.add("uid", uid(one))
    event.add("dtstamp", stamp)
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", ICS_SUMMARIES[one.kind].format(name=shorten(title(one), _SUMMARY), plan=one.item.plan))
    event.add("description", _description(one))
    event.add("transp", "TRANSPARENT")
    if link is not None:
        event.add("url", link(one.item.file, one.item.locator))
    return event


def _description(one: Deadline) -> str:
    """The whole name, who does it, the deadline as printed, and last the place where all this was read."""
    item = one.item
    names = ("name", "lead", "support", "due", "result")
    lines = [ICS_DESCRIPTION[name].format(text=cell_text(item, name)) for name in names if getattr(item, name)]
    return "\n".join((*lines, ICS_DESCRIPTION["source"].format(plan=item.plan, locator=item.locator)))
