"""What is to be put right: "khắc phục tình trạng gì" is told behind "khắc phục tình trạng", "chấm dứt điều gì" behind "chấm dứt"."""

from __future__ import annotations

import re
from typing import Final

from ingest.units import starts_like_unit
from rag.language.words import either, sound
from rag.measures.pieces import TRIM
from rag.query.question import Query
from rag.reading.saidfirst import before_said

_ALONE: Final = ("khắc phục", "chấm dứt", "ngăn chặn", "chấn chỉnh", "xóa bỏ", "loại bỏ", "phòng ngừa", "giảm thiểu")
_OF_STATE: Final = ("hạn chế", "xử lý", "giải quyết", "tháo gỡ", "cải thiện", "xóa", "giảm", "tránh", "đẩy lùi")
"""Verbs that other things are done with as well, and ask for a state only with its name."""
_STATES: Final = ("tình trạng", "thực trạng", "hiện tượng", "nguy cơ", "tình hình", "thói quen", "vấn nạn", "tệ")
_DEGREE: Final = (
    "được",
    "cho được",
    "triệt để",
    "dứt điểm",
    "căn bản",
    "cơ bản",
    "ngay",
    "kịp thời",
    "dần",
    "bằng được",
)
_ASKED: Final = re.compile(
    rf"\b(?:(?P<alone>{either(*_ALONE)})|{either(*_OF_STATE)}) (?:(?:{either(*_DEGREE)}) )*(?:(?:{either('những', 'các', 'một')}) )?"
    rf"(?:(?P<state>{either(*_STATES)}) (?:{either('gì', 'nào', 'thế nào', 'như thế nào', 'ra sao')})|(?(alone)(?:(?:{either('cái', 'điều', 'chuyện', 'việc')}) )?{sound('gì')}|(?!)))\b"
)
_TOLD: Final = re.compile(
    rf"(?i)(?<!\w)(?P<verb>{'|'.join((*_ALONE, *_OF_STATE))})\s+(?:(?:{'|'.join(_DEGREE)})\s+)*(?:(?:các|những)\s+)?(?P<state>(?:{'|'.join(_STATES)})\s+)?"
    r"(?P<told>[^;]+?)(?=;|\.(?=\s|$)|,\s(?:góp phần|bảo đảm|đảm bảo|nâng cao|hướng tới|tạo)\s|\s(?:nhằm|để|góp phần)\s|$)"
)
_CAUSE: Final = re.compile(r",?\s(?:do|vì|bởi)\s+(?P<why>.+)$")
_FEWEST: Final = 2
"""Words of what is told."""


def remedied(query: Query, text: str) -> str:
    """What ``text`` says is put right, without why it is so; "" where that is not asked for or not told."""
    asked = _ASKED.search(query.spoken)
    best: tuple[int, int, str] = (0, 0, "")
    said = set(query.spoken.split())
    for match in _TOLD.finditer(text) if asked else ():
        alike = sound(match["verb"]) in asked[0] if asked else False
        same_state = bool(
            asked and asked["state"] and match["state"] and sound(match["state"]).strip() == asked["state"]
        )
        if not (alike or same_state):
            continue
        start = match.start("told") if same_state or not match["state"] else match.start("state")
        told = _without_cause(text[start : match.end("told")]).strip(TRIM)
        held = len(said & set(sound(told).split()))
        if len(told.split()) >= _FEWEST:
            best = max(best, (same_state, held, told))
    return before_said(query.spoken, best[2])


def _without_cause(told: str) -> str:
    """What is so without "do …", which is its reason unless it tells by whom something is done."""
    cause = _CAUSE.search(told)
    return told[: cause.start()] if cause and not starts_like_unit(cause["why"]) else told
