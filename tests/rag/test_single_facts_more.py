"""Single facts of two plans that speak of alike things: bases by organ, an annex's day, both ends, firms, sides, series of years."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.answer import Status
from tests.ingest.sources import HEADER, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

OFFICE_HEAD = """ỦY BAN NHÂN DÂN TỈNH LAM GIANG
SỞ THỦY SẢN

Số: 41/KH-STS
Lam Giang, ngày 12 tháng 3 năm 2026

KẾ HOẠCH
Phát triển nghề nuôi cá bè năm 2026

Căn cứ Nghị quyết số 9-NQ/TU ngày 05/01/2026 của Ban Chấp hành Đảng bộ tỉnh về kinh tế nước ngọt; Nghị quyết số 18-NQ/ĐU ngày 20/01/2026 của Ban Chấp hành Đảng bộ Sở về nghề cá;
Thực hiện Kế hoạch số 210/KH-UBND ngày 02/02/2026 của UBND tỉnh về thực hiện Nghị quyết số 33/NQ-CP ngày 10/11/2025 của Chính phủ và Chương trình nghề cá của tỉnh, Sở Thủy sản tỉnh Lam Giang xây dựng Kế hoạch như sau:
"""
OFFICE_BODY = """I. MỤC TIÊU
1. Xác định chỉ tiêu nuôi thả theo từng chặng (năm 2026, đến năm 2028, 2032, 2036), phù hợp sức chứa của hồ.
2. Vớt rong, khơi dòng trước mùa nước cạn.
"""
OFFICE_ANNEX = """
PHỤ LỤC
DANH MỤC NHIỆM VỤ
(Kèm theo Kế hoạch số 41/KH-STS ngày 15/3/2026 của Sở Thủy sản tỉnh Lam Giang)

""" + table(
    HEADER,
    "1 | Lập bản đồ vùng nuôi cá bè trên hồ | Phòng Nuôi trồng; Phòng Khai thác | Văn phòng; Công ty đồng hành (Bè Xanh) | Bản đồ | Bắt đầu từ tháng 5/2026 (Hoàn thành trong Quý IV/2026)",
    "2 | Cử công chức tham gia các khóa đào tạo kỹ năng lặn cứu nạn do tỉnh tổ chức | Văn phòng | Các phòng thuộc Sở | Danh sách | Khi có khóa đào tạo",
    "3 | Thả cá giống xuống hồ | Phòng Nuôi trồng | Văn phòng | Biên bản | 6/2026",
)
PROVINCE_HEAD = """ỦY BAN NHÂN DÂN
TỈNH LAM GIANG

Số: 77/KH-UBND
Lam Giang, ngày 20 tháng 01 năm 2026

KẾ HOẠCH
Bảo vệ nguồn nước tỉnh Lam Giang năm 2026

