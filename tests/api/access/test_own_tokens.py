"""A person's own tokens over the API: no more rights than theirs, nobody else's tokens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from api.access.audit import Which
from api.routes.v1.tokens import MOST
from tests.api.access.site import ORIGIN, SAMPLES, Site, site

TOKENS = "/api/v1/tokens"
ASK = "/api/v1/ask"
QUESTION = {"q": "Ai chủ trì diễn tập?"}
FROM_A_PAGE = {"Origin": ORIGIN, "Content-Type": "application/json"}


@pytest.fixture
def web(tmp_path: Path) -> Iterator[Site]:
    with site(tmp_path / "kho", plans=SAMPLES) as found:
        yield found


def make(client: TestClient, **wanted: Any) -> Response:
    return client.post(TOKENS, json={"name": "cổng"} | wanted, headers=FROM_A_PAGE)


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


def test_a_reader_makes_a_token_that_asks_until_it_is_revoked(web: Site) -> None:
    reader, program = web.client("doc"), web.client()
    made = make(reader)
    assert made.status_code == 201
    record = made.json()
    held = bearer(record.pop("secret"))
    assert made.headers["Location"] == f"{TOKENS}/{record['id']}"
    assert reader.get(TOKENS).json() == [record]
    assert program.post(ASK, json=QUESTION, headers=held).status_code == 200
    assert reader.delete(made.headers["Location"], headers=FROM_A_PAGE).json() == {"revoked": True}
    assert program.post(ASK, json=QUESTION, headers=held).status_code == 401
    assert reader.get(TOKENS).json() == []


def test_a_token_gets_no_right_that_its_maker_lacks(web: Site) -> None:
    assert make(web.client("doc"), scopes=["library"]).status_code == 403
    assert make(web.client("bien"), scopes=["read", "library"]).status_code == 201
    assert make(web.client("chu"), scopes=["admin"]).status_code == 422


def test_nobody_sees_or_revokes_the_tokens_of_others(web: Site) -> None:
    owner, other, admin = web.client("doc"), web.client("bien"), web.client("chu")
    place = make(owner).headers["Location"]
    assert other.get(TOKENS).json() == []
    assert other.delete(place, headers=FROM_A_PAGE).status_code == 404
    assert admin.delete(place, headers=FROM_A_PAGE).status_code == 404
    assert len(owner.get(TOKENS).json()) == 1


def test_a_token_makes_lists_and_revokes_none(web: Site) -> None:
    made = make(web.client("chu"), scopes=["read", "library"])
    held, program = bearer(made.json()["secret"]), web.client()
    assert program.post(TOKENS, json={"name": "hai"}, headers=held).status_code == 403
    assert program.get(TOKENS, headers=held).status_code == 403
    assert program.delete(made.headers["Location"], headers=held).status_code == 403


def test_another_site_makes_no_token_in_somebodys_name(web: Site) -> None:
    strange = {"Origin": "https://la.example", "Content-Type": "application/json"}
    reader = web.client("doc")
    assert reader.post(TOKENS, json={"name": "lạ"}, headers=strange).status_code == 403
    assert reader.get(TOKENS).json() == []


def test_one_person_holds_a_bounded_number_of_valid_tokens(web: Site) -> None:
    reader = web.client("doc")
    assert {make(reader, days=1).status_code for _ in range(MOST)} == {201}
    assert make(reader).status_code == 400


def test_where_nobody_signs_in_there_are_no_tokens(tmp_path: Path) -> None:
    with site(tmp_path / "kho", plans=SAMPLES, access="auto") as local:
        assert local.client().get(TOKENS).status_code == 400


def test_the_log_says_who_made_which_token(web: Site) -> None:
    make(web.client("bien"), name="lịch", days=30)
    assert web.house is not None
    [event] = web.house.audit.find(Which(action="make_token"), limit=5)
    assert (event.login, event.object, event.status) == ("bien", "lịch: bien read 30d", 201)
