"""Rows asked for by a word for any small part ("mục nào", "phần nào"), in telegrams of a cell, without what is set apart."""

from __future__ import annotations

from datetime import date

import pytest

from rag.answer import Status
from rag.query.smallnouns import rows_called
from tests.ingest.sources import HEAD, plan, table
from tests.rag.conftest import asker
from tests.rag.plans import Ask, listed

WORK = "\nPHỤ LỤC\nNHIỆM VỤ BẾN SÔNG\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n" + table(
    "TT | Nhiệm vụ | Chủ trì | Phối hợp | Kết quả | Thời hạn",
    "1 | Tập huấn lái đò | Phòng Kinh tế | Công an xã | Lớp tập huấn | Tháng 5/2026",
    "2 | Kiểm tra xưởng đóng thuyền | Phòng Kinh tế; Công an xã | Hội Nông dân xã | Biên bản kiểm tra | Tháng 6/2026",
    "3 | Cấp áo phao cho hộ nuôi bè | Hội Nông dân xã | Phòng Kinh tế | Nghị quyết của Hội đồng nhân dân xã | Tháng 5/2026",
    "4 | Nạo vét luồng bến | Công an xã | Phòng Kinh tế | Nghị quyết của Hội đồng nhân dân xã | Theo lộ trình của huyện",
    "5 | Trông giữ thuyền đêm | Công an xã | | Biên bản kiểm tra | Thường xuyên",
    "6 | Ghi sổ lượt đò | Ông Lê Bến | | Sổ | Tháng 9/2026",
)


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker([plan(head=HEAD, annex=WORK)])


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Phụ lục: mục nào do Phòng Kinh tế chủ trì?", "1 2"),
        ("phu luc, phan nao do Phong Kinh te chu tri", "1 2"),
        ("Công an xã phụ trách chính những khoản nào của phụ lục?", "2 4 5"),
        ("Tìm các dòng mà Phòng Kinh tế nằm ở cột phối hợp", "3 4"),
        ("Lọc giúp em các mục ở phụ lục mà Hội Nông dân xã chủ trì", "3"),
        ("Trong phụ lục có chỗ nào giao Hội Nông dân xã chủ trì không?", "3"),
        ("Có mục nào phải xong ngay trong tháng này không?", "1 3"),
        ("Các mục có thời hạn thường xuyên là mục nào?", "5"),
        ("Cái nào phải ra cho được nghị quyết của Hội đồng nhân dân xã?", "3 4"),
        ("Phần nào kết thúc bằng một nghị quyết của Hội đồng nhân dân xã?", "3 4"),
        ("Phụ lục: các mục kết quả “Biên bản kiểm tra”", "2 5"),
        ("Phụ lục: việc ghi hạn “theo lộ trình”", "4"),
        ("Việc ông Lê Bến theo dõi", "6"),
        ("mấy nhiệm vụ Phòng Kinh tế làm chính là gì", "1 2"),
        ("nhung dau viec Phong Kinh te chu tri", "1 2"),
    ],
)
def test_rows_are_asked_for_in_small_words(ask: Ask, question: str, rows: str) -> None:
    assert listed(ask(question)) == [f"Phụ lục/{one}" for one in rows.split()]


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Bỏ phần Công an xã chủ trì ra thì còn những nhiệm vụ nào hạn tháng 5/2026?", "1 3"),
        ("Gạt những việc Phòng Kinh tế chủ trì sang một bên, còn việc nào hạn tháng 5/2026?", "3"),
        ("Công an xã chủ trì việc nào, một mình hay chung với đơn vị khác đều tính?", "2 4 5"),
        ("Mục nào có Công an xã ở cột chủ trì, kể luôn cả trường hợp đứng chung?", "2 4 5"),
        ("Công an xã chủ trì việc gì mà tới tháng sau là hết hạn?", "2"),
        ("Phòng Kinh tế có việc nào hết hạn trong tháng này?", "1"),
    ],
)
def test_what_is_set_apart_counted_in_or_falls_due(ask: Ask, question: str, rows: str) -> None:
    assert listed(ask(question, date(2026, 5, 4))) == [f"Phụ lục/{one}" for one in rows.split()]


def test_the_part_named_before_the_unit_counts(ask: Ask) -> None:
    assert ask("Phụ lục: phần tham mưu thuộc Phòng Kinh tế tổng cộng bao nhiêu nhiệm vụ?").values == ("2",)


@pytest.mark.parametrize(
    "question",
    [
        "Nội dung trông giữ thuyền nằm ở mục nào của kế hoạch?",
        "Việc tập huấn phải hoàn thành vào thời điểm nào?",
        "Chỗ nào phải nộp biên bản kiểm tra?",
        "Thành phần nào phải có kết quả kiểm tra?",
        "Ngân hàng nào phối hợp cấp áo phao?",
        "Thế cuối cùng phải nộp cái gì?",
        "Hạn của việc có kết quả “Lớp tập huấn”",
        "Mục nào nói hay nhất?",
    ],
)
def test_other_things_asked_for_stay_as_they_are(question: str) -> None:
    assert rows_called(question) == question


@pytest.mark.parametrize(
    "question", ["Mục nào do Trạm Thú y chủ trì?", "Có chỗ nào nhắc đến đường sắt không?", "Việc bà Trần Đò theo dõi"]
)
def test_what_no_row_has_stays_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
