"""Versions on the pages: which answers, what came in whose place, and nothing of what one may not see."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.api.access.site import SECRET, Site, site
from tests.api.access.test_fixing_page import PLAN, saved
from tests.api.access.test_hidden import uploaded
from web import wording_versions as words

FILE = "cho-que.txt"
LATER = PLAN.replace("05 tháng 3", "20 tháng 3").replace("\t3/2026", "\t5/2026")


@pytest.fixture
def web(tmp_path: Path) -> Any:
    with site(tmp_path / "kho", plans=(SECRET,)) as found:
        yield found


def test_a_file_of_other_content_keeps_the_one_before_to_be_read_and_compared(web: Site) -> None:
    client = web.client("bien")
    uploaded(client, FILE, PLAN.encode())
    report = uploaded(client, FILE, LATER.encode())
    assert f"/library/plan/{FILE}/versions" in report
    assert "1 bản trước" in client.get("/library").text
    reader = web.client("doc")
    page = unescape(reader.get(f"/library/plan/{FILE}/versions").text)
    assert page.count(words.CURRENT) == 1
    assert page.index(words.CURRENT) < page.index(words.NOT_CURRENT)
    [before] = web.store.catalogue.versions.earlier(FILE)
    assert f'/plans/{FILE}%40{before.digest[:8]}"' in page
    old = reader.get(f"/plans/{before.file}", params={"at": "Phụ lục/1"}).text
    assert words.OLD_CONTENT in old
    assert 'id="cite"' in old
    diff = reader.get(f"/library/plan/{FILE}/diff", params={"old": before.file, "new": FILE}).text
    assert "1 chỗ ở phần đầu; 1 dòng đổi nội dung." in diff
    for text in (page, unescape(old), unescape(diff)):
        assert f"{FILE}, nội dung trước" in text
        assert not re.search(rf">[^<]*{before.digest[:8]}", text)
    assert "<del>3/2026</del>" in diff
    assert "<ins>5/2026</ins>" in diff
    assert reader.get(f"/library/plan/{FILE}/diff", params={"old": "x", "new": FILE}).status_code == 404


def test_the_report_of_an_upload_names_the_plan_that_it_replaces(web: Site) -> None:
    client = web.client("bien")
    uploaded(client, FILE, PLAN.encode())
    report = unescape(uploaded(client, "cho-que-moi.txt", LATER.encode()))
    assert f"cho-que-moi.txt thay {FILE} (31/KH-UBND): câu trả lời chỉ dùng" in report
    library = unescape(client.get("/library").text)
    assert library.count(words.REPLACED) == 1
    assert f"thay {FILE}" in library
    assert words.OLD_CONTENT in client.get(f"/plans/{FILE}").text
    family = unescape(client.get(f"/library/plan/{FILE}/versions").text)
    assert family.index("cho-que-moi.txt") < family.index(f'"/plans/{FILE}"')


def test_replacing_a_plan_by_what_another_file_holds_says_what_goes_on_answering_and_leads_on(web: Site) -> None:
    client = web.client("bien")
    uploaded(client, FILE, PLAN.encode())
    uploaded(client, "cho-que-moi.txt", LATER.encode())
    report = unescape(uploaded(client, FILE, LATER.encode()))
    assert f"{FILE} vẫn giữ nội dung cũ và câu trả lời vẫn dùng nội dung ấy" in report
    assert f'href="/library/plan/{FILE}/remove"' in report
    assert 'href="/library/plan/cho-que-moi.txt"' in report
    copy = unescape(uploaded(client, "ban-sao.txt", LATER.encode()))
    assert "kho đã có, dưới tên cho-que-moi.txt" in copy
    assert "/remove" not in copy


def test_another_reading_of_a_plan_with_a_shorter_head_is_told_as_the_same_plan(web: Site) -> None:
    client = web.client("bien")
    uploaded(client, FILE, PLAN.encode())
    shorter = PLAN.replace("Số: 31/KH-UBND", "Số:     /KH-UBND")
    assert shorter != PLAN
    report = unescape(uploaded(client, "ban-quet.txt", shorter.encode()))
    assert f"Kho đã có {FILE}, bản dùng thay cho ban-quet.txt" in report
    assert unescape(client.get("/library").text).count(words.REPLACED) == 1


def test_a_correction_is_no_change_between_versions(web: Site) -> None:
    client = web.client("bien")
    uploaded(client, FILE, PLAN.encode())
    saved(client, "Phụ lục/2", due="9/2026")
    uploaded(client, "moi.txt", LATER.encode())
    diff = client.get(f"/library/plan/{FILE}/diff", params={"old": FILE, "new": "moi.txt"}).text
    assert "9/2026" not in diff
    assert "1 dòng đổi nội dung." in diff


def test_versions_tell_nothing_of_plans_that_one_may_not_see(web: Site) -> None:
    assert web.house is not None
    inner, outer = web.client("bienmat"), web.client("bien")
    uploaded(outer, FILE, PLAN.encode())
    report = unescape(uploaded(inner, "kin.txt", LATER.encode(), seen_by="groups", group=str(web.group)))
    assert f"thay {FILE} (31/KH-UBND)" in report
    for address in ("/library", f"/library/plan/{FILE}", f"/library/plan/{FILE}/versions", f"/plans/{FILE}"):
        page = outer.get(address)
        assert page.status_code == 200
        assert "kin.txt" not in page.text
        assert words.REPLACED not in page.text
        assert words.OLD_CONTENT not in page.text
    address = f"/library/plan/{FILE}/diff"
    assert outer.get(address, params={"old": "kin.txt", "new": FILE}).status_code == 404
    later = unescape(uploaded(outer, "sau.txt", LATER.replace("Lớp học", "Lớp").encode()))
    assert "kin.txt" not in later
    assert f"thay {FILE} (31/KH-UBND)" in later
