"""Who reports what to whom, how often, by when; an actor is a unit, never a sentence."""

from __future__ import annotations

import pytest

from tests.ingest.sources import plan


def _duties(*lines: str) -> list[tuple[str, str, str, str, str]]:
    """Locator, actor, recipient, frequency and due of each duty in a section of these lines."""
    read = plan(body="I. TỔ CHỨC THỰC HIỆN\n" + "\n".join(lines) + "\n")
    return [(duty.locator, duty.actor, duty.recipient, duty.frequency, duty.due) for duty in read.duties]


def test_a_bullet_under_a_unit_is_that_units_duty() -> None:
    assert _duties(
        "1. Sở Nội vụ",
        "- Tổng hợp, báo cáo UBND tỉnh hằng quý (trước ngày 25 của tháng cuối quý) và năm (trước ngày 15/12/2026).",
    ) == [
        ("I/1", "Sở Nội vụ", "UBND tỉnh", "hằng quý", "trước ngày 25 của tháng cuối quý"),
        ("I/1", "Sở Nội vụ", "UBND tỉnh", "năm", "trước ngày 15/12/2026"),
    ]


def test_the_subject_of_a_clause_is_its_actor() -> None:
    assert _duties(
        "1. Ủy ban nhân dân xã cụ thể hóa Kế hoạch; báo cáo Ban Thường vụ Đảng ủy định kỳ hằng quý trước ngày 20 của tháng cuối quý."
    ) == [("I/1", "Ủy ban nhân dân xã", "Ban Thường vụ Đảng ủy", "hằng quý", "trước ngày 20 của tháng cuối quý")]


def test_a_heading_is_the_actor_only_up_to_its_colon() -> None:
    assert _duties(
        "1. Phòng Kinh tế: thường trực, tổng hợp báo cáo Văn phòng Điều phối tỉnh định kỳ hằng tháng trước ngày 20, báo cáo năm trước ngày 05/12/2026."
    ) == [
        ("I/1", "Phòng Kinh tế", "Văn phòng Điều phối tỉnh", "hằng tháng", "trước ngày 20"),
        ("I/1", "Phòng Kinh tế", "Văn phòng Điều phối tỉnh", "năm", "trước ngày 05/12/2026"),
    ]


def test_an_article_charges_the_unit_it_names() -> None:
    read = plan(
        body="Điều 1. Mục tiêu\nĐiều 2. Trách nhiệm của UBND các phường\n1. Báo cáo kết quả về UBND quận (qua Công an quận) trước ngày 10 hằng tháng.\n"
    )
    (duty,) = read.duties
    assert (duty.locator, duty.actor, duty.recipient) == ("Điều 2/1", "UBND các phường", "UBND quận (qua Công an quận)")


def test_a_starred_unit_heads_the_bullets_below_it_until_the_next_one() -> None:
    assert _duties(
        "* Sở Du lịch:",
        "- Chủ trì sơ kết 6 tháng, tổng kết năm; báo cáo UBND tỉnh trước ngày 10/12/2024.",
        "* Hiệp hội Du lịch:",
        "- Cung cấp số liệu khách cho Sở Văn hóa, Thể thao và Du lịch trước ngày 20 hằng tháng.",
        "* Ban Quản lý khu du lịch: báo cáo Sở Du lịch hằng tuần.",
    ) == [
        ("I", "Sở Du lịch", "UBND tỉnh", "", "trước ngày 10/12/2024"),
        ("I", "Hiệp hội Du lịch", "Sở Văn hóa, Thể thao và Du lịch", "hằng tháng", "trước ngày 20 hằng tháng"),
        ("I", "Ban Quản lý khu du lịch", "Sở Du lịch", "hằng tuần", ""),
    ]


