"""A service over some plans answers byte for byte like one over a library that holds no others."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.live import LiveService
from index.records import to_json
from index.store import Store
from ingest.errors import UnknownUnit
from ingest.plan import Plan
from ingest.read import read_plan
from ingest.units import unit_key
from rag.answer import Answer, Status
from rag.listing.rowlist import Choice
from rag.service import Service
from rag.units.brief import Brief
from tests.conftest import ROOT
from tests.index.plans import LetterEmbedder
from tests.rag.plans import TODAY, department_plan, province_plan

SAMPLES = tuple(read_plan(file) for file in sorted((ROOT / "eval" / "plans").glob("*.txt")))
PLANS = (*SAMPLES, province_plan(), department_plan())
QUESTIONS = (
    "Ai chủ trì bảo trì đường truyền số liệu?",
    "co quan nao lo chuyen tram phat song o xa",
    "Sở Khoa học và Công nghệ chủ trì những nhiệm vụ nào?",
    "Có bao nhiêu nhiệm vụ phải xong trong quý II?",
    "Bao giờ phải báo cáo?",
    "Kế hoạch nào ban hành trước?",
    "SKHCN làm gì?",
    "Chỉ tiêu hồ sơ trực tuyến là bao nhiêu?",
    "Cơ quan nào chủ trì tái cấu trúc quy trình dịch vụ công trực tuyến?",
    "Ai ký kế hoạch?",
)
chosen = st.sets(st.sampled_from([plan.file for plan in PLANS]))


def opened(folder: Path, plans: tuple[Plan, ...]) -> Store:
    store = Store.open(folder, LetterEmbedder(), unit_key=unit_key)
    store.add(plans)
    return store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    found = opened(tmp_path_factory.mktemp("whole"), PLANS)
    yield found
    found.close()


@pytest.fixture(scope="module")
def live(store: Store) -> LiveService:
    return LiveService(store, kept=64)


def told(answer: Answer) -> str:
    """Everything the answer says but the time it took."""
    return to_json(replace(answer, elapsed_ms=0.0))


def everything(service: Service, question: str) -> dict[str, Any]:
    service.warm()
    answer = service.ask(question, today=TODAY)
    return {
        "ask": told(answer),
        "then": told(service.ask("Còn thời hạn?", today=TODAY, previous=answer)),
        "conditions": service.conditions(question, today=TODAY),
        "rank": service.rank(question),
        "explain": service.explain(question, today=TODAY),
        "plans": [to_json(plan) for plan in service.plans()],
        "held": [to_json(plan) for plan in service.held()],
        "plan": [service.plan(plan.file) for plan in PLANS],
        "search": service.search(question),
        "units": service.units(),
        "brief": brief(service),
        "deadlines": service.deadlines(date(2026, 1, 1), date(2026, 12, 31)),
        "tasks": service.tasks(Choice()),
        "targets": service.targets(Choice()),
        "duties": service.duties(Choice()),
        "state": service.state(),
    }


def brief(service: Service) -> Brief | str:
    """A unit that several plans name, or the refusal, whose suggestions must not tell of other plans either."""
    try:
        return service.brief("Sở Khoa học và Công nghệ", today=TODAY)
    except UnknownUnit as error:
        return error.message


COVERED = {
    *("ask", "conditions", "rank", "explain", "plans", "held", "plan"),
    *("search", "units", "brief", "deadlines", "tasks", "targets", "duties", "state", "warm"),
}


def test_no_method_of_the_service_is_left_untried() -> None:
    public = {name for name, _ in inspect.getmembers(Service, inspect.isfunction) if not name.startswith("_")}
    assert public == COVERED


@settings(max_examples=12, deadline=None)
@given(files=chosen, question=st.sampled_from(QUESTIONS))
def test_a_part_answers_as_if_the_library_held_nothing_else(
    live: LiveService, tmp_path_factory: pytest.TempPathFactory, files: set[str], question: str
) -> None:
    alone = opened(tmp_path_factory.mktemp("part"), tuple(plan for plan in PLANS if plan.file in files))
    try:
        assert everything(live.over(files), question) == everything(Service(alone.snapshot()), question)
    finally:
        alone.close()


@settings(max_examples=20, deadline=None)
@given(files=chosen)
def test_no_chunk_vector_or_statistic_of_another_plan_is_loaded(store: Store, files: set[str]) -> None:
    snapshot = store.snapshot(files)
    assert {plan.file for plan in snapshot.plans} == files
    assert {snapshot.plan_of(chunk).file for chunk in snapshot.chunks} <= files
    assert len(snapshot.chunks) == len(snapshot.folded_scores("kho dữ liệu")) == len(snapshot.dense_scores("kho"))


def test_what_only_a_forbidden_plan_knows_is_not_found(live: LiveService) -> None:
    question = "Ai chủ trì bảo trì đường truyền số liệu?"
    assert live.ask(question, today=TODAY).status is Status.ANSWERED
    part = live.over({"so-khcn.txt"})
    answer = part.ask(question, today=TODAY)
    assert "song-lam.txt" not in told(answer)
    assert "Sở Tài chính" not in answer.values
    assert part.plan("song-lam.txt") is None


def test_a_part_is_kept_while_its_own_plans_stay_and_follows_them_when_they_change(tmp_path: Path) -> None:
    store = opened(tmp_path, SAMPLES[:2])
    live = LiveService(store)
    seen, hidden = SAMPLES[0], SAMPLES[1]
    first = live.over({seen.file})
    store.delete(hidden.file)
    store.add([province_plan()])
    assert live.over({seen.file, hidden.file}) is first
    store.add([replace(seen, findings=())])
    assert live.over({seen.file}) is not first
    assert live.over({seen.file}).plans()[0].findings == ()
    store.close()


def test_whoever_may_see_everything_shares_the_one_service_over_all(tmp_path: Path) -> None:
    store = opened(tmp_path, SAMPLES)
    live = LiveService(store)
    every = {plan.file for plan in SAMPLES}
    assert live.over(every) is live.over(every | {"else.txt"}) is live._newest()
    store.add([province_plan()])
    assert {plan.file for plan in live.over(every).plans()} == every
    store.close()


def test_only_a_few_parts_are_kept_the_longest_unasked_go_first(tmp_path: Path) -> None:
    store = opened(tmp_path, SAMPLES)
    live = LiveService(store, kept=2)
    a, b, c = ({plan.file} for plan in SAMPLES)
    first = live.over(a)
    live.over(b)
    assert live.over(a) is first
    live.over(c)
    assert live.over(a) is first
    live.over(b)
    live.over(c)
    assert live.over(a) is not first
    store.close()


def test_the_files_are_those_of_the_library_now(tmp_path: Path) -> None:
    store = opened(tmp_path, SAMPLES[:2])
    live = LiveService(store)
    assert live.files() == {plan.file for plan in SAMPLES[:2]}
    store.delete(SAMPLES[0].file)
    assert live.files() == {SAMPLES[1].file}
    store.close()
