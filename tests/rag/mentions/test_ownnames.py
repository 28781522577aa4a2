"""A university called by its own name points to its plan, but not by a name that is a word of other plans."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import read
from tests.rag.conftest import asker

_PLAN = """KẾ HOẠCH
Tổ chức Ngày hội đổi mới

Thực hiện Quyết định số 58/QĐ-BGDĐT ngày 20 tháng 3 năm 2025 của Bộ Giáo dục và Đào tạo, Đại học {name} Sông Mơ ban hành Kế hoạch tổ chức Ngày hội đổi mới như sau:
I. NHIỆM VỤ
1. Phòng Đào tạo
a) Chủ trì mời {guests} doanh nghiệp dự Ngày hội, hoàn thành trước ngày 15/9/2026.
"""


@pytest.mark.parametrize("name", ["Sao khuê", "Sao khuê Sông Mơ", "Đại học Sao khuê"])
def test_a_university_is_known_by_its_own_name(name: str) -> None:
    ask = asker([read(_PLAN.format(name="Sao khuê", guests=40)), read(_PLAN.format(name="Thủy lợi", guests=70))])
    answer = ask(f"Phòng Đào tạo {name} phải mời bao nhiêu doanh nghiệp dự Ngày hội?")
    assert answer.status is Status.ANSWERED
    assert "40" in answer.values[0]
    assert not any("70" in value for value in answer.values)
