"""For what a plan is sent, what it carries out, its stages by time, and rows whose deadlines tell several points."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.build import build_plan
from ingest.readers.text import read_text
from rag.answer import Answer, Status
from rag.corpus.library import build_library
from rag.engine import Engine
from rag.turns import Turn
from tests.ingest.sources import table
from tests.rag.conftest import asker
from tests.rag.plans import TODAY, Ask, cited, listed

MILL = """ỦY BAN NHÂN DÂN
XÃ CỐI XAY

Số: 58/KH-UBND
Cối Xay, ngày 04 tháng 02 năm 2026

KẾ HOẠCH
Giữ nghề dệt chiếu năm 2026

Thực hiện Nghị quyết số 12-NQ/HU ngày 03/01/2026 của Huyện ủy; Kế hoạch số 44-KH/ĐU ngày 20/01/2026 của Đảng ủy Ủy ban nhân dân xã về việc giữ nghề dệt chiếu;

I. MỤC ĐÍCH
Giữ nghề dệt chiếu của xã.
II. LỘ TRÌNH MỞ XƯỞNG CHIẾU
| Giai đoạn | Thời gian | Nội dung trọng tâm | Sản phẩm |
| --- | --- | --- | --- |
| 1 | 3 - 4/2026 | Chọn nhà làm xưởng | Biên bản |
| 2 | 5 - 6/2026 | Lắp khung dệt | Khung dệt |
| 3 | 7 - 9/2026 | Dạy nghề cho thợ trẻ | Danh sách thợ |

