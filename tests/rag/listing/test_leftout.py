"""Lists with conditions that are read by themselves: what is left out, stretches of rows, amounts, first and last.

The rows are those of `province_plan` and of the sample plans; today is 20 May 2026.
"""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.engine import Engine
from rag.language.restated import restated
from rag.query.amounts import asked_amount
from rag.query.apart import numbered_stretch, set_apart
from rag.turns import Turn
from tests.rag.plans import TODAY, Ask, listed

PROVINCE = [
    ("Những nhiệm vụ nào trừ các việc của Sở Nội vụ?", ["1", "2", "3", "4-1", "4-2", "5", "7", "9"]),
    ("Những nhiệm vụ nào Sở Nội vụ phối hợp nhưng không chủ trì?", ["2", "5", "7", "9"]),
    ("Sở Nội vụ chỉ phối hợp (không chủ trì) những nhiệm vụ nào?", ["2", "5", "7", "9"]),
    ("so noi vu chi phoi hop nhung nhiem vu nao", ["2", "5", "7", "9"]),
]

SAMPLES = [
    ("UBND tỉnh Lam Giang: việc hạn quý III/2026, trừ những việc Sở Nông nghiệp và Môi trường chủ trì", ["8", "9-3", "11", "18", "24", "25"]),
    ("Phụ lục II UBND tỉnh Lam Giang: việc nào có hạn khác năm 2026 mà thuộc nhóm III?", []),
    ("Từ mục 15 đến mục 20 Phụ lục II UBND tỉnh Lam Giang có bao nhiêu việc Sở Nông nghiệp và Môi trường chủ trì?", ["15", "16", "17", "19", "20"]),
    ("UBND tỉnh Lam Giang: các nhiệm vụ số 24 - 26 của Phụ lục II, việc nào Sở Tài chính phối hợp?", ["24"]),
    ("Sở Khoa học và Công nghệ của tỉnh Lam Giang chủ trì việc gì trong Phụ lục II, không kể việc đồng chủ trì", ["7", "8", "11", "13"]),
    ("Việc hằng tháng và hằng năm trong Phụ lục II UBND tỉnh Lam Giang", ["5", "29"]),
    ("UBND tỉnh Lam Giang có việc nào đến hạn sau tháng 9/2026 nhưng trước ngày 15/11/2026?", ["9-2"]),
    ("UBND tỉnh Lam Giang: việc hạn tháng 1 hoặc tháng 11/2026", ["1", "4", "26"]),  # 7: trước 02/2026
    ("UBND tỉnh Lam Giang: nhiệm vụ nào có hạn sớm nhất?", ["1", "7"]),
    ("Lãnh đạo tỉnh hỏi: UBND tỉnh Lam Giang còn việc nào thuộc nhóm I hoặc nhóm V phải xong trong quý IV/2026?", ["4", "30"]),
    ("mục 9 phụ lục II của UBND tỉnh Lam Giang tách ra mấy việc nhỏ", ["9-1", "9-2", "9-3"]),
    ("Mục 9 Phụ lục II của UBND tỉnh Lam Giang: việc nào xong trước tháng 10/2026?", ["9-1", "9-3"]),
    ("UBND tỉnh Lam Giang: Công an tỉnh và Sở Khoa học và Công nghệ cùng phối hợp những việc nào?", ["9-2"]),
    ("Việc nào của UBND tỉnh Lam Giang chờ quy hoạch tỉnh được điều chỉnh mới làm?", ["27"]),
    ("Việc nào của UBND tỉnh Lam Giang không do Sở Nội vụ cũng không do Văn phòng UBND tỉnh chủ trì mà hạn quý I/2026?", ["7", "10", "23"]),
]  # fmt: skip

TARGETS = [
    ("Chỉ tiêu nào ở Phụ lục I UBND tỉnh Lam Giang trên 95%?", ["2", "5-1", "6"]),
    ("Chỉ tiêu nào ở Phụ lục I UBND tỉnh Lam Giang từ 92% trở lên?", ["2", "5-1", "5-2", "5-3", "6"]),
    ("chi tieu duoi 80% o phu luc I ubnd tinh lam giang", ["8"]),
    ("Phụ lục I UBND tỉnh Lam Giang có mấy chỉ tiêu tính bằng trạm?", ["10"]),
]


@pytest.mark.parametrize(("question", "ordinals"), PROVINCE)
def test_what_is_denied_of_a_unit_is_left_out(ask_province: Ask, question: str, ordinals: list[str]) -> None:
    assert listed(ask_province(question)) == [f"Phụ lục II/{one}" for one in ordinals]


@pytest.mark.parametrize(("question", "ordinals"), SAMPLES)
def test_conditions_are_joined_and_taken_away(ask_samples: Ask, question: str, ordinals: list[str]) -> None:
    assert listed(ask_samples(question)) == [f"Phụ lục II/{one}" for one in ordinals]


@pytest.mark.parametrize(("question", "ordinals"), TARGETS)
def test_targets_are_compared_with_an_amount(ask_samples: Ask, question: str, ordinals: list[str]) -> None:
    assert listed(ask_samples(question)) == [f"Phụ lục I/{one}" for one in ordinals]


