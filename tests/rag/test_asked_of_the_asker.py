"""Lists as people on the spot ask for them: who asks, how many there are in all, until when, by what noun, and of whom next."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.plan import Header
from rag.answer import Status
from rag.service import Service
from tests.index.plans import LetterEmbedder
from tests.rag.conftest import asker, snapshot_of
from tests.rag.plans import TODAY, Ask, Draft, listed

_OFFICE = """
Danh mục/1: Số hóa hồ sơ đê điều | Văn phòng | Các phòng thuộc Sở | Kho hồ sơ | Thường xuyên
Danh mục/2: Cập nhật bản đồ kênh mương | Phòng Công trình | Văn phòng | Bản đồ | 6/2026
Danh mục/3: Niêm yết giá nước | Văn phòng | Phòng Công trình | Bảng giá | 12/2026
Danh mục/4: Kiểm kê máy bơm | Phòng Công trình; Văn phòng | | Biên bản | 9/2026
"""
_COMMUNE = """
Phụ lục/1: Mua máy quét | Văn phòng Đảng ủy | Phòng Kinh tế | Máy quét | 3/2026
Phụ lục/2: Tập huấn nuôi ong | Phòng Kinh tế | Văn phòng Đảng ủy | Buổi học | 6/2026
Phụ lục/3: Phát quang đường liên thôn | Phòng Kinh tế | | Đường sạch | 6/2026
Phụ lục/4: Bồi dưỡng cộng tác viên đọc sách | Văn phòng Đảng ủy | | Buổi học | 7/2026
Phụ lục/5: Vận động các tầng lớp trồng cây | Phòng Kinh tế | | Cây xanh | 12/2026
"""


def _department() -> Draft:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Số hóa hồ sơ của Sở Thủy lợi và Khuyến nông tỉnh Núi Bạc năm 2026")
    draft.annex("Danh mục", "DANH MỤC NHIỆM VỤ")
    _rows(draft, _OFFICE)
    return draft


def _rows(draft: Draft, rows: str) -> None:
    for row in rows.strip().splitlines():
        locator, _, cells = row.partition(": ")
        draft.task(locator, cells)


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks of a department's plan and of a commune's, each with an office of its own."""
    commune = Draft()
    commune.section("Tiêu đề", "KẾ HOẠCH Làm mới nông thôn của Đảng ủy xã Suối Vàng năm 2026")
    commune.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
    _rows(commune, _COMMUNE)
    head = Header(number="41/KH-STL", issuer="Sở Thủy lợi và Khuyến nông tỉnh Núi Bạc", place="Núi Bạc", year=2026)
    other = Header(number="7-KH/ĐU", issuer="Đảng ủy xã Suối Vàng", place="Suối Vàng", year=2026)
    return asker([_department().plan("thuy-loi.txt", head), commune.plan("suoi-vang.txt", other)])


LED = ["Danh mục/1", "Danh mục/3", "Danh mục/4"]


