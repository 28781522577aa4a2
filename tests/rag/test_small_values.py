"""The value read out of one clause or cell: a verb's object, one of two statements, who heads a team, a note's words, one figure of two."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.ingest.sources import annexed
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft, cited, listed


def _herd() -> Draft:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Phát triển đàn dê năm 2026")
    draft.section("I", "I. YÊU CẦU")
    draft.clause("I", "1. Ghi sổ đàn phải đủ từng con; nghiêm cấm chăn thả, buộc dê trong rừng trồng dưới 05 năm tuổi.")
    draft.clause("I", "2. Cân dê bằng cân đồng hồ tại sân, tuyệt đối không ước lượng bằng mắt.")
    draft.clause("I", "3. Dẫn tinh viên phải là người đã qua lớp thú y cơ sở của huyện cũ.")
    draft.clause("I", "4. Từng bước hình thành chợ giống của xã, phục vụ mua bán dê giống.")
    draft.clause("I", "5. Ưu tiên sử dụng nguồn vốn hợp tác xã và huy động vốn của hộ nuôi để mở rộng chuồng trại.")
    draft.section("II", "II. CHỈ TIÊU")
    draft.clause("II", "- Phí gửi dê qua đêm với hộ ở trung tâm xã là 9.000 đồng/con, hộ trên nương 4.500 đồng/con.")
    draft.clause("II", "- Thời gian báo dịch từ thôn lên Trạm Thú y không quá 30 phút.")
    draft.section("III", "III. TỔ CHỨC THỰC HIỆN")
    draft.section("III/1", "1. Kiểm dịch")
    draft.clause(
        "III/1",
        "Tổ kiểm dịch chợ phiên do ông Giàng A Sử, Trưởng trạm Thú y làm Tổ trưởng, kiểm tra mỗi phiên hai lần.",
    )
    draft.section("III/2", "2. Trưởng các thôn")
    draft.clause(
        "III/2", "a) Giữ sổ đàn của thôn và báo số dê mới đẻ hằng tháng; không nhờ người khác ký thay giấy xuất đàn."
    )
    draft.clause(
        "III/2", "b) Thành lập Tổ giống do Chủ tịch Hội Nông dân làm Tổ trưởng; Trạm trưởng Trạm Thú y làm Tổ phó."
    )
    draft.duty(
        "III/2",
        "c) Dẫn tinh viên gửi kết quả phối giống về Trạm Thú y trước ngày 25 hằng tháng.",
        ("Dẫn tinh viên", "Trạm Thú y", "hằng tháng", "trước ngày 25 hằng tháng"),
    )
    return draft


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks the plan of one commune on its goats."""
    head = Header(
        number="14/KH-UBND",
        title="Phát triển đàn dê năm 2026",
        issuer="Ủy ban nhân dân xã Pà Khoang Thượng",
        year=2026,
        recipients=("Ban Kinh tế xã", "Trạm Thú y", "Hội Người nuôi dê Pà Khoang Thượng", "Hội Nông dân xã", "Lưu: VT"),
    )
    return asker([_herd().plan("de.txt", head)])


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Khi ghi sổ đàn thì nghiêm cấm điều gì?", "chăn thả, buộc dê trong rừng trồng dưới 05 năm tuổi"),
        ("Chăn dê trong rừng trồng thì bị cấm làm gì?", "chăn thả, buộc dê trong rừng trồng dưới 05 năm tuổi"),
        ("Cân dê tại sân thì tuyệt đối không được làm gì?", "ước lượng bằng mắt"),
        ("Xã từng bước hình thành cái gì để mua bán dê giống?", "chợ giống của xã"),
        ("xa pa khoang thuong tung buoc hinh thanh cai gi", "chợ giống của xã"),
        ("de mo rong chuong trai thi uu tien dung nguon von nao", "nguồn vốn hợp tác xã"),
        ("Dẫn tinh viên phải là người như thế nào?", "người đã qua lớp thú y cơ sở của huyện cũ"),
        ("Kế hoạch quy định thế nào về việc nhờ người khác ký thay giấy xuất đàn?", "không nhờ người khác ký thay giấy xuất đàn"),
        ("Phí gửi dê qua đêm của hộ trên nương là bao nhiêu một con?", "4.500 đồng/con"),
        ("Phí gửi dê qua đêm của hộ ở trung tâm xã là bao nhiêu một con?", "9.000 đồng/con"),
        ("Thời gian báo dịch từ thôn lên Trạm Thú y tối đa bao nhiêu phút?", "30 phút"),
        ("Ai làm tổ trưởng cái tổ đi kiểm dịch chợ phiên?", "ông Giàng A Sử"),
        ("Tổ kiểm dịch chợ phiên do ai đứng đầu?", "ông Giàng A Sử"),
        ("Ai làm tổ trưởng Tổ giống?", "Chủ tịch Hội Nông dân"),
        ("Ai làm tổ phó Tổ giống?", "Trạm trưởng Trạm Thú y"),
        ("Kế hoạch của xã Pà Khoang Thượng có gửi cho hội nào của giới nuôi dê không, hội gì?", "Hội Người nuôi dê Pà Khoang Thượng"),
    ],
)  # fmt: skip
def test_just_what_is_asked_is_told(ask: Ask, question: str, value: str) -> None:
    told = ask(question)
    assert (told.status, told.values) == (Status.ANSWERED, (value,))


