"""Which plans a question points to, by number, place, level or issuer."""

from __future__ import annotations

import pytest

from ingest.plan import Header, Plan
from rag.corpus.library import Library, build_library
from rag.mentions.conditions import of_level
from rag.query.question import understand
from tests.rag.plans import TODAY, Draft

PROVINCE, DEPARTMENT, COMMUNE = "lamgiang-ubnd-2026.txt", "lamgiang-snnmt-2026.txt", "vankhe-danguy-2026.txt"


def scope(question: str, library: Library) -> set[str] | None:
    """The files of the plans that ``question`` points to; None when it points to none."""
    plans = understand(question, library, TODAY).plans
    return None if plans is None else {library.plans[number].file for number in plans}


@pytest.mark.parametrize(
    ("question", "file"),
    [
        ("Kế hoạch 27/KH-UBND ai ký?", PROVINCE),
        ("ke hoach 27/kh-ubnd ai ky", PROVINCE),
        ("theo KH 27 ai chủ trì", PROVINCE),
        ("kế hoạch số 27 ban hành ngày nào", PROVINCE),
        ("theo 27 /KH-UBND thì hạn nào", PROVINCE),
        ("Kế hoạch 14-KH/ĐU ai ký?", COMMUNE),
        ("ke hoach 14-KH/DU ai ky", COMMUNE),
        ("kế hoạch 14 ai ký", COMMUNE),
    ],
)
def test_a_number_points_to_its_plan(sample_library: Library, question: str, file: str) -> None:
    assert scope(question, sample_library) == {file}


@pytest.mark.parametrize(
    "question", ["xã Vân Khê ai lo nạo vét kênh", "o xa van khe ai lo nao vet kenh", "VÂN KHÊ CÓ VIỆC NÀO", "ở Vân Khê"]
)
def test_a_place_points_to_the_plan_of_that_place(sample_library: Library, question: str) -> None:
    assert scope(question, sample_library) == {COMMUNE}


@pytest.mark.parametrize(
    ("question", "file"),
    [
        ("theo kế hoạch của tỉnh thì hạn nào", PROVINCE),
        ("trong kế hoạch của Sở thì hạn nào", DEPARTMENT),
        ("hạn ghi ở kế hoạch xã là bao giờ", COMMUNE),
    ],
)
def test_a_level_points_to_the_plans_of_that_level(sample_library: Library, question: str, file: str) -> None:
    assert scope(question, sample_library) == {file}


def test_an_issuer_points_to_its_plan_when_its_plan_is_meant(sample_library: Library) -> None:
    assert scope("trong kế hoạch của Sở Nông nghiệp và Môi trường ai làm", sample_library) == {DEPARTMENT}
    assert scope("ke hoach cua so nong nghiep va moi truong", sample_library) == {DEPARTMENT}


def test_an_issuer_that_only_acts_points_to_no_plan(sample_library: Library) -> None:
    assert scope("Sở Nông nghiệp và Môi trường chủ trì việc nào?", sample_library) is None


@pytest.mark.parametrize(
    ("question", "file"),
    [
        ("kế hoạch 27/KH-UBND có nói gì về xã Vân Khê", PROVINCE),
        ("kế hoạch của Sở Nông nghiệp và Môi trường tỉnh Lam Giang", DEPARTMENT),
        ("kế hoạch 14-KH/ĐU của xã Vân Khê tỉnh Lam Giang", COMMUNE),
        ("ở xã Vân Khê tỉnh Lam Giang ai lo nạo vét kênh", COMMUNE),
        ("tỉnh Lam Giang có xã Vân Khê thì ai lo nạo vét kênh", COMMUNE),
    ],
)
def test_of_several_pointers_the_narrowest_wins(sample_library: Library, question: str, file: str) -> None:
    assert scope(question, sample_library) == {file}


@pytest.mark.parametrize(
    "question",
    [
        "Ai chủ trì diễn tập ứng phó bão?",
        "việc nào xong trước ngày 16/01/2026",
        "đạt 27 điểm",
        "năm 2026 có gì mới",
        "",
    ],
)
def test_a_question_without_pointers_means_every_plan(sample_library: Library, question: str) -> None:
    assert scope(question, sample_library) is None


