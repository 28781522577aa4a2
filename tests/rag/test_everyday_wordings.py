"""Prose asked in everyday words: in which form, what is banned, why, how it stands beside others, whose it is, how long."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.language.restated import restated
from tests.ingest.sources import plan
from tests.rag.conftest import asker
from tests.rag.plans import Ask

BODY = """I. THỰC TRẠNG
1. Kết quả đạt được
Năm 2025, mưa đá làm 05 người bị thương, tốc mái 41 nhà; tổng thiệt hại ước 2,35 tỷ đồng.
Từ ngày 08 đến ngày 12 tháng 9 năm 2025, bến Nậm Chua hứng chịu đợt lũ ống chưa từng có.
Hạn chế lớn nhất của đội đò là phao cứu sinh cất rải rác, chưa có kho chung.
2. Nguyên nhân
- Nguồn vốn kè bến Nậm Chua trông chờ vào quỹ tỉnh, cấp phát chậm.
- Người lái đò cao tuổi, mỗi bến chỉ có 01 người thay ca.
II. QUAN ĐIỂM
1. Bến phải mở đúng giờ, đủ đèn; nghiêm cấm chở quá số khách, neo đò ngoài bến khi có gió lớn.
2. Sổ đò không dùng giấy than, lấy dữ liệu trên máy làm căn cứ chấm công.
3. Tổ chức gọn nhẹ, kịp thời; đề cao trách nhiệm của trưởng bến, từng người lái đò và chủ thuyền.
III. CHỈ TIÊU
- Phấn đấu chỉ số an toàn bến đò của xã cao hơn mức bình quân các xã trong tỉnh ngay trong năm 2026.
IV. GIẢI PHÁP
1. Ưu tiên sửa chữa các bến theo hình thức góp công, thuê khoán, đặt hàng tùy theo từng bến.
2. Tham gia Cuộc thi “Lái đò giỏi - vì dòng sông xanh” và các hội thao trên sông.
3. Phối hợp với các đoàn Biên phòng, Kiểm lâm, Hải quan để bảo đảm thông suốt, đúng luật, giữ kín tin báo trong hoạt động tuần tra đường sông.
V. KINH PHÍ
Nhu cầu kinh phí giai đoạn 2026 - 2030: 976 triệu đồng, gồm:
- Quỹ bến bãi: 168 triệu đồng;
- Phí đò ngang: 808 triệu đồng.
VI. TỔ CHỨC THỰC HIỆN
1. Văn phòng xã là đơn vị thường trực, chịu trách nhiệm đôn đốc việc sửa bến.
2. Tổ lái đò chậm sửa phao quá 15 ngày phải kiểm điểm trách nhiệm tổ trưởng.
3. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các tổ lái đò phản ánh về Phòng Kinh tế để tổng hợp, báo cáo.
"""


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(body=BODY)])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Sửa chữa các bến được ưu tiên cách thức nào?", "góp công, thuê khoán, đặt hàng"),
        ("Các bến được ưu tiên sửa chữa dưới những hình thức gì?", "góp công, thuê khoán, đặt hàng"),
        ("uu tien sua chua cac ben theo hinh thuc nao, thue khoan hay gi", "góp công, thuê khoán, đặt hàng"),
        ("Ở bến đò không cho phép làm gì khi có gió lớn?", "chở quá số khách, neo đò ngoài bến"),
        ("Vì sao vốn làm kè bến Nậm Chua lại chậm?", "trông chờ vào quỹ tỉnh, cấp phát chậm"),
        (
            "So với các xã khác trong tỉnh, chỉ số an toàn bến đò phấn đấu đứng ở mức nào?",
            "cao hơn mức bình quân các xã trong tỉnh",
        ),
        ("Những ai được kế hoạch nhấn mạnh phải đề cao trách nhiệm?", "trưởng bến, từng người lái đò và chủ thuyền"),
        ("Người nào phải đề cao trách nhiệm?", "trưởng bến, từng người lái đò và chủ thuyền"),
        ("Xã hô hào tham gia cuộc thi lái đò có tên là gì?", "Lái đò giỏi - vì dòng sông xanh"),
        ("Đội đò tự nhận điểm yếu nhất của mình nằm ở đâu?", "phao cứu sinh cất rải rác, chưa có kho chung"),
        ("nam 2025 mat uoc chung bao nhieu tien vi mua da", "2,35 tỷ đồng"),
        (
            "Bến Nậm Chua hứng đợt lũ ống vào những ngày nào, bắt đầu và dứt lúc nào?",
            "Từ ngày 08 đến ngày 12 tháng 9 năm 2025",
        ),
        ("QUỸ BẾN BÃI CHIẾM BAO NHIÊU TRONG NHU CẦU KINH PHÍ 2026 - 2030?", "168 triệu đồng"),
        ("Xã cắt cử bộ phận nào thường trực để đôn đốc việc sửa bến?", "Văn phòng xã"),
        ("Chậm sửa phao đến mức mấy ngày thì tổ lái đò bị đưa ra kiểm điểm?", "15 ngày"),
        ("Lúc làm mà bị vướng, các tổ lái đò gửi ý kiến cho đầu mối nào?", "Phòng Kinh tế"),
        (
            "Xã bắt tay với đoàn Biên phòng, Kiểm lâm, Hải quan trong tuần tra đường sông để bảo đảm điều gì?",
            "thông suốt, đúng luật, giữ kín tin báo",
        ),
    ],
)
def test_everyday_words_are_understood_and_the_gap_alone_is_told(ask: Ask, question: str, told: str) -> None:
    assert ask(question).values == (told,)


@pytest.mark.parametrize(
    "question",
    [
        "Ở bến đò không cho phép làm gì với tiền vé?",
        "Xã hô hào tham gia cuộc thi nấu ăn có tên là gì?",
        "Trường mầm non được ưu tiên xây mới dưới những hình thức gì?",
        "Nợ thuế đất đến mức mấy ngày thì hộ kinh doanh bị đưa ra xử phạt?",
        "Vì sao vốn làm cầu treo lại chậm?",
        "năm 2025 mất ước chừng bao nhiêu tiền vì cháy rừng",
    ],
)
def test_what_the_plan_does_not_speak_of_stays_untold(ask: Ask, question: str) -> None:
    assert ask(question).status is not Status.ANSWERED


@pytest.mark.parametrize(
    "question",
    ["lop dan luoi o xa nao", "khong nop thi bi gi", "co gi lai khong", "xem tren muc nao", "khuyen nong lam gi"],
)
def test_words_without_marks_are_not_taken_for_others(question: str) -> None:
    assert restated(question) == question
