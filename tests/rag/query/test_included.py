"""Clauses that count in what counts anyway."""

from __future__ import annotations

import pytest

from ingest.folding import fold
from rag.query.included import included

CLAUSES = [
    ("chỉ tiêu Sở Y tế gánh, tính cả chỉ tiêu làm chung với sở khác, kể giúp", "chỉ tiêu Sở Y tế gánh, kể giúp", False),
    ("Sở Y tế chủ trì mấy việc (tính cả việc chủ trì chung)?", "Sở Y tế chủ trì mấy việc?", False),
    ("Sở Y tế chủ trì mấy việc, kể luôn ý nhỏ gạch đầu dòng và việc chủ trì chung?", "Sở Y tế chủ trì mấy việc?", True),
    ("Gộp cả mục con thì phụ lục II có mấy nhiệm vụ?", "phụ lục II có mấy nhiệm vụ?", True),
    ("Sở Y tế chủ trì việc gì, kể cả việc chủ trì cùng nơi khác?", "Sở Y tế chủ trì việc gì?", False),
    (
        "Sở Y tế chủ trì việc gì, chủ trì chung cũng tính, trong phụ lục I?",
        "Sở Y tế chủ trì việc gì, trong phụ lục I?",
        False,
    ),
    ("Sở Y tế chủ trì mấy việc, kể cả cái làm chung với Sở Nội vụ?", "Sở Y tế chủ trì mấy việc?", False),
    ("Sở Y tế chủ trì mấy việc, kể luôn việc cùng làm với Hội Nông dân?", "Sở Y tế chủ trì mấy việc?", False),
    ("Sở Y tế chủ trì việc gì (việc đứng tên chung thì vẫn kể vào)?", "Sở Y tế chủ trì việc gì?", False),
    ("Sở Y tế chủ trì việc gì, đồng chủ trì tính luôn?", "Sở Y tế chủ trì việc gì?", False),
    ("Sở Y tế chủ trì việc gì, không phân biệt một mình hay chủ trì chung?", "Sở Y tế chủ trì việc gì?", False),
    ("Sở Y tế làm những gì, tính cả việc con lẫn việc phối hợp", "Sở Y tế làm những gì kể cả phối hợp", True),
]


@pytest.mark.parametrize(("typed", "rest", "parts"), CLAUSES)
def test_what_counts_anyway_is_taken_out_with_and_without_accents(typed: str, rest: str, parts: bool) -> None:  # noqa: FBT001 - an expected value
    assert included(typed) == (rest, parts)
    assert included(fold(typed)) == (fold(rest), parts)


@pytest.mark.parametrize(
    "typed",
    [
        "kinh phí gồm cả vốn huy động là bao nhiêu",
        "Sở Y tế làm những việc gì, kể cả phối hợp?",
        "Sở Y tế đồng chủ trì những việc nào?",
        "Sở Y tế tính chủ trì chung những việc nào?",
    ],
)
def test_other_wholes_and_roles_stay(typed: str) -> None:
    assert included(typed) == (typed, False)
