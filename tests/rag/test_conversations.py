"""Conversations over tables with columns of their own, of years and of money; reports and documents of several plans."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.build import build_plan
from ingest.plan import Plan
from ingest.readers.text import read_text
from rag.answer import Answer, Status
from rag.corpus.library import build_library
from rag.engine import Engine
from rag.language.shortforms import spelt_out
from rag.turns import Turn
from tests.ingest.sources import plan, table
from tests.rag.plans import TODAY, cited, listed

FISH = """ỦY BAN NHÂN DÂN
XÃ AO SEN

Số: 21/KH-UBND
Ao Sen, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Phát triển nghề nuôi cá năm 2026

Căn cứ Thông tư số 07/2024/TT-BTS ngày 03/4/2024 của Bộ Thủy sản về giống cá;
Căn cứ Chỉ thị số 11-CT/HU ngày 05/5/2025 của Huyện ủy về nghề cá;

I. MỤC ĐÍCH
Nuôi cá đúng thời vụ.
IV. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế: báo cáo quý gửi UBND xã trước ngày 12 của tháng cuối quý; báo cáo năm trước ngày 25 tháng 11.
V. KINH PHÍ
Tổng kinh phí thực hiện kế hoạch là 910 triệu đồng.
"""
ANNEXES = (
    "\nPHỤ LỤC I\nDANH MỤC DỰ ÁN\n(Kèm theo Kế hoạch số 21/KH-UBND ngày 12/01/2026)\n\n"
    + table(
        "TT | Tên dự án | Chủ đầu tư | Địa điểm | Tổng mức đầu tư (triệu đồng) | Nguồn vốn | Thời hạn",
        "1 | Trại giống cá trê | Hợp tác xã Ao Sen | Thôn Thượng | 240 | Ngân sách xã | 6/2026",
        "2 | Chợ cá ven sông | Phòng Kinh tế | Thôn Hạ | 515 | Xã hội hóa | 9/2026",
        "3 | Lớp dạy ương cá bột | Hội Nông dân | Thôn Trung | 35 | Ngân sách xã | 7/2026",
    )
    + "\nPHỤ LỤC II\nLỘ TRÌNH TỪNG NĂM\n(Kèm theo Kế hoạch số 21/KH-UBND ngày 12/01/2026)\n\n"
    + table(
        "TT | Nội dung công việc | Đơn vị thực hiện | Năm 2026 | Năm 2027",
        "1 | Bộ quy ước thả cá giống | Hội Nông dân | Lấy ý kiến | Công bố tháng 4",
        "2 | Ngày hội kéo lưới | Phòng Kinh tế | Tháng 10 | Tháng 11",
        "3 | Sổ tay phòng bệnh cá | Trạm Y tế xã |  | In 500 cuốn",
    )
)
BEES = FISH.replace("XÃ AO SEN", "XÃ ĐỒI SIM").replace("Ao Sen", "Đồi Sim").replace("21/KH", "34/KH")
BEES = BEES.replace("nuôi cá", "nuôi ong").replace("ngày 12 của tháng", "ngày 20 của tháng").replace("910", "640")
Talk = Callable[..., Answer]


def _named(file: str, source: str) -> Plan:
    return build_plan(read_text(file, source, "utf-8"), file)


@pytest.fixture(scope="module")
def talk() -> Talk:
    """Asks one question after another, each leaning on the answer before it; the last answer."""
    engine = Engine(build_library([_named("ca.txt", FISH + ANNEXES), _named("ong.txt", BEES), plan()]))

    def ask(first: str, *others: str) -> Answer:
        answer = engine.answer(first, TODAY)
        turn = Turn(first, answer)
        for question in others:
            answer = engine.answer(question, TODAY, turn)
            turn = Turn(question, answer)
        return answer

    return ask


HATCHERY = "Ai làm trại giống cá trê?"


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Thế tổng mức đầu tư bao nhiêu triệu?", ("240",)),
        ("Nó nằm ở đâu?", ("Thôn Thượng",)),
        ("Dự án đó lấy từ nguồn vốn nào?", ("Ngân sách xã",)),
        ("Dự án ấy hết bao nhiêu tiền?", ("240",)),
        ("hết bao nhiêu tiền", ("240",)),
        ("trại này xong khi nào?", ("6/2026",)),
        ("du an do khi nao xong", ("6/2026",)),
        ("địa điểm?", ("Thôn Thượng",)),
    ],
)
def test_another_column_is_asked_of_the_row_spoken_of(talk: Talk, question: str, values: tuple[str, ...]) -> None:
    told = talk(HATCHERY, question)
    assert (told.values, cited(told)) == (values, {"ca.txt#Phụ lục I/1"})


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Còn chợ cá ven sông thì sao?", ("515",)),
        ("còn chợ cá ven sông thì bao nhiêu", ("515",)),
        ("Thế còn lớp dạy ương cá bột?", ("35",)),
    ],
)
def test_the_same_is_asked_of_another_row(talk: Talk, question: str, values: tuple[str, ...]) -> None:
    assert talk("Tổng mức đầu tư trại giống cá trê là bao nhiêu?", question).values == values


def test_a_year_is_asked_after_another(talk: Talk) -> None:
    first = "Ngày hội kéo lưới năm 2026 tổ chức tháng mấy?"
    assert talk(first).values == ("Tháng 10",)
    assert talk(first, "Còn năm 2027?").values == ("Tháng 11",)
    assert talk(first, "còn năm 2031?").status is not Status.ANSWERED


def test_a_month_is_asked_after_another(talk: Talk) -> None:
    told = talk("Tháng 6/2026 ở xã Ao Sen có việc nào đến hạn?", "Còn tháng 7?")
    assert listed(told) == ["Phụ lục I/3"]


@pytest.mark.parametrize(
    "question", ["Vì sao nó chậm?", "Nó đã xong chưa?", "Số điện thoại của người đó?", "Còn nhà máy nước đá thì sao?"]
)
def test_what_no_row_tells_stays_refused_in_a_conversation(talk: Talk, question: str) -> None:
    assert talk(HATCHERY, question).status is Status.NOT_FOUND


def test_a_question_of_the_whole_plan_is_not_of_the_row(talk: Talk) -> None:
    assert talk(HATCHERY, "Tổng kinh phí của kế hoạch xã Ao Sen là bao nhiêu?").values == ("910 triệu đồng",)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Bộ quy ước thả cá giống được công bố vào tháng mấy của năm 2027?", ("tháng 4",)),
        ("Năm 2027 bộ quy ước thả cá giống công bố khi nào?", ("tháng 4",)),
    ],
)
def test_a_roadmap_tells_the_time_in_the_column_of_its_year(talk: Talk, question: str, values: tuple[str, ...]) -> None:
    told = talk(question)
    assert (told.values, cited(told)) == (values, {"ca.txt#Phụ lục II/1"})


def test_a_step_without_a_time_tells_none(talk: Talk) -> None:
    assert talk("Năm 2026 bộ quy ước thả cá giống làm tháng mấy?").status is Status.NOT_STATED


@pytest.mark.parametrize(
    "question",
    ["Báo cáo quý phải gửi trước ngày nào?", "BÁO CÁO QUÝ NỘP NGÀY MẤY?", "hạn nộp báo cáo quý là ngày nào"],
)
def test_a_day_that_plans_state_differently_is_told_of_each(talk: Talk, question: str) -> None:
    told = talk(question)
    assert (told.status, cited(told)) == (Status.AMBIGUOUS, {"ca.txt#IV/1", "ong.txt#IV/1"})
    assert [one.file for one in told.items] == ["ca.txt", "ong.txt"]


def test_the_plan_named_then_or_after_tells_its_own_day(talk: Talk) -> None:
    day = ("trước ngày 20 của tháng cuối quý",)
    assert talk("Báo cáo quý của xã Đồi Sim gửi trước ngày nào?").values == day
    assert talk("Báo cáo quý phải gửi trước ngày nào?", "Của xã Đồi Sim thì sao?").values == day


def test_a_day_that_plans_state_alike_is_told_once(talk: Talk) -> None:
    assert talk("Báo cáo năm phải gửi trước ngày nào?").values == ("trước ngày 25 tháng 11",)


def test_sums_of_two_plans_are_told_in_the_order_asked(talk: Talk) -> None:
    told = talk("Tổng kinh phí của kế hoạch xã Đồi Sim năm 2026 và kế hoạch xã Ao Sen năm 2026 là bao nhiêu?")
    assert told.values == ("640 triệu đồng", "910 triệu đồng")


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("TT nào làm căn cứ cho kế hoạch xã Ao Sen?", "07/2024/TT-BTS"),
        ("kế hoạch xã Ao Sen căn cứ vào TT nào", "07/2024/TT-BTS"),
        ("CT số mấy của Huyện ủy làm căn cứ cho kế hoạch xã Ao Sen?", "11-CT/HU"),
    ],
)
def test_a_document_is_asked_for_by_its_letters(talk: Talk, question: str, value: str) -> None:
    assert talk(question).values == (value,)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("TT nào chủ trì?", "TT nào chủ trì?"),
        ("CT nào đạt 100%?", "CT nào đạt 100%?"),
        ("dựa vào nđ nào", "dựa vào nghị định nào"),
        ("QD so may lam can cu", "quyết định so may lam can cu"),
        ("căn cứ KL của Bộ Chính trị số mấy", "căn cứ kết luận của Bộ Chính trị số mấy"),
        ("HS trình Bộ khi nào xong?", "hồ sơ trình Bộ khi nào xong?"),
        ("bao nhiêu HS giỏi?", "bao nhiêu HS giỏi?"),
    ],
)
def test_letters_stand_for_what_the_words_around_them_tell(typed: str, meant: str) -> None:
    assert spelt_out(typed) == meant


def test_a_share_asked_of_two_things_says_which_row_is_meant() -> None:
    rows = table(
        "TT | Chỉ tiêu | Đơn vị tính | Kế hoạch 2026 | Đơn vị theo dõi",
        "1 | Kinh phí chi cho nghề dệt | % GRDP | 2 | Phòng Kinh tế",
        "2 | Tỷ trọng vốn dân góp trên kinh phí chi cho nghề dệt | % | 30 | Phòng Kinh tế",
        "3 | Quy mô nghề mộc | % GRDP | 14 | Phòng Kinh tế",
    )
    annex = f"\nPHỤ LỤC I\nCHỈ TIÊU NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n{rows}"
    engine = Engine(build_library([plan(annex=annex)]))
    told = engine.answer("Kinh phí chi cho nghề dệt và quy mô nghề mộc lần lượt là bao nhiêu % GRDP?", TODAY)
    assert told.values == ("2", "14")
