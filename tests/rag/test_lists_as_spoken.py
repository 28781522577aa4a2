"""Lists and counts typed as they are spoken: particles, nouns by ear, units of measure, places written as a chain."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.answer import Status
from rag.language.byear import noun_heard
from rag.language.courtesy import without_courtesy
from rag.mentions.chains import read_chain
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

HEADER = "TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn | Sản phẩm"
WORK = "\nPHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n\n" + table(
    HEADER,
    "I | Rừng phòng hộ | | | | ",
    "1 | Cắm mốc ranh giới | Hạt Kiểm lâm xã | Công an xã | 5/2026 | Bản đồ",
    "2 | Trồng bù 12 ha còn lại ở ven hồ: | | | | ",
    "2.1 | Ươm cây giống | Hợp tác xã Lâm nghiệp | Hạt Kiểm lâm xã | 4/2026 | 9.000 cây",
    "2.2 | Làm đất, bón lót | Hợp tác xã Lâm nghiệp | | 6/2026 | 12 ha",
    "II | Phòng cháy | | | | ",
    "1 | Phát dọn đường băng cản lửa | Hạt Kiểm lâm xã | Công an xã | Hằng năm | 7 km",
    "2 | Trực chòi canh | Công an xã | Hạt Kiểm lâm xã | Thường xuyên | Sổ trực",
)
TARGETS = "\nPHỤ LỤC II\nCHỈ TIÊU\n\n" + table(
    "TT | Chỉ tiêu | Đơn vị tính | Năm 2026 | Cơ quan theo dõi",
    "1 | Tỷ lệ che phủ | % | 47 | Hạt Kiểm lâm xã",
    "2 | Xếp hạng về giữ rừng | Thứ bậc | 5 | Hạt Kiểm lâm xã",
    "3 | Số chòi canh | Chòi | 9 | Công an xã",
    "4 | Tỷ lệ hộ ký cam kết | % | 90 | Công an xã",
)
FORESTS = "Giữ rừng phòng hộ ven hồ"
OTHER = "Nạo vét luồng lạch"


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a plan with one annex of rows in groups, and another with targets."""
    forests = plan(annex=WORK, head=HEAD.replace("Cải cách hành chính", FORESTS))
    dredging = plan(annex=TARGETS, head=HEAD.replace("12/KH", "45/KH").replace("Cải cách hành chính", OTHER))
    return asker([replace(forests, file="rung.txt"), replace(dredging, file="luong.txt")])


@pytest.mark.parametrize(
    "particle", ["dậy", "zậy", "dzậy ta", "vại", "dị trời", "rứa hè", "hông biết", "z", "vậy nhỉ?", "hay sao?"]
)
def test_a_particle_that_closes_a_question_is_no_condition(ask: Ask, particle: str) -> None:
    answer = ask(f"Nhóm Phòng cháy ở phụ lục có mấy nhiệm vụ {particle}")
    assert (answer.values, listed(answer)) == (("2",), ["Phụ lục/II/1", "Phụ lục/II/2"])


@pytest.mark.parametrize("typed", ["Việc nào nói về cúm dị", "Thôn nào nổi dậy", "Kế hoạch rứa"])
def test_what_only_ends_like_a_particle_stays(typed: str) -> None:
    assert without_courtesy(typed) == typed


@pytest.mark.parametrize(
    ("word", "beside", "noun"),
    [
        ("việt", ("mấy", "gì"), "việc"),
        ("diệc", ("những", "nào"), "việc"),
        ("viet", ("may", "gi"), "việc"),
        ("dụ", ("nhiệm", "nào"), "vụ"),
        ("việt", ("tiếng", "nào"), ""),
        ("việt", ("các", "kiều"), ""),
        ("việc", ("mấy", "gì"), ""),
    ],
)
def test_the_noun_for_rows_is_known_by_ear_where_rows_are_counted(
    word: str, beside: tuple[str, str], noun: str
) -> None:
    assert noun_heard(word, beside) == noun


@pytest.mark.parametrize(
    "question",
    ["hạt kiểm lâm xã chủ chì mấy việt gì ở phụ lục", "hạt kiểm lâm xã chủ trì nhửng nhiệm dụ nào trong phụ lục"],
)
def test_rows_are_listed_whose_noun_is_typed_by_ear(ask: Ask, question: str) -> None:
    assert listed(ask(question)) == ["Phụ lục/I/1", "Phụ lục/II/1"]


