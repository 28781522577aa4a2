"""What is counted in beside what is asked for, exact amounts, deadlines in a stretch said loosely, and tasks under headings."""

from __future__ import annotations

from datetime import date

import pytest

from rag.answer import Status
from tests.ingest.sources import plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

BODY = """I. MỤC ĐÍCH
Giữ làng nghề đan cói.

II. NHIỆM VỤ VÀ PHÂN CÔNG

1. Công tác tuyên truyền

a) Phát tờ rơi về giống cói mới (Phòng Văn hóa chủ trì, Đoàn Thanh niên phối hợp; hoàn thành trước ngày 15/6/2026).

b) Lập danh sách hộ còn khung dệt cổ (Phòng Kinh tế chủ trì, Công an xã phối hợp; hoàn thành trước ngày 20/5/2026).

2. Công tác trồng cói

a) Đắp bờ ruộng cói (Phòng Kinh tế chủ trì, Hội Nông dân phối hợp; hoàn thành trước ngày 31/5/2026).

b) Bón lót phân xanh (Hội Nông dân chủ trì, Phòng Kinh tế phối hợp; hoàn thành trước ngày 30/9/2026).

c) Làm cỏ vụ đầu (Hội Nông dân chủ trì, Phòng Kinh tế phối hợp; hoàn thành trước ngày 10/10/2026).
"""
TITLE = "\nPHỤ LỤC {number}\n{title}\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n"
TARGETS = TITLE.format(number="I", title="CHỈ TIÊU GIỮ NGHỀ") + table(
    "TT | Chỉ tiêu | Đơn vị tính | 2026 | 2027 | 2028 | Đơn vị theo dõi",
    "1 | Hộ có khung dệt được tập huấn | % | 60 | 85 | 100 | Phòng Kinh tế",
    "2 | Chiếu cói có tem nhãn | % | 100 | 100 | 100 | Phòng Kinh tế",
    "3 | Ruộng cói được tưới chủ động | % | 40 | 70 | 95 | Hội Nông dân",
    "4 | Lớp học có chiếu cói | % | 100 | 100 | | Phòng Văn hóa",
)
TASKS = TITLE.format(number="II", title="VIỆC GIỮ NGHỀ") + table(
    "TT | Nhiệm vụ | Chủ trì | Phối hợp | Kết quả | Thời hạn",
    "1 | Mở chợ phiên bán chiếu | Phòng Kinh tế | Công an xã | Chợ phiên | 5/2026",
    "2 | Thi dệt chiếu hoa | Phòng Văn hóa; Phòng Kinh tế | Đoàn Thanh niên | Giải thưởng | 6/2026",
    "3 | Sửa nhà kho phơi cói | Phòng Kinh tế | Hội Nông dân | Nhà kho | 8/2026",
)
MAY = date(2026, 5, 4)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(body=BODY, annex=TARGETS + TASKS)])


@pytest.fixture(scope="module")
def ask_prose() -> Ask:
    return asker([plan(body=BODY)])


def _rows(ask: Ask, question: str, today: date = MAY) -> list[str]:
    return [one.locator for one in ask(question, today).items]


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Những chỉ tiêu nào năm 2026 phải đạt tròn 100%?", ["Phụ lục I/2", "Phụ lục I/4"]),
        ("chi tieu nao nam 2026 phai dat tron 100%", ["Phụ lục I/2", "Phụ lục I/4"]),
        ("Chỉ tiêu nào đến năm 2028 bằng đúng 100%?", ["Phụ lục I/1", "Phụ lục I/2"]),
        ("Có chỉ tiêu nào đến năm 2028 đạt đúng 95% không?", ["Phụ lục I/3"]),
        ("Chỉ tiêu nào năm 2027 đạt trên 80%?", ["Phụ lục I/1", "Phụ lục I/2", "Phụ lục I/4"]),
        ("Chỉ tiêu nào đến năm 2027 còn dưới 80%?", ["Phụ lục I/3"]),
    ],
)
def test_an_amount_is_that_of_the_year_asked_for(ask: Ask, question: str, rows: list[str]) -> None:
    assert _rows(ask, question) == rows


