"""``ask``: one question or a file of them."""

# ruff: noqa: PLC0415  imports inside functions are the point of this module

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from api import wording
from api.commands.opening import emit, filled_service, screen, settings_of, today_of
from api.commands.options import AskPlans, Batch, Data, Explain, Json, Question, Today
from api.terminal import complain
from ingest.errors import WrongUse

if TYPE_CHECKING:
    from api.batch import Line
    from rag.answer import Answer


def ask(
    question: Question = None,
    *,
    as_json: Json = False,
    batch: Batch = None,
    plans: AskPlans = None,
    data: Data = None,
    today: Today = None,
    explain: Explain = False,
) -> None:
    """Answer one question or a file of them."""
    settings = settings_of(data=data)
    day = today_of(today)
    asked = _questions(question, batch, settings.max_question)
    with filled_service(settings, plans) as service:
        for line in asked[:1]:  # so that no answer's time counts the loading of a model
            service.ask(line.question, today=day)
        for line in asked:
            if explain:
                complain(service.explain(line.question, today=day))
            _show(service.ask(line.question, today=day), line, as_json=as_json)


def _questions(question: str | None, batch: Path | None, limit: int) -> Sequence[Line]:
    """What is to be asked: the one question, or the lines of the batch."""
    from api.batch import Line, read_batch
    from api.service import typed

    if question is not None and batch is not None:
        raise WrongUse(wording.ASK_ONE)
    if batch is not None:
        return read_batch(batch, limit)
    if question is None:
        raise WrongUse(wording.ASK_WHAT)
    return (Line(None, typed(question, limit)),)


def _show(answer: Answer, line: Line, *, as_json: bool) -> None:
    if as_json:
        from api.records import answer_record, json_line

        emit(json_line(answer_record(answer, line.id)))
        return
    from api import display

    display.answer(screen(), answer, title=None if line.id is None else line.question)
