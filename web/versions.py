"""The pages about a plan's versions: which answers, which are kept to be read, what changed between two."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Protocol

from index.catalogue import file_of
from ingest.corrections import places_of
from ingest.differences import Change, Difference, RowChange, View
from ingest.plan import Plan
from web import views, wording
from web import wording_fixing as fields
from web import wording_versions as words
from web.links import library_href, page_href, place_href, plan_href
from web.marking import Piece

_ALIKE: Final = 0.4
"""Below this share of common words two texts are told apart whole, not word by word."""


_WORDS: Final = re.compile(r"\w(?:[\w/.-]*\w)?|\s+|[^\w\s]")
"""A word or a number with what stands inside it (9/2026, 31/KH-UBND), white space, or one sign."""


class VersionLike(Protocol):
    """A version of a plan."""

    @property
    def plan(self) -> Plan:
        """The plan, under the name of this version."""

    @property
    def current(self) -> bool:
        """Whether questions are answered from it."""

    @property
    def notes(self) -> Sequence[str]:
        """How it stands to others, in words."""

    @property
    def newer(self) -> str | None:
        """What came in its place."""


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version in the list; ``name`` is its address, ``label`` what people call it."""

    name: str
    label: str
    title: str
    number: str
    date: str
    counts: str
    current: bool
    state: str
    notes: tuple[str, ...]
    href: str
    diff: str


def file_label(name: str) -> str:
    """A version as people call it: its file, and that it is what the file held before, without the mark that tells contents apart."""
    file = file_of(name)
    return name if file == name else words.EARLIER.format(file=file)


def versions_href(file: str) -> str:
    """The list of the versions of ``file``."""
    return f"{library_href(file)}/versions"


def diff_href(file: str, old: str, new: str) -> str:
    """What changed between two versions of ``file``."""
    return page_href(f"{library_href(file)}/diff", old=old, new=new)


def version_views(file: str, found: Sequence[VersionLike]) -> tuple[VersionView, ...]:
    """The versions, those that answer first, else in the order given."""
    shown = [_version(file, one) for one in found]
    return tuple(sorted(shown, key=lambda one: not one.current))


def _version(file: str, one: VersionLike) -> VersionView:
    plan, header = one.plan, one.plan.header
    return VersionView(
        name=plan.file,
        label=file_label(plan.file),
        title=header.title or plan.file,
        number=header.number or wording.NO_NUMBER,
        date=views.date_text(header),
        counts=words.COUNTS.format(tasks=len(plan.tasks), targets=len(plan.targets)),
        current=one.current,
        state=words.CURRENT if one.current else words.NOT_CURRENT,
        notes=tuple(one.notes),
        href=plan_href(plan.file),
        diff=diff_href(file, plan.file, one.newer) if one.newer else "",
    )


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One field: what each version prints, the words that differ marked."""

    field: str
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where a row stands in a version, and the page opened there."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A row that changed (``old`` and ``new`` are its places), came (only ``new``) or went (only ``old``)."""

    title: str
    kind: str
    old: PlaceView | None
    new: PlaceView | None
    changes: tuple[ChangeView, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DiffView:
    """All that changed, in the order in which one reads it."""

    old: VersionView
    new: VersionView
    summary: tuple[str, ...]
    head: tuple[ChangeView, ...]
    changed: tuple[RowView, ...]
    added: tuple[RowView, ...]
    dropped: tuple[RowView, ...]
    moved: int


@dataclass(frozen=True, slots=True)
class _Bare:
    """A version of which only the plan is known."""

    plan: Plan
    current: bool = False
    notes: tuple[str, ...] = ()
    newer: str | None = None


def diff_view(old: Plan, new: Plan, found: Difference) -> DiffView:
    """The difference as its page shows it."""
    before, after = _locators(old), _locators(new)
    told = [one for one in found.changed if not one.moved_only]
    moved = len(found.changed) - len(told)
    counts = {
        "head": len(found.head),
        "changed": len(told),
        "added": len(found.added),
        "dropped": len(found.dropped),
        "moved": moved,
    }
    return DiffView(
        old=_version(old.file, _Bare(old)),
        new=_version(new.file, _Bare(new)),
        summary=tuple(words.SUMMARY[key].format(count=count) for key, count in counts.items() if count),
        head=tuple(_change(one) for one in found.head),
        changed=tuple(_changed(one, old, new, places=(before, after)) for one in told),
        added=tuple(_row(one, new=_place(new, one.locator, after)) for one in found.added),
        dropped=tuple(_row(one, old=_place(old, one.locator, before)) for one in found.dropped),
        moved=moved,
    )


def _locators(plan: Plan) -> dict[str, str]:
    """By the place of each row the locator under which its page opens."""
    return {place: row.locator for place, row in places_of(plan).items()}


def _place(plan: Plan, name: str, locators: Mapping[str, str]) -> PlaceView:
    return PlaceView(name, place_href(plan.file, locators.get(name, name)))


def _changed(one: RowChange, old: Plan, new: Plan, *, places: tuple[Mapping[str, str], Mapping[str, str]]) -> RowView:
    return RowView(
        title=one.name,
        kind=words.KINDS[one.kind.value],
        old=_place(old, one.old, places[0]),
        new=_place(new, one.new, places[1]),
        changes=tuple(_change(change) for change in one.changes if change.field != "locator"),
    )


def _row(one: View, *, old: PlaceView | None = None, new: PlaceView | None = None) -> RowView:
    cells = ((fields.FIELD_NAMES.get(name, name), text) for name, text in one.cells if text and name != "name")
    return RowView(one.name, words.KINDS[one.kind.value], old, new, cells=tuple(cells))


def _change(one: Change) -> ChangeView:
    old, new = compared(one.old, one.new)
    return ChangeView(fields.FIELD_NAMES.get(one.field, one.field), old, new)


def compared(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts cut into what they share and what differs (marked), word by word; joined, the pieces are the texts."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio() < _ALIKE:
        return _whole(old), _whole(new)
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return (
        tuple(Piece("".join(before[a:b]), kind != "equal") for kind, a, b, _, _ in steps if a < b),
        tuple(Piece("".join(after[a:b]), kind != "equal") for kind, _, _, a, b in steps if a < b),
    )


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece(text, marked=True),) if text else ()
