"""Of several figures of one clause the one called by the question's own words."""

from __future__ import annotations

import pytest

from tests.ingest.sources import plan
from tests.rag.conftest import asker
from tests.rag.plans import Ask


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a plan with one point that tells two figures of the same."""
    body = (
        "I. MỤC TIÊU\n1. Mục tiêu đến năm 2030\n"
        "a) Thời gian lưu kho bình quân của hàng tươi đạt 2,5 ngày; hao hụt bình quân 30 kg/chuyến hàng.\n"
        "b) Có ít nhất 12 kho mát.\n"
    )
    return asker([plan(body=body)])


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Hàng tươi hao hụt bình quân bao nhiêu?", "30 kg/chuyến"),
        ("kho mát: hàng tươi hao hụt bình quân bao nhiêu vào năm 2030", "30 kg/chuyến"),
        ("Thời gian lưu kho bình quân của hàng tươi là bao nhiêu?", "2,5 ngày"),
        ("hàng tươi lưu kho bình quân bao nhiêu ngày", "2,5 ngày"),
    ],
)
def test_the_figure_called_by_its_own_words_is_told(ask: Ask, question: str, value: str) -> None:
    assert ask(question).values == (value,)
