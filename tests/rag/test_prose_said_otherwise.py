"""Reasons, aims, means and names asked of prose in the asker's own words, not in those that the plan prints."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from rag.language.restated import restated
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft


@pytest.mark.parametrize(
    ("typed", "plainly"),
    [
        (
            "Xem phần yêu cầu của kế hoạch này, em chưa rõ: ai giữ sổ?",
            "ở phần yêu cầu của kế hoạch này, ai giữ sổ?",
        ),
        ("doc muc II ke hoach nay, toi con thac mac: ai giu so", "o muc II ke hoach nay, ai giu so"),
        ("Tìm giúp tôi mục tiêu chung của kế hoạch 3/KH-UBND.", "nêu mục tiêu chung của kế hoạch 3/KH-UBND."),
        ("Phơi muối phải làm với tinh thần ra sao?", "Phơi muối phải làm theo tinh thần nào?"),
        ("Vì lý do gì mà muối khô chậm?", "vì sao muối khô chậm?"),
        (
            "Dựa vào sổ muối rồi thì tổ được yêu cầu làm việc gì tiếp?",
            "trên cơ sở sổ muối thì tổ phải làm gì?",
        ),
        ("vi ly do nao khien muoi kho cham", "vi sao muoi kho cham"),
        ("sao kho muối vẫn vơi nhiều thế nhỉ?", "sao kho muối vẫn vơi?"),
        ("Vì sao nghề muối còn tồn tại, chủ yếu do đâu?", "nguyên nhân chủ yếu nghề muối còn tồn tại?"),
        ("Xã coi nghề muối về mặt nào là gốc?", "Xã lĩnh vực nghề muối nào được xác định là gốc?"),
        ("Xã phấn đấu thu nhập vượt trên mốc nào?", "Xã phấn đấu thu nhập cao hơn mức nào?"),
        ("Kể hết những thứ tổ muối phải sửa trước.", "tổ muối phải sửa trước những gì?"),
        ("Ruộng muối nên làm theo các cách thức nào trước?", "Ruộng muối được ưu tiên theo hình thức nào?"),
        ("Tỷ lệ ruộng muối phải vượt trên mốc nào?", "Tỷ lệ ruộng muối đạt bao nhiêu?"),
        ("Xã muốn dựng dần cái gì cho diêm dân?", "Xã muốn từng bước xây dựng cái gì cho diêm dân?"),
    ],
)
def test_a_roundabout_wording_is_put_plainly(typed: str, plainly: str) -> None:
    assert restated(typed) == plainly


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a commune's plan of prose."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Giữ nghề muối xã Gò Phơi năm 2026")
    draft.section("I", "I. TÌNH HÌNH")
    draft.clause("I", "- Tỷ lệ lấp đầy kho chứa muối thấp, vì giá thuê chưa hợp lý và thiếu đường vào cho xe tải.")
    draft.clause("I", "- Bến Gò bị bùn bít lòng lạch, ghe trên 12 mét phải chờ thủy triều.")
    draft.clause(
        "I",
        "- Khó khăn: xe tải không vào được 14 bờ ruộng ngoài đê; cống số 3 ngoài đê hỏng nhưng chưa được thay do vướng phân chia trách nhiệm với đơn vị cấp điện.",
    )
    draft.section("II", "II. YÊU CẦU")
    draft.clause("II", "- Xác định muối sạch là trung tâm, các nghề khác đi theo muối sạch.")
    draft.clause("II", "- Việc dồn ruộng được triển khai bền bỉ, từng bước.")
    draft.clause("II", "- Từng bước hình thành bảo tàng muối của xã, phục vụ tham quan trực tuyến.")
    draft.clause("II", "- Trước mắt, giữ nguyên 07 tổ diêm dân như hiện nay.")
    draft.clause(
        "II", "- Quy chế bến phải có hiệu lực cùng thời điểm với Nội quy chợ để không có khoảng trống quản lý."
    )
    draft.section("III", "III. KINH PHÍ")
    draft.clause("III", "Tổng kinh phí năm 2026 là 940 triệu đồng, trong đó xã chi 300 triệu đồng.")
    draft.annex("Phụ lục", "PHỤ LỤC VIỆC PHẢI LÀM")
    draft.task(
        "Phụ lục/1",
        "Tổ Diêm dân giỏi (TDG) tập trung trước vào các nhiệm vụ: - Sơ đồ ruộng muối; - Sổ giá muối. | Phòng Kinh tế xã |  |  | 6/2026",
    )
    title = "Giữ nghề muối xã Gò Phơi năm 2026"
    return asker([draft.plan("go-phoi.txt", Header("3/KH-UBND", issuer="UBND xã Gò Phơi", title=title, year=2026))])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("sao kho chứa muối xã Gò Phơi còn trống nhiều thế?", ("giá thuê chưa hợp lý", "thiếu đường vào cho xe tải")),
        ("Vì lý do gì mà ghe dài hơn 12 mét vào bến Gò phải đợi con nước lên?", ("Bến Gò bị bùn bít lòng lạch",)),
        (
            "Vì sao cống số 3 hỏng mà chưa được thay?",
            ("vướng phân chia trách nhiệm với đơn vị cấp điện",),
        ),
        ("Nghề gì được coi là trọng tâm cho các nghề khác đi theo?", ("muối sạch",)),
        ("Việc dồn ruộng được yêu cầu tiến hành với tinh thần thế nào?", ("bền bỉ, từng bước",)),
        ("Tổ TDG phải tập trung trước vào những nhiệm vụ nào?", ("Sơ đồ ruộng muối", "Sổ giá muối")),
        ("Kể hết những thứ Tổ TDG được yêu cầu ưu tiên làm trước.", ("Sơ đồ ruộng muối", "Sổ giá muối")),
        ("Xã muốn xây dần cái gì để người ta tham quan trên mạng?", ("bảo tàng muối của xã",)),
        ("Số tổ diêm dân tạm thời vẫn giữ là bao nhiêu?", ("07 tổ diêm dân",)),
        ("Quy chế bến phải có hiệu lực vào thời điểm nào?", ("cùng thời điểm với Nội quy chợ",)),
        ("de trien khai 3/KH-UBND nam 2026 can het thay bao nhieu tien?", ("940 triệu đồng",)),
    ],
)
def test_what_prose_tells_is_told(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


@pytest.mark.parametrize(
    "question",
    [
        "sao chợ xã Gò Phơi còn trống nhiều thế?",
        "Vì lý do gì mà ruộng lúa phải đợi phân bón?",
        "Vì sao cống số 3 bị mất nắp?",
        "Vì lẽ gì xe tải không vào được 14 bờ ruộng ngoài đê?",
        "Số tổ cứu hỏa tạm thời vẫn giữ là bao nhiêu?",
        "Xã muốn xây dần cái gì để người ta nộp thuế trên mạng?",
        "de xay cau theo 3/KH-UBND nam 2026 can het thay bao nhieu tien?",
        "Kể hết những thứ Tổ TDG phải mua sắm trước.",
        "Nghị quyết phải có hiệu lực vào thời điểm nào?",
    ],
)
def test_what_prose_does_not_tell_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
