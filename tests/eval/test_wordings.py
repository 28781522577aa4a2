"""Rows asked for in many wordings: what is asked, and that an engine which does not hear one is found out."""

from __future__ import annotations

from datetime import date

from eval.wordings import Asked, main, missed, questions, wordings
from ingest.read import read_plan
from rag.answer import Answer, Status
from rag.corpus.library import build_library
from rag.engine import Engine
from tests.conftest import ROOT

PLANS = ROOT / "eval" / "plans"


class Deaf(Engine):
    """An engine that answers every question with the same word."""

    def answer(self, question: str, today: date, previous: object = None) -> Answer:  # noqa: ARG002  as the engine is called
        """Always the same."""
        return Answer(question, Status.ANSWERED, "", ("Sở X",))


def test_every_wording_is_put_to_the_rows_with_and_without_accents() -> None:
    plan = read_plan(PLANS / "lamgiang-ubnd-2026.txt")
    asked = list(questions([plan]))
    heard = {(one.column, one.wording) for one in asked}
    assert heard == {(column, way) for column, ways in wordings().items() for way in ways}
    assert sum(one.accents for one in asked) * 2 == len(asked)
    survey = [
        one for one in asked if one.question == "Hạn chót Khảo sát mức độ hài lòng của người dân, tổ chức (SIPAS)"
    ]
    assert not survey or survey[0].values == ("Từ ngày 01/10/2026 đến ngày 30/11/2026",)


def test_a_wrong_cell_is_missed() -> None:
    plan = read_plan(PLANS / "lamgiang-ubnd-2026.txt")
    asked = [Asked("lead", "{task} ai làm", "Khảo sát mức độ hài lòng (SIPAS) ai làm", ("Sở Nội vụ",), accents=True)]
    assert missed(Engine(build_library([plan])), asked) == []
    assert missed(Deaf(build_library([plan])), asked) == asked


def test_the_sample_plans_are_heard_in_nine_of_ten_wordings() -> None:
    assert main(PLANS) == 0
