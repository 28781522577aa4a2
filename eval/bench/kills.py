"""Kill ``roviec ingest`` again and again and look at what is left: ``python -m eval.bench.kills --times 200``.

The library goes to and fro between two states of its plans. Each run is killed (SIGKILL) at another moment, half of
them once the write-ahead log has appeared, when a transaction is most likely open; afterwards the library must hold one
of the two states whole and answer, and neither a process nor a temporary file may be left. Vectors come from a cache
filled beforehand, as embedding would take most of the time and nothing is stored meanwhile.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from rich.console import Console

from index.embedder import NANO, Embedder, from_name
from index.store import Store
from ingest.units import unit_key
from rag.answer import Status
from rag.service import Service

SAMPLES: Final = Path(__file__).resolve().parents[1] / "plans"
_TODAY: Final = date(2026, 5, 10)
_PATIENCE: Final = 20.0  # seconds for what a killed command started to end by itself
_CHANGED: Final = ("2026", "2027")  # the second state of every plan


@dataclass(frozen=True, slots=True)
class Kill:
    """One run: the second at which it was killed (None: it had ended before), and the state found afterwards."""

    second: float | None
    state: str


class Ground:
    """A folder with both states of the plans, the library, the cache, and room for temporary files."""

    def __init__(self, folder: Path, plans: Mapping[str, str]) -> None:
        """``plans`` are texts by file name; each must hold the year that the second state changes."""
        self.library, self.cache, self.temporary = folder / "library", folder / "cache", folder / "temporary"
        self.temporary.mkdir()
        self.states: dict[str, Path] = {}
        self._digests: dict[str, set[str]] = {}
        for state, year in zip(("old", "new"), _CHANGED, strict=True):
            self.states[state] = place = folder / state
            place.mkdir()
            for name, text in plans.items():
                (place / name).write_text(text.replace(_CHANGED[0], year), "utf-8")
            self._digests[state] = {hashlib.sha256(file.read_bytes()).hexdigest() for file in place.iterdir()}
        if self._digests["old"] & self._digests["new"]:
            raise ValueError(plans)
        self.embedder: Embedder = from_name(NANO)

    def ingest(self, state: str) -> subprocess.Popen[bytes]:
        """``roviec ingest`` of a state, as a user runs it."""
        chosen = (f"ROVIEC_CACHE={self.cache}", f"TMPDIR={self.temporary}")
        command = (sys.executable, "-m", "api.cli", "ingest", str(self.states[state]), "--data", str(self.library))
        return subprocess.Popen(  # noqa: S603 - our own command
            [shutil.which("env") or "env", *chosen, *command],
            cwd=SAMPLES.parents[1],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def held(self) -> str:
        """The state that the library holds, found by reading all of it and asking about each plan.

        Raises: AssertionError when it holds neither whole, or does not answer.
        """
        with closing(Store.open(self.library, self.embedder, unit_key=unit_key)) as store:
            snapshot = store.snapshot()
        digests = {plan.digest for plan in snapshot.plans}
        state = next((name for name, whole in self._digests.items() if whole == digests), None)
        if state is None:
            raise AssertionError(f"the library holds neither state whole but {len(digests)} plans")
        if {chunk.plan_digest for chunk in snapshot.chunks} != digests or snapshot.dense.size != len(snapshot.chunks):
            raise AssertionError("plans, chunks and vectors do not belong together")
        service = Service(snapshot)
        for plan in snapshot.plans:
            answer = service.ask(f"Đơn vị nào chủ trì {plan.tasks[0].name.text}?", today=_TODAY)
            if answer.status not in {Status.ANSWERED, Status.AMBIGUOUS}:
                raise AssertionError(f"{plan.file} is not answered from any more")
        return state

    def clean(self) -> None:
        """Wait until nothing temporary is left. Raises: AssertionError when it stays."""
        deadline = time.monotonic() + _PATIENCE
        while left := list(self.temporary.iterdir()):
            if time.monotonic() > deadline:
                raise AssertionError(f"left behind: {left}")
            time.sleep(0.01)

    def prepare(self) -> float:
        """Store both states once, so that all vectors are cached; the seconds of a run that changes everything."""
        for state in ("new", "old"):
            self.ingest(state).wait()
        started = time.monotonic()
        self.ingest("new").wait()
        return time.monotonic() - started


def kills(folder: Path, plans: Mapping[str, str], *, times: int, seed: int = 1) -> Iterator[Kill]:
    """Kill ``times`` runs and give what each left.

    Raises: AssertionError when a run left anything but a whole state.
    """
    ground, draw = Ground(folder, plans), random.Random(seed)
    seconds = ground.prepare()
    state = ground.held()
    for number in range(times):
        wanted = "old" if state == "new" else "new"
        running = ground.ingest(wanted)
        started = time.monotonic()
        if number % 2:
            _until_written(ground.library, running, started + 3 * seconds)
            time.sleep(draw.uniform(0, 0.04))
        else:
            time.sleep(draw.uniform(0.05, 1.05) * seconds)
        spent = time.monotonic() - started if running.poll() is None else None
        running.kill()
        running.wait()
        ground.clean()
        state = ground.held()
        yield Kill(spent, "mới" if state == wanted else "cũ")


def _until_written(library: Path, running: subprocess.Popen[bytes], deadline: float) -> None:
    """Wait until the write-ahead log holds something."""
    log = library / "roviec.sqlite-wal"
    while running.poll() is None and time.monotonic() < deadline:
        if log.exists() and log.stat().st_size:
            return
        time.sleep(0.001)


def main() -> None:
    """Read the command line, kill and count."""
    parser = argparse.ArgumentParser(
        prog="python -m eval.bench.kills", description="Giết `roviec ingest` giữa chừng, nhiều lần."
    )
    parser.add_argument("--times", type=int, default=200, help="số lần (mặc định: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="mầm ngẫu nhiên (mặc định: %(default)s)")
    chosen = parser.parse_args()
    plans = {file.name: file.read_text("utf-8") for file in sorted(SAMPLES.glob("*.txt"))}
    console, found = Console(), Counter[str]()
    with tempfile.TemporaryDirectory(prefix="roviec-kills-") as folder:
        try:
            for kill in kills(Path(folder), plans, times=chosen.times, seed=chosen.seed):
                found[
                    "đã xong trước khi bị giết" if kill.second is None else f"bị giết, còn trạng thái {kill.state}"
                ] += 1
        except AssertionError as error:
            parser.exit(1, f"sau {found.total()} lần: {error}\n")
    for what, count in found.most_common():
        console.print(f"{count:5} {what}")


if __name__ == "__main__":
    main()
