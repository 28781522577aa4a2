"""Groups whose rows are lettered under numbered ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ingest.sources import plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

ROWS = "\nPHỤ LỤC\nNHIỆM VỤ LÀNG NGHỀ NĂM 2026\n\n" + table(
    "TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn | Sản phẩm",
    "A | Giữ nghề gốm | | | | ",
    "1 | Lập hồ sơ lò nung cũ | Phòng Di sản | Hội Gốm | Tháng 3/2026 | Hồ sơ",
    "2 | Mở lớp truyền nghề | | | | ",
    "a) | Lớp nặn | Hội Gốm | Phòng Di sản | Tháng 5/2026 | Lớp học",
    "b) | Lớp nung | Hội Gốm | Phòng Di sản | Tháng 6/2026 | Lớp học",
    "B | Bán hàng gốm | | | | ",
    "3 | Dựng gian hàng ở hội chợ | Phòng Thương mại | Hội Gốm | Tháng 8/2026 | Gian hàng",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([replace(plan(annex=ROWS), file="gom.txt")])


def test_lettered_rows_belong_to_the_group_over_their_number(ask: Ask) -> None:
    assert listed(ask("Nhóm giữ nghề gốm có những nhiệm vụ nào?")) == ["Phụ lục/1", "Phụ lục/2/a", "Phụ lục/2/b"]


def test_a_number_over_lettered_rows_is_no_group_among_the_groups(ask: Ask) -> None:
    answer = ask("Phụ lục chia mấy nhóm nhiệm vụ?")
    assert answer.values == ("2",)
    assert listed(answer) == ["Phụ lục/A", "Phụ lục/B"]
