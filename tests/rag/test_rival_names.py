"""The one row and column that a question means, and the near miss that another proper name, place or office makes."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a commune's plan whose rows differ by proper names, print a group of their own and bear words of columns."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Chỉnh trang bờ nước xã Bến Lau năm 2026")
    draft.section("I", "I. MỤC TIÊU")
    draft.clause("I", "Sở Xây dựng hướng dẫn các xã chỉnh trang.")
    draft.annex("Phụ lục I", "PHỤ LỤC I VIỆC PHẢI LÀM")
    draft.open_group("Phụ lục I", "A", "Bờ kè")
    draft.task("Phụ lục I/1", "Sơn lại cầu phao tại Đội Lái đò | Bà Lê Thị Mận | Phòng Kinh tế | Cầu phao | 4/2026")
    draft.task("Phụ lục I/2", "Khơi rạch sau chợ Cây Sung | Phòng Kinh tế | Hội Nông dân xã | Biên bản | 5/2026")
    draft.task("Phụ lục I/3", "Đắp bờ ao vườn cau Gò Mít | Phòng Văn hóa | | Bờ ao | 9/2026")
    draft.open_group("Phụ lục I", "B", "Nước sạch")
    draft.task("Phụ lục I/4", "Bắc ống nước giếng khoan | Phòng Y tế | Công an xã | Ống nước | 6/2026")
    draft.annex("Phụ lục II", "PHỤ LỤC II VIỆC CỦA ĐOÀN THỂ")
    draft.task(
        "Phụ lục II/1",
        "Vay vốn lợp nhà cho 03 hộ nhóm B | Hội Phụ nữ xã | Phòng Văn hóa; Hội Nông dân xã | Sổ vay | 7/2026",
    )
    draft.task(
        "Phụ lục II/2",
        "Giúp nhà vườn có sản phẩm thủ công lên gian hàng thương mại | Hội Nông dân xã | Phòng Kinh tế | Gian hàng | 8/2026",
    )
    draft.task("Phụ lục II/3", "Hướng dẫn ủ rác thành phân | Hội Cựu chiến binh xã | Đoàn Thanh niên xã | | 3/2026")
    draft.annex("Phụ lục III", "PHỤ LỤC III ĐỊA CHỈ")
    draft.task("Phụ lục III/1", "Đội Thuyền máy | Bà Lê Thị Mận | | | 2/2026")
    title = "Chỉnh trang bờ nước xã Bến Lau năm 2026"
    return asker([draft.plan("ben-lau.txt", Header("8/KH-UBND", issuer="UBND xã Bến Lau", title=title, year=2026))])


@pytest.mark.parametrize(
    "question",
    [
        "Ai sơn lại cầu phao tại Đội Thuyền máy?",
        "ai sơn lại cầu phao tại đội thuyền máy",
        "ai son lai cau phao tai doi thuyen may",
        "AI SƠN LẠI CẦU PHAO TẠI ĐỘI THUYỀN MÁY?",
        "Đơn vị nào khơi rạch sau chợ Rạng Đông?",
        "khơi rạch sau chợ rạng đông do bên nào làm",
        "Đắp bờ ao vườn cau Hòn Sỏi khi nào xong?",
    ],
)
def test_a_row_of_another_proper_name_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_the_row_of_the_other_name_is_offered(ask: Ask) -> None:
    assert "Phụ lục I/1" in ask("Ai sơn lại cầu phao tại Đội Thuyền máy?").answer


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Ai sơn lại cầu phao tại Đội Lái đò?", ("Bà Lê Thị Mận",)),
        ("ai son lai cau phao tai doi lai do", ("Bà Lê Thị Mận",)),
        ("sơn lại cầu phao ở đội đò do ai lo", ("Bà Lê Thị Mận",)),
        ("Khơi rạch sau chợ Cây Xung hạn khi nào?", ("5/2026",)),
        ("khơi rạch sau chợ hạn khi nào", ("5/2026",)),
    ],
)
def test_its_own_name_in_whatever_spelling_is_answered(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


@pytest.mark.parametrize(
    "question",
    [
        "Vay vốn lợp nhà cho 3 hộ nhóm B thì đv nào phối hợp?",
        "vay von lop nha ho nhom b ai phoi hop",
        "3 hộ thuộc nhóm B vay vốn lợp nhà: cơ quan phối hợp?",
        "vay vốn lợp nhà cho 03 hộ nhóm B - các đơn vị phối hợp?",
    ],
)
def test_a_place_that_the_row_prints_is_no_place_to_look_in(ask: Ask, question: str) -> None:
    assert ask(question).values == ("Phòng Văn hóa", "Hội Nông dân xã")


def test_a_group_that_the_row_does_not_print_is_refused(ask: Ask) -> None:
    assert ask("Vay vốn lợp nhà cho 3 hộ nhóm C thì ai phối hợp?").status is Status.NOT_FOUND
    assert ask("Nhóm B có việc bắc ống nước giếng khoan, ai chủ trì?").values == ("Phòng Y tế",)


@pytest.mark.parametrize("kind", ["các phòng", "cac phong", "các hội"])
def test_offices_of_a_kind_that_end_a_telegram_are_asked_for(ask: Ask, kind: str) -> None:
    assert ask(f"khơi rạch sau chợ Cây Sung - {kind} phối hợp?").values == ("Hội Nông dân xã",)


@pytest.mark.parametrize(
    "question",
    [
        "Giúp nhà vườn có sản phẩm thủ công lên gian hàng thương mại thì ai là đơn vị chính hả chị?",
        "giup nha vuon co san pham thu cong len gian hang thuong mai thi ben nao la chinh",
        "nhà vườn có sản phẩm lên gian hàng thương mại, hội nào đỡ đầu?",
        "ai giúp nhà vườn có sản phẩm thủ công lên gian hàng thương mại?",
    ],
)
def test_a_column_named_in_the_work_is_not_the_one_asked_for(ask: Ask, question: str) -> None:
    assert ask(question).values == ("Hội Nông dân xã",)


def test_a_column_named_beside_who_is_still_asked_for(ask: Ask) -> None:
    told = ask("nhà vườn có sản phẩm thủ công lên gian hàng thương mại: ai làm, hạn, kết quả")
    assert told.values == ("Hội Nông dân xã", "8/2026", "Gian hàng")


def test_who_helps_with_a_help_is_its_helper(ask: Ask) -> None:
    assert ask("Ai hỗ trợ thực hiện hướng dẫn ủ rác thành phân?").values == ("Đoàn Thanh niên xã",)
    assert ask("Ai hướng dẫn ủ rác thành phân?").values == ("Hội Cựu chiến binh xã",)


@pytest.mark.parametrize(
    "question",
    [
        "SỞ NGOẠI VỤ PHẢI NỘP KẾT QUẢ GÌ THEO KẾ HOẠCH XÃ BẾN LAU?",
        "so ngoai vu phai nop san pham gi o ben lau",
        "Sở Công Thương phải xong gian hàng thương mại khi nào?",
        "Kết quả của Sở Tư pháp khi bắc ống nước giếng khoan là gì?",
    ],
)
def test_a_department_that_no_plan_names_has_no_row(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
