"""The stored baseline: which questions were right, so that a change shows what it broke."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from eval.cases import unusable
from eval.outcome import Report

TOLERANCE = 1
"""How many questions fewer may be right before a run counts as worse."""


class Baseline(BaseModel):
    """Ids of the questions that were fully right and of those that were not."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    @property
    def verdicts(self) -> dict[str, bool]:
        """Right or not, for each question of the baseline."""
        return dict.fromkeys(self.right, True) | dict.fromkeys(self.wrong, False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A run beside the baseline, over the questions that both hold."""

    shared: int
    before: int
    now: int
    broken: tuple[str, ...]
    mended: tuple[str, ...]

    @property
    def worse(self) -> bool:
        """Whether more questions were lost than the tolerance lets pass."""
        return self.now < self.before - TOLERANCE


def load_baseline(path: Path) -> Baseline | None:
    """The stored baseline; None where there is none yet. Raises: UnreadableFile."""
    if not path.exists():
        return None
    try:
        return Baseline.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError, UnicodeDecodeError) as error:
        raise unusable(path, 0, "không đọc được kết quả mốc; ghi lại bằng --save-baseline") from error


def store_baseline(path: Path, report: Report, known: Iterable[str]) -> None:
    """Write the report's verdicts; questions not asked this time keep theirs.

    ``known`` are the ids of all questions there are: what is in none of the files goes.
    """
    ids, old = set(known), load_baseline(path) or Baseline()
    kept = {name: right for name, right in old.verdicts.items() if name in ids}
    verdicts = kept | {one.case.id: one.right for one in report.outcomes}
    lists = {
        "right": sorted(name for name, right in verdicts.items() if right),
        "wrong": sorted(name for name, right in verdicts.items() if not right),
    }
    path.write_text(json.dumps(lists, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def compare(report: Report, baseline: Baseline) -> Comparison:
    """Set the run beside ``baseline``."""
    verdicts = baseline.verdicts
    shared = [one for one in report.outcomes if one.case.id in verdicts]
    return Comparison(
        shared=len(shared),
        before=sum(verdicts[one.case.id] for one in shared),
        now=sum(one.right for one in shared),
        broken=tuple(one.case.id for one in shared if verdicts[one.case.id] and not one.right),
        mended=tuple(one.case.id for one in shared if one.right and not verdicts[one.case.id]),
    )
