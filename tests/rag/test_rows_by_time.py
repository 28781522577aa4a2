"""Rows asked for by when they are due, by what the plan calls them and by who does them, and what is then refused."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.wording import NO_PROGRESS
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

TITLE = "\nPHỤ LỤC\n{title}\n(Kèm theo Kế hoạch số {number} ngày 05/3/2026)\n\n"
WORK = TITLE.format(title="BẢNG PHÂN CÔNG NHIỆM VỤ", number="12/KH-UBND") + table(
    "TT | Nhiệm vụ | Chủ trì | Phối hợp | Kết quả | Thời hạn",
    "1 | Khảo sát bến thuyền | Phòng Kinh tế | UBND các xã, phường | Bản đồ | 2026",
    "2 | Nạo vét kênh Đông | Phòng Kinh tế | Công an xã | Kênh | 2026 - 2028",
    "3 | Mở lớp lái thuyền | Phòng Văn hóa | UBND các xã, phường | Lớp | Quý II/2026",
    "4 | Trực cứu hộ | Công an xã | Phòng Văn hóa | Sổ trực | Thường xuyên",
    "5 | Đóng thuyền mẫu | Phòng Văn hóa | Phòng Kinh tế | Thuyền | 31/12/2027",
)
FERRIES = TITLE.format(title="BẢNG PHÂN CÔNG NHIỆM VỤ", number="12/KH-UBND") + table(
    "TT | Nhiệm vụ | Chủ trì | Phối hợp | Kết quả | Thời hạn",
    "1 | Sơn lại bến phà | Công an xã | Phòng Kinh tế | Bến | Từ tháng 8/2026 đến quý IV/2026",
    "2 | Kẻ số thuyền | Công an xã | Phòng Kinh tế | Số thuyền | 12/2026",
    "3 | Trực phao tiêu | Công an xã | Phòng Văn hóa | Sổ trực | Thường xuyên",
    "4 | Vá lưới chắn rác | Phòng Kinh tế | Công an xã | Lưới | 31/12/2026",
    "5 | Thả phao bến Đông | Phòng Văn hóa | Phòng Kinh tế | Phao | 4/2026",
)
OTHER = HEAD.replace("12/KH-UBND", "31/KH-UBND").replace("Cải cách hành chính", "Chợ nổi")
PROJECTS = TITLE.format(title="DANH MỤC ĐỀ ÁN, DỰ ÁN ƯU TIÊN", number="31/KH-UBND") + table(
    "TT | Tên đề án, dự án | Chủ trì | Kết quả | Thời hạn",
    "1 | Đề án sắp xếp chợ nổi | Phòng Kinh tế | Đề án | Quý I/2026",
    "2 | Dự án bến chợ | Ban Quản lý dự án | Bến | 2026 - 2027",
    "3 | Đề án thu gom rác chợ | Công an xã | Đề án | Quý IV/2026",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(annex=WORK)])


@pytest.fixture(scope="module")
def ask_ferries() -> Ask:
    return asker([plan(annex=FERRIES)])


@pytest.fixture(scope="module")
def ask_projects() -> Ask:
    return asker([plan(annex=WORK), plan(head=OTHER, annex=PROJECTS)])


def _rows(ask: Ask, question: str) -> list[str]:
    return [one.locator.rpartition("/")[2] for one in ask(question).items]


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Kế hoạch 12/KH-UBND: nhiệm vụ nào có hạn cuối là năm 2028?", ["2"]),
        ("ke hoach 12 nhung viec nao co thoi gian thuc hien keo dai den nam 2028", ["2"]),
        ("Kế hoạch 12/KH-UBND – việc hạn 2027", ["5"]),
        ("Những việc nào của kế hoạch 12 đến hạn ngày 2027-12-31?", ["5"]),
        ("Kế hoạch 12 có việc nào hạn chót 31/12/2027?", ["5"]),
        ("Những việc nào trong kế hoạch 12 đúng năm 2026 thôi?", ["1", "3"]),
        ("viec nao trong ke hoach 12 dung nam 2026 (khong tinh viec keo dai nhieu nam)", ["1", "3"]),
        ("Nhiệm vụ nào trong kế hoạch 12 ghi thời gian đúng năm 2026?", ["1"]),
        ("Liệt kê các việc bắt đầu từ năm 2026 trong kế hoạch 12", ["2"]),
        ("Những nhiệm vụ nào của kế hoạch 12 đến hạn sau năm 2026?", ["2", "5"]),
    ],
)
def test_a_year_that_names_no_plan_is_when_rows_are_due(ask: Ask, question: str, rows: list[str]) -> None:
    """However it is said: as the end of a stretch, as a day by its ISO form, as a year alone."""
    assert _rows(ask, question) == rows


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Quý III/2026 kế hoạch 12 có việc nào khởi động không, ghi bắt đầu từ tháng mấy?", ["1"]),
        ("ke hoach 12 quy III/2026 co viec nao khoi dong khong", ["1"]),
        ("Trong kế hoạch 12 tháng 8/2026 có nhiệm vụ nào bắt đầu không, ghi hạn khi nào?", ["1"]),
        ("Những nhiệm vụ nào do Công an xã chủ trì trong kế hoạch 12 không có thời hạn 12/2026?", ["1", "3"]),
        ("nhung viec nao do Cong an xa chu tri trong ke hoach 12 khong ghi han thang 12/2026", ["1", "3"]),
        ("Những việc nào trong kế hoạch 12 không có hạn hoàn thành là tháng 4/2026?", ["1", "2", "3", "4"]),
    ],
)
def test_rows_begin_in_a_time_or_have_another_deadline(ask_ferries: Ask, question: str, rows: list[str]) -> None:
    assert _rows(ask_ferries, question) == rows


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("UBND cấp xã phối hợp những nhiệm vụ nào trong kế hoạch 12?", ["1", "3"]),
        ("ubnd cac xa phoi hop nhung viec gi trong ke hoach 12", ["1", "3"]),
        ("Những việc của các xã, phường trong kế hoạch 12", ["1", "3"]),
        ("Có bao nhiêu nhiệm vụ trong kế hoạch 12 giao cho cấp xã?", []),
        ("Phòng Kinh tế được giao t/hiện những NV nào trong kế hoạch 12?", ["1", "2"]),
        ("Phòng Văn hóa – việc p/hợp (kế hoạch 12/KH-UBND)", ["4"]),
    ],
)
def test_all_offices_of_a_level_are_one_however_they_are_named(ask: Ask, question: str, rows: list[str]) -> None:
    """A level that leads nothing gets no row, not all of them."""
    assert _rows(ask, question) == rows


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Kế hoạch 31/KH-UBND có mấy đề án?", ["1", "3"]),
        ("liet ke cac du an trong ke hoach 31/kh-ubnd", ["2"]),
        ("Ban Quản lý dự án chủ trì những dự án nào theo kế hoạch 31/KH-UBND?", ["2"]),
        ("Những đề án nào trong kế hoạch 31/KH-UBND đến hạn trong quý IV/2026?", ["3"]),
        ("Kế hoạch 31/KH-UBND có tất cả bao nhiêu đề án, dự án?", ["1", "2", "3"]),
    ],
)
def test_rows_are_asked_for_by_what_the_plan_calls_them(ask_projects: Ask, question: str, rows: list[str]) -> None:
    """By the annex's title or the words that open their names."""
    assert _rows(ask_projects, question) == rows


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Những việc nào trong kế hoạch mở lớp lái thuyền, trực cứu hộ có hạn năm 2028?", ["2"]),
        ("Phòng Văn hóa chủ trì việc gì hằng năm theo kế hoạch 12?", []),
        ("Công an xã chủ trì việc gì thường xuyên theo kế hoạch 12?", ["4"]),
        ("Nhiệm vụ nào của kế hoạch 12 có thời gian thực hiện 2026-2028?", ["2"]),
    ],
)
def test_a_plan_and_a_time_are_known_by_what_is_printed(ask: Ask, question: str, rows: list[str]) -> None:
    """A plan by the words that only it prints, a time by the cell that says just that."""
    assert _rows(ask, question) == rows


