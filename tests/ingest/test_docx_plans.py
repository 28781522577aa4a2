"""A plan as a Word file says the same as its text: every cell, the header, sections, targets and duties."""

from __future__ import annotations

from dataclasses import asdict, fields
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from ingest.build import build_plan
from ingest.plan import Plan
from ingest.readers.docx import read_docx
from ingest.readers.text import read_text
from tests.conftest import ROOT
from tests.ingest.sources import said
from tests.ingest.word import Setting, as_word

SAMPLES = sorted((ROOT / "eval" / "plans").glob("*.txt"))
SETTINGS = [Setting(*map(bool, flags)) for flags in product((0, 1), repeat=len(fields(Setting)))]


def _name(setting: Setting) -> str:
    return "+".join(name for name, on in asdict(setting).items() if on) or "plain"


@cache
def _text(file: Path) -> tuple[Any, Plan]:
    document = read_text(file.name, file.read_text("utf-8-sig"))
    return document, build_plan(document, "0")


def _word(file: Path, setting: Setting) -> Plan:
    document, _ = _text(file)
    return build_plan(read_docx("ke-hoach.docx", as_word(document, setting)), "0")


@pytest.mark.parametrize("setting", SETTINGS, ids=_name)
@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_a_sample_plan_says_the_same_as_a_word_file(file: Path, setting: Setting) -> None:
    plan = _text(file)[1]
    assert len(plan.tasks) > 3
    assert said(_word(file, setting)) == said(plan)


@pytest.mark.parametrize("setting", [Setting(), Setting(*[True] * len(fields(Setting)))], ids=_name)
def test_the_real_plans_say_the_same_as_word_files(real_plans: Path, setting: Setting) -> None:
    for file in sorted(real_plans.glob("*.txt")):
        assert said(_word(file, setting)) == said(_text(file)[1]), file.stem


def test_every_span_of_a_word_file_reads_back_its_words() -> None:
    plan = _word(SAMPLES[0], SETTINGS[-1])
    for task in plan.tasks:
        for field in (task.name, task.lead, task.support, task.result, task.due, task.note):
            assert " ".join(" ".join(span.slice(plan.text).split()) for span in field.spans) == field.text
