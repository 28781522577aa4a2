from __future__ import annotations

from dataclasses import replace

from ingest.document import Span
from tests.api.sample import DUTY, PLAN, ROW_1, ROW_2, ROW_2_REST, TEXT
from web.marking import Piece, with_found
from web.reading import blocks
from web.source import MOST_LINKED, Sought, occurrences, source_view


def test_offsets_narrow_a_locator_only_where_they_lie_in_it() -> None:
    inside = Sought("Phụ lục/1", ROW_1.start, ROW_1.start + 5)
    assert inside.spans(PLAN) == (Span(ROW_1.start, ROW_1.start + 5),)
    assert Sought("Phụ lục/2", ROW_1.start, ROW_1.end).spans(PLAN) == (ROW_2, ROW_2_REST)
    assert Sought("Phụ lục/1").spans(PLAN) == (ROW_1,)
    assert Sought("Phụ lục/99", ROW_1.start, ROW_1.end).spans(PLAN) == ()


def test_a_link_by_locator_survives_a_text_that_shifted() -> None:
    shift = len("Trang 1\n")
    moved = replace(PLAN.tasks[0], spans=(Span(ROW_1.start + shift, ROW_1.end + shift),))
    plan = replace(PLAN, text="Trang 1\n" + TEXT, tasks=(moved,), sections=())
    assert Sought("Phụ lục/1", ROW_1.start, ROW_1.end).spans(plan) == moved.spans


def test_a_quote_anywhere_in_a_section_is_opened_by_the_sections_locator() -> None:
    assert Sought("I", DUTY.start, DUTY.end).spans(PLAN) == (DUTY,)


def found(words: str) -> list[str]:
    return [span.slice(TEXT) for span in occurrences(TEXT, words)]


def test_words_are_found_with_and_without_accents_across_cells() -> None:
    assert found("phòng kinh tế") == found("phong kinh te") == ["Phòng Kinh tế"]
    assert found("kinh tế công an") == ["Kinh tế\tCông an"]
    assert found("văn phòng") == ["Văn phòng", "Văn phòng", "Văn phòng"]


def test_whole_words_come_before_parts_of_words() -> None:
    assert found("xã") == ["xã", "xã", "Xã"]
    assert found("hoa") == ["hóa"]
    assert found("i-F") == ["i-F"]
    assert found("không có đâu") == []
    assert found("[") == []
    assert found("   ") == []


def test_found_places_are_marked_and_numbered_in_order() -> None:
    hits = occurrences(TEXT, "văn phòng")
    shown = [
        (piece.text, piece.anchor)
        for block in blocks(PLAN, (DUTY,), hits)
        for line in block.lines
        for cell in line.cells
        for piece in cell
        if piece.found
    ]
    assert shown == [("Văn phòng", "k1"), ("Văn phòng", "k2"), ("Văn phòng", "k3")]


def test_a_place_found_over_a_cited_edge_is_cut_there_and_anchored_once() -> None:
    cut = with_found((Piece("ab"), Piece("cd", marked=True)), ((1, Span(11, 13)),), offset=10)
    assert cut == (
        Piece("a"),
        Piece("b", found=True, anchor="k1"),
        Piece("c", marked=True, found=True),
        Piece("d", marked=True),
    )


def test_the_page_links_to_so_many_places_and_counts_all() -> None:
    plan = replace(PLAN, text="a b " * (MOST_LINKED + 5), sections=(), tasks=(), targets=())
    view = source_view(plan, Sought(words="a"))
    assert (view.hits, view.linked, view.cited, view.gone) == (MOST_LINKED + 5, MOST_LINKED, False, False)
