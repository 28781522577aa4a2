"""``fix``: cells corrected by a clerk, undone, listed."""

# ruff: noqa: PLC0415  imports inside functions are the point of this module

from __future__ import annotations

from api import wording_library
from api.commands.opening import screen, settings_of
from api.commands.options import By, Data, FieldName, FixFile, ListFixes, Locator, Undo, Value
from api.terminal import complain
from ingest.errors import WrongUse


def fix(
    file: FixFile = None,
    locator: Locator = None,
    field: FieldName = None,
    value: Value = None,
    *,
    undo: Undo = False,
    listed: ListFixes = False,
    by: By = None,
    data: Data = None,
) -> None:
    """Correct a cell of a plan in the library."""
    from api import display_library, fixing, wiring

    looks: dict[str, str] = {}
    with wiring.library(settings_of(data=data)) as store:
        if listed:
            display_library.fixes(screen(), fixing.fixes(store, file))
            return
        if file is None or locator is None or field is None or undo is (value is not None):
            raise WrongUse(wording_library.FIX_WHAT)
        cell = fixing.Cell(file, locator, field)
        if value is None:
            one, told = fixing.undo(store, cell, at=fixing.now()), wording_library.UNDONE
        else:
            one, told = fixing.fix(store, cell, value, by=by or _login(), at=fixing.now()), wording_library.FIXED
            looks = fixing.looks_wrong(store, file, one)
    name = wording_library.FIELD_NAMES[one.field].lower()
    complain(told.format(locator=one.locator, field=name, old=one.old, new=one.new))
    for doubt in looks.values():
        complain(wording_library.LOOK_AGAIN.format(locator=one.locator, field=name, doubt=doubt))


def _login() -> str:
    """Who is logged in on this machine; "" where it does not tell."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
