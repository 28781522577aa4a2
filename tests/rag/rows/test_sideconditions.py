"""Lists by cells of columns that have no role of their own; the one plan stands in this file."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.read import read_plan
from rag.answer import Status
from tests.ingest.sources import plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

TITLE = "\nPHỤ LỤC\nPHÂN CÔNG VIỆC BẾN SÔNG\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n"
PLAN = """ỦY BAN NHÂN DÂN
XÃ VÂN KHÊ
-------
Số: 41/KH-UBND

Vân Khê, ngày 12 tháng 3 năm 2026

KẾ HOẠCH
Bảo vệ rừng và trồng cây phân tán năm 2026

I. MỤC TIÊU

Trồng mới 40.000 cây phân tán, giữ vững diện tích rừng phòng hộ ven sông.

PHỤ LỤC
NHIỆM VỤ BẢO VỆ RỪNG NĂM 2026

STT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian hoàn thành\tNguồn kinh phí\tĐịa điểm thực hiện
1\tƯơm 40.000 cây giống keo, lim\tPhòng Kinh tế\tHợp tác xã Nông nghiệp Vân Khê\t4/2026\tNgân sách xã\tVườn ươm thôn Đồng Mít
2\tPhát dọn đường băng cản lửa\tBan Chỉ huy Quân sự xã\tCác thôn\t5/2026\tNgân sách tỉnh\tRừng phòng hộ Hòn Kẽm
3\tTuần tra rừng mùa khô\tCông an xã\tBan Chỉ huy Quân sự xã\tThường xuyên\tChi thường xuyên của đơn vị\t
4\tTập huấn chữa cháy rừng\tBan Chỉ huy Quân sự xã\tCông an xã\t6/2026\t\tNhà văn hóa thôn Đồng Mít
5\tTrồng cây phân tán đợt hai\tPhòng Kinh tế\tCác thôn\t10/2026\tNgân sách xã; xã hội hóa\tVen sông Vân
"""

ROWS = [
    ("Những nhiệm vụ nào có nguồn kinh phí là ngân sách xã?", ["1", "5"]),
    ("nhiem vu nao nguon kinh phi tu ngan sach tinh", ["2"]),
    ("Việc nào chưa ghi nguồn kinh phí?", ["4"]),
    ("Các nhiệm vụ để trống cột địa điểm thực hiện?", ["3"]),
    ("Nhiệm vụ nào có nguồn kinh phí là chi thường xuyên?", ["3"]),
    ("Việc nào Ban Chỉ huy Quân sự xã chủ trì mà có ghi nguồn kinh phí?", ["2"]),
    ("Nhiệm vụ nào địa điểm thực hiện là thôn Đồng Mít, không kể việc số 1?", ["4"]),
]


@pytest.fixture(scope="module")
def ask_forest(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    file: Path = tmp_path_factory.mktemp("plans") / "vankhe-rung-2026.txt"
    file.write_text(PLAN, encoding="utf-8")
    return asker([read_plan(file)])


@pytest.mark.parametrize(("question", "ordinals"), ROWS)
def test_a_column_without_a_role_is_a_condition(ask_forest: Ask, question: str, ordinals: list[str]) -> None:
    assert listed(ask_forest(question)) == [f"Phụ lục/{one}" for one in ordinals]


def test_words_that_no_cell_of_the_column_holds_are_not_looked_for_elsewhere(ask_forest: Ask) -> None:
    answer = ask_forest("Nhiệm vụ nào có địa điểm thực hiện là trụ sở công an xã?")
    assert (answer.status, listed(answer)) == (Status.NOT_FOUND, [])


MONEY = TITLE + table(
    "TT | Việc | Người phụ trách | Thời hạn | Kinh phí (triệu đồng) | Lộ trình 2026 | Lộ trình 2027",
    "1 | Vá lưới | Phòng Kinh tế | 4/2026 | 0 | Khảo sát | ",
    "2 | Sơn đò | Phòng Kinh tế | 5/2026 | 10 |  | Sơn xong",
    "3 | Đắp kè | Công an xã | 6/2026 | 1.000 |  | Đắp xong",
    "4 | Đóng cọc | Công an xã | 7/2026 |  | Đóng thử | Đóng xong",
    "5 | Gác bến | Công an xã | 8/2026 | 0 | Gác thử | Gác",
)


@pytest.fixture(scope="module")
def ask_money() -> Ask:
    return asker([plan(annex=MONEY)])


@pytest.mark.parametrize(
    ("question", "ordinals"),
    [
        ("Những việc nào có kinh phí ghi bằng 0?", ["1", "5"]),
        ("viec nao cot kinh phi ghi so 0", ["1", "5"]),
        ("Những việc nào kinh phí 10 triệu?", ["2"]),
        ("Việc nào bỏ trống kinh phí?", ["4"]),
        ("Có những việc nào không ghi gì ở cột kinh phí?", ["4"]),
        ("Những việc nào để trống cột lộ trình năm 2026?", ["2", "3"]),
        ("Những việc nào mà cột lộ trình 2027 còn trống?", ["1"]),
        ("Việc nào có kinh phí bằng 7?", []),
        ("Những việc nào có kinh phí dưới 20 triệu?", ["1", "2", "5"]),
        ("viec nao kinh phi tu 1 ty tro len", ["3"]),
        ("Việc nào có ghi kinh phí?", ["1", "2", "3", "5"]),
        ("Những việc nào có kinh phí vay ngân hàng?", []),
    ],
)
def test_a_figure_or_nothing_under_a_column_chooses_rows(ask_money: Ask, question: str, ordinals: list[str]) -> None:
    assert listed(ask_money(question)) == [f"Phụ lục/{one}" for one in ordinals]


FUNDS = "\nPHỤ LỤC\nDANH MỤC CÔNG TRÌNH BẾN SÔNG\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n" + table(
    "TT | Công trình | Chủ đầu tư | Thời gian khởi công | Thời gian hoàn thành | Vốn ngân sách | Vốn xã hội hóa",
    "1 | Kè bến Vân Khê | Phòng Kinh tế | 3/2026 | 12/2026 | 60 | 126",
    "2 | Nhà chờ bến Đồng Lau | Hợp tác xã Vận tải | 9/2026 | 6/2027 | 0 | 94",
    "3 | Đường xuống bến Hòn Kẽm | Phòng Kinh tế | 5/2025 | 8/2026 | 31 | 0",
    "4 | Bãi đỗ xe bến Vân Khê | Phòng Kinh tế | 10/2026 | | 12 | ",
)


@pytest.mark.parametrize(
    ("question", "ordinals"),
    [
        ("Công trình nào không sử dụng vốn xã hội hóa?", ["3", "4"]),
        ("cong trinh nao khong dung den von ngan sach", ["2"]),
        ("Công trình nào huy động vốn xã hội hóa?", ["1", "2"]),
        ("Công trình nào có vốn ngân sách?", ["1", "3", "4"]),
        ("Năm 2026 có mấy công trình hoàn thành?", ["1", "3"]),
        ("năm 2026 những công trình nào làm xong", ["1", "3"]),
        ("Năm 2026 khởi công mấy công trình?", ["1", "2", "4"]),
        ("Những công trình nào khởi công tháng 10/2026?", ["4"]),
        ("cong trinh nao khoi cong nam 2025", ["3"]),
        ("Có bao nhiêu công trình khởi công mới trong năm 2026?", ["1", "2", "4"]),
        ("Công trình nào hoàn thành năm 2027?", ["2"]),
    ],
)
def test_money_that_is_used_and_years_of_beginning_and_end_choose_rows(question: str, ordinals: list[str]) -> None:
    ask = asker([plan(annex=FUNDS)])
    answer = ask(question)
    assert (answer.status, [place.rpartition("/")[2] for place in listed(answer)]) == (Status.ANSWERED, ordinals)
