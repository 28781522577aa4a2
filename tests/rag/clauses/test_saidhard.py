"""What a sentence says is hard, or is the cause, found by what its place is about; values without what the question says."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from tests.ingest.sources import plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft

ROWS = "\nPHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n" + table(
    "TT | Nội dung | Phòng tham mưu | Phối hợp | Hoàn thành",
    "1 | Mở lớp dệt lanh | Trung tâm Nghề | Phòng Văn hóa | 5/2026",
    "2 | In sách mẫu hoa văn | Phòng Văn hóa | Trung tâm Nghề | 6/2026",
    "3 | Hội thi nhuộm chàm | Trung tâm Nghề | Hội Phụ nữ | 8/2026",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Khôi phục nghề dệt lanh năm 2026")
    draft.section("I", "I. YÊU CẦU")
    draft.clause("I", "- Sửa khung cửi phải dùng gỗ tại chỗ; không thay bằng sắt.")
    draft.clause("I", "- Phản ánh về tơ mốc phải được trả lời trong vòng 36 giờ kể từ khi nhận tin báo.")
    draft.section("II", "II. NHIỆM VỤ")
    draft.section("II/1", "1. Nguyên liệu")
    draft.clause("II/1", "- Mở rộng nương lanh, trồng xen cây chàm.")
    draft.clause("II/1", "- Khó khăn lớn nhất hiện nay là đường vào nương bị sạt; Phòng Kinh tế sửa đường.")
    draft.section("II/2", "2. Thợ dệt")
    draft.clause("II/2", "- Giữ 40 thợ dệt giỏi dạy nghề tại nhà.")
    draft.clause("II/2", "- Nguyên nhân số học viên ít chủ yếu là tiền công thấp và chợ ở xa; đề nghị tăng tiền công.")
    head = Header(
        number="15/KH-UBND", title="Khôi phục nghề dệt lanh năm 2026", issuer="Ủy ban nhân dân xã Sà Phìn Hạ", year=2026
    )
    return asker([draft.plan("lanh.txt", head)])


@pytest.mark.parametrize(
    "question",
    [
        "Nương lanh và cây chàm đang vướng nhất cái gì?",
        "Khó khăn lớn nhất của nương lanh là gì?",
        "Cái gì đang gây khó cho nương lanh?",
        "nuong lanh gap kho khan gi",
        "Mở rộng nương lanh có trở ngại gì?",
    ],
)
def test_what_is_hard_is_found_by_what_stands_beside_it(ask: Ask, question: str) -> None:
    assert ask(question).values == ("đường vào nương bị sạt",)


@pytest.mark.parametrize("question", ["Vì sao ít học viên học dệt?", "Do đâu số học viên ít?"])
def test_a_cause_is_told_of_what_it_is_said_to_be_the_cause_of(ask: Ask, question: str) -> None:
    assert ask(question).values == ("tiền công thấp và chợ ở xa",)


@pytest.mark.parametrize(
    "question", ["Vì sao phải giữ thợ dệt giỏi?", "Trường tiểu học đang gặp khó khăn gì?", "Vì sao ít hộ nuôi tằm?"]
)
def test_what_the_sentence_is_not_about_is_not_told_by_it(ask: Ask, question: str) -> None:
    assert not {"tiền công thấp và chợ ở xa", "đường vào nương bị sạt"} & set(ask(question).values)


def test_a_rule_is_told_without_what_it_is_a_rule_of(ask: Ask) -> None:
    assert ask("Sửa khung cửi thì phải giữ yêu cầu nào?").values == ("dùng gỗ tại chỗ; không thay bằng sắt",)


def test_a_stretch_is_told_alone_where_the_question_says_what_it_is_counted_from(ask: Ask) -> None:
    assert ask("Nhận tin báo tơ mốc thì bao lâu phải trả lời?").values == ("trong vòng 36 giờ",)
    assert "36 giờ kể từ khi" in ask("Phản ánh về tơ mốc phải được trả lời trong bao lâu?").values[0]


@pytest.mark.parametrize("stands", ["đứng tên tham mưu", "có tên chủ trì", "được ghi tên chủ trì", "tham mưu"])
def test_the_part_that_a_unit_is_named_in_chooses_the_rows(stands: str) -> None:
    answer = asker([plan(annex=ROWS)])(f"Trung tâm Nghề {stands} bao nhiêu đầu việc?")
    assert [item.locator for item in answer.items] == ["Phụ lục/1", "Phụ lục/3"]
