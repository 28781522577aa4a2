from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from html import unescape
from urllib.parse import quote, urlencode

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from api.guard import SECURITY_HEADERS
from api.http import create_app
from api.problems import PROBLEM_JSON
from api.settings import Settings
from ingest.errors import StoreBusy
from tests.api.sample import FILE, LIST, NOTHING, PLAN, ROW_1, TEXT, TODAY, WHO, FakeService

ORIGIN = "http://127.0.0.1"


def client_of(service: FakeService, **settings: object) -> TestClient:
    chosen = Settings.model_validate({"max_question": 60, "max_body": 2000, "debug": False} | settings)
    app = create_app(service, chosen, clock=lambda: TODAY)
    return TestClient(app, base_url=ORIGIN, raise_server_exceptions=False)


@pytest.fixture
def service() -> FakeService:
    return FakeService()


@pytest.fixture
def client(service: FakeService) -> Iterator[TestClient]:
    with client_of(service) as client:
        yield client


def asked(client: TestClient, question: str) -> Response:
    return client.get(f"/?{urlencode({'q': question})}")


def test_the_first_page_offers_examples_and_the_plans(client: TestClient) -> None:
    page = unescape(client.get("/").text)
    assert "Đơn vị nào chủ trì “Lắp đặt Wi-Fi tại chợ”?" in page
    assert "Chuyển đổi số xã Đồng Mẫu năm 2026" in page
    assert "12/KH-UBND · ngày tháng 3 năm 2026" in page


def test_an_empty_library_says_how_to_fill_it() -> None:
    with client_of(FakeService(plans=())) as client:
        page = client.get("/").text
    assert "Chưa có kế hoạch nào" in page
    assert "roviec ingest" in page


def test_an_answer_shows_its_value_before_its_sentence_before_its_source(client: TestClient) -> None:
    page = asked(client, WHO.question).text
    value = page.index('<p class="value">Phòng Kinh tế</p>')
    sentence = page.index("Phòng Kinh tế chủ trì, xong trong 3/2026.")
    source = page.index("<mark>Phòng Kinh tế</mark>")
    assert value < sentence < source


def test_a_list_answer_is_a_table_with_every_row(client: TestClient) -> None:
    page = asked(client, LIST.question).text
    assert page.count("<tr>") == 1 + len(LIST.items)
    assert "Có 2 nhiệm vụ." in page
    assert "- Lắp đặt" not in page


def test_what_is_not_found_says_so_and_shows_what_is_near(client: TestClient) -> None:
    page = asked(client, NOTHING.question).text
    assert "Không có trong các kế hoạch" in page
    assert "Gần với câu hỏi nhất" in page
    assert "Lắp đặt Wi-Fi tại chợ" in page


def test_a_blank_question_is_refused_in_plain_words(client: TestClient) -> None:
    response = asked(client, "  ")
    assert response.status_code == 400
    assert "Chưa có câu hỏi" in response.text


def test_a_question_that_is_too_long_is_refused_and_not_asked(client: TestClient, service: FakeService) -> None:
    response = asked(client, "a" * 61)
    assert response.status_code == 400
    assert "dài quá 60 ký tự" in response.text
    assert service.days == []


def test_a_citation_opens_the_plan_at_the_quoted_place(client: TestClient) -> None:
    page = client.get(f"/plans/{quote(FILE)}?start={ROW_1.start}&end={ROW_1.end}").text
    assert page.count('id="cite"') == 1
    row = page[page.index('id="cite"') :].split("</tr>", maxsplit=1)[0]
    assert "<mark>Lắp đặt Wi-Fi tại chợ</mark>" in row
    assert page.count("<mark>") == 6


def test_a_locator_opens_a_broken_row_with_both_its_pieces(client: TestClient) -> None:
    page = client.get(f"/plans/{quote(FILE)}", params={"at": "Phụ lục/2"}).text
    assert page.count('id="cite"') == 1
    assert "<mark>Mở lớp kỹ năng số</mark>" in page
    assert "<mark>cho người cao tuổi</mark>" in page


