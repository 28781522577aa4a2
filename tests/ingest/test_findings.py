"""What a clerk should look at, each finding at its place."""

from __future__ import annotations

from ingest.plan import Plan, Severity
from tests.ingest.sources import ANNEX, HEAD, HEADER, annexed, plan, table

GOOD = "1 | Rà soát | Công an xã | Sở Nội vụ | Báo cáo | Quý I/2026"


def _rules(read: Plan) -> dict[str, tuple[str, ...]]:
    """The locators of each finding by its rule."""
    return {finding.rule: finding.locators for finding in read.findings}


def test_a_plan_with_nothing_amiss_has_no_findings() -> None:
    assert annexed(HEADER, "I | A | | | | ", GOOD, "II | B | | | | ", GOOD.replace("1 |", "2 |", 1)).findings == ()


def test_a_blank_number_and_a_blank_date_are_told() -> None:
    head = HEAD.replace("Số: 12/KH-UBND", "Số: /KH-UBND").replace("ngày 05 tháng 3", "ngày tháng 3")
    assert _rules(plan(head=head)) == {"header-number-blank": ("Tiêu đề",), "header-date-blank": ("Tiêu đề",)}


def test_a_date_that_an_annex_gives_otherwise_is_told_with_both() -> None:
    read = plan(annex=ANNEX.replace("05/3/2026", "07/3/2026") + table(HEADER, GOOD))
    (finding,) = read.findings
    assert (finding.rule, finding.severity) == ("date-mismatch", Severity.WARNING)
    assert finding.values == ("05/03/2026", "07/03/2026")
    assert finding.locators == ("Tiêu đề", "Phụ lục/tiêu đề")


def test_a_row_that_leaves_lead_or_deadline_blank_is_told() -> None:
    read = annexed(HEADER, "1 | A | | Sở Nội vụ | Báo cáo | 3/2026", "2 | B | Công an xã | | Báo cáo | ")
    assert _rules(read) == {"lead-blank": ("Phụ lục/1",), "due-blank": ("Phụ lục/2",)}


def test_a_parent_row_without_values_is_no_gap() -> None:
    assert annexed(HEADER, "1 | A | | | | ", "- | B | Công an xã | Sở Nội vụ | | 3/2026").findings == ()


def test_a_deadline_that_names_no_day_or_an_earlier_year_is_told() -> None:
    read = annexed(
        HEADER, GOOD.replace("Quý I/2026", "Gia hạn 3 tháng"), GOOD.replace("1 |", "2 |", 1).replace("2026", "2024")
    )
    assert _rules(read) == {"due-not-a-date": ("Phụ lục/1",), "due-before-plan": ("Phụ lục/2",)}


def test_a_unit_that_leads_and_supports_at_once_is_told() -> None:
    read = annexed(HEADER, "1 | A | Công an xã; Sở Nội vụ | Sở Nội vụ | Báo cáo | 3/2026")
    assert [(finding.rule, finding.values) for finding in read.findings] == [("lead-also-support", ("Sở Nội vụ",))]


def test_group_numerals_that_repeat_or_jump_are_told() -> None:
    rows = [HEADER]
    for number, numeral in enumerate(("I", "II", "II", "V"), 1):
        rows += [f"{numeral} | Nhóm {number} | | | | ", GOOD.replace("1 |", f"{number} |", 1)]
    assert _rules(annexed(*rows)) == {"group-repeated": ("Phụ lục/II",), "group-gap": ("Phụ lục",)}


def test_a_row_without_ordinal_is_told() -> None:
    read = annexed(HEADER, "I | A | | | | ", GOOD, GOOD.replace("1 |", " |", 1))
    assert _rules(read) == {"row-without-ordinal": ("Phụ lục/I/(không số)",)}
