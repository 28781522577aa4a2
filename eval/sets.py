"""Which questions go with which plans: each set of plans is loaded and asked alone."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.cases import Case, CaseFile

HERE = Path(__file__).parent
SAMPLE_PLANS = HERE / "plans"
BASELINE = HERE / "baseline.json"


def default_questions() -> list[Path]:
    """The question files that come with the project."""
    return sorted((HERE / "questions").glob("*.jsonl"))


@dataclass(frozen=True, slots=True)
class PlanSet:
    """The plan files that are loaded together: the contents of a folder, or files named singly."""

    name: str
    sources: tuple[Path, ...]
    files: frozenset[str]


@dataclass(frozen=True, slots=True)
class Assignment:
    """The cases for each set, in the order of the sets, and those that no set can answer."""

    asked: tuple[tuple[PlanSet, tuple[Case, ...]], ...]
    skipped: tuple[Case, ...]


def plan_sets(places: Sequence[Path]) -> tuple[PlanSet, ...]:
    """One set for each folder that exists, one for all single files; the sample plans first."""
    folders = dict.fromkeys(place.resolve() for place in (SAMPLE_PLANS, *places) if place.is_dir())
    sets = [PlanSet("/".join(one.parts[-2:]), (one,), _names(one)) for one in folders]
    single = tuple(place for place in places if place.is_file())
    if single:
        sets.append(PlanSet("tệp lẻ", single, frozenset(map(_name, single))))
    return tuple(sets)


def _names(folder: Path) -> frozenset[str]:
    return frozenset(_name(path) for path in folder.rglob("*") if path.is_file())


def _name(path: Path) -> str:
    """The file's name as plans carry it, in NFC whatever the disk holds."""
    return unicodedata.normalize("NFC", path.name)


def assign(files: Sequence[CaseFile], sets: Sequence[PlanSet]) -> Assignment:
    """Give each case to the set that holds every plan it names.

    A case that names none (nothing can be found) goes where most of its question file's
    named plans are, and is skipped with them when those are not loaded.
    """
    asked: list[list[Case]] = [[] for _ in sets]
    skipped: list[Case] = []
    for file in files:
        home = _home(file, sets)
        for case in file.cases:
            able = (place for place, one in enumerate(sets) if case.files <= one.files)
            chosen = next(able, None) if case.files else home
            (skipped if chosen is None else asked[chosen]).append(case)
    return Assignment(tuple(zip(sets, map(tuple, asked), strict=True)), tuple(skipped))


def _home(file: CaseFile, sets: Sequence[PlanSet]) -> int | None:
    """The set that holds most of the plans a question file names; None when most are absent."""
    votes = Counter(
        next((place for place, one in enumerate(sets) if name in one.files), None)
        for case in file.cases
        for name in case.files
    )
    return votes.most_common(1)[0][0] if votes else None
