"""Splitting loses nothing and cuts where a sentence ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.splitting import split_span
from ingest.document import Span

PROSE = st.text("abcđô. ;,:\nSĐ0123-", max_size=400)


@given(PROSE, st.integers(5, 60))
def test_pieces_touch_and_together_are_the_span(text: str, limit: int) -> None:
    pieces = split_span(text, Span(0, len(text)), limit)
    assert "".join(piece.slice(text) for piece in pieces) == text
    assert [piece.end for piece in pieces[:-1]] == [piece.start for piece in pieces[1:]]


@given(PROSE, st.integers(5, 60))
def test_no_piece_is_longer_than_the_limit(text: str, limit: int) -> None:
    assert all(piece.end - piece.start <= limit for piece in split_span(text, Span(0, len(text)), limit))


def test_a_short_span_stays_whole() -> None:
    assert split_span("xx Giao Sở Y tế. Hết.", Span(3, 21)) == (Span(3, 21),)


def test_long_prose_is_cut_between_sentences_and_not_inside_a_number() -> None:
    text = "Bố trí 1.500.000 đồng cho TP. Sông Lam. Sở Tài chính thẩm định. Sở Y tế báo cáo."
    pieces = [piece.slice(text) for piece in split_span(text, Span(0, len(text)), 45)]
    assert pieces == ["Bố trí 1.500.000 đồng cho TP. Sông Lam. ", "Sở Tài chính thẩm định. Sở Y tế báo cáo."]


def test_a_sentence_that_is_too_long_is_cut_at_a_semicolon_before_a_comma() -> None:
    text = "rà soát thể chế, chính sách; đào tạo cán bộ, công chức"
    assert [piece.slice(text) for piece in split_span(text, Span(0, len(text)), 30)] == [
        "rà soát thể chế, chính sách; ",
        "đào tạo cán bộ, công chức",
    ]


def test_offsets_count_from_the_start_of_the_text_not_of_the_span() -> None:
    text = "Bỏ qua. Một hai ba. Bốn năm sáu."
    assert [piece.slice(text) for piece in split_span(text, Span(8, len(text)), 14)] == ["Một hai ba. ", "Bốn năm sáu."]
