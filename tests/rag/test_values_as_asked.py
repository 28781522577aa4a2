"""Values without what the question says itself, reports and leads asked in telegrams and speech, the line under an annex's title."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import HEAD, plan
from tests.rag.conftest import asker
from tests.rag.plans import Ask, cited

OFFICE_HEAD = """ỦY BAN NHÂN DÂN TỈNH LAM GIANG
SỞ THỦY LỢI

Số: 57/KH-STL
Lam Giang, ngày 09 tháng 02 năm 2026

KẾ HOẠCH
Bảo vệ bờ kè năm 2026
"""
BODY = """I. QUAN ĐIỂM
1. Các đơn vị xác định giữ bờ kè là một cuộc vận động bền bỉ, rộng khắp trên mọi khúc sông, được duy trì qua các năm.
2. Diễn tập cứu kè cho đội xung kích được tổ chức tối thiểu 02 lần/năm; cho người dân ven sông tối thiểu 01 lần/năm.
3. Các trạm bơm gửi nhu cầu vật tư về Phòng Kỹ thuật chậm nhất đến tháng 4/2026.
II. TỔ CHỨC THỰC HIỆN
1. Phòng Kỹ thuật
- Hằng tháng, vào ngày 25, tổng hợp số liệu mực nước.
- Chủ trì kiểm tra cọc tiêu trên các tuyến kè.
2. Văn phòng Sở
- Chủ trì, phối hợp với các phòng thuộc Sở dự toán kinh phí thực hiện các nhiệm vụ theo Kế hoạch này.
3. Ủy ban nhân dân các xã ven sông
- Định kỳ hằng năm báo cáo kết quả giữ kè về Sở Thủy lợi trước ngày 05/12 hằng năm.
"""
ANNEX = """
PHỤ LỤC
NHIỆM VỤ NĂM 2026
(Kèm theo Kế hoạch số 57/KH-STL ngày 11/2/2026 của Sở Thủy lợi)
TT\tNhiệm vụ\tChủ trì\tPhối hợp\tKết quả\tThời hạn
1\tLập bản đồ các điểm sạt lở ven sông\tPhòng Kỹ thuật\tVăn phòng Sở\tBản đồ\tChậm nhất tháng 6/2026
"""
UNNUMBERED = """
PHỤ LỤC I
NHIỆM VỤ NĂM 2026
(Kèm theo Kế hoạch số /KH-UBND ngày /3/2026 của UBND xã Sông Mơ)
TT\tNhiệm vụ\tChủ trì\tPhối hợp\tKết quả\tThời hạn
1\tRà soát biển tên xóm\tVăn phòng\tCông an xã\tBáo cáo\t6/2026
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(head=OFFICE_HEAD, body=BODY, annex=ANNEX)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Các trạm bơm gửi nhu cầu vật tư chậm nhất khi nào?", ("tháng 4/2026",)),
        ("nhu cau vat tu cua tram bom tre nhat bao gio phai gui", ("tháng 4/2026",)),
        ("Trạm bơm gửi nhu cầu vật tư về phòng nào và chậm nhất khi nào?", ("Phòng Kỹ thuật", "tháng 4/2026")),
        ("Trạm bơm gửi nhu cầu vật tư về Phòng Kỹ thuật khi nào?", ("chậm nhất đến tháng 4/2026",)),
        ("Diễn tập cứu kè cho đội xung kích ít nhất mấy lần một năm?", ("02 lần/năm",)),
        (
            "Diễn tập cứu kè mỗi năm ít nhất mấy lần cho đội xung kích và mấy lần cho người dân ven sông?",
            ("02 lần/năm", "01 lần/năm"),
        ),
        ("Phòng Kỹ thuật tổng hợp số liệu mực nước vào ngày nào hằng tháng?", ("ngày 25",)),
    ],
)
def test_a_bound_that_the_question_says_is_not_said_again(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


def test_a_cell_stays_as_it_is_printed(ask: Ask) -> None:
    assert ask("Lập bản đồ các điểm sạt lở ven sông chậm nhất khi nào?").values == ("Chậm nhất tháng 6/2026",)


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch coi giữ bờ kè là một cuộc vận động như thế nào?",
        "giữ bờ kè được xác định là cuộc vận động ra sao",
        "giu bo ke la cuoc van dong the nao",
    ],
)
def test_what_a_thing_is_like_is_told_without_its_noun(ask: Ask, question: str) -> None:
    assert ask(question).values == ("bền bỉ, rộng khắp trên mọi khúc sông",)


@pytest.mark.parametrize(
    "question",
    [
        "UBND các xã ven sông báo cáo hằng năm việc giữ kè, hạn chót?",
        "UBND xã ven sông báo cáo năm việc giữ kè - deadline",
        "xã ven sông báo cáo nhiệm vụ giữ kè hằng năm: hạn nộp",
        "UBND các xã ven sông báo cáo Sở khi nào?",
    ],
)
def test_a_telegram_that_ends_with_a_deadline_asks_for_it(ask: Ask, question: str) -> None:
    assert ask(question).values == ("trước ngày 05/12 hằng năm",)


@pytest.mark.parametrize(
    "question",
    [
        "Phòng nào chủ trì dự toán kinh phí thực hiện kế hoạch của Sở Thủy lợi?",
        "Dự toán tiền để chạy kế hoạch của Sở Thủy lợi, phòng nào đứng ra chủ trì?",
        "du toan kinh phi ke hoach So Thuy loi phong nao lo",
    ],
)
def test_the_office_of_a_department_is_one_of_its_rooms(ask: Ask, question: str) -> None:
    assert ask(question).values == ("Văn phòng Sở",)


def test_a_room_that_does_it_goes_before_the_office(ask: Ask) -> None:
    assert ask("Phòng nào chủ trì kiểm tra cọc tiêu?").values == ("Phòng Kỹ thuật",)
    assert ask("Phòng nào chủ trì giải phóng mặt bằng?").status is not Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Dòng trong ngoặc dưới tên phụ lục của Sở Thủy lợi ghi kế hoạch ban hành ngày nào?", ("11/2/2026",)),
        ("Phụ lục của Sở Thủy lợi, dòng kèm theo ghi kế hoạch số mấy, ngày nào?", ("57/KH-STL", "11/2/2026")),
        ("dưới tiêu đề phụ lục Sở Thủy lợi ghi số kế hoạch là bao nhiêu", ("57/KH-STL",)),
    ],
)
def test_the_line_under_the_title_of_an_annex_tells_its_plan(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert answer.values == values
    assert {place.partition("#")[2] for place in cited(answer)} == {"Phụ lục/tiêu đề"}


def test_a_line_without_a_day_is_said_to_be_blank() -> None:
    ask = asker([plan(head=HEAD, annex=UNNUMBERED)])
    assert ask("Dòng kèm theo dưới tên Phụ lục I ghi kế hoạch số mấy?").status is Status.NOT_STATED
