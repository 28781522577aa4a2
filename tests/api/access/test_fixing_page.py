"""Correcting a row on its page: saved, asked about where it looks wrong, marked, undone, logged, and by editors alone."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from api.access.audit import Which
from api.access.gate import FORM_FIELD
from ingest.read import read_plan
from tests.api.access.site import SECRET, Site, mark_of, site
from web.wording_fixing import DOUBTS, MEANWHILE, NO_DAY, NOTHING

FILE = "cho-que.txt"
PLAN = """ỦY BAN NHÂN DÂN XÃ VÂN KHÊ
Số: 31/KH-UBND
Vân Khê, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Chuyển đổi số xã Vân Khê năm 2026
I. MỤC ĐÍCH
1. Nâng cao chất lượng phục vụ.
PHỤ LỤC
DANH MỤC NHIỆM VỤ
TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tKết quả\tThời hạn\tGhi chú
1\tLắp đặt trạm phát sóng tại chợ\tPhòng Kinh tế\tCông an xã\tBiên bản\t3/2026\t
2\tMở lớp kỹ năng số cho người cao tuổi\tPhòng Văn hóa - Xã hội\tVăn phòng\tLớp học\tQuý II/2026\t
3\tRà soát thủ tục hành chính nội bộ\tPhòng Kinh tế\t\tBáo cáo\t\t
"""
ADDRESS = f"/library/plan/{FILE}/fix"


@pytest.fixture
def web(tmp_path: Path) -> Any:
    file = tmp_path / FILE
    file.write_text(PLAN, encoding="utf-8")
    with site(tmp_path / "kho", plans=(read_plan(file), SECRET)) as found:
        yield found


def values_of(page: str) -> dict[str, str]:
    """What the form of a row's page would send as it stands."""
    fields = {"at": "", "seen": "", FORM_FIELD: mark_of(page)}
    for name in ("at", "seen"):
        fields[name] = unescape(page.split(f'name="{name}" value="', 1)[1].split('"', 1)[0])
    boxes = re.findall(r'<textarea [^>]*name="(cell-\w+)"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    return fields | {name: unescape(text) for name, text in boxes}


def saved(client: TestClient, at: str, **cells: str) -> Response:
    typed = {f"cell-{name}": value for name, value in cells.items() if name != "anyway"}
    more = {"anyway": "1"} if "anyway" in cells else {}
    page = client.get(ADDRESS, params={"at": at}).text
    return client.post(ADDRESS, data=values_of(page) | typed | more)


def test_a_row_is_corrected_marked_answered_logged_and_put_back(web: Site) -> None:
    client, reader = web.client("bien"), web.client("doc")
    response = saved(client, "Phụ lục/1", due="4/2026", support="Văn phòng")
    assert response.status_code == 303
    assert "Đã lưu" in client.get(response.headers["location"]).text
    source = reader.get(f"/plans/{FILE}").text
    assert "đã sửa thành: 4/2026" in source
    assert "3/2026" in source
    row = next(one for one in web.live.plans() if one.file == FILE).tasks[0]
    assert (row.due.text, row.due.printed, row.supports) == ("4/2026", "3/2026", ("Văn phòng",))
    library = client.get(f"/library/plan/{FILE}").text
    assert "Chỗ đã sửa (2)" in library
    assert "Bien, " in library
    undone = {"field": "due", "locator": "Phụ lục/1", FORM_FIELD: mark_of(library)}
    assert client.post(f"{ADDRESS}/undo", data=undone).status_code == 303
    assert "4/2026" not in reader.get(f"/plans/{FILE}").text
    assert web.house is not None
    said = [event.object for event in web.house.audit.find(Which(login="bien"), limit=9) if "fix" in event.action]
    assert said == [
        f"{FILE} Phụ lục/1, Thời hạn: “4/2026” → “3/2026”",
        f"{FILE} Phụ lục/1, Phối hợp: “Công an xã” → “Văn phòng”; Thời hạn: “3/2026” → “4/2026”",
    ]


def test_what_looks_wrong_is_asked_about_once_and_then_taken(web: Site) -> None:
    client = web.client("bien")
    asked = saved(client, "Phụ lục/1", due="tháng sau nữa", result="Biên bản bàn giao")
    assert asked.status_code == 400
    assert DOUBTS in asked.text
    assert NO_DAY in asked.text
    assert ">Biên bản bàn giao</textarea>" in asked.text
    assert web.store.catalogue.corrections.of(FILE) == ()
    again = client.post(ADDRESS, data=values_of(asked.text) | {"anyway": "1"})
    assert again.status_code == 303
    assert [one.correction.new for one in web.store.catalogue.corrections.of(FILE)] == [
        "Biên bản bàn giao",
        "tháng sau nữa",
    ]


def test_typing_what_the_source_prints_ends_the_correction(web: Site) -> None:
    client = web.client("bien")
    saved(client, "Phụ lục/1", due="4/2026")
    assert saved(client, "Phụ lục/1", due=" 3/2026 ").status_code == 303
    assert [one.undone is None for one in web.store.catalogue.corrections.of(FILE)] == [False]
    assert NOTHING in saved(client, "Phụ lục/1").text


def test_a_form_made_before_another_ones_correction_changes_nothing(web: Site) -> None:
    first, second = web.client("bien"), web.client("chu")
    page = values_of(first.get(ADDRESS, params={"at": "Phụ lục/1"}).text)
    saved(second, "Phụ lục/1", due="4/2026")
    late = first.post(ADDRESS, data=page | {"cell-result": "Hồ sơ"})
    assert late.status_code == 409
    assert MEANWHILE in late.text
    assert ">4/2026</textarea>" in late.text


def test_the_head_is_corrected_and_a_day_that_is_none_refused(web: Site) -> None:
    client = web.client("bien")
    assert saved(client, "Tiêu đề", number="32/KH-UBND").status_code == 303
    assert "Đã sửa số: văn bản ghi “31/KH-UBND”." in client.get(f"/plans/{FILE}").text
    refused = saved(client, "Tiêu đề", date="ngày mai")
    assert refused.status_code == 400
    assert "Ngày “ngày mai” chưa đúng" in refused.text


def test_a_blank_cell_that_was_filled_is_told_in_its_row(web: Site) -> None:
    saved(web.client("bien"), "Phụ lục/3", due="9/2026")
    assert "Thời hạn – văn bản để trống, đã điền: 9/2026" in web.client("doc").get(f"/plans/{FILE}").text


def test_readers_see_neither_link_nor_page_and_outsiders_no_plan(web: Site) -> None:
    reader, outsider = web.client("doc"), web.client("bien")
    assert "/fix" not in reader.get(f"/plans/{FILE}?at=Phụ lục/1&sua=1").text
    assert reader.get(ADDRESS).status_code == 403
    mark = {FORM_FIELD: mark_of(reader.get("/account").text)}
    assert reader.post(ADDRESS, data=mark).status_code == 403
    assert outsider.get(f"/library/plan/{SECRET.file}/fix").status_code == 404
    mark = {FORM_FIELD: mark_of(outsider.get("/account").text)}
    assert outsider.post(f"/library/plan/{SECRET.file}/fix", data=mark).status_code == 404
    assert outsider.post(f"/library/plan/{SECRET.file}/fix/undo", data=mark).status_code == 404


def test_a_change_without_the_mark_of_a_page_is_refused(web: Site) -> None:
    client = web.client("bien")
    page = values_of(client.get(ADDRESS, params={"at": "Phụ lục/1"}).text)
    del page[FORM_FIELD]
    assert client.post(ADDRESS, data=page | {"cell-due": "5/2026"}).status_code == 403
    assert client.post(f"{ADDRESS}/undo", data={"field": "due", "locator": "Phụ lục/1"}).status_code == 403


def test_editors_choose_a_row_in_the_text_or_by_its_place(web: Site) -> None:
    client = web.client("bien")
    chosen = client.get(f"/plans/{FILE}?sua=1").text
    assert chosen.count('class="fix no-print"') == 3
    assert "Sửa dòng này" in client.get(f"/plans/{FILE}", params={"at": "Phụ lục/2"}).text
    assert "Sửa dòng Phụ lục/2" in client.get(ADDRESS, params={"at": "phu luc/2"}).text
    missing = client.get(ADDRESS, params={"at": "Phụ lục/22"})
    assert missing.status_code == 400
    assert "Gần giống: Phụ lục/2" in unescape(missing.text)


def test_an_earlier_content_of_a_file_cannot_be_corrected(web: Site) -> None:
    before = next(one for one in web.live.held() if one.file == FILE)
    web.store.add([replace(before, digest="f" * 64, text=before.text.replace("phát sóng", "phát thanh"))])
    client = web.client("bien")
    name = f"{FILE}@{before.digest[:8]}"
    assert client.get(f"/plans/{name}").status_code == 200
    assert "?at=" not in client.get(f"/plans/{name}?sua=1").text.split("<article", 1)[1]
    assert client.get(f"/library/plan/{name}/fix").status_code == 404


def test_the_page_of_a_place_that_two_rows_share_is_refused_and_each_row_has_its_own(tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.write_text(PLAN.replace("\n2\t", "\n1\t"), encoding="utf-8")
    with site(tmp_path / "kho", plans=(read_plan(file), SECRET)) as web:
        client = web.client("bien")
        refused = client.get(ADDRESS, params={"at": "Phụ lục/1"})
        assert refused.status_code == 400
        assert "“Phụ lục/1 (1)” (Lắp đặt trạm phát sóng tại chợ)" in unescape(refused.text)
        assert saved(client, "Phụ lục/1 (1)", due="4/2026").status_code == 303
        assert saved(client, "Phụ lục/1 (2)", due="Quý III/2026").status_code == 303
        plan = web.client("doc").get(f"/plans/{FILE}").text
        assert "đã sửa thành: 4/2026" in plan
        assert "đã sửa thành: Quý III/2026" in plan
        choosing = unescape(client.get(f"/plans/{FILE}", params={"at": "Phụ lục/1", "sua": "1"}).text)
        assert "Sửa dòng Phụ lục/1 (1)" in choosing
        assert "Sửa dòng Phụ lục/1 (2)" in choosing
