"""Tables whose rows lost or gained cells, as copying and reading by machine leaves them: a plan is still read."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from ingest.build import build_plan
from ingest.readers.text import read_text
from tests.ingest.sources import annexed, plan

SAMPLES = sorted(Path("eval/plans").glob("*.txt"))


def _mangled(text: str, seed: int) -> str:
    """The text with cells of a tenth of its rows cut off, left out, doubled or emptied."""
    dice = random.Random(seed)
    lines = []
    for line in text.split("\n"):
        cells = line.split("\t")
        at = dice.randrange(len(cells))
        ways = [cells, cells[: at + 1], [*cells[:at], *cells[at + 1 :]], [*cells[:at], "", *cells[at:]], cells * 2]
        lines.append("\t".join(dice.choice(ways) if "\t" in line and dice.random() < 0.1 else cells))
    return "\n".join(lines)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", range(12))
def test_mangled_rows_are_read(path: Path, seed: int) -> None:
    text = _mangled(path.read_text(encoding="utf-8"), seed)
    read = build_plan(read_text(path.name, text, "utf-8"), "0" * 64)
    assert len(read.tasks) > 10
    assert all(text[one.start : one.end].strip() for task in read.tasks for one in task.name.spans)


def test_a_groups_row_may_end_before_the_columns_of_both_ends() -> None:
    read = annexed(
        "TT | Nội dung | Người phụ trách | Bắt đầu | Kết thúc | Minh chứng",
        "1 | Đo độ mặn ở cống đầu kênh | Lê Thị Sáu | 3/2026 | 9/2026 | Sổ đo",
        "B | Nạo vét",
        "2 | Nạo vét kênh nội đồng | Trần Văn Tám | 4/2026 | 6/2026 | Biên bản",
    )
    assert [task.name.text for task in read.tasks] == ["Đo độ mặn ở cống đầu kênh", "Nạo vét kênh nội đồng"]


def test_rows_may_be_wider_than_the_titles_of_a_table_without_tasks() -> None:
    read = plan(
        annex="\nPHỤ LỤC\nDANH SÁCH\n\n<table><tr><td>Số TT</td></tr><tr><td>1</td><td>Ấp Giữa</td></tr><tr><td>2</td><td>Ấp Trên</td></tr><tr><td>3</td><td>Ấp Dưới</td></tr></table>\n"
    )
    assert any("Ấp Trên" in clause.text for clause in read.clauses)
