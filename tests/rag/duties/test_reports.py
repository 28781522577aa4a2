"""Reporting duties: who reports to whom, how often, by when."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.plan import Header
from rag.answer import Status
from rag.corpus.library import Library
from rag.duties.reports import asks_report
from rag.query.question import understand
from tests.ingest.sources import HEADER, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import TODAY, Ask, Draft, cited


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Sở Khoa học và Công nghệ báo cáo quý trước ngày nào?", "trước ngày 18 của tháng cuối quý"),
        ("Sở Khoa học và Công nghệ báo cáo năm trước ngày nào?", "trước ngày 02/12/2026"),
        ("so khoa hoc va cong nghe bao cao hang quy truoc ngay nao", "trước ngày 18 của tháng cuối quý"),
        ("Sở Khoa học và Công nghệ gửi báo cáo quý cho ai?", "UBND tỉnh"),
    ],
)
def test_each_rhythm_of_a_duty_has_its_own_deadline(ask_province: Ask, question: str, value: str) -> None:
    answer = ask_province(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, (value,))
    assert cited(answer) == {"song-lam.txt#II"}


def test_every_rhythm_is_given_in_printed_order_when_none_is_named(ask_province: Ask) -> None:
    answer = ask_province("Sở Khoa học và Công nghệ báo cáo UBND tỉnh bao lâu một lần?")
    assert answer.values == ("hằng quý", "năm")


def test_a_report_by_another_office_is_not_found(ask_province: Ask) -> None:
    assert ask_province("Sở Y tế báo cáo Bộ Y tế trước ngày nào?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "values", "place"),
    [
        (
            "Sở Nội vụ báo cáo UBND tỉnh hằng quý trước ngày nào?",
            ("trước ngày 25 của tháng cuối quý",),
            "lamgiang-ubnd-2026.txt#V/1",
        ),
        (
            "Theo Kế hoạch 27/KH-UBND các sở, ban, ngành báo cáo Sở Nội vụ kết quả 6 tháng trước ngày nào?",
            ("trước ngày 10/6/2026",),
            "lamgiang-ubnd-2026.txt#V/6",
        ),
        (
            "Phòng Kế hoạch - Tài chính báo cáo Sở Nội vụ 6 tháng trước ngày nào?",
            ("trước ngày 08/6/2026",),
            "lamgiang-snnmt-2026.txt#IV/1",
        ),
        (
            "Chi cục Thủy lợi báo cáo Giám đốc Sở hằng ngày trước mấy giờ?",
            ("trước 14 giờ",),
            "lamgiang-snnmt-2026.txt#IV/2",
        ),
        ("Văn phòng Đảng ủy xã báo cáo năm trước ngày nào?", ("trước ngày 10/12/2026",), "vankhe-danguy-2026.txt#V/2"),
        (
            "Ủy ban nhân dân xã báo cáo Ban Thường vụ Đảng ủy xã bao lâu một lần?",
            ("hằng quý",),
            "vankhe-danguy-2026.txt#V/1",
        ),
        (
            "Các chi bộ trực thuộc gửi báo cáo hằng tháng trước ngày nào?",
            ("trước ngày 25",),
            "vankhe-danguy-2026.txt#V/3",
        ),
    ],
)
def test_the_duty_of_the_office_named_is_found_among_all_plans(
    ask_samples: Ask, question: str, values: tuple[str, ...], place: str
) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)
    assert cited(answer) == {place}


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Sở Nội vụ báo cáo UBND tỉnh 6 tháng và năm trước những ngày nào?",
            ("trước ngày 20/6/2026", "trước ngày 15/12/2026"),
        ),
        (
            "Sở Nội vụ báo cáo UBND tỉnh năm và 6 tháng trước những ngày nào?",
            ("trước ngày 15/12/2026", "trước ngày 20/6/2026"),
        ),
        ("Báo cáo cả năm của Sở Nội vụ – hạn", ("trước ngày 15/12/2026",)),
        ("Các sở, ngành gửi báo cáo 6 tháng cho ai, hạn nào?", ("Sở Nội vụ", "trước ngày 10/6/2026")),
        ("Văn phòng Đảng ủy xã báo cáo cho ai?", ("Ban Thường vụ Tỉnh ủy",)),
        ("Các chi bộ gửi báo cáo hằng tháng cho ai?", ("Văn phòng Đảng ủy xã",)),
        ("khi có thiên tai thì báo cáo đột xuất cho ai, mấy giờ", ("UBND tỉnh", "trước 16 giờ")),
    ],
)
def test_each_thing_asked_of_a_duty_is_given_in_the_order_asked(
    ask_samples: Ask, question: str, values: tuple[str, ...]
) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    ("today", "value"),
    [
        (date(2026, 5, 20), "trước ngày 20/6/2026"),
        (date(2026, 7, 1), "trước ngày 25 của tháng cuối quý"),
        (date(2026, 10, 5), "trước ngày 15/12/2026"),
    ],
)
def test_the_nearest_report_is_counted_from_today(ask_samples: Ask, today: date, value: str) -> None:
    answer = ask_samples("Sở Nội vụ báo cáo UBND tỉnh kỳ nào gần nhất, trước ngày nào?", today)
    assert answer.values == (value,)


def test_an_actor_that_only_the_heading_names_is_quoted_from_there(ask_samples: Ask) -> None:
    answer = ask_samples("Ai báo cáo UBND tỉnh hằng quý?")
    assert answer.values == ("Sở Nội vụ",)
    assert any("Sở Nội vụ" in citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Cuối năm Sở Nội vụ gom kết quả kế hoạch 27 rồi báo cáo lên cơ quan nào?", ("UBND tỉnh",)),
        ("Phòng Kế hoạch - Tài chính phải nộp báo cáo 6 tháng cho cơ quan nào?", ("Sở Nội vụ",)),
        ("mấy tháng các chi bộ ở Vân Khê phải báo cáo một lần", ("hằng tháng",)),
        ("Văn phòng Đảng ủy xã giúp báo cáo cấp trên là cơ quan nào?", ("Ban Thường vụ Tỉnh ủy",)),
        ("Ai báo cáo Ban Thường vụ Tỉnh ủy và mấy kỳ một năm?", ("Văn phòng Đảng ủy xã", "6 tháng", "năm")),
        ("Chi cục Thủy lợi lần tới báo cáo Giám đốc Sở lúc nào?", ("trước 14 giờ",)),
    ],
)
def test_a_duty_is_asked_of_in_other_words(ask_samples: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


def test_the_whole_duty_is_given_where_its_regime_is_asked_for(ask_samples: Ask) -> None:
    (duty,) = ask_samples("Chế độ báo cáo của Văn phòng Đảng ủy xã quy định thế nào?").values
    assert "6 tháng (trước ngày 15/6/2026) và năm (trước ngày 10/12/2026)" in duty


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Báo cáo năm của Sở Nội vụ và của Văn phòng Đảng ủy xã Vân Khê, cái nào phải nộp trước?",
            ("trước ngày 15/12/2026", "trước ngày 10/12/2026"),
        ),
        (
            "Sở Nội vụ báo cáo UBND tỉnh, Phòng Kế hoạch - Tài chính báo cáo Sở Nội vụ 6 tháng: mỗi bên hạn nào",
            ("trước ngày 20/6/2026", "trước ngày 08/6/2026"),
        ),
        (
            "Kế hoạch 27 và kế hoạch của Sở Nông nghiệp và Môi trường: báo cáo năm của mỗi kế hoạch trước ngày nào?",
            ("trước ngày 15/12/2026", "trước ngày 01/12/2026"),
        ),
    ],
)
def test_duties_of_two_senders_or_two_plans_are_set_side_by_side(
    ask_samples: Ask, question: str, values: tuple[str, ...]
) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


def test_a_plan_without_such_a_duty_is_said_to_have_none(ask_samples: Ask) -> None:
    question = "báo cáo 6 tháng trước ngày nào, kế hoạch của tỉnh và kế hoạch của xã Vân Khê, mỗi bên?"
    assert ask_samples(question).values == ("trước ngày 20/6/2026", "trước ngày 15/6/2026")


def test_an_office_reports_what_its_collective_name_reports(ask_samples: Ask) -> None:
    answer = ask_samples("Sở Y tế báo cáo Sở Nội vụ kết quả 6 tháng theo kế hoạch 27 trước ngày nào?")
    assert (answer.status, answer.values) == (Status.ANSWERED, ("trước ngày 10/6/2026",))


def test_a_report_to_an_office_that_no_plan_names_is_not_found(ask_samples: Ask) -> None:
    assert ask_samples("Sở Nội vụ báo cáo Bộ Nội vụ trước ngày nào?").status is Status.NOT_FOUND


def test_what_an_office_is_told_is_a_report(ask_samples: Ask) -> None:
    """Though it is not called one."""
    answer = ask_samples("Các địa phương báo kết quả thực hiện cho Sở Nội vụ muộn nhất ngày nào trong kỳ 6 tháng?")
    assert answer.values == ("trước ngày 10/6/2026",)


@pytest.mark.parametrize(
    ("question", "is_report"),
    [
        ("các xã gửi kết quả cho Sở Nội vụ tổng hợp muộn nhất hôm nào", True),
        ("đảm bảo tiến độ bàn giao mặt bằng cho Sở Xây dựng trước ngày nào", False),
    ],
)
def test_what_is_sent_to_be_put_together_is_a_report(sample_library: Library, question: str, is_report: bool) -> None:  # noqa: FBT001 — a table of cases
    assert asks_report(understand(question, sample_library, TODAY)) is is_report


def test_offices_that_one_report_goes_to_are_told_one_by_one_and_a_rhythm_with_its_hours() -> None:
    draft = Draft()
    draft.section("IV", "IV. TỔ CHỨC THỰC HIỆN")
    words = "Các trạm cấp phát nước báo cáo số can đã phát 02 lần/ngày (trước 9h00 và 16h00) về Sở Y tế và UBND tỉnh."
    draft.duty("IV", words, ("Các trạm cấp phát nước", "Sở Y tế và UBND tỉnh", "02 lần/ngày", "trước 9h00 và 16h00"))
    ask = asker([draft.plan("nuoc.txt", Header(number="3/KH-UBND", title="Cấp nước sạch", year=2026))])
    often = ask("Các trạm cấp phát nước mỗi ngày báo cáo số can mấy lần, mấy giờ?")
    assert often.values == ("02 lần/ngày (trước 9h00 và 16h00)",)
    assert ask("Các trạm cấp phát nước báo cáo số can cho cơ quan nào?").values == ("Sở Y tế", "UBND tỉnh")


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Phòng Kinh tế báo cáo hằng quý gửi cơ quan nào theo kế hoạch 12/KH-UBND?", ("Sở Nội vụ",)),
        ("phong kinh te bao cao hang quy gui co quan nao theo ke hoach 12/kh-ubnd", ("Sở Nội vụ",)),
        ("Các thôn báo cáo tháng gửi cơ quan nào theo kế hoạch 12/KH-UBND?", ("Phòng Kinh tế",)),
    ],
)
def test_a_sender_never_gets_its_own_report(question: str, values: tuple[str, ...]) -> None:
    body = (
        "I. PHÂN CÔNG\n1. Phòng Kinh tế\n- Theo dõi bến thuyền; báo cáo Sở Nội vụ định kỳ hằng quý trước ngày 15 của tháng cuối quý.\n"
        "2. Các thôn gửi báo cáo tháng về Phòng Kinh tế trước ngày 18 hằng tháng; lập sổ, gửi Phòng Kinh tế trước ngày 20/02/2026.\n"
        "3. Trong quá trình thực hiện, nếu có vướng mắc, các thôn báo cáo Chủ tịch UBND xã để xem xét.\n"
    )
    annex = "\nPHỤ LỤC\nPHÂN CÔNG VIỆC CHUYỂN ĐỔI SỐ BẾN THUYỀN\n" + table(
        HEADER, "1 | Sửa bến | Phòng Kinh tế | | | 6/2026"
    )
    assert asker([plan(body=body, annex=annex)])(question).values == values


@pytest.mark.parametrize("office", ["Phòng Thiết bị - Vật tư", "Chi cục Kiểm lâm", "Phòng TB-VT"])
def test_an_office_that_no_plan_names_reports_to_nobody(office: str) -> None:
    body = (
        "I. PHÂN CÔNG\n1. Phòng Kinh tế\n- Theo dõi việc sửa bến thuyền và định kỳ báo cáo Sở Nội vụ về kết quả thực hiện.\n"
        "2. Phòng Văn hóa\n- Đưa tin lên cổng thông tin.\n"
    )
    ask = asker([plan(body=body)])
    assert ask("Phòng Kinh tế phải báo cáo ai?").values == ("Sở Nội vụ",)
    assert ask(f"{office} phải báo cáo ai?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Hội Nông dân gửi vướng mắc của hội viên cho đơn vị nào, vào ngày nào?",
            ("Phòng Kinh tế", "ngày 12 hằng tháng"),
        ),
        ("hoi nong dan gui vuong mac ve dau, ngay may", ("Phòng Kinh tế", "ngày 12 hằng tháng")),
        ("Hội Nông dân gửi vướng mắc của hội viên cho đơn vị nào?", ("Phòng Kinh tế",)),
    ],
)
def test_whom_difficulties_are_told_and_when_are_two_values(question: str, values: tuple[str, ...]) -> None:
    words = "1. Hội Nông dân tổng hợp khó khăn, vướng mắc của hội viên, gửi về Phòng Kinh tế vào ngày 12 hằng tháng.\n"
    assert asker([plan(body=f"I. PHÂN CÔNG\n{words}")])(question).values == values


def test_whose_plan_is_meant_is_told_by_who_reports_not_by_the_level_told() -> None:
    province = (
        "ỦY BAN NHÂN DÂN\nTỈNH LAM GIANG\n\nSố: 40/KH-UBND\nLam Giang, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\nTrồng rừng năm 2026\n\n"
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n"
    )
    body = "I. PHÂN CÔNG\n1. Phòng Kinh tế\n- Tham mưu báo cáo UBND tỉnh (qua Sở Xây dựng) định kỳ 6 tháng trước ngày 14/6/2026.\n"
    ask = asker(
        [plan(body=body), plan(head=province, body="I. PHÂN CÔNG\n1. Sở Nội vụ\n- Theo dõi việc trồng rừng.\n")]
    )
    told = ask("Phòng Kinh tế tham mưu báo cáo 6 tháng gửi UBND tỉnh qua cơ quan nào, hạn ngày bao nhiêu?")
    assert told.values == ("Sở Xây dựng", "trước ngày 14/6/2026")
    refused = ask("Sở Nội vụ tham mưu báo cáo 6 tháng gửi UBND tỉnh qua cơ quan nào, hạn ngày bao nhiêu?")
    assert refused.status is Status.NOT_FOUND
