"""Rows of one kind that differ by the end of a proper name, counts beside prices, foreign names mistyped, a column said last."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a vocational school's plan that opens trades, receives visitors and works with partners abroad."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Mở nghề và đón khách của Trường Trung cấp Lũng Sậy năm 2026")
    draft.annex("Phụ lục I", "PHỤ LỤC I VIỆC PHẢI LÀM")
    draft.task("Phụ lục I/1", "Biên soạn giáo trình các nghề | | | | ")
    for row in (
        "Phụ lục I/1.1 = Nghề Kỹ thuật hàn | Ông Lò Văn Sáo | Tổ Cơ điện | Giáo trình | 4/2026",
        "Phụ lục I/1.2 = Nghề Kỹ thuật tiện | Bà Vì Thị Mơ | Tổ Cơ điện | Giáo trình | 5/2026",
        "Phụ lục I/1.3 = Nghề Nấu ăn | Bà Hà Thị Nụ | Tổ Dịch vụ | Giáo trình | 6/2026",
    ):
        place, _, cells = row.partition(" = ")
        draft.task(place, cells, parent="Phụ lục I/1")
    draft.task(
        "Phụ lục I/2",
        "Lập nội quy phối hợp giữa các tổ và Ban Quản lý ký túc xá | Phòng Đào tạo | Các tổ | Nội quy | 15/7/2026",
    )
    draft.task("Phụ lục I/3", "Đưa học sinh thăm xưởng Wolfenbrook | Tổ Cơ điện | Đoàn trường | 20 học sinh | 8/2026")
    draft.task("Phụ lục I/4", "Niêm yết giá vé nhà trưng bày nông cụ | Tổ Dịch vụ | | Bảng giá | 9/2026")
    draft.annex("Phụ lục II", "PHỤ LỤC II CHỈ TIÊU")
    draft.target("Phụ lục II/1", "Lượt khách tham quan vườn thuốc | lượt | 3.400 | Tổ Dịch vụ")
    draft.target("Phụ lục II/2", "Giá thuê sân bóng | nghìn đồng/giờ | 150 | Tổ Dịch vụ")
    title = "Mở nghề và đón khách của Trường Trung cấp Lũng Sậy năm 2026"
    header = Header("5/KH-TTC", issuer="Trường Trung cấp Lũng Sậy", title=title, year=2026)
    return asker([draft.plan("lung-say.txt", header)])


@pytest.mark.parametrize(
    "question",
    [
        "Ai biên soạn giáo trình cho nghề Kỹ thuật xây dựng?",
        "ai bien soan giao trinh cho nghe ky thuat xay dung",
        "Biên soạn giáo trình nghề kỹ thuật sơn mài do ai làm?",
        "ai bien soan giao trinh nghe ky thuat son mai",
    ],
)
def test_a_row_of_a_kind_that_ends_otherwise_is_not_told(ask: Ask, question: str) -> None:
    assert ask(question).status is not Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Ai biên soạn giáo trình nghề Kỹ thuật hàn?", "Ông Lò Văn Sáo"),
        ("ai bien soan giao trinh nghe ky thuat tien", "Bà Vì Thị Mơ"),
        ("Giáo trình nghề Nấu ăn do ai biên soạn?", "Bà Hà Thị Nụ"),
    ],
)
def test_a_row_of_a_kind_is_told_by_its_own_name(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


@pytest.mark.parametrize(
    "question",
    [
        "Giá vé tham quan vườn thuốc?",
        "gia ve tham quan vuon thuoc",
        "Gia ve tham quan vườn thuốc năm 2026",
        "Phí tham quan vườn thuốc là bao nhiêu?",
        "Vé vào cửa tham quan vườn thuốc bao nhiêu?",
    ],
)
def test_a_count_of_visitors_is_no_price(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_counts_prices_and_who_sets_them_are_told(ask: Ask) -> None:
    assert ask("Bao nhiêu lượt khách tham quan vườn thuốc?").values == ("3.400",)
    assert ask("Giá thuê sân bóng là bao nhiêu?").values == ("150",)
    assert ask("Niêm yết giá vé nhà trưng bày nông cụ do ai làm?").values == ("Tổ Dịch vụ",)


@pytest.mark.parametrize("name", ["Wolfenbrok", "Wolffenbrook", "Wolfembrook"])
def test_a_long_foreign_name_may_be_a_letter_off(ask: Ask, name: str) -> None:
    assert ask(f"Đưa học sinh thăm xưởng {name} do ai chủ trì?").values == ("Tổ Cơ điện",)


def test_another_foreign_name_is_refused(ask: Ask) -> None:
    assert ask("Đưa học sinh thăm xưởng Wolkenstein do ai chủ trì?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Nội quy phối hợp giữa các tổ với Ban Quản lý ký túc xá: hạn?", "15/7/2026"),
        ("Nội quy phối hợp giữa các tổ và Ban Quản lý ký túc xá, thời hạn?", "15/7/2026"),
        ("Nội quy phối hợp giữa các tổ với Ban Quản lý ký túc xá – chủ trì", "Phòng Đào tạo"),
        ("Nội quy phối hợp giữa các tổ với Ban Quản lý ký túc xá: phối hợp?", "Các tổ"),
    ],
)
def test_the_column_that_closes_a_telegram_is_asked_for(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)
