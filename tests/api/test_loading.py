from __future__ import annotations

from pathlib import Path

import pytest

from api.loading import load_plans, plan_files
from ingest.errors import WrongUse
from tests.api.test_cli import SOURCE


def write(file: Path, text: str = SOURCE) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_a_folder_stands_for_its_plan_files_by_name_and_no_others(tmp_path: Path) -> None:
    later, earlier = write(tmp_path / "b.TXT"), write(tmp_path / "a/z.md")
    for other in (".ẩn.txt", ".git/c.txt", "ảnh.png"):
        write(tmp_path / other)
    assert plan_files([tmp_path]) == (earlier, later)


def test_a_file_named_twice_is_read_once_and_a_missing_one_is_kept(tmp_path: Path) -> None:
    plan, missing = write(tmp_path / "a.txt"), tmp_path / "mất.txt"
    assert plan_files([plan, missing, tmp_path]) == (plan, missing)


def test_a_folder_without_plans_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match=str(tmp_path)):
        plan_files([tmp_path])


def test_a_batch_gives_what_could_be_read_and_why_the_rest_could_not(tmp_path: Path) -> None:
    files = [write(tmp_path / "a.txt"), write(tmp_path / "b.txt", ""), write(tmp_path / "c.txt")]
    steps: list[tuple[int, int]] = []
    loaded = load_plans(files, lambda done, total: steps.append((done, total)))
    assert [plan.file for plan in loaded.plans] == ["a.txt", "c.txt"]
    assert [one.path for one in loaded.unread] == [files[1]]
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_of_two_files_with_one_name_the_second_is_reported(tmp_path: Path) -> None:
    first, second = write(tmp_path / "a/kế-hoạch.txt"), write(tmp_path / "b/kế-hoạch.txt")
    loaded = load_plans([first, second])
    assert len(loaded.plans) == 1
    [unread] = loaded.unread
    assert unread.path == second
    assert "trùng tên" in str(unread.error)
