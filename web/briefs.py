"""A unit's brief as its page and its Word file show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from rag.units.brief import Brief, Row, State
from rag.units.unitlist import UnitSummary
from rag.wording import shorten
from web import wording
from web import wording_work as words
from web.exporting import Part, Sheet
from web.grouping import Heading, Sections, grouped
from web.links import page_href, place_href
from web.stretches import Stretch
from web.views import day_text

PART_COLUMNS = {
    "leads": ("name", "support", "result", "due", "note"),
    "supports": ("name", "lead", "result", "due"),
    "targets": ("name", "value", "due"),
    "reports": ("name", "due", "next"),
    "prose": ("name",),
    "shared": ("name", "role", "via", "lead", "due"),
}
SHOWN = {"leads": 6}
SHOWN_ELSE = 4
"""Rows of a part that a narrow screen shows before it is asked for the rest."""
MOST_DAYS = 4
"""Coming dates of one report that are told."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell under its column's name; ``badge`` says how a deadline stands, in words."""

    key: str
    column: str
    text: str
    badge: str = ""


@dataclass(frozen=True, slots=True)
class RowView:
    """One row: what it says, how it stands to today, where it is printed, headings before it; ``beyond`` the first rows."""

    cells: tuple[Cell, ...]
    state: str
    locator: str
    plan: str
    href: str
    heads: tuple[Heading, ...] = ()
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class PartView:
    """One part of the brief with the columns that some row of it fills; a narrow screen begins with ``shown`` rows."""

    key: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[RowView, ...]
    shown: int


@dataclass(frozen=True, slots=True)
class FileLink:
    """The brief as a file of one form."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Following:
    """What is due first after the period, where nothing of the unit's own is due in it."""

    day: str
    name: str
    place: str
    href: str


@dataclass(frozen=True, slots=True)
class HomeChoice:
    """One of the offices that a name may mean: by whose plans, how many rows name it, how many are late, its brief."""

    name: str
    plans: str
    rows: int
    late: int
    href: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a brief's page is asked for: the unit as typed, the files of one office alone, or ``every`` office of the name."""

    typed: str
    files: tuple[str, ...] = ()
    every: bool = False

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """The same in an address."""
        return [*(("file", file) for file in self.files), *([("every", "1")] if self.every else [])]


@dataclass(frozen=True, slots=True)
class BriefView:
    """The whole brief, links made; ``late`` and ``soon`` count what names the unit, ``shared_late`` what reaches it with others.

    ``choices`` are the offices that the name may mean, ``chosen`` whose rows these are: none of them where it is ``asking``.
    """

    unit: str
    others: tuple[str, ...]
    stretch: Stretch
    parts: tuple[PartView, ...]
    late: int
    soon: int
    shared_late: int
    shared_soon: int
    left_out: int
    following: Following | None
    choices: tuple[HomeChoice, ...]
    asking: bool
    chosen: str
    together: str
    link: str
    everything: str
    files: tuple[FileLink, ...]
    day: str


@dataclass(frozen=True, slots=True)
class UnitCard:
    """One unit to choose: its counts, where its brief is."""

    name: str
    leads: int
    supports: int
    reports: int
    href: str


def brief_href(unit: str, period: str = "", path: str = "/brief", **more: str) -> str:
    """A unit's brief for a named period."""
    return page_href(path, unit=unit, period=period, **more)


def _wanted_href(wanted: Wanted, period: str, path: str = "/brief", **more: str) -> str:
    """The same of one office of that name."""
    href = brief_href(wanted.typed, period, path, **more)
    return f"{href}&{urlencode(wanted.parameters)}" if wanted.parameters else href


def brief_view(found: Brief, stretch: Stretch, wanted: Wanted, sections: Sections) -> BriefView:
    """The brief as its page shows it; links name the unit as it was typed.

    Where the name may mean several offices and none is chosen, the page asks which: their rows are never added up.
    """
    days = _custom_days(stretch)
    asking = bool(found.homes) and not wanted.files and not wanted.every
    own, shared = (Counter(row.state for row in rows) for rows in (found.own, found.shared))
    return BriefView(
        unit=found.unit.name,
        others=found.unit.others,
        stretch=stretch,
        parts=() if asking else tuple(_part(key, rows, found, sections) for key, rows in _parts(found) if rows),
        late=own[State.OVERDUE],
        soon=own[State.SOON],
        shared_late=shared[State.OVERDUE],
        shared_soon=shared[State.SOON],
        left_out=found.left_out,
        following=_following(found),
        choices=_choices(found, stretch, wanted, days),
        asking=asking,
        chosen=_chosen(found, wanted.files),
        together=_wanted_href(Wanted(wanted.typed, every=True), stretch.key, **days),
        link=_wanted_href(wanted, stretch.key, **days),
        everything=_wanted_href(wanted, "all"),
        files=tuple(
            FileLink(name, _wanted_href(wanted, stretch.key, "/brief/export", format=form, **days))
            for form, name in words.FILES.items()
        ),
        day=day_text(found.today),
    )


def _following(found: Brief) -> Following | None:
    row = found.following
    if row is None or row.last is None:
        return None
    place = f"{row.item.locator}, {row.item.plan}"
    return Following(day_text(row.last), shorten(row.item.name), place, place_href(row.item.file, row.item.locator))


