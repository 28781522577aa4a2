"""A question that leans on the one before, and one that does not."""

from __future__ import annotations

import pytest

from ingest.plan import Header, Plan
from rag.answer import Answer, Status
from rag.service import Service
from tests.index.plans import LetterEmbedder
from tests.rag.conftest import snapshot_of
from tests.rag.plans import TODAY, Draft, cited

DRILL = "Cơ quan nào chủ trì diễn tập ứng phó bão, lũ cấp tỉnh?"
DRILL_PLACE = {"lamgiang-ubnd-2026.txt#Phụ lục II/18"}


def then(service: Service, first: str, *later: str) -> Answer:
    """The last answer of a conversation."""
    answer = service.ask(first, today=TODAY)
    for question in later:
        answer = service.ask(question, today=TODAY, previous=answer)
    return answer


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Thế còn thời hạn?", ("Tháng 8/2026",)),
        ("con han thi sao", ("Tháng 8/2026",)),
        ("ai phối hợp?", ("Sở Nông nghiệp và Môi trường", "Công an tỉnh", "Sở Y tế")),
        ("Kết quả thì sao?", ("Cuộc diễn tập được tổ chức",)),
    ],
)
def test_another_column_is_asked_of_the_row_before(service: Service, question: str, values: tuple[str, ...]) -> None:
    answer = then(service, DRILL, question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)
    assert cited(answer) == DRILL_PLACE


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Ngoài Công an tỉnh và Sở Y tế thì còn cơ quan nào phối hợp?", ("Sở Nông nghiệp và Môi trường",)),
        ("ngoai so y te con ai nua", ("Sở Nông nghiệp và Môi trường", "Công an tỉnh")),
        ("Không kể Công an tỉnh ra thì còn những đơn vị nào tham gia?", ("Sở Nông nghiệp và Môi trường", "Sở Y tế")),
    ],
)
def test_who_else_is_asked_beside_the_units_named(service: Service, question: str, values: tuple[str, ...]) -> None:
    answer = then(service, DRILL, question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)
    assert cited(answer) == DRILL_PLACE


def test_who_else_is_asked_in_one_question(service: Service) -> None:
    answer = service.ask("Ngoài Sở Y tế còn ai phối hợp diễn tập ứng phó bão, lũ cấp tỉnh?", today=TODAY)
    assert answer.values == ("Sở Nông nghiệp và Môi trường", "Công an tỉnh")


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Ngoài Sở Y tế ra thì đơn vị nào phối hợp diễn tập ứng phó bão, lũ cấp tỉnh?", ("Sở Nông nghiệp và Môi trường", "Công an tỉnh")),
        ("Ngoài Công an tỉnh thì sở nào cùng diễn tập ứng phó bão, lũ cấp tỉnh?", ("Sở Nông nghiệp và Môi trường", "Sở Y tế")),
        ("ngoai cong an tinh thi so nao cung dien tap ung pho bao, lu cap tinh", ("Sở Nông nghiệp và Môi trường", "Sở Y tế")),
    ],
)  # fmt: skip
def test_who_else_of_a_sort_is_asked_without_still(service: Service, question: str, values: tuple[str, ...]) -> None:
    answer = service.ask(question, today=TODAY)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


def test_a_follow_up_can_be_followed(service: Service) -> None:
    assert then(service, DRILL, "Thế còn thời hạn?", "ai phối hợp?").values[0] == "Sở Nông nghiệp và Môi trường"


def test_a_blank_cell_of_the_row_before_is_not_stated(service: Service) -> None:
    answer = then(service, "Ai chủ trì hoàn thiện Kho dữ liệu dùng chung của tỉnh?", "kết quả là gì?")
    assert answer.status is Status.NOT_STATED
    assert cited(answer) == {"lamgiang-ubnd-2026.txt#Phụ lục II/8"}


def test_naming_another_plan_asks_it_the_question_before(service: Service) -> None:
    first = "Hạn kiểm định 18 hồ chứa trong kế hoạch của Sở Nông nghiệp và Môi trường là khi nào?"
    assert then(service, first).values == ("6/2026",)
    assert then(service, first, "còn kế hoạch tỉnh thì sao").values == ("7/2026",)


