"""A value is cut out of its clause as small as the question leaves it: without what the question says before or behind it."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft, cited


def _harbour() -> Draft:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH An toàn bến thuyền năm 2026")
    draft.section("I", "I. QUAN ĐIỂM")
    draft.clause("I", "a) Giữ bến thuyền sạch, phục vụ khách cả ngày lẫn đêm.")
    draft.clause("I", "b) Giá vé đò theo khung của xã, công khai tại từng cầu tàu.")
    draft.clause("I", "c) Không phân biệt chủ đò trong xã với chủ đò nơi khác khi xếp lượt.")
    draft.section("II", "II. TÌNH HÌNH NĂM 2025")
    draft.section("II/1", "1. Thiệt hại")
    draft.clause("II/1", "Trong năm 2025, lốc làm 03 người bị thương, 09 thuyền hỏng; tổng thiệt hại ước 2,35 tỷ đồng.")
    draft.section("II/2", "2. Khó khăn, vướng mắc")
    draft.clause("II/2", "- Tại cầu tàu Vũng Mây còn 14 cọc neo lắp từ trước năm 2012 chưa được kiểm định.")
    draft.clause("II/2", "- Khó khăn chính là phao tiêu ban đêm do hai đơn vị cũ lắp theo hai kiểu khác nhau.")
    draft.clause("II/2", "- Chủ đò gửi sổ đăng kiểm ở chỗ cầm cố để vay tiền sửa máy nên chưa nộp được bản sao.")
    draft.section("III", "III. MỤC ĐÍCH")
    draft.clause(
        "III", "- Bảo đảm lượt đò đúng giờ, khắc phục tình trạng hai sổ lượt của hai bến cũ ghi không khớp nhau."
    )
    draft.clause(
        "III", "- Đẩy nhanh việc đóng phao, do năm trước chậm vì chưa mua kịp vật tư và do thiếu thợ lặn ở bến."
    )
    draft.section("IV", "IV. CHỈ TIÊU")
    draft.clause("IV", "- 7/7 cầu tàu có đội cứu đuối, mỗi đội từ 8 đến 12 người.")
    draft.clause("IV", "- Tăng từ 20 đến 45 phao cứu sinh trên mỗi thuyền lớn.")
    draft.section("V", "V. TỔ CHỨC THỰC HIỆN")
    draft.clause("V", "1. Không xét danh hiệu thi đua đối với bến trưởng để thuyền chở quá tải từ 03 lần trở lên.")
    draft.clause("V", "2. Văn phòng kiểm tra đột xuất; kiến nghị phê bình tổ neo đậu trực ca muộn quá 15 phút.")
    draft.clause("V", "Cầu tàu trưởng trễ sổ lượt hai lần không xếp loại tốt.")
    draft.duty(
        "V",
        "3. Trưởng các cầu tàu báo cáo tình hình về Phòng Kinh tế trong vòng 45 phút khi xảy ra đắm đò.",
        ("Trưởng các cầu tàu", "Phòng Kinh tế", "", "trong vòng 45 phút khi xảy ra đắm đò"),
    )
    return draft


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks the plan of one commune on its landings."""
    head = Header(
        number="21/KH-UBND", title="An toàn bến thuyền năm 2026", issuer="Ủy ban nhân dân xã Vũng Mây", year=2026
    )
    return asker([_harbour().plan("ben.txt", head)])


