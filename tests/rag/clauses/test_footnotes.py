"""Footnotes asked for by their number: how often, who, where; of the annex and plan that are named, of no other."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft, cited, listed


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks two plans of which each has a first footnote, one of them a second."""
    first, second = Draft(), Draft()
    first.section("Tiêu đề", "KẾ HOẠCH Trồng dừa trên địa bàn tỉnh Hải Vân")
    first.annex("Phụ lục I", "PHỤ LỤC I")
    first.task("Phụ lục I/1", "Ươm dừa giống | Sở Nội vụ | | 900 cây | 4/2026")
    first.clause("Phụ lục I/chú thích 1", "¹ Các việc này báo cáo hằng quý trên sổ theo dõi điện tử của tỉnh")
    first.annex("Phụ lục II", "PHỤ LỤC II")
    first.task("Phụ lục II/1", "Đào mương | Sở Y tế | | 3 mương | 5/2026")
    first.clause("Phụ lục II/chú thích 2", "² Hội Nông dân kiểm đếm số mương đã đào")
    second.section("Tiêu đề", "KẾ HOẠCH Trồng dừa trên địa bàn tỉnh Đông Sơn")
    second.annex("Phụ lục I", "PHỤ LỤC I")
    second.task("Phụ lục I/1", "Ươm dừa giống | Công an tỉnh | | 400 cây | 6/2026")
    second.clause("Phụ lục I/chú thích 1", "¹ Cơ quan chủ trì chụp ảnh vườn ươm vào thứ Hai hằng tuần")
    plans = []
    for file, draft, name in (("a.txt", first, "Hải Vân"), ("b.txt", second, "Đông Sơn")):
        header = Header(number="7/KH-UBND", place=name, issuer=f"Ủy ban nhân dân tỉnh {name}", year=2026)
        plans.append(draft.plan(file, header))
    return asker(plans)


@pytest.mark.parametrize(
    ("question", "values", "place"),
    [
        (
            "Theo chú thích 1 ở Phụ lục I kế hoạch tỉnh Hải Vân, các nhiệm vụ phải báo cáo theo kỳ nào?",
            "hằng quý",
            "a.txt#Phụ lục I/chú thích 1",
        ),
        ("chu thich 1 phu luc I ke hoach Hai Van bao lau bao cao mot lan", "hằng quý", "a.txt#Phụ lục I/chú thích 1"),
        ("Theo chú thích 2 Phụ lục II thì ai kiểm đếm số mương?", "Hội Nông dân", "a.txt#Phụ lục II/chú thích 2"),
        ("Chú thích 1 của Đông Sơn bảo chụp ảnh vườn ươm vào thứ mấy?", "thứ Hai", "b.txt#Phụ lục I/chú thích 1"),
    ],
)
def test_a_footnote_tells_what_is_asked_of_it(ask: Ask, question: str, values: str, place: str) -> None:
    answer = ask(question)
    assert (answer.values, cited(answer)) == ((values,), {place})


@pytest.mark.parametrize("question", ["Chú thích 2 Phụ lục I nói gì?", "Chú thích 1 của Đông Sơn tốn bao nhiêu ngày?"])
def test_a_footnote_that_is_not_there_or_does_not_say_tells_nothing(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_footnotes_of_several_plans_are_told_apart(ask: Ask) -> None:
    answer = ask("Chú thích 1 nói gì?")
    assert (answer.status, listed(answer)) == (Status.AMBIGUOUS, ["Phụ lục I/chú thích 1"] * 2)


def test_footnotes_of_two_plans_set_side_by_side_are_both_told(ask: Ask) -> None:
    answer = ask("Chú thích 1 của Hải Vân và của Đông Sơn nói gì?")
    assert cited(answer) == {"a.txt#Phụ lục I/chú thích 1", "b.txt#Phụ lục I/chú thích 1"}
