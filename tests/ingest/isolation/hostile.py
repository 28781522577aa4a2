"""Run as a program: readers that misbehave in every way, and what each costs; prints one line of JSON.

A program of its own, because only a process of one thread is forked, and only a fork has the readers put in place here.
"""

from __future__ import annotations

import ctypes
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ingest import read
from ingest.errors import NotAPlan, RoviecError
from ingest.isolation import Isolation, Limits
from ingest.patience import more_time
from ingest.plan import Plan

SLEEP = "86399"


def for_ever() -> None:
    """Never end."""
    while True:
        pass


def too_much() -> None:
    """Ask for more memory than there may be."""
    held = []
    while True:
        held.append(bytearray(10_000_000))


def too_deep(level: int = 0) -> None:
    """Call itself."""
    too_deep(level + 1)


def crash() -> None:
    """Read where nothing is."""
    ctypes.string_at(0)


def silent_end() -> None:
    """End without a word."""
    os._exit(0)


def silent_life() -> None:
    """Close every pipe and live on."""
    os.closerange(3, 256)
    for_ever()


def network() -> None:
    """Reach out."""
    socket.create_connection(("127.0.0.1", 9), 1)


def orphans() -> None:
    """Start processes that leave the group, and go on for ever."""
    subprocess.Popen(["/bin/sh", "-c", f"sleep {SLEEP} & sleep {SLEEP}"], start_new_session=True)
    for_ever()


def full() -> None:
    """Write a file without end."""
    with Path("lớn").open("wb") as out:
        while True:
            out.write(bytes(1_000_000))


def litter() -> None:
    """Leave files behind."""
    tempfile.mkdtemp()
    Path("rác").write_text("x", "utf-8")
    raise NotAPlan(f"{Path(tempfile.gettempdir()).name}.")


def patient() -> None:
    """Take longer than the limit, and say so on the way."""
    for _ in range(4):
        more_time(1.0)
        time.sleep(0.7)
    raise NotAPlan("xong.")


def strange() -> None:
    """Raise what nobody expects."""
    raise ZeroDivisionError


WAYS: tuple[Callable[[], None], ...] = (
    for_ever, too_much, too_deep, crash, silent_end, silent_life, network, orphans, full, litter, patient, strange,
)  # fmt: skip


def _read(path: Path) -> Plan:
    next(way for way in WAYS if way.__name__ == path.name)()
    raise AssertionError(path.name)


def main() -> None:
    """Have each read in turn by one nursery."""
    read.read_plan = _read
    told = {}
    with Isolation(Limits(seconds=2.0, memory=500_000_000, written=20_000_000)) as isolation:
        for way in WAYS:
            started = time.monotonic()
            try:
                isolation.read(Path(way.__name__))
            except RoviecError as error:
                told[way.__name__] = (type(error).__name__, error.message, time.monotonic() - started)
        assert isolation._nursery is not None
        folder = isolation._nursery.folder
        left = [str(each) for each in folder.iterdir()]
    json.dump({"told": told, "left": left, "folder": folder.exists()}, sys.stdout)


if __name__ == "__main__":
    main()
