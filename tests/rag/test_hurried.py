"""Questions in a hurry: a telegram that ends with its column, a bare share or bound, a day of the week, several places."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from rag.language.restated import restated
from rag.language.words import read_words, sound
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft


@pytest.mark.parametrize(
    ("typed", "plainly"),
    [
        (
            "Sông Mơ: rút ngắn thời gian cấp phép bến - sp?",
            "Sông Mơ: rút ngắn thời gian cấp phép bến - kết quả thế nào?",
        ),
        ("rut ngan thoi gian cap phep ben - kq", "rut ngan thoi gian cap phep ben - ket qua the nao?"),
        ("Sửa bến thuyền - tg?", "Sửa bến thuyền - thời hạn khi nào?"),
        ("Sửa bến thuyền – cq phối hợp?", "Sửa bến thuyền - đơn vị nào phối hợp?"),
        ("Sông Mơ: % chủ đò có áo phao", "Sông Mơ: tỷ lệ chủ đò có áo phao"),
        ("chủ đò hài lòng tối thiểu?", "chủ đò hài lòng tối thiểu bao nhiêu?"),
        ("Việc nào phải đạt?", "Việc nào phải đạt?"),
        ("Kinh phí mua áo phao cho chủ đò?", "Kinh phí mua áo phao cho chủ đò là bao nhiêu?"),
        ("kinh phí mua áo phao – chủ trì?", "kinh phí mua áo phao – chủ trì?"),
        ("Kinh phí thực hiện kế hoạch?", "Kinh phí thực hiện kế hoạch?"),
        ("sửa bến thì phòng nào, công ty nào phối hợp?", "sửa bến thì những đơn vị nào phối hợp?"),
        ("Sửa bến thì giao cho ai chủ trì", "Sửa bến ai chủ trì"),
        ("Phân công ai phụ trách từng bến?", "Phân công ai phụ trách từng bến?"),
    ],
)
def test_hurried_wordings_are_put_plainly(typed: str, plainly: str) -> None:
    assert restated(typed) == plainly


@pytest.fixture(scope="module")
def ask_ferries() -> Ask:
    """Asks a plan of a ferry town and one of another place."""
    draft = Draft()
    draft.section("I", "I. NỘI DUNG")
    draft.clause("I", '- Mỗi tuần giữ "Ngày thứ Tư không rác" tại 03 bến, có 02 người quét dọn.')
    draft.clause("I", "- Thí điểm phao cứu sinh tự bơm tại xã Bãi Sậy và phường Cửa Gành.")
    draft.clause("I", "- Tỷ lệ chủ đò có áo phao đạt trên 85%.")
    draft.section("II", "II. TỔ CHỨC THỰC HIỆN")
    draft.duty(
        "II",
        "Văn phòng Sở báo cáo UBND tỉnh: báo cáo quý I trước ngày 11/3/2026, báo cáo quý III trước ngày 11/9/2026",
        ("Văn phòng Sở", "UBND tỉnh", "quý", "trước ngày 11/3/2026"),
        ("Văn phòng Sở", "UBND tỉnh", "quý", "trước ngày 11/9/2026"),
    )
    head = Header(
        number="27/KH-UBND", title="Chấn chỉnh bến thuyền", year=2026, signer="Lê Mơ", signer_title="CHỦ TỊCH"
    )
    return asker([draft.plan("ben.txt", head)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ('Người quét dọn các bến vào "Ngày thứ mấy không rác"?', ("thứ Tư",)),
        ("nguoi quet don cac ben giu ngay khong rac vao thu may", ("thứ Tư",)),
        ("Thí điểm phao cứu sinh tự bơm tại những xã, phường nào?", ("xã Bãi Sậy", "phường Cửa Gành")),
        ("Thí điểm phao cứu sinh tự bơm tại đâu?", ("xã Bãi Sậy và phường Cửa Gành",)),
        ("% chủ đò có áo phao", ("trên 85%",)),
        ("Văn phòng Sở báo cáo UBND tỉnh quý III trước ngày nào?", ("trước ngày 11/9/2026",)),
        ("van phong so bao cao ubnd tinh quy 1 han nao", ("trước ngày 11/3/2026",)),
        (
            "Văn phòng Sở báo cáo UBND tỉnh hằng quý trước ngày nào?",
            ("trước ngày 11/3/2026", "trước ngày 11/9/2026"),
        ),
        ("Người ký kế hoạch chấn chỉnh bến thuyền chức vụ gì?", ("CHỦ TỊCH",)),
    ],
)
def test_what_is_asked_in_a_hurry_is_told(ask_ferries: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask_ferries(question).values == values


@pytest.mark.parametrize(
    "question",
    [
        "Tổ chức thi tuyển chức danh trưởng bến vào tháng mấy?",
        "Phường Gò Lau có thí điểm phao cứu sinh tự bơm không, bao giờ xong?",
        "Cảng hàng không quốc tế Gò Lau do ai chủ trì?",
    ],
)
def test_another_matter_or_place_is_refused(ask_ferries: Ask, question: str) -> None:
    assert ask_ferries(question).status is Status.NOT_FOUND


def test_no_figure_answers_for_a_day_of_the_week(ask_ferries: Ask) -> None:
    assert ask_ferries("Chủ đò tỷ lệ có áo phao vào thứ mấy?").status is not Status.ANSWERED


def test_half_of_a_doubled_word_is_no_question_word() -> None:
    words = read_words("hai bến chạy song song thì xong khi nào").drop((sound("xong"),))
    assert [token.typed for token in words.tokens] == ["hai", "bến", "chạy", "song", "song", "thì", "khi", "nào"]


def test_how_far_a_stretch_goes_says_nothing_of_what_it_is_of() -> None:
    assert restated("hai bến được mở chung tối đa bao lâu?") == "hai bến được mở chung bao lâu?"
    assert restated("sửa tối đa bao nhiêu bến?") == "sửa tối đa bao nhiêu bến?"


@pytest.mark.parametrize("when", ["khi nào", "hồi nào", "chừng nào", "hôm nào", "bữa nào"])
def test_everyday_words_for_when_ask_for_no_list_behind_a_name_that_holds_work(when: str) -> None:
    draft = Draft()
    draft.task("Phụ lục/1", "Chấm điểm chỉ số liên quan nhiệm vụ địa phương | Công an xã | | | 02/2026 |")
    ask = asker([draft.plan("xa.txt", Header(number="4/KH-UBND", title="Kế hoạch của xã", year=2026))])
    assert ask(f"chấm điểm chỉ số liên quan nhiệm vụ địa phương thì xã phải xong {when}?").values == ("02/2026",)
