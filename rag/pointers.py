"""Places that a question names by their numbering: annex, group, row, or a path of headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.folding import fold


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place named by its numbering.

    ``annex`` holds the numerals of the annexes named, parted by "|", "" when an annex is named without one.
    ``ordinal`` is a row's own number ("4.2.3", "26-2"), ``prose`` a path of headings ("IV/2/a").
    """

    annex: str | None = None
    group: str | None = None
    ordinal: str | None = None
    prose: str | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was named."""
        return not (self.annex or self.group or self.ordinal or self.prose)


_ANNEX = re.compile(r"\b(?:phu luc|pl|bieu|phu bieu)\s*(?:so\s+)?0*([ivxlc]+|\d{1,2})?\b")
_GROUP = re.compile(r"\b(?:nhom|muc lon|phan nhom)\s+(?:so\s+)?([ivxlc]+|[a-e]|\d{1,2})\b(?!\s*/)")
_GROUP_IN_ANNEX = re.compile(r"\bmuc\s+([ivxlc]+|[a-e])\b(?!\s*[/.])")
_ORDINAL = re.compile(
    r"\b(?:nhiem vu|nv|chi tieu|ct|dong|muc|stt|so thu tu|hang|viec|y|diem so|noi dung|hoat dong)"
    r"\s*(?:so|thu|stt)?\s*(\d{1,3}(?:\.\d{1,3}){0,3}(?:-\d{1,2})?)\b"
    r"(?!\s*[/%]|\s*(?:thang|ngay|nam|nhiem vu|chi tieu|viec)\b)"
)
_ORDINAL_IN_ANNEX = re.compile(r"(?:\bso|\bthu tu)\s+(\d{1,3}(?:\.\d{1,3}){0,3})\b(?!\s*/)")
_ANNEX_SLASH = re.compile(r"\b(?:phu luc|pl|bieu)(?: so)? (?:\d{1,2}|[ivx]+)/(\d{1,3}(?:\.\d{1,3}){0,3})\b")
_DANGLING = re.compile(r"^\s*(\d{1,3}(?:\.\d{1,3}){1,3}|\d{1,3}-\d{1,2})\b")
_PROSE = re.compile(
    r"\b(?:muc|phan|khoan|diem)\s+([ivxlc]+)\b(?:\s*[./]\s*(\d{1,2}(?:\.\d{1,2})*))?(?:\s*[./]\s*([a-zđ])\b)?"
)
_PATH = re.compile(r"(?<![\w/])([ivxlc]+)(/\d{1,2}(?:\.\d+)*(?:/[a-zđ])?)(?![\w/])")
_POINT = re.compile(r"\bdiem\s+([a-zđ])\b")


def read_pointer(typed: str) -> Pointer:
    """The numbering that a question names. An ordinal that only counts ("5 nhiệm vụ") is none."""
    words = fold(typed)
    annex, group, ordinal = _ANNEX.search(words), _GROUP.search(words), _ORDINAL.search(words)
    path = label = None
    if annex:
        label = "|".join(dict.fromkeys(match[1].upper() for match in _ANNEX.finditer(words) if match[1]))
        group = group or _GROUP_IN_ANNEX.search(words)
        ordinal = ordinal or _ORDINAL_IN_ANNEX.search(words[annex.end() :]) or _ANNEX_SLASH.search(words)
    else:
        path = _path(words, group, ordinal)
    number = ordinal if ordinal and not path else _DANGLING.match(words)
    return Pointer(label, group[1].upper() if group else None, number[1] if number else None, path)


def _path(words: str, group: re.Match[str] | None, ordinal: re.Match[str] | None) -> str | None:
    """The headings named, "IV/2/a": written with strokes, or as "mục IV.2 điểm a"."""
    written = _PATH.search(words)
    if written:
        return written[1].upper() + written[2]
    prose = _PROSE.search(words)
    if not prose or group or (ordinal and ordinal.start() == prose.start()):
        return None
    point = prose[3] or ((found := _POINT.search(words)) and found[1])
    return "/".join(part for part in (prose[1].upper(), prose[2], point) if part)
