"""Chunks stand for every row and every clause, with the headings that say what they are about."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.chunks import Chunk, ChunkKind, chunk_plan
from ingest.plan import Plan, Target, Task
from ingest.read import read_plan
from tests.index.plans import LONG, sample_plan
from tests.ingest.sources import plan

ROOT = Path(__file__).resolve().parents[2]


def check_laws(plan: Plan) -> None:
    """What holds for the chunks of every plan."""
    chunks = chunk_plan(plan)
    covered = {at for chunk in chunks for span in chunk.spans for at in range(span.start, span.end)}
    assert all(0 <= span.start < span.end <= len(plan.text) for chunk in chunks for span in chunk.spans)
    assert all(set(range(clause.span.start, clause.span.end)) <= covered for clause in plan.clauses)
    assert len({chunk.id for chunk in chunks}) == len(chunks)
    every: tuple[Task | Target, ...] = (*plan.targets, *plan.tasks)
    rows = [row.locator for row in every if row.annex is not None]
    assert [chunk.locator for chunk in chunks if chunk.locator in set(rows)] == rows
    assert {chunk.plan_digest for chunk in chunks} <= {plan.digest}


@pytest.fixture
def chunks() -> tuple[Chunk, ...]:
    return chunk_plan(sample_plan())


def at(chunks: tuple[Chunk, ...], locator: str) -> list[Chunk]:
    return [chunk for chunk in chunks if chunk.locator == locator]


def test_the_laws_hold_for_the_hand_made_plan() -> None:
    check_laws(sample_plan())


@pytest.mark.parametrize("path", sorted((ROOT / "eval" / "plans").glob("*.txt")), ids=lambda path: path.stem)
def test_the_laws_hold_for_every_sample_plan(path: Path) -> None:
    check_laws(read_plan(path))


def test_the_laws_hold_for_the_real_plans(real_plans: Path) -> None:
    for path in sorted(real_plans.glob("*.txt")):
        check_laws(read_plan(path))


def test_a_row_is_written_with_its_columns_under_its_annex_and_group(chunks: tuple[Chunk, ...]) -> None:
    (row,) = at(chunks, "Phụ lục II/1")
    assert row.kind is ChunkKind.TASK
    assert row.text == (
        "12/KH-UBND UBND tỉnh Sông Lam 2026. Phụ lục II. Hạ tầng số. Nội dung: Xây dựng kho dữ liệu dùng chung. "
        "Chủ trì: Sở Xây dựng. Phối hợp: Công an tỉnh. Kết quả: Kho dữ liệu. Thời hạn: 6/2026."
    )
    assert "Chuyển đổi số tỉnh Sông Lam năm 2026. PHỤ LỤC II NHIỆM VỤ. Hạ tầng số. Nội dung" in row.lexical_text


def test_a_row_stands_for_all_its_printed_pieces(chunks: tuple[Chunk, ...]) -> None:
    plan = sample_plan()
    assert [chunk.spans for chunk in at(chunks, "Phụ lục I/1")] == [plan.targets[1].spans]


def test_a_sub_row_carries_the_name_of_its_parent() -> None:
    plan = sample_plan()
    child = replace(plan.tasks[1], parent="Phụ lục II/1", locator="Phụ lục II/1-1")
    (row,) = at(chunk_plan(replace(plan, tasks=(plan.tasks[0], child))), "Phụ lục II/1-1")
    assert "Hạ tầng số. Xây dựng kho dữ liệu dùng chung. Nội dung: Lắp trạm" in row.text


def test_long_cells_are_shortened_for_the_model_and_whole_for_words() -> None:
    plan = sample_plan()
    long = replace(plan.tasks[0], support=replace(plan.tasks[0].support, text="Sở Nội vụ, " * 40 + "Sở Tư pháp"))
    (row,) = at(chunk_plan(replace(plan, tasks=(long,))), "Phụ lục II/1")
    assert "Sở Tư pháp" not in row.text
    assert "Thời hạn: 6/2026" in row.text
    assert "Sở Tư pháp" in row.lexical_text


def test_a_clause_is_read_under_its_headings(chunks: tuple[Chunk, ...]) -> None:
    clause = at(chunks, "II/1")[1]
    assert clause.kind is ChunkKind.CLAUSE
    assert "Chế độ báo cáo. - Sở Tài chính bố trí kinh phí." in clause.text
    assert "TỔ CHỨC THỰC HIỆN. Chế độ báo cáo. - Sở Tài chính" in clause.lexical_text


def test_prose_that_states_a_fact_is_one_chunk_of_its_kind(chunks: tuple[Chunk, ...]) -> None:
    assert [chunk.kind for chunk in at(chunks, "II/1")] == [ChunkKind.DUTY, ChunkKind.CLAUSE]
    assert at(chunks, "I")[0].kind is ChunkKind.TARGET


def test_a_long_clause_becomes_several_pieces_that_start_with_a_sentence(chunks: tuple[Chunk, ...]) -> None:
    plan = sample_plan()
    pieces = at(chunks, "I")[1:]
    assert len(pieces) > 1
    assert "".join(span.slice(plan.text) for piece in pieces for span in piece.spans) == LONG
    assert all(piece.spans[0].slice(plan.text).startswith("Đơn vị thứ") for piece in pieces)


def test_recipients_are_one_chunk_and_the_head_is_another(chunks: tuple[Chunk, ...]) -> None:
    (recipients,) = at(chunks, "Nơi nhận")
    assert "- Tỉnh ủy; - Lưu: VT." in recipients.text or (
        "- Tỉnh ủy;" in recipients.text and "- Lưu: VT." in recipients.text
    )
    (head,) = at(chunks, "Tiêu đề")
    assert "Số, ký hiệu: 12/KH-UBND. Cơ quan ban hành: UBND tỉnh Sông Lam." in head.text


def test_ids_change_with_the_content_of_their_place_only() -> None:
    before, after = chunk_plan(sample_plan()), chunk_plan(sample_plan(extra=" Xong."))
    changed = {chunk.locator for chunk in after} - {
        chunk.locator for chunk in after if chunk.id in {old.id for old in before}
    }
    assert len({chunk.id for chunk in before} & {chunk.id for chunk in after}) == len(before) - 1
    assert changed == set()


def test_rows_that_repeat_word_for_word_have_ids_of_their_own() -> None:
    plan = sample_plan()
    twice = chunk_plan(replace(plan, tasks=(plan.tasks[0], plan.tasks[0])))
    assert len({chunk.id for chunk in twice}) == len(twice)


def test_a_plan_without_anything_has_no_chunks() -> None:
    plan = sample_plan()
    assert (
        chunk_plan(replace(plan, header=type(plan.header)(), sections=(), clauses=(), tasks=(), targets=(), duties=()))
        == ()
    )


def test_prose_that_states_one_of_several_tasks_has_its_locator() -> None:
    body = (
        "II. NHIỆM VỤ\n1. Ứng dụng công nghệ\n- Nâng cấp cổng thông tin.\nĐơn vị chủ trì: Văn phòng.\n"
        "- Dựng kho dữ liệu.\nĐơn vị chủ trì: Phòng Kinh tế.\n"
    )
    chunks = [chunk for chunk in chunk_plan(plan(body=body)) if chunk.kind is ChunkKind.TASK]
    assert [chunk.locator for chunk in chunks] == ["II/1-1", "II/1-1", "II/1-2", "II/1-2"]
