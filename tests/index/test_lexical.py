"""BM25 as published, over the terms that Vietnamese questions and plans share."""

from __future__ import annotations

from itertools import pairwise

import bm25s
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.lexical import Bm25, LexicalIndex
from ingest.folding import compounds, syllables

TEXTS = [
    "Xây dựng kho dữ liệu dùng chung của tỉnh Lam Giang",
    "Nâng cấp hạ tầng mạng nội bộ theo Nghị quyết số 57-NQ/TW",
    "Báo cáo kết quả trước ngày 05/02/2026",
    "Đào tạo kỹ năng số cho cán bộ thuỷ lợi",
]


def best(scores: np.ndarray[tuple[int], np.dtype[np.float32]]) -> int:
    assert scores.max() > 0
    return int(scores.argmax())


def reference_terms(text: str) -> list[str]:
    singles = [str(int(part)) if part.isascii() and part.isdecimal() else part for part in syllables(text)]
    return [*singles, *(f"{a} {b}" for a, b in pairwise(singles)), *compounds(text)]


words = st.lists(st.sampled_from(["sở", "y", "tế", "05", "5", "a-b", "báo", "cáo"]), max_size=8).map(" ".join)


@given(st.lists(words, min_size=1, max_size=6), words)
def test_scores_are_those_of_bm25s(texts: list[str], query: str) -> None:
    corpus = [reference_terms(text) for text in texts]
    asked = [term for term in dict.fromkeys(reference_terms(query)) if any(term in text for text in corpus)]
    expected = np.zeros(len(texts))
    if asked:
        reference = bm25s.BM25(method="lucene", k1=1.5, b=0.75)
        reference.index(corpus, show_progress=False)
        expected = reference.get_scores(asked)
    assert np.allclose(Bm25(texts, str).scores(query), expected, atol=1e-4)


def test_a_question_without_accents_finds_its_text_in_the_folded_copy_only() -> None:
    index = LexicalIndex(TEXTS)
    assert best(index.folded("dao tao ky nang")) == 3
    assert index.exact("dao tao ky nang").max() == 0


@pytest.mark.parametrize(
    ("question", "place"),
    [("tỉnh KHÁNH HOÀ", 0), ("thủy lợi", 3), ("57-nq/tw", 1), ("5/2/2026", 2), ("thu\u0309y lo\u031b\u0323i", 3)],
)
def test_case_tone_placement_zeros_and_decomposed_letters_do_not_matter(question: str, place: int) -> None:
    index = LexicalIndex(TEXTS)
    assert best(index.exact(question)) == place
    assert best(index.folded(question)) == place


def test_accents_tell_words_apart_in_the_exact_copy() -> None:
    index = LexicalIndex(["cơ sở dữ liệu", "dự liệu của cơ sở"])
    scores = index.exact("dữ liệu")
    assert scores[0] > scores[1]


def test_neighbours_in_order_count_more_than_the_same_words_apart() -> None:
    index = LexicalIndex(["công an tỉnh", "an ninh công cộng tỉnh"])
    scores = index.folded("công an")
    assert scores[0] > 2 * scores[1]


@pytest.mark.parametrize("texts", [[], [""], ["", "…"]])
def test_texts_without_words_score_nothing(texts: list[str]) -> None:
    assert LexicalIndex(texts).folded("sở y tế").tolist() == [0.0] * len(texts)


@pytest.mark.parametrize("question", ["", "???", "xyzzy quux"])
def test_a_question_that_shares_no_word_scores_nothing(question: str) -> None:
    assert LexicalIndex(TEXTS).exact(question).tolist() == [0.0] * len(TEXTS)
