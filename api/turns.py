"""Who computes when many ask at once: few at a time, in the order they came.

Answers are computed by Python, one thread at a time, whatever the number of threads. Forty of them sharing it made
short questions overtake long ones and left the event loop, which everyone waits for, the last to get a turn: of 500
answers to 50 askers the slowest took 2.8 s where each of them, served in order, takes 1 s, and each cost 9 ms of the
processor instead of 7.7 ms.
"""

from __future__ import annotations

from asyncio import AbstractEventLoop, Semaphore, get_running_loop
from collections.abc import AsyncIterator
from typing import Final
from weakref import WeakKeyDictionary

AT_ONCE: Final = 2
"""Requests computed at once: more than one, for the model computes beside Python, and one question may take long."""


class Turns:
    """A dependency that holds a request back until it is its turn.

    To be used with ``scope="function"``, so that the turn ends before the answer is sent: whoever reads slowly holds up
    nobody.
    """

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._at_once = at_once
        self._of_loop: WeakKeyDictionary[AbstractEventLoop, Semaphore] = WeakKeyDictionary()

    async def __call__(self) -> AsyncIterator[None]:
        """Wait for a turn, and give it back once the answer is made."""
        # A semaphore belongs to the loop that waits on it; a server has one loop, tests have many.
        turns = self._of_loop.setdefault(get_running_loop(), Semaphore(self._at_once))
        async with turns:
            yield
