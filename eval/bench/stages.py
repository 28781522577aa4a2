"""How long each stage takes over a folder of plans: ``python -m eval.bench.stages PLANS``.

Everything is done from nothing and kept in memory: no cache of vectors, no library on disk.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TypeVar

import numpy as np
from rich import box
from rich.console import Console
from rich.table import Table

from eval.metrics import percentile
from eval.wording import milliseconds
from index.chunks import Chunk, chunk_plan
from index.dense import DenseIndex
from index.embedder import NANO, Embedder, Vectors, from_name
from index.lexical import LexicalIndex
from ingest.errors import RoviecError
from ingest.read import PLAN_SUFFIXES, read_plan
from rag.corpus.library import build_library
from rag.engine import Engine

TODAY = date(2026, 5, 10)
"""What "today" means in the questions; they are about no time of their own."""

BATCH = 32
"""Chunks that are embedded in one step."""

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: the milliseconds of each step, in order, and what a step works on."""

    name: str
    unit: str
    steps: tuple[float, ...]
    note: str = ""

    @property
    def total(self) -> float:
        """Milliseconds of the whole stage."""
        return sum(self.steps)


def measure(files: Sequence[Path], embedder: Embedder, *, questions: int = 100) -> tuple[Stage, ...]:
    """Time every stage over ``files``; the questions ask who leads each of the first tasks.

    Raises: RoviecError for a file that is no plan; ModelMissing.
    """
    read, plans = _timed("đọc kế hoạch", "tệp", [partial(read_plan, file) for file in files])
    cut, parts = _timed("chia đoạn", "kế hoạch", [partial(chunk_plan, plan) for plan in plans])
    chunks = [chunk for part in parts for chunk in part]
    batches = [chunks[start : start + BATCH] for start in range(0, len(chunks), BATCH)]
    embed, vectors = _timed("tính véc-tơ", "lô", [partial(_embed, embedder, batch) for batch in batches])
    index, _ = _timed("lập chỉ mục", "bộ", [partial(_index, chunks, vectors)])
    load, engines = _timed("dựng bộ hỏi đáp", "bộ", [lambda: Engine(build_library(plans))])
    asked = [f"Đơn vị nào chủ trì {task.name.text}?" for plan in plans for task in plan.tasks][:questions]
    answer, _ = _timed("trả lời", "câu hỏi", [partial(engines[0].answer, question, TODAY) for question in asked])
    return read, cut, replace(embed, note=f"{len(chunks)} đoạn"), index, load, answer


def _timed(name: str, unit: str, steps: Sequence[Callable[[], Made]]) -> tuple[Stage, list[Made]]:
    """Do the steps one after the other and time each."""
    made, spent = [], []
    for step in steps:
        start = perf_counter()
        made.append(step())
        spent.append((perf_counter() - start) * 1000)
    return Stage(name, unit, tuple(spent)), made


def _embed(embedder: Embedder, chunks: Sequence[Chunk]) -> Vectors:
    return embedder.embed([chunk.text for chunk in chunks], "passage")


def _index(chunks: Sequence[Chunk], vectors: Sequence[Vectors]) -> tuple[LexicalIndex, DenseIndex | None]:
    lexical = LexicalIndex([chunk.lexical_text for chunk in chunks])
    return lexical, DenseIndex(np.concatenate(vectors)) if vectors else None


def show(stages: Sequence[Stage], console: Console) -> None:
    """Print one line for each stage."""
    table = Table(box=box.SIMPLE_HEAD)
    for column in ("Công đoạn", "Số bước", "Tổng", "p50 mỗi bước", "p95 mỗi bước"):
        table.add_column(column, justify="left" if column == "Công đoạn" else "right")
    for stage in stages:
        name = f"{stage.name} ({stage.note})" if stage.note else stage.name
        times = (stage.total, percentile(stage.steps, 50), percentile(stage.steps, 95))
        table.add_row(name, f"{len(stage.steps)} {stage.unit}", *map(milliseconds, times))
    console.print(table)


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.stages", description="Đo thời gian từng công đoạn.")
    parser.add_argument("plans", nargs="+", type=Path, metavar="PLANS", help="tệp hoặc thư mục kế hoạch")
    parser.add_argument("--model", default=NANO, help="tên hoặc thư mục mô hình nhúng (mặc định: %(default)s)")
    parser.add_argument("--threads", type=int, default=0, help="số luồng của mô hình nhúng, 0 là tự chọn")
    parser.add_argument("--questions", type=int, default=100, help="số câu hỏi (mặc định: %(default)s)")
    chosen = parser.parse_args()
    try:
        embedder = from_name(chosen.model, threads=chosen.threads)
        show(measure(plan_files(chosen.plans), embedder, questions=chosen.questions), Console())
    except RoviecError as error:
        parser.exit(error.exit_code, f"{error}\n")


def plan_files(places: Sequence[Path]) -> list[Path]:
    """The files named, and in place of a folder the plan files in it, by name."""
    found = (sorted(place.iterdir()) if place.is_dir() else [place] for place in places)
    return [file for files in found for file in files if file in places or file.suffix in PLAN_SUFFIXES]


if __name__ == "__main__":
    main()
