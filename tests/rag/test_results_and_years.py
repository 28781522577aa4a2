"""Rows by who issues their result, by the year of their plan or column; shares of strange things; sums of several plans.

Two made-up plans: a province's of 2026 and a ministry's of 2026 - 2030.
"""

from __future__ import annotations

import pytest

from ingest.read import read_plan
from rag.answer import Status
from rag.language.explainedshort import without_explained
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

PROVINCE = """ỦY BAN NHÂN DÂN

TỈNH LAM GIANG

Số: 27/KH-UBND

Lam Giang, ngày 12 tháng 01 năm 2026

**KẾ HOẠCH**

**Phát triển nghề mật ong tỉnh Lam Giang năm 2026**

**I. QUAN ĐIỂM**

1. Mật ong là sản vật của núi rừng; hộ nuôi là lực lượng quyết định đầu tiên, hợp tác xã và thương lái là lực lượng dẫn dắt.

**II. KINH PHÍ**

Tổng kinh phí dự kiến 4.200 triệu đồng, trong đó ngân sách tỉnh 3.000 triệu đồng.

**PHỤ LỤC I**

**CHỈ TIÊU**

<table>
<tr><td>TT</td><td>Chỉ tiêu</td><td>Đơn vị tính</td><td>Chỉ tiêu</td><td>Cơ quan chủ trì</td></tr>
<tr><td>1</td><td>Tỷ lệ hộ nuôi ong khai báo đàn</td><td>%</td><td>85</td><td>Sở Công Thương</td></tr>
<tr><td>2</td><td>Số điểm bán mật ong</td><td>Điểm</td><td>40</td><td>Sở Công Thương</td></tr>
<tr><td>3</td><td>Số lớp dạy nuôi ong</td><td>Lớp</td><td>12</td><td>Sở Nội vụ</td></tr></table>
**PHỤ LỤC II**

**NHIỆM VỤ**

<table>
<tr><td>TT</td><td>Nhiệm vụ</td><td>Cơ quan chủ trì</td><td>Cơ quan phối hợp</td><td>Kết quả</td><td>Thời hạn</td></tr>
<tr><td>1</td><td>Xây dựng chính sách hỗ trợ giống ong</td><td>Sở Công Thương</td><td>Sở Nội vụ</td><td>Nghị quyết của HĐND tỉnh</td><td>6/2026</td></tr>
<tr><td>2</td><td>Ban hành giá thuê rừng đặt đàn</td><td>Sở Tài chính</td><td>Sở Công Thương</td><td>Quyết định của UBND tỉnh</td><td>8/2026</td></tr>
<tr><td>3</td><td>Thực hiện Nghị quyết của HĐND tỉnh về nghề rừng</td><td>Sở Công Thương</td><td></td><td>Báo cáo</td><td>Thường xuyên</td></tr>
<tr><td>4</td><td>Mở hội chợ mật ong</td><td>Sở Công Thương</td><td></td><td>Hội chợ</td><td>Sau khi đề án được duyệt</td></tr>
<tr><td>5</td><td>Đặt tên thương hiệu mật ong</td><td>Sở Nội vụ</td><td></td><td>Quyết định của Bộ trưởng</td><td>9/2026</td></tr></table>"""

MINISTRY = """BỘ THƯƠNG MẠI

Số: 9/KH-BTM

Hà Nội, ngày 02 tháng 02 năm 2026

**KẾ HOẠCH**

**Phát triển chợ nổi giai đoạn 2026 - 2030**

**I. MỤC TIÊU**

1. Mục tiêu cụ thể

a) Đến năm 2028

- 60% chợ nổi có bến đỗ an toàn.

b) Đến năm 2030

- 90% chợ nổi có bến đỗ an toàn.

**II. KINH PHÍ**

Tổng kinh phí giai đoạn 2026 - 2030 dự kiến 75 tỷ đồng.

**PHỤ LỤC**

**LỘ TRÌNH CHỈ TIÊU**

<table>
<tr><td>TT</td><td>Chỉ tiêu</td><td>Đơn vị tính</td><td>2026</td><td>2027</td><td>2028</td><td>2029</td><td>2030</td><td>Cơ quan chủ trì</td></tr>
<tr><td>1</td><td>Tỷ lệ chợ nổi có bến đỗ an toàn</td><td>%</td><td>40</td><td>50</td><td>60</td><td>75</td><td>90</td><td>Cục Đường thủy</td></tr>
<tr><td>2</td><td>Số ghe bán hàng có phao</td><td>Ghe</td><td>100</td><td>200</td><td></td><td>400</td><td>500</td><td>Cục Đường thủy</td></tr></table>"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Asks both plans."""
    folder = tmp_path_factory.mktemp("plans")
    files = [folder / "lam-giang.md", folder / "bo-thuong-mai.md"]
    for file, text in zip(files, (PROVINCE, MINISTRY), strict=True):
        file.write_text(text, encoding="utf-8")
    return asker([read_plan(file) for file in files])


