"""The gate: who comes in, what each role reaches, and that every change comes from a page of ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient

from api.access.addresses import safe_next
from api.access.gate import FORM_FIELD, OPEN_PATHS, Gate, check_every_route, needs_of
from api.access.house import House
from api.access.roles import Need
from api.http import create_app
from api.live import LiveService
from api.settings import Settings
from ingest.errors import WrongUse
from tests.api.access.conftest import PASSWORD
from tests.api.access.site import OPEN_PLAN, ORIGIN, Site, mark_of, sent, sign_in, site
from tests.api.sample import FakeService
from web.wording_access import ACTIONS

OWN_TOKENS = {"/api/v1/tokens", "/api/v1/tokens/{id}"}
CHANGING_BUT_READ = {"/account", "/api/v1/ask", "/api/v1/search", "/api/v1/feedback", "/feedback", *OWN_TOKENS}
"""Requests that are sent and yet change nothing of the library: questions, opinions, one's own password and tokens."""


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with pytest.MonkeyPatch.context() as patch:
        from argon2 import PasswordHasher  # noqa: PLC0415 - cheap for the whole module

        from api.access import secrets  # noqa: PLC0415

        patch.setattr(secrets, "_hasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        with site(tmp_path_factory.mktemp("kho")) as found:
            yield found


def test_every_route_says_what_it_needs(web: Site) -> None:
    routes = list(iter_route_contexts(web.app.routes))
    assert len(routes) > 15
    assert [route.path for route in routes if not needs_of(route) and route.path not in OPEN_PATHS] == []


def test_every_route_that_changes_something_needs_more_than_reading(web: Site) -> None:
    for route in iter_route_contexts(web.app.routes):
        if (route.methods or set()) - {"GET", "HEAD"} and needs_of(route) != {Need.OPEN}:
            strong = needs_of(route) & {Need.LIBRARY, Need.ADMIN}
            assert strong or route.path in CHANGING_BUT_READ, route.path


def test_whatever_the_log_tells_of_has_a_name_in_words(web: Site) -> None:
    for route in iter_route_contexts(web.app.routes):
        dependant = getattr(route, "dependant", None)
        gates = [one.call for one in dependant.dependencies if isinstance(one.call, Gate)] if dependant else []
        logged = {route.name if gate.action is None else gate.action for gate in gates} - {""}
        assert logged <= ACTIONS.keys(), route.path


def test_only_coming_in_and_health_are_open(web: Site) -> None:
    opened = {route.path for route in iter_route_contexts(web.app.routes) if needs_of(route) == {Need.OPEN}}
    assert opened <= {"/sign-in", "/sign-out", "/link/{secret}", "/healthz", "/readyz"}


def test_an_app_with_a_route_that_nobody_guards_does_not_start() -> None:
    app = FastAPI(openapi_url=None)
    app.add_api_route("/forgotten", lambda: "", methods=["GET"])
    with pytest.raises(RuntimeError, match="/forgotten"):
        check_every_route(app)


@pytest.mark.parametrize(
    "settings",
    [{"host": "0.0.0.0"}, {"access": "on"}, {"host": "10.0.0.1"}, {"allowed_hosts": ("kh.example", "localhost")}],  # noqa: S104 - only compared with
)
def test_off_loopback_there_is_no_app_without_a_house(settings: dict[str, object]) -> None:
    chosen = Settings.model_validate(settings)
    assert chosen.guarded
    with pytest.raises(RuntimeError):
        create_app(FakeService(), chosen)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_on_loopback_nobody_need_sign_in(host: str, tmp_path: Path) -> None:
    assert not Settings(host=host).guarded
    with site(tmp_path, access="auto", host=host) as open_site:
        client = open_site.client()
        assert client.get("/").status_code == client.get("/library").status_code == 200
        assert client.get("/sign-in").headers["location"] == "/"
        assert not (tmp_path / "access.db").exists()


def test_a_person_is_led_to_the_sign_in_page_and_back(web: Site) -> None:
    client = web.client()
    first = client.get(f"/plans/{OPEN_PLAN}?at=I/1")
    assert first.status_code == 303
    assert first.headers["location"] == f"/sign-in?next=%2Fplans%2F{OPEN_PLAN}%3Fat%3DI%2F1"
    page = client.get(first.headers["location"]).text
    entered = client.post(
        "/sign-in",
        data={"login": "doc", "password": PASSWORD, FORM_FIELD: mark_of(page), "next": f"/plans/{OPEN_PLAN}?at=I/1"},
    )
    assert entered.headers["location"] == f"/plans/{OPEN_PLAN}?at=I/1"
    assert client.get(entered.headers["location"]).status_code == 200
    assert client.get("/sign-in").headers["location"] == "/"


def test_a_program_is_told_how_to_come_in(web: Site) -> None:
    for response in (
        web.client().post("/api/v1/ask", json={"q": "Ai chủ trì?"}),
        web.client().get("/api/v1/ask", headers={"authorization": "Bearer rv_wrong"}),
        web.client().post("/api/v1/ask", json={"q": "a"}, headers={"authorization": "Bearer "}),
    ):
        assert response.status_code == 401
        assert response.headers["content-type"] == "application/problem+json"
        assert response.headers["www-authenticate"].startswith("Bearer")
        assert response.json()["status"] == 401


REACH = {
    "/": "rea",
    f"/plans/{OPEN_PLAN}": "rea",
    "/account": "rea",
    "/library": "rea",
    f"/library/plan/{OPEN_PLAN}": "rea",
    f"/library/plan/{OPEN_PLAN}/remove": "ea",
    "/admin": "a",
    "/admin/groups": "a",
    "/admin/tokens": "a",
    "/admin/log": "a",
    "/admin/log.csv": "a",
    "/admin/quality": "a",
    "/admin/settings": "a",
}


@pytest.mark.parametrize(("login", "letter"), [("doc", "r"), ("bien", "e"), ("chu", "a")])
def test_each_role_reaches_its_pages_and_no_others(web: Site, login: str, letter: str) -> None:
    client = web.client(login)
    assert {path: client.get(path).status_code for path in REACH} == {
        path: 200 if letter in letters else 403 for path, letters in REACH.items()
    }


def test_nobody_reaches_anything(web: Site) -> None:
    client = web.client()
    for path in REACH:
        assert client.get(path).status_code in {303, 401}, path


def test_the_session_cookie_is_kept_from_scripts_and_other_sites(web: Site) -> None:
    near = sign_in(web.client(), "doc").headers["set-cookie"]
    assert "roviec=" in near
    assert "HttpOnly" in near
    assert "SameSite=lax" in near
    assert "Secure" not in near


def test_away_from_this_machine_the_cookie_asks_for_tls(tmp_path: Path) -> None:
    with site(tmp_path / "far", host="0.0.0.0") as far:  # noqa: S104 - nothing is bound
        client = far.client(base_url="https://kh.example")
        cookie = sign_in(client, "doc").headers["set-cookie"]
        assert "__Host-roviec=" in cookie
        assert "Secure" in cookie
        assert client.get("/").status_code == 200
        assert "https" in far.client(base_url="http://kh.example").get("/sign-in").text
    with site(tmp_path, host="0.0.0.0", insecure_http=True) as plain:  # noqa: S104 - the same
        assert "Secure" not in plain.client(base_url="http://kh.example").get("/sign-in").headers["set-cookie"]


def test_a_session_chosen_by_somebody_else_is_never_taken_over(web: Site) -> None:
    client = web.client()
    client.get("/sign-in")
    client.cookies.set("roviec", "chosen-by-an-attacker")
    assert sign_in(client, "doc").status_code == 303
    assert web.house is not None
    assert web.house.visitor(session="chosen-by-an-attacker").person is None
    mine = [one.value for one in client.cookies.jar if one.name == "roviec"]
    assert any(web.house.visitor(session=value).login == "doc" for value in mine if value)


def test_signing_in_again_ends_the_session_before(web: Site) -> None:
    client = web.client("doc")
    before = client.cookies["roviec"]
    client.cookies.delete("roviec")
    client.cookies.set("roviec", before, domain="127.0.0.1")
    assert web.house is not None
    assert sent(client, "/account", "/sign-out").status_code == 303
    assert web.house.visitor(session=before).person is None
    assert client.get("/").status_code == 303


FORMS = [
    ("doc", "/account", "/account"),
    ("doc", "/account", "/sign-out"),
    ("bien", "/library", "/library/upload"),
    ("bien", "/library", "/library/put-back"),
    ("bien", f"/library/plan/{OPEN_PLAN}/remove", f"/library/plan/{OPEN_PLAN}/remove"),
    ("bien", f"/library/plan/{OPEN_PLAN}", f"/library/plan/{OPEN_PLAN}/groups"),
    ("chu", "/admin", "/admin/people"),
]


@pytest.mark.parametrize(("login", "page", "address"), FORMS)
def test_a_form_without_its_mark_or_with_anothers_changes_nothing(
    web: Site, login: str, page: str, address: str
) -> None:
    client, other = web.client(login), web.client(login)
    stolen = mark_of(other.get(page).text)
    for data in ({}, {FORM_FIELD: ""}, {FORM_FIELD: "0" * 64}, {FORM_FIELD: stolen}):
        response = client.post(address, data=data)
        assert response.status_code == 403
        assert "Biểu mẫu đã hết hạn" in response.text
    assert client.get("/account").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": f"{ORIGIN}:8080"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_what_another_site_sends_is_refused_even_with_the_mark(web: Site, headers: dict[str, str]) -> None:
    client = web.client("bien")
    mark = mark_of(client.get("/library").text)
    refused = client.post("/library/put-back", data={FORM_FIELD: mark, "name": "x"}, headers=headers)
    assert refused.status_code == 403
    assert client.post("/api/v1/ask", json={"q": "Ai chủ trì?"}, headers=headers).status_code == 403
    own = {"origin": ORIGIN, "sec-fetch-site": "same-origin"}
    assert client.post("/library/put-back", data={FORM_FIELD: mark, "name": "x"}, headers=own).status_code == 409


def test_on_loopback_too_other_sites_change_nothing(tmp_path: Path) -> None:
    with site(tmp_path, access="auto") as open_site:
        client = open_site.client()
        address = f"/library/plan/{OPEN_PLAN}/remove"
        assert client.post(address, headers={"origin": "https://evil.example"}).status_code == 403
        assert client.post(address, headers={"sec-fetch-site": "cross-site"}).status_code == 403
        assert OPEN_PLAN in open_site.live.files()


def test_the_sign_in_form_bears_a_mark_too(web: Site) -> None:
    client = web.client()
    assert client.post("/sign-in", data={"login": "doc", "password": PASSWORD}).status_code == 403
    mark = mark_of(web.client().get("/sign-in").text)
    response = client.post("/sign-in", data={"login": "doc", "password": PASSWORD, FORM_FIELD: mark})
    assert response.status_code == 403


def test_json_sent_by_a_page_of_ours_needs_no_mark_but_its_origin(web: Site) -> None:
    client = web.client("doc")
    question = {"q": "Ai chủ trì?"}
    assert client.post("/api/v1/ask", json=question, headers={"origin": ORIGIN}).status_code == 200
    assert client.post("/api/v1/ask", json=question).status_code == 403
    mark = mark_of(client.get("/account").text)
    assert client.post("/api/v1/ask", json=question, headers={"x-form-token": mark}).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "/a\nb",
        "javascript:alert(1)",
        "evil",
        "",
        "/sign-out",
        "/link/x",
        "/" + "a" * 3000,
        "//[x",
    ],
)
def test_after_signing_in_nobody_is_sent_to_another_site(web: Site, address: str) -> None:
    assert safe_next(address) == "/"
    assert sign_in(web.client(), "doc", next=address).headers["location"] == "/"


