"""Addresses of the static files: each changes with its file's bytes, so that a browser may keep it for long."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

STATIC = Path(__file__).parent / "static"
VENDORED = "vendor/"
"""What lies here carries its version in its path."""


class Assets:
    """Every static file's address, read once."""

    def __init__(self, folder: Path = STATIC) -> None:
        files = (file for file in sorted(folder.rglob("*")) if file.is_file())
        self._addresses = {
            name: _address(name, file) for file in files for name in (file.relative_to(folder).as_posix(),)
        }

    def address(self, name: str) -> str:
        """Where ``name`` is served, with its version.

        Raises: KeyError, when there is no such file.
        """
        return self._addresses[name]


def _address(name: str, file: Path) -> str:
    if name.startswith(VENDORED):
        return f"/static/{name}"
    return f"/static/{name}?v={sha256(file.read_bytes()).hexdigest()[:12]}"


def is_versioned(path: str, query: str) -> bool:
    """Whether an address never stands for other bytes than now."""
    return path.startswith(f"/static/{VENDORED}") or (path.startswith("/static/") and query.startswith("v="))
