"""One fact in prose: its smallest value, the place that is named, and the plan that is meant."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.plan import Header, Plan
from rag.answer import Status
from rag.language.shortforms import spelt_out
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft, cited


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a province's prose plan, a decision made of articles, and two plans of one commune, one without a number."""
    return asker([_relief(), _canal(), _commune("hop.txt", None, 25), _commune("trong.txt", "8/KH-UBND", 18)])


def _relief() -> Plan:
    draft = Draft()
    title = "Hỗ trợ nhà ở sau triều cường trên địa bàn tỉnh Sông Mơ giai đoạn 2026 - 2030"
    draft.section("Tiêu đề", f"KẾ HOẠCH {title}")
    draft.section("Căn cứ", "Căn cứ Luật Nhà ở ngày 27 tháng 11 năm 2023;")
    draft.clause("Căn cứ", "Căn cứ Luật Nhà ở ngày 27 tháng 11 năm 2023;")
    draft.clause(
        "Căn cứ",
        "Từ ngày 03 đến ngày 09 tháng 10 năm 2025, nhiều xã ven biển hứng chịu đợt triều cường cao nhất trong ba mươi năm.",
    )
    draft.section("I", "I. YÊU CẦU")
    draft.clause("I", "- Việc chi trả tiền cho các hộ phải công khai, đúng người, đúng mức;")
    draft.section("II", "II. NỘI DUNG")
    draft.section("II/1", "1. Sở Xây dựng")
    draft.clause(
        "II/1",
        "- Chủ trì, phối hợp với sở, ban, ngành kiểm tra, đôn đốc việc phổ biến mẫu nhà chống ngập, vận hành kho vật liệu.",
    )
    draft.clause(
        "II/1", "- Phối hợp với Sở Tư pháp và các cơ quan liên quan phổ biến mẫu nhà chống ngập đến người dân."
    )
    draft.section("II/2", "2. Ủy ban nhân dân các xã")
    draft.clause("II/2", "- Kiện toàn Ban Chỉ huy Ứng phó Triều cường cấp xã, phân công trực; ban hành quy chế trực.")
    draft.clause(
        "II/2",
        "- Hình thức lấy ý kiến: Hội nghị thôn quyết định lấy ý kiến danh sách hộ được hỗ trợ bằng hình thức bỏ phiếu kín.",
    )
    draft.clause("II/2", "- Tổng kết giai đoạn 2021-2025 vào năm 2026; giai đoạn 2026-2030 vào năm 2031.")
    draft.section("III", "III. KINH PHÍ")
    draft.clause("III", "Kinh phí hỗ trợ sửa mái: 2.000.000 đồng/hộ x 300 hộ = 600.000.000 đồng.")
    draft.section("IV", "IV. TỔ CHỨC THỰC HIỆN")
    draft.clause(
        "IV",
        "Trong quá trình thực hiện Chỉ thị số 05/CT-TTg, nếu có khó khăn, vướng mắc, kịp thời phản ánh về Sở Xây dựng để "
        "tổng hợp.",
    )
    return draft.plan("nha.txt", Header(number="61/KH-UBND", title=title, year=2026))


def _canal() -> Plan:
    draft = Draft()
    title = "Lịch vận hành kênh Bà Rá năm 2026"
    draft.section("Tiêu đề", f"QUYẾT ĐỊNH Ban hành {title}")
    draft.section("Điều 1", "Điều 1. Ban hành lịch vận hành kênh Bà Rá như sau:")
    draft.section("Điều 1/1", "1. Mở cống đầu kênh: Ngày 26/8/2026.")
    draft.clause("Điều 1/1", "1. Mở cống đầu kênh: Ngày 26/8/2026.")
    draft.section("Điều 1/2", "2. Nạo vét: Ngày 05/9/2026.")
    draft.clause("Điều 1/2", "2. Nạo vét: Ngày 05/9/2026.")
    draft.section("Điều 1/3", "3. Tưới 35 tuần (đợt I có 18 tuần, đợt II có 17 tuần).")
    draft.clause("Điều 1/3", "3. Tưới 35 tuần (đợt I có 18 tuần, đợt II có 17 tuần).")
    return draft.plan("kenh.txt", Header(number="912/QĐ-UBND", title=title, year=2026))


def _commune(file: str, number: str | None, day: int) -> Plan:
    draft = Draft()
    matter = "Tổ chức các buổi họp dân" if number is None else "Trồng cây phân tán"
    title = f"{matter} trên địa bàn xã Đồng Quế năm 2026"
    draft.section("Tiêu đề", f"KẾ HOẠCH {title}")
    draft.section("I", "I. NỘI DUNG")
    draft.clause("I", f"- {matter}; trưởng thôn ghi biên bản.")
    issuer = "Ủy ban nhân dân xã Đồng Quế"
    header = Header(number=number, title=title, year=2026, date=date(2026, 2, day), issuer=issuer, place="Đồng Quế")
    return draft.plan(file, header)


