"""Fixtures for every test: no network beyond this machine, and the real plans where they are at hand."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class NetworkUsedError(RuntimeError):
    """A test reached beyond this machine. Not an OSError: code that forgives a failed download must not hide it."""


def _refuse_remote(address: object) -> None:
    """Pass loopback (IPv4, IPv6) and Unix socket addresses.

    Raises:
        NetworkUsedError: for every other address.
    """
    host = address[0] if isinstance(address, tuple) else None
    if host is not None and host not in LOOPBACK and not str(host).startswith("127."):
        msg = f"a test may talk to this machine only, not to {address!r}"
        raise NetworkUsedError(msg)


def _guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    def call(self: socket.socket, *args: Any) -> Any:
        _refuse_remote(args[-1])  # connect(address), connect_ex(address), sendto(data, [flags,] address)
        return method(self, *args)

    return call


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Refuse connections, datagrams and name look-ups that leave the loopback interface."""
    look_up = socket.getaddrinfo

    def guarded_look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        _refuse_remote((host.decode() if isinstance(host, bytes) else host,))
        return look_up(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        yield


@pytest.fixture(scope="session")
def real_plans() -> Path:
    """Return the folder of real plans: ROVIEC_REAL_PLANS, else ../shared/plans beside the project; skip without it."""
    chosen = os.environ.get("ROVIEC_REAL_PLANS")
    folder = Path(chosen) if chosen else ROOT.parent / "shared" / "plans"
    if chosen and not folder.is_dir():
        pytest.fail(f"ROVIEC_REAL_PLANS names no folder: {folder}")
    if not folder.is_dir():
        pytest.skip("no real plans here: set ROVIEC_REAL_PLANS to their folder, or put them in ../shared/plans")
    return folder
