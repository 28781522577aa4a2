"""Places by their first letters, offices without the place they are in, and clauses that leave open what is asked."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.corpus.initials import with_places
from rag.corpus.library import Library, build_library
from tests.ingest.sources import HEAD, plan
from tests.rag.conftest import asker
from tests.rag.plans import Ask

PROSE = """I. NHIỆM VỤ
1. Tuyên truyền
- UBND xã hoàn thành việc cắm biển báo đường ven sông trước ngày 30/6/2026.
- Tổ chức phát quang bụi rậm hai bên đường liên thôn, giữ thông thoáng tầm nhìn cho người đi xe máy.
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(body=PROSE)])


@pytest.fixture(scope="module")
def library() -> Library:
    return build_library([plan(body=PROSE)])


def test_letters_behind_a_word_for_a_place_are_written_out_where_one_place_has_them(library: Library) -> None:
    assert with_places("Ở SM ai lo?", library) == "Ở Sông Mơ ai lo?"
    assert with_places("Ở BN ai lo?", library) == "Ở BN ai lo?"
    assert with_places("SM ai lo?", library) == "SM ai lo?"


def test_small_letters_behind_a_province_are_written_out_where_they_make_no_syllable() -> None:
    head = HEAD.replace("XÃ SÔNG MƠ", "TỈNH KIM HÀ").replace("Sông Mơ, ngày", "Kim Hà, ngày")
    of_province = build_library([plan(body=PROSE, head=head)])
    assert with_places("kế hoạch tỉnh kh số mấy", of_province) == "kế hoạch tỉnh Kim Hà số mấy"
    assert with_places("kh của tỉnh số mấy", of_province) == "kh của tỉnh số mấy"


def test_the_letters_of_who_issued_a_plan_are_written_out_where_they_are_not_another_documents() -> None:
    head = HEAD.replace("ỦY BAN NHÂN DÂN\nXÃ SÔNG MƠ", "BAN QUẢN LÝ RỪNG ĐẦU NGUỒN").replace("UBND", "BQLRĐN")
    head = head.replace("Ủy ban nhân dân xã Sông Mơ", "Ban Quản lý Rừng đầu nguồn")
    of_forests = build_library([plan(body=PROSE, head=head)])
    assert with_places("kế hoạch của BQLRĐN", of_forests) == "kế hoạch của Ban Quản lý Rừng đầu nguồn"
    assert with_places("BQLRĐN ban hành ngày nào", of_forests) == "Ban Quản lý Rừng đầu nguồn ban hành ngày nào"
    assert with_places("Nghị quyết 12 của BQLRĐN", of_forests) == "Nghị quyết 12 của BQLRĐN"
    assert with_places("kế hoạch 12/KH-BQLRĐN", of_forests) == "kế hoạch 12/KH-BQLRĐN"


def test_an_office_is_met_with_its_place_where_its_own_plan_leaves_that_out(ask: Ask) -> None:
    found = ask("UBND xã Sông Mơ phải hoàn thành việc cắm biển báo đường ven sông trước ngày nào?")
    assert found.values == ("trước ngày 30/6/2026",)


def test_a_clause_that_tells_no_time_leaves_the_question_open(ask: Ask) -> None:
    found = ask(
        "Phát quang bụi rậm hai bên đường liên thôn, giữ thông thoáng tầm nhìn cho người đi xe máy khi nào xong?"
    )
    assert (found.status, found.values) == (Status.NOT_STATED, ())
    assert [one.locator for one in found.citations] == ["I/1"]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("UBND SM chủ trì gì?", "UBND Sông Mơ chủ trì gì?"),
        ("Xã SM chủ trì gì?", "Xã Sông Mơ chủ trì gì?"),
        ("x. Sông Mơ chủ trì gì?", "xã Sông Mơ chủ trì gì?"),
        ("ủy ban Sông Mơ chủ trì gì?", "UBND Sông Mơ chủ trì gì?"),
        ("P. Kinh tế chủ trì gì?", "phòng Kinh tế chủ trì gì?"),
        ("UBND BN chủ trì gì?", "UBND BN chủ trì gì?"),
    ],
)
def test_letters_behind_an_issuer_are_its_place_and_levels_are_written_out(
    typed: str, written: str, library: Library
) -> None:
    assert with_places(typed, library) == written


def test_a_first_letter_glued_to_the_next_word_of_an_offices_name_is_written_out() -> None:
    plans = [plan(body="I. NHIỆM VỤ\n1. Điện\n- Sở Công Thương chủ trì kéo điện ra bãi bồi trước ngày 30/6/2026.\n")]
    library = build_library(plans)
    assert with_places("Sở CThương làm gì", library) == "Sở Công Thương làm gì"
    assert with_places("Sở XThương làm gì", library) == "Sở XThương làm gì"
