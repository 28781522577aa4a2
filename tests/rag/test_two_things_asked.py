"""Several things asked of one clause, whatever found it, and the smallest value where a clause tells more than was asked."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a commune's plan against floods."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Phòng ngừa ngập úng xã Bàu Sen năm 2026")
    draft.section("I", "I. NỘI DUNG")
    draft.clause("I/1", "1. Mức nước 1: di dời 41 hộ, 160 người đến nhà văn hóa ấp Gò.")
    draft.clause("I/2", "2. Mức nước 2: di dời 96 hộ, 377 người đến Trường THCS Bàu Sen.")
    draft.clause(
        "I/3", "3. Nơi hay ngập sâu: cánh đồng Trũng, cánh đồng Bưng; thời gian cao điểm từ tháng 9 đến tháng 11."
    )
    draft.clause("I/4", '4. Sinh hoạt đoàn thể gắn với chủ đề năm 2026 "Sống chung với nước"; mỗi ấp có một buổi.')
    draft.clause(
        "I/5", "5. Biên bản kiểm tra đê bao được gửi cho ấp được kiểm tra chậm nhất 05 ngày làm việc sau khi kết thúc."
    )
    draft.clause("I/6", "6. Quảng bá lịch thủy triều bằng tờ gấp và loa xách tay nhằm giúp dân chủ động gieo sạ.")
    draft.section("II", "II. BÁO CÁO")
    draft.clause(
        "II/1",
        "1. Các ấp báo cáo về Phòng Kinh tế trước 15 giờ 30 hằng ngày khi nước lên; trường hợp vỡ đê phải báo cáo ngay"
        " bằng điện thoại cho Chủ tịch UBND xã.",
    )
    words = "2. Các đơn vị trực thuộc gửi danh sách cán bộ đầu mối về Văn phòng UBND xã trước ngày 20/6/2026."
    draft.duty("II/2", words, ("Các đơn vị trực thuộc", "Văn phòng UBND xã", "", "trước ngày 20/6/2026"))
    draft.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
    draft.task("Phụ lục/1", "Kiểm tra đê bao tại các ấp theo lịch | Phòng Kinh tế | | Biên bản kiểm tra | 30/11/2026")
    draft.task(
        "Phụ lục/2",
        "Đơn giản hóa các thủ tục hành chính có số lượng hồ sơ lớn | Văn phòng | | Quy trình rút gọn | 9/2026",
    )
    draft.task("Phụ lục/3", "Cấp áo phao cho học sinh | Phòng Văn hóa | | Áo phao | 8/2026")
    issuer = "Ủy ban nhân dân xã Bàu Sen"
    return asker(
        [draft.plan("ngap.txt", Header(number="9/KH-UBND", issuer=issuer, place="Bàu Sen", title="Phòng ngừa ngập úng xã Bàu Sen", year=2026))]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Mức nước 2 thì phải di dời bao nhiêu hộ và đưa dân đến đâu?", ("96 hộ", "Trường THCS Bàu Sen")),
        ("Mức nước 2 phải di doi bao nhieu hộ và đưa dân đen đâu?", ("96 hộ", "Trường THCS Bàu Sen")),
        ("Mức nước 1 di dời dân đi đâu, mấy hộ?", ("nhà văn hóa ấp Gò", "41 hộ")),
        ("Mức nước 2 di dời bao nhiêu người, đến chỗ nào?", ("377 người", "Trường THCS Bàu Sen")),
        (
            "khi nước lên các ấp phải báo về đâu, trước mấy giờ hằng ngày?",
            ("Phòng Kinh tế", "trước 15 giờ 30 hằng ngày"),
        ),
        (
            "mấy đơn vị trực thuộc xã Bàu Sen gửi danh sách cán bộ đầu mối cho văn phòng nào, muộn nhất hôm nào?",
            ("Văn phòng UBND xã", "trước ngày 20/6/2026"),
        ),
        (
            "Quảng bá lịch thủy triều bằng gì, nhằm mục đích gì?",
            ("tờ gấp và loa xách tay", "giúp dân chủ động gieo sạ"),
        ),
    ],
)
def test_each_of_two_things_asked_of_a_clause_is_a_value(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


def test_one_thing_asked_is_one_value(ask: Ask) -> None:
    assert ask("Mức nước 2 phải di dời bao nhiêu hộ?").values == ("96 hộ",)
    assert ask("Mức nước 2 di dời dân đến đâu?").values == ("Trường THCS Bàu Sen",)


def test_who_is_told_of_a_case_stands_in_the_part_of_that_case(ask: Ask) -> None:
    assert ask("Vỡ đê thì phải báo cáo cho ai?").values == ("Chủ tịch UBND xã",)
    assert ask("Nước lên thì các ấp báo cáo cho ai?").values == ("Phòng Kinh tế",)


def test_what_stands_behind_a_semicolon_of_another_column_is_left_off(ask: Ask) -> None:
    told = ("cánh đồng Trũng, cánh đồng Bưng",)
    assert ask("Những cánh đồng nào là nơi hay ngập sâu?").values == told
    assert ask("Nơi hay ngập sâu là cánh đồng nào?").values == told


@pytest.mark.parametrize(
    "question",
    [
        "Chủ đề sinh hoạt đoàn thể năm 2026 là gì?",
        "chu de sinh hoat doan the nam 2026 la gi",
        "Năm 2026 sinh hoạt đoàn thể theo chủ đề nào?",
    ],
)
def test_a_name_in_quotation_marks_behind_the_noun_asked_for_is_the_value(ask: Ask, question: str) -> None:
    assert ask(question).values == ("Sống chung với nước",)


def test_within_what_something_must_be_done_is_told_by_no_day(ask: Ask) -> None:
    assert ask("Kiểm tra đê bao xong thì chậm nhất bao lâu phải gửi biên bản cho các ấp?").values == (
        "05 ngày làm việc",
    )
    assert ask("Kiểm tra đê bao tại các ấp chậm nhất ngày nào xong?").values == ("30/11/2026",)


def test_files_of_procedures_are_no_pupils(ask: Ask) -> None:
    assert ask("Đơn giản hóa các TTHC nhiều HS phải ra SP gì?").values == ("Quy trình rút gọn",)
    assert ask("Cấp áo phao cho HS khi nào?").values == ("8/2026",)
