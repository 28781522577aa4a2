"""Single facts whose question is easily taken for another: of an annex named by a row, a number, a day, a name, another plan."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.language.remarks import without_remarks
from rag.language.restated import restated
from tests.ingest.sources import plan
from tests.rag.conftest import asker
from tests.rag.plans import Ask

WARD = """UBND XÃ LAM GIANG

Số: 27/KH-UBND

Lam Giang, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Phòng chống đuối nước năm 2026 trên địa bàn xã Lam Giang

Căn cứ Kế hoạch số 31/KH-UBND ngày 12/12/2025 của Ủy ban nhân dân tỉnh Sông Mơ về phòng chống đuối nước; Quyết định số 88/QĐ-SNV ngày 02/12/2025 của Sở Nội vụ.

I. MỤC TIÊU
1. Số bến tắm có người trông: 12 bến tắm; số phao: 40 chiếc.
2. 100% bến tắm có biển báo trước ngày 30/4/2026.
II. NHIỆM VỤ
1. Khảo sát các bến thuyền cũ, báo cáo phương án bố trí trong tháng 6/2026; Phòng Kinh tế, Hạ tầng và Đô thị chủ trì tham mưu.
2. Sửa chữa dứt điểm 02 cây cầu treo hư hỏng lâu năm (cầu Nậm Chua, cầu Bản Đồi) trước ngày 20/11/2026.
3. Dự toán chi tiết các nhiệm vụ gửi Phòng Kinh tế, Hạ tầng và Đô thị chậm nhất ngày 15/3/2026.
III. TỔ CHỨC THỰC HIỆN
1. Chế độ báo cáo: các trường, các thôn báo cáo quý về Văn phòng HĐND và UBND xã trước ngày 17 tháng cuối quý; báo cáo năm trước ngày 03/12/2026.
2. Đường dây nóng của xã: 0277.3.555.123. Trạm Y tế xã báo cáo thống kê tai nạn về Phòng Văn hóa - Xã hội trước ngày 08 hằng tháng.
3. Nếu có khó khăn, vướng mắc, các thôn phản ánh về Văn phòng HĐND và UBND xã để tổng hợp.
"""
ANNEX = """
PHỤ LỤC I
DANH MỤC NHIỆM VỤ

| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |
|---|---|---|---|
| 1 | Thay phao cứu sinh tại các bến theo Phụ lục II | Công an xã | Trước ngày 10/7/2026 |
| 2 | Dạy bơi cho học sinh | Trường Tiểu học Lam Giang | Tháng 8/2026 |

PHỤ LỤC II
DANH MỤC ĐIỂM TRỰC

