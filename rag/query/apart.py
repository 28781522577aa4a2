"""Conditions that are read by themselves: a stretch of numbers, and what the rows asked for are not.

"… trừ những việc Sở A chủ trì", "… mà không phải thường xuyên", "… có hạn khác tháng 12": what stands behind such a word
is a question of its own, and the rows it finds are those to be left out. So every condition that can be asked for can be
left out too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ingest.folding import fold
from rag.language.spelt import shown, spelt


@dataclass(frozen=True, slots=True)
class Apart:
    """A question without what was set apart, and each thing to be left out as a question's words."""

    base: str
    without: tuple[str, ...]


_NOUN: Final = (
    r"(?:(?:các|những|mấy|mọi|một số|loại|phần) )*(?:nhiệm vụ|việc|công việc|đầu việc|chỉ tiêu|mục|cái|dòng)?\b"
)
_LEFT_OUT: Final = (
    r"(?:ngoại trừ|loại trừ|trừ|không kể|không tính|không gồm|không bao gồm|không lấy|chưa kể|chưa tính|bỏ qua|loại bỏ|loại ra|loại|bỏ|gạt|lược)(?: ra| đi| bớt)? (?!trống)"
    r"|ngoài (?!ra\b|nước|trời|đường|tỉnh|giờ)"
    r"|khác (?:với )?(?=tháng|quý|năm|ngày|\d{1,2}/)"
    r"|(?:(?:mà|nhưng|chứ|và) )?(?:lại )?(?:không|chưa|chẳng|đừng)(?: (?:phải|hề|cần))* "
    r"(?=(?:do|của|thuộc|nằm|ghi|in|là|làm|phải|đến hạn|tới hạn|quá hạn|trễ hạn|xong|hoàn thành|thường xuyên|liên tục|giao"
    r"|có (?:sở|phòng|ban|công an|văn phòng|trung tâm|chi cục|hội|đoàn|ủy ban|ubnd)|được|để|rơi|hạn|có hạn|có thời hạn|cùng|đồng|sở|phòng|ban|công an|văn phòng|trung tâm|chi cục|hội|đoàn|ủy ban|ubnd)\b)"
)
_END: Final = (
    r"[;?.()]|\b(?:cũng |và |hoặc )?(?:không|chưa) (?=do\b|phải\b|có\b|ghi\b|thuộc\b|của\b)|,(?! (?!(?:do |của )?(?:sở|phòng|ban|công an|văn phòng|trung tâm|ubnd|hội|đoàn|bộ)\b)[^,;?.]{2,60}? (?:chủ trì|phối hợp|phụ trách|thực hiện)\b)|\bra(?= thì|,| còn| những| các| mấy| có)|\b(?:thì|mà|nhưng|còn lại)\b|(?:nào|gì)\b"
    r"|\b(?:là|có|gồm|còn) (?:những|các|mấy|bao nhiêu)\b|\b(?:bao nhiêu|mấy) (?:nhiệm vụ|việc|chỉ tiêu)\b"
    r"|\b(?:ở|tại|trong|thuộc|của|theo) (?:cái )?(?:phụ lục|pl|nhóm|kế hoạch|kh|danh mục|ubnd|ủy ban|tỉnh|thành phố|xã|phường|huyện|chính phủ)\b"
)


_OTHER_TIME: Final = re.compile(
    r"khac (?:voi )?((?:ngay |thang |quy |nam )?(?:\d{1,2}(?:[/.]\d{1,2})?|[ivx]+|20\d\d)(?:/20\d\d)?(?: nam (?:20\d\d|nay))?)\b"
)
"""Folded: all that "khác" leaves out, whatever goes on behind it ("hạn khác 12/2026 do Sở A chủ trì")."""
_MARK: Final = spelt(rf"(?<!\w)(?:{_LEFT_OUT})")
_NOUNS: Final = spelt(_NOUN)
_ENDS: Final = spelt(_END)
_ROW: Final = r"(?:muc|nhiem vu|nv|chi tieu|so thu tu|stt|so|dong|viec|thu)(?: (?:so|thu))?"
_STRETCH: Final = re.compile(
    rf"\b(?:(?:cac|nhung) )?(?:(?:tu )?{_ROW} (?:tu )?(?:so )?|tu (?=\d+ (?:den|toi) (?:het )?{_ROW} ))"
    rf"(\d{{1,3}})(?: (?:den|toi|-|–)(?: het)? |-|–)(?:{_ROW} )?(\d{{1,3}})\b(?!\s*[/%]|[.-]\d| (?:thang|ngay|nam)\b)"
)

_ONWARD: Final = re.compile(
    rf"\b(?:(?:cac|nhung) )?(?:tu )?{_ROW} (?:so )?(\d{{1,3}}) (?:tro di|tro ve sau|tro xuong)\b()"
)
_LAST: Final = 9999
"""No annex has so many rows."""


def set_apart(typed: str) -> Apart | None:
    """The question without the things that it leaves out; None where it leaves nothing out."""
    base, without = typed, []
    at = 0
    while True:
        read = shown(base)
        found = _MARK.of(base).search(read, at)
        if not found or len(read) != len(base):
            break
        noun = _NOUNS.of(base).match(read, found.end())
        start = noun.end() if noun else found.end()
        ends = _ENDS.of(base).search(read, min(start + 2, len(read)))
        end = ends.start() if ends else len(read)
        comma = read.find(",", start)
        if not base[: found.start()].strip() and start <= comma < end:
            end = comma
        other = _OTHER_TIME.match(fold(base), found.start())
        start, end = (other.start(1), other.end()) if other and len(fold(base)) == len(base) else (start, end)
        said = base[start:end].strip(" ,;") or base[found.end() : end].strip(" ,;")
        if said:
            without.append(said)
        rest = base[end:]
        rest = re.sub(r"^,?(?:\s*ra\b)?(?:\s*(?:thì|thi)\b)?", "", rest)
        base = " ".join(f"{base[: found.start()]} {rest}".split())
        at = found.start()
    return Apart(base, tuple(without)) if without else None


def numbered_stretch(typed: str) -> tuple[str, tuple[int, int] | None]:
    """The question without a stretch of rows by their numbers ("từ mục 10 đến mục 20"), and the stretch."""
    folded = fold(typed)
    if len(folded) != len(typed):
        return typed, None
    found = _STRETCH.search(folded) or _ONWARD.search(folded)
    first, last = (int(found[1]), int(found[2] or _LAST)) if found else (0, 0)
    if found is None or first >= last:
        return typed, None
    return " ".join(f"{typed[: found.start()]} {typed[found.end() :]}".split()), (first, last)