def test_a_wrong_password_is_said_the_same_whoever_it_was_for(web: Site) -> None:
    known, unknown = (sign_in(web.client(), login, "sai mật khẩu") for login in ("mat", "khongco"))
    assert known.status_code == unknown.status_code == 401
    assert "chưa đúng" in known.text
    assert known.text.replace("mat", "").split("<form")[0] == unknown.text.replace("khongco", "").split("<form")[0]


def test_a_calendar_program_needs_a_key_and_the_page_says_so(web: Site) -> None:
    client = web.client("doc")
    assert "thêm ?key=MÃ vào cuối liên kết" in client.get("/calendar").text
    assert "thêm &amp;key=MÃ vào cuối liên kết" in client.get("/calendar", params={"file": OPEN_PLAN}).text
    secret = token(web, "doc", Need.READ)["authorization"].removeprefix("Bearer ")
    feed = web.client().get("/api/v1/deadlines.ics", params={"key": secret})
    assert feed.status_code == 200
    assert feed.text.startswith("BEGIN:VCALENDAR")
    assert web.client().get("/api/v1/deadlines.ics").status_code == 401


def token(web: Site, login: str, *scopes: Need, seconds: int = 100) -> dict[str, str]:
    assert isinstance(web.house, House)
    person = web.house.people.by_login(login)
    assert person is not None
    made = web.house.tokens.make(person.id, "thử", scopes, now=web.house.clock(), expires=web.house.clock() + seconds)
    return {"authorization": f"Bearer {made}"}


