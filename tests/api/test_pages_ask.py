from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path
from urllib.parse import urlencode

import pytest
from docx import Document
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from tests.api.sample import LIST, PLAN, WHO, FakeService
from tests.api.test_http import ORIGIN, asked, client_of


@pytest.fixture
def service() -> FakeService:
    return FakeService()


@pytest.fixture
def client(service: FakeService, tmp_path: Path) -> Iterator[TestClient]:
    with client_of(service, data=tmp_path) as client:
        yield client


def test_a_follow_up_is_asked_after_the_questions_before_it(client: TestClient, service: FakeService) -> None:
    query = urlencode([("q", "Còn thời hạn?"), ("prev", LIST.question), ("prev", WHO.question)])
    page = unescape(client.get(f"/?{query}").text)
    assert service.previous == [None, LIST.question, WHO.question]
    assert page.index(LIST.question) < page.index(WHO.question) < page.index("Còn thời hạn?</p>")
    follow = page.split('class="ask follow"', 1)[1].split("</form>", 1)[0]
    assert [follow.index(f'name="prev" value="{one}"') > 0 for one in (LIST.question, WHO.question, "Còn thời hạn?")]


def test_a_long_thread_keeps_the_question_that_it_began_with(client: TestClient, service: FakeService) -> None:
    query = urlencode([("q", "z"), *(("prev", one) for one in "abcdefghijklmnop")])
    page = client.get(f"/?{query}").text
    assert service.previous == [None, *"afghijklmnop"]
    follow = page.split('class="ask follow"', 1)[1].split("</form>", 1)[0]
    assert follow.count('name="prev"') == 12
    assert 'name="prev" value="a"' in follow


def test_of_a_long_thread_the_last_questions_stand_above_the_answer_and_the_others_are_folded(
    client: TestClient,
) -> None:
    page = client.get(f"/?{urlencode([('q', 'z'), *(('prev', one) for one in 'abcdef')])}").text
    thread = page.split('class="thread"', 1)[1].split("</section>", 1)[0]
    folded, shown = thread.split("</details>")
    assert "Xem 3 câu trước nữa" in folded
    assert [shown.count(f">{one}</a>") for one in "abcdef"] == [0, 0, 0, 1, 1, 1]


def test_an_understood_condition_is_a_chip_and_only_a_sure_one_can_be_taken_away(client: TestClient) -> None:
    page = unescape(asked(client, "Phòng Kinh tế làm việc gì?").text)
    chips = page.split('class="chips"', 1)[1].split("</ul>", 1)[0]
    assert "đơn vị:</span> Phòng Kinh tế" in chips
    assert "thời gian:</span> đến 2/3/2026" in chips
    assert chips.count("×</a>") == 1
    assert f"/?{urlencode({'q': 'Việc gì?'})}" in chips


def test_a_list_sorts_and_filters_by_links(client: TestClient) -> None:
    up = client.get("/", params={"q": LIST.question, "sort": "lead"}).text
    down = client.get("/", params={"q": LIST.question, "sort": "lead", "dir": "desc"}).text
    body = [page.split("<tbody>", 1)[1].split("</tbody>", 1)[0] for page in (up, down)]
    assert body[0].index("Phòng Kinh tế") < body[0].index("Phòng Văn hóa - Xã hội")
    assert body[1].index("Phòng Văn hóa - Xã hội") < body[1].index("Phòng Kinh tế")
    assert 'aria-sort="ascending"' in up
    assert 'aria-sort="descending"' in down
    kept = client.get("/", params={"q": LIST.question, "loc": "wi-fi cho"}).text
    assert "1 trong 2 dòng" in kept
    assert kept.split("<tbody>", 1)[1].split("</tbody>", 1)[0].count("<tr>") == 1
    none = client.get("/", params={"q": LIST.question, "loc": "zzz"}).text
    assert "Không có dòng nào chứa “zzz”." in none


def exported(client: TestClient, form: str) -> bytes:
    response = client.get("/export", params={"q": LIST.question, "format": form, "sort": "lead", "dir": "desc"})
    assert response.status_code == 200
    assert response.headers["content-disposition"] == f'attachment; filename="ket-qua.{form}"'
    return response.content


