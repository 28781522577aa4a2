"""Runs in an old font become Unicode by the font's name, or by what was decided of their document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.encodings import UNICODE, decide, decode_old
from ingest.encodings.old import of_font, turned
from ingest.encodings.syllables import is_syllable, reading
from ingest.encodings.tables import TABLES
from tests.conftest import ROOT
from tests.ingest.encodings.writing import as_shown, storable

LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
LINES = [line for line in storable((ROOT / "eval/plans/lamgiang-ubnd-2026.txt").read_text("utf-8")).split("\n") if line]


@pytest.mark.parametrize(
    ("shown", "font", "text", "encoding"),
    [
        ("KÕ ho¹ch", None, "Kế hoạch", "tcvn3"),
        ("Keá hoaïch", None, "Kế hoạch", "vni"),
        ("KÕ ho¹ch", ".VnTime", "Kế hoạch", "tcvn3"),
        ("kÕ ho¹ch n¨m 2026", ".VnTimeH", "KẾ HOẠCH NĂM 2026", "tcvn3"),
        ("c¸c së", "ABCDEF+.VnArial", "các sở", "tcvn3"),
        ("thuû lôïi", "VNI-Times", "thủ lợi", "vni"),
        ("KEÁ HOAÏCH", "VNI-Times", "KẾ HOẠCH", "vni"),
        ("töôùng, kyõ só, aån, aúm, tyø, mî", "VNI-Helve", "tướng, kỹ sĩ, ẩn, ẳm, tỳ, mỵ", "vni"),
        ("Kế hoạch", ".VnTime", "Kế hoạch", None),
        ("ngày 5", "Times New Roman", "ngày 5", None),
        ("n\u2212íc m\u2219i", ".VnTime", "nước mãi", "tcvn3"),
        ("Qu\xfd II", ".VnTime", "Quý II", "tcvn3"),
    ],
)
def test_a_run_is_turned(shown: str, font: str | None, text: str, encoding: str | None) -> None:
    found = decode_old(shown, font)
    assert (found.text, found.encoding) == (text, encoding)
    assert bool(found.why) is (encoding is not None)


@pytest.mark.parametrize("encoding", TABLES)
def test_a_table_holds_every_vietnamese_letter(encoding: str) -> None:
    letters = LETTERS if encoding == "tcvn3" else LETTERS + LETTERS.upper()
    assert set(letters) <= set(TABLES[encoding].values()) | set("ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý")
    words = " ".join(f"b{letter}" for letter in letters)
    assert turned(as_shown(words, encoding), encoding) == words


def test_a_run_that_reads_either_way_follows_its_document() -> None:
    decided = decide("\n".join(as_shown(line, "tcvn3") for line in LINES))
    assert decided.name == "tcvn3"
    assert decode_old("cã", decided=decided).text == "có"
    assert decode_old("cã", decided=UNICODE).text == "cã"


@pytest.mark.parametrize("pair", [(None, "tcvn3"), (None, "vni"), ("tcvn3", "vni"), ("vni", "viscii")])
@pytest.mark.parametrize("every", [1, 20])
def test_a_document_of_two_encodings_is_read_line_by_line(pair: tuple[str | None, str], every: int) -> None:
    shown = []
    for at, line in enumerate(LINES):
        name = pair[at // every % 2]
        shown.append(as_shown(line, name) if name else line)
    found = decode_old("\n".join(shown)).text.lower().split("\n")
    wrong = [line for line, source in zip(found, LINES, strict=True) if line != source.lower()]
    assert len(wrong) <= 1  # a line of one or two words may read in both


def test_a_row_may_hold_cells_of_two_encodings() -> None:
    rows = [[as_shown(cell, "tcvn3") if at % 2 else cell for at, cell in enumerate(line.split("\t"))] for line in LINES]
    found = decode_old("\n".join("\t".join(row) for row in rows)).text.lower().split("\n")
    wrong = [line for line, source in zip(found, LINES, strict=True) if line != source.lower()]
    assert len(wrong) <= len(LINES) // 25


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("KÕ HO¹CH", "KẾ HOẠCH"),
        ("Së Y TÕ vµ Së TT&TT", "Sở Y Tế và Sở TT&TT"),
        ("Bé T¦ PH¸P", "BỘ TƯ PHÁP"),
        ("cña ñy ban nh©n d©n", "của Ủy ban nhân dân"),
        ("1. øng dông", "1. Ứng dụng"),
        ("Sè 14-KH/§U", "Số 14-KH/ĐU"),
    ],
)
def test_capitals_that_tcvn3_cannot_write_are_put_back(shown: str, text: str) -> None:
    assert turned(shown, "tcvn3") == text


@pytest.mark.parametrize(
    ("font", "encoding"),
    [(".VnTime", "tcvn3"), ("VNI-Times", "vni"), ("Arial", None), (None, None), ("VNIT", "vni"), ("Vnt", None)],
)
def test_a_font_tells_its_encoding(font: str | None, encoding: str | None) -> None:
    assert of_font(font) == encoding


@pytest.mark.parametrize("word", ["nghiêng", "khuỷu", "quyết", "giữa", "ưu", "hươu", "thuở", "Ý", "KHUYẾN", "quốc"])
def test_a_syllable_is_known_by_its_form(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["hoàcx", "mầc", "kết̀", "strợ", "caờn", "ạế", "größe", "niño", "hoạchx", "hộc̀"])
def test_what_is_no_syllable_is_known_too(word: str) -> None:
    assert not is_syllable(word)


def test_words_of_ascii_say_nothing_about_the_encoding() -> None:
    assert reading("Lam Giang 2026, UBND") == (0, 0)


@given(st.text(max_size=120), st.sampled_from([None, ".VnTime", ".VnTimeH", "VNI-Times", "Arial"]))
def test_any_run_with_any_font_gives_a_text(text: str, font: str | None) -> None:
    found = decode_old(text, font)
    assert (found.encoding is None) == (found.why == "")
