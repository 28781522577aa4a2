"""Rows whose deadline is said to be a definite one."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ingest.sources import plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

WORK = "\nPHỤ LỤC\nPHÂN CÔNG VIỆC BẾN SÔNG\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n" + table(
    "TT | Nhiệm vụ | Chủ trì | Kết quả | Thời hạn",
    "1 | Vớt bèo | Phòng Kinh tế | Sông thoáng | Thường xuyên",
    "2 | Sơn phao | Công an xã | Phao | Năm 2026",
    "3 | Tập huấn lái đò | Phòng Văn hóa | Lớp | Quý III/2026",
    "4 | Cắm biển | Phòng Kinh tế | Biển | 8/2026",
    "5 | Kè bờ | Phòng Kinh tế | Kè | 15/8/2026",
    "6 | Đo mực nước | Công an xã | Sổ đo | Hằng tháng",
    "7 | Phát áo phao | Phòng Văn hóa | Áo phao | ",
    "8 | Thay cọc | Công an xã | Cọc | Trước ngày 30/9/2026",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(annex=WORK)])


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Những việc nào ghi hạn cụ thể rơi vào quý III/2026?", "3458"),
        ("nhung viec nao co thoi han ro rang trong quy III/2026", "3458"),
        ("Tháng này có việc gì có hạn cụ thể phải xong?", "45"),
        ("Những việc nào có ghi rõ thời hạn trong tháng 8/2026?", "45"),
        ("Việc nào có hạn cụ thể?", "3458"),
        ("Những việc nào ghi rõ ngày hoàn thành?", "58"),
        ("Những việc nào không có hạn cụ thể?", "167"),
        ("Việc nào của Công an xã có mốc cụ thể trong tháng 9/2026?", "8"),
        ("Những việc nào có hạn cụ thể trong tháng 4/2026?", ""),
    ],
)
def test_a_definite_deadline_is_a_day_a_month_or_a_quarter(ask: Ask, question: str, rows: str) -> None:
    assert "".join(one.locator[-1] for one in ask(question, date(2026, 8, 3)).items) == rows
