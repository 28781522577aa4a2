"""Hurried typing mended by what the plans print."""

from __future__ import annotations

import pytest

from rag.language.retyped import Retyper
from rag.language.vocabulary import vocabulary_of
from rag.language.words import Expander

PRINTED = """Sở Nông nghiệp và Môi trường chủ trì, phối hợp với các xã trong công tác thủy lợi nội đồng.
Triển khai công tác thủy lợi nội đồng tại xã Vân Khê sau khi gặt; đôn đốc công tác thủy lợi.
Kế hoạch của Ủy ban nhân dân tỉnh Lam Giang, hạn tháng 12 năm 2026; kế hoạch phải được phê duyệt.
Đơn vị chủ trì: Sở Nông nghiệp. Đơn vị phối hợp: xã Vân Khê. Kết quả: hồ chứa được kiểm tra an toàn.
Nâng cao năng lực cán bộ thủy nông, năng lực cán bộ xã, năng lực cán bộ thôn.
Khó khăn, vướng mắc báo về Sở Nông nghiệp; khó khăn, vướng mắc khác do xã xử lý.
"""
ASKED = ("sáu tháng", "ai chủ trì", "bao nhiêu", "khi nào", "phải xong", "những việc gì", "đơn vị nào")
RETYPER = Retyper(
    vocabulary_of([PRINTED], ASKED, ()), Expander([("đv", "đơn vị"), ("CĐ", "công đoàn")]), Expander([("đv", "đơn vị")])
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kế hoạch phải dduwocj phê duyệt khi nào?", "kế hoạch phải được phê duyệt khi nào?"),
        ("ai phoois hợp ở Vân Khê?", "ai phối hợp ở Vân Khê?"),
        ("thủyy lợi nội đồngg thì ai chủ trì", "thủy lợi nội đồng thì ai chủ trì"),
        ("kếhoạch của Lam Giangdo ai chủtrì", "kế hoạch của Lam Giang do ai chủ trì"),
        ("việc hạn tháng12 của Vân Khê", "việc hạn tháng 12 của Vân Khê"),
        ("theo nq57 và KH27 thì ai làm", "theo nq 57 và KH 27 thì ai làm"),
        ("sở nông nghiệt nào lo việc gặt", "sở nông nghiệp nào lo việc gặt"),
        ("kiểm tra hồ chứa có bao nhêu việc", "kiểm tra hồ chứa có bao nhiêu việc"),
    ],
)
def test_keys_doubled_letters_and_glued_words_are_mended(typed: str, meant: str) -> None:
    assert RETYPER.mended(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("thủy lợi thì ai ctrì?", "thủy lợi thì ai chủ trì?"),
        ("các đvị p.hợp gồm ai", "các đơn vị phối hợp gồm ai"),
        ("đv nào ở Vân Khê ctrì", "đơn vị nào ở Vân Khê chủ trì"),  # shorthand is written out at once
        ("kquả của việc kiểm tra", "kết quả của việc kiểm tra"),
    ],
)
def test_words_cut_short_are_those_that_the_plans_print(typed: str, meant: str) -> None:
    assert RETYPER.mended(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("CTTL ở Vân Khê thì ai lo?", "công tác thủy lợi ở Vân Khê thì ai lo?"),
        ("nâng NL cán bộ xã", "nâng năng lực cán bộ xã"),
        ("gặp KK, VM thì báo về đâu", "gặp khó khăn vướng mắc thì báo về đâu"),
        ("CĐ xã làm gì", "CĐ xã làm gì"),  # an abbreviation that is known is written out later
        ("NL của xã", "NL của xã"),  # two letters beside no such neighbour
        ("VNPT lắp gì", "VNPT lắp gì"),
    ],
)
def test_first_letters_are_those_of_words_printed_side_by_side(typed: str, meant: str) -> None:
    assert RETYPER.mended(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kế hoach của tinh Lam Giang phải đươc phê duyệt", "kế hoạch của tỉnh Lam Giang phải được phê duyệt"),
        ("ke hoach cua tinh Lam Giang", "ke hoach cua tinh Lam Giang"),  # no accents at all: told by sound alone
        ("Xã Vân Khe và xã Mây Khe có những việc gì", "Xã Vân Khê và xã Mây Khe có những việc gì"),
    ],
)
def test_marks_left_out_here_and_there_are_put_back_beside_a_known_neighbour(typed: str, meant: str) -> None:
    assert RETYPER.mended(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "Ở Sông Mơ ai chủ trì?",
        "việc hạn sau tháng 9 của Vân Khê",  # "sau" is a word, though "sáu tháng" is said too
        "robot hút bùn do đơn vị nào mua",
        "Max và Fax là gì",
        "27/KH-UBND nói gì về hồ chứa",
        "bánh mạgn khô",
        "dự án Bitexco ở đâu",
    ],
)
def test_what_may_be_a_name_stays(typed: str) -> None:
    assert RETYPER.mended(typed) == typed


def test_what_is_mended_once_stays() -> None:
    once = RETYPER.mended("CTTL do đvị nào dduwocj giao, hạn tháng12, kế hoach xã")
    assert RETYPER.mended(once) == once


def test_an_end_left_off_is_put_back_beside_the_same_neighbour() -> None:
    retyper = Retyper(
        vocabulary_of(["Nơi nhận: xã Vân Khê. Ghi nhận kết quả; giấc ngủ trẻ em."], ASKED, ()),
        Expander([]),
        Expander([]),
    )
    assert retyper.mended("nơi nhậ của xã") == "nơi nhận của xã"
    assert retyper.mended("của nhậ") == "của nhậ"
