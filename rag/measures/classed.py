"""Sorts of what is counted that cannot stand for one another: persons on the one hand, places and what is measured on the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rag.language.words import sounds

_CLASSES: Final = (
    ("thành viên", "ủy viên", "người", "đồng chí", "cán bộ", "công chức", "viên chức", "nhân viên", "nhân sự", "đại biểu", "học sinh", "sinh viên",
     "giáo viên", "đoàn viên", "hội viên", "đảng viên", "chiến sĩ", "dân quân", "bác sĩ", "điều dưỡng", "chuyên gia", "tình nguyện viên"),
    ("thôn", "bản", "buôn", "ấp", "xóm", "xã", "phường", "huyện", "tỉnh", "khu phố", "tổ dân phố", "thị trấn", "km", "ha", "m2", "mét", "tấn",
     "đồng", "triệu đồng", "tỷ đồng", "khoa", "phòng", "đơn vị", "cơ quan", "cơ sở", "sở", "trường", "trạm"),
)  # fmt: skip
_NOUNS: Final = tuple((noun, number) for number, nouns in enumerate(_CLASSES) for noun in sounds(nouns))
_FIGURE: Final = re.compile(r"\d[\d.,]*\s+([^\d,;.()]+)")


def counts_another(asked: Sequence[str], value: str) -> bool:
    """Whether persons are ``asked`` for, by their noun as heard, and a value counts places or what is measured, or the other way round."""
    figure = _FIGURE.search(value)
    told = _class_of(sounds((figure[1],))[0]) if figure else None
    wanted = _class_of(" ".join(asked))
    return told is not None and wanted is not None and told != wanted


def _class_of(words: str) -> int | None:
    return next((number for noun, number in _NOUNS if f"{words} ".startswith(f"{noun} ")), None)