def _choices(found: Brief, stretch: Stretch, wanted: Wanted, days: dict[str, str]) -> tuple[HomeChoice, ...]:
    """The offices of the name that are not the one shown."""
    choices = []
    for home in found.homes:
        if set(home.files) == set(wanted.files):
            continue
        rows = [row for row in found.own if row.item.file in home.files]
        choices.append(
            HomeChoice(
                name="; ".join(home.issuers) or words.NO_ISSUER,
                plans="; ".join(dict.fromkeys(row.item.plan for row in rows)),
                rows=len(rows),
                late=sum(row.state is State.OVERDUE for row in rows),
                href=_wanted_href(Wanted(wanted.typed, home.files), stretch.key, **days),
            )
        )
    return tuple(choices)


def _chosen(found: Brief, files: Collection[str]) -> str:
    """Whose office is shown; "" where the name means one office."""
    home = next((one for one in found.homes if set(one.files) == set(files)), None)
    return "; ".join(home.issuers) if home else ""


def _custom_days(stretch: Stretch) -> dict[str, str]:
    if stretch.key != "custom":
        return {}
    ends = {"from": stretch.since, "to": stretch.until}
    return {name: day.isoformat() for name, day in ends.items() if day}


def _parts(found: Brief) -> Iterable[tuple[str, Sequence[Row]]]:
    return ((key, getattr(found, key)) for key in PART_COLUMNS)


def _part(key: str, rows: Sequence[Row], found: Brief, sections: Sections) -> PartView:
    texts = {name: [_text(row, name) for row in rows] for name in PART_COLUMNS[key]}
    filled = [name for name, cells in texts.items() if name in ("name", "due") or any(cells)]
    if key == "prose":
        filled = ["name"]
    shown = SHOWN.get(key, SHOWN_ELSE)
    several = len({row.item.file for row in found.rows}) > 1
    placed = grouped([(row.item.plan, sections.of(row.item.file, row.item.locator)) for row in rows], named=several)
    return PartView(
        key=key,
        title=words.PARTS[key],
        columns=tuple(words.COLUMNS[name] for name in filled),
        rows=tuple(
            replace(_row(rows[one.number], filled, found), heads=one.heads, beyond=turn >= shown)
            for turn, one in enumerate(placed)
        ),
        shown=shown,
    )


def _row(row: Row, names: Iterable[str], found: Brief) -> RowView:
    return RowView(
        cells=tuple(
            Cell(name, words.COLUMNS[name], _text(row, name), badge(row, found) if name == "due" else "")
            for name in names
        ),
        state=row.state.value,
        locator=row.item.locator,
        plan=row.item.plan,
        href=place_href(row.item.file, row.item.locator),
    )


def _text(row: Row, name: str) -> str:
    if name == "due":
        return row.printed
    if name == "next":
        told = [day_text(day) for day in row.days[:MOST_DAYS]]
        more = len(row.days) - len(told)
        return ", ".join([*told, *([words.MORE_DAYS.format(count=more)] if more > 0 else [])])
    if name == "value":
        fits = not row.measure or row.item.value.endswith(row.measure)
        return row.item.value if fits else f"{row.item.value} ({row.measure})"
    if name == "note":
        return row.note
    text = str(getattr(row.item, name))
    return wording.ROLES.get(text, text) if name == "role" else text


def badge(row: Row, found: Brief) -> str:
    """How the deadline stands to the brief's day, in words; "" where that says nothing."""
    if row.state is State.UNDATED:
        return words.STATES[row.state] if not row.printed and row.kind in ("task", "report") else ""
    if row.last is None or row.state not in (State.OVERDUE, State.SOON):
        return ""
    days = (row.last - found.today).days
    if row.state is State.OVERDUE:
        return words.LATE_DAYS.format(days=-days) if days < 0 else words.STATES[row.state]
    return words.SOON_DAYS.format(days=days) if days > 0 else words.SOON_TODAY


def unit_cards(units: Iterable[UnitSummary], *, collective: bool = False) -> tuple[UnitCard, ...]:
    """The units to choose from, or the collective names; who leads most comes first."""
    cards = (
        UnitCard(one.unit.name, one.leads, one.supports, one.reports, brief_href(one.unit.name))
        for one in units
        if one.unit.collective is collective
    )
    return tuple(sorted(cards, key=lambda card: (-card.leads, -card.supports, -card.reports)))


def unit_names(units: Iterable[UnitSummary]) -> tuple[str, ...]:
    """Every name that the box suggests, other spellings too."""
    names = (name for one in units for name in (one.unit.name, *one.unit.others))
    return tuple(dict.fromkeys(names))


def brief_sheet(view: BriefView, plans: int) -> Sheet:
    """The brief as a file for the meeting; of a name that several offices bear it says whose rows these are."""
    days = words.BRIEF_DAYS.format(period=view.stretch.name.lower(), days=view.stretch.days)
    lines = (
        *_whose(view),
        days if view.stretch.days else words.BRIEF_ALL_DAYS,
        words.BRIEF_MADE.format(day=view.day, plans=plans),
        words.STATE_NOTE,
    )
    parts = tuple(_sheet_part(part) for part in view.parts)
    return Sheet(words.BRIEF_HEAD.format(unit=view.unit.upper()), lines, parts)


def _whose(view: BriefView) -> tuple[str, ...]:
    if view.chosen:
        return (words.CHOSEN.format(name=view.chosen),)
    return (words.ADDED_UP.format(names="; ".join(one.name for one in view.choices)),) if view.choices else ()


def _sheet_part(part: PartView) -> Part:
    rows = tuple(
        (
            *(
                f"{cell.text} – {cell.badge}" if cell.text and cell.badge else cell.text or cell.badge
                for cell in row.cells
            ),
            row.locator,
            row.plan,
        )
        for row in part.rows
    )
    return Part(part.title, (*part.columns, words.PLACE, words.PLAN), rows)