def test_a_list_is_exported_as_it_is_shown(client: TestClient) -> None:
    rows = list(csv.reader(StringIO(exported(client, "csv").decode("utf-8-sig"))))
    assert rows[0] == ["Nội dung", "Chủ trì", "Phối hợp", "Kết quả", "Thời hạn", "Chỗ ghi", "Kế hoạch"]
    assert [row[0] for row in rows[1:]] == ["Mở lớp kỹ năng số cho người cao tuổi", "Lắp đặt Wi-Fi tại chợ"]
    page = load_workbook(BytesIO(exported(client, "xlsx"))).worksheets[0]
    assert [[cell.value or "" for cell in row] for row in page.rows] == rows
    [table] = Document(BytesIO(exported(client, "docx"))).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == rows


def test_an_answer_without_a_table_has_nothing_to_export(client: TestClient) -> None:
    response = client.get("/export", params={"q": WHO.question, "format": "csv"})
    assert response.status_code == 404
    assert "không có bảng để tải về" in response.text
    assert client.get("/export", params={"q": LIST.question, "format": "exe"}).status_code == 422


def verdicts(folder: Path) -> list[dict[str, object]]:
    file = folder / "feedback.jsonl"
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.exists() else []


def test_a_word_on_an_answer_is_kept_with_what_was_answered(client: TestClient, tmp_path: Path) -> None:
    form = {"q": WHO.question, "verdict": "down", "reason": "value", "note": "là\nPhòng khác"}
    response = client.post("/feedback", data=form, headers={"origin": ORIGIN}, follow_redirects=False)
    assert response.status_code == 303
    assert response.headers["location"] == f"/?{urlencode({'q': WHO.question, 'thanks': '1'})}#feedback"
    [kept] = verdicts(tmp_path)
    assert kept.pop("time")
    assert kept == {
        "question": WHO.question,
        "previous": [],
        "right": False,
        "reason": "value",
        "note": "là Phòng khác",
        "status": "answered",
        "values": ["Phòng Kinh tế"],
        "places": [f"{PLAN.file}#Phụ lục/1"],
        "by": "",
    }
    assert "Đã ghi nhận" in client.get(response.headers["location"]).text


@pytest.mark.parametrize("headers", [{}, {"origin": "https://evil.example"}, {"origin": "null"}])
def test_a_word_sent_from_another_site_is_not_kept(client: TestClient, tmp_path: Path, headers: dict[str, str]) -> None:
    response = client.post("/feedback", data={"q": WHO.question, "verdict": "up"}, headers=headers)
    assert response.status_code == 403
    assert "trang này" in response.text or "gửi từ trang khác" in response.text
    assert verdicts(tmp_path) == []


def test_a_form_that_says_nothing_is_refused(client: TestClient, tmp_path: Path) -> None:
    for form in ({"q": WHO.question}, {"q": WHO.question, "verdict": "maybe"}, {"q": " ", "verdict": "up"}):
        assert client.post("/feedback", data=form, headers={"origin": ORIGIN}).status_code in (400, 422)
    assert verdicts(tmp_path) == []


def test_a_folder_that_cannot_be_written_is_said_so_without_its_path(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with client_of(FakeService(), data=blocked) as client:
        response = client.post("/feedback", data={"q": WHO.question, "verdict": "up"}, headers={"origin": ORIGIN})
    assert response.status_code == 503
    assert "báo người quản trị" in response.text
    assert str(tmp_path) not in response.text


def test_assets_are_kept_for_long_and_pages_not_at_all(client: TestClient) -> None:
    page = client.get("/")
    assert page.headers["cache-control"] == "no-store"
    style = page.text.split('rel="stylesheet" href="', 1)[1].split('"', 1)[0]
    for address in (style, "/static/vendor/htmx-4.0.1/htmx.min.js"):
        assert client.get(address).headers["cache-control"] == "public, max-age=31536000, immutable"
    assert client.get("/static/base.css").headers["cache-control"] == "public, max-age=86400"
