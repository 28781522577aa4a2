"""From the clause found, the smallest phrase that answers: why, for whom, what for, what then, what part, how much."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft, cited


def _hill() -> Draft:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Chăm sóc rừng trồng năm 2026")
    draft.section("I", "I. QUAN ĐIỂM")
    draft.clause("I", "1. Hộ trồng rừng là chủ thể, Hợp tác xã dẫn dắt thị trường gỗ và giữ giá.")
    draft.clause("I", "- Tránh hình thức, gây tốn kém cho hộ trồng rừng mới tách.")
    draft.section("II", "II. TỒN TẠI, HẠN CHẾ")
    draft.clause("II", "- Vườn ươm ở bản Nà Lốc thấp trũng, kết quả gieo hạt không đều.")
    draft.clause("II", "- Đường lên đồi sạt lở nên xe chở cây giống không vào được.")
    draft.clause(
        "II", "Nguyên nhân chủ yếu là tổ chăm sóc mới lập, chưa quen việc và phân bón cấp muộn trong năm 2025."
    )
    draft.section("III", "III. MỤC TIÊU")
    draft.clause("III", "Chấm dứt tình trạng chặt tỉa, bỏ mặc cây non sau bàn giao đất rừng.")
    draft.section("IV", "IV. TỔ CHỨC THỰC HIỆN")
    draft.section("IV/1", "1. Phòng Kinh tế")
    draft.clause(
        "IV/1", "Cân đối kinh phí từ nguồn chi thường xuyên với tổng mức 310 triệu đồng; hướng dẫn thanh toán."
    )
    draft.section("IV/2", "2. Hạt Kiểm lâm")
    draft.clause(
        "IV/2",
        "Nếu cần thay đổi, bổ sung giống cây trong danh mục, chủ động báo cáo, xin ý kiến Phòng Kinh tế để tổng hợp; "
        "khi có cháy rừng báo ngay cho Chủ tịch UBND xã.",
    )
    draft.clause("IV/2", "Phối hợp với Công an xã, Ban Chỉ huy Quân sự để đảm bảo an toàn, trật tự khi khai thác gỗ.")
    draft.section("IV/3", "3. Phân công")
    draft.clause("IV/3", "Bà Lò Thị Mai - Phó Chủ tịch: phụ trách đội tuần rừng tại bản Nà Lốc và chốt đèo Mây.")
    draft.annex("Phụ lục", "PHỤ LỤC DANH MỤC NHIỆM VỤ")
    draft.open_group("Phụ lục", "I", "Nhiệm vụ đột phá")
    draft.task("Phụ lục/1", "Theo Quyết định số 77-QĐ/HU, xã không giao triển khai nhiệm vụ này.")
    draft.open_group("Phụ lục", "II", "Nhiệm vụ trọng tâm")
    draft.task("Phụ lục/2", "Mở đường lên đồi Bản Lốc | Phòng Kinh tế | | Con đường | 6/2026")
    return draft


def _lake() -> Draft:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Nuôi cá lồng năm 2026")
    draft.section("I", "I. KINH PHÍ")
    draft.clause("I", "Kinh phí thực hiện Kế hoạch là 95 triệu đồng, trong đó mua lưới 40 triệu đồng.")
    return draft


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a plan on forests and one on fish, of two communes."""
    hill = Header(
        number="11/KH-UBND", title="Chăm sóc rừng trồng năm 2026", issuer="Ủy ban nhân dân xã Nà Lốc", year=2026
    )
    lake = Header(number="12/KH-UBND", title="Nuôi cá lồng năm 2026", issuer="Ủy ban nhân dân xã Hồ Mây", year=2026)
    return asker([_hill().plan("rung.txt", hill), _lake().plan("ca.txt", lake)])


