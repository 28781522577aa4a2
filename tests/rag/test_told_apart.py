"""Questions that hang on whose figure, whose place, which office or which year is meant."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from rag.mentions.pointers import Pointer, read_pointer
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft, cited

TITLE = "Phát triển nước sạch"


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks three plans: two provinces that lay water pipes, and a ministry's signed in the first one's town."""
    north = Draft()
    north.section("Tiêu đề", "KẾ HOẠCH Phát triển nước sạch tỉnh Sông Mơ")
    north.section("I", "I. MỤC TIÊU")
    north.clause("I", "- Lắp mới 35 bể lọc (Trong đó: Tân Lập: 09 bể, Bình Sơn: 26 bể).")
    north.clause("I", "- Số trạm bơm nước sạch hiện có là 14 trạm.")
    north.clause("I", "- Đến hết năm 2027: có 40% hộ nghèo dùng nước máy.")
    north.clause("I", "- Đến hết năm 2035: có 85% hộ nghèo dùng nước máy.")
    north.section("II", "II. TỔ CHỨC THỰC HIỆN")
    north.section("II/1", "Sở Y tế")
    north.clause("II/1", "- Phối hợp với Hội Nông dân tỉnh kiểm tra chất lượng nước giếng khoan.")
    north.clause("II/1", "- Định hướng, chỉ đạo các trạm y tế cấp phát viên khử trùng.")
    north.section("II/2", "Các đoàn thể")
    north.clause("II/2", "- Phối hợp với lực lượng dân quân, công an xã hỗ trợ đào mương thoát nước.")
    north.section("III", "III. ĐIỀU KIỆN")
    north.clause("III", "- Thời gian thực hiện: từ tháng 4 đến tháng 9 năm 2026.")
    north.clause("III", "- Ban Chỉ đạo nước sạch cấp tỉnh do Chủ tịch Ủy ban nhân dân tỉnh quyết định thành lập.")
    south = Draft()
    south.section("Tiêu đề", "KẾ HOẠCH Phát triển nước sạch tỉnh Vân Khê")
    south.section("I", "I. MỤC TIÊU")
    south.clause("I", "- Số trạm bơm nước sạch hiện có là 22 trạm.")
    ministry = Draft()
    ministry.section("Tiêu đề", "KẾ HOẠCH Phát triển nước sạch toàn quốc")
    ministry.section("I", "I. MỤC TIÊU")
    ministry.clause("I", "- Số trạm bơm nước sạch hiện có trong cả nước là 900 trạm.")
    return asker(
        [
            north.plan(
                "mo.txt", Header("31/KH-BCĐ12", issuer="UBND tỉnh Sông Mơ", place="Sông Mơ", title=TITLE, year=2026)
            ),
            south.plan(
                "khe.txt", Header("9/KH-UBND", issuer="UBND tỉnh Vân Khê", place="Vân Khê", title=TITLE, year=2026)
            ),
            ministry.plan("bo.txt", Header("5/KH-BTN", issuer="Bộ Tài nguyên", place="Sông Mơ", year=2026)),
        ]
    )


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Bình Sơn lắp mới bể lọc", ("26 bể",)),
        ("Tân Lập với Bình Sơn mỗi bên lắp mới bao nhiêu bể lọc?", ("09 bể", "26 bể")),
        ("Bình Sơn với Tân Lập mỗi bên lắp mới bao nhiêu bể lọc?", ("26 bể", "09 bể")),
        ("% hộ nghèo dùng nước máy hết 2027 so với hết 2035 của tỉnh Sông Mơ", ("40%", "85%")),
        ("So giúp em số trạm bơm nước sạch hiện có của Sông Mơ với Vân Khê.", ("14 trạm", "22 trạm")),
    ],
)
def test_each_figure_is_of_the_one_that_is_named(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


def test_a_place_means_the_plan_of_its_own_office_not_a_ministrys_signed_there(ask: Ask) -> None:
    answer = ask("Số trạm bơm nước sạch hiện có của Sông Mơ là bao nhiêu?")
    assert (answer.values, cited(answer)) == (("14 trạm",), {"mo.txt#I"})


def test_a_number_with_figures_in_its_letters_names_its_plan(ask: Ask) -> None:
    assert ask("Theo Kế hoạch số 31/KH-BCĐ12 thì số trạm bơm nước sạch là bao nhiêu?").values == ("14 trạm",)
    assert ask("Theo Kế hoạch số 31/KH-BCĐ13 thì số trạm bơm nước sạch là bao nhiêu?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Cơ quan nào phối hợp với Hội Nông dân tỉnh kiểm tra nước giếng khoan?", ("Sở Y tế",)),
        ("Cơ quan nào chỉ đạo các trạm y tế cấp phát viên khử trùng?", ("Sở Y tế",)),
        ("Những lực lượng nào phối hợp hỗ trợ đào mương thoát nước?", ("lực lượng dân quân", "công an xã")),
        ("Ai quyết định thành lập Ban Chỉ đạo nước sạch cấp tỉnh?", ("Chủ tịch Ủy ban nhân dân tỉnh",)),
    ],
)
def test_who_does_it_is_told_by_the_heading_or_the_clause(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


def test_a_clause_labelled_with_a_time_tells_when(ask: Ask) -> None:
    assert ask("Thời gian thực hiện kế hoạch nước sạch của tỉnh Sông Mơ là khi nào?").values == (
        "từ tháng 4 đến tháng 9 năm 2026",
    )


def test_a_place_mistyped_by_a_letter_is_known_and_another_is_strange(ask: Ask) -> None:
    question = "Số trạm bơm nước sạch hiện có của tỉnh {} là bao nhiêu?"
    assert ask(question.format("Vân Khêê")).status is not Status.NOT_FOUND
    assert ask(question.format("Tân Mộc")).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("typed", "pointer"),
    [
        ("Mục II phần C phụ lục gồm những việc nào", Pointer("", "C/II")),
        ("phụ lục, phần C, mục V, số 5.2", Pointer("", "C/V", "5.2")),
        ("Số 4.1 nhóm IV phần A phụ lục", Pointer("", "A/IV", "4.1")),
        ("các việc trong phần B phụ lục", Pointer("", "B")),
    ],
)
def test_a_part_of_an_annex_has_groups_of_its_own(typed: str, pointer: Pointer) -> None:
    assert read_pointer(typed) == pointer
