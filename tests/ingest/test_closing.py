"""Who signs is read in capitals and in small letters, and no recipient is taken for a signer."""

from __future__ import annotations

import pytest

from ingest.closing import bare_name
from tests.ingest.sources import plan

RECIPIENTS = "\nNơi nhận:\n- Sở Nội vụ;\n- Chủ tịch Ủy ban nhân dân tỉnh;\n- Lưu: VT.\n\n"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("TM. Ủy ban nhân dân\nKT. Chủ tịch\nPhó Chủ tịch", "Phó Chủ tịch"),
        ("Tm. Ủy ban nhân dân xã\nChủ tịch", "Chủ tịch"),
        ("Q. Chủ tịch", "Q. Chủ tịch"),
        ("Quyền Giám đốc", "Quyền Giám đốc"),
        ("K/T Hiệu trưởng\nPhó Hiệu trưởng", "Phó Hiệu trưởng"),
        ("TL. Chủ tịch\nChánh Văn phòng", "Chánh Văn phòng"),
        ("TUQ. Giám đốc\nTrưởng phòng Hành chính", "Trưởng phòng Hành chính"),
        ("Giám Đốc\n(Đã ký)", "Giám Đốc"),
    ],
)
def test_a_position_in_small_letters_is_a_signers(lines: str, title: str) -> None:
    header = plan(closing=f"{RECIPIENTS}{lines}\n\nTrần Thị Mây\n").header
    assert (header.signer, header.signer_title) == ("Trần Thị Mây", title)
    assert header.recipients == ("Sở Nội vụ", "Chủ tịch Ủy ban nhân dân tỉnh", "Lưu: VT")


def test_what_a_signer_is_besides_leaves_the_position_in_capitals() -> None:
    lines = "TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\n\nPhó Chủ tịch UBND xã\nTrần Thị Mây\n"
    assert plan(closing=RECIPIENTS + lines).header.signer_title == "TRƯỞNG BAN"


def test_a_recipient_without_a_dash_signs_nothing() -> None:
    header = plan(
        closing="\nNơi nhận:\nSở Nội vụ\nChủ tịch Ủy ban nhân dân tỉnh\nLưu: VT\n\nCHỦ TỊCH\n\nTrần Thị Mây\n"
    ).header
    assert "Chủ tịch Ủy ban nhân dân tỉnh" in " ".join(header.recipients)
    assert (header.signer, header.signer_title) == ("Trần Thị Mây", "CHỦ TỊCH")


@pytest.mark.parametrize(
    "name", ["BSCKII. Trần Thị Mây", "BSCK2. Trần Thị Mây", "ThS. Trần Thị Mây", "DSCKI. Trần Thị Mây"]
)
def test_a_degree_before_the_name_belongs_to_it(name: str) -> None:
    assert plan(closing=f"{RECIPIENTS}GIÁM ĐỐC\n\n{name}\n").header.signer == name


def test_recipients_marked_and_printed_in_one_line_are_told_apart() -> None:
    header = plan(
        closing="\nNơi nhận:\n- Sở Đá; (báo cáo) - Sở Cát; (báo cáo) - Lưu: VT.\n\nGIÁM ĐỐC\n\nTrần Thị Mây\n"
    ).header
    assert header.recipients == ("Sở Đá; (báo cáo)", "Sở Cát; (báo cáo)", "Lưu: VT")


@pytest.mark.parametrize(
    ("lines", "name", "title"),
    [
        ("TM. CƠ QUAN BAN HÀNH\nGiám đốc PGS.TS.BS Triệu Mây", "PGS.TS.BS Triệu Mây", "Giám đốc"),
        ("TM. CƠ QUAN BAN HÀNH\nPhó Giám đốc Trần Thị Mây", "Trần Thị Mây", "Phó Giám đốc"),
        ("TM. ỦY BAN NHÂN DÂN\nChủ tịch\nTrần Thị Mây", "Trần Thị Mây", "Chủ tịch"),
        ("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Trần Thị Mây", "Trần Thị Mây", "PHÓ GIÁM ĐỐC"),
        ("GIÁM ĐỐC TRẦN THỊ MÂY", "TRẦN THỊ MÂY", "GIÁM ĐỐC"),
        ("Giám đốc: Trần Thị Mây", "Trần Thị Mây", "Giám đốc"),
        ("Chủ tịch UBND xã Trần Thị Mây", "Trần Thị Mây", "Chủ tịch UBND xã"),
        ("Phó Hiệu trưởng ThS Lò Thị Mây", "ThS Lò Thị Mây", "Phó Hiệu trưởng"),
        ("GIÁM ĐỐC\nThiếu tướng, TS. Trần Mây", "Thiếu tướng, TS. Trần Mây", "GIÁM ĐỐC"),
        ("Trưởng phòng Hành Chính\nTrần Thị Mây", "Trần Thị Mây", "Trưởng phòng Hành Chính"),
    ],
)
def test_position_and_name_may_stand_in_one_line(lines: str, name: str, title: str) -> None:
    header = plan(closing=f"{RECIPIENTS}{lines}\n").header
    assert (header.signer, header.signer_title) == (name, title)


@pytest.mark.parametrize(
    ("printed", "bare"),
    [
        ("PGS.TS.BS Triệu Mây", "Triệu Mây"),
        ("BSCKII. Trần Mây", "Trần Mây"),
        ("Thiếu tướng, TS. Trần Mây", "Trần Mây"),
        ("Đại tá Trần Mây", "Trần Mây"),
        ("Ngưt Mây", "Ngưt Mây"),
        ("Trần Mây", "Trần Mây"),
    ],
)
def test_a_name_is_told_without_degrees_and_ranks(printed: str, bare: str) -> None:
    assert bare_name(printed) == bare
