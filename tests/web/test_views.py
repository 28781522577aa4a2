from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from rag.answer import Answer, Status
from tests.api.sample import CLASSES, FILE, LIST, PLAN, WHO, WIFI, citation, item
from web.examples import examples
from web.links import source_href
from web.tables import cell_text, columns_of
from web.views import HEADLINE_VALUES, answer_view, differing, headline, plan_cards, sentence


def test_the_headline_is_left_out_when_the_sentence_says_no_more() -> None:
    assert headline(Answer("?", Status.ANSWERED, "Phòng Kinh tế.", values=("Phòng Kinh tế",))) == ()
    assert headline(WHO) == ("Phòng Kinh tế",)


def test_many_values_are_left_to_the_list() -> None:
    names = tuple(f"Nhiệm vụ {number}" for number in range(HEADLINE_VALUES + 1))
    assert headline(replace(LIST, values=names)) == ()
    assert headline(replace(LIST, values=names[1:])) == names[1:]


def test_a_list_answers_rows_are_not_repeated_in_its_sentence() -> None:
    assert sentence(LIST) == "Có 2 nhiệm vụ."
    assert (
        sentence(replace(LIST, answer="2 việc (lúc 10:30): Phụ lục/1 – Lắp; Phụ lục/2 – Mở")) == "2 việc (lúc 10:30)."
    )
    assert (
        sentence(replace(LIST, answer="Có 2 nhiệm vụ, nhiều hơn năm trước.")) == "Có 2 nhiệm vụ, nhiều hơn năm trước."
    )
    assert sentence(replace(LIST, items=())) == LIST.answer


def test_answers_that_differ_are_all_told_in_the_sentence() -> None:
    both = replace(LIST, status=Status.AMBIGUOUS, answer="Mỗi nơi một khác: Phụ lục/1: A; Phụ lục/2: B.")
    assert sentence(both) == both.answer


def test_what_each_plan_says_is_told_apart() -> None:
    rows = (item(WIFI), replace(item(CLASSES), plan="9/KH-SNN"))
    text = "Mỗi nơi một khác: 12/KH-UBND (Phụ lục/1): Phòng A; Phòng B; 9/KH-SNN (Phụ lục/2): để trống."
    both = Answer("?", Status.AMBIGUOUS, text, items=rows)
    assert [(one.plan, one.said) for one in differing(both)] == [
        ("12/KH-UBND", "Phòng A; Phòng B"),
        ("9/KH-SNN", "để trống"),
    ]
    assert differing(replace(both, answer="Khác nhau.")) == ()
    assert differing(replace(both, status=Status.ANSWERED)) == ()


def test_roles_are_shown_in_vietnamese_and_only_where_they_differ() -> None:
    lead, support = replace(item(CLASSES), role="lead"), replace(item(CLASSES), role="support")
    assert "role" not in columns_of((lead, lead))
    assert columns_of((lead, support))[-1] == "role"
    assert [cell_text(one, "role") for one in (lead, support)] == ["chủ trì", "phối hợp"]


def test_a_table_has_only_columns_that_some_row_fills() -> None:
    table = answer_view(replace(LIST, items=(item(CLASSES),))).table
    assert table is not None
    assert tuple(column.name for column in table.columns) == ("Nội dung", "Chủ trì", "Kết quả", "Thời hạn")


def test_a_quoted_row_is_shown_by_its_filled_cells_with_the_value_marked() -> None:
    [cited] = answer_view(WHO).citations
    shown = ["".join(piece.text for piece in cell) for cell in cited.cells]
    assert shown == ["1", "Lắp đặt Wi-Fi tại chợ", "Phòng Kinh tế", "Công an xã", "Biên bản", "3/2026"]
    marked = [piece.text for cell in cited.cells for piece in cell if piece.marked]
    assert marked == ["Phòng Kinh tế"]


def test_the_value_is_marked_in_each_cell_that_holds_it() -> None:
    quote = citation(PLAN.tasks[0].spans[0], "Phụ lục/1")
    view = answer_view(replace(WHO, values=("Biên bản", "3/2026"), citations=(quote,)))
    assert [piece.text for cell in view.citations[0].cells for piece in cell if piece.marked] == ["Biên bản", "3/2026"]


def test_a_link_to_a_source_survives_any_file_name() -> None:
    parts = urlsplit(source_href("a/b ?#%.txt", "Phụ lục/1", 3, 9))
    assert parts.path == "/plans/a%2Fb%20%3F%23%25.txt"
    assert parse_qs(parts.query) == {"at": ["Phụ lục/1"], "start": ["3"], "end": ["9"]}
    assert parts.fragment == "cite"


def test_examples_ask_what_the_plans_can_answer() -> None:
    assert examples((PLAN,)) == (
        "Đơn vị nào chủ trì “Lắp đặt Wi-Fi tại chợ”?",
        "Bao giờ phải hoàn thành “Lắp đặt Wi-Fi tại chợ”?",
        "Chỉ tiêu “Tỷ lệ hồ sơ trực tuyến” là bao nhiêu?",
        "Phòng Kinh tế chủ trì những nhiệm vụ nào?",
    )
    assert examples(()) == ()
    assert examples((replace(PLAN, tasks=(), targets=()),)) == ()


def test_a_plan_without_title_or_number_is_still_named() -> None:
    [card] = plan_cards([replace(PLAN, header=replace(PLAN.header, title=None, number=None, date_text=None))])
    assert (card.title, card.number, card.date) == (FILE, "chưa có số", "chưa ghi ngày")
