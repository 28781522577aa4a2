"""Running the HTTP app: one process, a socket opened before anything is promised."""

from __future__ import annotations

import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event

import uvicorn

from api import wording
from api.access.house import House
from api.http import create_app
from api.service import Asked, today_in_vietnam
from api.settings import Settings
from ingest.errors import WrongUse

EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - compared with, not bound to


def serve(service: Asked, settings: Settings, opened: Callable[[str], None], house: House | None = None) -> None:
    """Serve until interrupted; ``opened`` is told the address once a question can be answered.

    The port is open while the library is still being loaded: whoever watches is told that it is not ready yet.
    Where visitors must sign in and nobody can yet, ``opened`` is then told the link that makes the first admin.

    Raises: WrongUse, when the port cannot be had; RoviecError, when the library cannot be loaded.
    """
    started = Event()
    app = create_app(service, settings, house=house, started=started)
    with _listening(settings) as listener:
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        server = uvicorn.Server(config)

        def begin() -> None:
            try:
                warm(service)
            except BaseException:
                server.should_exit = True
                raise
            started.set()
            opened(wording.SERVING.format(url=_address(listener)))
            link = house.first_link() if house else None
            if link is not None:
                opened(wording.FIRST_LINK.format(url=f"{_address(listener)}link/{link}"))

        with ThreadPoolExecutor(1, "warming") as thread:
            begun = thread.submit(begin)
            with suppress(KeyboardInterrupt):  # the way to stop it, not an accident
                server.run(sockets=[listener])
        begun.result()


def warm(service: Asked) -> None:
    """Load everything that a first question would wait for. Raises: RoviecError."""
    service.ask(wording.WARM_UP, today=today_in_vietnam())
    service.units()
    service.warm()


def _listening(settings: Settings) -> socket.socket:
    """A bound socket; connections wait on it until the server takes them."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family)
    except OSError as error:
        reason = error.strerror or str(error)
        place = {"host": settings.host, "port": settings.port}
        raise WrongUse(wording.PORT_TAKEN.format(**place, reason=reason)) from error


def _address(listener: socket.socket) -> str:
    """Where a browser on this machine finds the page."""
    host, port = listener.getsockname()[:2]
    host = "localhost" if host in EVERYWHERE else host
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/"
