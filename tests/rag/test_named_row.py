"""A row called by its name, whole or begun: what its words say elsewhere (a unit, a role, a list) they do not say there."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import HEAD, HEADER, annexed, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask

ROWS = (
    "1 | Phối hợp các Sở, ngành của tỉnh tham gia xây dựng Khung chia sẻ dữ liệu bến thuyền | Phòng Kinh tế | Công an xã | Văn bản góp ý | Theo chỉ đạo của tỉnh",
    "2 | Xây dựng, hoàn thiện danh mục các nhiệm vụ đặt hàng cho Trạm quan trắc Hòn Gió (sau khi mở trạm) | Văn phòng UBND xã | Phòng Kinh tế | Danh mục | 12/2026",
    "3 | Trung tâm Cung ứng dịch vụ sự nghiệp công xã sửa cống Bến Mơ | Trung tâm Cung ứng dịch vụ sự nghiệp công xã | Công an xã | Cống | 8/2026",
    "4 | Lập danh mục các cầu treo phải sửa | Phòng Kinh tế | Trung tâm Cung ứng dịch vụ sự nghiệp công xã | Danh mục | 9/2026",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks over one plan with these rows."""
    return asker([annexed(HEADER, *ROWS)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Ai chủ trì Phối hợp các Sở, ngành của tỉnh tham gia xây dựng Khung chia sẻ?", ("Phòng Kinh tế",)),
        ("các Sở, ngành của tỉnh tham gia xây dựng Khung chia sẻ bao giờ phải xong?", ("Theo chỉ đạo của tỉnh",)),
        ("cơ quan phối hợp các Sở, ngành của tỉnh tham gia xây dựng Khung", ("Công an xã",)),
        ("han xay dung, hoan thien danh muc cac nhiem vu dat hang cho Tram", ("12/2026",)),
        ("Xây dựng, hoàn thiện danh mục các nhiệm vụ đặt hàng cho Trạm quan trắc ra sản phẩm gì?", ("Danh mục",)),
        ("xây dựng, hoàn thiện danh mục các nhiệm vụ đặt hàng ai làm, bao giờ xong", ("Văn phòng UBND xã", "12/2026")),
    ],
)
def test_a_row_whose_name_is_begun_is_meant(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


def test_another_year_is_not_the_rows(ask: Ask) -> None:
    answer = ask("Ai chủ trì xây dựng, hoàn thiện danh mục các nhiệm vụ đặt hàng cho Trạm quan trắc năm 2029?")
    assert answer.status is Status.NOT_FOUND


def test_an_offices_long_name_calls_no_row(ask: Ask) -> None:
    answer = ask("Trung tâm Cung ứng dịch vụ sự nghiệp công xã được ghi tên phối hợp mấy việc?")
    assert [item.locator for item in answer.items] == ["Phụ lục/4"]


def test_a_target_is_called_by_the_beginning_of_its_name() -> None:
    rows = table(
        "TT | Chỉ tiêu | ĐVT | Năm 2026 | Cơ quan chủ trì",
        "1 | Tỷ trọng vốn của dân trên tiền chi cho sửa đê kè bến thuyền | % | 30 | Sở, ngành, xã",
        "2 | Tiền chi cho sửa đê kè bến thuyền hằng năm | tỷ đồng | 7 | Phòng Kinh tế",
    )
    ask = asker([plan(annex="\nPHỤ LỤC\nCHỈ TIÊU NĂM 2026\n" + rows)])
    assert ask("Tiền chi cho sửa đê kè bến thuyền phải đạt bao nhiêu?").values == ("7",)
    assert ask("tien chi cho sua de ke ben thuyen ai chu tri").values == ("Phòng Kinh tế",)
    assert ask("Tỷ trọng vốn của dân làm chủ trên tiền chi cho sửa đê kè do ai chủ trì?").values == ("Sở, ngành, xã",)


@pytest.mark.parametrize(
    "question", ["Tỷ lệ sửa thuyền ở cơ sở đạt bao nhiêu?", "ty le sua thuyen o co so dat bao nhieu"]
)
def test_what_only_ends_like_a_department_points_to_none(question: str) -> None:
    body = "I. MỤC TIÊU\n- Tỷ lệ sửa thuyền ở cơ sở đạt 88%.\n"
    other = plan(head=HEAD.replace("XÃ SÔNG MƠ", "TỈNH LAM GIANG\nSỞ NỘI VỤ").replace("/KH-UBND", "/KH-SNV"))
    assert asker([plan(body=body), other])(question).values == ("88%",)


@pytest.mark.parametrize(
    "question",
    ["Bao nhiêu báo cáo của xã được gửi qua mạng?", "moi truong so, ket noi bao cao cua xa dat bao nhieu phan tram"],
)
def test_a_share_of_reports_is_no_deadline(question: str) -> None:
    body = "I. MỤC TIÊU\n- 90% báo cáo của xã được gửi qua mạng, môi trường số kết nối.\nII. CHẾ ĐỘ\n1. Các thôn báo cáo UBND xã trước ngày 20 hằng tháng.\n"
    assert asker([plan(body=body)])(question).values == ("90%",)


GROUPED = (
    "I | Phát triển bến thuyền",
    "1 | Sửa bến Mơ | Phòng Kinh tế |  | Bến | 6/2026",
    "II | Nhiệm vụ thường xuyên",
    "2 | Trực bến | Công an xã |  | Sổ trực | 8/2026",
    "3 | Phát loa | Văn phòng UBND xã |  | Bản tin | Thường xuyên",
    "III | Công an xã",
    "4 | Tuần tra | Công an xã |  | Sổ | 7/2026",
)


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Nhóm Nhiệm vụ thường xuyên trong phụ lục gồm những nhiệm vụ nào?", ["2", "3"]),
        ("nhom nhiem vu thuong xuyen trong phu luc co may viec", ["2", "3"]),
        ("Nhóm Công an xã trong phụ lục gồm những nhiệm vụ nào?", ["4"]),
        ("Nhóm Phát triển bến thuyền gồm những nhiệm vụ nào?", ["1"]),
    ],
)
def test_a_groups_heading_is_no_condition_and_no_unit(question: str, places: list[str]) -> None:
    listed = asker([annexed(HEADER, *GROUPED)])(question).items
    assert [item.locator.rpartition("/")[2] for item in listed] == places


def test_letters_of_a_plans_number_name_nobody() -> None:
    rows = ("1 | Sửa bến | Hội Nông dân xã | | | 6/2026", "2 | Sửa cầu | Phòng Kinh tế | | | 7/2026")
    head = HEAD.replace("12/KH-UBND", "12/KHLT-UBND-HND")
    body = "I. BẢNG VIỆC\n" + table(HEADER, "1 | Họp dân | Phòng Kinh tế | | | 5/2026")
    ask = asker([plan(head=head, body=body, annex="\nPHỤ LỤC\nVIỆC NĂM 2026\n" + table(HEADER, *rows))])
    assert [one.locator for one in ask("Phụ lục kế hoạch 12/KHLT-UBND-HND có mấy nhiệm vụ?").items] == [
        "Phụ lục/1",
        "Phụ lục/2",
    ]
    assert len(ask("Kế hoạch liên tịch 12 có bao nhiêu nhiệm vụ?").items) == 3