@pytest.mark.parametrize(
    "question",
    [
        "Ai làm tổ trưởng tổ kiểm tra an toàn thực phẩm của xã Pà Khoang Thượng?",
        "Ai làm tổ phó tổ kiểm dịch chợ phiên?",
        "Tổ trưởng tổ kiểm tra phòng cháy của xã Pà Khoang Thượng là ai?",
        "Khi tiêm phòng cho dê thì cấm làm gì?",
        "Kế hoạch từng bước xóa bỏ cái gì ở chợ trâu?",
    ],
)
def test_what_no_clause_says_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_a_sort_of_recipient_that_the_plan_is_not_sent_to_is_none(ask: Ask) -> None:
    assert not ask("Kế hoạch của xã Pà Khoang Thượng gửi cho hội nào của giới luật sư?").values


WORKS = (
    "TT | Nội dung | Cơ quan chủ trì | Phối hợp | Thời gian | Ghi chú",
    "1 | Cấp mã số vùng nuôi ong | Chi cục Chăn nuôi | Hội Nuôi ong | Cả năm | Thí điểm xã Bản Mù, xã Hồ Bốn",
    "2 | In sổ tay nuôi ong | Trạm Khuyến nông | Nhà in | Tháng 4 | In 1.200 cuốn",
    "3 | Mở lớp quay mật | Hội Nuôi ong | Trạm Khuyến nông | Cả năm | Ưu tiên hộ mới nuôi",
    "4 | Tổng kết mùa hoa | Chi cục Chăn nuôi | Hội Nuôi ong | Tháng 11 | ",
)
TITLE = "\nPHỤ LỤC\nPHÂN CÔNG VIỆC NUÔI ONG\n(Kèm theo Kế hoạch số 31/KH-CCCN ngày 05/3/2026)\n"


@pytest.fixture(scope="module")
def ask_bees() -> Ask:
    """Asks a plan of beekeeping whose notes tell where, how many and whom first."""
    return asker([annexed(*WORKS, title=TITLE)])


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Cấp mã số vùng nuôi ong được thí điểm ở đâu?", "xã Bản Mù, xã Hồ Bốn"),
        ("cap ma so vung nuoi ong thi diem tai xa nao", "xã Bản Mù, xã Hồ Bốn"),
        ("Mở lớp quay mật thì ưu tiên ai?", "hộ mới nuôi"),
        ("In sổ tay nuôi ong thì in bao nhiêu cuốn?", "1.200 cuốn"),
        ("Sổ tay nuôi ong in ít nhất bao nhiêu cuốn?", "1.200 cuốn"),
    ],
)
def test_a_note_answers_in_the_questions_own_verb(ask_bees: Ask, question: str, value: str) -> None:
    told = ask_bees(question)
    assert (told.status, told.values) == (Status.ANSWERED, (value,))


def _honey() -> Draft:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Mùa mật năm 2026")
    draft.section("I", "I. NỘI DUNG")
    draft.clause("I", "Nhiệm vụ theo Phụ lục.")
    draft.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
    draft.clause("Phụ lục/tiêu đề", "(Kèm theo Kế hoạch số 6/KH-UBND ngày 05/3/2026)")
    draft.task("Phụ lục/1", "Kiểm đếm đàn ong | Trạm Thú y | Hội Nuôi ong | Sổ đàn | Cả năm")
    draft.task("Phụ lục/2", "In nhãn mật | Trạm Khuyến nông | Nhà in | Nhãn | Tháng 4/2026")
    draft.task("Phụ lục/3", "Giữ rừng hoa đầu bản | Hội Nuôi ong | Dân quân | Biên bản | Cả năm")
    return draft


@pytest.mark.parametrize(
    "question",
    ["Phụ lục xã Bản Mù: việc ghi thời gian “Cả năm”", "Việc nào trong Phụ lục kế hoạch xã Bản Mù ghi thời gian “Cả năm”?"],
)  # fmt: skip
def test_rows_are_told_by_a_quoted_cell_and_not_the_day_of_their_annex(question: str) -> None:
    head = Header(number="6/KH-UBND", title="Mùa mật năm 2026", issuer="Ủy ban nhân dân xã Bản Mù", place="Bản Mù", year=2026)  # fmt: skip
    assert listed(asker([_honey().plan("mat.txt", head)])(question)) == ["Phụ lục/1", "Phụ lục/3"]


def _yards() -> Draft:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Sửa bãi gỗ năm 2026")
    draft.section("II", "II. CHỈ TIÊU CỦA SỞ")
    draft.target("II/1", "Mỗi đội sửa tối thiểu 25 bãi/tuần trong mùa khô | bãi/tuần | 25")
    draft.target("II/2", "Sai sót sau nghiệm thu không quá 2% số bãi | % | 2")
    return draft


def test_an_and_within_the_name_of_an_office_sets_nothing_beside_another() -> None:
    head = Header(
        number="8/KH-SLNMT", title="Sửa bãi gỗ năm 2026", issuer="Sở Lâm nghiệp và Môi trường tỉnh Hà Lâm", year=2026
    )
    ask = asker([_yards().plan("bai.txt", head)])
    told = ask("chi tieu cua So Lam nghiep va Moi truong Ha Lam: moi doi mot tuan phai sua toi thieu bao nhieu bai?")
    assert (len(told.values), cited(told)) == (1, {"bai.txt#II/1"})
