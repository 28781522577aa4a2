"""Which offices a collective name takes in: "Các sở, ban, ngành" a department, "UBND cấp xã" a ward."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from ingest.folding import fold
from ingest.units import is_collective

_KINDS: Final = tuple(
    (re.compile(head), re.compile(called))
    for head, called in (
        (r"so\b", r"\bso\b"),
        (r"(?:van phong|phong)\b", r"\bphong\b"),
        (
            r"(?:uy ban nhan dan|dang uy|hoi dong nhan dan)(?: cac)? (?:xa|phuong|thi tran|dac khu)\b",
            r"\bcap xa\b|(?<!thi )\bxa\b(?! hoi)|\bphuong\b|\bdac khu\b|\bdia phuong\b",
        ),
        (
            r"(?:uy ban nhan dan|huyen uy|thanh uy)(?: cac)? (?:huyen|quan|thi xa|thanh pho)\b",
            r"\bcap huyen\b|\bhuyen\b|\bdia phuong\b",
        ),
        (r"(?:hoi|doan|lien doan|lien minh|uy ban mat tran|mat tran)\b", r"\bdoan the\b|\bto chuc chinh tri\b"),
        (r"(?:dai hoc|truong|hoc vien)\b", r"\btruong\b|\bvien,|\bco so (?:giao duc|dao tao)\b"),
        (r"(?:trung tam|chi cuc|cuc|vu|vien|benh vien|ban)\b", r"\bdon vi\b|\bban\b|\btrung tam\b"),
        (r"chi bo\b", r"\bchi bo\b"),
        (r"to\b", r"\bto\b(?! chuc)"),
        (r"(?:cong an|bo chi huy|thanh tra|kho bac|bao hiem|ngan hang|bao|dai)\b", r"\bnganh\b"),
    )
)
"""Pairs of how an office's name begins and what a collective that takes it in says, folded."""
_ANY: Final = re.compile(r"\bco quan\b|\bdon vi\b(?! su nghiep)")
_OTHER_KIND: Final = re.compile(r"\b(?:doanh nghiep|to chuc|ca nhan|ho kinh doanh|hiep hoi)\b")

_LISTED: Final = re.compile(r":\s*([^()]+)$|\(([^()]+)\)")
_BETWEEN: Final = re.compile(r"[,;/+]|\s+(?:và|hoặc)\s+")


@lru_cache(maxsize=16384)  # of every collective with each office that is asked about
def takes_in(collective: str, key: str) -> bool:
    """Whether a collective as printed speaks of the office of ``key`` (`ingest.units.unit_key`) too."""
    if not is_collective(collective):
        return False
    called = fold(collective)
    if _ANY.search(called):
        return not _OTHER_KIND.search(called.split(",")[0])
    return any(head.match(key) and words.search(called) for head, words in _KINDS)


@lru_cache(maxsize=8192)
def members(collective: str) -> tuple[str, ...]:
    """The names that a collective lists behind a colon or in brackets ("Doanh nghiệp: A, B"), as printed."""
    listed = _LISTED.search(collective)
    if not listed or not is_collective(collective):
        return ()
    names = (name.strip(" .…") for name in _BETWEEN.split(listed[1] or listed[2]))
    return tuple(name for name in names if name[:1].isupper())


def any_takes_in(units: Sequence[str], key: str) -> str:
    """The first collective among ``units`` that speaks of the office too; "" where none does."""
    return next((unit for unit in units if takes_in(unit, key)), "")