def test_a_token_reaches_what_its_scopes_say_and_ends_with_its_time(web: Site) -> None:
    client, question = web.client(), {"q": "Ai chủ trì?"}
    reading, keeping = token(web, "bien", Need.READ), token(web, "bien", Need.LIBRARY)
    assert client.post("/api/v1/ask", json=question, headers=reading).status_code == 200
    refused = client.post("/api/v1/ask", json=question, headers=keeping)
    assert refused.status_code == 403
    assert refused.json()["type"] == "urn:roviec:problem:not-allowed"
    assert client.post("/library/put-back", data={"name": "x"}, headers=reading).status_code == 403
    assert client.post("/library/put-back", data={"name": "x"}, headers=keeping).status_code == 409
    assert client.get("/admin", headers=token(web, "chu", Need.ADMIN, Need.READ)).status_code == 403
    short = token(web, "doc", Need.READ, seconds=1)
    web.clock.now += 1
    assert client.post("/api/v1/ask", json=question, headers=short).status_code == 401


def test_a_token_in_an_address_counts_for_feeds_alone(web: Site) -> None:
    secret = token(web, "doc", Need.READ)["authorization"].removeprefix("Bearer ")
    assert web.client().get(f"/?key={secret}").status_code == 303
    assert web.client().get(f"/none.ics?key={secret}").status_code == 404
    assert web.client().get("/none.ics?key=rv_wrong").status_code == 401


