"""Lists asked for as people talk: words about rows that say nothing of them, the asker's own office, columns named."""

from __future__ import annotations

from datetime import date

import pytest

from rag.answer import Status
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

HEADER = "TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn | Sản phẩm"
WORK = "\nPHỤ LỤC\nNHIỆM VỤ\n\n" + table(
    HEADER,
    "1 | Cắm mốc ranh giới rừng | Hạt Kiểm lâm xã | Công an xã | 5/2026 | Bản đồ",
    "2 | Ươm cây giống | Hợp tác xã Lâm nghiệp | Hạt Kiểm lâm xã | 5/2026 | 9.000 cây",
    "3 | Phát dọn đường băng | Hạt Kiểm lâm xã; Công an xã | | Hằng năm | 7 km",
    "4 | Trực chòi canh | Công an xã | Hạt Kiểm lâm xã | Thường xuyên | Sổ trực",
    "5 | Gắn biển cấm lửa | Công an xã | Đoàn Thanh niên | Sau khi có kinh phí | 30 biển",
    "6 | Bón phân cho rừng non | Hạt Kiểm lâm xã | | 9/2026 | 12 ha",
)
TODAY = date(2026, 5, 4)


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks one plan with an annex of six tasks."""
    return asker([plan(annex=WORK, head=HEAD.replace("Cải cách hành chính", "Giữ rừng phòng hộ ven hồ"))])


@pytest.mark.parametrize(
    "question",
    [
        "Hạt Kiểm lâm xã chủ trì những nhiệm vụ nào?",
        "Em đang gom lại, Hạt Kiểm lâm xã được phân chủ trì những nhiệm vụ nào?",
        "Lọc riêng giúp những nhiệm vụ mà Hạt Kiểm lâm xã phải cáng đáng chính, đừng sót",
        "Những nhiệm vụ nào lấy Hạt Kiểm lâm xã làm đầu mối?",
        "Hạt Kiểm lâm xã có tên trong hàng chủ trì ở các nhiệm vụ nào?",
        'Hạt Kiểm lâm xã nằm ở cột "Cơ quan chủ trì" của những nhiệm vụ nào?',
    ],
)
def test_talk_of_what_a_unit_leads_chooses_no_rows_by_itself(ask: Ask, question: str) -> None:
    assert listed(ask(question)) == ["Phụ lục/1", "Phụ lục/3", "Phụ lục/6"]


@pytest.mark.parametrize(
    "question",
    [
        "Trong tháng này phải dứt điểm những nhiệm vụ nào?",
        "Tháng này có việc gì phải khép lại?",
        "thang nay co nhung viec nao phai dut diem",
    ],
)
def test_talk_of_when_it_is_to_be_done_chooses_no_rows(ask: Ask, question: str) -> None:
    assert listed(ask(question, TODAY)) == ["Phụ lục/1", "Phụ lục/2"]


def test_talk_that_a_row_holds_is_a_condition(ask: Ask) -> None:
    assert listed(ask("Công an xã chủ trì những việc gắn biển nào?")) == ["Phụ lục/5"]


@pytest.mark.parametrize(
    "question",
    [
        "Hạt Kiểm lâm xã chủ trì những nhiệm vụ nào về phân lân?",
        "Hạt Kiểm lâm xã phải cáng đáng những nhiệm vụ nào về đường sắt?",
        "Lọc giúp những nhiệm vụ về đua ngựa của Công an xã",
    ],
)
def test_a_matter_of_no_row_stays_refused_beside_talk(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_the_askers_own_office_is_named_once(ask: Ask) -> None:
    told = ask("Tôi bên Công an xã, cần lọc ra mọi đầu việc có tên Công an mình, bất kể vai chủ trì hay phối hợp.")
    assert listed(told) == ["Phụ lục/1", "Phụ lục/3", "Phụ lục/4", "Phụ lục/5"]


def test_each_year_again_is_a_rhythm(ask: Ask) -> None:
    assert listed(ask("viec gi nam nao cung phai lam")) == ["Phụ lục/3"]


def test_work_that_waits_is_chosen_by_what_it_waits_for(ask: Ask) -> None:
    told = ask("Việc gì ghi thời hạn là sau khi có kinh phí chứ không có ngày tháng cụ thể?")
    assert listed(told) == ["Phụ lục/5"]
