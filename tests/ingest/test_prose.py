"""Printed lines put back together where a page or a line width broke them."""

from __future__ import annotations

from ingest.prose import Para, has_marker, is_caps, pieces
from ingest.readers.text import read_text
from tests.ingest.sources import plan


def _paras(source: str) -> list[str]:
    document = read_text("a", source)
    return [piece.text for piece in pieces(document) if isinstance(piece, Para)]


def test_a_paragraph_broken_over_a_page_is_joined_when_it_goes_on_in_small_letters() -> None:
    assert _paras("- Không lưu riêng trên máy tính\n\ncá nhân.\n- Mục sau.") == [
        "- Không lưu riêng trên máy tính cá nhân.",
        "- Mục sau.",
    ]


def test_a_paragraph_that_has_ended_is_not_joined() -> None:
    assert _paras("Đã xong.\nchữ thường đứng đầu") == ["Đã xong.", "chữ thường đứng đầu"]


def test_a_marked_line_always_begins_a_paragraph() -> None:
    assert _paras("Các việc sau đây\na) việc thứ nhất\n- việc hai\n1. việc ba") == [
        "Các việc sau đây",
        "a) việc thứ nhất",
        "- việc hai",
        "1. việc ba",
    ]


def test_lines_wrapped_at_one_width_are_joined_even_before_a_capital() -> None:
    line = "Ủy ban nhân dân xã giao các bộ phận chuyên môn phối hợp với"
    source = "".join(f"- {line}\nSở Nội vụ và các đơn vị có liên quan của tỉnh để làm xong việc.\n" for _ in range(15))
    assert _paras(source) == [f"- {line} Sở Nội vụ và các đơn vị có liên quan của tỉnh để làm xong việc."] * 15


def test_short_lines_of_a_letterhead_are_not_joined() -> None:
    assert _paras("ỦY BAN NHÂN DÂN\nXÃ SÔNG MƠ\nSố: 12/KH-UBND") == ["ỦY BAN NHÂN DÂN", "XÃ SÔNG MƠ", "Số: 12/KH-UBND"]


def test_a_footnote_stands_alone() -> None:
    assert (
        _paras("Hồ sơ trễ hạn phải có thư xin lỗi¹ gửi\n¹ Theo mẫu của Văn phòng\nngười dân.")[1]
        == "¹ Theo mẫu của Văn phòng"
    )


def test_the_span_of_a_joined_paragraph_covers_its_lines() -> None:
    document = read_text("a", "một đoạn\nviết tiếp")
    (para,) = (piece for piece in pieces(document) if isinstance(piece, Para))
    assert para.span.slice(document.text) == "một đoạn\nviết tiếp"


def test_capitals_are_told_by_letters_alone() -> None:
    assert is_caps("PHỤ LỤC 1: CHỈ TIÊU (%)")
    assert not is_caps("Phụ lục 1")
    assert not is_caps("12/2026")


def test_marks_are_told_from_figures() -> None:
    assert all(map(has_marker, ["- a", "1. a", "2.1 a".replace(" ", ". "), "a) b", "IV. C", "Điều 1", "(1) a"]))
    assert not any(map(has_marker, ["95% người dân", "100 hộ", "Điểm a", "ý chính"]))


def test_lines_that_go_on_in_small_letters_are_wrapped_though_a_few_are_longer() -> None:
    wrapped = [
        "a) Kiểm soát bụi tại các khu vực đông dân cư, giảm nồng độ bụi trung bình theo",
        "năm xuống dưới mức cho phép tại các điểm đo của trạm quan trắc tự động do tỉnh",
        "đặt; giữ cho số ngày có không khí tốt nhiều hơn năm trước ở mọi phường của xã",
        "Sông Mơ và xã bên.",
    ]
    long = "b) " + "Trồng cây xanh dọc các tuyến đường mới mở, " * 4 + "chăm sóc đến khi cây tự lớn."
    body = "\n".join(["II. NỘI DUNG", *wrapped * 7, long, long])
    clauses = [clause.text for clause in plan(body=body + "\n").clauses]
    assert "của xã Sông Mơ và xã bên." in next(text for text in clauses if text.startswith("a) Kiểm soát"))


def test_a_line_that_begins_with_a_day_or_a_figure_goes_on_behind_what_leads_to_it() -> None:
    assert _paras("Năm ngoái cả vùng nuôi trên\n69.000 đàn ong theo thông báo ngày\n08/02/2026 của tỉnh") == [
        "Năm ngoái cả vùng nuôi trên 69.000 đàn ong theo thông báo ngày 08/02/2026 của tỉnh"
    ]
    assert _paras("Cài ứng dụng số\n2\nThu gom rác") == ["Cài ứng dụng số", "2", "Thu gom rác"]
