"""Set forms of prose: what is left out, what is taken as what, what role something has, when work is reviewed."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a plan of a town whose clauses tell exceptions, measures and reviews."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Chỉnh trang chợ phường Vân Khê năm 2026")
    draft.section("I", "I. QUAN ĐIỂM")
    draft.clause("I", "- Việc chỉnh trang phải lấy sự an tâm của tiểu thương làm thước đo kết quả, làm đâu gọn đó.")
    draft.clause("I", "- Xác định chợ đầu mối Sông Mơ là khâu đột phá của chỉnh trang; các chợ xóm làm sau.")
    draft.clause("I", "- Thực hiện trên toàn phường, trọng tâm là các chợ ven kênh; chợ tạm vỉa hè xử lý dần.")
    draft.clause("I", "- Chọn chợ xóm Bãi Sậy làm điểm trong quý II, rút kinh nghiệm rồi nhân ra các chợ khác.")
    draft.clause("I", "- Tạo sự đồng lòng của tiểu thương trong di dời quầy hàng và giữ vệ sinh chung.")
    draft.section("II", "II. NỘI DUNG")
    draft.clause("II", "- 100% quầy hàng đổi mái che trước mùa mưa (trừ quầy nằm trong khu di tích).")
    draft.clause("II", "- Không thu phí chỗ ngồi quá một lần mỗi phiên, trừ phiên chợ Tết; biên lai phát tại quầy.")
    draft.clause("II", "- Ban Quản lý chợ cụ thể hóa Kế hoạch này bằng các bản cam kết với từng dãy hàng.")
    draft.section("III", "III. TỔ CHỨC THỰC HIỆN")
    draft.clause(
        "III",
        "1. Văn phòng phường đôn đốc việc chỉnh trang, tham mưu sơ kết vào quý III/2026, tổng kết vào tháng 01/2027.",
    )
    draft.section("III/3", "UBND các xã lân cận")
    draft.clause(
        "III/3", "a) Kinh phí sửa chợ xóm lấy từ dự toán chi sự nghiệp của xã và tiền thuê quầy theo quy định."
    )
    draft.section("IV", "IV. CHỈ TIÊU")
    draft.clause("IV", "- Bình quân có 3 quầy hàng/nghìn dân ở mỗi phường xã.")
    draft.clause("IV", "- Đến cuối năm toàn phường có ít nhất 420 quầy hàng đang mở bán.")
    draft.clause("IV", "- Các nhiệm vụ chỉnh trang chợ ưu tiên làm theo hình thức đấu thầu, giao khoán cho tổ tự quản.")
    draft.section("V", "V. CHẾ ĐỘ BÁO CÁO")
    draft.clause("V", "1. Trạm Thú y gửi báo cáo kết quả chỉnh trang về UBND phường trước ngày 15 hằng tháng.")
    draft.clause("V", "2. Ban Quản lý chợ tham mưu Đảng ủy phường báo cáo kết quả chỉnh trang với cấp trên.")
    draft.clause("III", "2. Hồ sơ kết quả nghiệm thu lưu tại Văn phòng phường trước ngày 20/12/2026.")
    header = Header(number="41/KH-UBND", title="Chỉnh trang chợ phường Vân Khê năm 2026", year=2026)
    return asker([draft.plan("cho.txt", header)])


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Đổi mái che 100% quầy hàng, có chừa quầy nào ra không?", "quầy nằm trong khu di tích"),
        ("doi mai che quay hang thi ngoai tru quay nao", "quầy nằm trong khu di tích"),
        ("Thu phí chỗ ngồi không quá một lần mỗi phiên có ngoại lệ gì không?", "phiên chợ Tết"),
    ],
)
def test_what_is_left_out_is_told_without_the_word_that_leaves_it_out(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


def test_nothing_is_left_out_where_the_clause_does_not_say_so(ask: Ask) -> None:
    assert ask("Cam kết với từng dãy hàng thì trừ dãy nào?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Chỉnh trang chợ Vân Khê lấy cái gì làm thước đo kết quả?", "sự an tâm của tiểu thương"),
        ("chinh trang cho van khe lay gi lam thuoc do", "sự an tâm của tiểu thương"),
        ("Chợ nào được xác định là khâu đột phá của chỉnh trang?", "chợ đầu mối Sông Mơ"),
        ("Chỉnh trang chợ Vân Khê coi chợ nào là trọng tâm?", "các chợ ven kênh"),
        ("Chỉnh trang chợ Vân Khê chọn chợ nào làm điểm năm nay?", "chợ xóm Bãi Sậy"),
    ],
)
def test_what_is_taken_as_something_stands_on_either_side_of_it(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Trong chỉnh trang, chợ đầu mối Sông Mơ giữ vai trò gì?", "khâu đột phá của chỉnh trang"),
        ("Ban Quản lý chợ cụ thể hóa kế hoạch bằng loại văn bản nào?", "các bản cam kết với từng dãy hàng"),
    ],
)
def test_the_kind_of_thing_asked_for_need_not_be_printed(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Chỉnh trang chợ Vân Khê dự kiến sơ kết vào thời gian nào?", ("vào quý III/2026",)),
        ("chinh trang cho van khe bao gio tong ket", ("vào tháng 01/2027",)),
        ("Chỉnh trang chợ Vân Khê sơ kết, tổng kết khi nào?", ("vào quý III/2026", "vào tháng 01/2027")),
        ("Hồ sơ kết quả nghiệm thu lưu trước ngày nào?", ("trước ngày 20/12/2026",)),
    ],
)
def test_each_review_has_its_own_time(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (
            "Các xã lấy tiền ở đâu để sửa chợ xóm theo kế hoạch chỉnh trang chợ Vân Khê?",
            "dự toán chi sự nghiệp của xã và tiền thuê quầy",
        ),
        ("cac xa lay kinh phi tu dau de sua cho xom phuong van khe", "dự toán chi sự nghiệp của xã và tiền thuê quầy"),
        ("Ai tham mưu Đảng ủy phường báo cáo kết quả chỉnh trang?", "Ban Quản lý chợ"),
        ("Các nhiệm vụ chỉnh trang chợ thì ưu tiên hình thức nào?", "đấu thầu, giao khoán cho tổ tự quản"),
    ],
)
def test_the_clause_of_the_one_asked_about_answers(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


def test_what_an_aim_is_for_is_no_list_of_rows(ask: Ask) -> None:
    told = ask("Chỉnh trang chợ nhằm tạo sự đồng lòng của tiểu thương trong việc gì?").values
    assert len(told) == 1
    assert "di dời quầy hàng và giữ vệ sinh chung" in told[0]


def test_so_many_for_so_many_others_is_not_how_many_there_are(ask: Ask) -> None:
    assert ask("Toàn phường Vân Khê có bao nhiêu quầy hàng?").values[0].startswith("420 quầy hàng")
    assert ask("Phường Vân Khê bình quân bao nhiêu quầy hàng/nghìn dân?").values[0].startswith("3 quầy hàng")
