"""Several columns of one row asked for side by side: "… : ai làm, hạn, kết quả", "kết quả và thời hạn của …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from ingest.folding import fold
from rag.language.phrases import heard
from rag.language.words import either, sound
from rag.query.alsoasked import ends_denied, ends_open
from rag.query.asks import OFFICES

_COLUMNS: Final = ("lead", "support", "due", "result", "value", "note")
_BORDERS: Final = re.compile(
    r"[,;?:/+&\n]|\s[–-]\s|\b(?:và|va|rồi|roi|với lại|voi lai|đồng thời|dong thoi)\b", re.IGNORECASE
)
_FILLERS: Final = frozenset(
    sound(
        "cho biết xin hỏi là gì nào ai của nó thì ra sao thế khi các những đơn vị cơ quan bên dự kiến cụ thể vậy ạ nhỉ hả"
        " còn cả bao giờ lúc mấy tháng ngày phải cần để được ghi sẽ việc này đó gồm có luôn đồng thời"
    ).split()
)
"""Words beside a column's name that ask for no more than it."""
_NAMES: Final = frozenset(
    tuple(sound(f"tên {office}").split())
    for office in ("doanh nghiệp", "đơn vị", "cơ quan", "công ty", "phòng", "sở", "ban", "ngành", "bên")
)
"""Alone between two borders they ask for the ones who do it."""
_MEASURES: Final = tuple(tuple(sound(one).split()) for one in ("tỷ lệ", "số lượng", "tỷ trọng", "bao nhiêu", "mức"))
_MEASURE_FIRST: Final = re.compile(
    r"\W*(?:(?:xin|vui lòng|vui long|hãy|hay|cho biết|cho biet|cho hỏi|cho hoi|cho|hỏi|hoi|nêu|neu|biết|biet)\s+)*"
    r"(?:mức(?! độ)|(?:tỷ|tỉ|ty|ti) (?:lệ|le|trọng|trong)|(?:tổng )?số lượng|(?:tong )?so luong|tổng số|tong so|tổng mức)"
    r"\s+(?![^,;?]*\d)",
    re.IGNORECASE,
)
"""A question that begins with what is measured, and no figure said of it; "mức" as typed, for "mục" sounds alike."""
_PLUS: Final = re.compile(r"\s\+\s")
"""Between two things that are both asked for."""
_ONLY_WHO: Final = re.compile(
    rf"(?:(?:{either('là', 'do', 'gồm', 'có', 'những', 'các', 'với', 'cùng')}) )*(?:ai|(?:{OFFICES}) nao)(?: (?:{either('vậy', 'thế', 'ạ', 'nhỉ', 'hả', 'đấy')}))*"
)
"""Asks who, and not in which part: where helpers begin the question it is they."""
_BESIDE: Final = frozenset(map(sound, ("với", "cùng", "giữa")))
"""Behind "phối hợp", before one who is named."""
_CLOSING: Final = re.compile(r"(?:[:;,]|\s[–-])\s*[^:;,]*$")
_LISTING: Final = re.compile(r":[^:]*$")
"""Before a column that closes a telegram; only behind a colon one whose name ends things as well, as "kết quả" does."""
_FEWEST: Final = 2
_OWNER: Final = tuple(tuple(sound(one).split()) for one in ("của ai", "ai", "bên nào", "do ai"))
"""Alone between two borders they ask who does it."""
_OF: Final = sound("của")
"""Behind a column's name of one syllable before the thing: "hạn chế …" begins with one that is none."""
_GATHERED: Final = re.compile(r"\bgom(?: co)?(?: (?:nhung|cac))?$")
"""Before an office that is asked for: those named before are told one by one ("cơ quan phối hợp gồm những cơ quan nào")."""
_TELLING: Final = frozenset(("lead", "support", "due"))
"""Columns whose bare names seldom end the name of a thing, as "kết quả" does."""
_ASKS: Final = frozenset(map(sound, ("gì", "nào", "ai", "sao", "mấy", "đâu", "nhiêu", "giờ")))


