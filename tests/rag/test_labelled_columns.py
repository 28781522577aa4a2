"""Labelled clauses as columns: the label tells what is asked for, the heading over it of what."""

from __future__ import annotations

import pytest

from ingest.plan import Header, Plan
from rag.answer import Status
from rag.clauses.labelcells import cells
from rag.corpus.library import build_library
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft, cited

_BULLETS = {
    "II/1": (
        "- Nội dung: Buộc dây, chèo xuồng, cứu người rơi xuống nước.",
        "- Đối tượng: Học sinh lớp 9 của hai xã cù lao.",
        "- Số lượng: 03 lớp, mỗi lớp 20 em.",
        "- Thời gian: Từ ngày 02/6/2026 đến ngày 20/6/2026. Khai giảng lúc 07h00 ngày 02/6; tổng kết lúc 16h00 ngày 20/6.",
        "- Địa điểm: Bến thuyền Vân Khê.",
        "- Kinh phí: 36.000.000 đồng từ nguồn xã hội hóa.",
    ),
    "II/2": (
        "- Nội dung: Chọn tre, chẻ nan, đan sàng.",
        "- Địa điểm: Nhà văn hóa thôn Hạ.",
        "- Số lượng: 02 lớp, mỗi lớp 15 người.",
        "- Thời gian: Từ ngày 05/7 đến ngày 15/7/2026.",
        "- Đơn vị dựng trại: Hợp tác xã Mây Lam Giang.",
        "- Người hướng dẫn: Nghệ nhân thôn Hạ.",
        "- Ban Giám khảo: Đại diện Mặt trận, Hội Nông dân.",
        "- Chiều dài sàng: 60 cm, chiều rộng 40 cm.",
    ),
}


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a plan for two classes that tells all in labelled bullets."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Mở các lớp mùa hè năm 2026")
    draft.section("II", "II. CÁC LỚP")
    draft.section("II/1", "1. Lớp chèo xuồng")
    draft.section("II/2", "2. Lớp đan lát")
    for place, bullets in _BULLETS.items():
        for bullet in bullets:
            draft.clause(place, bullet)
    draft.section("III", "III. VIỆC LÀM")
    draft.clause("III", "- Năm 2026: Nhận 40 thợ trẻ. Ngành nghề đào tạo: Sửa máy nổ, hàn khung.")
    draft.clause("III", "- Năm 2027: Nhận 50 thợ trẻ. Ngành nghề đào tạo: Đóng thuyền.")
    return asker([draft.plan("he.txt", Header(number="9/KH-UBND", title="Mở các lớp mùa hè năm 2026", year=2026))])


@pytest.mark.parametrize(
    ("question", "value", "place"),
    [
        ("Lớp chèo xuồng học ở đâu?", "Bến thuyền Vân Khê", "II/1"),
        ("lop dan lat hoc o dau", "Nhà văn hóa thôn Hạ", "II/2"),
        ("Lớp chèo xuồng khai giảng lúc mấy giờ?", "07h00 ngày 02/6", "II/1"),
        ("Mở mấy lớp đan lát?", "02 lớp", "II/2"),
        ("Lớp đan lát dạy những gì?", "Chọn tre, chẻ nan, đan sàng", "II/2"),
        ("Lớp chèo xuồng dành cho đối tượng nào?", "Học sinh lớp 9 của hai xã cù lao", "II/1"),
        ("Lớp chèo xuồng hết bao nhiêu tiền?", "36.000.000 đồng", "II/1"),
        ("Ai hướng dẫn lớp đan lát?", "Nghệ nhân thôn Hạ", "II/2"),
        ("Ban Giám khảo lớp đan lát gồm những ai?", "Đại diện Mặt trận, Hội Nông dân", "II/2"),
        ("Sàng của lớp đan lát dài bao nhiêu?", "60 cm", "II/2"),
        ("Ai dựng trại cho lớp đan lát?", "Hợp tác xã Mây Lam Giang", "II/2"),
        ("Năm 2027 đào tạo nghề gì cho thợ trẻ?", "Đóng thuyền", "III"),
    ],
)
def test_the_bullet_of_the_section_that_is_meant_answers(ask: Ask, question: str, value: str, place: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, (value,))
    assert cited(answer) == {f"he.txt#{place}"}


def test_what_figures_count_is_no_office() -> None:
    library = build_library([_measured()])
    assert [cell.body for cell in cells(library)] == ["Hợp tác xã Mây"]


def _measured() -> Plan:
    draft = Draft()
    draft.clause("I", "Đơn vị tính: triệu đồng")
    draft.clause("I", "Đơn vị dựng trại: Hợp tác xã Mây")
    return draft.plan("tinh.txt", Header(number="9/KH-UBND"))


@pytest.mark.parametrize("question", ["Lớp múa lân học ở đâu?", "Lớp thêu ren mở mấy lớp?"])
def test_no_bullet_answers_of_what_no_section_is(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.fixture(scope="module")
def ask_contest() -> Ask:
    """Asks a plan whose table scores villages and names no office, and whose clauses say who does what."""
    draft = Draft()
    draft.section("II", "II. KHEN THƯỞNG")
    draft.clause("II", "- Giấy khen của Chủ tịch xã: không quá 03 thôn, 07 hộ.")
    draft.clause("II", "- Nếu hai thôn bằng điểm nhau thì ưu tiên thôn có nhiều hộ trồng hoa hơn.")
    draft.clause("II", "- Kinh phí: 90 triệu đồng; trong đó in bảng hiệu 12 triệu đồng, mua cây giống 60 triệu đồng.")
    draft.section("III", "III. TỔ CHỨC THỰC HIỆN")
    draft.section("III/1", "Phòng Kinh tế")
    draft.clause("III/1", "- Chỉ đạo các hợp tác xã cấp giống hoa cho hộ dự thi đường hoa.")
    draft.annex("Phụ lục", "BẢNG ĐIỂM")
    draft.target("Phụ lục/1", "Tỷ lệ hộ trồng hoa dự thi đường hoa | % | 80 | | ")
    draft.target("Phụ lục/2", "Số hợp tác xã cấp giống hoa | đơn vị | 4 | | ")
    return asker([draft.plan("hoa.txt", Header(number="4/KH-UBND", title="Thi đường hoa năm 2026", year=2026))])


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Ai chỉ đạo các hợp tác xã cấp giống hoa cho hộ dự thi?", "Phòng Kinh tế"),
        ("Giấy khen của Chủ tịch xã tối đa bao nhiêu thôn và hộ?", "03 thôn, 07 hộ"),
        ("Hai thôn bằng điểm nhau thì xét cái gì trước?", "ưu tiên thôn có nhiều hộ trồng hoa hơn"),
        ("Mua cây giống hết bao nhiêu tiền?", "60 triệu đồng"),
    ],
)
def test_a_table_without_offices_leaves_none_blank_and_clauses_tell_their_parts(
    ask_contest: Ask, question: str, value: str
) -> None:
    answer = ask_contest(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, (value,))