def test_a_later_part_that_names_no_recipient_takes_the_one_before() -> None:
    assert _duties(
        "1. Công an quận",
        "- Báo cáo Công an thành phố và UBND quận trước ngày 14 hằng tháng; báo cáo sơ kết 6 tháng trước ngày 10/6/2025, tổng kết năm trước ngày 10/12/2025.",
    ) == [
        ("I/1", "Công an quận", "Công an thành phố và UBND quận", "hằng tháng", "trước ngày 14 hằng tháng"),
        ("I/1", "Công an quận", "Công an thành phố và UBND quận", "6 tháng", "trước ngày 10/6/2025"),
        ("I/1", "Công an quận", "Công an thành phố và UBND quận", "năm", "trước ngày 10/12/2025"),
    ]


def test_parts_may_name_recipients_of_their_own() -> None:
    assert _duties(
        "1. Trung tâm Y tế",
        "- Báo cáo Sở Y tế trước ngày 05 hằng tháng; báo cáo Viện Pasteur trước ngày 10 hằng tháng.",
    ) == [
        ("I/1", "Trung tâm Y tế", "Sở Y tế", "hằng tháng", "trước ngày 05 hằng tháng"),
        ("I/1", "Trung tâm Y tế", "Viện Pasteur", "hằng tháng", "trước ngày 10 hằng tháng"),
    ]


@pytest.mark.parametrize(
    ("words", "recipient"),
    [
        ("Gửi Sở Tài chính số liệu khách hằng tháng, chậm nhất ngày 22.", "Sở Tài chính"),
        ("Gửi Văn phòng Đảng ủy xã báo cáo hằng tháng.", "Văn phòng Đảng ủy xã"),
        ("Tham mưu báo cáo Ban Thường vụ Tỉnh ủy 6 tháng (trước ngày 15/6/2026).", "Ban Thường vụ Tỉnh ủy"),
        ("Báo cáo kết quả về UBND tỉnh trước ngày 09/12 hàng năm.", "UBND tỉnh"),
        ("Báo cáo khẩn Trạm Y tế xã và Sở Y tế trong vòng 24 giờ.", "Trạm Y tế xã và Sở Y tế"),
        ("Báo cáo tai biến nặng sau tiêm chủng trong vòng 24 giờ về Sở Y tế.", "Sở Y tế"),
        ("Tham mưu UBND tỉnh báo cáo Bộ Nội vụ định kỳ 6 tháng (trước ngày 15/6).", "Bộ Nội vụ"),
        ("Báo cáo Giám đốc tiến độ vào thứ Sáu tuần cuối mỗi tháng.", "Giám đốc"),
        ("Tổng hợp, báo cáo kết quả thực hiện hằng quý.", ""),
    ],
)
def test_the_recipient_is_the_unit_and_no_word_more(words: str, recipient: str) -> None:
    assert {one[2] for one in _duties("1. Chi cục Thủy lợi", f"- {words}")} == {recipient}


@pytest.mark.parametrize(
    ("words", "actor", "recipient", "due"),
    [
        (
            "Định kỳ trước ngày 15 hằng tháng, các phòng, ban gửi báo cáo về Văn phòng HĐND và UBND xã để tổng hợp.",
            "các phòng, ban",
            "Văn phòng HĐND và UBND xã",
            "trước ngày 15 hằng tháng",
        ),
        (
            "Yêu cầu các sở, ban, ngành báo cáo kết quả về Sở Nội vụ trước ngày 05/12/2026.",
            "các sở, ban, ngành",
            "Sở Nội vụ",
            "trước ngày 05/12/2026",
        ),
        (
            "Giao Sở Nội vụ theo dõi, đôn đốc; tổng hợp, báo cáo UBND tỉnh trước ngày 20/12/2026.",
            "Sở Nội vụ",
            "UBND tỉnh",
            "trước ngày 20/12/2026",
        ),
        (
            "Khi có thiên tai, báo cáo nhanh về Sở Y tế trước 16 giờ 00 hằng ngày.",
            "Trạm Y tế xã",
            "Sở Y tế",
            "trước 16 giờ 00 hằng ngày",
        ),
    ],
)
def test_an_actor_may_follow_a_charge_or_a_time(words: str, actor: str, recipient: str, due: str) -> None:
    (duty,) = _duties("1. Trạm Y tế xã", f"- {words}")
    assert (duty[1], duty[2], duty[4]) == (actor, recipient, due)


