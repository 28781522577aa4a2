"""Answers from prose: the asked piece of a clause, verbatim."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft, cited


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a plan that is prose alone."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Phát triển chợ số năm 2026")
    draft.section("I", "I. YÊU CẦU")
    draft.clause("I", "- Mỗi chợ có ít nhất 12 điểm phát mạng không dây.")
    draft.clause("I", "- Khiếu nại của tiểu thương được trả lời trong thời hạn 05 ngày làm việc.")
    draft.section("II", "II. HỖ TRỢ")
    draft.clause("II", "- Tiểu thương bán hàng trực tuyến được giảm 40% phí chỗ ngồi.")
    draft.clause("II", "- Ban quản lý chợ giữ 1,2 tỷ đồng để thay mái tôn.")
    return asker([draft.plan("cho.txt", Header(number="8/KH-UBND", title="Phát triển chợ số năm 2026", year=2026))])


@pytest.mark.parametrize(
    ("question", "value", "place"),
    [
        ("Tiểu thương bán hàng trực tuyến được giảm bao nhiêu phí chỗ ngồi?", "40%", "II"),
        ("tieu thuong ban hang truc tuyen duoc giam may phan tram phi cho ngoi", "40%", "II"),
        ("Ban quản lý chợ giữ bao nhiêu tiền để thay mái tôn?", "1,2 tỷ đồng", "II"),
    ],
)
def test_the_figure_asked_for_is_picked_out_of_its_clause(ask: Ask, question: str, value: str, place: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, (value,))
    assert cited(answer) == {f"cho.txt#{place}"}


def test_a_time_limit_is_picked_out_of_its_clause(ask: Ask) -> None:
    (value,) = ask("Khiếu nại của tiểu thương được trả lời trong thời hạn bao lâu?").values
    assert "05 ngày làm việc" in value


def test_an_answer_from_prose_says_so(ask: Ask, ask_province: Ask) -> None:
    assert ask("Tiểu thương bán hàng trực tuyến được giảm bao nhiêu phí chỗ ngồi?").method == "retrieval"
    assert ask_province("Ai chủ trì bảo trì đường truyền số liệu?").method == "facts"


@pytest.mark.parametrize(
    "question",
    ["Tiểu thương được vay bao nhiêu vốn?", "Chợ có bao nhiêu chỗ gửi xe?", "Ban quản lý chợ họp ở hội trường nào?"],
)
def test_what_no_clause_says_is_not_found(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.fixture(scope="module")
def ask_market() -> Ask:
    """Asks a plan whose clauses hold several things each."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Phát triển chợ số huyện Vân Khê năm 2026")
    draft.section("I", "I. MỤC ĐÍCH, YÊU CẦU")
    draft.clause("I", "- Nâng cao thu nhập của tiểu thương.")
    draft.clause("I", "- Việc thực hiện phải đúng tiến độ, không phô trương.")
    draft.section("II", "II. NỘI DUNG")
    draft.clause("II", "- Quảng bá đặc sản bằng phim ngắn, tờ rơi và hội chợ nhằm thu hút khách từ miền xuôi.")
    draft.clause("II", "- Sửa mái tôn từ nguồn vốn ngân sách huyện và đóng góp của tiểu thương, bảo đảm đúng tiến độ.")
    draft.clause("II", "- Tổ chức cuộc thi “Gian hàng sạch” cho tiểu thương trẻ; tổng kết trong tháng 11.")
    draft.clause("II", "- Lắp biển chỉ dẫn tại cổng chính, bãi gửi xe và khu ẩm thực trước ngày 20/9/2026.")
    draft.clause("II", "- Doanh số trực tuyến phấn đấu cao hơn mức trung bình của ba huyện lân cận.")
    draft.clause("II", "- Xác định tiểu thương là trung tâm, động lực trong chuyển đổi sang thanh toán số.")
    draft.clause("II", "- Đội dân phòng phường làm Tổ trưởng tổ chữa cháy; diễn tập khi có đợt nắng nóng gay gắt.")
    draft.clause("II", "- Kết nối các kho hàng như: Kho nông sản đồi Mây; Kho gốm bến Sành.")
    draft.clause("II", "- Hướng dẫn các hợp tác xã, tổ hợp tác mở gian hàng trực tuyến trên sàn của tỉnh.")
    header = Header(number="9/KH-UBND", title="Phát triển chợ số huyện Vân Khê năm 2026", year=2026)
    return asker([draft.plan("vankhe.txt", header)])


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Đặc sản được quảng bá bằng gì?", "phim ngắn, tờ rơi và hội chợ"),
        ("Quảng bá đặc sản nhằm mục đích gì?", "thu hút khách từ miền xuôi"),
        ("dac san duoc quang ba bang gi", "phim ngắn, tờ rơi và hội chợ"),
        ("Sửa mái tôn bằng nguồn vốn nào?", "nguồn vốn ngân sách huyện và đóng góp của tiểu thương"),
        ("Tiểu thương trẻ tham gia cuộc thi gì?", "Gian hàng sạch"),
        ("Biển chỉ dẫn được lắp ở đâu?", "cổng chính, bãi gửi xe và khu ẩm thực"),
        ("Doanh số trực tuyến phấn đấu cao hơn mức nào?", "mức trung bình của ba huyện lân cận"),
        ("Tiểu thương được xác định là gì trong chuyển đổi sang thanh toán số?", "trung tâm, động lực"),
        ("Kết nối những kho hàng nào?", "Kho nông sản đồi Mây; Kho gốm bến Sành"),
        ("Hướng dẫn đơn vị nào mở gian hàng trực tuyến?", "các hợp tác xã, tổ hợp tác"),
    ],
)
def test_what_fills_the_gap_of_a_question_is_its_answer(ask_market: Ask, question: str, value: str) -> None:
    assert ask_market(question).values == (value,)


