from __future__ import annotations

import unicodedata

from eval.losses import loss, retyped, total
from eval.mutate import Way
from eval.outcome import Report
from eval.run import run
from tests.eval.fakes import GOOD, TODAY, FakeService, case


def test_only_questions_that_a_way_changes_are_asked_again() -> None:
    plain = case(id="plain", q="ke hoach 3/2026", style="no_accents")
    assert [one.id for one in retyped([case(), plain], Way.NO_ACCENTS)] == ["q1"]
    assert [one.id for one in retyped([case(style="nfd")], Way.NFD)] == []


def test_a_retyped_nfd_question_reaches_the_service_in_nfd() -> None:
    (typed,) = retyped([case()], Way.NFD)
    assert typed.typed == unicodedata.normalize("NFD", case().q)


def test_a_loss_counts_what_was_right_before_and_is_wrong_after() -> None:
    service = FakeService({case().q: GOOD})
    before = run(service, [case()], TODAY).outcomes
    after = run(service, retyped([case()], Way.UPPER), TODAY)
    lost = loss(Way.UPPER, before, after)
    assert (lost.n, lost.before, lost.after, lost.lost) == (1, 1, 0, ("q1",))
    assert lost.change == -1
    (both,) = [one for one in total([lost, lost]) if one.way is Way.UPPER]
    assert (both.n, both.before, both.after) == (2, 2, 0)


def test_a_way_that_changes_nothing_loses_nothing() -> None:
    assert loss(Way.UPPER, (), Report(())).change == 0
