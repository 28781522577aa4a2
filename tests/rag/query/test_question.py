"""A question as typed is read for what it asks, about which place, unit and year."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.corpus.library import Library
from rag.mentions.pointers import read_pointer
from rag.query.asks import Intent
from rag.query.question import as_meant, understand
from tests.rag.plans import TODAY, Ask, cited

Place = tuple[str | None, str | None, str | None, str | None]
"""Annex ("" is any), group, ordinal and path in the prose."""


def place_in(typed: str, library: Library) -> Place:
    """The place that a question names by numbering."""
    pointer = understand(typed, library, TODAY).pointer
    return pointer.annex, pointer.group, pointer.ordinal, pointer.prose


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Ai chủ trì diễn tập ứng phó bão, lũ?", "fact"),
        ("Thời hạn của nhiệm vụ 18 phụ lục II là khi nào?", "fact"),
        ("Tỷ lệ hồ sơ trực tuyến là bao nhiêu?", "fact"),
        ("han nao xong kiem dinh ho chua", "fact"),
        ("Sở Nội vụ chủ trì những nhiệm vụ nào?", "list"),
        ("cong an tinh phoi hop nhung viec nao", "list"),
        ("liệt kê các nhiệm vụ của Phòng Kinh tế", "list"),
        ("HỘI NÔNG DÂN XÃ CHỦ TRÌ VIỆC GÌ?", "list"),
        ("những chỉ tiêu nào do Sở Nội vụ chủ trì", "list"),
        ("Phụ lục II có bao nhiêu nhiệm vụ?", "count"),
        ("trung tâm khuyến nông chủ trì mấy nhiệm vụ vậy", "count"),
        ("nhiem vu 9 co may viec con", "count"),
        ("tổng số chỉ tiêu của Phụ lục I", "count"),
        ("Đơn vị nào chủ trì lớp học bơi cho trẻ em và các nhiệm vụ liên quan cứu đuối?", "fact"),
        ("Xã Vân Khê: nhiệm vụ chưa ghi thời hạn", "list"),
        ("Chi cục Kiểm lâm chủ trì gì?", "list"),
        ("kế hoạch 27: nhiệm vụ Sở Tài chính phối hợp", "list"),
        ("nhiệm vụ 3 phụ lục II cơ quan phối hợp", "fact"),
        ("Số lượng nhiệm vụ Sở Nội vụ chủ trì", "count"),
        ("Danh sách các đơn vị phối hợp nhiệm vụ 18 phụ lục II", "fact"),
    ],
)
def test_one_fact_a_list_and_a_count_are_told_apart(sample_library: Library, question: str, intent: str) -> None:
    assert understand(question, sample_library, TODAY).intent == intent


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("Ai chủ trì diễn tập ứng phó bão?", "lead"),
        ("don vi nao chu chi dien tap", "lead"),
        ("diễn tập bão lũ do ai làm", "lead"),
        ("Cơ quan nào phối hợp khảo sát SIPAS?", "support"),
        ("Chi cục Thủy lợi phối hợp với ai để lắp trạm?", "support"),
        ("bao giờ xong bản đồ du lịch số", "due"),
        ("han hoan thanh lap dat tram do mua", "due"),
        ("hạn của nhiệm vụ 13", "due"),
        ("Kết quả của nhiệm vụ lắp trạm là gì?", "result"),
        ("truyền thông phòng tránh sạt lở – sản phẩm", "result"),
        ("Cột ghi chú của nhiệm vụ 6 ghi gì?", "note"),
        ("Đơn vị tính của chỉ tiêu doanh thu du lịch là gì?", "unit"),
        ("Tổng lượt khách du lịch là bao nhiêu?", "value"),
        ("ty le ho so truc tuyen la bao nhieu", "value"),
    ],
)
def test_the_column_asked_for_is_known(sample_library: Library, question: str, role: str) -> None:
    assert understand(question, sample_library, TODAY).role == role


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("nhiệm vụ 56 phụ lục III ai chủ trì", ("III", None, "56", None)),
        ("nhiem vu 56 phu luc III", ("III", None, "56", None)),
        ("NHIỆM VỤ SỐ 56, PHỤ LỤC III", ("III", None, "56", None)),
        ("Phụ lục III/55 hạn nào", ("III", None, "55", None)),
        ("26-2 PL III hạn khi nào", ("III", None, "26-2", None)),
        ("nhiệm vụ 26-2 Phụ lục III", ("III", None, "26-2", None)),
        ("mục 4.2.3 nhóm III phụ lục ai chủ trì", ("", "III", "4.2.3", None)),
        ("mục 1 nhóm IV phụ lục", ("", "IV", "1", None)),
        ("Phụ lục 2/6", ("2", None, "6", None)),
        ("Phụ lục số 02 có gì", ("2", None, None, None)),
        ("chỉ tiêu 12 phụ lục I", ("I", None, "12", None)),
        ("dòng 3 biểu 2", ("2", None, "3", None)),
        ("nhóm II phụ lục II", ("II", "II", None, None)),
        ("mục VI.5 điểm c nói gì", (None, None, None, "VI/5/c")),
        ("mục III/2 quy định gì", (None, None, None, "III/2")),
        ("điểm a mục II.3", (None, None, None, "II/3/a")),
        ("II/3/b nói gì", (None, None, None, "II/3/b")),
        ("phần V", (None, None, None, "V")),
        ("Phụ lục II/4-2 ai chủ trì", ("II", None, "4-2", None)),
        ("Phụ lục/VIII/8 ai chủ trì", ("", "VIII", "8", None)),
        ("Phụ lục/II/3.1", ("", "II", "3.1", None)),
        ("Phụ lục II/(không số)-2", ("II", None, "(không số)-2", None)),
        ("nhiệm vụ 07 phụ lục II", ("II", None, "7", None)),
        ("điểm c mục VI.5", (None, None, None, "VI/5/c")),
        ("mục VI, khoản 5, điểm c", (None, None, None, "VI/5/c")),
        ("điểm c khoản 5 mục VI", (None, None, None, "VI/5/c")),
        ("điểm đ mục II.3", (None, None, None, "II/3/đ")),
        ("diem d muc II.3", (None, None, None, "II/3/d")),
        ("II/3/đ nói gì", (None, None, None, "II/3/đ")),
        ("Phần II/I/1 nói gì", (None, None, None, "Phần II/I/1")),
        ("Điều 1/2/a", (None, None, None, "Điều 1/2/a")),
        ("C/I/2 quy định gì", (None, None, None, "C/I/2")),
        ("xã b/c ban thường vụ trước ngày nào", (None, None, None, None)),
        ("mục B.VII ai phối hợp", (None, None, None, "B/VII")),
        ("mục III.5 phụ lục ai làm", ("", "III", "5", None)),
        ("tài khoản mức 2 cho dân ai làm", (None, None, None, None)),
        ("theo Điều 5 Luật Đầu tư", (None, None, None, None)),
        ("Phụ lục II/I/(không số)", ("II", "I", "(không số)", None)),
    ],
)
def test_a_place_named_by_its_numbering_is_read(sample_library: Library, typed: str, place: Place) -> None:
    assert place_in(typed, sample_library) == place


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Danh mục 4 ai chủ trì", ("MỤC", None, "4", None)),
        ("nhiệm vụ số 5 danh mục ai chủ trì", ("MỤC", None, "5", None)),
        ("Danh mục mục 2 điểm a hạn nào", ("MỤC", "2", "a", None)),
        ("Danh mục/2/a", ("MỤC", "2", "a", None)),
        ("DANH MỤC/4", ("MỤC", None, "4", None)),
        ("theo danh mục đã ban hành", (None, None, None, None)),
        ("nhiệm vụ 5 phụ lục II", ("II", None, "5", None)),
    ],
)
def test_a_row_of_the_annex_called_danh_muc_is_read_where_there_is_one(typed: str, place: Place) -> None:
    pointer = read_pointer(typed, lists=True)
    assert (pointer.annex, pointer.group, pointer.ordinal, pointer.prose) == place


@pytest.mark.parametrize(
    ("typed", "ordinal"),
    [
        ("phụ lục II mục 9, gạch đầu dòng thứ hai", "9-2"),
        ("pl 2 muc 9 gach dau dong thu 3", "9-3"),
        ("phụ lục II mục 9, gạch thứ nhất", "9-1"),
        ("phụ lục II mục 9 có mấy gạch đầu dòng", "9"),
    ],
)
def test_a_part_of_a_row_is_named_by_its_dash(typed: str, ordinal: str) -> None:
    assert read_pointer(typed).ordinal == ordinal


def test_danh_muc_names_no_annex_where_no_plan_has_one() -> None:
    assert read_pointer("Danh mục 4 ai chủ trì").annex is None


@pytest.mark.parametrize("typed", ["PL3 nhiệm vụ 56", "NV 56 PL3", "nv56 pl3"])
def test_an_annex_in_short_is_read_once_written_out(sample_library: Library, typed: str) -> None:
    assert place_in(typed, sample_library) == ("3", None, "56", None)


@pytest.mark.parametrize(
    "typed",
    [
        "có 5 nhiệm vụ nào của Sở Y tế",
        "nhiệm vụ năm 2026",
        "nhiệm vụ tháng 5",
        "đạt chỉ tiêu 95%",
        "lắp đặt 24 trạm đo mưa",
        "",
    ],
)
def test_a_number_that_only_counts_names_no_place(sample_library: Library, typed: str) -> None:
    assert place_in(typed, sample_library) == (None, None, None, None)


@pytest.mark.parametrize(
    ("question", "key", "role"),
    [
        ("Sở Nội vụ chủ trì những việc nào?", "so noi vu", "lead"),
        ("so noi vu chu tri nhung viec nao", "so noi vu", "lead"),
        ("xở nội vụ chủ chì những việc nào", "so noi vu", "lead"),
        ("Công an tỉnh phối hợp những việc nào?", "cong an tinh", "support"),
    ],
)
def test_a_unit_is_known_with_the_role_it_plays(sample_library: Library, question: str, key: str, role: str) -> None:
    actors = understand(question, sample_library, TODAY).actors
    assert [(actor.key, actor.role, actor.known) for actor in actors] == [(key, role, True)]


def test_an_office_that_no_plan_names_is_seen_as_unknown(sample_library: Library) -> None:
    (actor,) = understand("Sở Giao thông vận tải chủ trì những việc nào?", sample_library, TODAY).actors
    assert not actor.known


@pytest.mark.parametrize(
    "question",
    [
        "kế hoạch ban hành kèm Quyết định số 27 đặt ra bao nhiêu chỉ tiêu",
        "liệt kê các hội thảo theo Quyết định số 27 có hạn tháng 6",
        "trường hợp bỏ hoang ruộng được giao cho ai",
    ],
)
def test_words_that_begin_like_an_office_name_none(sample_library: Library, question: str) -> None:
    assert understand(question, sample_library, TODAY).actors == ()


def test_years_and_quoted_words_are_read(sample_library: Library) -> None:
    query = understand("Năm 2027 những nhiệm vụ nào nhắc đến “dữ liệu đất đai”?", sample_library, TODAY)
    assert query.years == (2027,)
    assert query.quoted == ("dữ liệu đất đai",)


def test_a_year_inside_a_document_number_is_not_asked_about(sample_library: Library) -> None:
    assert understand("Luật 72/2025/QH15 ban hành ngày nào?", sample_library, TODAY).years == ()


@pytest.mark.parametrize(
    "question",
    ["ngày 99/99/2026", "1/1/1/1/1", "i", "phụ lục", "danh mục", "tháng 6", "????", "12/2026", "Tháng 6 ai chủ trì?"],
)
def test_a_question_of_nothing_but_figures_and_times_is_not_found(ask_samples: Ask, question: str) -> None:
    assert ask_samples(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "values", "place"),
    [
        ("Phụ lục II/4-2 ai chủ trì?", ("Sở Y tế",), "Phụ lục II/4-2"),
        ("nhiệm vụ 08 phụ lục II hạn khi nào", ("Sau khi có kinh phí",), "Phụ lục II/8"),
    ],
)
def test_a_row_is_answered_by_its_number_however_written(
    ask_province: Ask, question: str, values: tuple[str, ...], place: str
) -> None:
    answer = ask_province(question)
    assert (answer.values, cited(answer)) == (values, {f"song-lam.txt#{place}"})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("việc phải xong trước t6", "việc phải xong trước tháng 6"),
        ("việc hạn q3 năm nay", "việc hạn quý 3 năm nay"),
        ("báo cáo 6T gửi ai", "báo cáo 6 tháng gửi ai"),
        ("tới bữa nay việc gì trễ hạn", "tới hôm nay việc gì trễ hạn"),
        ("tốn nhiêu tiền", "tốn bao nhiêu tiền"),
        ("tốn bao nhiêu tiền", "tốn bao nhiêu tiền"),
    ],
)
def test_hurried_times_and_amounts_are_written_out(typed: str, meant: str, sample_library: Library) -> None:
    assert as_meant(typed, sample_library) == meant


@pytest.mark.parametrize(
    ("typed", "intent", "role"),
    [
        ("Mấy việc Sở Nội vụ chủ trì?", Intent.COUNT, None),
        ("Sở Nội vụ có mấy việc?", Intent.COUNT, None),
        ("Sở Nội vụ lo mấy việc gì?", Intent.LIST, None),
        ("vụ kéo mấy nhóm hộ nghèo lại thì sở nào lo?", Intent.FACT, "lead"),
        ("học hỏi mấy tỉnh khác thì ra kết quả gì?", Intent.FACT, "result"),
        ("mấy bên nào phối hợp gom rác?", Intent.FACT, "support"),
    ],
)
def test_several_before_a_question_word_is_no_number(
    typed: str, intent: Intent, role: str | None, sample_library: Library
) -> None:
    query = understand(typed, sample_library, TODAY)
    assert query.intent is intent
    assert role is None or query.role == role


def test_a_question_in_capitals_stays_in_capitals(sample_library: Library) -> None:
    assert as_meant("VIỆC HẠN Q3 CỦA SỞ NỘI VU", sample_library).isupper()
