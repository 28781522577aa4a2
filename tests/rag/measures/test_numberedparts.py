"""The part of a clause that a number names."""

from __future__ import annotations

import pytest

from rag.corpus.library import Library
from rag.measures.numberedparts import numbered_part
from rag.query.question import understand
from tests.rag.plans import TODAY

TEXT = (
    "Đợt 1 từ ngày 05/3/2026 đến ngày 20/4/2026 tại xã Vân Khê. Đợt 2 từ ngày 10/5/2026 đến ngày 30/6/2026 tại các xã"
    " còn lại. Đợt 3 trong tháng 9/2026."
)


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("đợt 2 tổ chức từ ngày nào đến ngày nào", "Đợt 2 từ ngày 10/5/2026 đến ngày 30/6/2026 tại các xã còn lại"),
        ("dot 3 lam thang may", "Đợt 3 trong tháng 9/2026"),
        ("đợt 4 vào khi nào", TEXT),
        ("giai đoạn 2 vào khi nào", TEXT),
    ],
)
def test_a_part_is_told_by_its_noun_and_number(sample_library: Library, question: str, part: str) -> None:
    assert numbered_part(understand(question, sample_library, TODAY), TEXT) == part
