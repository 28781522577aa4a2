"""How sure an answer is, and what the fit that ships holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rag.answer import Answer, Status
from rag.choosing.confidence import probability, signals
from rag.choosing.thresholds import Thresholds
from rag.corpus.library import Library
from rag.engine import Engine
from rag.query.question import understand
from rag.ranking.evidence import standard
from rag.ranking.fitted import dump, fitted, parse

TODAY = date(2026, 5, 10)
RIGHT = "Ai chủ trì nạo vét kênh nội đồng ở xã Vân Khê?"
WRONG = "Ai chủ trì xây sân bay vũ trụ?"


def sure(engine: Engine, question: str) -> float:
    answer = engine.answer(question, TODAY)
    assert answer.confidence is not None
    return answer.confidence


def test_a_row_that_is_meant_is_surer_than_one_that_only_shares_a_word(sample_engine: Engine) -> None:
    assert sure(sample_engine, RIGHT) > 0.8
    assert sure(sample_engine, WRONG) < Thresholds().answer


def test_colloquial_words_around_the_same_thing_cost_little(sample_engine: Engine) -> None:
    chatty = "Anh ơi cho em hỏi vụ nạo vét kênh nội đồng bên Vân Khê á, bên nào đứng ra làm vậy anh?"
    assert sample_engine.answer(chatty, TODAY).values == sample_engine.answer(RIGHT, TODAY).values


@pytest.mark.parametrize(("threshold", "status"), [(0.0, Status.ANSWERED), (0.9999, Status.NOT_FOUND)])
def test_the_threshold_alone_decides_between_answer_and_refusal(
    sample_library: Library, threshold: float, status: Status
) -> None:
    answer: Answer = Engine(sample_library, thresholds=Thresholds(answer=threshold)).answer(RIGHT, TODAY)
    assert answer.status is status


def test_a_fit_reads_back_as_it_was_written() -> None:
    changed = replace(fitted(), words={**fitted().words, "base": -1.25})
    assert parse(dump(changed, "two\nlines")) == changed


def test_a_fit_with_a_weight_missing_is_refused() -> None:
    with pytest.raises(TypeError):
        parse(dump(fitted(), "").replace("coverage = ", "spelt_wrong = ", 1))


def test_the_fit_that_ships_knows_every_signal_that_is_measured() -> None:
    assert set(fitted().dense) == {*fitted().words, "near"}
    assert 0.0 < probability(dict.fromkeys(set(fitted().words) - {"constant"}, 0.0), fitted().words) < 0.5


def test_cosines_are_told_by_their_spread_whatever_their_level() -> None:
    low, high = standard({1: 0.1, 2: 0.2, 3: 0.6}), standard({1: 0.81, 2: 0.82, 3: 0.86})
    assert low == pytest.approx(high)
    assert standard({1: 0.5, 2: 0.5}) == {}


def test_the_name_of_a_thing_that_no_plan_prints_is_unmet(sample_engine: Engine) -> None:
    assert _unmet(sample_engine, RIGHT) == 0.0
    assert _unmet(sample_engine, "Ai chủ trì đào kênh nội đồng ở xã Vân Khê?") == 0.0  # one word, said otherwise
    assert _unmet(sample_engine, "Ai chủ trì nạo vét hầm mộ nội đồng ở xã Vân Khê?") > 0.0


def _unmet(engine: Engine, question: str) -> float:
    query = understand(question, engine.library, TODAY)
    ranked, _ = engine.lookup.weigh(query, dense=False)
    words = engine.lookup.words(query)
    return signals(engine.library, words, ranked, ranked[0], spoken=query.spoken, tells=True, near=None)["unmet"]
