"""Which of a row's columns is meant: the beginning beside the end, the person beside the office, one whose name the work bears."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import annexed
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

WORKS = (
    "TT | Nội dung công việc | Tháng bắt đầu | Tháng kết thúc | Đơn vị thực hiện | Người phụ trách | Đơn vị phối hợp | Nhật ký",
    "I | Vườn ươm | | | | | | ",
    "1 | Gây giống hoa cúc | 02/2026 | 6/2026 | Tổ Vườn | Đ/c Đinh Thị Sim | Tổ Điện nước | Sổ gieo hạt",
    "2 | Xây nhà lưu nhật ký canh tác | 4/2026 | 9/2026 | Tổ Xây lắp | Đ/c Khuất Văn Lẫm | Tổ Vườn | Bản vẽ hoàn công",
    "II | Chợ hoa | | | | | | ",
    "1 | Dựng gian hàng hoa | | 12/2026 | Tổ Xây lắp | Đ/c Đinh Thị Sim | Tổ Vườn; Tổ Điện nước | Biên bản",
    "2 | Bán hoa lưu động | 10/2026 | 12/2026 | Tổ Vườn | | Tổ Xây lắp | ",
)
WORKS_TITLE = "\nPHỤ LỤC\nPHÂN CÔNG CÔNG VIỆC\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n"


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a plan whose work begins, ends, and is done by offices and persons, each in a column of its own."""
    return asker([annexed(*WORKS, title=WORKS_TITLE)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Gây giống hoa cúc - tháng bắt đầu, tháng kết thúc", ("02/2026", "6/2026")),
        ("Việc gây giống hoa cúc bắt đầu và kết thúc khi nào?", ("02/2026", "6/2026")),
        ("gây giống hoa cúc làm từ tháng mấy đến tháng mấy vậy", ("02/2026", "6/2026")),
        ("Khi nào bắt đầu gây giống hoa cúc?", ("02/2026",)),
        ("gay giong hoa cuc khoi dong tu thang nao", ("02/2026",)),
        ("Gây giống hoa cúc bắt đầu tháng 02/2026 thì kết thúc lúc nào?", ("6/2026",)),
        ("Gây giống hoa cúc kéo dài đến khi nào?", ("6/2026",)),
        ("Gây giống hoa cúc khi nào xong?", ("6/2026",)),
        ("Gây giống hoa cúc làm từ bao giờ tới bao giờ, đơn vị nào làm?", ("02/2026", "6/2026", "Tổ Vườn")),
    ],
)
def test_work_with_a_column_for_each_end_tells_the_one_asked_for_or_both(
    ask: Ask, question: str, values: tuple[str, ...]
) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


