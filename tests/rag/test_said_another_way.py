"""Things asked in everyday words: sums set side by side, figures asked again, numbers to call, and what follows on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.plan import Plan
from rag.answer import Answer, Status
from rag.corpus.library import build_library
from rag.engine import Engine
from rag.turns import Turn
from tests.ingest.sources import HEAD, plan, table
from tests.rag.plans import TODAY, listed

_BODY = (
    """I. HIỆN TRẠNG
Toàn xã có 640 hộ nuôi cá, dùng 2.150 lao động. Ven sông có 3 khu bè đang hoạt động với 27 xưởng, sử dụng 415 lao động.
II. CHỈ TIÊU
"""
    + table(
        "TT | Chỉ tiêu | Đơn vị tính | Năm 2026 | Năm 2030",
        "1 | Số bến thuyền thí điểm thu phí tự động | bến | 4 | 19",
        "2 | Diện tích trồng sen lấy hạt | ha | 55 | 130",
    )
    + """III. KINH PHÍ
Tổng kinh phí là 930 triệu đồng, gồm: ngân sách xã 310 triệu đồng; doanh nghiệp đóng góp 620 triệu đồng.
IV. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế chủ trì thực hiện; định kỳ sơ kết gửi Văn phòng HĐND và UBND xã.
2. Hội Nông dân xã tham mưu Ban Thường vụ Đảng ủy xã báo cáo kết quả thực hiện kế hoạch.
"""
)
_ANNEX = """
PHỤ LỤC
DANH MỤC NHIỆM VỤ
(Kèm theo Kế hoạch số 2154/KH-UBND ngày 12/01/2026)

""" + table(
    "TT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn | Kết quả",
    "1 | Tập huấn ghép bè, neo bè cho chủ bè | Phòng Kinh tế | Hội Nông dân | 5/2026 | 02 lớp",
    "2 | Tập huấn cứu đuối cho thành viên Tổ tự quản bến sông | Công an xã | Đoàn Thanh niên | 3/2026 | 01 lớp",
    "3 | Mở cổng thông tin bến thuyền | Phòng Văn hóa | Công an xã | 6/2026 | Cổng thông tin",
    "4 | Soạn sổ tay luồng lạch | Trạm Khuyến nông | Phòng Kinh tế | 8/2026 | Sổ tay",
)
Talk = Callable[..., Answer]


def _river() -> Plan:
    return plan(
        body=_BODY,
        annex=_ANNEX,
        head=HEAD.replace("12/KH-UBND", "2154/KH-UBND").replace(
            "Cải cách hành chính xã", "Phát triển nghề sông nước xã"
        ),
    )


@pytest.fixture(scope="module")
def talk() -> Talk:
    """Asks one question after another, each leaning on the answer before it; the last answer."""
    engine = Engine(build_library([_river()]))

    def ask(first: str, *others: str) -> Answer:
        answer = engine.answer(first, TODAY)
        for before, question in zip((first, *others), others, strict=False):
            answer = engine.answer(question, TODAY, Turn(before, answer))
        return answer

    return ask


@pytest.mark.parametrize(
    "question",
    [
        "So giúp tôi hai khoản: tiền ngân sách xã và tiền doanh nghiệp đóng góp",
        "so sánh ngân sách xã với doanh nghiệp đóng góp",
        "So giúp mình kinh phí ngân sách xã và kinh phí doanh nghiệp đóng góp.",
    ],
)
def test_sums_are_set_side_by_side_without_a_word_that_asks(talk: Talk, question: str) -> None:
    assert talk(question).values == ("310 triệu đồng", "620 triệu đồng")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Bến thuyền năm 2026 thí điểm thu phí tự động ở mấy bến, còn mốc 2030 là mấy bến?", ("4", "19")),
        ("Năm 2026 trồng bao nhiêu ha sen lấy hạt, mốc 2030 thì bao nhiêu?", ("55", "130")),
    ],
)
def test_a_figure_is_asked_again_for_another_milestone(talk: Talk, question: str, told: tuple[str, ...]) -> None:
    assert talk(question).values == told


@pytest.mark.parametrize(
    "question",
    [
        "Cho tôi xin số máy để gọi cán bộ đầu mối nhận báo cáo bên Phòng Kinh tế.",
        "Xin số liên hệ của người nhận bản sơ kết ở Phòng Kinh tế",
        "liên hệ Văn phòng qua số nào?",
    ],
)
def test_a_number_to_call_that_no_plan_prints_is_refused(talk: Talk, question: str) -> None:
    assert talk(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "Nơi nhận bản sơ kết của Phòng Kinh tế là cơ quan nào?",
        "Cơ quan nào nhận bản sơ kết của Phòng Kinh tế?",
    ],
)
def test_who_gets_a_review_is_no_recipient_of_the_plan(talk: Talk, question: str) -> None:
    assert talk(question).values == ("Văn phòng HĐND và UBND xã",)


def test_who_is_charged_with_helping_to_report_is_told(talk: Talk) -> None:
    question = "Cơ quan được giao tham mưu Ban Thường vụ Đảng ủy xã báo cáo kết quả thực hiện kế hoạch là cơ quan nào?"
    assert talk(question).values == ("Hội Nông dân xã",)


def test_each_of_two_things_is_told_when_it_is_set_for(talk: Talk) -> None:
    asked = "Cổng thông tin bến thuyền và sổ tay luồng lạch, mỗi thứ hẹn tháng nào?"
    assert talk(asked).values == ("6/2026", "8/2026")


@pytest.mark.parametrize(
    "question",
    ["Thế số người lao động làm trong đó là bao nhiêu?", "Lao động làm ở đó bao nhiêu?"],
)
def test_those_counted_before_are_named_anywhere(talk: Talk, question: str) -> None:
    assert talk("Ven sông có bao nhiêu xưởng?", question).values == ("415 lao động",)


def test_the_same_is_asked_of_another_year(talk: Talk) -> None:
    before = "Năm 2026 trồng bao nhiêu ha sen lấy hạt?"
    assert talk(before, "Thế sang 2030 họ đặt mức bao nhiêu?").values == ("130",)


def test_a_thing_is_named_by_whom_it_is_for(talk: Talk) -> None:
    before = "Lớp tập huấn ghép bè do Phòng Kinh tế chủ trì khi nào phải xong?"
    assert talk(before, "Còn lớp cho Tổ tự quản bến sông thì sao?").values == ("3/2026",)
    assert talk(before, "Còn lớp cho Hội Người cao tuổi thì sao?").status is Status.NOT_FOUND


def test_a_plans_number_stands_behind_what_the_plan_is_about(talk: Talk) -> None:
    assert listed(talk("Công an xã chủ trì việc nào trong danh mục phát triển nghề sông nước 2154?")) == ["Phụ lục/2"]
    assert talk("Công an xã chủ trì việc nào trong danh mục dệt may 2154?").status is Status.NOT_FOUND