def test_an_annex_is_named_by_a_long_run_of_its_title() -> None:
    goals = "\nPHỤ LỤC {number}\nLỘ TRÌNH PHÁT TRIỂN {of}\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n"
    boats = goals.format(number="I", of="ĐỘI THUYỀN CHỞ KHÁCH CỦA XÃ") + table(
        "TT | Chỉ tiêu | Đơn vị tính | Năm 2026", "1 | Thuyền gỗ | Chiếc | 12", "2 | Thuyền máy | Chiếc | 4"
    )
    quays = goals.format(number="II", of="MẠNG LƯỚI BẾN ĐÒ NGANG CỦA XÃ") + table(
        "TT | Chỉ tiêu | Đơn vị tính | Năm 2026", "1 | Bến xi măng | Bến | 3"
    )
    ask = asker([plan(annex=boats + quays)])
    assert ask("lộ trình phát triển mạng lưới bến đò ngang: mấy chỉ tiêu?").values == ("1",)
    assert ask("lo trinh phat trien doi thuyen cho khach co may chi tieu").values == ("2",)


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch 12: việc nào đã hoàn thành?",
        "ke hoach 12 co bao nhieu viec lam xong roi",
        "Phòng Kinh tế có những việc nào đã thực hiện xong trong kế hoạch 12?",
    ],
)
def test_no_plan_tells_which_work_is_done(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.answer) == (Status.NOT_FOUND, NO_PROGRESS)


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch 12 có việc nào hạn rơi vào cuối tháng?",
        "Những việc cần làm gấp trong kế hoạch 12",
        "Những nhiệm vụ mới của kế hoạch 12?",
        "Kế hoạch 12 có mấy mục tiêu?",
        "Việc nào kế hoạch 12 có hạn năm 2030?",
    ],
)
def test_what_no_row_meets_lists_none(ask: Ask, question: str) -> None:
    """A condition that is not understood, or met by no row, is never answered with every row."""
    answer = ask(question)
    assert answer.status is Status.NOT_FOUND
    assert not answer.items
