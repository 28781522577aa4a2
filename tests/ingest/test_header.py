"""The head, the enacting clause, the captions and the signature block: blank stays blank, nothing is guessed."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.header import DOCUMENT_NUMBER, find_date
from ingest.plan import Header
from tests.ingest.sources import BODY, CLOSING, HEAD, HEADER, plan, read, table

ROW = table(HEADER, "1 | Rà soát | Công an xã | | Báo cáo | Quý I/2026")


def _head(*lines: str, title: str = "Cải cách hành chính năm 2026", bases: str = "") -> Header:
    """The header of a plan with these lines above its title."""
    return plan(head="\n".join(lines) + f"\n\nKẾ HOẠCH\n{title}\n\n{bases}").header


def _signed(*lines: str) -> Header:
    return plan(closing="\nNơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.\n\n" + "\n".join(lines) + "\n").header


def test_a_head_that_prints_everything_is_read_whole() -> None:
    read = plan()
    header = read.header
    assert header.number == "12/KH-UBND"
    assert (header.date, header.date_text) == (date(2026, 3, 5), "ngày 05 tháng 3 năm 2026")
    assert header.place == "Sông Mơ"
    assert header.issuer == "Ủy ban nhân dân xã Sông Mơ"
    assert header.title == "Cải cách hành chính xã Sông Mơ năm 2026"
    assert (header.signer, header.signer_title) == ("Trần Thị Mây", "CHỦ TỊCH")
    assert header.recipients == ("Sở Nội vụ", "Lưu: VT")
    assert header.year == 2026
    for field in ("number", "place", "issuer", "title", "signer", "signer_title"):
        span = header.span_of(field)
        assert span is not None
        assert span.slice(read.text) == getattr(header, field)


@pytest.mark.parametrize(
    "line", ["Số: /KH-UBND", "Số:      /KH-UBND", "Số: ....../KH-UBND", "Số:", "Số: …/KH-UBND", "SỐ: -KH/ĐU"]
)
def test_a_blank_number_stays_blank_even_where_captions_print_one(line: str) -> None:
    caption = "\nPHỤ LỤC\nNHIỆM VỤ\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026 của UBND xã Sông Mơ)\n"
    assert plan(head=HEAD.replace("Số: 12/KH-UBND", line), annex=caption + ROW).header.number is None


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 27/KH-UBND", "27/KH-UBND"),
        ("Số 32-KH/ĐU", "32-KH/ĐU"),
        ("Số: 185 /KH-SDT&TG", "185 /KH-SDT&TG"),
        ("SỐ: 03/KHLT-SVHTTDL-HHDL", "03/KHLT-SVHTTDL-HHDL"),
        ("Số:\n1342/KH-SYT", "1342/KH-SYT"),
        ("Số: 12/2026/KH-UBND", "12/2026/KH-UBND"),
    ],
)
def test_a_number_is_read_as_printed_wherever_it_stands(line: str, number: str) -> None:
    assert plan(head=HEAD.replace("Số: 12/KH-UBND", line)).header.number == number


def test_without_any_number_line_the_caption_of_an_annex_gives_number_and_date() -> None:
    head = "KẾ HOẠCH\nCải cách hành chính năm 2026\n\n"
    caption = "\nPHỤ LỤC\nNHIỆM VỤ\n(Kèm theo Kế hoạch số 218/KH-UBND ngày 27 tháng 02 năm 2025 của Ủy ban nhân dân tỉnh Lam Giang)\n"
    header = plan(head=head, annex=caption + ROW).header
    assert (header.number, header.date) == ("218/KH-UBND", date(2025, 2, 27))
    assert header.issuer == "Ủy ban nhân dân tỉnh Lam Giang"
    assert header.place is None


def test_a_file_of_an_annex_alone_is_titled_by_it() -> None:
    header = read(f"PHỤ LỤC I\n\nDANH MỤC NHIỆM VỤ\nCHẤN CHỈNH BẾN THUYỀN\n\n(Kèm theo Kế hoạch này)\n\n{ROW}").header
    assert header.title == "DANH MỤC NHIỆM VỤ CHẤN CHỈNH BẾN THUYỀN"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Sông Mơ, ngày tháng năm 2026", "ngày tháng năm 2026"),
        ("Sông Mơ, ngày     tháng 02 năm 2026", "ngày tháng 02 năm 2026"),
        ("Sông Mơ, ngày ... tháng ... năm 2026", "ngày ... tháng ... năm 2026"),
    ],
)
def test_a_date_with_blanks_is_kept_as_words_and_is_no_date(line: str, text: str) -> None:
    header = _head("Số: 1/KH-UBND", line)
    assert (header.date, header.date_text, header.place) == (None, text, "Sông Mơ")
    assert header.year == 2026


def test_a_dateline_broken_over_two_lines_is_read() -> None:
    header = _head("Số: 1/KH-SYT", "Đồng Tháp, ngày", "18 tháng 4 năm 2022")
    assert (header.place, header.date) == ("Đồng Tháp", date(2022, 4, 18))


@pytest.mark.parametrize(
    "head",
    [
        "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ SÔNG MƠ\tĐộc lập - Tự do - Hạnh phúc\nSố: 12/KH-UBND\tSông Mơ, ngày 05 tháng 3 năm 2026\n",
        "ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n  XÃ SÔNG MƠ           Độc lập - Tự do - Hạnh phúc\nSố: 12/KH-UBND         Sông Mơ, ngày 05 tháng 3 năm 2026\n",
        "| ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|---|---|\n| **XÃ SÔNG MƠ** | **Độc lập - Tự do - Hạnh phúc** |\n| Số: 12/KH-UBND | *Sông Mơ, ngày 05 tháng 3 năm 2026* |\n",
        "ỦY BAN NHÂN DÂN\nXÃ SÔNG MƠ\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 12/KH-UBND\nSông Mơ, ngày 05 tháng 3 năm 2026\n",
    ],
)
def test_a_letterhead_may_stand_in_two_columns(head: str) -> None:
    header = plan(head=head + "\nKẾ HOẠCH\nCải cách hành chính năm 2026\n").header
    assert (header.number, header.date, header.place) == ("12/KH-UBND", date(2026, 3, 5), "Sông Mơ")
    assert header.issuer == "ỦY BAN NHÂN DÂN XÃ SÔNG MƠ"


def test_a_title_over_several_lines_is_one_and_ends_where_the_issuer_is_repeated() -> None:
    head = HEAD.replace("xã Sông Mơ năm 2026\n", "\ntrên địa bàn xã Sông Mơ\n\nỦY BAN NHÂN DÂN XÃ SÔNG MƠ\n", 1)
    assert plan(head=head).header.title == "Cải cách hành chính trên địa bàn xã Sông Mơ"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("# KẾ HOẠCH\n\n## Chuyển đổi số năm 2026", "Chuyển đổi số năm 2026"),
        ("**KẾ HOẠCH**\n**CHUYỂN ĐỔI SỐ**\n**NĂM 2026**", "CHUYỂN ĐỔI SỐ NĂM 2026"),
        ("KẾ HOẠCH LIÊN TỊCH\nPhối hợp quảng bá năm 2026", "Phối hợp quảng bá năm 2026"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG\nThực hiện Nghị quyết năm 2026", "Thực hiện Nghị quyết năm 2026"),
        ("KẾ HOẠCH CHUYỂN ĐỔI SỐ CỦA XÃ SÔNG MƠ NĂM 2026", "KẾ HOẠCH CHUYỂN ĐỔI SỐ CỦA XÃ SÔNG MƠ NĂM 2026"),
    ],
)
def test_a_title_is_found_in_its_usual_forms(heading: str, title: str) -> None:
    assert plan(head=f"Số: 1/KH-UBND\n\n{heading}\n\nCăn cứ Luật số 1/2025/QH15;\n").header.title == title


def test_legal_bases_are_numbers_with_the_dates_that_follow_them_each_once() -> None:
    bases = (
        "Căn cứ Nghị quyết số 48-NQ/TU ngày 20/02/2025 của Tỉnh ủy; Nghị quyết số 01-NQ/TU;\n"
        "Thực hiện Kế hoạch số 27/KH-UBND, ngày 16 tháng 01 năm 2026; nêu lại Nghị quyết số 48-NQ/TU.\n"
    )
    found = _head("Số: 1/KH-UBND", bases=bases).legal_bases
    assert [(basis.number, basis.date) for basis in found] == [
        ("48-NQ/TU", date(2025, 2, 20)),
        ("01-NQ/TU", None),
        ("27/KH-UBND", date(2026, 1, 16)),
    ]


@pytest.mark.parametrize(
    "number",
    [
        "72/2025/QH15",
        "57-NQ/TW",
        "11/NQ-CP",
        "06-CTr/ĐU",
        "1148/QĐ-UBND",
        "1956/SGDĐT-VP",
        "185/KH-SDT&TG",
        "07a/TB-VP",
    ],
)
def test_a_document_number_is_known_in_a_sentence(number: str) -> None:
    match = DOCUMENT_NUMBER.search(f"theo văn bản số {number}, của cơ quan")
    assert match is not None
    assert match.group() == number


@pytest.mark.parametrize("words", ["ngày 20/02/2025", "đạt 100%/năm", "tỷ lệ 1/3", "24/24 giờ", "giai đoạn 2021-2030"])
def test_dates_and_fractions_are_no_document_numbers(words: str) -> None:
    assert DOCUMENT_NUMBER.search(words) is None


@pytest.mark.parametrize(
    ("lines", "signer", "position"),
    [
        (["GIÁM ĐỐC", "", "BSCKII. Lê Văn Khê"], "BSCKII. Lê Văn Khê", "GIÁM ĐỐC"),
        (["GIÁM ĐỐC", "", "TS.BS CKI Lê Văn Khê"], "TS.BS CKI Lê Văn Khê", "GIÁM ĐỐC"),
        (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Lê Hà"], "Lê Hà", "PHÓ CHỦ TỊCH"),
        (["T/M BAN THƯỜNG VỤ", "BÍ THƯ", "(Đã ký)", "Hoàng Minh Khang"], "Hoàng Minh Khang", "BÍ THƯ"),
        (["Q. GIÁM ĐỐC", "ThS. Đoàn Tấn Lộc"], "ThS. Đoàn Tấn Lộc", "Q. GIÁM ĐỐC"),
        (["HIỆU TRƯỞNG", "", "Phạm Thị Ngọc Ánh"], "Phạm Thị Ngọc Ánh", "HIỆU TRƯỞNG"),
        (
            ["TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI", "Đinh Thị Hồng Vân"],
            "Đinh Thị Hồng Vân",
            "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI",
        ),
        (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], None, "CHỦ TỊCH"),
    ],
)
def test_the_signer_stands_under_the_position(lines: list[str], signer: str | None, position: str) -> None:
    header = _signed(*lines)
    assert (header.signer, header.signer_title) == (signer, position)


def test_two_who_sign_side_by_side_are_both_named_in_order() -> None:
    header = _signed(
        "HIỆP HỘI DU LỊCH TỈNH          SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
        "CHỦ TỊCH                       GIÁM ĐỐC",
        "",
        "Ngô Minh Khánh                 Bùi Thế Duyệt",
    )
    assert header.signer == "Ngô Minh Khánh; Bùi Thế Duyệt"
    assert header.signer_title == "CHỦ TỊCH; GIÁM ĐỐC"


def test_two_who_sign_one_below_the_other_are_both_named() -> None:
    header = _signed(
        "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Lê Hà", "", "TM. ỦY BAN MẶT TRẬN TỔ QUỐC", "PHÓ CHỦ TỊCH", "", "Vũ An"
    )
    assert (header.signer, header.signer_title) == ("Lê Hà; Vũ An", "CHỦ TỊCH; PHÓ CHỦ TỊCH")


def test_a_second_name_under_one_position_signs_nothing() -> None:
    assert _signed("CHỦ TỊCH", "", "Lê Hà", "Văn Thư").signer == "Lê Hà"


def test_a_signature_beside_the_recipients_is_told_from_them() -> None:
    rows = (
        "Nơi nhận: | TM. ỦY BAN NHÂN DÂN",
        "- Sở Nội vụ (báo cáo); | KT. CHỦ TỊCH",
        "- Các phòng | PHÓ CHỦ TỊCH",
        "thuộc Sở; |",
        "- Lưu: VT. | Lê Hà",
    )
    header = plan(closing="\n" + table(*rows)).header
    assert (header.signer, header.signer_title) == ("Lê Hà", "PHÓ CHỦ TỊCH")
    assert header.recipients == ("Sở Nội vụ (báo cáo)", "Các phòng thuộc Sở", "Lưu: VT")


def test_signing_offices_in_capitals_are_part_of_the_signature() -> None:
    closing = "\nHIỆP HỘI DU LỊCH TỈNH          SỞ DU LỊCH\nCHỦ TỊCH          GIÁM ĐỐC\nNgô Khánh          Bùi Duyệt\n"
    read = plan(closing=closing)
    assert [clause.text for clause in read.clauses if clause.locator == "Ký"][:2] == [
        "HIỆP HỘI DU LỊCH TỈNH",
        "SỞ DU LỊCH",
    ]


def test_a_plan_without_an_end_has_no_signer() -> None:
    header = plan(closing="").header
    assert (header.signer, header.signer_title, header.recipients) == (None, None, ())


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Cải cách hành chính năm 2027", 2027),
        ("Thực hiện Nghị quyết ngày 20/02/2025 về chuyển đổi số năm 2027", 2027),
        ("Chuyển đổi số đến năm 2030", 2026),
        ("Chuyển đổi số năm 2025 và năm 2026", 2026),
    ],
)
def test_the_year_is_the_one_that_the_title_names_for_the_work(title: str, year: int) -> None:
    assert _head("Số: 1/KH-UBND", "Sông Mơ, ngày 05 tháng 3 năm 2026", title=title).year == year


def test_the_first_whole_date_of_a_text_is_taken() -> None:
    assert find_date("ngày tháng 3 năm 2026, nhận ngày 07 tháng 3 năm 2026") == date(2026, 3, 7)
    assert find_date("ngày 31/02/2026") is None
    assert find_date("không có ngày") is None


def test_an_empty_body_leaves_the_header_as_it_is() -> None:
    assert plan(body="", closing=CLOSING).header == plan(body="").header
    assert plan(body=BODY).header.number == "12/KH-UBND"


def test_whom_another_document_is_of_issues_no_plan() -> None:
    head = HEAD.replace(
        "Ủy ban nhân dân xã Sông Mơ ban hành Kế hoạch như sau:",
        "Căn cứ Quyết định số 31/QĐ-BTC ngày 05/01/2026 của Bộ Tài chính ban hành Kế hoạch tổng thể;",
    )
    assert plan(head=head).header.issuer == "ỦY BAN NHÂN DÂN XÃ SÔNG MƠ"


def test_what_the_issuer_is_called_for_short_is_no_part_of_its_name() -> None:
    head = (
        "UBND TỈNH LAM GIANG\nBAN QUẢN LÝ CẢNG CÁ\n\nSố: 8/KH-BQLCC\n\nKẾ HOẠCH\nNạo vét luồng năm 2026\n\n"
        "Ban Quản lý Cảng cá tỉnh (sau đây gọi tắt là Ban) xây dựng Kế hoạch như sau:"
    )
    assert plan(head=head).header.issuer == "Ban Quản lý Cảng cá tỉnh"


def test_a_date_in_figures_alone_is_read_from_the_dateline() -> None:
    header = _head("UBND XÃ SÔNG MƠ", "Số: 12/KH-UBND", "Sông Mơ, ngày 9/3/2026")
    assert (header.date, header.date_text, header.place) == (date(2026, 3, 9), "ngày 9/3/2026", "Sông Mơ")


def test_a_rank_is_part_of_the_name_of_who_signs() -> None:
    assert _signed("GIÁM ĐỐC", "Đại tá Trần Văn Khoa").signer == "Đại tá Trần Văn Khoa"


def test_a_resolution_may_be_what_an_annex_belongs_to() -> None:
    header = read(
        "PHỤ LỤC I: PHÂN CÔNG VIỆC\nCỦA CÁC XÃ\n(Kèm theo Nghị quyết 27/NQ-HĐND ngày 05 tháng 3 năm 2026)\n" + ROW
    ).header
    assert (header.number, header.date) == ("27/NQ-HĐND", date(2026, 3, 5))
    assert header.title == "PHÂN CÔNG VIỆC CỦA CÁC XÃ"


def test_a_basis_printed_once_with_a_slip_is_one_basis() -> None:
    bases = "Căn cứ Kế hoạch số 27- KH/TU ngày 05/3/2026; Thông báo số 3-TB/TU về Kế hoạch số 27-KH/TU;\n"
    assert [basis.number for basis in _head("Số: 1/KH-UBND", bases=bases).legal_bases] == ["27-KH/TU", "3-TB/TU"]


def test_who_takes_the_decision_is_named_in_full_under_its_title() -> None:
    head = (
        "ỦY BAN NHÂN DÂN\nTỈNH LAM GIANG\nSố: 27/QĐ-UBND\nLam Giang, ngày 03 tháng 3 năm 2026\n\nQUYẾT ĐỊNH\n"
        "Về việc ban hành Kế hoạch\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LAM GIANG\n\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Kế hoạch.\n\n"
        "KẾ HOẠCH\nTrồng rừng\n(Kèm theo Quyết định số 27/QĐ-UBND ngày 03/3/2026 của Chủ tịch UBND tỉnh)\n"
    )
    assert plan(head=head).header.issuer == "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LAM GIANG"


@pytest.mark.parametrize("position", ["Q. GIÁM ĐỐC", "Q.GIÁM ĐỐC", "Q. TRƯỞNG PHÒNG", "QUYỀN GIÁM ĐỐC"])
@pytest.mark.parametrize("form", ["paragraphs", "cells of one line", "rows"])
def test_who_acts_as_head_is_no_recipient(position: str, form: str) -> None:
    recipients = ("- UBND tỉnh (b/c);", "- Các phòng, ban;", "- Lưu: VT.")
    closing = {
        "paragraphs": "\n".join(("Nơi nhận:", *recipients, position, "Nguyễn Văn Bình")),
        "cells of one line": f"Nơi nhận: {' '.join(recipients)}\t{position} Nguyễn Văn Bình",
        "rows": f"Nơi nhận:\t{position}\n{' '.join(recipients)}\tNguyễn Văn Bình",
    }[form]
    header = plan(closing=f"\n{closing}\n").header
    assert header.recipients == ("UBND tỉnh (b/c)", "Các phòng, ban", "Lưu: VT")
    assert (header.signer, header.signer_title) == ("Nguyễn Văn Bình", position)


@pytest.mark.parametrize("title", ["Cải cách hành chính năm 2026", "CẢI CÁCH HÀNH CHÍNH NĂM 2026"])
def test_who_issues_the_plan_is_named_under_its_title_and_is_no_part_of_it(title: str) -> None:
    head = ("UBND TỈNH LAM GIANG", "SỞ Y TẾ", "Số: 12/KH-SYT")
    assert _head(*head, title=f"{title}\nSỞ Y TẾ").title == title
    assert _head(*head, title="CẢI CÁCH HÀNH CHÍNH CỦA\nSỞ Y TẾ").title == "CẢI CÁCH HÀNH CHÍNH CỦA SỞ Y TẾ"
    assert _head(*head, title="CẢI CÁCH HÀNH CHÍNH\nTRẠM Y TẾ CẤP XÃ").title == "CẢI CÁCH HÀNH CHÍNH TRẠM Y TẾ CẤP XÃ"


def test_an_office_whose_name_a_narrow_column_breaks_is_one() -> None:
    for lines in (("SỞ NÔNG NGHIỆP VÀ MÔI", "TRƯỜNG"), ("SỞ NÔNG NGHIỆP VÀ", "MÔI TRƯỜNG")):
        assert _head("UBND TỈNH LAM GIANG", *lines, "Số: 12/KH-SNNMT").issuer == "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"
    assert _head("UBND XÃ VÂN KHÊ", "BCĐ CHUYỂN ĐỔI SỐ", "Số: 12/KH-BCĐ").issuer == "BCĐ CHUYỂN ĐỔI SỐ"


@pytest.mark.parametrize("office", ["BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", "TRUNG TÂM CHUYỂN ĐỔI SỐ TỈNH LAM GIANG"])
def test_an_office_of_digital_matters_is_no_number_line(office: str) -> None:
    header = _head("UBND TỈNH LAM GIANG", office, "Số: 12/KH-CĐS")
    assert (header.number, header.issuer) == ("12/KH-CĐS", office)


def test_who_draws_up_a_plan_issues_it_not_who_helps() -> None:
    head = HEAD.replace(
        "Ủy ban nhân dân xã Sông Mơ ban hành Kế hoạch như sau:",
        "Trung tâm Thể thao xã Sông Mơ phối hợp với Ủy ban nhân dân xã Sông Mơ xây dựng Kế hoạch như sau:",
    ).replace("ỦY BAN NHÂN DÂN XÃ SÔNG MƠ", "TRUNG TÂM THỂ THAO XÃ SÔNG MƠ")
    assert plan(head=head).header.issuer == "Trung tâm Thể thao xã Sông Mơ"


def test_a_head_that_an_export_cut_into_cells_line_by_line_is_read_whole() -> None:
    read = plan(
        head="UỶ BAN NHÂN\nDÂN\nTỈNH SÔNG MƠ\n--------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "---------------\n|\nSố:\n12/KH-UBND\n|\nSông\nMơ, ngày 5\ntháng 3 năm 2026\n|\nKẾ HOẠCH\nLÀM ĐÈN LỒNG TỈNH SÔNG MƠ\n"
        "Thực hiện Nghị quyết số 4/NQ-HĐND ngày\n12/01/2026 của Hội đồng nhân dân tỉnh, Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:\n"
    ).header
    assert (read.number, read.date, read.place) == ("12/KH-UBND", date(2026, 3, 5), "Sông Mơ")
    assert read.issuer == "UỶ BAN NHÂN DÂN TỈNH SÔNG MƠ"
    assert read.title == "LÀM ĐÈN LỒNG TỈNH SÔNG MƠ"
    assert [(basis.number, basis.date) for basis in read.legal_bases] == [("4/NQ-HĐND", date(2026, 1, 12))]


def test_a_number_whose_office_a_scan_spelt_with_another_letter_is_whole() -> None:
    match = DOCUMENT_NUMBER.search("Quyết định số 258/QĐ-ƯBND ngày 05/6/2025")
    assert match is not None
    assert match[0] == "258/QĐ-ƯBND"
