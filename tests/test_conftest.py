"""The network guard must really guard, or "offline by default" is never tested."""

import socket
import threading
from collections.abc import Iterator

import pytest

from tests.conftest import NetworkUsedError

OUTSIDE = "192.0.2.1"  # TEST-NET-1 of RFC 5737: assigned to nobody


@pytest.fixture
def loopback_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_connection_beyond_this_machine_is_refused() -> None:
    with socket.socket() as sock, pytest.raises(NetworkUsedError, match=OUTSIDE):
        sock.connect((OUTSIDE, 80))
    with socket.socket() as sock, pytest.raises(NetworkUsedError):
        sock.connect_ex((OUTSIDE, 80))


def test_a_datagram_beyond_this_machine_is_refused() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as sock, pytest.raises(NetworkUsedError):
        sock.sendto(b"x", (OUTSIDE, 53))
    with socket.socket(type=socket.SOCK_DGRAM) as sock, pytest.raises(NetworkUsedError):
        sock.sendto(b"x", 0, (OUTSIDE, 53))


@pytest.mark.parametrize("host", ["example.invalid", b"example.invalid", OUTSIDE])
def test_a_name_look_up_beyond_this_machine_is_refused(host: str | bytes) -> None:
    with pytest.raises(NetworkUsedError):
        socket.getaddrinfo(host, 443)


def test_the_guard_holds_in_other_threads() -> None:
    seen: list[Exception] = []

    def reach_out() -> None:
        try:
            socket.create_connection((OUTSIDE, 80), timeout=1)
        except NetworkUsedError as error:
            seen.append(error)

    worker = threading.Thread(target=reach_out)
    worker.start()
    worker.join()
    assert len(seen) == 1


def test_loopback_stays_open(loopback_port: int) -> None:
    with socket.create_connection(("localhost", loopback_port), timeout=5) as sock:
        assert sock.getpeername() == ("127.0.0.1", loopback_port)
