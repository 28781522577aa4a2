from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from threading import Event, Thread
from time import monotonic, sleep

import httpx2
import pytest
import uvicorn

from api.serving import serve
from api.settings import Settings
from ingest.errors import StoreDamaged, WrongUse
from rag.answer import Answer
from tests.api.sample import FakeService


def test_a_port_that_is_taken_is_one_sentence_naming_it() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        opened: list[str] = []
        with pytest.raises(WrongUse, match=f"cổng {port} trên 127.0.0.1"):
            serve(FakeService(), Settings(host="127.0.0.1", port=port), opened.append)
    assert opened == []


class SlowService(FakeService):
    """Loads as long as the test says, or fails to."""

    def __init__(self, error: Exception | None = None) -> None:
        super().__init__()
        self.go = Event()
        self.error = error

    def ask(self, question: str, *, today: date, previous: Answer | None = None) -> Answer:
        assert self.go.wait(10)
        if self.error is not None:
            raise self.error
        return super().ask(question, today=today, previous=previous)


@contextmanager
def served(service: FakeService, monkeypatch: pytest.MonkeyPatch, told: list[str]) -> Iterator[str]:
    """The address of a server that is run by a thread and stopped in the end."""
    servers: list[uvicorn.Server] = []
    made = uvicorn.Server.__init__

    def remember(self: uvicorn.Server, config: uvicorn.Config) -> None:
        made(self, config)
        servers.append(self)

    monkeypatch.setattr(uvicorn.Server, "__init__", remember)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    thread = Thread(target=serve, args=(service, Settings(port=port), told.append), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{port}"
    servers[0].should_exit = True
    thread.join(10)
    assert not thread.is_alive()


def status(address: str) -> int:
    """Of the call, made until something listens."""
    until = monotonic() + 10
    while True:
        try:
            return httpx2.get(address, timeout=5).status_code
        except httpx2.ConnectError:
            assert monotonic() < until
            sleep(0.02)


def test_whoever_watches_is_told_not_ready_until_the_library_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    service, told = SlowService(), list[str]()
    with served(service, monkeypatch, told) as address:
        assert status(f"{address}/readyz") == status(f"{address}/healthz") == 503
        assert told == []
        service.go.set()
        until = monotonic() + 10
        while status(f"{address}/readyz") != 200:
            assert monotonic() < until
            sleep(0.02)
        assert status(f"{address}/healthz") == 200
    assert [address in line for line in told] == [True]


def test_a_library_that_cannot_be_loaded_ends_the_server_with_its_error() -> None:
    service = SlowService(StoreDamaged("thư viện đã hỏng."))
    service.go.set()
    with pytest.raises(StoreDamaged, match="thư viện đã hỏng"):
        serve(service, Settings(port=0), lambda _: None)