def test_words_that_lead_in_a_list_name_actor_and_recipient_for_its_items() -> None:
    assert _duties(
        "1. Chế độ thông tin",
        "Các cơ quan, đơn vị gửi báo cáo về Sở Nội vụ như sau:",
        "- Báo cáo quý: trước ngày 20 của tháng cuối quý.",
        "- Báo cáo năm: trước ngày 10/12.",
    ) == [
        ("I/1", "Các cơ quan, đơn vị", "Sở Nội vụ", "quý", "trước ngày 20 của tháng cuối quý"),
        ("I/1", "Các cơ quan, đơn vị", "Sở Nội vụ", "năm", "trước ngày 10/12"),
    ]


def test_a_sentence_is_never_an_actor() -> None:
    assert _duties(
        "1. Sở Nông nghiệp và Môi trường",
        "- Tổ chức trực ban 24/24 giờ trong mùa mưa lũ; trong thời gian có thiên tai, báo cáo nhanh UBND tỉnh hằng ngày, trước 16 giờ.",
    ) == [("I/1", "Sở Nông nghiệp và Môi trường", "UBND tỉnh", "hằng ngày", "trước 16 giờ")]


def test_a_report_by_nobody_is_no_duty() -> None:
    assert _duties("1. Chế độ thông tin", "- Báo cáo Thôn trưởng hằng quý.") == []


@pytest.mark.parametrize(
    "words",
    [
        "Thực hiện chế độ báo cáo theo đúng quy định.",
        "Kịp thời báo cáo những việc phát sinh.",
        "Khai thác hệ thống thông tin báo cáo của tỉnh.",
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, phản ánh về Sở Nội vụ để tổng hợp.",
        "Bồi dưỡng báo cáo viên pháp luật hằng năm.",
        "Hoàn thành trước ngày 15/4/2026.",
        "Tổ chức tổng kết trong Quý IV/2026.",
    ],
)
def test_clauses_that_ask_for_no_report_are_no_duties(words: str) -> None:
    assert _duties("1. Văn phòng Sở", f"- {words}") == []


def test_the_closing_words_and_the_recipients_list_hold_no_duties() -> None:
    assert plan().duties == ()


def test_the_words_of_a_duty_stand_in_its_span() -> None:
    read = plan(body="I. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Theo dõi Kế hoạch; báo cáo UBND tỉnh hằng quý.\n")
    (duty,) = read.duties
    assert duty.what == "báo cáo UBND tỉnh hằng quý"
    assert duty.what in duty.span.slice(read.text)


def test_who_reports_is_named_after_the_grounds_and_by_school_term() -> None:
    read = plan(
        body="III. TỔ CHỨC THỰC HIỆN\n"
        "1. Căn cứ nội dung Kế hoạch và tình hình thực tế, các phòng, các thôn lập kế hoạch riêng. "
        "Hằng năm báo cáo kết quả về Ban Chỉ huy Phòng thủ dân sự xã.\n"
        "2. Định kỳ cuối học kỳ I và cuối học kỳ II, nhà trường tổng hợp kết quả, gửi báo cáo về Phòng Văn hóa.\n"
    )
    assert [(duty.actor, duty.recipient, duty.frequency) for duty in read.duties] == [
        ("các phòng, các thôn", "Ban Chỉ huy Phòng thủ dân sự xã", "Hằng năm"),
        ("nhà trường", "Phòng Văn hóa", "cuối học kỳ I"),
        ("nhà trường", "Phòng Văn hóa", "cuối học kỳ II"),
    ]


def test_a_rhythm_after_two_deadlines_is_that_of_both() -> None:
    read = plan(
        body="I. BÁO CÁO\n1. Các thôn\nĐịnh kỳ trước ngày 10/5 và 20/10 hằng năm (hoặc đột xuất khi có yêu cầu) "
        "báo cáo kết quả về Văn phòng xã.\n"
    )
    assert [(duty.frequency, duty.due) for duty in read.duties] == [
        ("hằng năm", "trước ngày 10/5"),
        ("hằng năm", "20/10"),
        ("đột xuất khi có yêu cầu", ""),
    ]


