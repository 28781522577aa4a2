"""What a child that reads a file may use; the kernel holds it to that."""

from __future__ import annotations

import ctypes
import resource
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from os import uname
from typing import Final

_SUBREAPER, _PARENT_DIED, _NO_NEW_RIGHTS, _FILTER_CALLS = 36, 1, 38, 22  # numbers of prctl(2)
_FILTER_MODE: Final = 2
# By machine: the audit number of its architecture and the number of its call socket(2).
_MACHINES: Final = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
_IO_URING_SETUP: Final = 425
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050001  # refuse: the call fails with EPERM
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_OTHER_CALLS: Final = 0x40000000  # calls of the x32 kind begin here
_UNIX_SOCKET: Final = 1


@dataclass(frozen=True, slots=True)
class Limits:
    """For one file: seconds of the clock, bytes of memory, bytes of the answer and of any file written.

    The seconds run since the file was asked for; for a process's first file since the process began
    (``reader._head_start``), so that a slow start counts. A reader may ask for more time, page by page
    (``ingest.patience``); ``most_seconds`` is all that it gets.
    """

    seconds: float = 14.0  # so that with the end of the program, on a busy machine, a file is refused within twenty
    most_seconds: float = 600.0
    memory: int = 2 * 1024**3
    answer: int = 128 * 1024**2
    written: int = 256 * 1024**2
    files: int = 256


LIMITS: Final = Limits()


def confine(limits: Limits) -> None:
    """Hold this process, and what it starts, to ``limits``; what it starts may raise its own memory limit."""
    _limit(resource.RLIMIT_AS, limits.memory, hard=False)
    _limit(resource.RLIMIT_FSIZE, limits.written)
    _limit(resource.RLIMIT_NOFILE, limits.files)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_CPU, int(limits.most_seconds) + 1)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write beyond the limit fails instead of killing


def _limit(which: int, most: int, *, hard: bool = True) -> None:
    ceiling = resource.getrlimit(which)[1]
    soft = most if ceiling == resource.RLIM_INFINITY else min(most, ceiling)
    with suppress(ValueError, OSError):  # a system that does not know the limit
        resource.setrlimit(which, (soft, soft if hard else ceiling))


def adopt_orphans() -> None:
    """Become the parent of every process that a child leaves behind, so that it can be found and ended."""
    _prctl(_SUBREAPER, 1)


def die_with_parent() -> None:
    """Be killed when the process that forked this one ends."""
    _prctl(_PARENT_DIED, signal.SIGKILL)


def without_network() -> bool:
    """Refuse this process and its children every socket but those of this machine; False where that cannot be."""
    machine = _MACHINES.get(uname().machine)
    if sys.platform != "linux" or machine is None:
        return False
    calls = _filter(*machine)
    code = (_Instruction * len(calls))(*calls)
    program = _Program(len(calls), code)
    return _prctl(_NO_NEW_RIGHTS, 1) and _prctl(_FILTER_CALLS, _FILTER_MODE, ctypes.byref(program))


class _Instruction(ctypes.Structure):
    """One instruction of a packet filter, as ``struct sock_filter``."""

    _fields_ = (("code", ctypes.c_uint16), ("yes", ctypes.c_uint8), ("no", ctypes.c_uint8), ("value", ctypes.c_uint32))


class _Program(ctypes.Structure):
    """``struct sock_fprog``."""

    _fields_ = (("length", ctypes.c_uint16), ("code", ctypes.POINTER(_Instruction)))


def _filter(architecture: int, socket: int) -> list[_Instruction]:
    """Jumps count from the next instruction; 9 allows, 10 refuses."""
    return [
        _Instruction(_LOAD, 0, 0, 4),  # the architecture
        _Instruction(_EQUAL, 0, 8, architecture),
        _Instruction(_LOAD, 0, 0, 0),  # the number of the call
        _Instruction(_AT_LEAST, 6, 0, _OTHER_CALLS),
        _Instruction(_EQUAL, 5, 0, _IO_URING_SETUP),
        _Instruction(_EQUAL, 0, 3, socket),
        _Instruction(_LOAD, 0, 0, 16),  # its first argument
        _Instruction(_EQUAL, 1, 2, _UNIX_SOCKET),
        _Instruction(_RETURN, 0, 0, _REFUSE),  # never reached
        _Instruction(_RETURN, 0, 0, _ALLOW),
        _Instruction(_RETURN, 0, 0, _REFUSE),
    ]


def _prctl(option: int, *arguments: object) -> bool:
    """Call prctl(2); False where there is none or it refuses."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "prctl", None)
    padded = [*arguments, 0, 0, 0, 0][:4]
    return call is not None and call(option, *(_wide(each) for each in padded)) == 0


def _wide(argument: object) -> object:
    return ctypes.c_ulong(argument) if isinstance(argument, int) else argument
