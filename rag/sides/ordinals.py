"""Two rounds of one thing named together by their turn: "đợt 1 và đợt 2 do ai chủ trì" asks the same of each.

What parts them stands inside one name, so that neither half alone says what it is of.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from ingest.folding import fold
from rag.corpus.library import Library
from rag.query.question import Query, understand

_NOUN: Final = r"(?:lan|dot|vong dau|vong|ky|buoc|giai doan|khoa|lop|phien|cuoc|hoi nghi|ky hop|nhom|quy|luot|buoi)"
_TURN: Final = r"(?:thu )?(?:nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi|\d{1,2}|[ivx]{1,4})"
_TWO: Final = re.compile(
    rf"\b(?P<noun>{_NOUN}) (?:so )?(?P<one>{_TURN})(?:,| va| voi| cung| so voi|, va)(?: {_NOUN})? (?:so )?(?P<other>{_TURN})(?![\w/.%])"
)
"""Folded."""
_PLACES: Final = r"(?:nhiem vu|noi dung|cong viec|viec|dong|stt|so|muc|phan|diem|khoan|dieu|bang|bieu|mau|phu luc|danh muc|chi tieu|thang|nam|ngay|tuan|gio|cap|hang|loai|va|voi|cung|hay)"
"""What a place in a plan, a time or a grade is called by, and words that begin no name."""
_TWO_ALIKE: Final = re.compile(
    rf"(?<!\w)(?P<noun>(?!{_PLACES} )[^\W\d]+(?: [^\W\d]+)?) (?:so )?(?P<one>\d{{1,2}}|[ivx]{{1,4}})(?:,| va| voi| cung|, va) (?P=noun) (?:so )?(?P<other>\d{{1,2}}|[ivx]{{1,4}})(?![\w/.%])"
)
"""Folded: two of one noun, said twice, each with its number."""


def rounds(query: Query, library: Library) -> tuple[Query, ...]:
    """The question asked of each of the two rounds that it names; () where it names no two."""
    folded = fold(query.typed)
    found = _TWO.search(folded) or _TWO_ALIKE.search(folded)
    if found is None or len(folded) != len(query.typed) or fold(found["one"]) == fold(found["other"]):
        return ()
    noun, typed = query.typed[slice(*found.span("noun"))], query.typed
    asked = []
    for name in ("one", "other"):
        turn = typed[slice(*found.span(name))]
        half = understand(f"{typed[: found.start()]}{noun} {turn}{typed[found.end() :]}", library, query.today)
        asked.append(replace(half, plans=query.plans if half.plans is None else half.plans))
    same = all(one.intent is query.intent and one.role == query.role for one in asked)
    return tuple(asked) if same else ()
