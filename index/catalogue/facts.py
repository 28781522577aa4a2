"""What facts can be asked for, and the one query that finds them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

import orjson

from ingest.plan import DueKind

Record = TypeVar("Record")


class Role(StrEnum):
    """In what role a record names a unit; ANY in a question stands for each of the others."""

    ANY = "any"
    LEAD = "lead"
    SUPPORT = "support"
    ACTOR = "actor"
    RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """What a record must fulfil, all of it at once; what is left out holds for every record.

    ``plans`` are digests; ``units`` pairs of role and unit key; a record is due between
    ``due_from`` and ``due_to`` when a day of its deadline is, and never when it names no day.
    """

    plans: tuple[str, ...] = ()
    annex: str | None = None
    group: str | None = None
    units: tuple[tuple[Role, str], ...] = ()
    due_from: date | None = None
    due_to: date | None = None
    due_kind: DueKind | None = None


EVERY: Final = Where()
"""No condition at all."""


@dataclass(frozen=True, slots=True)
class Found(Generic[Record]):
    """A record and the digest of the plan it is in."""

    plan: str
    record: Record


_FACT: Final = """
SELECT plans.digest, fact.record FROM {table} AS fact JOIN plans ON plans.id = fact.plan
WHERE (:plans = '[]' OR plans.digest IN (SELECT value FROM json_each(:plans)))
  AND (:annex IS NULL OR fact.annex = :annex)
  AND (:grp IS NULL OR fact.grp = :grp)
  AND (:due_kind IS NULL OR fact.due_kind = :due_kind)
  AND (:due_from IS NULL OR coalesce(fact.due_to, fact.due_from) >= :due_from)
  AND (:due_to IS NULL OR coalesce(fact.due_from, fact.due_to) <= :due_to)
  AND NOT EXISTS (
    SELECT 1 FROM json_each(:units) AS asked WHERE NOT EXISTS (
      SELECT 1 FROM units WHERE units.plan = fact.plan AND units.kind = '{table}' AND units.position = fact.position
        AND units.key = asked.value ->> 1 AND (asked.value ->> 0 = 'any' OR units.role = asked.value ->> 0)))
ORDER BY plans.file, fact.position
"""

FACTS: Final = {table: _FACT.format(table=table) for table in ("tasks", "targets", "duties")}
"""The query for each table of facts; its parameters are those of ``parameters``."""


def parameters(where: Where) -> dict[str, Any]:
    """``where`` as the query's named parameters."""
    return {
        "plans": orjson.dumps(where.plans).decode(),
        "annex": where.annex,
        "grp": where.group,
        "units": orjson.dumps(where.units).decode(),
        "due_from": where.due_from and where.due_from.isoformat(),
        "due_to": where.due_to and where.due_to.isoformat(),
        "due_kind": where.due_kind,
    }
