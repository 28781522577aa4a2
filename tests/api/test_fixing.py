"""The whole path of a correction: ingest, fix, ask, ingest again, ask, undo."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.api.test_cli import failed, roviec
from tests.ingest.test_correcting import HEAD, ROWS

WHEN = "Khi nào phải lắp đặt xong trạm phát sóng tại chợ?"
WHO = "Ai chủ trì lắp đặt trạm phát sóng tại chợ?"


class Library:
    """A folder with one plan file and a library of it."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "kế-hoạch.txt"
        self.data = folder / "kho"
        self.ingest(*ROWS)

    def ingest(self, *rows: str) -> str:
        lines = [f"{n}\t{row}" for n, row in enumerate(rows, 1)]
        self.file.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
        result = roviec("ingest", self.file, "--data", self.data)
        assert result.exit_code == 0, result.stderr
        return " ".join(result.stdout.split())

    def fix(self, *args: str) -> str:
        result = roviec("fix", self.file, *args, "--data", self.data)
        assert result.exit_code == 0, result.stderr
        return " ".join((result.stdout + result.stderr).split())

    def refused(self, *args: str) -> str:
        return failed(roviec("fix", *args, "--data", self.data))

    def ask(self, question: str) -> dict[str, Any]:
        result = roviec("ask", question, "--data", self.data, "--json", "--today", "2026-03-10")
        assert result.exit_code == 0, result.stderr
        answer: dict[str, Any] = json.loads(result.stdout)
        return answer


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path)


def test_a_correction_is_answered_said_and_quoted_from_the_source_until_it_is_undone(library: Library) -> None:
    assert library.ask(WHEN)["values"] == ["3/2026"]

    told = library.fix("phu luc/1", "thời hạn", "4/2026", "--by", "Bình")
    assert "Phụ lục/1, thời hạn: “3/2026” → “4/2026”" in told
    answer = library.ask(WHEN)
    assert answer["values"] == ["4/2026"]
    assert "Thời hạn đã sửa; văn bản ghi “3/2026”" in answer["answer"]
    [citation] = answer["citations"]
    assert "3/2026" in citation["quote"]
    assert "4/2026" not in citation["quote"]
    assert "đã sửa" in citation["corrected"]
    assert "đã sửa" not in library.ask(WHO)["answer"]

    library.ingest(*ROWS)
    assert library.ask(WHEN)["values"] == ["4/2026"]

    library.ingest("Thay cáp quang ở trụ sở\tVăn phòng\t\tBiên bản\t5/2026\t", *ROWS)
    moved = library.ask(WHEN)
    assert (moved["values"], moved["citations"][0]["locator"]) == (["4/2026"], "Phụ lục/2")

    report = library.ingest(ROWS[0].replace("3/2026", "6/2026"), *ROWS[1:])
    changed = library.ask(WHEN)
    assert changed["values"] == ["6/2026"]
    assert "đã sửa" not in changed["answer"]
    assert "để riêng" in report
    assert "để riêng," in library.fix("--list")

    library.ingest(*ROWS)
    assert library.ask(WHEN)["values"] == ["4/2026"]
    library.fix("Phụ lục/1", "due", "--undo")
    assert library.ask(WHEN)["values"] == ["3/2026"]
    listed = library.fix("--list")
    assert "Bình" in listed
    assert "đã bỏ lúc" in listed


def test_a_unit_put_right_gets_the_work_and_the_row_says_so(library: Library) -> None:
    library.fix("Phụ lục/1", "chủ trì", "Trạm Y tế")
    answer = library.ask("Trạm Y tế chủ trì những việc gì?")
    [row] = answer["items"]
    assert (row["lead"], row["corrected"]) == ("Trạm Y tế", ["lead"])
    brief = roviec("brief", "Trạm Y tế", "--data", library.data, "--today", "2026-03-10")
    assert "(đã sửa)" in brief.stdout
    listed = library.ask("Phòng Kinh tế chủ trì những việc gì?")["items"]
    assert [one["locator"] for one in listed] == ["Phụ lục/3"]


def test_a_list_says_how_many_of_its_rows_are_corrected(library: Library) -> None:
    library.fix("Phụ lục/3", "thời hạn", "9/2026")
    answer = library.ask("Phòng Kinh tế chủ trì những việc gì?")
    assert len(answer["items"]) == 2
    assert "1 dòng có ô đã sửa" in answer["answer"]


def test_a_blank_that_is_filled_is_answered_and_a_cell_that_is_blanked_is_not_stated(library: Library) -> None:
    asked = "Khi nào phải rà soát xong thủ tục hành chính nội bộ?"
    assert library.ask(asked)["status"] == "not_stated"
    library.fix("Phụ lục/3", "thời hạn", "9/2026")
    filled = library.ask(asked)
    assert filled["values"] == ["9/2026"]
    assert "văn bản để trống" in filled["answer"]
    library.fix("Phụ lục/1", "thời hạn", "")
    blanked = library.ask(WHEN)
    assert blanked["status"] == "not_stated"
    assert "văn bản ghi “3/2026”" in blanked["answer"]


