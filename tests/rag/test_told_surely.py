"""The smallest piece of the clause that surely tells it: how long, why, of which sort, what then, of which years; and near misses."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a plan without tables on ducks, ferries and dykes."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Nuôi vịt chạy đồng huyện Lam Giang năm 2026")
    draft.section("I", "I. THỰC TRẠNG")
    draft.clause("I", "Số vụ chìm đò giảm từ 1.305 vụ năm 2022 xuống 418 vụ năm 2025. Toàn huyện có 37 bến.")
    draft.clause("I", "- Lệnh cấm chợ vịt đêm khó thực hiện vì các hộ chài ở xa bờ, không có thuyền máy.")
    draft.clause("I", "- Khó khăn lớn nhất của nghề ấp là thiếu lò sấy trứng và thiếu 14 thú y viên tại thôn.")
    draft.clause("I", "- Người giữ đê thay đổi nhiều sau sáp nhập thôn; quỹ thưởng mới đáp ứng 35% nhu cầu.")
    draft.clause("I", "- Tỷ lệ trứng nở đạt 61% năm 2027 và 79% năm 2029.")
    draft.section("II", "II. YÊU CẦU")
    draft.clause("II", "- Lò ấp điện phải thay được lò ấp trấu, không chạy hai lò cùng lúc quá 02 tháng.")
    draft.clause(
        "II", "- Không đề xuất đàn mới khi chưa chi được tối thiểu 65% kinh phí của đàn năm trước chuyển sang."
    )
    draft.clause("II", "- Không mua lưới mới nếu lưới cũ của hợp tác xã còn dùng được.")
    draft.clause("II", "- Ghi sổ đàn vịt ít nhất mỗi quý; phê bình tổ nuôi có trên 30% vịt chưa đeo vòng chân.")
    draft.clause("II", "- Không xét danh hiệu bến đẹp đối với bến có từ 03 vụ va đò trở lên trong mùa lũ.")
    draft.clause("II", "- Lập đội giữ đê gồm dân quân, trưởng bến; có mặt trong vòng 06 giờ khi có tin báo vỡ bờ bao.")
    draft.clause(
        "II",
        "- Trưởng bến mở sổ khách hằng ngày; chủ đò chở quá số khách phải nộp lại biển bến trong 05 ngày làm việc.",
    )
    draft.clause("II", "- Không giao một người giữ quá 04 bến đò đối với nhân viên bến của thôn.")
    draft.section("III", "III. KINH PHÍ")
    draft.clause("III", "Kinh phí do huyện cấp; dự toán của Trạm Thú y cho việc đeo vòng chân là 2,45 tỷ đồng.")
    header = Header(number="27/KH-UBND", title="Nuôi vịt chạy đồng huyện Lam Giang năm 2026", year=2026)
    return asker([draft.plan("vit.txt", header)])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Lò ấp trấu với lò ấp điện được chạy cùng lúc tối đa bao lâu?", ("02 tháng",)),
        ("hai lo ap chay cung luc trong may thang", ("02 tháng",)),
        ("Có tin báo vỡ bờ bao thì đội giữ đê phải có mặt trong mấy tiếng?", ("06 giờ",)),
        ("Vì sao lệnh cấm chợ vịt đêm khó thực hiện?", ("các hộ chài ở xa bờ, không có thuyền máy",)),
        ("Vi sao lệnh cấm cho vịt đêm kho thực hiên?", ("các hộ chài ở xa bờ, không có thuyền máy",)),
        ("Sao người giữ đê thay đổi nhiều?", ("sáp nhập thôn",)),
        ("Khó khăn lớn nhất của nghề ấp là thiếu những gì?", ("lò sấy trứng", "14 thú y viên")),
        ("Số vụ chìm đò năm 2022 và năm 2025?", ("1.305 vụ", "418 vụ")),
        ("so vu chim do nam 2025 va 2022", ("418 vụ", "1.305 vụ")),
        ("Tỷ lệ trứng nở năm 2027 và năm 2029 là bao nhiêu?", ("61%", "79%")),
        ("Năm 2025 còn bao nhiêu vụ chìm đò?", ("418 vụ",)),
        ("Tổ nuôi như thế nào thì bị phê bình?", ("tổ nuôi có trên 30% vịt chưa đeo vòng chân",)),
        ("Tổ nuôi bị phê bình trong trường hợp nào?", ("tổ nuôi có trên 30% vịt chưa đeo vòng chân",)),
        ("ben ra sao thi khong duoc xet danh hieu ben dep", ("bến có từ 03 vụ va đò trở lên trong mùa lũ",)),
        ("Khi nào thì không mua lưới mới?", ("nếu lưới cũ của hợp tác xã còn dùng được",)),
        ("Chủ đò chở quá số khách thì phải làm gì?", ("nộp lại biển bến trong 05 ngày làm việc",)),
        ("Phải chi được tối thiểu bao nhiêu kinh phí của đàn năm trước thì mới được đề xuất đàn mới?", ("65%",)),
        ("Nhân viên bến của thôn được giữ tối đa mấy bến đò?", ("04 bến đò",)),
        ("Dự toán đeo vòng chân của Trạm Thú y?", ("2,45 tỷ đồng",)),
    ],
)
def test_the_smallest_piece_is_told(ask: Ask, question: str, told: tuple[str, ...]) -> None:
    assert ask(question).values == told


@pytest.mark.parametrize(
    "question",
    [
        "Kinh phí của đàn năm trước chuyển sang là bao nhiêu tiền?",
        "Tổ nuôi như thế nào thì được vay vốn?",
        "Số vụ chìm đò năm 2023 và năm 2024?",
        "Đội giữ đê được nghỉ phép mấy ngày?",
        "Những đàn vịt nào thiếu chuồng?",
        "Chủ đò bán vé chợ đen thì bị gì?",
        "Dự toán mua thuyền máy của Trạm Kiểm ngư?",
    ],
)
def test_what_no_clause_tells_stays_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_a_clause_that_denies_what_is_asked_is_not_cut(ask: Ask) -> None:
    values = ask("Bến như thế nào thì được xét danh hiệu bến đẹp?").values
    assert values == ("Không xét danh hiệu bến đẹp đối với bến có từ 03 vụ va đò trở lên trong mùa lũ",)