@pytest.mark.parametrize(
    ("question", "value", "place"),
    [
        (
            "Nguyên nhân chủ yếu của những tồn tại, hạn chế năm 2025 trong chăm sóc rừng trồng ở xã Nà Lốc là gì?",
            "tổ chăm sóc mới lập, chưa quen việc và phân bón cấp muộn trong năm 2025",
            "II",
        ),
        ("Vì sao kết quả gieo hạt ở vườn ươm không đều?", "Vườn ươm ở bản Nà Lốc thấp trũng", "II"),
        ("Tại sao xe chở cây giống không vào được?", "Đường lên đồi sạt lở", "II"),
        ("Sao xe chở cây giống không vào được?", "Đường lên đồi sạt lở", "II"),
        ("Phải tránh gây tốn kém cho ai?", "hộ trồng rừng mới tách", "I"),
        (
            "Sau bàn giao đất rừng phải chấm dứt tình trạng gì?",
            "chặt tỉa, bỏ mặc cây non",
            "III",
        ),
        (
            "Hạt Kiểm lâm phối hợp với Công an xã, Ban Chỉ huy Quân sự để bảo đảm điều gì?",
            "an toàn, trật tự khi khai thác gỗ",
            "IV/2",
        ),
        (
            "Nếu cần thay đổi, bổ sung giống cây thì Hạt Kiểm lâm phải làm thế nào?",
            "chủ động báo cáo, xin ý kiến Phòng Kinh tế",
            "IV/2",
        ),
        ("Khi có cháy rừng thì Hạt Kiểm lâm phải làm thế nào?", "báo ngay cho Chủ tịch UBND xã", "IV/2"),
        ("Hợp tác xã có vai trò gì đối với thị trường gỗ?", "dẫn dắt thị trường gỗ", "I"),
        ("Hộ trồng rừng giữ vai trò gì?", "chủ thể", "I"),
        ("Bà Lò Thị Mai phụ trách gì?", "đội tuần rừng tại bản Nà Lốc và chốt đèo Mây", "IV/3"),
        (
            "Mục IV khoản 3 kế hoạch rừng trồng giao bà Lò Thị Mai phụ trách gì?",
            "đội tuần rừng tại bản Nà Lốc và chốt đèo Mây",
            "IV/3",
        ),
        ("Xã Nà Lốc có được giao nhiệm vụ đột phá nào không?", "không giao triển khai nhiệm vụ này", "Phụ lục/1"),
        ("xa Na Loc co bi giao nhiem vu dot pha nao k", "không giao triển khai nhiệm vụ này", "Phụ lục/1"),
        ("Toàn bộ kế hoạch chăm sóc rừng trồng hết bao nhiêu kinh phí?", "310 triệu đồng", "IV/1"),
    ],
)
def test_the_phrase_that_answers_the_question_word_is_told(ask: Ask, question: str, value: str, place: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, (value,))
    assert cited(answer) == {f"rung.txt#{place}"}


def test_the_money_of_each_of_two_plans_is_told_side_by_side(ask: Ask) -> None:
    answer = ask("Kế hoạch của xã Nà Lốc và của xã Hồ Mây, mỗi bên được bố trí tổng cộng bao nhiêu kinh phí?")
    assert answer.values == ("310 triệu đồng", "95 triệu đồng")


@pytest.mark.parametrize(
    "question",
    [
        "kinh phi sua nha van hoa thanh nien nam 2026 la bao nhieu",
        "Kinh phí sửa nhà văn hóa thanh niên là bao nhiêu?",
        "Vì sao trạm bơm Hồ Mây ngừng chạy?",
        "Nếu mất điện thì Hạt Kiểm lâm phải làm thế nào?",
        "Hợp tác xã có vai trò gì đối với giáo dục mầm non?",
    ],
)
def test_what_no_plan_says_is_not_made_of_other_words(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_rows_that_deny_nothing_stay_a_list(ask: Ask) -> None:
    answer = ask("Xã Nà Lốc có được giao nhiệm vụ trọng tâm nào không?")
    assert [one.locator for one in answer.items] == ["Phụ lục/2"]
