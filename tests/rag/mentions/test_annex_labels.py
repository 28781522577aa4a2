"""Which annex a numeral means, be it printed in figures, in Roman numerals or with a zero before."""

from __future__ import annotations

import pytest

from rag.mentions.conditions import is_annex
from rag.mentions.pointers import annex_label


@pytest.mark.parametrize(
    ("name", "label"), [("Phụ lục III", "III"), ("Phụ lục 02", "2"), ("Phụ lục số 1a", "1A"), ("Danh mục", "MỤC")]
)
def test_an_annex_is_called_by_the_last_word_of_its_name(name: str, label: str) -> None:
    assert annex_label(name) == label


@pytest.mark.parametrize(
    ("name", "label", "meant"),
    [
        ("Phụ lục III", "III", True),
        ("Phụ lục III", "3", True),
        ("Phụ lục 03", "III", True),
        ("Phụ lục III", "I|III", True),
        ("Phụ lục III", "II", False),
        ("Phụ lục III", "I|II", False),
        ("Phụ lục", "", True),
        ("Phụ lục", "I", False),
    ],
)
def test_a_numeral_means_an_annex_in_either_numbering(name: str, label: str, meant: bool) -> None:  # noqa: FBT001 - an expected value
    assert is_annex(name, label) is meant
