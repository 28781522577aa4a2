"""What people do on the pages, with JavaScript and without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_every_page import FACT, LIST, PLAN, ask

ANSWER = "Văn phòng UBND tỉnh"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, permissions=["clipboard-read", "clipboard-write"]
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_asking_without_javascript_leads_from_the_question_to_the_source(plain: Page, origin: str) -> None:
    plain.goto(origin)
    plain.fill("#q", FACT)
    plain.press("#q", "Enter")
    expect(plain.locator(".value").first).to_have_text(ANSWER)
    plain.locator(".sources a").first.click()
    expect(plain.locator("#cite")).to_be_in_viewport()
    expect(plain.locator("#cite mark").first).to_be_visible()


def test_lists_sort_filter_and_are_judged_without_javascript(plain: Page, origin: str) -> None:
    plain.goto(origin + ask(LIST))
    rows = plain.locator("#items tbody tr")
    whole = rows.count()
    plain.get_by_role("link", name="Thời hạn").click()
    expect(plain.locator("#items th[aria-sort=ascending]")).to_have_count(1)
    plain.fill("#loc", "camera")
    plain.press("#loc", "Enter")
    assert rows.count() < whole
    expect(plain.locator("#items th[aria-sort=ascending]")).to_have_count(1 if rows.count() else 0)
    plain.goto(origin + ask(LIST))
    plain.locator("summary", has_text="Chưa đúng").click()
    plain.get_by_label("Thiếu dòng").check()
    plain.get_by_role("button", name="Gửi góp ý").click()
    expect(plain.locator(".thanks")).to_be_visible()


def test_asking_swaps_the_answer_in_and_leads_there(page: Page, origin: str) -> None:
    page.goto(origin)
    page.evaluate("window.same = true")
    page.keyboard.press("Escape")
    page.locator("body").click(position={"x": 5, "y": 400})
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type(FACT)
    page.keyboard.press("Enter")
    expect(page.locator(".value").first).to_have_text(ANSWER)
    expect(page.locator("#answer")).to_be_focused()
    assert page.evaluate("window.same") is True
    assert "q=" in page.url
    assert FACT in page.title()


def test_a_lost_connection_is_said_where_the_question_stands_until_the_next_try(page: Page, origin: str) -> None:
    page.goto(origin)
    page.fill("#q", LIST)
    page.context.set_offline(True)
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Không nối được với máy chủ")
    expect(page.locator("#q")).to_have_value(LIST)
    page.context.set_offline(False)
    page.locator("#q").press("Enter")
    expect(page.locator("#answer")).to_be_visible()
    expect(page.locator(".lost")).to_have_count(0)


def test_a_follow_up_keeps_its_context_and_back_goes_back(page: Page, origin: str) -> None:
    page.goto(origin + ask(FACT))
    page.fill("#next", "Còn thời hạn?")
    page.press("#next", "Enter")
    expect(page.locator(".thread a")).to_have_text(FACT)
    expect(page.locator(".answer .asked")).to_contain_text("Còn thời hạn?")
    expect(page.locator(".answer")).to_have_class("answer answered")
    page.go_back()
    expect(page.locator(".answer .asked")).to_contain_text(FACT)
    page.get_by_role("link", name="Câu mới").click()
    expect(page.locator("#q")).to_have_value("")


def test_a_chip_asks_again_without_its_condition(page: Page, origin: str) -> None:
    page.goto(origin + ask(LIST))
    before = page.locator(".chips li").count()
    page.locator(".chips a").first.click()
    expect(page.locator(".answer .asked")).not_to_contain_text("cong an tinh")
    assert page.locator(".chips li").count() == before - 1


def test_a_list_sorts_filters_as_one_types_and_is_copied(page: Page, origin: str) -> None:
    page.goto(origin + ask(LIST))
    page.evaluate("window.same = true")
    page.locator("#items th a", has_text="Thời hạn").click()
    expect(page.locator("#items th[aria-sort=ascending]")).to_have_count(1)
    page.locator("#loc").press_sequentially("phu luc", delay=20)
    page.wait_for_url("**loc=phu*luc*")
    expect(page.locator("#loc")).to_be_focused()
    expect(page.locator("#items th[aria-sort=ascending]")).to_have_count(1)
    page.get_by_role("button", name="Chép bảng").click()
    expect(page.get_by_role("button", name="Đã chép")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.splitlines()[0].startswith("Nội dung")
    assert len(copied.splitlines()) == 1 + page.locator("#items tbody tr").count()
    assert page.evaluate("window.same") is True


def test_a_word_on_the_answer_is_thanked_in_place(page: Page, origin: str) -> None:
    page.goto(origin + ask(FACT))
    page.get_by_role("button", name="Đúng", exact=True).click()
    expect(page.locator("#feedback .thanks")).to_be_visible()
    expect(page.locator(".value").first).to_have_text(ANSWER)
    assert "thanks" not in page.url


def test_the_header_of_a_long_table_stays_in_view(page: Page, origin: str) -> None:
    page.goto(f"{origin}{PLAN}?at=Phụ lục II/20#cite")
    expect(page.locator("#cite")).to_be_in_viewport()
    head = page.locator("table:has(#cite) thead")
    expect(head).to_be_in_viewport()


def test_words_found_in_a_plan_are_marked_and_can_be_gone_through(page: Page, origin: str) -> None:
    page.goto(origin + PLAN)
    page.keyboard.press("/")
    expect(page.locator("#tim")).to_be_focused()
    page.keyboard.type("thuy loi")
    page.keyboard.press("Enter")
    expect(page.locator("mark.found").first).to_have_text("Thủy lợi", ignore_case=True)
    page.get_by_label("Chỗ thứ 2", exact=True).click()
    expect(page.locator("#k2")).to_be_in_viewport()


def test_the_address_of_a_place_is_copied_without_offsets(page: Page, origin: str) -> None:
    page.goto(origin + ask(FACT))
    page.locator(".sources a").first.click()
    page.get_by_role("button", name="Chép liên kết").click()
    expect(page.get_by_role("button", name="Đã chép")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "at=" in copied
    assert "start=" not in copied
    page.goto(copied)
    expect(page.locator("#cite")).to_be_in_viewport()


def test_a_unit_is_chosen_and_its_days_appear_only_for_a_period_of_ones_own(page: Page, origin: str) -> None:
    page.goto(f"{origin}/brief")
    expect(page.locator("#from")).to_be_hidden()
    page.select_option("#period", "custom")
    expect(page.locator("#from")).to_be_visible()
    page.select_option("#period", "month")
    page.fill("#unit", "chi cuc thuy loi")
    page.press("#unit", "Enter")
    expect(page.locator("#unit-name")).to_have_text("Chi cục Thủy lợi")
    assert "period=month" in page.url


def test_months_are_walked_through_and_seen_as_a_list(page: Page, origin: str) -> None:
    page.goto(f"{origin}/calendar?month=2026-12")
    page.get_by_role("link", name="Tháng sau").click()
    expect(page.locator("h1")).to_contain_text("Tháng 1 năm 2027")
    page.get_by_role("link", name="Tháng trước").click()
    page.select_option("#view", "list")
    expect(page.locator(".agenda")).to_be_visible()


def test_the_keyboard_reaches_the_content_past_the_head(page: Page, origin: str) -> None:
    page.goto(f"{origin}/start")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#main').contains(document.activeElement)") is True


def test_much_work_is_folded_on_a_phone_and_unfolded_without_javascript(plain: Page, page: Page, origin: str) -> None:
    address = f"{origin}/brief?unit=Sở Khoa học và Công nghệ&period=all"
    page.goto(address)
    whole = page.locator(".part:has(.unfolding)").first.locator("tbody tr:visible").count()
    plain.goto(address)
    part = plain.locator(".part:has(.unfolding)").first
    rows = part.locator("tbody tr:visible")
    shown = rows.count()
    assert shown < whole
    more = part.get_by_text(f"Xem thêm {whole - shown} dòng")
    more.click()
    expect(rows).to_have_count(whole)
    part.get_by_text("Thu gọn").click()
    expect(rows).to_have_count(shown)
    part.get_by_role("link", name="Lên đầu").click()
    expect(plain.locator("#unit-name")).to_be_in_viewport()
