"""The only place that builds things: stores, models and services out of the settings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from api.loading import Advance, Loaded
from api.service import Asked
from api.settings import Settings
from ingest.plan import Plan


@contextmanager
def library_service(settings: Settings) -> Iterator[Asked]:
    """The service over the library in ``settings.data``."""
    raise NotImplementedError
    yield


@contextmanager
def temporary_service(settings: Settings, loaded: Loaded) -> Iterator[Asked]:
    """A service over ``loaded`` alone."""
    raise NotImplementedError
    yield


def ingest(settings: Settings, loaded: Loaded, advance: Advance) -> tuple[tuple[Plan, str], ...]:
    raise NotImplementedError


def remove(settings: Settings, file: str) -> bool:
    raise NotImplementedError
