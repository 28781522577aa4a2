"""Many people asking at once: ``python -m eval.bench.ask_load [PLANS] [--askers 50] [--each 10]``.

Starts ``roviec serve`` on a free port of this machine over a library of its own, asks a bounded number of questions
about the plans' own tasks, and prints how long answers took and how many calls failed; where other work shares the
cores, the server's own processor time an answer compares better than its seconds. Not part of the test suite.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from itertools import cycle, islice
from pathlib import Path
from threading import Barrier
from time import perf_counter, sleep
from typing import Final

from rich.console import Console
from rich.table import Table

from eval.metrics import percentile
from ingest.errors import RoviecError
from ingest.read import TEXT_SUFFIXES, read_plan

SAMPLES: Final = Path(__file__).resolve().parents[1] / "plans"
FORMS: Final = (
    "Đơn vị nào chủ trì {name}?",
    "Bao giờ phải hoàn thành {name}?",
    "Kết quả của {name} là gì?",
    "{lead} phải làm gì?",
)
LONGEST: Final = 60.0
"""Seconds that one answer may take before it counts as failed."""
_START: Final = 120
"""Seconds that the server may take to start."""


@dataclass(frozen=True, slots=True)
class Call:
    """One answer: the milliseconds it took, and its HTTP status, or the name of what went wrong."""

    milliseconds: float
    outcome: str


def questions(plans: Path) -> list[str]:
    """What is asked: the tasks of the plans in turn, each in another form.

    Raises: RoviecError for a file that is no plan.
    """
    files = sorted(file for file in plans.rglob("*") if file.suffix.lower() in TEXT_SUFFIXES)
    tasks = [task for file in files for task in read_plan(file).tasks if task.leads]
    return [
        form.format(name=task.name.text, lead=task.leads[0]) for task, form in zip(tasks, cycle(FORMS), strict=False)
    ]


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    port: int
    process: int

    def spent(self) -> float | None:
        """Seconds of the processor that it has used so far; None where the system does not tell (no /proc)."""
        try:
            fields = Path(f"/proc/{self.process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            return None
        user, system = map(int, fields[11:13])
        return (user + system) / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(plans: Path) -> Iterator[Server]:
    """A server over ``plans``, ended when the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="roviec-load-") as data:
        command = [sys.executable, "-m", "api.cli"]
        subprocess.run([*command, "ingest", plans, "--data", data], check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
        unlimited = ["/usr/bin/env", "ROVIEC_RATE_LIMIT="]  # all askers share one address
        started = [*unlimited, *command, "serve", "--data", data, "--port", str(port)]
        with subprocess.Popen(started, stderr=subprocess.DEVNULL) as server:  # noqa: S603 - the same
            try:
                _wait(port)
                yield Server(port, server.pid)
            finally:
                server.terminate()


def _wait(port: int) -> None:
    """Return once the server is ready. Raises: TimeoutError."""
    for _ in range(_START * 10):
        try:
            if _call(port, "GET", "/readyz").outcome == "200":
                return
        except OSError:
            pass
        sleep(0.1)
    raise TimeoutError


def ask_all(port: int, asked: Sequence[str], askers: int) -> tuple[list[Call], float]:
    """Every answer, and the seconds altogether; ``askers`` begin at once and each waits for its answer before the next."""
    gate = Barrier(askers)

    def one(share: Sequence[str]) -> list[Call]:
        gate.wait()
        return [_ask(port, question) for question in share]

    started = perf_counter()
    with ThreadPoolExecutor(askers) as pool:
        calls = [call for calls in pool.map(one, [asked[n::askers] for n in range(askers)]) for call in calls]
    return calls, perf_counter() - started


def _ask(port: int, question: str) -> Call:
    try:
        return _call(port, "POST", "/api/v1/ask", json.dumps({"q": question}))
    except (OSError, HTTPException) as error:
        return Call(LONGEST * 1000, type(error).__name__)


def _call(port: int, method: str, path: str, body: str | None = None) -> Call:
    started = perf_counter()
    connection = HTTPConnection("127.0.0.1", port, timeout=LONGEST)
    try:
        connection.request(method, path, body, {"Content-Type": "application/json"})
        response = connection.getresponse()
        response.read()
        return Call((perf_counter() - started) * 1000, str(response.status))
    finally:
        connection.close()


def report(calls: Sequence[Call], seconds: float, spent: float | None = None) -> Table:
    """The figures; ``spent`` is the processor time in seconds that the server took for them."""
    times = [call.milliseconds for call in calls]
    outcomes = Counter(call.outcome for call in calls)
    failed = sum(count for outcome, count in outcomes.items() if outcome != "200")
    table = Table.grid(padding=(0, 2))
    for name, value in (
        ("answers", f"{len(calls)} in {seconds:.1f} s, {len(calls) / seconds:.0f} a second"),
        ("median", f"{percentile(times, 50):.0f} ms"),
        ("95th percentile", f"{percentile(times, 95):.0f} ms"),
        ("slowest", f"{max(times):.0f} ms"),
        ("errors", f"{failed} ({dict(outcomes)})"),
        ("server", "" if spent is None else f"{spent / len(calls) * 1000:.1f} ms of the processor an answer"),
    ):
        table.add_row(name, value)
    return table


def main() -> None:
    """The command; exit code 1 when a call failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plans", type=Path, nargs="?", default=SAMPLES)
    parser.add_argument("--askers", type=int, default=50)
    parser.add_argument("--each", type=int, default=10, help="questions of each asker")
    given = parser.parse_args()
    try:
        asked = questions(given.plans)
    except RoviecError as error:
        parser.error(str(error))
    if not asked:
        parser.error("no tasks to ask about")
    with served(given.plans) as server:
        before = server.spent()
        calls, seconds = ask_all(server.port, list(islice(cycle(asked), given.askers * given.each)), given.askers)
        after = server.spent()
    spent = None if before is None or after is None else after - before
    Console().print(report(calls, seconds, spent))
    sys.exit(any(call.outcome != "200" for call in calls))


if __name__ == "__main__":
    main()
