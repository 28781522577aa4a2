"""The parts of a plan are told apart in the order they are printed."""

from __future__ import annotations

import pytest

from ingest.plan import SectionKind
from tests.ingest.sources import ANNEX, BODY, CLOSING, HEAD, HEADER, plan, read, table

ROW = "1 | Rà soát | Công an xã | Sở Nội vụ | Báo cáo | 3/2026"


def test_the_words_before_the_first_heading_are_the_bases() -> None:
    clauses = [clause.text for clause in plan().clauses if clause.locator == "Căn cứ"]
    assert len(clauses) == 2
    assert clauses[0].startswith("Căn cứ Luật")
    assert clauses[1].endswith("như sau:")


def test_prose_right_after_the_enacting_words_is_body_even_without_a_heading() -> None:
    found = plan(body="Toàn xã tập trung cải cách thủ tục.\n")
    assert "Toàn xã tập trung cải cách thủ tục." not in [
        clause.text for clause in found.clauses if clause.locator == "Căn cứ"
    ]


def test_a_draft_mark_above_the_title_is_no_part_of_it() -> None:
    assert (
        plan(head=HEAD.replace("KẾ HOẠCH\n", "DỰ THẢO\n\nKẾ HOẠCH\n", 1)).header.title
        == "Cải cách hành chính xã Sông Mơ năm 2026"
    )


def test_recipients_may_stand_before_or_after_the_signature() -> None:
    signature = "\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Thị Mây\n"
    recipients = "\nNơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.\n"
    for closing in (recipients + signature, signature + recipients):
        header = plan(closing=closing).header
        assert (header.signer, header.recipients) == ("Trần Thị Mây", ("Sở Nội vụ", "Lưu: VT"))


def test_an_annex_is_a_section_with_its_title() -> None:
    found = plan(annex="\nPHỤ LỤC I\nCHỈ TIÊU NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-UBND)\n" + table(HEADER, ROW))
    headings = {
        section.locator: section.heading for section in found.sections if section.locator.startswith("Phụ lục I")
    }
    assert headings == {"Phụ lục I": "PHỤ LỤC I CHỈ TIÊU NĂM 2026", "Phụ lục I/tiêu đề": "PHỤ LỤC I CHỈ TIÊU NĂM 2026"}


@pytest.mark.parametrize(
    "line", ["Chi tiết tại Phụ lục I kèm theo", "- Phụ lục II nêu các nhiệm vụ;", "Phụ lục I được gửi kèm,"]
)
def test_a_mention_of_an_annex_in_the_body_opens_none(line: str) -> None:
    found = plan(body=f"I. NHIỆM VỤ\n{line}\n- Làm ngay.\n")
    assert not [section for section in found.sections if section.kind is SectionKind.ANNEX]


def test_a_table_after_the_signature_that_nothing_announces_is_still_read() -> None:
    found = read(f"{HEAD}\n{BODY}{CLOSING}\n" + table(HEADER, ROW))
    assert [task.locator for task in found.tasks] == ["Bảng/1"]
    assert "Bảng/tiêu đề" not in {section.locator for section in found.sections}
    assert found.header.signer == "Trần Thị Mây"


def test_prose_below_an_annex_table_belongs_to_the_annex() -> None:
    found = plan(annex="\nPHỤ LỤC\nNHIỆM VỤ\n" + table(HEADER, ROW) + "\nGhi chú: các thôn chủ động thực hiện.\n")
    assert [clause.locator for clause in found.clauses if clause.text.startswith("Ghi chú")] == ["Phụ lục"]


def test_the_plan_is_found_under_a_decision_with_many_bases() -> None:
    bases = "".join(f"Căn cứ Nghị quyết số {n}/NQ-HĐND ngày 02/01/2026 của HĐND xã;\n\n" for n in range(1, 90))
    found = read(
        f"ỦY BAN NHÂN DÂN\nXÃ SÔNG MƠ\n\nQUYẾT ĐỊNH\nVỀ VIỆC BAN HÀNH KẾ HOẠCH\n\n{bases}QUYẾT ĐỊNH:\n\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch dạy nghề.\n\nNơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Thị Mây\n\n"
        "KẾ HOẠCH\nDẠY NGHỀ NĂM 2026\n\nI. MỤC ĐÍCH\nMở lớp dạy nghề.\n"
    )
    assert found.header.title == "DẠY NGHỀ NĂM 2026"
    assert "I" in [section.locator for section in found.sections]


def test_a_plan_of_title_and_annex_alone_keeps_its_signature_out_of_its_title() -> None:
    read = plan(
        head=HEAD.partition("Căn cứ")[0].rstrip() + "\n",
        body="",
        closing="\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Thị Mây\n",
        annex=ANNEX + table(HEADER, "1 | Sửa bến Mơ | Phòng Kinh tế | | | Tháng 6/2026"),
    )
    head = read.header
    assert (head.title, head.signer, head.signer_title) == (
        "Cải cách hành chính xã Sông Mơ năm 2026",
        "Trần Thị Mây",
        "PHÓ CHỦ TỊCH",
    )


def test_a_title_that_begins_with_a_table_is_no_annex_of_its_own() -> None:
    rows = table("TT | Chỉ tiêu | ĐVT | Năm 2026", "1 | Tỷ lệ thôn có tổ cứu hộ | % | 80")
    read = plan(annex=f"\nPHỤ LỤC 1\nBIỂU CHỈ TIÊU CỨU HỘ NĂM 2026\n\n{rows}\nBIỂU SỐ 2\nTHUYỀN\n\n{rows}")
    assert [target.locator for target in read.targets] == ["Phụ lục 1/1", "Biểu số 2/1"]
