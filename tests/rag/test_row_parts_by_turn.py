"""Parts of a row by their turn, holders of posts, and sums of plans that their topics name."""

from dataclasses import replace

import pytest

from ingest.plan import Plan
from rag.answer import Status
from rag.mentions.pointers import read_pointer
from tests.ingest.sources import plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask


@pytest.mark.parametrize(
    ("question", "ordinal"),
    [
        ("Phụ lục III/1 gạch đầu dòng thứ 2 ai chủ trì", "1-2"),
        ("mục 7, gạch đầu dòng thứ hai", "7-2"),
        ("ý thứ ba của nhiệm vụ 21 Phụ lục II", "21-3"),
        ("dong con thu tu muc 5 phu luc I", "5-4"),
        ("mục con b của nhiệm vụ 4 Phụ lục II", "4-2"),
        ("việc con đầu tiên trong mục 6 Phụ lục II", "6-1"),
        ("gạch cuối cùng của mục 6 Phụ lục II", "6-0"),
        ("Ý thứ 5 Phụ lục II", "5"),
        ("nhiệm vụ số 8 Phụ lục I", "8"),
    ],
)
def test_a_part_of_a_row_is_named_by_its_turn(question: str, ordinal: str) -> None:
    assert read_pointer(question).ordinal == ordinal


HEADER = "TT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn | Sản phẩm"
WORK = "\nPHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n\n" + table(
    HEADER,
    "I | Con giống | | | | ",
    "1 | Kiểm định trại tôm | Chi cục Thủy sản | Nhà hát Sao Biển | 6/2026 | Báo cáo",
    "2 | Nạo vét kênh dẫn nước mặn | | | | ",
    "- | Tuyến kênh Bà Lụa | Công ty Thủy nông | Hội Nghề cá | 5/2026 | Biên bản",
    "- | Tuyến kênh Ông Đốc | Chi cục Thủy sản | Hội Nghề cá | 8/2026 | Biên bản",
    "3 | Tập huấn hộ nuôi | | | | ",
    "3.1 | Vùng ven biển | Hội Nghề cá | | 7/2026 | Danh sách",
    "3.2 | Vùng nội đồng | Trạm Khuyến nông | | 9/2026 | Danh sách",
    "II | Tiêu thụ | | | | ",
    "1 | Mở phiên chợ tôm | Hội Nghề cá | | 9/2026 | Phiên chợ",
)
PROSE = (
    "II. NHIỆM VỤ\n1. Truyền thông\na) Diễn kịch về nuôi tôm sạch (Nhà hát Sao Biển chủ trì, Hội Nghề cá phối hợp; hoàn thành trước ngày 31/8/2026).\n"
    "b) In sổ tay (Chi cục Thủy sản chủ trì, Nhà hát Sao Biển phối hợp; hoàn thành trước ngày 30/9/2026).\n"
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks one plan whose annex has no numeral and whose prose states tasks in brackets."""
    return asker([replace(plan(body=PROSE, annex=WORK), file="tom.txt")])


@pytest.mark.parametrize(
    ("question", "locator", "lead"),
    [
        ("Phụ lục I/2 gạch đầu dòng thứ 2 ai chủ trì?", "Phụ lục/I/2-2", "Chi cục Thủy sản"),
        ("dòng con cuối của mục 2 nhóm I phụ lục ai chủ trì?", "Phụ lục/I/2-2", "Chi cục Thủy sản"),
        ("Phụ lục I/3 ý thứ nhất đơn vị nào chủ trì", "Phụ lục/I/3.1", "Hội Nghề cá"),
    ],
)
def test_the_turn_is_read_as_the_plan_numbers_its_parts(ask: Ask, question: str, locator: str, lead: str) -> None:
    told = ask(question)
    assert told.values == (lead,)
    assert {one.locator for one in told.citations} == {locator}


def test_a_turn_that_the_row_has_no_part_for_is_not_found(ask: Ask) -> None:
    assert ask("Phụ lục I/2 gạch đầu dòng thứ 5 ai chủ trì?").status is Status.NOT_FOUND


def test_tasks_of_a_part_of_the_prose_are_counted_for_an_office_of_any_noun(ask: Ask) -> None:
    told = ask("Nhà hát Sao Biển chủ trì mấy việc ở phần II kế hoạch?")
    assert (told.values, [one.locator for one in told.items]) == (("1",), ["II/1/a"])


def test_the_holder_of_a_post_is_a_person_that_the_plan_names(ask: Ask) -> None:
    assert ask("Ai là Giám đốc Chi cục Thủy sản?").status is Status.NOT_FOUND
    assert ask("Trưởng trạm Trạm Khuyến nông là ai?").status is Status.NOT_FOUND
    assert ask("Chi cục trưởng Chi cục Thủy sản tên gì").status is Status.NOT_FOUND


def test_the_signer_holds_the_post_that_stands_over_the_name() -> None:
    signed = replace(plan(body=PROSE, annex=WORK), file="tom.txt")
    header = replace(signed.header, issuer="Sở Thủy sản tỉnh An Hải", signer="Lê Thị Mơ", signer_title="GIÁM ĐỐC")
    ask = asker([replace(signed, header=header)])
    assert ask("Ai là Giám đốc Sở Thủy sản An Hải?").values == ("Lê Thị Mơ",)
    assert ask("Phó Giám đốc Sở Thủy sản là ai?").status is Status.NOT_FOUND
    assert ask("Ai là Giám đốc Hội Nghề cá An Hải?").status is Status.NOT_FOUND


def test_sums_of_two_plans_are_told_apart_by_their_own_titles() -> None:
    def about(title: str, issuer: str, money: str) -> Plan:
        one = plan(body=f"III. KINH PHÍ\nTổng kinh phí thực hiện là {money}.\n")
        header = replace(one.header, issuer=issuer, title=title, place=issuer.rpartition("tỉnh ")[2])
        return replace(one, file=f"{title}.txt", header=header)

    ask = asker(
        [
            about("Kế hoạch nuôi tôm nước lợ năm 2026", "Sở Thủy sản tỉnh An Hải", "12,5 tỷ đồng"),
            about("Kế hoạch chỉnh trang chợ năm 2026", "Sở Công Thương tỉnh Lam Sơn", "640 triệu đồng"),
        ]
    )
    told = ask(
        "tong kinh phi ke hoach nuoi tom cua so thuy san an hai la bao nhieu, ke hoach chinh trang cho cua so cong thuong lam son la bao nhieu"
    )
    assert told.values == ("12,5 tỷ đồng", "640 triệu đồng")


def test_the_rows_of_the_list_are_none_of_the_prose() -> None:
    listing = WORK.replace("PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ", "DANH MỤC NHIỆM VỤ NUÔI TÔM")
    ask = asker([replace(plan(body=PROSE, annex=listing), file="tom.txt")])
    told = ask("Chi cục Thủy sản chủ trì việc gì trong Danh mục?")
    assert [one.locator.partition("/")[0] for one in told.items] == ["Danh mục", "Danh mục"]