def read_columns(typed: str, units: Sequence[str] = ()) -> tuple[str, ...]:
    """The columns named side by side before or behind the thing, in the order asked; of one only helpers and what closes a telegram.

    ``units`` are the sound forms of units named: of them a column is told ("Sở A chủ trì, hạn?"), not asked.
    """
    pieces = [words for piece in _BORDERS.split(fold(typed)) if (words := sound(piece).split())]
    if len(pieces) < _FEWEST:
        return ()
    alone = [_alone(piece) for piece in pieces]
    first = next((n for n, column in enumerate(alone) if not column), len(pieces))
    last = next((n for n in range(len(pieces), 0, -1) if not alone[n - 1]), 0)
    if first >= last:
        return ()
    before = (*alone[:first], _leading(pieces[first]) or ("value" if not first and _MEASURE_FIRST.match(typed) else ""))
    measured = last - 1 > first and _PLUS.search(typed) and _measures(pieces[last - 1])
    behind = ("value" if measured else _trailing(pieces[last - 1], units), *alone[last:])
    helped = before == ("support",) and _asks_helpers(pieces[first], pieces[last:])
    if helped:
        behind = (
            behind[0],
            *(column for column, piece in zip(behind[1:], pieces[last:], strict=True) if not _is_who(piece)),
        )
    found = tuple(dict.fromkeys(column for column in (*before, *behind) if column))
    return found if len(found) >= _FEWEST or helped or _closes(typed, found, pieces) else ()


def _closes(typed: str, found: Sequence[str], pieces: Sequence[Sequence[str]]) -> bool:
    """Whether the last piece is nothing but the column, and no other is asked for: "quy chế phối hợp …: hạn?"."""
    column = _alone(pieces[-1])
    border = _CLOSING if column in _TELLING else _LISTING
    asked = any(not _ASKS.isdisjoint(piece) for piece in pieces)
    return tuple(found) == (column,) and not asked and border.search(typed.rstrip(" ?.!")) is not None


def _asks_helpers(opening: Sequence[str], behind: Sequence[Sequence[str]]) -> bool:
    """Whether helpers, named before the thing, are asked for behind it: "Phối hợp làm …: đơn vị nào?"."""
    named = _BESIDE.intersection(opening[2:3])
    return not named and _ASKS.isdisjoint(opening) and any(map(_is_who, behind))


def _is_who(words: Sequence[str]) -> bool:
    return _ONLY_WHO.fullmatch(" ".join(words)) is not None


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    """Every phrase that asks for a column, as its syllables, and its column."""
    return {tuple(phrase.split()): column for column in reversed(_COLUMNS) for phrase in heard(f"column.{column}")}


@cache
def _longest() -> int:
    return max(map(len, _phrases()))


def _alone(words: Sequence[str]) -> str:
    """The column that the whole piece asks for, "" for none."""
    if tuple(words) in _OWNER or tuple(words) in _NAMES:
        return "lead"
    telling = [n for n, word in enumerate(words) if word not in _FILLERS]
    if telling and telling[-1] - telling[0] >= _longest():
        return ""
    for size in range(min(len(words), _longest()), 0, -1):
        for at in range(len(words) - size + 1):
            column = _phrases().get(tuple(words[at : at + size]), "")
            if column and all(at <= n < at + size for n in telling):
                return column
    return ""


def _measures(words: Sequence[str]) -> bool:
    """Whether a piece of a telegram asks for a figure: ": tỷ lệ hộ có nước sạch + kết quả"."""
    return any(tuple(words[: len(one)]) == one for one in _MEASURES)


def _leading(words: Sequence[str]) -> str:
    """The column that the piece begins with, the thing behind it."""
    if ends_open(words):
        return ""
    while len(words) > 1 and words[0] in _FILLERS and not _begins(words):
        words = words[1:]
    return _begins(words)


def _begins(words: Sequence[str]) -> str:
    for size in range(min(len(words) - 1, _longest()), 0, -1):
        column = _phrases().get(tuple(words[:size]), "")
        if column and (size > 1 or words[1] == _OF):
            return column
    return ""


def _trailing(words: Sequence[str], units: Sequence[str]) -> str:
    """The column that the piece ends with, the thing before it."""
    while words and words[-1] in _FILLERS and not _ends(words, units):
        words = words[:-1]
    return _ends(words, units)


def _ends(words: Sequence[str], units: Sequence[str]) -> str:
    for size in range(min(len(words) - 1, _longest()), 0, -1):
        phrase = tuple(words[-size:])
        column = _phrases().get(phrase, "")
        told = bool(column) and any(" ".join(words[:-size]).endswith(unit) for unit in units)
        if column and (ends_denied(words[:-size]) or _GATHERED.search(" ".join(words[:-size]))):
            return ""
        if column and ((column in _TELLING and not told) or not _ASKS.isdisjoint(phrase)):
            return column
    return ""


def phrases_asking(role: str, roles: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The phrases, as they sound, that ask for each of several columns; a support is asked for with those for a lead too.

    Not those of a figure or its unit beside others, which rows hold as well.
    """
    roles = (role, *(one for one in roles if one not in ("value", "unit")))
    lists = (("column.support", "column.lead") if role == "support" else (f"column.{role}",) for role in roles if role)
    return tuple(heard(name) for name in dict.fromkeys(name for names in lists for name in names))
