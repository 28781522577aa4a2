from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from fastapi.testclient import TestClient
from icalendar import Calendar
from openpyxl import load_workbook

from ingest.plan import Due, DueKind
from tests.api.sample import FILE, PLAN, WIFI, FakeService
from tests.api.test_http import client_of


@pytest.fixture
def client() -> Iterator[TestClient]:
    with client_of(FakeService()) as client:
        yield client


def page(client: TestClient, path: str, status: int = 200, **query: Any) -> str:
    response = client.get(path, params=query)
    assert response.status_code == status, response.text
    return unescape(response.text)


def test_the_brief_offers_every_unit_with_its_counts(client: TestClient) -> None:
    text = page(client, "/brief")
    assert '<option value="Phòng Kinh tế"></option>' in text
    assert "1 chủ trì · 0 phối hợp · 0 báo cáo" in text


def test_a_units_brief_tells_its_tasks_and_how_near_they_are(client: TestClient) -> None:
    text = page(client, "/brief", unit="phong kinh te", period="all")
    assert '<h2 id="unit-name" class="unit">Phòng Kinh tế</h2>' in text
    assert "Lắp đặt Wi-Fi tại chợ" in text
    assert "Mở lớp kỹ năng số" not in text
    assert "/plans/x%C3%A3-m%E1%BA%ABu.txt?at=Ph%E1%BB%A5+l%E1%BB%A5c%2F1#cite" in text


def test_a_relative_period_is_in_the_link_by_name_and_means_the_day_it_is_opened(client: TestClient) -> None:
    text = page(client, "/brief", unit="Phòng Kinh tế", period="week")
    assert "(2/3/2026 – 8/3/2026)" in text
    assert 'data-copy-link="/brief?unit=Ph%C3%B2ng+Kinh+t%E1%BA%BF&period=week"' in text
    assert '<tr class="' not in text
    assert "Còn 1 việc có hạn ngoài thời gian này." in text
    assert "Hạn gần nhất sau đó là 31/3/2026:" in text


def test_a_period_of_ones_own_counts_only_when_chosen(client: TestClient) -> None:
    own: dict[str, Any] = {"from": "2026-03-01", "to": "2026-03-31"}
    text = page(client, "/brief", unit="Phòng Kinh tế", period="custom", **own)
    assert "(1/3/2026 – 31/3/2026)" in text
    assert "Lắp đặt Wi-Fi tại chợ" in text
    assert "2/3/2026 – 31/12/2026" in page(client, "/brief", unit="Phòng Kinh tế", **own)
    assert "Ngày phải có dạng" in page(client, "/brief", 400, **{"unit": "a", "period": "custom", "from": "31/3"})
    reversed_days: dict[str, Any] = {"from": "2026-03-31", "to": "2026-03-01"}
    assert 'role="alert"' in page(client, "/brief", 400, unit="Phòng Kinh tế", period="custom", **reversed_days)
    assert "khoảng thời gian" in page(client, "/brief", 400, unit="a", period="century")


def test_a_unit_that_no_plan_names_is_answered_with_near_names(client: TestClient) -> None:
    text = page(client, "/brief", 404, unit="Phòng Kinh thế giới")
    assert "Không có đơn vị như vậy" in text
    assert 'href="/brief?unit=Ph%C3%B2ng+Kinh+t%E1%BA%BF&period=year"' in text


