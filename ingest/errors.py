"""Everything that can go wrong for a user, as one tree.

::

    RoviecError               exit code 2 unless a subclass says otherwise
    ├── WrongUse              the command, option or request makes no sense
    │   └── UnknownUnit       no plan names such an office
    ├── UnreadableFile        the file cannot be opened, decoded or converted
    ├── NotAPlan              the file reads well but holds no plan
    ├── ModelMissing          the embedding model is not on this machine, or does not load
    ├── ModelMismatch         the library's vectors were made by another model
    └── StoreError            the library of plans cannot be used
        ├── StoreBusy         another process is writing to it
        └── StoreDamaged      it cannot be opened, read or understood

The message is the one Vietnamese line that the user reads; ``file`` is what it is about. Errors of
other libraries are turned into these where they arise, so the edges need one table, not many.
"""

from __future__ import annotations

import re
from os import PathLike, fspath
from typing import ClassVar

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")  # a file's name may hold what a terminal obeys


class RoviecError(Exception):
    """An error whose one-line Vietnamese ``message`` is fit to be shown as it is."""

    exit_code: ClassVar[int] = 2

    def __init__(self, message: str, *, file: str | PathLike[str] | None = None) -> None:
        """Keep the message on one line, whatever a foreign error put into it."""
        self.message = " ".join(message.split())
        self.file = None if file is None else fspath(file)
        super().__init__(self.message)

    def __str__(self) -> str:
        """The line to print: the file, where there is one and the message does not name it."""
        line = self.message if self.file is None or self.file in self.message else f"{self.file}: {self.message}"
        return _CONTROL.sub("?", line)


class WrongUse(RoviecError):
    """The command, option or request makes no sense."""


class UnknownUnit(WrongUse):
    """No plan names such an office; ``near`` are the likest names that they print."""

    def __init__(self, message: str, *, near: tuple[str, ...] = ()) -> None:
        """The names are data too, for an edge that offers them as links."""
        super().__init__(message)
        self.near = near


class UnreadableFile(RoviecError):
    """The file cannot be opened, decoded or converted."""


class NotAPlan(RoviecError):
    """The file reads well but holds no plan."""


class ModelMissing(RoviecError):
    """The embedding model is not on this machine, or does not load."""


class ModelMismatch(RoviecError):
    """The library's vectors were made by another model."""


class StoreError(RoviecError):
    """The library of plans cannot be used."""


class StoreBusy(StoreError):
    """Another process is writing to the library."""


class StoreDamaged(StoreError):
    """The library cannot be opened, read or understood."""
