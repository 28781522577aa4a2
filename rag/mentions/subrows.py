"""Parts of a row that a question names by their turn: "gạch đầu dòng thứ hai", "ý thứ 2", "dòng con 3", "mục con b"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from ingest.folding import fold
from rag.language.words import sound

_LAST: Final = 0
"""The turn of the last part."""
_TURNS: Final = (
    ("cuối cùng", _LAST), ("cuối", _LAST), ("đầu tiên", 1), ("nhất", 1), ("một", 1), ("hai", 2), ("nhì", 2), ("ba", 3),
    ("tư", 4), ("bốn", 4), ("năm", 5), ("sáu", 6), ("bảy", 7), ("tám", 8), ("chín", 9), ("mười", 10),
)  # fmt: skip
_ALONE: Final = ("cuối cùng", "cuối", "đầu tiên")
"""Turns that no "thứ" stands before."""
_LETTERS: Final = "abcdđegh"
_DASHES: Final = ("gạch đầu dòng", "dấu gạch đầu dòng", "dấu gạch", "gạch ngang", "gạch", "đầu dòng")
_ROWS: Final = (
    "dòng", "mục", "việc", "nhiệm vụ", "nv", "nội dung", "phần", "ý", "hàng", "đầu việc", "công việc", "kế hoạch", "chỉ tiêu", "hoạt động",
)  # fmt: skip
_OF_ROW: Final = ("của", "trong", "thuộc", "ở", "tại")
_TURNED: Final = (*_ROWS, "giải pháp", "đề án", "dự án", "lớp", "đợt", "bước", "tiêu chí", "chỉ số", "tỷ lệ")
"""What people call the parts of a row by where "thứ" numbers them."""
_SMALL: Final = ("con", "nhỏ", "nhánh", "thành phần")


def _pattern(form: Callable[[str], str]) -> re.Pattern[str]:
    """What names a part of a row, in words as ``form`` writes them."""

    def either(words: Iterable[str]) -> str:
        return "|".join(sorted(map(form, words), key=len, reverse=True))

    small = rf"(?:{either(_ROWS)}) (?:{either(_SMALL)})|{form('tiểu mục')}"
    turn = rf"(?:{either(('thứ', 'số'))})\s+(?:{either(word for word, _ in _TURNS)}|\d{{1,2}})(?!\s+(?:{form('số')}\s+)?\d)|(?:{either(_ALONE)})"
    bare = rf"\d{{1,2}}(?!\s*[/%.]\d)|[{_LETTERS}](?=\s*[\s,;:?)]|$)"
    number = rf"\d{{1,2}}(?=\s+(?:{either(_OF_ROW)})\s+(?:{either(_ROWS)})\s+(?:{form('số')}\s+)?\d)"
    named = (
        rf"(?:{either(_DASHES)}|{small})\s+(?P<turn>{turn}|{bare})|{form('ý')}\s+(?P<point>{turn})"
        rf"|(?:{either(_TURNED)})\s+(?P<nth>(?!{form('số')}\s){turn}|{number})"
    )
    return re.compile(rf"[\s,;(:–-]*\b(?:{named})(?![\w/%])(?:\s+(?:{either(_OF_ROW)})(?=\s))?")


_FOLDED: Final = _pattern(fold)
SAID: Final = _pattern(sound)
"""The same in sound form."""
_OF: Final = {fold(word): turn for word, turn in _TURNS}


def read_part(words: str) -> tuple[str, int] | None:
    """Folded words without the part of a row that they name, and its turn, 0 for the last; None where they name none."""
    found = _FOLDED.search(words)
    if found is None:
        return None
    told = re.sub(r"^(?:thu|so)\s+", "", found["turn"] or found["point"] or found["nth"])
    turn = int(told) if told.isdigit() else _LETTERS.index(told) + 1 if told in _LETTERS else _OF[told]
    return f"{words[: found.start()]} {words[found.end() :]}", turn