def test_a_beginning_whose_cell_is_blank_is_said_to_be_blank(ask: Ask) -> None:
    answer = ask("Dựng gian hàng hoa bắt đầu từ tháng mấy?")
    assert (answer.status, answer.values) == (Status.NOT_STATED, ())
    assert "tháng bắt đầu" in answer.answer
    assert ask("Dựng gian hàng hoa từ tháng mấy đến tháng mấy?").values == ("12/2026",)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Xây nhà lưu nhật ký canh tác tới tháng mấy mới xong nhỉ?", "9/2026"),
        ("Nhà lưu nhật ký canh tác bắt đầu khi nào?", "4/2026"),
        ("Việc xây nhà lưu nhật ký canh tác có nhật ký gì?", "Bản vẽ hoàn công"),
        ("nhật ký việc 2 nhóm I phụ lục", "Bản vẽ hoàn công"),
    ],
)
def test_the_name_of_a_column_that_the_work_bears_asks_for_no_cell_of_it(ask: Ask, question: str, value: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, (value,))


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Tổ Vườn là đơn vị thực hiện những công việc nào?", ["Phụ lục/I/1", "Phụ lục/II/2"]),
        ("những việc Tổ Vườn đứng ở cột đơn vị thực hiện", ["Phụ lục/I/1", "Phụ lục/II/2"]),
        ("Công việc nào có Tổ Vườn làm đơn vị thực hiện?", ["Phụ lục/I/1", "Phụ lục/II/2"]),
        ("Tổ Vườn được ghi ở cột phối hợp những việc nào", ["Phụ lục/I/2", "Phụ lục/II/1"]),
        ("Tổ Vườn tham gia những việc nào với vai trò đơn vị phối hợp", ["Phụ lục/I/2", "Phụ lục/II/1"]),
        ("Tổ Vườn của UBND xã Sông Mơ được giao thực hiện những việc nào?", ["Phụ lục/I/1", "Phụ lục/II/2"]),
        ("Tổ Vườn thuộc UBND xã Sông Mơ phối hợp những việc nào", ["Phụ lục/I/2", "Phụ lục/II/1"]),
        ("Tổ Vườn không phải là đơn vị thực hiện những việc nào?", ["Phụ lục/I/2", "Phụ lục/II/1"]),
        ("Tổ Vườn có tên trong những việc nào?", ["Phụ lục/I/1", "Phụ lục/I/2", "Phụ lục/II/1", "Phụ lục/II/2"]),
    ],
)
def test_the_name_of_its_column_tells_a_units_part(ask: Ask, question: str, rows: list[str]) -> None:
    assert listed(ask(question)) == rows


def test_a_unit_of_another_place_has_no_part_in_it(ask: Ask) -> None:
    assert ask("Tổ Vườn của UBND xã Đá Nổi được giao thực hiện những việc nào?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Đồng chí nào phụ trách gây giống hoa cúc?", ("Đ/c Đinh Thị Sim",)),
        ("dong chi nao phu trach gay giong hoa cuc", ("Đ/c Đinh Thị Sim",)),
        ("Ai phụ trách việc gây giống hoa cúc?", ("Đ/c Đinh Thị Sim",)),
        ("người phụ trách gây giống hoa cúc là ai", ("Đ/c Đinh Thị Sim",)),
        ("Gây giống hoa cúc được giao cho đồng chí nào?", ("Đ/c Đinh Thị Sim",)),
        ("ai thực hiện việc gây giống hoa cúc", ("Tổ Vườn",)),
        ("Đơn vị nào phụ trách gây giống hoa cúc?", ("Tổ Vườn",)),
        ("Đơn vị nào thực hiện gây giống hoa cúc, ai phụ trách?", ("Tổ Vườn", "Đ/c Đinh Thị Sim")),
        ("ai phụ trách và đơn vị nào thực hiện gây giống hoa cúc", ("Đ/c Đinh Thị Sim", "Tổ Vườn")),
        ("Gây giống hoa cúc do ai phụ trách, hạn khi nào?", ("Đ/c Đinh Thị Sim", "6/2026")),
        (
            "đồng chí nào phụ trách, đơn vị nào phối hợp gây giống hoa cúc",
            ("Đ/c Đinh Thị Sim", "Tổ Điện nước"),
        ),
    ],
)
def test_a_person_in_charge_is_told_beside_the_office(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    "question",
    ["Ai phụ trách bán hoa lưu động?", "đồng chí nào phụ trách bán hoa lưu động", "Người phụ trách bán hoa lưu động?"],
)
def test_a_person_who_is_left_blank_is_no_office(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.NOT_STATED, ())
    assert "người phụ trách" in answer.answer