def test_a_link_sets_a_password_once(tmp_path: Path) -> None:
    with site(tmp_path) as fresh:
        assert fresh.house is not None
        person = fresh.house.people.by_login("doc")
        assert person is not None
        address = f"/link/{fresh.house.link_for(person.id)}"
        browser, late = fresh.client(), fresh.client()
        new = "mười hai con giáp"
        held = mark_of(late.get(address).text)
        short = sent(browser, address, address, {"password": "ngắn", "again": "ngắn"})
        assert short.status_code == 400
        differ = sent(browser, address, address, {"password": new, "again": "khác"})
        assert differ.status_code == 400
        assert sent(browser, address, address, {"password": new, "again": new}).status_code == 200
        again = late.post(address, data={FORM_FIELD: held, "password": PASSWORD, "again": PASSWORD})
        assert again.status_code == browser.get(address).status_code == 410
        assert sign_in(fresh.client(), "doc").status_code == 401
        assert sign_in(fresh.client(), "doc", new).status_code == 303


def test_a_new_password_ends_the_other_sessions_and_keeps_this_one(tmp_path: Path) -> None:
    with site(tmp_path) as fresh:
        here, there = fresh.client("doc"), fresh.client("doc")
        new = {"old": PASSWORD, "password": "mười hai con giáp", "again": "mười hai con giáp"}
        assert sent(here, "/account", "/account", new | {"old": "sai"}).status_code == 400
        assert sent(here, "/account", "/account", new).status_code == 303
        assert here.get("/").status_code == 200
        assert there.get("/").status_code == 303


def test_errors_carry_the_security_headers_and_no_cookie(web: Site) -> None:
    client: TestClient = web.client()
    for response in (client.get("/"), client.post("/sign-in"), client.post("/", headers={"origin": "null"})):
        assert "frame-ancestors 'none'" in response.headers["content-security-policy"]
        assert response.headers["cache-control"] == "no-store"
        assert "unsafe" not in response.headers["content-security-policy"]


def test_a_service_whose_plans_cannot_change_is_said_to_be_read_only() -> None:
    client = TestClient(create_app(FakeService(), Settings()), base_url=ORIGIN)
    assert client.post("/library/put-back", data={"name": "x"}).status_code == 400
    assert issubclass(WrongUse, Exception)
    assert LiveService is not None
