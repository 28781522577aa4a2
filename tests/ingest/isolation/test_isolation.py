"""Whatever a reader does to itself, the file is refused in one line, nothing is left, and the next file is read."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import NotAPlan, UnreadableFile
from ingest.isolation import Isolation, Limits, reader
from ingest.isolation.wire import (
    Broken,
    Listener,
    packed_plan,
    packed_request,
    send,
    unpacked_error,
    unpacked_plan,
    unpacked_request,
)
from ingest.read import read_plan
from tests.conftest import ROOT
from tests.ingest.isolation.hostile import SLEEP

PLAN = ROOT / "eval" / "plans" / "vankhe-danguy-2026.txt"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's limits are those of Linux")


@pytest.fixture(scope="module")
def hostile() -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.ingest.isolation.hostile"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert run.stderr == ""
    found: dict[str, Any] = json.loads(run.stdout)
    return found


@LINUX
@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("for_ever", "quá 2 giây"),
        ("too_much", "quá nhiều bộ nhớ"),
        ("too_deep", "lồng nhau quá sâu"),
        ("crash", "dừng đột ngột"),
        ("silent_end", "dừng đột ngột"),
        ("silent_life", "dừng đột ngột"),
        ("network", "PermissionError"),
        ("orphans", "quá 2 giây"),
        ("full", "OSError"),
        ("strange", "ZeroDivisionError"),
    ],
)
def test_a_reader_that_misbehaves_costs_one_line(hostile: dict[str, Any], way: str, words: str) -> None:
    kind, message, seconds = hostile["told"][way]
    assert kind == "UnreadableFile"
    assert words in message
    assert message.endswith(".")
    assert seconds < 5


@LINUX
def test_a_reader_may_ask_for_more_time(hostile: dict[str, Any]) -> None:
    assert hostile["told"]["patient"][:2] == ["NotAPlan", "xong."]


@LINUX
def test_nothing_is_left_behind(hostile: dict[str, Any]) -> None:
    assert hostile["told"]["litter"][0] == "NotAPlan"
    assert hostile["left"] == []
    assert hostile["folder"] is False
    running = [each.read_bytes() for each in Path("/proc").glob("[0-9]*/cmdline") if each.exists()]
    assert not any(f"sleep\0{SLEEP}".encode() in line for line in running)


@pytest.fixture(params=[True, False], ids=["forked", "new Python"])
def isolation(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Isolation]:
    if request.param and not reader._is_single_threaded():
        pytest.skip("this process has threads, and so is not forked")
    monkeypatch.setattr(reader, "_is_single_threaded", lambda: request.param)
    with Isolation() as found:
        yield found


def test_a_plan_read_apart_is_the_plan_read_here(isolation: Isolation) -> None:
    assert isolation.read(PLAN) == read_plan(PLAN)
    assert isolation.read(Path(os.path.relpath(PLAN))) == read_plan(PLAN)


def test_what_is_no_plan_is_told_apart_from_what_cannot_be_read(isolation: Isolation, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Chợ hôm nay có cá tươi.", "utf-8")
    with pytest.raises(NotAPlan, match="không nhận ra"):
        isolation.read(tmp_path / "a.txt")
    with pytest.raises(UnreadableFile, match="không tìm thấy") as caught:
        isolation.read(tmp_path / "mất.txt")
    assert str(caught.value).startswith(str(tmp_path / "mất.txt"))


def test_a_nursery_that_is_killed_costs_one_file(isolation: Isolation) -> None:
    isolation.read(PLAN)
    assert isolation._nursery is not None
    folder = isolation._nursery.folder
    os.kill(isolation._nursery.pid, signal.SIGKILL)
    with pytest.raises(UnreadableFile, match="giữa chừng"):
        isolation.read(PLAN)
    assert not folder.exists()
    assert isolation.read(PLAN).file == PLAN.name


@LINUX
def test_whoever_asks_writes_no_temporary_file_that_a_kill_could_leave(tmp_path: Path) -> None:
    code = """
