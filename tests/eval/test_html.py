from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

from eval.baseline import Baseline, compare
from eval.charts import bins_of
from eval.evaluation import Evaluation
from eval.html import page, refusal_lines
from eval.losses import Loss
from eval.mutate import Way
from eval.outcome import Report
from eval.run import run
from rag.answer import Answer
from tests.eval.fakes import FILE, GOOD, REFUSAL, TODAY, FakeService, RankingService, case, missing

VOID = {"meta", "link", "img", "br", "hr", "input"}


class Nesting(HTMLParser):
    """Remembers every tag and fails on one closed out of turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"src", "href"}]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def sure(answer: Answer, level: float) -> Answer:
    return replace(answer, confidence=level)


def report() -> Report:
    cases = [case(id="a", q="a"), case(id="<b>", q="<script>alert(1)</script>"), missing(id="c", q="c")]
    return run(RankingService({"a": sure(GOOD, 0.9), "c": sure(REFUSAL, 0.2)}), cases, TODAY)


def parsed(text: str) -> Nesting:
    nesting = Nesting()
    nesting.feed(text)
    assert nesting.open == []
    return nesting


def test_the_page_is_well_formed_and_needs_nothing_from_elsewhere() -> None:
    whole = Evaluation(report(), compare(report(), Baseline(right=("<b>",))), (Loss(Way.UPPER, 2, 2, 1, ("a",)),))
    text = page(whole, TODAY)
    nesting = parsed(text)
    assert "script" not in nesting.seen
    assert nesting.addresses == []
    assert "url(" not in text
    assert "prefers-color-scheme:dark" in text


def test_questions_and_ids_are_escaped() -> None:
    text = page(Evaluation(report()), TODAY)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "&lt;b&gt;" in text


def test_the_worst_cases_show_what_the_search_found_with_the_right_place_ticked() -> None:
    text = page(Evaluation(report()), TODAY)
    assert f"{FILE}#Phụ lục/2 · ✓ {FILE}#Phụ lục/1" in text


def test_an_empty_report_still_makes_a_page() -> None:
    parsed(page(Evaluation(Report(())), TODAY))


def test_the_refusal_curve_tells_what_each_threshold_would_do() -> None:
    outcomes = report().outcomes
    refused, needless, wrong = refusal_lines(outcomes)
    assert refused.points == ((0.2, 0.0), (0.9, 1.0))
    assert needless.points == ((0.2, 0.0), (0.9, 0.0))
    assert wrong.points == ((0.2, 0.0), (0.9, 0.0))


def test_answers_made_up_with_confidence_stay_wrong_up_to_their_confidence() -> None:
    cases = [case(id="a", q="a"), missing(id="c", q="c")]
    outcomes = run(FakeService({"a": sure(GOOD, 0.9), "c": sure(GOOD, 0.5)}), cases, TODAY).outcomes
    assert refusal_lines(outcomes)[2].points == ((0.5, 0.5), (0.9, 0.0))


def test_there_is_no_curve_without_confidence() -> None:
    outcomes = run(FakeService({"a": GOOD}), [case(q="a"), missing()], TODAY).outcomes
    assert refusal_lines(outcomes) == ()


def test_every_latency_falls_into_one_bin_and_the_last_is_open() -> None:
    values = [1.0] * 50 + [2.5] * 49 + [900.0]
    bins = bins_of(values)
    assert sum(one.count for one in bins) == 100
    assert bins[-1].end is None
    assert bins[-1].count == 1
    assert all(left.end == right.start for left, right in pairwise(bins))
    assert len(bins) < 40


def test_a_zero_latency_has_a_bin_too() -> None:
    assert sum(one.count for one in bins_of([0.0])) == 1
