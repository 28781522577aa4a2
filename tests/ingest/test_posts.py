"""Posts and compounds that lists of offices hold."""

from __future__ import annotations

import pytest

from ingest.units import split_units, starts_like_unit


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        (
            "Các đ/c Phó Chủ tịch, Trưởng đoàn thể xã, các đồng chí chuyên viên",
            ("Các đ/c Phó Chủ tịch", "Trưởng đoàn thể xã", "các đồng chí chuyên viên"),
        ),
        ("Các đồng chí Trưởng, Phó các phòng", ("Các đồng chí Trưởng, Phó các phòng",)),
        ("Đ/c Nguyễn Văn Hùng, Phó Chủ tịch UBND xã", ("Đ/c Nguyễn Văn Hùng, Phó Chủ tịch UBND xã",)),
    ],
)
def test_people_of_several_posts_are_told_apart(cell: str, units: tuple[str, ...]) -> None:
    assert split_units(cell) == units


@pytest.mark.parametrize("words", ["Sở hữu trí tuệ", "Bộ máy chính quyền", "Hội nhập quốc tế", "Phòng ngừa thiên tai"])
def test_compounds_that_begin_as_offices_do_name_none(words: str) -> None:
    assert not starts_like_unit(words)
    assert starts_like_unit("Phòng Dịch vụ")
    assert starts_like_unit("Bộ Tài chính")
    assert starts_like_unit("Vụ Việc làm")
