"""An organ's office said by its noun alone, rows set aside by "bỏ", rhythms in other words, numbers to call."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

ANNEX = "\nPHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n(Kèm theo Kế hoạch số 12/KH-STS ngày 05/3/2026)\n\n" + table(
    "TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn",
    "1 | Lập sổ bến đò | Văn phòng Sở | Thanh tra Sở | Hằng quý",
    "2 | Cắm biển báo ở bến | Phòng Kinh tế | Văn phòng Sở | 30/5/2026",
    "3 | Tuần tra ban đêm | Thanh tra Sở | Phòng Kinh tế | Thường xuyên",
    "4 | Tổng hợp số liệu bến bãi | Văn phòng Sở | Phòng Kinh tế | 15/5/2026",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    head = HEAD.replace("ỦY BAN NHÂN DÂN\nXÃ SÔNG MƠ", "UBND TỈNH LAM GIANG\nSỞ THỦY SẢN").replace(
        "12/KH-UBND", "12/KH-STS"
    )
    return asker([plan(head=head.replace("Ủy ban nhân dân xã Sông Mơ", "Sở Thủy sản"), annex=ANNEX)])


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Văn phòng chủ trì những việc nào?", ["1", "4"]),
        ("van phong chu tri nhung viec nao", ["1", "4"]),
        ("Văn phòng phải làm xong những nhiệm vụ gì trước tháng 6/2026?", ["4"]),
        ("Liệt kê các nhiệm vụ của Phòng Kinh tế, bỏ những việc Văn phòng chủ trì.", ["2", "3"]),
        ("Các nhiệm vụ trong phụ lục, gạt ra những việc Văn phòng Sở chủ trì", ["2", "3"]),
        ("Việc nào phải thực hiện theo từng quý?", ["1"]),
        ("viec nao quy nao cung phai lam", ["1"]),
    ],
)
def test_rows_by_an_office_a_rhythm_or_what_is_dropped(ask: Ask, question: str, rows: list[str]) -> None:
    answer = ask(question)
    assert (answer.status, [one.rpartition("/")[2] for one in listed(answer)]) == (Status.ANSWERED, rows)


@pytest.mark.parametrize(
    "question", ["cho tôi xin số máy Phòng Kinh tế", "Xin số máy đồng chí trưởng Thanh tra Sở với"]
)
def test_a_number_to_call_is_not_there(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


AIMS = "\nPHỤ LỤC\nCHỈ TIÊU NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n" + table(
    "TT | Chỉ tiêu | Đơn vị tính | Giao 2026 | Chủ trì",
    "1 | Hồ sơ nộp trực tuyến | % | 100 | Phòng Kinh tế",
    "2 | Hộ có nước sạch | % | 95 | Phòng Kinh tế",
    "3 | Bến có biển báo | % | 100 | Công an xã",
)


@pytest.mark.parametrize(
    "question",
    [
        "Có bao nhiêu chỉ tiêu đặt mức 100%?",
        "Có mấy chỉ tiêu giao ở mức 100%?",
        "có bao nhiêu chỉ tiêu 100%",
        "Những chỉ tiêu nào có giá trị 100%?",
    ],
)
def test_an_amount_said_without_a_word_of_comparing_is_that_amount(question: str) -> None:
    assert [one.rpartition("/")[2] for one in listed(asker([plan(annex=AIMS)])(question))] == ["1", "3"]
