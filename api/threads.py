"""A question with those asked before it: each is answered after the one before, as it was when it was first asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from api.service import Asked, typed
from rag.answer import Answer
from web.asking import thread_of


def answered(service: Asked, questions: Sequence[str], *, today: date, longest: int) -> tuple[Answer, ...]:
    """The answers to ``questions``, the last of which is the one asked now.

    A follow-up of a follow-up leans on what the first question was about: the thread is worked out from its beginning.
    Raises: WrongUse, for a question that is blank or longer than ``longest``.
    """
    *before, now = questions
    answers: list[Answer] = []
    for question in (*thread_of(before), now):
        words = typed(question, longest)
        answers.append(service.ask(words, today=today, previous=answers[-1] if answers else None))
    return tuple(answers)
