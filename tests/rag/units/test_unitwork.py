"""A unit's work: what names it, and marked apart what reaches it otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from rag.answer import Answer, Status
from rag.corpus.collectives import takes_in
from rag.engine import Engine

TODAY = date(2026, 5, 10)


@pytest.mark.parametrize(
    ("collective", "key", "reached"),
    [
        ("Các sở, ban, ngành, địa phương", "so noi vu", True),
        ("Các sở, ban, ngành", "phong phap che", False),
        ("Các phòng chuyên môn thuộc Sở", "phong phap che", True),
        ("UBND cấp xã", "uy ban nhan dan phuong lam giang", True),
        ("UBND cấp xã", "so noi vu", False),
        ("UBND các huyện, thị xã", "uy ban nhan dan xa van khe", False),
        ("Các cơ quan, đơn vị liên quan", "cong an tinh", True),
        ("Các doanh nghiệp viễn thông", "so noi vu", False),
        ("các tổ chức, cá nhân liên quan", "so noi vu", False),
        ("Sở Tài chính", "so tai chinh", False),
    ],
)
def test_a_collective_takes_in_the_offices_of_its_kind(collective: str, key: str, reached: bool) -> None:  # noqa: FBT001 — a table of cases
    assert takes_in(collective, key) is reached


def asked(engine: Engine, question: str) -> Answer:
    return engine.answer(question, TODAY)


def test_a_units_work_names_its_reports_apart_from_its_rows(sample_engine: Engine) -> None:
    answer = asked(sample_engine, "Chi cục Thủy lợi phải làm gì?")
    assert answer.status is Status.ANSWERED
    assert "IV/2" not in {one.locator for one in answer.items}
    assert {one.locator for one in answer.also if one.role == "report" and not one.via} == {"IV/2"}
    assert "chế độ báo cáo" in answer.answer


def test_what_reaches_a_unit_by_a_collective_says_by_which(sample_engine: Engine) -> None:
    answer = asked(sample_engine, "Chi cục Thủy lợi phải làm gì?")
    collective = [one for one in answer.also if one.via]
    assert {one.via for one in collective} >= {"Các phòng, đơn vị thuộc Sở"}
    assert not {(one.file, one.locator) for one in collective} & {(one.file, one.locator) for one in answer.items}


def test_what_a_unit_leads_says_nothing_of_its_reports(sample_engine: Engine) -> None:
    assert asked(sample_engine, "Chi cục Thủy lợi chủ trì những nhiệm vụ nào?").also == ()


def test_reports_due_in_a_month_are_listed_with_their_next_day(sample_engine: Engine) -> None:
    answer = asked(sample_engine, "Tháng 6 Phòng Kế hoạch - Tài chính phải gửi những báo cáo nào?")
    assert [(one.locator, one.role) for one in answer.items] == [("IV/1", "report")] * 2
    assert [one.due for one in answer.items] == [
        "trước ngày 12 của tháng cuối quý, kỳ tới 12/06/2026",
        "trước ngày 08/6/2026, kỳ tới 08/06/2026",
    ]


def test_no_report_due_is_said_so(sample_engine: Engine) -> None:
    answer = asked(sample_engine, "Tháng 8 Văn phòng Đảng ủy xã phải gửi những báo cáo nào?")
    assert (answer.status, answer.items) == (Status.NOT_FOUND, ())


def test_an_office_with_nothing_but_reports_in_a_month_is_told_those(sample_engine: Engine) -> None:
    answer = asked(sample_engine, "Văn phòng Đảng ủy xã phải làm gì trong tháng 12?")
    assert answer.status is Status.ANSWERED
    assert "V/2" in {one.locator for one in (*answer.items, *answer.also)}
