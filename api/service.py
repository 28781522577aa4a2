"""The one service that the command line and the HTTP app are skins over, as they see it."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from ingest.errors import WrongUse
from ingest.plan import Plan
from rag.answer import Answer


class Asked(Protocol):
    """Answers questions over the plans that are loaded; safe to call from several threads."""

    def ask(self, question: str, *, today: date, previous: Answer | None = None) -> Answer:
        """Answer ``question``; ``today`` fixes what "hôm nay" and "tháng này" mean."""

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
        raise WrongUse("Câu hỏi để trống.")
    if len(text) > limit:
        raise WrongUse(f"Câu hỏi dài quá {limit} ký tự.")
    return text
