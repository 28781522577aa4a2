"""Plans of several topics side by side, each called by a word or two of its matter, in its own words or in others."""

from __future__ import annotations

import pytest

from ingest.plan import Plan
from rag.answer import Status
from rag.corpus.library import build_library
from rag.language.words import sound
from rag.mentions.scope import mentions
from tests.ingest.sources import HEADER, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, cited, listed

_HEAD = """ỦY BAN NHÂN DÂN
TỈNH {capitals}

Số: {number}/KH-UBND
{place}, ngày {day} tháng 01 năm 2026

KẾ HOẠCH
{title} tỉnh {place} năm 2026
"""
_CLOSING = """
Nơi nhận:
- Các sở, ngành.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

{signer}
"""
FOOD = (
    "1 | Lập tổ công tác liên ngành | Sở Y tế | Sở Tài chính | Quyết định | Quý III/2026",
    "2 | Mở lớp cho chủ bếp ăn | Sở Tài chính | Sở Y tế | 05 lớp | Tháng 6/2026",
    "3 | Phát tờ rơi về thực phẩm tại chợ | Sở Y tế |  | Tờ rơi | Quý IV/2026",
)
READING = (
    "1 | Lập tổ công tác liên ngành | Sở Y tế | Sở Tài chính | Quyết định | Quý III/2026",
    "2 | Kiểm kê đầu sách | Sở Tài chính |  | Báo cáo | Tháng 6/2026",
)


def _annex(number: str, place: str, rows: tuple[str, ...]) -> str:
    title = f"\nPHỤ LỤC\nNHIỆM VỤ NĂM 2026\n(Kèm theo Kế hoạch số {number}/KH-UBND của UBND tỉnh {place})\n"
    return title + table(HEADER, *rows)


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    """A plan on food in one province, and one on reading in another."""
    food = plan(
        head=_HEAD.format(
            capitals="LAM GIANG",
            place="Lam Giang",
            number=9,
            day=10,
            title="Kiểm soát an toàn thực phẩm",
        ),
        body="I. YÊU CẦU\n1. An toàn thực phẩm là việc của cả tỉnh; bảo đảm an toàn thực phẩm từ bếp ăn.\n",
        annex=_annex("9", "Lam Giang", FOOD),
        closing=_CLOSING.format(signer="Đào Thị Mận"),
    )
    reading = plan(
        head=_HEAD.format(
            capitals="HOÀI TĨNH",
            place="Hoài Tĩnh",
            number=70,
            day=12,
            title="Phong trào đọc sách và xây tủ sách",
        ),
        body="I. YÊU CẦU\n1. Mỗi thôn một tủ sách, đọc sách thành nếp; bố trí người trông tủ sách.\n",
        annex=_annex("70", "Hoài Tĩnh", READING),
        closing=_CLOSING.format(signer="Lý Văn Bưởi"),
    )
    return [food, reading]


@pytest.fixture(scope="module")
def ask(plans: list[Plan]) -> Ask:
    """Asks over both plans."""
    return asker(plans)


@pytest.mark.parametrize(
    ("question", "signer"),
    [
        ("Ai ký kế hoạch thực phẩm?", "Đào Thị Mận"),
        ("ai ky ke hoach an toan thuc pham", "Đào Thị Mận"),
        ("Ai ký KH thức ăn bẩn?", "Đào Thị Mận"),
        ("Kế hoạch đọc sách của Hoài Tĩnh ai ký?", "Lý Văn Bưởi"),
        ("ai ky ke hoach tu sach", "Lý Văn Bưởi"),
    ],
)
def test_a_word_or_two_of_the_matter_name_the_plan(ask: Ask, question: str, signer: str) -> None:
    assert ask(question).values == (signer,)


def test_two_plans_named_by_their_matter_are_two_sides(ask: Ask) -> None:
    answer = ask("Ai ký kế hoạch tủ sách của Hoài Tĩnh, ai ký kế hoạch thực phẩm?")
    assert answer.values == ("Lý Văn Bưởi", "Đào Thị Mận")


def test_the_end_of_a_places_name_is_no_level(plans: list[Plan]) -> None:
    library, typed = build_library(plans), "Kế hoạch tủ sách của Hoài Tĩnh ai ký?"
    assert [(one.kind, one.start, one.end) for one in mentions(typed, sound(typed), library)] == [("place", 5, 7)]


@pytest.mark.parametrize(
    "question",
    [
        "Trong kế hoạch thực phẩm, Sở Y tế chủ trì những nhiệm vụ nào?",
        "Theo KH thức ăn bẩn của Lam Giang, Sở Y tế chủ trì những nhiệm vụ nào?",
        "So Y te chu tri nhung nhiem vu nao trong ke hoach an toan thuc pham",
        "Sở Y tế Lam Giang trực tiếp làm những nhiệm vụ nào trong kế hoạch đồ ăn?",
    ],
)
def test_what_calls_the_plan_is_no_condition_on_its_rows(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert listed(answer) == ["Phụ lục/1", "Phụ lục/3"]
    assert {one.split("#")[0] for one in cited(answer)} == {"mau.txt"}
    assert {one.plan for one in answer.items} == {"Kế hoạch 9/KH-UBND"}


@pytest.mark.parametrize(
    "question",
    [
        "Nhiệm vụ an toàn thực phẩm nào đến hạn trong tháng 6/2026?",
        "nhiem vu nao ve an toan thuc pham o Lam Giang den han thang 6/2026",
    ],
)
def test_a_matter_that_none_of_the_rows_in_question_says_is_the_plans(ask: Ask, question: str) -> None:
    assert [(one.plan, one.locator) for one in ask(question).items] == [("Kế hoạch 9/KH-UBND", "Phụ lục/2")]


@pytest.mark.parametrize(
    "question",
    [
        "Ai ký kế hoạch thực phẩm tỉnh Hoài Tĩnh?",
        "Ai ký kế hoạch thiên tai Hoài Tĩnh?",
        "Số kế hoạch đọc sách của Lam Giang?",
        "Ai ký kế hoạch trồng rừng Lam Giang?",
        "Kế hoạch bình đẳng giới ban hành ngày nào?",
        "Sở Y tế chủ trì những nhiệm vụ nào trong kế hoạch trồng rừng?",
        "Nhiệm vụ nào về trồng rừng ở Lam Giang đến hạn trong tháng 6/2026?",
    ],
)
def test_a_matter_of_no_plan_there_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
