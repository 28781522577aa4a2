"""What prose and notes tell: two days of one report, two who report, money and counts, names, and the office told before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.plan import Header, Plan
from rag.answer import Status
from rag.corpus.library import build_library
from rag.engine import Engine
from rag.turns import Turn
from tests.rag.conftest import asker
from tests.rag.plans import TODAY, Ask, Draft

OFFICE = "Phòng Nông nghiệp"


def _commune() -> Plan:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Phát triển nghề nuôi ong xã Vân Khê năm 2026")
    draft.section("I", "I. MỤC TIÊU")
    draft.clause("I", "1. Trồng mới 1.450 gốc nhãn, trong đó 200 gốc ven suối.")
    draft.clause("I", "Vận động 2.310 người nuôi ong tham gia hợp tác xã.")
    draft.clause("I", "Tỷ lệ cửa hàng sử dụng hợp đồng điện tử đạt trên 65%.")
    draft.clause("I", "Tham gia Hội thi “Mật ngọt quê nhà” của những người quay mật trên địa bàn tỉnh.")
    draft.section("II", "II. TỔ CHỨC THỰC HIỆN")
    draft.clause("II", f"1. {OFFICE} là đơn vị thường trực, theo dõi, đôn đốc việc nuôi ong.")
    draft.duty(
        "II",
        "Ủy ban nhân dân xã báo cáo Ban Thường vụ trước ngày 11 của tháng cuối quý.",
        ("Ủy ban nhân dân xã", "Ban Thường vụ", "", "trước ngày 11 của tháng cuối quý"),
    )
    draft.duty(
        "II",
        f"{OFFICE} định kỳ hằng năm báo cáo Sở Công Thương tình hình nuôi ong.",
        (OFFICE, "Sở Công Thương", "hằng năm", ""),
    )
    draft.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
    draft.task("Phụ lục/1", f"Dựng nhà quay mật đầu làng | {OFFICE} | | Nhà quay mật | 9/2026 | Vốn 3,7 tỷ đồng")
    return draft.plan("vankhe.txt", _header("14/KH-UBND", "Ủy ban nhân dân xã Vân Khê", "Vân Khê"))


def _ward() -> Plan:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Phát triển nghề nuôi ong phường Lam Giang năm 2026")
    draft.section("I", "I. MỤC TIÊU")
    draft.clause("I", "- Trồng mới 620 gốc nhãn.")
    draft.section("II", "II. TỔ CHỨC THỰC HIỆN")
    words = "Gửi báo cáo về Sở Công Thương trước ngày 28 tháng 5 và ngày 03 tháng 11 hằng năm."
    draft.duty(
        "II",
        words,
        ("Các tổ dân phố", "Sở Công Thương", "hằng năm", "trước ngày 28 tháng 5"),
        ("Các tổ dân phố", "Sở Công Thương", "hằng năm", "ngày 03 tháng 11"),
    )
    draft.duty(
        "II",
        "Ủy ban nhân dân phường báo cáo Ban Thường vụ vào ngày 19 tháng cuối quý.",
        ("Ủy ban nhân dân phường", "Ban Thường vụ", "", "ngày 19 tháng cuối quý"),
    )
    return draft.plan("lamgiang.txt", _header("41/KH-UBND", "Ủy ban nhân dân phường Lam Giang", "Lam Giang"))


def _header(number: str, issuer: str, place: str) -> Header:
    return Header(
        number=number, issuer=issuer, place=place, title=f"Phát triển nghề nuôi ong {place} năm 2026", year=2026
    )


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    return [_commune(), _ward()]


@pytest.fixture(scope="module")
def ask(plans: list[Plan]) -> Ask:
    return asker(plans)


@pytest.mark.parametrize(
    "question",
    [
        "Dựng nhà quay mật đầu làng hết bao nhiêu vốn?",
        "Dựng nhà quay mật đầu làng tốn bao nhiêu?",
        "dung nha quay mat dau lang het bao nhieu",
        "Dựng nhà quay mật đầu làng cần mấy tỷ?",
    ],
)
def test_what_a_thing_costs_is_told_by_its_note(ask: Ask, question: str) -> None:
    assert ask(question).values == ("3,7 tỷ đồng",)


@pytest.mark.parametrize(
    "question",
    [
        "Người nuôi ong xã Vân Khê tham gia hợp tác xã đóng bao nhiêu tiền một người?",
        "muc dong hop tac xa cua nguoi nuoi ong xa Van Khe la bao nhieu tien",
    ],
)
def test_a_number_of_people_is_no_money(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "Tên hội thi của người quay mật mà xã Vân Khê tham gia là gì?",
        "Hội thi của người quay mật mà xã Vân Khê tham gia tên là gì?",
        "ten hoi thi cua nguoi quay mat xa Van Khe tham gia la gi",
        "Tên hội thi của người quay mật xã Vân Khê tham gia",
    ],
)
def test_a_name_asked_for_by_its_noun_is_the_one_in_quotation_marks(ask: Ask, question: str) -> None:
    assert ask(question).values == ("Mật ngọt quê nhà",)


def test_each_place_named_beside_another_tells_its_own_day(ask: Ask) -> None:
    answer = ask("UBND phường Lam Giang và UBND xã Vân Khê báo cáo Ban Thường vụ vào ngày nào?")
    assert answer.values == ("ngày 19 tháng cuối quý", "trước ngày 11 của tháng cuối quý")


def test_several_days_asked_for_are_told_one_by_one_beside_the_recipient(ask: Ask) -> None:
    answer = ask("Các tổ dân phố phường Lam Giang gửi báo cáo về đâu, trước những ngày nào?")
    assert answer.values == ("Sở Công Thương", "trước ngày 28 tháng 5", "ngày 03 tháng 11 hằng năm")


def test_a_thing_said_before_what_is_done_with_it_asks_how_many(ask: Ask) -> None:
    assert ask("gốc nhãn trồng mới 2026: xã Vân Khê, phường Lam Giang").values == ("1.450 gốc nhãn", "620 gốc nhãn")
    assert not ask("Trồng mới gốc nhãn phường Lam Giang").values[0].isdigit()


def test_a_share_is_told_of_those_it_is_asked_of(ask: Ask) -> None:
    assert ask("Xã Vân Khê đặt tỷ lệ cửa hàng ký kết bằng hợp đồng điện tử là bao nhiêu?").values == ("trên 65%",)
    refused = ask("Xã Vân Khê đặt tỷ lệ học sinh ở nội trú có hợp đồng điện tử là bao nhiêu?")
    assert refused.status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("later", "values"),
    [
        ("Thế đơn vị đó định kỳ báo cáo cho ai?", ("Sở Công Thương",)),
        ("the phong do bao cao cho ai", ("Sở Công Thương",)),
    ],
)
def test_the_office_just_told_is_pointed_to(plans: list[Plan], later: str, values: tuple[str, ...]) -> None:
    engine = Engine(build_library(plans))
    first = "Đơn vị nào là thường trực việc nuôi ong của xã Vân Khê?"
    before = engine.answer(first, TODAY)
    assert before.values == (OFFICE,)
    assert engine.answer(later, TODAY, Turn(first, replace(before, elapsed_ms=0.0))).values == values
