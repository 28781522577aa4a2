"""Leaders in charge of rows, printed in a column beside the office's, once for the rows of a group."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import TODAY, Ask, listed

TITLE = "\nPHỤ LỤC {number}\n{title}\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n"
WORK = TITLE.format(number="I", title="PHÂN CÔNG NHIỆM VỤ") + table(
    "TT | Nội dung | Đơn vị thực hiện | Lãnh đạo Sở phụ trách | Chuyên viên theo dõi | Thời hạn | Kết quả",
    "I | Đê điều |  |  |  |  | ",
    "1 | Sửa cống Mường Lay | Phòng Thủy lợi | Ông Hà Duy Bách | Lê Thị Nhài | Tháng 5/2026 | Cống",
    "2 | Khơi thông kênh Bản Mé | Trạm Bơm |  | Phan Văn Tú | ………… | Kênh",
    "3 | Trồng tre chắn sóng | Trạm Bơm |  | Lê Thị Nhài | Tháng 7/2026 | ____",
    "II | Nước sạch |  |  |  |  | ",
    "1 | Thay đồng hồ nước Tân Sỏi | Phòng Cấp nước | Bà Đào Mỹ Linh | Phan Văn Tú | Tháng 8/2026 | Đồng hồ",
    "2 | Súc rửa bể chứa | Trạm Bơm |  | Lê Thị Nhài | Tháng 9/2026 | Bể sạch",
)
TEAMS = TITLE.format(number="II", title="LỊCH KIỂM TRA BỂ CHỨA") + table(
    "TT | Ngày kiểm tra | Địa bàn | Trưởng đoàn | Nội dung trọng tâm",
    "1 | 06/4/2026 | Xã Bến Đá | Hà Duy Bách | Chất lượng nước",
    "2 | 14/4/2026 | Xã Vân Khê | Đào Mỹ Linh | Đường ống",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(head=HEAD, annex=WORK + TEAMS)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Việc khơi thông kênh Bản Mé thì ông nào trong lãnh đạo Sở phụ trách?", ("Ông Hà Duy Bách",)),
        ("lãnh đạo nào của Sở lo vụ súc rửa bể chứa vậy?", ("Bà Đào Mỹ Linh",)),
        ("sếp nào lo trồng tre chắn sóng", ("Ông Hà Duy Bách",)),
        ("ai trong ban giám đốc phụ trách trồng tre chắn sóng", ("Ông Hà Duy Bách",)),
        ("khơi thông kênh Bản Mé do ông nào phụ trách", ("Ông Hà Duy Bách",)),
        ("chuyên viên nào lo trồng tre chắn sóng", ("Lê Thị Nhài",)),
        ("chuyên viên nào theo dõi khơi thông kênh Bản Mé", ("Phan Văn Tú",)),
        ("Ai theo dõi việc súc rửa bể chứa?", ("Lê Thị Nhài",)),
    ],
)
def test_the_leader_is_asked_for_as_people_say(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question, TODAY).values == values


def test_a_person_leads_in_one_table_and_is_in_charge_in_another(ask: Ask) -> None:
    found = ask("bà Đào Mỹ Linh được giao phụ trách những việc nào trong Phụ lục I?", TODAY)
    assert listed(found) == ["Phụ lục I/II/1", "Phụ lục I/II/2"]
    assert not ask("bà Lò Thị Mận được giao phụ trách những việc nào?", TODAY).items


def test_standing_to_do_is_leading(ask: Ask) -> None:
    assert ask("Trạm Bơm đứng thực hiện mấy việc?", TODAY).values == ("3",)


@pytest.mark.parametrize("question", ["Khơi thông kênh Bản Mé hạn đến bao giờ?", "Kết quả trồng tre chắn sóng là gì?"])
def test_a_cell_of_dots_states_nothing(ask: Ask, question: str) -> None:
    assert ask(question, TODAY).status is Status.NOT_STATED


def test_no_leader_is_told_of_work_that_no_row_names(ask: Ask) -> None:
    assert ask("lãnh đạo nào của Sở lo vụ lắp camera bãi rác?", TODAY).status is Status.NOT_FOUND
