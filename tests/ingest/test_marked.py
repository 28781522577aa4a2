"""Offices and months over columns of marks: a row says the title over its mark, cited where the title stands."""

from __future__ import annotations

import pytest

from ingest.plan import Task
from tests.ingest.sources import annexed

OFFICES = "Văn phòng | Phòng Kinh tế | Công an xã"


def _led(task: Task) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return task.leads, task.supports


@pytest.mark.parametrize("mark", ["x", "X", "✓", "+"])
def test_a_checked_office_leads(mark: str) -> None:
    found = annexed(
        f"TT | Nhiệm vụ | {OFFICES} | Thời hạn",
        f"1 | Rà soát hộ nghèo | | {mark} | | 3/2026",
        "2 | Sơ kết | | | | 6/2026",
    )
    assert [_led(task) for task in found.tasks] == [(("Phòng Kinh tế",), ()), ((), ())]
    (span,) = found.tasks[0].lead.spans
    assert span.slice(found.text) == "Phòng Kinh tế"
    assert ("Phòng Kinh tế", mark) in [(header, cell.text) for header, cell in found.tasks[0].other]


@pytest.mark.parametrize(("lead", "support"), [("CT", "PH"), ("Chủ trì", "Phối hợp")])
def test_marks_may_tell_who_leads_and_who_supports(lead: str, support: str) -> None:
    (task,) = annexed(
        f"TT | Nhiệm vụ | {OFFICES} | Thời hạn", f"1 | Diễn tập | {support} | {support} | {lead} | 3/2026"
    ).tasks
    assert _led(task) == (("Công an xã",), ("Văn phòng", "Phòng Kinh tế"))


def test_offices_may_stand_under_a_title_of_their_own() -> None:
    found = annexed(
        "TT | Nhiệm vụ | Phân công | | | Thời hạn",
        f" | | {OFFICES} | ",
        "1 | Rà soát | x | | x | 3/2026",
        "2 | Diễn tập | | x | | 4/2026",
    )
    assert [_led(task) for task in found.tasks] == [(("Văn phòng", "Công an xã"), ()), (("Phòng Kinh tế",), ())]


def test_checks_beside_a_column_of_leads_are_supports() -> None:
    (task,) = annexed(
        "TT | Nhiệm vụ | Chủ trì | Phòng Kinh tế | Công an xã | Thời hạn", "1 | Diễn tập | Văn phòng | | x | 3/2026"
    ).tasks
    assert _led(task) == (("Văn phòng",), ("Công an xã",))


def test_checked_months_are_the_time() -> None:
    found = annexed(
        "TT | Nhiệm vụ | Chủ trì | Tháng 1 | Tháng 2 | Tháng 3",
        "1 | Rà soát | Văn phòng | | x | ",
        "2 | Tập huấn | Công an xã | x | x | x",
    )
    assert [task.due.text for task in found.tasks] == ["Tháng 2", "Tháng 1 - Tháng 3"]
    assert [task.when and task.when.end and task.when.end.month for task in found.tasks] == [2, 3]


def test_columns_of_words_or_figures_are_no_marks() -> None:
    (task,) = annexed(f"TT | Nhiệm vụ | {OFFICES} | Thời hạn", "1 | Trồng cây | 200 | x | 300 | 3/2026").tasks
    assert _led(task) == ((), ())