def test_where_no_column_names_persons_none_is_told() -> None:
    plain = asker([annexed("TT | Việc | Chủ trì | Hạn", "1 | Gây giống hoa cúc | Tổ Vườn | 6/2026")])
    assert plain("Đồng chí nào phụ trách gây giống hoa cúc?").status is Status.NOT_STATED
    assert plain("Ai phụ trách gây giống hoa cúc?").values == ("Tổ Vườn",)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("đ/c Đinh Thị Sim phụ trách những việc nào?", ["Phụ lục/I/1", "Phụ lục/II/1"]),
        ("Những việc do đ/c Đinh Thị Sim phụ trách", ["Phụ lục/I/1", "Phụ lục/II/1"]),
        ("có bao nhiêu việc do đồng chí Đinh Thị Sim phụ trách", ["Phụ lục/I/1", "Phụ lục/II/1"]),
        ("đ/c Khuất Văn Lẫm phụ trách những việc nào trong bảng tiến độ vậy?", ["Phụ lục/I/2"]),
        ("bà Đinh Thị Sim lo những việc gì", ["Phụ lục/I/1", "Phụ lục/II/1"]),
        ("Việc nào chưa có người phụ trách?", ["Phụ lục/II/2"]),
        ("đ/c Ngô Văn Bền phụ trách những việc nào?", []),
    ],
)
def test_the_work_of_a_person_is_listed(ask: Ask, question: str, rows: list[str]) -> None:
    assert listed(ask(question)) == rows


def test_the_figure_of_a_year_that_the_row_leaves_blank_is_said_to_be_blank() -> None:
    figures = (
        "TT | Chỉ tiêu | ĐVT | Thực hiện 2025 | Kế hoạch 2026 | Đến năm 2030 | Cơ quan theo dõi",
        "1 | Vườn ươm có hệ thống tưới nhỏ giọt | Vườn | 4 | 9 | 20 | Phòng Kinh tế",
        "2 | Gian hàng hoa có mã truy xuất | % | 35 | 60 | | Phòng Kinh tế",
    )
    ask_figures = asker([annexed(*figures)])
    for question in (
        "Gian hàng hoa có mã truy xuất đến năm 2030 đạt bao nhiêu?",
        "Chỉ tiêu số 2 phụ lục đến năm 2030 là bao nhiêu?",
        "gian hang hoa co ma truy xuat nam 2030 phai dat bao nhieu %",
    ):
        answer = ask_figures(question)
        assert (answer.status, answer.values) == (Status.NOT_STATED, ())
        assert "đến năm 2030" in answer.answer
    assert ask_figures("Vườn ươm có hệ thống tưới nhỏ giọt đến năm 2030 đạt bao nhiêu?").values == ("20",)
    assert ask_figures("Gian hàng hoa có mã truy xuất năm 2028 đạt bao nhiêu?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Những việc nào bắt đầu từ tháng 4/2026?", ["Phụ lục/I/2"]),
        ("nhung viec nao bat dau tu thang 10/2026", ["Phụ lục/II/2"]),
        ("Những việc nào bắt đầu trong tháng 02/2026?", ["Phụ lục/I/1"]),
        ("Những việc nào bắt đầu từ tháng 5/2026?", []),
    ],
)
def test_work_is_listed_by_the_column_of_its_beginning(ask: Ask, question: str, rows: list[str]) -> None:
    assert listed(ask(question)) == rows


ROUNDS = (
    "TT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn",
    "1 | Quét rác bến chợ | Tổ Vườn | Thường xuyên",
    "2 | Sơn lại cổng chào | Tổ Xây lắp | 6/2026",
    "3 | Thống kê hộ bán hoa | Tổ Vườn | Thường xuyên",
)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Phụ lục kèm Kế hoạch 12: thống kê các đầu mục ghi thời hạn “Thường xuyên”.", ["1", "3"]),
        ("Thống kê các nhiệm vụ của Tổ Vườn trong phụ lục", ["1", "3"]),
        ("Tổng cộng bao nhiêu nhiệm vụ được đưa vào Phụ lục?", ["1", "2", "3"]),
        ("Nhiệm vụ nào về thống kê hộ bán hoa?", ["3"]),
    ],
)
def test_to_put_together_is_no_matter_that_rows_must_hold(question: str, rows: list[str]) -> None:
    answer = asker([annexed(*ROUNDS, title=WORKS_TITLE)])(question)
    assert listed(answer) == [f"Phụ lục/{row}" for row in rows]
