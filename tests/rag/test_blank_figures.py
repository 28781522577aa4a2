"""Tables of figures with a column for each season, and lists of papers whose titles say what they are for."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

SEEDS = (
    "II. NỘI DUNG\n1. Cấp giống\nCấp giống theo hai mùa, cụ thể:\n\n"
    + table(
        "TT | Loại giống | Cho cây gì | Mùa mưa (bao) | Mùa khô (bao) | Nguồn",
        "1 | Keo lá tràm | Rừng đồi | 1.200 | 900 | Ngân sách xã",
        "2 | Sa mộc vùng cao | Rừng núi | 640 | | Ngân sách xã",
        "3 | Quế vỏ dày | Nương | 310 | 150 | Người dân",
    )
    + "\n"
)
PAPERS = "\nPHỤ LỤC\nDANH MỤC VĂN BẢN QUY ĐỊNH CHI TIẾT LUẬT ĐÊ ĐIỀU\n\n" + table(
    "TT | Tên văn bản | Đơn vị soạn thảo | Đơn vị phối hợp | Thời hạn trình",
    "1 | Nghị định quy định chi tiết một số điều về hộ đê | Cục Đê điều | Vụ Pháp chế | 10/2026",
    "2 | Thông tư ban hành biểu mẫu tuần tra đê | Cục Đê điều | Viện Thủy công | 11/2026",
    "3 | Thông tư quy định cấp hạng đê | Vụ Pháp chế | Cục Đê điều | 11/2026",
    "4 | Thông tư quy định trực ban lũ | Vụ Pháp chế | Cục Đê điều | 12/2026",
)


@pytest.fixture(scope="module")
def seeds() -> Ask:
    """Asks a plan whose table has a column of figures for each season."""
    return asker([plan(body=SEEDS, head=HEAD.replace("Cải cách hành chính", "Trồng rừng đầu nguồn"))])


@pytest.fixture(scope="module")
def papers() -> Ask:
    """Asks a plan with a list of papers to be drafted."""
    return asker([plan(annex=PAPERS, head=HEAD.replace("Cải cách hành chính", "Thi hành Luật Đê điều"))])


@pytest.mark.parametrize(
    ("question", "value"),
    [("Mùa khô cấp bao nhiêu bao keo lá tràm?", "900"), ("Mùa mưa sa mộc vùng cao bao nhiêu bao?", "640")],
)
def test_the_figure_of_the_season_asked_for(seeds: Ask, question: str, value: str) -> None:
    assert seeds(question).values == (value,)


@pytest.mark.parametrize("question", ["Mùa khô cấp bao nhiêu bao sa mộc vùng cao?", "mùa khô sa mộc vùng cao mấy bao"])
def test_a_blank_season_is_told_as_blank_and_not_by_the_other_season(seeds: Ask, question: str) -> None:
    told = seeds(question)
    assert told.status is Status.NOT_STATED
    assert "640" not in told.answer


def test_papers_of_a_sort_are_counted_whatever_the_title_says_they_detail(papers: Ask) -> None:
    assert papers("Phải ban hành mấy thông tư quy định chi tiết Luật Đê điều?").values == ("3",)
    assert papers("Có mấy thông tư quy định trực ban lũ?").values == ("1",)


def test_who_drafts_papers_leads_them(papers: Ask) -> None:
    assert listed(papers("Cục Đê điều được giao soạn thảo những văn bản nào?")) == ["Phụ lục/1", "Phụ lục/2"]
