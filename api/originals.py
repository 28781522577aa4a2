"""The files that plans were read from, kept beside the library under the digest of their bytes.

A plan names its bytes by ``Plan.digest``, so the file that is handed out is the very one that was read, of each version.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Final

from index.catalogue import file_of
from index.store import Store

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_PIECE: Final = 1 << 20
_KNOWN: Final = 12
"""Characters of a digest by which what was taken out is known."""

KINDS: Final = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
}
"""By suffix what a file is said to be; nothing that a browser would run is said to be that."""
ANY_KIND: Final = "application/octet-stream"


class Originals:
    """A folder of files under their digests, together no larger than ``most`` bytes."""

    def __init__(self, folder: Path, *, most: int) -> None:
        self._folder = folder
        self._most = most
        self._used: int | None = None

    def keep(self, file: Path, digest: str) -> bool:
        """Keep a copy of ``file`` if its bytes have that digest; False where they have not, or it cannot be written."""
        if not _DIGEST.fullmatch(digest):
            return False
        if self.path(digest) is not None:
            return True
        try:
            size = file.stat().st_size
            used = self._held() if self._used is None else self._used
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            kept = used + size <= self._most and self._copy(file, digest)
        except OSError:  # the plan itself is in the library: whoever brought it is told that its file is not kept
            return False
        self._used = used + size * kept
        return kept

    def _copy(self, file: Path, digest: str) -> bool:
        """Through a file of another name: what stands under the digest is whole, whenever the machine stops."""
        number, part = tempfile.mkstemp(prefix="part-", dir=self._folder)  # readable by its owner alone
        found = hashlib.sha256()
        try:
            with os.fdopen(number, "wb") as out, file.open("rb") as source:
                while piece := source.read(_PIECE):
                    found.update(piece)
                    out.write(piece)
            if found.hexdigest() != digest:
                return False
            Path(part).replace(self._folder / digest)
            return True
        finally:
            Path(part).unlink(missing_ok=True)

    def _held(self) -> int:
        """Bytes of all that is kept; counted once for a batch, which may hold thousands of files."""
        with suppress(FileNotFoundError):
            return sum(one.stat().st_size for one in self._folder.iterdir() if one.is_file())
        return 0

    def path(self, digest: str) -> Path | None:
        """Where the file of that digest lies, if it is kept."""
        path = self._folder / digest
        return path if _DIGEST.fullmatch(digest) and path.is_file() else None

    def sweep(self, wanted: Collection[str]) -> None:
        """Delete every file whose digest begins with none of those ``wanted``."""
        beginnings = {one[:_KNOWN] for one in wanted}
        with suppress(FileNotFoundError):
            for path in self._folder.iterdir():
                if _DIGEST.fullmatch(path.name) and path.name[:_KNOWN] not in beginnings:
                    path.unlink(missing_ok=True)


def digests_in(store: Store) -> set[str]:
    """The digests of all that the library holds, earlier contents too."""
    before = store.catalogue.versions.digests().values()
    return {entry.digest for entry in store.catalogue.entries()} | {one for those in before for one in those}


def download_name(file: str) -> str:
    """What a plan's file is called when it is saved; of an earlier content it says which."""
    plain = file_of(file)
    if plain == file:
        return file
    name = PurePath(plain)
    return f"{name.stem}-{file.rpartition('@')[2]}{name.suffix}"


def kind_of(file: str) -> str:
    """The media type of a plan's file."""
    return KINDS.get(PurePath(file_of(file)).suffix.lower(), ANY_KIND)
