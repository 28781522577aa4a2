from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from eval.cases import load, load_files
from ingest.errors import UnreadableFile
from tests.eval.fakes import FILE, case, listing, missing

GOOD: dict[str, Any] = {
    "id": "a-1",
    "q": "Ai chủ trì?",
    "type": "lead",
    "style": "formal",
    "status": "answered",
    "values": ["Sở Tài chính"],
    "items": None,
    "cites": ["kh.txt#Phụ lục/1"],
}


def write(folder: Path, *lines: str, name: str = "cau-hoi.jsonl") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def line(**changes: Any) -> str:
    return json.dumps({key: value for key, value in (GOOD | changes).items() if value is not ...})


def test_a_good_line_is_read_and_blank_lines_are_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path, line(), "", line(id="a-2", today="2026-05-10"))
    first, second = load([path])
    assert first.values == ("Sở Tài chính",)
    assert second.today is not None
    assert second.today.isoformat() == "2026-05-10"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (line(valuess=[]), "valuess: khóa lạ"),
        (line(cites=...), "cites: thiếu khóa này"),
        (line(type="leed"), "type"),
        (line(values=[7]), "values.0"),
        (line(values=[" "]), "values.0"),
        (line(cites=["kh.txt Phụ lục/1"]), "tệp#vị-trí"),
        (line(cites=["kh.txt#A", "kh.txt#A"]), "ghi hai lần"),
        (line(cites=[]), "thiếu cites"),
        (line(values=[]), "values hoặc items"),
        (line(type="list"), "phải có items"),
        (line(prev="Ai?"), "prev chỉ dùng cho loại followup"),
        (line(type="followup"), "phải có prev"),
        (line(status="not_found"), "values phải rỗng"),
        (line(type="not_stated"), "phải có status not_stated"),
        ("{", "không phải JSON"),
        ("[]", "đối tượng JSON"),
        ('{"id": "a", "id": "b"}', "“id” ghi hai lần"),
    ],
)
def test_a_wrong_line_is_refused_with_file_line_and_reason(tmp_path: Path, text: str, said: str) -> None:
    path = write(tmp_path, line(), text)
    with pytest.raises(UnreadableFile) as caught:
        load([path])
    assert "cau-hoi.jsonl, dòng 2: " in str(caught.value)
    assert said in str(caught.value)


def test_an_id_used_in_two_files_is_refused(tmp_path: Path) -> None:
    one = write(tmp_path, line(), name="a.jsonl")
    two = write(tmp_path, line(), name="b.jsonl")
    with pytest.raises(UnreadableFile, match=r"b\.jsonl, dòng 1: id “a-1” đã dùng ở a\.jsonl, dòng 1"):
        load_files([one, two])


def test_a_file_that_is_not_there_or_not_utf8_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="không đọc được"):
        load([tmp_path / "absent.jsonl"])
    latin = tmp_path / "latin.jsonl"
    latin.write_bytes(b'{"q": "\xe9"}\n')
    with pytest.raises(UnreadableFile, match="UTF-8"):
        load([latin])


def test_an_nfd_question_is_typed_in_nfd_although_its_file_is_nfc() -> None:
    typed = case(style="nfd").typed
    assert typed != unicodedata.normalize("NFC", typed)
    assert case(style="formal").typed == case().q


def test_places_are_compared_in_nfc_whatever_the_file_holds() -> None:
    loose = unicodedata.normalize("NFD", f"{FILE}#Phụ lục/1")
    assert case(cites=[loose]).cites == (f"{FILE}#Phụ lục/1",)


def test_a_case_names_the_plans_of_its_places_and_of_its_context() -> None:
    assert listing("Phụ lục/1", cites=["khac.txt#Phụ lục/2"]).files == {FILE, "khac.txt"}
    assert missing().files == frozenset()
    assert missing(plan="khac.txt").files == {"khac.txt"}
