"""Quản trị: people, groups, tokens, the log, the figures, the settings."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.access.audit import Which
from api.access.roles import Role
from api.quality import quality
from tests.api.access.conftest import PASSWORD
from tests.api.access.site import OPEN_PLAN, ORIGIN, SAMPLES, Site, sent, sign_in, site
from web.wording_access import SETTING_NAMES


@pytest.fixture
def web(tmp_path: Path) -> Iterator[Site]:
    with site(tmp_path / "kho", plans=SAMPLES) as found:
        yield found


def link_on(page: str) -> str:
    """The address of the one-time link that a page shows."""
    found = re.search(rf"{ORIGIN}(/link/[\w-]+)", page)
    assert found
    return found.group(1)


def number(web: Site, login: str) -> int:
    assert web.house is not None
    person = web.house.people.by_login(login)
    assert person is not None
    return person.id


def logged(web: Site, action: str) -> list[tuple[str, str, int]]:
    assert web.house is not None
    return [(one.login, one.object, one.status) for one in web.house.audit.find(Which(action=action), limit=50)]


def test_a_new_person_sets_a_password_by_the_link_and_comes_in(web: Site) -> None:
    admin, new = web.client("chu"), web.client()
    made = sent(admin, "/admin", "/admin/people", {"login": "Hoa", "name": "Cô Hoa", "role": "editor"})
    assert made.status_code == 200
    address = link_on(made.text)
    secret = address.removeprefix("/link/")
    assert secret not in admin.get("/admin").text
    assert sent(new, address, address, {"password": PASSWORD, "again": PASSWORD}).status_code == 200
    assert sign_in(web.client(), "hoa").status_code == 303
    assert "Cô Hoa" in admin.get("/admin").text
    assert logged(web, "add_person") == [("chu", "hoa editor", 200)]
    assert logged(web, "set-password") == [("", "hoa", 200)]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"login": "doc", "name": "x", "role": "reader"}, "Đã có người dùng tên đăng nhập “doc”"),
        ({"login": "Đỗ", "name": "x", "role": "reader"}, "Tên đăng nhập dài 2–64 ký tự"),
        ({"login": "moi", "name": "x", "role": "boss"}, "Hãy chọn một vai trò"),
    ],
)
def test_a_person_that_cannot_be_is_said_why(web: Site, values: dict[str, str], said: str) -> None:
    response = sent(web.client("chu"), "/admin", "/admin/people", values)
    assert response.status_code == 400
    assert said in response.text
    assert web.house is not None
    assert web.house.people.count() == 5


def test_a_changed_person_is_out_or_has_other_rights_at_once(web: Site) -> None:
    admin, reader = web.client("chu"), web.client("doc")
    page = f"/admin/people/{number(web, 'doc')}"
    groups = [str(web.group)]
    values = {"name": "Bác Đọc", "role": "editor", "active": "1", "group": groups}
    assert sent(admin, page, page, values).status_code == 303
    assert reader.get("/admin").status_code == 403
    assert 'action="/library/upload"' in reader.get("/library").text
    assert "Bác Đọc" in reader.get("/account").text
    assert "Tổ mật" in reader.get("/account").text
    assert sent(admin, page, page, {"name": "Bác Đọc", "role": "editor"}).status_code == 303
    assert reader.get("/").status_code == 303
    assert sent(admin, page, f"{page}/link").status_code == 409


def test_the_last_admin_cannot_be_taken_away(web: Site) -> None:
    admin = web.client("chu")
    page = f"/admin/people/{number(web, 'chu')}"
    for values in ({"name": "Chủ", "role": "reader", "active": "1"}, {"name": "Chủ", "role": "admin"}):
        assert sent(admin, page, page, values).status_code == 403
    assert admin.get("/admin").status_code == 200
    other = f"/admin/people/{number(web, 'bien')}"
    assert sent(admin, other, other, {"name": "Biên", "role": "admin", "active": "1"}).status_code == 303
    assert sent(web.client("bien"), page, page, {"name": "Chủ", "role": "reader", "active": "1"}).status_code == 303
    assert admin.get("/admin").status_code == 403


def test_a_reset_link_ends_the_old_password_and_its_sessions(web: Site) -> None:
    admin, reader = web.client("chu"), web.client("doc")
    page = f"/admin/people/{number(web, 'doc')}"
    address = link_on(sent(admin, page, f"{page}/link").text)
    assert reader.get("/").status_code == 200
    new = {"password": "mười hai con giáp", "again": "mười hai con giáp"}
    assert sent(web.client(), address, address, new).status_code == 200
    assert reader.get("/").status_code == 303
    assert sign_in(web.client(), "doc").status_code == 401


def test_a_collection_hides_its_plans_from_others(web: Site) -> None:
    admin, reader = web.client("chu"), web.client("doc")
    made = sent(admin, "/admin/groups", "/admin/collections", {"name": "Nội bộ"})
    page = made.headers["location"]
    values = {"file": [OPEN_PLAN], "seen_by": "groups", "group": [str(web.group)]}
    assert sent(admin, page, page, values).status_code == 303
    assert reader.get(f"/plans/{OPEN_PLAN}").status_code == 404
    assert web.client("mat").get(f"/plans/{OPEN_PLAN}").status_code == 200
    assert "Nội bộ" in admin.get("/admin/groups").text
    assert "Nội bộ" in admin.get(f"/library/plan/{OPEN_PLAN}").text
    assert "trong giới hạn của bộ Nội bộ" in admin.get("/library").text
    assert sent(admin, page, f"{page}/remove").status_code == 303
    assert reader.get(f"/plans/{OPEN_PLAN}").status_code == 404
    assert admin.get(page).status_code == 404


def test_groups_are_added_once_and_removed(web: Site) -> None:
    admin = web.client("chu")
    for status in (303, 400):
        assert sent(admin, "/admin/groups", "/admin/groups", {"name": "Tổ  ba"}).status_code == status
    assert web.house is not None
    group = next(one for one in web.house.people.groups() if one.name == "Tổ ba")
    assert sent(admin, "/admin/groups", f"/admin/groups/{group.id}/remove").status_code == 303
    assert [one.name for one in web.house.people.groups()] == ["Tổ khác", "Tổ mật"]


def test_a_token_is_shown_once_and_works_until_it_is_revoked(web: Site) -> None:
    admin = web.client("chu")
    values = {"login": "doc", "name": "Cổng", "scope": ["read", "admin"], "days": "30"}
    made = sent(admin, "/admin/tokens", "/admin/tokens", values)
    found = re.search(r"rv_[\w-]{43}", made.text)
    assert found
    bearer = {"authorization": f"Bearer {found.group()}"}
    assert found.group() not in admin.get("/admin/tokens").text
    ask = {"q": "Ai chủ trì?"}
    assert web.client().post("/api/v1/ask", json=ask, headers=bearer).status_code == 200
    assert web.client().get("/admin", headers=bearer).status_code == 403
    assert sent(admin, "/admin/tokens", "/admin/tokens/1/revoke").status_code == 303
    assert web.client().post("/api/v1/ask", json=ask, headers=bearer).status_code == 401
    assert logged(web, "make_token") == [("chu", "Cổng: doc read 30d", 200)]


@pytest.mark.parametrize("values", [{"scope": "read"}, {"login": "doc"}, {"login": "doc", "scope": "admin"}])
def test_a_token_needs_an_owner_and_a_scope(web: Site, values: dict[str, str]) -> None:
    response = sent(web.client("chu"), "/admin/tokens", "/admin/tokens", {"name": "Cổng"} | values)
    assert response.status_code == 400
    assert web.house is not None
    assert web.house.tokens.every() == ()


def test_the_log_tells_who_asked_and_opened_what_and_holds_no_secret(web: Site) -> None:
    reader, admin = web.client("doc"), web.client("chu")
    sign_in(web.client(), "doc", "một mật khẩu sai")
    reader.get("/", params={"q": "Ai chủ trì tái cấu trúc quy trình?"})
    reader.post("/api/v1/ask", json={"q": "Bao giờ xong?"}, headers={"origin": ORIGIN})
    reader.get(f"/plans/{OPEN_PLAN}")
    reader.get("/plans/khong-co.txt")
    reader.get("/admin")
    page = f"/admin/people/{number(web, 'doc')}"
    address = link_on(sent(admin, page, f"{page}/link").text)
    token = sent(admin, "/admin/tokens", "/admin/tokens", {"login": "doc", "name": "Cổng", "scope": "read"}).text
    text = admin.get("/admin/log.csv").text
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    told = {(row["login"], row["action"], row["object"], row["status"]) for row in rows}
    assert {
        ("doc", "ask_page", "Ai chủ trì tái cấu trúc quy trình?", "200"),
        ("doc", "ask", "Bao giờ xong?", "200"),
        ("doc", "plan_page", OPEN_PLAN, "200"),
        ("doc", "plan_page", "khong-co.txt", "404"),
        ("", "sign-in", "doc", "401"),
        ("doc", "sign-in", "", "200"),
        ("chu", "make_link", "doc", "200"),
    } <= told
    secrets = [address.removeprefix("/link/"), *re.findall(r"rv_[\w-]{43}", token), reader.cookies["roviec"]]
    assert len(secrets) == 3
    for secret in (*secrets, PASSWORD, "một mật khẩu sai"):
        assert secret not in text


def test_the_log_is_filtered_on_its_page_and_in_its_csv(web: Site) -> None:
    reader, admin = web.client("doc"), web.client("chu")
    for question in ("Một", "Hai"):
        reader.get("/", params={"q": f"{question}?"})
    page = admin.get("/admin/log?login=doc&action=ask_page&words=Hai&since=2026-05-01&until=2026-06-30").text
    assert "Hai?" in page
    assert "Một?" not in page
    link = re.search(r'href="(/admin/log\.csv\?[^"]+)"', page)
    assert link
    rows = admin.get(link.group(1).replace("&amp;", "&")).text.splitlines()
    assert len(rows) == 2
    assert "Hai?" not in admin.get("/admin/log?until=2026-01-01&since=rác").text.split("<tbody>")[1]
    for wrong in ("page=0", "page=a"):
        assert admin.get(f"/admin/log?{wrong}").status_code == 422


def test_the_figures_of_the_baseline_are_shown_and_add_up(web: Site) -> None:
    found = quality()
    assert found is not None
    assert sum(one.asked for one in found.kinds) <= found.total.asked
    assert all(0 <= one.right <= one.asked for one in found.kinds)
    page = web.client("chu").get("/admin/quality").text
    assert f"{found.total.right} trên {found.total.asked} câu hỏi" in page
    assert found.kinds[0].kind in page


def test_the_settings_are_shown_and_hold_nothing_to_change(web: Site) -> None:
    page = web.client("chu").get("/admin/settings").text
    assert "ROVIEC_ACCESS" in page
    assert "ROVIEC_AUDIT_DAYS" in page
    assert "365" in page
    assert "Giữ nhật ký (ngày)" in page
    assert "104,9 MB" in page
    assert "False" not in page
    assert set(SETTING_NAMES) == set(web.settings.__class__.model_fields)
    assert "<form" not in page.split("<main")[1].split("</main>")[0]


def test_the_log_tells_in_words_what_came_of_a_try(web: Site) -> None:
    stranger = web.client()
    assert sign_in(stranger, "chu", "sai hoàn toàn").status_code == 401
    web.client("doc").get("/brief", params={"unit": "Sở Nội vụ"})
    assert stranger.get("/library").status_code == 303
    page = web.client("chu").get("/admin/log").text
    assert "sai tên hoặc mật khẩu" in page
    assert "chưa đăng nhập" in page
    assert "xem việc của đơn vị" in page


def test_without_sign_in_there_is_nobody_to_keep(tmp_path: Path) -> None:
    with site(tmp_path, access="auto") as web:
        client = web.client()
        for page in ("/admin", "/admin/groups", "/admin/tokens", "/admin/log"):
            assert "không cần đăng nhập" in client.get(page).text
        assert client.post("/admin/people", data={"login": "an", "name": "An"}).status_code == 400
        assert client.get("/account").status_code == 200


def test_names_that_hold_markup_are_shown_as_they_stand(web: Site) -> None:
    admin = web.client("chu")
    odd = '<script>alert(1)</script>"'
    page = f"/admin/people/{number(web, 'doc')}"
    assert sent(admin, page, page, {"name": odd, "role": "reader", "active": "1"}).status_code == 303
    sent(admin, "/admin/groups", "/admin/groups", {"name": odd})
    for address in ("/admin", page, "/admin/groups", "/admin/log"):
        assert "<script>alert" not in admin.get(address).text
    assert Role.READER.value == "reader"
