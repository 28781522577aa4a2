"""Folding makes what people type and what plans print comparable, without ever changing the plan."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.folding import compounds, fold, syllables, tokens, tone_normal

VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặòóỏõọèéẻẽẹùúủũụỳýỷỹỵ ĐĂÂÊÔƠƯÀÁ0123456789-/.,&"
texts = st.one_of(st.text(), st.text(VIETNAMESE), st.text(VIETNAMESE).map(lambda t: unicodedata.normalize("NFD", t)))


@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_tone_normalising_twice_is_tone_normalising_once(text: str) -> None:
    assert tone_normal(tone_normal(text)) == tone_normal(text)


@given(st.text(VIETNAMESE))
def test_a_vietnamese_text_in_nfc_keeps_its_length_when_tones_are_placed(text: str) -> None:
    assert len(tone_normal(text)) == len(text)


@given(texts)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold(composed) == fold(decomposed)
    assert tone_normal(composed) == tone_normal(decomposed)


@given(st.text(VIETNAMESE))
def test_tone_placement_never_changes_what_a_text_folds_to(text: str) -> None:
    assert fold(tone_normal(text)) == fold(text)


@given(texts)
def test_every_token_stands_in_the_text(text: str) -> None:
    assert all(token in text for token in tokens(text))


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Sở Khoa học và Công nghệ", "so khoa hoc va cong nghe"),
        ("ĐẢNG ỦY  phường\n Bến Đá", "dang uy phuong ben da"),
        ("≥ 05 ‰", "≥ 05 ‰"),
        ("", ""),
    ],
)
def test_folding_drops_tones_marks_case_and_spare_white_space(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("Khánh Hoà", "khánh hòa"),
        ("Đảng uỷ, thuỷ sản", "đảng ủy, thủy sản"),
        ("sức khoẻ", "sức khỏe"),
        ("quý, quỹ, quỵ", "quý, quỹ, quỵ"),
        ("qúy", "quý"),
        ("toàn hoài thuyền", "toàn hoài thuyền"),
        ("HÒA", "hòa"),
    ],
)
def test_new_and_old_tone_placement_become_one(typed: str, normal: str) -> None:
    assert tone_normal(typed) == normal


def test_a_document_number_is_found_whole_and_in_parts() -> None:
    assert tokens("số 48-nq/tu ngày 20/02/2025") == ("48-nq/tu", "20/02/2025", "số", "48", "nq", "tu", "ngày", "20", "02", "2025")  # fmt: skip


def test_punctuation_joins_digits_but_not_words() -> None:
    assert compounds("1.500.000 đồng, 0,3% năm 2025.Sau đó,rồi") == ("1.500.000", "0,3")
    assert syllables("kh&cn_sở") == ("kh", "cn", "sở")
