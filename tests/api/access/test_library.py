"""Kho kế hoạch: what editors do to the library, and that it can be undone."""

from __future__ import annotations

import io
import stat
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.access.gate import FORM_FIELD
from api.removed import Removed
from ingest.plan import Plan
from tests.api.access.site import OPEN_PLAN, SAMPLES, SECRET, Site, mark_of, sent, site
from tests.api.access.test_hidden import ended, uploaded
from tests.index.plans import sample_plan

PLAN = "Số: {number}/KH-UBND\nKẾ HOẠCH\nLát đá vỉa hè phường Vân Khê năm 2026\nI. MỤC ĐÍCH\n1. Đi lại dễ hơn.\n"


def text(number: int = 7) -> bytes:
    return PLAN.format(number=number).encode()


@pytest.fixture
def web(tmp_path: Path) -> Any:
    with site(tmp_path / "kho") as found:
        yield found


def many(client: TestClient, files: list[tuple[str, bytes]]) -> Any:
    mark = mark_of(client.get("/library").text)
    sent_files = [("files", (name, io.BytesIO(content), "text/plain")) for name, content in files]
    return client.post("/library/upload", data={FORM_FIELD: mark}, files=sent_files)


def test_what_is_uploaded_is_reported_and_answered_from(web: Site) -> None:
    client = web.client("bien")
    page = uploaded(client, "C:\\An\\vỉa hè.txt", text())
    assert "đã nạp mới" in page
    assert "7/KH-UBND" in page
    assert "vỉa hè.txt" in web.live.files()
    assert "Lát đá vỉa hè" in web.client("doc").get("/library/plan/vỉa hè.txt").text


def test_each_file_of_a_batch_is_reported_also_those_that_fail(web: Site) -> None:
    client = web.client("bien")
    started = many(client, [("a.txt", text()), ("hỏng.txt", b"\x00\x01" * 50), ("b.txt", text())])
    page = ended(client, started.headers["location"])
    assert "không đọc được: đây là tệp nhị phân" in page
    assert "nội dung này kho đã có, dưới tên a.txt" in page
    assert {"a.txt"} <= web.live.files()
    assert not {"b.txt", "hỏng.txt"} & web.live.files()


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([("a.exe", b"x")], "chưa đọc được loại tệp này"),
        ([("a.txt", b"x"), ("../a.txt", b"y")], "trùng tên"),
        ([(f"{n}.txt", b"x") for n in range(21)], "tối đa 20 tệp"),
        ([("", b"")], "Chưa chọn tệp nào"),
    ],
)
def test_what_cannot_be_taken_is_said_at_once(web: Site, files: list[tuple[str, bytes]], said: str) -> None:
    before = web.live.files()
    response = many(web.client("bien"), files)
    assert response.status_code in {400, 422}
    assert said in response.text or files == [("", b"")]
    assert web.live.files() == before


def test_uploads_are_large_only_for_editors_and_only_up_to_the_limit(tmp_path: Path) -> None:
    with site(tmp_path, max_upload=60_000) as web:
        fitting, large = text() + b"x " * 15_000, text() + b"x " * 40_000
        assert "đã nạp mới" in uploaded(web.client("bien"), "a.txt", fitting)
        assert many(web.client("bien"), [("b.txt", large)]).status_code == 413
        client = web.client("doc")
        mark = mark_of(client.get("/account").text)
        files = {"files": ("c.txt", io.BytesIO(fitting), "text/plain")}
        assert client.post("/library/upload", data={FORM_FIELD: mark}, files=files).status_code == 413
        assert client.post("/library/upload", data={FORM_FIELD: mark}).status_code == 403
        chunks = (b"x" * 1000 for _ in range(100))
        kind = {"content-type": "multipart/form-data; boundary=x"}
        assert web.client("bien").post("/library/upload", content=chunks, headers=kind).status_code == 413


def test_an_upload_that_is_too_large_is_told_on_a_page_that_says_what_to_do(tmp_path: Path) -> None:
    with site(tmp_path, max_upload=3 * 2**20) as web:
        response = many(web.client("bien"), [("b.txt", b"x" * 4 * 2**20)])
    assert response.status_code == 413
    assert response.headers["content-type"].startswith("text/html")
    assert "<h1>Nội dung gửi lên quá lớn.</h1>" in response.text
    assert "Mỗi lần nạp tối đa 3 MB: hãy quay lại, chia các tệp" in response.text


def test_a_file_of_the_same_name_takes_the_place_and_the_old_one_can_come_back(web: Site) -> None:
    client = web.client("bien")
    uploaded(client, "hè.txt", text(7))
    assert "đã thay bản cũ" in uploaded(client, "hè.txt", text(8))
    assert number(web, "hè.txt") == "8/KH-UBND"
    page = client.get("/library").text
    assert "bản cũ, đã thay" in page
    assert sent(client, "/library", "/library/put-back", {"name": kept_names(page)[0]}).status_code == 303
    assert number(web, "hè.txt") == "7/KH-UBND"
    assert len(kept_names(client.get("/library").text)) == 1


def test_uploading_the_same_again_keeps_no_older_version(web: Site) -> None:
    client = web.client("bien")
    uploaded(client, "hè.txt", text())
    assert "không đổi" in uploaded(client, "hè.txt", text())
    assert kept_names(client.get("/library").text) == []


def number(web: Site, file: str) -> str | None:
    plan = web.live.plan(file)
    assert plan is not None
    return plan.header.number


def kept_names(page: str) -> list[str]:
    return [part.split('"', 1)[0] for part in page.split('name="name" value="')[1:]]


