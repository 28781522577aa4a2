"""The polite beginning of a question."""

from __future__ import annotations

import pytest

from rag.language.courtesy import without_courtesy


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Xin cho hỏi ai chủ trì nạo vét kênh", "ai chủ trì nạo vét kênh"),
        ("Kính nhờ anh chị cho em biết hạn sửa đập", "hạn sửa đập"),
        ("Dạ anh ơi, cho em hỏi hạn sửa đập", "hạn sửa đập"),
        ("Em mới về phòng, xin hỏi hạn sửa đập là khi nào", "hạn sửa đập là khi nào"),
        ("Tôi đang soạn báo cáo. Đề nghị cho biết các cơ quan phối hợp", "các cơ quan phối hợp"),
        ("cho tui xin số hiệu kế hoạch", "số hiệu kế hoạch"),
        ("Đề nghị liệt kê các nhiệm vụ", "liệt kê các nhiệm vụ"),
        ("xin cho biet ai lam", "ai lam"),
        ("Sếp cần danh sách các việc quá hạn", "danh sách các việc quá hạn"),
        ("Đoàn kiểm tra cần biết những việc nào quá hạn", "những việc nào quá hạn"),
        ("Thư ký lãnh đạo hỏi: việc nào quá hạn", "việc nào quá hạn"),
        ("Dạ em làm kế toán, hạn sửa đập là khi nào", "hạn sửa đập là khi nào"),
        ("tôi làm ở Sở Y tế, quý này có việc gì", "tôi làm ở Sở Y tế, quý này có việc gì"),
        ("Sở Y tế cần những gì", "Sở Y tế cần những gì"),
        ("Đoàn thanh niên cần làm những việc nào", "Đoàn thanh niên cần làm những việc nào"),
    ],
)
def test_what_only_asks_politely_is_left_out(typed: str, left: str) -> None:
    assert without_courtesy(typed) == left


@pytest.mark.parametrize(
    "typed",
    [
        "Chỉ tiêu hộ nghèo là bao nhiêu",
        "Cơ quan nào chủ trì sửa đập",
        "Đề nghị khen thưởng ai chủ trì",
        "Cho vay hộ nghèo do ai phụ trách",
        "Con đường liên thôn khi nào xong",
        "Nhiệm vụ 5 Phụ lục III, cho tôi hỏi ai chủ trì",
        "xin hỏi",
        "Hội Nông dân xã lo việc gì",
        "Cho hội nông dân vay vốn ai phụ trách",
    ],
)
def test_what_the_question_is_about_stays(typed: str) -> None:
    assert without_courtesy(typed) == typed


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Hạn sửa đập là khi nào vậy bác?", "Hạn sửa đập là khi nào?"),
        ("Ai chủ trì sửa đập thế sếp ơi", "Ai chủ trì sửa đập?"),
        ("ai chu tri sua dap, thu truong", "ai chu tri sua dap?"),
        ("Hạn gặp mặt đồng chí lãnh đạo là khi nào", "Hạn gặp mặt đồng chí lãnh đạo là khi nào"),
        ("Ai lo chỗ ở cho bà con mồ côi nghèo và ông bà", "Ai lo chỗ ở cho bà con mồ côi nghèo và ông bà"),
    ],
)
def test_who_is_spoken_to_at_the_end_is_left_out(typed: str, left: str) -> None:
    assert without_courtesy(typed) == left
