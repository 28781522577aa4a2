"""Rows of a whole plan named by the office that issued it, and its own rows where its columns name it."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

ISSUED = (
    HEAD.replace("ỦY BAN NHÂN DÂN\nXÃ SÔNG MƠ", "UBND TỈNH MÂY NGÀN\nSỞ XÂY DỰNG")
    .replace("12/KH-UBND\nSông Mơ", "12/KH-SXD\nMây Ngàn")
    .replace("xã Sông Mơ năm 2026", "năm 2026 của Sở Xây dựng tỉnh Mây Ngàn")
    .replace("Ủy ban nhân dân xã Sông Mơ", "Sở Xây dựng")
)
OTHER = "TT | Nhiệm vụ | Bắt đầu | Hoàn thành | Phòng thực hiện | Phòng phối hợp"
ROWS = (
    "1 | Đo lại nền nhà ven sông | 02/2026 | 6/2026 | Phòng Quy hoạch | Văn phòng",
    "2 | Vẽ bản đồ ngõ hẻm | 3/2026 | 7/2026 | Phòng Hạ tầng | Phòng Quy hoạch",
    "3 | Trả lời thư của dân | | Thường xuyên | Văn phòng | Các phòng",
    "4 | Lau kính mặt tiền hằng tháng | 6/2026 | 9/2026 | Văn phòng | Phòng Hạ tầng",
)
OWN = "5 | Cấp phép xây nhà trên đồi | | Thường xuyên | Sở Xây dựng | Phòng Hạ tầng"
ANNEX = "\nPHỤ LỤC\nNHIỆM VỤ NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-SXD ngày 05/3/2026 của Sở Xây dựng)\n"


@pytest.fixture(scope="module")
def ask() -> Ask:
    """An office's plan whose columns name its rooms only, beside that of a commune."""
    commune = "\nPHỤ LỤC\nNHIỆM VỤ NĂM 2026\n" + table(
        "TT | Nhiệm vụ | Chủ trì | Thời hạn", "1 | Quét chợ | Phòng Kinh tế | Thường xuyên"
    )
    return asker([plan(head=ISSUED, annex=ANNEX + table(OTHER, *ROWS)), plan(annex=commune)])


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Việc nào của Sở Xây dựng Mây Ngàn phải hoàn thành đúng tháng 6/2026?", ["Phụ lục/1"]),
        ("viec nao cua So Xay dung May Ngan lam thuong xuyen", ["Phụ lục/3"]),
        ("Việc nào do Sở Xây dựng Mây Ngàn thực hiện thường xuyên?", ["Phụ lục/3"]),
        ("Sở Xây dựng Mây Ngàn triển khai những việc gì trong tháng 7/2026?", ["Phụ lục/2"]),
    ],
)
def test_an_offices_work_is_all_of_its_plan(ask: Ask, question: str, rows: list[str]) -> None:
    assert listed(ask(question)) == rows


@pytest.mark.parametrize(
    "question",
    [
        "Sở Xây dựng Mây Ngàn thực hiện những nhiệm vụ nào hằng quý?",
        "Sở Xây dựng Mây Ngàn chủ trì việc nào thường xuyên?",
        "Sở Xây dựng Mây Ngàn thực hiện việc nào xong trong tháng 6/2027?",
    ],
)
def test_neither_other_times_nor_parts_played_are_met(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_an_office_that_its_columns_name_does_its_own_rows() -> None:
    ask = asker([plan(head=ISSUED, annex=ANNEX + table(OTHER, *ROWS, OWN))])
    assert listed(ask("Sở Xây dựng làm thường xuyên những việc nào?")) == ["Phụ lục/5"]
    assert ask("Sở Xây dựng thực hiện những việc nào xong trong tháng 7/2026?").status is Status.NOT_FOUND