@pytest.mark.parametrize(
    "query",
    [{"start": 5, "end": 5}, {"start": 9, "end": 3}, {"start": 0, "end": 10**9}, {"at": "Phụ lục/99"}, {"start": 4}],
)
def test_a_place_that_is_not_in_the_plan_is_said_to_be_gone(client: TestClient, query: dict[str, str | int]) -> None:
    response = client.get(f"/plans/{quote(FILE)}", params=query)
    assert response.status_code == 200
    assert "không còn trong bản kế hoạch này" in response.text
    assert "<mark>" not in response.text


def test_a_plan_that_is_not_there_is_a_plain_page_and_404(client: TestClient) -> None:
    response = client.get("/plans/không-có.txt")
    assert response.status_code == 404
    assert "Không có kế hoạch “không-có.txt” trong kho" in response.text


@pytest.mark.parametrize("path", [f"/plans/{quote(FILE)}", "/?q=" + quote("<script>alert(1)</script>")])
def test_no_text_of_a_plan_or_a_question_becomes_markup(client: TestClient, path: str) -> None:
    page = client.get(path).text
    assert "<script>" not in page
    assert "&lt;script&gt;alert(" in page


def test_the_plans_own_angle_brackets_are_shown_as_they_stand(client: TestClient) -> None:
    page = client.get(f"/plans/{quote(FILE)}").text
    assert "Ủy ban &lt;b&gt;nhân dân&lt;/b&gt; &amp; tổ" in page


def test_a_file_name_with_odd_characters_has_a_working_link() -> None:
    odd = replace(PLAN, file='kế hoạch #1 50%?"<b>.txt')
    with client_of(FakeService(plans=(odd,))) as client:
        page = client.get("/").text
        link = unescape(page.split('class="plans">', 1)[1].split('href="', 1)[1].split('"', 1)[0])
        assert client.get(link).status_code == 200


PATHS: list[Callable[[TestClient], Response]] = [
    lambda client: client.get("/"),
    lambda client: client.get("/static/base.css"),
    lambda client: client.get("/nowhere"),
    lambda client: client.get("/healthz"),
    lambda client: client.post("/api/v1/ask", json={"q": "?"}),
    lambda client: client.post("/api/v1/ask", json={}),
    lambda client: client.post("/api/v1/ask", content=b"x" * 3000),
    lambda client: client.get("/", headers={"host": "evil.example"}),
    lambda client: client.post("/api/v1/ask", json={"q": "hỏng"}),
]


@pytest.mark.parametrize("call", PATHS)
def test_every_response_carries_the_security_headers(call: Callable[[TestClient], Response]) -> None:
    with client_of(FakeService(script={"hỏng": ZeroDivisionError()})) as client:
        response = call(client)
    for name, value in SECURITY_HEADERS.items():
        assert response.headers[name] == value
    assert "unsafe" not in response.headers["Content-Security-Policy"]


def test_pages_hold_nothing_that_the_policy_forbids(client: TestClient) -> None:
    for page in (client.get("/").text, asked(client, LIST.question).text, client.get(f"/plans/{quote(FILE)}").text):
        scripts = re.findall(r"<script[^>]*>(.*?)</script>", page)
        assert scripts == ["", ""]
        assert page.count("<script") == page.count("<script defer src=") == 2
        assert " style=" not in page
        assert " onclick=" not in page
        assert "http://" not in page
        assert "https://" not in page


def test_the_api_answers_with_the_contracts_record(client: TestClient, service: FakeService) -> None:
    response = client.post("/api/v1/ask", json={"q": f"  {WHO.question}\n", "today": "2026-05-09"})
    assert response.status_code == 200
    record = response.json()
    assert record["values"] == ["Phòng Kinh tế"]
    [cited] = record["citations"]
    assert TEXT[cited["start"] : cited["end"]] == cited["quote"]
    assert service.days == [date(2026, 5, 9)]


