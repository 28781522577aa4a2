"""The several things that one question asks of a reporting duty, in the order asked: who, to whom, through whom, how often, when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ingest.letters import UPPER
from rag.language.phrases import heard
from rag.language.words import sound
from rag.measures.times import lasting_asked
from rag.query.question import Query
from rag.query.reportasks import HOW_OFTEN, OFFICE, TO_WHOM, WHO

_COPY_TO: Final = re.compile(
    r"\b(?:(?:dong|cung) (?:thoi )?(?:cinh )?gui|gui (?:cem|them)|(?:bao cao|bao|gui|nop) them|cem)"
    rf"(?: (?:len|ve|cho|toi|den))? {OFFICE}|\b(?:len|ve|cho|toi|den) {OFFICE} nua\b"
)
"""Asks for whom else a report is sent to."""
_ONLY: Final = "only "
"""Begins the flag of a thing that alone is asked for."""
_VIA: Final = re.compile(rf"\b(?:thong )?qua (?:dau moi )?{OFFICE}")
_DUE: Final = tuple(
    sorted(
        map(
            sound,
            (
                *("trước ngày nào", "trước ngày mấy", "khi nào", "ngày mấy", "ngày bao nhiêu", "hôm nào", "lúc nào"),
                *("tháng mấy", "tháng nào", "hạn nào", "bao giờ", "ngày nào", "mấy giờ", "chừng nào", "hạn chót"),
                *("thời hạn", "hạn nộp", "hạn báo cáo", "hạn cuối", "hạn là"),
            ),
        ),
        key=len,
        reverse=True,
    )
)
_AHEAD: Final = (sound("trước"), f"{sound('trước')} ")
"""How long before something else it is sent is no stretch within which it is due."""
_COPY: Final = re.compile(
    rf"\b(?i:đồng(?:\s+thời|\s+kính)?\s+gửi|gửi\s+kèm|kèm|và\s+gửi)\s+(?:(?i:cho|về|đến|tới)\s+)?([{UPPER}][^();.]*?)"
    r"(?=\s*\)|[;.]|,?\s+(?:để|trước|kết quả|về|theo|tổng hợp|xem xét)\b|$)"
)


def parts_asked(query: Query) -> tuple[str, ...]:
    """The things asked for, in order: "who", "whom", "copy", "via", "often", "due".

    To whom and through whom is one way, told as it is printed: "UBND tỉnh (qua Sở A)".
    """
    found: dict[str, int] = {}
    for name, start, _ in _asked(query.spoken):
        found.setdefault(name, start)
    if "whom" in found:
        found.pop("via", None)
    only = _narrowed(query)
    return tuple(name for name in sorted(found, key=lambda name: found[name]) if not only or name in only)


def asks_parts(query: Query) -> bool:
    """Whether several things are asked for, or some that a follow-up has chosen."""
    return len(parts_asked(query)) > 1 or bool(_narrowed(query))


def narrowed(query: Query, asked: Sequence[str]) -> Query:
    """The question of these things alone, whatever else its words ask for."""
    return replace(query, flags=query.flags | {f"{_ONLY}{name}" for name in asked})


def _narrowed(query: Query) -> set[str]:
    return {flag.removeprefix(_ONLY) for flag in query.flags if flag.startswith(_ONLY)}


def _asked(spoken: str) -> Iterator[tuple[str, int, int]]:
    """Each thing asked for, and where it is; what was read as one thing is not read as another."""
    left = spoken
    patterns = (("copy", _COPY_TO), ("via", _VIA), ("often", HOW_OFTEN), ("whom", TO_WHOM), ("who", WHO))
    for name, pattern in patterns:
        for match in pattern.finditer(left):
            # Only the end of it asks: a duty is named between "báo cáo" and "cho ai".
            start = match.end() - len(" ".join(match[0].split()[-2:])) if name == "whom" else match.start()
            left = f"{left[:start]}{'#' * (match.end() - start)}{left[match.end() :]}"
            yield name, start, match.end()
    for name, phrases in (("whom", heard("ask.recipient")), ("often", heard("ask.frequency")), ("due", _DUE)):
        padded = f" {left} "
        starts = [(padded.find(f" {phrase} "), -len(phrase)) for phrase in phrases]
        told = min((one for one in starts if one[0] >= 0), default=None)
        if told is not None:
            yield name, told[0], told[0] - told[1]
        elif name == "due" and (lasting := lasting_asked(left)) and not left[: lasting[0]].endswith(_AHEAD):
            yield name, *lasting


def copy_of(what: str) -> str:
    """To whom else the report goes, as printed; "" where that is not told."""
    found = _COPY.search(what)
    return found[1].strip(" ,") if found else ""
