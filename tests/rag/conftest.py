"""The sample plans and the hand-made ones, each library built once for all tests of this folder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from index.catalogue import Stored
from index.chunks import chunk_plan
from index.snapshot import Snapshot
from ingest.plan import Plan
from ingest.read import read_plan
from rag.answer import Answer
from rag.corpus.library import Library, build_library
from rag.engine import Engine
from rag.service import Service
from tests.conftest import ROOT
from tests.index.plans import LetterEmbedder
from tests.rag.plans import TODAY, Ask, department_plan, province_plan


def snapshot_of(plans: Sequence[Plan], embedder: LetterEmbedder) -> Snapshot:
    """A library of one moment that no database stands behind."""
    chunks = tuple(chunk for plan in plans for chunk in chunk_plan(plan))
    texts = [chunk.text for chunk in chunks]
    vectors = embedder.embed(texts, "passage") if texts else np.zeros((0, embedder.dim), np.float32)
    return Snapshot(Stored(1, embedder.name, tuple(plans), chunks, vectors), embedder)


def asker(plans: Sequence[Plan]) -> Ask:
    """What asks an engine over ``plans``, on the tests' own day unless told another."""
    engine = Engine(build_library(plans))

    def ask(question: str, today: date = TODAY) -> Answer:
        return engine.answer(question, today)

    return ask


@pytest.fixture(scope="session")
def sample_plans() -> tuple[Plan, ...]:
    """The three sample plans: a province's, a department's and a commune's."""
    folder: Path = ROOT / "eval" / "plans"
    return tuple(read_plan(file) for file in sorted(folder.glob("*.txt")))


@pytest.fixture(scope="session")
def sample_library(sample_plans: tuple[Plan, ...]) -> Library:
    """The sample plans as questions see them."""
    return build_library(sample_plans)


@pytest.fixture(scope="session")
def sample_engine(sample_library: Library) -> Engine:
    """Answers over the sample plans, by words alone."""
    return Engine(sample_library)


@pytest.fixture(scope="session")
def ask_samples(sample_engine: Engine) -> Ask:
    """Asks the sample plans."""

    def ask(question: str, today: date = TODAY) -> Answer:
        return sample_engine.answer(question, today)

    return ask


@pytest.fixture(scope="session")
def service(sample_plans: tuple[Plan, ...]) -> Service:
    """The sample plans with an index and a model that counts letters."""
    return Service(snapshot_of(sample_plans, LetterEmbedder()))


@pytest.fixture(scope="session")
def ask_province() -> Ask:
    """Asks the hand-made plan of the province."""
    return asker([province_plan()])


@pytest.fixture(scope="session")
def ask_pair() -> Ask:
    """Asks the hand-made plans of the province and of one of its departments."""
    return asker([province_plan(), department_plan()])
