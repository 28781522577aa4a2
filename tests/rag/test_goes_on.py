"""What a clause goes on to say behind the words that the question says itself: causes, outcomes, descriptions, notes."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft


def _draft() -> Draft:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Phát triển nghề gốm năm 2026")
    draft.section("I", "I. THỰC TRẠNG")
    draft.clause("I", "- Nguyên nhân khách quan: mưa dầm kéo dài nhiều tháng, việc phơi gốm mộc muộn hơn lịch 20 ngày.")
    draft.clause("I", "- Trở ngại lớn là đất sét của hai mỏ cũ lẫn nhiều tạp chất.")
    draft.clause(
        "I", "- Hoa văn cổ của làng Mỏ Hạc, làng Đồng Vối có nguy cơ mai một do thợ vẽ còn dưới 9 người mỗi làng."
    )
    draft.section("II", "II. CHỈ TIÊU")
    draft.clause("II", "1. Ít nhất 17 lò nung gas kết nối hệ thống đo khói của huyện.")
    draft.section("III", "III. NHIỆM VỤ")
    draft.clause("III", "- Quản đốc làm bài; thợ chính để mẻ nung trễ hạn phải viết kiểm điểm trong 02 ngày.")
    draft.clause("III", "- Xử lý: bán gốm giả nhãn lần thứ hai thì thu lại biển hiệu của quầy.")
    draft.clause("III", "- Hỗ trợ theo tiến độ; không cấp than cho tổ hợp bỏ nghề quá 04 tháng.")
    draft.clause(
        "III", "- Ưu tiên dùng nguồn vốn khuyến công và vận động các nguồn vốn tài trợ khác để mở rộng xưởng vẽ."
    )
    draft.clause("III", "- Rút ngắn thời gian sấy nhờ tận dụng hơi nóng của lò nung.")
    draft.annex("Phụ lục", "PHỤ LỤC DANH MỤC NHIỆM VỤ")
    draft.task("Phụ lục/1", "Rà soát mẻ nung trễ hạn | Phòng Kinh tế | | Danh sách | 6/2026")
    draft.task(
        "Phụ lục/2", "Đo khói các lò nung | Trạm Môi trường | | Bảng đo | Hằng tuần | Đỉnh điểm tháng 10 - tháng 12"
    )
    return draft


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks one plan of a commune on pottery."""
    head = Header(
        number="31/KH-UBND", title="Phát triển nghề gốm năm 2026", issuer="Ủy ban nhân dân xã Gò Sành", year=2026
    )
    return asker([_draft().plan("gom.txt", head)])


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (
            "Xã Gò Sành nêu nguyên nhân khách quan nào làm việc phơi gốm mộc bị muộn?",
            "mưa dầm kéo dài nhiều tháng",
        ),
        ("Trở ngại lớn về đất sét ở xã Gò Sành là gì?", "đất sét của hai mỏ cũ lẫn nhiều tạp chất"),
        (
            "Hoa văn cổ làng Mỏ Hạc, làng Đồng Vối dễ bị phai, bị mai một là do đâu?",
            "thợ vẽ còn dưới 9 người mỗi làng",
        ),
        ("UBND xã Gò Sành: số lò nung gas nối hệ thống đo khói?", "17 lò nung gas"),
        ("Thợ chính để mẻ nung trễ hạn thì phải làm gì?", "viết kiểm điểm trong 02 ngày"),
        ("Quầy bán gốm giả nhãn lần thứ hai thì bị xử lý thế nào?", "thu lại biển hiệu của quầy"),
        ("Xã Gò Sành không cấp than cho tổ hợp nào?", "tổ hợp bỏ nghề quá 04 tháng"),
        (
            "xa Go Sanh muon mo rong xuong ve bang nguon von nao",
            "nguồn vốn khuyến công và vận động các nguồn vốn tài trợ khác",
        ),
        ("Xã Gò Sành rút ngắn thời gian sấy nhờ đâu?", "tận dụng hơi nóng của lò nung"),
        ("Đo khói các lò nung thì đỉnh điểm vào mấy tháng nào?", "Đỉnh điểm tháng 10 - tháng 12"),
        ("Đo khói các lò nung làm vào lúc nào?", "Hằng tuần"),
    ],
)
def test_what_the_question_says_itself_is_not_said_again(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)


@pytest.mark.parametrize(
    "question",
    [
        "Thợ chính để mất khuôn in thì phải làm gì?",
        "Sản lượng men tro giảm là do đâu?",
        "UBND xã Gò Sành: số xe nâng điện có cảm biến?",
    ],
)
def test_what_no_clause_tells_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_overdue_work_is_still_listed(ask: Ask) -> None:
    found = ask("Xã Gò Sành có những nhiệm vụ nào trễ hạn?")
    assert found.answer
    assert not found.values


def test_a_note_of_the_number_of_a_document_is_that_number() -> None:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Trồng bưởi năm 2026")
    draft.section("II", "II. NHIỆM VỤ")
    draft.clause(
        "II/chú thích 1",
        "Nghị quyết số 66/NQ-HĐ ngày 02/3/2024 của Hội đồng nhân dân huyện thực hiện Chỉ thị số 12-CT/HU về cây bưởi.",
    )
    head = Header(number="9/KH-UBND", title="Trồng bưởi năm 2026", issuer="Ủy ban nhân dân xã Bến Bưởi", year=2026)
    ask = asker([draft.plan("buoi.txt", head)])
    assert ask("chú thích 1 – số nghị quyết").values == ("66/NQ-HĐ",)
