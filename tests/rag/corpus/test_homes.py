"""One name, several offices: a brief says whose each is, and one office under several spellings is told once."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.plan import Header, Plan
from ingest.units import unit_key
from rag.corpus.naming import is_slip
from rag.service import Service
from rag.units.brief import Brief, State
from tests.index.plans import LetterEmbedder
from tests.rag.conftest import snapshot_of
from tests.rag.plans import Draft

TODAY = date(2026, 6, 18)


def plan(file: str, issuer: str, place: str, rows: str) -> Plan:
    """A plan with one annex; each line is a row's name, lead, support, result, due."""
    draft = Draft()
    draft.annex("Phụ lục I", "Nhiệm vụ")
    for number, row in enumerate(rows.splitlines(), 1):
        draft.task(f"Phụ lục I/{number}", row)
    return draft.plan(file, Header(f"{len(file)}/KH", issuer=issuer, place=place, year=2026))


@pytest.fixture(scope="module")
def service() -> Service:
    """Two departments of two provinces, a province, and two communes that share names of offices."""
    plans = [
        plan(
            "y-te.txt", "Sở Y tế tỉnh Lam Giang", "Lam Giang",
            "Lập sổ trực | Văn phòng | | Sổ | 15/4/2026\nMua thuốc | Phòng Nghiệp vụ | Văn phòng | Hợp đồng | 30/9/2026",
        ),
        plan("cong-thuong.txt", "Sở Công Thương tỉnh Sông Mơ", "Sông Mơ", "In sổ tay | Văn phòng | | Sổ tay | 12/2026"),
        plan(
            "tinh.txt", "Ủy ban nhân dân tỉnh Lam Giang", "Lam Giang",
            "Tập huấn | Sở Tài chính | các sở, ngành | Lớp học | 1/5/2026\n"
            "Soát xét | Các sở, ngành | | Báo cáo | 1/5/2026\n"
            "Họp giao ban | Văn phòng UBND tỉnh | | Biên bản | 5/2026\n"
            "Trưng bày | Hội Khoa học và Kỹ thuật tỉnh Lam Giang | | Gian hàng | 8/2026",
        ),
        plan(
            "dau-tu.txt", "Ủy ban nhân dân tỉnh Lam Giang", "Lam Giang",
            "Cấp vốn | Sở Tài chíinh | | Quyết định | 7/2026\n"
            "Bình chọn | Hội Khoa học và Kỹ thuật tỉnh | | Danh sách | 9/2026\n"
            "Trao giải | Hội Khoa học và Kỹ thuật Lam Giang | | Giấy khen | 10/2026",
        ),
        plan("xa-mot.txt", "Ủy ban nhân dân xã Vân Khê", "Vân Khê", "Quét đường | Phòng Kinh tế | | Sạch | 6/2026"),
        plan("xa-hai.txt", "Ủy ban nhân dân xã Bến Đá", "Bến Đá", "Trồng cây | Phòng Kinh tế | | Cây | 7/2026"),
    ]  # fmt: skip
    return Service(snapshot_of(plans, LetterEmbedder()))


def offices(found: Brief) -> list[tuple[str, ...]]:
    return [home.files for home in found.homes]


def test_a_bare_name_in_plans_of_several_organs_is_an_office_of_each(service: Service) -> None:
    found = service.brief("Văn phòng", today=TODAY)
    assert offices(found) == [("y-te.txt",), ("cong-thuong.txt",)]
    assert [home.issuers for home in found.homes] == [("Sở Y tế tỉnh Lam Giang",), ("Sở Công Thương tỉnh Sông Mơ",)]
    assert "Họp giao ban" not in {row.item.name for row in found.rows}


def test_one_of_the_offices_is_seen_alone(service: Service) -> None:
    found = service.brief("Văn phòng", today=TODAY, files=["y-te.txt"])
    assert [row.item.name for row in found.own] == ["Lập sổ trực", "Mua thuốc"]
    assert len(found.homes) == 2