def test_an_exception_that_means_nothing_is_refused(ask_samples: Ask) -> None:
    answer = ask_samples("Việc nào của UBND tỉnh Lam Giang hạn quý III/2026, trừ việc bí mật nhà nước?")
    assert (answer.status, answer.items) == (Status.NOT_FOUND, ())


@pytest.mark.parametrize(
    ("typed", "base", "without"),
    [
        ("Việc nào hạn quý II, trừ những việc Sở Y tế chủ trì?", "Việc nào hạn quý II, ?", ("Sở Y tế chủ trì",)),
        ("Trừ việc hạn tháng 12, Sở Y tế chủ trì việc nào?", "Sở Y tế chủ trì việc nào?", ("hạn tháng 12",)),
        ("Ngoài Sở Y tế ra thì việc nào hạn quý II?", "việc nào hạn quý II?", ("Sở Y tế",)),
        ("viec nao thuong xuyen ma khong phai do so y te chu tri", "viec nao thuong xuyen", ("do so y te chu tri",)),
        ("Việc nào không do Sở Văn hóa, Thể thao chủ trì?", "Việc nào ?", ("do Sở Văn hóa, Thể thao chủ trì",)),
    ],
)
def test_what_is_left_out_is_set_apart(typed: str, base: str, without: tuple[str, ...]) -> None:
    apart = set_apart(typed)
    assert apart is not None
    assert (apart.base, apart.without) == (base, without)


@pytest.mark.parametrize("typed", ["Việc nào làm ngoài trời?", "Cột nào để trống?", "Sở Y tế chủ trì việc nào không?"])
def test_nothing_is_set_apart_where_nothing_is_left_out(typed: str) -> None:
    assert set_apart(typed) is None


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("từ mục 10 đến mục 20 có việc nào", (10, 20)),
        ("cac muc tu 3 den 7 viec nao", (3, 7)),
        ("nhiệm vụ số 4 - 9 của ai", (4, 9)),
        ("từ mục 30 trở đi có việc nào", (30, 9999)),
        ("mục 3.1 đến hạn tháng 7", None),
        ("việc từ 3/2026 đến 7/2026", None),
        ("mục 9 tới 3", None),
    ],
)
def test_a_stretch_of_numbered_rows_is_read(typed: str, numbers: tuple[int, int] | None) -> None:
    assert numbered_stretch(typed)[1] == numbers


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("việc hạn từ tháng 3/2026 trở về trước", "việc hạn đến hết tháng 3/2026"),
        ("viec han tu quy II/2026 tro ve truoc", "viec han den het quy II/2026"),
        ("cái nào tới tháng 9/2026 mới phải xong?", "cái nào hạn tháng 9/2026?"),
        ("việc Sở Y tế làm chung với sở khác", "việc Sở Y tế đồng chủ trì"),
        ("muc 4 chia ra may viec nho", "muc 4 co may viec con"),
        ("doanh nghiệp nhỏ và vừa", "doanh nghiệp nhỏ và vừa"),
        ("kế hoạch làm chung với tỉnh bạn", "kế hoạch làm chung với tỉnh bạn"),
    ],
)
def test_wordings_are_put_plainly(typed: str, plain: str) -> None:
    assert restated(typed) == plain


@pytest.mark.parametrize(
    ("typed", "sort", "low", "high"),
    [
        ("chỉ tiêu trên 90%", "above", 90.0, 90.0),
        ("chi tieu tu 80% tro len", "least", 80.0, 80.0),
        ("chỉ tiêu từ 50% đến 70%", "between", 50.0, 70.0),
        ("chỉ tiêu dưới 7,5%", "below", 7.5, 7.5),
        ("chỉ tiêu từ 1.200 trở lên", "least", 1200.0, 1200.0),
    ],
)
def test_an_amount_is_read(typed: str, sort: str, low: float, high: float) -> None:
    amount = asked_amount(typed)
    assert amount is not None
    assert (amount.sort, amount.low, amount.high) == (sort, low, high)


@pytest.mark.parametrize("typed", ["chỉ tiêu từ tháng 3", "chỉ tiêu trên 5 xã", "chỉ tiêu đạt 100%"])
def test_no_amount_is_read_where_none_is_compared(typed: str) -> None:
    assert asked_amount(typed) is None


def test_a_purpose_at_the_end_is_no_condition(ask_samples: Ask) -> None:
    asked = "Liệt kê toàn bộ công việc của Sở Nội vụ tỉnh Lam Giang"
    assert listed(ask_samples(f"{asked} để chuẩn bị cho lãnh đạo Sở họp.")) == listed(ask_samples(asked)) != []


def test_what_is_pointed_back_to_is_asked_of_the_row_before(sample_engine: Engine) -> None:
    first = "Đơn vị nào chủ trì ban hành Kế hoạch nâng cao Chỉ số chuyển đổi số của tỉnh Lam Giang?"
    before = Turn(first, sample_engine.answer(first, TODAY))
    found = sample_engine.answer("Vậy kết quả cuối cùng phải đạt của nhiệm vụ đó là gì?", TODAY, before)
    assert found.values == ("Kế hoạch của UBND tỉnh",)
