"""The ingest report says how a file was read, and what of it no fact holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.document import Block, Document, Table
from ingest.plan import Finding, Plan
from ingest.read import read_document, read_plan
from ingest.report import reported
from tests.conftest import ROOT

HEAD = """ỦY BAN NHÂN DÂN XÃ VÂN KHÊ
Số: 31/KH-UBND
Vân Khê, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Chuyển đổi số xã Vân Khê năm 2026
I. MỤC ĐÍCH
1. Nâng cao chất lượng phục vụ.
Phụ lục
DANH MỤC NHIỆM VỤ
"""
TABLE = """TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tKết quả\tThời hạn
1\tLắp đặt 12 trạm phát sóng\tPhòng Kinh tế\tCông an xã\tBiên bản\t3/2026
2\tMở lớp kỹ năng số\tPhòng Văn hóa - Xã hội\tVăn phòng\t02 lớp học\t6/2026
"""


def _read(folder: Path, text: str) -> Plan:
    file = folder / "kế-hoạch.txt"
    file.write_text(text, encoding="utf-8")
    return read_plan(file)


def _by_rule(plan: Plan, rule: str) -> list[Finding]:
    return [one for one in plan.findings if one.rule == rule]


def test_a_plan_tells_how_its_file_was_read(tmp_path: Path) -> None:
    reading = _read(tmp_path, HEAD + TABLE).reading
    assert reading is not None
    assert (reading.reader, reading.encoding, reading.pages) == ("text", "utf-8", None)
    assert (reading.tables, reading.rows, reading.sure) == (1, 3, 1.0)


@pytest.mark.parametrize("file", sorted((ROOT / "eval" / "plans").glob("*.txt")), ids=lambda file: file.stem)
def test_no_number_of_the_sample_plans_is_lost(file: Path) -> None:
    plan = read_plan(file)
    assert plan.reading is not None
    assert not [*_by_rule(plan, "numbers-missing"), *_by_rule(plan, "row-unread")]


def test_a_number_that_no_cell_took_over_is_told_with_its_row(tmp_path: Path) -> None:
    plan = _read(tmp_path, HEAD + TABLE)
    document, _ = read_document(tmp_path / "kế-hoạch.txt")
    task = plan.tasks[0]
    blind = replace(task, name=replace(task.name, text="Lắp đặt trạm phát sóng"))
    told = reported(document, replace(plan, tasks=(blind, *plan.tasks[1:])))
    [finding] = _by_rule(told, "numbers-missing")
    assert (finding.locators, finding.values) == ((task.locator,), ("12",))
    assert told.reading is not None
    assert told.reading.sure == 0.5


def test_a_row_of_figures_that_is_no_task_is_a_clause_or_told(tmp_path: Path) -> None:
    plan = _read(tmp_path, HEAD + TABLE + "\tTổng cộng\t\t\t14\t\n")
    assert not _by_rule(plan, "row-unread")
    assert dict(plan.clauses[-1].cells)["Kết quả"].text == "14"
    document, _ = read_document(tmp_path / "kế-hoạch.txt")
    [finding] = _by_rule(reported(document, replace(plan, clauses=plan.clauses[:-1])), "row-unread")
    assert finding.values == ("14",)
    assert finding.locators == (plan.sections[-1].locator,)


def test_rows_of_lines_one_below_the_other_are_not_called_sure(tmp_path: Path) -> None:
    lines = TABLE.replace("\t", "\n")
    plan = _read(tmp_path, HEAD + lines)
    [finding] = _by_rule(plan, "flattened")
    assert finding.locators == tuple(task.locator for task in plan.tasks)
    assert plan.reading is not None
    assert (plan.reading.tables, plan.reading.sure) == (0, 0.0)


def test_a_row_that_lost_cells_to_merged_ones_is_told(tmp_path: Path) -> None:
    plan = _read(tmp_path, HEAD + TABLE)
    document, _ = read_document(tmp_path / "kế-hoạch.txt")
    told = reported(_second_row_broken(document), plan)
    [finding] = _by_rule(told, "cells-placed")
    assert finding.locators == (plan.tasks[1].locator,)


def _second_row_broken(document: Document) -> Document:
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Table):
            last = replace(block.rows[-1], complete=False)
            blocks.append(replace(block, rows=(*block.rows[:-1], last)))
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def test_columns_that_their_cells_belie_are_told_with_every_row(tmp_path: Path) -> None:
    table = """TT\tChỉ tiêu\tGiá trị\tĐơn vị chủ trì
1\t85 %\tTỷ lệ hồ sơ được giải quyết trên môi trường số\tVăn phòng
2\t90 %\tTỷ lệ người dân hài lòng khi làm thủ tục\tVăn phòng
3\t70 %\tTỷ lệ thanh toán không dùng tiền mặt tại chợ\tPhòng Kinh tế
"""
    plan = _read(tmp_path, HEAD + table)
    [finding] = _by_rule(plan, "columns-guessed")
    assert len(plan.targets) == 3
    assert finding.locators == tuple(target.locator for target in plan.targets)
    assert [target.value.text for target in plan.targets] == ["85 %", "90 %", "70 %"]
