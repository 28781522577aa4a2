"""A column of a row asked for in words that no plan prints: who it falls to, what must come of it, what is noted beside it."""

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
        ("Nạo vét đầm sen, việc này bên nào đứng mũi chịu sào?", "Nạo vét đầm sen, bên nào chủ trì?"),
        ("nao vet dam sen, viec nay ben nao cam trich", "nao vet dam sen, ben nao chu tri"),
        ("Nạo vét đầm sen thì giao về tay ai?", "Nạo vét đầm sen ai chủ trì?"),
        ("Nạo vét đầm sen, xã phân cho phòng nào làm chủ trì?", "Nạo vét đầm sen, phòng nào làm chủ trì?"),
        ("Phòng nào nhận việc nạo vét đầm sen?", "Phòng nào chủ trì nạo vét đầm sen?"),
        ("nạo vét đầm sen - đơn vi nào đứng đầu việc này", "nạo vét đầm sen - đơn vi nào chủ trì"),
        ("Nạo vét đầm sen xong thì phải ra được loại văn bản nào?", "Nạo vét đầm sen kết quả là gì?"),
        ("nao vet dam sen roi se cho ra doi cai gi", "nao vet dam sen roi ket qua la gi"),
        ("Nạo vét đầm sen: giai đoạn?", "Nạo vét đầm sen - thời hạn khi nào?"),
        ("Bên cạnh mục 2 Phụ lục I người ta ghi chú điều gì?", "mục 2 Phụ lục I ghi chú gì?"),
        ("Đợt bơi thứ hai diễn ra lúc nào?", "Đợt bơi thứ hai diễn ra lúc nào?"),
        ("Đợt kiểm tra bến thuyền thứ hai diễn ra lúc nào?", "Đợt 2 kiểm tra bến thuyền diễn ra lúc nào?"),
        ("Tỷ lệ hộ có phao phải vượt trên mốc nào?", "Tỷ lệ hộ có phao đạt bao nhiêu?"),
        ("Ai nộp đơn muộn thì sẽ bị xử lý ra sao?", "người nộp đơn muộn thì sẽ bị xử lý ra sao?"),
        ("Tổ giúp việc do ai đứng đầu?", "Tổ giúp việc do ai đứng đầu?"),
        ("Việc này ai làm?", "Việc này ai làm?"),
    ],
)
def test_what_is_said_of_a_column_is_put_plainly(typed: str, plainly: str) -> None:
    assert restated(typed) == plainly


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a commune's plan of four rows."""
    draft = Draft()
    draft.section("Tiêu đề", "KẾ HOẠCH Giữ đầm sen xã Cồn Tre năm 2026")
    draft.section("I", "I. YÊU CẦU")
    draft.clause("I", "Các ấp giữ nước đầm sạch.")
    draft.annex("Phụ lục I", "PHỤ LỤC I VIỆC PHẢI LÀM")
    draft.task(
        "Phụ lục I/1",
        "Nạo vét đầm sen sau mùa lũ | Phòng Kinh tế xã | Hội Nông dân xã; Đoàn xã | Biên bản bàn giao | 5/2026",
    )
    draft.task("Phụ lục I/2", "Dựng chòi canh chim | Công an xã | Đoàn xã | Chòi canh | 2026 - 2028 | Làm bằng tre")
    draft.task("Phụ lục I/3", "Tập huấn chèo xuồng, cứu đuối | Phòng Văn hóa xã | Trạm Y tế xã | Lớp tập huấn | 6/2026")
    draft.task(
        "Phụ lục I/4", "Đếm khách lưu trú và khách du lịch | Phòng Chèo, Hát và Du lịch | Đoàn xã | Sổ đếm | 7/2026"
    )
    title = "Giữ đầm sen xã Cồn Tre năm 2026"
    return asker([draft.plan("con-tre.txt", Header("6/KH-UBND", issuer="UBND xã Cồn Tre", title=title, year=2026))])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Nạo vét đầm sen sau mùa lũ, phần này rơi vào tay ai?", ("Phòng Kinh tế xã",)),
        ("nao vet dam sen sau mua lu: giao ben nao, han chot thang may", ("Phòng Kinh tế xã", "5/2026")),
        (
            "Nạo vét đầm sen, ngoài bên chủ trì còn những nơi nào cùng phối hợp?",
            ("Hội Nông dân xã", "Đoàn xã"),
        ),
        ("nao vet dam sen xong thi phai co giay to gi", ("Biên bản bàn giao",)),
        ("Nạo vét đầm sen sau mùa lũ: kết qảu?", ("Biên bản bàn giao",)),
        ("Dựng chòi canh chim kéo dài trong giai đoạn nào?", ("2026 - 2028",)),
        ("Dựng chòi canh chim: người ta lưu ý thêm điều gì?", ("Làm bằng tre",)),
        ("lop cheo xuong, cuu duoi hoi thang 6: ben chu tri", ("Phòng Văn hóa xã",)),
        ("dem khach luu tru va khach du lich thi ai ganh", ("Phòng Chèo, Hát và Du lịch",)),
        ("Dựng chòi canh chim thì ai kề vai sát cánh với Công an xã?", ("Đoàn xã",)),
    ],
)
def test_the_column_meant_is_told(ask: Ask, question: str, values: tuple[str, ...]) -> None:
    assert ask(question).values == values


@pytest.mark.parametrize(
    "question",
    [
        "Đắp đê biển, việc này bên nào cầm trịch?",
        "dap de bien xong thi phai ra duoc van ban gi",
        "Bên cạnh mục 2 Phụ lục I về nuôi tôm hùm lồng người ta ghi chú điều gì?",
        "Xây cầu vượt thì giao về tay ai?",
    ],
)
def test_what_no_row_says_is_refused_in_these_words_too(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
