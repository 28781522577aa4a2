"""What stands over an entry."""

from __future__ import annotations

import pytest

from rag.corpus.entries import chain


@pytest.mark.parametrize(
    ("locator", "over"),
    [
        ("IV/2/a", ["IV/2/a", "IV/2", "IV"]),
        ("III/7-2", ["III/7-2", "III/7", "III"]),
        ("IV/2/a-1", ["IV/2/a-1", "IV/2/a", "IV/2", "IV"]),
        ("III/2.1/b", ["III/2.1/b", "III/2.1", "III/2", "III"]),
        ("Phụ lục 2/3", ["Phụ lục 2/3", "Phụ lục 2"]),
    ],
)
def test_a_place_stands_in_its_item_its_section_and_its_part(locator: str, over: list[str]) -> None:
    assert list(chain(locator)) == over
