"""The page on which one row of a plan is corrected beside what the source prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Protocol

from ingest.corrected_head import head_value
from ingest.corrections import HEAD_FIELDS, Correction, as_printed, fields_of, places_of
from ingest.plan import Field, Plan
from web import wording_fixing as words
from web.links import place_href, plan_href
from web.mends import fix_href
from web.views import moment_text

LONG = 60
"""Characters beyond which a cell is typed over several lines."""


class FixLike(Protocol):
    """A correction and what has become of it."""

    @property
    def correction(self) -> Correction:
        """What was corrected."""

    @property
    def standing(self) -> str:
        """A key of ``words.STANDINGS``."""

    @property
    def undone(self) -> str | None:
        """When it ended."""

    @property
    def place(self) -> str:
        """Where its row stands now."""


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell: what the source prints, what holds now, what is in its box; ``locator`` is what undoing it names."""

    key: str
    name: str
    printed: str
    shown: str
    typed: str
    corrected: bool
    lines: int
    by: str = ""
    locator: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class RowView:
    """A row to correct; ``seen`` changes with what its cells hold, so that a form tells which state it was made from."""

    place: str
    title: str
    head: bool
    cells: tuple[CellView, ...]
    quotes: tuple[tuple[str, ...], ...]
    seen: str
    text_href: str
    href: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What came back with a form that was not saved: the values in its boxes, what is in doubt about them."""

    values: Mapping[str, str] = field(default_factory=dict)
    doubts: Mapping[str, str] = field(default_factory=dict)


def cells_of(plan: Plan, place: str) -> dict[str, tuple[str, str]] | None:
    """By field what the source prints and what holds now; None where the plan has no such row."""
    if place == words.HEAD:
        header = plan.header
        return {
            name: (head_value(header, name), str(getattr(header, "date_text" if name == "date" else name) or ""))
            for name in HEAD_FIELDS
        }
    row = places_of(plan).get(place)
    if row is None:
        return None
    cells: dict[str, Field] = {name: getattr(row, name) for name in fields_of(row)}
    return {name: (as_printed(one), one.text) for name, one in cells.items()}


def seen_of(cells: Mapping[str, tuple[str, str]]) -> str:
    """A short name for what the cells hold."""
    return sha256(repr(sorted(cells.items())).encode()).hexdigest()[:16]


def row_view(plan: Plan, place: str, fixes: Sequence[FixLike], typed: Typed | None = None) -> RowView | None:
    """The row as its page shows it; None where the plan has none of that place."""
    cells = cells_of(plan, place)
    if cells is None:
        return None
    typed = typed or Typed()
    mine = {one.correction.field: one for one in fixes if one.standing == "applied" and one.place == place}
    head = place == words.HEAD
    row = None if head else places_of(plan)[place]
    return RowView(
        place=place,
        title=(plan.header.title or plan.file) if row is None else row.name.text,
        head=head,
        cells=tuple(_cell(name, pair, mine.get(name), typed) for name, pair in cells.items()),
        quotes=() if row is None else tuple(_quote(span.slice(plan.text)) for span in row.spans),
        seen=seen_of(cells),
        text_href=plan_href(plan.file) if head else place_href(plan.file, row.locator if row else place),
        href=fix_href(plan.file, place),
    )


def _cell(name: str, held: tuple[str, str], fix: FixLike | None, typed: Typed) -> CellView:
    printed, shown = held
    value = typed.values.get(name, shown)
    return CellView(
        key=name,
        name=words.FIELD_NAMES[name],
        printed=printed,
        shown=shown,
        typed=value,
        corrected=printed != shown or fix is not None,
        lines=min(8, 1 + max(len(value), len(printed)) // LONG),
        by=who(fix.correction) if fix else "",
        locator=fix.correction.locator if fix else "",
        doubt=typed.doubts.get(name, ""),
    )


def _quote(text: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in text.split("\t") if cell.strip())


def who(one: Correction) -> str:
    """Who made a correction, and when, as officials write it."""
    return f"{one.by}, {moment_text(one.at)}" if one.by else moment_text(one.at)


@dataclass(frozen=True, slots=True)
class ListedView:
    """One line of the list of corrections."""

    place: str
    field: str
    printed: str
    text: str
    by: str
    state: str
    standing: str
    href: str
    locator: str
    key: str


def listed_view(plan: Plan, fixes: Sequence[FixLike]) -> tuple[ListedView, ...]:
    """The corrections of a plan, those in force first, each group the newest first."""
    rows = [
        ListedView(
            place=one.place,
            field=words.FIELD_NAMES[one.correction.field],
            printed=one.correction.old or words.BLANK,
            text=one.correction.new or words.BLANK,
            by=who(one.correction),
            state=words.STANDINGS[one.standing].format(at=moment_text(one.undone or "")),
            standing=one.standing,
            href=fix_href(plan.file, one.place) if cells_of(plan, one.place) is not None else "",
            locator=one.correction.locator,
            key=one.correction.field,
        )
        for one in reversed(fixes)
    ]
    return tuple(sorted(rows, key=lambda one: one.standing == "undone"))
