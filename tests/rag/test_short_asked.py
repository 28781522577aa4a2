"""Short values out of a clause: each of several days, the time within which, what is in view; the one plan stands here."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.plan import Header
from ingest.read import read_plan
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft

PLAN = """ỦY BAN NHÂN DÂN
XÃ VÂN KHÊ
-------
Số: 41/KH-UBND

Vân Khê, ngày 12 tháng 3 năm 2026

KẾ HOẠCH
Giữ an toàn đường sông năm 2026

I. MỤC TIÊU

Không để thuyền chở khách quá tải.

a) Cao điểm mùa lũ: từ ngày 15/8 đến ngày 30/10/2026, trọng tâm là thuyền chở học sinh và bến Mơ.

b) Quá ngày 30/9/2026 thôn nào sửa bến dưới 60% thì thu hồi vốn.

II. TỔ CHỨC THỰC HIỆN

1. Công an xã dự thảo báo cáo gửi Công an tỉnh trước ngày 10/6 và ngày 10/12; tổng hợp, báo cáo Chủ tịch UBND xã vào chiều thứ Năm hằng tuần.

2. Chế độ báo cáo: các thôn báo cáo quý (trước ngày 12 của tháng cuối quý) về Công an xã. Vụ đắm thuyền làm chết từ 02 người trở lên phải báo cáo nhanh trong 03 giờ.
"""


@pytest.fixture(scope="module")
def ask_river(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    file: Path = tmp_path_factory.mktemp("plans") / "vankhe-duongsong-2026.txt"
    file.write_text(PLAN, encoding="utf-8")
    return asker([read_plan(file)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Công an xã dự thảo báo cáo gửi Công an tỉnh trước những ngày nào?", ("trước ngày 10/6", "ngày 10/12")),
        ("cong an xa gui cong an tinh bao cao truoc nhung ngay nao", ("trước ngày 10/6", "ngày 10/12")),
        ("Công an xã dự thảo báo cáo gửi Công an tỉnh trước ngày nào?", ("trước ngày 10/6 và ngày 10/12",)),
        ("Công an xã báo cáo Chủ tịch UBND xã khi nào?", ("chiều thứ Năm hằng tuần",)),
        ("Đắm thuyền chết từ 2 người trở lên thì phải báo cáo nhanh trong bao lâu?", ("trong 03 giờ",)),
    ],
)
def test_each_day_of_a_report_is_told(ask_river: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask_river(question)
    assert answer.status is Status.ANSWERED
    assert answer.values == values


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Cao điểm mùa lũ ở Vân Khê thì tập trung vào đâu là chính?", "thuyền chở học sinh và bến Mơ"),
        ("cao điểm mùa lũ chú trọng đối tượng nào", "thuyền chở học sinh và bến Mơ"),
        ("Thôn nào tới cuối tháng 9 sửa bến dưới 60% thì vốn xử lý sao?", "thu hồi vốn"),
        ("thôn nào sửa bến dưới 60% quá 30/9 thì bị gì", "thu hồi vốn"),
    ],
)
def test_the_shortest_part_of_a_clause_is_told(ask_river: Ask, question: str, value: str) -> None:
    assert ask_river(question).values == (value,)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Câu hỏi gửi qua kênh nhắn tin của bến Mơ được trả lời trong bao lâu?", "trong vòng 36 giờ"),
        ("Mở kênh nhắn tin của bến Mơ khi nào?", "Từ ngày 01/4/2026"),
        ("Mở kênh nhắn tin của bến Mơ bao lâu thì xong?", "Từ ngày 01/4/2026"),
    ],
)
def test_how_long_something_takes_stands_in_what_the_work_is(question: str, value: str) -> None:
    draft = Draft()
    draft.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
    draft.task(
        "Phụ lục/1",
        "Mở kênh nhắn tin của bến Mơ, trả lời câu hỏi trong vòng 36 giờ | Công an xã | | Kênh | Từ ngày 01/4/2026",
    )
    header = Header(number="8/KH-UBND", title="Giữ an toàn bến thuyền", issuer="Ủy ban nhân dân xã Hồ Mây", year=2026)
    assert asker([draft.plan("ben.txt", header)])(question).values == (value,)
