"""Numbers and addresses that a clause prints, times that come round, and the regular and the extraordinary report."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from rag.corpus.library import build_library
from rag.engine import Engine
from rag.turns import Turn
from tests.rag.conftest import asker
from tests.rag.plans import TODAY, Ask, Draft


def _draft() -> Draft:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Giữ sạch bến chợ xã Vân Khê năm 2026")
    draft.section("I", "I. NỘI DUNG")
    draft.clause("I", "1. Duy trì đường dây nóng nhận tin rác thải 0912.345.678, trực từ 6 giờ đến 22 giờ.")
    draft.clause("I", "2. Bàn ghế hỏng được thu gom vào sáng Chủ nhật tuần đầu hằng tháng tại sân đình.")
    draft.section("II", "II. BÁO CÁO")
    what = (
        "Tổ tự quản báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 05/12 về UBND xã Vân Khê (địa chỉ: Số 8, đường Bến Gạo, "
        "thôn Hạ) kết quả giữ sạch bến chợ."
    )
    draft.duty(
        "II",
        what,
        ("Tổ tự quản", "UBND xã Vân Khê", "6 tháng", "trước ngày 10/6"),
        ("Tổ tự quản", "UBND xã Vân Khê", "năm", "trước ngày 05/12"),
    )
    other = "Đội thuyền báo cáo định kỳ cuối mỗi vụ và báo cáo đột xuất khi có tràn dầu ở bến."
    draft.duty(
        "II",
        other,
        ("Đội thuyền", "", "cuối mỗi vụ", ""),
        ("Đội thuyền", "", "đột xuất khi có tràn dầu", ""),
    )
    return draft


_HEADER = Header(None, None, None, "Vân Khê", None, "Giữ sạch bến chợ xã Vân Khê")


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([_draft().plan("ben.txt", _HEADER)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Số đường dây nóng nhận tin rác thải là số nào?", ("0912.345.678",)),
        ("so duong day nong rac thai van khe", ("0912.345.678",)),
        ("Địa chỉ nhận báo cáo giữ sạch bến chợ ở đâu?", ("Số 8, đường Bến Gạo, thôn Hạ",)),
        ("Bàn ghế hỏng được thu gom vào thời gian nào?", ("sáng Chủ nhật tuần đầu hằng tháng",)),
        ("đội thuyền báo cáo định kỳ khi nào", ("cuối mỗi vụ",)),
        ("doi thuyen bao cao dot xuat khi nao", ("đột xuất khi có tràn dầu",)),
    ],
)
def test_the_value_alone_is_told(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize("question", ["Thế còn báo cáo năm?", "con bao cao nam thi sao"])
def test_another_report_is_asked_of_the_question_before(question: str) -> None:
    engine = Engine(build_library([_draft().plan("ben.txt", _HEADER)]))
    first = "Báo cáo 6 tháng về giữ sạch bến chợ phải gửi trước ngày nào?"
    before = engine.answer(first, TODAY)
    assert before.values == ("trước ngày 10/6",)
    assert engine.answer(question, TODAY, Turn(first, before)).values == ("trước ngày 05/12",)
