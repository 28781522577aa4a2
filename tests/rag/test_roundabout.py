"""Questions asked in a roundabout way: two things at once, how often as a choice, offices that no plan has."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.language.restated import restated
from rag.mentions.periods import read_period
from rag.service import Service
from tests.rag.plans import TODAY, cited

HELPERS = ("Sở Nông nghiệp và Môi trường", "Công an tỉnh", "Sở Y tế")
DRILL = "Cơ quan nào chủ trì diễn tập ứng phó bão, lũ cấp tỉnh?"


@pytest.mark.parametrize(
    "question",
    [
        "Thế còn đơn vị nào cùng làm với bên ấy?",
        "Những bộ phận nào cùng vào cuộc với họ?",
        "Còn phần phối hợp thì ghi tên những ai?",
        "Bên cạnh đó ai hỗ trợ?",
        "the nhung co quan nao cung chung tay",
    ],
)
def test_helpers_asked_in_any_words_are_those_of_the_row_told(service: Service, question: str) -> None:
    answer = service.ask(question, today=TODAY, previous=service.ask(DRILL, today=TODAY))
    assert (answer.status, answer.values) == (Status.ANSWERED, HELPERS)
    assert cited(answer) == {"lamgiang-ubnd-2026.txt#Phụ lục II/18"}


def test_helpers_of_other_work_are_not_those_of_the_row_told(service: Service) -> None:
    before = service.ask(DRILL, today=TODAY)
    answer = service.ask("Ai cùng làm sân vận động?", today=TODAY, previous=before)
    assert answer.values != HELPERS


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Kè bến tốn bao nhiêu tiền, xã A một con số, xã B một con số?", "Kè bến tốn bao nhiêu tiền, xã A và xã B lần lượt?"),
        ("Ai trực đò ở hai bến, một ở xã A, một ở xã B?", "Ai trực đò ở bến xã A và bến xã B lần lượt?"),
        ("So giúp hạn của xã A với xã B", "so sánh hạn của xã A với xã B"),
        ("So với xã A thì sao", "So với xã A thì sao"),
        ("Trả tiền qua mạng đạt mấy phần trăm?", "thanh toán trực tuyến đạt mấy phần trăm?"),
        ("Xã A nhận hồ sơ online bao nhiêu?", "Xã A tiếp nhận hồ sơ trực tuyến bao nhiêu?"),
        ("PL I: số việc nhóm đò / nhóm bến?", "PL I: nhóm đò và nhóm bến mỗi nhóm có mấy việc?"),
        (
            "Xã có bao nhiêu người trong đội đò, và bao nhiêu người trong đội bến?",
            "Xã có số người của đội đò và của đội bến lần lượt là bao nhiêu người?",
        ),
        ("Xã có bao nhiêu người trong đội đò và bao nhiêu thuyền?", "Xã có bao nhiêu người trong đội đò và bao nhiêu thuyền?"),
        ("Cho tôi hai mốc: ngày mở bến và ngày đóng bến.", "ngày mở bến và ngày đóng bến lần lượt"),
        ("Bến gửi báo cáo theo tuần, theo tháng hay theo quý?", "Bến gửi báo cáo bao lâu một lần?"),
        ("Tổ lái đò gửi kết quả thực hiện Đề án ngày nào?", "Tổ lái đò báo cáo kết quả thực hiện Đề án ngày nào?"),
        ("Muốn báo cáo lên tỉnh thì phải thông qua ban gì?", "Muốn báo cáo lên tỉnh thì gửi qua ban nào?"),
        ("Tỉnh giao Sở, về tới Sở thì phân cho phòng nào?", "Tỉnh giao Sở; phòng nào của Sở làm?"),
        ("Trong 5 năm 2026-2030 kè mấy bến?", "trong giai đoạn 2026-2030 kè mấy bến?"),
    ],
)  # fmt: skip
def test_what_is_asked_in_a_roundabout_way_is_put_straight(typed: str, plain: str) -> None:
    assert restated(typed) == plain


@pytest.mark.parametrize(
    "question",
    [
        "nam 2026 So Ngoai vu dung dau nhiem vu nao",
        "nam nay thi So Ngoai vu lo nhung viec nao",
        "quy 2 Phong Ngoai vu dung dau nhiem vu nao",
    ],
)
def test_an_office_that_no_plan_has_leads_nothing_behind_a_time_either(service: Service, question: str) -> None:
    answer = service.ask(question, today=TODAY)
    assert (answer.status, answer.items) == (Status.NOT_FOUND, ())


def test_to_strive_for_a_year_is_not_its_beginning() -> None:
    assert read_period("xã phấn đấu năm 2026 đạt mấy bến", TODAY, None) is None
    assert read_period("xong đầu năm 2026", TODAY, None) is not None
