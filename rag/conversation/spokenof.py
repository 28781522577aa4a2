"""A follow-up put as a whole question: the row before for what points to it, the new thing or time for the old one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from rag.answer import Answer, Status
from rag.citations import place_of
from rag.conversation.followups import is_for
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.phrases import heard, names
from rag.language.words import Token, find_phrase, sound
from rag.mentions.scope import POINTING
from rag.query.asks import Intent
from rag.query.question import Query
from rag.query.rowtables import CLASSIFIERS, row_tables
from rag.query.sidecolumns import asked_columns

_DEMONSTRATIVE: Final = re.compile(
    r"\s(?:đó|này|ấy|đấy|kia|nói trên|ở trên|vừa (?:rồi|nêu|hỏi|nói)|do|nay|ay|day|kia)(?!\w)", re.IGNORECASE
)
_IT: Final = re.compile(r"(?<!\w)(?:(?:của|cua|cho|về|ve)\s+)?(?:nó|no)(?!\w)", re.IGNORECASE)
_THINGS: Final = frozenset(
    sound(
        "việc nhiệm vụ chỉ tiêu mục dòng nội dung hoạt động dự án đề án chương trình công trình mô hình lớp khóa cuộc hội nghị"
        " hội thảo buổi đợt vụ cái phần khoản công tác phong trào sự kiện mục tiêu con số nền tảng hệ thống các những mấy"
    ).split()
)
"""Syllables of what rows are called when they are pointed to."""
_OTHERS: Final = frozenset(
    sound(
        "kế hoạch năm tháng quý tuần ngày kỳ đơn vị cơ quan phường xã tỉnh huyện sở phòng ban người ông bà anh chị bên chỗ nơi"
    ).split()
)
"""What else is pointed to: a plan, a time, an office, a person."""
_LONGEST: Final = 4
"""Words before the one that points."""
_LEAD_IN: Final = re.compile(r"^(?:(?:thế|vậy|còn|thì|với|à|ừ|the|vay|con|thi|voi)\s+)+", re.IGNORECASE)
_BUT: Final = re.compile(r"^(?:(?:thế|vậy|the|vay)\s+)?(?:còn|con|với|voi|thế|vậy)\s+(?=\S)", re.IGNORECASE)
_WHAT_OF: Final = re.compile(
    r"\s+(?:thì|thi|là|la)?\s*(?:sao|thế nào|the nao|ra sao|bao nhiêu|bao nhieu|mấy|may|nhỉ|hả)$", re.IGNORECASE
)
_WHAT_OF_IT: Final = re.compile(r"(?:thì|thi) (?:sao|thế nào|the nao)$", re.IGNORECASE)
_COUNTED: Final = re.compile(r"(?P<noun>\S+)\s+(?:(?:về|ve|của|cua|cho)\s+)?", re.IGNORECASE)
_HEAD: Final = 2
"""Words with which a row's name says what is done: "Tập huấn …"."""
_SO: Final = re.compile(r"\s(?:thì|thi)\s", re.IGNORECASE)
_MONEY: Final = sound("tiền tỷ triệu đồng nghìn hết tốn cần số tổng lượng đạt ở tại nằm người").split()
_YEAR: Final = re.compile(r"\b20\d\d\b")
_A_YEAR: Final = re.compile(r"\b(?:(?:đến|hết|cuối|den|het|cuoi)\s+)*(?:(?:năm|nam)\s+)?20\d\d\b", re.IGNORECASE)
_ASKING: Final = {"lead": "ai chủ trì", "support": "ai phối hợp", "due": "khi nào xong", "result": "kết quả là gì"}
"""How the column asked before is asked of a thing that is only named."""
_ENDS: Final = " ?.!,"
_PLAN: Final = sound("kế hoạch")
_GAP: Final = 2
"""From one word of a row to the next, with at most one other between them."""


def row_spoken_of(answer: Answer, library: Library) -> Entry | None:
    """The one row that an answer rests on; None for prose, a plan's head, or several."""
    places = {(one.file, one.locator) for one in answer.citations}
    if len(places) != 1 or answer.items or answer.status not in (Status.ANSWERED, Status.NOT_STATED):
        return None
    file, locator = next(iter(places))
    rows = (one for one in library.entries if one.kind != "clause" or one.cells)
    return next((one for one in rows if place_of(one) == locator and library.plans[one.plan].file == file), None)


def whole_of_row(query: Query, before: Query, entry: Entry, library: Library) -> str:
    """A question that points to the row before, or says only what another column of its table tells, in full; "" for others."""
    if _is_of_another(query):
        return ""
    typed = query.typed.strip(_ENDS)
    pointed = _pointed(typed, entry)
    rest = _left(query, entry, library, typed[pointed[0] : pointed[1]] if pointed else "")
    accents = query.words.accents
    if pointed and (accents or not rest):
        asked = f"{typed[: pointed[0]]} {entry.name} {typed[pointed[1] :]}"
    elif not pointed and not rest and _tells_column(query, entry, library):
        if query.years and not query.role:
            return _of_time(query, before)
        asked = f"{entry.name} {_LEAD_IN.sub('', typed)}"
    else:
        return ""
    return _LEAD_IN.sub("", " ".join(asked.split()))


