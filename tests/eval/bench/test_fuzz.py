from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from eval.bench import fuzz as bench
from ingest.errors import UnreadableFile
from ingest.isolation import Isolation
from ingest.plan import Plan
from ingest.read import read_document

SEEDS = bench.seeds()


@pytest.mark.parametrize("name", SEEDS)
def test_every_file_that_is_spoiled_can_be_read_unspoiled(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(SEEDS[name])
    assert read_document(tmp_path / name)[0].text.strip()


def test_the_same_seed_spoils_alike_and_every_file_is_spoiled() -> None:
    for content in SEEDS.values():
        spoiled = [bench.spoiled(content, random.Random(seed)) for seed in range(6)]
        assert spoiled == [bench.spoiled(content, random.Random(seed)) for seed in range(6)]
        assert len(set(spoiled)) > 3


def test_four_seconds_of_spoiled_files_find_nothing() -> None:
    tried = Counter[str]()
    assert list(bench.fuzz(SEEDS, 4, seed=7, tried=tried)) == []
    assert tried.total() > 5


def test_what_no_reader_should_do_is_reported_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_: Isolation, path: Path) -> Plan:
        raise UnreadableFile("tệp làm trình đọc dừng đột ngột nên không đọc được.", file=path)

    monkeypatch.setattr(Isolation, "read", crash)
    [find] = bench.fuzz({"a.txt": b"x" * 50}, 0.1)
    assert (find.name, "dừng đột ngột" in find.message) == ("a.txt", True)
    assert find.content != b"x" * 50