def test_a_notice_is_named_by_its_number_too() -> None:
    library = build_library([_plan_of("Sông Lam", "624/TB-VP"), _plan_of("Núi Hồng", "31/KH-UBND")])
    assert scope("TB 624 giao ai rà soát quy định", library) == {"Sông Lam.txt"}
    assert scope("thong bao so 624 giao ai", library) == {"Sông Lam.txt"}


def test_an_unknown_number_is_seen_and_points_to_nothing(sample_library: Library) -> None:
    query = understand("Kế hoạch 99/KH-UBND ai ký?", sample_library, TODAY)
    assert query.plans is None
    assert [one.plans for one in query.mentions if one.kind == "number"] == [frozenset()]


def _plan_of(place: str, number: str) -> Plan:
    draft = Draft()
    title = f"Chuyển đổi số tỉnh {place} năm 2026"
    draft.section("Tiêu đề", f"KẾ HOẠCH {title}")
    header = Header(number=number, issuer=f"Ủy ban nhân dân tỉnh {place}", place=place, title=title, year=2026)
    return draft.plan(f"{place}.txt", header)


def test_provinces_with_like_plans_are_told_apart_by_their_names() -> None:
    library = build_library([_plan_of("Sông Lam", "5/KH-UBND"), _plan_of("Núi Hồng", "6/KH-UBND")])
    assert scope("tỉnh Núi Hồng đặt chỉ tiêu bao nhiêu", library) == {"Núi Hồng.txt"}
    assert scope("chi tieu cua tinh song lam", library) == {"Sông Lam.txt"}
    assert scope("theo kế hoạch của tỉnh", library) == {"Núi Hồng.txt", "Sông Lam.txt"}


def test_the_one_who_gives_work_has_the_plan(sample_library: Library) -> None:
    assert scope("UBND tỉnh cho Sở Nông nghiệp và Môi trường đến bao giờ phải xong", sample_library) == {PROVINCE}
    assert scope("việc tỉnh giao Sở Nông nghiệp và Môi trường thì phòng nào của Sở làm", sample_library) != {PROVINCE}


def test_words_of_a_title_narrow_the_plans_of_a_place() -> None:
    def plan(file: str, title: str) -> Plan:
        issuer, place = "Ủy ban nhân dân tỉnh Lam Giang", "Lam Giang"
        return Draft().plan(file, Header(issuer=issuer, place=place, title=title, date=None, year=2026))

    library = build_library(
        [plan("nuoc.txt", "Cấp nước sạch nông thôn"), plan("cau.txt", "Sửa chữa cầu treo dân sinh")]
    )
    assert scope("việc nào ở tỉnh Lam Giang", library) == {"nuoc.txt", "cau.txt"}
    assert scope("trong kế hoạch sửa chữa cầu treo của tỉnh Lam Giang có việc nào", library) == {"cau.txt"}
    assert scope("theo kế hoạch cấp nước ở Lam Giang ai làm", library) == {"nuoc.txt"}
    assert scope("trong kế hoạch trồng hoa của tỉnh Lam Giang có việc nào", library) == {"nuoc.txt", "cau.txt"}


def test_a_project_is_called_by_the_telling_words_of_its_name() -> None:
    def plan(file: str, title: str, issuer: str) -> Plan:
        return Draft().plan(file, Header(issuer=issuer, place="Lam Giang", title=title, date=None, year=2026))

    committee = "Ủy ban nhân dân tỉnh Lam Giang"
    library = build_library(
        [
            plan("cho.txt", "Thực hiện Đề án nâng cấp mạng lưới chợ nông thôn đến năm 2030", committee),
            plan("nuoc.txt", "Cấp nước sạch nông thôn", "Sở Xây dựng tỉnh Lam Giang"),
        ]
    )
    assert scope("bên đề án nâng cấp chợ nông thôn của tỉnh Lam Giang việc nào lâu nhất", library) == {"cho.txt"}
    assert scope("việc nào của SXD", library) == {"nuoc.txt"}


