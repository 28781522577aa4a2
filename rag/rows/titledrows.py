"""Rows that open with a name of their own and its number ("Chuyên đề 2: …"), asked for by no more than that.

So short a name is too little to find a row by its words; it is the row's alone where no other in the plans meant opens so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from rag.answer import Answer, Status
from rag.compose import compose, quote, together
from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.phrases import heard, names
from rag.language.words import sound
from rag.query.asks import Intent
from rag.query.question import Query
from rag.ranking.rank import Scored

_TITLE: Final = re.compile(
    r"(?P<noun>[^\W\d_]+(?:\s[^\W\d_]+){0,2})\s(?:số\s)?(?P<number>\d{1,2}|[IVX]{1,4})\s*[:.–-]\s"
)
_SAID: Final = re.compile(
    r"(?<!\S)(?P<noun>[^\W\d_]+(?: [^\W\d_]+){0,2}?) (?:so )?(?P<number>\d{1,2}|[ivx]{1,4})(?!\S)(?:(?: (?:va|voi|cung))? \d{1,2}(?!\S))*"
)
_FIGURE: Final = re.compile(r"\d+")
_AROUND: Final = frozenset(
    sound(
        "đợt tuần lễ buổi chương trình kế hoạch lịch bảng trình bày báo cáo giảng nói nội dung tên phần năm này đó lúc nghe"
    ).split()
)
"""Words for where and how such a thing is held."""
_CELLS: Final = frozenset({"", "lead", "support", "due", "result", "note"})


def answer_titled(query: Query, library: Library) -> Answer | None:
    """What is asked of the rows that are called so, in the order said; None where the question says what they do not."""
    roles = frozenset(query.roles or (query.role,))
    if query.intent is not Intent.FACT or not query.pointer.empty or query.actors or not roles <= _CELLS:
        return None
    rows = list(_rows_called(query, library))
    if not rows or len({row.plan for row in rows}) > 1 or not _says_no_more(query, library, rows):
        return None
    parts = [_told(query, library, row) for row in rows]
    if any(one.status is not Status.ANSWERED for one in parts):
        return parts[0] if len(parts) == 1 else None
    return parts[0] if len(parts) == 1 else together(query, parts)


def _rows_called(query: Query, library: Library) -> Iterator[Entry]:
    """The rows that the question calls; none where a name is that of several rows."""
    titles = _titles(library)
    called = []
    at = 0
    while titles and (found := _SAID.search(query.spoken, at)):
        words = found["noun"].split()
        nouns = (" ".join(words[n:]) for n in range(len(words)))
        noun = next((one for one in nouns if f"{one} {found['number']}" in titles), "")
        for number in (found["number"], *_FIGURE.findall(found[0][found.end("number") - found.start() :])):
            mine = [row for row in titles.get(f"{noun} {number}", ()) if query.covers(row.plan)]
            if len(mine) > 1:
                return
            called.extend(mine)
        at = found.end()
    yield from dict.fromkeys(called)


@once
def _titles(library: Library) -> Mapping[str, tuple[Entry, ...]]:
    """The rows by the sound form of their own name with its number."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in library.entries:
        title = _TITLE.match(entry.name) if entry.kind == "task" else None
        if title:
            found[f"{sound(title['noun'])} {sound(title['number'])}"].append(entry)
    return {name: tuple(rows) for name, rows in found.items()}


def _says_no_more(query: Query, library: Library, rows: list[Entry]) -> bool:
    """Whether every word of the question is one of the rows, of their plan, or of what asks for a cell."""
    rest = query.words.outside(query.mentions)
    for name in (*(f"column.{one}" for one in names("column")), "filler.follow", "ask.follow", "ask.compare"):
        rest = rest.drop(heard(name))
    told = " ".join(row.text for row in rows)
    own = (
        set(library.hear(told).split())
        | library.profiles[rows[0].plan].words
        | {one for row in rows for one in row.context}
    )
    return all(
        word in own or word in _AROUND or word.isdigit() for word, weight in rest.content().items() if weight >= 1.0
    )


def _told(query: Query, library: Library, row: Entry) -> Answer:
    if query.role:
        return compose(query, library, Scored(row, 1.0, 1.0, 1.0))
    title = _TITLE.match(row.name)
    return quote(replace(query, roles=()), library, row, row.name[title.end() :].strip() if title else row.name)
