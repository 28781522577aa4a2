"""Pieces of prose: times with both ends, labels, ranks, funds, holders of offices, lists announced by name."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft, cited


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a plan without tables whose sections tell units, times and funds."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Giữ rừng ngập mặn huyện Lam Giang năm 2026")
    draft.section("I", "I. ĐỐI TƯỢNG VÀ THỜI GIAN")
    draft.section("I/1", "1. Thời gian thực hiện")
    draft.clause("I/1", "Từ nay đến hết năm 2026.")
    draft.section("I/2", "2. Phạm vi")
    draft.clause("I/2", "Toàn huyện, trọng tâm là dải bãi bồi cửa sông.")
    draft.section("II", "II. NỘI DUNG")
    draft.clause("II", "- Hình thức: Phát sổ tay cho ngư dân. Số lượng: 1.400 cuốn.")
    draft.clause("II", "- Trồng dặm cây bần theo Thông tư số 9/2021/TT-BXX ngày 04/3/2021 đến hết tháng 8 năm 2026.")
    draft.clause("II", "- Đóng cửa bãi tham quan từ ngày 10/6 đến ngày 25/7 để cây con bén rễ.")
    draft.clause("II", "- Khi có gió cấp 8 trở lên, đội canh rừng neo thuyền vào bến Gạo.")
    draft.clause("II", "- Năm 2025 tỷ lệ cây sống đạt 71%, năm 2026 đạt 83,5%; 46% hộ ven đê nhận khoán.")
    draft.clause("II", "- Sửa chữa cống Gạo, cống Muối xong trước ngày 31/5/2026.")
    draft.clause("II", "- Báo mực nước bãi triều hằng ngày về Hạt Kiểm lâm trước 06 giờ 30 phút trong mùa bão.")
    draft.clause("II", "- Quan sát chim qua các trạm canh (trạm Gạo, trạm Muối, trạm Sậy) vào mùa nước.")
    draft.clause("II", "- Chăm cây theo phương châm “ba cùng”: cùng trồng, cùng canh, cùng hưởng.")
    draft.clause("II", "- Dụng cụ phát cho đội canh rừng bao gồm:")
    draft.clause("II", "+ Ủng cao su và áo phao;")
    draft.clause("II", "+ Loa tay.")
    draft.section("III", "III. KINH PHÍ THỰC HIỆN")
    draft.clause("III", "Kinh phí được bố trí từ nguồn quỹ rừng của huyện và đóng góp của hợp tác xã.")
    draft.section("IV", "IV. TỔ CHỨC THỰC HIỆN")
    draft.clause("IV", "1. Giao Hạt Kiểm lâm huyện theo dõi, đôn đốc việc thực hiện Kế hoạch này.")
    draft.clause(
        "IV", "2. Lập đội canh rừng: Trưởng đội là Phó Hạt trưởng; Phó Trưởng đội là cán bộ địa chính xã Bãi Sậy."
    )
    draft.section("IV/3", "Đối với Ban Quản lý bến Gạo (bộ phận bờ kè)")
    draft.clause("IV/3", "Cắm biển cấm neo đậu dọc bờ kè.")
    draft.section("V", "V. TỔNG KẾT")
    draft.clause("V", "- Cua giống thả xuống bãi triều đạt 12 triệu con, bán ra đạt 3,5 triệu USD, tăng 4%/năm.")
    draft.clause("V", "- Rà soát 14 khu bãi bồi và bờ kè xung yếu ven biển trong 05 ngày làm việc, từ ngày 03/9/2026.")
    draft.clause("V", "- Chủ đề tuyên truyền: “Rừng còn thì bãi còn”.")
    draft.clause("V", "- Loài mới gặp sau bão: Cò thìa, rẽ mỏ cong, choắt chân màng lớn.")
    header = Header(number="27/KH-UBND", title="Giữ rừng ngập mặn huyện Lam Giang năm 2026", year=2026)
    return asker([draft.plan("rung.txt", header)])


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Bãi tham quan đóng cửa từ ngày nào đến ngày nào?", "từ ngày 10/6 đến ngày 25/7"),
        ("Trồng dặm cây bần xong khi nào?", "đến hết tháng 8 năm 2026"),
        ("Kế hoạch giữ rừng ngập mặn làm đến khi nào?", "đến hết năm 2026"),
        ("Phạm vi trọng tâm là ở đâu?", "dải bãi bồi cửa sông"),
    ],
)
def test_a_time_is_told_whole_and_no_document_dates_it(ask: Ask, question: str, value: str) -> None:
    (found,) = ask(question).values
    assert value in found


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Phải sửa xong cống Gạo, cống Muối trước ngày mấy?", "trước ngày 31/5/2026"),
        ("Mỗi ngày báo mực nước bãi triều trước mấy giờ?", "trước 06 giờ 30 phút"),
    ],
)
def test_a_bound_keeps_its_word_and_its_minutes(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


def test_two_things_asked_of_one_clause_are_both_told(ask: Ask) -> None:
    found = ask("Rà soát bãi bồi và bờ kè xung yếu trong mấy ngày làm việc, từ ngày nào?")
    assert found.values == ("05 ngày làm việc", "ngày 03/9/2026")


def test_a_label_that_names_what_is_asked_comes_before_the_plans_title(ask: Ask) -> None:
    found = ask("Chủ đề tuyên truyền giữ rừng ngập mặn huyện Lam Giang là gì?")
    assert (found.values, cited(found)) == (("Rừng còn thì bãi còn",), {"rung.txt#V"})


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Gió cấp mấy thì đội canh rừng neo thuyền vào bến Gạo?", "cấp 8 trở lên"),
        ("Năm 2026 tỷ lệ cây sống đạt bao nhiêu?", "83,5%"),
        ("Bao nhiêu phần trăm hộ ven đê nhận khoán?", "46%"),
        ("Quan sát chim qua những trạm canh nào?", "trạm Gạo, trạm Muối, trạm Sậy"),
        ("Trồng dặm cây bần theo thông tư nào?", "9/2021/TT-BXX"),
        ("Cua giống bán ra đạt bao nhiêu USD?", "3,5 triệu USD"),
        ("Rà soát bao nhiêu khu bãi bồi, bờ kè xung yếu ven biển?", "14 khu bãi bồi và bờ kè xung yếu ven biển"),
        ("Sau bão mới gặp loài gì?", "Cò thìa, rẽ mỏ cong, choắt chân màng lớn"),
    ],
)
def test_ranks_figures_and_lists_in_brackets_are_read(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


@pytest.mark.parametrize(
    "question",
    [
        "Tiền giữ rừng ngập mặn lấy từ đâu?",
        "Tiền làm việc giữ rừng ngập mặn lấy ở đâu ra?",
        "Kế hoạch giữ rừng ngập mặn dùng nguồn kinh phí nào?",
    ],
)
def test_the_funds_of_a_plan_are_told_by_their_section(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.values == ("nguồn quỹ rừng của huyện và đóng góp của hợp tác xã",)
    assert cited(answer) == {"rung.txt#III"}


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Ai làm Trưởng đội canh rừng?", "Phó Hạt trưởng"),
        ("Ai làm Phó Trưởng đội canh rừng?", "cán bộ địa chính xã Bãi Sậy"),
        ("Ai đôn đốc thực hiện kế hoạch giữ rừng ngập mặn?", "Hạt Kiểm lâm huyện"),
        ("Ai cắm biển cấm neo đậu dọc bờ kè?", "Ban Quản lý bến Gạo"),
    ],
)
def test_doers_are_named_without_what_is_said_beside(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Phương châm “ba cùng” gồm những gì?", ("cùng trồng, cùng canh, cùng hưởng",)),
        ("Dụng cụ phát cho đội canh rừng gồm những gì?", ("Ủng cao su và áo phao", "Loa tay")),
    ],
)
def test_a_list_announced_by_name_is_told(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


def test_what_only_sounds_like_the_plan_as_a_whole_is_not_told_of_it(ask: Ask) -> None:
    assert ask("Tiền mua ca nô lấy từ đâu?").status is Status.NOT_FOUND


def test_several_offices_with_names_are_told_one_by_one() -> None:
    draft = Draft()
    draft.section("I", "I. NỘI DUNG")
    draft.clause("I", "- Hạt Kiểm lâm huyện phối hợp với Phòng Kinh tế và Đồn Biên phòng Bãi Sậy tuần tra cửa sông.")
    answer = asker([draft.plan("rung.txt", Header(number="27/KH-UBND", year=2026))])(
        "Hạt Kiểm lâm huyện phối hợp với những đơn vị nào tuần tra cửa sông?"
    )
    assert answer.values == ("Phòng Kinh tế", "Đồn Biên phòng Bãi Sậy")
