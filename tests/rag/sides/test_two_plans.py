"""Two plans side by side: whose each half is, what is said of one only, and which of several plans a name means there."""

from __future__ import annotations

import pytest

from ingest.document import Span
from ingest.plan import Basis, Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft, cited, listed


def _province(name: str, *, days: str, share: str, sent: str, given: str) -> Draft:
    draft = Draft()
    draft.section("Tiêu đề", f"KẾ HOẠCH Dọn rác biển trên địa bàn tỉnh {name} năm 2026")
    draft.section("I", "I. MỤC TIÊU")
    draft.clause("I", f"- Thời gian cấp phép thu gom rác biển rút còn {days} ngày làm việc.")
    draft.section("II", "II. KINH PHÍ")
    draft.clause("II", f"Tổng kinh phí {share} triệu đồng.")
    draft.section("III", "III. TỔ CHỨC THỰC HIỆN")
    draft.duty(
        "III/1",
        f"Ban Quản lý Vịnh, Ủy ban nhân dân các xã, phường báo cáo Sở Nông nghiệp và Môi trường trước ngày {sent} hằng tháng.",
        (
            "Ban Quản lý Vịnh, Ủy ban nhân dân các xã, phường",
            "Sở Nông nghiệp và Môi trường",
            "hằng tháng",
            f"trước ngày {sent} hằng tháng",
        ),
    )
    draft.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
    draft.task("Phụ lục/1", given)
    return draft


def _office() -> Draft:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Dọn rác biển trong vịnh năm 2026")
    draft.section("I", "I. KINH PHÍ")
    draft.clause("I", "Kinh phí 310 triệu đồng từ nguồn thu phí tham quan.")
    draft.section("II", "II. TỔ CHỨC THỰC HIỆN")
    words = "Phòng Tổng hợp trình Lãnh đạo Ban ký báo cáo gửi Sở Nông nghiệp và Môi trường trước ngày 20 hằng tháng."
    draft.duty(
        "II/1", words, ("Phòng Tổng hợp", "Sở Nông nghiệp và Môi trường", "hằng tháng", "trước ngày 20 hằng tháng")
    )
    draft.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
    draft.task("Phụ lục/1", "Tập huấn lái xuồng gom rác | Phòng Tổng hợp | | 1 lớp | 3/2026")
    return draft


