"""Plans exported from a page: tables stacked or in HTML, lines broken at a width, emphasis over several lines."""

from __future__ import annotations

import pytest

from ingest.document import Table
from ingest.plan import Plan, Section
from ingest.readers.text import read_text
from tests.ingest.sources import BODY, CLOSING, HEAD, plan, printed, read, stacked

TITLE = "\nPHỤ LỤC\nNHIỆM VỤ NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n"


def _headings(found: Plan) -> dict[str, str]:
    return {section.locator: section.heading for section in found.sections}


def _rows(source: str) -> list[list[list[str]]]:
    document = read_text("a", source)
    return [
        [[cell.span.slice(document.text) for cell in row.cells] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table)
    ]


def _section(found: Plan, locator: str) -> Section:
    return next(section for section in found.sections if section.locator == locator)


def test_a_stacked_table_has_rows_of_one_width_blank_cells_and_merged_ones_too() -> None:
    rows = _rows(
        stacked("TT | Việc | Chủ trì | Ghi chú", "I. Thể chế", "1 | Rà soát | Sở Nội vụ | ", "2 | Lập sổ | | Gấp")
    )
    assert rows == [
        [
            ["TT", "Việc", "Chủ trì", "Ghi chú"],
            ["I. Thể chế", "", "", ""],
            ["1", "Rà soát", "Sở Nội vụ", ""],
            ["2", "Lập sổ", "", "Gấp"],
        ]
    ]


def test_the_cells_under_a_cell_that_spans_rows_stay_in_their_columns() -> None:
    rows = _rows(
        stacked("TT | Điểm đo | Lần | Mẫu", "1 | Cầu Đá | 2 lần | 15", "1 lần | 30", "2 | Bến Tre | 3 lần | 8")
    )
    assert rows[0][2] == ["", "", "1 lần", "30"]


def test_tasks_of_a_stacked_annex_are_read_as_of_any_other() -> None:
    found = plan(
        annex=TITLE
        + stacked(
            "**TT** | **Nhiệm vụ** | **Cơ quan\nchủ trì** | **Phối hợp** | **Thời gian**",
            "**I.\nTHỂ CHẾ**",
            "1 | Rà soát văn bản\ncủa xã | Công an xã | | Quí II-2026",
            "2 | Lập sổ | Văn phòng | Các thôn | Thường xuyên",
        )
    )
    assert [(task.locator, task.name.text, task.due.text) for task in found.tasks] == [
        ("Phụ lục/1", "Rà soát văn bản của xã", "Quí II-2026"),
        ("Phụ lục/2", "Lập sổ", "Thường xuyên"),
    ]
    assert _headings(found)["Phụ lục/I"] == "THỂ CHẾ"
    assert str(found.tasks[0].when.end if found.tasks[0].when else None) == "2026-06-30"
    assert all(printed(found.text, task.name) == task.name.text for task in found.tasks)


def test_a_stacked_letterhead_and_closing_are_read_line_by_line() -> None:
    head = stacked(
        "**ỦY BAN NHÂN\nDÂN**\nXÃ SÔNG MƠ\n-----|CỘNG HÒA XÃ HỘI",
        "Số: 12/KH-UBND | *Sông Mơ, ngày 05\ntháng 3 năm 2026*",
    )
    closing = stacked(
        "*Nơi nhận:*\n- Sở Nội vụ;\n- Lưu: VT. | **TM. ỦY BAN NHÂN\nDÂN**\nKT. CHỦ TỊCH\n**PHÓ CHỦ TỊCH**\n**Lê Mây**"
    )
    header = read(f"{head}\n**KẾ HOẠCH**\n\nCẢI CÁCH NĂM 2026\n\n{BODY}\n{closing}").header
    assert (header.number, str(header.date), header.place) == ("12/KH-UBND", "2026-03-05", "Sông Mơ")
    assert header.issuer == "ỦY BAN NHÂN DÂN XÃ SÔNG MƠ"
    assert (header.signer, header.signer_title) == ("Lê Mây", "PHÓ CHỦ TỊCH")
    assert header.recipients == ("Sở Nội vụ", "Lưu: VT")


def test_a_closing_typed_in_one_cell_is_parted() -> None:
    closing = "\n| Nơi nhận: - Sở Nội vụ; - Các Phó Chủ tịch; - Lưu: VT. | KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Thị Mây |\n|---|---|\n"
    header = plan(closing=closing).header
    assert header.recipients == ("Sở Nội vụ", "Các Phó Chủ tịch", "Lưu: VT")
    assert (header.signer, header.signer_title) == ("Lê Thị Mây", "PHÓ CHỦ TỊCH")


