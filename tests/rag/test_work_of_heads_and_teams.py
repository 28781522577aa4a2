"""Lists of the work of those at the head of an office and of teams, by post, by group, by the days that it takes."""

from __future__ import annotations

from datetime import date

import pytest

from rag.answer import Status
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

TITLE = "\n{label}\n{title}\n(Kèm theo Kế hoạch số {number} ngày 05/3/2026)\n\n"
OFFICE = HEAD.replace("ỦY BAN NHÂN DÂN\nXÃ SÔNG MƠ", "UBND TỈNH SÔNG LAM\nSỞ THỦY LỢI").replace(
    "Ủy ban nhân dân xã Sông Mơ ban hành", "Sở Thủy lợi ban hành"
)
DAMS = OFFICE.replace("12/KH-UBND", "40/KH-STL").replace(
    "Cải cách hành chính xã Sông Mơ", "Giữ an toàn đập nước tỉnh Sông Lam"
)
SHARED = TITLE.format(label="PHỤ LỤC", title="PHÂN CÔNG NHIỆM VỤ NĂM 2026", number="40/KH-STL") + table(
    "TT | Nhiệm vụ | Sản phẩm | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn | Lãnh đạo Sở phụ trách",
    "1 | Đo thấm thân đập | Báo cáo | Chi cục Đê điều | Trạm Đập Mơ | 18 - 26/9/2026 | PGĐ Lý Bá Thông",
    "2 | Vá mái thượng lưu | Biên bản | Trạm Đập Mơ | Chi cục Đê điều | 22 - 30/9/2026 | Thứ trưởng Hà Văn Lộc",
    "3 | Thanh tra cống xả | Kết luận | Phòng Thanh tra | Chi cục Đê điều | Tháng 10/2026 | Giám đốc Sở",
    "4 | Dựng phương án xả lũ | Đề án | Chi cục Đê điều | Văn phòng Sở | Quý IV/2026 | Giám đốc Sở",
)
PROJECTS = TITLE.format(label="DANH MỤC", title="DỰ ÁN ƯU TIÊN", number="40/KH-STL") + table(
    "STT | Tên dự án | Địa điểm | Quy mô | Chủ đầu tư | Thời gian thực hiện",
    "1 | Trạm đo mưa tự động | Xã Bến Đá | 08 trạm | Chi cục Đê điều | 2027",
    "2 | Nâng cống Cát Lở | Phường Cát Lở | 2 cửa | Trạm Đập Mơ | 2028",
)
MARKET = HEAD.replace("12/KH-UBND", "71/KH-UBND").replace("Cải cách hành chính xã Sông Mơ", "Kiểm tra chợ xã Sông Mơ")
ROUNDS = TITLE.format(label="PHỤ LỤC", title="LỊCH KIỂM TRA CHỢ LIÊN NGÀNH NĂM 2026", number="71/KH-UBND") + table(
    "TT | Đợt kiểm tra | Trưởng đoàn | Thành viên | Địa bàn | Thời gian",
    "I | Đoàn cấp tỉnh | | | | ",
    "1 | Tết Trung thu | Trưởng Phòng Kinh tế | Công an xã | Chợ Mơ | 14/9 - 24/9/2026",
    "2 | Hàng đông lạnh | Chi cục trưởng Chi cục Thú y | Trạm Y tế | Chợ Cát | Tháng 9/2026",
    "II | Đoàn kiểm tra cấp xã | | | | ",
    "1 | Hàng rong | Phó Chủ tịch UBND cấp xã | Công an xã | Toàn xã | Tháng 9/2026",
    "2 | Nước đá | Phó Chủ tịch UBND cấp xã | Trạm Y tế | Toàn xã | Tháng 7/2026",
)
SCHOOLS = HEAD.replace("12/KH-UBND", "83/KH-UBND").replace("Cải cách hành chính xã Sông Mơ", "Trồng tre xã Sông Mơ")
TREES = TITLE.format(label="PHỤ LỤC", title="VIỆC TRỒNG TRE", number="83/KH-UBND") + table(
    "TT | Nhiệm vụ | Chủ trì | Phối hợp | Kết quả | Thời hạn",
    "1 | Ươm hom | Phòng Kinh tế | UBND xã Trường Hà | Đề án | 5/2026",
    "2 | Đắp bầu | UBND xã Trường Hà | Phòng Kinh tế | Bầu cây | 6/2026",
    "3 | Đào hố | Công an xã | Phòng Kinh tế | Hố | 7/2026",
)
THURSDAY = date(2026, 9, 24)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker(
        [
            plan(head=DAMS, annex=SHARED + PROJECTS),
            plan(head=MARKET, annex=ROUNDS),
            plan(head=SCHOOLS, annex=TREES),
        ]
    )


