"""A question as typed is read for what it asks, about which place, unit and year."""

from __future__ import annotations

import pytest

from rag.library import Library
from rag.question import understand
from tests.rag.plans import TODAY

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
    ],
)
def test_a_place_named_by_its_numbering_is_read(sample_library: Library, typed: str, place: Place) -> None:
    assert place_in(typed, sample_library) == place


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


def test_years_and_quoted_words_are_read(sample_library: Library) -> None:
    query = understand("Năm 2027 những nhiệm vụ nào nhắc đến “dữ liệu đất đai”?", sample_library, TODAY)
    assert query.years == (2027,)
    assert query.quoted == ("dữ liệu đất đai",)


def test_a_year_inside_a_document_number_is_not_asked_about(sample_library: Library) -> None:
    assert understand("Luật 72/2025/QH15 ban hành ngày nào?", sample_library, TODAY).years == ()