Nơi nhận:
- Thường trực Huyện ủy (để b/c);
- Hội Nông dân xã (để phối hợp);
- Phòng Văn hóa (2b);
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lại Thế Khung
"""
REEDS = (
    "PHỤ LỤC I\nPHÂN CÔNG TRỒNG CÓI\n(Kèm theo Kế hoạch số:      /KH-UBND ngày   tháng   năm 2026 của Ủy ban nhân dân xã Bãi Cói)\n\n"
    + table(
        "TT | Nội dung | Chủ trì | Phối hợp | Tiến độ | Sản phẩm",
        "1 | Đắp bờ vùng cói ngoài đê | Phòng Kinh tế | Hội Nông dân | Khởi công quý IV/2026; xong bờ bao quý II/2027; trồng xong năm 2028 | Bờ bao",
        "2 | Đầu tư xưởng chẻ cói ở bến sông | Trạm Khuyến nông | Hội Phụ nữ | Quý III/2026 | Xưởng",
        "3 | Kế hoạch chuyển chợ cói ra khỏi khu dân cư ven đê theo quy hoạch | Ban Quản lý chợ | Công an xã | 2027 | Quyết định",
        "4 | Kế hoạch chuyển các lớp mẫu giáo ra khỏi khu dân cư ven đê theo quy hoạch | Phòng Giáo dục | Công an xã | 2028 | Quyết định",
        "5 | Đề án nâng cao chất lượng các trường mầm non | Phòng Văn hóa | Công an xã | 2029 | Đề án",
        "6 | Quy hoạch vùng cói thời kỳ 2026 - 2030 | Phòng Quản lý đô thị | Trạm Khuyến nông | Quý II/2027 | Quyết định",
    )
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    """Both plans: one with a head, a table of stages and recipients, one that is an annex alone."""
    sources = {"chieu.txt": MILL, "coi.txt": REEDS}
    return Engine(build_library([build_plan(read_text(file, text, "utf-8"), file) for file, text in sources.items()]))


@pytest.fixture(scope="module")
def ask(engine: Engine) -> Ask:
    """Asks both plans."""
    return asker(engine.library.plans)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Xã Cối Xay gửi kế hoạch cho Hội Nông dân xã để làm gì?", ("để phối hợp",)),
        ("Thường trực Huyện ủy nhận kế hoạch 58/KH-UBND nhằm mục đích gì", ("để b/c",)),
        ("ke hoach 58/KH-UBND gui hoi nong dan xa de bao cao hay phoi hop", ("để phối hợp",)),
        ("cơ quan nào nhận kế hoạch 58/KH-UBND để báo cáo", ("Thường trực Huyện ủy",)),
        ("Kế hoạch số 58/KH-UBND thực hiện kế hoạch số mấy của Đảng ủy UBND xã?", ("44-KH/ĐU",)),
        ("Đơn vị phối hợp đầu tư xưởng chẻ cói ở bến sông là ai?", ("Hội Phụ nữ",)),
        ("quy hoạch vùng cói 2026 - 2030 trình khi nào", ("Quý II/2027",)),
        ("xã Cối Xay hiện nay đang ở giai đoạn mấy của lộ trình mở xưởng chiếu", ("2",)),
        ("tháng 8/2026 xã Cối Xay ở giai đoạn nào", ("3",)),
    ],
)
def test_one_thing_is_told_as_printed(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    told = ask(question)
    assert (told.status, told.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize("whom", ["Phòng Văn hóa"])
def test_a_recipient_without_a_mark_is_sent_it_for_nothing_stated(ask: Ask, whom: str) -> None:
    told = ask(f"Xã Cối Xay gửi kế hoạch cho {whom} để làm gì?")
    assert (told.status, cited(told)) == (Status.NOT_STATED, {"chieu.txt#Nơi nhận"})


@pytest.mark.parametrize(
    "question",
    [
        "Hội Nông dân xã gửi báo cáo thực hiện kế hoạch 58/KH-UBND để làm gì?",
        "theo kế hoạch 58/KH-UBND Hội Nông dân xã phải làm gì",
    ],
)
def test_what_is_done_by_a_recipient_is_not_for_what_it_is_sent_the_plan(ask: Ask, question: str) -> None:
    assert "để phối hợp" not in ask(question).values


def test_who_gets_no_plan_is_sent_it_for_nothing(ask: Ask) -> None:
    assert ask("Xã Cối Xay gửi kế hoạch cho Hội Chữ thập đỏ để làm gì?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("tháng này xã Cối Xay phải làm nội dung trọng tâm nào trong lộ trình mở xưởng chiếu", ["II/2"]),
        ("quý III/2026 xã Cối Xay làm gì theo lộ trình", ["II/3"]),
        ("nhiệm vụ nào của xã Bãi Cói có mốc ghi quý II/2027", ["Phụ lục I/1", "Phụ lục I/6"]),
        ("xã Bãi Cói những việc nào có mốc năm 2028", ["Phụ lục I/1", "Phụ lục I/4"]),
    ],
)
def test_stages_and_rows_are_found_by_the_time_that_they_print(ask: Ask, question: str, places: list[str]) -> None:
    assert listed(ask(question)) == places


@pytest.mark.parametrize(
    "question",
    ["tháng 12/2026 xã Cối Xay phải làm nội dung nào trong lộ trình", "việc nào của xã Bãi Cói có mốc quý I/2027"],
)
def test_a_time_that_no_row_prints_finds_none(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_stages_counted_are_listed(ask: Ask) -> None:
    told = ask("LỘ TRÌNH MỞ XƯỞNG CHIẾU CỦA XÃ CỐI XAY CÓ MẤY GIAI ĐOẠN")
    assert (told.values, listed(told)) == (("3",), ["II/1", "II/2", "II/3"])


def test_a_plan_without_a_head_is_cited_where_it_begins(ask: Ask) -> None:
    told = ask("Kế hoạch trồng cói của UBND xã Bãi Cói số mấy?")
    assert (told.status, cited(told)) == (Status.NOT_STATED, {"coi.txt#Phụ lục I"})


@pytest.fixture(scope="module")
def talk(engine: Engine) -> Callable[[str, str], Answer]:
    """Asks one question, then another that leans on it."""

    def ask(first: str, second: str) -> Answer:
        return engine.answer(second, TODAY, Turn(first, engine.answer(first, TODAY)))

    return ask


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Thế còn các trường mẫu giáo?", ("Phòng Giáo dục",)),
        ("còn lớp mẫu giáo thì sao", ("Phòng Giáo dục",)),
        ("Thế còn xưởng chẻ cói?", ("Trạm Khuyến nông",)),
    ],
)
def test_a_row_worded_like_the_one_before_is_meant_first(
    talk: Callable[[str, str], Answer], question: str, values: tuple[str, ...]
) -> None:
    assert talk("Ai chủ trì kế hoạch chuyển chợ cói ra khỏi khu dân cư ven đê?", question).values == values
