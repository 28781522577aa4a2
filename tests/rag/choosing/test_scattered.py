"""Words that a row holds here and there do not call it."""

from __future__ import annotations

import pytest

from rag.choosing.scattered import is_scattered
from rag.corpus.library import build_library
from rag.query.question import understand
from tests.ingest.sources import ANNEX, HEADER, annexed
from tests.rag.plans import TODAY

ROW = "1 | Thi dệt chiếu hoa mừng lễ hội đền làng | Phòng Văn hóa | Đoàn Thanh niên | Giải thưởng | 6/2026"


@pytest.mark.parametrize(
    ("question", "sure", "scattered"),
    [
        ("thi hoa khoi phong nao chu tri", 0.2, True),
        ("thi hoa khoi phong nao chu tri", 0.5, False),
        ("Thi hoa khôi phòng nào chủ trì?", 0.2, True),
        ("Thi hoa văn hóa phòng nào chủ trì?", 0.2, True),
        ("Thi chiếu hoa phòng nào chủ trì?", 0.2, False),
        ("thi chieu hoa phong nao chu tri", 0.2, False),
        ("THI hoa khoi phong nao chu tri", 0.2, False),
    ],
)
def test_no_telling_word_stands_beside_its_neighbour(question: str, sure: float, scattered: bool) -> None:  # noqa: FBT001 - an expected value
    library = build_library([annexed(HEADER, ROW, title=ANNEX)])
    entry = next(one for one in library.entries if one.kind == "task")
    query = understand(question, library, TODAY)
    assert is_scattered(query, library, entry, words={"thi": 1.0, "hoa": 1.0}, sure=sure) is scattered
