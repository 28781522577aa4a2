"""Words for rows where no rows are asked for, and rows asked for in cut, mistyped or bracketed words."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.engine import Engine
from tests.ingest.sources import plan, table
from tests.rag.conftest import asker
from tests.rag.plans import TODAY, Ask, listed

GOALS = (
    "II. MỤC TIÊU\n\n1. Mục tiêu 1: Nghề rèn\n- 40% lò rèn có cổng thông tin.\n\n2. Mục tiêu 2: Nghề mây\n- 60% hộ đan mây bán hàng qua mạng.\n\n"
    "III. NHIỆM VỤ, GIẢI PHÁP\n\n1. Truyền nghề\n- Tham gia Cuộc thi “Bàn tay vàng Sông Mơ” do hội nghề tổ chức.\n\n2. Mở chợ\n- Mở phiên chợ mây mỗi tháng.\n"
)
ROWS = "\nPHỤ LỤC I\nNHIỆM VỤ\n\n" + table(
    "TT | Nhiệm vụ | Chủ trì | Phối hợp | Kết quả | Thời hạn",
    "1 | Điều chỉnh đề án giới thiệu việc làm nghề rèn | Phòng Kinh tế | Công an xã | Đề án | Tháng 6/2026",
    "2 | Dựng cổng dữ liệu nghề rèn | Phòng Văn hóa | Công an xã | Cổng | Theo lộ trình của tỉnh",
    "3 | Vẽ bản đồ làng nghề | Phòng Kinh tế | Phòng Văn hóa | Bản đồ | Tháng 5/2026",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    """A plan with goals and tasks under numbered headings, and one annex."""
    return asker([plan(annex=ROWS, body=GOALS)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("hạn điều chỉnh đề án giới thiệu việc làm nghề rèn Phòng Kinh tế", ("Tháng 6/2026",)),
        ("Kế hoạch nhắc đến việc tham gia cuộc thi nào?", ("Bàn tay vàng Sông Mơ",)),
        ("Kế hoạch có bao nhiêu nhóm mục tiêu?", ("2",)),
        ("ke hoach co may nhom muc tieu", ("2",)),
        ("Kế hoạch có mấy nhóm nhiệm vụ, giải pháp trong phần nội dung?", ("2",)),
    ],
)
def test_one_thing_is_told_where_words_for_rows_stand_within(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("hạn các việc Phòng Kinh tế", ["Phụ lục I/1", "Phụ lục I/3"]),
        ("Phòng Kinh tế CT những việc nào", ["Phụ lục I/1", "Phụ lục I/3"]),
        ("Phòng Kinh tế co máy nhiệm vụ?", ["Phụ lục I/1", "Phụ lục I/3"]),
        ("các việc có hạn theo lộ trình (của tỉnh hoặc sở, ngành)", ["Phụ lục I/2"]),
        ("những việc nào phải xong trong quý II/2026 (tháng 4, 5, 6 hoặc ghi quý II)?", ["Phụ lục I/1", "Phụ lục I/3"]),
        ("Kế hoạch có những nhóm nhiệm vụ, giải pháp nào?", ["III/1", "III/2"]),
    ],
)
def test_rows_are_listed_for_hurried_words(ask: Ask, question: str, places: list[str]) -> None:
    assert listed(ask(question)) == places


def test_an_office_is_set_beside_its_province_named_before_it(sample_engine: Engine) -> None:
    answer = sample_engine.answer(
        "kiểm định an toàn 18 hồ chứa nước vừa và nhỏ thì tỉnh Lam Giang, Sở Nông nghiệp và Môi trường Lam Giang ai chủ trì khác nhau thế nào",
        TODAY,
    )
    assert answer.values == ("Sở Nông nghiệp và Môi trường", "Chi cục Thủy lợi")


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("nhiệm vụ Phòng Văn hóa là cơ quan phối hợp trong kế hoạch", ["Phụ lục I/3"]),
        ("nhiem vu Phong Van hoa la co quan phoi hop trong ke hoach", ["Phụ lục I/3"]),
        ("liệt kê việc của Phòng Kinh tế chủ trì cùng Phòng Văn hóa phối hợp", ["Phụ lục I/3"]),
    ],
)
def test_a_units_part_is_told_in_a_telegram_and_beside_another(ask: Ask, question: str, places: list[str]) -> None:
    assert listed(ask(question)) == places


def test_regular_work_may_be_said_to_have_no_day(sample_engine: Engine) -> None:
    plain = sample_engine.answer("những việc xã Vân Khê phải làm thường xuyên", TODAY)
    more = sample_engine.answer("những việc xã Vân Khê phải làm thường xuyên cả năm chứ không có ngày cụ thể", TODAY)
    assert listed(plain) == listed(more) == ["Phụ lục/II/4.2.3", "Danh mục/2"]


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Phòng Kinh tế và Phòng Văn hóa chủ trì những nhiệm vụ nào?", ["Phụ lục I/1", "Phụ lục I/2", "Phụ lục I/3"]),
        ("phong kinh te, phong van hoa chu tri nhung viec nao", ["Phụ lục I/1", "Phụ lục I/2", "Phụ lục I/3"]),
        ("Phòng Kinh tế và Phòng Văn hóa cùng chủ trì những nhiệm vụ nào?", []),
        ("trừ Phòng Kinh tế ra, các việc còn lại đơn vị khác chủ trì là những việc nào", ["Phụ lục I/2"]),
        ("việc nào mà Phòng Kinh tế không đứng chủ trì", ["Phụ lục I/2"]),
        ("Phòng Kinh tế chủ trì, không Công an xã phối hợp", ["Phụ lục I/3"]),
        ("Phòng Kinh tế chủ trì việc nào không cần Công an xã phối hợp", ["Phụ lục I/3"]),
        ("nhiệm vụ không phải Phòng Kinh tế chủ trì", ["Phụ lục I/2"]),
        ("những việc có hạn sớm hơn tháng 6/2026", ["Phụ lục I/3"]),
        ("việc hạn muộn hơn tháng 5/2026", ["Phụ lục I/1"]),
        ("mấy việc hạn giữa tháng 4 và tháng 5/2026", ["Phụ lục I/3"]),
        ("Phòng Văn hóa vừa chủ trì vừa phối hợp những việc nào, kể cả hai", ["Phụ lục I/2", "Phụ lục I/3"]),
    ],
)
def test_conditions_of_units_and_time_in_other_words(ask: Ask, question: str, places: list[str]) -> None:
    assert listed(ask(question)) == places


def test_a_heading_over_an_offices_own_work_leaves_the_work_named_elsewhere() -> None:
    """An office asked about beside another is no part of the plan, though a heading bears its name."""
    work = (
        "V. TỔ CHỨC THỰC HIỆN\n\n1. Phòng Kinh tế Sông Mơ\n\na) Chủ trì mở phiên chợ mây.\n\nb) Chủ trì vẽ bản đồ lò rèn.\n\n"
        "2. Phòng Văn hóa Sông Mơ\n\na) Chủ trì dựng cổng nghề rèn.\n\nb) Chủ trì mở hội làng nghề.\n"
    )
    ask = asker([plan(body=work)])
    alone = listed(ask("Phòng Kinh tế Sông Mơ chủ trì những nhiệm vụ nào?"))
    both = listed(ask("Phòng Kinh tế Sông Mơ hoặc Phòng Văn hóa Sông Mơ chủ trì những nhiệm vụ nào?"))
    assert (alone, both) == (["V/1/a", "V/1/b"], ["V/1/a", "V/1/b", "V/2/a", "V/2/b"])
