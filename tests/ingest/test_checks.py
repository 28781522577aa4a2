"""Cross-checks: each rule finds what it is for and lets pass what may be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.checks import all_findings, cross_checks
from ingest.plan import Finding, Plan, Severity
from ingest.read import read_plan
from tests.ingest.sources import annexed

HEAD = """ỦY BAN NHÂN DÂN XÃ VÂN KHÊ
Số: 12/KH-UBND
Vân Khê, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Chuyển đổi số xã Vân Khê năm 2026
I. MỤC ĐÍCH
1. Nâng cao chất lượng phục vụ.
II. TỔ CHỨC THỰC HIỆN
1. Văn phòng
{prose}
PHỤ LỤC
DANH MỤC NHIỆM VỤ
TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tKết quả\tThời hạn
"""
GOOD = (
    "1\tLắp đặt Wi-Fi tại chợ xã\tPhòng Kinh tế\tCông an xã\tBiên bản\t4/2026",
    "2\tMở lớp kỹ năng số cộng đồng\tPhòng Văn hóa - Xã hội\tCông an xã\tLớp học\t6/2026",
    "3\tSố hóa hồ sơ lưu trữ\tVăn phòng\tCông an xã\tKho số\t9/2026",
)


def read(
    tmp_path: Path, *rows: str, prose: str = "- Văn phòng báo cáo Ủy ban nhân dân xã hằng tháng, trước ngày 20."
) -> Plan:
    file = tmp_path / "vân-khê.txt"
    file.write_text(HEAD.format(prose=prose) + "\n".join(rows) + "\n", encoding="utf-8")
    return read_plan(file)


def found(plan: Plan, rule: str) -> list[Finding]:
    return [one for one in cross_checks(plan) if one.rule == rule]


def test_a_plan_without_faults_gives_no_finding(tmp_path: Path) -> None:
    assert cross_checks(read(tmp_path, *GOOD)) == ()


def test_one_office_under_two_spellings_is_told_with_both(tmp_path: Path) -> None:
    plan = read(tmp_path, *GOOD, "4\tLập bản đồ số điểm du lịch\tPhòng Văn hóa – Xã hội\tPhòng kinh tế\tBản đồ\t9/2026")
    [finding] = found(plan, "unit-two-spellings")
    assert finding.values == ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa – Xã hội")
    assert finding.locators == ("Phụ lục/2", "Phụ lục/4")


def test_a_deadline_before_the_plans_own_day_is_a_warning(tmp_path: Path) -> None:
    plan = read(tmp_path, *GOOD, "4\tRà soát hạ tầng viễn thông\tPhòng Kinh tế\t\tBáo cáo\t15/02/2026")
    [finding] = found(plan, "due-before-date")
    assert (finding.locators, finding.severity) == (("Phụ lục/4",), Severity.WARNING)
    assert "15/02/2026" in finding.message
    assert "05/03/2026" in finding.message


def test_a_report_that_comes_back_each_year_is_not_late_in_the_first(tmp_path: Path) -> None:
    plan = read(tmp_path, *GOOD, prose="- Văn phòng báo cáo Ủy ban nhân dân xã hằng năm, trước ngày 15 tháng 02.")
    assert plan.duties
    assert found(plan, "due-before-date") == []


def test_a_number_left_out_is_named(tmp_path: Path) -> None:
    [finding] = found(read(tmp_path, GOOD[0], GOOD[1], GOOD[2].replace("3\t", "6\t", 1)), "ordinal-gap")
    assert finding.values == ("3–5",)
    assert finding.locators == ("Phụ lục/6",)


def test_rows_numbered_from_one_again_in_the_next_group_leave_no_gap(tmp_path: Path) -> None:
    rows = ("I\tHạ tầng\t\t\t\t", *GOOD, "II\tKỹ năng\t\t\t\t", GOOD[1].replace("2\tMở", "1\tDạy", 1))
    assert found(read(tmp_path, *rows), "ordinal-gap") == []


def test_the_same_task_under_two_leads_is_a_warning(tmp_path: Path) -> None:
    plan = read(tmp_path, *GOOD, "4\tLắp đặt Wi-Fi tại chợ xã.\tVăn phòng\t\tBiên bản\t4/2026")
    [finding] = found(plan, "task-repeated")
    assert finding.severity is Severity.WARNING
    assert finding.locators == ("Phụ lục/1", "Phụ lục/4")
    assert "đơn vị chủ trì" in finding.message
    assert "thời hạn" not in finding.message


def test_a_report_at_a_rhythm_without_a_day_is_told_one_on_demand_is_not(tmp_path: Path) -> None:
    plan = read(tmp_path, *GOOD, prose="- Văn phòng báo cáo Ủy ban nhân dân xã hằng quý.")
    assert [one.locators for one in found(plan, "report-without-day")] == [("II/1",)]
    plan = read(tmp_path, *GOOD, prose="- Văn phòng báo cáo Ủy ban nhân dân xã đột xuất theo yêu cầu.")
    assert found(plan, "report-without-day") == []


def test_the_samples_blank_targets_are_found_and_nothing_else() -> None:
    folder = Path(__file__).resolve().parents[2] / "eval" / "plans"
    told = {
        (file.name, one.rule, *one.locators) for file in folder.glob("*.txt") for one in cross_checks(read_plan(file))
    }
    assert told == {
        ("lamgiang-snnmt-2026.txt", "target-without-value", "Phụ lục I/8"),
        ("lamgiang-ubnd-2026.txt", "target-without-value", "Phụ lục I/16"),
    }


def test_the_gravest_finding_stands_first(tmp_path: Path) -> None:
    plan = read(tmp_path, GOOD[0], GOOD[2], "4\tRà soát hạ tầng viễn thông\tPhòng Kinh tế\t\tBáo cáo\t15/02/2026")
    severities = [one.severity for one in all_findings(plan)]
    assert severities == sorted(severities, key=list(Severity).index)
    assert Severity.WARNING in severities
    assert Severity.INFO in severities


@pytest.mark.parametrize("rows", [(), GOOD[:1]])
def test_small_plans_are_checked_too(tmp_path: Path, rows: tuple[str, ...]) -> None:
    assert found(read(tmp_path, *rows), "ordinal-gap") == []


def test_targets_that_give_their_figures_in_their_names_lack_no_value() -> None:
    rows = ("TT | Chỉ tiêu | Đơn vị thực hiện", "1 | 100% hộ dân có nước sạch | Trạm Y tế", "2 | Đường sạch | Các thôn")
    found = [finding for finding in cross_checks(annexed(*rows)) if finding.rule == "target-without-value"]
    assert [finding.locators for finding in found] == [("Phụ lục/2",)]