@pytest.mark.parametrize(
    "question",
    [
        "Trồng bù 12 ha còn lại ở ven hồ được chia thành mấy việc nhỏ trong danh mục?",
        "trong bu 12 ha con lai o ven ho gom may viec con trong danh muc",
        "Trồng bù 12 ha còn lại ở ven hồ chia mấy bước?",
        "PL I.2 gồm mấy phần",
    ],
)
def test_a_row_left_over_by_its_name_has_its_parts(ask: Ask, question: str) -> None:
    assert listed(ask(question)) == ["Phụ lục/I/2.1", "Phụ lục/I/2.2"]


@pytest.mark.parametrize(
    ("question", "ordinals"),
    [
        ("Có bao nhiêu chỉ tiêu tính theo đơn vị thứ bặc?", ["2"]),
        ("may chi tieu don vi tinh la thu bac", ["2"]),
        ("Những chỉ tiêu nào dạng %?", ["1", "4"]),
        ("Chỉ tiêu nào cột đơn vị tính ghi chòi?", ["3"]),
        ("Có mấy chỉ tiêu tính bằng ki lô mét?", []),
        ("Những chỉ tiêu nào không tính theo %?", ["2", "3"]),
    ],
)
def test_targets_are_chosen_by_their_unit_of_measure(ask: Ask, question: str, ordinals: list[str]) -> None:
    assert listed(ask(question)) == [f"Phụ lục II/{one}" for one in ordinals]


@pytest.mark.parametrize(
    "place",
    [
        "phụ lục mục I/2.1", "PL I.2.1", "PL I/2.1", "I.2.1 phụ lục", "phụ lục, I/2.1", "phụ lục mục I 2.1", "PL mục I-2.1",
        "phu luc muc i/2.1", "mục 2.1 nhóm I phụ lục", "dòng 2.1 phần I phụ lục", "nhiệm vụ I.2.1", "mục I.2.1",
        "phụ lục (mục I, stt 2.1)",
    ],
)  # fmt: skip
def test_a_row_of_a_group_is_found_however_its_place_is_written(ask: Ask, place: str) -> None:
    assert ask(f"{place} của kế hoạch {FORESTS}, sản phẩm là gì").values == ("9.000 cây",)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("12/pl iii ai lam", ("III", None, "12")),
        ("#12 pl iii ai lam", ("III", None, "12")),
        ("so 12 phu luc 3 ai lam", ("3", None, "12")),
        ("pl iii, 12 ai lam", ("III", None, "12")),
        ("pl iii-12", ("III", None, "12")),
        ("phu luc ii, 65 xa nao", None),
        ("phu luc ii, 100% ho", None),
        ("thang 12 phu luc iii co viec nao", None),
        ("quy 4/2026 phu luc iii co viec nao", None),
        ("phu luc iii 6 thang dau nam", None),
    ],
)
def test_a_chain_of_numerals_names_a_row_and_a_number_of_things_none(
    typed: str, place: tuple[str, str | None, str] | None
) -> None:
    assert read_chain(typed) == place


def test_a_place_that_is_not_there_is_not_found(ask: Ask) -> None:
    assert ask(f"phụ lục mục I/2.9 {FORESTS} sản phẩm là gì").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("nhung nhiem vu nao ve giu rung ven ho lam hang nam", ["Phụ lục/II/1"]),
        ("Nhiệm vụ nào về giữ rừng ven hồ do Công an xã chủ trì?", ["Phụ lục/II/2"]),
        ("Nhiệm vụ nào về giữ nước ven hồ làm hằng năm?", []),
    ],
)
def test_a_matter_told_by_one_plans_title_points_to_its_rows(ask: Ask, question: str, rows: list[str]) -> None:
    assert listed(ask(question)) == rows


@pytest.mark.parametrize(
    "question", ["nv nào k có cq phối hợp", "Những việc nào không có cơ quan phối hợp trong bảng?"]
)
def test_only_a_table_with_the_column_leaves_it_blank(ask: Ask, question: str) -> None:
    assert listed(ask(question)) == ["Phụ lục/I/2.2"]
