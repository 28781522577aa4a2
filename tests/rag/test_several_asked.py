"""Questions that ask two or three things of one row, clause or head: each is told, in the order asked, and nothing else."""

from __future__ import annotations

import pytest

from rag.answer import Status
from tests.ingest.sources import plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Kế hoạch của Sở Nông nghiệp và Môi trường Lam Giang: kiểm định an toàn 18 hồ chứa nước do đơn vị nào làm và bao giờ xong?",
            (
                "Chi cục Thủy lợi",
                "6/2026",
            ),
        ),
        (
            "Ở kế hoạch Sở Nông nghiệp và Môi trường, lắp đặt 24 trạm đo mưa tự động thì khi nào xong, kết quả là gì?",
            (
                "7/2026",
                "Biên bản nghiệm thu 24 trạm",
            ),
        ),
        (
            "ai lo viec huong dan cap xa ra soat ho dan vung nguy co sat lo, voi lai han luc nao?",
            (
                "Chi cục Thủy lợi",
                "Quý II/2026",
            ),
        ),
        (
            "Diện tích lúa được tưới chủ động trong kế hoạch của Sở Nông nghiệp và Môi trường đặt bao nhiêu, đơn vị tính là gì?",
            (
                "39,0",
                "Nghìn ha",
            ),
        ),
        (
            "Trong kế hoạch của Sở Nông nghiệp và Môi trường số trạm đo mưa tự động lắp đặt mới là mấy, ghi chú nói gì?",
            (
                "24",
                "Đặt tại 17 xã",
            ),
        ),
        (
            "Tỷ lệ thửa đất có dữ liệu đã làm sạch phải đạt bao nhiêu? Phòng nào lo?",
            (
                "≥ 95",
                "Phòng Quản lý đất đai",
            ),
        ),
        (
            "Tái cấu trúc quy trình 25 dịch vụ công: những ai chủ trì rồi hạn khi nào?",
            (
                "Văn phòng UBND tỉnh",
                "Sở Khoa học và Công nghệ",
                "6/2026",
            ),
        ),
        (
            "Khảo sát mức độ hài lòng của người dân (SIPAS) thời gian nào, phối hợp với ai?",
            (
                "Từ ngày 01/10/2026 đến ngày 30/11/2026",
                "Ủy ban MTTQ Việt Nam tỉnh",
                "UBND cấp xã",
            ),
        ),
        (
            "Kiểm tra công vụ đột xuất thì ai chủ trì, ghi chú gì?",
            (
                "Sở Nội vụ",
                "Ít nhất 12 cuộc",
            ),
        ),
        (
            "Chấm điểm, xếp hạng cải cách hành chính các cơ quan: sản phẩm là gì đồng thời thực hiện khi nào?",
            (
                "Quyết định công bố kết quả xếp hạng",
                "Hằng năm",
            ),
        ),
        (
            "Kế hoạch 27 của UBND tỉnh Lam Giang ai ký, chức vụ gì?",
            (
                "Đặng Quốc Thuần",
                "PHÓ CHỦ TỊCH",
            ),
        ),
        (
            "Kế hoạch của Đảng ủy xã Vân Khê số bao nhiêu, ký ngày nào?",
            (
                "14-KH/ĐU",
                "ngày 06 tháng 02 năm 2026",
            ),
        ),
        (
            "ke hoach dang uy xa Van Khe ai ky va ky ngay nao",
            (
                "Hoàng Minh Khang",
                "ngày 06 tháng 02 năm 2026",
            ),
        ),
        (
            "Sở Nội vụ báo cáo 6 tháng theo kế hoạch 27 trước ngày nào và gửi cho ai?",
            (
                "trước ngày 20/6/2026",
                "UBND tỉnh",
            ),
        ),
        (
            "Sở Văn hóa, Thể thao và Du lịch gửi số liệu khách và doanh thu du lịch cho ai, bao lâu một lần?",
            (
                "Sở Tài chính",
                "hằng tháng",
            ),
        ),
        (
            "Các chi bộ trực thuộc Đảng ủy xã Vân Khê gửi báo cáo cho ai, trước ngày mấy?",
            (
                "Văn phòng Đảng ủy xã",
                "trước ngày 25",
            ),
        ),
        (
            "Các phòng, đơn vị thuộc Sở Nông nghiệp và Môi trường Lam Giang báo cáo tiến độ bao lâu một lần, gửi phòng nào?",
            (
                "hằng tháng",
                "Phòng Kế hoạch - Tài chính",
            ),
        ),
        (
            "Khi có thiên tai Chi cục Thủy lợi báo cáo ai, mấy giờ?",
            (
                "Giám đốc Sở",
                "trước 14 giờ",
            ),
        ),
        (
            "Ai phải báo cáo Sở Nội vụ kết quả thực hiện kế hoạch 27, báo cáo năm trước ngày nào?",
            (
                "Các sở, ban, ngành; UBND các xã, phường",
                "trước ngày 05/12/2026",
            ),
        ),
        (
            "Bố trí 18 hộ dân thôn Bến Đá ra khỏi vùng sạt lở: phòng nào lo, kết quả thế nào, hạn bao giờ?",
            (
                "Phòng Kinh tế",
                "18 hộ có nơi ở mới",
                "10/2026",
            ),
        ),
        (
            "Giao ban chuyển đổi số của Đảng ủy xã bao lâu một lần, ai chủ trì?",
            (
                "Hằng tháng",
                "Văn phòng Đảng ủy xã",
            ),
        ),
        (
            "ke hoach dang uy xa Van Khe lap ho so de xuat cap do an toan he thong thong tin thi ai lam voi ai phoi hop",
            (
                "Văn phòng HĐND và UBND xã",
                "Văn phòng Đảng ủy xã",
                "Công an xã",
            ),
        ),
        (
            "Mức độ hài lòng tại Trung tâm Phục vụ hành chính công xã Vân Khê với tỷ lệ hồ sơ thủ tục hành chính tiếp nhận trực tuyến của xã là bao nhiêu?",
            (
                "96%",
                "88%",
            ),
        ),
        (
            "Văn phòng Đảng ủy xã Vân Khê báo cáo 6 tháng trước ngày nào, báo cáo năm trước ngày nào?",
            (
                "trước ngày 15/6/2026",
                "trước ngày 10/12/2026",
            ),
        ),
        (
            "Nhiệm vụ 4 Phụ lục II kế hoạch Sở Nông nghiệp và Môi trường: ai làm luôn, hạn luôn?",
            (
                "Văn phòng Sở",
                "Trình UBND tỉnh trước 8/2026",
            ),
        ),
        (
            "Đường dây nóng tiếp nhận phản ánh về thái độ phục vụ ai duy trì, có ai phối hợp?",
            (
                "Trung tâm Phục vụ hành chính công tỉnh",
                "UBND cấp xã",
            ),
        ),
        (
            "Kế hoạch Sở Nông nghiệp và Môi trường: phương án ứng phó thiên tai theo cấp độ rủi ro chưa thấy kết quả, hạn là ngày nào?",
            ("15/4/2026",),
        ),
        (
            "Chỉ tiêu 3 Phụ lục I của Sở NNMT Lam Giang: mức mấy và tính theo đơn vị gì?",
            (
                "39,0",
                "Nghìn ha",
            ),
        ),
        (
            "UBND xã Vân Khê báo cáo Ban Thường vụ Đảng ủy xã mấy tháng một lần, trước ngày nào?",
            (
                "hằng quý",
                "trước ngày 10 của tháng cuối quý",
            ),
        ),
        (
            "Rà soát cắt giảm thời gian giải quyết thủ tục hành chính: kết quả gì với cả phối hợp cùng ai?",
            (
                "Quyết định công bố thủ tục đã cắt giảm",
                "Sở Tư pháp",
                "các sở, ban, ngành",
            ),
        ),
    ],
)
def test_each_thing_asked_is_told_in_the_order_asked(ask_samples: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask_samples(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


ROWS = "\nPHỤ LỤC I\nNHIỆM VỤ\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 07/3/2026)\n\n" + table(
    "TT | Nhiệm vụ | Chủ trì | Phối hợp | Kết quả | Thời hạn | Ghi chú",
    "1 | Cấp thêm vốn điều lệ cho Quỹ khuyến nông | Sở Tài chính | Quỹ khuyến nông | Vốn điều lệ đạt 45 tỷ đồng | Tháng 6/2026 | ",
    "2 | Dựng cổng dữ liệu nghề rèn | Phòng Văn hóa | Công an xã | Cổng | Quý II/2026 | Theo Quyết định số 88/QĐ-UBND ngày 14/01/2026",
    "3 | Rút ngắn thời gian cấp phép lò rèn | Phòng Kinh tế | Công an xã | Quy trình | Quý III/2026 | Chờ đề án của huyện",
)
CLAUSES = (
    "III. KINH PHÍ\nKinh phí làm phong trào là 320 triệu đồng, trong đó ngân sách xã cấp 210 triệu đồng; còn lại xã hội hóa.\n\n"
    "IV. MỨC HỖ TRỢ\nHỗ trợ tiền công đốt lò: 9.000 đồng/mẻ đối với lò gạch; 4.000 đồng/mẻ đối với lò rèn, lò gốm.\n"
)
COURSES = "\nPHỤ LỤC II\nLỚP TẬP HUẤN\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 07/3/2026)\n\n" + table(
    "TT | Lớp tập huấn | Số lượng (người) | Chủ trì | Thời gian",
    "1 | Lớp đan mây nâng cao | 42 | Phòng Kinh tế | Tháng 4/2026",
    "2 | Lớp đúc đồng | 18 | Phòng Văn hóa | Tháng 5/2026",
    "3 | Trạm thủy văn làm trước các việc: - Đo mưa; - Đo gió; - Báo lũ sớm. | 5 | Công an xã | Tháng 6/2026",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    """A plan with a blank note, a note that cites a document, and sums of money in rows and clauses."""
    return asker([plan(annex=ROWS + COURSES, body=CLAUSES)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Cổng dữ liệu nghề rèn: cột ghi chú dẫn quyết định số mấy, ngày nào?",
            ("Theo Quyết định số 88/QĐ-UBND ngày 14/01/2026",),
        ),
        ("Sao việc cấp phép lò rèn chưa chốt được thời hạn, ghi chú nói gì?", ("Chờ đề án của huyện",)),
        ("Rút ngắn thời gian cấp phép lò rèn: sản phẩm là gì, ai phối hợp?", ("Quy trình", "Công an xã")),
        ("Cơ quan nào chủ trì cấp thêm vốn điều lệ cho Quỹ khuyến nông?", ("Sở Tài chính",)),
        ("Vốn điều lệ cấp thêm cho Quỹ khuyến nông bao nhiêu, ai chủ trì?", ("45 tỷ đồng", "Sở Tài chính")),
        ("Lớp đan mây nâng cao bao nhiêu người, phòng nào chủ trì?", ("42", "Phòng Kinh tế")),
        ("lop duc dong bao nhieu nguoi va khi nao mo", ("18", "Tháng 5/2026")),
        ("Trạm thủy văn làm trước mấy thứ gì, kể cho đủ?", ("Đo mưa", "Đo gió", "Báo lũ sớm")),
        ("Kinh phí phong trào thì ngân sách xã cấp bao nhiêu?", ("210 triệu đồng",)),
        ("Tiền công đốt lò rèn hỗ trợ bao nhiêu tiền một mẻ?", ("4.000 đồng/mẻ",)),
    ],
)
def test_what_is_only_told_is_not_answered(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.ANSWERED, values)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Kế hoạch cải cách hành chính Sông Mơ ai ký, ký thay mặt ai?", ("TM. ỦY BAN NHÂN DÂN",)),
        (
            "Kế hoạch của xã Sông Mơ ký thay ai và ban hành ngày nào?",
            ("TM. ỦY BAN NHÂN DÂN", "ngày 05 tháng 3 năm 2026"),
        ),
    ],
)
def test_the_line_over_the_position_tells_for_whom_a_plan_is_signed(
    ask: Ask, question: str, values: tuple[str, ...]
) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.values[-len(values) :] == values


def test_what_a_cited_document_is_about_is_told_from_the_place_that_cites_it() -> None:
    ask = asker(
        [
            plan(
                body="I. MỤC ĐÍCH\nBám sát Nghị quyết số 09-NQ/TU ngày 12/01/2026 của Tỉnh ủy về phát triển nghề rèn vùng cao; giữ gìn lò cổ.\n"
            )
        ]
    )
    answer = ask("Nghị quyết số 09-NQ/TU mà kế hoạch bám sát nói về chuyện gì?")
    assert answer.values == ("phát triển nghề rèn vùng cao",)
    assert ask("Nghị quyết số 08-NQ/TU nói về chuyện gì?").status is Status.NOT_FOUND
