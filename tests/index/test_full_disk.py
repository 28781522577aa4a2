"""A full disk costs what was to be written, nothing that is there, and the library still answers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from index.store import Store
from ingest.errors import StoreDamaged
from ingest.folding import fold
from tests.conftest import ROOT
from tests.index.plans import LetterEmbedder, sample_plan

LONG = " Việc thêm." * 500


def _open(folder: Path) -> Store:
    return Store.open(folder / "data", LetterEmbedder(), unit_key=fold)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte, where this user may make one."""
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if not mount or not umount:
        pytest.skip("no mount here")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(tmp_path)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("only root may mount a small disk; the limit on file sizes is tried instead")
    yield tmp_path
    subprocess.run([umount, "--lazy", str(tmp_path)], check=True)


def _fill(folder: Path) -> Path:
    file = os.open(folder / "đầy", os.O_CREAT | os.O_WRONLY)
    with suppress(OSError):
        while True:
            os.write(file, bytes(4096))
    os.close(file)
    return folder / "đầy"


def _add_all(store: Store) -> int:
    """How many plans go onto the disk."""
    for number in range(1000):
        try:
            store.add([sample_plan(f"{number}.txt", lead=f"Sở {number}", extra=LONG)])
        except StoreDamaged as error:
            if "hết chỗ trống trên đĩa" in error.message:
                return number
            raise
    return 1000


def test_plans_are_added_until_the_disk_is_full_and_those_stay(small_disk: Path) -> None:
    store = _open(small_disk)
    added = _add_all(store)
    assert 1 < added < 1000
    assert len(store.snapshot().plans) == added
    store.close()
    again = _open(small_disk)
    assert [plan.file for plan in again.snapshot().plans] == [f"{n}.txt" for n in range(added)]
    again.close()


def test_a_library_on_a_full_disk_is_opened_and_read_and_takes_plans_when_there_is_room(small_disk: Path) -> None:
    store = _open(small_disk)
    store.add([sample_plan("a.txt")])
    store.close()
    filling = _fill(small_disk)
    full = _open(small_disk)
    assert full.snapshot().plans == (sample_plan("a.txt"),)
    with pytest.raises(StoreDamaged):
        full.add([sample_plan("b.txt", lead="Sở Y tế", extra=LONG)])
    assert full.snapshot().plans == (sample_plan("a.txt"),)
    full.close()
    filling.unlink()
    roomy = _open(small_disk)
    roomy.add([sample_plan("b.txt", lead="Sở Y tế")])
    assert len(roomy.snapshot().plans) == 2
    roomy.close()


def test_a_write_that_fails_half_way_leaves_the_old_state(tmp_path: Path) -> None:
    """By the limit on the size of files, which needs no rights."""
    store = _open(tmp_path)
    store.add([sample_plan("a.txt")])
    store.close()
    size = (tmp_path / "data" / "roviec.sqlite").stat().st_size
    script = f"""
        import resource, signal, sys
        from pathlib import Path
        from index.store import Store
        from ingest.errors import StoreDamaged
        from ingest.folding import fold
        from tests.index.plans import LetterEmbedder, sample_plan

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, ({size + 20_000}, {size + 20_000}))
        store = Store.open(Path({str(tmp_path / "data")!r}), LetterEmbedder(), unit_key=fold)
        try:
            store.add([sample_plan(f"{{n}}.txt", lead=f"Sở {{n}}", extra=" Việc thêm." * 500) for n in range(40)])
        except StoreDamaged as error:
            assert len(store.snapshot().plans) == 1
            sys.exit(7)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], cwd=ROOT, check=False)
    assert done.returncode == 7
    again = _open(tmp_path)
    assert again.snapshot().plans == (sample_plan("a.txt"),)
    again.add([sample_plan("b.txt", lead="Sở Y tế")])
    assert len(again.snapshot().plans) == 2
    again.close()
