"""The head of a document that is called no plan: a letter, a notice or a decision that gives out work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from ingest.document import PageBreak, Table
from ingest.marks import Level, read_mark
from ingest.prose import Para, Piece, is_caps

BASIS = re.compile(
    r"^(?:[-+*–]\s*)?(?:Căn cứ|CĂN CỨ|Thực hiện|Thi hành|Xét|Theo|Triển khai|Để|Nhằm|Tiếp tục|Trên cơ sở)\b"
)
POSITION = (
    "CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BÍ THƯ|TRƯỞNG|HIỆU TRƯỞNG|CHÁNH|THỦ TRƯỞNG|CỤC TRƯỞNG|BỘ TRƯỞNG|VIỆN TRƯỞNG"
    "|CHI CỤC TRƯỞNG|CHỈ HUY TRƯỞNG|CHỦ NHIỆM|TỔNG BIÊN TẬP"
)
AUTHORITY = re.compile(
    rf"^(?:THỦ TƯỚNG|CHÍNH PHỦ|QUỐC HỘI|(?:PHÓ )?(?:{POSITION})\b|[UỦ][YỶ] BAN|HỘI ĐỒNG|BỘ CHÍNH TRỊ|BAN (?:THƯỜNG VỤ|CHẤP HÀNH))"
)
METADATA = re.compile(
    r"(?:Số|Số hiệu|Ký hiệu|Ngày(?: ban hành| ký)?|(?:Cơ quan|Đơn vị|Nơi) ban hành|Người ký)\s*:\s*\S"
)
"""What some files print of the document by labels, above or below its title."""
_SORT = re.compile(
    r"(?:QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|THÔNG BÁO|CÔNG ĐIỆN|HƯỚNG DẪN|KẾT LUẬN|BÁO CÁO|TỜ TRÌNH|LỊCH(?: CÔNG TÁC)?)(?: SỐ\b.*)?"
)
"""A line that says what a document without a plan's title is."""
_LETTERHEAD = re.compile(
    r"(?:SỐ|Số)\s*:?\s*[\d.…]*\s*[-/]\s*[A-ZĐ]|C[ỘÔ]NG H[ÒO][ÀA] XÃ HỘI|Độc lập\s*[-–]|ĐẢNG CỘNG SẢN VIỆT NAM"
    r"|(?:V/v|VỀ VIỆC|Về việc)\b|\S.{0,40},\s*ngày\b.{0,20}\btháng\b.{0,20}\bnăm\b.{0,8}$"
)
_SUBJECT = re.compile(r"V/v\b")
_ADDRESSES = re.compile(r"Kính gửi\b", re.IGNORECASE)
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục|DANH MỤC|BIỂU)\b")
_LINES = 20  # pieces among which the head ends
_LONGEST_TITLE = 6  # lines


def letterhead_end(flow: Sequence[Piece]) -> int:
    """Where the head ends: below its last line of number, motto, subject or day; 0 where there is none."""
    opening = takewhile(lambda one: not isinstance(one, Table), flow[:_LINES])
    lines = takewhile(lambda one: not isinstance(one, Para) or not _ends(one), opening)
    held = ((n, one) for n, one in enumerate(lines, 1) if isinstance(one, Para))
    heads = [n for n, one in held if _LETTERHEAD.match(one.text) or METADATA.match(one.text)]
    return heads[-1] if heads else 0


def headline_end(flow: Sequence[Piece]) -> int:
    """Where a page's own headline ends, printed once or again, that stands right above a plan's bases; 0 without one."""
    lines = [*enumerate(takewhile(lambda one: not isinstance(one, Table), flow[:_LINES]))]
    paras = [(at, one) for at, one in lines if isinstance(one, Para)]
    first = paras[0][1] if paras else None
    if first is None or not first.level or read_mark(first.text) or is_caps(first.text):
        return 0
    end, below = next(((at, one) for at, one in paras if one.text != first.text), (0, first))
    return end if BASIS.match(below.text) and below is not first else 0


def _ends(para: Para) -> bool:
    """Whether what stands here is no line of a letterhead any more."""
    mark = read_mark(para.text)
    numbered = mark is not None and mark.level is not Level.BULLET
    return numbered or bool(_ADDRESSES.match(para.text) or _SORT.fullmatch(para.text) or BASIS.match(para.text))


def subject(flow: Sequence[Piece], end: int) -> tuple[list[Para], int]:
    """What the document below this head is about, and where its bases or its body begin."""
    at = next((n for n in range(end, len(flow)) if not isinstance(flow[n], PageBreak)), end)
    sort = flow[at] if at < len(flow) else None
    if not isinstance(sort, Para) or not _SORT.fullmatch(sort.text):
        return [one for one in flow[:end] if isinstance(one, Para) and _SUBJECT.match(one.text)], end
    below = takewhile(lambda one: not isinstance(one, Table), flow[at + 1 : at + 1 + _LONGEST_TITLE])
    titles: list[Para] = []
    for number, one in enumerate(below, at + 1):
        if not isinstance(one, Para):
            continue
        if (
            _ends(one)
            or AUTHORITY.match(one.text)
            or _ANNEX.match(one.text)
            or (titles and one.gap and not is_caps(one.text))
        ):
            return titles, number
        titles.append(one)
    return titles, at + 1 + _LONGEST_TITLE
