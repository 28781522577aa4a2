"""Rows chosen by their time and by one thing more: a stretch they last through, a year they end in, a rhythm they lack."""

from __future__ import annotations

import pytest

from rag.language.restated import restated
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

TITLE = "\n{label}\n{title}\n(Kèm theo Kế hoạch số {number} ngày 05/3/2026)\n\n"
QUAY = TITLE.format(label="PHỤ LỤC", title="PHÂN CÔNG VIỆC BẾN SÔNG", number="12/KH-UBND") + table(
    "TT | Nhiệm vụ | Chủ trì | Phối hợp | Kết quả | Thời hạn",
    "1 | Vớt bèo sông Mơ | Phòng Kinh tế | Công an xã | Sông thoáng | Thường xuyên",
    "2 | Sơn lại phao tiêu | Công an xã | Phòng Kinh tế | Phao | Trong năm 2026",
    "3 | Tập huấn lái đò | Phòng Văn hóa; Phòng Kinh tế | Công an xã | Lớp | Quý IV/2026",
    "4 | Cắm biển bến | Phòng Kinh tế | Công an xã | Biển | 12/2026",
    "5 | Kè bờ tả | Phòng Kinh tế | Công an xã | Kè | 2027 - 2030",
    "6 | Đo mực nước | Công an xã | Phòng Kinh tế | Sổ đo | 2028 - 2029",
    "7 | Tập huấn cứu đuối | Phòng Văn hóa | Công an xã | Lớp | 5/2026",
    "8 | Phát áo phao | Phòng Văn hóa | Công an xã | Áo phao | 6/2026",
)
OTHER = HEAD.replace("12/KH-UBND", "2714/KH-UBND").replace("Cải cách hành chính", "Chợ nổi")
MARKET = TITLE.format(label="DANH MỤC", title="VIỆC CHỢ NỔI", number="2714/KH-UBND") + table(
    "TT | Nhiệm vụ | Chủ trì | Kết quả | Thời hạn",
    "1 | Thu gom rác chợ | Phòng Kinh tế | Chợ sạch | Thường xuyên",
    "2 | Dựng cổng chợ | Phòng Văn hóa | Cổng | 9/2026",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(annex=QUAY), plan(head=OTHER, annex=MARKET)])


def _rows(ask: Ask, question: str) -> list[str]:
    return [one.locator.rpartition("/")[2] for one in ask(question).items]


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Những việc nào của kế hoạch 12 kéo dài suốt 2027 - 2030?", ["5"]),
        ("viec nao trong ke hoach 12 keo dai suot 2027-2030", ["5"]),
        ("Kế hoạch 12 có việc nào diễn ra liên tục từ năm 2028 đến năm 2029?", ["5", "6"]),
        ("viec nao cua ke hoach 12 keo dai tu nam 2028 den nam 2029", ["5", "6"]),
    ],
)
def test_what_lasts_through_a_stretch_covers_all_of_it(ask: Ask, question: str, rows: list[str]) -> None:
    assert _rows(ask, question) == rows


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ('Kế hoạch 12: việc có hạn khác "Thường xuyên", do Công an xã chủ trì', ["2", "6"]),
        ("ke hoach 2714 viec co han khac thuong xuyen", ["2"]),
        ("Kế hoạch 12: việc có hạn khác thường xuyên do Công an xã chủ trì", ["2", "6"]),
        ("Kế hoạch 12, việc có hạn khác 6/2026 do Phòng Văn hóa chủ trì", ["3", "7"]),
        ("ke hoach 12 viec nao co han khac 6/2026 do phong van hoa chu tri", ["3", "7"]),
        ("Việc nào của kế hoạch 2714 không ghi thường xuyên?", ["2"]),
        ("Nhiệm vụ nào của kế hoạch 2714 có thời hạn khác với thường xuyên?", ["2"]),
        ("Trong danh mục 2714 việc nào ghi thường xuyên?", ["1"]),
        ("may viec trong danh muc 2714 ghi thoi han thuong xuyen", ["1"]),
    ],
)
def test_another_time_than_a_rhythm_leaves_its_rows_out(ask: Ask, question: str, rows: list[str]) -> None:
    assert _rows(ask, question) == rows


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Phòng Kinh tế có mấy việc hạn 12/2026 trong kế hoạch 12?", ["4"]),
        ("Phòng Văn hóa chủ trì việc nào chậm nhất là hết quý II/2026 theo kế hoạch 12?", ["7", "8"]),
        ("Kế hoạch 12: không tính việc của Phòng Kinh tế, còn việc nào phải xong muộn nhất là cuối tháng 6/2026?", ["7", "8"]),
        ("Phòng Văn hóa chủ trì những việc gì ở kế hoạch 12, kể cả chủ trì chung nhưng không tính việc phối hợp", ["3", "7", "8"]),
        ("Kế hoạch 12: các việc Phòng Văn hóa chủ trì, không tính việc hạn quý IV", ["7", "8"]),
        ("Kế hoạch 12 có mấy việc vừa do Phòng Văn hóa chủ trì vừa hạn tháng 6/2026?", ["8"]),
        ("Kế hoạch 12: những việc do ngành văn hóa (Phòng Văn hóa) chủ trì hạn tháng 5/2026", ["7"]),
        ("phong van hoa chu tri nhung viec gi o ke hoach 12, ke ca chu tri chung nhung khong tinh viec phoi hop", ["3", "7", "8"]),
    ],
)  # fmt: skip
def test_two_conditions_at_once_both_count(ask: Ask, question: str, rows: list[str]) -> None:
    assert _rows(ask, question) == rows


