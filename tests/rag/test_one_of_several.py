"""The one of several that a question names: a group's figure, who else helps, a contest, to whom something is sent."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.plan import Header
from rag.answer import Status
from rag.corpus.library import build_library
from rag.engine import Engine
from rag.turns import Turn
from tests.rag.conftest import asker
from tests.rag.plans import TODAY, Ask, Draft, cited


def _draft() -> Draft:
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Gìn giữ nghề gốm huyện Vân Khê năm 2026")
    draft.section("I", "I. CHỈ TIÊU")
    draft.clause(
        "I",
        "- Mở lớp tập huấn làm gốm cho nghệ nhân các làng ven sông (tối thiểu 03 lần/năm); chủ lò nung vùng đồi (tối thiểu 02 lần/năm).",
    )
    draft.clause("I", "- Tối thiểu 85% sản phẩm gốm cấp huyện, 60% sản phẩm gốm cấp xã được dán tem nguồn gốc.")
    draft.clause("I", "- Kho lưu mẫu gốm cổ của Phòng Văn hóa đạt chuẩn phòng cháy cấp độ 2.")
    draft.clause("I", "- Kiểm tra lò nung đột xuất, tối thiểu 18 lượt lò nung trong năm.")
    draft.clause("I", "- Phát sổ tay nghề gốm cho 25 cơ quan, đơn vị trong huyện.")
    draft.clause("I", "- Mức hài lòng của khách thăm làng gốm đạt 92%.")
    draft.section("II", "II. TỔ CHỨC THỰC HIỆN")
    draft.clause("II", "1. Phòng Văn hóa là đơn vị thường trực, đôn đốc thực hiện Kế hoạch; hằng quý họp với chủ lò.")
    draft.clause("II", "2. Tham gia Cuộc thi “Bàn tay vàng - lửa đỏ Vân Khê” và các hội chợ sáng tạo gốm trong tỉnh.")
    draft.section("II/3", "3. Hội Nghề gốm huyện")
    draft.clause("II/3", "Gửi danh sách nghệ nhân về Phòng Kinh tế trước ngày 15/10 hằng năm.")
    draft.section("Ký", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLý Thu Ngân")
    draft.annex("Phụ lục", "PHỤ LỤC NHIỆM VỤ")
    draft.task(
        "Phụ lục/1",
        "Dựng kho mẫu gốm trực tuyến | Phòng Văn hóa | Phòng Kinh tế; Công ty Gốm Bãi Sậy; Hội Nghề gốm huyện | Kho mẫu | 9/2026",
    )
    return draft


@pytest.fixture(scope="module")
def engine() -> Engine:
    """Answers over a district's plan on its potters."""
    header = Header(
        number="14/KH-UBND",
        date=date(2026, 1, 20),
        date_text="ngày 20 tháng 01 năm 2026",
        issuer="Ủy ban nhân dân huyện Vân Khê",
        place="Vân Khê",
        title="Gìn giữ nghề gốm huyện Vân Khê năm 2026",
        signer="Lý Thu Ngân",
        signer_title="CHỦ TỊCH",
        recipients=("UBND tỉnh (b/c)", "Sở Công Thương", "Công ty Gốm Bãi Sậy", "Lưu: VT"),
        year=2026,
    )
    return Engine(build_library([_draft().plan("gom.txt", header)]))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Tập huấn làm gốm cho nghệ nhân các làng ven sông ít nhất mấy lần một năm?", "03 lần/năm"),
        ("tap huan lam gom cho chu lo nung vung doi it nhat may lan 1 nam", "02 lần/năm"),
        ("Sản phẩm gốm cấp huyện được dán tem nguồn gốc tối thiểu bao nhiêu phần trăm?", "85%"),
        ("san pham gom cap xa duoc dan tem nguon goc bao nhieu phan tram", "60%"),
        ("Kho lưu mẫu gốm cổ đạt chuẩn phòng cháy cấp độ mấy?", "cấp độ 2"),
        ("1 năm kiểm tra lò nung đột xuất tối thiểu bao nhiêu lượt", "18 lượt"),
        ("kiểm tra lò nung đột xuất bao nhiêu lượt một năm", "18 lượt"),
        ("Phát sổ tay nghề gốm cho bao nhiêu cơ quan?", "25 cơ quan, đơn vị"),
        ("Vân Khê - mức hài lòng của khách thăm làng gốm", "92%"),
    ],
)
def test_the_figure_of_the_one_that_is_named_is_told(engine: Engine, question: str, value: str) -> None:
    answer = engine.answer(question, TODAY)
    assert (answer.status, answer.values) == (Status.ANSWERED, (value,))
    assert cited(answer) == {"gom.txt#I"}


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Ngoài Phòng Kinh tế, công ty nào cùng phối hợp dựng kho mẫu gốm trực tuyến?", ("Công ty Gốm Bãi Sậy",)),
        ("bên cạnh Phòng Kinh tế còn đơn vị nào phối hợp dựng kho mẫu gốm trực tuyến", ("Công ty Gốm Bãi Sậy", "Hội Nghề gốm huyện")),
        ("doanh nghiep nao di cung Phong Van hoa dung kho mau gom truc tuyen", ("Công ty Gốm Bãi Sậy",)),
        ("Phòng Văn hóa dựng kho mẫu gốm trực tuyến cùng doanh nghiệp nào?", ("Công ty Gốm Bãi Sậy",)),
    ],
)  # fmt: skip
def test_who_else_helps_is_told_without_the_one_named(engine: Engine, question: str, values: tuple[str, ...]) -> None:
    answer = engine.answer(question, TODAY)
    assert (answer.values, cited(answer)) == (values, {"gom.txt#Phụ lục/1"})


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Vân Khê tham gia cuộc thi nghề gốm nào?", "Bàn tay vàng - lửa đỏ Vân Khê"),
        ("tham gia cuoc thi sang tao gom nao o Van Khe", "Bàn tay vàng - lửa đỏ Vân Khê"),
        ("Vân Khê: đơn vị thường trực, đôn đốc thực hiện kế hoạch?", "Phòng Văn hóa"),
        ("Hội Nghề gốm huyện gửi danh sách nghệ nhân về cơ quan nào?", "Phòng Kinh tế"),
        ("hoi nghe gom huyen gui danh sach nghe nhan cho phong nao", "Phòng Kinh tế"),
        ("Kế hoạch của UBND huyện Vân Khê gửi cho sở nào?", "Sở Công Thương"),
        ("ke hoach 14 cua ubnd huyen van khe gui cho cong ty nao", "Công ty Gốm Bãi Sậy"),
    ],
)
def test_a_name_alone_is_told_where_one_is_asked_for(engine: Engine, question: str, value: str) -> None:
    assert engine.answer(question, TODAY).values == (value,)


