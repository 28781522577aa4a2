"""One pattern serves questions typed with accents and without."""

import pytest

from rag.language.spelt import shown, spelt


@pytest.mark.parametrize("typed", ["Chưa tính việc phụ", "chua tinh viec phu", "CHƯA TÍNH việc phụ"])
def test_a_pattern_finds_its_words_in_either_spelling(typed: str) -> None:
    assert spelt(r"\bchưa tính\b").of(typed).search(shown(typed))


def test_typed_with_accents_another_word_of_the_same_letters_is_not_meant() -> None:
    typed = "chữa tình việc phụ"
    assert spelt(r"\bchưa tính\b").of(typed).search(shown(typed)) is None


def test_what_stands_behind_a_backslash_is_no_word_of_the_text() -> None:
    assert spelt(r"\bđã \d+").of("da 12 viec").search("da 12 viec")
    assert spelt(r"\bđã \d+").of("da muoi viec").search("da muoi viec") is None


@pytest.mark.parametrize("typed", ["Hoá đơn của Uỷ ban", "hoa don cua uy ban"])
def test_places_in_what_is_shown_are_places_in_what_was_typed(typed: str) -> None:
    found = spelt("của ủy ban").of(typed).search(shown(typed))
    assert found
    assert typed[found.start() :].lower().startswith(("của", "cua"))