def test_what_only_goes_on_does_not_end_in_the_year_of_the_plan() -> None:
    rows = table(
        "TT | Nhiệm vụ | Chủ trì | Kết quả | Thời hạn",
        "1 | Vớt bèo | Phòng Kinh tế | Sông thoáng | Thường xuyên",
        "2 | Sơn phao | Công an xã | Phao | Trong năm 2026",
    )
    ask = asker([plan(annex=TITLE.format(label="PHỤ LỤC", title="VIỆC BẾN SÔNG", number="12/KH-UBND") + rows)])
    assert _rows(ask, "Có việc nào phải xong trong năm 2026 không?") == ["2"]
    assert _rows(ask, "viec nao phai hoan thanh trong nam 2026") == ["2"]


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("quý tới có việc gì tới hạn không để chị báo anh em?", "quý tới có việc gì tới hạn không?"),
        ("thang nay con viec nao den han khong de em chuan bi", "thang nay con viec nao den han khong"),
        ("có việc nào không để trống hạn?", "có việc nào không để trống hạn?"),
    ],
)
def test_what_the_answer_is_for_is_no_condition(typed: str, plain: str) -> None:
    assert restated(typed) == plain


SIGNS = TITLE.format(label="PHỤ LỤC", title="PHÂN CÔNG VIỆC BẾN SÔNG", number="12/KH-UBND") + table(
    "TT | Nhiệm vụ | Chủ trì | Kết quả | Thời gian hoàn thành | Ghi chú",
    "1 | Vớt bèo sông Mơ | Phòng Kinh tế | Sông thoáng | Thường xuyên | ",
    "2 | Mở trang tin bến | Công an xã | Trang tin | 5/2026 | Thực hiện thường xuyên",
    "3 | Đo mực nước | Công an xã | Sổ đo | Thường xuyên | ",
    "4 | Tập lái đò | Công an xã | Lớp | 6/2026 | Duy trì cả năm",
)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ('Kế hoạch 12, nhiệm vụ cột thời gian hoàn thành ghi "Thường xuyên": danh sách', ["1", "3"]),
        ("Những nhiệm vụ nào của kế hoạch 12 có thời hạn ghi thường xuyên?", ["1", "3"]),
        ("nhiem vu nao cua ke hoach 12 o cot thoi gian hoan thanh de thuong xuyen", ["1", "3"]),
        ("Những nhiệm vụ nào của kế hoạch 12 làm thường xuyên?", ["1", "2", "3"]),
        ("Những nhiệm vụ nào của kế hoạch 12 có thời hạn ghi cả năm?", ["4"]),
    ],
)
def test_a_rhythm_is_looked_for_where_deadlines_stand_when_that_cell_is_named(question: str, rows: list[str]) -> None:
    assert _rows(asker([plan(annex=SIGNS)]), question) == rows