def test_what_begins_with_a_figure_is_no_plans_number(sample_library: Library) -> None:
    query = understand("Kế hoạch 5G Lam Giang ai ký?", sample_library, TODAY)
    assert not query.has("number")


def test_counting_up_to_a_day_is_no_level(sample_library: Library) -> None:
    assert scope("việc quá hạn tính đến 10/5/2026 của xã Vân Khê", sample_library) == {COMMUNE}


def test_bare_levels_go_on_with_the_one_named(sample_library: Library) -> None:
    question = "nạo vét kênh nằm ở những việc nào của phường, sở và tỉnh"
    assert scope(question, sample_library) == {PROVINCE, DEPARTMENT, COMMUNE}


def test_who_gave_the_work_is_an_aside(sample_library: Library) -> None:
    question = "Ở Sở Nông nghiệp và Môi trường ai làm việc số hóa hồ sơ mà tỉnh giao?"
    assert scope(question, sample_library) == {DEPARTMENT}


def test_the_digital_of_a_turn_is_no_office_though_it_sounds_like_one(sample_library: Library) -> None:
    asked = understand("chuyển đổi số nông nghiệp và môi trường ưu tiên gì", sample_library, TODAY)
    assert not asked.actors
    assert not any(one.kind == "issuer" for one in asked.mentions)
    assert understand("Sở Nông nghiệp và Môi trường ưu tiên gì", sample_library, TODAY).actors


@pytest.mark.parametrize(
    "question",
    [
        "Yêu cầu của kế hoạch trồng rừng ngập mặn ven sông là gì?",
        "so noi vu lam gi trong ke hoach trong rung ngap man ven song",
        "mục tiêu của kế hoạch trồng rừng ngập mặn ven sông gồm những gì",
    ],
)
def test_a_plan_is_called_by_the_telling_words_of_its_title(question: str) -> None:
    titles = ("Tăng cường trồng rừng lĩnh vực ngập mặn vùng ven sông Mơ đến năm 2030", "Trồng rừng đồi trọc năm 2026")
    plans = []
    for n, title in enumerate(titles):
        draft = Draft()
        draft.section("I", "I. YÊU CẦU")
        draft.clause("I", "- Giữ lại cây con mọc hoang.")
        plans.append(draft.plan(f"{n}.txt", Header(f"{n + 3}/KH-UBND", None, None, None, None, title)))
    assert scope(question, build_library(plans)) == {"0.txt"}


def test_the_place_in_a_units_name_points_to_no_plan_beside_one_that_is_named() -> None:
    draft = Draft()
    draft.task("Phụ lục/1", "Kéo cáp quang | Bưu điện Lam Giang | | | 6/2026 |")
    town = draft.plan(
        "xa.txt", Header(number="14-KH/ĐU", title="Kế hoạch của xã", issuer="Đảng ủy xã Vân Khê", year=2026)
    )
    other = Draft()
    other.task("Phụ lục/1", "Đặt kệ sách | Bưu điện Lam Giang | | | 7/2026 |")
    whole = other.plan(
        "tinh.txt", Header(number="27/KH-UBND", title="Kế hoạch", issuer="UBND tỉnh Lam Giang", year=2026)
    )
    library = build_library([town, whole])
    assert scope("Bưu điện Lam Giang chủ trì mấy việc trong kế hoạch của Đảng ủy xã Vân Khê?", library) == {"xa.txt"}
    assert scope("Bưu điện Lam Giang chủ trì mấy việc?", library) != {"xa.txt"}


def test_an_office_without_its_level_is_of_the_plans_own() -> None:
    printed = ("Công đoàn", "Hội Phụ nữ")
    assert of_level(printed, "cong doan phuong", "department") == ("Hội Phụ nữ",)
    assert of_level(printed, "cong doan phuong", "commune") == printed
    assert of_level(printed, "cong doan", "department") == printed
