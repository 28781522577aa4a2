"""Where the money comes from: of the plans that say so, each; of a plan that does not, nothing."""

from __future__ import annotations

import pytest

from ingest.plan import Header, Plan
from rag.answer import Status
from rag.language.words import sound
from rag.measures.funding import asks_source, tells_source
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft


def _plan(file: str, number: str, title: str, *clauses: str, heading: str = "IV. KINH PHÍ THỰC HIỆN") -> Plan:
    draft = Draft()
    draft.section("Tiêu đề", f"KẾ HOẠCH {title}")
    draft.section("I", "I. MỤC ĐÍCH")
    draft.clause("I", "- Cải cách cách dùng kinh phí nghiên cứu, giảm thủ tục thanh quyết toán cho người làm.")
    draft.section("IV", heading)
    for clause in clauses:
        draft.clause("IV", clause)
    return draft.plan(file, Header(number=number, title=title, year=2026))


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks three plans, of which two say where their money comes from."""
    fish = "Kinh phí thực hiện từ ngân sách xã năm 2026; các nguồn hợp pháp khác do chủ ao đóng góp."
    bridge = "Kinh phí lấy từ nguồn quỹ bảo trì đường của xã."
    return asker(
        [
            _plan("ao.txt", "12/KH-UBND", "Nạo vét ao cá xã Vân Khê năm 2026", fish),
            _plan("cau.txt", "15/KH-UBND", "Sửa cầu treo xã Vân Khê năm 2026", bridge),
            _plan(
                "trong.txt",
                "18/KH-UBND",
                "Dựng nhà trống xã Vân Khê năm 2026",
                "Trưởng thôn lo việc dựng.",
                heading="IV. TỔ CHỨC",
            ),
        ]
    )


@pytest.mark.parametrize(
    "question", ["Kinh phí sửa cầu treo lấy từ đâu?", "kinh phi thuc hien ke hoach 15 lay o nguon nao"]
)
def test_the_plan_meant_tells_its_source(ask: Ask, question: str) -> None:
    assert ask(question).values == ("nguồn quỹ bảo trì đường của xã",)


def test_sources_behind_a_semicolon_are_told_too(ask: Ask) -> None:
    told = ask("Kinh phí nạo vét ao cá lấy từ nguồn nào?")
    assert told.values == ("ngân sách xã năm 2026; các nguồn hợp pháp khác do chủ ao đóng góp",)


def test_plans_that_say_so_are_told_apart_where_none_is_named(ask: Ask) -> None:
    told = ask("Kinh phí lấy từ đâu?")
    assert (told.status, [one.file for one in told.items]) == (Status.AMBIGUOUS, ["ao.txt", "cau.txt"])


@pytest.mark.parametrize("question", ["Kinh phí thực hiện kế hoạch 18 lấy từ đâu?", "kinh phi ke hoach 18 lay o dau"])
def test_a_plan_without_a_source_is_refused_though_it_speaks_of_money(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Tiền làm lấy ở đâu", True),
        ("nguồn kinh phí là nguồn nào", True),
        ("Sở nào quản lý kinh phí", False),
        ("Sở chỉ huy tiền phương đặt ở đâu", False),
        ("Kinh phí bao nhiêu", False),
    ],
)
def test_a_source_is_asked_for_by_where_or_which_source(question: str, *, asks: bool) -> None:
    assert asks_source(sound(question)) is asks


def test_what_only_spends_names_no_source() -> None:
    assert tells_source("Bố trí trong dự toán chi thường xuyên của xã.")
    assert not tells_source("Giảm thủ tục thanh quyết toán kinh phí nghiên cứu.")
