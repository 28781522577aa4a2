"""Names of their own that universities and colleges go by: "Bách khoa" for "Đại học Bách khoa Hà Nội"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.letters import UPPER
from rag.corpus.library import Library
from rag.language.words import sound

_NAMED: Final = re.compile(
    rf"(?:Đại học|Cao đẳng|Học viện)\s+(?P<own>[{UPPER}]\w+(?:\s[^\W\d_{UPPER}]\w*)+)(?P<seat>(?:\s[{UPPER}]\w+){{2,3}})?$"
)
"""The own name begins with a capital and goes on in small letters; the place at its end has capitals alone."""


def own_names(library: Library) -> Iterator[tuple[str, int]]:
    """Such a name, as it sounds, with the number of the plan that it points to: with its place and without.

    Not one that a plan prints in small letters: "kinh tế" is a word.
    """
    for number, plan in enumerate(library.plans):
        named = _NAMED.search(plan.header.issuer or "")
        if named is None:
            continue
        own = named["own"]
        if not any(own.lower() in other.text for other in library.plans):
            yield sound(own), number
        if named["seat"]:
            yield sound(f"{own}{named['seat']}"), number
