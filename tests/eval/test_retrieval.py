from __future__ import annotations

import math

import pytest

from eval.retrieval import retrieval
from eval.run import run
from tests.eval.fakes import FILE, TODAY, FakeService, RankingService, case, listing, missing


def test_a_place_found_second_scores_as_second() -> None:
    measured = dict(retrieval(run(RankingService(), [case()], TODAY).outcomes))
    assert measured["MRR"] == 0.5
    assert measured["recall@1"] == 0
    assert measured["recall@5"] == 1
    assert measured["nDCG@10"] == pytest.approx(1 / math.log2(3))


def test_every_row_of_a_list_counts_as_relevant() -> None:
    asked = listing("Phụ lục/1", "Phụ lục/2", "Phụ lục/3", cites=[f"{FILE}#Phụ lục/1"])
    measured = dict(retrieval(run(RankingService(), [asked], TODAY).outcomes))
    assert measured["recall@10"] == pytest.approx(2 / 3)


def test_questions_without_a_place_are_not_measured() -> None:
    both = run(RankingService(), [case(), missing()], TODAY).outcomes
    assert dict(retrieval(both))["MRR"] == 0.5
    assert retrieval(both[1:]) == ()


def test_a_service_without_a_ranking_is_not_measured() -> None:
    assert retrieval(run(FakeService(), [case()], TODAY).outcomes) == ()