def test_a_brief_is_a_word_file_with_its_deadlines(client: TestClient) -> None:
    query = {"unit": "Phòng Kinh tế", "period": "all"}
    response = client.get("/brief/export", params=query)
    assert response.headers["content-disposition"] == 'attachment; filename="viec-cua-don-vi.docx"'
    document = Document(BytesIO(response.content))
    assert document.paragraphs[0].text == "VIỆC CỦA PHÒNG KINH TẾ"
    [table] = document.tables
    head, row = ([cell.text for cell in row.cells] for row in table.rows)
    assert head == ["Nội dung", "Phối hợp", "Kết quả", "Thời hạn", "Chỗ ghi", "Kế hoạch"]
    assert row[0] == "Lắp đặt Wi-Fi tại chợ"
    assert row[3].startswith("3/2026")


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_brief_is_a_table_in_the_order_and_with_the_columns_of_its_page(client: TestClient, form: str) -> None:
    query: dict[str, Any] = {"unit": "Phòng Kinh tế", "period": "all"}
    shown = page(client, "/brief", **query)
    columns = [
        name.split("<")[0] for name in shown.split("<thead><tr>")[1].split("</tr>")[0].split('<th scope="col">')[1:]
    ]
    response = client.get("/brief/export", params=query | {"format": form})
    assert response.headers["content-disposition"] == f'attachment; filename="viec-cua-don-vi.{form}"'
    if form == "csv":
        head, row = response.content.decode("utf-8-sig").splitlines()[:2]
        cells, values = head.split(","), row.split(",")
    else:
        table = load_workbook(BytesIO(response.content)).worksheets[0]
        cells, values = ([str(cell.value) for cell in line] for line in list(table.iter_rows())[:2])
    assert cells == [*columns, "Kế hoạch"]
    assert values[0] == "Lắp đặt Wi-Fi tại chợ"


def test_the_calendar_shows_a_month_in_whole_weeks_and_as_a_list(client: TestClient) -> None:
    text = page(client, "/calendar", month="2026-03")
    assert text.count('<li class="day') == 42  # 23/2 (Monday) to 5/4/2026 (Sunday)
    assert "Lắp đặt Wi-Fi tại chợ" in text.split('datetime="2026-03-31"', 1)[1].split('class="day', 1)[0]
    assert '<li class="day today' in text
    listed = page(client, "/calendar", month="2026-03", view="list")
    assert 'id="d2026-03-31"' in listed
    assert listed.index('id="d2026-03-20"') < listed.index('id="d2026-03-31"')


def test_the_calendar_is_filtered_by_unit_and_plan(client: TestClient) -> None:
    assert "Lắp đặt Wi-Fi" in page(client, "/calendar", month="2026-03", unit="Phòng Kinh tế", file=FILE)
    assert "Lắp đặt Wi-Fi" not in page(client, "/calendar", month="2026-03", file="khác.txt")
    assert "Lắp đặt Wi-Fi" not in page(client, "/calendar", month="2026-03", unit="Văn phòng")
    assert "Không có đơn vị như vậy" in page(client, "/calendar", 404, unit="Hội Khoa học lịch sử")


def test_an_empty_month_leads_to_the_nearest_ones(client: TestClient) -> None:
    text = page(client, "/calendar", month="2026-02", unit="Phòng Kinh tế")
    assert "Tháng này không có việc nào đến hạn." in text
    assert "Gần nhất: 3/2026" in text


@pytest.mark.parametrize("month", ["2026-13", "2026-00", "x", "1800-01"])
def test_a_month_that_is_none_is_refused_in_plain_words(client: TestClient, month: str) -> None:
    assert "dạng 2026-03" in page(client, "/calendar", 400, month=month)


def test_the_feed_of_the_page_holds_what_is_due_with_links_to_the_source(client: TestClient) -> None:
    text = page(client, "/calendar", unit="Phòng Kinh tế")
    feed = text.split('data-copy-link="', 1)[1].split('"', 1)[0]
    response = client.get(feed)
    assert response.headers["content-type"].startswith("text/calendar")
    [event] = Calendar.from_ical(response.content).walk("VEVENT")
    assert "Lắp đặt Wi-Fi tại chợ" in str(event["summary"])
    assert str(event["url"]).startswith("http://127.0.0.1/plans/x%C3%A3-m%E1%BA%ABu.txt?at=")


def test_new_staff_see_who_does_what_and_what_rests_on_what(client: TestClient) -> None:
    text = page(client, "/start")
    assert '<a href="/brief?unit=Ph%C3%B2ng+Kinh+t%E1%BA%BF">Phòng Kinh tế</a></th><td>1</td>' in text
    assert "57-NQ/TW" in text
    assert "không giải thích chữ viết tắt nào" in text


