from __future__ import annotations

import os
from pathlib import Path

import pytest

from api import loading
from api.loading import Unread, load_plans, plan_files, read_each, read_one
from ingest.errors import WrongUse
from tests.api.test_cli import SOURCE


def write(file: Path, text: str = SOURCE) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_a_folder_stands_for_its_plan_files_by_name_and_no_others(tmp_path: Path) -> None:
    later, earlier = write(tmp_path / "b.TXT"), write(tmp_path / "a/z.md")
    for other in (".ẩn.txt", ".git/c.txt", "phim.mp4"):
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


def test_more_files_than_a_library_takes_at_once_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "MOST_FILES", 2)
    for name in "abc":
        write(tmp_path / f"{name}.txt")
    with pytest.raises(WrongUse, match="hơn 2 tệp"):
        plan_files([tmp_path])


def test_folders_that_lead_back_to_themselves_are_walked_once(tmp_path: Path) -> None:
    plan = write(tmp_path / "a" / "b.txt")
    (tmp_path / "a" / "vòng").symlink_to(tmp_path, target_is_directory=True)
    assert plan_files([tmp_path]) == (plan,)


def test_hostile_files_cost_a_line_each_and_the_batch_goes_on(tmp_path: Path) -> None:
    good, outside = write(tmp_path / "tốt.txt"), write(tmp_path.parent / f"{tmp_path.name}-ngoài.txt")
    os.mkfifo(tmp_path / "ống.txt")
    (tmp_path / "liên-kết.txt").symlink_to(outside)
    hostile = [tmp_path / "ống.txt", tmp_path / "liên-kết.txt", tmp_path / "mất.txt", write(tmp_path / "rỗng.txt", "")]
    first, *others, last = read_each([good, *hostile, good])
    assert not isinstance(first, Unread)
    assert first == last == read_one(good)
    assert [one.path for one in others if isinstance(one, Unread)] == hostile
    for one in others:
        assert isinstance(one, Unread)
        assert one.error.message.endswith(".")
