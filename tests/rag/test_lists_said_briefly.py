"""Lists and counts whose words say more than they mean: classes, parts of a row, this year, an office that is a row too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ingest.plan import Header, Plan
from rag.answer import Status
from rag.language.retyped import Retyper
from rag.language.shortforms import spelt_out
from rag.language.vocabulary import vocabulary_of
from rag.language.words import Expander
from rag.mentions.setaside import set_aside
from tests.ingest.sources import plan, read, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

ANNEX = "\nPHỤ LỤC I\nPHÂN CÔNG NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n"
ROWS = ANNEX + table(
    "TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn | Kết quả",
    "1 | Nâng cao kỹ năng số cho cán bộ thôn | | | | ",
    "1.1 | Tập huấn bảo mật thông tin | Hội Phụ nữ | Công an xã | 02/2026 | Báo cáo",
    "1.2 | Tập huấn thanh toán không tiền mặt | Phòng Kinh tế | Hội Phụ nữ | 5/2026 | Báo cáo",
    "1.3 | Tổ chức tập huấn dùng máy cày thông minh | Phòng Kinh tế | Hội Nông dân | Quý I/2026 | Báo cáo",
    "2 | Mở rộng sóng di động đến bản xa | Hội Phụ nữ | Phòng Kinh tế | Cả năm | Tập huấn/ Văn bản",
    "3 | Lập bản đồ ruộng bậc thang | Phòng Kinh tế | Công an xã | 3/2026 | Bản đồ",
)
VISITS = (
    "\nPHỤ LỤC II\nLỊCH KIỂM TRA HỒ CHỨA NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n"
    + table(
        "TT | Đơn vị được kiểm tra | Nội dung | Phòng chủ trì | Thời gian",
        "1 | Ban Quản lý rừng và hồ chứa Sông Mơ | Cửa xả | Phòng Kinh tế | Tháng 4/2026",
        "2 | Hợp tác xã Vân Khê | Mái đập | Phòng Kinh tế | Tháng 6/2026",
        "3 | Trạm bơm Lam Hạ | Máy bơm | Công an xã | Tháng 6/2026",
    )
    + "\nPHỤ LỤC III\nNHIỆM VỤ KHÁC\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n"
    + table(
        "TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn",
        "1 | Trồng tre ven hồ | Ban Quản lý rừng và hồ chứa Sông Mơ | 9/2026",
        "2 | Thả cá giống | Hợp tác xã Vân Khê | 10/2026",
    )
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(annex=ROWS)])


@pytest.fixture(scope="module")
def ask_visits() -> Ask:
    return asker([plan(annex=VISITS)])


@pytest.mark.parametrize(
    "question",
    ["Liệt kê các lớp tập huấn ở phụ lục I", "các lớp tập huấn của Lam Giang", "Lam Giang có mấy lớp tập huấn"],
)
def test_classes_are_the_rows_called_so_without_the_one_over_them(ask: Ask, question: str) -> None:
    assert listed(ask(question)) == ["Phụ lục I/1.1", "Phụ lục I/1.2", "Phụ lục I/1.3"]


@pytest.mark.parametrize(
    "question",
    [
        "Nâng cao kỹ năng số cho cán bộ thôn gồm những việc nào",
        "các lớp thuộc việc nâng cao kỹ năng số gồm những cái nào",
        "nang cao ky nang so gom may viec",
    ],
)
def test_the_parts_of_a_row_named_in_short_are_told_whole_without_it(ask: Ask, question: str) -> None:
    assert listed(ask(question)) == ["Phụ lục I/1.1", "Phụ lục I/1.2", "Phụ lục I/1.3"]


def test_this_year_is_the_plans_year_and_leaves_no_row_out(ask: Ask) -> None:
    told = ask("Hội Phụ nữ chủ trì những việc gì trong năm nay", date(2026, 5, 20))
    assert listed(told) == ["Phụ lục I/1.1", "Phụ lục I/2"]
    assert listed(ask("Hội Phụ nữ chủ trì những việc gì trong năm 2026")) == listed(told)


def test_how_many_of_them_counts_rows(ask: Ask) -> None:
    assert ask("trong các nhiệm vụ của Lam Giang, Phòng Kinh tế chủ trì mấy cái?").values == ("3",)
    assert ask("cac nhiem vu Phong Kinh te chu tri co bao nhieu dong").values == ("3",)


def test_months_counted_in_are_those_of_the_quarter(ask: Ask) -> None:
    asked = "Việc nào phải xong trong quý I/2026, tính cả những việc ghi hạn theo tháng 2, tháng 3?"
    assert listed(ask(asked)) == ["Phụ lục I/1.1", "Phụ lục I/1.3", "Phụ lục I/3"]


def test_an_office_that_is_a_row_too_is_asked_for_its_work(ask_visits: Ask) -> None:
    asked = "Ban Quản lý rừng và hồ chứa Sông Mơ chủ trì mấy việc trong phụ lục III"
    assert listed(ask_visits(asked)) == ["Phụ lục III/1"]


@pytest.mark.parametrize("question", ["tháng này đi kiểm tra những đâu", "thang nay di kiem tra nhung dau"])
def test_where_one_goes_in_a_month_lists_the_rows_of_the_schedule(ask_visits: Ask, question: str) -> None:
    assert listed(ask_visits(question, date(2026, 6, 3))) == ["Phụ lục II/2", "Phụ lục II/3"]


def test_merged_cells_over_parts_are_the_parts_own() -> None:
    rows = (
        "<table><tr><th>TT</th><th>Tiêu chí</th><th>Nội dung</th><th>ĐVT</th><th>Mục tiêu 2026</th><th>Cơ quan chủ trì</th></tr>"
        '<tr><td rowspan="2">1</td><td rowspan="2">Nước sạch</td><td>1.1. Tỷ lệ hộ có nước máy</td><td>%</td><td>80</td>'
        '<td rowspan="2">Trạm Y tế</td></tr><tr><td>1.2. Tỷ lệ hộ có bể chứa</td><td>%</td><td>60</td></tr>'
        "<tr><td>2</td><td>Điện</td><td>Tỷ lệ hộ có điện</td><td>%</td><td>99</td><td>Phòng Kinh tế</td></tr></table>"
    )
    ask = asker([plan(annex=f"\nPHỤ LỤC I\nBIỂU CHỈ TIÊU NĂM 2026\n\n{rows}\n")])
    places = listed(ask("Trạm Y tế chủ trì những chỉ tiêu nào"))
    assert [place.rpartition("/")[2] for place in places] == ["1.1", "1.2"]


def test_a_kind_left_out_before_a_colon_leaves_the_other() -> None:
    rest, aside = set_aside("ngoài chỉ tiêu: các nhiệm vụ Công an xã chủ trì")
    assert rest.endswith("các nhiệm vụ Công an xã chủ trì")
    assert aside is not None
    assert aside.kind == "target"


PRINTED = (
    "Lịch kiểm tra hồ chứa; kế hoạch kiểm tra hồ chứa; đoàn kiểm tra hồ chứa. Phát triển kinh tế rừng; kinh tế vườn.\n"
    "Tỷ lệ suy dinh dưỡng; trẻ suy dinh dưỡng thấp còi; giảm suy dinh dưỡng thấp còi.\n"
)
RETYPER = Retyper(
    vocabulary_of([PRINTED], ("ai chủ trì",), ()), Expander([("KT", "kinh tế"), ("kt", "kinh tế")]), Expander([])
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lịch kt hồ chứa", "lịch kiểm tra hồ chứa"),
        ("phát triển kt rừng", "phát triển kt rừng"),
        ("suy dd thấp còi", "suy dinh dưỡng thấp còi"),
    ],
)
def test_first_letters_are_what_alone_stands_between_their_neighbours(typed: str, meant: str) -> None:
    assert RETYPER.mended(typed) == meant


def test_years_of_age_are_spelt_out() -> None:
    assert spelt_out("trẻ dưới 5t và người trên 60 t") == "trẻ dưới 5 tuổi và người trên 60 tuổi"
    assert spelt_out("việc từ 6t đầu năm") == "việc từ 6 tháng đầu năm"


def test_letters_for_leading_are_spelt_out_where_an_office_leads() -> None:
    assert spelt_out("phòng A ctr những việc nào") == "phòng A chủ trì những việc nào"
    assert spelt_out("sở nào ctr việc này") == "sở nào chủ trì việc này"
    assert spelt_out("ctr nông thôn mới do ai lo") == "ctr nông thôn mới do ai lo"  # a programme


def _of(issuer: str, number: str, title: str, rows: str) -> Plan:
    head = f"{issuer}\nSố: {number}/KH-UBND\nngày 12 tháng 01 năm 2026\nKẾ HOẠCH\n{title}\n"
    return read(f"{head}\nI. MỤC ĐÍCH\nLàm đúng hạn.\n{rows}")


def test_a_bare_level_gives_way_to_a_word_of_another_plans_title() -> None:
    header = "TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn"
    province = _of(
        "ỦY BAN NHÂN DÂN\nTỈNH LAM GIANG", "27", "Thực hiện Chương trình KORAT năm 2026", ANNEX + table(header, "1 | Tập huấn KORAT cho cán bộ cấp xã | Chi cục Thủy lợi | 8/2026")
    )  # fmt: skip
    commune = _of(
        "ỦY BAN NHÂN DÂN\nXÃ VÂN KHÊ", "9", "Chuyển đổi số năm 2026", ANNEX + table(header, "1 | Tập huấn kỹ năng số cho cán bộ | Phòng Kinh tế | 4/2026")
    )  # fmt: skip
    ask = asker([province, commune])
    assert ask("tập huấn KORAT cho cán bộ xã: khi nào").values == ("8/2026",)
    assert ask("tập huấn kỹ năng số cho cán bộ xã khi nào").values == ("4/2026",)


def test_a_documents_number_is_whole_however_it_is_spaced() -> None:
    assert spelt_out("kế hoạch 12 /KH-UBND và 7/ NQ-HĐND") == "kế hoạch 12/KH-UBND và 7/NQ-HĐND"
    assert spelt_out("tỉnh A / xã B; 3 / 4 xã") == "tỉnh A / xã B; 3 / 4 xã"


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Công an xã, việc chủ trì từ tháng 7 đến hết năm", ["Phụ lục/2"]),
        ("Công an xã: nhiệm vụ chủ trì trước tháng 7", ["Phụ lục/1"]),
        ("cong an xa - viec phoi hop trong quy 3", ["Phụ lục/3"]),
        ("Công an xã, việc chủ trì", ["Phụ lục/1", "Phụ lục/2"]),
    ],
)
def test_a_telegram_of_an_offices_work_may_end_with_a_time(question: str, rows: list[str]) -> None:
    annex = "\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n" + table(
        "TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Sản phẩm | Thời gian",
        "1 | Tuần tra bến đò | Công an xã | | | 4/2026",
        "2 | Cấp thẻ lái đò | Công an xã | | | 9/2026",
        "3 | Sửa cầu phao | Phòng Kinh tế | Công an xã | | 8/2026",
    )
    assert listed(asker([plan(annex=annex)])(question, date(2026, 3, 2))) == rows


@pytest.mark.parametrize(
    "question",
    [
        "Rà giúp: Phụ lục I, nhiệm vụ nào Phòng Kinh tế chủ trì?",
        "Nhờ anh lọc giùm Phụ lục I, nhiệm vụ nào Phòng Kinh tế chủ trì",
        "Mở xem giúp Phụ lục I, nhiệm vụ nào Phòng Kinh tế chủ trì?",
        "Kiểm lại xem Phòng Kinh tế chủ trì những nhiệm vụ nào ở Phụ lục I",
        "Phòng Kinh tế được giao đích danh chủ trì những việc gì ở Phụ lục I?",
        "Phong Kinh te dich danh chu tri nhung viec gi o Phu luc I",
        "Thực tế Phòng Kinh tế chủ trì những việc gì ở Phụ lục I?",
        "Phòng Kinh tế bắt buộc phải chủ trì những việc gì theo PL I?",
        "phong Kinh te chu tri NV nao theo PL I",
        "Các nhiệm vụ Phòng Kinh tế chủ trì ở Phụ lục I, kiểm tra giúp",
    ],
)
def test_words_of_asking_choose_no_rows(ask: Ask, question: str) -> None:
    assert listed(ask(question)) == ["Phụ lục I/1.2", "Phụ lục I/1.3", "Phụ lục I/3"]


@pytest.mark.parametrize(
    "question",
    [
        "Rà giúp: Phụ lục I, nhiệm vụ nào Phòng Kinh tế chủ trì về nuôi ong?",
        "Phòng Kinh tế được giao đích danh chủ trì những việc gì về trồng rừng?",
    ],
)
def test_a_matter_that_no_row_has_is_refused_however_it_is_asked(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_a_plan_is_named_once_over_its_rows_and_beside_each_where_there_are_several() -> None:
    """Two communes with tables of their own; only the second has its hamlets plant bamboo."""
    header = "TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn"
    first = plan(annex=ANNEX + table(header, "1 | Thả cá giống | Phòng Kinh tế | 9/2026"))
    rows = ("1 | Trồng tre ven hồ | Hội Nông dân | 8/2026", "2 | Thả cá bố mẹ | Hội Nông dân | 9/2026")
    second = replace(plan(annex=ANNEX + table(header, *rows)), file="b.txt", header=Header(number="77/KH-UBND"))
    ask = asker([first, second])
    assert ask("Hội Nông dân chủ trì những nhiệm vụ nào?").answer.count("77/KH-UBND") == 1
    both = ask("Những nhiệm vụ nào đến hạn trong tháng 9/2026?").answer
    assert (both.count("12/KH-UBND"), both.count("77/KH-UBND")) == (1, 1)