def test_communes_have_rooms_of_their_own(service: Service) -> None:
    assert offices(service.brief("Phòng Kinh tế", today=TODAY)) == [("xa-mot.txt",), ("xa-hai.txt",)]


def test_plans_of_one_province_mean_one_department(service: Service) -> None:
    found = service.brief("Sở Tài chính", today=TODAY)
    assert found.homes == ()
    assert {row.item.file for row in found.own} == {"tinh.txt", "dau-tu.txt"}


def test_own_rows_are_told_from_those_that_come_by_a_collective_name(service: Service) -> None:
    found = service.brief("Sở Tài chính", today=TODAY)
    assert [row.item.name for row in found.own] == ["Tập huấn", "Cấp vốn"]
    assert [row.item.name for row in found.shared] == ["Soát xét"]
    assert [sum(row.state is State.OVERDUE for row in rows) for rows in (found.own, found.shared)] == [1, 1]


def test_one_office_under_three_spellings_is_listed_once_with_all_of_them(service: Service) -> None:
    listed = [one for one in service.units() if "Khoa học" in one.unit.name]
    assert [(one.unit.name, set(one.unit.others), one.leads) for one in listed] == [
        (
            "Hội Khoa học và Kỹ thuật tỉnh Lam Giang",
            {"Hội Khoa học và Kỹ thuật tỉnh", "Hội Khoa học và Kỹ thuật Lam Giang"},
            3,
        )
    ]


def test_a_slip_of_the_fingers_makes_no_other_office(service: Service) -> None:
    listed = [one for one in service.units() if one.unit.name.startswith("Sở Tài")]
    assert [(one.unit.name, one.unit.others, one.leads) for one in listed] == [("Sở Tài chính", ("Sở Tài chíinh",), 2)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Chi cục Thủuy lợi", "Chi cục Thủy lợi", True),
        ("Sở Khoahọc và Công nghệ", "Sở Khoa học và Công nghệ", True),
        ("Phòng Nghiẹpp vụ", "Phòng Nghiệp vụ", True),
        ("UBND xã Tân Lập", "UBND xã Tân Lâm", False),
        ("Cổng TTĐT tỉnh", "Cổng TTĐL tỉnh", False),
        ("Sở Y tế", "Sở Y tế", False),
    ],
)
def test_only_a_word_that_is_none_of_the_language_is_a_slip(one: str, other: str, *, same: bool) -> None:
    assert is_slip(unit_key(one), unit_key(other)) is same


@pytest.mark.parametrize(
    ("question", "issuers"),
    [
        (
            "Phòng Kinh tế chủ trì những việc gì?",
            ("Ủy ban nhân dân xã Vân Khê", "Ủy ban nhân dân xã Bến Đá"),
        ),
        (
            "Văn phòng chủ trì bao nhiêu nhiệm vụ?",
            ("Sở Y tế tỉnh Lam Giang", "Sở Công Thương tỉnh Sông Mơ"),
        ),
    ],
)
def test_an_answer_does_not_add_up_offices_of_one_name_without_saying_so(
    service: Service, question: str, issuers: tuple[str, str]
) -> None:
    one, other = issuers
    said = f"2 nhiệm vụ của 2 đơn vị cùng tên (1 trong kế hoạch của {one}; 1 trong kế hoạch của {other})"
    assert service.ask(question, today=TODAY).answer.startswith(said)


@pytest.mark.parametrize(
    "question", ["Sở Tài chính chủ trì những việc gì?", "Phòng Kinh tế xã Vân Khê chủ trì những việc gì?"]
)
def test_an_answer_of_one_office_tells_nothing_of_others(service: Service, question: str) -> None:
    answer = service.ask(question, today=TODAY)
    assert len(answer.items) >= 1
    assert "cùng tên" not in answer.answer
