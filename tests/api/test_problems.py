from __future__ import annotations

from collections.abc import Iterator

import pytest

from api.problems import PROBLEMS, STATUS_NEXT, STATUS_SENTENCES, next_for, problem_of
from ingest.errors import NotAPlan, RoviecError, StoreBusy, StoreError


def every_error(root: type[RoviecError] = RoviecError) -> Iterator[type[RoviecError]]:
    yield root
    for kind in root.__subclasses__():
        yield from every_error(kind)


@pytest.mark.parametrize("kind", [*every_error()], ids=lambda kind: kind.__name__)
def test_every_error_of_the_project_has_its_own_row(kind: type[RoviecError]) -> None:
    assert kind in PROBLEMS


@pytest.mark.parametrize("kind", [*PROBLEMS], ids=lambda kind: kind.__name__)
def test_a_row_has_the_class_s_exit_code_an_error_status_and_a_whole_sentence(kind: type[RoviecError]) -> None:
    problem = PROBLEMS[kind]
    assert problem.exit_code == kind.exit_code == 2
    assert 400 <= problem.status < 600
    assert problem.sentence[0].isupper()
    assert problem.sentence.endswith(".")


def test_no_two_errors_share_a_name() -> None:
    assert len({problem.name for problem in PROBLEMS.values()}) == len(PROBLEMS)


def test_an_error_gets_the_row_of_its_nearest_class() -> None:
    class Unlisted(StoreError):
        pass

    assert problem_of(NotAPlan("?")).status == 422
    assert problem_of(StoreBusy("?")).name == "store-busy"
    assert problem_of(Unlisted("?")).name == "store-error"


def test_every_status_that_is_named_also_says_what_to_do_next() -> None:
    assert STATUS_NEXT.keys() == STATUS_SENTENCES.keys()
    for status, advice in STATUS_NEXT.items():
        assert advice.startswith("Hãy ") or ". Hãy " in advice, status
    assert next_for(599) == STATUS_NEXT[500]
    assert next_for(418) == STATUS_NEXT[400]
