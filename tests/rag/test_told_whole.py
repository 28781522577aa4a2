"""Figures that only say which thing is meant, deadlines told whole, and offices of a lead cell told one by one."""

from __future__ import annotations

import pytest

from tests.ingest.sources import plan
from tests.rag.conftest import asker
from tests.rag.plans import Ask

BODY = """I. MỤC TIÊU
- 100% bếp ăn từ 3 sao trở lên có sổ kiểm thực; đối với bếp ăn 2 sao, tỷ lệ này đạt tối thiểu 65%.
II. TỔ CHỨC THỰC HIỆN
1. Trạm Thú y:
- Hằng quý, trước ngày 12 của tháng đầu quý sau, gửi Phòng Kinh tế số liệu đàn dê đã tiêm phòng.
2. Phòng Kinh tế: Thư mời họp xóm được phát tới từng nhà chậm nhất 02 ngày làm việc trước khi họp.
3. Trạm Thủy văn: Mực nước báo động cấp 1 là 4,5 m, cấp 2 là 6,2 m, cấp 3 là 7,8 m.
"""
ANNEX = """
PHỤ LỤC
DANH MỤC NHIỆM VỤ

| TT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn |
|---|---|---|---|
| 1 | Chiến lược phát triển của các công ty có vốn nhà nước | Công ty Muối Lam Giang; Công ty Bến cảng Sông Mơ | 5/2026 |
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(body=BODY, annex=ANNEX)])


def test_a_figure_that_the_question_says_answers_nothing(ask: Ask) -> None:
    assert ask("Bếp ăn 2 sao có sổ kiểm thực phải đạt tỷ lệ bao nhiêu?").values in {("65%",), ("tối thiểu 65%",)}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Trạm Thú y gửi số liệu đàn dê đã tiêm phòng vào thời hạn nào?", "trước ngày 12 của tháng đầu quý sau"),
        ("Thư mời họp xóm phát tới từng nhà chậm nhất lúc nào?", "02 ngày làm việc trước khi họp"),
    ],
)
def test_a_deadline_counted_from_something_is_told_whole(ask: Ask, question: str, told: str) -> None:
    assert ask(question).values == (told,)


@pytest.mark.parametrize(("level", "told"), [("1", "4,5 m"), ("2", "6,2 m"), ("3", "7,8 m")])
def test_the_figure_of_the_level_that_is_asked_for_is_told(ask: Ask, level: str, told: str) -> None:
    assert ask(f"Mực nước bao nhiêu thì báo động cấp {level}?").values == (told,)


def test_companies_that_lead_together_are_told_one_by_one(ask: Ask) -> None:
    found = ask("Công ty có vốn nhà nước nào chủ trì lập chiến lược phát triển?")
    assert found.values == ("Công ty Muối Lam Giang", "Công ty Bến cảng Sông Mơ")


def test_the_note_of_one_row_is_no_list_and_a_year_is_no_place() -> None:
    noted = asker(
        [
            plan(
                annex=(
                    "\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n| TT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn | Ghi chú |\n|---|---|---|---|---|\n"
                    "| 1 | Đề xuất đặt hàng giống cây | Phòng Kinh tế | 6/2026 | Theo mẫu của Phòng Kinh tế |\n"
                    "| 2 | Lát vỉa hè đường Hoa Ban | Phòng Kinh tế | 7/2026 | |\n"
                )
            )
        ]
    )
    found = noted("Việc đề xuất đặt hàng giống cây trong phụ lục có ghi chú nội dung gì?")
    assert found.values == ("Theo mẫu của Phòng Kinh tế",)
    listed = noted("phong kinh te phai lam nhung viec gi theo ke hoach xa nam 2026")
    assert [one.locator for one in listed.items] == ["Phụ lục/1", "Phụ lục/2"]