@pytest.mark.parametrize("later", ["Người đó giữ chức gì?", "ba ay giu chuc vu gi", "Chức vụ của người này là gì?"])
def test_the_person_told_before_is_meant(engine: Engine, later: str) -> None:
    first = "Ai ký kế hoạch của UBND huyện Vân Khê?"
    told = engine.answer(later, TODAY, Turn(first, engine.answer(first, TODAY)))
    assert told.values == ("CHỦ TỊCH",)


@pytest.fixture(scope="module")
def ask_senders() -> Ask:
    """Asks a plan with two groups of senders."""
    draft = Draft()
    draft.section("II", "II. BÁO CÁO")
    duties = (
        ("1. Các sở, ngành báo cáo UBND tỉnh kết quả giữ nghề gốm hằng năm, trước ngày 12/11.", "Các sở, ngành", "12/11"),
        ("2. UBND các huyện báo cáo UBND tỉnh kết quả giữ nghề gốm hằng năm, trước ngày 22/11.", "UBND các huyện", "22/11"),
    )  # fmt: skip
    for words, actor, day in duties:
        draft.duty("II", words, (actor, "UBND tỉnh", "hằng năm", f"trước ngày {day}"))
    header = Header(number="15/KH-UBND", title="Giữ nghề gốm tỉnh Lam Giang năm 2026", year=2026)
    return asker([draft.plan("gom-tinh.txt", header)])


@pytest.mark.parametrize(
    "question",
    [
        "UBND các huyện báo cáo kết quả giữ nghề gốm trước ngày mấy, còn các sở ngành trước ngày mấy?",
        "han bao cao nam: ubnd cac huyen so voi cac so nganh",
    ],
)
def test_each_of_two_senders_is_told_once(ask_senders: Ask, question: str) -> None:
    assert ask_senders(question).values == ("trước ngày 22/11", "trước ngày 12/11")
