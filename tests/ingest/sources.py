"""Small plans to read in tests: a head, some prose, a closing and annexes, all fictional."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from ingest.build import build_plan
from ingest.document import Span
from ingest.markup import collapse
from ingest.plan import Field, Plan
from ingest.readers.text import read_text

HEAD = """ỦY BAN NHÂN DÂN
XÃ SÔNG MƠ

Số: 12/KH-UBND
Sông Mơ, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Cải cách hành chính xã Sông Mơ năm 2026

Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025;
Ủy ban nhân dân xã Sông Mơ ban hành Kế hoạch như sau:
"""
BODY = "I. MỤC ĐÍCH\nNâng cao chất lượng phục vụ người dân.\n"
CLOSING = """
Nơi nhận:
- Sở Nội vụ;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Thị Mây
"""
ANNEX = "\nPHỤ LỤC\nNHIỆM VỤ NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026 của UBND xã Sông Mơ)\n"
HEADER = "TT | Nhiệm vụ | Chủ trì | Phối hợp | Kết quả | Thời hạn"


def table(*rows: str) -> str:
    """Rows typed with " | " between cells, as lines with tabs between them; a row "" is a blank line."""
    return "".join("\t".join(cell.strip(" ") for cell in row.split("|")) + "\n" for row in rows)


def stacked(*rows: str) -> str:
    """Rows typed with " | " between cells, each bar and each cell on a line of its own."""
    cells = (["|", *(part for cell in row.split("|") for part in (cell.strip(" "), "|"))] for row in rows)
    return "\n".join(line for row in cells for line in row if line) + "\n"


def plan(*, body: str = BODY, annex: str = "", head: str = HEAD, closing: str = CLOSING) -> Plan:
    """Read a plan of these parts."""
    return read(f"{head}\n{body}{closing}{annex}")


def annexed(*rows: str, title: str = ANNEX) -> Plan:
    """Read a plan whose one annex holds these rows."""
    return plan(annex=title + table(*rows))


def read(source: str) -> Plan:
    """Read the text of a file as a plan."""
    return build_plan(read_text("mau.txt", source, "utf-8"), "0" * 64)


def printed(text: str, field: Field) -> str:
    """What the spans of a field cover, pieces joined as a reader joins them."""
    return " ".join(collapse(span.slice(text)) for span in field.spans)


def said(plan: Plan) -> dict[str, Any]:
    """What a plan says, places in its text left out: equal for the same plan in two formats."""
    parts = ("header", "sections", "clauses", "tasks", "targets", "duties")
    return {part: _unplaced(getattr(plan, part)) for part in parts}


def _unplaced(value: Any) -> Any:
    if isinstance(value, Span):
        return None
    if isinstance(value, tuple):
        return tuple(_unplaced(one) for one in value if not isinstance(one, Span))
    if hasattr(value, "__dataclass_fields__"):
        return {one.name: _unplaced(getattr(value, one.name)) for one in fields(value)}
    return value
