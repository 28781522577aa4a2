"""Plans of associations and committees: labels under a list, rounds, members by post, slogans, recipients by purpose."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.plan import Plan
from ingest.read import read_plan
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask

CONTEST = """\
HỘI NÔNG DÂN VIỆT NAM
XÃ SÔNG MƠ
BAN THƯỜNG VỤ
Số:     /KH-HND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sông Mơ, ngày 03 tháng 02 năm 2026
KẾ HOẠCH
Tổ chức hội thi nhà nông đua tài năm 2026
Căn cứ Kế hoạch số 14-KH/ĐU, ngày 12/01/2026 của Ban Thường vụ Đảng ủy xã Sông Mơ về công tác dân vận; Kế hoạch số 31/KH-HNDT, ngày 20/01/2026 của Hội Nông dân tỉnh Lam Giang về tổ chức hội thi; Kế hoạch số 09/KH-UBND, ngày 28/01/2026 của Ủy ban nhân dân xã Sông Mơ về phát triển nông nghiệp.
Ban Thường vụ Hội Nông dân Việt Nam xã ban hành kế hoạch tổ chức hội thi nhà nông đua tài, cụ thể như sau:
I. MỤC ĐÍCH, YÊU CẦU
- Tạo sân chơi bổ ích cho hội viên.
II. NỘI DUNG VÀ PHÂN CÔNG
1. Chuẩn bị hội thi
1.1. Ban hành thể lệ hội thi
- Thể lệ phải rõ ràng, dễ hiểu, phù hợp với hội viên ở các thôn.
- Người chủ trì: Đồng chí Phó Chủ tịch Thường trực, phụ trách phong trào
- Cơ quan/đơn vị phối hợp: Các chi hội trưởng
- Thời gian hoàn thành: Tháng 3/2026
- Kết quả (sản phẩm): Thể lệ hội thi
1.2. Vận động tài trợ cho hội thi
- Người chủ trì: Đồng chí Chủ tịch Hội
- Thời gian: Quý I/2026
1.3. Mở các lớp tập huấn cho đội thi ở các thôn
(1) Lớp thứ nhất: kỹ thuật trồng lúa.
(2) Lớp thứ hai: kỹ thuật nuôi cá.
- Cán bộ phụ trách:
Chuyên viên phụ trách kinh tế
- Hạn chót: 20/4/2026
- Kết quả, sản phẩm:
Hai lớp tập huấn được tổ chức
2. Hội thi lần thứ nhất
2.1. Nội dung: Thi hiểu biết về giống cây trồng
- Thời gian: Dự kiến ngày 05/5/2026 (Chậm nhất ngày 10/5/2026).
- Đơn vị chủ trì: Chi hội thôn Đông.
3. Hội thi lần thứ hai
3.1. Nội dung: Thi hiểu biết về chăn nuôi
- Thời gian: Dự kiến ngày 05/6/2026 (Chậm nhất ngày 12/6/2026).
- Đơn vị chủ trì: Chi hội thôn Tây.
III. TỔ CHỨC THỰC HIỆN
1. Cán bộ phụ trách phong trào
- Làm đầu mối giải đáp thể lệ cho các đội thi.
- Tham mưu Ban Thường vụ khen thưởng các đội đoạt giải.
2. Các Phó Chủ tịch phụ trách lĩnh vực kinh tế
- Góp ý câu hỏi của phần thi giống cây trồng.
IV. KHẨU HIỆU CỦA HỘI THI
1. Nhà nông đua tài, làng quê đổi mới!
2. Ruộng đồng là bạn, khoa học là thầy!
3. Toàn dân chung sức xây dựng nông thôn mới!
Trên đây là kế hoạch tổ chức hội thi nhà nông đua tài năm 2026.
Nơi nhận:
- Hội Nông dân tỉnh (Báo cáo);
- Thường trực Đảng ủy (Báo cáo);
- Các chi hội (Thực hiện);
- Lưu: VT.
TM. BAN THƯỜNG VỤ
CHỦ TỊCH
Lê Thị Na
"""
FESTIVAL = """\
ỦY BAN NHÂN DÂN XÃ VÂN KHÊ
TIỂU BAN LỄ HỘI
Số: 05/KH-TBLH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Vân Khê, ngày 10 tháng 01 năm 2026
KẾ HOẠCH
Tổ chức lễ hội xuân xã Vân Khê năm 2026
Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2026 của Ủy ban nhân dân xã Vân Khê về việc thành lập Tiểu ban lễ hội.
Tiểu ban lễ hội xây dựng kế hoạch triển khai thực hiện như sau:
I. MỤC ĐÍCH
- Giữ gìn nét đẹp của lễ hội xuân.
II. LỘ TRÌNH THỰC HIỆN
1. Tuyên truyền lễ hội
1.1. Đợt 1: Trong tháng 01/2026
- Tuyên truyền về ý nghĩa của lễ hội trên loa truyền thanh và mạng xã hội (Facebook, Zalo).
1.2. Đợt 2: Từ ngày 01/02 đến ngày khai hội 20/02/2026
- Tập trung tuyên truyền cao điểm về nội quy, lịch của lễ hội.
2. Tập dượt
Tổ chức tập dượt đội rước kiệu.
III. TỔ CHỨC THỰC HIỆN
1. Đồng chí Phó Chủ tịch UBND xã - Trưởng Tiểu ban: Phụ trách chung, chịu trách nhiệm trước Ủy ban nhân dân xã về kết quả lễ hội.
2. Đồng chí Trưởng phòng Văn hóa - Xã hội - Phó Trưởng tiểu ban Thường trực: Trực tiếp chỉ đạo trang trí sân lễ. Đôn đốc việc treo cờ hội, băng rôn, đèn lồng ở các thôn.
3. Đồng chí Trưởng Công an xã - Phó Trưởng tiểu ban: Bảo đảm trật tự; phân luồng xe ngày khai hội.
4. Bà Nguyễn Thị Sen, Chủ tịch Hội Phụ nữ xã - Ủy viên: Vận động các hộ góp mâm lễ.
IV. KHẨU HIỆU
1. Nhiệt liệt chào mừng lễ hội xuân!
2. Vân Khê đoàn kết, văn minh!
Nơi nhận:
- Thường trực Đảng ủy (Báo cáo);
- UBND xã (Báo cáo);
- Thành viên Tiểu ban (T/h);
- Lưu: VT.
TM. TIỂU BAN
TRƯỞNG TIỂU BAN
Trần Văn Bình
PHÓ CHỦ TỊCH UBND XÃ
"""


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, ...]:
    folder = tmp_path_factory.mktemp("committees")
    found = []
    for name, text in (("song-mo.txt", CONTEST), ("van-khe.txt", FESTIVAL)):
        file = Path(folder) / name
        file.write_text(text.replace("\n", "\n\n"), encoding="utf-8")
        found.append(read_plan(file))
    return tuple(found)


@pytest.fixture(scope="module")
def asked(plans: tuple[Plan, ...]) -> Ask:
    return asker(plans)


def test_labels_behind_a_list_a_heading_or_nothing_but_the_word_for_content_make_tasks(plans: tuple[Plan, ...]) -> None:
    rows = {task.locator: task for task in plans[0].tasks}
    assert list(rows) == ["II/1.1", "II/1.2", "II/1.3", "II/2.1", "II/3.1"]
    assert rows["II/1.1"].name.text.startswith("Ban hành thể lệ hội thi Thể lệ phải rõ ràng")
    assert rows["II/1.1"].support.text == "Các chi hội trưởng"
    assert rows["II/1.1"].result.text == "Thể lệ hội thi"
    assert rows["II/1.2"].result.text == ""
    assert rows["II/1.3"].name.text == "Mở các lớp tập huấn cho đội thi ở các thôn"
    assert rows["II/1.3"].lead.text == "Chuyên viên phụ trách kinh tế"
    assert rows["II/1.3"].due.text == "20/4/2026"
    assert rows["II/1.3"].result.text == "Hai lớp tập huấn được tổ chức"
    assert rows["II/2.1"].name.text == "Hội thi lần thứ nhất: Thi hiểu biết về giống cây trồng"


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Ai chủ trì ban hành thể lệ hội thi ở Sông Mơ?", "Đồng chí Phó Chủ tịch Thường trực, phụ trách phong trào"),
        ("Đầu mối giải đáp thể lệ hội thi Sông Mơ là ai?", "Cán bộ phụ trách phong trào"),
        ("Ai góp ý câu hỏi phần thi giống cây trồng ở Sông Mơ?", "Các Phó Chủ tịch phụ trách lĩnh vực kinh tế"),
        ("Hội thi Sông Mơ lần thứ hai dự kiến ngày nào?", "Dự kiến ngày 05/6/2026"),
        ("hội thi lần thứ nhất Sông Mơ chậm nhất ngày nào", "ngày 10/5/2026"),
        ("Hội thi nhà nông ở Sông Mơ có mấy khẩu hiệu?", "3"),
        ("khẩu hiệu thứ 3 của hội thi Sông Mơ viết sao", "Toàn dân chung sức xây dựng nông thôn mới!"),
        ("Kế hoạch hội thi Sông Mơ căn cứ kế hoạch số mấy của Đảng ủy xã?", "14-KH/ĐU"),
        ("ke hoach hoi thi song mo can cu ke hoach nao cua uy ban nhan dan xa", "09/KH-UBND"),
        ("ke hoach hoi thi song mo gui bao cao cho ai", "Hội Nông dân tỉnh | Thường trực Đảng ủy"),
        ("kế hoạch ký ngày 10/01/2026 của Vân Khê số mấy", "05/KH-TBLH"),
        ("khẩu hiệu số 1 lễ hội vân khê", "Nhiệt liệt chào mừng lễ hội xuân!"),
        ("Hội thi lần đầu ở Sông Mơ dự kiến hôm nào?", "Dự kiến ngày 05/5/2026"),
        (
            "Trưởng Công an xã phụ trách việc gì trong Tiểu ban lễ hội Vân Khê?",
            "Bảo đảm trật tự; phân luồng xe ngày khai hội",
        ),
        ("đợt 1 tuyên truyền lễ hội vân khê làm lúc nào", "Trong tháng 01/2026"),
        ("dot 2 tuyen truyen le hoi van khe ket thuc khi nao", "đến ngày khai hội 20/02/2026"),
        ("Khẩu hiệu số 2 trong kế hoạch lễ hội Vân Khê là gì?", "Vân Khê đoàn kết, văn minh!"),
        ("Người phụ trách chung Tiểu ban lễ hội Vân Khê giữ chức gì?", "Đồng chí Phó Chủ tịch UBND xã"),
        ("Trưởng Công an xã giữ vai trò gì trong Tiểu ban lễ hội Vân Khê?", "Phó Trưởng tiểu ban"),
        ("truong tieu ban le hoi van khe la ai", "Đồng chí Phó Chủ tịch UBND xã"),
        ("Bà Nguyễn Thị Sen giữ chức danh gì trong tiểu ban lễ hội?", "Ủy viên"),
        ("Ai vận động các hộ góp mâm lễ ở Vân Khê?", "Bà Nguyễn Thị Sen, Chủ tịch Hội Phụ nữ xã - Ủy viên"),
    ],
)
def test_what_such_plans_tell_is_found(asked: Ask, question: str, values: str) -> None:
    told = asked(question)
    assert told.status is Status.ANSWERED
    assert " | ".join(told.values) == values


@pytest.mark.parametrize(
    "question",
    [
        "Kết quả (sản phẩm) của nhiệm vụ phối hợp vận động tài trợ hội thi Sông Mơ là gì?",
        "Kế hoạch đề ngày 03/02/2026 của Hội Nông dân xã Sông Mơ có số hiệu bao nhiêu?",
    ],
)
def test_what_such_plans_leave_blank_is_told_so(asked: Ask, question: str) -> None:
    assert asked(question).status is Status.NOT_STATED


def test_a_turn_that_no_meeting_has_is_not_answered_from_another(asked: Ask) -> None:
    assert asked("Hội thi lần thứ tư ở Sông Mơ dự kiến ngày nào?").status is Status.NOT_FOUND