def test_the_api_takes_the_clocks_day_when_none_is_given(client: TestClient, service: FakeService) -> None:
    client.post("/api/v1/ask", json={"q": WHO.question})
    assert service.days == [TODAY]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{}", 422),
        (b'{"q": ""}', 422),
        (b'{"q": "   "}', 400),
        (b'{"q": 5}', 422),
        (b'{"q": "a", "today": "31/3"}', 422),
        (b'{"q": "a", "extra": 1}', 422),
        (b"not json", 422),
        (b'{"q": "\xff"}', 400),
        (json.dumps({"q": "a" * 61}).encode(), 400),
        (b'{"q": "' + b"a" * 3000 + b'"}', 413),
    ],
)
def test_a_bad_request_gets_a_problem_document(client: TestClient, body: bytes, status: int) -> None:
    response = client.post("/api/v1/ask", content=body, headers={"content-type": "application/json"})
    assert response.status_code == status
    assert response.headers["content-type"] == PROBLEM_JSON
    problem = response.json()
    assert problem["status"] == status
    assert problem["title"].endswith(".")


def test_a_body_without_a_length_is_limited_all_the_same(client: TestClient) -> None:
    response = client.post("/api/v1/ask", content=(b"x" * 500 for _ in range(10)))
    assert response.status_code == 413


def test_an_error_of_ours_says_its_own_sentence_in_its_own_status() -> None:
    with client_of(FakeService(script={"a": StoreBusy("Kho đang được ghi.")})) as client:
        response = client.post("/api/v1/ask", json={"q": "a"})
        page = client.get("/?q=a")
    assert response.status_code == page.status_code == 503
    assert response.json()["detail"] == "Kho đang được ghi."
    assert response.json()["type"] == "urn:roviec:problem:store-busy"
    assert "Kho đang được ghi." in page.text
    assert page.headers["content-type"].startswith("text/html")


def test_an_unforeseen_error_tells_nothing_of_its_inside() -> None:
    with client_of(FakeService(script={"a": ZeroDivisionError("secret")})) as client:
        response = client.post("/api/v1/ask", json={"q": "a"})
        page = client.get("/?q=a")
    assert response.status_code == page.status_code == 500
    assert "secret" not in response.text + page.text
    assert "Traceback" not in response.text + page.text
    assert "hãy báo quản trị viên. Mã lỗi: " in page.text
    assert page.headers["x-request-id"] in page.text


def test_wrong_methods_and_unknown_paths_are_problems_too(client: TestClient) -> None:
    assert client.get("/api/v1/ask").status_code == 405
    assert client.get("/api/v1/ask").headers["allow"] == "POST"
    assert client.get("/api/v1/nothing").json()["title"] == "Không có trang này."


def test_health_is_200_when_it_can_answer_and_503_when_not() -> None:
    class Broken(FakeService):
        def plans(self) -> tuple[()]:
            raise StoreBusy("Kho đang được ghi.")

    with client_of(FakeService()) as client:
        assert client.get("/healthz").json() == {"status": "ok", "plans": 1}
    with client_of(Broken()) as client:
        assert client.get("/healthz").status_code == 503


def test_only_known_host_names_are_answered(client: TestClient) -> None:
    assert client.get("/healthz", headers={"host": "evil.example"}).status_code == 421
    page = client.get("/", headers={"host": "evil.example"})
    assert page.status_code == 421
    assert "<h1>Máy chủ không phục vụ tên này.</h1>" in page.text
    assert "ROVIEC_ALLOWED_HOSTS" in page.text
    for host in ("localhost:8000", "127.0.0.1", "[::1]:8000"):
        assert client.get("/healthz", headers={"host": host}).status_code == 200


def test_the_api_description_names_the_answers_fields(client: TestClient) -> None:
    schema = client.get("/api/v1/openapi.json").json()
    answer = schema["components"]["schemas"]["AnswerRecord"]["properties"]
    assert {"status", "values", "items", "citations"} <= answer.keys()
    paths = set(schema["paths"])
    assert {"/api/v1/ask", "/api/v1/search", "/api/v1/brief", "/api/v1/deadlines.ics", "/healthz", "/readyz"} <= paths
