"""The weights and thresholds that were fitted, not chosen: read from data/fitted.toml, which eval/fit.py writes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

FILE = "fitted.toml"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each signal adds to a candidate's score; only differences between candidates of one question count.

    ``coverage`` and ``pair`` are for syllables and neighbour pairs of the question that the entry holds, ``title`` for
    the part of its name that is asked for, ``own`` for words that the head of its plan does not say, ``lexical`` for BM25 as a share of the best entry's, ``dense`` for ten times
    the cosine below the best. The others are for sorts of entry: a clause where a column, a figure or another column is
    asked for or none is (``clause_…``), a target where a figure or a target is asked for (``target_…``), a row led by
    the sort of office asked for (``head``), a row without cells (``empty``), a plan's frame (``frame``).
    """

    coverage: float
    pair: float
    title: float
    own: float
    lexical: float
    dense: float
    clause_column: float
    clause_value: float
    clause_other: float
    clause_open: float
    target_value: float
    target_kind: float
    head: float
    empty: float
    frame: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """The ranking's weights and the coefficients of the confidence, without and with the cosine, by signal's name."""

    ranking: Weights
    words: Mapping[str, float]
    dense: Mapping[str, float]


@cache
def fitted() -> Fitted:
    """The fit that ships with the program."""
    return parse((resources.files("rag") / "data" / FILE).read_text(encoding="utf-8"))


def parse(source: str) -> Fitted:
    """A fit out of its TOML.

    Raises:
        KeyError, TypeError: a weight is missing or unknown.
    """
    tables: dict[str, Any] = tomllib.loads(source)
    return Fitted(Weights(**tables["ranking"]), tables["confidence"]["words"], tables["confidence"]["dense"])


def dump(fit: Fitted, head: str) -> str:
    """A fit as TOML below a comment of one or more lines."""
    parts = [
        ("ranking", {field.name: getattr(fit.ranking, field.name) for field in fields(fit.ranking)}),
        ("confidence.words", fit.words),
        ("confidence.dense", fit.dense),
    ]
    lines = [f"# {line}".rstrip() for line in head.splitlines()]
    for name, table in parts:
        lines += ["", f"[{name}]", *(f"{key} = {value:.4f}" for key, value in table.items())]
    return "\n".join(lines) + "\n"


def write(fit: Fitted, head: str) -> Path:
    """Write the fit that ships with the program, into this checkout."""
    path = Path(__file__).parents[1] / "data" / FILE
    path.write_text(dump(fit, head), encoding="utf-8")
    return path