def test_a_footnote_may_hold_a_duty() -> None:
    read = plan(
        body="II. TỔ CHỨC\n1. Văn phòng theo dõi, đôn đốc các thôn.[1]\n"
        "[1] Các thôn gửi báo cáo về Văn phòng Đảng ủy trước ngày 10/12/2026.\n"
    )
    assert [(duty.locator, duty.actor, duty.due) for duty in read.duties] == [
        ("II/chú thích 1", "Các thôn", "trước ngày 10/12/2026")
    ]


def test_the_office_that_asks_is_no_actor() -> None:
    assert _duties(
        "Ủy ban nhân dân tỉnh yêu cầu các sở, ngành nghiêm túc thực hiện; định kỳ trước ngày 30/11 hằng năm báo cáo UBND tỉnh."
    ) == [("I", "các sở, ngành", "UBND tỉnh", "hằng năm", "trước ngày 30/11 hằng năm")]


def test_a_condition_ends_before_the_first_office_after_it() -> None:
    ((_, actor, recipient, _, _),) = _duties(
        "1. Căn cứ Kế hoạch này, Giám đốc các Sở, Thủ trưởng các ngành, cơ quan cấp tỉnh xây dựng kế hoạch; kết quả báo cáo về Công an tỉnh."
    )
    assert (actor, recipient) == ("Giám đốc các Sở, Thủ trưởng các ngành, cơ quan cấp tỉnh", "Công an tỉnh")


def test_a_deadline_labelled_after_a_duty_is_its_own() -> None:
    assert _duties(
        "1. Ủy ban nhân dân các xã",
        "- Tổng hợp kết quả kiểm kê gửi báo cáo về Sở Tài chính.",
        "Thời gian hoàn thành: Trước ngày 15/4/2026.",
    ) == [("I/1", "Ủy ban nhân dân các xã", "Sở Tài chính", "", "Trước ngày 15/4/2026")]


def test_a_heading_may_charge_whom_no_office_is_named_after() -> None:
    assert _duties(
        "1. Trách nhiệm của hộ kinh doanh", "- Báo cáo doanh thu về Chi cục Thuế trước ngày 20 hằng tháng."
    ) == [("I/1", "hộ kinh doanh", "Chi cục Thuế", "hằng tháng", "trước ngày 20 hằng tháng")]


def test_what_nobody_is_named_for_goes_from_the_issuer_to_the_office_above_it() -> None:
    assert _duties("- Định kỳ 6 tháng báo cáo UBND tỉnh kết quả thực hiện.") == [
        ("I", "Ủy ban nhân dân xã Sông Mơ", "UBND tỉnh", "6 tháng", "")
    ]
    assert not _duties("- Định kỳ 6 tháng báo cáo UBND xã kết quả thực hiện.")


def test_steps_and_cases_are_no_actors() -> None:
    assert not [actor for _, actor, *_ in _duties("1. Các bước đánh giá", "- Tổng hợp, báo cáo Thôn trưởng.")]
    ((_, actor, *_),) = _duties(
        "1. Trường hợp thiếu kinh phí, các đơn vị có văn bản báo cáo Sở Tài chính theo quy định."
    )
    assert actor == "các đơn vị"


def test_a_programme_is_part_of_a_recipients_name() -> None:
    ((_, _, recipient, *_),) = _duties("1. Các xã báo cáo Ban Chỉ đạo các Chương trình mục tiêu tỉnh theo quy định.")
    assert recipient == "Ban Chỉ đạo các Chương trình mục tiêu tỉnh"


def test_what_is_asked_of_those_that_a_heading_turns_to_is_their_duty() -> None:
    assert _duties("1. Đối với các phòng, ban", "- Hằng năm báo cáo Chủ tịch UBND tỉnh.") == [
        ("I/1", "các phòng, ban", "Chủ tịch UBND tỉnh", "Hằng năm", "")
    ]
    assert _duties("1. Đối với Thủ đô Lam Giang", "- Hằng năm báo cáo Thủ tướng Chính phủ.") == [
        ("I/1", "Thủ đô Lam Giang", "Thủ tướng Chính phủ", "Hằng năm", "")
    ]