def test_no_target_of_that_amount_is_said_so(ask: Ask) -> None:
    assert ask("Chỉ tiêu nào năm 2026 phải đạt tròn 55%?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "Phòng Văn hóa chủ trì những gì, tính cả chỉ tiêu?",
        "Phòng Văn hóa chủ trì những việc gì, kể luôn các chỉ tiêu?",
        "phong van hoa chu tri nhung viec gi, tinh ca chi tieu",
        "Phòng Văn hóa chủ trì những gì, chỉ tiêu cũng tính?",
        "Phòng Văn hóa chủ trì bao nhiêu việc, gộp cả chỉ tiêu?",
        "Phòng Văn hóa chủ trì mấy đầu việc, cộng luôn chỉ tiêu?",
        "phong van hoa chu tri may viec, chi tieu cung gop vao",
    ],
)
def test_targets_counted_in_stand_beside_the_tasks_in_the_order_of_the_plan(ask: Ask, question: str) -> None:
    assert _rows(ask, question) == ["II/1/a", "Phụ lục I/4", "Phụ lục II/2"]


def test_targets_to_be_listed_are_not_counted_in(ask: Ask) -> None:
    assert _rows(ask, "Liệt kê các chỉ tiêu của Phòng Văn hóa") == ["Phụ lục I/4"]


@pytest.mark.parametrize(
    "question",
    [
        "Phòng Văn hóa chủ trì mấy việc trong Phụ lục II, kể cả việc làm chung với Phòng Kinh tế?",
        "Phòng Văn hóa chủ trì mấy việc trong Phụ lục II, tính luôn cái cùng chủ trì với Phòng Kinh tế?",
        "Phòng Văn hóa chủ trì mấy việc trong Phụ lục II (kể cả việc làm cùng Phòng Kinh tế)?",
    ],
)
def test_one_who_shares_what_is_counted_in_is_no_condition(ask: Ask, question: str) -> None:
    assert ask(question).values == ("1",)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Tháng này có việc nào hạn chót rơi đúng trong tháng không?", ["II/1/b", "II/2/a", "Phụ lục II/1"]),
        ("Có nhiệm vụ nào hạn cuối nằm trong tháng 6 không?", ["II/1/a", "Phụ lục II/2"]),
        ("Nhiệm vụ nào hạn cuối nằm trong tháng 9?", ["II/2/b"]),
        ("nhiem vu nao han cuoi nam trong thang 9", ["II/2/b"]),
        ("Từ giờ tới cuối tháng phải xong những việc gì?", ["II/1/b", "II/2/a", "Phụ lục II/1"]),
        ("Từ nay đến hết quý Phòng Văn hóa còn phải xong việc gì?", ["II/1/a", "Phụ lục II/2"]),
        ("Từ nay đến hết tuần phải xong những việc nào?", []),
    ],
)
def test_a_deadline_in_a_stretch_is_asked_for_in_many_words(ask: Ask, question: str, rows: list[str]) -> None:
    assert _rows(ask, question) == rows


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Phối hợp mở chợ phiên bán chiếu: đơn vị nào?", ("Công an xã",)),
        ("Phối hợp sửa nhà kho phơi cói, những ai?", ("Hội Nông dân",)),
        ("Cùng làm đắp bờ ruộng cói: cơ quan nào?", ("Hội Nông dân",)),
        ("Sửa nhà kho phơi cói: ai, phối hợp với ai?", ("Phòng Kinh tế", "Hội Nông dân")),
        ("Lập danh sách hộ còn khung dệt cổ phải xong trước hôm nào?", ("trước ngày 20/5/2026",)),
        ("lap danh sach ho con khung det co xong ngay nao", ("trước ngày 20/5/2026",)),
    ],
)
def test_one_cell_is_asked_for_by_a_telegram(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


@pytest.mark.parametrize(
    ("question", "values", "rows"),
    [
        ("Phần II có tất cả bao nhiêu nhiệm vụ?", ("5",), ["II/1/a", "II/1/b", "II/2/a", "II/2/b", "II/2/c"]),
        ("Mục II kế hoạch 12/KH-UBND có mấy việc?", ("5",), ["II/1/a", "II/1/b", "II/2/a", "II/2/b", "II/2/c"]),
        ("Phần II chia thành mấy nhóm nhiệm vụ?", ("2",), ["II/1", "II/2"]),
        ("Mục II.2 có mấy nhiệm vụ?", ("3",), ["II/2/a", "II/2/b", "II/2/c"]),
    ],
)
def test_tasks_under_headings_are_counted_not_the_headings(
    ask_prose: Ask, question: str, values: tuple[str, ...], rows: list[str]
) -> None:
    told = ask_prose(question)
    assert (told.values, [one.locator for one in told.items]) == (values, rows)
