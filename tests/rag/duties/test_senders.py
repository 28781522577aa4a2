"""Who is asked to report what to whom: groups of senders, whom to tell of difficulties, and several values in one breath."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.plan import Header
from rag.answer import Status
from rag.language.stretches import stretches
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft

_PLACE = "van-khe.txt#II"


@pytest.fixture(scope="module")
def ask_district() -> Ask:
    """A district's plan with three sorts of senders and a closing word on difficulties."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Phát triển thư viện huyện Vân Khê năm 2026")
    draft.section("II", "II. TỔ CHỨC THỰC HIỆN")
    draft.duty(
        "II/1",
        "1. Các phòng, ban thuộc huyện báo cáo Phòng Văn hóa kết quả làm thư viện hằng năm, trước ngày 10/11.",
        ("Các phòng, ban thuộc huyện", "Phòng Văn hóa", "hằng năm", "trước ngày 10/11"),
    )
    draft.duty(
        "II/2",
        "2. UBND các xã, thị trấn báo cáo UBND huyện (qua Phòng Văn hóa) hằng năm, trước ngày 20/11.",
        ("UBND các xã, thị trấn", "UBND huyện (qua Phòng Văn hóa)", "hằng năm", "trước ngày 20/11"),
    )
    draft.duty(
        "II/3",
        "3. Phòng Văn hóa báo cáo UBND huyện định kỳ hằng năm hoặc đột xuất khi có yêu cầu.",
        ("Phòng Văn hóa", "UBND huyện", "hằng năm", ""),
        ("Phòng Văn hóa", "UBND huyện", "đột xuất khi có yêu cầu", ""),
    )
    draft.clause(
        "II",
        "Quá trình thực hiện nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Phòng Văn hóa để tổng hợp, xem xét.",
    )
    draft.clause("II", "Khi sách bị hư hỏng nặng, gửi biên bản về Sở Văn hóa Lam Giang để xử lý.")
    title = "Phát triển thư viện huyện Vân Khê năm 2026"
    header = Header("31/KH-UBND", date(2026, 1, 9), "ngày 09 tháng 01 năm 2026", "Vân Khê", "UBND huyện Vân Khê", title)
    return asker([draft.plan("van-khe.txt", header)])


