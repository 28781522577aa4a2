"""What points to which of many plans: names of other places, rooms of offices, levels without a name, days of issue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.plan import Plan
from rag.answer import Status
from tests.ingest.sources import BODY, HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, cited, listed

COLUMNS = "TT | Nhiệm vụ | Chủ trì | Phối hợp | Kết quả | Thời hạn"


def _plan(file: str, issuer: str, number: str, topic: str, *rows: str, body: str = BODY) -> Plan:
    head = HEAD.replace("ỦY BAN NHÂN DÂN\nXÃ SÔNG MƠ", issuer).replace("12/KH-UBND", number)
    head = (
        head.replace("Cải cách hành chính xã Sông Mơ năm 2026", topic)
        .replace("Sông Mơ, ngày", "Ngày")
        .replace("Ủy ban nhân dân xã Sông Mơ", "Cơ quan")
    )
    annex = "\nPHỤ LỤC\nNHIỆM VỤ NĂM 2026\n\n" + table(COLUMNS, *rows) if rows else ""
    return replace(plan(head=head, body=body, annex=annex, closing=""), file=file)


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks six plans: a province, an office and a commune of it, another province with a district and an office."""
    province = _plan(
        "lamgiang.txt",
        "ỦY BAN NHÂN DÂN\nTỈNH LAM GIANG",
        "7/KH-UBND",
        "Nuôi cá lồng tỉnh Lam Giang năm 2026",
        "1 | Dựng bè mẫu trên hồ | Sở Thủy sản | Chi cục Thú y | Bè mẫu | Tháng 6/2026",
        "2 | Thả cá giống | Chi cục Thú y | Sở Thủy sản | Biên bản | Tháng 8/2026",
        body="I. MỤC ĐÍCH\nNuôi cá lồng.\nII. BÁO CÁO\nCác đơn vị báo cáo 6 tháng trước ngày 05/6.\n"
        "III. KINH PHÍ\nTổng kinh phí thực hiện là 900 triệu đồng.\n",
    )
    office = _plan(
        "lamgiang-sts.txt",
        "ỦY BAN NHÂN DÂN TỈNH LAM GIANG\nSỞ THỦY SẢN",
        "8/KH-STS",
        "Nuôi cá lồng của Sở Thủy sản tỉnh Lam Giang năm 2026",
        "1 | Dựng bè mẫu trên hồ | Phòng Nuôi trồng | Phòng Kế hoạch | Bè mẫu | Tháng 5/2026",
        "2 | In sổ tay nuôi cá | Phòng Kế hoạch | Phòng Nuôi trồng | Sổ tay | Tháng 9/2026",
        body="I. MỤC ĐÍCH\nNuôi cá lồng.\nII. BÁO CÁO\nCác phòng báo cáo 6 tháng trước ngày 01/6.\n"
        "III. KINH PHÍ\n4. Kinh phí thực hiện theo dự toán được giao.\n",
    )
    other = _plan(
        "haivan.txt",
        "ỦY BAN NHÂN DÂN\nTỈNH HẢI VÂN",
        "9/KH-UBND",
        "Trồng rau sạch tỉnh Hải Vân năm 2026",
        "1 | Dựng bè mẫu trên hồ | Sở Nông nghiệp | Hội Nông dân | Bè mẫu | Tháng 11/2026",
        body="I. MỤC ĐÍCH\nTrồng rau sạch.\nII. BÁO CÁO\nCác đơn vị báo cáo 6 tháng trước ngày 10/6.\n"
        "III. KINH PHÍ\nTổng kinh phí thực hiện là 650 triệu đồng.\n",
    )
    office_there = _plan(
        "haivan-sts.txt",
        "ỦY BAN NHÂN DÂN TỈNH HẢI VÂN\nSỞ THỦY SẢN",
        "11/KH-STS",
        "Bảo vệ đê biển của Sở Thủy sản tỉnh Hải Vân năm 2026",
        "1 | Đắp kè chắn sóng | Phòng Đê điều | Phòng Kế hoạch | Kè | Tháng 7/2026",
    )
    district = _plan(
        "huyen.txt",
        "ỦY BAN NHÂN DÂN\nHUYỆN CỒN TIÊN",
        "15/KH-UBND",
        "Sửa đường làng huyện Cồn Tiên năm 2026",
        "1 | Rải đá đường thôn | Phòng Giao thông | Đoàn Thanh niên | Đường | Tháng 4/2026",
    )
    return asker([province, office, other, office_there, district])


