"""A deadline's title says what it is without its place being opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ingest.document import Span
from rag.answer import Item
from rag.listing.deadlines import Deadline
from web.duetitles import title

WHAT = "Tổng hợp, báo cáo Sở Nội vụ hằng quý (trước ngày 12 của tháng cuối quý) và năm"
ITEM = Item("a.txt", "Kế hoạch 27/KH-UBND", "III/2", WHAT, lead="Phòng Kế hoạch", due="trước ngày 12")
DAY = date(2026, 6, 12)
REPORT = Deadline(DAY, "report", ITEM, (Span(0, 5),), DAY, DAY, recipient="Sở Nội vụ", frequency="Hằng quý")


def test_a_report_is_told_by_how_often_to_whom_and_by_whom() -> None:
    assert title(REPORT) == "Báo cáo hằng quý gửi Sở Nội vụ – Phòng Kế hoạch"


def test_what_the_plan_does_not_say_is_left_out() -> None:
    assert title(replace(REPORT, recipient="", frequency="")) == "Báo cáo – Phòng Kế hoạch"
    assert title(replace(REPORT, item=replace(ITEM, lead=""))) == "Báo cáo hằng quý gửi Sở Nội vụ"


def test_what_is_sent_but_is_no_report_keeps_its_own_words() -> None:
    sent = replace(REPORT, item=replace(ITEM, name="Gửi Sở Tài chính số liệu khách"), recipient="Sở Tài chính")
    assert title(sent) == "Gửi Sở Tài chính số liệu khách – Phòng Kế hoạch"


@pytest.mark.parametrize("kind", ["task", "target"])
def test_a_row_is_told_by_its_name(kind: str) -> None:
    assert title(replace(REPORT, kind=kind)) == WHAT
