"""The API does what it says of itself, whatever it is sent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from api.access.house import House
from api.access.roles import SCOPES, Role
from api.http import create_app
from api.live import LiveService
from api.settings import Settings
from index.store import Store
from ingest.read import read_plan
from ingest.units import unit_key
from tests.api.sample import TODAY
from tests.conftest import ROOT
from tests.index.plans import LetterEmbedder

PLANS = tuple(read_plan(file) for file in sorted((ROOT / "eval" / "plans").glob("*.txt")))
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
    unsupported_method,
]
"""Not "positive data is accepted": a reversed period or a unit that no plan names is well formed and refused."""
EXAMPLES = 8
"""For each call, sent rightly and wrongly: some seconds altogether."""


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The API's description, read from an app over a library of the sample plans, which takes more plans."""
    folder = tmp_path_factory.mktemp("kho")
    open_to_all = Settings(data=folder, allowed_hosts=("*",), rate_limit="", ingest_rate_limit="", max_question=200)
    with closing(Store.open(folder, LetterEmbedder(), unit_key=unit_key)) as store, closing(House(folder)) as house:
        store.add(PLANS)
        app = create_app(LiveService(store), open_to_all, clock=lambda: TODAY, house=house)
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", app), _bearer(house)


def _bearer(house: House) -> dict[str, str]:
    """A token that may do all that the API offers: a server open to any host name asks who calls."""
    person = house.people.add("cong", "Cổng", Role.EDITOR, now=house.clock())
    token = house.tokens.make(person.id, "thử", SCOPES, now=house.clock(), expires=house.clock() + 3600)
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize(("mode", "least"), [(GenerationMode.POSITIVE, 16), (GenerationMode.NEGATIVE, 11)])
def test_every_call_answers_as_described(api: Any, mode: GenerationMode, least: int) -> None:
    description, bearer = api
    tried = 0
    for found in description.get_all_operations():

        @given(case=found.ok().as_strategy(generation_mode=mode))
        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        def answers(case: Any) -> None:
            case.call_and_validate(checks=CHECKS, headers=bearer)

        with suppress(Unsatisfiable):  # a call that takes nothing, or any text, cannot be sent wrongly
            answers()
            tried += 1
    assert tried >= least
