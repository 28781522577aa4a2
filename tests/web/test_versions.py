"""What changed between two versions, as its page tells it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ingest.differences import difference
from tests.api.sample import CLASSES, ONLINE, PLAN, WIFI
from web.versions import compared, diff_view

NEWER = replace(
    PLAN,
    file="xã-mẫu-mới.txt",
    header=replace(PLAN.header, number="15/KH-UBND"),
    tasks=(
        replace(
            WIFI, due=replace(WIFI.due, text="5/2026"), support=replace(WIFI.support, text="Công an xã, Văn phòng")
        ),
        replace(WIFI, locator="Phụ lục/2", name=replace(WIFI.name, text="Trồng cây dọc đường liên thôn")),
        replace(CLASSES, locator="Phụ lục/3"),
    ),
)


def test_what_changed_is_counted_and_told_field_by_field_with_the_words_that_differ() -> None:
    view = diff_view(PLAN, NEWER, difference(PLAN, NEWER))
    assert view.summary == (
        "1 chỗ ở phần đầu",
        "1 dòng đổi nội dung",
        "1 dòng mới",
        "1 dòng chỉ đổi số thứ tự",
    )
    [row] = view.changed
    assert row.new is not None
    assert (row.title, row.new.name) == ("Lắp đặt Wi-Fi tại chợ", "Phụ lục/1")
    assert row.new.href.startswith("/plans/x%C3%A3-m%E1%BA%ABu-m%E1%BB%9Bi.txt?at=")
    support, due = row.changes
    assert [(piece.text, piece.marked) for piece in support.new] == [
        ("Công an xã", False),
        (", Văn phòng", True),
    ]
    assert [(piece.text, piece.marked) for piece in due.old] == [("3/2026", True)]
    assert [one.title for one in view.added] == ["Trồng cây dọc đường liên thôn"]


def test_a_row_that_went_is_told_with_its_cells() -> None:
    view = diff_view(PLAN, replace(PLAN, targets=()), difference(PLAN, replace(PLAN, targets=())))
    [gone] = view.dropped
    assert gone.kind == "chỉ tiêu"
    assert ("Chỉ tiêu", ONLINE.value.text) in gone.cells


@given(st.text("ab ,/", max_size=30), st.text("ab ,/", max_size=30))
def test_the_pieces_join_up_to_both_texts(old: str, new: str) -> None:
    before, after = compared(old, new)
    assert "".join(piece.text for piece in before) == old
    assert "".join(piece.text for piece in after) == new
