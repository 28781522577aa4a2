"""Which plan is meant where plans of many offices are loaded, and that none answers for another's."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed


def _head(office: str, over: str, number: str, place: str, day: str, title: str, enacts: str) -> str:
    return f"{over}\n{office}\n\nSố: {number}\n{place}, ngày {day}\n\nKẾ HOẠCH\n{title}\n\n{enacts} ban hành Kế hoạch như sau:\n"


def _closing(signer: str) -> str:
    return f"\nNơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n\n{signer}\n"


FORESTS = plan(
    head=_head(
        "BAN QUẢN LÝ KHU DU LỊCH",
        "UBND TỈNH KIM HÀ",
        "31/KH-BQLKDL",
        "Kim Hà",
        "16 tháng 3 năm 2026",
        "Phát triển bến thuyền năm 2026",
        "Ban Quản lý Khu du lịch tỉnh (sau đây gọi tắt là Ban)",
    ),
    body="""I. CÔNG VIỆC
1. Lập danh mục bến thuyền.
Chủ trì: Phòng Quản lý hồ. Phối hợp: Văn phòng Ban.
Thời gian: trước ngày 20/4/2026.
2. Sơn lại phao tiêu.
Chủ trì: Phòng Quản lý hồ. Phối hợp: Văn phòng Ban.
Thời gian: trước ngày 20/5/2026.
3. Tập huấn lái thuyền.
Chủ trì: Văn phòng Ban. Phối hợp: Phòng Quản lý hồ.
Thời gian: trước ngày 20/6/2026.
II. TỔ CHỨC THỰC HIỆN
1. Đồng chí Lò Văn Én, Phó Trưởng ban trực tiếp chỉ đạo các công việc từ số 1 đến số 2; đồng chí Mai Thị Sáo, Phó Trưởng ban trực tiếp chỉ đạo công việc số 3.
""",
    closing=_closing("Đinh Văn Vạc"),
)
FARMS = plan(
    head=_head(
        "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
        "UBND TỈNH LAM GIANG",
        "77/KH-SNNMT",
        "Lam Giang",
        "29 tháng 12 năm 2025",
        "Cải cách hành chính năm 2026",
        "Sở Nông nghiệp và Môi trường",
    ),
    body="I. NHIỆM VỤ\n1. Khảo sát của tỉnh Kim Hà và xã Vân Sơn làm mẫu.\n",
    closing=_closing("Hà Thị Cúc"),
)
INDUSTRY = plan(
    head=_head(
        "BỘ CHẾ BIẾN",
        "CHÍNH PHỦ",
        "15/KH-BCB",
        "Hà Nội",
        "09 tháng 3 năm 2026",
        "Bảo đảm muối ăn năm 2026",
        "Bộ Chế biến",
    ),
    annex="\nPHỤ LỤC\nNHIỆM VỤ NĂM 2026\n"
    + table(
        "TT | Nhiệm vụ | Cấp trình | Đơn vị chủ trì | Thời hạn | Ghi chú",
        "1 | Nghị định về muối biển | Chính phủ | Cục Muối | Tháng 9/2026 | ",
        "2 | Đề án kho muối miền núi | Thủ tướng Chính phủ | Cục Muối | Tháng 6/2026 | Tối thiểu 40 kho/năm",
        "3 | Chiến lược nước mắm | Thủ tướng Chính phủ | Vụ Mắm | Tháng 8/2026 | ",
        "4 | Thông tư về độ mặn | Bộ trưởng | Vụ Mắm | Tháng 5/2026 | ",
    ),
    closing=_closing("Ngô Văn Chài"),
)
FAITHS = plan(
    head=_head(
        "SỞ VĂN HÓA",
        "UBND TỈNH NÚI BẠC",
        "9/KH-SVH",
        "Núi Bạc",
        "29 tháng 01 năm 2026",
        "Công tác lễ hội năm 2026",
        "Sở Văn hóa",
    ),
    annex="\nPHỤ LỤC\nLỊCH KIỂM TRA LỄ HỘI NĂM 2026\n"
    + table(
        "TT | Đơn vị được kiểm tra | Nội dung kiểm tra | Thời gian | Đoàn do đơn vị chủ trì | Trưởng đoàn",
        "1 | UBND xã Suối Trong | Lễ hội xuống đồng | Tháng 3/2026 | Phòng Di sản | Phó Giám đốc Vũ Văn Khèn",
        "2 | UBND xã Đồi Sim | Lễ hội hoa | Tháng 5/2026 | Phòng Biểu diễn | Giám đốc Tạ Thị Đàn",
        "3 | UBND xã Bản Ngòi | Lễ cơm mới | Tháng 9/2026 | Phòng Di sản | Phó Giám đốc Vũ Văn Khèn",
    ),
    closing=_closing("Tạ Thị Đàn"),
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([FORESTS, FARMS, INDUSTRY, FAITHS])


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("KH CCHC 2026 của Sở NN&MT Lam Giang ban hành ngày nào?", "ngày 29 tháng 12 năm 2025"),
        ("Sở NN&MT Lam Giang ban hành kế hoạch cải cách hành chính ngày nào?", "ngày 29 tháng 12 năm 2025"),
        ("Ban Quản lý Khu du lịch Kim Hà ban hành kế hoạch ngày nào?", "ngày 16 tháng 3 năm 2026"),
        ("kế hoạch của BQLKDL Kim Hà ai ký?", "Đinh Văn Vạc"),
        ("Kế hoạch của BCB do ai ký?", "Ngô Văn Chài"),
        ("kế hoạch của Sở Văn hóa Núi Bạc số mấy?", "9/KH-SVH"),
    ],
)
def test_an_office_called_in_short_is_asked_of_its_own_plan(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


@pytest.mark.parametrize(
    "question",
    [
        "kế hoạch của Sở Y tế Lam Giang ai ký?",
        "Kế hoạch của Sở Văn hóa Lam Giang số mấy?",
        "KH CCHC của Sở NN&MT Kim Hà ban hành ngày nào?",
        "Kế hoạch cải cách hành chính của UBND tỉnh Lam Giang ai ký?",
        "kế hoạch của sở văn hóa kim hà ai ký",
    ],
)
def test_the_head_of_another_offices_plan_or_of_its_namesakes_elsewhere_is_not_told(ask: Ask, question: str) -> None:
    assert (ask(question).status, ask(question).values) == (Status.NOT_FOUND, ())


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Kế hoạch của BCB: những nhiệm vụ nào trình TTgCP?", ["Phụ lục/2", "Phụ lục/3"]),
        ("Kế hoạch của BCB: những nhiệm vụ nào trình Chính phủ?", ["Phụ lục/1"]),
        ("Bộ Chế biến: các nhiệm vụ trình Bộ trưởng?", ["Phụ lục/4"]),
        ("Kế hoạch của BCB: những nhiệm vụ nào trình Quốc hội?", []),
        ("Phòng Di sản của Sở Văn hóa Núi Bạc chủ trì mấy đoàn kiểm tra?", ["Phụ lục/1", "Phụ lục/3"]),
        ("Phòng Biểu diễn chủ trì những đoàn kiểm tra nào?", ["Phụ lục/2"]),
        ("Phòng Quản lý hồ thuộc Ban Quản lý Khu du lịch tỉnh Kim Hà chủ trì những công việc gì?", ["I/1", "I/2"]),
    ],
)
def test_rows_are_listed_by_the_room_or_by_whom_they_go_to(ask: Ask, question: str, rows: list[str]) -> None:
    assert listed(ask(question)) == rows


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Công việc số 3 tại Kế hoạch số 31/KH-BQLKDL do đồng chí Phó Trưởng ban nào trực tiếp chỉ đạo?",
            ("Mai Thị Sáo",),
        ),
        ("Kế hoạch 31/KH-BQLKDL, ai phụ trách công việc số 1 và 3?", ("Lò Văn Én", "Mai Thị Sáo")),
        ("Kế hoạch 31/KH-BQLKDL: việc số 9 đồng chí nào chỉ đạo?", ()),
        ("Kế hoạch của BCB: đề án kho muối miền núi mỗi năm bao nhiêu kho?", ("40 kho/năm",)),
    ],
)
def test_what_is_told_beside_a_row_answers_of_it(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


def test_the_short_name_that_an_office_gives_itself_is_no_part_of_the_issuers() -> None:
    assert FORESTS.header.issuer == "Ban Quản lý Khu du lịch tỉnh"
