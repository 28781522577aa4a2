"""The smallest value of prose: what a unit has to do in a matter, one sum or office of several, each thing of a list."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft, cited


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a plan whose offices are named by headings alone."""
    draft = Draft()
    title = "Phát triển làng nghề trên địa bàn tỉnh Sông Mơ năm 2026"
    draft.section("Tiêu đề", f"KẾ HOẠCH {title}")
    draft.section("I", "I. NỘI DUNG")
    draft.clause(
        "I", "- Mỗi làng nghề bảo đảm 4 sạch: sạch nhà xưởng, sạch nguồn nước, sạch không khí, sạch đường làng."
    )
    draft.clause("I", "- Rà soát các quy chế: Quy chế cho thuê xưởng, Quy chế dùng nhãn hiệu, hoàn thành trong quý II.")
    draft.clause(
        "I",
        "- Nhãn hiệu tập thể do Sở Khoa học và Công nghệ (làm hồ sơ đăng ký), Sở Công Thương (quảng bá, kết nối thị "
        "trường) cùng thực hiện.",
    )
    draft.clause("I", "- Hộ làm nghề được xác định là chủ thể, trung tâm của phong trào.")
    draft.section("II", "II. KINH PHÍ")
    draft.clause(
        "II",
        "Kinh phí 4.200 triệu đồng, trong đó ngân sách tỉnh 2.500 triệu đồng, ngân sách xã 700 triệu đồng, hộ làm nghề "
        "đối ứng 1.000 triệu đồng. Tiền công đào tạo 150.000 đồng/ngày đối với thợ chính, 90.000 đồng/ngày đối với thợ phụ.",
    )
    draft.section("III", "III. TỔ CHỨC THỰC HIỆN")
    draft.section("III/1", "Sở Tài chính")
    draft.clause("III/1", "Trên cơ sở dự toán của các đơn vị, tham mưu bố trí kinh phí hằng năm theo quy định.")
    draft.section("III/2", "Sở Công Thương")
    draft.clause("III/2", "- Mở gian hàng tại hội chợ; phối hợp với Sở Tài chính thẩm định giá thuê mặt bằng.")
    draft.section("III/3", "Hạt Kiểm lâm Mường Cửi")
    draft.clause("III/3", "- Cấp dấu búa cho gỗ làm đồ mỹ nghệ.")
    draft.clause("chú thích 1", "¹ Theo Nghị quyết số 15/NQ-HĐND ngày 20/12/2025 của Hội đồng nhân dân tỉnh.")
    return asker([draft.plan("nghe.txt", Header(number="41/KH-UBND", title=title, year=2026))])


@pytest.mark.parametrize(
    ("question", "values", "place"),
    [
        ("Hộ làm nghề đối ứng bao nhiêu tiền?", ("1.000 triệu đồng",), "II"),
        ("kinh phi lang nghe song mo ngan sach xa bao nhieu", ("700 triệu đồng",), "II"),
        ("Tiền công đào tạo cho thợ phụ là bao nhiêu?", ("90.000 đồng/ngày",), "II"),
        ("Về nhãn hiệu tập thể thì sở nào lo quảng bá, kết nối thị trường?", ("Sở Công Thương",), "I"),
        ("Rà soát những quy chế nào?", ("Quy chế cho thuê xưởng", "Quy chế dùng nhãn hiệu"), "I"),
        ("Hộ làm nghề được xác định là gì?", ("chủ thể, trung tâm của phong trào",), "I"),
        ("Hạt nào cấp dấu búa cho gỗ làm đồ mỹ nghệ?", ("Hạt Kiểm lâm Mường Cửi",), "III/3"),
        ("Chú thích 1 của kế hoạch làng nghề Sông Mơ dẫn nghị quyết nào?", ("15/NQ-HĐND",), "chú thích 1"),
        (
            "Làng nghề Sông Mơ phải bảo đảm mấy cái sạch gì?",
            ("sạch nhà xưởng, sạch nguồn nước, sạch không khí, sạch đường làng",),
            "I",
        ),
        (
            "Sở Tài chính Sông Mơ lo kinh phí làng nghề thế nào, dựa vào đâu?",
            ("Trên cơ sở dự toán của các đơn vị, tham mưu bố trí kinh phí hằng năm theo quy định",),
            "III/1",
        ),
    ],
)
def test_no_more_than_what_is_asked_is_told(ask: Ask, question: str, values: tuple[str, ...], place: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)
    assert cited(answer) == {f"nghe.txt#{place}"}


@pytest.mark.parametrize(
    "question",
    [
        "Sở Tài chính Sông Mơ hướng dẫn ai quyết toán vốn vay nước ngoài?",
        "Sở Xây dựng Sông Mơ phải làm gì về cấp phép nhà nghỉ?",
        "Chú thích 3 của kế hoạch làng nghề Sông Mơ dẫn nghị quyết nào?",
    ],
)
def test_a_matter_that_no_clause_of_the_unit_tells_is_not_found(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
