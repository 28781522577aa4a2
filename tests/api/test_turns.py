"""Few compute at a time, in the order they came."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from api.turns import Turns


async def _asked_at_once(turns: Turns, count: int) -> tuple[list[int], int]:
    """The order in which requests were served, and how many were at once."""
    turn = asynccontextmanager(turns)
    served: list[int] = []
    busy = most = 0

    async def request(number: int) -> None:
        nonlocal busy, most
        async with turn():
            busy += 1
            most = max(most, busy)
            await asyncio.sleep(0.001 * (count - number))  # the later it came, the shorter it takes
            served.append(number)
            busy -= 1

    await asyncio.gather(*(request(number) for number in range(count)))
    return served, most


def test_short_requests_do_not_overtake_long_ones() -> None:
    assert asyncio.run(_asked_at_once(Turns(1), 8)) == (list(range(8)), 1)


def test_no_more_than_the_number_given_are_served_at_once() -> None:
    served, most = asyncio.run(_asked_at_once(Turns(3), 12))
    assert sorted(served) == list(range(12))
    assert most == 3


def test_a_turn_is_given_back_by_a_request_that_fails() -> None:
    async def main() -> int:
        turns = Turns(1)
        turn = asynccontextmanager(turns)
        with pytest.raises(ValueError, match="broken"):
            async with turn():
                raise ValueError("broken")
        _, most = await _asked_at_once(turns, 2)
        return most

    assert asyncio.run(main()) == 1


def test_each_event_loop_has_turns_of_its_own() -> None:
    turns = Turns(1)
    assert [asyncio.run(_asked_at_once(turns, 3))[0] for _ in range(2)] == [[0, 1, 2], [0, 1, 2]]
