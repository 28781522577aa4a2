"""Letters and notices: no plan's title, a head of their own, and parts that give out work by office."""

from __future__ import annotations

from tests.ingest.sources import read

_HEAD = """UBND XÃ SÔNG MƠ
Số: 210/UBND-VX
V/v phòng, chống đuối nước mùa hè

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sông Mơ, ngày 18 tháng 5 năm 2026

"""
_CLOSING = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nTrần Thị Mây\n"


def test_a_letter_has_its_number_day_and_subject_and_a_part_for_each_office() -> None:
    letter = read(
        f"{_HEAD}Kính gửi: Các phòng, đơn vị của xã.\n\nThực hiện Công điện số 12/CĐ-TTg ngày 10/5/2026, Chủ tịch UBND xã yêu cầu:\n\n"
        "1. Phòng Kinh tế\n- Chủ trì, phối hợp với Công an xã cắm biển ở các bến; hoàn thành trước ngày 15/6/2026.\n"
        "- Kiểm tra áo phao của chủ đò.\n\n2. Trường THCS Sông Mơ: Mở lớp dạy bơi.\n\n"
        "3. Giao Công an xã rà soát các điểm nguy hiểm.\n\n"
        f"Yêu cầu thủ trưởng các đơn vị khẩn trương thực hiện./.\n{_CLOSING}"
    )
    header = letter.header
    assert (header.number, str(header.date), header.signer) == ("210/UBND-VX", "2026-05-18", "Trần Thị Mây")
    assert header.title == "V/v phòng, chống đuối nước mùa hè"
    assert [basis.number for basis in header.legal_bases] == ["12/CĐ-TTg"]
    assert [(task.locator, task.leads, task.supports, task.due.text) for task in letter.tasks] == [
        ("1-1", ("Phòng Kinh tế",), ("Công an xã",), "trước ngày 15/6/2026"),
        ("1-2", ("Phòng Kinh tế",), (), ""),
        ("2", ("Trường THCS Sông Mơ",), (), ""),
        ("3", ("Công an xã",), (), ""),
    ]


def test_a_notice_charges_offices_beside_its_table() -> None:
    notice = read(
        "VĂN PHÒNG UBND TỈNH LAM GIANG\nSố: 96/TB-VP\nLam Giang, ngày 22 tháng 7 năm 2026\n\nTHÔNG BÁO\n"
        "Kết luận tại cuộc họp về bến đò Vân Khê\n\nNgày 20/7/2026, Chủ tịch UBND tỉnh kết luận:\n\n"
        "1. Về tiến độ: Ban Quản lý dự án tỉnh hoàn thành kè bờ trước ngày 15/9/2026.\n"
        "2. Về đất: Giao Sở Nông nghiệp và Môi trường chủ trì, phối hợp với UBND xã Vân Khê rà soát danh sách hộ.\n"
        "3. Phân công theo dõi:\n\nViệc cần làm\tCơ quan chủ trì\tHạn\nLắp phao tiêu\tSở Xây dựng\t31/10/2026\n"
        f"{_CLOSING}"
    )
    assert (notice.header.number, str(notice.header.date)) == ("96/TB-VP", "2026-07-22")
    assert notice.header.title == "Kết luận tại cuộc họp về bến đò Vân Khê"
    assert [(task.locator, task.leads, task.supports) for task in notice.tasks] == [
        ("1", ("Ban Quản lý dự án tỉnh",), ()),
        ("2", ("Sở Nông nghiệp và Môi trường",), ("UBND xã Vân Khê",)),
        ("3/(không số)", ("Sở Xây dựng",), ()),
    ]


def test_the_body_of_a_letter_is_no_cell_of_its_letterhead() -> None:
    body = "\n".join(f"- Việc thứ {n} của các thôn." for n in range(1, 7))
    letter = read(
        f"|\nKính gửi:\n|\nCác phòng của xã.\n|\nUBND xã yêu cầu:\n**1. Phòng Kinh tế**\n{body}\n**2. Công an xã**\n{body}\n|\n"
        "Nơi nhận:\n- Như trên.\n|\n**CHỦ TỊCH**\nTrần Thị Mây\n|\n"
    )
    assert [section.locator for section in letter.sections if section.locator.isdigit()] == ["1", "2"]
    assert len(letter.tasks) == 12


def test_a_caption_tells_the_day_that_the_head_leaves_blank() -> None:
    rows = "TT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tDạy bơi\tPhòng Kinh tế\t6/2026\n"
    head = "UBND XÃ SÔNG MƠ\nSố: 12/KH-UBND\nSông Mơ, ngày    tháng 3 năm 2026\n\nKẾ HOẠCH\nDạy bơi\n\nI. MỤC ĐÍCH\nAn toàn.\n"
    told = read(f"{head}{_CLOSING}\nPHỤ LỤC\nVIỆC LÀM\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n{rows}")
    assert str(told.header.date) == "2026-03-05"
    other = read(f"{head}{_CLOSING}\nPHỤ LỤC\nVIỆC LÀM\n(Kèm theo Quyết định số 77/QĐ-UBND ngày 09/01/2026)\n{rows}")
    assert other.header.date is None


def test_labels_below_the_title_tell_number_day_and_issuer() -> None:
    header = read(
        "# KẾ HOẠCH\n## Phòng cháy rừng\n\n**Số:** 19/KH-HKL\n**Đơn vị ban hành:** Hạt Kiểm lâm Sông Mơ\n**Ngày:** 15/01/2026\n\n"
        "## I. Mục tiêu\n1. Giảm 30% số vụ cháy.\n"
    ).header
    assert (header.number, header.title, header.issuer) == ("19/KH-HKL", "Phòng cháy rừng", "Hạt Kiểm lâm Sông Mơ")
    assert str(header.date) == "2026-01-15"


def test_a_decision_holds_the_scheme_that_it_approves_in_its_articles() -> None:
    decision = read(
        "UBND TỈNH LAM GIANG\nSố: 402/QĐ-UBND\nLam Giang, ngày 14 tháng 4 năm 2026\n\nQUYẾT ĐỊNH\n"
        "Về việc phê duyệt Đề án bảo tồn nghề dệt\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n"
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;\n\nQUYẾT ĐỊNH:\nĐiều 1. Phê duyệt Đề án với các nội dung sau:\n"
        "I. NHIỆM VỤ\n1. Đào tạo thợ dệt trẻ\nĐơn vị chủ trì: Sở Nội vụ; thời gian: 2026 - 2028.\n"
        "Điều 2. Sở Tài chính bố trí kinh phí.\n\nCHỦ TỊCH\nPhan Văn Đá\n"
    )
    assert decision.header.title == "Về việc phê duyệt Đề án bảo tồn nghề dệt"
    assert [(task.locator, task.leads) for task in decision.tasks] == [("I/1", ("Sở Nội vụ",))]


def test_the_standing_board_of_an_office_is_no_office_of_its_own() -> None:
    header = read(
        "HỘI NÔNG DÂN XÃ SÔNG MƠ\nBAN THƯỜNG VỤ\nSố: 52-KH/HND\nSông Mơ, ngày 17 tháng 11 năm 2025\n\nKẾ HOẠCH\nTiêu thụ nông sản\n\n"
        "I. NHIỆM VỤ\n1. Mở phiên chợ.\n"
    ).header
    assert header.issuer == "HỘI NÔNG DÂN XÃ SÔNG MƠ"
