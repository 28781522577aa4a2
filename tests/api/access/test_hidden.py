"""A plan that somebody may not see leaves no trace for them: in no route, feed, count, log, name or header."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import sleep
from typing import Any
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient

from api.access.gate import FORM_FIELD
from tests.api.access.site import OPEN_PLAN, ORIGIN, SAMPLES, SECRET, SECRET_WORDS, Site, mark_of, sent, site

QUESTIONS = (
    "Ai chủ trì bảo trì đường truyền số liệu?",
    "Kế hoạch 12/KH-UBND ban hành ngày nào?",
    "Sở Khoa học và Công nghệ chủ trì những nhiệm vụ nào?",
    "Có bao nhiêu nhiệm vụ?",
    "Có bao nhiêu kế hoạch?",
    "trạm phát sóng ở xã",
)
UNITS = ("Sở Tài chính", "Sở Khoa học và Công nghệ")
WALKED = (QUESTIONS[0], QUESTIONS[4], "song lam")
ASKED = (*QUESTIONS, "song lam", SECRET.file)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Site]]:
    """A site that holds the secret plan, and one that never did."""
    with pytest.MonkeyPatch.context() as patch:
        from argon2 import PasswordHasher  # noqa: PLC0415 - cheap for the whole module

        from api.access import secrets  # noqa: PLC0415

        patch.setattr(secrets, "_hasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        with (
            site(tmp_path_factory.mktemp("with")) as holding,
            site(tmp_path_factory.mktemp("without"), plans=SAMPLES) as without,
        ):
            yield holding, without


def addresses(web: Site) -> list[str]:
    """Every address that can be opened, its blanks filled in with the open plan and with the secret one."""
    found: list[str] = []
    for route in iter_route_contexts(web.app.routes):
        if "GET" not in (route.methods or ()) or route.path is None or route.path.startswith(("/admin", "/link")):
            continue
        for file in (OPEN_PLAN, SECRET.file):
            path = route.path
            for name in getattr(route, "param_convertors", {}):
                value = {"file": quote(file), "unit": quote(UNITS[0])}.get(name, "1")
                path = path.replace(f"{{{name}}}", value).replace(f"{{{name}:path}}", value)
            found += [path, *(f"{path}?{query}" for query in _queries(file))]
    return list(dict.fromkeys(found))


def _queries(file: str) -> list[str]:
    asked = [f"q={quote(question)}" for question in WALKED]
    units = [f"unit={quote(unit)}" for unit in UNITS]
    spans = ["from=2026-01-01&to=2026-12-31", "month=2026-06", "at=" + quote("Phụ lục II/4-2"), "start=0&end=20"]
    return [*asked, *units, *spans, f"plan={quote(file)}", f"file={quote(file)}"]


def told(response: Any) -> tuple[int, str, dict[str, str]]:
    """Everything that a visitor could tell two responses apart by, but what differs from request to request."""
    passing = {"date", "x-request-id", "set-cookie", "x-ratelimit-remaining", "x-ratelimit-reset"}
    headers = {name: value for name, value in response.headers.items() if name not in passing}
    text = _unpacked(response.content) if response.content.startswith(b"PK") else _steady(response.text)
    return response.status_code, text, headers


def _unpacked(archive: bytes) -> str:
    """What a Word or Excel file holds, without the moment at which it was packed."""
    with ZipFile(io.BytesIO(archive)) as files:
        held = {name: files.read(name) for name in files.namelist() if name != "docProps/core.xml"}
    return repr(held)


def _steady(text: str) -> str:
    if text.startswith("{"):
        found = json.loads(text)
        for name in ("elapsed_ms", "request_id", "generated", "generated_at"):
            found.pop(name, None)
        return json.dumps(found, ensure_ascii=False)
    return "\n".join(line for line in text.split("\n") if FORM_FIELD not in line and not line.startswith("DTSTAMP"))


@pytest.mark.parametrize("login", ["doc", "bien"])
def test_every_page_and_feed_is_as_if_the_plan_had_never_been(both: tuple[Site, Site], login: str) -> None:
    holding, without = both
    one, other = holding.client(login), without.client(login)
    opened = addresses(holding)
    assert len(opened) > 100
    differing = []
    for address in opened:
        mine, never = one.get(address), other.get(address)
        if not same(mine, never) or (mine.status_code < 400 and names_it(mine.text, address)):
            differing.append(address)
    assert differing == []


def same(mine: Any, never: Any) -> bool:
    first, second = told(mine), told(never)
    return first[:2] == second[:2] and {**first[2], "content-length": ""} == {**second[2], "content-length": ""}


def names_it(text: str, address: str) -> bool:
    """Whether a page speaks of the plan, more than by repeating what was typed."""
    typed = address.replace("+", " ")
    return any(word in text for word in SECRET_WORDS if quote(word) not in typed and word not in typed)


@pytest.mark.parametrize("question", ASKED)
def test_the_api_answers_as_if_the_plan_had_never_been(both: tuple[Site, Site], question: str) -> None:
    holding, without = both
    answers = [
        told(web.client("doc").post("/api/v1/ask", json={"q": question}, headers={"origin": ORIGIN}))[:2]
        for web in (holding, without)
    ]
    assert answers[0] == answers[1]
    assert answers[0][0] == 200


def test_whoever_may_see_it_does(both: tuple[Site, Site]) -> None:
    for login in ("mat", "bienmat", "chu"):
        client = both[0].client(login)
        assert SECRET.file in client.get("/library").text
        assert client.get(f"/plans/{SECRET.file}").status_code == 200
        answer = client.post("/api/v1/ask", json={"q": QUESTIONS[0]}, headers={"origin": ORIGIN}).json()
        assert answer["values"] == ["Sở Tài chính"]


@pytest.mark.parametrize("path", ["/plans/{}", "/library/plan/{}"])
def test_a_forbidden_plan_is_refused_like_one_that_is_not_there(both: tuple[Site, Site], path: str) -> None:
    client = both[0].client("doc")
    forbidden, absent = client.get(path.format(SECRET.file)), client.get(path.format("khong-co-dau.txt"))
    assert forbidden.status_code == absent.status_code == 404
    assert forbidden.text.replace(SECRET.file, "") == absent.text.replace("khong-co-dau.txt", "")


def test_nobody_is_told_how_many_plans_there_are(both: tuple[Site, Site]) -> None:
    for login, count in ((None, 0), ("doc", 3), ("mat", 4)):
        assert both[0].client(login).get("/healthz").json()["plans"] == count


def test_an_editor_can_neither_change_nor_limit_nor_remove_it(both: tuple[Site, Site]) -> None:
    holding = both[0]
    client = holding.client("bien")
    for change in ("groups", "remove"):
        response = sent(client, "/library", f"/library/plan/{SECRET.file}/{change}", {"seen_by": "everyone"})
        assert response.status_code == 404
    assert SECRET.file in holding.live.files()
    assert SECRET.file not in client.get("/library").text


def uploaded(client: TestClient, name: str, content: bytes, **more: Any) -> str:
    """The page of the finished job."""
    mark = mark_of(client.get("/library").text)
    files = {"files": (name, io.BytesIO(content), "text/plain")}
    started = client.post("/library/upload", data={FORM_FIELD: mark} | more, files=files)
    assert started.status_code == 303, started.text
    return ended(client, started.headers["location"])


def ended(client: TestClient, address: str) -> str:
    """The page of a job once it has ended."""
    for _ in range(500):
        page = client.get(address)
        if "refresh" not in page.headers:
            return page.text
        sleep(0.01)
    raise AssertionError("the job did not end")


def test_a_file_of_its_name_or_its_bytes_is_refused_without_a_word_of_it(tmp_path: Path) -> None:
    raw = (tmp_path / "x.txt", "Số: 9/KH-UBND\nKẾ HOẠCH\nXây kè sông Lam Giang năm 2026\nI. MỤC ĐÍCH\n1. Giữ bờ.\n")
    raw[0].write_text(raw[1], encoding="utf-8")
    with site(tmp_path / "kho") as web:
        assert web.house is not None
        admin = web.client("chu")
        assert "đã nạp mới" in uploaded(admin, "kín.txt", raw[1].encode(), seen_by="groups", group=str(web.group))
        client = web.client("bien")
        for name, content in ((SECRET.file, b"KE HOACH khac\n1. Viec\n"), ("khác.txt", raw[1].encode())):
            page = uploaded(client, name, content)
            assert "Không nạp được tệp này" in page
            assert "kín.txt" not in page
        assert web.live.plan(SECRET.file) == SECRET
        assert "khác.txt" not in web.live.files()


def test_the_timing_of_a_page_does_not_tell_that_a_hidden_plan_changed(tmp_path: Path) -> None:
    with site(tmp_path) as web:
        assert web.house is not None
        visitor = web.house.visitor(session=web.client("doc").cookies["roviec"])
        seen = web.house.visible(visitor, web.live.files())
        before = web.live.over(seen)
        web.store.add([replace(SECRET, findings=())])
        assert web.live.over(web.house.visible(visitor, web.live.files())) is before


def test_a_plan_taken_from_a_group_is_gone_with_the_next_request(tmp_path: Path) -> None:
    with site(tmp_path) as web:
        reader, admin = web.client("mat"), web.client("chu")
        assert reader.get(f"/plans/{SECRET.file}").status_code == 200
        page = f"/library/plan/{SECRET.file}"
        assert sent(admin, page, f"{page}/groups", {"seen_by": "groups"}).status_code == 303
        assert reader.get(f"/plans/{SECRET.file}").status_code == 404
        assert sent(admin, page, f"{page}/groups", {"seen_by": "everyone"}).status_code == 303
        assert web.client("doc").get(f"/plans/{SECRET.file}").status_code == 200
