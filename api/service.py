"""The one service that the command line and the HTTP app are skins over, as they see it."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Protocol

from api import wording
from ingest.errors import WrongUse
from ingest.plan import Plan
from rag.answer import Answer

VIETNAM = timezone(timedelta(hours=7))


def today_in_vietnam() -> date:
    """The day it is where the plans are carried out, whatever the machine's own zone."""
    return datetime.now(VIETNAM).date()


class Asked(Protocol):
    """Answers questions over the plans that are loaded; safe to call from several threads."""

    def ask(self, question: str, *, today: date, previous: Answer | None = None) -> Answer:
        """Answer ``question``; ``today`` fixes what "hôm nay" and "tháng này" mean."""

    def explain(self, question: str, *, today: date) -> str:
        """How ``question`` is understood and what is weighed for it, in Vietnamese lines."""

    def plans(self) -> tuple[Plan, ...]:
        """The plans that are loaded."""

    def plan(self, file: str) -> Plan | None:
        """The plan read from ``file``, or None."""


def typed(question: str, limit: int) -> str:
    """The question as it may be asked: on one line, no stray surrogates, not blank, not endless.

    Raises: WrongUse, when nothing is left of it or it is longer than ``limit`` characters.
    """
    text = " ".join(question.encode("utf-8", "replace").decode().split())
    if not text:
        raise WrongUse(wording.QUESTION_EMPTY)
    if len(text) > limit:
        raise WrongUse(wording.QUESTION_TOO_LONG.format(limit=limit))
    return text
