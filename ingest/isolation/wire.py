"""What the processes tell each other: frames of a letter, a length and that many bytes."""

from __future__ import annotations

import io
import json
import os
import pickle
import pickletools
import select
import struct
import time
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Final, cast

from ingest import document, errors, plan
from ingest.errors import NotAPlan, RoviecError, UnreadableFile
from ingest.plan import Plan

READ, PLAN, ERROR, TIME, LOADED = b"R", b"P", b"E", b"T", b"L"
_HEAD: Final = struct.Struct(">cQ")
_BEGUN: Final = struct.Struct(">d")
_PIECE: Final = 1 << 16
_KINDS: Final[dict[str, type[RoviecError]]] = {"UnreadableFile": UnreadableFile, "NotAPlan": NotAPlan}

Frame = tuple[bytes, bytes]


class Broken(Exception):
    """The other side went away, or what it says is no frame, or too long."""


def send(out: int, kind: bytes, content: bytes = b"") -> None:
    """Write one frame. Raises: OSError."""
    data = memoryview(_HEAD.pack(kind, len(content)) + content)
    while data:
        data = data[os.write(out, data) :]


class Listener:
    """Reads frames from a pipe until a deadline."""

    def __init__(self, source: int, *, most: int) -> None:
        """``most`` bytes in all are read from ``source``."""
        self.source = source
        self.left = most
        self._data = bytearray()

    def frame(self, deadline: float | None = None, *, watched: int | None = None) -> Frame | None:
        """The next frame; None when the deadline (of ``time.monotonic``) passes first.

        Raises: Broken, also when the pipe ``watched`` has lost its other end.
        """
        while True:
            if len(self._data) >= _HEAD.size:
                kind, length = _HEAD.unpack_from(self._data)
                if length > self.left + len(self._data):
                    self.left = -1
                    raise Broken
                if len(self._data) >= _HEAD.size + length:
                    content = bytes(self._data[_HEAD.size : _HEAD.size + length])
                    del self._data[: _HEAD.size + length]
                    return kind, content
            if not self._wait(deadline, watched):
                return None
            self._more()

    def _wait(self, deadline: float | None, watched: int | None) -> bool:
        """Wait for something to read; False when the deadline has passed."""
        poll = select.poll()
        poll.register(self.source, select.POLLIN)
        if watched is not None:
            poll.register(watched, 0)  # tells when its other end is closed
        left = None if deadline is None else max(0.0, deadline - time.monotonic())
        ready = dict(poll.poll(None if left is None else left * 1000 + 1))
        if watched in ready:
            raise Broken
        return bool(ready)

    def _more(self) -> None:
        piece = os.read(self.source, _PIECE)
        self.left -= len(piece)
        if not piece or self.left < 0:
            raise Broken
        self._data += piece


def packed_request(path: Path, begun: float) -> bytes:
    """The file to read, and since when (of ``time.monotonic``) it is waited for, as the content of a frame."""
    return _BEGUN.pack(begun) + os.fsencode(path)


def unpacked_request(content: bytes) -> tuple[Path, float]:
    """The file and the time of such a content."""
    return Path(os.fsdecode(content[_BEGUN.size :])), float(_BEGUN.unpack_from(content)[0])


_BEGINS = pickle.PROTO + b"\x05" + pickle.FRAME
"""How `packed_plan` begins."""
_NUMBERED = frozenset({"PUT", "BINPUT", "LONG_BINPUT"})
"""What older protocols keep by a number of their own; the unpickler makes room for any number that is written."""


def packed_plan(found: Plan) -> bytes:
    """The plan as the content of a frame."""
    content = io.BytesIO()
    _Written(content, protocol=5).dump(found)
    return content.getvalue()


def unpacked_plan(content: bytes) -> Plan:
    """The plan of such a content.

    Raises: Broken when it is none, whatever the child wrote.
    """
    if not content.startswith(_BEGINS):
        raise Broken
    try:
        _check_sizes(content)
        found = _Records(io.BytesIO(content)).load()
    except Exception as error:
        raise Broken from error
    if not isinstance(found, Plan):
        raise Broken
    return found


def _check_sizes(content: bytes) -> None:
    """Read what is written without making anything of it.

    Raises: ValueError for a size that is not there, pickle.UnpicklingError for a number that ours never write.
    """
    for opcode, _, _ in pickletools.genops(content):
        if opcode.name in _NUMBERED:
            raise pickle.UnpicklingError(opcode.name)


class _Written(pickle.Pickler):
    """Writes the members of enumerations by their values: Python before 3.11.4 names ``getattr`` for them."""

    def reducer_override(self, found: object) -> Any:
        """How the object is made again: a class and what it is called with; NotImplemented for the usual way."""
        return (type(found), (found.value,)) if isinstance(found, Enum) else NotImplemented


class _Records(pickle.Unpickler):  # noqa: S301 - makes nothing but our own records
    """Makes records of ours and dates, nothing else: a pickle that names any other thing is refused."""

    def find_class(self, module: str, name: str) -> Any:
        """The class of that name, where it is a record. Raises: pickle.UnpicklingError."""
        if (module, name) == ("datetime", "date"):
            return date
        home = {"ingest.plan": plan, "ingest.document": document}.get(module)
        found = getattr(home, name, None)
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(name)
        return found


def packed_error(error: RoviecError) -> bytes:
    """The error as the content of a frame; the file is known where it arrives."""
    return json.dumps([type(error).__name__, error.message]).encode("utf-8", "replace")


def unpacked_error(content: bytes, file: str | os.PathLike[str]) -> RoviecError:
    """The error of such a content, about ``file``."""
    try:
        kind, message = cast("list[str]", json.loads(content))
    except (ValueError, TypeError):
        return errors.UnreadableFile("trình đọc trả lời không rõ.", file=file)
    return _KINDS.get(str(kind), UnreadableFile)(str(message)[:1000], file=file)
