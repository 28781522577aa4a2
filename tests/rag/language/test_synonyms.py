"""Questions in other words than the plan's: phrases met as they are written, and what they count."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.language.synonyms import synonyms
from rag.language.words import read_words
from tests.ingest.sources import annexed
from tests.rag.conftest import asker
from tests.rag.plans import Ask

ROWS = (
    "TT | Nhiệm vụ | Chủ trì | Thời hạn",
    "1 | Đẩy mạnh thanh toán trực tuyến khi nộp lệ phí | Phòng Kinh tế | Quý II/2026",
    "2 | Củng cố hệ thống truyền thanh cơ sở | Phòng Văn hóa | Quý III/2026",
    "3 | Cấp nước cho khu vực đồi | Trạm Y tế | Quý IV/2026",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([annexed(*ROWS)])


def test_a_phrase_is_met_as_it_is_written_the_longest_first() -> None:
    (found,) = synonyms(read_words("Trả tiền mặt cho ai?"))
    assert found.words == ("cha", "tien", "mat")


def test_a_single_word_without_accents_may_be_too_many_words() -> None:
    assert not synonyms(read_words("loa"))
    assert synonyms(read_words("loa phường"))
    assert [one.words for one in synonyms(read_words("loa phuong nao"))] == [("loa", "phuong")]


def test_a_row_is_found_by_other_words_for_the_same_thing(ask: Ask) -> None:
    assert ask("Trả tiền qua mạng khi nộp lệ phí thì phòng nào lo?").values == ("Phòng Kinh tế",)
    assert ask("Loa phường thì phòng nào củng cố?").values == ("Phòng Văn hóa",)


def test_what_no_row_speaks_of_in_any_words_stays_refused(ask: Ask) -> None:
    assert ask("Trả tiền mua xe cứu thương thì phòng nào lo?").status is Status.NOT_FOUND
