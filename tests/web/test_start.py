from __future__ import annotations

from dataclasses import replace
from datetime import date

from ingest.document import Span
from ingest.plan import Basis
from tests.api.sample import FILE, PLAN
from web.start import carried, glossary, shared

OTHER = replace(
    PLAN,
    file="sở.txt",
    header=replace(
        PLAN.header,
        number="9/KH-SNN",
        legal_bases=(
            Basis("12/KH-UBND ", date(2026, 1, 5), "Căn cứ", Span(0, 1)),
            Basis("57-NQ/TW", None, "Căn cứ", Span(0, 1)),
        ),
    ),
    abbreviations=(("TTHC", "thủ tục hành chính"), ("CNTT", "công nghệ thông tin")),
)
SAME = replace(PLAN, abbreviations=(("TTHC", "Thủ tục hành chính"),))


def test_abbreviations_are_in_order_and_each_meaning_stands_once_with_its_plans() -> None:
    terms = glossary((OTHER, SAME))
    assert [(term.short, term.full, len(term.plans)) for term in terms] == [
        ("CNTT", "công nghệ thông tin", 1),
        ("TTHC", "thủ tục hành chính", 2),
    ]


def test_a_plan_that_rests_on_another_loaded_one_leads_to_it_and_back() -> None:
    province, office = carried((PLAN, OTHER))
    assert [(one.number, one.href) for one in office.bases] == [
        ("12/KH-UBND ", "/plans/x%C3%A3-m%E1%BA%ABu.txt"),
        ("57-NQ/TW", ""),
    ]
    assert province.by == (("Kế hoạch 9/KH-SNN", "/plans/s%E1%BB%9F.txt"),)
    assert office.by == ()
    assert FILE not in office.href


def test_a_document_under_several_plans_is_told_with_all_of_them() -> None:
    [one] = shared((PLAN, OTHER))
    assert (one.number, [name for name, _ in one.plans]) == (
        "57-NQ/TW",
        ["Kế hoạch 12/KH-UBND", "Kế hoạch 9/KH-SNN"],
    )
