"""A plan's bare figure written as its whole number."""

from __future__ import annotations

import pytest

from rag.corpus.library import build_library
from rag.mentions.plannumbers import in_full
from tests.ingest.sources import HEAD, plan

LIBRARY = build_library([plan(), plan(head=HEAD.replace("Số: 12/KH-UBND\n", ""))])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kế hoạch 12 ký ngày nào", "kế hoạch 12/KH-UBND ký ngày nào"),
        ("kế hoạch 12/KH-UBND ký ngày nào", "kế hoạch 12/KH-UBND ký ngày nào"),
        ("kế hoạch ký ngày 5/12/2026 à", "kế hoạch ký ngày 5/12/2026 à"),
    ],
)
def test_the_bare_figure_becomes_the_whole_number(typed: str, meant: str) -> None:
    assert in_full(typed, [0], LIBRARY) == meant


def test_a_plan_without_a_number_has_none_to_write() -> None:
    assert in_full("kế hoạch 12 ký ngày nào", [1], LIBRARY) == "kế hoạch 12 ký ngày nào"
