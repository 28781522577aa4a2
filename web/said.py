"""What people said of answers, as admins read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from web import wording
from web import wording_access as words
from web.links import ask_href, place_href
from web.views import moment_text


class VerdictLike(Protocol):
    """One person's word on one answer."""

    @property
    def question(self) -> str:
        """What was asked."""

    @property
    def previous(self) -> Sequence[str]:
        """What was asked before it."""

    @property
    def right(self) -> bool:
        """Whether the answer was right."""

    @property
    def reason(self) -> str:
        """A key of ``wording.FEEDBACK_REASONS``, or words of a program's own."""

    @property
    def note(self) -> str:
        """What was added."""

    @property
    def values(self) -> Sequence[str]:
        """What was answered."""

    @property
    def places(self) -> Sequence[str]:
        """What was cited, as "file#locator"."""

    @property
    def by(self) -> str:
        """The login of whoever said it."""


@dataclass(frozen=True, slots=True)
class SaidView:
    """One line: ``places`` are names with their pages."""

    when: str
    who: str
    question: str
    href: str
    right: bool
    verdict: str
    reason: str
    values: str
    places: tuple[tuple[str, str], ...]


def said_view(time: str, verdict: VerdictLike, names: Mapping[str, str]) -> SaidView:
    """A verdict in words; ``names`` are people's by their logins."""
    reason = wording.FEEDBACK_REASONS.get(verdict.reason, verdict.reason)
    places = (place.rpartition("#") for place in verdict.places)
    return SaidView(
        when=moment_text(time),
        who=names.get(verdict.by, verdict.by) or words.NOBODY,
        question=verdict.question,
        href=ask_href(verdict.question, verdict.previous),
        right=verdict.right,
        verdict=wording.FEEDBACK_UP if verdict.right else wording.FEEDBACK_DOWN,
        reason=". ".join(part for part in (reason, verdict.note) if part),
        values="; ".join(verdict.values),
        places=tuple((locator, place_href(file, locator)) for file, _, locator in places),
    )
