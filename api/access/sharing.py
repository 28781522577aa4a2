"""Which plans are shown to which groups of people, plan by plan or a collection of plans at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from api.access.roles import Limit, Limits
from index.catalogue.database import Database
from ingest.errors import WrongUse
from web import wording_access as words


@dataclass(frozen=True, slots=True)
class Bundle:
    """A collection of plans; ``groups`` is None while everyone may see it."""

    id: int
    name: str
    files: frozenset[str]
    groups: frozenset[int] | None


class Sharing:
    """Conditions by file name: they hold for whatever plan bears the name, also one that comes back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def limits(self) -> Limits:
        """Every condition as it stands, all of one moment."""
        found: dict[str, list[Limit]] = defaultdict(list)
        for file, groups in self._own().items():
            found[file].append(Limit(groups))
        for bundle in self.bundles():
            if bundle.groups is not None:
                for file in bundle.files:
                    found[file].append(Limit(bundle.groups))
        return Limits({file: tuple(limits) for file, limits in found.items()})

    def groups_of(self, file: str) -> frozenset[int] | None:
        """The groups that the plan itself is limited to; None while it is not."""
        return self._own().get(file)

    def limit(self, file: str, groups: Collection[int] | None) -> None:
        """Show the plan to these groups alone; None takes its own condition away."""
        with self._database.writing() as db:
            db.execute("DELETE FROM limited_plans WHERE file = ?", (file,))
            if groups is not None:
                db.execute("INSERT INTO limited_plans VALUES (?)", (file,))
                db.executemany("INSERT INTO plan_groups VALUES (?, ?)", [(file, group) for group in set(groups)])

    def bundles(self) -> tuple[Bundle, ...]:
        """All collections by name."""
        with self._database.reading() as db:
            files = _sets(db.execute("SELECT collection_id, file FROM collected"))
            groups = _sets(db.execute("SELECT collection_id, group_id FROM collection_groups"))
            rows = db.execute("SELECT id, name, limited FROM collections ORDER BY name").fetchall()
        return tuple(
            Bundle(number, name, files.get(number, frozenset()), groups.get(number, frozenset()) if limited else None)
            for number, name, limited in rows
        )

    def add_bundle(self, name: str) -> int:
        """A new, empty collection and its number. Raises: WrongUse, when the name is taken."""
        with self._database.writing() as db:
            if db.execute("SELECT 1 FROM collections WHERE name = ?", (name,)).fetchone():
                raise WrongUse(words.NAME_TAKEN.format(name=name))
            return int(db.execute("INSERT INTO collections (name) VALUES (?)", (name,)).lastrowid or 0)

    def change_bundle(self, bundle_id: int, *, files: Collection[str], groups: Collection[int] | None) -> None:
        """What the collection holds, and the groups that alone see it; None shows it to everyone."""
        with self._database.writing() as db:
            db.execute("UPDATE collections SET limited = ? WHERE id = ?", (groups is not None, bundle_id))
            db.execute("DELETE FROM collected WHERE collection_id = ?", (bundle_id,))
            db.execute("DELETE FROM collection_groups WHERE collection_id = ?", (bundle_id,))
            db.executemany("INSERT INTO collected VALUES (?, ?)", [(file, bundle_id) for file in set(files)])
            chosen = set(groups or ())
            db.executemany("INSERT INTO collection_groups VALUES (?, ?)", [(bundle_id, group) for group in chosen])

    def remove_bundle(self, bundle_id: int) -> None:
        """Take the collection away; its plans keep what it asked of them as a condition of their own.

        A plan that had a condition of its own keeps only the groups that both let through.
        """
        with self._database.writing() as db:
            for bundle in self.bundles():
                if bundle.id == bundle_id and bundle.groups is not None:
                    for file in bundle.files:
                        own = self.groups_of(file)
                        self.limit(file, bundle.groups if own is None else own & bundle.groups)
            db.execute("DELETE FROM collections WHERE id = ?", (bundle_id,))

    def _own(self) -> dict[str, frozenset[int]]:
        query = """SELECT limited_plans.file, group_id FROM limited_plans
            LEFT JOIN plan_groups ON plan_groups.file = limited_plans.file"""
        with self._database.reading() as db:
            rows = db.execute(query).fetchall()
        found: dict[str, set[int]] = defaultdict(set)
        for file, group in rows:
            found[file].update(() if group is None else (group,))
        return {file: frozenset(groups) for file, groups in found.items()}


def _sets(rows: Any) -> dict[int, frozenset[Any]]:
    found: dict[int, set[Any]] = defaultdict(set)
    for key, value in rows:
        found[key].add(value)
    return {key: frozenset(values) for key, values in found.items()}