@pytest.mark.parametrize(
    "question",
    [
        "Đang làm mà vướng thì các đơn vị phản ánh về đâu?",
        "lam thu vien gap kho khan thi bao ai",
        "Làm thư viện mà bị kẹt thì kêu ai?",
        "Khó khăn khi làm thư viện thì phòng nào tổng hợp?",
    ],
)
def test_difficulties_are_told_to_the_unit_of_the_clause(ask_district: Ask, question: str) -> None:
    answer = ask_district(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, ("Phòng Văn hóa",))
    assert answer.citations[0].locator == "II"


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Các xã báo cáo về đâu?", ("UBND huyện (qua Phòng Văn hóa)",)),
        ("Các xã báo cáo về đâu, qua phòng nào?", ("UBND huyện (qua Phòng Văn hóa)",)),
        ("UBND xã báo cáo qua phòng nào?", ("Phòng Văn hóa",)),
        ("Địa phương báo cáo hằng năm trước ngày nào?", ("trước ngày 20/11",)),
        ("các phòng ban báo cáo hằng năm trước ngày nào", ("trước ngày 10/11",)),
    ],
)
def test_a_group_stands_for_the_actor_that_holds_it(ask_district: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask_district(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    "question",
    [
        "So sánh hạn báo cáo hằng năm của các phòng ban và của các xã",
        "Báo cáo hằng năm: các phòng ban nộp trước ngày nào, còn xã, thị trấn nộp trước ngày nào?",
        "han bao cao hang nam cua cac phong ban voi cac xa",
    ],
)
def test_groups_of_senders_are_set_side_by_side(ask_district: Ask, question: str) -> None:
    assert ask_district(question).values == ("trước ngày 10/11", "trước ngày 20/11")


def test_a_rhythm_printed_in_one_breath_is_one_value(ask_district: Ask) -> None:
    answer = ask_district("Phòng Văn hóa báo cáo UBND huyện bao lâu một lần?")
    assert answer.values == ("định kỳ hằng năm hoặc đột xuất khi có yêu cầu",)


def test_what_a_clause_without_a_sender_has_sent_is_told(ask_district: Ask) -> None:
    answer = ask_district("Sách hư hỏng nặng thì gửi biên bản về sở nào?")
    assert answer.values == ("Sở Văn hóa Lam Giang",)


@pytest.mark.parametrize(
    ("text", "values", "rhythm", "told"),
    [
        (
            "trước ngày 05/6 và 15/11 hằng năm",
            ("trước ngày 05/6", "15/11"),
            "hằng năm",
            "trước ngày 05/6 và 15/11 hằng năm",
        ),
        ("hằng năm hoặc đột xuất", ("hằng năm", "đột xuất"), "", "hằng năm hoặc đột xuất"),
    ],
)
def test_values_parted_by_a_bare_and_are_one_stretch(
    text: str, values: tuple[str, ...], rhythm: str, told: str
) -> None:
    assert stretches(text, values, rhythm=rhythm) == (told,)


def test_values_with_more_between_them_stay_apart() -> None:
    values = ("hằng quý", "hằng năm")
    assert stretches("hằng quý (trước ngày 10) và hằng năm", values) == values


def test_what_follows_a_late_report_is_not_told_by_its_day(ask_district: Ask) -> None:
    assert ask_district("Xã nộp báo cáo trễ thì bị phạt bao nhiêu?").status is not Status.ANSWERED


@pytest.fixture(scope="module")
def ask_province_ways() -> Ask:
    """A province's plan whose clauses tell through whom a report goes and who passes it on."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Phát triển cầu phao tỉnh Lam Giang năm 2026")
    draft.section("II", "II. TỔ CHỨC THỰC HIỆN")
    draft.duty(
        "II/1",
        "1. Các trạm phao báo cáo kết quả về Sở Xây dựng, để tổng hợp báo cáo Ủy ban nhân dân tỉnh và Ban An toàn sông.",
        ("Các trạm phao", "Sở Xây dựng", "", ""),
    )
    draft.clause("II/2", "2. Hồ sơ đề nghị thưởng thợ phao gửi về Sở Nội vụ (qua Phòng Thi đua) để thẩm định.")
    draft.clause(
        "II/3",
        "3. Khi phao hỏng, các trạm báo cáo Ủy ban nhân dân tỉnh về thiệt hại (qua Sở Tài chính, Phòng Kinh tế cấp xã).",
    )
    return asker(
        [
            draft.plan(
                "phao.txt", Header("41/KH-UBND", None, None, "Lam Giang", None, "Phát triển cầu phao tỉnh Lam Giang")
            )
        ]
    )


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Hồ sơ thưởng thợ phao gửi qua phòng nào?", ("Phòng Thi đua",)),
        ("Hồ sơ thưởng thợ phao nộp về đâu, qua phòng nào?", ("Sở Nội vụ (qua Phòng Thi đua)",)),
        ("Phao hỏng thì trạm báo cáo tỉnh qua những nơi nào?", ("Sở Tài chính", "Phòng Kinh tế cấp xã")),
        (
            "Phao hỏng thì trạm báo cáo cho ai, qua ai?",
            ("Ủy ban nhân dân tỉnh", "Sở Tài chính", "Phòng Kinh tế cấp xã"),
        ),
        (
            "Sở Xây dựng nhận kết quả của các trạm phao rồi tổng hợp báo cáo những cơ quan nào?",
            ("Ủy ban nhân dân tỉnh", "Ban An toàn sông"),
        ),
        ("Các trạm phao báo cáo kết quả cho ai?", ("Sở Xây dựng",)),
    ],
)
def test_the_way_that_a_report_takes_is_told(ask_province_ways: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask_province_ways(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)