def test_the_number_of_the_plan_put_right_is_the_one_that_answers_go_by(library: Library) -> None:
    library.fix("Tiêu đề", "số", "32/KH-UBND")
    answer = library.ask("Số kế hoạch chuyển đổi số xã Vân Khê là bao nhiêu?")
    assert answer["values"] == ["32/KH-UBND"]
    assert "đã sửa; văn bản ghi “31/KH-UBND”" in answer["answer"]
    assert "31/KH-UBND" in answer["citations"][0]["quote"]


def test_correcting_twice_keeps_the_last_and_undoing_returns_to_the_source(library: Library) -> None:
    library.fix("Phụ lục/1", "thời hạn", "4/2026")
    library.fix("Phụ lục/1", "thời hạn", "5/2026")
    assert library.ask(WHEN)["values"] == ["5/2026"]
    library.fix("Phụ lục/1", "thời hạn", "--undo")
    assert library.ask(WHEN)["values"] == ["3/2026"]


def test_a_plan_taken_out_and_put_back_is_corrected_again(library: Library) -> None:
    library.fix("Phụ lục/1", "thời hạn", "4/2026")
    roviec("remove", library.file.name, "--data", library.data)
    assert "không còn" in library.fix("--list")
    library.ingest(*ROWS)
    assert library.ask(WHEN)["values"] == ["4/2026"]


def test_wrong_use_says_what_there_is(library: Library) -> None:
    name = library.file.name
    assert "Gần giống: Phụ lục/1" in library.refused(name, "Phụ lục/11", "thời hạn", "x")
    assert "không có ô “chỉ tiêu”; có: nội dung, chủ trì" in library.refused(name, "Phụ lục/1", "chỉ tiêu", "x")
    assert "văn bản đã ghi đúng như vậy" in library.refused(name, "Phụ lục/1", "thời hạn", "3/2026")
    assert "Ngày “mai” chưa đúng" in library.refused(name, "Tiêu đề", "ngày", "mai")
    assert "không có chỗ sửa nào" in library.refused(name, "Phụ lục/1", "thời hạn", "--undo")
    assert "Trong kho không có kế hoạch" in library.refused("khác.txt", "Phụ lục/1", "thời hạn", "x")
    assert "Cần TỆP" in library.refused(name, "Phụ lục/1")
    assert "Cần TỆP" in library.refused(name, "Phụ lục/1", "thời hạn", "x", "--undo")


def test_of_two_rows_under_one_place_the_bare_place_names_neither(library: Library) -> None:
    lines = [f"{number}\t{row}" for number, row in zip((1, 2, 2), ROWS, strict=True)]
    library.file.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    assert roviec("ingest", library.file, "--data", library.data).exit_code == 0
    name = library.file.name

    told = library.refused(name, "phụ lục/2", "thời hạn", "9/2026")
    assert "nhiều dòng ở “phụ lục/2”" in told
    assert "“Phụ lục/2 (1)” (Mở lớp kỹ năng số cho người cao tuổi)" in told
    assert "“Phụ lục/2 (2)” (Rà soát thủ tục hành chính nội bộ)" in told
    assert library.fix("Phụ lục/1", "thời hạn", "4/2026")

    library.fix("phu luc/2 (1)", "thời hạn", "8/2026")
    library.fix("Phụ lục/2 (2)", "thời hạn", "9/2026")
    assert library.ask("Khi nào phải mở xong lớp kỹ năng số cho người cao tuổi?")["values"] == ["8/2026"]
    assert library.ask("Khi nào phải rà soát xong thủ tục hành chính nội bộ?")["values"] == ["9/2026"]
    assert "nhiều dòng" in library.refused(name, "Phụ lục/2", "thời hạn", "--undo")

    library.ingest(
        *ROWS
    )  # the numbers put right: each correction goes to the row of its name, and can be taken back there
    assert library.ask("Khi nào phải rà soát xong thủ tục hành chính nội bộ?")["values"] == ["9/2026"]
    library.fix("Phụ lục/2", "thời hạn", "7/2026")
    assert library.ask("Khi nào phải mở xong lớp kỹ năng số cho người cao tuổi?")["values"] == ["7/2026"]
    library.fix("Phụ lục/3", "thời hạn", "--undo")
    assert library.ask("Khi nào phải rà soát xong thủ tục hành chính nội bộ?")["status"] == "not_stated"


def test_a_deadline_that_holds_no_day_is_kept_and_said_to_look_wrong(library: Library) -> None:
    told = library.fix("Phụ lục/1", "thời hạn", "abc")
    assert "“3/2026” → “abc”" in told
    assert "cần xem lại Phụ lục/1, thời hạn: Không thấy ngày" in told
    assert library.ask(WHEN)["values"] == ["abc"]
    assert "cần xem lại" not in library.fix("Phụ lục/1", "thời hạn", "5/2026")