def whole_of_another(query: Query, before: Query, entry: Entry) -> tuple[str, ...]:
    """The question before with the thing named now for its row ("còn việc B thì sao"), or this one in the same plan."""
    typed = query.typed.strip(_ENDS)
    own = replace(query, actors=tuple(one for one in query.actors if not is_for(query, one)))
    if before.intent is not Intent.FACT or query.intent is not Intent.FACT or _is_of_another(own):
        return ()
    if not _BUT.match(typed) and not _WHAT_OF_IT.search(typed):
        return ()
    thing = _WHAT_OF.sub("", _BUT.sub("", typed))
    figures = {"", "value", "result"}
    if query.role and (thing == _BUT.sub("", typed) or not {query.role, before.role} <= figures):
        asked = _SO.sub(" ", _BUT.sub("", typed), count=1)
        return tuple(filter(None, (asked, _of_its_kind(asked, entry))))
    kind = _of_its_kind(thing, entry) if before.role in _ASKING else ""
    alike = (f"{kind} {_ASKING[before.role]}",) if kind else ()
    tokens = before.words.tokens
    start, end = _stretch(tokens, set(sound(entry.name).split()))
    if start == end:
        return alike
    said = [token.typed for token in tokens]
    return (" ".join((*said[:start], thing, *said[end:])), *alike)


def _of_its_kind(asked: str, entry: Entry) -> str:
    """The question with what the row spoken of begins with for the noun that counts such things ("lớp về …"); "" without one."""
    counted = _COUNTED.match(asked)
    head = entry.name.split()[:_HEAD]
    if counted is None or sound(counted["noun"]) not in CLASSIFIERS or sound(head[0]) == sound(counted["noun"]):
        return ""
    return f"{' '.join(head).rstrip(',;:')} {asked[counted.end() :]}"


def _is_of_another(query: Query) -> bool:
    """Whether a plan, a unit or a numbered place is named, which parts of these put in their place themselves."""
    named = any(one.kind in POINTING for one in query.mentions)
    return named or bool(query.actors) or not query.pointer.empty or bool(query.quoted)


def _pointed(typed: str, entry: Entry) -> tuple[int, int] | None:
    """Where a question points to the row: "việc đó", "lớp ấy", "nó"."""
    own = _THINGS.union(sound(entry.name).split()) - _OTHERS
    for match in _DEMONSTRATIVE.finditer(typed):
        words = [*re.finditer(r"\S+", typed[: match.start()])][-_LONGEST:]
        start = match.start()
        for word in reversed(words):
            if sound(word[0]) not in own:
                break
            start = word.start()
        if start < match.start():
            return start, match.end()
    found = _IT.search(typed)
    if found is None or (found[0].isascii() and not typed.isascii()):
        return None
    return found.span()


def _left(query: Query, entry: Entry, library: Library, pointed: str) -> set[str]:
    """What a question says besides asking words, the columns of the row's table, times, and what points to the row."""
    rest = query.words
    for table in ("header", "column"):
        for name in names(table):
            rest = rest.drop(heard(f"{table}.{name}"))
    for name in ("ask.follow", "filler.follow"):
        rest = rest.drop(heard(name))
    rest = rest.drop([phrase for phrase, _ in asked_columns(query.spoken)])
    known = {*_MONEY, *_over(entry, library), *sound(pointed).split(), *map(str, query.years)}
    if query.years:
        known.update(sound("năm đến hết cuối").split())
    least = 0.0 if query.words.accents else 0.5
    return {word for word, weight in rest.content().items() if weight > least and word not in known}


def _over(entry: Entry, library: Library) -> set[str]:
    """The words of the headers over a row."""
    words = {word for header, _ in entry.other for word in sound(header).split()}
    if entry.target is not None:
        words.update(sound(entry.target.over).split())
    for table in row_tables(library):
        if (table.plan, table.annex) == (entry.plan, entry.annex):
            words.update(table.header.split())
    return words


def _tells_column(query: Query, entry: Entry, library: Library) -> bool:
    """Whether a question that points to nothing asks for something of a row."""
    if query.intent is not Intent.FACT or query.flags & {"report", "recipient"}:
        return False
    if find_phrase(query.spoken, (_PLAN,)):
        return False
    said = _over(entry, library) & set(query.words.content())
    return bool(query.role or said or query.years or asked_columns(query.spoken))


def _of_time(query: Query, before: Query) -> str:
    """The question before of the year named now ("còn năm 2028?")."""
    found, old = _A_YEAR.search(query.typed), _YEAR.search(before.typed)
    if before.intent is not Intent.FACT or len(query.years) != 1 or len(before.years) > 1 or found is None:
        return ""
    asked = before.typed.strip(_ENDS)
    return f"{asked[: old.start()]}{query.years[0]}{asked[old.end() :]}" if old else f"{asked} {found[0]}"


def _stretch(tokens: tuple[Token, ...], own: set[str]) -> tuple[int, int]:
    """The longest run of a question's tokens that says the row, one or two others inside it."""
    best, start, last, size = (0, 0), -1, -1, 0
    most = 0
    for at, token in enumerate(tokens):
        if token.heard not in own:
            continue
        if start < 0 or at - last > _GAP:
            start, size = at, 0
        size, last = size + 1, at
        if size > most:
            best, most = (start, at + 1), size
    return best
