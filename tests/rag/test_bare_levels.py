"""A level of government without a name points to plans where it stands by itself or is asked what it sets."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from rag.language.words import read_words
from rag.mentions.barelevels import bare_levels
from tests.ingest.sources import HEAD, HEADER, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft

TITLE = "\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n"
COMMUNE = TITLE + table(
    HEADER,
    "1 | Xây dựng vườn ươm cây bản địa | Phòng Kinh tế | Hội Nông dân xã | Vườn ươm | 8/2026",
    "2 | Mở lớp ghép cây cho hộ trồng rừng | Hội Nông dân xã | Phòng Kinh tế | 02 lớp | 5/2026",
)
PROVINCE_HEAD = (
    HEAD.replace("XÃ SÔNG MƠ", "TỈNH LAM GIANG")
    .replace("xã Sông Mơ", "tỉnh Lam Giang")
    .replace("Sông Mơ, ngày", "Lam Giang, ngày")
    .replace("12/KH-UBND", "70/KH-UBND")
    .replace("Cải cách hành chính", "Phát triển lâm nghiệp")
)
PROVINCE = TITLE + table(
    HEADER,
    "1 | Xây dựng vườn ươm cây bản địa tại các xã | Sở Nông nghiệp và Môi trường | UBND các xã | 12 vườn ươm | 11/2026",
    "2 | Tổng kết phong trào trồng cây | Sở Nội vụ | Tỉnh đoàn | Báo cáo tổng kết | 12/2026",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(annex=COMMUNE), plan(head=PROVINCE_HEAD, annex=PROVINCE)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Ở xã, vườn ươm cây bản địa phải xong khi nào?", ("8/2026",)),
        ("Vườn ươm cây bản địa bao giờ xong, bên tỉnh?", ("11/2026",)),
        ("Vườn ươm cây bản địa tỉnh hẹn tháng nào, còn xã hẹn tháng nào?", ("11/2026", "8/2026")),
        ("Vườn ươm cây bản địa xã chốt khi nào, tỉnh chốt khi nào?", ("8/2026", "11/2026")),
        ("Vườn ươm cây bản địa tỉnh yêu cầu đến tháng mấy, Sông Mơ yêu cầu đến tháng mấy?", ("11/2026", "8/2026")),
        ("vuon uom cay ban dia tinh hen thang nao, con xa hen thang nao", ("11/2026", "8/2026")),
        ("Vườn ươm cây bản địa theo phong trào của tỉnh thì xã phải làm xong tháng mấy?", ("8/2026",)),
    ],
)
def test_a_level_alone_says_whose_plan_is_meant(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


def test_places_that_are_counted_point_to_no_plan(ask: Ask) -> None:
    assert ask("Phường thì vườn ươm cây bản địa xong khi nào?").values == ("8/2026",)
    assert ask("12 xã phường thì vườn ươm cây bản địa xong khi nào?").values == ("11/2026",)


@pytest.mark.parametrize(
    "question",
    [
        "Tỉnh hẹn tháng nào xây cầu treo?",
        "Ở xã, bao giờ sửa mái đình?",
        "Ở xã, tổng kết phong trào trồng cây xong khi nào?",  # only the province does
    ],
)
def test_what_the_plan_of_the_level_lacks_is_not_found(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "typed",
    [
        "Số thôn của các xã đặt bao nhiêu",
        "Sở, xã phường gửi báo cáo khi nào",
        "Doanh nghiệp ngoài tỉnh hẹn tháng nào",
        "Cơ quan địa phương chốt khi nào",
        "tinh den khi nao thi xong",
        "co quan dia phuong chot khi nao",
        "Ở xã Sông Mơ, vườn ươm bao giờ xong",
    ],
)
def test_a_level_among_other_words_is_none(typed: str) -> None:
    assert not list(bare_levels(typed, read_words(typed).heard.split()))


@pytest.fixture(scope="module")
def ministry() -> Ask:
    """Asks the plan of a ministry beside that of a province."""
    plans = []
    for file, issuer, lead, due in (
        ("bo.txt", "Bộ Ngư nghiệp", "Cục Thuyền bè", "9/2026"),
        ("tinh.txt", "Ủy ban nhân dân tỉnh Hải Vân", "Sở Nội vụ", "5/2026"),
    ):
        draft = Draft()
        draft.section("Tiêu đề", "KẾ HOẠCH Kẻ lại tên thuyền")
        draft.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
        draft.task("Phụ lục/1", f"Kẻ lại tên thuyền câu mực | {lead} | | 40 thuyền | {due}")
        plans.append(draft.plan(file, Header(issuer=issuer, title="Kẻ lại tên thuyền", year=2026)))
    return asker(plans)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Trong kế hoạch của Bộ, ai chủ trì kẻ lại tên thuyền câu mực?", ("Cục Thuyền bè",)),
        ("ke lai ten thuyen cau muc theo ke hoach cua Bo thi han khi nao", ("9/2026",)),
    ],
)
def test_a_ministry_is_called_by_its_bare_noun(ministry: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ministry(question).values == values


@pytest.mark.parametrize(
    "question",
    [
        "Toàn bộ việc kẻ lại tên thuyền câu mực hạn khi nào?",
        "Theo quy định của Bộ, kẻ lại tên thuyền câu mực hạn khi nào?",
    ],
)
def test_what_only_ends_like_a_ministry_or_comes_from_it_points_to_no_plan(ministry: Ask, question: str) -> None:
    assert ministry(question).status is Status.AMBIGUOUS
