"""A reader at long work (a page to be recognised) says so; where files are read apart, that moves their time limit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

_asking: list[Callable[[float], None]] = []


def more_time(seconds: float) -> None:
    """Ask for so many seconds more than the limit gives; nothing where there is no limit."""
    for ask in _asking:
        ask(seconds)


@contextmanager
def asked_through(ask: Callable[[float], None]) -> Iterator[None]:
    """Within it, ``more_time`` asks ``ask``."""
    _asking.append(ask)
    try:
        yield
    finally:
        _asking.remove(ask)
