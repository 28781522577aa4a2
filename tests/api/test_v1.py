"""The API over the sample plans, as another system calls it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar

from api.http import create_app
from api.live import LiveService
from api.problems import PROBLEM_JSON
from api.settings import Settings
from index.store import Store
from ingest.errors import StoreBusy
from ingest.read import read_plan
from ingest.units import unit_key
from tests.api.sample import FakeService
from tests.api.test_cli import SOURCE
from tests.conftest import ROOT
from tests.index.plans import LetterEmbedder

PLANS = tuple(read_plan(file) for file in sorted((ROOT / "eval" / "plans").glob("*.txt")))
TODAY = date(2026, 6, 18)
DEPARTMENT = "lamgiang-snnmt-2026.txt"
Json = dict[str, Any]


def client_over(folder: Path, store: Store, **chosen: object) -> TestClient:
    settings = Settings.model_validate({"data": folder} | chosen)
    app = create_app(LiveService(store), settings, clock=lambda: TODAY)
    return TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with closing(Store.open(tmp_path_factory.mktemp("kho"), LetterEmbedder(), unit_key=unit_key)) as store:
        store.add(PLANS)
        yield store


@pytest.fixture
def client(store: Store, tmp_path: Path) -> Iterator[TestClient]:
    with client_over(tmp_path, store, max_upload=20_000, max_files=2) as client:
        yield client


def got(client: TestClient, path: str, **query: object) -> Json:
    response = client.get(f"/api/v1/{path}", params=query)  # type: ignore[arg-type]  # str() is what is meant
    assert response.status_code == 200, response.text
    body: Json = response.json()
    return body


def refused(client: TestClient, path: str, status: int, **query: object) -> Json:
    response = client.get(f"/api/v1/{path}", params=query)  # type: ignore[arg-type]  # the same
    assert (response.status_code, response.headers["content-type"]) == (status, PROBLEM_JSON)
    body: Json = response.json()
    return body


def test_a_follow_up_is_answered_from_the_question_before(client: TestClient) -> None:
    first = "Ai chủ trì kiểm định an toàn 18 hồ chứa nước vừa và nhỏ?"
    alone = client.post("/api/v1/ask", json={"q": "Còn thời hạn?"}).json()
    follows = client.post("/api/v1/ask", json={"q": "Còn thời hạn?", "previous": first}).json()
    assert follows["values"] == ["6/2026"]
    assert alone["values"] != follows["values"]


def test_a_follow_up_of_follow_ups_leans_on_the_question_that_the_thread_began_with(client: TestClient) -> None:
    first = "Ai chủ trì kiểm định an toàn 18 hồ chứa nước vừa và nhỏ?"
    thread = [first, "Còn thời hạn?", "Ai phối hợp?", "Kết quả là gì?", "Ai chủ trì?"]
    follows = client.post("/api/v1/ask", json={"q": "Còn thời hạn?", "previous": thread}).json()
    assert follows["values"] == ["6/2026"]
    assert client.post("/api/v1/ask", json={"q": "Còn thời hạn?", "previous": []}).status_code == 422


def test_a_search_gives_the_best_entries_first_with_their_scores(client: TestClient) -> None:
    found = got(client, "search", q="kiểm định hồ chứa", limit=5)
    assert found["total"] > 5
    best = found["items"][0]
    assert (best["item"]["file"], best["item"]["locator"], best["kind"]) == (DEPARTMENT, "Phụ lục II/2", "task")
    scores = [one["score"] for one in found["items"]]
    assert scores == sorted(scores, reverse=True)
    targets = got(client, "search", q="kiểm định hồ chứa", kind="target", file=DEPARTMENT)["items"]
    assert {(one["kind"], one["item"]["file"]) for one in targets} == {("target", DEPARTMENT)}


def test_plans_and_one_plan(client: TestClient) -> None:
    plans = got(client, "plans")
    assert [(one["file"], one["tasks"], one["targets"]) for one in plans["items"]] == [
        (DEPARTMENT, 16, 8), ("lamgiang-ubnd-2026.txt", 34, 25), ("vankhe-danguy-2026.txt", 28, 9),
    ]  # fmt: skip
    assert got(client, "plans/lamgiang-ubnd-2026.txt")["plan"]["number"] == "27/KH-UBND"
    assert "không-có.txt" in refused(client, "plans/không-có.txt", 404)["detail"]


def test_tasks_are_chosen_by_unit_role_place_and_time(client: TestClient) -> None:
    def places(**query: object) -> list[str]:
        return [one["locator"] for one in got(client, "tasks", **query)["items"]]

    led = {"unit": "chi cuc thuy loi", "role": "lead"}
    assert places(**led) == [f"Phụ lục II/{row}" for row in ("1", "2", "3", "6", "7", "9-1")]
    assert places(**led, due_from="2026-06-01", due_to="2026-06-30") == ["Phụ lục II/2", "Phụ lục II/6"]
    assert places(file=DEPARTMENT, annex="phụ lục ii", group="III") == ["Phụ lục II/12", "Phụ lục II/13"]
    assert places(unit="chi cuc thuy loi", role="support", file=DEPARTMENT) == ["Phụ lục II/4", "Phụ lục II/13"]
    assert places(annex="Phụ lục IX") == []


def test_targets_and_duties_are_chosen_the_same_way(client: TestClient) -> None:
    targets = got(client, "targets", unit="Chi cục Thủy lợi")["items"]
    assert [(one["locator"], one["value"], one["role"]) for one in targets][:2] == [
        ("Phụ lục I/1", "≥ 85", "lead"), ("Phụ lục I/2", "24", "lead"),
    ]  # fmt: skip
    duties = got(client, "duties", unit="Sở Văn hóa, Thể thao và Du lịch", file="lamgiang-ubnd-2026.txt")["items"]
    [duty] = [one for one in duties if not one["via"]]
    assert {one["via"] for one in duties} == {"", "Các sở, ban, ngành; UBND các xã, phường"}
    assert (duty["locator"], duty["next_day"], duty["recurring"]) == ("V/4", "2026-06-22", True)
    assert got(client, "duties", due_from="2026-06-01", due_to="2026-06-09")["total"] == 1


def test_a_long_list_comes_in_pieces_with_links_to_the_others(client: TestClient) -> None:
    whole = got(client, "tasks", limit=500)
    pieces: list[Json] = []
    address, link = "/api/v1/tasks?limit=30", ""
    while address:
        response = client.get(address)
        pieces += response.json()["items"]
        link = response.headers["Link"]
        address = next((one[1] for one in re.finditer(r'<([^>]+)>; rel="next"', link)), "")
    assert whole["total"] == len(whole["items"]) == 78
    assert pieces == whole["items"]
    assert 'offset=60>; rel="last"' in link
    assert 'offset=30>; rel="prev"' in link


def test_units_and_a_brief(client: TestClient) -> None:
    units = {one["name"]: one for one in got(client, "units", limit=500)["items"]}
    brief = got(client, "brief", unit="Chi cục Thủy lợi")
    assert units["Chi cục Thủy lợi"]["leads"] == 10
    assert (len(brief["leads"]), len(brief["targets"])) == (6, 4)
    assert brief["leads"][0]["state"] == "overdue"
    june = got(client, "brief", **{"unit": "Chi cục Thủy lợi", "from": "2026-06-01", "to": "2026-06-30"})
    assert june["left_out"] > 0
    problem = refused(client, "brief", 404, unit="Chi cục Thủy sản")
    assert problem["type"] == "urn:roviec:problem:unknown-unit"
    assert "Chi cục Thủy lợi" in problem["detail"]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("brief", {"unit": "Sở Nội vụ", "from": "2026-06-02", "to": "2026-06-01"}),
        ("brief", {"unit": "Sở Nội vụ", "today": "9999-12-31"}),
        ("deadlines", {"from": "2026-01-01", "to": "2036-01-01"}),
        ("tasks", {"role": "lead"}),
        ("tasks", {"due_from": "0001-01-01"}),
        ("search", {"q": "  "}),
    ],
)
def test_what_makes_no_sense_is_400_in_plain_words(client: TestClient, path: str, query: Json) -> None:
    assert refused(client, path, 400, **query)["detail"].endswith(".")


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("tasks", {"limit": 0}),
        ("tasks", {"limit": 501}),
        ("tasks", {"offset": -1}),
        ("tasks", {"role": "x"}),
        ("brief", {}),
    ],
)
def test_what_has_no_form_is_422(client: TestClient, path: str, query: Json) -> None:
    assert refused(client, path, 422, **query)["status"] == 422


def test_deadlines_as_records_and_as_a_calendar_name_the_same_things(client: TestClient) -> None:
    period = {"from": "2026-06-01", "to": "2026-06-30"}
    records = got(client, "deadlines", **period, limit=500)
    assert (records["total"], records["items"][0]["day"]) == (18, "2026-06-08")
    response = client.get("/api/v1/deadlines.ics", params=period)
    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    events = Calendar.from_ical(response.content).walk("VEVENT")
    assert [str(one["UID"]) for one in events] == [one["uid"] for one in records["items"]]
    assert str(events[0]["URL"]).startswith("http://127.0.0.1/plans/lamgiang-snnmt-2026.txt?at=IV%2F1")
    assert client.get("/api/v1/deadlines.json", params=period).json()["total"] == 18


def test_a_feed_that_names_no_day_reaches_back_and_ahead(client: TestClient) -> None:
    response = client.get("/api/v1/deadlines.ics", params={"unit": "Sở Nội vụ", "file": "lamgiang-ubnd-2026.txt"})
    days = [one.decoded("DTSTART") for one in Calendar.from_ical(response.content).walk("VEVENT")]
    assert date(2026, 3, 20) <= min(days) < TODAY < max(days) <= date(2027, 3, 21)


def test_what_the_asker_holds_is_not_sent_again(client: TestClient) -> None:
    for path in (
        "plans",
        "tasks",
        "units",
        "brief?unit=SNV",
        "deadlines.ics",
        "search?q=hồ+chứa",
        f"plans/{DEPARTMENT}",
    ):
        first = client.get(f"/api/v1/{path}")
        tag = first.headers["ETag"]
        again = client.get(f"/api/v1/{path}", headers={"If-None-Match": f'"other", {tag}'})
        assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag), path
        assert again.headers["Cache-Control"] == "private, no-cache"
        assert client.get(f"/api/v1/{path}", headers={"If-None-Match": 'W/"other"'}).status_code == 200


def test_tags_differ_by_what_is_asked_and_change_with_the_library(
    client: TestClient, store: Store, tmp_path: Path
) -> None:
    before = client.get("/api/v1/tasks").headers["ETag"]
    assert client.get("/api/v1/tasks?limit=3").headers["ETag"] != before
    file = tmp_path / "thêm.txt"
    file.write_text(SOURCE, encoding="utf-8")
    store.add([read_plan(file)])
    try:
        assert client.get("/api/v1/tasks").headers["ETag"] != before
    finally:
        store.delete("thêm.txt")
    assert client.get("/api/v1/tasks").headers["ETag"] == before


def test_every_response_bears_the_requests_name(client: TestClient) -> None:
    for path in ("/", "/api/v1/plans", "/api/v1/nothing", "/healthz"):
        assert len(client.get(path).headers["X-Request-ID"]) == 32
        assert client.get(path, headers={"X-Request-ID": "portal-17.a"}).headers["X-Request-ID"] == "portal-17.a"
        assert client.get(path, headers={"X-Request-ID": "a b\tc"}).headers["X-Request-ID"] != "a b\tc"


def test_an_unforeseen_error_bears_the_requests_name_too(tmp_path: Path) -> None:
    app = create_app(FakeService(script={"a": ZeroDivisionError()}), Settings(data=tmp_path))
    with TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        response = client.post("/api/v1/ask", json={"q": "a"}, headers={"X-Request-ID": "r-1"})
    assert (response.status_code, response.headers["X-Request-ID"]) == (500, "r-1")


def test_calls_beyond_the_rate_are_told_when_to_come_again(store: Store, tmp_path: Path) -> None:
    with client_over(tmp_path, store, rate_limit="3/minute") as client:
        statuses = [client.get("/api/v1/plans").status_code for _ in range(4)]
        late = client.get("/api/v1/plans")
        assert client.get("/").status_code == client.get("/healthz").status_code == 200
    assert statuses == [200, 200, 200, 429]
    assert late.headers["content-type"] == PROBLEM_JSON
    assert 1 <= int(late.headers["Retry-After"]) <= 60
    assert late.headers["X-Request-ID"]


def uploaded(client: TestClient, *files: tuple[str, bytes]) -> Any:
    return client.post("/api/v1/ingest", files=[("files", (name, content)) for name, content in files])


def test_uploaded_plans_are_added_and_answered_over(client: TestClient, store: Store) -> None:
    response = uploaded(client, ("đồng-mẫu.txt", SOURCE.encode()), ("rỗng.txt", b" "))
    assert response.status_code == 202
    job = response.json()
    assert response.headers["Location"] == f"/api/v1/ingest/{job['id']}"
    ended = _ended(client, response.headers["Location"])
    try:
        assert (ended["state"], ended["error"]) == ("done", None)
        assert [(one["file"], one["outcome"]) for one in ended["results"]] == [
            ("đồng-mẫu.txt", "added"), ("rỗng.txt", "unread"),
        ]  # fmt: skip
        assert ended["results"][0]["tasks"] == 2
        assert "rỗng" in ended["results"][1]["detail"]
        answer = client.post("/api/v1/ask", json={"q": "Ai chủ trì lắp đặt Wi-Fi tại chợ?"}).json()
        assert answer["values"] == ["Phòng Kinh tế"]
        again = _ended(client, uploaded(client, ("đồng-mẫu.txt", SOURCE.encode())).headers["Location"])
        assert again["results"][0]["outcome"] == "unchanged"
    finally:
        store.delete("đồng-mẫu.txt")


def _ended(client: TestClient, address: str) -> Json:
    for _ in range(400):
        job: Json = client.get(address).json()
        if job["state"] in ("done", "failed"):
            return job
        sleep(0.01)
    pytest.fail("the job did not end")


@pytest.mark.parametrize(
    ("files", "status"),
    [
        ([("a.txt", b"a"), ("b.txt", b"b"), ("c.txt", b"c")], 400),
        ([("a.txt", b"a"), ("a.txt", b"b")], 400),
        ([("a.exe", b"a")], 400),
        ([("a.txt", b"a" * 30_000)], 413),
    ],
)
def test_uploads_have_limits(client: TestClient, files: list[tuple[str, bytes]], status: int) -> None:
    response = uploaded(client, *files)
    assert (response.status_code, response.headers["content-type"]) == (status, PROBLEM_JSON)


def test_an_upload_may_be_larger_than_a_question(client: TestClient) -> None:
    assert client.post("/api/v1/ask", content=b"x" * 70_000).status_code == 413
    ended = _ended(client, uploaded(client, ("a.txt", b"\xc3\xa1 " * 5_000)).headers["Location"])
    assert ended["results"][0]["outcome"] == "unread"


def test_a_job_that_is_not_there_and_a_server_that_takes_no_plans(client: TestClient, tmp_path: Path) -> None:
    assert "xyz" in refused(client, "ingest/xyz", 404)["detail"]
    with TestClient(create_app(FakeService(), Settings(data=tmp_path)), base_url="http://127.0.0.1") as reader:
        assert uploaded(reader, ("a.txt", b"a")).status_code == 400


def test_a_word_on_an_answer_is_kept_for_the_judge(client: TestClient, tmp_path: Path) -> None:
    said = {"q": "Ai chủ trì lắp đặt, hiệu chỉnh 24 trạm đo mưa tự động?", "verdict": "down", "note": "thiếu\nđơn vị"}
    response = client.post("/api/v1/feedback", json=said)
    assert (response.status_code, response.json()) == (201, {"kept": True})
    [line] = (tmp_path / "feedback.jsonl").read_text("utf-8").splitlines()
    kept = json.loads(line)
    assert (kept["question"], kept["right"], kept["note"], kept["values"]) == (
        said["q"], False, "thiếu đơn vị", ["Chi cục Thủy lợi", "Phòng Kế hoạch - Tài chính"],
    )  # fmt: skip
    assert kept["places"] == [f"{DEPARTMENT}#Phụ lục II/3"]
    assert client.post("/api/v1/feedback", json={"q": "a", "verdict": "maybe"}).status_code == 422


def test_readiness_is_503_while_the_library_cannot_be_read(client: TestClient, tmp_path: Path) -> None:
    class Broken(FakeService):
        def state(self) -> str:
            raise StoreBusy("Kho đang được ghi.")

    assert client.get("/readyz").json() == {"status": "ready", "plans": 3}
    with TestClient(create_app(Broken(), Settings(data=tmp_path)), base_url="http://127.0.0.1") as broken:
        response = broken.get("/readyz")
    assert (response.status_code, response.headers["content-type"]) == (503, PROBLEM_JSON)


def test_every_call_is_described_with_an_example_and_its_problems(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    for path, calls in described["paths"].items():
        for call in calls.values():
            good = next(answer for status, answer in call["responses"].items() if status.startswith("2"))
            [content] = good["content"].values()
            assert content["example"], path
            assert call["summary"]
            assert {"422", "429", "503"} <= set(call["responses"])
            assert list(call["responses"]["503"]["content"]) == [PROBLEM_JSON]
