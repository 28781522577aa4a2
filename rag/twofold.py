"""Questions that ask two things of one clause: "trong mấy ngày, từ ngày nào", "do sở nào đề nghị, công văn số mấy"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Final

from rag.asks import Intent
from rag.library import Library
from rag.question import Query, understand

_GAP: Final = re.compile(
    r"(?i)\b(?:bao (?:nhiêu|lâu|giờ|nhieu|lau|gio)|khi nào|khi nao|thế nào|ra sao|the nao|gì|nào|đâu|ai|gi|nao|dau"
    r"|(?<!đạt )(?<!có )mấy|may(?= \w)|(?<=\bso )may)(?!\w)"
)
"""Words that leave something open."""
_PLURAL: Final = re.compile(
    r"(?i)(?<!số )(?<!so )(?:mấy|may) (?!(?:và|va|rồi|roi|với|voi) )(?=(?:\S+ ){1,3}(?:nào|gì|nao|gi)\b)"
)
"""Several of what the next question word asks for: no gap of its own."""
_JOINT: Final = re.compile(
    r"\s*[,;]\s+(?:(?:và|va|rồi|roi|còn|con)\s+)?|\s+(?:và|va|rồi|roi)\s+|\s+[-–]\s+"
    r"|(?:(?<=mấy)|(?<=nào)|(?<=may)|(?<=nao)|(?<=nhiêu)|(?<=nhieu))\s+(?=(?:(?:ký|ky|ban hành|ban hanh|ra) )?(?:ngày|ngay)\s)"
)
_NUMBER: Final = re.compile(r"(?i)\b(?:số|so) (?:mấy|may|nào|nao|bao nhiêu|bao nhieu)\s*$")
_DAY_OF: Final = re.compile(
    r"(?i)((?:(?:ký|ky|ban hành|ban hanh|ra) )?(?:ngày|ngay) (?:nào|nao|mấy|may|bao nhiêu|bao nhieu)) ((?:của|cua) .+?)(?=(?: vậy| vay| thế| the| nhỉ| nhi| ạ)?[\s?.]*$)"
)
"""The day of a document and whose it is: "… số mấy, ngày nào của UBND tỉnh"."""
_NOUN: Final = re.compile(
    r"(?i)\b(?:tờ trình|to trinh|công văn|cong van|thông báo|thong bao|kết luận|ket luan|nghị quyết|nghi quyet"
    r"|quyết định|quyet dinh|chỉ thị|chi thi|thông tư|thong tu|nghị định|nghi dinh)\b"
)
"""Documents that no plan is called."""
_BARE: Final = re.compile(r"(?i)(?:số|so) (?:mấy|may|nào|nao|bao nhiêu|bao nhieu|hiệu)\b")
_MOST: Final = 3
"""Things that one question asks."""
_LONGEST: Final = 40
"""Words of a piece; what is longer is the whole clause, told where no piece was found."""


def things_asked(query: Query, library: Library) -> tuple[Query, ...]:
    """One question for each thing asked, in order; () where only one thing is."""
    text = _PLURAL.sub(lambda match: " " * len(match[0]), query.typed)
    gaps = [match.start() for match in _GAP.finditer(text)]
    if not 1 < len(gaps) <= _MOST:
        return ()
    joints = []
    for gap, other in pairwise(gaps):
        between = list(_JOINT.finditer(query.typed, gap, other))
        if not between:
            return ()
        joints.append(between[-1].span())
    starts = (0, *(end for _, end in joints))
    ends = (*(start for start, _ in joints), len(query.typed))
    texts = [query.typed[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    return tuple(_read(query, library, text) for text in _with_owner(texts))


def _with_owner(texts: list[str]) -> list[str]:
    """Whose document it is said with its number, where it is said behind the day that is asked beside."""
    texts = _with_noun(texts)
    *before, number, day = texts
    owned = _DAY_OF.match(day) if _NUMBER.search(number) else None
    return [*before, f"{number} {owned[2]}", owned[1]] if owned else texts


def _with_noun(texts: list[str]) -> list[str]:
    """What is numbered is said with a bare "số mấy", where a piece before names a sort of document alone."""
    nouns = [match[0] for text in texts for match in [_NOUN.search(text)] if match]
    return [f"{nouns[0]} {text}" if nouns and n and _BARE.match(text) else text for n, text in enumerate(texts)]


def _read(query: Query, library: Library, text: str) -> Query:
    """A part as a question of its own about the plans of the whole."""
    read = understand(text, library, query.today)
    return replace(read, intent=Intent.FACT, plans=query.plans, roles=())


def each(
    query: Query, library: Library, pick: Callable[[Query], tuple[str, ...]], text: str
) -> tuple[str, ...]:  # fmt: skip
    """What ``pick`` finds in ``text`` for each of several things asked, in order; () unless each has a piece of its own."""
    found = [pick(part) for part in things_asked(query, library)]
    told = [value for values in found for value in values]
    if len(found) < len(("one", "another")) or not all(found) or len(set(told)) < len(told):
        return ()
    short = all(value and len(value.split()) <= _LONGEST and len(value) < len(text) / 2 for value in told)
    return tuple(told) if short else ()
