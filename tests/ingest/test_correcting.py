"""A correction is laid over the cell it was made for, wherever that stands now, and over no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.correcting import cell, corrected, row_at
from ingest.corrections import TARGET_FIELDS, TASK_FIELDS, Correction, Standing, corrected_fields, places_of
from ingest.plan import Field, Finding, Plan, Severity, Target, Task
from ingest.read import read_plan
from tests.conftest import ROOT

HEAD = """ỦY BAN NHÂN DÂN XÃ VÂN KHÊ
Số: 31/KH-UBND
Vân Khê, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Chuyển đổi số xã Vân Khê năm 2026
I. MỤC ĐÍCH
1. Nâng cao chất lượng phục vụ.
PHỤ LỤC
DANH MỤC NHIỆM VỤ
(Kèm theo Kế hoạch số 31/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân xã Vân Khê)
TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tKết quả\tThời hạn\tGhi chú
"""
ROWS = (
    "Lắp đặt trạm phát sóng tại chợ\tPhòng Kinh tế\tCông an xã\tBiên bản\t3/2026\t",
    "Mở lớp kỹ năng số cho người cao tuổi\tPhòng Văn hóa - Xã hội\tVăn phòng\tLớp học\tQuý II/2026\t",
    "Rà soát thủ tục hành chính nội bộ\tPhòng Kinh tế\t\tBáo cáo\t\t",
)
HEADED = "Tiêu đề"
WHO = {"by": "An", "at": "2026-03-10 08:00"}


def plan_of(folder: Path, *rows: str, head: str = HEAD) -> Plan:
    file = folder / "kế-hoạch.txt"
    lines = [f"{n}\t{row}" for n, row in enumerate(rows or ROWS, 1)]
    file.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    return read_plan(file)


def correction(plan: Plan, locator: str, field: str, new: str) -> Correction:
    """What a clerk who sees ``plan`` keeps."""
    row = row_at(plan, locator)
    return Correction(locator, field, cell(plan, locator, field) or "", new, name=row.name.text if row else "", **WHO)


def rules(plan: Plan) -> list[str]:
    return [one.rule for one in plan.findings]


def test_the_corrected_cell_keeps_what_is_printed_and_where(tmp_path: Path) -> None:
    plan = plan_of(tmp_path)
    mended, [laid] = corrected(plan, [correction(plan, "Phụ lục/1", "due", "4/2026")])
    due, before = mended.tasks[0].due, plan.tasks[0].due
    assert laid.standing is Standing.APPLIED
    assert (due.text, due.printed, due.spans) == ("4/2026", "3/2026", before.spans)
    assert corrected_fields(mended.tasks[0]) == ("due",)
    assert mended.text == plan.text
    assert mended.tasks[1:] == plan.tasks[1:]


@pytest.mark.parametrize(
    ("field", "new"),
    [
        ("lead", "Công an xã, Văn phòng"),
        ("lead", "Công an xã chủ trì; Trạm Y tế phối hợp"),
        ("support", "Trạm Y tế; Đoàn Thanh niên"),
        ("support", ""),
        ("due", "Từ ngày 01/4/2026 đến ngày 30/6/2026"),
        ("due", "Quý III"),
        ("due", "Thường xuyên"),
        ("result", "Quyết định"),
        ("name", "Lắp đặt trạm phát sóng tại chợ mới"),
        ("note", "Vốn xã hội hóa"),
    ],
)
def test_units_and_days_are_what_they_would_be_had_the_source_printed_it(tmp_path: Path, field: str, new: str) -> None:
    plan = plan_of(tmp_path)
    mended, _ = corrected(plan, [correction(plan, "Phụ lục/1", field, new)])
    at = ("name", "lead", "support", "result", "due", "note").index(field)
    cells = ROWS[0].split("\t")
    cells[at] = new
    printed = plan_of(tmp_path, "\t".join(cells), *ROWS[1:]).tasks[0]
    task = mended.tasks[0]
    assert getattr(task, field).text == getattr(printed, field).text == new
    assert (task.leads, task.supports, task.when) == (printed.leads, printed.supports, printed.when)


def test_a_blank_that_is_filled_is_no_finding_any_more(tmp_path: Path) -> None:
    plan = plan_of(tmp_path)
    assert "due-blank" in rules(plan)
    mended, _ = corrected(plan, [correction(plan, "Phụ lục/3", "due", "9/2026")])
    assert "due-blank" not in rules(mended)
    assert rules(mended).count("corrected") == 1


def test_a_row_that_moved_takes_its_correction_along(tmp_path: Path) -> None:
    made = correction(plan_of(tmp_path), "Phụ lục/1", "lead", "Công an xã")
    new_row = "Thay cáp trạm phát sóng\tPhòng Kinh tế\tVăn phòng\tBiên bản\t5/2026\t"
    mended, [laid] = corrected(plan_of(tmp_path, new_row, *ROWS), [made])
    assert (laid.standing, laid.locator) == (Standing.APPLIED, "Phụ lục/2")
    assert [task.leads for task in mended.tasks[:2]] == [("Phòng Kinh tế",), ("Công an xã",)]


def test_the_same_cell_of_another_row_is_never_corrected(tmp_path: Path) -> None:
    made = correction(plan_of(tmp_path), "Phụ lục/1", "lead", "Công an xã")
    mended, [laid] = corrected(plan_of(tmp_path, ROWS[2], ROWS[1]), [made])
    assert laid.standing is Standing.ASIDE
    assert [task.lead.text for task in mended.tasks] == ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]
    [told] = [one for one in mended.findings if one.rule == "correction-aside"]
    assert "dòng này không còn" in told.message


def test_a_cell_that_the_source_has_changed_is_left_as_it_is_now(tmp_path: Path) -> None:
    made = correction(plan_of(tmp_path), "Phụ lục/1", "due", "4/2026")
    changed = plan_of(tmp_path, ROWS[0].replace("3/2026", "6/2026"), *ROWS[1:])
    mended, [laid] = corrected(changed, [made])
    assert (laid.standing, laid.printed) == (Standing.ASIDE, "6/2026")
    assert mended.tasks == changed.tasks
    [told] = [one for one in mended.findings if one.rule == "correction-aside"]
    assert told.locators == ("Phụ lục/1",)
    assert "6/2026" in told.message


def test_a_source_that_now_prints_the_correction_needs_it_no_more(tmp_path: Path) -> None:
    made = correction(plan_of(tmp_path), "Phụ lục/1", "due", "4/2026")
    mended, [laid] = corrected(plan_of(tmp_path, ROWS[0].replace("3/2026", "4/2026"), *ROWS[1:]), [made])
    assert laid.standing is Standing.SETTLED
    assert corrected_fields(mended.tasks[0]) == ()


def test_a_slightly_changed_name_is_still_the_same_row(tmp_path: Path) -> None:
    made = correction(plan_of(tmp_path), "Phụ lục/2", "due", "8/2026")
    changed = plan_of(tmp_path, ROWS[0], ROWS[1].replace("người cao tuổi", "người cao tuổi trong xã"), ROWS[2])
    mended, [laid] = corrected(changed, [made])
    assert laid.standing is Standing.APPLIED
    assert mended.tasks[1].due.text == "8/2026"


def test_a_field_of_the_head_is_corrected_and_the_year_follows(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, ROWS[0].replace("3/2026", "Quý III"), head=HEAD.replace("năm 2026\nI.", "\nI."))
    assert plan.header.year == 2026
    made = [correction(plan, HEADED, "date", "2027-03-05"), correction(plan, HEADED, "number", "32/KH-UBND")]
    mended, _ = corrected(plan, made)
    header = mended.header
    assert (header.number, header.date, header.date_text) == (
        "32/KH-UBND",
        date(2027, 3, 5),
        "ngày 05 tháng 03 năm 2027",
    )
    assert dict(header.corrected) == {"number": "31/KH-UBND", "date": "ngày 05 tháng 3 năm 2026"}
    assert header.year == 2027
    assert mended.tasks[0].when is not None
    assert mended.tasks[0].when.end == date(2027, 9, 30)
    again, laid = corrected(plan, [correction(mended, HEADED, "number", "33/KH-UBND")])
    assert laid[0].standing is Standing.APPLIED
    assert again.header.number == "33/KH-UBND"


def test_a_doubtful_cell_is_doubtful_no_more_once_a_clerk_has_written_it(tmp_path: Path) -> None:
    plan = plan_of(tmp_path)
    doubt = Finding("ocr-doubtful", Severity.WARNING, ("Phụ lục/1",), "Chưa chắc.", ("3/2026", "Biên bản"))
    plan = replace(plan, findings=(*plan.findings, doubt))
    one, two = (correction(plan, "Phụ lục/1", *pair) for pair in (("due", "8/2026"), ("result", "Biên bản bàn giao")))
    half, _ = corrected(plan, [one])
    assert [found.values for found in half.findings if found.rule == "ocr-doubtful"] == [("Biên bản",)]
    assert "ocr-doubtful" not in rules(corrected(plan, [one, two])[0])


SAMPLE = read_plan(ROOT / "eval" / "plans" / "lamgiang-ubnd-2026.txt")


@given(data=st.data(), new=st.sampled_from(["", "Sở Y tế", "Quý IV/2026", "Đạt 95% trở lên", "9/2026"]))
def test_of_any_plan_only_the_one_cell_changes_and_undoing_gives_the_plan_back(data: st.DataObject, new: str) -> None:
    rows: list[Task | Target] = [*SAMPLE.tasks, *SAMPLE.targets]
    place, row = data.draw(st.sampled_from(list(places_of(SAMPLE).items())))
    field = data.draw(st.sampled_from(TASK_FIELDS if isinstance(row, Task) else TARGET_FIELDS))
    made = correction(SAMPLE, place, field, new)
    mended, [laid] = corrected(SAMPLE, [made])
    assert corrected(SAMPLE, []) == (SAMPLE, ())
    if made.old == new:
        return
    assert laid.standing is Standing.APPLIED
    after: list[Task | Target] = [*mended.tasks, *mended.targets]
    for one, other in zip(rows, after, strict=True):
        if one is not row:
            assert other == one
            continue
        assert getattr(other, field) == Field(new, getattr(one, field).spans, made.old)
        untouched = {name for name in (TASK_FIELDS if isinstance(one, Task) else TARGET_FIELDS) if name != field}
        assert all(getattr(other, name) == getattr(one, name) for name in untouched)
        assert field in {"lead", "support"} or (other.leads, other.supports) == (one.leads, one.supports)
        assert field == "due" or other.when == one.when


def test_a_correction_finds_its_row_again_when_the_row_gets_a_twin_or_loses_it(tmp_path: Path) -> None:
    alone = plan_of(tmp_path)
    twin = HEAD + f"1\t{ROWS[1]}\n"
    both = plan_of(tmp_path, *ROWS, head=twin)
    assert list(places_of(both))[:2] == ["Phụ lục/1 (1)", "Phụ lục/1 (2)"]

    before = correction(alone, "Phụ lục/1", "due", "4/2026")
    assert [row.due.text for row in corrected(both, [before])[0].tasks][:2] == ["Quý II/2026", "4/2026"]
    after = correction(both, "Phụ lục/1 (2)", "due", "4/2026")
    assert corrected(alone, [after])[0].tasks[0].due.text == "4/2026"
