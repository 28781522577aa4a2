"""The whole path of versions: the newest answers, the others stay to be read and compared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from api import wiring
from api.settings import load
from index.catalogue import Catalogue
from ingest.folding import fold
from tests.api.test_cli import failed, roviec
from tests.ingest.test_correcting import HEAD, ROWS
from tests.ingest.test_versions import ADJUST, DAY, TITLE

WHEN = "Khi nào phải lắp đặt xong trạm phát sóng tại chợ?"
LATER = "ngày 20 tháng 3 năm 2026"
NO_CAPTION = HEAD.partition("(Kèm theo")[0] + "TT" + HEAD.partition("\nTT")[2]


class Library:
    """A folder of plan files and a library of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "kho"

    def ingest(self, name: str, *rows: str, **head: str) -> str:
        text = NO_CAPTION
        for old, new in zip(
            ("31/KH", DAY, TITLE), (head.get("number"), head.get("day"), head.get("title")), strict=True
        ):
            text = text.replace(old, new) if new else text
        file = self.folder / name
        file.write_text(text + "\n".join(f"{n}\t{row}" for n, row in enumerate(rows, 1)) + "\n", encoding="utf-8")
        return self.run("ingest", str(file))

    def run(self, *args: str) -> str:
        result = roviec(*args, "--data", self.data)
        assert result.exit_code == 0, result.stderr
        return " ".join((result.stdout + result.stderr).split())

    def ask(self, question: str) -> dict[str, Any]:
        result = roviec("ask", question, "--data", self.data, "--json", "--today", "2026-03-10")
        assert result.exit_code == 0, result.stderr
        answer: dict[str, Any] = json.loads(result.stdout)
        return answer

    def diff(self, *names: str) -> dict[str, Any]:
        result = roviec("diff", *names, "--json", "--data", self.data)
        assert result.exit_code == 0, result.stderr
        found: dict[str, Any] = json.loads(result.stdout)
        return found


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.chdir(tmp_path.parent)
    return Library(tmp_path)


MOVED = ROWS[0].replace("3/2026", "6/2026")


def test_other_content_of_a_file_answers_and_what_it_held_before_stays_to_be_read(library: Library) -> None:
    library.ingest("kh.txt", *ROWS)
    first = library.ask(WHEN)
    library.ingest("kh.txt", MOVED, *ROWS[1:])
    assert library.ask(WHEN)["values"] == ["6/2026"]

    listed = library.run("versions", "kh.txt")
    assert "kh.txt 31/KH-UBND" in listed
    name = next(word for word in listed.split() if word.startswith("kh.txt@"))
    text = roviec("versions", name, "--text", "--data", library.data).stdout
    [citation] = first["citations"]
    assert text[citation["start"] : citation["end"]] == citation["quote"]

    found = library.diff("kh.txt")
    assert found == library.diff(name, "kh.txt")
    [row] = found["changed"]
    assert row["changes"] == [{"field": "due", "old": "3/2026", "new": "6/2026"}]
    assert found["added"] == found["dropped"] == found["head"] == []

    library.ingest("kh.txt", *ROWS)
    assert library.ask(WHEN)["values"] == ["3/2026"]
    assert library.diff("kh.txt")["changed"][0]["changes"] == [{"field": "due", "old": "6/2026", "new": "3/2026"}]
    assert library.run("versions").count("kh.txt@") == 1


def test_a_later_plan_of_the_same_number_replaces_it_in_answers_not_in_the_library(library: Library) -> None:
    library.ingest("cu.txt", *ROWS)
    told = library.ingest("moi.txt", MOVED, *ROWS[1:], day=LATER)
    assert "moi.txt thay cu.txt" in told
    answer = library.ask(WHEN)
    assert (answer["status"], answer["values"]) == ("answered", ["6/2026"])
    assert {one["file"] for one in answer["citations"]} == {"moi.txt"}
    assert len(library.ask("Phòng Kinh tế chủ trì những việc gì?")["items"]) == 2
    listed = library.run("versions", "cu.txt")
    assert "moi.txt 31/KH-UBND, ngày 20 tháng 3 năm 2026 đang dùng để trả lời" in listed
    assert "cu.txt 31/KH-UBND, ngày 05 tháng 3 năm 2026 bản trước, chỉ để xem" in listed
    assert library.diff("cu.txt", "moi.txt")["head"] == [{"field": "date", "old": DAY, "new": LATER}]

    library.run("remove", "moi.txt")
    assert library.ask(WHEN)["values"] == ["3/2026"]


def test_an_older_plan_that_comes_later_replaces_nothing(library: Library) -> None:
    library.ingest("moi.txt", MOVED, *ROWS[1:], day=LATER)
    assert "Kho đã có moi.txt, bản dùng thay cho cu.txt" in library.ingest("cu.txt", *ROWS)
    assert library.ask(WHEN)["values"] == ["6/2026"]