def test_another_field_is_asked_of_the_head_before(service: Service) -> None:
    answer = then(service, "Ai ký kế hoạch của UBND tỉnh Lam Giang?", "chức vụ gì?")
    assert answer.values == ("PHÓ CHỦ TỊCH",)


def test_a_whole_question_does_not_lean_on_the_one_before(service: Service) -> None:
    question = "Ai chủ trì nạo vét kênh nội đồng ở xã Vân Khê?"
    answer = then(service, DRILL, question)
    assert answer.values == ("Phòng Kinh tế",)
    assert answer.citations == service.ask(question, today=TODAY).citations


@pytest.mark.parametrize("question", ["Bao giờ xong?", "ai chu tri", "Kết quả là gì?"])
def test_a_question_about_nothing_is_told_what_to_add(service: Service, question: str) -> None:
    answer = service.ask(question, today=TODAY)
    assert answer.status is Status.NOT_FOUND
    assert "Xin nêu nhiệm vụ" in answer.answer


def test_a_follow_up_to_nothing_is_not_found(service: Service) -> None:
    assert then(service, "Ai chủ trì xây sân bay vũ trụ?", "hạn khi nào?").status is Status.NOT_FOUND
    assert then(service, "Thế còn thời hạn?").status is Status.NOT_FOUND


SIGNER = "Ai ký kế hoạch của UBND tỉnh Lam Giang?"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("ngày nào?", "ngày 16 tháng 01 năm 2026"),
        ("ký với chức vụ gì thế", "PHÓ CHỦ TỊCH"),
        ("còn xã Vân Khê?", "Hoàng Minh Khang"),
        ("còn Sở Nông nghiệp và Môi trường?", "Vi Thị Ngọc Hà"),
    ],
)
def test_after_a_signer_only_what_is_new_is_answered(service: Service, question: str, value: str) -> None:
    assert then(service, SIGNER, question).values == (value,)


def test_another_unit_is_asked_the_question_before(service: Service) -> None:
    first = "Sở Nội vụ chủ trì những nhiệm vụ nào trong kế hoạch của UBND tỉnh?"
    asked_whole = service.ask("Sở Xây dựng chủ trì những nhiệm vụ nào trong kế hoạch của UBND tỉnh?", today=TODAY)
    assert [item.locator for item in asked_whole.items] == ["Phụ lục II/27"]
    assert then(service, first, "còn Sở Xây dựng?").items == asked_whole.items


@pytest.mark.parametrize(
    ("first", "values"),
    [
        (DRILL, ("Sở Nông nghiệp và Môi trường",)),
        ("Diễn tập ứng phó bão, lũ cấp tỉnh hạn tháng mấy?", ("Từ ngày 15/9/2026 đến ngày 15/12/2026",)),
    ],
)
def test_the_same_is_asked_of_another_thing(service: Service, first: str, values: tuple[str, ...]) -> None:
    answer = then(service, first, "còn trồng rừng phòng hộ ven hồ chứa thì sao")
    assert (answer.values, cited(answer)) == (values, {"lamgiang-ubnd-2026.txt#Phụ lục II/22"})


WORK = "Sở Nội vụ chủ trì những nhiệm vụ nào trong kế hoạch của UBND tỉnh Lam Giang?"
LED = ["Phụ lục II/1", "Phụ lục II/4", "Phụ lục II/5", "Phụ lục II/6", "Phụ lục II/30"]


@pytest.mark.parametrize(
    "question",
    [
        "còn trồng rừng phòng hộ ven hồ chứa?",
        "trồng rừng phòng hộ ven hồ chứa thì thế nào",
        "vậy trồng rừng ven hồ chứa?",
    ],
)
def test_another_thing_is_asked_in_other_words(service: Service, question: str) -> None:
    assert then(service, DRILL, question).values == ("Sở Nông nghiệp và Môi trường",)


@pytest.mark.parametrize("question", ["tổng cộng bao nhiêu?", "tất cả là mấy việc"])
def test_a_list_before_is_counted(service: Service, question: str) -> None:
    assert then(service, WORK, question).values == ("5",)


def test_a_list_before_is_asked_of_the_other_role(service: Service) -> None:
    answer = then(service, WORK, "còn phối hợp?")
    assert [one.locator for one in answer.items] == ["Phụ lục II/13"]


