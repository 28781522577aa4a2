"""Which questions the fit asks of which plans."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from eval import fit
from eval.cases import Case

CASE = {
    "q": "Ai lo việc ấy?",
    "type": "lead",
    "style": "formal",
    "status": "answered",
    "values": ["Tổ Một"],
    "items": None,
}


@pytest.mark.parametrize(("folders", "asked"), [(("ao",), [4]), (("ao", "ho"), [4, 4, 2, 2])])
def test_questions_are_asked_of_their_own_plans_and_some_of_all_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folders: Sequence[str], asked: list[int]
) -> None:
    loaded: list[list[str]] = []
    counts: list[int] = []

    def make_service(places: list[Path]) -> Any:
        loaded.append([place.name for place in places])

    def found(_service: Any, cases: Sequence[Case], _today: date) -> list[Any]:
        counts.append(len(cases))
        return []

    monkeypatch.setattr(fit, "examples", found)
    monkeypatch.setattr(fit, "fit_all", lambda *_args, **_named: None)
    files = []
    for name in folders:
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text("KẾ HOẠCH", encoding="utf-8")
        lines = [{"id": f"{name}-{n}", **CASE, "cites": [f"{name}.txt#I/1"]} for n in range(4)]
        files.append(tmp_path / f"{name}.jsonl")
        files[-1].write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    places = [tmp_path / name for name in folders]
    fit.fit_on(files, places, make_service, today=date(2026, 5, 10), console=Console(quiet=True), save=False)
    own = [[name] for name in folders]
    assert loaded == (own if len(folders) == 1 else [*own, list(folders)])
    assert counts == asked
