"""A cell becomes its units as printed; a unit has one key under all its spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.units import core_key, is_collective, same_unit, split_roles, split_units, starts_like_unit, unit_key


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Sở Nội vụ", ["Sở Nội vụ"]),
        ("Sở Tài chính Sở Khoa học và Công nghệ", ["Sở Tài chính", "Sở Khoa học và Công nghệ"]),
        ("Sở Tư pháp; Công an tỉnh", ["Sở Tư pháp", "Công an tỉnh"]),
        ("Sở Y tế, Sở Nội vụ và Văn phòng UBND tỉnh", ["Sở Y tế", "Sở Nội vụ", "Văn phòng UBND tỉnh"]),
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Sở Văn hóa, Thể thao và Du lịch, Công an tỉnh", ["Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh"]),
        ("Chi cục Thủy lợi;\nPhòng Kế hoạch - Tài chính", ["Chi cục Thủy lợi", "Phòng Kế hoạch - Tài chính"]),
        ("Đảng uỷ UBND xã; Phòng Kinh tế", ["Đảng uỷ UBND xã", "Phòng Kinh tế"]),
        ("Đảng ủy Công an tỉnh", ["Đảng ủy Công an tỉnh"]),
        ("Đảng uỷ Uỷ ban nhân dân xã", ["Đảng uỷ Uỷ ban nhân dân xã"]),
        ("Đảng uỷ, UBND xã", ["Đảng uỷ", "UBND xã"]),
        ("Phòng Kinh tế Uỷ ban nhân dân các xã", ["Phòng Kinh tế", "Uỷ ban nhân dân các xã"]),
        ("Các sở, ban, ngành, địa phương", ["Các sở, ban, ngành, địa phương"]),
        ("Sở, ban, ngành tỉnh", ["Sở, ban, ngành tỉnh"]),
        ("Sở Tư pháp; các sở, ban, ngành", ["Sở Tư pháp", "các sở, ban, ngành"]),
        ("UBND các xã, phường, đặc khu", ["UBND các xã, phường, đặc khu"]),
        ("Công an tỉnh, các cơ quan đơn vị, địa phương", ["Công an tỉnh", "các cơ quan đơn vị, địa phương"]),
        ("Lãnh đạo Sở", ["Lãnh đạo Sở"]),
        ("Đại diện Công an xã", ["Đại diện Công an xã"]),
        ("Đại diện Sở Y tế, đại diện Công an xã", ["Đại diện Sở Y tế", "đại diện Công an xã"]),
        ("Văn phòng HĐND và UBND xã", ["Văn phòng HĐND và UBND xã"]),
        (
            "Sở Y tế; Sở Giáo dục và Đào tạo; BHXH tỉnh; Sở Xây dựng.",
            ["Sở Y tế", "Sở Giáo dục và Đào tạo", "BHXH tỉnh", "Sở Xây dựng"],
        ),
        ("Phòng Kinh tế, Trưởng các thôn", ["Phòng Kinh tế", "Trưởng các thôn"]),
        ("Sở Nội vụ (Phòng Tổ chức, Công chức)", ["Sở Nội vụ (Phòng Tổ chức, Công chức)"]),
        ("UBND cấp xã Hiệp hội Du lịch tỉnh", ["UBND cấp xã", "Hiệp hội Du lịch tỉnh"]),
        ("Công an tỉnh Đoàn Thanh niên tỉnh", ["Công an tỉnh", "Đoàn Thanh niên tỉnh"]),
        ("UBND thành phố Hội An", ["UBND thành phố Hội An"]),
        (
            "Doanh nghiệp công nghệ số: VNPT, Viettel; Các sở, ngành",
            ["Doanh nghiệp công nghệ số: VNPT, Viettel", "Các sở, ngành"],
        ),
        ("Bộ Nội vụ, Bộ Công an và các bộ, ngành", ["Bộ Nội vụ", "Bộ Công an", "các bộ, ngành"]),
        ("Bộ Nội vụ, các Ủy ban nhân dân tỉnh", ["Bộ Nội vụ", "các Ủy ban nhân dân tỉnh"]),
        ("Phòng Cảnh sát hình sự Công an tỉnh", ["Phòng Cảnh sát hình sự Công an tỉnh"]),
        ("Sở Tài chính, sở, ngành liên quan", ["Sở Tài chính", "sở, ngành liên quan"]),
        ("các Sở, Ban, Ngành tỉnh", ["các Sở, Ban, Ngành tỉnh"]),
        ("UBND các xã, phường, doanh nghiệp", ["UBND các xã, phường", "doanh nghiệp"]),
        ("UBND cấp xã, cơ quan, đơn vị liên quan", ["UBND cấp xã", "cơ quan, đơn vị liên quan"]),
        ("UBND xã, phường, báo, đài và các đơn vị", ["UBND xã, phường", "báo, đài", "các đơn vị"]),
        ("Sở Y tế, viện nghiên cứu, trường đại học", ["Sở Y tế", "viện nghiên cứu", "trường đại học"]),
        ("Các Sở: Y tế, Nội vụ và các đơn vị", ["Các Sở: Y tế, Nội vụ", "các đơn vị"]),
        ("Sở Y tế theo dõi, báo cáo; UBND cấp xã thực hiện", ["Sở Y tế", "UBND cấp xã"]),
        (
            "Sở Nội vụ và UBND cấp xã chủ động thực hiện việc của cơ quan, đơn vị mình",
            ["Sở Nội vụ", "UBND cấp xã"],
        ),
        ("Tổ Toán, GVCN và Công đoàn", ["Tổ Toán", "GVCN", "Công đoàn"]),
        ("Ban giám hiệu và tổ trưởng chuyên môn", ["Ban giám hiệu", "tổ trưởng chuyên môn"]),
        ("cán bộ, giáo viên, học sinh", ["cán bộ, giáo viên, học sinh"]),
        ("Nguyễn Văn An, Trần Thị Bé", ["Nguyễn Văn An", "Trần Thị Bé"]),
        ("Đ/c Hà, cô Bé", ["Đ/c Hà", "cô Bé"]),
        ("Sở Y tế tỉnh Đồng Nai, Bà Rịa - Vũng Tàu", ["Sở Y tế tỉnh Đồng Nai, Bà Rịa - Vũng Tàu"]),
        ("P. Hành chính; P. Đào tạo", ["P. Hành chính", "P. Đào tạo"]),
        ("Khoa Dược, Khoa Nội", ["Khoa Dược", "Khoa Nội"]),
        ("Ban Quản lý dự án đầu tư xây dựng", ["Ban Quản lý dự án đầu tư xây dựng"]),
        ("UBND tỉnh (Sở Nội vụ tham mưu)", ["UBND tỉnh (Sở Nội vụ tham mưu)"]),
        ("", []),
        (" ; - ", []),
    ],
)
def test_a_cell_is_split_into_its_units_as_printed(cell: str, units: list[str]) -> None:
    assert list(split_units(cell)) == units


@pytest.mark.parametrize(
    ("cell", "leads", "supports"),
    [
        (
            "Phòng Pháp chế chủ trì; Văn phòng và các phòng chuyên môn phối hợp",
            ["Phòng Pháp chế"],
            ["Văn phòng", "các phòng chuyên môn"],
        ),
        ("Sở Tư pháp chủ trì, phối hợp với Công an tỉnh, Sở Nội vụ", ["Sở Tư pháp"], ["Công an tỉnh", "Sở Nội vụ"]),
        ("Công an tỉnh chủ trì; Sở Y tế, các sở, ngành phối hợp.", ["Công an tỉnh"], ["Sở Y tế", "các sở, ngành"]),
        ("Chủ trì: Văn phòng Sở; Phối hợp: Các phòng thuộc Sở", ["Văn phòng Sở"], ["Các phòng thuộc Sở"]),
        ("Sở Nội vụ; Sở Tài chính", ["Sở Nội vụ", "Sở Tài chính"], []),
        ("Sở Tài chính chủ trì, phối hợp Sở Nội vụ, các sở", ["Sở Tài chính"], ["Sở Nội vụ", "các sở"]),
        ("Sở Tài chính chủ trì; phối hợp với Sở Nội vụ", ["Sở Tài chính"], ["Sở Nội vụ"]),
        ("Sở Tài chính phối hợp với Sở Nội vụ", ["Sở Tài chính"], ["Sở Nội vụ"]),
        ("Sở Tài chính làm đầu mối, phối hợp với Sở Nội vụ", ["Sở Tài chính"], ["Sở Nội vụ"]),
        ("Công an xã chủ trì – Trạm Y tế phối hợp", ["Công an xã"], ["Trạm Y tế"]),
        ("Sở Tài chính (chủ trì), Sở Nội vụ (phối hợp)", ["Sở Tài chính"], ["Sở Nội vụ"]),
        ("UBND tỉnh chủ trì; Sở Nội vụ chuẩn bị", ["UBND tỉnh"], ["Sở Nội vụ"]),
        ("UBND xã chủ trì, các thôn tham gia", ["UBND xã"], ["các thôn"]),
        ("Sở Y tế chủ trì; Sở Nội vụ, Công an tỉnh hỗ trợ", ["Sở Y tế"], ["Sở Nội vụ", "Công an tỉnh"]),
        ("Tổ hỗ trợ cộng đồng chủ trì; Ban Giám sát đầu tư", ["Tổ hỗ trợ cộng đồng", "Ban Giám sát đầu tư"], []),
        (
            "Sở Tư pháp (thường trực Hội đồng phối hợp PBGDPL)",
            ["Sở Tư pháp (thường trực Hội đồng phối hợp PBGDPL)"],
            [],
        ),
    ],
)
def test_a_cell_that_names_both_roles_is_shared_out(cell: str, leads: list[str], supports: list[str]) -> None:
    split = split_roles(cell)
    assert (list(split.leads), list(split.supports)) == (leads, supports)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở KH&CN", "Sở Khoa học và Công nghệ"),
        ("SKHCN", "Sở Khoa học và Công nghệ"),
        ("Sở KHCN", "Sở Khoa học, Công nghệ"),
        ("BQL Khu kinh tế", "Ban Quản lý Khu kinh tế"),
        ("BQL khu kinh tế", "Ban quản lý Khu Kinh tế"),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Uỷ ban nhân dân xã", "UBND xã"),
        ("PHÒNG PHÁP CHẾ", "Phòng Pháp chế"),
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hoá – Xã hội"),
        ("Phòng Văn hóa-Xã hội", "Phòng Văn hóa và Xã hội"),
        ("Công an tỉnh.", "công an  tỉnh"),
    ],
)
def test_spellings_of_one_unit_share_one_key(one: str, other: str) -> None:
    assert unit_key(one) == unit_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Nội vụ", "Sở Ngoại vụ"),
        ("Công an tỉnh", "Công an xã"),
        ("Văn phòng", "Văn phòng UBND tỉnh"),
        ("Sở Tài chính", "Sở Tư pháp"),
        ("Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị"),
    ],
)
def test_different_units_are_told_apart(one: str, other: str) -> None:
    assert not same_unit(one, other)


def test_a_territorial_tail_does_not_make_another_unit() -> None:
    assert same_unit("Sở Nông nghiệp và Môi trường", "Sở Nông nghiệp và Môi trường tỉnh Lam Giang")
    assert core_key("Công an tỉnh Lam Giang") == "cong an"
    assert core_key("Ban Quản lý Cảng cá tỉnh") == "ban quan ly cang ca"  # "quản" is no "quận"
    assert core_key("Ban Chỉ huy Quân sự xã Vân Khê") == "ban chi huy quan su"
    assert core_key("Công an quận 5") == "cong an"


@pytest.mark.parametrize(
    "collective", ["Các sở, ban, ngành", "UBND cấp xã", "Sở, ngành, địa phương", "Cơ quan, đơn vị liên quan"]
)
def test_a_collective_is_known(collective: str) -> None:
    assert is_collective(collective)
    assert starts_like_unit(collective)


@pytest.mark.parametrize(
    "words", ["Báo cáo kết quả", "Hội nghị đối thoại", "Tổ chức thực hiện", "Xã hội số", "100% cán bộ", "Tuyên truyền"]
)
def test_words_that_only_begin_like_an_office_are_none(words: str) -> None:
    assert not starts_like_unit(words)


UNITS = ["Sở Nội vụ", "Công an tỉnh", "Văn phòng UBND tỉnh", "Thanh tra tỉnh", "Hội Nông dân xã", "Trạm Y tế xã"]


@given(st.lists(st.sampled_from(UNITS), min_size=1, max_size=6, unique=True), st.sampled_from(["; ", ";", ", ", ";\n"]))
def test_units_that_are_listed_come_back_in_order(units: list[str], between: str) -> None:
    assert list(split_units(between.join(units))) == units


@given(st.text())
def test_every_unit_of_a_cell_stands_in_it(cell: str) -> None:
    assert all(unit in cell for unit in split_units(cell))
    assert unit_key(cell) == unit_key(cell)


def test_a_noun_that_goes_on_with_a_name_begins_no_unit() -> None:
    assert split_units("Ban Chỉ huy Phòng thủ dân sự tỉnh") == ("Ban Chỉ huy Phòng thủ dân sự tỉnh",)


def test_names_in_capitals_alone_are_units_side_by_side() -> None:
    assert split_units("VTV, VOV, các địa phương") == ("VTV", "VOV", "các địa phương")
    assert split_units("Chi nhánh Ngân hàng tỉnh, Bảo hiểm xã hội tỉnh") == (
        "Chi nhánh Ngân hàng tỉnh",
        "Bảo hiểm xã hội tỉnh",
    )


@pytest.mark.parametrize("words", ["Các bước đánh giá", "các nội dung sau", "Trường hợp chậm trễ"])
def test_steps_contents_and_cases_are_no_units(words: str) -> None:
    assert not starts_like_unit(words)


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Công an xã, cơ quan y tế địa phương và chính quyền xã", 3),
        ("các Tổ chuyên môn và bộ phận văn phòng", 2),
        ("Ban Quản lý Khu kinh tế Sông Mơ và các Khu công nghiệp Lam Giang", 1),
        ("Ủy ban MTTQ Việt Nam tỉnh hoặc Sở Công Thương", 2),
    ],
)
def test_offices_in_small_letters_are_units_and_zones_are_none(cell: str, units: int) -> None:
    assert len(split_units(cell)) == units


def test_how_far_a_unit_acts_is_no_part_of_its_name() -> None:
    assert split_units("Sở Nội vụ, các sở, ngành trong phạm vi chức năng, nhiệm vụ của mình") == (
        "Sở Nội vụ",
        "các sở, ngành",
    )


def test_parts_of_a_school_a_stroke_and_kinds_of_ministries() -> None:
    assert split_units("Văn phòng, Tổ Chuyển đổi số Trường Sông Mơ") == ("Văn phòng", "Tổ Chuyển đổi số Trường Sông Mơ")
    assert split_units("Sở Xây dựng/Sở Tài chính") == ("Sở Xây dựng", "Sở Tài chính")
    assert split_units("Văn phòng HĐND/UBND xã") == ("Văn phòng HĐND/UBND xã",)
    assert split_units("Bộ, cơ quan ngang bộ; Đài Lam Giang") == ("Bộ, cơ quan ngang bộ", "Đài Lam Giang")
    assert split_units("Cục Việc làm và Bảo hiểm xã hội") == ("Cục Việc làm và Bảo hiểm xã hội",)
    assert split_units("Sở Nội vụ và Bảo hiểm xã hội tỉnh") == ("Sở Nội vụ", "Bảo hiểm xã hội tỉnh")
    assert split_units("Thủ trưởng các cơ quan, đơn vị của xã") == ("Thủ trưởng các cơ quan, đơn vị của xã",)


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Ông Lê Văn Mơ, Phó Chủ tịch UBND xã", ("Ông Lê Văn Mơ, Phó Chủ tịch UBND xã",)),
        (
            "Đ/c Lê Văn Mơ, Bí thư Đảng ủy, đ/c Vũ Thị Hà, Phó Bí thư",
            ("Đ/c Lê Văn Mơ, Bí thư Đảng ủy", "đ/c Vũ Thị Hà, Phó Bí thư"),
        ),
        ("Ông Lê Văn Mơ, Phòng Kinh tế", ("Ông Lê Văn Mơ", "Phòng Kinh tế")),
        ("Chủ tịch UBND xã, Phó Chủ tịch UBND xã", ("Chủ tịch UBND xã", "Phó Chủ tịch UBND xã")),
    ],
)
def test_a_person_and_what_that_person_is_are_one(cell: str, units: tuple[str, ...]) -> None:
    assert split_units(cell) == units


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Sở Y tế, Tỉnh đoàn, Hội Nông dân tỉnh", ("Sở Y tế", "Tỉnh đoàn", "Hội Nông dân tỉnh")),
        ("Công an xã và Xã đoàn Vân Khê", ("Công an xã", "Xã đoàn Vân Khê")),
    ],
)
def test_unions_of_youth_are_units_of_their_own(cell: str, units: tuple[str, ...]) -> None:
    assert split_units(cell) == units


@pytest.mark.parametrize("text", ["Tổ chức Tháng hành động vì trẻ em", "tổ chức 06 lớp bơi", "Tổ chức lễ phát động"])
def test_what_is_held_is_no_unit(text: str) -> None:
    assert not starts_like_unit(text)


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("Ban Quản lý Khu kinh tế tỉnh", "ban quan ly khu kinh te"),
        ("Bộ Chỉ huy Quân sự tỉnh Lam Giang", "bo chi huy quan su"),
        ("Chi cục Hải quan tỉnh", "chi cuc hai quan"),
        ("Bảo hiểm xã hội tỉnh", "bao hiem xa hoi"),
        ("UBND quận Hồ Sen", "uy ban nhan dan"),
    ],
)
def test_a_word_that_only_sounds_like_a_territory_stays_in_the_name(name: str, core: str) -> None:
    assert core_key(name) == core


@pytest.mark.parametrize("person", ["Phạm Trường Giang", "Ông Trần Trường Sơn", "Nguyễn Công Anh"])
def test_a_surname_before_what_sounds_like_an_office_is_a_persons(person: str) -> None:
    assert split_units(person) == (person,)
    assert split_units(f"{person}; Sở Y tế") == (person, "Sở Y tế")
