"""Points are counted by the number or the heading of their section, and found where only a figure stands over them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.answer import Status
from tests.ingest.sources import read
from tests.rag.conftest import asker
from tests.rag.plans import Ask

DYKES = """ỦY BAN NHÂN DÂN TỈNH LAM THỦY

Số: 27/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Lam Thủy, ngày 03 tháng 3 năm 2026

KẾ HOẠCH
Giữ gìn đê điều trên địa bàn tỉnh Lam Thủy

Ủy ban nhân dân tỉnh ban hành Kế hoạch, các sở, ngành thực hiện các nhiệm vụ sau:

1. Chủ tịch UBND các xã ven sông

a) Cắm biển báo ở các đoạn đê xung yếu.

b) Cấm xe quá tải đi trên mặt đê.

c) Trực canh khi có báo động.

2. Sở Nông nghiệp và Môi trường

a) Kiểm tra các cống dưới đê hai tuần một lần.

b) Thống nhất mẫu sổ trực canh đê với các xã.

Nơi nhận:
- Lưu: VT.
"""
MEETING = """ỦY BAN NHÂN DÂN XÃ MŨI NEO

Mũi Neo, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Tổ chức họp dân bàn về nghề đan lưới năm 2026

Ủy ban nhân dân xã Mũi Neo ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Giữ nghề đan lưới của xã.

2. Lấy ý kiến của từng hộ.

II. TỔ CHỨC CUỘC HỌP

1. Thành phần dự họp
- Mỗi hộ một người.

2. Trình tự cuộc họp (theo quy định tại Nghị quyết 55)

2.1. Chủ trì nêu lý do.

2.2. Thư ký đọc dự thảo.

2.3. Các hộ phát biểu.

2.4. Biểu quyết bằng giơ tay.

III. TỔ CHỨC THỰC HIỆN

1. Phòng Kinh tế: Chuẩn bị báo cáo về nghề đan lưới.

2. Trạm Y tế xã: Trực cấp cứu.

3. Đài truyền thanh xã: Phát tin về cuộc họp.

Nơi nhận:
- Lưu: VT.
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([replace(read(DYKES), file="de.txt"), replace(read(MEETING), file="luoi.txt")])


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Trình tự cuộc họp bàn nghề đan lưới gồm bao nhiêu bước?", ["II/2.1", "II/2.2", "II/2.3", "II/2.4"]),
        ("trinh tu cuoc hop o xa Mui Neo theo Nghi quyet 55 co may buoc", ["II/2.1", "II/2.2", "II/2.3", "II/2.4"]),
        ("Mục yêu cầu, mục đích của kế hoạch họp dân gồm mấy điểm?", ["I/1", "I/2"]),
        ("số khoản phần tổ chức thực hiện, kế hoạch họp dân bàn nghề đan lưới", ["III/1", "III/2", "III/3"]),
        ("Phần tổ chức thực hiện của kế hoạch họp dân xã Mũi Neo có mấy mục?", ["III/1", "III/2", "III/3"]),
        ("Mục I kế hoạch họp dân có bao nhiêu điểm?", ["I/1", "I/2"]),
        ("Mục 2 Kế hoạch 27 gồm mấy điểm?", ["2/a", "2/b"]),
        ("Kế hoạch 27 giao cho Chủ tịch UBND các xã ven sông bao nhiêu việc?", ["1/a", "1/b", "1/c"]),
    ],
)
def test_the_points_of_the_section_meant_are_counted(ask: Ask, question: str, places: list[str]) -> None:
    answer = ask(question)
    assert (answer.values, [one.locator for one in answer.items]) == ((str(len(places)),), places)


@pytest.mark.parametrize(
    "question",
    [
        "Phần kinh phí của kế hoạch họp dân có mấy mục?",
        "Trình tự bầu trưởng xóm ở xã Mũi Neo gồm mấy bước?",
        "Mục IV kế hoạch họp dân có mấy điểm?",
        "Mục 5 Kế hoạch 27 gồm mấy điểm?",
        "Mục đích, yêu cầu họp dân theo tờ trình số mấy của Sở Y tế?",
    ],
)
def test_no_other_section_is_counted_instead(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "value", "place"),
    [
        ("Điểm b mục 1 Kế hoạch 27 nói gì?", "Cấm xe quá tải đi trên mặt đê", "1/b"),
        ("diem a khoan 2 ke hoach 27 noi gi", "Kiểm tra các cống dưới đê hai tuần một lần", "2/a"),
        ("Mục 1 điểm c của kế hoạch giữ gìn đê điều quy định thế nào?", "Trực canh khi có báo động", "1/c"),
        ("Điểm 2 mục I kế hoạch họp dân nêu gì?", "Lấy ý kiến của từng hộ", "I/2"),
    ],
)
def test_a_point_is_found_under_the_figure_named(ask: Ask, question: str, value: str, place: str) -> None:
    answer = ask(question)
    assert (answer.values, answer.citations[0].locator) == ((value,), place)


@pytest.mark.parametrize("question", ["Điểm đ mục 1 Kế hoạch 27 nói gì?", "Điểm a mục 7 Chỉ thị 027 nói gì?"])
def test_a_point_that_is_not_there_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_what_an_office_leads_is_counted_in_rows_and_not_in_the_points_under_its_name() -> None:
    led = "c) Vá mái đê phía đồng (Sở Nông nghiệp và Môi trường chủ trì; hoàn thành trước 30/5/2026).\n\n2. Sở"
    ask = asker([replace(read(DYKES.replace("2. Sở", led)), file="de.txt")])
    answer = ask("Sở Nông nghiệp và Môi trường chủ trì tất cả bao nhiêu nhiệm vụ?")
    assert [item.locator for item in answer.items] == ["1/c"]
