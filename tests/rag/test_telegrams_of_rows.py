"""Telegrams that list rows, annexes named by their titles, persons by the header of their column, figures asked for by a bound."""

from __future__ import annotations

import pytest

from rag.language.words import read_words
from rag.mentions.mention import Mention
from rag.mentions.misheard import is_number
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

TITLE = "\n{label}\n{title}\n(Kèm theo Kế hoạch số {number} ngày 05/3/2026)\n\n"
WORK = TITLE.format(label="PHỤ LỤC", title="CÁC HOẠT ĐỘNG AN TOÀN BẾN SÔNG", number="12/KH-UBND") + table(
    "TT | Hoạt động | Người chỉ đạo | Chịu trách nhiệm chính | Phối hợp | Kết quả | Ghi chú | Hoàn thành",
    "1 | Tập huấn lái đò | Chủ tịch UBND xã | Phòng Kinh tế | Công an xã | 04 lớp | Theo Quyết định 58/QĐ-UBND | Tháng 5/2026",
    "2 | Kiểm tra cơ sở sửa đò | Phó Chủ tịch UBND xã phụ trách kinh tế | Phòng Kinh tế | Công an xã | 25 cơ sở | | Tháng 6/2026",
    "3 | Cấp phát áo phao | Phó Chủ tịch UBND xã phụ trách văn hóa | Hội Nông dân xã | Phòng Kinh tế | Áo phao | | Tháng 5/2026",
    "4 | Kiểm tra cơ sở trông giữ thuyền | Phó Chủ tịch UBND xã phụ trách kinh tế | Công an xã | Phòng Kinh tế | 9 cơ sở | | Tháng 9/2026",
)
OTHER = HEAD.replace("12/KH-UBND", "31/KH-UBND").replace("Cải cách hành chính", "Chợ nổi")
LIST = TITLE.format(
    label="DANH MỤC", title="NHIỆM VỤ CỤ THỂ THỰC HIỆN ĐỀ ÁN CHUYỂN ĐỔI SỐ CHỢ NỔI, GIAO CÁC PHÒNG", number="31/KH-UBND"
) + table(
    "TT | Nhiệm vụ | Chủ trì | Kết quả | Thời hạn",
    "1 | Dán mã chợ | Phòng Kinh tế | Mã | Tháng 5/2026",
    "2 | Lắp loa chợ | Công an xã | Loa | Tháng 9/2026",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(annex=WORK), plan(head=OTHER, annex=LIST)])


def _places(ask: Ask, question: str) -> list[str]:
    return [one.locator for one in ask(question).items]


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Kế hoạch 12/KH-UBND – hoạt động bến sông trong phụ lục do Phòng Kinh tế chủ trì", ["1", "2"]),
        ("ds nhiệm vụ giao Phòng Kinh tế chịu trách nhiệm chính ở kế hoạch 12", ["1", "2"]),
        ("DS việc của Hội Nông dân xã ở kế hoạch 12", ["3"]),
        ("Kế hoạch 12: lớp tập huấn lái đò đến hạn tháng này", ["1"]),
        ("ke hoach 12: tap huan lai do phai xong thang 5/2026", ["1"]),
        ("Kế hoạch 12 - việc có ghi chú Quyết định 58", ["1"]),
        ("Việc nào ở kế hoạch 12 do anh Phó Chủ tịch phụ trách văn hóa chỉ đạo?", ["3"]),
        ("Việc nào ở kế hoạch 12 do Chủ tịch UBND xã chỉ đạo?", ["1"]),
    ],
)
def test_a_telegram_lists_its_rows(ask: Ask, question: str, rows: list[str]) -> None:
    assert _places(ask, question) == [f"Phụ lục/{one}" for one in rows]


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Danh mục nhiệm vụ đề án chuyển đổi số chợ nổi: các việc Phòng Kinh tế chủ trì", ["1"]),
        ("danh muc nhiem vu de an chuyen doi so cho noi: cac viec phong kinh te chu tri", ["1"]),
        ("Danh mục giao việc cụ thể cho các phòng có những nhiệm vụ nào phải xong trong tháng 9/2026?", ["2"]),
    ],
)
def test_an_annex_is_named_by_its_title_up_to_a_mark(ask: Ask, question: str, rows: list[str]) -> None:
    """Those to whom its title gives work are no condition."""
    assert [one for one in _places(ask, question) if one.startswith("Danh mục")] == [f"Danh mục/{one}" for one in rows]


@pytest.mark.parametrize(
    "question", ["Kiểm tra cơ sở sửa đò phải làm được bao nhiêu cơ sở?", "kiem tra co so sua do toi thieu may co so"]
)
def test_a_bound_asks_for_a_figure_of_the_row(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.values == ("25 cơ sở",)
    assert not answer.items


def test_what_is_digital_is_no_office() -> None:
    words = read_words("đề án chuyển đổi số chợ nổi")
    assert is_number(words, Mention(4, 7, frozenset({0}), "issuer"))
    assert not is_number(read_words("kế hoạch của Sở Chợ nổi"), Mention(3, 6, frozenset({0}), "issuer"))


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Phòng Kinh tế - việc chủ trì phải xong trong 6 tháng đầu năm 2026?", ["Phụ lục/1", "Phụ lục/2"]),
        ("Công an xã: nhiệm vụ phối hợp đến hạn trong tháng 6/2026", ["Phụ lục/2"]),
        ("Phòng Kinh tế – việc chủ trì, hạn trước 01/6/2026", ["Phụ lục/1"]),
        ("Cong an xa: viec chu tri hoan thanh trong quy 3/2026", ["Phụ lục/4"]),
    ],
)
def test_the_work_of_a_unit_may_be_told_with_the_time_by_which_it_is_due(
    ask: Ask, question: str, places: list[str]
) -> None:
    assert [one for one in _places(ask, question) if one.startswith("Phụ lục")] == places


def test_a_time_asked_for_is_no_time_given(ask: Ask) -> None:
    assert ask("Công an xã: việc chủ trì phải xong trong tháng nào?").items == ()