def test_who_acts_stands_before_the_words_behind_the_gap(ask_market: Ask) -> None:
    assert ask_market("Ai làm Tổ trưởng tổ chữa cháy?").values == ("Đội dân phòng phường",)


def test_a_time_may_be_an_event(ask_market: Ask) -> None:
    assert ask_market("Tổ chữa cháy diễn tập khi nào?").values == ("khi có đợt nắng nóng gay gắt",)


@pytest.mark.parametrize(
    "question",
    [
        "Việc quảng bá đặc sản được thực hiện như thế nào?",
        "Việc quảng bá đặc sản ra sao?",
    ],
)
def test_all_that_is_said_is_the_answer_where_all_is_asked(ask_market: Ask, question: str) -> None:
    whole = "Quảng bá đặc sản bằng phim ngắn, tờ rơi và hội chợ nhằm thu hút khách từ miền xuôi"
    assert ask_market(question).values == (whole,)


def test_two_things_asked_of_one_clause_are_two_values(ask_market: Ask) -> None:
    told = ask_market("Quảng bá đặc sản bằng gì, nhằm mục đích gì?").values
    assert told == ("phim ngắn, tờ rơi và hội chợ", "thu hút khách từ miền xuôi")


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Ban quản lý chợ thuê bao nhiêu người đi hướng dẫn?", "6 người"),
        ("Ban quản lý chợ giữ lại bao nhiêu tiền khi sửa chợ?", "90 triệu đồng"),
        ("Nước dâng bao nhiêu thì đóng chợ?", "40 cm"),
    ],
)
def test_money_and_times_are_told_from_other_figures(question: str, value: str) -> None:
    draft = Draft()
    draft.section("I", "I. NỘI DUNG")
    draft.clause("I", "- Ban quản lý chợ thuê 6 người đi hướng dẫn tại 12 cổng chợ.")
    draft.clause("I", "- Khi sửa chợ, Ban quản lý giữ lại 5 gian hàng và 90 triệu đồng.")
    draft.clause("I", "- Đóng chợ trong 24 giờ khi nước dâng 40 cm.")
    assert asker([draft.plan("cho.txt", Header(number="8/KH-UBND", year=2026))])(question).values == (value,)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Kết quả sửa chợ được báo cáo cho những cơ quan nào?", ("Sở Công Thương", "UBND huyện Vân Khê")),
        ("Đơn vị nào phải giải trình với Ban quản lý chợ?", ("người đứng đầu tổ bốc xếp",)),
        ("Phân công ai phụ trách từng dãy hàng?", ("tổ viên",)),
    ],
)
def test_units_are_read_from_around_the_gap(question: str, values: tuple[str, ...]) -> None:
    draft = Draft()
    draft.section("I", "I. NỘI DUNG")
    draft.clause("I", "- Tổng hợp kết quả sửa chợ, báo cáo Sở Công Thương và UBND huyện Vân Khê cuối mỗi đợt.")
    draft.clause(
        "I", "- Không cản lối đi; người đứng đầu tổ bốc xếp phải giải trình với Ban quản lý chợ khi có va chạm."
    )
    draft.clause("I", "- Kiện toàn tổ tự quản, phân công tổ viên phụ trách từng dãy hàng.")
    assert asker([draft.plan("cho.txt", Header(number="8/KH-UBND", year=2026))])(question).values == values


@pytest.fixture(scope="module")
def ask_boats() -> Ask:
    """Asks a plan whose clauses tell several figures each."""
    draft = Draft()
    draft.section("I", "I. BẾN THUYỀN")
    draft.clause("I", "Hiện có tất cả 96 trạm bơm dọc sông, trong đó có 17 trạm bơm 3P.")
    draft.clause(
        "I", "- Đóng mới thuyền gỗ: 44 chiếc thuyền (trong đó: Sông Mơ: 19 chiếc thuyền, Bãi Sậy: 25 chiếc thuyền)."
    )
    draft.clause("I", "- Nạo vét 7 luồng lạch (ba xã mỗi nơi 2 luồng lạch), nâng tổng số luồng lạch: 23 luồng.")
    draft.clause("I", "- Đội lái đò tập cứu đuối tối thiểu hai lần/năm.")
    draft.clause("I", "- Vớt bèo kẹt chân cầu trong 12-36 giờ sau khi triều rút.")
    draft.clause("I", "Đến năm 2028 đạt 90% chủ đò có áo phao, năm 2026 đạt 61%, năm 2027 đạt 74%.")
    return asker([draft.plan("ben.txt", Header(number="27/KH-UBND", title="Chấn chỉnh bến thuyền", year=2026))])


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Trong 96 trạm bơm dọc sông có bao nhiêu trạm bơm 3P?", "17 trạm bơm 3P"),
        ("Bãi Sậy đóng mới mấy chiếc thuyền?", "25 chiếc thuyền"),
        ("Tổng số luồng lạch nạo vét được nâng lên bao nhiêu?", "23 luồng"),
        ("Đội lái đò tập cứu đuối mỗi năm mấy lần?", "hai lần/năm"),
        ("Triều rút thì trong vòng mấy tiếng phải vớt bèo kẹt chân cầu?", "12-36 giờ"),
        ("Năm 2027 bao nhiêu phần trăm chủ đò có áo phao?", "74%"),
    ],
)
def test_of_several_figures_the_one_of_what_is_asked_is_told(ask_boats: Ask, question: str, value: str) -> None:
    assert ask_boats(question).values == (value,)
