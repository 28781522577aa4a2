"""The number of a plan by the captions of its annexes, where its head leaves it blank."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.answer import Status
from tests.ingest.sources import HEAD, HEADER, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, cited

ROWS = table(HEADER, "1 | Sửa bến | Phòng Kinh tế | Hội Nông dân | Bến mới | 8/2026")


def _asked(*captions: str) -> Ask:
    annexes = "".join(f"\nPHỤ LỤC {n}\nNHIỆM VỤ\n({one})\n\n{ROWS}" for n, one in enumerate(captions, 1))
    blank = plan(head=HEAD.replace("Số: 12/KH-UBND", "Số: /KH-UBND"), annex=annexes)
    return asker([replace(blank, file="a.txt")])


def test_the_caption_tells_the_number_that_the_head_leaves_blank() -> None:
    ask = _asked("Kèm theo Kế hoạch số 35/KH-UBND ngày 05/3/2026 của UBND xã Sông Mơ")
    answer = ask("Kế hoạch của UBND xã Sông Mơ số mấy?")
    assert (answer.status, answer.values, cited(answer)) == (
        Status.ANSWERED,
        ("35/KH-UBND",),
        {"a.txt#Phụ lục 1/tiêu đề"},
    )


def test_a_plan_is_found_by_the_number_of_its_captions() -> None:
    ask = _asked("Kèm theo Kế hoạch số 35/KH-UBND ngày 05/3/2026 của UBND xã Sông Mơ")
    assert ask("KH 35: sửa bến do ai chủ trì?").values == ("Phòng Kinh tế",)


@pytest.mark.parametrize(
    "captions",
    [
        ("Kèm theo Kế hoạch số /KH-UBND ngày /3/2026 của UBND xã Sông Mơ",),
        ("Kèm theo Quyết định số 35/QĐ-UBND ngày 05/3/2026 của UBND xã Sông Mơ",),
        ("Kèm theo Kế hoạch số 35/KH-UBND của UBND xã", "Kèm theo Kế hoạch số 53/KH-UBND của UBND xã"),
    ],
)
def test_captions_that_print_none_or_not_the_same_tell_nothing(captions: tuple[str, ...]) -> None:
    assert _asked(*captions)("Kế hoạch của UBND xã Sông Mơ số mấy?").status is Status.NOT_STATED