def test_a_list_before_is_narrowed(service: Service) -> None:
    assert [one.locator for one in then(service, WORK).items] == LED
    answer = then(service, WORK, "trong đó việc nào phải xong trong quý IV/2026")
    assert [one.locator for one in answer.items] == ["Phụ lục II/4", "Phụ lục II/30"]


@pytest.mark.parametrize(
    ("question", "value"), [("việc đầu tiên hạn khi nào", "01/2026"), ("cái cuối hạn khi nào", "Quý IV/2026")]
)
def test_a_row_of_the_list_before_is_named_by_its_place(service: Service, question: str, value: str) -> None:
    assert then(service, WORK, question).values == (value,)


@pytest.mark.parametrize("question", ["còn ai tham gia nữa không", "có ai hỗ trợ không"])
def test_helpers_are_asked_for_without_the_word(service: Service, question: str) -> None:
    assert then(service, DRILL, question).values[0] == "Sở Nông nghiệp và Môi trường"


def test_a_question_for_helpers_is_explained(service: Service) -> None:
    """What a question was understood by is told of each of its flags."""
    told = service.explain("Đơn vị nào hỗ trợ doanh nghiệp diễn tập ứng phó bão, lũ?", today=TODAY)
    assert "đơn vị hỗ trợ hoặc chính việc đó" in told


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Thế công ty nào đồng hành vậy?", ("Công ty đồng hành (Lam Sơn)",)),
        ("vay cong ty nao dong hanh", ("Công ty đồng hành (Lam Sơn)",)),
        ("Thế trường nào đồng hành vậy?", ()),
    ],
)
def test_a_unit_of_one_sort_is_asked_of_the_row_before(question: str, values: tuple[str, ...]) -> None:
    near, far = Draft(), Draft()
    near.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
    near.task(
        "Phụ lục/1",
        "Dựng bản đồ ruộng bậc thang | Phòng Bản đồ | Phòng Pháp chế; Công ty đồng hành (Lam Sơn) | Bản đồ | Tháng 8/2026 |",
    )
    far.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
    far.task(
        "Phụ lục/1",
        "Phát động mô hình công ty đồng hành cùng nhà nông | Sở Công Thương | Hội Nông dân | Lễ phát động | Tháng 9/2026 |",
    )
    plans = [near.plan("gan.txt", Header(issuer="Sở Nội vụ")), far.plan("xa.txt", Header(issuer="UBND tỉnh Lam Giang"))]
    service = Service(snapshot_of(plans, LetterEmbedder()))
    assert then(service, "Ai chủ trì dựng bản đồ ruộng bậc thang?", question).values == values


def _games() -> Service:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Tổ chức hội thao năm 2026")
    draft.annex("Phụ lục", "PHỤ LỤC DANH MỤC NHIỆM VỤ")
    draft.task("Phụ lục/1", "Giải bơi thuyền giữa các thôn | Đoàn Thanh niên | Công an xã | 14 đội tham gia | 7/2026")
    draft.task("Phụ lục/2", "Lắp 12 ki-ốt bán vé ở bến Mơ | Phòng Kinh tế | | Hồ sơ nghiệm thu | 6/2026")
    header = Header(
        number="8/KH-UBND", title="Tổ chức hội thao năm 2026", issuer="Ủy ban nhân dân xã Hồ Mây", year=2026
    )
    return Service(snapshot_of([draft.plan("hoithao.txt", header)], LetterEmbedder()))


@pytest.mark.parametrize(
    ("first", "question", "values"),
    [
        ("Ai chủ trì giải bơi thuyền của xã Hồ Mây?", "thế phải có bao nhiêu đội?", ("14 đội tham gia",)),
        ("Ai chủ trì giải bơi thuyền của xã Hồ Mây?", "may doi vay", ("14 đội tham gia",)),
        ("Ai chủ trì lắp ki-ốt bán vé?", "lắp mấy cái ki-ốt vậy?", ("12 ki-ốt",)),
    ],
)
def test_how_many_of_what_the_row_before_counts(first: str, question: str, values: tuple[str, ...]) -> None:
    assert then(_games(), first, question).values == values


