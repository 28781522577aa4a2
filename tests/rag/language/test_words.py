"""Words meet under one sound form, and abbreviations are written out without inventing any."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.corpus.library import Library
from rag.language.words import Expander, find_phrase, has_accents, read_words, sound, sounds

VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặòóỏõọèéẻẽẹùúủũụỳýỷỹỵ ĐĂÂÊÔƠƯÀÁ0123456789-/.,&"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("xở", "sở"),
        ("chủ chì", "chủ trì"),
        ("Xở Y tế chủ chì", "Sở Y tế chủ trì"),
        ("kĩ năng", "kỹ năng"),
        ("lí do", "lý do"),
        ("công ti", "công ty"),
        ("giữ liệu", "dữ liệu"),
        ("dử liệu", "dữ liệu"),
        ("nghành", "ngành"),
        ("gế", "ghế"),
        ("sã Vân Khê", "xã Vân Khê"),
        ("chạm đo mưa", "trạm đo mưa"),
        ("thuỷ lợi", "thủy lợi"),
        ("so khoa hoc va cong nghe", "Sở Khoa học và Công nghệ"),
        ("SỞ NỘI VỤ", "Sở Nội vụ"),
    ],
)
def test_what_sounds_alike_has_one_sound_form(typed: str, printed: str) -> None:
    assert sound(typed) == sound(printed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("khoa", "coa"),
        ("thu", "tu"),
        ("nha", "na"),
        ("phòng", "bòng"),
        ("chủ trì", "phối hợp"),
        ("100", "1"),
        ("21", "12"),
    ],
)
def test_what_sounds_different_stays_apart(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("007", "7"),
        ("nhiệm vụ 07", "nhiem vu 7"),
        ("02/2026", "2 2026"),
        ("0", "0"),
        ("00", "0"),
        ("100", "100"),
        ("", ""),
    ],
)
def test_numbers_lose_their_leading_zeros_and_nothing_else(typed: str, heard: str) -> None:
    assert sound(typed) == heard


@settings(deadline=None)
@given(st.text())
def test_a_sound_form_is_plain_syllables_with_single_spaces(text: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?: [a-z0-9]+)*)?", sound(text))


@settings(deadline=None)
@given(st.text(VIETNAMESE))
def test_case_and_composition_are_not_heard(text: str) -> None:
    assert sound(unicodedata.normalize("NFD", text)) == sound(text) == sound(text.upper())


def test_a_phrase_is_found_between_whole_words_only() -> None:
    assert find_phrase("ai chu chi viec nai", ["chu chi"]) == "chu chi"
    assert find_phrase("ai chu chinh viec nai", ["chu chi"]) is None


def test_of_several_phrases_the_longest_is_found() -> None:
    phrases = sounds(["hạn", "thời hạn hoàn thành", "thời hạn"])
    assert find_phrase(sound("thời hạn hoàn thành là bao giờ"), phrases) == sound("thời hạn hoàn thành")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Ai chủ trì diễn tập ứng phó bão?", True),
        ("ai chu tri dien tap ung pho bao", False),
        ("ai chu tri dien tap ứng pho bao lu cap tinh", False),
        ("DTI 2026", False),
        ("", False),
    ],
)
def test_a_question_counts_as_accented_when_many_of_its_words_are(typed: str, expected: bool) -> None:  # noqa: FBT001
    assert has_accents(typed) is expected


def test_question_words_say_nothing_about_the_subject() -> None:
    content = read_words("Ai chủ trì diễn tập ứng phó bão vậy?").content()
    assert {"dien", "tap", "ung", "pho", "bao"} <= content.keys()
    assert not {"ai", "vai"} & content.keys()


def test_without_accents_a_word_that_may_be_a_question_word_counts_less() -> None:
    content = read_words("ai chu tri dien tap").content()
    assert content.get("ai", 0.0) < content["dien"]


def test_dropped_phrases_go_wherever_they_stand_and_the_rest_keeps_its_order() -> None:
    words = read_words("hạn tỉnh, hạn xã, thời hạn sở")
    assert words.drop([sound("hạn")]).heard == sound("tỉnh xã thời sở")


@pytest.fixture(scope="module")
def expander() -> Expander:
    """Knows a few abbreviations and what plans print as common words."""
    pairs = [
        ("DA", "dự án"),
        ("KT", "kinh tế"),
        ("KT", "kỹ thuật"),
        ("ĐU", "đảng ủy"),
        ("PL", "phụ lục"),
        ("KH", "kế hoạch"),
        ("TC", "tài chính"),
        ("CĐS", "chuyển đổi số"),
        ("NN&MT", "nông nghiệp và môi trường"),
    ]
    return Expander(pairs, frozenset({"da", "kt", "du", "lich", "phat", "trien"}))


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("hạn của DA cầu", "hạn của dự án cầu"),
        ("phòng KT xã", "phòng kinh tế xã"),
        ("văn phòng ĐU xã", "văn phòng đảng ủy xã"),
        ("CĐS", "chuyển đổi số"),
        ("cđs", "chuyển đổi số"),
        ("cds", "chuyển đổi số"),
        ("Sở NN&MT", "Sở nông nghiệp và môi trường"),
        ("sở nn&mt", "sở nông nghiệp và môi trường"),
        ("KH-TC", "kế hoạch tài chính"),
        ("PL3", "phụ lục 3"),
        ("pl3", "phụ lục 3"),
        ("PL III", "phụ lục III"),
    ],
)
def test_an_abbreviation_is_written_out(expander: Expander, typed: str, written: str) -> None:
    assert expander.expand(typed) == written


@pytest.mark.parametrize(
    "typed",
    [
        "da cam",
        "kt",
        "Da dạng hóa",
        "Du lịch",
        "phát triển du lịch",
        "PHÁT TRIỂN DU LỊCH",
        "27/KH-UBND",
        "Sở Xây dựng",
        "",
    ],
)
def test_what_is_a_word_of_its_own_is_left_alone(expander: Expander, typed: str) -> None:
    assert expander.expand(typed) == typed


def test_in_a_question_all_in_capitals_only_what_is_no_word_is_written_out(expander: Expander) -> None:
    assert expander.expand("PHÁT TRIỂN DU LỊCH VÀ CĐS") == "PHÁT TRIỂN DU LỊCH VÀ chuyển đổi số"


@pytest.mark.parametrize("typed", ["Du lịch", "du lịch", "phát triển Du lịch cộng đồng"])
def test_tourism_never_becomes_a_party_committee(sample_library: Library, typed: str) -> None:
    assert sample_library.expander.expand(typed) == typed


def test_annexes_and_offices_in_short_are_understood_by_the_library(sample_library: Library) -> None:
    assert sample_library.expander.expand("PL3 của UBND xã").lower() == "phụ lục 3 của ủy ban nhân dân xã"


def test_a_title_in_capitals_inside_a_text_is_read_as_words() -> None:
    expander = Expander([("ĐU", "đảng ủy"), ("TU", "tỉnh ủy"), ("SYT", "Sở Y tế")], frozenset({"du", "tu", "lich"}))
    assert (
        expander.expand("UBND xã KẾ HOẠCH PHÁT TRIỂN DU LỊCH XÃ năm 2026")
        == "UBND xã KẾ HOẠCH PHÁT TRIỂN DU LỊCH XÃ năm 2026"
    )
    assert expander.expand("gửi TU, SYT và DU xã") == "gửi tỉnh ủy, Sở Y tế và đảng ủy xã"
