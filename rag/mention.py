"""What a question points to plans by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens of the question that point to some plans.

    ``kind`` says how: by "number", "place", "issuer", "level", "day" (that of issue), "title", "topic", words of a title that narrow what
    the others leave, or "carried", the plan that it carries out; "actor" is an issuer named for its work, not for its plan. A number that no plan bears has no ``plans``.
    """

    start: int
    end: int
    plans: frozenset[int]
    kind: str
