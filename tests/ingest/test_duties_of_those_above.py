"""Paragraphs on reporting that name nobody: those charged above them report."""

from __future__ import annotations

from tests.ingest.sources import plan


def test_a_paragraph_on_reporting_that_names_nobody_charges_those_of_the_one_above_it() -> None:
    read = plan(
        body="IV. TỔ CHỨC THỰC HIỆN\n"
        "1. Căn cứ Kế hoạch này, các phòng, ban, đoàn thể xã xây dựng kế hoạch thực hiện và gửi về Công an xã.\n"
        "2. Chế độ báo cáo: Định kỳ 6 tháng, 1 năm (6 tháng trước ngày 15/6; 1 năm trước ngày 15/12 hàng năm) gửi về Ủy ban nhân dân xã.\n"
    )
    assert [(duty.locator, duty.actor, duty.recipient, duty.frequency, duty.due) for duty in read.duties] == [
        ("IV/2", "các phòng, ban, đoàn thể xã", "Ủy ban nhân dân xã", "6 tháng", "trước ngày 15/6"),
        ("IV/2", "các phòng, ban, đoàn thể xã", "Ủy ban nhân dân xã", "năm", "trước ngày 15/12 hàng năm"),
    ]


def test_a_paragraph_that_opens_with_when_is_of_those_charged_above_it_where_it_goes_to_the_issuer() -> None:
    read = plan(
        body="IV. TỔ CHỨC THỰC HIỆN\n"
        "1. Các phòng, ban và các thôn của xã xây dựng kế hoạch, gửi Công an xã trước ngày 20/3/2026.\n"
        "2. Định kỳ hằng năm (trước ngày 05/12) báo cáo kết quả về Ủy ban nhân dân xã (qua Công an xã).\n"
        "3. Định kỳ hằng năm (trước ngày 15/12) báo cáo kết quả về Sở Nội vụ.\n"
    )
    told = [(duty.locator, duty.actor, duty.recipient, duty.due) for duty in read.duties if duty.locator != "IV/1"]
    assert (
        "IV/2",
        "Các phòng, ban và các thôn của xã",
        "Ủy ban nhân dân xã (qua Công an xã)",
        "trước ngày 05/12",
    ) in told
    assert not any(actor.startswith("Các phòng") for place, actor, *_ in told if place == "IV/3")
