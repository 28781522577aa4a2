"""Where an entry stands and what it may be asked for there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from ingest.columns import Role, told_by
from ingest.header import DOCUMENT_NUMBER
from ingest.letters import UPPER
from rag.answer import Citation
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.words import sound
from rag.mentions.conditions import in_annex, in_group, is_annex, under_path
from rag.query.question import Query

_BASES: Final = "Căn cứ"
_HEAD: Final = (_BASES, "Tiêu đề", "tiêu đề")
"""What a plan rests on and how it and its annexes are called tell nothing to a question that is not about documents."""


_RECITAL: Final = re.compile(r"(?i)^\W*(?:căn cứ|thực hiện|thi hành|triển khai|theo|xét|trên cơ sở|nhằm|để)\s")
_ISSUED: Final = re.compile(r"(?i)\b(?:ban hành|xây dựng)\s(?:[^.;]{0,40}\s)?kế hoạch\b")
_REPORTS: Final = re.compile(r"(?i)^\W*theo\s(?!đề nghị\b)")
"""May open what is told of how things stand: "Theo số liệu của …, năm 2025 …"."""
_INITIALS: Final = 2
"""Letters of an abbreviation, at least."""
_NEXT_SENTENCE: Final = re.compile(rf"\w\.\s+[{UPPER}]")


def is_head(entry: Entry) -> bool:
    """Whether an entry is of a plan's head; what its opening tells of how things stand is prose like any other."""
    if entry.kind != "clause" or not entry.locator.endswith(_HEAD):
        return False
    return entry.locator != _BASES or _rests(entry.text)


def only_recited(citations: Sequence[Citation], telling: AbstractSet[str]) -> bool:
    """Whether all that is cited says what a plan rests on or that it is issued, or opens it and lacks one of the ``telling`` words."""
    return bool(citations) and all(
        one.locator == _BASES and (_rests(one.quote) or _lacks(one.quote, telling)) for one in citations
    )


def _lacks(text: str, telling: AbstractSet[str]) -> bool:
    """Whether a text lacks one of the words, and words side by side that it may be the first letters of ("ATTP")."""
    own = sound(text).split()
    letters = "".join(word[0] for word in own)
    return any(word not in own and (len(word) < _INITIALS or word not in letters) for word in telling)


def _rests(text: str) -> bool:
    """Whether an opening paragraph says what the plan rests on or that it is issued; several sentences only report."""
    if DOCUMENT_NUMBER.search(text) or _ISSUED.search(text):
        return True
    return _RECITAL.match(text) is not None and not (_REPORTS.match(text) and _NEXT_SENTENCE.search(text))


def can_answer(role: str, entry: Entry) -> bool:
    """A target stated in prose has a value and nothing else; its clause answers other questions. Prose has no notes."""
    if role == Role.NOTE and entry.kind == "clause":
        return any(Role.NOTE in told_by(header) for header, _ in entry.cells)
    return entry.target is None or entry.annex is not None or role in {"value", ""}


def in_place(query: Query, entry: Entry) -> bool:
    """Whether the entry stands where the question points; a footnote stands in its annex."""
    pointer = query.pointer
    if entry.clause is not None and entry.clause.cells and pointer.annex is not None:
        return _data_in_place(query, entry)
    if pointer.ordinal is not None and entry.kind == "clause":
        return False
    if pointer.prose:
        return under_path(entry, pointer.prose)
    if pointer.annex is not None and not in_annex(entry, pointer.annex):
        annex = entry.locator.partition("/")[0]
        return entry.kind == "clause" and "chú thích" in entry.locator and annex.split()[-1:] == [pointer.annex]
    if pointer.group is not None and not in_group(entry, pointer.group):
        return False
    return pointer.ordinal is None or entry.locator.rpartition("/")[2].lstrip("0") == pointer.ordinal


def _data_in_place(query: Query, entry: Entry) -> bool:
    """Whether a row of data stands in the annex and group named, at the number named or by the name that the question says."""
    pointer, cells = query.pointer, entry.clause.cells if entry.clause is not None else ()
    annex, *groups = entry.locator.split("/")
    if not is_annex(annex, pointer.annex or ""):
        return False
    if pointer.group is not None and pointer.group.upper() not in groups[:-1]:
        return False
    if pointer.ordinal is not None:
        return groups[-1:] == [pointer.ordinal]
    name = sound(cells[1][1].text) if len(cells) > 1 else ""
    return bool(name) and f" {name} " in f" {query.spoken} "


def whole_cell(library: Library, entry: Entry, role: str) -> Entry:
    """The task in whose cell of this role a clause is one of several lines, else the clause: a pointer means them all."""
    if entry.kind != "clause":
        return entry
    for other in library.entries:
        if other.plan == entry.plan and other.kind == "task" and entry.locator.startswith(f"{other.locator}/"):
            cell = other.field(role).spans if role else ()
            if len(cell) > 1 and any(one.overlaps(span) for one in cell for span in entry.spans):
                return other
    return entry