@pytest.mark.parametrize(
    ("question", "values", "place"),
    [
        (
            "Khi đắm đò, trưởng cầu tàu phải báo cáo về đâu và trong vòng bao lâu?",
            ("Phòng Kinh tế", "trong vòng 45 phút"),
            "V",
        ),
        ("Trưởng cầu tàu phải báo cáo cho ai, trong mấy phút?", ("Phòng Kinh tế", "trong vòng 45 phút"), "V"),
        ("Mỗi đội cứu đuối của cầu tàu có bao nhiêu người?", ("8 đến 12 người",), "IV"),
        ("moi doi cuu duoi co may nguoi", ("8 đến 12 người",), "IV"),
        ("Xã Vũng Mây có quan điểm thế nào về giá vé đò?", ("theo khung của xã, công khai tại từng cầu tàu",), "I"),
        ("Thiệt hại do lốc năm 2025 ước bao nhiêu tiền?", ("2,35 tỷ đồng",), "II/1"),
        ("thiet hai do loc nam 2025 uoc bao nhieu tien", ("2,35 tỷ đồng",), "II/1"),
        (
            "Cầu tàu Vũng Mây đang vướng cái gì?",
            ("14 cọc neo lắp từ trước năm 2012 chưa được kiểm định",),
            "II/2",
        ),
        (
            "Phao tiêu ban đêm gặp khó khăn gì?",
            ("phao tiêu ban đêm do hai đơn vị cũ lắp theo hai kiểu khác nhau",),
            "II/2",
        ),
        (
            "Vì sao chủ đò chưa nộp được bản sao sổ đăng kiểm?",
            ("gửi sổ đăng kiểm ở chỗ cầm cố để vay tiền sửa máy",),
            "II/2",
        ),
        (
            "Kế hoạch nhằm khắc phục tình trạng gì của sổ lượt?",
            ("hai sổ lượt của hai bến cũ ghi không khớp nhau",),
            "III",
        ),
        ("Cần khắc phục điều gì ở sổ lượt hai bến cũ?", ("tình trạng hai sổ lượt của hai bến cũ ghi không khớp nhau",), "III"),
        (
            "Bến trưởng để thuyền chở quá tải từ 3 lần trở lên thì bị xử lý thi đua ra sao?",
            ("Không xét danh hiệu thi đua",),
            "V",
        ),
        (
            "Cầu tàu trưởng trễ sổ lượt hai lần thì bị xếp loại thế nào ở xã Vũng Mây?",
            ("không xếp loại tốt",),
            "V",
        ),
        ("Lốc năm 2025 làm bao nhiêu người bị thương?", ("03 người",), "II/1"),
        ("Tổ neo đậu trực ca muộn quá 15 phút thì bị xử lý thế nào?", ("phê bình",), "V"),
    ],
)  # fmt: skip
def test_no_more_is_told_than_the_question_leaves_open(
    ask: Ask, question: str, values: tuple[str, ...], place: str
) -> None:
    told = ask(question)
    assert (told.status, told.values) == (Status.ANSWERED, values)
    assert f"ben.txt#{place}" in cited(told)


def test_causes_that_each_have_a_word_for_it_are_told_one_by_one() -> None:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Trồng dừa năm 2026")
    draft.section("I", "I. MỤC ĐÍCH")
    draft.clause(
        "I",
        "- Khắc phục tình trạng nhiều vườn dừa chậm cho quả do chưa tưới được ngay từ đầu mùa và do thiếu phân bón lót sau lũ.",
    )
    ask = asker([draft.plan("dua.txt", Header(number="3/KH-UBND", title="Trồng dừa năm 2026", year=2026))])
    told = ask("Vì sao nhiều vườn dừa chậm cho quả?")
    assert told.values == ("chưa tưới được ngay từ đầu mùa", "thiếu phân bón lót sau lũ")
    assert ask("Kế hoạch trồng dừa khắc phục tình trạng gì?").values == ("nhiều vườn dừa chậm cho quả",)


def test_views_asked_of_no_matter_of_their_own_are_told_whole(ask: Ask) -> None:
    assert len(ask("Quan điểm của kế hoạch bến thuyền là gì?").values) == 3
    assert len(ask("Kế hoạch nêu quan điểm thế nào về an toàn bến thuyền?").values) == 3


@pytest.mark.parametrize(
    "question",
    [
        "Thiệt hại do lốc năm 2023 ước bao nhiêu tiền?",
        "Bến trưởng để mất áo phao thì bị xử lý thi đua ra sao?",
        "Vì sao trường học ở xã Vũng Mây thiếu giáo viên?",
        "Vì sao giá vé đò công khai tại từng cầu tàu?",
    ],
)
def test_what_the_plan_does_not_tell_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_what_rises_from_one_figure_to_another_has_no_bounds(ask: Ask) -> None:
    assert ask("Mỗi thuyền lớn tăng lên bao nhiêu phao cứu sinh?").values == ("45 phao cứu sinh",)
