"""What is printed of a document that plans cite: its number, day and issuer, and what changes it."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import plan
from tests.rag.conftest import asker
from tests.rag.plans import Ask, cited


def _head(office: str, number: str, place: str, title: str, bases: str) -> str:
    return f"{office}\n\nSố: {number}\n{place}, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\n{title}\n\n{bases}\n"


_BODY = "I. NHIỆM VỤ\n1. Trồng cây ven hồ.\nChủ trì: Phòng Kinh tế.\nThời gian: trước ngày 20/4/2026.\n"
LAKE = plan(
    head=_head(
        "ỦY BAN NHÂN DÂN\nXÃ HỒ MÂY",
        "14/KH-UBND",
        "Hồ Mây",
        "Nuôi ong lấy mật xã Hồ Mây năm 2026",
        "Căn cứ Luật Nghề ong số 61/2019/QH14 ngày 20/11/2019;\n"
        "Căn cứ Thông tư số 08/2021/TT-BNO ngày 15/7/2021 của Bộ Nghề ong hướng dẫn ghi sổ đàn ong; Thông tư số 03/2023/TT-BNO"
        " ngày 09/3/2023 của Bộ Nghề ong sửa đổi, bổ sung một số điều của Thông tư số 08/2021/TT-BNO;\n"
        "Căn cứ Thông tư liên tịch số 12/2018/TTLT-BNO-BCX ngày 02/5/2018 hướng dẫn phối hợp kiểm tra cây xanh;\n"
        "Thực hiện Kế hoạch số 77/KH-UBND ngày 12/01/2026 của UBND tỉnh Kim Hà về phát triển nghề ong năm 2026;\n"
        "Thực hiện Kế hoạch số 21/KH-UBND ngày 09/02/2022 của UBND tỉnh Kim Hà về trồng cây xanh giai đoạn 2022-2027;\n"
        "Thực hiện Chương trình hành động số 09-CTr/TU ngày 18/8/2025 của Tỉnh ủy Kim Hà về kinh tế vườn;\n"
        "Ủy ban nhân dân xã Hồ Mây ban hành Kế hoạch như sau:",
    ),
    body=_BODY,
)
HILL = plan(
    head=_head(
        "ỦY BAN NHÂN DÂN\nXÃ ĐỒI GIÓ",
        "30/KH-UBND",
        "Đồi Gió",
        "Trồng chè xã Đồi Gió năm 2026",
        "Thực hiện Chương trình hành động số 09-CTr/TU ngày 10/9/2025 của Tỉnh ủy Vân Giang về kinh tế đồi;\n"
        "Ủy ban nhân dân xã Đồi Gió ban hành Kế hoạch như sau:",
    ),
    body=_BODY.replace("ven hồ", "trên đồi"),
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Two communes whose plans rest on documents of their provinces."""
    return asker([LAKE, HILL])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Kế hoạch số 77/KH-UBND của Ủy ban nhân dân tỉnh Kim Hà ban hành ngày nào?", ("12/01/2026",)),
        ("ke hoach 77/KH-UBND cua UBND tinh Kim Ha ky ngay may", ("12/01/2026",)),
        ("Chương trình hành động số 09-CTr/TU của Tỉnh ủy Kim Hà ban hành ngày nào?", ("18/8/2025",)),
        ("Chương trình hành động số 09-CTr/TU của Tỉnh ủy Vân Giang ký ngày nào?", ("10/9/2025",)),
        ("Kế hoạch số 77/KH-UBND do cơ quan nào ban hành?", ("UBND tỉnh Kim Hà",)),
        ("Thông tư 08/2021/TT-BNO là của ai ban hành, ngày nào?", ("Bộ Nghề ong", "15/7/2021")),
    ],
)
def test_a_document_given_by_its_number_is_told_by_day_and_issuer(
    ask: Ask, question: str, values: tuple[str, ...]
) -> None:
    assert ask(question).values == values


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Kế hoạch của UBND tỉnh Kim Hà về phát triển nghề ong năm 2026 số mấy?", ("77/KH-UBND",)),
        ("KH trồng cây xanh giai đoạn 2022-2027 của Kim Hà: số, ngày", ("21/KH-UBND", "09/02/2022")),
        ("UBND tỉnh Kim Hà phát triển nghề ong bằng văn bản nào, số và ngày kế hoạch?", ("77/KH-UBND", "12/01/2026")),
        ("ke hoach trong cay xanh giai doan 2022-2027 cua Kim Ha la so bao nhieu", ("21/KH-UBND",)),
        ("Kế hoạch nào của UBND tỉnh Kim Hà về phát triển nghề ong?", ("77/KH-UBND",)),
        ("Phối hợp kiểm tra cây xanh được hướng dẫn ở thông tư liên tịch nào?", ("12/2018/TTLT-BNO-BCX",)),
        (
            "Luật Nghề ong mà kế hoạch xã Hồ Mây căn cứ số mấy, Quốc hội thông qua ngày nào?",
            ("61/2019/QH14", "20/11/2019"),
        ),
        ("Bộ Nghề ong có TT nào hướng dẫn ghi sổ đàn ong?", ("08/2021/TT-BNO",)),
    ],
)
def test_a_document_told_by_its_matter_is_found(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert answer.values == values
    assert cited(answer) == {f"{LAKE.file}#Căn cứ"}


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch số 77/KH-UBND của UBND tỉnh Sông Lam ban hành ngày nào?",
        "Kế hoạch số 79/KH-UBND của UBND tỉnh Kim Hà ban hành ngày nào?",
        "Kế hoạch của UBND tỉnh Kim Hà về phát triển nghề ong năm 2029 số mấy?",
        "Kế hoạch trồng cây xanh của tỉnh Kim Hà năm 2027 mang số nào?",
        "Kế hoạch của UBND tỉnh Kim Hà về nuôi cá lồng số mấy, ngày nào?",
    ],
)
def test_a_document_of_another_number_issuer_year_or_matter_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_a_number_that_two_offices_have_used_is_told_apart(ask: Ask) -> None:
    answer = ask("Chương trình hành động số 09-CTr/TU ban hành ngày nào?")
    assert answer.status is Status.AMBIGUOUS
    assert [item.name for item in answer.items] == ["09-CTr/TU; 18/8/2025", "09-CTr/TU; 10/9/2025"]