@pytest.mark.parametrize("merged", ['<td colspan="4"><b>I. Thể chế</b></td>', "<td>I. Thể chế</td>"])
def test_a_table_in_html_is_a_table(merged: str) -> None:
    rows = _rows(
        "<table border=1><tr><th>TT</th><th>Việc</th><th>Chủ trì</th><th>Hạn</th></tr>"
        f"<tr>{merged}</tr>\n<tr>\n<td>1</td><td>Rà\nsoát</td><td>Sở Nội vụ;<br/>Văn phòng</td><td></td></tr></table>"
    )
    assert rows[0][0] == ["TT", "Việc", "Chủ trì", "Hạn"]
    assert rows[0][1][0] == "I. Thể chế"
    assert rows[0][2] == ["1", "Rà soát", "Sở Nội vụ;\nVăn phòng", ""]


def test_lines_between_blank_lines_are_one_paragraph_in_a_file_that_blank_lines_part() -> None:
    lines = "\n".join(
        f"- Việc thứ {number} được các thôn trong xã cùng nhau thực hiện\nngay từ đầu năm theo phân công của\n"
        "ban chỉ đạo và của các tổ tự quản ở\nthôn, xóm trong toàn xã.\n"
        for number in range(1, 8)
    )
    lines += "\n- Trong giai đoạn 2026\n- 2030 làm theo Kế hoạch số\n27/KH-UBND của huyện.\n"
    found = plan(body=f"I. NHIỆM VỤ\n\n{lines}")
    clauses = [clause for clause in found.clauses if clause.locator == "I"]
    assert [clause.marker for clause in clauses] == ["-"] * 8
    assert clauses[-1].text == "- Trong giai đoạn 2026 - 2030 làm theo Kế hoạch số 27/KH-UBND của huyện."


