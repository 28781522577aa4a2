"""An example of each record, for the API's description: an invented plan of an invented commune."""

from __future__ import annotations

from typing import Any, Final

_PLAN: Final = {"file": "dong-mau.txt", "plan": "Kế hoạch 12/KH-UBND"}
_CELLS: Final = {
    "name": "Lắp đặt Wi-Fi tại chợ",
    "lead": "Phòng Kinh tế",
    "support": "Công an xã",
    "result": "Biên bản",
    "due": "3/2026",
}
_DUE: Final = {"due_from": "2026-03-01", "due_to": "2026-03-31"}
ITEM: Final[dict[str, Any]] = {
    **_PLAN,
    "locator": "Phụ lục/1",
    **_CELLS,
    "value": "",
    "role": "",
    "via": "",
    "corrected": [],
}
CITATION: Final[dict[str, Any]] = {
    **_PLAN,
    "locator": "Phụ lục/1",
    "quote": "1\tLắp đặt Wi-Fi tại chợ\tPhòng Kinh tế\tCông an xã\tBiên bản\t3/2026",
    "start": 812,
    "end": 878,
    "page": None,
}
ANSWER: Final[dict[str, Any]] = {
    "id": None,
    "question": "Đơn vị nào chủ trì lắp đặt Wi-Fi tại chợ?",
    "status": "answered",
    "answer": "Đơn vị chủ trì: Phòng Kinh tế — “Lắp đặt Wi-Fi tại chợ” (Kế hoạch 12/KH-UBND, Phụ lục/1).",
    "values": ["Phòng Kinh tế"],
    "items": [],
    "citations": [CITATION],
    "elapsed_ms": 11.8,
    "method": "facts",
    "near": [],
    "also": [],
}
HIT: Final[dict[str, Any]] = {"kind": "task", "score": 1.84, "coverage": 0.92, "item": ITEM, "spans": [[812, 878]]}
PLAN_SUMMARY: Final[dict[str, Any]] = {
    "file": "dong-mau.txt",
    "number": "12/KH-UBND",
    "date": "2026-01-16",
    "date_text": "ngày 16 tháng 01 năm 2026",
    "issuer": "Ủy ban nhân dân xã Đồng Mẫu",
    "title": "Chuyển đổi số xã Đồng Mẫu năm 2026",
    "year": 2026,
    "tasks": 2,
    "targets": 1,
    "duties": 1,
    "findings": 0,
}
TASK: Final[dict[str, Any]] = {
    **_PLAN,
    "locator": "Phụ lục/1",
    "annex": "Phụ lục",
    "group": "I",
    "ordinal": "1",
    "parent": None,
    **_CELLS,
    "note": "",
    "leads": ["Phòng Kinh tế"],
    "supports": ["Công an xã"],
    **_DUE,
    "due_kind": "month",
    "role": "",
    "spans": [[812, 878]],
}
TARGET: Final[dict[str, Any]] = {
    **_PLAN,
    "locator": "Phụ lục II/1",
    "annex": "Phụ lục II",
    "group": None,
    "ordinal": "1",
    "name": "Tỷ lệ hồ sơ trực tuyến",
    "unit": "%",
    "value": "≥ 80",
    "lead": "Văn phòng",
    "leads": ["Văn phòng"],
    "supports": [],
    "due": "",
    "note": "",
    "due_from": None,
    "due_to": None,
    "due_kind": None,
    "role": "",
    "corrected": [],
    "spans": [[1020, 1068]],
}
DUTY: Final[dict[str, Any]] = {
    **_PLAN,
    "locator": "II/1",
    "actor": "Văn phòng",
    "what": "báo cáo Ủy ban nhân dân xã hằng tháng, trước ngày 20",
    "recipient": "Ủy ban nhân dân xã",
    "frequency": "hằng tháng",
    "due": "trước ngày 20",
    "next_day": "2026-03-20",
    "recurring": True,
    "via": "",
    "spans": [[540, 600]],
}
UNIT: Final[dict[str, Any]] = {"key": "phong kinh te", "name": "Phòng Kinh tế", "others": [], "collective": False}
UNIT_SUMMARY: Final[dict[str, Any]] = {**UNIT, "leads": 1, "supports": 0, "reports": 0}
ROW: Final[dict[str, Any]] = {
    "kind": "task",
    **_PLAN,
    "locator": "Phụ lục/1",
    **_CELLS,
    "value": "",
    "measure": "",
    "note": "",
    "role": "lead",
    "via": "",
    "corrected": [],
    **_DUE,
    "days": ["2026-03-31"],
    "recurring": False,
    "state": "due_soon",
    "in_period": True,
    "spans": [[812, 878]],
}
BRIEF: Final[dict[str, Any]] = {
    "unit": UNIT,
    "today": "2026-03-20",
    "from": None,
    "to": None,
    "leads": [ROW],
    "supports": [],
    "targets": [],
    "reports": [],
    "prose": [],
    "shared": [],
    "left_out": 0,
    "homes": [],
}
DEADLINE: Final[dict[str, Any]] = {
    "day": "2026-03-31",
    "kind": "task",
    "title": ITEM["name"],
    "recurring": False,
    **_DUE,
    **ITEM,
    "spans": [[812, 878]],
    "uid": "5f2b0c6d1c0a4c0f9d0e3b7a1f6e8d2c@roviec",
}
JOB: Final[dict[str, Any]] = {
    "id": "3vQm0f2sT1kZ8aQ_",
    "state": "done",
    "stage": "write",
    "done": 1,
    "total": 1,
    "results": [
        {
            "file": "dong-mau.txt",
            "outcome": "added",
            "detail": "",
            "number": "12/KH-UBND",
            "tasks": 2,
            "targets": 1,
            "duties": 1,
            "findings": 0,
            "notes": [],
        }
    ],
    "error": None,
}
STARTED: Final[dict[str, Any]] = JOB | {"state": "waiting", "stage": "", "done": 0, "total": 0, "results": []}
PLAN: Final[dict[str, Any]] = {
    "file": "dong-mau.txt",
    "plan": {
        "number": "12/KH-UBND",
        "date": "2026-01-16",
        "date_text": "ngày 16 tháng 01 năm 2026",
        "place": "Đồng Mẫu",
        "issuer": "Ủy ban nhân dân xã Đồng Mẫu",
        "title": "Chuyển đổi số xã Đồng Mẫu năm 2026",
        "signer": None,
        "signer_title": None,
        "legal_bases": ["57-NQ/TW"],
        "corrected": [],
    },
    "sections": [{"locator": "I", "heading": "MỤC ĐÍCH", "start": 120, "end": 410}],
    "tasks": [],
    "targets": [],
    "duties": [],
    "findings": [],
    "reading": {"reader": "docx", "encoding": None, "pages": None, "tables": 1, "rows": 3, "sure": 1.0},
}
READY: Final[dict[str, Any]] = {"status": "ready", "plans": 3}
HEALTH: Final[dict[str, Any]] = {"status": "ok", "plans": 3}
KEPT: Final[dict[str, Any]] = {"kept": True}
TOKEN: Final[dict[str, Any]] = {
    "id": 7,
    "name": "cổng thông tin",
    "scopes": ["read"],
    "created": "2026-01-16T02:00:00+00:00",
    "expires": "2026-04-16T02:00:00+00:00",
    "used": None,
}
NEW_TOKEN: Final[dict[str, Any]] = TOKEN | {"secret": "rv_…"}
REVOKED: Final[dict[str, Any]] = {"revoked": True}