| TT | Điểm trực | Cơ quan chủ trì | Thời hạn |
|---|---|---|---|
| 1 | Đá Bạc | Thôn Đồi | Tháng 5/2026 |
| 2 | Sậy Vàng | Thôn Chợ | Tháng 9/2026 |
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(head=WARD, body="", annex=ANNEX)])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Phòng nào chủ trì tham mưu phương án bố trí các bến thuyền cũ?", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("phong nao chu tri tham muu phuong an bo tri cac ben thuyen cu", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("Thời hạn thay phao cứu sinh tại các bến theo Phụ lục II là khi nào?", "Trước ngày 10/7/2026"),
        ("ai chủ trì thay phao cứu sinh tại các bến theo phụ lục II", "Công an xã"),
        ("xã có bao nhiêu bến tắm", "12 bến tắm"),
        ("xa co may ben tam", "12 bến tắm"),
        ("Cầu treo hư hỏng nào phải sửa chữa dứt điểm?", "cầu Nậm Chua, cầu Bản Đồi"),
        ("dự toán chi tiết các nhiệm vụ gửi Phòng Kinh tế, Hạ tầng và Đô thị chậm nhất lúc nào", "15/3/2026"),
        ("bao cao quy cua cac truong gui truoc ngay bao nhieu", "trước ngày 17 tháng cuối quý"),
        ("kế hoạch xã Lam Giang là kế hoạch số mấy", "27/KH-UBND"),
        ("đường dây nóng xã Lam Giang số mấy", "0277.3.555.123"),
        ("xã Lam Giang ký kế hoạch vào ngày mấy", "ngày 05 tháng 01 năm 2026"),
        ("mấy trạm y tế gửi số liệu tai nạn hằng tháng trễ nhất hôm nào", "trước ngày 08 hằng tháng"),
    ],
)
def test_what_is_asked_is_told_and_nothing_beside(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert len(answer.values) == 1
    assert answer.values[0].endswith(told)


def test_to_whom_and_by_when_are_told_of_one_duty(ask: Ask) -> None:
    for question in (
        "báo cáo quý về đuối nước của các thôn nộp cho ai, hạn chót",
        "bao cao quy cua cac thon gui di dau, cham nhat ngay may",
    ):
        assert ask(question).values == ("Văn phòng HĐND và UBND xã", "trước ngày 17 tháng cuối quý")


def test_number_and_day_of_a_document_are_told_however_its_owner_is_said(ask: Ask) -> None:
    for question in (
        "Xã Lam Giang làm theo kế hoạch số mấy, ngày nào của UBND tỉnh vậy?",
        "Xã Lam Giang làm theo kế hoạch số mấy ngày nào của UBND tỉnh",
        "xa Lam Giang lam theo ke hoach so may, ngay nao cua UBND tinh? Em tim mai khong thay.",
    ):
        assert ask(question).values == ("31/KH-UBND", "12/12/2025")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Xã A có mấy bến? Bản của tôi tôi thấy bỏ trống.", "Xã A có mấy bến?"),
        ("Việc nào đến hạn? Tôi thấy trừ việc số 5 ra.", "Việc nào đến hạn? Tôi thấy trừ việc số 5 ra."),
        ("Việc nào đến hạn? Hôm nay 5/3/2026.", "Việc nào đến hạn? Hôm nay 5/3/2026."),
        ("Ai làm việc đó? Mình cần biết gấp, khi nào xong?", "Ai làm việc đó? Mình cần biết gấp, khi nào xong?"),
    ],
)
def test_a_remark_behind_the_question_says_nothing(typed: str, kept: str) -> None:
    assert without_remarks(typed) == kept


def test_a_figure_offered_with_another_asks_how_much() -> None:
    assert restated("80 hay 50 phần trăm số thôn có phao?") == "bao nhiêu phần trăm số thôn có phao?"
    assert restated("ty le la 80% hay 90%") == "ty le la bao nhieu %"
    assert restated("họp ngày 5 hay 6 tháng 3?") == "họp ngày 5 hay 6 tháng 3?"


BLANK = """UBND TỈNH SÔNG MƠ
SỞ VĂN HÓA

Số:       /KH-SVH

Sông Mơ, ngày    tháng 3 năm 2026

KẾ HOẠCH
Dạy bơi năm 2026

Thực hiện Kế hoạch số 31/KH-UBND ngày 12/12/2025 của Ủy ban nhân dân tỉnh, Sở Văn hóa xây dựng Kế hoạch dạy bơi như sau:

I. NHIỆM VỤ
1. Sở Văn hóa mở lớp trong tháng 6/2026.
2. Nếu có khó khăn, vướng mắc, các trường phản ánh về Phòng Thể thao để tổng hợp.
"""


@pytest.fixture(scope="module")
def ask_two() -> Ask:
    return asker([plan(head=WARD, body="", annex=""), plan(head=BLANK, body="", annex="")])


@pytest.mark.parametrize(
    "question",
    [
        "kế hoạch của Sở Văn hóa là ke hoạch so mấy",
        "kế hoạch của Sở Văn hóa ký vào ngày mấy của tháng 3/2026",
    ],
)
def test_what_the_head_leaves_blank_is_said_to_be_blank(ask_two: Ask, question: str) -> None:
    answer = ask_two(question)
    assert answer.status is Status.NOT_STATED
    assert answer.citations[0].locator == "Tiêu đề"


def test_another_plans_recitals_give_nobody_work(ask_two: Ask) -> None:
    assert [one.locator for one in ask_two("Sở Văn hóa phải làm gì?").items] == ["I/1"]


def test_where_difficulties_go_is_ambiguous_where_two_plans_say_otherwise(ask_two: Ask) -> None:
    assert ask_two("gặp khó khăn vướng mắc thì phản ánh về đâu").status is Status.AMBIGUOUS
