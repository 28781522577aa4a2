"""Keys of the Telex input method left in a word."""

from __future__ import annotations

import pytest

from rag.language.telex import keyed, spelling_of


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("dduwocj", "được"),
        ("phoois", "phối"),
        ("phoói", "phối"),
        ("trwf", "trwf"),
        ("hoanf", "hoàn"),
        ("thanhs", "thánh"),
        ("nawm", "năm"),
        ("sowr", "sở"),
        ("ddonw", "đơn"),
        ("phuwowngf", "phường"),
    ],
)
def test_keys_make_the_word(typed: str, word: str) -> None:
    assert keyed(typed) == spelling_of(word)


def test_a_word_without_keys_is_itself() -> None:
    assert keyed("hoạch") == spelling_of("hoạch")
