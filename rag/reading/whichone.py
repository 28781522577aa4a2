"""Which one is so: "mỏ nào đang tạm dừng" out of "mỏ Yên Phú tạm dừng", the noun asked for with the name that its statement gives it."""

from __future__ import annotations

import re
from typing import Final

from ingest.letters import UPPER
from rag.language.asked import Asked, read_asked
from rag.language.words import AND, sound
from rag.measures.nearness import Spoken, spoken_of
from rag.measures.pieces import TRIM, runs
from rag.query.question import Query

_STATEMENT: Final = re.compile(rf"[;:]\s+|\.\s+(?=[{UPPER}])|\n")
_HELPING: Final = frozenset(sound("đang đã sẽ được bị phải thì là mà có còn vẫn hiện sắp vừa mới nằm").split())
"""Words of tense and voice about a verb, which a plan leaves out or words otherwise."""
_NOT: Final = frozenset(map(sound, ("chưa", "không", "chẳng")))
_WHICH: Final = sound("nào")
_OFFICES: Final = frozenset({"lead", "support"})
_ADDING: Final = frozenset(
    sound(
        "của về cho trong để với tại ở thuộc theo từ đến tới và hay hoặc trên dưới do nhằm bằng qua vào khi nào gì giữa"
    ).split()
)
"""What stands behind "nào" with these describes the thing; nothing is said of it."""
_OF: Final = frozenset(map(sound, ("của", "ở", "tại", "trong")))
_NO_THING: Final = frozenset(sound("ngày tháng năm quý tuần giờ lúc khi mức số hạn thế cách").split())
"""Of a day, an amount or a way nothing is said so."""
_LEAST_SAID: Final = 2
"""Syllables of what is said of the thing, which the statement must print side by side."""
_LONGEST: Final = 14
"""Words of the names of the things that are so."""


def which_is(query: Query, text: str) -> tuple[str, ...]:
    """The thing of the sort asked for of which a statement of ``text`` says what the question does; () without one."""
    if query.role in _OFFICES or _WHICH not in query.spoken.split():
        return ()
    asked = read_asked(query.unpointed)
    placed = read_asked(query.words).after[:2] != asked.after[:2]
    said, noun = _verb(asked, placed=placed), asked.head
    figures = {word for word in asked.after if any(letter.isdigit() for letter in word)}
    if asked.unit or asked.lead or len(said) < _LEAST_SAID or not noun or noun[-1] in _NO_THING:
        return ()
    found: list[str] = []
    for start, end in _statements(text):
        words = [word for word in spoken_of(text) if start <= word.start < end]
        told = next((at for at, _ in runs(said, words)), 0)
        first = next((at for at, _ in runs(noun[:1], words) if at < told), None) if told else None
        if first is None or not figures <= {word.heard for word in words}:
            continue
        name = _name([word for word in words if first <= word.start < told], text)
        known = {*asked.before, *asked.head}
        if name and not set(sound(name).split()) <= known and len(name.split()) <= _LONGEST:
            found.append(name)
    return tuple(dict.fromkeys(found))


def _verb(asked: Asked, *, placed: bool) -> tuple[str, ...]:
    """What the question says of the thing, from its verb on; what denies it belongs to it.

    ``placed`` is whether words were left out that said whose plan is meant: what led to them may stand before the verb.
    """
    words = list(asked.after)
    if placed and words[:1] and words[0] in _OF:
        words.pop(0)
    while words and words[0] in _HELPING:
        words.pop(0)
    if words[:1] and words[0] in _ADDING:
        return ()
    size = _LEAST_SAID + (bool(words) and words[0] in _NOT)
    return tuple(words[:size])


def _statements(text: str) -> list[tuple[int, int]]:
    edges = [0, *(edge for match in _STATEMENT.finditer(text) for edge in match.span()), len(text)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _name(words: list[Spoken], text: str) -> str:
    """The noun with its name, without the words of tense before the verb; "" where something denies the verb there."""
    while words and words[-1].heard in _HELPING:
        words.pop()
    if not words or words[-1].heard in _NOT | {AND}:
        return ""
    return text[words[0].start : words[-1].end].strip(TRIM)
