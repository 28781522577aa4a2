"""Questions of a report without a letterhead, and of its one table, which no heading names."""

from __future__ import annotations

from datetime import date

import pytest

from rag.answer import Status
from rag.corpus.library import build_library
from rag.corpus.unheaded import called
from tests.ingest.sources import plan, read, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

REPORT = """Thực hiện Thông báo số 15/TB-UBND ngày 02/5/2026 của UBND tỉnh, Sở Thủy sản được giao dự thảo Kế hoạch của UBND tỉnh thực hiện Chuỗi việc số 4 “Nuôi tôm sạch” giai đoạn 2026 - 2028. Sở Thủy sản báo cáo và đề xuất như sau:

I. TÌNH HÌNH

1. Sở đã lập Tổ công tác.

II. NỘI DUNG CHÍNH

1. Tên gọi: Kế hoạch nuôi tôm sạch trên địa bàn tỉnh An Hải giai đoạn 2026 - 2028. Phạm vi: các xã ven biển.

2. Nguồn lực: ngân sách tỉnh dự kiến 420 triệu đồng.

Sở Thủy sản kính báo cáo UBND tỉnh xem xét.

PHỤ LỤC

""" + table(
    "TT | Nội dung | Sản phẩm | Đơn vị thực hiện | Thời gian",
    "I | KHẢO SÁT (15 - 30/9/2026, làm cùng lúc) | | | ",
    "1 | Xin ý kiến các xã về vùng nuôi | Văn bản góp ý | Sở Thủy sản | Gửi 16/9; hạn 26/9",
    "2 | Khảo sát đầm nuôi | Báo cáo khảo sát | Sở Thủy sản; Tổ công tác | 18 - 26/9",
    "II | HOÀN THIỆN (01/10 - 15/10/2026) | | | ",
    "3 | Hội nghị lấy ý kiến hợp tác xã | Biên bản hội nghị | UBND tỉnh chủ trì; Sở Thủy sản chuẩn bị | 06 - 07/10",
    "4 | Trình ban hành Kế hoạch | Tờ trình | Sở Thủy sản | 08 - 15/10; chậm nhất 15/10/2026",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker(
        [
            read(REPORT),
            plan(
                annex="\nPHỤ LỤC\nNHIỆM VỤ\n"
                + table("TT | Nhiệm vụ | Chủ trì | Thời hạn", "1 | Sửa cầu | Phòng Kinh tế | Quý I/2026")
            ),
        ]
    )


def test_a_text_without_a_head_is_called_by_what_it_says_of_itself() -> None:
    found = read(REPORT)
    names = called(found)
    assert (found.header.issuer, found.header.title, found.header.place, found.header.year) == (None, None, None, None)
    assert names.issuer == "Sở Thủy sản"
    assert names.title.startswith("Kế hoạch nuôi tôm sạch trên địa bàn tỉnh An Hải giai đoạn 2026 - 2028")
    assert "Chuỗi việc số 4" in names.title
    assert names.year == 2026
    assert build_library([found]).profiles[0].places == ("an hai",)


def test_what_a_head_prints_is_not_guessed_at() -> None:
    names = called(plan())
    assert (names.issuer, names.year) == ("Ủy ban nhân dân xã Sông Mơ", 2026)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Ngân sách dự kiến của kế hoạch nuôi tôm sạch là bao nhiêu?", ("420 triệu đồng",)),
        ("Hội nghị lấy ý kiến hợp tác xã họp khi nào?", ("06 - 07/10",)),
        ("Theo báo cáo của Sở Thủy sản, ai chủ trì hội nghị lấy ý kiến hợp tác xã?", ("UBND tỉnh",)),
        ("Khảo sát đầm nuôi ở An Hải hạn khi nào?", ("18 - 26/9",)),
    ],
)
def test_a_report_without_a_head_is_asked_by_its_names(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Bảng tiến độ của Sở Thủy sản có tất cả mấy đầu việc?", ["1", "2", "3", "4"]),
        ("Những việc nào chỉ một mình Sở Thủy sản thực hiện trong phụ lục tiến độ của Sở Thủy sản?", ["1", "4"]),
        ("Sở Thủy sản làm một mình những việc nào?", ["1", "4"]),
        ("Việc nào chỉ do Tổ công tác làm?", []),
        ("Theo biểu phân công của Sở Thủy sản, Tổ công tác làm gì?", ["2"]),
        (
            "Từ hôm nay đến ngày ban hành Kế hoạch 15/10 còn những việc nào trong phụ lục tiến độ chưa đến hạn?",
            ["3", "4"],
        ),
        ("Kế hoạch của Sở Thủy sản: việc nào phải làm trong tháng 9/2026?", ["1", "2"]),
    ],
)
def test_its_table_is_the_annex_however_it_is_called(ask: Ask, question: str, rows: list[str]) -> None:
    assert listed(ask(question, today=date(2026, 10, 1))) == [f"Phụ lục/{row}" for row in rows]


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch của Sở Thủy sản tỉnh Lam Giang dự kiến ngân sách bao nhiêu?",
        "Ngân sách dự kiến cho kế hoạch Chuỗi việc số 7 là bao nhiêu?",
        "Bảng tiến độ của Sở Nội vụ có mấy đầu việc?",
    ],
)
def test_what_it_does_not_say_stays_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_a_printed_head_is_not_made_up(ask: Ask) -> None:
    assert ask("Báo cáo của Sở Thủy sản số mấy, do ai ký?").status in {Status.NOT_STATED, Status.NOT_FOUND}


PROGRAMME = "\nPHỤ LỤC\nCHƯƠNG TRÌNH\n" + table(
    "Thời gian | Nội dung | Thực hiện",
    "8h00 - 8h10 | Khai mạc | Lãnh đạo Sở Thủy sản",
    "8h10 - 8h40 | 1. Hướng dẫn ghi nhật ký ao nuôi | Phòng Nghiệp vụ",
    "8h40 - 9h30 | 2. Kiểm dịch con giống | Chi cục Thủy sản",
)
LICENCES = (
    "I. HIỆN TRẠNG\n1. Tôm sú: có 12 giấy phép nuôi, 3 trại giống.\n2. Cá mú: có 7 giấy phép nuôi, 1 trại giống.\n"
)


def test_who_presents_a_matter_of_a_programme_carries_it_out() -> None:
    told = asker([plan(annex=PROGRAMME)])("Ai trình bày phần kiểm dịch con giống?")
    assert (told.values, [one.locator for one in told.citations]) == (("Chi cục Thủy sản",), ["Phụ lục/2"])


def test_each_sort_is_told_its_own_figure() -> None:
    told = asker([plan(body=LICENCES)])("tôm sú với cá mú mỗi loại có bao nhiêu giấy phép nuôi?")
    assert [value.split()[0] for value in told.values] == ["12", "7"]


def test_a_signer_is_told_without_degrees() -> None:
    signed = plan(closing="\nNơi nhận:\n- Lưu: VT.\n\nTM. CƠ QUAN BAN HÀNH\nGiám đốc PGS.TS Triệu Mây\n")
    assert asker([signed])("Kế hoạch do ai ký?").values == ("Triệu Mây",)
