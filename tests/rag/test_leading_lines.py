"""An office that stands alone on a line with a colon does what the dashes behind it say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ingest.sources import read
from tests.rag.conftest import asker
from tests.rag.plans import Ask

BOATS = """TRƯỜNG THCS CỒN SẬY

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Cồn Sậy, ngày 03 tháng 3 năm 2026

KẾ HOẠCH
Tổ chức Giải đua thuyền học sinh năm 2026

Trường THCS Cồn Sậy ban hành Kế hoạch như sau:

I. NHIỆM VỤ CỦA CÁC ĐƠN VỊ

Tổ Giáo dục thể chất:
- Chủ trì soạn điều lệ chấm điểm.
- Tập huấn các đội chèo.

Phòng Hậu cần:
- Chủ trì mua phao cứu sinh.
- Lo nước uống cho khán giả.

Khen thưởng:
- Trao cờ cho các đội dự giải.

Nơi nhận:
- Lưu: VT.
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([replace(read(BOATS), file="thuyen.txt")])


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("Đơn vị nào chủ trì soạn điều lệ chấm điểm giải đua thuyền?", "Tổ Giáo dục thể chất"),
        ("Ai tập huấn các đội chèo?", "Tổ Giáo dục thể chất"),
        ("đơn vị nào chủ trì mua phao cứu sinh", "Phòng Hậu cần"),
        ("Ai lo nước uống cho khán giả giải đua thuyền?", "Phòng Hậu cần"),
    ],
)
def test_the_office_over_the_dashes_does_it(ask: Ask, question: str, office: str) -> None:
    answer = ask(question)
    assert answer.values == (office,)
    assert any(office in one.quote for one in answer.citations)


def test_a_line_that_names_no_office_charges_nobody(ask: Ask) -> None:
    assert not {"Phòng Hậu cần", "Khen thưởng"} & {*ask("Ai trao cờ cho các đội dự giải?").values}
