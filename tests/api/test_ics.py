"""Calendars: valid, stable, in Vietnamese, and leading back to the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from icalendar import Calendar

from api.ics import calendar, uid
from ingest.document import Span
from rag.answer import Item
from rag.listing.deadlines import Deadline

STAMP = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
NAME = "Lắp đặt Wi-Fi; mở lớp, dạy kỹ năng số\ncho người cao tuổi" + " ở các thôn" * 20
ITEM = Item("xã-mẫu.txt", "Kế hoạch 12/KH-UBND", "Phụ lục/1", NAME, lead="Phòng Kinh tế", due="3/2026")
ONE = Deadline(date(2026, 3, 31), "task", ITEM, (Span(0, 5),), date(2026, 3, 1), date(2026, 3, 31))


def test_an_event_lasts_the_day_of_the_deadline_and_cites_its_place() -> None:
    [event] = Calendar.from_ical(calendar([ONE], stamp=STAMP)).walk("VEVENT")
    assert event.decoded("DTSTART") == date(2026, 3, 31)
    assert event.decoded("DTEND") == date(2026, 4, 1)
    assert str(event["SUMMARY"]).startswith("Hạn: Lắp đặt Wi-Fi; mở lớp, dạy kỹ năng số")
    assert len(str(event["SUMMARY"])) < 140
    told = str(event["DESCRIPTION"])
    assert "Chủ trì: Phòng Kinh tế" in told
    assert "Thời hạn ghi: 3/2026" in told
    assert told.endswith("Nguồn: Kế hoạch 12/KH-UBND, Phụ lục/1")


def test_lines_are_folded_at_75_octets_and_end_as_the_standard_asks() -> None:
    made = calendar([ONE], stamp=STAMP)
    lines = made.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    made.decode("utf-8")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert {b"VERSION:2.0", b"METHOD:PUBLISH"} <= set(lines)


def test_the_name_of_an_event_depends_on_plan_place_day_and_number_only() -> None:
    assert uid(ONE) == uid(replace(ONE, item=replace(ITEM, name="khác", due="tháng 3/2026"), spans=()))
    others = {
        uid(replace(ONE, number=1)),
        uid(replace(ONE, day=date(2026, 3, 30))),
        uid(replace(ONE, item=replace(ITEM, locator="Phụ lục/2"))),
        uid(replace(ONE, item=replace(ITEM, file="khác.txt"))),
        uid(ONE),
    }
    assert len(others) == 5


def test_a_link_opens_the_plan_at_the_place() -> None:
    made = calendar([ONE], stamp=STAMP, link=lambda file, place: f"http://127.0.0.1/{file}?at={place}")
    [event] = Calendar.from_ical(made).walk("VEVENT")
    assert str(event["URL"]) == "http://127.0.0.1/xã-mẫu.txt?at=Phụ lục/1"


def test_nothing_due_is_a_calendar_without_events() -> None:
    made = Calendar.from_ical(calendar([], stamp=STAMP))
    assert made.walk("VEVENT") == []
    assert str(made["PRODID"])