def test_a_loaded_plan_is_told_by_its_own_head(ask: Ask) -> None:
    assert ask("Kế hoạch 14/KH-UBND ban hành ngày nào?").values == ("ngày 05 tháng 3 năm 2026",)
    assert ask("Kế hoạch nuôi ong lấy mật xã Hồ Mây năm 2026 số mấy?").values == ("14/KH-UBND",)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Thông tư 08/2021 hướng dẫn ghi sổ đàn ong bị sửa bởi thông tư nào nhỉ?", "03/2023/TT-BNO"),
        ("Thông tư nào sửa đổi Thông tư số 08/2021/TT-BNO?", "03/2023/TT-BNO"),
        ("Thông tư 08/2021/TT-BNO đã được sửa đổi, bổ sung tại văn bản số mấy?", "03/2023/TT-BNO"),
        ("Thông tư 03/2023/TT-BNO sửa đổi thông tư nào?", "08/2021/TT-BNO"),
    ],
)
def test_what_changes_a_document_and_what_it_changes_are_told(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


def test_a_document_that_nothing_changes_is_said_to_be_changed_by_none(ask: Ask) -> None:
    assert ask("Thông tư 03/2023/TT-BNO được thay thế bởi thông tư nào?").status is Status.NOT_FOUND


def test_a_place_that_sounds_like_a_day_asks_for_none() -> None:
    text = "Căn cứ Công văn số 88/SNO-OM ngày 19/01/2026 của Sở Nghề ong về ghi sổ đàn ong;"
    told = asker([plan(head=_head("ỦY BAN NHÂN DÂN\nTỈNH HÒA NGÃI", "3/KH-UBND", "Hòa Ngãi", "Ghi sổ đàn ong", text))])
    assert told("KH ghi sổ đàn ong tỉnh Hòa Ngãi ban hành theo công văn số mấy của Sở Nghề ong?").values == (
        "88/SNO-OM",
    )
