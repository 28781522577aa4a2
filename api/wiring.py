"""The only place that builds things: embedders, stores and services out of the settings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from unicodedata import normalize

from api.originals import Originals, digests_in
from api.progress import progress_on_stderr
from api.removed import Removed
from api.service import Asked
from api.settings import Settings
from index.catalogue import VectorCache
from index.embedder import from_name
from index.store import Report, Store
from ingest.errors import StoreError
from ingest.plan import Plan
from ingest.units import unit_key

if TYPE_CHECKING:  # whoever only ingests need not load what answers
    from api.access.house import House
    from rag.service import Service


@contextmanager
def opened_store(settings: Settings, folder: Path) -> Iterator[Store]:
    """The library in ``folder``, made if there is none; vectors computed before come from the cache."""
    embedder = from_name(settings.model, threads=settings.threads)
    cache = _vector_cache(settings.cache)
    try:
        with closing(Store.open(folder, embedder, unit_key=unit_key, cache=cache)) as store:
            yield store
    finally:
        if cache is not None:
            cache.close()


def _vector_cache(folder: Path) -> VectorCache | None:
    """The cache, or None where it cannot be kept: then everything is computed anew."""
    try:
        return VectorCache(folder)
    except StoreError:
        return None


@contextmanager
def library_service(settings: Settings) -> Iterator[Asked]:
    """The service over the library in ``settings.data``, which it follows as that changes."""
    from api.live import LiveService  # noqa: PLC0415 - whoever only ingests need not load what answers

    with opened_store(settings, settings.data) as store:
        yield LiveService(store)


@contextmanager
def opened_house(settings: Settings) -> Iterator[House]:
    """Who may come in, beside the library in ``settings.data``; made if there is none."""
    from api.access.house import House, Rules  # noqa: PLC0415 - only what people sign in to needs it

    rules = Rules(
        idle=settings.session_idle * 60, longest=settings.session_longest * 60, audit_days=settings.audit_days
    )
    with closing(House(settings.data, rules)) as house:
        yield house


@contextmanager
def temporary_service(settings: Settings, plans: Sequence[Plan]) -> Iterator[Service]:
    """A service over ``plans`` alone, in a library that is gone afterwards."""
    from rag.service import Service  # noqa: PLC0415 - whoever only ingests need not load what answers

    with TemporaryDirectory(prefix="roviec-") as folder, opened_store(settings, Path(folder)) as store:
        with progress_on_stderr() as bars:
            store.add(plans, progress=bars.index)
        yield Service(store.snapshot())


def ingest(settings: Settings, plans: Sequence[Plan]) -> Report:
    """Add or update ``plans`` in the library, all of them or none."""
    with opened_store(settings, settings.data) as store, progress_on_stderr() as bars:
        return store.add(plans, progress=bars.index)


def keep_originals(settings: Settings, files: Sequence[Path], plans: Sequence[Plan]) -> tuple[str, ...]:
    """Keep the ``files`` that ``plans`` were read from; the names of those for which there is no room."""
    digests = {plan.file: plan.digest for plan in plans}
    kept = Originals(settings.data / "originals", most=settings.max_originals)
    named = ((normalize("NFC", file.name), file) for file in files)
    return tuple(name for name, file in named if name in digests and not kept.keep(file, digests[name]))


def remove(settings: Settings, file: str) -> bool:
    """Take the plan of that file name or digest out, with the file it was read from; False when there is none."""
    with opened_store(settings, settings.data) as store:
        gone = store.delete(file)
        held = Removed(settings.data / "removed", days=settings.removed_days).every()
        kept = Originals(settings.data / "originals", most=settings.max_originals)
        kept.sweep(digests_in(store) | {one.plan.digest for one in held})
        return gone is not None


@contextmanager
def library(settings: Settings) -> Iterator[Store]:
    """The library in ``settings.data``, to be looked into or changed plan by plan."""
    with opened_store(settings, settings.data) as store:
        yield store
