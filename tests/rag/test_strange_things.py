"""A thing that a plan nowhere prints is not answered from a row of another thing; other words for the row's own are."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from rag.engine import Engine
from tests.rag.conftest import asker
from tests.rag.plans import TODAY, Ask, Draft


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a province's plan and one of another province."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Chuyển đổi số tỉnh Sông Mơ năm 2026")
    draft.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
    draft.task(
        "Phụ lục/1",
        "Liên thông dữ liệu sổ sức khỏe điện tử để cơ sở khám chữa bệnh khai thác theo dự án | Sở Y tế | | Dữ liệu | 12/2026",
    )
    draft.task("Phụ lục/2", "Hỗ trợ học phí cho sinh viên ngành điện tử | Sở Tài chính | | Danh sách | 9/2026")
    draft.task("Phụ lục/3", "Mở lớp dạy nghề cho lao động nông thôn | Sở Nội vụ | | 4 lớp | 6/2026")
    draft.task("Phụ lục/4", "Cấp chữ ký số cho người dân trưởng thành | Công an tỉnh | | Chữ ký số | 8/2026")
    draft.task("Phụ lục/5", "Lập quỹ bảo tồn làng nghề của tỉnh | Sở Công Thương | | Quỹ | 3/2026")
    title = "Chuyển đổi số tỉnh Sông Mơ năm 2026"
    home = Header(number="41/KH-UBND", issuer="Ủy ban nhân dân tỉnh Sông Mơ", place="Sông Mơ", title=title, year=2026)
    other = Draft()
    other.section("Tiêu đề", "KẾ HOẠCH Chuyển đổi số của Sở Xây dựng tỉnh Đèo Gió năm 2026")
    other.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
    other.task("Phụ lục/1", "Số hóa hồ sơ cấp phép | Phòng Quy hoạch | Văn phòng | Kho hồ sơ | 5/2026")
    title = "Chuyển đổi số của Sở Xây dựng tỉnh Đèo Gió năm 2026"
    away = Header(number="7/KH-SXD", issuer="Sở Xây dựng tỉnh Đèo Gió", place="Đèo Gió", title=title, year=2026)
    return asker([draft.plan("song-mo.txt", home), other.plan("deo-gio.txt", away)])


@pytest.mark.parametrize(
    "question",
    [
        "Sở Y tế Sông Mơ triển khai bệnh án điện tử hạn tháng mấy",
        "ai ở Sông Mơ lo làm bệnh án điện tử",
        "so y te song mo trien khai benh an dien tu han thang may",
        "Sông Mơ giao ai lo cấp hộ chiếu cho người dân?",
    ],
)
def test_half_of_a_strange_name_answers_nothing(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("sổ sức khỏe điện tử ở Sông Mơ hạn tháng mấy", "12/2026"),
        ("mở lớp học nghề cho lao động nông thôn Sông Mơ hạn tháng mấy", "6/2026"),
        ("cấp chữ ký số cho người lớn ở Sông Mơ hạn tháng mấy", "8/2026"),
    ],
)
def test_other_words_for_the_rows_own_thing_are_answered(ask: Ask, question: str, told: str) -> None:
    assert ask(question).values == (told,)


@pytest.mark.parametrize("place", ["Đèo Gió", "đèo gió", "deo gio"])
@pytest.mark.parametrize("room", ["phòng", "sở"])
def test_the_province_that_a_place_gives_work_in_is_its_own(ask: Ask, place: str, room: str) -> None:
    told = ask(f"{place} giao {room} nào lập quỹ bảo tồn làng nghề của tỉnh")
    assert told.status is Status.NOT_FOUND
    home = ask(f"sông mơ giao {room} nào lập quỹ bảo tồn làng nghề của tỉnh")
    assert home.values in {("Sở Công Thương",), ()}


def test_what_is_refused_for_a_strange_thing_is_explained(sample_engine: Engine) -> None:
    told = sample_engine.explain("Tỉnh Lam Giang giao ai lo làm hộ chiếu cho người dân?", TODAY)
    assert "không chỗ nào in: hộ chiếu" in told
