from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.mutate import TONES, Way, abbreviate, mutate, no_accents, swap_tone

QUESTION = "Sở Khoa học và Công nghệ chủ trì dự án giám sát chuyển đổi số xã Thủy Hòa trước 3/2026?"
LETTERS = st.text(alphabet="abcdeghiklmnopqrstuvxyăâđêôơưáàảãạấầẩẫậéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ HĐ3/&.?")


@pytest.mark.parametrize(
    ("way", "typed"),
    [
        (Way.NO_ACCENTS, "So Khoa hoc va Cong nghe chu tri du an giam sat chuyen doi so xa Thuy Hoa truoc 3/2026?"),
        (Way.OLD_TONE, "Sở Khoa học và Công nghệ chủ trì dự án giám sát chuyển đổi số xã Thuỷ Hoà trước 3/2026?"),
        (Way.ABBREV, "Sở KH&CN chủ trì dự án giám sát CĐS xã Thủy Hòa trước 3/2026?"),
        (Way.UPPER, "SỞ KHOA HỌC VÀ CÔNG NGHỆ CHỦ TRÌ DỰ ÁN GIÁM SÁT CHUYỂN ĐỔI SỐ XÃ THỦY HÒA TRƯỚC 3/2026?"),
        (Way.NFD, unicodedata.normalize("NFD", QUESTION)),
    ],
)
def test_each_way_types_the_question_as_people_do(way: Way, typed: str) -> None:
    assert mutate(QUESTION, way) == typed


@given(LETTERS, st.sampled_from(Way), st.integers(0, 50))
def test_the_same_seed_gives_the_same_typing(question: str, way: Way, seed: int) -> None:
    assert mutate(question, way, seed=seed) == mutate(question, way, seed=seed)


@given(LETTERS)
def test_nfd_comes_back_by_normalising(question: str) -> None:
    assert unicodedata.normalize("NFC", mutate(question, Way.NFD)) == unicodedata.normalize("NFC", question)


@given(LETTERS)
def test_without_accents_every_way_of_accenting_is_the_same(question: str) -> None:
    bare = no_accents(question)
    assert no_accents(bare) == bare
    assert no_accents(swap_tone(question)) == bare
    assert no_accents(mutate(question, Way.NFD)) == bare


@given(LETTERS)
def test_swapping_the_tone_twice_gives_the_question_back(question: str) -> None:
    assert swap_tone(swap_tone(question)) == unicodedata.normalize("NFC", question)


@pytest.mark.parametrize(
    ("old", "new"), [("hòa", "hoà"), ("khỏe", "khoẻ"), ("thủy", "thuỷ"), ("HÓA", "HOÁ"), ("Úy", "Uý")]
)
def test_the_tone_moves_both_ways(old: str, new: str) -> None:
    assert swap_tone(old) == new
    assert swap_tone(new) == old


@pytest.mark.parametrize("word", ["quý", "hoàn", "hoa", "của", "thuyền", "toán", "huỳnh", "xoăn", "loài"])
def test_the_tone_stays_where_there_is_one_placement_only(word: str) -> None:
    assert swap_tone(word) == word


def test_abbreviating_takes_the_longest_phrase_in_any_case_and_spelling() -> None:
    assert abbreviate("UỶ BAN  NHÂN DÂN và cơ sở dữ liệu") == "UBND và CSDL"
    assert abbreviate("dịch vụ công trực tuyến") == "DVCTT"
    assert abbreviate("kế hoạchh") == "kế hoạchh"


SLIPS = {
    "xã": {"sã", "xa"},
    "sở": {"xở", "sơ"},
    "chủ": {"trủ", "chu"},
    "trì": {"chì", "tri"},
    "dự": {"giự", "dư"},
    "giám": {"dám", "giam"},
    "gì": {"gi"},
    "diện": {"diên"},
    "ưu": {"ưu"},
    "đề": {"đê"},
    "UBND": {"UBND"},
    "2026": {"2026"},
}


@pytest.mark.parametrize("word", SLIPS)
def test_a_typo_is_one_that_people_make(word: str) -> None:
    assert {mutate(word, Way.TYPO, seed=seed) for seed in range(40)} == SLIPS[word]


@given(st.integers(0, 200))
def test_a_typo_touches_one_or_two_words_and_no_number(seed: int) -> None:
    typed = mutate(QUESTION, Way.TYPO, seed=seed).split()
    changed = [word for word, was in zip(typed, QUESTION.split(), strict=True) if word != was]
    assert 1 <= len(changed) <= 2
    assert typed[-1] == "3/2026?"


def test_a_dropped_tone_leaves_the_vowel_marks() -> None:
    assert mutate("ấm", Way.TYPO) == "âm"
    assert not set(unicodedata.normalize("NFD", "âm")) & set(TONES)
