"""The numbered steps of a plan asked about: which, what, when, how many."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ingest.read import read_plan
from tests.rag.conftest import asker
from tests.rag.plans import Ask

_PLAN = """ỦY BAN NHÂN DÂN XÃ VÂN KHÊ
TRƯỜNG THCS LAM GIANG

Số: 27/KH-THCSLG
Vân Khê, ngày 02 tháng 3 năm 2026

KẾ HOẠCH
Công tác trọng tâm tháng 3 năm 2026

I. QUY TRÌNH CHO MƯỢN SÁCH
Bước 1. Ghi tên
- Học sinh ghi tên vào sổ của thư viện.
Bước 2. Nhận sách
- Thư viện giao sách trong giờ ra chơi.
Bước 3. Trả sách
- Học sinh trả sách sau 14 ngày.
II. TIẾN ĐỘ TRONG THÁNG
• Tuần 1 (Từ 02/3 – 08/3/2026): Thi chọn đội chạy việt dã; sinh hoạt dưới cờ về an toàn sông nước.
• Tuần 2 (Từ 09/3 – 15/3/2026): Hội thi kể chuyện theo sách; khám mắt cho học sinh khối 6.
• Tuần 3 (Từ 16/3 – 22/3/2026): Trồng cây quanh sân bóng; đại hội câu lạc bộ cờ vua.
III. LỘ TRÌNH SỐ HÓA THƯ VIỆN
| Giai đoạn | Thời gian | Nội dung trọng tâm | Sản phẩm |
| --- | --- | --- | --- |
| 1 | 3 - 4/2026 | Kiểm kê sách giấy | Sổ kiểm kê |
| 2 | 5 - 6/2026 | Quét bìa và mục lục | Tệp ảnh bìa |
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """The plan asked, in its second week."""
    file: Path = tmp_path_factory.mktemp("steps") / "lam-giang.txt"
    file.write_text(_PLAN, encoding="utf-8")
    return asker([read_plan(file)])


_TODAY = date(2026, 3, 11)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Hội thi kể chuyện theo sách diễn ra vào tuần nào?", ("Tuần 2 (Từ 09/3 – 15/3/2026)",)),
        ("truong lam giang trong cay quanh san bong tuan may", ("Tuần 3 (Từ 16/3 – 22/3/2026)",)),
        (
            "Khám mắt khối 6 và thi chọn đội chạy việt dã thì mỗi việc vào tuần nào?",
            ("Tuần 2 (Từ 09/3 – 15/3/2026)", "Tuần 1 (Từ 02/3 – 08/3/2026)"),
        ),
        (
            "tuần này trường Lam Giang có việc gì",
            ("Hội thi kể chuyện theo sách; khám mắt cho học sinh khối 6",),
        ),
        ("tuần 3 trường Lam Giang làm gì", ("Trồng cây quanh sân bóng; đại hội câu lạc bộ cờ vua",)),
        ("tuần 1 từ ngày nào đến ngày nào", ("Từ 02/3 – 08/3/2026",)),
        ("Quy trình cho mượn sách gồm mấy bước?", ("3",)),
        ("lộ trình số hóa thư viện chia thành mấy giai đoạn", ("2",)),
        ("giai đoạn 1 số hóa thư viện sản phẩm là gì", ("Sổ kiểm kê",)),
        ("nhận sách là bước mấy", ("Bước 2",)),
        ("giai đoạn 2 của lộ trình số hóa thư viện khi nào", ("5 - 6/2026",)),
    ],
)
def test_steps_are_told_by_what_they_do_by_number_and_by_time(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question, _TODAY).values == values


def test_what_no_week_tells_is_refused(ask: Ask) -> None:
    assert ask("Trường Lam Giang tổ chức đại hội chi đội vào tuần mấy?", _TODAY).status.value == "not_found"