@pytest.mark.parametrize("path", ["/", "/brief", "/calendar", "/start", "/library"])
def test_an_empty_library_is_no_error_on_any_page(path: str) -> None:
    with client_of(FakeService(plans=())) as client:
        text = page(client, path)
    assert "Chưa có kế hoạch nào" in text or path == "/calendar"


@pytest.fixture
def two_communes() -> Iterator[TestClient]:
    """The sample plan, and the same of another commune's party committee."""
    head = replace(PLAN.header, number="3-KH/ĐU", issuer="Đảng ủy xã Bến Đá", place="Bến Đá")
    with client_of(FakeService((PLAN, replace(PLAN, file="bến-đá.txt", digest="e", header=head)))) as client:
        yield client


def test_a_name_that_several_offices_bear_is_asked_back(two_communes: TestClient) -> None:
    text = page(two_communes, "/brief", unit="Văn phòng", period="all")
    assert "“Văn phòng” là tên của 2 đơn vị khác nhau" in text
    assert "Văn phòng trong kế hoạch của Đảng ủy xã Bến Đá" in text
    assert "file=b%E1%BA%BFn-%C4%91%C3%A1.txt" in text
    assert "Tỷ lệ hồ sơ trực tuyến" not in text
    assert "/brief/export" not in text


def test_one_of_the_offices_is_shown_alone_and_its_files_are_too(two_communes: TestClient) -> None:
    query: dict[str, Any] = {"unit": "Văn phòng", "period": "all", "file": "bến-đá.txt"}
    text = page(two_communes, "/brief", **query)
    assert "Theo kế hoạch của Đảng ủy xã Bến Đá" in text
    assert text.count("Tỷ lệ hồ sơ trực tuyến") == 1
    assert "Đơn vị khác cùng tên" in text
    exported = two_communes.get("/brief/export", params=query | {"format": "csv"}).content.decode("utf-8-sig")
    assert exported.count("Tỷ lệ hồ sơ trực tuyến") == 1


def test_offices_of_one_name_seen_together_stand_apart_by_plan(two_communes: TestClient) -> None:
    text = page(two_communes, "/brief", unit="Văn phòng", period="all", every="1")
    assert text.count("Tỷ lệ hồ sơ trực tuyến") == 2
    part = text.split('id="targets"', 1)[1].split("</table>", 1)[0]
    assert [name in part for name in ("Kế hoạch 12/KH-UBND <span>1 dòng", "Kế hoạch 3-KH/ĐU <span>1 dòng")] == [
        True,
        True,
    ]


def test_a_file_of_one_of_several_offices_says_whose_it_is(two_communes: TestClient) -> None:
    query: dict[str, Any] = {"unit": "Văn phòng", "period": "all"}
    both, one = (
        [line.text for line in Document(BytesIO(two_communes.get("/brief/export", params=asked).content)).paragraphs]
        for asked in (query, query | {"file": "bến-đá.txt"})
    )
    assert one[:2] == ["VIỆC CỦA VĂN PHÒNG", "Theo kế hoạch của Đảng ủy xã Bến Đá"]
    assert both[1].startswith("Gộp các đơn vị cùng tên này trong kế hoạch của: ")
    assert "Đảng ủy xã Bến Đá" in both[1]


def test_a_printed_brief_says_of_which_day_it_is(client: TestClient) -> None:
    text = page(client, "/brief", unit="Phòng Kinh tế", period="all")
    assert '<p class="small-note on-paper">Lập ngày 2/3/2026, từ 1 kế hoạch đã nạp.</p>' in text


def test_the_headline_counts_own_rows_and_tells_those_given_to_many_apart() -> None:
    january = Due("1/2026", DueKind.MONTH, date(2026, 1, 1), date(2026, 1, 31))
    own = replace(WIFI, when=january)
    shared = replace(own, locator="Phụ lục/3", leads=("Các phòng, ban",), supports=())
    with client_of(FakeService((replace(PLAN, tasks=(own, shared)),))) as client:
        text = page(client, "/brief", unit="Phòng Kinh tế", period="all")
    assert "1 việc đã qua hạn" in text
    assert 'Ngoài ra, trong phần giao chung: <a href="#shared">1 đã qua hạn</a>.' in text
