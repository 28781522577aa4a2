"""Tasks given by number in another part, offices that work together, approvals, and what a plan rests on."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import read
from tests.rag.conftest import asker
from tests.rag.plans import Ask

_PLAN = """ỦY BAN NHÂN DÂN
TỈNH LAM GIANG
Số: 63/KH-UBND
Lam Giang, ngày 04 tháng 4 năm 2026

KẾ HOẠCH
Phát triển thư viện lưu động tỉnh Lam Giang năm 2026

Thực hiện Quyết định số 210/QĐ-TTg ngày 11 tháng 02 năm 2026 của Thủ tướng Chính phủ; Công văn số 90/BVHTTDL-TV ngày 20 tháng 02 năm 2026 của Bộ Văn hóa, Thể thao và Du lịch về phát triển thư viện; Nghị quyết số 31/2026/QH16 ngày 05 tháng 01 năm 2026 của Quốc hội, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
I. NHIỆM VỤ, GIẢI PHÁP
1. Mua sách cho xe thư viện.
2. Tập huấn người lái xe thư viện.
3. Mở điểm đọc ở chợ phiên.
4. Số hóa sách địa chí.
5. Mời nhà văn kể chuyện.
II. TỔ CHỨC THỰC HIỆN
1. Sở Văn hóa, Thể thao và Du lịch
a) Chủ trì, phối hợp với các đơn vị liên quan thực hiện nhiệm vụ số 1, 2 và 4 của Kế hoạch.
b) Phối hợp với Sở Tài chính và các cơ quan liên quan lập danh mục sách mua mới cho xe thư viện hằng năm.
c) Chủ trì, phối hợp với Công an tỉnh lập phương án đưa xe qua đèo, trình Ủy ban nhân dân tỉnh phê duyệt trước ngày 30/6/2026.
2. Sở Giáo dục và Đào tạo
Chủ trì triển khai nhiệm vụ, giải pháp số 3, 5 của Kế hoạch; phối hợp thực hiện nhiệm vụ số 4.
3. Ủy ban nhân dân xã, phường
a) Phối hợp với Sở Văn hóa, Thể thao và Du lịch, Sở Tài chính rà soát danh mục sách mua mới, lập danh mục chỗ đỗ xe thư viện.
b) Lập dự toán mua xăng dầu cho xe thư viện, tổng hợp vào dự toán hằng năm của đơn vị, trình Hội đồng nhân dân cùng cấp xem xét, quyết định theo đúng quy định hiện hành về ngân sách nhà nước.
"""


@pytest.fixture(scope="module")
def ask_library() -> Ask:
    return asker([read(_PLAN)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Nhiệm vụ số 1 và số 4 của kế hoạch Lam Giang do ai chủ trì?", ("Sở Văn hóa, Thể thao và Du lịch",)),
        ("giai phap so 5 cua lam giang ai chu tri", ("Sở Giáo dục và Đào tạo",)),
        (
            "Nhiệm vụ số 2 và 3 của Lam Giang do những ai chủ trì?",
            ("Sở Văn hóa, Thể thao và Du lịch", "Sở Giáo dục và Đào tạo"),
        ),
        ("Nhiệm vụ số 4 của Lam Giang đơn vị nào phối hợp thực hiện?", ("Sở Giáo dục và Đào tạo",)),
        ("Phương án đưa xe qua đèo ở Lam Giang trình ai phê duyệt?", ("Ủy ban nhân dân tỉnh",)),
        ("Công an tỉnh phối hợp với ai lập phương án đưa xe qua đèo?", ("Sở Văn hóa, Thể thao và Du lịch",)),
        ("Dự toán mua xăng dầu cho xe thư viện trình ai quyết định?", ("Hội đồng nhân dân cùng cấp",)),
        (
            "Để lập danh mục sách mua mới cho xe thư viện, Sở Văn hóa, Thể thao và Du lịch phải phối hợp với sở nào?",
            ("Sở Tài chính",),
        ),
        ("Kế hoạch Lam Giang dẫn công văn nào của Bộ Văn hóa ở phần mở đầu?", ("90/BVHTTDL-TV",)),
        ("Kế hoạch Lam Giang thực hiện nghị quyết nào?", ("31/2026/QH16",)),
    ],
)
def test_what_another_part_says_is_found(ask_library: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask_library(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


def test_figures_of_documents_alone_tell_no_number(ask_library: Ask) -> None:
    assert ask_library("Lam Giang có bao nhiêu thư viện lưu động?").status is Status.NOT_FOUND


def test_a_number_that_nobody_is_given_names_nobody(ask_library: Ask) -> None:
    assert ask_library("Nhiệm vụ số 9 của Lam Giang do ai chủ trì?").status is not Status.ANSWERED