BY_ISSUER = [
    ("Những việc nào phải ra được nghị quyết của hội đồng nhân dân tỉnh?", ["1"]),
    ("viec nao cho ra nghi quyet cua HDND tinh", ["1"]),
    ("Việc nào kết thúc bằng nghị quyết của HĐND tỉnh Lam Giang?", ["1"]),
    ("Nhiệm vụ nào cần HĐND tỉnh ban hành nghị quyết?", ["1"]),
    ("Liệt kê các việc có sản phẩm là quyết định của UBND tỉnh", ["2"]),
    ("những việc ra quyết định của Ủy ban nhân dân tỉnh", ["2"]),
    ("Việc nào ra quyết định của Bộ trưởng?", ["5"]),
    ("Việc nào phải ra quyết định?", ["2", "5"]),
    ("Sở Tài chính chủ trì việc nào ra quyết định của UBND tỉnh trong tháng 8/2026?", ["2"]),
]


@pytest.mark.parametrize(("question", "ordinals"), BY_ISSUER)
def test_rows_are_chosen_by_who_issues_their_result(ask: Ask, question: str, ordinals: list[str]) -> None:
    assert listed(ask(question)) == [f"Phụ lục II/{one}" for one in ordinals]


@pytest.mark.parametrize(
    "question", ["Việc nào ra quyết định của Thủ tướng?", "Việc nào có kết quả là nghị quyết của Quốc hội?"]
)
def test_a_result_of_an_issuer_that_no_row_prints_is_none(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


IN_YEAR = [
    ("Sở Công Thương được giao chủ trì bao nhiêu chỉ tiêu trong năm 2026?", ["Phụ lục I/1", "Phụ lục I/2"]),
    ("Sở Công Thương được nêu tên chủ trì những nhiệm vụ nào trong năm 2026?", ["Phụ lục II/1", "Phụ lục II/3", "Phụ lục II/4"]),
    ("Cục Đường thủy chủ trì mấy chỉ tiêu trong năm 2027?", ["Phụ lục/1", "Phụ lục/2"]),
    ("Cục Đường thủy chủ trì mấy chỉ tiêu trong năm 2028?", ["Phụ lục/1"]),
    ("Cục Đường thủy chủ trì mấy chỉ tiêu trong năm 2031?", []),
]  # fmt: skip


@pytest.mark.parametrize(("question", "places"), IN_YEAR)
def test_rows_without_a_day_are_of_the_year_of_their_plan_or_column(ask: Ask, question: str, places: list[str]) -> None:
    assert listed(ask(question)) == places


AIMS = [
    ("Năm 2029 phấn đấu bao nhiêu phần trăm chợ nổi có bến đỗ an toàn?", ("75",)),
    ("nam 2027 bao nhieu phan tram cho noi co ben do an toan", ("50",)),
    ("Năm 2031 bao nhiêu phần trăm chợ nổi có bến đỗ an toàn?", ()),
]


@pytest.mark.parametrize(("question", "values"), AIMS)
def test_an_aim_for_another_year_does_not_answer_for_the_year_asked(
    ask: Ask, question: str, values: tuple[str, ...]
) -> None:
    assert ask(question).values == values


def test_who_is_said_to_be_something_in_prose_is_told(ask: Ask) -> None:
    assert ask("Theo kế hoạch của tỉnh Lam Giang, ai là lực lượng quyết định đầu tiên của nghề mật ong?").values == (
        "hộ nuôi",
    )
    assert ask("Kế hoạch tỉnh Lam Giang: ai là lực lượng dẫn dắt nghề mật ong?").values == ("hợp tác xã và thương lái",)


def test_the_share_of_those_that_are_what_the_plan_never_says_is_refused(ask: Ask) -> None:
    assert ask("Tỷ lệ hộ nuôi ong khai báo đàn là bao nhiêu?").values == ("85",)
    assert ask("Tỷ lệ hộ nuôi ong hài lòng với điểm bán là bao nhiêu?").status is Status.NOT_FOUND


def test_the_whole_sum_of_several_plans_is_told_apart(ask: Ask) -> None:
    answer = ask("Tổng kinh phí thực hiện kế hoạch là bao nhiêu?")
    assert answer.status is Status.AMBIGUOUS
    assert len(answer.items) == 2
    assert "75 tỷ đồng" in answer.answer
    assert "4.200 triệu đồng" in answer.answer
    assert ask("Tổng kinh phí của kế hoạch tỉnh Lam Giang là bao nhiêu?").values == ("4.200 triệu đồng",)


def test_a_room_right_behind_a_plans_number_is_a_unit(ask: Ask) -> None:
    assert listed(ask("Kế hoạch 27/KH-UBND: Văn phòng UBND tỉnh chủ trì bao nhiêu nhiệm vụ?")) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("việc nào hạn TX (thường xuyên)", "việc nào hạn thường xuyên"),
        ("việc nào thường xuyên (tx)", "việc nào thường xuyên"),
        ("Sở NgV (Ngoại vụ) làm gì", "Sở NgV (Ngoại vụ) làm gì"),
        ("Sở DTTG (Dân tộc và Tôn giáo) làm gì", "Sở Dân tộc và Tôn giáo làm gì"),
        ("Tập huấn (lần 2) khi nào", "Tập huấn (lần 2) khi nào"),
    ],
)
def test_letters_that_the_question_explains_are_their_words(typed: str, meant: str) -> None:
    assert without_explained(typed) == meant
