"""Groups called by a few words of their headings, which may stand apart there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

ROWS = "\nPHỤ LỤC\nNHIỆM VỤ LÀNG NGHỀ NĂM 2026\n\n" + table(
    "TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn | Sản phẩm",
    "I | Bảo tồn, phát huy nghề gốm cổ truyền gắn với lễ hội | | | | ",
    "1 | Lập hồ sơ lò nung cũ | Phòng Di sản | Hội Gốm | Tháng 3/2026 | Hồ sơ",
    "2 | Mời nghệ nhân truyền nghề | Hội Gốm | Phòng Di sản | Tháng 5/2026 | Lớp học",
    "II | Mở rộng, kết nối thị trường sản phẩm gốm trong và ngoài nước | | | | ",
    "1 | Dựng gian hàng ở hội chợ | Phòng Thương mại | Hội Gốm | Tháng 8/2026 | Gian hàng",
    "2 | In sách ảnh hai thứ tiếng | Phòng Di sản | Hội Gốm | Tháng 9/2026 | Sách",
    "3 | Tập huấn sửa lò nung | Phòng Di sản | Hội Gốm | Tháng 9/2026 | Báo cáo",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks one plan whose groups have long headings."""
    one = plan(annex=ROWS, head=HEAD.replace("Cải cách hành chính", "Làng nghề"))
    return asker([replace(one, file="gom.txt")])


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Nhóm bảo tồn nghề gốm giao Phòng Di sản chủ trì việc nào?", ["Phụ lục/I/1"]),
        ("Nhóm kết nối thị trường gốm ở phụ lục giao Phòng Di sản chủ trì những gì?", ["Phụ lục/II/2", "Phụ lục/II/3"]),
        ("nhom mo rong thi truong gom co nhung nhiem vu nao", ["Phụ lục/II/1", "Phụ lục/II/2", "Phụ lục/II/3"]),
    ],
)
def test_a_heading_that_holds_the_words_apart_is_meant(ask: Ask, question: str, rows: list[str]) -> None:
    assert listed(ask(question)) == rows


@pytest.mark.parametrize(
    "question",
    [
        "Nhóm bảo tồn nghề gốm và nhóm mở rộng thị trường mỗi nhóm có mấy nhiệm vụ?",
        "Phụ lục: nhóm lễ hội, nhóm thị trường lần lượt bao nhiêu việc?",
    ],
)
def test_groups_named_together_are_counted_each(ask: Ask, question: str) -> None:
    assert ask(question).values == ("2", "3")


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Phòng Di sản chủ trì, xong trong năm 2026?", ["Phụ lục/I/1", "Phụ lục/II/2", "Phụ lục/II/3"]),
        ("Phòng Di sản chủ trì + kết quả báo cáo", ["Phụ lục/II/3"]),
        ("Tháng 9 có lớp tập huấn nào đến hạn?", ["Phụ lục/II/3"]),
        ('Việc nào phải ra "báo cáo"?', ["Phụ lục/II/3"]),
        ("việc nào Phòng Di sản chủ trì mà sản phẩm là sách?", ["Phụ lục/II/2"]),
    ],
)
def test_conditions_side_by_side_ask_for_all_rows_that_meet_them(ask: Ask, question: str, rows: list[str]) -> None:
    assert listed(ask(question)) == rows