def test_emphasis_over_several_lines_joins_them_but_for_capitals_typed_apart() -> None:
    found = plan(
        body="**I. MỤC ĐÍCH,\nYÊU CẦU**\n\n*Đơn vị chủ trì: *Các\nthôn.\n",
        closing=CLOSING.replace("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "**TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH**"),
    )
    assert _section(found, "I").heading == "MỤC ĐÍCH, YÊU CẦU"
    assert (found.header.signer, found.header.signer_title) == ("Trần Thị Mây", "CHỦ TỊCH")
    assert "Đơn vị chủ trì: Các" in found.text


def test_bold_that_ends_where_italics_begin_leaves_no_asterisk() -> None:
    found = plan(body="I. BÁO CÁO\nGửi **trước ngày 10/5 ***(hoặc khi cần) *về Văn phòng.\n")
    assert "Gửi trước ngày 10/5 (hoặc khi cần) về Văn phòng." in [clause.text for clause in found.clauses]


def test_a_page_number_in_a_sentence_is_no_part_of_it() -> None:
    found = plan(body="I. NHIỆM VỤ\nCông an xã phối hợp\n\n3\n\nvới các thôn.\n")
    assert [clause.text for clause in found.clauses if clause.locator == "I"] == ["Công an xã phối hợp với các thôn."]


@pytest.mark.parametrize("foot", ["Trang 2/5", "- 2 -", "– 2 –"])
def test_the_foot_of_a_page_is_no_clause(foot: str) -> None:
    found = plan(body=f"I. NHIỆM VỤ\nCông an xã thực hiện.\n\n{foot}\n\nCác thôn phối hợp.\n")
    assert foot not in found.text


def test_rows_of_a_table_without_tasks_can_be_cited() -> None:
    found = plan(
        annex=TITLE
        + stacked(
            "TT | Điểm đo | X | Y",
            "I | Sông Mơ | | ",
            "1 | Cầu Đá | 2210 | 606",
            "II | Sông Mây | | ",
            "1 | Bến Tre | 2211 | 607",
        )
    )
    assert not found.tasks
    cited = {clause.locator: clause.text for clause in found.clauses}
    assert cited["Phụ lục/I/1"] == "1 Cầu Đá 2210 606"
    assert cited["Phụ lục/II/1"] == "1 Bến Tre 2211 607"


def test_a_plan_attached_to_a_decision_takes_its_number_bases_and_signature() -> None:
    found = read(
        "ỦY BAN NHÂN DÂN\nXÃ SÔNG MƠ\n\nQUYẾT ĐỊNH\nVỀ VIỆC BAN HÀNH KẾ HOẠCH\n\nCĂN CỨ\n\n"
        "Căn cứ Nghị quyết số 7/NQ-HĐND ngày 02 tháng 01 năm 2026 của Hội đồng nhân dân xã;\n\nQUYẾT ĐỊNH:\n\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch dạy nghề.\n\nĐiều 2. Văn phòng thi hành./.\n\n"
        "Nơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Thị Mây\n\nKẾ HOẠCH\nDẠY NGHỀ NĂM 2026\n"
        "(Ban hành kèm theo Quyết định số 31/QĐ-UBND ngày 09 tháng 02 năm 2026 của Chủ tịch Ủy ban nhân dân xã)\n\n"
        "I. MỤC ĐÍCH\nMở lớp dạy nghề cho thanh niên.\n"
    )
    header = found.header
    assert (header.number, str(header.date), header.title) == ("31/QĐ-UBND", "2026-02-09", "DẠY NGHỀ NĂM 2026")
    assert [basis.number for basis in header.legal_bases] == ["7/NQ-HĐND"]
    assert (header.signer, header.recipients) == ("Trần Thị Mây", ("Lưu: VT",))
    assert _headings(found)["Quyết định/Điều 2"].startswith("Văn phòng thi hành")


def test_a_date_line_may_stand_at_the_end() -> None:
    header = plan(
        head=HEAD.replace("Sông Mơ, ngày 05 tháng 3 năm 2026\n", ""),
        body=BODY + "\nSông Mơ, ngày 09 tháng 4 năm 2026\n",
    ).header
    assert (str(header.date), header.place) == ("2026-04-09", "Sông Mơ")


def test_a_header_over_pairs_of_columns_stands_over_each_of_them() -> None:
    source = HEAD + BODY + CLOSING + TITLE
    source += stacked(
        "TT | Sản phẩm | Kế hoạch 2026 | Kế hoạch 2027",
        "Lượng (Tấn) | Giá trị (Triệu đồng) | Lượng (Tấn) | Giá trị (Triệu đồng)",
        "1 | Mật ong | 12 | 900 | 15 | 1.100",
        "2 | Chè xanh | 40 | 2.000 | 44 | 2.300",
    )
    first, second = read(source).targets
    assert (first.name.text, second.name.text) == ("Mật ong", "Chè xanh")
    told = {header: cell.text for header, cell in first.other} | {"value": first.value.text}
    assert told["Kế hoạch 2027 Lượng (Tấn)"] == "15"
    assert "Kế hoạch 2026 Lượng (Tấn)" in told or told["value"] == "12"


def test_parts_of_a_stacked_annex_and_a_header_said_otherwise_are_no_rows() -> None:
    source = HEAD + BODY + CLOSING + TITLE
    source += stacked(
        "STT | Nhiệm vụ | Đơn vị thực hiện | Đơn vị phối hợp | Thời gian thực hiện | Sản phẩm",
        "A | NỀN MÓNG",
        "I | Thể chế",
        "1.1 | Rà soát quy chế | Sở Tư pháp | Sở Nội vụ | 2026 | Quy chế",
    )
    source += "\n\n" + stacked(
        "B | NGÀNH NGHỀ",
        "I | Nông nghiệp",
        "Nội dung | Đơn vị thực hiện | Đơn vị phối hợp | Thời gian thực hiện | Sản phẩm",
        "1.1 | Dán tem mật ong | Sở Công Thương | Hội Nông dân | 2027 | Bộ tem",
    )
    assert [(task.locator, task.name.text) for task in read(source).tasks] == [
        ("Phụ lục/A/I/1.1", "Rà soát quy chế"),
        ("Phụ lục/B/I/1.1", "Dán tem mật ong"),
    ]


def test_a_plan_whose_title_is_missing_is_read_and_says_so() -> None:
    text = "Sở Y tế xây dựng kế hoạch tiêm phòng như sau.\n\nI. YÊU CẦU\n- Tiêm đủ liều.\n\nII. KINH PHÍ\n- Do ngân sách xã.\n"
    found = read(text)
    assert [section.locator for section in found.sections] == ["Căn cứ", "I", "II"]
    assert "title-missing" in {finding.rule for finding in found.findings}