@pytest.mark.parametrize(
    "question",
    [
        "Mình mới về Văn phòng Sở Thủy lợi và Khuyến nông Núi Bạc, cho biết Văn phòng đang chủ trì các nhiệm vụ nào?",
        "Em làm ở Sở Thủy lợi và Khuyến nông Núi Bạc, cho em hỏi Văn phòng chủ trì việc nào?",
        "em o van phong so thuy loi va khuyen nong nui bac, cho em hoi phong em chu tri viec nao",
        "Văn phòng Sở Thủy lợi Núi Bạc phải đứng ra làm những đầu việc nào trong danh mục?",
        "van phong so thuy loi nui bac dung ra lo nhung viec nao",
    ],
)
def test_who_asks_tells_whose_plan_and_whose_work_is_meant(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert listed(answer) == LED
    assert {one.file for one in answer.items} == {"thuy-loi.txt"}


def test_an_office_at_work_is_none_that_only_sounds_so(ask: Ask) -> None:
    assert {one.file for one in ask("Văn phòng Đảng chủ trì việc nào?").items} == {"suoi-vang.txt"}
    assert {one.file for one in ask("Văn phòng đang chủ trì việc nào ở Núi Bạc?").items} == {"thuy-loi.txt"}


def test_who_asks_says_nothing_of_a_question_about_another_plan(ask: Ask) -> None:
    answer = ask(
        "Em ở Văn phòng Sở Thủy lợi và Khuyến nông Núi Bạc, cho em hỏi xã Suối Vàng có mấy việc xong tháng 6/2026?"
    )
    assert answer.values == ("2",)
    assert {one.file for one in answer.items} == {"suoi-vang.txt"}


@pytest.mark.parametrize(
    "question",
    [
        "trong 4 việc của danh mục kèm KH 41, Văn phòng đứng chủ trì (kể cả chủ trì chung) mấy việc?",
        "Danh mục kèm kế hoạch 41 có bốn nhiệm vụ, Văn phòng chủ trì mấy nhiệm vụ?",
        "trong tong so 4 viec cua ke hoach 41, van phong chu tri may viec",
    ],
)
def test_the_number_of_all_rows_said_beforehand_chooses_none(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert (answer.values, listed(answer)) == (("3",), LED)


def test_a_number_of_rows_that_there_are_not_stays_a_condition(ask: Ask) -> None:
    answer = ask("trong 8 việc của danh mục kèm KH 41, Văn phòng chủ trì mấy việc?")
    assert answer.status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Phòng Công trình phải làm gì trước khi hết năm 2026?", ["Danh mục/2", "Danh mục/3", "Danh mục/4"]),
        ("phong cong trinh phai lam gi truoc khi het quy II/2026", ["Danh mục/2"]),
        ("Phòng Công trình phải làm gì trước khi tháng 9/2026 kết thúc?", ["Danh mục/2", "Danh mục/4"]),
        ("Phòng Công trình phải làm gì trước khi bước sang tháng 9/2026?", ["Danh mục/2"]),
    ],
)
def test_before_a_time_is_over_is_until_its_end(ask: Ask, question: str, places: list[str]) -> None:
    assert listed(ask(question)) == places


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Sang tháng tới xã Suối Vàng tới hạn lớp nào?", ["Phụ lục/2"]),
        ("thang toi xa suoi vang toi han lop gi", ["Phụ lục/2"]),
        ("Tháng 7/2026 xã Suối Vàng có khóa nào đến hạn?", ["Phụ lục/4"]),
        ("tháng tới tới hạn những việc nào ở xã Suối Vàng?", ["Phụ lục/2", "Phụ lục/3"]),
        ("Tháng 12/2026 xã Suối Vàng tới hạn cuộc thi nào?", []),
    ],
)
def test_what_falls_due_is_asked_for_by_what_people_call_it(ask: Ask, question: str, places: list[str]) -> None:
    assert listed(ask(question, date(2026, 5, 14))) == places


def _duties(draft: Draft, title: str, *days: str) -> Draft:
    draft.section("Tiêu đề", title)
    draft.section("V", "V. CHẾ ĐỘ BÁO CÁO")
    offices, districts = days
    text = f"Các sở, ban, ngành báo cáo năm về UBND tỉnh {offices}."
    draft.duty("V/1", text, ("Các sở, ban, ngành", "UBND tỉnh", "năm", offices))
    text = f"UBND các huyện gửi báo cáo năm về UBND tỉnh {districts}."
    draft.duty("V/2", text, ("UBND các huyện", "UBND tỉnh", "năm", districts))
    return draft


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Thế còn các sở, ban, ngành thì trước ngày mấy?", ("trước ngày 12/11/2026",)),
        ("còn các sở ngành?", ("trước ngày 12/11/2026",)),
        ("the con cac so, ban, nganh thi truoc ngay may", ("trước ngày 12/11/2026",)),
    ],
)
def test_the_report_of_another_sender_is_that_of_the_plan_before(question: str, values: tuple[str, ...]) -> None:
    forest = _duties(Draft(), "KẾ HOẠCH Trồng rừng ven biển năm 2026", "trước ngày 12/11/2026", "trước ngày 20/11/2026")
    wells = _duties(Draft(), "KẾ HOẠCH Đào giếng vùng cao năm 2026", "trước ngày 01/12/2026", "trước ngày 05/12/2026")
    issuer, place = "Ủy ban nhân dân tỉnh Núi Bạc", "Núi Bạc"
    heads = [
        Header(number=f"{number}/KH-UBND", issuer=issuer, place=place, title=title, year=2026)
        for number, title in ((51, "Trồng rừng ven biển năm 2026"), (52, "Đào giếng vùng cao năm 2026"))
    ]
    plans = [forest.plan("rung.txt", heads[0]), wells.plan("gieng.txt", heads[1])]
    service = Service(snapshot_of(plans, LetterEmbedder()))
    asked = "UBND các huyện gửi báo cáo năm theo kế hoạch trồng rừng ven biển trước ngày nào?"
    before = service.ask(asked, today=TODAY)
    assert before.values == ("trước ngày 20/11/2026",)
    assert service.ask(question, today=TODAY, previous=before).values == values