def test_who_reports_may_stand_after_the_times() -> None:
    assert _duties(
        "1. Chế độ báo cáo: Định kỳ hằng quý (trước ngày 20 tháng cuối quý), năm (trước ngày 20/12) các đơn vị báo cáo về Sở Y tế."
    ) == [
        ("I/1", "các đơn vị", "Sở Y tế", "hằng quý", "trước ngày 20 tháng cuối quý"),
        ("I/1", "các đơn vị", "Sở Y tế", "năm", "trước ngày 20/12"),
    ]


def test_hours_and_times_a_day_are_told_whole() -> None:
    assert _duties(
        "1. UBND các xã", "- Báo cáo 02 lần/ngày (trước 9h00 và 16h00) gửi Sở Y tế (qua Phòng Nghiệp vụ)."
    ) == [("I/1", "UBND các xã", "Sở Y tế (qua Phòng Nghiệp vụ)", "02 lần/ngày", "trước 9h00 và 16h00")]


def test_a_recipient_ends_before_a_colon_and_a_day_before_whom_it_goes_through() -> None:
    assert _duties("1. Các đơn vị báo cáo về Sở Y tế: Báo cáo năm trước ngày 01/12 qua Phòng Nghiệp vụ.") == [
        ("I/1", "Các đơn vị", "Sở Y tế", "năm", "trước ngày 01/12")
    ]


def test_what_is_laid_before_others_to_be_approved_is_no_report() -> None:
    assert _duties("1. Các đơn vị lập dự toán, báo cáo cấp có thẩm quyền phê duyệt theo quy định.") == []


@pytest.mark.parametrize(
    ("words", "recipient"),
    [
        ("Báo cáo kết quả thực hiện Chương trình gửi Bộ Xây dựng trước ngày 30/11.", "Bộ Xây dựng"),
        ("Gửi báo cáo tới Bộ Xây dựng trước ngày 30/11 để tổng hợp, báo cáo Thủ tướng Chính phủ.", "Bộ Xây dựng"),
        (
            "Báo cáo định kỳ gửi Tỉnh uỷ (qua Ban Nội chính Tỉnh uỷ) trước ngày 30/11.",
            "Tỉnh uỷ (qua Ban Nội chính Tỉnh uỷ)",
        ),
        ("Báo cáo kết quả theo hướng dẫn của Bộ Tài chính trước ngày 30/11.", ""),
    ],
)
def test_the_recipient_is_the_office_that_it_is_sent_to(words: str, recipient: str) -> None:
    assert [duty[2] for duty in _duties("1. Sở Du lịch", f"- {words}")] == [recipient]


def test_a_limit_is_read_whole_and_the_stretch_reported_on_is_none() -> None:
    read = plan(
        body="I. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n"
        "- Báo cáo UBND tỉnh trong thời hạn 05 ngày kể từ ngày hết đợt.\n"
        "- Báo cáo UBND tỉnh chậm nhất ngày 17 tháng 12. Thời gian báo cáo hằng năm tính từ ngày 15 tháng 12 năm trước.\n"
    )
    assert [duty.due for duty in read.duties] == [
        "trong thời hạn 05 ngày kể từ ngày hết đợt",
        "chậm nhất ngày 17 tháng 12",
    ]


def test_who_is_inspected_reports_and_a_list_of_offices_in_a_condition_does_not() -> None:
    body = (
        "V. TỔ CHỨC THỰC HIỆN\n1. Các xã, phường\n"
        "a) Đơn vị được kiểm tra báo cáo Sở Tư pháp trước ngày 05/6/2026.\n"
        "b) Căn cứ Kế hoạch này, xây dựng kế hoạch của cơ quan, đơn vị, gửi Sở Tư pháp trước ngày 20/3/2026.\n"
        "c) Các phường còn lại tự đánh giá và gửi báo cáo về Sở Tư pháp trước ngày 30/9/2026.\n"
        "2. Thuế tỉnh\nHằng quý, trước ngày 20, cung cấp cho Sở Công Thương số liệu đăng ký thuế.\n"
    )
    duties = plan(body=body).duties
    assert [(duty.actor, duty.recipient) for duty in duties] == [
        ("Đơn vị được kiểm tra", "Sở Tư pháp"),
        ("Các xã, phường", "Sở Tư pháp"),
        ("Các phường còn lại", "Sở Tư pháp"),
        ("Thuế tỉnh", "Sở Công Thương"),
    ]