def test_the_district_of_another_name_is_not_the_only_district(ask: Ask) -> None:
    assert cited(ask("Kế hoạch sửa đường của huyện do phòng nào rải đá đường thôn?")) == {"huyen.txt#Phụ lục/1"}
    answer = ask("Kế hoạch sửa đường của huyện Bàu Sen: đơn vị nào rải đá đường thôn?")
    assert answer.status is Status.NOT_FOUND


def test_a_room_before_its_office_points_to_the_plan_that_names_it(ask: Ask) -> None:
    assert listed(ask("Phòng Kế hoạch Sở Thủy sản Lam Giang chủ trì việc nào?")) == ["Phụ lục/2"]
    assert listed(ask("Phòng Đê điều Sở Thủy sản chủ trì những việc nào?")) == ["Phụ lục/1"]


def test_a_province_without_a_name_is_that_of_the_place_beside_it(ask: Ask) -> None:
    answer = ask("Dựng bè mẫu trên hồ: kế hoạch tỉnh hạn khi nào, Sở Thủy sản Lam Giang hạn khi nào?")
    assert answer.values == ("Tháng 6/2026", "Tháng 5/2026")


@pytest.mark.parametrize(
    "question", ["Báo cáo 6 tháng gửi trước ngày nào?", "Báo cáo, sơ kết 6 tháng phải xong trước ngày nào?"]
)
def test_a_report_told_by_nothing_but_its_rhythm_is_told_of_every_plan(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.AMBIGUOUS
    assert {item.file for item in answer.items} == {"lamgiang.txt", "lamgiang-sts.txt", "haivan.txt"}


def test_a_sum_told_by_nothing_is_that_of_each_plan_that_prints_one(ask: Ask) -> None:
    answer = ask("Tổng kinh phí thực hiện kế hoạch là bao nhiêu?")
    assert answer.status is Status.AMBIGUOUS
    assert {item.file for item in answer.items} == {"lamgiang.txt", "haivan.txt"}


def test_a_plan_called_by_its_matter_before_a_place_is_meant_whatever_the_year(ask: Ask) -> None:
    assert ask("Kế hoạch nuôi cá lồng Lam Giang số mấy?").status is Status.AMBIGUOUS
    assert ask("Kế hoạch trồng rau sạch Hải Vân số mấy?").values == ("9/KH-UBND",)
    assert ask("Kinh phí kế hoạch bảo vệ đê biển Hải Vân là bao nhiêu?").status is Status.NOT_FOUND


def test_a_word_that_ends_like_a_ministry_is_none() -> None:
    ministry = _plan(
        "bo.txt", "BỘ DÂN SINH VÀ LÀNG NGHỀ", "3/KH-BDSLN", "Đào tạo nghề của Bộ Dân sinh và Làng nghề năm 2026"
    )
    village = _plan(
        "xa.txt",
        "ỦY BAN NHÂN DÂN\nXÃ RỪNG THÔNG",
        "4/KH-UBND",
        "Tập huấn xã Rừng Thông năm 2026",
        "1 | Họp cán bộ dân sinh các thôn | Phòng Văn hóa | Đoàn xã | Biên bản | Tháng 4/2026",
    )
    ask = asker([ministry, village])
    assert ask("họp cán bộ dân sinh các thôn hạn khi nào?").values == ("Tháng 4/2026",)
    assert ask("Bộ Dân sinh ban hành kế hoạch số mấy?").values == ("3/KH-BDSLN",)
