"""What a result is against what only names it: "Luật" is one, "Hồ sơ đề nghị xây dựng Luật" is a file about one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rag.corpus.entries import Entry
from rag.language.words import sound
from rag.query.issuedresults import DOCUMENTS, GIVES
from rag.query.question import Query

_PARTS: Final = re.compile(r"[;,\n+•]|\s[-–]\s")
_PREPARING: Final = tuple(
    sound(one)
    for one in ("hồ sơ", "tờ trình", "báo cáo", "đề cương", "dự thảo", "dự án", "đề xuất", "đề nghị", "phương án", "ý kiến")
)  # fmt: skip
"""How things begin that are drawn up on the way to another, whose name they bear."""


_SAYS: Final = re.compile(
    rf"\b(?:(?:cet qua|san pham|dau ra)(?:(?: \S+){{0,3}}? (?:la|dang|duoi dang)|(?= (?:{DOCUMENTS})\b))|{GIVES}(?= (?:{DOCUMENTS})\b)) (\S+(?: \S+){{0,7}}?)"
    r"(?:(?: (?:a|vai|the|nhi|ha|dai))*$|(?= (?:o|tai|chong|thuoc|cua|do|ma) (?:phu luc|nhom|ce hoach|danh muc|tinh|ui ban|so|phuong|sa|phong)\b))"
)


_HANGING: Final = re.compile(r"(?: (?:cua|o|tai|chong|thuoc|do|ma|cho|ben))+$")


def word_for_word(found: Sequence[Entry], query: Query, column: str) -> list[Entry]:
    """Where the column prints all that the question says behind "là" at its end, word for word, those rows only.

    Units and plans named behind it are no words of the thing.
    """
    rest = query.words.outside((*query.actors, *(one for one in query.mentions if one.kind != "actor"))).heard
    said = _SAYS.search(query.spoken) or _SAYS.search(_HANGING.sub("", rest))
    held = [one for one in found if said and f" {said[1]} " in f" {sound(one.field(column).text)} "]
    return _things(held, said[1], column) if said and held else list(found)


def _things(rows: Sequence[Entry], said: str, column: str) -> list[Entry]:
    """Of rows whose cell prints a thing's name those whose cell is the thing, where some are; ``said`` is its sound form."""
    parts = [(row, [sound(part).lstrip("0123456789 ") for part in _parts(row, column)]) for row in rows]
    if not any(f"{part} ".startswith(f"{said} ") for _, own in parts for part in own):
        return list(rows)
    return [row for row, own in parts if any(_is_thing(part, said) for part in own)]


def _parts(row: Entry, column: str) -> list[str]:
    return _PARTS.split(row.field(column).text)


def _is_thing(part: str, said: str) -> bool:
    before = part.partition(said)[0] if f" {said} " in f" {part} " else None
    return before is not None and not any(f"{before} ".startswith(f"{one} ") for one in _PREPARING)
