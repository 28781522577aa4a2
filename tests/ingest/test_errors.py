"""Errors carry one line that a user can read, and the tree in the docstring is the tree there is."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from ingest import errors
from ingest.errors import NotAPlan, RoviecError, StoreBusy, StoreError, UnreadableFile


def test_a_message_of_several_lines_becomes_one() -> None:
    assert str(RoviecError("không đọc được:\n  lỗi  lạ")) == "không đọc được: lỗi lạ"


def test_the_file_is_named_once() -> None:
    assert str(UnreadableFile("tệp rỗng.", file=Path("a.txt"))) == "a.txt: tệp rỗng."
    assert str(NotAPlan("a.txt không phải kế hoạch.", file="a.txt")) == "a.txt không phải kế hoạch."


def test_a_busy_library_can_be_caught_as_any_library_error() -> None:
    with pytest.raises(StoreError):
        raise StoreBusy("bận")


def test_every_error_stands_in_the_documented_tree_and_ends_with_exit_code_2() -> None:
    drawn = set(re.findall(r"^ +[│├└─ ]*([A-Z]\w+)  ", errors.__doc__ or "", flags=re.MULTILINE))
    made = {name: kind for name, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, RoviecError)}
    assert drawn == set(made)
    assert {kind.exit_code for kind in made.values()} == {2}
