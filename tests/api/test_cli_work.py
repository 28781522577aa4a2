"""``brief``, ``due`` and ``check`` from the command line, over the sample plans."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from api import wiring
from ingest.read import read_plan
from tests.api.sample import FakeService
from tests.api.test_cli import failed, roviec
from tests.conftest import ROOT

PLANS = sorted((ROOT / "eval" / "plans").glob("*.txt"))


@pytest.fixture(scope="module")
def samples() -> FakeService:
    return FakeService(tuple(map(read_plan, PLANS)))


@pytest.fixture(autouse=True)
def library(monkeypatch: pytest.MonkeyPatch, samples: FakeService) -> None:
    """A library of the sample plans, without a model."""

    @contextmanager
    def opened(*_: Any) -> Iterator[FakeService]:
        yield samples

    monkeypatch.setattr(wiring, "library_service", opened)
    monkeypatch.setattr(wiring, "temporary_service", opened)


def test_a_brief_is_one_json_line_of_every_part() -> None:
    result = roviec("brief", "chi cuc thuy loi", "--json", "--today", "2026-06-18")
    assert (result.exit_code, result.stderr) == (0, "")
    [line] = result.stdout.splitlines()
    record = json.loads(line)
    assert record["unit"]["name"] == "Chi cục Thủy lợi"
    first = record["leads"][0]
    assert (first["locator"], first["due"], first["due_to"], first["state"]) == (
        "Phụ lục II/1", "15/4/2026", "2026-04-15", "overdue",
    )  # fmt: skip
    assert {len(record[part]) for part in ("leads", "supports", "targets")} == {6, 3, 4}
    text = next(read_plan(file).text for file in PLANS if file.name == first["file"])
    [[start, end]] = first["spans"]
    assert first["name"] in text[start:end]


def test_a_brief_for_people_names_the_unit_its_parts_and_what_presses() -> None:
    shown = roviec(
        "brief", "Chi cục Thủy lợi", "--from", "2026-06-01", "--to", "2026-06-30", "--today", "2026-06-18"
    ).stdout
    assert shown.startswith("Chi cục Thủy lợi\n")
    assert "Kỳ 01/06/2026 – 30/06/2026, tính đến ngày 18/06/2026" in shown
    assert "Chủ trì (4)" in shown
    assert "quá hạn" in shown
    assert "sắp đến hạn" in shown
    assert "đến hạn ngoài kỳ này" in shown


@pytest.mark.parametrize("unit", ["Chi cục Thủy sản", "", "abc"])
def test_an_unknown_unit_is_one_line_and_exit_code_2(unit: str) -> None:
    assert failed(roviec("brief", unit)).startswith(f"Không có đơn vị “{unit}”")


def test_an_unknown_unit_is_told_the_nearest_names() -> None:
    assert "Chi cục Thủy lợi" in failed(roviec("brief", "Chi cục Thủy sản"))


@pytest.mark.parametrize("days", [("1/6/2026", "30/6/2026"), ("01-06-2026", "30.6.2026")])
def test_days_may_be_typed_the_way_officials_write_them(days: tuple[str, str]) -> None:
    typed = roviec("due", "--from", days[0], "--to", days[1], "--json").stdout
    assert typed == roviec("due", "--from", "2026-06-01", "--to", "2026-06-30", "--json").stdout
    assert len(typed.splitlines()) == 18


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("brief",), "Thiếu ĐƠN_VỊ."),
        (("brief", "Sở Nội vụ", "--from", "31/6/2026"), "Ngày “31/6/2026” chưa đúng"),
        (("brief", "Sở Nội vụ", "--from", "6/2026"), "Ngày “6/2026” chưa đúng"),
        (("brief", "Sở Nội vụ", "--today", "9999-12-31"), "Ngày “9999-12-31” chưa đúng"),
        (("brief", "Sở Nội vụ", "--from", "2026-06-01", "--to", "2026-05-01"), "Ngày cuối kỳ (01/05/2026)"),
        (("due", "--json", "--ics"), "Chỉ dùng một trong hai"),
        (("due", "--unit", "Sở Hàng hải"), "Không có đơn vị “Sở Hàng hải”"),
        (
            ("due", "--unit", "kinhte"),
            "Không có đơn vị “kinhte” trong các kế hoạch đã nạp. Gần nhất là: Phòng Kinh tế.",
        ),
        (("due", "--from", "2026-06-01", "--to", "2026-05-01"), "Ngày cuối kỳ"),
    ],
)
def test_wrong_use_is_one_line(args: tuple[str, ...], said: str) -> None:
    assert failed(roviec(*args)).startswith(said)


def test_deadlines_are_a_json_line_each_in_day_order() -> None:
    lines = roviec("due", "--from", "2026-06-01", "--to", "2026-06-30", "--json").stdout.splitlines()
    records = [json.loads(line) for line in lines]
    days = [one["day"] for one in records]
    assert days == sorted(days)
    assert (days[0], days[-1], len(days)) == ("2026-06-08", "2026-06-30", 18)
    assert {one["kind"] for one in records} == {"task", "report"}
    assert len({one["uid"] for one in records}) == len(records)


def test_a_month_from_today_is_shown_when_no_day_is_given() -> None:
    shown = roviec("due", "--today", "2026-06-01", "--unit", "Sở Nội vụ").stdout
    assert "từ 01/06/2026 đến 01/07/2026" in shown
    assert "20/06/2026" in shown


def test_a_calendar_is_read_back_with_an_event_for_each_deadline() -> None:
    args = ("due", "--from", "2026-01-01", "--to", "2026-12-31", "--unit", "Sở Văn hóa, Thể thao và Du lịch")
    made = Calendar.from_ical(roviec(*args, "--ics").stdout_bytes)
    listed = [json.loads(line) for line in roviec(*args, "--json").stdout.splitlines()]
    events = made.walk("VEVENT")
    assert [str(one["UID"]) for one in events] == [one["uid"] for one in listed]
    assert [one.decoded("DTSTART").isoformat() for one in events] == [one["day"] for one in listed]
    assert str(made["X-WR-CALNAME"]) == "Rõ Việc: Sở Văn hóa, Thể thao và Du lịch"


def test_findings_are_grouped_by_plan_and_no_failure() -> None:
    result = roviec("check", *PLANS)
    assert (result.exit_code, result.stderr) == (0, "")
    shown = result.stdout
    order = [shown.index(file.name) for file in PLANS]
    assert order == sorted(order)
    assert "Chỉ tiêu không ghi giá trị." in shown
    assert "Phụ lục I/8" in shown


def test_findings_of_the_library_are_a_json_line_for_each_plan() -> None:
    records = [json.loads(line) for line in roviec("check", "--json").stdout.splitlines()]
    assert [one["file"] for one in records] == [file.name for file in PLANS]
    rules = {finding["rule"] for one in records for finding in one["findings"]}
    assert {"target-without-value", "columns-swapped"} <= rules


def test_a_file_that_cannot_be_checked_is_named_and_the_others_are_checked(tmp_path: Path) -> None:
    (tmp_path / "rỗng.txt").write_bytes(b"")
    result = roviec("check", tmp_path / "rỗng.txt", PLANS[0], "--json")
    assert result.exit_code == 2
    assert "rỗng.txt" in result.stderr
    assert [json.loads(line)["file"] for line in result.stdout.splitlines()] == [PLANS[0].name]


HEAD = (
    "ỦY BAN NHÂN DÂN\nXÃ {place}\n\nSố: {number}/KH-UBND\n{place}, ngày 05 tháng 3 năm 2026\n\n"
    "KẾ HOẠCH\nLàm đẹp xã {place} năm 2026\n\n"
)
ANNEX = (
    "PHỤ LỤC\nNHIỆM VỤ\nTT | Nhiệm vụ | Chủ trì | Phối hợp | Kết quả | Thời hạn\n"
    "1 | Quét {what} | Phòng Kinh tế | | Sạch | 4/2026\n"
)


def test_a_name_of_several_offices_is_told_apart_and_each_can_be_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, (place, what) in enumerate((("Vân Khê", "đường"), ("Bến Đá", "chợ")), 1):
        text = HEAD.format(place=place, number=number) + ANNEX.format(what=what)
        (tmp_path / f"xa-{number}.txt").write_text(text, encoding="utf-8")
    communes = FakeService(tuple(map(read_plan, sorted(tmp_path.glob("*.txt")))))
    monkeypatch.setattr(wiring, "library_service", lambda *_: nullcontext(communes))
    shown = " ".join(roviec("brief", "Phòng Kinh tế", "--today", "1/6/2026").stdout.split())
    assert "“Phòng Kinh tế” là tên của 2 đơn vị khác nhau" in shown
    assert shown.count(": 1 dòng: ") == 2
    assert "2 dòng" not in shown
    one = json.loads(roviec("brief", "Phòng Kinh tế", "--file", "xa-2.txt", "--json").stdout)
    assert [row["name"] for row in one["leads"]] == ["Quét chợ"]
    assert [home["files"] for home in one["homes"]] == [["xa-1.txt"], ["xa-2.txt"]]
