"""``brief`` and ``due``: what a unit has to do, and what falls due when."""

# ruff: noqa: PLC0415  imports inside functions are the point of this module

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta

from api import wording_work
from api.commands.opening import day_of, emit, filled_service, screen, settings_of, today_of
from api.commands.options import (
    Data,
    DueSince,
    DueUnit,
    DueUntil,
    Ics,
    Json,
    OfFile,
    Since,
    Today,
    Unit,
    Until,
    WorkPlans,
)
from ingest.errors import WrongUse

A_MONTH = timedelta(days=30)


def brief(
    unit: Unit,
    *,
    since: Since = None,
    until: Until = None,
    today: Today = None,
    as_json: Json = False,
    file: OfFile = None,
    plans: WorkPlans = None,
    data: Data = None,
) -> None:
    """Print all that the plans give one unit to do."""
    day, first, last = today_of(today), day_of(since), day_of(until)
    with filled_service(settings_of(data=data), plans) as service:
        found = service.brief(unit, today=day, since=first, until=last, files=file or None)
    if as_json:
        from api.records import json_line
        from api.records_work import brief_record

        emit(json_line(brief_record(found)))
        return
    from api import display_work

    display_work.brief(screen(), found)


def due(
    *,
    since: DueSince = None,
    until: DueUntil = None,
    unit: DueUnit = None,
    today: Today = None,
    as_json: Json = False,
    as_ics: Ics = False,
    plans: WorkPlans = None,
    data: Data = None,
) -> None:
    """Print what falls due in a period, by day, or as a calendar."""
    if as_json and as_ics:
        raise WrongUse(wording_work.JSON_OR_ICS)
    first = day_of(since) or today_of(today)
    last = day_of(until) or first + A_MONTH
    with filled_service(settings_of(data=data), plans) as service:
        found = service.deadlines(first, last, unit=unit)
    if as_ics:
        from api.ics import calendar

        name = wording_work.ICS_NAME_OF_UNIT.format(unit=unit) if unit else wording_work.ICS_NAME
        sys.stdout.write(calendar(found, stamp=datetime.now(UTC), name=name).decode())
    elif as_json:
        from api.records import json_line
        from api.records_work import deadline_record

        for one in found:
            emit(json_line(deadline_record(one)))
    else:
        from api import display_work

        display_work.deadlines(screen(), found, (first, last))