def _rows(ask: Ask, question: str, today: date = THURSDAY) -> list[str]:
    return [one.locator for one in ask(question, today).items]


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Những việc do đích thân Giám đốc Sở Thủy lợi phụ trách", ["3", "4"]),
        ("giam doc so thuy loi truc tiep phu trach may nhiem vu", ["3", "4"]),
        ("Giám đốc Sở phụ trách những nhiệm vụ nào trong tháng 10/2026?", ["3"]),
        ("Thứ trưởng Hà Văn Lộc phụ trách những nhiệm vụ nào?", ["2"]),
        ("thu truong ha van loc phu trach bao nhieu nhiem vu", ["2"]),
    ],
)
def test_whoever_heads_an_office_has_the_rows_that_tell_the_post(ask: Ask, question: str, rows: list[str]) -> None:
    assert _rows(ask, question) == [f"Phụ lục/{row}" for row in rows]


@pytest.mark.parametrize(
    "question",
    [
        "Giám đốc Sở Y tế phụ trách những việc gì?",
        "Giám đốc Sở Công Thương trực tiếp phụ trách những nhiệm vụ nào?",
        "Chủ tịch UBND tỉnh phụ trách những nhiệm vụ nào?",
    ],
)
def test_the_head_of_another_office_has_none(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Trạm Đập Mơ phải làm, phải phối hợp những việc gì?", ["Phụ lục/1", "Phụ lục/2", "Danh mục/2"]),
        ("Phòng Kinh tế vừa làm vừa phối hợp những việc gì?", ["Phụ lục/1", "Phụ lục/2", "Phụ lục/3"]),
        ("phong kinh te lam hay ho tro nhung viec gi", ["Phụ lục/1", "Phụ lục/2", "Phụ lục/3"]),
        ("Phòng Kinh tế phối hợp những việc gì?", ["Phụ lục/2", "Phụ lục/3"]),
    ],
)
def test_both_parts_of_a_unit_are_asked_for_side_by_side(ask: Ask, question: str, rows: list[str]) -> None:
    assert _rows(ask, question) == rows


@pytest.mark.parametrize(
    "question",
    [
        "phu luc phan cong cua so thuy loi: chi cuc de dieu chu tri bao nhieu nhiem vu",
        "Theo bảng phân công của Sở Thủy lợi, Chi cục Đê điều chủ trì mấy việc?",
        "Trong phụ lục phân công của Sở Thủy lợi, Chi cục Đê điều chủ trì những nhiệm vụ nào?",
    ],
)
def test_an_annex_is_called_by_its_title_before_the_units_named(ask: Ask, question: str) -> None:
    assert _rows(ask, question) == ["Phụ lục/1", "Phụ lục/4"]


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Nhiệm vụ an toàn đập nước nào có sản phẩm là đề án?", ["Phụ lục/4"]),
        ("nhung nhiem vu an toan dap nuoc co san pham la de an", ["Phụ lục/4"]),
        ("Nhiệm vụ an toàn đập nước nào có sản phẩm là tượng đài?", []),
    ],
)
def test_the_matter_of_a_plan_is_no_condition_on_its_rows(ask: Ask, question: str, rows: list[str]) -> None:
    assert _rows(ask, question) == rows


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Tuần này Chi cục Đê điều của Sở Thủy lợi phải làm những việc gì?", ["Phụ lục/1", "Phụ lục/2"]),
        ("hôm nay trạm đập mơ có việc gì phải làm", ["Phụ lục/1", "Phụ lục/2"]),
        ("Tuần này Chi cục Đê điều phải xong những việc gì?", ["Phụ lục/1"]),
        ("Tuần này Chi cục Đê điều có việc nào đến hạn?", ["Phụ lục/1"]),
    ],
)
def test_work_of_some_days_is_done_in_each_of_their_weeks(ask: Ask, question: str, rows: list[str]) -> None:
    assert _rows(ask, question) == rows


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Tháng 9 đoàn liên ngành cấp tỉnh kiểm tra chợ những đợt nào?", ["I/1", "I/2"]),
        ("thang 9 doan cap xa kiem tra cho nhung dot nao", ["II/1"]),
        ("Tháng 9 có những đợt kiểm tra chợ nào?", ["I/1", "I/2", "II/1"]),
        ("Tháng 7 đoàn cấp tỉnh kiểm tra chợ những đợt nào?", []),
    ],
)
def test_one_of_the_teams_of_a_calendar_has_its_own_rounds(ask: Ask, question: str, rows: list[str]) -> None:
    assert _rows(ask, question) == [f"Phụ lục/{row}" for row in rows]


@pytest.mark.parametrize(
    "question",
    ["Đợt kiểm tra chợ dịp Trung thu ai làm trưởng đoàn?", "ai la truong doan kiem tra cho dip trung thu"],
)
def test_a_feast_is_called_without_the_word_for_one(ask: Ask, question: str) -> None:
    assert ask(question).values == ("Trưởng Phòng Kinh tế",)
