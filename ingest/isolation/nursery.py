"""The process that has a child read each file: it watches the clock, ends what is left and tells what came of it."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Final, NoReturn

from ingest.errors import RoviecError, UnreadableFile
from ingest.isolation.limits import Limits, adopt_orphans, confine, die_with_parent, without_network
from ingest.isolation.wire import (
    ERROR,
    LOADED,
    PLAN,
    READ,
    TIME,
    Broken,
    Frame,
    Listener,
    packed_error,
    packed_plan,
    send,
    unpacked_request,
)
from ingest.patience import asked_through
from ingest.plan import Plan

Read = Callable[[Path], Plan]

_READERS: Final = "ingest.readers."
_LAST_BREATH: Final = 1.0  # seconds between a child's last word and its end
_TOO_LARGE: Final = UnreadableFile("nội dung đọc được quá lớn, vượt giới hạn cho phép.")
_TOO_DEEP: Final = UnreadableFile("tệp lồng nhau quá sâu nên không đọc được.")
_TOO_MUCH: Final = UnreadableFile("đọc tệp cần quá nhiều bộ nhớ, vượt giới hạn cho phép.")
_CRASHED: Final = UnreadableFile("tệp làm trình đọc dừng đột ngột nên không đọc được.")


def serve(requests: int, answers: int, *, folder: Path, limits: Limits) -> None:
    """Read the files asked for on ``requests`` until nobody asks any more; ``folder``, made here, holds what is temporary.

    Raises: FileExistsError when somebody else has made it.
    """
    folder.mkdir(mode=0o700)
    adopt_orphans()
    without_network()
    read = _reader()
    gc.freeze()  # what is loaded stays shared with the children
    listener = Listener(requests, most=sys.maxsize)
    with suppress(Broken, OSError):
        while frame := listener.frame():
            kind, content = frame
            if kind != READ:
                break
            told = _answer(unpacked_request(content), (requests, answers), read, folder=folder, limits=limits)
            send(answers, *told)
    shutil.rmtree(folder, ignore_errors=True)


def _reader() -> Read:
    from ingest.read import read_plan  # noqa: PLC0415 - whoever only talks to the nursery need not load the readers

    return read_plan


def _answer(request: tuple[Path, float], pipes: tuple[int, int], read: Read, *, folder: Path, limits: Limits) -> Frame:
    """Have a child read the file asked for. Raises: Broken when whoever asked is gone; the child is dead by then."""
    path, begun = request
    place = Path(tempfile.mkdtemp(dir=folder))
    source, sink = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(source)
        _read_and_end(path, sink, (read, place, limits, pipes))
    os.close(sink)
    with suppress(OSError):
        os.setpgid(child, child)
    try:
        return _listen((source, pipes[0]), child, begun, limits)
    finally:
        os.close(source)
        _end(child)
        shutil.rmtree(place, ignore_errors=True)


def _listen(pipes: tuple[int, int], child: int, begun: float, limits: Limits) -> Frame:
    """What the child says, or why it said nothing; its time runs since ``begun``."""
    source, requests = pipes
    listener = Listener(source, most=limits.answer)
    deadline = begun + limits.seconds
    while True:
        try:
            frame = listener.frame(deadline, watched=requests)
        except Broken:
            if _gone(requests):
                raise
            return ERROR, packed_error(_TOO_LARGE if listener.left < 0 else _why(child))
        if frame is None:
            spent = f"{deadline - begun:.0f}"
            return ERROR, packed_error(UnreadableFile(f"đọc tệp quá {spent} giây, vượt giới hạn cho phép."))
        kind, content = frame
        if kind == TIME:
            with suppress(ValueError):
                deadline = min(deadline + max(0.0, float(content)), begun + limits.most_seconds)
        elif kind == LOADED:
            _load(content)
        else:
            return frame


def _gone(requests: int) -> bool:
    """Whether nobody can ask any more."""
    import select  # noqa: PLC0415

    poll = select.poll()
    poll.register(requests, 0)
    return bool(poll.poll(0))


def _why(child: int) -> RoviecError:
    """Why a child ended without a word: killed for memory most likely where the kernel did it, else a crash."""
    deadline = time.monotonic() + _LAST_BREATH
    info = None
    while info is None and time.monotonic() < deadline:  # it may have closed the pipe and live on
        with suppress(ChildProcessError):
            info = os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT | os.WNOHANG)
        if info is None:
            time.sleep(0.002)
    killed = info is not None and info.si_status == signal.SIGKILL and info.si_code != os.CLD_EXITED
    return _TOO_MUCH if killed else _CRASHED


def _load(names: bytes) -> None:
    """Load the readers that a child had to load, so that the next ones find them."""
    for name in names.decode("ascii", "ignore").split():
        if name.startswith(_READERS):
            with suppress(ImportError):
                import_module(name)


def _end(child: int) -> None:
    """End the child, its group, and whatever it left behind, which is this process's child by now."""
    with suppress(OSError):
        os.killpg(child, signal.SIGKILL)
    with suppress(OSError):
        os.kill(child, signal.SIGKILL)
    with suppress(ChildProcessError):
        os.waitpid(child, 0)
    while left := _children():
        for each in left:
            with suppress(OSError):
                os.kill(each, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(-1, 0)


def _children() -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split()]
    except OSError:
        return []


def _read_and_end(path: Path, sink: int, given: tuple[Read, Path, Limits, tuple[int, int]]) -> NoReturn:
    """The child: read, answer, end. Nothing of what it inherited is closed or flushed in passing."""
    read, place, limits, pipes = given
    try:
        os.setpgid(0, 0)
        die_with_parent()
        for pipe in pipes:
            os.close(pipe)
        os.chdir(place)
        tempfile.tempdir = str(place)
        confine(limits)
        loaded = set(sys.modules)
        answer = _outcome(path, sink, read)
        new = [name for name in sys.modules if name.startswith(_READERS) and name not in loaded]
        send(sink, LOADED, " ".join(new).encode())
        send(sink, *answer)
    finally:
        os._exit(0)


def _outcome(path: Path, sink: int, read: Read) -> Frame:
    """The plan or the error; every foreign error has one message here, whatever the reader let through."""
    try:
        with asked_through(lambda seconds: send(sink, TIME, str(seconds).encode())):
            return PLAN, packed_plan(read(path))
    except RoviecError as error:
        return ERROR, packed_error(error)
    except MemoryError:
        return ERROR, packed_error(_TOO_MUCH)
    except RecursionError:
        return ERROR, packed_error(_TOO_DEEP)
    except Exception as error:  # noqa: BLE001 - the edge of the process: the file is refused, the batch goes on
        kind = type(error).__name__
        return ERROR, packed_error(UnreadableFile(f"trình đọc gặp lỗi ({kind}) nên không đọc được tệp."))


def main() -> None:
    """The nursery as a new Python: the two pipes, the folder and the limits are its arguments."""
    requests, answers, folder, *numbers = sys.argv[1:]
    seconds, most = map(float, numbers[:2])
    serve(int(requests), int(answers), folder=Path(folder), limits=Limits(seconds, most, *map(int, numbers[2:])))
