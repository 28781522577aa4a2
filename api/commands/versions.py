"""``versions`` and ``diff``: which contents the library holds, and what changed between two."""

# ruff: noqa: PLC0415  imports inside functions are the point of this module

from __future__ import annotations

from api import wording, wording_library
from api.commands.opening import emit, screen, settings_of
from api.commands.options import AsText, Data, FixFile, Json, NewPlan, OldPlan
from api.terminal import complain
from ingest.errors import WrongUse


def versions(file: FixFile = None, *, text: AsText = False, data: Data = None) -> None:
    """List plans with their earlier versions, or print the text of one."""
    from api import display_library, wiring
    from api.versions import opened
    from api.versions import versions as listed

    if text and file is None:
        raise WrongUse(wording_library.TEXT_OF_WHAT)
    with wiring.library(settings_of(data=data)) as store:
        if text and file is not None:
            emit(opened(store, file).text.removesuffix("\n"))
            return
        found = listed(store, file)
    if found:
        display_library.versions(screen(), found)
    else:
        complain(wording.EMPTY_LIBRARY)


def diff(old: OldPlan, new: NewPlan = None, *, as_json: Json = False, data: Data = None) -> None:
    """Say what changed between two plans, each a file or a version in the library."""
    from api import display_library, wiring
    from api.records import json_line
    from api.versions import difference_record, pair
    from ingest.differences import difference

    with wiring.library(settings_of(data=data)) as store:
        before, after = pair(store, old, new)
    found = difference(before, after)
    if as_json:
        emit(json_line(difference_record(before, after, found)))
    else:
        display_library.difference(screen(), before, after, found)
