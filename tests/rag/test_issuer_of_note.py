"""A document of an issuer that a row's note cites: the issuer says whose document is meant, not whose plan."""

from __future__ import annotations

import pytest

from ingest.plan import Header
from rag.answer import Status
from tests.rag.conftest import asker
from tests.rag.plans import Ask, Draft, cited


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Asks a department's plan, whose note cites the province, and the plan of that province."""
    title = "Số hóa kho phim tư liệu năm 2026"
    draft = Draft()
    draft.section("Tiêu đề", f"KẾ HOẠCH {title}")
    draft.annex("Phụ lục I", "PHỤ LỤC I")
    draft.task(
        "Phụ lục I/1",
        "Số hóa phim nhựa về nghề dệt lanh | Phòng Lưu trữ | Văn phòng Sở | Kho phim số | Quý IV/2026 | Quyết định số 77/QĐ-UBND ngày 03/02/2026",
    )
    draft.task("Phụ lục I/2", "Sửa máy chiếu lưu động | Văn phòng Sở | Phòng Lưu trữ | Máy chiếu | Quý II/2026")
    office = draft.plan(
        "so.txt",
        Header(number="8/KH-SVH", issuer="Sở Văn hóa tỉnh Hải Triều", place="Hải Triều", title=title, year=2026),
    )
    title = "Nâng hạng bến thuyền năm 2026 của tỉnh Hải Triều"
    draft = Draft()
    draft.section("Tiêu đề", f"KẾ HOẠCH {title}")
    draft.annex("Phụ lục I", "PHỤ LỤC I")
    draft.task("Phụ lục I/1", "Nạo vét luồng vào bến | Sở Xây dựng | Các xã | Luồng sâu 3 m | 09/2026")
    header = Header(
        number="12/KH-UBND", issuer="Ủy ban nhân dân tỉnh Hải Triều", place="Hải Triều", title=title, year=2026
    )
    return asker([office, draft.plan("tinh.txt", header)])


def test_the_issuer_of_a_document_in_a_note_names_no_plan(ask: Ask) -> None:
    answer = ask("Quyết định của UBND tỉnh ghi ở cột ghi chú việc số hóa phim nhựa về nghề dệt lanh là quyết định nào?")
    assert answer.values == ("Quyết định số 77/QĐ-UBND ngày 03/02/2026",)
    assert cited(answer) == {"so.txt#Phụ lục I/1"}


def test_work_that_no_plan_has_cites_no_document(ask: Ask) -> None:
    question = "Quyết định của UBND tỉnh ghi ở cột ghi chú việc nuôi hàu trên giàn là quyết định nào?"
    assert ask(question).status is Status.NOT_FOUND
