"""Who does a row, by when and with what result, asked in everyday words for what the plan prints."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

HEADER = "TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Sản phẩm | Thời hạn | Ghi chú"
WORK = "\nPHỤ LỤC\nNHIỆM VỤ\n\n" + table(
    HEADER,
    "1 | Cử công chức tham gia các khóa đào tạo về nuôi ong | Văn phòng | Các phòng | Danh sách học viên | 4/2026 | Quyết định số 31/QĐ-UBND ngày 06/02/2026",
    "2 | Tập huấn cho thành viên Tổ thú y lưu động | Phòng Chăn nuôi | | Kế hoạch tập huấn | 3/2026 | ",
    "3 | Xây dựng chuyên mục hỏi đáp về giống cây trồng | Phòng Trồng trọt | | 12 chuyên mục | 9/2026 | ",
    "4 | Đề xuất vườn mẫu cho năm sau | Các xã | Văn phòng | Mỗi xã tối thiểu 2 đề xuất | 10/2026 | ",
    "5 | Kế hoạch nuôi tằm của các xã | Các xã | Văn phòng | Kế hoạch | Gửi về Chi cục Tơ lụa trước 15/8/2026 | ",
    "6 | Quay phim hướng dẫn ghép cành | Đoàn Thanh niên phường | Văn phòng | 6 phim | 7/2026 | ",
)
PROSE = "\nIII. TỔ CHỨC\n- Phân công đồng chí Phó Giám đốc phụ trách công tác tiếp dân và giải quyết đơn thư.\n- Các xã báo cáo kết quả về Sở trước ngày 20 hằng tháng.\n"


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks one plan with an annex of six tasks and a clause on who is charged with something."""
    return asker(
        [plan(body=PROSE, annex=WORK, head=HEAD.replace("Cải cách hành chính", "Phát triển nông nghiệp xanh"))]
    )


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("cu nguoi di hoc cac khoa nuoi ong, yeu cau dau ra the nao", "Danh sách học viên"),
        ("Cử người đi học các khóa nuôi ong, yêu cầu về sản phẩm ra sao?", "Danh sách học viên"),
        ("mo lop cho nguoi cua To thu y luu dong, den thang nao phai xong", "3/2026"),
        ("chuyen muc tra loi ve giong cay trong, lam xong se co gi", "12 chuyên mục"),
        ("moi xa it nhat phai gui may de xuat vuon mau", "Mỗi xã tối thiểu 2 đề xuất"),
        ("Mỗi xã tối thiểu nộp bao nhiêu đề xuất vườn mẫu?", "Mỗi xã tối thiểu 2 đề xuất"),
        ("tiep dan, giai quyet don thu giao dong chi nao lo truc tiep?", "Phó Giám đốc"),
        ("Tiếp dân, giải quyết đơn thư được phân công cho đồng chí nào?", "Phó Giám đốc"),
    ],
)
def test_everyday_words_find_what_is_printed(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


@pytest.mark.parametrize(
    "question",
    [
        "Cử người đi học lái tàu, yêu cầu đầu ra thế nào?",
        "Mở lớp cho người của Đội cứu hộ, đến tháng nào phải xong?",
        "Xây chợ huyện giao đồng chí nào lo trực tiếp?",
    ],
)
def test_other_things_in_the_same_words_stay_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "Tập huấn cho thành viên Tổ thú y lưu động, tỉnh đã giao các sở; vậy phòng nào chủ trì?",
        "tap huan cho thanh vien To thu y luu dong, tinh da giao cac so, vay phong nao lo?",
    ],
)
def test_whom_it_was_given_to_from_above_is_no_condition(ask: Ask, question: str) -> None:
    assert ask(question).values == ("Phòng Chăn nuôi",)


@pytest.mark.parametrize(
    "question",
    [
        "Dòng cử công chức học nuôi ong có nhắc một quyết định ở cột ghi chú, cho tôi xin số và ngày.",
        "Ở dòng cử công chức học nuôi ong, cột ghi chú dẫn quyết định số mấy, ngày nào?",
    ],
)
def test_a_document_of_a_note_is_told_with_its_sort(ask: Ask, question: str) -> None:
    assert ask(question).values == ("Quyết định số 31/QĐ-UBND ngày 06/02/2026",)


def test_what_a_cell_says_is_sent_is_no_report(ask: Ask) -> None:
    assert ask("Kế hoạch nuôi tằm của các xã gửi về Chi cục Tơ lụa trước ngày nào?").values == (
        "Gửi về Chi cục Tơ lụa trước 15/8/2026",
    )
    assert ask("Các xã gửi báo cáo về Sở trước ngày nào?").values == ("trước ngày 20 hằng tháng",)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Phim hướng dẫn ghép cành của Đoàn phường, chỉ tiêu phải làm đủ bao nhiêu cái?", "6 phim"),
        ("phim huong dan ghep canh cua doan phuong, chi tieu phai lam du bao nhieu cai", "6 phim"),
    ],
)
def test_an_office_in_short_ends_where_the_column_is_asked(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


def test_another_office_called_in_short_does_not_do_it(ask: Ask) -> None:
    question = "Phim hướng dẫn ghép cành của Hội phường, chỉ tiêu phải làm đủ bao nhiêu cái?"
    assert ask(question).status is Status.NOT_FOUND
