from __future__ import annotations

import socket

import pytest

from api.serving import serve
from api.settings import Settings
from ingest.errors import WrongUse
from tests.api.sample import FakeService


def test_a_port_that_is_taken_is_one_sentence_naming_it() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        opened: list[str] = []
        with pytest.raises(WrongUse, match=f"cổng {port} trên 127.0.0.1"):
            serve(FakeService(), Settings(host="127.0.0.1", port=port), opened.append)
    assert opened == []
