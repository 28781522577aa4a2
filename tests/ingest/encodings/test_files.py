"""A plan stored in an old encoding is the plan that it is in Unicode."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.encodings import NotText, decode_bytes
from ingest.encodings.tables import TABLES
from ingest.plan import Plan
from ingest.read import read_plan
from tests.conftest import ROOT
from tests.ingest.encodings.writing import as_bytes, as_shown, storable

PLANS = sorted((ROOT / "eval" / "plans").glob("*.txt"))
OLD = [*TABLES, "cp1258"]


def _plan(folder: Path, raw: bytes) -> Plan:
    file = folder / "ke-hoach.txt"
    file.write_bytes(raw)
    return read_plan(file)


def _same(one: Plan, other: Plan) -> None:
    """Everything but the bytes and what is told about them."""
    told = [finding for finding in one.findings if finding.rule != "encoding"]
    assert replace(one, digest="", findings=tuple(told), reading=None) == replace(other, digest="", reading=None)


@pytest.mark.parametrize("plan", PLANS, ids=lambda file: file.stem)
@pytest.mark.parametrize("encoding", OLD)
def test_bytes_of_an_old_encoding_give_the_same_plan(tmp_path: Path, plan: Path, encoding: str) -> None:
    source = storable(plan.read_text("utf-8"))
    expected, found = _plan(tmp_path, source.encode()), _plan(tmp_path, as_bytes(source, encoding))
    assert found.text == expected.text  # capitals too, although TCVN3 has lost some of them
    _same(found, expected)
    [told] = [finding for finding in found.findings if finding.rule == "encoding"]
    assert told.values == (encoding,)
    assert told.severity == "info"
    assert "tiếng có dấu đọc được theo bảng mã" in told.message


@pytest.mark.parametrize("plan", PLANS, ids=lambda file: file.stem)
@pytest.mark.parametrize("encoding", TABLES)
def test_letters_of_a_western_font_give_the_same_plan(tmp_path: Path, plan: Path, encoding: str) -> None:
    source = storable(plan.read_text("utf-8"))
    expected, found = _plan(tmp_path, source.encode()), _plan(tmp_path, as_shown(source, encoding).encode())
    _same(found, expected)
    assert [finding.values for finding in found.findings if finding.rule == "encoding"] == [(encoding,)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_every_unicode_encoding_gives_the_same_plan(tmp_path: Path, encoding: str) -> None:
    source = PLANS[0].read_text("utf-8")
    _same(_plan(tmp_path, source.encode(encoding)), _plan(tmp_path, source.encode()))


def test_letters_and_marks_stored_apart_are_put_together_and_said_so(tmp_path: Path) -> None:
    source = PLANS[0].read_text("utf-8")
    found = _plan(tmp_path, unicodedata.normalize("NFD", source).encode())
    _same(found, _plan(tmp_path, source.encode()))
    assert "NFD" in next(finding.message for finding in found.findings if finding.rule == "encoding")


def test_plain_utf_8_is_not_worth_a_finding(tmp_path: Path) -> None:
    assert all(finding.rule != "encoding" for finding in _plan(tmp_path, PLANS[0].read_bytes()).findings)


def test_dashes_and_quotes_of_windows_stay_in_bytes_of_tcvn3_and_vni() -> None:
    source = "“Kế hoạch” năm 2025 – 2026 của Ủy ban nhân dân… bảo đảm tiến độ"
    for encoding in ("tcvn3", "vni"):
        shown = as_shown(
            source.replace("“", "\x93").replace("”", "\x94").replace("–", "\x96").replace("…", "\x85"), encoding
        )
        assert decode_bytes(shown.encode("latin-1")).text == source


@pytest.mark.parametrize("encoding", OLD)
def test_lines_of_utf_8_among_old_ones_are_read_as_what_they_are(encoding: str) -> None:
    source = storable(PLANS[1].read_text("utf-8")).split("\n")
    raw = b"\n".join(as_bytes(line, encoding) if at % 3 else line.encode() for at, line in enumerate(source))
    found = decode_bytes(raw)
    assert found.encoding == f"utf-8+{encoding}"
    assert [line.lower() for line in found.text.split("\n")] == [line.lower() for line in source]


@pytest.mark.parametrize(
    "text",
    [
        "Überprüfung der Straße für die Öffnung, Größe und Maßnahme. ",
        "¿Qué pasó? El niño comió piñón y bebió champán. ",
        "Les élèves où ça a déjà été très âgés, français naïf. ",
    ],
)
def test_another_language_is_never_turned_into_vietnamese(text: str) -> None:
    found = decode_bytes((text * 20).encode())
    assert (found.text, found.encoding) == (text * 20, "utf-8")
    with pytest.raises(NotText, match="không đọc ra tiếng Việt"):
        decode_bytes((text * 20).encode("latin-1"))


def test_signs_of_measure_in_a_plan_of_today_stay_as_they_are() -> None:
    text = "Diện tích 30 m², nhiệt độ 25°C ± 2, sai số µ × 3, theo § 5 và tiêu chuẩn ISO® của café Đà Lạt. " * 5
    assert decode_bytes(text.encode()).text == text


def test_utf_8_cut_or_broken_is_refused_rather_than_guessed() -> None:
    raw = PLANS[0].read_bytes()
    cut = raw[: raw.index("ế".encode()) + 1]
    with pytest.raises(NotText):
        decode_bytes(cut)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_in_nfc_or_no_text(raw: bytes) -> None:
    with suppress(NotText):
        assert unicodedata.is_normalized("NFC", decode_bytes(raw).text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_in_unicode_that_is_no_old_font_comes_back_in_nfc(text: str) -> None:
    try:
        found = decode_bytes(text.encode("utf-8", "surrogatepass"))
    except NotText:
        return
    assert found.encoding != "utf-8" or found.text == unicodedata.normalize("NFC", text)
