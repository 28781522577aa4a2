"""The side that wants files read: it starts the nursery when the first file comes and ends it with the last."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from ingest.errors import UnreadableFile
from ingest.isolation.limits import LIMITS, Limits
from ingest.isolation.wire import (
    PLAN,
    READ,
    Broken,
    Frame,
    Listener,
    packed_request,
    send,
    unpacked_error,
    unpacked_plan,
)
from ingest.plan import Plan

_ROOT: Final = Path(__file__).resolve().parents[2]
_START: Final = "import sys; sys.path.insert(0, sys.argv.pop(1)); from ingest.isolation.nursery import main; main()"
_STARTED: Final = 19
"""Of the fields of ``/proc/self/stat`` after the program's name: when the process started, in ticks since the machine did."""
_GRACE: Final = 15.0
"""Seconds beyond the longest limit before the nursery itself is taken for stuck."""


@dataclass(slots=True)
class _Nursery:
    """A running nursery: its process, the pipes to it and its folder."""

    pid: int
    process: subprocess.Popen[bytes] | None
    requests: int
    listener: Listener
    folder: Path


class Isolation:
    """Reads files, each in a process of its own. One thread at a time; end it with ``close`` or a ``with``."""

    def __init__(self, limits: Limits = LIMITS, *, temporary: Path | None = None) -> None:
        """Nothing is started before the first file.

        Without ``temporary``, the folder for temporary files, ``tempfile`` looks for one by writing a file into it,
        which stays behind where this process is killed at that moment.
        """
        self.limits = limits
        self._temporary = temporary
        self._nursery: _Nursery | None = None
        self._fresh = True

    def __enter__(self) -> Self:
        """The reader itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the nursery."""
        self.close()

    def read(self, path: Path) -> Plan:
        """The plan in the file at ``path``.

        Raises:
            UnreadableFile, NotAPlan: as ``ingest.read.read_plan``; UnreadableFile also when the reader crashes, takes
                too long or needs too much.
        """
        frame = self._asked(path)
        if frame is None:
            self._drop()
            raise UnreadableFile("trình đọc dừng giữa chừng nên không đọc được tệp.", file=path)
        kind, content = frame
        if kind != PLAN:
            raise unpacked_error(content, path)
        try:
            return unpacked_plan(content)
        except Broken as error:
            raise UnreadableFile("trình đọc trả lời không rõ.", file=path) from error

    def _asked(self, path: Path) -> Frame | None:
        """The nursery's answer; None when it has died or is stuck. The clock of a file runs from here on."""
        begun = time.monotonic() - (_head_start(self.limits) if self._fresh else 0.0)
        self._fresh = False
        self._nursery = nursery = self._nursery or _started(self.limits, self._temporary or Path(tempfile.gettempdir()))
        nursery.listener.left = self.limits.answer + 4096
        try:
            send(nursery.requests, READ, packed_request(path.absolute(), begun))
            return nursery.listener.frame(time.monotonic() + self.limits.most_seconds + _GRACE)
        except (Broken, OSError):
            return None

    def close(self) -> None:
        """End the nursery; all that it started and stored is gone afterwards."""
        nursery, self._nursery = self._nursery, None
        if nursery is not None:
            os.close(nursery.requests)  # it ends by itself when nobody can ask any more
            with suppress(Broken, OSError):
                nursery.listener.frame(time.monotonic() + _GRACE)
            _ended(nursery)

    def _drop(self) -> None:
        """End a nursery that does not answer; the next file gets a new one."""
        nursery, self._nursery = self._nursery, None
        if nursery is not None:
            os.close(nursery.requests)
            _ended(nursery)


def _head_start(limits: Limits) -> float:
    """The seconds that this process took to get to its first file, which whoever started it for that file waited too.

    On a machine with too much to do that is many; half of the limit is left in any case. None where this process is
    older than the limit: it was not started for this file.
    """
    try:
        begun = int(Path("/proc/self/stat").read_text("ascii").rsplit(")", 1)[1].split()[_STARTED])
        age = time.clock_gettime(time.CLOCK_BOOTTIME) - begun / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError, AttributeError):  # a system that does not tell
        return 0.0
    return min(age, limits.seconds / 2) if 0 < age < limits.seconds else 0.0


def _ended(nursery: _Nursery) -> None:
    with suppress(OSError):
        os.killpg(nursery.pid, signal.SIGKILL)
    if nursery.process is not None:
        nursery.process.wait()
    else:
        with suppress(ChildProcessError):
            os.waitpid(nursery.pid, 0)
    os.close(nursery.listener.source)
    shutil.rmtree(nursery.folder, ignore_errors=True)


def _started(limits: Limits, temporary: Path) -> _Nursery:
    """A nursery: forked off where this process has one thread, and with it all that is loaded; else a new Python."""
    # The nursery makes the folder, as it takes it away: nothing is left where this process is killed before it starts.
    folder = temporary / f"roviec-{secrets.token_hex(8)}"
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()
    if _is_single_threaded():
        process, pid = None, os.fork()
        if pid == 0:
            _become(theirs_in, theirs_out, folder, limits)
    else:
        process = _new_python(theirs_in, theirs_out, folder, limits)
        pid = process.pid
    os.close(theirs_in)
    os.close(theirs_out)
    return _Nursery(pid, process, ours_out, Listener(ours_in, most=limits.answer), folder)


def _is_single_threaded() -> bool:
    """By the kernel's count, which knows the threads of native libraries too: a fork keeps only one of them."""
    try:
        return len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:
        return False


def _become(requests: int, answers: int, folder: Path, limits: Limits) -> None:
    """Be the nursery, in a process just forked: nothing else that was open stays so, and it never returns."""
    try:
        os.setsid()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for standard in range(3):
            os.dup2(nowhere, standard)
        low, high = sorted((requests, answers))
        os.closerange(3, low)
        os.closerange(low + 1, high)
        os.closerange(high + 1, os.sysconf("SC_OPEN_MAX"))
        from ingest.isolation.nursery import serve  # noqa: PLC0415 - only this side needs it

        serve(requests, answers, folder=folder, limits=limits)
    finally:
        os._exit(0)


def _new_python(requests: int, answers: int, folder: Path, limits: Limits) -> subprocess.Popen[bytes]:
    given = [str(requests), str(answers), str(folder), *map(str, astuple(limits))]
    return subprocess.Popen(  # noqa: S603 - this Python, with code and arguments of ours
        [sys.executable, "-P", "-c", _START, str(_ROOT), *given],
        pass_fds=(requests, answers),
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder.parent,
    )
