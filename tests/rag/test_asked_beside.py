"""What a question asks beside the row it means: why it is not done, whose document, the cell of the one row that is listed."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from rag.query.reasons import asking_note
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft, listed


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a province's and a commune's plan, which tell where obstacles are reported each in its own way."""
    province = Draft()
    province.section("Tiêu đề", "KẾ HOẠCH Phát triển làng nghề tỉnh Lam Giang năm 2026")
    province.section("I", "I. TỔ CHỨC THỰC HIỆN")
    province.clause("I", "Nếu có vướng mắc, các sở phản ánh về Sở Công Thương để tổng hợp.")
    province.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
    province.task("Phụ lục/1", "Xây dựng sàn bán hàng dùng chung cấp xã | Sở Công Thương | | Sàn | 3/2026")
    province.task(
        "Phụ lục/2",
        "Lập quỹ khôi phục nghề đúc đồng | Sở Tài chính | Sở Công Thương | Đề án | 6/2026 | Chờ hướng dẫn của Bộ",
    )
    province.task("Phụ lục/5", "Kế hoạch bồi dưỡng thợ trẻ (BDT) của tỉnh năm 2026 | Sở Nội vụ | | Kế hoạch | 2/2026")
    province.task("Phụ lục/3", "Khảo sát lò rèn | Sở Nội vụ | | Báo cáo | 9/2026 | Quyết định số 41/QĐ-UBND")
    province.task(
        "Phụ lục/4", "Số hóa sổ nghề, dùng lại 90% dữ liệu cũ | Công ty Lò Đỏ; Công ty Dao Quý | | Sổ số | 8/2026"
    )
    commune = Draft()
    commune.section("Tiêu đề", "KẾ HOẠCH Phát triển làng nghề xã Vân Khê năm 2026")
    commune.section("I", "I. TỔ CHỨC THỰC HIỆN")
    commune.clause("I", "Nếu có vướng mắc, các thôn phản ánh về Phòng Kinh tế để tổng hợp.")
    commune.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
    commune.task("Phụ lục/1", "Tham gia sàn bán hàng dùng chung cấp xã | Phòng Kinh tế | | Gian hàng | 7/2026")
    commune.task("Phụ lục/3", "Kế hoạch bồi dưỡng thợ trẻ (BDT) | Phòng Văn hóa | | Kế hoạch | 4/2026")
    commune.task("Phụ lục/2", "Mở lớp rèn dao | Phòng Kinh tế | | Lớp học | 5/2026")
    heads = (("27/KH-UBND", "Ủy ban nhân dân tỉnh Lam Giang"), ("12/KH-UBND", "Ủy ban nhân dân xã Vân Khê"))
    places = ("Lam Giang", "Vân Khê")
    return asker(
        [
            draft.plan(f"{place}.txt", Header(number=number, issuer=issuer, place=place, title=f"Phát triển làng nghề {place}", year=2026))
            for draft, (number, issuer), place in zip((province, commune), heads, places, strict=True)
        ]
    )  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "Vì sao quỹ khôi phục nghề đúc đồng vẫn chưa lập được, chưa triển khai được?",
        "Sao việc lập quỹ khôi phục nghề đúc đồng đến nay chưa làm được, có ghi lý do gì không?",
        "ly do chua trien khai quy khoi phuc nghe duc dong la gi",
        "Lập quỹ khôi phục nghề đúc đồng do đâu mà chưa thực hiện?",
    ],
)
def test_why_work_is_not_done_is_told_by_its_note(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, ("Chờ hướng dẫn của Bộ",))


@pytest.mark.parametrize(
    "question",
    [
        "Vì sao phải khôi phục nghề đúc đồng?",
        "Ai chưa làm xong việc lập quỹ?",
        "Vì sao Sở Tài chính chưa làm, ai phối hợp?",
    ],
)
def test_other_questions_ask_no_note(question: str) -> None:
    assert asking_note(question) == question


def test_the_issuer_of_a_document_that_is_asked_for_points_to_no_plan(ask: Ask) -> None:
    answer = ask("Mở lớp rèn dao theo quyết định nào của UBND tỉnh, ghi ở cột ghi chú?")
    assert answer.status is Status.NOT_STATED
    assert {one.file for one in answer.citations} == {"Vân Khê.txt"}


@pytest.mark.parametrize(
    "question", ["Có vướng mắc thì phản ánh về đâu?", "Sàn bán hàng dùng chung cấp xã bao giờ xong?"]
)
def test_what_two_plans_say_alike_is_told_of_each(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.AMBIGUOUS
    assert {one.file for one in answer.items} == {"Lam Giang.txt", "Vân Khê.txt"}


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Ở xã Vân Khê việc nào có sản phẩm là lớp học, hạn đến bao giờ?", ("5/2026",)),
        ("tinh Lam Giang viec nao co san pham la de an, han den bao gio, ai phoi hop", ("6/2026", "Sở Công Thương")),
    ],
)
def test_a_list_of_one_row_tells_the_cells_asked_beside_it(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)
    assert listed(answer) == ["Phụ lục/2"]


@pytest.mark.parametrize(
    "question", ["Kế hoạch bồi dưỡng thợ trẻ BDT khi nào phải xong?", "ke hoach boi duong tho tre BDT do ai chu tri"]
)
def test_a_row_named_alike_but_for_its_plan_is_told_of_each(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.AMBIGUOUS
    assert {(one.file, one.locator) for one in answer.items} == {
        ("Lam Giang.txt", "Phụ lục/5"),
        ("Vân Khê.txt", "Phụ lục/3"),
    }


def test_naming_its_plan_settles_a_row_named_alike(ask: Ask) -> None:
    assert ask("Kế hoạch bồi dưỡng thợ trẻ BDT xã Vân Khê khi nào phải xong?").values == ("4/2026",)


@pytest.mark.parametrize(
    "question",
    [
        "Ở tỉnh Lam Giang việc có Sở Tài chính tham gia chủ trì là việc nào và hạn khi nào?",
        "o tinh Lam Giang viec do So Tai chinh chu tri la viec nao va han khi nao",
    ],
)
def test_the_one_row_asked_for_is_named_with_its_cells(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.values == ("Lập quỹ khôi phục nghề đúc đồng", "6/2026")
    assert listed(answer) == ["Phụ lục/2"]


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Số hóa sổ nghề Lam Giang: tên công ty, hạn", ("Công ty Lò Đỏ", "Công ty Dao Quý", "8/2026")),
        ("so hoa so nghe Lam Giang: ten don vi, ket qua", ("Công ty Lò Đỏ", "Công ty Dao Quý", "Sổ số")),
        ("Lam Giang, số hóa sổ nghề: tỷ lệ dữ liệu cũ dùng lại + kết quả", ("90%", "Sổ số")),
    ],
)
def test_a_telegram_asks_for_names_and_figures_beside_columns(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)
