from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.intake import LONGEST_NAME, Upload, add_files, landed, safe_name
from api.live import LiveService
from index.store import Store
from ingest.errors import UnreadableFile, WrongUse
from ingest.read import MAX_BYTES, PLAN_SUFFIXES
from ingest.units import unit_key
from tests.conftest import ROOT
from tests.index.plans import LetterEmbedder

SAMPLE = (ROOT / "eval" / "plans" / "lamgiang-snnmt-2026.txt").read_bytes()


def upload(name: str, content: bytes = SAMPLE) -> Upload:
    return Upload(name, io.BytesIO(content))


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("kế hoạch 12.txt", "kế hoạch 12.txt"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\An\\kh.TXT", "kh.TXT"),
        (".ẩn.md", "ẩn.md"),
        ("a\x00b\nc.txt", "a b c.txt"),
        ("\u202etxt.exe.md", "txt.exe.md"),
        ("Ke\u0302\u0301.txt", "Kế.txt"),
    ],
)
def test_a_name_loses_folders_and_hidden_characters(given_name: str, kept: str) -> None:
    assert safe_name(given_name) == kept


@pytest.mark.parametrize("name", ["", ".txt", "  .txt", "..", "a.exe", "a", "a.txt.exe", "../"])
def test_a_name_that_is_none_or_of_an_unknown_kind_is_refused(name: str) -> None:
    with pytest.raises(WrongUse, match="loại tệp"):
        safe_name(name)


@given(st.text(max_size=300))
def test_a_safe_name_is_one_name_in_one_folder(text: str) -> None:
    name = safe_name(f"a{text}.txt") if "/" not in text and "\\" not in text else safe_name(f"{text}/b.md")
    assert Path(name).name == name
    assert len(name.encode()) <= LONGEST_NAME
    assert not name.startswith(".")
    assert Path(name).suffix.lower() in PLAN_SUFFIXES
    assert safe_name(name) == name


def test_files_land_for_a_while_under_their_safe_names() -> None:
    with landed([upload("x/a.txt", b"mot"), upload("b.md", b"hai")], most=2) as files:
        assert [(file.name, file.read_bytes()) for file in files] == [("a.txt", b"mot"), ("b.md", b"hai")]
    assert not any(file.exists() for file in files)


@pytest.mark.parametrize("uploads", [[], [upload(f"{n}.txt") for n in range(3)], [upload("a.txt"), upload("x/a.txt")]])
def test_none_too_many_or_the_same_name_twice_are_refused(uploads: list[Upload]) -> None:
    with pytest.raises(WrongUse), landed(uploads, most=2):
        pass


def test_a_file_larger_than_any_plan_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="50 MB"), landed([upload("a.txt", b"x" * (MAX_BYTES + 1))], most=1):
        pass


def test_every_file_of_a_batch_is_reported_in_its_place(tmp_path: Path) -> None:
    store = Store.open(tmp_path, LetterEmbedder(), unit_key=unit_key)
    live = LiveService(store)
    steps: list[tuple[str, int, int]] = []
    uploads = [upload("rỗng.txt", b" "), upload("a.txt"), upload("bản sao.txt")]
    with landed(uploads, most=3) as files:
        results = add_files(live, files, lambda *step: steps.append(step))
    assert [(one.file, one.outcome, one.detail) for one in results] == [
        ("rỗng.txt", "unread", "tệp rỗng, không có nội dung."),
        ("a.txt", "added", ""),
        ("bản sao.txt", "duplicate", "a.txt"),
    ]
    [plan] = live.plans()
    assert (results[1].tasks, results[1].targets) == (len(plan.tasks), len(plan.targets))
    assert steps[:3] == [("read", 1, 3), ("read", 2, 3), ("read", 3, 3)]
    assert steps[-1] == ("write", 1, 1)
    store.close()