def _ward() -> Draft:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Dọn rác biển trên địa bàn phường Bến Chài năm 2026")
    draft.section("I", "I. TỔ CHỨC THỰC HIỆN")
    words = "Phòng Kinh tế tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 18 hằng tháng."
    draft.duty("I/1", words, ("Phòng Kinh tế", "Ủy ban nhân dân tỉnh", "hằng tháng", "trước ngày 18 hằng tháng"))
    return draft


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks the plans of two provinces, of an office of the first and of a ward of it."""
    given = "Giao phao cho tổ hợp nghề cá ven bờ | Sở Tư pháp | | Quyết định | Quý III/2026"
    first = _province("Hải Vân", days="06", share="4.100", sent="22", given=given)
    first.task("Phụ lục/2", "Tập huấn lái xuồng gom rác | Sở Nội vụ | | 5 lớp | 4/2026")
    given = "Giao phao rác biển cho hộ nghề cá ven bờ | Sở Tư pháp | | Quyết định | Tháng 5/2026"
    second = _province("Đông Sơn", days="08", share="2.700", sent="25", given=given)
    second.task("Phụ lục/2", "Tập huấn lái xuồng gom rác | Công an tỉnh | | 3 lớp | 6/2026")
    plans = (
        ("a.txt", first, _header("12/KH-UBND", "Hải Vân", "Ủy ban nhân dân tỉnh Hải Vân", "tỉnh Hải Vân")),
        ("b.txt", second, _header("31/KH-UBND", "Đông Sơn", "Ủy ban nhân dân tỉnh Đông Sơn", "tỉnh Đông Sơn")),
        ("c.txt", _office(), _header("9/KH-BQLV", "Hải Vân", "Ban Quản lý Vịnh", "vịnh")),
        (
            "d.txt",
            _ward(),
            _header("12/KH-UBND", "Bến Chài", "Ủy ban nhân dân phường Bến Chài", "phường Bến Chài", resting=True),
        ),
    )
    return asker([draft.plan(file, header) for file, draft, header in plans])


def _header(number: str, place: str, issuer: str, where: str, *, resting: bool = False) -> Header:
    bases = (Basis("12/KH-UBND", None, "Kế hoạch số 12/KH-UBND của UBND tỉnh Hải Vân", Span(0, 1)),) if resting else ()
    title = f"Dọn rác biển trên địa bàn {where} năm 2026"
    return Header(number=number, place=place, issuer=issuer, title=title, legal_bases=bases, year=2026)


@pytest.mark.parametrize(
    ("question", "values", "places"),
    [
        (
            "Ban Quản lý Vịnh báo cáo tháng trước ngày nào theo kế hoạch của tỉnh Hải Vân, và theo kế hoạch của chính Ban?",
            ("trước ngày 22 hằng tháng", "trước ngày 20 hằng tháng"),
            {"a.txt#III/1", "c.txt#II/1"},
        ),
        (
            "Theo kế hoạch riêng của Ban Quản lý Vịnh thì báo cáo tháng trước ngày nào, theo kế hoạch tỉnh Đông Sơn thì ngày nào?",
            ("trước ngày 20 hằng tháng", "trước ngày 25 hằng tháng"),
            {"b.txt#III/1", "c.txt#II/1"},
        ),
        (
            "Phường Bến Chài báo cáo trước ngày nào theo kế hoạch của tỉnh, và theo kế hoạch của phường thì ngày nào?",
            ("trước ngày 22 hằng tháng", "trước ngày 18 hằng tháng"),
            {"a.txt#III/1", "d.txt#I/1"},
        ),
        (
            "Cấp phép thu gom rác biển: Hải Vân cuối năm 2026 còn mấy ngày, Đông Sơn còn mấy ngày?",
            ("06 ngày làm việc", "08 ngày làm việc"),
            {"a.txt#I", "b.txt#I"},
        ),
        (
            "Về thời gian cấp phép thu gom rác biển, tỉnh Hải Vân đặt bao nhiêu ngày và tỉnh Đông Sơn bao nhiêu ngày?",
            ("06 ngày làm việc", "08 ngày làm việc"),
            {"a.txt#I", "b.txt#I"},
        ),
        (
            "Kinh phí: Hải Vân bao nhiêu, Đông Sơn bao nhiêu?",
            ("4.100 triệu đồng", "2.700 triệu đồng"),
            {"a.txt#II", "b.txt#II"},
        ),
        (
            "Hải Vân với Đông Sơn, bên nào mở tập huấn lái xuồng gom rác sớm hơn?",
            ("4/2026", "6/2026"),
            {"a.txt#Phụ lục/2", "b.txt#Phụ lục/2"},
        ),
    ],
)
def test_each_plan_tells_its_own(ask: Ask, question: str, values: tuple[str, ...], places: set[str]) -> None:
    answer = ask(question)
    assert (answer.values, cited(answer)) == (values, places)


def test_tasks_whose_names_say_as_much_of_a_question_are_told_apart(ask: Ask) -> None:
    answer = ask("Giao phao rác biển cho tổ hợp nghề cá ven bờ bao giờ xong?")
    assert answer.status is Status.AMBIGUOUS
    assert listed(answer) == ["Phụ lục/1", "Phụ lục/1"]


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Giao phao cho tổ hợp nghề cá ven bờ bao giờ xong?", ("Quý III/2026",)),
        ("Giao phao rác biển cho hộ nghề cá ven bờ bao giờ xong?", ("Tháng 5/2026",)),
    ],
)
def test_the_task_that_is_named_whole_is_the_one_meant(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


def test_an_office_that_one_plan_says_nothing_of_is_no_side(ask: Ask) -> None:
    question = "Hải Vân với Đông Sơn, bên nào trồng nhiều cây bàng hơn?"
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "báo cáo năm thì các sở ở tỉnh Vĩnh Lam với các xã ở tỉnh Phú Quý nộp trước ngày nào?",
        "bao cao nam cac so o tinh Vinh Lam va cac xa o tinh Phu Quy nop truoc ngay nao",
    ],
)
def test_senders_named_with_their_places_are_each_told_of_their_own_plan(question: str) -> None:
    plans = []
    for name, sender, day in (("Vĩnh Lam", "Các sở, ngành", "04/12/2026"), ("Phú Quý", "Các xã, phường", "28/11/2026")):
        draft = Draft()
        draft.section("Tiêu đề", f"KẾ HOẠCH Nuôi tôm tỉnh {name} năm 2026")
        draft.section("I", "I. TỔ CHỨC THỰC HIỆN")
        words = (
            f"{sender} báo cáo Sở Thủy sản hằng quý trước ngày 15 của tháng cuối quý và báo cáo năm trước ngày {day}."
        )
        draft.duty(
            "I/1",
            words,
            (sender, "Sở Thủy sản", "hằng quý", "trước ngày 15 của tháng cuối quý"),
            (sender, "Sở Thủy sản", "năm", f"trước ngày {day}"),
        )
        issuer = f"Ủy ban nhân dân tỉnh {name}"
        head = Header(number="8/KH-UBND", issuer=issuer, place=name, title=f"Nuôi tôm tỉnh {name} năm 2026", year=2026)
        plans.append(draft.plan(f"{name}.txt", head))
    assert asker(plans)(question).values == ("trước ngày 04/12/2026", "trước ngày 28/11/2026")
