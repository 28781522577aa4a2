"""Plans called by the document that they carry out: whose head is meant, the plan's or that document's."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import HEAD, plan
from tests.rag.conftest import asker
from tests.rag.plans import Ask

TITLE = "Cải cách hành chính xã Sông Mơ năm 2026"
CARRIES = "Thực hiện Nghị quyết số 15-NQ/TU, ngày 04/5/2025 của Ban Thường vụ Tỉnh ủy về nghề cá"

HEAD_OF_PLAN = ("40/KH-UBND", "ngày 09 tháng 3 năm 2026")


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks over a plan that carries out a resolution and over one that does not."""
    fishing = HEAD.replace(TITLE, CARRIES).replace("12/KH-UBND", "40/KH-UBND").replace("ngày 05", "ngày 09")
    return asker([plan(head=fishing), plan()])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Kế hoạch thực hiện Nghị quyết số 15-NQ/TU của Ban Thường vụ Tỉnh ủy số mấy?", ("40/KH-UBND",)),
        ("so hieu ke hoach trien khai nghi quyet 15-nq/tu cua ban thuong vu tinh uy", ("40/KH-UBND",)),
        ("Kế hoạch thực hiện Nghị quyết 15-NQ/TU ban hành ngày nào?", ("ngày 09 tháng 3 năm 2026",)),
        ("cái kế hoạch nghị quyết 15 của xã Sông Mơ số bao nhiêu, ra ngày nào thế?", HEAD_OF_PLAN),
        ("ke hoach NQ 15 so may, ky ngay nao", HEAD_OF_PLAN),
        ("Thực hiện NQ 15, xã Sông Mơ ban hành kế hoạch số mấy?", ("40/KH-UBND",)),
        ("Nghị quyết 15 mà kế hoạch xã Sông Mơ thực hiện ra ngày nào?", ("04/5/2025",)),
    ],
)
def test_a_plan_is_called_by_what_it_carries_out(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


@pytest.mark.parametrize(
    "question",
    [
        "Ai ký Nghị quyết số 15-NQ/TU?",
        "Kế hoạch triển khai Nghị quyết số 19-NQ/TU ai ký?",
        "kế hoạch nghị quyết 19 số mấy",
        "kế hoạch nghị quyết 19 của xã Sông Mơ ban hành ngày nào",
    ],
)
def test_the_head_of_another_document_is_not_told(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