def test_two_reports_of_one_sentence_go_each_to_its_own_office() -> None:
    assert _duties(
        "1. Phòng Kinh tế",
        "- Tổng hợp, báo cáo UBND xã hằng quý (trước ngày 20 của tháng cuối quý), báo cáo Sở Nông nghiệp trước ngày 05/12/2026.",
    ) == [
        ("I/1", "Phòng Kinh tế", "UBND xã", "hằng quý", "trước ngày 20 của tháng cuối quý"),
        ("I/1", "Phòng Kinh tế", "Sở Nông nghiệp", "", "trước ngày 05/12/2026"),
    ]


def test_an_item_of_two_numbers_reports_for_the_unit_over_it() -> None:
    assert _duties(
        "**1. Đảng ủy Ủy ban nhân dân xã**",
        "1.1. Quán triệt Kế hoạch này.",
        "1.2. Tổng hợp, báo cáo Ban Thường vụ Đảng ủy xã định kỳ hằng quý.",
    ) == [("I/1.2", "Đảng ủy Ủy ban nhân dân xã", "Ban Thường vụ Đảng ủy xã", "hằng quý", "")]


@pytest.mark.parametrize("unit", ["Phòng Kế hoạch tổng hợp", "Doanh nghiệp dịch vụ đưa người đi làm việc ở nước ngoài"])
def test_a_verb_inside_a_heading_that_is_a_name_ends_it_not(unit: str) -> None:
    assert _duties(f"1. {unit}", "a) Báo cáo số lao động của mình cho Sở Nội vụ trước ngày 25 hằng tháng.") == [
        ("I/1/a", unit, "Sở Nội vụ", "hằng tháng", "trước ngày 25 hằng tháng")
    ]


def test_offices_before_a_semicolon_report_too() -> None:
    read = plan(
        body="III. BÁO CÁO\n1. Giám đốc các sở, ban, ngành tỉnh; Chủ tịch UBND các xã lập sổ theo dõi; báo cáo quý (trước ngày 10) về Sở Nội vụ.\n"
        "2. Phòng Kinh tế theo dõi bến thuyền; Công an xã báo cáo quý (trước ngày 12) về Sở Nội vụ.\n",
        annex="",
    )
    assert [(duty.locator, duty.actor) for duty in read.duties] == [
        ("III/1", "Giám đốc các sở, ban, ngành tỉnh; Chủ tịch UBND các xã"),
        ("III/2", "Công an xã"),
    ]


def test_who_the_recipient_passes_reports_on_to_is_not_reported_to() -> None:
    assert _duties(
        "1. Các phòng, ban và các xã",
        "Báo cáo định kỳ gửi về Phòng Nội vụ: báo cáo quý I (trước ngày 12/3), báo cáo 6 tháng (trước ngày 08/6)"
        " và báo cáo năm (trước ngày 20/11) để tổng hợp, tham mưu UBND huyện báo cáo Sở Nội vụ.",
    ) == [
        ("I/1", "Các phòng, ban và các xã", "Phòng Nội vụ", "quý", "trước ngày 12/3"),
        ("I/1", "Các phòng, ban và các xã", "Phòng Nội vụ", "6 tháng", "trước ngày 08/6"),
        ("I/1", "Các phòng, ban và các xã", "Phòng Nội vụ", "năm", "trước ngày 20/11"),
    ]


def test_an_office_made_the_contact_point_tells_another_how_the_work_goes() -> None:
    assert _duties(
        "1. UBND xã giao Phòng Kinh tế làm đầu mối, hằng tháng báo cáo tiến độ với Đảng ủy xã vào ngày 18."
    ) == [("I/1", "Phòng Kinh tế", "Đảng ủy xã", "hằng tháng", "ngày 18")]
