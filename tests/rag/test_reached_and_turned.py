"""By which year something is reached, figures that a note ends by aiming at, what befalls, and what is turned into what."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import plan
from tests.rag.conftest import asker
from tests.rag.plans import Ask

BODY = (
    "I. MỤC TIÊU\n"
    "- Hết năm 2026 có 40% số thôn không rác thải nhựa và đến năm 2029 đạt xã không rác thải nhựa.\n"
    "- Số thuyền nan gắn động cơ điện đạt 35%.\n"
    "- Hệ số quay vòng bến là 1,8 lượt/ngày.\n"
    "II. GIẢI PHÁP\n"
    "1. Ban hành Đề án thôn, xã không rác thải nhựa trên địa bàn xã trong tháng 4/2026.\n"
    "2. Tuyên truyền để chuyển nghề sông nước từ đánh bắt tận diệt sang nuôi lồng bè, thực hiện từ tháng 3/2026.\n"
    "3. Kỷ luật.\n"
    "a) Đề xuất cắt một tháng phụ cấp đối với tổ để thuyền chở quá tải từ 03 lần trở lên.\n"
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks one commune's plan of prose."""
    return asker([plan(body=BODY)])


@pytest.mark.parametrize(
    "question",
    [
        "Xã đặt mốc năm nào thì thành xã không rác thải nhựa?",
        "Đến năm nào thì trở thành xã không rác thải nhựa?",
        "bao giờ cán mốc xã không rác thải nhựa",
        "Phấn đấu thành xã sạch rác thải nhựa vào năm nào?",
    ],
)
def test_the_year_of_an_aim_is_told_before_a_deadline(ask: Ask, question: str) -> None:
    assert ask(question).values == ("đến năm 2029",)


def test_the_deadline_of_the_work_itself_is_still_told(ask: Ask) -> None:
    assert ask("Đề án thôn, xã không rác thải nhựa ban hành khi nào?").values == ("trong tháng 4/2026",)


@pytest.mark.parametrize("question", ["Xã đặt mốc năm nào thì thành đô thị biển?", "bao giờ cán mốc triệu khách"])
def test_what_no_plan_aims_at_has_no_year(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("thuyền nan gắn động cơ điện phấn đấu?", "35"),
        ("hệ số quay vòng bến phấn đấu đạt", "1,8"),
    ],
)
def test_a_note_that_ends_by_aiming_asks_a_figure(ask: Ask, question: str, value: str) -> None:
    told = ask(question).values
    assert len(told) == 1
    assert told[0].startswith(value)


@pytest.mark.parametrize(
    "question",
    [
        "Tổ để thuyền chở quá tải từ 3 lần bị đề xuất xử lý sao?",
        "tổ để thuyền chở quá tải từ 3 lần thì bị đề nghị gì",
        "Tổ để thuyền chở quá tải từ 3 lần bị xử lý thế nào?",
    ],
)
def test_what_befalls_is_told_without_its_proposal(ask: Ask, question: str) -> None:
    assert ask(question).values == ("cắt một tháng phụ cấp",)


@pytest.mark.parametrize(
    "question",
    [
        "Nghề sông nước chuyển từ đâu sang đâu?",
        "nghề sông nước phải chuyển từ cái gì sang cái gì",
        "Tuyên truyền để chuyển nghề sông nước từ đâu thành đâu?",
    ],
)
def test_both_ends_of_a_turn_are_told(ask: Ask, question: str) -> None:
    assert ask(question).values == ("từ đánh bắt tận diệt sang nuôi lồng bè",)
