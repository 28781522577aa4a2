"""Lists, times and units' work over tasks whose square brackets say who leads, who supports and by when."""

from __future__ import annotations

from datetime import date

import pytest

from rag.answer import Status
from tests.ingest.sources import HEAD, plan
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

TITLED = HEAD.replace(
    "Cải cách hành chính xã Sông Mơ năm 2026", "PHÁT TRIỂN DU LỊCH ĐƯỜNG SÔNG\nTRÊN ĐỊA BÀN XÃ NĂM 2026"
)
BODY = """I. MỤC ĐÍCH
Khách lên thuyền được an toàn.

II. NHIỆM VỤ, GIẢI PHÁP

1. Hạ tầng
1.1. Kè bờ sông đoạn qua chợ [Phòng Kinh tế chủ trì; Công an xã phối hợp; hoàn thành trước ngày 30/4/2026].
1.2. Nâng cấp bến đò du lịch [Ban Quản lý chợ chủ trì; Phòng Kinh tế phối hợp; trong quý III/2026].

2. Sản phẩm du lịch
2.1. Mở hội đua thuyền [Phòng Văn hóa chủ trì; Công an xã, Trạm Y tế phối hợp; dự kiến ngày 02/9/2026].
2.2. Dựng nhà bè ẩm thực [Phòng Kinh tế chủ trì; Công an xã phối hợp].
2.3. Phát tờ rơi hai thứ tiếng [Đoàn Thanh niên chủ trì; các thôn phối hợp; xong trước ngày 15/5/2026, trước mùa lũ].
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    """One plan with a title in capitals."""
    return asker([plan(head=TITLED, body=BODY)])


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Công an xã phải phối hợp những việc gì trong kế hoạch du lịch?", ["II/1.1", "II/2.1", "II/2.2"]),
        ("phong kinh te xa Song Mo chu tri nhung nhiem vu nao", ["II/1.1", "II/2.2"]),
        ("Đoàn Thanh niên được giao việc gì trong kế hoạch du lịch xã Sông Mơ, kể cả phối hợp?", ["II/2.3"]),
        ("kế hoạch du lịch Sông Mơ tháng này có việc nào đến hạn phải xong?", ["II/2.3"]),
        (
            "Phần nhiệm vụ, giải pháp của kế hoạch du lịch có việc nào phải xong trước tháng 6/2026?",
            ["II/1.1", "II/2.3"],
        ),
        ("Nhiệm vụ nào trong kế hoạch du lịch không ghi thời gian thực hiện?", ["II/2.2"]),
        ("việc nào dính tới nhà bè", ["II/2.2"]),
    ],
)
def test_every_row_that_meets_the_conditions_is_listed(ask: Ask, question: str, rows: list[str]) -> None:
    assert listed(ask(question, today=date(2026, 5, 10))) == rows


@pytest.mark.parametrize(
    "question",
    [
        "Trạm Y tế chủ trì việc nào trong kế hoạch du lịch?",
        "Kế hoạch du lịch có việc nào phải xong trong tháng 12/2026?",
    ],
)
def test_none_is_made_up(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
