"""The part of a sentence that answers: a cause without its time, what something is, of what kind, what befalls whom, what is asked of whom."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft, cited


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks two plans, of a commune and of a department."""
    title = "Giữ gìn vệ sinh chợ nổi trên địa bàn xã Bến Lội năm 2026"
    draft = Draft()
    draft.section("Tiêu đề", f"KẾ HOẠCH {title}")
    draft.section("I", "I. TÌNH HÌNH")
    draft.clause("I", "- Sau khi sáp nhập ấp, hai tổ thu gom chỉ còn một ghe máy nên việc vớt rác ven kênh còn chậm.")
    draft.clause(
        "I",
        "- Chợ có 120 ghe hàng neo thường xuyên. Đến tháng 9/2025 có 64 ghe lắp thùng rác. Tồn tại lớn nhất là nước "
        "thải từ ghe hàng ăn chưa được thu gom; số ghe đăng ký bến mới đạt 41%.",
    )
    draft.section("II", "II. YÊU CẦU")
    draft.clause("II/1", "1. Yêu cầu: Làm gọn từng khúc kênh; không trưng bày biển hiệu che khuất, lấn luồng.")
    draft.section("III", "III. BIỆN PHÁP")
    draft.clause("III/1", "1. Đề xuất tạm dừng cấp chỗ neo đối với ghe để rác trôi ra luồng từ 02 lần trở lên.")
    draft.clause(
        "III/2", "2. Ban quản lý chợ: vận động các chủ ghe hàng ăn gom dầu thừa vào can nhựa để giao điểm thu đổi."
    )
    draft.clause("III/3", "3. Chất lượng nước kênh được lấy mẫu hằng quý tại ba điểm neo ghe.")
    commune = draft.plan("ben.txt", Header(number="18/KH-UBND", title=title, year=2026))
    title = "Cải tạo bến bãi của Sở Giao thông Hồ Sen năm 2026"
    draft = Draft()
    draft.section("Tiêu đề", f"KẾ HOẠCH {title}")
    draft.section("Căn cứ", "CĂN CỨ")
    draft.clause("Căn cứ", "Xét đề nghị của Phòng Bến bãi tại Tờ trình số 44/TTr-PBB ngày 06/02/2026,")
    draft.section("I", "I. NỘI DUNG")
    draft.clause("I", "- Nâng cấp bến theo hình thức đặt hàng, đấu thầu, giao nhiệm vụ, tùy từng bến cụ thể.")
    return asker([commune, draft.plan("so.txt", Header(number="7/KH-SGT", title=title, year=2026))])


@pytest.mark.parametrize(
    ("question", "value", "place"),
    [
        ("Vì sao việc vớt rác ven kênh ở Bến Lội còn chậm?", "hai tổ thu gom chỉ còn một ghe máy", "ben.txt#I"),
        (
            "Xã Bến Lội nêu tồn tại lớn nhất về vệ sinh chợ nổi là gì?",
            "nước thải từ ghe hàng ăn chưa được thu gom",
            "ben.txt#I",
        ),
        ("Đâu là tồn tại lớn nhất của chợ nổi Bến Lội?", "nước thải từ ghe hàng ăn chưa được thu gom", "ben.txt#I"),
        ("Chợ nổi Bến Lội yêu cầu không trưng bày biển hiệu kiểu gì?", "che khuất, lấn luồng", "ben.txt#II/1"),
        (
            "Ghe để rác trôi ra luồng từ 2 lần thì bị xử lý thế nào ở xã Bến Lội?",
            "tạm dừng cấp chỗ neo",
            "ben.txt#III/1",
        ),
        ("ghe de rac troi ra luong tu 2 lan bi xu ly ra sao", "tạm dừng cấp chỗ neo", "ben.txt#III/1"),
        ("Xã Bến Lội vận động chủ ghe hàng ăn làm gì?", "gom dầu thừa vào can nhựa", "ben.txt#III/2"),
        ("Chủ ghe hàng ăn phải làm những việc gì ở Bến Lội?", "gom dầu thừa vào can nhựa", "ben.txt#III/2"),
        ("Nước kênh ở chợ nổi Bến Lội được lấy mẫu theo chu kì nào?", "hằng quý", "ben.txt#III/3"),
        ("Kế hoạch cải tạo bến bãi ban hành theo tờ trình nào của Phòng Bến bãi?", "44/TTr-PBB", "so.txt#Căn cứ"),
        (
            "Nâng cấp bến theo những hình thức nào, có ai nhớ không ạ?",
            "đặt hàng, đấu thầu, giao nhiệm vụ",
            "so.txt#I",
        ),
    ],
)
def test_only_the_part_that_answers_is_told(ask: Ask, question: str, value: str, place: str) -> None:
    answer = ask(question)
    assert (answer.values, cited(answer)) == ((value,), {place})


@pytest.mark.parametrize(
    "question",
    [
        "Xã Bến Lội vận động học sinh lớp 7 làm gì?",
        "Chủ ghe chở gạch phải làm những việc gì ở Bến Lội?",
        "Tháng này ở xã Bến Lội có những việc gì tới hạn?",
    ],
)
def test_what_is_asked_of_nobody_so_named_is_not_told(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
