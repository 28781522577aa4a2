"""``parse``, ``text`` and ``check``: what files hold and what is wrong in them, without index or model."""

# ruff: noqa: PLC0415  imports inside functions are the point of this module

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import typer

from api.commands.opening import emit, filled_service, screen, settings_of
from api.commands.options import CheckPaths, Data, File, Files, Json
from api.terminal import complain

if TYPE_CHECKING:
    from ingest.plan import Plan


def parse(files: Files, *, as_json: Json = False) -> None:
    """Read plan files and print what they hold."""
    from api.loading import Unread, read_each

    failed = False
    for one in read_each(files):
        if isinstance(one, Unread):
            complain(str(one.error))
            failed = True
        elif as_json:
            from api.records import json_line, plan_record

            emit(json_line(plan_record(one)))
        else:
            from api import display

            display.plan(screen(), one)
    if failed:
        raise typer.Exit(2)


def text(file: File) -> None:
    """Print the canonical text of one file."""
    from api.loading import read_one

    emit(read_one(file).text.removesuffix("\n"))


def check(paths: CheckPaths = None, *, as_json: Json = False, data: Data = None) -> None:
    """Say what a clerk should look at, plan by plan."""
    from ingest.checks import all_findings

    unread: list[Path] = []
    plans = _read(paths, unread, data) if paths else _of_library(data)
    for plan in plans:
        findings = all_findings(plan)
        if as_json:
            from api.records import checked_record, json_line

            emit(json_line(checked_record(plan, findings)))
        else:
            from api import display_work

            display_work.findings(screen(), plan, findings)
    if unread:
        raise typer.Exit(2)


def _read(paths: list[Path], unread: list[Path], data: Path | None) -> Iterator[Plan]:
    """The plans of the files, the library's where a name is no file here; what failed is told and kept in ``unread``."""
    from api.loading import Unread, plan_files, read_each

    for one in read_each(plan_files(paths)):
        found = one if not isinstance(one, Unread) else _kept(one.path, data)
        if found is not None:
            yield found
        elif isinstance(one, Unread):
            complain(str(one.error))
            unread.append(one.path)


def _kept(name: Path, data: Path | None) -> Plan | None:
    """The library's plan of that name, as ``ingest`` and ``plans`` print it; None for what is a file, read or not."""
    settings = settings_of(data=data)
    if name.exists() or not settings.data.is_dir():  # asking makes no library
        return None
    from api import wiring

    with wiring.library(settings) as store:
        return store.catalogue.load_plan(normalize("NFC", str(name)))


def _of_library(data: Path | None) -> Iterator[Plan]:
    with filled_service(settings_of(data=data), None) as service:
        yield from service.plans()
