"""Lists asked for in a roundabout way: parts left open, conditions announced, a room of the issuer, documents to be submitted."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.plan import Header
from rag.answer import Status
from rag.language.restated import restated
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft, listed


@pytest.fixture(scope="module")
def ask() -> Ask:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Chăm sóc vườn ươm của Sở Lâm nghiệp tỉnh Hà Trì năm 2026")
    draft.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
    for row in (
        "1: Rà soát giống keo lai | Phòng Ươm giống | Phòng Tài vụ; Công an tỉnh | Báo cáo | 02/2026",
        "2: Làm giàn che mưa | Phòng Tài vụ | Phòng Ươm giống | Giàn che | 3/2026",
        "3: Đo độ ẩm bằng IoT | Phòng Ươm giống | | Biểu số liệu | 6/2026",
        "4: Giải pháp nâng tỷ lệ cây sống",
        "4-1: Ủ phân vi sinh | Phòng Tài vụ | | Phân bón | 7/2026",
        "4-2: Tưới nhỏ giọt | Phòng Ươm giống | | Dàn tưới | 8/2026",
    ):
        place, _, cells = row.partition(": ")
        draft.task(f"Phụ lục/{place}", cells, parent="Phụ lục/4" if "-" in place else None)
    header = Header(
        number="7/KH-SLN",
        issuer="Sở Lâm nghiệp tỉnh Hà Trì",
        place="Hà Trì",
        title="Chăm sóc vườn ươm của Sở Lâm nghiệp tỉnh Hà Trì năm 2026",
        year=2026,
    )
    return asker([draft.plan("so-ln.txt", header)])


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Phòng Ươm giống có tên ở những dòng nào trong phụ lục, dù là đứng chính hay chỉ phối hợp?", "1 2 3 4-2"),
        ("Phòng Ươm giống có những việc nào, tính cả khi làm chính lẫn khi đi kèm?", "1 2 3 4-2"),
        ("Việc nào có Phòng Ươm giống, vừa chủ trì vừa phối hợp đều tính?", "1 2 3 4-2"),
        ("Phòng Ươm giống tự làm những khoản nào?", "1 3 4-2"),
        ("Phòng Ươm giống đi kèm hỗ trợ (vai phối hợp) ở các mục nào của phụ lục?", "2"),
        ("Lực lượng công an tỉnh phối hợp những việc nào?", "1"),
        ("Việc nào có cả hai điều kiện: Phòng Ươm giống chủ trì, hạn 6/2026?", "3"),
        ("Chữ IoT xuất hiện ở những nhiệm vụ nào?", "3"),
        ("Sở Lâm nghiệp Hà Trì – Phòng Tài vụ chủ trì những việc nào?", "2 4-1"),
        ("Nâng tỷ lệ cây sống, sở chia nhỏ thành những việc nào?", "4-1 4-2"),
    ],
)
def test_a_list_asked_for_in_a_roundabout_way_holds_just_its_rows(ask: Ask, question: str, rows: str) -> None:
    answer = ask(question)
    assert (answer.status, listed(answer)) == (Status.ANSWERED, [f"Phụ lục/{one}" for one in rows.split()])


def test_an_annex_looked_into_is_no_word_of_its_rows(ask: Ask) -> None:
    answer = ask(
        "Tính đến 25/3/2026, rà Phụ lục kế hoạch của Sở Lâm nghiệp thì việc nào đã quá hạn?", date(2026, 3, 25)
    )
    assert listed(answer) == ["Phụ lục/1"]


def test_parts_of_what_no_row_is_called_are_not_made_up(ask: Ask) -> None:
    assert ask("Đo độ ẩm của đất có mấy việc con?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Phòng A có việc nào, bất kể là vai chính hay phụ?", "Phòng A có việc nào chủ trì hoặc phối hợp?"),
        ("Phòng A làm chính hay phối hợp ở mục 5?", "Phòng A làm chính hay phối hợp ở mục 5?"),
        ("Kể giúp tên các mục trong nhóm II", "Kể tên các mục trong nhóm II"),
        ("Việc nào Phòng A không chủ trì mà để Phòng B chủ trì?", "Việc nào không do Phòng A mà do Phòng B chủ trì?"),
        ("Kế hoạch nuôi ong do UBND xã A ban hành giao việc gì?", "Kế hoạch nuôi ong của UBND xã A giao việc gì?"),
        ("Các kế hoạch nuôi ong do UBND xã A ban hành", "Các kế hoạch nuôi ong do UBND xã A ban hành"),
        ("Kế hoạch nuôi ong do sở nào ban hành?", "Kế hoạch nuôi ong do sở nào ban hành?"),
        ("Tổ lái đò (Sở A) phải làm gì?", "Tổ lái đò của Sở A phải làm gì?"),
        ("Lịch việc tuần này của Tổ lái đò có gì?", "tuần này Tổ lái đò phải làm những việc gì?"),
        ("Thông tư nào hướng dẫn Luật Đò?", "Thông tư nào của Luật Đò?"),
        ("Xã A: số bến đò được kè lại", "Xã A: có mấy bến đò được kè lại"),
        ("Xã A: số tiền được giao", "Xã A: số tiền được giao"),
    ],
)
def test_lists_are_put_straight(typed: str, plain: str) -> None:
    assert restated(typed) == plain
