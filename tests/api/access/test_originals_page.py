"""The file that a plan was read from: kept, handed out whole to whoever may see the plan, drawn page by page, and gone with it."""

from __future__ import annotations

import stat
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from api.originals import Originals, download_name
from ingest.read import read_document
from tests.api.access.site import Site, sent, site
from tests.api.access.test_fixing_page import PLAN
from tests.api.access.test_hidden import uploaded
from tests.conftest import ROOT
from tests.ingest.printing import printed
from web import wording_originals as words

FILE = "chợ quê.txt"
PDF = "van-khe.pdf"
SAMPLE = ROOT / "eval" / "plans" / "vankhe-danguy-2026.txt"


@pytest.fixture(scope="module")
def drawn() -> bytes:
    """A sample plan as a PDF of several pages."""
    return printed(read_document(SAMPLE)[0], size=11.0)


@pytest.fixture
def web(tmp_path: Path) -> Any:
    with site(tmp_path / "kho", plans=(), cache=tmp_path / "cache") as found:
        yield found


def test_the_file_comes_back_byte_for_byte_as_a_download_that_nothing_runs(web: Site) -> None:
    content = PLAN.encode()
    uploaded(web.client("bien"), FILE, content)
    page = web.client("doc").get(f"/plans/{FILE}").text
    assert words.DOWNLOAD in page
    assert "TXT, 1 kB" in page
    response = web.client("doc").get(f"/plans/{FILE}/original")
    assert response.content == content
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.headers["content-disposition"] == "attachment; filename*=utf-8''ch%E1%BB%A3%20qu%C3%AA.txt"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in response.headers["content-security-policy"]
    [kept] = (web.settings.data / "originals").iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_a_page_that_was_uploaded_as_html_is_never_served_as_such(web: Site) -> None:
    uploaded(web.client("bien"), "trang.html", f"<html><body><p>{PLAN.replace(chr(10), '</p><p>')}".encode())
    response = web.client("doc").get("/plans/trang.html/original")
    assert response.headers["content-type"] == "application/octet-stream"
    assert response.headers["content-disposition"].startswith("attachment")


def test_each_version_has_the_file_it_was_read_from(web: Site) -> None:
    client = web.client("bien")
    uploaded(client, FILE, PLAN.encode())
    uploaded(client, FILE, PLAN.replace("3/2026", "4/2026").encode())
    [before] = web.store.catalogue.versions.earlier(FILE)
    old = client.get(f"/plans/{before.file}/original")
    assert old.content == PLAN.encode()
    assert f"-{before.digest[:8]}.txt" in old.headers["content-disposition"]


def test_the_file_is_hidden_like_its_plan(web: Site) -> None:
    uploaded(web.client("bienmat"), "kín.txt", PLAN.encode(), seen_by="groups", group=str(web.group))
    assert web.client("mat").get("/plans/kín.txt/original").status_code == 200
    for login in ("doc", "bien", None):
        status = web.client(login).get("/plans/kín.txt/original").status_code
        assert status == (303 if login is None else 404)


def test_the_file_goes_with_its_plan_once_that_cannot_be_put_back(web: Site) -> None:
    client = web.client("bien")
    uploaded(client, FILE, PLAN.encode())
    page = f"/library/plan/{FILE}/remove"
    assert sent(client, page, page).status_code == 303
    assert client.get(f"/plans/{FILE}/original").status_code == 404
    name = client.get("/library").text.split('name="name" value="')[1].split('"', 1)[0]
    sent(client, "/library", "/library/put-back", {"name": name})
    assert client.get(f"/plans/{FILE}/original").status_code == 200
    sent(client, page, page)
    for kept in (web.settings.data / "removed").iterdir():
        kept.unlink()
    uploaded(client, "khác.txt", PLAN.replace("31/KH", "32/KH").encode())
    assert len(list((web.settings.data / "originals").iterdir())) == 1


def test_what_was_not_kept_is_said_and_comes_with_the_same_file_again(web: Site) -> None:
    client = web.client("bien")
    uploaded(client, FILE, PLAN.encode())
    for kept in (web.settings.data / "originals").iterdir():
        kept.unlink()
    assert words.DOWNLOAD not in client.get(f"/plans/{FILE}").text
    missing = client.get(f"/plans/{FILE}/original")
    assert missing.status_code == 404
    assert words.NOT_KEPT in missing.text
    assert "không đổi" in uploaded(client, FILE, PLAN.encode())
    assert client.get(f"/plans/{FILE}/original").status_code == 200


def test_a_full_place_keeps_no_more_and_says_so(tmp_path: Path) -> None:
    with site(tmp_path, plans=(), max_originals=100) as web:
        report = unescape(uploaded(web.client("bien"), FILE, PLAN.encode()))
        assert words.NO_ROOM in report
        assert web.client("bien").get(f"/plans/{FILE}/original").status_code == 404


def test_bytes_of_another_digest_and_names_that_lead_elsewhere_are_kept_nowhere(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "originals", most=1000)
    file = tmp_path / "a.txt"
    file.write_text("x", encoding="utf-8")
    assert not originals.keep(file, "0" * 64)
    assert not originals.keep(file, "../a.txt")
    assert originals.path("../a.txt") is None
    assert list((tmp_path / "originals").iterdir()) == []
    assert download_name("kế hoạch.docx@1a2b3c4d") == "kế hoạch-1a2b3c4d.docx"


def test_the_cited_page_of_a_pdf_is_drawn_and_pages_are_walked_through(web: Site, drawn: bytes) -> None:
    uploaded(web.client("bien"), PDF, drawn)
    plan = web.live.plan(PDF)
    assert plan is not None
    reader, row = web.client("doc"), plan.tasks[-1].locator
    text = unescape(reader.get(f"/plans/{PDF}", params={"at": row}).text)
    assert 'loading="lazy"' in text
    picture = reader.get(f"/plans/{PDF}/picture", params={"at": row})
    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/webp")
    assert picture.content[:4] == b"RIFF"
    assert plan.reading is not None
    last = plan.reading.pages
    page = unescape(reader.get(f"/plans/{PDF}/pages", params={"at": row}).text)
    assert words.TITLE.format(page=last, pages=last) in page
    assert words.RECKONED not in page
    assert f"page={last - 1 if last else 0}" in page
    assert words.NEXT not in page
    assert reader.get(f"/plans/{PDF}/picture", params={"page": "1"}).content != picture.content
    assert reader.get(f"/plans/{PDF}/picture", params={"page": str((last or 0) + 1)}).status_code == 404


def test_a_format_without_pages_has_no_picture(web: Site) -> None:
    uploaded(web.client("bien"), FILE, PLAN.encode())
    client = web.client("doc")
    assert "<img" not in client.get(f"/plans/{FILE}", params={"at": "Phụ lục/1"}).text
    assert client.get(f"/plans/{FILE}/picture").status_code == 404
    assert client.get(f"/plans/{FILE}/pages").status_code == 404