import os, sys
written = []
sys.addaudithook(lambda event, args: event == "open" and written.append(str(args[0])))
from pathlib import Path
from api.loading import read_one
from api.settings import temporary_folder
print(read_one(Path(sys.argv[1])).file, temporary_folder())
print([name for name in written if name.startswith(os.environ["TMPDIR"])])
"""
    command = [sys.executable, "-c", code, str(PLAN)]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout.splitlines() == [f"{PLAN.name} {tmp_path}", "[]"]


@LINUX
def test_when_whoever_asked_is_killed_the_rest_ends_by_itself(tmp_path: Path) -> None:
    code = """
        import sys, tempfile
        from pathlib import Path
        from ingest import read
        from ingest.isolation import Isolation
        def endless(path):
            print("đọc", flush=True)
            Path(sys.argv[1], "con").write_text(str(__import__("os").getpid()))
            while True: pass
        read.read_plan = endless
        tempfile.tempdir = sys.argv[1]
        Isolation().read(Path("a.txt"))
    """
    lines = "\n".join(line.removeprefix("        ") for line in code.splitlines())
    with subprocess.Popen([sys.executable, "-c", lines, str(tmp_path)], cwd=ROOT) as asking:
        child = tmp_path / "con"
        _until(lambda: child.exists() and child.read_text() != "")
        asking.kill()
    process = Path("/proc", child.read_text())
    _until(lambda: not process.exists())
    _until(lambda: [each.name for each in tmp_path.iterdir()] == ["con"])


@LINUX
def test_a_slow_start_is_taken_from_the_time_of_the_first_file_alone() -> None:
    code = """
        import time
        time.sleep(1.8)
        from pathlib import Path
        from ingest import read
        from ingest.errors import UnreadableFile
        from ingest.isolation import Isolation, Limits
        def endless(path):
            while True: pass
        read.read_plan = endless
        with Isolation(Limits(seconds=4.0)) as isolation:
            for _ in range(2):
                begun = time.monotonic()
                try:
                    isolation.read(Path("a.txt"))
                except UnreadableFile as error:
                    print(time.monotonic() - begun, error.message)
    """
    lines = "\n".join(line.removeprefix("        ") for line in code.splitlines())
    run = subprocess.run(
        [sys.executable, "-c", lines], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    first, second = (line.split(maxsplit=1) for line in run.stdout.splitlines())
    assert 1.9 < float(first[0]) < 3.6
    assert float(second[0]) > 3.9
    assert "quá 4 giây" in first[1]
    assert "quá 4 giây" in second[1]


@LINUX
def test_a_process_that_is_old_or_does_not_tell_its_age_gives_no_head_start(monkeypatch: pytest.MonkeyPatch) -> None:
    assert reader._head_start(Limits(seconds=0.001)) == 0.0
    assert 0.0 < reader._head_start(Limits(seconds=1e9)) < 1e9 / 2
    monkeypatch.setattr(reader, "Path", lambda _: Path("/nonexistent"))
    assert reader._head_start(Limits()) == 0.0


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1), st.floats(0, 1e9))
def test_a_request_names_the_file_and_the_time(name: str, begun: float) -> None:
    assert unpacked_request(packed_request(Path(name), begun)) == (Path(name), begun)


def _until(true: Any) -> None:
    deadline = time.monotonic() + 20
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_an_answer_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_is_single_threaded", lambda: False)
    with Isolation(Limits(answer=1000)) as isolation, pytest.raises(UnreadableFile, match="quá lớn"):
        isolation.read(PLAN)


@pytest.mark.parametrize("thing", [os.system, "chữ", [1], Path("a"), subprocess.Popen, Limits()])
def test_an_answer_that_is_no_plan_is_never_made(thing: object) -> None:
    with pytest.raises(Broken):
        unpacked_plan(pickle.dumps(thing))


def test_a_plan_arrives_whole_from_a_python_that_names_getattr_for_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Enum, "__reduce_ex__", lambda self, _: (getattr, (type(self), self.name)))  # as 3.11.2 does
    found = read_plan(PLAN)
    with pytest.raises(Broken):
        unpacked_plan(pickle.dumps(found, protocol=5))
    assert unpacked_plan(packed_plan(found)) == found


@given(st.binary(max_size=60))
def test_any_bytes_in_the_place_of_an_answer_are_refused(content: bytes) -> None:
    with pytest.raises(Broken):
        unpacked_plan(content)
    assert unpacked_error(content, "a.txt").file == "a.txt"


@pytest.mark.parametrize(
    "content",
    [
        b"Nr\xff\xff\xff\x0f.",  # LONG_BINPUT of 268 million, four gigabytes
        b"\x80\x05\x95\x07\0\0\0\0\0\0\0Nr\xff\xff\xff\x0f.",  # the same as ours begin
        b"\x80\x05\x95\x0a\0\0\0\0\0\0\0\x96\0\0\0\0\1\0\0\0.",  # BYTEARRAY8 of four gigabytes
    ],
)
def test_an_answer_that_tells_of_more_than_it_holds_makes_no_room_for_it(content: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(Broken):
            unpacked_plan(content)
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_frames_arrive_as_they_were_sent_and_silence_ends_at_the_deadline() -> None:
    source, sink = os.pipe()
    try:
        send(sink, b"P", b"x" * 40_000)
        send(sink, b"E")
        listener = Listener(source, most=100_000)
        assert listener.frame() == (b"P", b"x" * 40_000)
        assert listener.frame() == (b"E", b"")
        assert listener.frame(time.monotonic() + 0.01) is None
    finally:
        os.close(sink)
    with pytest.raises(Broken):
        listener.frame()
    os.close(source)
