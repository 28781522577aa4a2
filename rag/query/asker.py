"""Who asks, where the question leans on it: "Em mới về Văn phòng Sở A, cho em hỏi Văn phòng chủ trì việc nào", "… phòng em phải làm gì"."""

from __future__ import annotations

from typing import Final

from rag.corpus.library import Library
from rag.language.courtesy import asker_of, without_courtesy
from rag.language.spelt import shown, spelt
from rag.language.words import Words, read_words
from rag.mentions.actors import read_actors
from rag.mentions.scope import mentions

_NAMING: Final = frozenset(("number", "place", "issuer"))
"""How a plan is named; a bare level ("em ở xã") is anybody's."""
_OWN: Final = spelt(
    r"(?<!\w)(?<!cho )(?<!giúp )(?<!giùm )(?<!dùm )(?<!hộ )(?<!nhờ )(?<!với )(?<!để )"
    r"(?:(?:văn phòng|phòng|sở|ban|đơn vị|cơ quan|ngành|bộ phận|tổ|trung tâm|xã|phường|bên|chỗ|phía) (?:của )?"
    r"(?:chúng em|chúng tôi|chúng mình|bọn em|bọn mình|tụi em|tụi mình|tụi tui|em|tôi|mình|tui|cháu)|chúng em|chúng tôi|chúng mình)"
    r"(?!\w)(?! (?:xin|muốn|cần|hỏi|biết|đang cần|nhờ|với|nhé|nha)(?!\w))"
)
"""The office of who asks, not who asks on its behalf ("cho bên em hỏi", "phòng em muốn biết")."""


def asked_plainly(typed: str, library: Library) -> str:
    """The question without courtesy; the plan and the office that only the story before it names are put into it.

    Where the question names a plan or a unit of its own, who asks says nothing of either.
    """
    rest, asker = without_courtesy(typed), asker_of(typed)
    if not asker or rest == typed:
        return rest
    words = _words(asker, library)
    unit = next((one for one in read_actors(words, library) if one.known), None)
    asking = _words(rest, library)
    own = _OWN.of(rest).search(shown(rest)) if unit and len(shown(rest)) == len(rest) else None
    if own and unit and not any(one.known for one in read_actors(asking, library)):
        rest = f"{rest[: own.start()]}{_typed(words, unit.start, unit.end)}{rest[own.end() :]}"
        asking = _words(rest, library)
    if _pointing(rest, asking, library):
        return rest
    named = _pointing(asker, words, library)
    return f"{_typed(words, *named)}: {rest}" if named else rest


def _words(text: str, library: Library) -> Words:
    return read_words(library.expander.expand(text))


def _typed(words: Words, start: int, end: int) -> str:
    return " ".join(token.typed for token in words.tokens[start:end])


def _pointing(typed: str, words: Words, library: Library) -> tuple[int, int] | None:
    """Where the words stand that name a plan by its number, place or issuer; None where none do."""
    found = (one for one in mentions(typed, words.heard, library) if one.kind in _NAMING and one.plans)
    named = max(found, key=lambda one: one.end - one.start, default=None)
    return (named.start, named.end) if named else None
