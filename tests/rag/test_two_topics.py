"""Two provinces' plans on two topics, with alike duties: place and topic tell which is meant, and times are no columns."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import HEADER, annexed, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

ADMIN = """ỦY BAN NHÂN DÂN
TỈNH LAM GIANG

Số: 9/KH-UBND
Lam Giang, ngày 10 tháng 01 năm 2026

KẾ HOẠCH
Cải cách hành chính tỉnh Lam Giang năm 2026
"""
ROADS = """ỦY BAN NHÂN DÂN
TỈNH HOÀI SƠN

Số: 70/KH-UBND
Hoài Sơn, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Bảo đảm trật tự, an toàn giao thông tỉnh Hoài Sơn năm 2026
"""
ADMIN_BODY = """I. BÁO CÁO
1. Các sở, ngành; Ủy ban nhân dân các xã báo cáo kết quả năm trước ngày 05/12 về Sở Nội vụ.
"""
ADMIN_ROWS = table(
    HEADER,
    "1 | Rút gọn thủ tục đất đai, giảm 30% thời gian giải quyết | Sở Nội vụ |  | Quyết định phê duyệt | Quý II/2026",
    "2 | Đưa tổ công chức ra đảo | UBND đặc khu Hòn Mây, Hòn Gió |  | Tổ công chức | Quý III/2026",
)
ANNEX = "\nPHỤ LỤC\nNHIỆM VỤ NĂM 2026\n(Kèm theo Kế hoạch số 9/KH-UBND của UBND tỉnh Lam Giang)\n" + ADMIN_ROWS
ROADS_BODY = """I. GIAO VIỆC
1. Công an tỉnh
a) Chủ trì, phối hợp với Sở Xây dựng, Ủy ban nhân dân các xã, phường, đặc khu điều tra điểm hay có tai nạn, hoàn thành trước ngày 30/6/2026.
2. Sở Giáo dục và Đào tạo
a) Chủ trì, phối hợp với Công an tỉnh tổ chức Cuộc thi “Đường làng sáng mai” cấp tỉnh, hoàn thành trước ngày 31/3/2026.
3. Các sở, ban, ngành, Ủy ban nhân dân các xã, phường, đặc khu báo cáo kết quả năm trước ngày 25/11/2026 về Ủy ban nhân dân tỉnh.
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks over both plans."""
    plans = [plan(head=ADMIN, body=ADMIN_BODY, annex=ANNEX), plan(head=ROADS, body=ROADS_BODY)]
    return asker(plans)


@pytest.mark.parametrize(
    "question",
    [
        "Các sở, ngành và UBND cấp xã của Lam Giang gửi báo cáo năm trước ngày nào?",
        "UBND cấp xã gửi báo cáo năm về cải cách hành chính trước ngày nào?",
    ],
)
def test_place_and_topic_tell_whose_report_is_meant(ask: Ask, question: str) -> None:
    assert ask(question).values == ("trước ngày 05/12",)


def test_an_office_of_two_levels_is_no_beginning_of_an_islands(ask: Ask) -> None:
    answer = ask("Theo UBND tỉnh Hoài Sơn, đơn vị nào chủ trì tổ chức Cuộc thi “Đường làng sáng mai” cấp tỉnh?")
    assert (answer.status, answer.values) == (Status.ANSWERED, ("Sở Giáo dục và Đào tạo",))


def test_a_verb_behind_an_island_is_no_part_of_the_office(ask: Ask) -> None:
    answer = ask("Công an tỉnh Hoài Sơn phối hợp với cơ quan nào để điều tra điểm hay có tai nạn?")
    assert answer.values == ("Sở Xây dựng", "Ủy ban nhân dân các xã, phường, đặc khu")


@pytest.mark.parametrize(
    "question",
    [
        "Rút gọn thủ tục đất đai, giảm 30% thời gian giải quyết thì sản phẩm phải có là gì?",
        "rut gon thu tuc dat dai giam 30% thoi gian giai quyet thi san pham phai co la gi",
    ],
)
def test_time_that_the_work_saves_is_no_deadline(ask: Ask, question: str) -> None:
    assert ask(question).values == ("Quyết định phê duyệt",)


def test_words_of_one_title_behind_the_noun_name_its_plan() -> None:
    first = plan(
        head=ADMIN.replace("KẾ HOẠCH\nCải", "KẾ HOẠCH\nTăng cường quản lý bến thuyền, lĩnh vực công tác nghề cá; cải"),
        annex=ANNEX,
    )
    second = plan(head=ADMIN.replace("9/KH-UBND", "31/KH-UBND"), body="I. NGHỀ CÁ\nCông tác nghề cá.\n", annex=ANNEX)
    answer = asker([first, second])("Kế hoạch bến thuyền công tác nghề cá của Lam Giang có bao nhiêu nhiệm vụ?")
    assert {item.plan for item in answer.items} == {"Kế hoạch 9/KH-UBND"}
    assert len(answer.items) == 2


def test_the_beginning_of_a_groups_heading_calls_it() -> None:
    rows = (
        "I | Tăng cường hợp tác trong phát triển nghề cá và bến thuyền",
        "1 | Họp các thôn | Phòng Kinh tế | Công an xã | Biên bản | 6/2026",
        "II | Bến thuyền",
        "2 | Tăng cường hợp tác sửa bến | Công an xã | Phòng Kinh tế | Bến | 7/2026",
    )
    ask = asker([annexed(HEADER, *rows)])
    listed = ask("nhóm nhiệm vụ tăng cường hợp tác ở phụ lục gồm những nhiệm vụ nào?")
    assert [item.locator for item in listed.items] == ["Phụ lục/1"]
    assert len(ask("Phòng Kinh tế chủ trì và tham gia những nhiệm vụ nào?").items) == 2
    assert ask("Chủ tịch nào ký kế hoạch?").values == ("Trần Thị Mây",)
