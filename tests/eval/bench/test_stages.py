from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console

from eval.bench.stages import measure, plan_files, show
from eval.sets import SAMPLE_PLANS
from index.embedder import Kind, Vectors


class Flat:
    """A model to which every text is the same."""

    name = "flat"
    dim = 4

    def embed(self, texts: Sequence[str], kind: Kind) -> Vectors:
        assert kind == "passage"
        return np.full((len(texts), self.dim), 0.5, dtype=np.float32)


def test_every_stage_is_timed_step_by_step(capsys: pytest.CaptureFixture[str]) -> None:
    files = plan_files([SAMPLE_PLANS])
    stages = measure(files, Flat(), questions=5)
    steps = {stage.name: len(stage.steps) for stage in stages}
    assert steps["đọc kế hoạch"] == len(files) > 0
    assert steps["trả lời"] == 5
    assert all(stage.total > 0 for stage in stages)
    show(stages, Console(width=120))
    assert "5 câu hỏi" in capsys.readouterr().out


def test_a_folder_gives_its_plan_files_and_a_named_file_is_taken_as_it_is(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "phim.mp4"):
        (tmp_path / name).write_text("…", encoding="utf-8")
    assert [path.name for path in plan_files([tmp_path])] == ["a.md", "b.txt"]
    assert plan_files([tmp_path / "phim.mp4"]) == [tmp_path / "phim.mp4"]
