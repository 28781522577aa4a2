"""The parts of a question that asks twice, asked one after the other and told as one answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rag.answer import Answer, Status
from rag.compose import together
from rag.corpus.library import Library
from rag.query.question import Query
from rag.wording import UNTOLD, shorten

_QUOTED = 80
"""Letters of a question that are said again."""

Ask = Callable[[Query], Answer]


def in_turn(asked: Sequence[Query], library: Library, ask: Ask) -> list[Answer]:
    """The answer to each part; one that fits several plans is taken from the one plan that answers another part."""
    parts = [ask(one) for one in asked]
    files = {cited.file for part in parts if part.status is Status.ANSWERED for cited in part.citations}
    if len(files) != 1 or all(part.status is not Status.AMBIGUOUS for part in parts):
        return parts
    plans = library.numbers(files)
    return [
        ask(replace(one, plans=plans)) if _is_open(part, files) else part
        for one, part in zip(asked, parts, strict=True)
    ]


def _is_open(part: Answer, files: set[str]) -> bool:
    return part.status is Status.AMBIGUOUS and any(one.file in files for one in part.items)


def all_told(query: Query, parts: Sequence[Answer]) -> Answer | None:
    """The parts as one answer; None unless each was answered, and not all from one place and with one value."""
    if not parts or not all(part.status is Status.ANSWERED for part in parts):
        return None
    told = {(part.values, part.citations) for part in parts}
    places = {(one.file, one.start, one.end) for part in parts for one in part.citations}
    values = sorted((value for part in parts for value in part.values), key=len)
    nested = len(places) == 1 and all(values[0] in value for value in values)
    # One place told twice ("20%" and "tối thiểu 20%") tells nothing apart.
    return together(query, parts) if len(told) > 1 and not nested else None


def partly_told(query: Query, asked: Sequence[Query], parts: Sequence[Answer]) -> Answer | None:
    """What one of two halves gets, and that the plans lack the other; None unless one is answered and one refused."""
    found = [part for part in parts if part.status in (Status.ANSWERED, Status.AMBIGUOUS)]
    lacking = [one for one, part in zip(asked, parts, strict=True) if part.status is Status.NOT_FOUND]
    if len(found) != 1 or len(lacking) != 1 or len(parts) != len(found) + len(lacking):
        return None
    untold = UNTOLD.format(asked=shorten(lacking[0].typed.strip(" ?.,;"), _QUOTED))
    return replace(found[0], question=query.typed, answer=f"{found[0].answer} {untold}")