@pytest.mark.parametrize("question", ["bao nhiêu tiền?", "hết bao nhiêu kinh phí?", "bao nhiêu trọng tài?"])
def test_no_other_figure_of_the_row_before_is_told(question: str) -> None:
    answer = then(_games(), "Ai chủ trì giải bơi thuyền của xã Hồ Mây?", question)
    assert answer.status is Status.NOT_FOUND


@pytest.fixture(scope="module")
def herding() -> Service:
    """Asks the plans of two provinces about herding."""
    plans: list[Plan] = []
    for name, lead, support in (
        ("Hải Vân", "Sở Nội vụ", "Phòng Chăn nuôi; Doanh nghiệp đồng hành (Sữa Mây)"),
        ("Đông Sơn", "Công an tỉnh", "Các doanh nghiệp vận tải; Trường Cao đẳng Gió"),
    ):
        draft = Draft()
        draft.section("Tiêu đề", f"KẾ HOẠCH Nuôi dê trên địa bàn tỉnh {name}")
        draft.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
        draft.task("Phụ lục/1", f"Dựng chuồng dê mẫu trên đồi cát | {lead} | {support} | 3 chuồng | 4/2026")
        header = Header(number="7/KH-UBND", place=name, issuer=f"Ủy ban nhân dân tỉnh {name}", year=2026)
        plans.append(draft.plan(f"{len(plans)}.txt", header))
    return Service(snapshot_of(plans, LetterEmbedder()))


@pytest.mark.parametrize(
    ("question", "status", "values", "places"),
    [
        (
            "Vậy doanh nghiệp nào cùng phối hợp?",
            Status.ANSWERED,
            ("Doanh nghiệp đồng hành (Sữa Mây)",),
            {"0.txt#Phụ lục/1"},
        ),
        ("doanh nghiep nao phoi hop", Status.ANSWERED, ("Doanh nghiệp đồng hành (Sữa Mây)",), {"0.txt#Phụ lục/1"}),
        ("Hai phòng nào phối hợp việc đó?", Status.ANSWERED, ("Phòng Chăn nuôi",), {"0.txt#Phụ lục/1"}),
        ("Phòng nào phối hợp?", Status.ANSWERED, ("Phòng Chăn nuôi",), {"0.txt#Phụ lục/1"}),
        ("Thế công ty nào phối hợp?", Status.NOT_FOUND, (), set()),
        ("Còn Đông Sơn ai chủ trì?", Status.ANSWERED, ("Công an tỉnh",), {"1.txt#Phụ lục/1"}),
        ("Ở Hải Vân hạn khi nào?", Status.ANSWERED, ("4/2026",), {"0.txt#Phụ lục/1"}),
    ],
)
def test_a_follow_up_stays_on_its_row_unless_another_plan_is_named(
    herding: Service, question: str, status: Status, values: tuple[str, ...], places: set[str]
) -> None:
    answer = then(herding, "Tỉnh Hải Vân giao ai chủ trì dựng chuồng dê mẫu trên đồi cát?", question)
    assert (answer.status, answer.values, cited(answer)) == (status, values, places)


def test_money_of_the_task_spoken_of_is_told_by_the_sentence_that_names_it() -> None:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Nâng cao chất lượng chè xã Hồ Mây năm 2026")
    draft.section("IV", "IV. KINH PHÍ")
    draft.clause(
        "IV",
        "Kinh phí thực hiện Kế hoạch 900 triệu đồng từ ngân sách xã. Riêng việc khảo nghiệm giống chè Shan được bố trí 240 triệu đồng.",
    )
    draft.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
    draft.task("Phụ lục/1", "Khảo nghiệm, chọn lọc giống chè Shan | Phòng Kinh tế | | Báo cáo | 9/2026")
    draft.task("Phụ lục/2", "Mở lớp sao chè thủ công | Hội Nông dân | | Lớp học | 5/2026")
    header = Header(number="8/KH-UBND", title="Nâng cao chất lượng chè", issuer="Ủy ban nhân dân xã Hồ Mây", year=2026)
    service = Service(snapshot_of([draft.plan("che.txt", header)], LetterEmbedder()))
    asked = "thế bố trí bao nhiêu kinh phí cho việc đó?"
    assert then(service, "Ai chủ trì khảo nghiệm giống chè Shan?", asked).values == ("240 triệu đồng",)
    assert then(service, "Ai chủ trì mở lớp sao chè thủ công?", asked).status is Status.NOT_FOUND
