"""Units under the names that people write: initials, first words, one member of a collective, another tail."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.corpus.collectives import members
from rag.corpus.library import Library, build_library
from rag.corpus.naming import is_shortened, shortened
from rag.mentions.conditions import names_unit
from rag.query.question import understand
from tests.ingest.sources import read
from tests.rag.plans import TODAY, Ask, listed


@pytest.mark.parametrize(
    ("collective", "names"),
    [
        ("Doanh nghiệp: VNPT, Anvico", ("VNPT", "Anvico")),
        ("các doanh nghiệp đồng hành (VNPT, Anvico,...)", ("VNPT", "Anvico")),
        ("Các sở, ban, ngành", ()),
        ("Các đơn vị (nếu có)", ()),
        ("Sở Nội vụ (Phòng Công chức)", ()),
    ],
)
def test_a_collective_may_list_its_members(collective: str, names: tuple[str, ...]) -> None:
    assert members(collective) == names


def test_a_member_stands_for_the_collective_that_lists_it() -> None:
    assert names_unit(("Doanh nghiệp: VNPT, Anvico",), "anvico")
    assert not names_unit(("Doanh nghiệp viễn thông",), "anvico")


@pytest.mark.parametrize(
    ("printed", "same"),
    [
        ("Hội Sáng chế và Kỹ thuật", True),
        ("Hội Sáng chế và Kỹ thuật tỉnh Lam Giang", True),
        ("Hội Sáng chế và Kỹ thuật Lam Giang", True),
        ("Hội Sáng chế và Kỹ thuật xã", False),
        ("Hội Sáng chế", False),
    ],
)
def test_a_long_name_may_go_on_with_its_level_and_place(printed: str, same: bool) -> None:  # noqa: FBT001 — a table of cases
    key = "hoi sang che ky thuat tinh"
    assert names_unit((printed,), key, whole=True, places=frozenset({"lam dang"})) is same


def test_a_long_name_may_leave_out_its_level_before_the_same_place() -> None:
    places = frozenset({"lam dang", "nui hong"})
    key = "hoi sang che ky thuat tinh lam giang"
    assert names_unit(("Hội Sáng chế và Kỹ thuật Lam Giang",), key, whole=True, places=places)
    assert not names_unit(("Hội Sáng chế và Kỹ thuật Núi Hồng",), key, whole=True, places=places)


def test_a_name_printed_with_initials_is_the_one_written_out() -> None:
    assert is_shortened("phong nong nghiep ptnt", "phong nong nghiep phat trien nong thon")
    assert not is_shortened("phong nong nghiep ptnt", "phong nong nghiep thuy san")


def test_the_first_words_of_one_unit_stand_for_it(sample_library: Library) -> None:
    assert shortened("phong quan li", sample_library) == "phong quan ly dat dai"
    assert not shortened("chi cuc", sample_library)


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("PKHTC tham gia việc nào", "phong ke hoach tai chinh"),
        ("P.KHTC tham gia việc nào", "phong ke hoach tai chinh"),
        ("Phòng QLĐĐ chủ trì việc nào", "phong quan ly dat dai"),
        ("CC Kiểm lâm chủ trì việc nào", "chi cuc kiem lam"),
        ("Bộ CHQS tỉnh chủ trì việc nào", "bo chi huy quan su tinh"),
        ("BCH Quân sự tỉnh chủ trì việc nào", "bo chi huy quan su tinh"),
        ("Hội ND xã Vân Khê lo việc gì", "hoi nong dan xa"),
        ("Trường CĐ Lam Giang được giao việc gì", "truong cao dang lam giang"),
        ("Sở Văn hóa chủ trì việc nào", "so van hoa the thao du lich"),
    ],
)
def test_a_unit_is_heard_by_letters_or_first_words(sample_library: Library, question: str, key: str) -> None:
    assert key in {one.key for one in understand(question, sample_library, TODAY).actors}


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch 31/KH-PKHTC có mấy việc",
        "số chỉ tiêu của phụ lục I",
        "bảo đảm an toàn phòng quản lý rủi ro thế nào",
        "Phòng Kế hoạch Đầu tư có việc gì",
    ],
)
def test_what_only_looks_like_a_short_name_is_none(sample_library: Library, question: str) -> None:
    assert not [one for one in understand(question, sample_library, TODAY).actors if one.known]


LISTS = [
    ("Văn phòng Sở Nông nghiệp và Môi trường chủ trì việc gì?", ["Phụ lục II/4", "Phụ lục II/10", "Phụ lục II/11"]),
    ("HTX Nông nghiệp Vân Khê phối hợp ở những việc nào", ["Phụ lục/III/2", "Phụ lục/IV/2"]),
    ("UBND tỉnh giao Sở Tư pháp những việc gì?", ["Phụ lục II/2"]),
    ("Sở KHCN phối hợp với Sở NN&MT ở việc nào?", ["Phụ lục II/9-1", "Phụ lục II/20"]),
    ("Sở Nội vụ có việc nào không có đơn vị phối hợp?", ["Phụ lục II/5"]),
    ("Đề nghị thống kê các nhiệm vụ Chi cục Kiểm lâm chủ trì", ["Phụ lục II/9-3", "Phụ lục II/12"]),
]


@pytest.mark.parametrize(("question", "places"), LISTS)
def test_lists_of_a_unit_are_complete(ask_samples: Ask, question: str, places: list[str]) -> None:
    assert listed(ask_samples(question)) == places


@pytest.mark.parametrize(
    "question",
    [
        "Phòng Tài nguyên nước của Sở Nông nghiệp và Môi trường được giao việc gì?",
        "Hội Chữ thập đỏ xã Vân Khê làm những gì?",
        "Công an tỉnh chủ trì những nhiệm vụ nào ở Lam Giang?",
    ],
)
def test_a_unit_without_such_rows_has_none(ask_samples: Ask, question: str) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.items) == (Status.NOT_FOUND, ())


def test_officials_who_build_are_no_ministry() -> None:
    rows = "TT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tTập huấn cho cán bộ xây dựng chính sách\tBộ Xây dựng\t6/2026\n"
    library = build_library([read(f"KẾ HOẠCH\nTập huấn\n\nI. VIỆC LÀM\n\n{rows}")])
    assert not understand("tỷ lệ cán bộ xây dựng chính sách được tập huấn là bao nhiêu", library, TODAY).actors
    (actor,) = understand("Bộ Xây dựng chủ trì việc gì?", library, TODAY).actors
    assert actor.role == "lead"
