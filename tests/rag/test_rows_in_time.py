"""Rows by what is over today, by their beginning, by their matter and besides one that is named; figures of several rows by their keys."""

from __future__ import annotations

import pytest

from rag.query.bothsides import with_both_sides
from rag.query.saidtoday import said_today
from tests.ingest.sources import plan, table
from tests.rag.conftest import asker
from tests.rag.plans import TODAY, Ask

TITLE = "\nPHỤ LỤC {number}\n{title}\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n"
STEPS = TITLE.format(number="I", title="DANH MỤC THỦ TỤC, NHÓM THỦ TỤC LÀM GỌN NĂM 2026") + table(
    "TT | Tên thủ tục, nhóm thủ tục | Chủ trì | Thời gian bắt đầu | Thời gian hoàn thành",
    "1 | Thủ tục mượn sách lưu động | Phòng Văn hóa | Tháng 3/2026 | Tháng 4/2026",
    "2 | Nhóm thủ tục thuê sạp chợ phiên | Phòng Kinh tế | Tháng 3/2026 | Tháng 8/2026",
    "3 | Thủ tục cấp biển số thuyền | Phòng Kinh tế | Tháng 6/2026 | Tháng 9/2026",
)
LESSONS = TITLE.format(number="II", title="DANH MỤC LỚP DẠY NGHỀ, NGÀY HỘI THUYỀN NĂM 2026") + table(
    "TT | Tên lớp, ngày hội | Địa điểm | Số lượng (người) | Thời gian | Đầu mối",
    "1 | Dạy nghề đan lưới cho thanh niên | Xã Vân Khê | 45 | Tháng 4/2026 | Phòng Kinh tế",
    "2 | Dạy nghề vá buồm | Xã Sông Mơ | 30 | Tháng 6/2026 | Phòng Văn hóa",
    "3 | Ngày hội đua thuyền | Xã Bến Đá | 200 | Tháng 9/2026 | Phòng Kinh tế",
)
TARGETS = TITLE.format(number="III", title="BIỂU CHỈ TIÊU TRẺ EM NĂM 2026") + table(
    "TT | Chỉ tiêu | Đơn vị tính | Kế hoạch 2026",
    "1 | Tỷ lệ trẻ em biết bơi | % | 70",
    "2 | Số áo phao phát cho bến đò | chiếc | 400",
    "3 | Tỷ lệ trẻ em đọc sách hằng tuần | % | 55",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(annex=STEPS + LESSONS + TARGETS)])


def _rows(ask: Ask, question: str) -> list[str]:
    return [one.locator.removeprefix("Phụ lục ") for one in ask(question).items]


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Hôm nay rà lại thì thủ tục nào ở Phụ lục I đã quá hạn?", ["I/1"]),
        ("hom nay ma ra lai thi thu tuc nao o phu luc I da qua han", ["I/1"]),
        ("thủ tục nào ở Phụ lục I bắt đầu từ tháng 3/2026", ["I/1", "I/2"]),
        ("thu tuc nao bat dau trong thang 6/2026", ["I/3"]),
        ("Tháng sau mở lớp dạy nghề nào?", ["II/2"]),
        ("thang sau mo lop day nghe nao", ["II/2"]),
        ("các lớp, ngày hội do Phòng Kinh tế làm đầu mối", ["II/1", "II/3"]),
        ("chỉ tiêu về trẻ em trong biểu có gì", ["III/1", "III/3"]),
        ("Phòng Kinh tế ngoài thuê sạp chợ phiên ra còn việc nào nữa?", ["I/3", "II/1", "II/3"]),
    ],
)
def test_the_rows_asked_for_are_told_and_no_others(ask: Ask, question: str, rows: list[str]) -> None:
    assert _rows(ask, question) == rows


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("so số người lớp đan lưới với ngày hội đua thuyền", ("45", "200")),
        ("so nguoi lop dan luoi voi lop va buom", ("45", "30")),
        ("số lượng người: Vân Khê, Bến Đá", ("45", "200")),
        ("số người lớp vá buồm: bao nhiêu", ("30",)),
    ],
)
def test_a_figure_is_told_of_each_row_that_is_named(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


def test_a_key_that_no_row_bears_names_no_row(ask: Ask) -> None:
    assert len(ask("số người: Vân Khê, Khe Sâu").values) < 2


def test_today_is_no_time_of_work_where_overdue_work_is_asked_for() -> None:
    assert said_today("Hôm nay soát lại thì việc nào quá hạn", TODAY)[0] == "việc nào quá hạn"
    assert said_today("việc nào đến hạn hôm nay", TODAY)[0] == "việc nào đến hạn hôm nay"


def test_sides_parted_by_question_marks_are_asked_together() -> None:
    assert with_both_sides("chủ trì chợ phiên: Lam Giang? Vân Khê?") == "chủ trì chợ phiên: Lam Giang và Vân Khê?"
    assert with_both_sides("chợ phiên: ai chủ trì? hạn nào?") == "chợ phiên: ai chủ trì? hạn nào?"