def test_a_plan_that_adjusts_one_row_is_named_first_and_the_other_rows_still_answer(library: Library) -> None:
    library.ingest("a-cu.txt", *ROWS)
    told = library.ingest("z-moi.txt", MOVED, number="45/KH", day=LATER, title=ADJUST)
    assert "z-moi.txt điều chỉnh, bổ sung a-cu.txt" in told
    both = library.ask(WHEN)
    assert "6/2026" in both["answer"]
    assert "Kế hoạch 45/KH-UBND điều chỉnh, bổ sung Kế hoạch 31/KH-UBND" in both["answer"]
    assert both["citations"][0]["file"] == "z-moi.txt"
    if both["status"] == "ambiguous":
        assert both["answer"].index("6/2026") < both["answer"].index("3/2026")
        assert both["items"][0]["file"] == "z-moi.txt"
    rest = library.ask("Ai chủ trì mở lớp kỹ năng số cho người cao tuổi?")
    assert rest["values"] == ["Phòng Văn hóa - Xã hội"]
    assert "Kế hoạch 45/KH-UBND điều chỉnh, bổ sung" in rest["answer"]
    listed = library.ask("Phòng Kinh tế chủ trì những việc gì?")
    assert listed["items"][0]["file"] == "z-moi.txt"


def test_two_files_on_this_machine_are_compared_without_a_library(library: Library) -> None:
    library.ingest("a.txt", *ROWS)
    library.ingest("b.txt", *ROWS[1:], "Việc mới phát sinh trong năm\tVăn phòng\t\t\t5/2026\t", number="77/KH")
    files = [str(library.folder / name) for name in ("a.txt", "b.txt")]
    told = library.run("diff", *files)
    assert "- Phụ lục/1 Lắp đặt trạm phát sóng tại chợ" in told
    assert "+ Phụ lục/3 Việc mới phát sinh trong năm" in told
    assert "Số: 31/KH-UBND → 77/KH-UBND" in told
    assert "2 dòng khác chỉ đổi số thứ tự" in told
    assert "giống nhau" in library.run("diff", files[0], files[0])


def test_taking_a_plan_out_takes_out_what_its_file_held_before(library: Library) -> None:
    library.ingest("kh.txt", *ROWS)
    library.ingest("kh.txt", MOVED, *ROWS[1:])
    library.run("remove", "kh.txt")
    catalogue = Catalogue(library.data, unit_key=fold)
    assert catalogue.versions.earlier() == ()
    catalogue.close()


def test_what_is_not_there_is_said(library: Library) -> None:
    library.ingest("kh.txt", *ROWS)
    for args, said in (
        (("diff", "kh.txt"), "Kho không giữ bản trước nào"),
        (("diff", "khác.txt"), "Trong kho không có kế hoạch “khác.txt” để so với bản trước. So hai tệp"),
        (("diff", "kh.txt", "khác.txt"), "Không có tệp hay bản nào tên “khác.txt”"),
        (("versions", "khác.txt"), "Trong kho không có kế hoạch “khác.txt”"),
        (("versions", "--text"), "Cần TỆP"),
    ):
        assert said in failed(roviec(*args, "--data", library.data))


def test_a_plan_of_the_library_is_checked_by_its_name(library: Library) -> None:
    library.ingest("kh.txt", *ROWS)
    [line] = roviec("check", "kh.txt", "--json", "--data", library.data).stdout.splitlines()
    assert json.loads(line)["file"] == "kh.txt"
    assert "khác.txt" in failed(roviec("check", "khác.txt", "--data", library.data))


def test_checking_what_is_not_there_makes_no_library(tmp_path: Path) -> None:
    assert "khác.txt" in failed(roviec("check", "khác.txt", "--data", tmp_path / "kho"))
    assert not (tmp_path / "kho").exists()


def test_pages_and_api_read_an_earlier_version_at_the_place_that_was_cited(library: Library) -> None:
    library.ingest("kh.txt", *ROWS)
    first = library.ask(WHEN)["citations"][0]
    library.ingest("kh.txt", MOVED, *ROWS[1:])
    with wiring.library_service(load(data=library.data)) as service:
        plans = [plan.file for plan in service.plans()]
        with wiring.library(load(data=library.data)) as store:
            [before] = store.catalogue.versions.earlier("kh.txt")
        old = service.plan(before.file)
    assert plans == ["kh.txt"]
    assert old is not None
    assert old.text[first["start"] : first["end"]] == first["quote"]
    assert old.tasks[0].due.text == "3/2026"


def test_the_library_page_lists_a_replaced_plan_so_that_it_can_be_taken_out(library: Library) -> None:
    library.ingest("cu.txt", *ROWS)
    library.ingest("moi.txt", MOVED, *ROWS[1:], day=LATER)
    with wiring.library_service(load(data=library.data)) as service:
        assert [plan.file for plan in service.plans()] == ["moi.txt"]
        assert [plan.file for plan in service.held()] == ["moi.txt", "cu.txt"]
        assert service.plan("cu.txt") is not None
