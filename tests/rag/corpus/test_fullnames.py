"""Names of units that hold a verb are told as far as they go."""

from __future__ import annotations

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft


def _ask() -> Ask:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Sửa kè xã Vân Khê năm 2026")
    draft.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
    draft.task("Phụ lục/1", "Sửa kè Sông Mơ | Cục Đò ngang và Người lái quản lý bến bãi | | | 6/2026 |")
    draft.section("IV", "IV. TỔ CHỨC THỰC HIỆN")
    draft.clause(
        "IV", "1. Cục Đò ngang và Người lái quản lý bến bãi là đầu mối, theo dõi, đôn đốc việc thực hiện Kế hoạch này."
    )
    return asker([draft.plan("ke.txt", Header(number="14/KH-UBND", title="Sửa kè xã Vân Khê năm 2026", year=2026))])


def test_a_verb_inside_a_name_does_not_end_it() -> None:
    told = _ask()("Ai theo dõi, đôn đốc việc thực hiện kế hoạch 14?")
    assert (told.status, told.values) == (Status.ANSWERED, ("Cục Đò ngang và Người lái quản lý bến bãi",))
