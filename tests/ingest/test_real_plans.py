"""Facts of the real plans that people checked by eye: how many rows, and the cells that naive parsers get wrong."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from time import perf_counter

import pytest

from ingest.plan import Plan, Target, Task
from ingest.read import read_plan

PROVINCE = "khanhhoa-ubnd-2026"
WARD = "bangoi-danguy-2026"
DEPARTMENT = "khanhhoa-sdttg-2026"
MINORITIES = "khanhhoa-ubnd-dantoc-2025"
THAI_NGUYEN = "thainguyen-sdttg-2025"


@cache
def _read(file: Path) -> Plan:
    return read_plan(file)


def _plan(folder: Path, name: str) -> Plan:
    return _read(folder / f"{name}.txt")


def _task(folder: Path, name: str, locator: str) -> Task:
    (task,) = (task for task in _plan(folder, name).tasks if task.locator == locator)
    return task


def _target(folder: Path, name: str, locator: str) -> Target:
    (target,) = (target for target in _plan(folder, name).targets if target.locator == locator)
    return target


@pytest.mark.parametrize(
    ("name", "tasks", "targets"),
    [
        (PROVINCE, {"Phụ lục II": 14, "Phụ lục III": 110}, {"Phụ lục I": 63}),
        (WARD, {"Phụ lục": 49}, {}),
        (DEPARTMENT, {"Phụ lục II": 7, "Phụ lục III": 7}, {"Phụ lục I": 8}),
        (MINORITIES, {"Danh mục": 9}, {}),
        (THAI_NGUYEN, {"Phụ lục": 8}, {}),
    ],
)
def test_no_row_is_lost_and_none_is_made_up(
    real_plans: Path, name: str, tasks: dict[str, int], targets: dict[str, int]
) -> None:
    plan = _plan(real_plans, name)
    assert Counter(task.annex for task in plan.tasks) == tasks
    assert Counter(target.annex for target in plan.targets if target.annex) == targets


def test_dash_rows_are_told_from_numbered_ones(real_plans: Path) -> None:
    targets = [target for target in _plan(real_plans, PROVINCE).targets if target.annex]
    assert Counter(target.ordinal == "-" for target in targets) == {False: 53, True: 10}
    assert {target.parent for target in targets if target.ordinal == "-"} == {"Phụ lục I/40"}


@pytest.mark.parametrize(
    ("name", "number", "issued", "date_text", "place", "signer", "position"),
    [
        (PROVINCE, None, None, "ngày tháng năm 2026", "Khánh Hòa", "Lê Huyền", "PHÓ CHỦ TỊCH"),
        (WARD, "32-KH/ĐU", date(2026, 2, 9), "ngày 09 tháng 02 năm 2026", None, "Nguyễn Quốc Bảo", "BÍ THƯ"),
        (DEPARTMENT, None, None, "ngày tháng 3 năm 2026", "Khánh Hòa", "Chamaléa Thị Thủy", "GIÁM ĐỐC"),
        (MINORITIES, "2161/KH-UBND", date(2025, 2, 24), "ngày 24 tháng 02 năm 2025", None, None, None),
        (
            THAI_NGUYEN,
            "185 /KH-SDT&TG",
            date(2025, 7, 21),
            "ngày 21 tháng 7 năm 2025",
            "Thái Nguyên",
            "Đình Hồng Kiên",
            "PHÓ GIÁM ĐỐC",
        ),
    ],
)
def test_headers_are_as_printed_and_blanks_stay_blank(
    real_plans: Path,
    name: str,
    number: str | None,
    issued: date | None,
    date_text: str,
    place: str | None,
    signer: str | None,
    position: str | None,
) -> None:
    header = _plan(real_plans, name).header
    assert (header.number, header.date, header.date_text) == (number, issued, date_text)
    assert (header.place, header.signer, header.signer_title) == (place, signer, position)


def test_legal_bases_have_their_dates(real_plans: Path) -> None:
    bases = _plan(real_plans, PROVINCE).header.legal_bases
    assert [(basis.number, basis.date) for basis in bases] == [
        ("06-NQ/TU", date(2025, 12, 25)),
        ("11/NQ-CP", date(2026, 1, 14)),
        ("71/NQ-CP", date(2025, 4, 1)),
        ("57-NQ/TW", date(2024, 12, 22)),
        ("48-NQ/TU", date(2025, 2, 20)),
    ]


@pytest.mark.parametrize(
    ("name", "locator", "supports", "due"),
    [
        (PROVINCE, "Phụ lục II/8", ("Sở Khoa học và Công nghệ", "Các sở, ban, ngành, địa phương"), "12/2026"),
        (
            PROVINCE,
            "Phụ lục III/79",
            ("Doanh nghiệp công nghệ số: VNPT, Viettel, FPT, Mobifone", "Các sở, ngành, địa phương"),
            "12/2026",
        ),
        (WARD, "Phụ lục/III/3", ("Các cơ quan, đơn vị liên quan",), "Quý I/2026"),
        (THAI_NGUYEN, "Phụ lục/5", ("Các phòng thuộc Sở",), "Thường xuyên"),
    ],
)
def test_a_row_broken_over_a_page_is_whole(
    real_plans: Path, name: str, locator: str, supports: tuple[str, ...], due: str
) -> None:
    task = _task(real_plans, name, locator)
    assert len(task.spans) == 2
    assert (task.supports, task.due.text) == (supports, due)


def test_a_lead_broken_over_a_page_is_whole(real_plans: Path) -> None:
    assert _task(real_plans, WARD, "Phụ lục/III/3").leads == (
        "Văn phòng Đảng ủy phường",
        "Ủy ban MTTQ Việt Nam phường",
        "Văn phòng HĐND&UBND phường",
    )


def test_a_row_without_ordinal_is_found_under_its_group(real_plans: Path) -> None:
    task = _task(real_plans, PROVINCE, "Phụ lục II/II/(không số)")
    assert (task.leads, task.supports, task.due.text) == (("Các sở, ban, ngành",), ("Văn phòng UBND tỉnh",), "12/2026")


def test_parents_print_no_values_of_their_own(real_plans: Path) -> None:
    task = _task(real_plans, PROVINCE, "Phụ lục III/26")
    assert (task.lead.text, task.due.text) == ("", "")
    children = [child.locator for child in _plan(real_plans, PROVINCE).tasks if child.parent == task.locator]
    assert children == [f"Phụ lục III/26-{turn}" for turn in range(1, 6)]


def test_the_group_with_swapped_columns_is_put_right_and_reported(real_plans: Path) -> None:
    task = _task(real_plans, WARD, "Phụ lục/IX/1")
    assert (task.result.text, task.due.text) == ("Kế hoạch; văn bản triển khai; báo cáo", "3/2026")
    assert [
        finding.locators[0] for finding in _plan(real_plans, WARD).findings if finding.rule == "columns-swapped"
    ] == ["Phụ lục/IX/1"]


def test_a_table_of_one_cell_a_line_is_raised(real_plans: Path) -> None:
    task = _task(real_plans, MINORITIES, "Danh mục/8")
    assert task.leads == ("Sở Thông tin và Truyền thông",)
    assert task.supports == ("Sở Dân tộc và Tôn giáo", "các cơ quan liên quan", "UBND các huyện, thị xã, thành phố")
    assert task.when is not None
    assert (task.when.start, task.when.end) == (date(2026, 1, 1), date(2030, 12, 31))


def test_two_units_with_nothing_between_them_are_two(real_plans: Path) -> None:
    target = _target(real_plans, PROVINCE, "Phụ lục I/5")
    assert (target.unit.text, target.value.text) == ("% Tổng chi NSNN", "≥ 2%")
    assert target.leads == ("Sở Tài chính", "Sở Khoa học và Công nghệ")


def test_both_roles_of_one_cell_are_shared_out(real_plans: Path) -> None:
    province = _target(real_plans, PROVINCE, "Phụ lục I/45")
    assert province.leads == ("Công an tỉnh", "các sở, ban, ngành có liên quan")
    assert province.supports == ("Sở Khoa học và Công nghệ", "các sở, ngành")
    department = _target(real_plans, DEPARTMENT, "Phụ lục I/1")
    assert (department.leads, department.supports) == (("Phòng Pháp chế",), ("Văn phòng", "các phòng chuyên môn"))


def test_a_latex_fragment_prints_its_sign(real_plans: Path) -> None:
    assert _target(real_plans, PROVINCE, "Phụ lục I/25").value.text == "> 0,7"


@pytest.mark.parametrize(
    ("name", "locator", "duties"),
    [
        (
            DEPARTMENT,
            "IV/2",
            [
                ("hàng quý", "trước ngày 25 của tháng cuối hàng quý"),
                ("6 tháng", "trước ngày 20 tháng 6"),
                ("năm", "trước ngày 15 tháng 12 hàng năm"),
            ],
        ),
        (MINORITIES, "VI/1/a", [("hàng năm", "trước ngày 15/12 hàng năm")]),
        (MINORITIES, "VI/4", [("hàng năm", "trước ngày 30/11 hàng năm")]),
        (
            PROVINCE,
            "IV/2",
            [
                ("hàng quý", "trước ngày 25 hàng quý"),
                ("6 tháng", "trước ngày 20 tháng 6"),
                ("năm", "trước ngày 15 tháng 12 hàng năm"),
            ],
        ),
    ],
)
def test_reporting_duties_name_each_occasion(
    real_plans: Path, name: str, locator: str, duties: list[tuple[str, str]]
) -> None:
    found = [
        (duty.frequency, duty.due) for duty in _plan(real_plans, name).duties if duty.locator == locator and duty.due
    ]
    assert found == duties


def test_the_date_that_an_annex_gives_otherwise_is_reported(real_plans: Path) -> None:
    assert [
        finding.values for finding in _plan(real_plans, THAI_NGUYEN).findings if finding.rule == "date-mismatch"
    ] == [("21/07/2025", "24/07/2025")]


def test_all_five_are_read_in_well_under_a_second(real_plans: Path) -> None:
    start = perf_counter()
    for name in (PROVINCE, WARD, DEPARTMENT, MINORITIES, THAI_NGUYEN):
        read_plan(real_plans / f"{name}.txt")
    assert perf_counter() - start < 1.0
