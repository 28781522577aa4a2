"""Which plans are versions of one plan, which adjust another, and which only look like it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.plan import Clause, Plan
from ingest.versions import Link, Relation, amendments, links, newest_first, replaced
from tests.ingest.test_correcting import HEAD, ROWS, plan_of

DAY = "ngày 05 tháng 3 năm 2026"
TITLE = "Chuyển đổi số xã Vân Khê năm 2026"


def named(plan: Plan, file: str, digest: str = "") -> Plan:
    return replace(plan, file=file, digest=digest or file)


def other(folder: Path, *rows: str, number: str = "31", day: str = DAY, title: str = TITLE) -> Plan:
    """A plan of the same office."""
    head = HEAD.partition("(Kèm theo")[0] + "TT" + HEAD.partition("\nTT")[2]
    head = head.replace("Số: 31/", f"Số: {number}/").replace(DAY, day).replace(TITLE, title)
    return plan_of(folder, *rows, head=head)


def test_a_later_plan_of_the_same_number_issuer_and_year_replaces_the_earlier(tmp_path: Path) -> None:
    old = named(other(tmp_path), "a.txt")
    new = named(
        other(tmp_path, *ROWS, "Việc mới phát sinh trong năm\tVăn phòng\t\t\t5/2026\t", day="ngày 20 tháng 3 năm 2026"),
        "b.txt",
    )
    assert links([old, new], {}) == (Link("b.txt", "a.txt", Relation.REPLACES),)
    assert links([new, old], {"a.txt": 9, "b.txt": 1}) == links([old, new], {})


def test_of_one_day_the_one_that_came_later_is_newer(tmp_path: Path) -> None:
    one, two = named(other(tmp_path), "a.txt"), named(other(tmp_path, *ROWS[:2]), "b.txt")
    assert links([one, two], {"a.txt": 1, "b.txt": 2}) == (Link("b.txt", "a.txt", Relation.REPLACES),)
    assert links([one, two], {"a.txt": 2, "b.txt": 1}) == (Link("a.txt", "b.txt", Relation.REPLACES),)


@pytest.mark.parametrize(("number", "day"), [("32", DAY), ("31", "ngày 05 tháng 3 năm 2025")], ids=["number", "year"])
def test_another_number_or_year_is_another_plan(tmp_path: Path, number: str, day: str) -> None:
    one = named(other(tmp_path), "a.txt")
    two = named(other(tmp_path, number=number, day=day), "b.txt")
    assert links([one, two], {}) == ()


def test_a_reading_without_the_number_is_the_same_plan_and_the_one_with_it_answers(tmp_path: Path) -> None:
    whole, scan = named(other(tmp_path), "a.txt"), named(other(tmp_path, number=""), "scan.pdf")
    assert links([whole, scan], {"a.txt": 1, "scan.pdf": 2}) == (Link("a.txt", "scan.pdf", Relation.REPLACES),)
    other_title = named(other(tmp_path, number="", title="Cải cách hành chính xã Vân Khê năm 2026"), "b.txt")
    assert links([whole, other_title], {}) == ()


@pytest.mark.parametrize("issuer", ["Ủy ban nhân dân", "Ủy ban nhân dân xã", "", None])
def test_a_reading_whose_issuer_is_cut_short_is_the_same_plan(tmp_path: Path, issuer: str | None) -> None:
    whole = named(other(tmp_path), "a.docx")
    scan = replace(named(other(tmp_path), "scan.pdf"), header=replace(whole.header, issuer=issuer))
    for turns in ({"a.docx": 1, "scan.pdf": 2}, {"a.docx": 2, "scan.pdf": 1}):
        assert links([whole, scan], turns) == (Link("a.docx", "scan.pdf", Relation.REPLACES),)


def test_a_short_issuer_with_other_rows_or_of_another_place_is_another_plan(tmp_path: Path) -> None:
    whole = named(other(tmp_path), "a.docx")
    short = replace(whole.header, issuer="Ủy ban nhân dân")
    few = replace(named(other(tmp_path, *ROWS[:1], "Trồng cây\tVăn phòng\t\t\t5/2026\t"), "b.txt"), header=short)
    assert links([whole, few], {}) == ()
    elsewhere = replace(named(other(tmp_path), "c.txt"), header=replace(short, place="Bến Đá"))
    assert links([whole, elsewhere], {}) == ()


def test_another_office_may_give_the_same_number(tmp_path: Path) -> None:
    one = named(other(tmp_path), "a.txt")
    two = replace(named(other(tmp_path), "b.txt"), header=replace(one.header, issuer="Đảng ủy xã Vân Khê"))
    assert links([one, two], {}) == ()


def test_an_annex_in_a_file_of_its_own_replaces_nothing(tmp_path: Path) -> None:
    one = named(other(tmp_path), "a.txt")
    rows = (
        "Trồng cây phân tán ven đường\tVăn phòng\t\t\t5/2026\t",
        "Nạo vét kênh nội đồng\tPhòng Kinh tế\t\t\t6/2026\t",
    )
    assert links([one, named(other(tmp_path, *rows), "b.txt")], {}) == ()


ADJUST = "Điều chỉnh, bổ sung một số nhiệm vụ tại Kế hoạch số 31/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân xã Vân Khê"


def test_a_plan_that_adjusts_some_rows_leaves_the_other_plan_standing(tmp_path: Path) -> None:
    old = named(other(tmp_path), "a.txt")
    new = named(other(tmp_path, ROWS[0].replace("3/2026", "6/2026"), number="45", title=ADJUST), "b.txt")
    assert links([old, new], {}) == (Link("b.txt", "a.txt", Relation.ADJUSTS),)
    assert replaced(links([old, new], {})) == frozenset()


def test_a_plan_that_adjusts_and_repeats_every_row_replaces(tmp_path: Path) -> None:
    old = named(other(tmp_path), "a.txt")
    new = named(other(tmp_path, ROWS[0].replace("3/2026", "6/2026"), *ROWS[1:], number="45", title=ADJUST), "b.txt")
    assert links([old, new], {}) == (Link("b.txt", "a.txt", Relation.REPLACES),)


@pytest.mark.parametrize(
    ("said", "relation"),
    [
        ("Kế hoạch này thay thế Kế hoạch số 31/KH-UBND ngày 05/3/2026 của UBND xã Vân Khê.", Relation.REPLACES),
        (
            "Kế hoạch số 31/KH-UBND ngày 05/3/2026 hết hiệu lực kể từ ngày Kế hoạch này được ban hành.",
            Relation.REPLACES,
        ),
        ("Kế hoạch này thay thế Phụ lục II của Kế hoạch số 31/KH-UBND ngày 05/3/2026.", Relation.ADJUSTS),
        ("Ủy ban nhân dân xã ban hành Kế hoạch điều chỉnh, bổ sung Kế hoạch số 31/KH-UBND.", Relation.ADJUSTS),
        ("Kế hoạch này điều chỉnh, thay thế Kế hoạch số 31/KH-UBND.", Relation.ADJUSTS),
        ("Văn phòng tham mưu điều chỉnh, bổ sung Kế hoạch số 31/KH-UBND khi cần.", None),
        ("Kế hoạch này thay thế Kế hoạch số 31/KH-UBND ngày 07/4/2026.", None),
        ("Kế hoạch này thay thế Kế hoạch số 31/KH-UBND của Đảng ủy xã Vân Khê.", None),
        ("Căn cứ Kế hoạch số 31/KH-UBND ngày 05/3/2026, Kế hoạch này bổ sung kinh phí.", None),
    ],
)
def test_what_a_plan_says_of_another_decides(tmp_path: Path, said: str, relation: Relation | None) -> None:
    old = named(other(tmp_path), "a.txt")
    rows = ("Trồng cây phân tán ven đường\tVăn phòng\t\t\t5/2026\t",)
    new = named(other(tmp_path, *rows, number="45", day="ngày 20 tháng 5 năm 2026"), "b.txt")
    new = replace(new, clauses=(*new.clauses, Clause("I/1", said, new.clauses[0].span)))
    expected = () if relation is None else (Link("b.txt", "a.txt", relation),)
    assert links([old, new], {}) == expected


def test_what_is_said_is_read_with_number_day_and_office(tmp_path: Path) -> None:
    [one] = amendments(other(tmp_path, number="45", title=ADJUST))
    assert (one.number, one.whole, one.issuer) == ("31/KH-UBND", False, "Ủy ban nhân dân xã Vân Khê")
    assert str(one.day) == "2026-03-05"


FILES = ["a", "b", "c", "d"]


@given(st.lists(st.builds(Link, st.sampled_from(FILES), st.sampled_from(FILES), st.just(Relation.ADJUSTS)), max_size=6))
def test_what_adjusts_comes_before_what_it_adjusts_and_no_file_is_lost(found: list[Link]) -> None:
    order = list(newest_first(FILES, found))
    assert sorted(order) == FILES
    if all(FILES.index(one.newer) > FILES.index(one.older) for one in found):  # no circle
        assert all(order.index(one.newer) < order.index(one.older) for one in found)
