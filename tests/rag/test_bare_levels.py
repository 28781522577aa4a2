"""A level of government without a name points to plans where it stands by itself or is asked what it sets."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.language.words import read_words
from rag.mentions.barelevels import bare_levels
from tests.ingest.sources import HEAD, HEADER, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

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
    ],
)
def test_a_level_alone_says_whose_plan_is_meant(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


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
