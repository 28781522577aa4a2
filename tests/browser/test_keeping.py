"""What editors do in the library, in a browser: correcting a row beside its source, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from ingest.read import read_document
from tests.browser.conftest import PLANS, Office, signed_in
from tests.browser.test_every_page import WIDTHS, broken_looks, broken_rules
from tests.ingest.printing import printed

FILE = "lamgiang-ubnd-2026.txt"
SHORT = "vankhe-danguy-2026.txt"
ROW = "Phụ lục II/3"


@pytest.fixture
def editor(browser: Browser, office: Office) -> Iterator[Page]:
    page = signed_in(browser, office, "bien", viewport={"width": 1280, "height": 800})
    yield page
    page.context.close()


@pytest.fixture
def plain(browser: Browser, office: Office) -> Iterator[Page]:
    """An editor with a phone and no JavaScript."""
    page = signed_in(browser, office, "bien", viewport={"width": 360, "height": 740}, java_script_enabled=False)
    yield page
    page.context.close()


def fits_and_is_accessible(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
    assert broken_rules(page) == []
    page.set_viewport_size({"width": WIDTHS[0], "height": 740})
    page.emulate_media(color_scheme="dark")
    assert broken_looks(page) == []
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 800})


def test_a_row_is_chosen_in_the_text_corrected_asked_about_marked_and_put_back(editor: Page, office: Office) -> None:
    editor.goto(f"{office.origin}/plans/{FILE}")
    editor.get_by_role("link", name="Sửa ô trong văn bản").click()
    editor.get_by_role("link", name=f"Sửa dòng {ROW}", exact=True).click()
    expect(editor.locator("h1")).to_have_text(f"Sửa dòng {ROW}")
    editor.get_by_label("Nội dung đúng: Thời hạn").fill("tháng sau")
    editor.get_by_role("button", name="Lưu chỗ sửa").click()
    expect(editor.locator("#doubt-due")).to_be_visible()
    fits_and_is_accessible(editor)
    editor.get_by_label("Nội dung đúng: Thời hạn").fill("9/2026")
    editor.get_by_role("button", name="Lưu chỗ sửa").click()
    expect(editor.get_by_role("status").first).to_contain_text("Đã lưu")
    fits_and_is_accessible(editor)
    editor.get_by_role("link", name="Về chỗ này trong văn bản").click()
    expect(editor.locator("#cite .mended")).to_have_text("đã sửa thành: 9/2026")
    fits_and_is_accessible(editor)
    editor.goto(f"{office.origin}/library/plan/{FILE}")
    fits_and_is_accessible(editor)
    editor.get_by_role("button", name="Bỏ chỗ sửa").click()
    expect(editor.get_by_role("status").first).to_contain_text("Đã bỏ chỗ sửa")


def test_a_row_is_corrected_without_javascript_and_a_doubt_confirmed(plain: Page, office: Office) -> None:
    plain.goto(f"{office.origin}/library/plan/{FILE}")
    plain.get_by_label("Sửa một dòng theo chỗ ghi").fill("phu luc ii/4")
    plain.get_by_role("button", name="Mở dòng").click()
    plain.get_by_label("Nội dung đúng: Chủ trì").fill("Sở Chuyển đổi")
    plain.get_by_role("button", name="Lưu chỗ sửa").click()
    plain.get_by_role("button", name="Vẫn lưu như vậy").click()
    expect(plain.locator(".done")).to_contain_text("Đã lưu")
    plain.get_by_role("button", name="Bỏ chỗ sửa ở ô Chủ trì").click()
    expect(plain.locator(".done")).to_contain_text("Đã bỏ chỗ sửa")


def test_files_that_are_too_large_are_told_before_they_are_sent(editor: Page, office: Office, tmp_path: Path) -> None:
    file = tmp_path / "nặng.pdf"
    file.write_bytes(b"%PDF-1.7\n" + b"0" * 3 * 2**20)
    sent: list[str] = []
    editor.on("request", lambda request: sent.append(request.url))
    editor.goto(f"{office.origin}/library")
    editor.evaluate("document.querySelector('[data-most]').dataset.most = 2 * 2 ** 20")
    editor.set_input_files("#files", file)
    editor.get_by_role("button", name="Nạp vào kho").click()
    expect(editor.get_by_role("alert")).to_contain_text("nặng 4 MB, mỗi lần nạp tối đa")
    assert not [url for url in sent if url.endswith("/library/upload")]
    editor.evaluate("document.querySelector('[data-most]').dataset.most = 2 ** 40")
    editor.get_by_role("button", name="Nạp vào kho").click()
    expect(editor.get_by_text("Kết quả nạp")).to_be_visible(timeout=30_000)


def test_what_the_server_will_not_take_is_told_on_the_page(editor: Page, office: Office, tmp_path: Path) -> None:
    file = tmp_path / "la.exe"
    file.write_bytes(b"MZ")
    editor.goto(f"{office.origin}/library")
    editor.set_input_files("#files", file)
    editor.get_by_role("button", name="Nạp vào kho").click()
    expect(editor.get_by_role("alert")).to_contain_text("chưa đọc được loại tệp này")
    expect(editor.get_by_role("button", name="Nạp vào kho")).to_be_enabled()


def test_the_cited_page_is_seen_beside_the_text_and_on_a_phone_when_asked_for(
    browser: Browser, editor: Page, office: Office, tmp_path: Path
) -> None:
    file = tmp_path / "van-khe.pdf"
    document, _ = read_document(PLANS / SHORT)
    text = replace(document, text=document.text.replace("14-KH", "41-KH"))
    file.write_bytes(printed(text, size=11.0))
    editor.goto(f"{office.origin}/library")
    editor.set_input_files("#files", file)
    editor.get_by_role("button", name="Nạp vào kho").click()
    expect(editor.get_by_text("đã nạp mới")).to_be_visible(timeout=30_000)
    address = f"{office.origin}/plans/{file.name}?at={quote('Phụ lục/II/2')}#cite"
    editor.goto(address)
    fits_and_is_accessible(editor)
    editor.goto("about:blank")
    editor.goto(address)
    expect(editor.locator(".picture img")).to_be_in_viewport()
    editor.locator(".picture img").evaluate(
        "image => image.decode()"
    )  # waiting for a condition would need eval in the page
    assert editor.locator(".picture img").evaluate("image => image.naturalWidth") > 1000
    expect(editor.locator("#cite")).to_be_in_viewport()
    phone = signed_in(browser, office, "doc", viewport={"width": 360, "height": 740})
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(address)
    phone.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/picture" in url]
    phone.get_by_text("Ảnh trang gốc").click()
    phone.locator(".picture img").evaluate(
        "image => image.decode()"
    )  # waiting for a condition would need eval in the page
    assert phone.locator(".picture img").evaluate("image => image.naturalWidth") > 1000
    with phone.expect_download() as download:
        phone.get_by_role("link", name="Tải tệp gốc").click()
    assert Path(download.value.path()).read_bytes() == file.read_bytes()
    phone.get_by_role("link", name="Xem trang lớn").click()
    fits_and_is_accessible(phone)
    phone.context.close()


def test_versions_are_told_apart_read_and_compared(editor: Page, office: Office) -> None:
    plan = office.site.store.catalogue.load_plan(SHORT)
    assert plan is not None
    row = replace(plan.tasks[0], due=replace(plan.tasks[0].due, text="11/2026"))
    office.site.store.add([replace(plan, file="moi.txt", digest="e" * 64, tasks=(row, *plan.tasks[2:]))])
    editor.goto(f"{office.origin}/library")
    expect(editor.get_by_text("Đã được thay", exact=True)).to_have_count(1)
    fits_and_is_accessible(editor)
    editor.get_by_role("link", name="Xem các bản").first.click()
    expect(editor.locator(".versions .current")).to_have_count(1)
    fits_and_is_accessible(editor)
    editor.get_by_role("link", name="Khác gì so với bản thay nó").click()
    expect(editor.locator("ins")).to_have_text("11/2026")
    expect(editor.locator(".dropped li")).to_have_count(1)
    fits_and_is_accessible(editor)
    editor.locator(".dropped a").click()
    expect(editor.get_by_text("Đang xem một bản trước")).to_be_visible()
    expect(editor.locator("#cite")).to_be_in_viewport()
    fits_and_is_accessible(editor)
    office.site.store.delete("moi.txt")