Căn cứ Quyết định số 55/QĐ-TTg ngày 01/12/2025 của Thủ tướng Chính phủ về bảo vệ nguồn nước;
Ủy ban nhân dân tỉnh Lam Giang ban hành Kế hoạch như sau:
"""
PROVINCE_BODY = """I. MỤC TIÊU
1. Xây kè chắn sóng tại bến thuyền của Sở Thủy sản đạt chuẩn bền cấp 3.
2. 90% thôn ven hồ có điểm gom rác.
"""
PROVINCE_ANNEX = "\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n" + table(
    HEADER,
    "1 | Kế hoạch năm 2026 nâng cao chỉ số nước sạch (CSN) của tỉnh | Sở Xây dựng | Các sở | Kế hoạch | 02/2026",
    "2 | Xây dựng trạm đo mực nước ven hồ | Sở Xây dựng | UBND các xã | 04 trạm | 7/2026",
    "3 | Kế hoạch nâng cao chất lượng bến bãi và chỉ số an toàn | Sở Xây dựng | Các sở | Kế hoạch | 4/2026",
)
COMMUNE_ANNEX = "\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n" + table(
    HEADER,
    "1 | Kế hoạch nâng cao chỉ số nước sạch (CSN) | Phòng Kinh tế | Các thôn | Kế hoạch | Quý I/2026",
    "2 | Phối hợp xây dựng trạm đo mực nước ven hồ | Phòng Kinh tế | Các thôn | Biên bản | 9/2026",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    office = plan(head=OFFICE_HEAD, body=OFFICE_BODY, annex=OFFICE_ANNEX)
    province = plan(head=PROVINCE_HEAD, body=PROVINCE_BODY, annex=PROVINCE_ANNEX)
    plans = (office, province, plan(annex=COMMUNE_ANNEX))
    return asker([replace(one, file=f"{n}.txt") for n, one in enumerate(plans)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Sở Thủy sản tỉnh Lam Giang xây dựng kế hoạch để thực hiện văn bản nào của UBND tỉnh?", ("210/KH-UBND",)),
        ("Kế hoạch 41 dựa trên văn bản gì của Tỉnh ủy", ("9-NQ/TU",)),
        ("van ban nao cua chinh phu la can cu de so thuy san lap ke hoach", ("33/NQ-CP",)),
        ("Văn bản của UBND tỉnh mà kế hoạch 41 triển khai là văn bản số mấy?", ("210/KH-UBND",)),
        ("Kế hoạch 77 căn cứ văn bản nào của Thủ tướng Chính phủ?", ("55/QĐ-TTg",)),
        ("Kế hoạch 41 triển khai văn bản nào của Đảng ủy Sở?", ("18-NQ/ĐU",)),
    ],
)
def test_what_a_plan_rests_on_is_told_by_who_issued_it(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)
    assert {one.locator for one in answer.citations} == {"Căn cứ"}


def test_a_plan_that_rests_on_nothing_of_an_organ_is_refused(ask: Ask) -> None:
    assert ask("Kế hoạch 41 căn cứ văn bản nào của Bộ Công an?").status is Status.NOT_FOUND
    assert ask("Kế hoạch 77 thực hiện văn bản nào của Tỉnh ủy?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "Trang phụ lục kèm KH 41 của Sở Thủy sản đề ngày ban hành là ngày bao nhiêu?",
        "Trên trang phụ lục, kế hoạch 41 đề ngày bao nhiêu?",
        "ngày ban hành in ở phụ lục KH 41 là ngày nào",
        "Phụ lục của KH 41 ghi ngày gì",
        "phụ lục kế hoạch 41/KH-STS đề ngày nào",
    ],
)
def test_the_day_in_the_title_of_an_annex_is_that_of_the_annex(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, ("15/3/2026",))


def test_a_deadline_of_the_rows_of_an_annex_is_no_day_of_its_title(ask: Ask) -> None:
    assert ask("Các việc trong phụ lục kèm KH 41 hạn ngày nào?").status is Status.NOT_FOUND
    assert ask("Phụ lục kèm KH 41 phải làm xong ngày nào?").status is Status.NOT_FOUND
    assert ask("Ngày ban hành của kế hoạch 41?").values == ("ngày 12 tháng 3 năm 2026",)


FIRST, LAST = "Bắt đầu từ tháng 5/2026", "Hoàn thành trong Quý IV/2026"


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("bản đồ vùng nuôi cá bè: bắt đầu lúc nào, xong lúc nào", (FIRST, LAST)),
        ("ban do vung nuoi ca be khi nao xong, khi nao bat dau", (LAST, FIRST)),
        ("Ngày bắt đầu, ngày kết thúc lập bản đồ vùng nuôi cá bè?", (FIRST, LAST)),
        ("Lập bản đồ vùng nuôi cá bè bắt đầu tháng mấy và hoàn thành quý mấy?", (FIRST, LAST)),
        ("Bản đồ vùng nuôi cá bè bắt đầu và kết thúc khi nào?", (f"{FIRST} ({LAST})",)),
        ("Bản đồ vùng nuôi cá bè làm từ lúc nào đến lúc nào?", (f"{FIRST} ({LAST})",)),
        ("Bản đồ vùng nuôi cá bè bao giờ thì khởi động?", (FIRST,)),
        ("Thả cá giống xuống hồ: bắt đầu lúc nào, xong lúc nào", ("6/2026",)),
    ],
)
def test_each_end_of_a_time_is_told_where_each_is_asked_for(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    "question",
    [
        "doanh nghiệp nào đi kèm hai phòng lập bản đồ vùng nuôi cá bè",
        "doanh ngiệp nào đồng hành lâp bản đồ vùng nuôi cá bè",
        "cong ty nao giup hai phong lam ban do vung nuoi ca be",
        "tên công ty cùng lập bản đồ vùng nuôi cá bè là gì",
    ],
)
def test_a_firm_asked_for_stands_among_those_who_help(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, ("Công ty đồng hành (Bè Xanh)",))
    assert answer.answer.startswith("Đơn vị phối hợp")


def test_a_firm_that_should_lead_is_not_told_for_one_that_helps(ask: Ask) -> None:
    answer = ask("doanh nghiệp nào chủ trì lập bản đồ vùng nuôi cá bè")
    assert answer.values != ("Công ty đồng hành (Bè Xanh)",)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("tram do muc nuoc ven ho: tinh lam xong luc nao, Song Mo phoi hop xong luc nao", ("7/2026", "9/2026")),
        ("trạm đo mực nước ven hồ: Sông Mơ phối hợp xong khi nào, tỉnh làm xong khi nào", ("9/2026", "7/2026")),
        ("Trạm đo mực nước ven hồ: tỉnh xây dựng xong lúc nào?", ("7/2026",)),
    ],
)
def test_a_bare_level_that_opens_a_part_of_the_question_is_a_side(
    ask: Ask, question: str, values: tuple[str, ...]
) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    "question",
    [
        "kế hoạch nâng cao CSN bao giờ phải ban hành xong",
        "ai xây dựng kế hoạch nâng cao chỉ số CSN?",
        "ban hành kế hoạch nâng cao chỉ số nước sạch khi nào",
    ],
)
def test_rows_of_two_plans_that_a_question_names_alike_are_told_apart(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.AMBIGUOUS
    assert listed(answer) == ["Phụ lục/1", "Phụ lục/1"]


def test_a_row_that_only_one_plan_has_is_told_for_sure(ask: Ask) -> None:
    assert ask("kế hoạch nâng cao chất lượng bến bãi ban hành khi nào").values == ("4/2026",)
    assert ask("kế hoạch nâng cao CSN của tỉnh bao giờ ban hành xong").values == ("02/2026",)


def test_a_fact_of_an_office_may_stand_in_another_plan_of_its_place(ask: Ask) -> None:
    answer = ask("Bến thuyền Sở Thủy sản Lam Giang xây kè chắn sóng bền cấp mấy?")
    assert (answer.status, answer.values) == (Status.ANSWERED, ("cấp 3",))
    assert ask("Bến thuyền Sở Thủy sản Lam Giang lát gạch mấy mét?").status is Status.NOT_FOUND
    assert ask("Sở Thủy sản Lam Giang mua mấy chiếc ca nô?").status is Status.NOT_FOUND


def test_people_s_word_for_a_course_finds_it(ask: Ask) -> None:
    assert ask("Sở Thủy sản ai lo cử anh em đi học mấy lớp lặn cứu nạn tỉnh mở vậy?").values == ("Văn phòng",)
    assert ask("Sở Thủy sản ai mở lớp nấu ăn cho bà con?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "Chỉ tiêu nuôi thả của Sở Thủy sản được xác định theo những mốc năm nào?",
        "ke hoach 41 dat chi tieu nuoi tha theo cac giai doan nao",
    ],
)
def test_a_series_of_years_is_told_as_printed(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, ("năm 2026, đến năm 2028, 2032, 2036",))
    assert ask("Sở Thủy sản trồng rừng vào những mốc năm nào?").status is Status.NOT_FOUND
