"""``ingest``, ``plans``, ``remove`` and ``serve``: the library of plans and the pages over it."""

# ruff: noqa: PLC0415  imports inside functions are the point of this module

from __future__ import annotations

from contextlib import ExitStack

import typer

from api import wording, wording_library
from api.commands.opening import load, opened_service, screen, settings_of
from api.commands.options import Data, Host, Paths, PlanName, Port
from api.terminal import complain
from ingest.errors import WrongUse
from web import wording_originals


def ingest(paths: Paths, data: Data = None) -> None:
    """Add or update plans in the library."""
    from api.loading import plan_files

    settings = settings_of(data=data)
    files = plan_files(paths)
    loaded = load(files)
    from api import display, display_library, fixing, wiring  # after reading, as they bring threads: see api.progress
    from api.versions import Shelf, tidings

    report = wiring.ingest(settings, loaded.plans)
    display.ingest_report(screen(), loaded, report)
    for name in wiring.keep_originals(settings, files, loaded.plans):
        complain(f"{name}: {wording_originals.NO_ROOM}")
    with wiring.library(settings) as store:
        names = {one.file for one in loaded.plans}
        changed = {one.file for one in report.changes if one.outcome.value in {"added", "updated"}}
        told = tidings(Shelf.whole(store), changed) if changed else {}
        display_library.tidings(screen(), [line for lines in told.values() for line in lines])
        stale = [one for one in report.changes if one.same_as and store.catalogue.load_plan(one.file) is not None]
        display_library.tidings(screen(), [_kept_old(one.file, one.same_as or "") for one in stale])
        display_library.fixes_aside(screen(), fixing.standing_aside(store, names))
    if loaded.unread:
        raise typer.Exit(2)


def _kept_old(file: str, holder: str) -> str:
    """That a file goes on answering with what it held, and what to do about it."""
    return wording_library.KEPT_OLD.format(file=file, holder=holder)


def plans(data: Data = None) -> None:
    """List the plans of the library."""
    from api import display

    with opened_service(settings_of(data=data), None) as service:
        listed = service.plans()
    if listed:
        display.library(screen(), listed)
    else:
        complain(wording.EMPTY_LIBRARY)


def remove(file: PlanName, data: Data = None) -> None:
    """Take one plan out of the library."""
    from api import wiring

    if not wiring.remove(settings_of(data=data), file):
        raise WrongUse(wording.NO_SUCH_PLAN.format(file=file))
    complain(wording.REMOVED.format(file=file))


def serve(data: Data = None, *, host: Host = None, port: Port = None) -> None:
    """Serve the pages and the API until stopped."""
    from api import serving, wiring

    settings = settings_of(data=data, host=host, port=port)
    with ExitStack() as opened:
        service = opened.enter_context(wiring.library_service(settings))
        house = opened.enter_context(wiring.opened_house(settings)) if settings.guarded else None
        serving.serve(service, settings, complain, house)
