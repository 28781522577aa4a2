from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Span
from web.marking import Piece, occurrences, pieces

spans = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(min(ends), max(ends))))


def test_marked_places_are_cut_out_in_order() -> None:
    cut = pieces("một hai ba", [Span(8, 10), Span(0, 3)])
    assert cut == (Piece("một", marked=True), Piece(" hai "), Piece("ba", marked=True))


def test_overlapping_and_touching_places_become_one() -> None:
    assert pieces("abcdef", [Span(0, 2), Span(1, 3), Span(3, 4)]) == (Piece("abcd", marked=True), Piece("ef"))


def test_an_offset_shifts_the_places_and_drops_those_outside() -> None:
    assert pieces("abc", [Span(101, 102), Span(0, 50), Span(200, 300)], offset=100) == (
        Piece("a"),
        Piece("b", marked=True),
        Piece("c"),
    )


@given(st.text(max_size=40), spans, st.integers(0, 20))
def test_pieces_join_up_to_the_text_and_mark_just_the_places(text: str, places: list[Span], offset: int) -> None:
    cut = pieces(text, places, offset)
    assert "".join(piece.text for piece in cut) == text
    marked = [any(span.start <= place + offset < span.end for span in places) for place in range(len(text))]
    assert [piece.marked for piece in cut for _ in piece.text] == marked


def test_values_are_found_as_whole_words_whatever_the_white_space() -> None:
    quote = "Sở Tài\nchính; Sở Tài chính - Kế hoạch; xSở Tài chính; 3/20261"
    found = occurrences(quote, ["Sở Tài chính", "3/2026", " "])
    assert [span.slice(quote) for span in found] == ["Sở Tài\nchính", "Sở Tài chính"]
