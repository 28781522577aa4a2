from __future__ import annotations

import csv
import io

from api.access.audit import LONGEST, AuditLog, Event, Which, as_csv
from api.access.house import House
from tests.api.access.conftest import START


def event(at: int = START, login: str = "an", action: str = "ask", about: str = "Ai chủ trì?") -> Event:
    return Event(at, login, "10.0.0.7", "session", action, about, 200)


def test_events_are_found_newest_first_by_person_action_words_and_time(house: House) -> None:
    log: AuditLog = house.audit
    lines = [event(START + n, login, action, f"kế hoạch {n}") for n, (login, action) in enumerate(
        [("an", "ask"), ("binh", "ask"), ("an", "open"), ("an", "ask")]
    )]  # fmt: skip
    for line in lines:
        log.write(line)
    assert log.find(Which(), limit=9) == tuple(reversed(lines))
    assert log.find(Which(login="an", action="ask"), limit=9) == (lines[3], lines[0])
    assert log.find(Which(words="Hoạch 1".lower()), limit=9) == (lines[1],)
    assert log.find(Which(since=START + 1, until=START + 3), limit=1, offset=1) == (lines[1],)
    assert log.count(Which(login="an")) == 3


def test_what_is_older_than_the_retention_is_deleted(house: House) -> None:
    log = house.audit
    log.write(event(START))
    log.write(event(START + 86400))
    log.write(event(START + 30 * 86400 + 1))
    assert [one.at for one in log.find(Which(), limit=9)] == [START + 30 * 86400 + 1, START + 86400]


def test_an_endless_question_is_cut_and_kept_on_one_line(house: House) -> None:
    house.audit.write(event(about="a\nb " + "x" * 999))
    [kept] = house.audit.find(Which(), limit=1)
    assert kept.object.startswith("a b x")
    assert len(kept.object) == LONGEST


def test_a_spreadsheet_reads_the_log_and_runs_none_of_it() -> None:
    text = as_csv([event(about='=HYPERLINK("http://x")'), event(about="a, b"), event(login="-an", about="@x")])
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows[0] == ["time", "login", "address", "via", "action", "object", "status"]
    assert [row[5] for row in rows[1:]] == ['\'=HYPERLINK("http://x")', "a, b", "'@x"]
    assert rows[3][1] == "'-an"
    assert rows[1][0] == "2026-05-28T20:26:40+00:00"