@pytest.mark.parametrize(
    ("question", "values", "place"),
    [
        (
            "Đợt triều cường cao nhất ở Sông Mơ từ ngày nào đến ngày nào?",
            "Từ ngày 03 đến ngày 09 tháng 10 năm 2025",
            "Căn cứ",
        ),
        ("Kế hoạch yêu cầu việc chi trả tiền cho các hộ phải thế nào?", "công khai, đúng người, đúng mức", "I"),
        ("Việc chi trả tiền cho các hộ phải công khai và thế nào nữa?", "công khai, đúng người, đúng mức", "I"),
        ("Sở Xây dựng phối hợp với sở nào để phổ biến mẫu nhà chống ngập?", "Sở Tư pháp", "II/1"),
        ("Các xã phải kiện toàn ban chỉ huy gì?", "Ban Chỉ huy Ứng phó Triều cường cấp xã", "II/2"),
        (
            "Các xã phải kiện toàn ban chỉ huy nào để ứng phó triều cường?",
            "Ban Chỉ huy Ứng phó Triều cường cấp xã",
            "II/2",
        ),
        ("Thôn lấy ý kiến danh sách hộ được hỗ trợ bằng hình thức nào?", "bỏ phiếu kín", "II/2"),
        ("Tổng kết giai đoạn 2026-2030 hỗ trợ nhà ở vào năm nào?", "năm 2031", "II/2"),
        ("Tổng kết giai đoạn 2021 - 2025 hỗ trợ nhà ở vào năm nào?", "năm 2026", "II/2"),
        ("Tổng kinh phí hỗ trợ sửa mái ở Sông Mơ là bao nhiêu?", "600.000.000 đồng", "III"),
        ("Kinh phí hỗ trợ sửa mái cho mỗi hộ là bao nhiêu?", "2.000.000 đồng/hộ", "III"),
        ("Gặp khó khi thực hiện Chỉ thị 05 thì phản ánh về sở nào?", "Sở Xây dựng", "IV"),
    ],
)
def test_the_smallest_piece_of_the_clause_that_is_meant_answers(
    ask: Ask, question: str, values: str, place: str
) -> None:
    found = ask(question)
    assert (found.status, found.values) == (Status.ANSWERED, (values,))
    assert f"nha.txt#{place}" in cited(found)


@pytest.mark.parametrize(
    ("question", "value", "place"),
    [
        ("Điều 1 khoản 2 của Quyết định 912 quy định nạo vét ngày nào?", "Ngày 05/9/2026", "Điều 1/2"),
        ("Khoản 1 Điều 1 QĐ 912 mở cống ngày nào?", "Ngày 26/8/2026", "Điều 1/1"),
        ("dieu 1, khoan 2 quyet dinh 912: nao vet hom nao", "Ngày 05/9/2026", "Điều 1/2"),
        ("Kênh Bà Rá đợt 2 có bao nhiêu tuần?", "17 tuần", "Điều 1/3"),
    ],
)
def test_an_article_is_a_place_and_its_numerals_are_read_as_printed(
    ask: Ask, question: str, value: str, place: str
) -> None:
    found = ask(question)
    assert (found.values, cited(found)) == ((value,), {f"kenh.txt#{place}"})


@pytest.mark.parametrize(
    "question",
    [
        "Điều 1 khoản 9 của Quyết định 912 quy định gì?",
        "Điều 7 của Quyết định 912 quy định nạo vét ngày nào?",
        "Kênh Bà Rá đợt 3 có bao nhiêu tuần?",
        "Sở Xây dựng phối hợp với sở nào để đấu thầu thuốc?",
        "ty le bao phu bao hiem y te nguoi cao tuoi o song mo la bao nhieu",
        "Tổng kết giai đoạn 2016-2020 hỗ trợ nhà ở vào năm nào?",
        "Đợt nắng nóng ở Sông Mơ từ ngày nào đến ngày nào?",
    ],
)
def test_what_no_clause_tells_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("typed", "meant"), [("hk2 có mấy tuần", "học kỳ 2 có mấy tuần"), ("HKI xong khi nào", "học kỳ I xong khi nào")]
)
def test_everyday_shorthand_of_terms_is_written_out(typed: str, meant: str) -> None:
    assert spelt_out(typed) == meant


def test_a_plan_is_meant_by_the_day_it_was_issued_on(ask: Ask) -> None:
    blank = ask("Kế hoạch tổ chức các buổi họp dân ngày 25/02/2026 của xã Đồng Quế mang số bao nhiêu?")
    assert (blank.status, cited(blank)) == (Status.NOT_STATED, {"hop.txt#Tiêu đề"})
    assert ask("Kế hoạch trồng cây ngày 18/02/2026 của xã Đồng Quế mang số bao nhiêu?").values == ("8/KH-UBND",)