def test_removing_asks_first_and_can_be_undone(web: Site) -> None:
    client = web.client("bien")
    page = f"/library/plan/{OPEN_PLAN}"
    assert "Gỡ kế hoạch này khỏi kho?" in client.get(f"{page}/remove").text
    assert OPEN_PLAN in web.live.files()
    assert sent(client, f"{page}/remove", f"{page}/remove").headers["location"] == f"/library?removed={OPEN_PLAN}"
    assert OPEN_PLAN not in web.live.files()
    assert client.get(f"/plans/{OPEN_PLAN}").status_code == 404
    [name] = kept_names(client.get("/library").text)
    assert sent(client, "/library", "/library/put-back", {"name": name}).status_code == 303
    assert web.live.plan(OPEN_PLAN) == SAMPLES[0]
    assert sent(client, "/library", "/library/put-back", {"name": name}).status_code == 409


def test_what_was_removed_stays_hidden_from_whom_it_was(web: Site) -> None:
    inner, outer = web.client("bienmat"), web.client("bien")
    address = f"/library/plan/{SECRET.file}/remove"
    assert sent(inner, address, address).status_code == 303
    [name] = kept_names(inner.get("/library").text)
    assert kept_names(outer.get("/library").text) == []
    assert sent(outer, "/library", "/library/put-back", {"name": name}).status_code == 409
    assert sent(inner, "/library", "/library/put-back", {"name": name}).status_code == 303
    assert web.client("doc").get(f"/plans/{SECRET.file}").status_code == 404


def test_an_editor_shows_a_plan_only_to_groups_of_theirs(web: Site) -> None:
    assert web.house is not None
    mine, other = web.client("bienmat"), web.group
    theirs = next(one.id for one in web.house.people.groups() if one.id != other)
    page = f"/library/plan/{OPEN_PLAN}"
    refused = sent(mine, page, f"{page}/groups", {"seen_by": "groups", "group": str(theirs)})
    assert refused.status_code == 403
    assert sent(mine, page, f"{page}/groups", {"seen_by": "groups"}).status_code == 403
    assert sent(mine, page, f"{page}/groups", {"seen_by": "groups", "group": [str(other), "999"]}).status_code == 303
    assert web.house.sharing.groups_of(OPEN_PLAN) == frozenset({other})
    assert web.client("doc").get(f"/plans/{OPEN_PLAN}").status_code == 404
    assert "Tổ mật" in mine.get("/library").text


def test_a_new_plan_may_be_limited_before_anyone_sees_it(web: Site) -> None:
    uploaded(web.client("bienmat"), "kín.txt", text(), seen_by="groups", group=str(web.group))
    assert web.client("doc").get("/plans/kín.txt").status_code == 404
    assert web.client("mat").get("/plans/kín.txt").status_code == 200


def test_a_job_is_its_owners_and_the_admins(web: Site) -> None:
    client = web.client("bien")
    started = many(client, [("a.txt", text())]).headers["location"]
    assert client.get(started).status_code == web.client("chu").get(started).status_code == 200
    assert web.client("bienmat").get(started).status_code == 404
    assert web.client("doc").get(started).status_code == 403


def test_readers_see_the_library_and_nothing_to_change_it_with(web: Site) -> None:
    client = web.client("doc")
    for address in ("/library", f"/library/plan/{OPEN_PLAN}"):
        page = client.get(address).text
        assert "Lam Giang" in page
        assert "/library/upload" not in page
        assert "/remove" not in page
        assert "/groups" not in page
    for address in ("/library/upload", "/library/put-back", f"/library/plan/{OPEN_PLAN}/remove"):
        assert sent(client, "/account", address).status_code == 403


def test_without_sign_in_the_library_is_kept_all_the_same(tmp_path: Path) -> None:
    with site(tmp_path, access="auto") as web:
        client = web.client()
        files = {"files": ("a.txt", io.BytesIO(text()), "text/plain")}
        started = client.post("/library/upload", files=files)
        page = ended(client, started.headers["location"])
        assert "đã nạp mới" in page
        assert client.post("/library/plan/a.txt/remove").status_code == 303
        assert "Ai được xem" not in client.get(f"/library/plan/{OPEN_PLAN}").text


def kept(folder: Path, clock: list[float], plan: Plan) -> tuple[Removed, str]:
    removed = Removed(folder / "removed", days=30, clock=lambda: clock[0])
    return removed, removed.keep(plan, by="an", replaced=True)


def test_what_is_kept_comes_back_equal_and_goes_for_good_in_time(tmp_path: Path) -> None:
    clock = [1_780_000_000.0]
    plan = sample_plan()
    removed, name = kept(tmp_path, clock, plan)
    found = removed.one(name)
    assert found is not None
    assert (found.plan, found.by, found.replaced, found.at) == (plan, "an", True, 1_780_000_000)
    [file] = (tmp_path / "removed").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    clock[0] += 30 * 86400 - 1
    assert [one.id for one in removed.every()] == [name]
    clock[0] += 2
    assert removed.every() == ()
    assert not file.exists()


def test_names_that_lead_elsewhere_are_kept_nowhere(tmp_path: Path) -> None:
    removed, name = kept(tmp_path, [1_780_000_000.0], sample_plan())
    outside = tmp_path / "x.json"
    outside.write_text("{}", encoding="utf-8")
    removed.forget("../x.json")
    assert outside.exists()
    assert removed.one("../x.json") is None
    (tmp_path / "removed" / name).write_text('{"at": 1', encoding="utf-8")
    assert removed.every() == ()
