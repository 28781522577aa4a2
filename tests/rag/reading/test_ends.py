"""One end of a deadline that prints both: where it begins, or where it ends."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.reading.ends import one_end
from tests.rag.plans import Ask


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("Bắt đầu từ tháng 5/2027 (xong trong Quý III/2027)", "Bắt đầu từ tháng 5/2027", "xong trong Quý III/2027"),
        ("Từ ngày 02/3/2027 đến ngày 15/4/2027", "Từ ngày 02/3/2027", "đến ngày 15/4/2027"),
        ("Từ tháng 2/2027 và hoàn thành trước 20/9/2027", "Từ tháng 2/2027", "hoàn thành trước 20/9/2027"),
        ("Quý I - Quý III/2027", "Quý I", "Quý III/2027"),
        ("2027 - 2030", "2027", "2030"),
        ("15-12-2027", "15-12-2027", "15-12-2027"),
        ("Trước 05/2027", "Trước 05/2027", "Trước 05/2027"),
        ("Từ nay đến 30/6/2027", "Từ nay đến 30/6/2027", "đến 30/6/2027"),
    ],
)
def test_a_printed_stretch_is_cut_at_its_end_and_nothing_else_is(cell: str, first: str, last: str) -> None:
    assert one_end("bat dau tu khi nao", cell) == first
    assert one_end("den khi nao thi cet thuc", cell) == last
    assert one_end("tu ngai nao den ngai nao", cell) == cell
    assert one_end("han ra sao", cell) == cell


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Khảo sát SIPAS của tỉnh bao giờ thì khởi động?", "Từ ngày 01/10/2026"),
        ("khảo sát SIPAS của tỉnh kéo dài tới ngày nào", "đến ngày 30/11/2026"),
        ("Tổ công nghệ số cộng đồng cấp tỉnh tháng mấy bắt tay vào tập huấn?", "Từ tháng 4"),
        ("khu tái định cư tập trung thôn Bến Đá đến năm nào xong", "2028"),
        ("Khảo sát SIPAS của tỉnh từ ngày nào đến ngày nào?", "Từ ngày 01/10/2026 đến ngày 30/11/2026"),
    ],
)
def test_a_question_of_one_end_gets_that_end(ask_samples: Ask, question: str, value: str) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, (value,))
    assert all(value in citation.quote for citation in answer.citations)


def test_a_deadline_of_one_month_tells_no_beginning(ask_samples: Ask) -> None:
    answer = ask_samples("Kho dữ liệu dùng chung của tỉnh bắt đầu từ khi nào?")
    assert (answer.status, answer.values) == (Status.NOT_STATED, ())
    assert "9/2026" in answer.answer
