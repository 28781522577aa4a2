"""What a plan's annexes are and which offices its rows name, each once; rows that are products."""

from __future__ import annotations

import pytest

from ingest.columns import Role, by_product, roles_of
from rag.answer import Status
from tests.ingest.sources import plan, read, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

WORK = "\nPHỤ LỤC I\nNHIỆM VỤ GIỮ NƯỚC NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n" + table(
    "TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn",
    "1 | Nạo vét mương đầu bản | Phòng Kinh tế | Hội Nông dân | 4/2026",
    "2 | Đo mực nước hồ | Hội Nông dân | Phòng Văn hóa | 6/2026",
    "3 | Vẽ sơ đồ cống | Phòng Kinh tế | Công an xã; Hội Nông dân | 9/2026",
)
PRODUCTS = (
    "\nPHỤ LỤC II\nDANH MỤC SẢN PHẨM DỰ KIẾN XẾP HẠNG KORAT\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n"
    + table(
        "STT | Tên sản phẩm | Chủ thể | Địa chỉ | Hạng dự kiến",
        "1 | Trà gừng đá | Tổ hợp tác Sông Mơ | Thôn Thượng | 4 sao",
        "2 | Măng khô lá dong | Cơ sở Vân Khê | Thôn Hạ | 3 sao",
        "3 | Mật ong rừng tre | Hợp tác xã Lam Hạ | Thôn Trung | 4 sao",
    )
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(annex=WORK + PRODUCTS)])


@pytest.mark.parametrize(
    "question", ["Kế hoạch xã Sông Mơ có mấy phụ lục", "ke hoach xa Song Mo kem theo bao nhieu phu luc"]
)
def test_annexes_are_counted_not_their_rows(ask: Ask, question: str) -> None:
    told = ask(question)
    assert told.values == ("2",)
    assert listed(told) == ["Phụ lục I", "Phụ lục II"]


@pytest.mark.parametrize(
    "question", ["kế hoạch Sông Mơ gồm những phụ lục nào", "Liệt kê các phụ lục của kế hoạch Sông Mơ"]
)
def test_annexes_are_listed_by_their_titles(ask: Ask, question: str) -> None:
    assert listed(ask(question)) == ["Phụ lục I", "Phụ lục II"]


def test_how_many_annexes_needs_one_plan() -> None:
    other = "ỦY BAN NHÂN DÂN\nXÃ VÂN KHÊ\n\nSố: 9/KH-UBND\nVân Khê, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nTrồng tre năm 2026\n"
    ask = asker([plan(annex=WORK + PRODUCTS), read(f"{other}\nI. MỤC ĐÍCH\nLàm đúng hạn.\n{WORK}")])
    assert ask("có mấy phụ lục").status is Status.AMBIGUOUS
    assert ask("kế hoạch xã Vân Khê có mấy phụ lục").values == ("1",)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Những đơn vị nào chủ trì trong phụ lục I của Sông Mơ?", ("Phòng Kinh tế", "Hội Nông dân")),
        ("các đơn vị phối hợp trong kế hoạch Sông Mơ", ("Hội Nông dân", "Phòng Văn hóa", "Công an xã")),
        ("Sông Mơ có bao nhiêu đơn vị chủ trì nhiệm vụ", ("2",)),
        ("song mo co may phong chu tri nhiem vu", ("1",)),
        ("Những đơn vị nào phối hợp trong quý III ở Sông Mơ", ("Công an xã", "Hội Nông dân")),
    ],
)
def test_offices_are_told_each_once(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


def test_the_offices_of_one_matter_are_those_of_its_row(ask: Ask) -> None:
    assert ask("Những đơn vị nào chủ trì việc đo mực nước hồ?").values == ("Hội Nông dân",)


def test_products_name_their_rows(ask: Ask) -> None:
    told = ask("sản phẩm nào dự kiến xếp hạng 4 sao")
    assert [item.name for item in told.items] == ["Trà gừng đá", "Mật ong rừng tre"]
    assert ask("chủ thể của măng khô lá dong là ai").values == ("Cơ sở Vân Khê",)
    assert ask("Trà gừng đá dự kiến mấy sao").values == ("4 sao",)


def test_a_short_name_of_the_title_names_the_plan() -> None:
    head = "ỦY BAN NHÂN DÂN\nTỈNH LAM GIANG\nSố: 27/KH-UBND\nngày 12 tháng 01 năm 2026\nKẾ HOẠCH\nChương trình KORAT năm 2026\n"
    ask = asker([plan(annex=WORK), read(f"{head}\nI. MỤC ĐÍCH\nLàm đúng hạn.\n{PRODUCTS}")])
    assert ask("phụ lục II kế hoạch KORAT có mấy dòng").values == ("3",)


def test_a_result_behind_another_name_stays_a_result() -> None:
    headers = ("TT", "Sản phẩm", "Nhiệm vụ", "Chủ trì")
    roles = roles_of(headers)
    columns = (("1", "2"), ("Kế hoạch", "Báo cáo"), ("Trồng tre", "Thả cá"), ("Phòng A", "Phòng B"))
    assert by_product(roles, headers, columns) == roles
    products = ("STT", "Tên sản phẩm", "Chủ thể", "Địa chỉ")
    cells = (("1", "2"), ("Trà gừng", "Măng khô"), ("Tổ A", "Tổ B"), ("Thôn A", "Thôn B"))
    assert by_product(roles_of(products), products, cells)[:2] == (Role.ORDINAL, Role.NAME)
