"""A file becomes a Plan, or one Vietnamese sentence says why not."""

from __future__ import annotations

import hashlib
import os
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest import read as reading
from ingest.errors import NotAPlan, RoviecError, UnreadableFile
from ingest.read import MAX_BYTES, read_plan
from tests.ingest.sources import BODY, CLOSING, HEAD
from tests.ingest.sources import read as read_source

SOURCE = f"{HEAD}\n{BODY}{CLOSING}"


def _file(folder: Path, raw: bytes, name: str = "ke-hoach.txt") -> Path:
    file = folder / name
    file.write_bytes(raw)
    return file


def _assert_one_vietnamese_sentence(error: RoviecError, file: Path) -> None:
    assert str(error).startswith(f"{file}: ")
    assert error.message.endswith(".")
    assert "\n" not in str(error)
    assert not error.message.isascii()  # Vietnamese has its accents
    assert error.exit_code == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_plan_is_read_in_every_unicode_encoding(tmp_path: Path, encoding: str) -> None:
    file = _file(tmp_path, SOURCE.encode(encoding))
    read = read_plan(file)
    assert read.header.number == "12/KH-UBND"
    assert read.file == "ke-hoach.txt"
    assert read.digest == hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"", "rỗng"),
        (b" \r\n\t ", "rỗng"),
        (b"PK\x03\x04\x00\x00\x08\x00" * 50, "nhị phân"),
        (bytes(range(1, 32)) * 20, "nhị phân"),
        (bytes(range(256)) * 20, "nhị phân"),
        ("Kế hoạch số 5".encode("cp1258", errors="replace") + b"\xff\xd0", "Unicode"),
        (b"\xff\xfeK", "Unicode"),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_the_reason(tmp_path: Path, raw: bytes, word: str) -> None:
    file = _file(tmp_path, raw)
    with pytest.raises(UnreadableFile, match=word) as caught:
        read_plan(file)
    _assert_one_vietnamese_sentence(caught.value, file)


@pytest.mark.parametrize(
    "text",
    [
        "Chợ hôm nay có cá tươi.",
        "GIẤY MỜI\n\nKính mời ông A dự họp lúc 8 giờ.\n",
        "TT\tHọ tên\tSố điện thoại\n1\tNguyễn An\t0905\n",
        "<p></p>",
        "-----\n*****\n",
    ],
)
def test_a_text_that_is_no_plan_is_refused_with_the_reason(tmp_path: Path, text: str) -> None:
    file = _file(tmp_path, text.encode())
    with pytest.raises(NotAPlan) as caught:
        read_plan(file)
    assert caught.value.message.endswith(".")
    assert "ke-hoach.txt" in str(caught.value)
    assert not caught.value.message.isascii()


def test_a_bare_table_of_tasks_is_plan_enough(tmp_path: Path) -> None:
    file = _file(tmp_path, "TT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tRà soát\tSở Nội vụ\tQuý I/2026\n".encode())
    assert [task.name.text for task in read_plan(file).tasks] == ["Rà soát"]


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for file, word in ((tmp_path / "không-có.txt", "không tìm thấy"), (tmp_path, "thư mục")):
        with pytest.raises(UnreadableFile, match=word) as caught:
            read_plan(file)
        _assert_one_vietnamese_sentence(caught.value, file)


