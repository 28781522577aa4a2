"""What a clerk reads of how files were read."""

from __future__ import annotations

from pathlib import Path

from api import display_reading
from index.catalogue import Catalogue
from ingest.folding import fold
from ingest.plan import Finding, Reading, Severity
from tests.api.test_cli import SOURCE, roviec


def test_the_way_is_one_line_of_reader_encoding_pages_tables_and_how_sure() -> None:
    assert (
        display_reading.way(Reading("pdf", None, 10, 4, 120, 0.987))
        == "PDF có chữ, 10 trang, 4 bảng, 120 dòng bảng, đọc chắc 98 % số việc và chỉ tiêu"
    )
    assert display_reading.way(Reading("text", "utf-8", None, 0, 0, 1.0)) == "văn bản thuần, mã UTF-8, không có bảng"
    assert "nạp lại" in display_reading.way(None)


def test_findings_that_say_the_same_are_one_the_gravest_first() -> None:
    blank = "Nhiệm vụ không ghi thời hạn."
    found = (
        Finding("note", Severity.INFO, ("A/1",), "Ghi chú."),
        Finding("due-blank", Severity.WARNING, ("A/2",), blank),
        Finding("due-blank", Severity.WARNING, ("A/3",), blank),
    )
    first, second = display_reading.grouped(found)
    assert (first.message, first.locators) == (blank, ("A/2", "A/3"))
    assert second.message == "Ghi chú."


def test_ingest_says_for_each_file_how_it_was_read_and_what_to_look_at(tmp_path: Path) -> None:
    file = tmp_path / "kế-hoạch.txt"
    file.write_text(SOURCE.replace("Phòng Kinh tế\t", "\t").replace("6/2026", "phấn đấu làm sớm"), encoding="utf-8")
    result = roviec("ingest", file, "--data", tmp_path / "kho")
    assert result.exit_code == 0
    told = " ".join(result.stdout.split())
    assert "văn bản thuần, mã UTF-8, 1 bảng, 3 dòng bảng" in told
    assert "cần xem: Nhiệm vụ không ghi đơn vị chủ trì. II/1/1" in told
    assert "“phấn đấu làm sớm”" in told


def test_the_library_keeps_how_a_file_was_read(tmp_path: Path) -> None:
    file = tmp_path / "kế-hoạch.txt"
    file.write_text(SOURCE, encoding="utf-8")
    roviec("ingest", file, "--data", tmp_path / "kho")
    catalogue = Catalogue(tmp_path / "kho", unit_key=fold)
    [plan] = catalogue.load_all().plans
    catalogue.close()
    assert plan.reading == Reading("text", "utf-8", None, tables=1, rows=3, sure=1.0)
