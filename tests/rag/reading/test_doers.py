"""Who a clause names: those of a kind, both sides, persons, and the sort of office asked for."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft


@pytest.fixture(scope="module")
def ask() -> Ask:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Trồng rừng chắn gió tỉnh Lam Giang năm 2026")
    draft.section("II", "II. TỔ CHỨC THỰC HIỆN")
    draft.section("II/1", "Sở Công Thương")
    draft.clause("II/1", "- Phối hợp chặt chẽ với các trạm đo (Trạm Gạo, Trạm Muối, Trạm Sậy) để lập bản đồ gió.")
    draft.section("II/2", "Sở Nội vụ")
    draft.clause("II/2", "- Phối hợp Sở Y tế thẩm định hồ sơ thưởng thợ trồng rừng.")
    draft.section("II/3", "Ban Giám hiệu (đồng chí Vũ Minh Sơn – Phó Hiệu trưởng phụ trách)")
    draft.clause("II/3", "- Chịu trách nhiệm về vườn ươm của nhà trường.")
    draft.section("II/4", "Đề nghị: Hội Nông dân tỉnh, Liên minh Hợp tác xã tỉnh")
    draft.clause("II/4", "- Vận động hội viên góp giống phi lao cho các xã ven biển.")
    draft.section("II/5", "Sở Tư pháp")
    draft.clause("II/5", "- Tổ chức trợ giúp pháp lý cho chủ rừng tranh chấp đất khi có yêu cầu.")
    draft.clause("II/5", "- Tham mưu kiện toàn Ban Cứu hộ cây đổ của tỉnh, làm Cơ quan Thường trực Ban Cứu hộ cây đổ.")
    draft.clause(
        "II/5",
        "- Lập Ban Cứu hộ cây đổ gồm Trưởng Ban Cứu hộ là Chủ tịch UBND tỉnh; Phó Trưởng ban là Giám đốc Sở Nội vụ.",
    )
    draft.section("III", "III. NHÀ TRƯỜNG")
    draft.clause("III", "1. Bộ phận Vườn ươm hoàn thành sổ cây giống của các lớp.")
    draft.clause("III", "2. Đội canh gió phối hợp chặt chẽ với Hội Phụ huynh và Ban Quản lý bến ổn định lối đi ra bãi.")
    draft.clause("III", "3. Khi cây gãy hàng loạt, đội canh gió báo cáo tổ lâm sinh và Ban Giám hiệu để xem xét.")
    draft.clause("III", "4. Mỗi học kỳ có ít nhất 02 buổi trồng cây, chăm cây cho mỗi lớp.")
    draft.clause(
        "III",
        "5. Phối hợp với các hội quần chúng, Ban Bảo vệ rừng, Trạm Kiểm lâm cùng cấp để canh lửa, tuần tra bãi phi lao.",
    )
    return asker(
        [draft.plan("rung.txt", Header("52/KH-UBND", None, None, "Lam Giang", None, "Trồng rừng tỉnh Lam Giang"))]
    )


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Sở Công Thương phối hợp với những trạm đo nào để lập bản đồ gió?",
            ("Trạm Gạo", "Trạm Muối", "Trạm Sậy"),
        ),
        ("Ai thẩm định hồ sơ thưởng thợ trồng rừng, phối hợp với sở nào?", ("Sở Nội vụ", "Sở Y tế")),
        ("Đồng chí nào trong Ban Giám hiệu chịu trách nhiệm về vườn ươm?", ("đồng chí Vũ Minh Sơn",)),
        (
            "Những hội nào vận động hội viên góp giống phi lao?",
            ("Hội Nông dân tỉnh", "Liên minh Hợp tác xã tỉnh"),
        ),
        ("Ai trợ giúp pháp lý cho chủ rừng khi họ yêu cầu?", ("Sở Tư pháp",)),
        ("Trưởng Ban Cứu hộ cây đổ của tỉnh là ai?", ("Chủ tịch UBND tỉnh",)),
        ("bo phan nao lam so cay giong cua cac lop", ("Bộ phận Vườn ươm",)),
        (
            "Đội canh gió phối hợp với những ai để ổn định lối đi ra bãi?",
            ("Hội Phụ huynh", "Ban Quản lý bến"),
        ),
        (
            "Để canh lửa, tuần tra bãi phi lao phải phối hợp với những cơ quan nào?",
            ("các hội quần chúng, Ban Bảo vệ rừng, Trạm Kiểm lâm cùng cấp",),
        ),
        (
            "phoi hop voi nhung co quan nao de canh lua, tuan tra bai phi lao",
            ("các hội quần chúng, Ban Bảo vệ rừng, Trạm Kiểm lâm cùng cấp",),
        ),
        ("Cây gãy hàng loạt thì đội canh gió phải báo cáo ai?", ("tổ lâm sinh và Ban Giám hiệu",)),
        ("Mỗi học kỳ mỗi lớp có ít nhất mấy buổi trồng cây, chăm cây?", ("02 buổi",)),
    ],
)
def test_who_is_asked_for_is_told(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Kho lạnh ở trụ sở Sở Thủy sản Lam Giang nâng cấp đạt tiêu chuẩn cách nhiệt cấp độ mấy?", ("cấp độ 3",)),
        ("kho lanh o tru so so thuy san lam giang nang cap dat tieu chuan cach nhiet cap do may", ("cấp độ 3",)),
        ("Sở Thủy sản Lam Giang nâng cấp bến cá nổi đạt cấp độ mấy?", ()),
    ],
)
def test_an_office_is_told_of_by_another_plan_of_its_place(question: str, values: tuple[str, ...]) -> None:
    own, other = Draft(), Draft()
    own.section("Tiêu đề", "KẾ HOẠCH Kiểm ngư của Sở Thủy sản tỉnh Lam Giang")
    own.section("I", "I. NHIỆM VỤ")
    own.clause("I", "- Tuần tra cửa sông, nhắc ngư dân ghi sổ đánh bắt, cấp độ cảnh báo theo mùa.")
    other.section("Tiêu đề", "KẾ HOẠCH Sửa chữa trụ sở của tỉnh Lam Giang")
    other.section("I", "I. MỤC TIÊU")
    other.clause("I", "- Nâng cấp kho lạnh tại trụ sở của Sở Thủy sản đạt tiêu chuẩn cách nhiệt cấp độ 3.")
    other.clause("I", "- Nâng cấp bến cá nổi của các xã đạt cấp độ 2.")
    plans = [
        own.plan("a.txt", Header("8/KH-STS", None, None, "Lam Giang", "Sở Thủy sản tỉnh Lam Giang", "Kiểm ngư")),
        other.plan(
            "b.txt",
            Header(
                "9/KH-UBND", None, None, "Lam Giang", "Ủy ban nhân dân tỉnh Lam Giang", "Sửa chữa trụ sở tỉnh Lam Giang"
            ),
        ),
    ]
    assert asker(plans)(question).values == values