def test_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = _file(tmp_path, SOURCE.encode())

    def forbidden(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", forbidden)  # root may read anything
    with pytest.raises(UnreadableFile, match="không có quyền") as caught:
        read_plan(file)
    _assert_one_vietnamese_sentence(caught.value, file)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read a file whatever its mode")
def test_a_file_whose_mode_forbids_reading_is_refused(tmp_path: Path) -> None:
    file = _file(tmp_path, SOURCE.encode())
    file.chmod(0)
    with pytest.raises(UnreadableFile, match="không có quyền"):
        read_plan(file)


def test_a_disk_error_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = _file(tmp_path, SOURCE.encode())

    def broken(_: Path) -> bytes:
        raise OSError(5, "Input/output\nerror")

    monkeypatch.setattr(Path, "read_bytes", broken)
    with pytest.raises(UnreadableFile, match="không đọc được") as caught:
        read_plan(file)
    _assert_one_vietnamese_sentence(caught.value, file)


def test_a_file_over_the_limit_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_BYTES >= 1024 * 1024
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    with pytest.raises(UnreadableFile, match="lớn hơn"):
        read_plan(_file(tmp_path, SOURCE.encode()))


def test_a_name_in_decomposed_letters_is_stored_composed(tmp_path: Path) -> None:
    assert read_plan(_file(tmp_path, SOURCE.encode(), "ke\u0302\u0301-hoa\u0323ch.txt")).file == "kế-hoạch.txt"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe\x00\xd8")
@example(b"\x00")
def test_no_bytes_raise_anything_but_an_error_fit_to_show(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    file = _file(tmp_path_factory.mktemp("any"), raw)
    with suppress(RoviecError):
        read_plan(file)


WORDS = [
    "KẾ HOẠCH",
    "PHỤ LỤC",
    "Nơi nhận:",
    "CHỦ TỊCH",
    "TT\tNhiệm vụ\tChủ trì\tThời hạn",
    "I\tNhóm\t\t",
    "1.\tViệc\tSở A\t3/2026",
]
WORDS += [
    "-\tViệc con\t\t",
    "\ttiếp\t\t",
    "I. MỤC TIÊU",
    "2.1 Chỉ tiêu",
    "- Đạt 95%.",
    "¹ Ghi chú",
    "STT",
    "1",
    "Sở Nội vụ",
    "Số: /KH-UBND",
]
WORDS += [
    "Căn cứ Luật số 1/2025/QH15;",
    "* Sở Y tế:",
    "báo cáo UBND tỉnh trước ngày 5/3/2026",
    "",
    "   ",
    "-----",
    "| a | b |",
    "A        B",
    "Điều 1. X",
]
lines = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=30)), max_size=25)


@settings(max_examples=300, deadline=None)
@given(lines)
def test_no_text_raises_anything_but_an_error_fit_to_show(found: list[str]) -> None:
    with suppress(RoviecError):
        read_source("\n".join(found))


def test_a_pipe_a_device_and_a_link_are_refused_at_once(tmp_path: Path) -> None:
    outside, inside = tmp_path / "ngoài.txt", tmp_path / "trong"
    inside.mkdir()
    outside.write_bytes(SOURCE.encode())
    os.mkfifo(inside / "ống.txt")
    (inside / "liên-kết.txt").symlink_to(outside)
    (inside / "vòng.txt").symlink_to(inside / "vòng.txt")
    words = {inside / "ống.txt": "ống dẫn", inside / "liên-kết.txt": "liên kết", Path(os.devnull): "thiết bị"}
    for file, word in words.items():
        with pytest.raises(UnreadableFile, match=word) as caught:
            read_plan(file)
        _assert_one_vietnamese_sentence(caught.value, file)
    with pytest.raises(UnreadableFile):
        read_plan(inside / "vòng.txt")


def test_a_link_within_its_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "lien-ket.txt").symlink_to(_file(tmp_path, SOURCE.encode()))
    assert read_plan(tmp_path / "lien-ket.txt").header.number == "12/KH-UBND"


@pytest.mark.parametrize("name", ["a\x1b[2J.txt", "a\nb.txt", "a\u202etxt.exe.txt"])
def test_a_name_with_control_characters_is_refused_and_shown_harmless(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile, match="ký tự điều khiển") as caught:
        read_plan(_file(tmp_path, SOURCE.encode(), name))
    assert str(caught.value).isprintable()


def test_a_table_or_a_text_larger_than_any_plan_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = _file(tmp_path, SOURCE.encode() + b"a\tb\tc\td\n" * 5)
    for limit in ("MOST_CELLS", "MOST_BLOCKS", "MOST_CHARACTERS"):
        with monkeypatch.context() as patch:
            patch.setattr(reading, limit, 10)
            with pytest.raises(UnreadableFile, match="quá mức"):
                read_plan(file)


def test_a_line_of_nothing_but_tabs_costs_no_time(tmp_path: Path) -> None:
    started = time.monotonic()
    with suppress(RoviecError):
        read_plan(_file(tmp_path, b"\t" * 50_000 + b"x"))
    assert time.monotonic() - started < 5
