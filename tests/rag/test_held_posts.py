"""Who holds a post is told however a clause names the two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.answer import Status
from tests.ingest.sources import read
from tests.rag.conftest import asker
from tests.rag.plans import Ask

REGATTA = """TRƯỜNG THCS CỒN SẬY

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Cồn Sậy, ngày 03 tháng 3 năm 2026

KẾ HOẠCH
Tổ chức Giải đua thuyền học sinh năm 2026

Trường THCS Cồn Sậy ban hành Kế hoạch như sau:

I. BỘ MÁY

1. Ban Cố vấn
- Hiệu trưởng: Chủ tịch Hội đồng cố vấn
- Các Trưởng thôn ven sông: Thành viên

2. Ban Tổ chức
- Trưởng Ban Tổ chức: Phó Hiệu trưởng phụ trách phong trào
- Các Trưởng thôn ven sông: Ủy viên
- Phó Ban Tổ chức: Cấp phao cứu sinh cho các đội.

3. Đoàn cứu hộ
- Thành phần đoàn: Trưởng đoàn là cán bộ Trạm Thủy văn; thành viên gồm các tình nguyện viên.

II. PHÂN CÔNG

Tổ hậu cần (do đồng chí Lò Văn Bến - Tổ trưởng làm đầu mối) lo cơm nước cho các đội.

Nhân viên thủ kho (đồng chí Vi Thị Sào) phát mái chèo cho các đội.

Nơi nhận:
- Lưu: VT.
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([replace(read(REGATTA), file="thuyen.txt")])


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("ai làm trưởng ban tổ chức giải đua thuyền vậy?", "Phó Hiệu trưởng phụ trách phong trào"),
        ("Ai là Chủ tịch Hội đồng cố vấn giải đua thuyền?", "Hiệu trưởng"),
        ("Trưởng đoàn cứu hộ giải đua thuyền là ai?", "cán bộ Trạm Thủy văn"),
        ("to truong to hau can truong Con Say la ai", "Lò Văn Bến"),
        ("Tổ trưởng tổ hậu cần tên gì?", "Lò Văn Bến"),
        ("NV thủ kho của giải đua thuyền là đ/c nào?", "Vi Thị Sào"),
        ("Đ/c nào là nhân viên thủ kho?", "Vi Thị Sào"),
    ],
)
def test_the_holder_is_told(ask: Ask, question: str, who: str) -> None:
    assert ask(question).values == (who,)


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Trưởng các thôn ven sông giữ vai trò gì trong Ban Tổ chức giải đua thuyền?", "Ủy viên"),
        ("Các trưởng thôn ven sông giữ vai trò gì trong ban cố vấn giải đua thuyền?", "Thành viên"),
    ],
)
def test_the_part_is_told_of_the_body_named(ask: Ask, question: str, part: str) -> None:
    assert ask(question).values == (part,)


@pytest.mark.parametrize(
    "question",
    [
        "Phó trưởng ban tổ chức giải đua thuyền là ai?",
        "Phó Ban Tổ chức giải đua thuyền là ai?",
        "Trưởng ban tổ chức hội diễn văn nghệ là ai?",
        "Nhân viên y tế là ai?",
        "Tổ trưởng tổ trọng tài là ai?",
        "Phó trưởng đoàn cứu hộ là ai?",
    ],
)
def test_a_post_without_a_holder_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is not Status.ANSWERED
