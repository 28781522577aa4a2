"""Lists and counts of the rows that a person is in charge of; the one plan stands in this file."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.read import read_plan
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

HEAD = """SỞ Y TẾ TỈNH {place}
TRUNG TÂM Y TẾ {name}

Số: {number}/KH-TTYT

{town}, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
{title} năm 2026

I. MỤC TIÊU

Khám định kỳ cho người dân tại trạm.

PHỤ LỤC
DANH MỤC NHIỆM VỤ

"""
CLINIC = (
    HEAD.format(place="HÒA KHÁNH", name="VÂN SƠN", number=15, town="Vân Sơn", title="Phòng bệnh mùa hè")
    + """STT\tCông việc\tNgười phụ trách\tKhoa, phòng thực hiện\tPhối hợp\tThời hạn\tKinh phí
1\tPhun hóa chất diệt muỗi\tBS. Đỗ Hữu Ân\tKhoa Kiểm soát bệnh\tTrạm Y tế các xã\t31/5/2026\t40
2\tThay tủ lạnh vắc xin\tKS. Trần Bá Lượng\tPhòng Hành chính\tKhoa Dược\t30/6/2026\t
3\tĐo lượng nước sạch của trạm\tBS. Đỗ Hữu Ân\tKhoa Kiểm soát bệnh\tKhoa Dược\t31/8/2026\t12
4\tKiểm kê số lượng thuốc dự trữ\tDS. Phan Thị Hoa\tKhoa Dược\tPhòng Hành chính\t30/9/2026\t8
5\tTập huấn phòng bệnh\tBS. Đỗ Hữu Ấn\tPhòng Hành chính\tKhoa Dược\t30/6/2026\t20
"""
)
SCHOOL = (
    HEAD.format(place="HÒA KHÁNH", name="LÂM HÀ", number=16, town="Lâm Hà", title="Khám sức khỏe học đường")
    + """STT\tCông việc\tLãnh đạo phụ trách\tKhoa, phòng thực hiện\tPhối hợp\tThời hạn
1\tKhám mắt cho học sinh\tPhó Giám đốc Vũ Minh Trường\tKhoa Mắt\tCác trường\t31/5/2026
2\tKhám răng cho học sinh\tPhó Giám đốc Vũ Minh Trường\tKhoa Răng\tCác trường\t30/9/2026
3\tTổng kết đợt khám\tGiám đốc Ngô Văn Trí\tVụ Sức khỏe học đường\tCác trường\t31/12/2026
"""
)
ROWS = [
    ("Bác sĩ Đỗ Hữu Ân phụ trách những đầu việc nào?", ["1", "3"]),
    ("BS. Đỗ Hữu Ân phụ trách những việc nào?", ["1", "3"]),
    ("bác sĩ Ấn được giao những việc gì?", ["5"]),
    ("Kỹ sư Lượng phụ trách những việc nào?", ["2"]),
    ("chị Hoa lo những nhiệm vụ nào?", ["4"]),
    ("duoc si phan thi hoa phu trach nhung viec nao", ["4"]),
    ("Đỗ Hữu Ân phụ trách những việc nào phải xong trong quý III?", ["3"]),
    ("Kỹ sư Trần Bá Lượng có những việc nào chưa ghi kinh phí?", ["2"]),
    ("khoa mat chu tri viec gi", ["1"]),
    ("Phó Giám đốc Trường phụ trách những nhiệm vụ nào?", ["1", "2"]),
    ("những việc nào do Phó Giám đốc Vũ Minh Trường phụ trách phải xong trong quý III?", ["2"]),
]


@pytest.fixture(scope="module")
def ask_staff(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    folder: Path = tmp_path_factory.mktemp("plans")
    (folder / "vanson-muahe-2026.txt").write_text(CLINIC, encoding="utf-8")
    (folder / "lamha-hocduong-2026.txt").write_text(SCHOOL, encoding="utf-8")
    return asker([read_plan(folder / name) for name in ("vanson-muahe-2026.txt", "lamha-hocduong-2026.txt")])


@pytest.mark.parametrize(("question", "ordinals"), ROWS)
def test_a_person_is_called_by_a_degree_or_a_part_of_the_name(
    ask_staff: Ask, question: str, ordinals: list[str]
) -> None:
    answer = ask_staff(question)
    assert answer.status is Status.ANSWERED
    assert [one.rpartition("/")[2] for one in listed(answer)] == ordinals


def test_words_of_the_title_beside_a_person_narrow_nothing(ask_staff: Ask) -> None:
    answer = ask_staff("Phó Giám đốc Vũ Minh Trường phụ trách mấy nhiệm vụ sức khỏe học đường?")
    assert answer.values == ("2",)


@pytest.mark.parametrize(
    "question",
    [
        "Bác sĩ Vũ Đình Khôi phụ trách những việc nào?",
        "Bác sĩ Đỗ Hữu Ân phụ trách những việc nào về tủ lạnh?",
    ],
)
def test_nobody_is_in_charge_of_what_no_row_says(ask_staff: Ask, question: str) -> None:
    assert ask_staff(question).status is Status.NOT_FOUND
