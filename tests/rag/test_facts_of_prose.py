"""Single facts that prose tells: who by post, to whom something is passed on, what is not taken up, when the event is held."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.plan import Plan
from rag.answer import Status
from rag.service import Service
from tests.index.plans import LetterEmbedder
from tests.ingest.sources import HEAD, plan
from tests.rag.conftest import asker, snapshot_of
from tests.rag.plans import TODAY, Ask, cited

BODY = """I. YÊU CẦU
- Công tác trang trí bến thuyền phải gọn gàng, tiết kiệm, đúng mẫu chung.
- Phân công nhiệm vụ theo nguyên tắc "04 đúng: Đúng người, đúng bến, đúng giờ, đúng phao", nhằm không để sót việc.
II. NỘI DUNG
1. Tiếp nhận đơn
- Đối với đơn về danh sách chủ thuyền: Chuyển đơn đến Trạm Quản lý bến Nậm Chua để giải quyết (trong thời hạn 07 ngày kể từ ngày nhận đơn).
- Đơn của người dự thi: Tổ thư ký theo dõi, đôn đốc xem xét, giải quyết đúng hạn, báo cáo Trưởng ban.
- Lưu ý: Không xem xét giải quyết đối với đơn tố giác không ký tên, viết thay, hoặc đơn tố giác đã rút (theo quy định tại Điều 9 Điều lệ).
2. Lịch tập
| Thời gian | Nội dung | Đơn vị phụ trách |
|---|---|---|
| Buổi sáng – Tập chung trên bến |||
| 7h00 - 7h30 | Chuyên đề 1: Luật chèo thuyền | Đội Thủy văn |
| 7h30 - 8h00 | Chuyên đề 2: Mặc áo phao | Trạm Y tế |
| Buổi chiều – Tập theo đội |||
| 14h00 - 15h00 | Chuyên đề 3: Cứu đuối | Đội Cứu hộ |
III. TỔ CHỨC THỰC HIỆN
1. Ban Tổ chức hội đua
- Phân công đồng chí Phó Chủ tịch Thường trực trực tiếp phụ trách công tác hậu cần và xếp lịch đua.
- Sửa chữa các phao neo trước ngày khai mạc.
2. Đồng chí Trưởng ban xây dựng Đảng - Trưởng Tiểu ban: Phụ trách chung việc cổ động hội đua; duyệt pa nô.
Trên đây là Kế hoạch hội đua thuyền độc mộc của xã Vân Khê, yêu cầu các thôn nghiêm túc triển khai thực hiện./.
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(body=BODY)])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Ai trực tiếp phụ trách hậu cần và xếp lịch đua?", "Phó Chủ tịch Thường trực"),
        ("dong chi nao truc tiep phu trach hau can va xep lich dua", "Phó Chủ tịch Thường trực"),
        ("Ai phụ trách chung việc cổ động hội đua?", "Trưởng ban xây dựng Đảng"),
        ("Đơn về danh sách chủ thuyền được chuyển đến cơ quan nào giải quyết?", "Trạm Quản lý bến Nậm Chua"),
        (
            "Những loại đơn tố giác nào thì không xem xét giải quyết?",
            "đơn tố giác không ký tên, viết thay, hoặc đơn tố giác đã rút",
        ),
        ('nguyên tắc "04 đúng" là đúng những gì?', "Đúng người, đúng bến, đúng giờ, đúng phao"),
        ("Công tác trang trí bến thuyền phải bảo đảm những yêu cầu gì?", "gọn gàng, tiết kiệm, đúng mẫu chung"),
        ("yêu cầu đối với công tác trang trí bến thuyền là gì", "gọn gàng, tiết kiệm, đúng mẫu chung"),
        ("chuyên đề 2 do ai phụ trách", "Trạm Y tế"),
    ],
)
def test_the_smallest_piece_of_a_clause_is_told(ask: Ask, question: str, told: str) -> None:
    assert ask(question).values == (told,)


def test_rows_called_by_a_name_and_number_of_their_own_are_told_in_the_order_asked(ask: Ask) -> None:
    assert ask("Chuyên đề 3 và Chuyên đề 1 do ai phụ trách?").values == ("Đội Cứu hộ", "Đội Thủy văn")


@pytest.mark.parametrize(
    "question",
    [
        "chuyên đề 8 do ai phụ trách",
        "Chuyên đề 2 về phòng cháy rừng do ai phụ trách?",
        "Phó Hiệu trưởng nào phụ trách hậu cần và xếp lịch đua?",
    ],
)
def test_what_no_row_or_clause_says_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_the_formula_at_the_end_is_no_answer(ask: Ask) -> None:
    assert not any("Trên đây" in value for value in ask("hội đua thuyền độc mộc xã Vân Khê nghiêm túc thế nào").values)


def test_a_follow_up_asks_more_of_the_clause_told() -> None:
    service = Service(snapshot_of([plan(body=BODY)], LetterEmbedder()))
    first = service.ask("Đơn về danh sách chủ thuyền được chuyển đến cơ quan nào giải quyết?", today=TODAY)
    assert service.ask("Thời hạn giải quyết là mấy ngày?", today=TODAY, previous=first).values == ("07 ngày",)


EVENT = """I. NỘI DUNG
Giới thiệu mẫu phao mới cho các bến.
II. THỜI GIAN
Thời gian: Nửa ngày (buổi sáng), ngày 12/11/2026.
III. TỔ CHỨC THỰC HIỆN
Trạm Thủy văn: In tài liệu; định kỳ cuối quý III và cuối năm gửi báo cáo về Ủy ban nhân dân xã.
"""


@pytest.mark.parametrize(
    "question",
    ["ngày họp trực tuyến phổ biến phao cứu sinh", "ngày tổ chức hội nghị trực tuyến phổ biến phao cứu sinh"],
)
def test_a_note_of_the_day_of_the_event_is_told_by_the_plan_s_time(question: str) -> None:
    head = HEAD.replace("Cải cách hành chính xã Sông Mơ năm 2026", "Tổ chức Hội nghị trực tuyến phổ biến phao cứu sinh")
    assert asker([plan(head=head, body=EVENT)])(question).values == ("ngày 12/11/2026",)


def _resting_on(file: str, topic: str, number: str) -> Plan:
    head = HEAD.replace("Cải cách hành chính xã Sông Mơ năm 2026", topic)
    head = head.replace("Căn cứ Luật", f"Căn cứ Kế hoạch số {number} của Sở Thủy lợi về {topic.lower()};\nCăn cứ Luật")
    return replace(plan(head=head.replace("12/KH-UBND", "  /KH-UBND")), file=file)


def test_two_plans_of_one_office_rest_on_documents_of_their_own() -> None:
    both = [_resting_on("mot.txt", "Dạy bơi hè", "41/KH-STL"), _resting_on("hai.txt", "Diễn tập cứu đuối", "52/KH-STL")]
    ask = asker(both)
    told = ask("Kế hoạch dạy bơi hè và kế hoạch diễn tập cứu đuối lần lượt căn cứ kế hoạch số mấy của Sở Thủy lợi?")
    assert told.values == ("41/KH-STL", "52/KH-STL")
    assert cited(told) == {"mot.txt#Căn cứ", "hai.txt#Căn cứ"}
    either = ask("Kế hoạch của UBND xã Sông Mơ căn cứ kế hoạch số mấy của Sở Thủy lợi?")
    assert either.status is Status.AMBIGUOUS
    assert {one.file for one in either.items} == {"mot.txt", "hai.txt"}
