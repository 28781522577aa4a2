"""One cell of one row: given as printed, said to be blank, or refused when the question fits no row."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from rag.corpus.library import build_library
from rag.engine import Engine
from tests.rag.plans import TODAY, Ask, Draft, cited, listed


@pytest.mark.parametrize(
    ("question", "values", "ordinal"),
    [
        ("Ai chủ trì bảo trì đường truyền số liệu?", ("Sở Tài chính",), "3"),
        ("Ai chủ trì nâng cấp trung tâm dữ liệu?", ("Sở Khoa học và Công nghệ", "Sở Tài chính"), "2"),
        ("Cơ quan nào phối hợp nâng cấp trung tâm dữ liệu?", ("Công an tỉnh", "Sở Nội vụ"), "2"),
        ("Nền tảng học trực tuyến hạn khi nào?", ("6/2026",), "4-1"),
        ("Mở lớp kỹ năng số cho nông dân khi nào xong?", ("Từ tháng 4 đến tháng 6/2026",), "5"),
        ("Kết quả của việc mở lớp kỹ năng số cho nông dân là gì?", ("20 lớp",), "5"),
        ("Ghi chú của nhiệm vụ lắp trạm phát sóng vùng lõm ghi gì?", ("Ưu tiên xã núi",), "1"),
        ("nhiệm vụ 8 phụ lục II hạn khi nào", ("Sau khi có kinh phí",), "8"),
        ("nhiệm vụ 4-2 phụ lục II ai chủ trì", ("Sở Y tế",), "4-2"),
        ("bao tri duong truyen so lieu ai chu tri", ("Sở Tài chính",), "3"),
    ],
)
def test_the_asked_cell_of_a_task_is_given_as_printed(
    ask_province: Ask, question: str, values: tuple[str, ...], ordinal: str
) -> None:
    answer = ask_province(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)
    assert cited(answer) == {f"song-lam.txt#Phụ lục II/{ordinal}"}


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Tỷ lệ hộ có cáp quang là bao nhiêu?", "≥ 80"),
        ("Chỉ tiêu 1 phụ lục I là bao nhiêu?", "≥ 80"),
        ("ty le ho co cap quang la bao nhieu", "≥ 80"),
        ("Tỷ lệ hộ có cáp quang do ai chủ trì?", "Sở Khoa học và Công nghệ"),
        ("Đơn vị tính của chỉ tiêu 2 phụ lục I là gì?", "Lớp"),
        ("Ghi chú của chỉ tiêu 3 phụ lục I", "Giao sau khảo sát"),
    ],
)
def test_the_asked_cell_of_a_target_is_given_as_printed(ask_province: Ask, question: str, value: str) -> None:
    answer = ask_province(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, (value,))


def test_several_columns_are_given_in_the_order_asked(ask_province: Ask) -> None:
    forward = ask_province("Nhiệm vụ 1 phụ lục II: ai chủ trì, hạn khi nào, kết quả là gì?")
    back = ask_province("Nhiệm vụ 1 phụ lục II: kết quả là gì, hạn khi nào, ai chủ trì?")
    assert forward.values == ("Sở Khoa học và Công nghệ", "3/2026", "12 trạm")
    assert back.values == tuple(reversed(forward.values))


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Ai chủ trì khảo sát nhu cầu đào tạo?", "Phụ lục II/7"),
        ("Ai phối hợp bảo trì đường truyền số liệu?", "Phụ lục II/3"),
        ("Tuyển chuyên gia an toàn thông tin hạn khi nào?", "Phụ lục II/6"),
        ("Kết quả nâng cấp trung tâm dữ liệu là gì?", "Phụ lục II/2"),
        ("Ghi chú của nhiệm vụ nâng cấp trung tâm dữ liệu ghi gì?", "Phụ lục II/2"),
        ("Tỷ lệ người lớn có chữ ký số là bao nhiêu?", "Phụ lục I/3"),
        ("nhiệm vụ 7 phụ lục II ai chủ trì", "Phụ lục II/7"),
        ("ket qua cua nen tang kham benh tu xa la gi", "Phụ lục II/4-2"),
    ],
)
def test_a_blank_cell_is_said_to_be_blank_and_its_row_is_quoted(ask_province: Ask, question: str, place: str) -> None:
    answer = ask_province(question)
    assert (answer.status, answer.values) == (Status.NOT_STATED, ())
    assert cited(answer) == {f"song-lam.txt#{place}"}


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Sở Y tế chủ trì nâng cấp trung tâm dữ liệu thì hạn khi nào?", id="wrong unit"),
        pytest.param("Sở Xây dựng chủ trì lắp trạm phát sóng vùng lõm thì hạn khi nào?", id="unknown unit"),
        pytest.param("Tỷ lệ hộ có cáp quang năm 2027 là bao nhiêu?", id="wrong year"),
        pytest.param("Nâng cấp trung tâm dữ liệu năm 2025 do ai chủ trì?", id="past year"),
        pytest.param("Tỷ lệ hộ có cáp quang của tỉnh Hòa Khê là bao nhiêu?", id="unknown place"),
        pytest.param("Lắp 15 trạm phát sóng vùng lõm hạn khi nào?", id="wrong figure"),
        pytest.param("nhiệm vụ 40 phụ lục II ai chủ trì", id="unknown row"),
        pytest.param("nhiệm vụ 3 phụ lục IX ai chủ trì", id="unknown annex"),
        pytest.param("Kế hoạch 77/KH-UBND ai chủ trì lắp trạm phát sóng?", id="unknown plan"),
        pytest.param("Ai chủ trì xây dựng cảng biển?", id="unknown work"),
        pytest.param("Số điện thoại của Sở Nội vụ là bao nhiêu?", id="not in plans"),
        pytest.param("xin chào", id="no question"),
    ],
)
def test_what_no_row_says_is_not_found(ask_pair: Ask, question: str) -> None:
    answer = ask_pair(question)
    assert (answer.status, answer.values, answer.items, answer.citations) == (Status.NOT_FOUND, (), (), ())


def test_a_refusal_names_the_nearest_row_without_answering_from_it(ask_province: Ask) -> None:
    answer = ask_province("Sở Y tế chủ trì nâng cấp trung tâm dữ liệu thì hạn khi nào?")
    assert answer.near[0].locator == "Phụ lục II/2"
    assert "Quý II/2026" not in answer.answer


@pytest.mark.parametrize(
    "question", ["Lắp trạm phát sóng vùng lõm hạn khi nào?", "lap tram phat song vung lom ai chu tri"]
)
def test_a_task_of_two_plans_is_ambiguous_with_each_plans_row(ask_pair: Ask, question: str) -> None:
    answer = ask_pair(question)
    assert (answer.status, answer.values) == (Status.AMBIGUOUS, ())
    assert [item.file for item in answer.items] == ["song-lam.txt", "so-khcn.txt"]
    assert listed(answer) == ["Phụ lục II/1", "Phụ lục/1"]
    assert cited(answer) == {"song-lam.txt#Phụ lục II/1", "so-khcn.txt#Phụ lục/1"}


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Theo kế hoạch 12/KH-UBND lắp trạm phát sóng vùng lõm hạn khi nào?", "3/2026"),
        ("Theo kế hoạch 31/KH-SKHCN lắp trạm phát sóng vùng lõm hạn khi nào?", "02/2026"),
        ("Theo kế hoạch của Sở Khoa học và Công nghệ ai chủ trì lắp trạm phát sóng?", "Phòng Bưu chính"),
        ("Theo kế hoạch của tỉnh ai chủ trì lắp trạm phát sóng?", "Sở Khoa học và Công nghệ"),
    ],
)
def test_naming_the_plan_settles_which_row_is_meant(ask_pair: Ask, question: str, value: str) -> None:
    answer = ask_pair(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, (value,))


@pytest.mark.parametrize(
    ("question", "files"),
    [
        ("nhiệm vụ 5 phụ lục II ai chủ trì", ["lamgiang-snnmt-2026.txt", "lamgiang-ubnd-2026.txt"]),
        ("ai chủ trì trồng 150 ha rừng phòng hộ", ["lamgiang-snnmt-2026.txt", "lamgiang-ubnd-2026.txt"]),
    ],
)
def test_sample_plans_that_share_a_task_are_told_apart(ask_samples: Ask, question: str, files: list[str]) -> None:
    answer = ask_samples(question)
    assert answer.status is Status.AMBIGUOUS
    assert [item.file for item in answer.items] == files


def test_an_answer_in_words_holds_its_values_and_its_place(ask_province: Ask) -> None:
    answer = ask_province("Ai chủ trì nâng cấp trung tâm dữ liệu?").answer
    assert "Sở Khoa học và Công nghệ; Sở Tài chính" in answer
    assert "Phụ lục II/2" in answer
    assert "12/KH-UBND" in answer


def test_money_is_answered_only_where_prose_prints_it(ask_province: Ask) -> None:
    assert ask_province("Sở Tài chính bố trí bao nhiêu tiền?").values == ("12,5 tỷ đồng",)
    assert ask_province("Sở Nội vụ bố trí bao nhiêu tiền thưởng?").status is Status.NOT_FOUND


def test_a_number_of_another_plan_may_be_what_the_row_names() -> None:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Nước sạch nông thôn xã Vân Khê năm 2026")
    draft.annex("Phụ lục", "PHỤ LỤC Danh mục nhiệm vụ")
    draft.task("Phụ lục/1", "Lắp đồng hồ nước theo Kế hoạch số 16-KH/TU | Phòng Kinh tế | | | 30/9/2026")
    draft.task("Phụ lục/2", "Rửa bể chứa nước thôn | Phòng Văn hóa | | | 6/2026")
    plan = draft.plan("vankhe.txt", Header(number="31/KH-UBND", place="Vân Khê", year=2026))
    engine = Engine(build_library([plan]))
    answer = engine.answer("lắp đồng hồ nước theo kế hoạch 16-KH/TU xong khi nào", TODAY)
    assert answer.values == ("30/9/2026",)
    assert engine.answer("lắp đồng hồ nước theo kế hoạch 17-KH/TU xong khi nào", TODAY).status is Status.NOT_FOUND
    assert engine.answer("rửa bể chứa nước theo kế hoạch 16-KH/TU xong khi nào", TODAY).status is Status.NOT_FOUND
