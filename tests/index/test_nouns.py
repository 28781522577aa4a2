"""Compound nouns of a sentence."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest

from index.nouns import compound_nouns, plain_nouns


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Xã Vân Khê cấp học bổng cho ai?", ("học bổng",)),
        ("ai lo làm bệnh án điện tử", ("bệnh án", "điện tử")),
        ("mua sắm, sửa chữa, nâng cấp", ()),
        ("", ()),
    ],
)
def test_nouns_are_told_from_verbs_and_names(text: str, nouns: tuple[str, ...]) -> None:
    assert compound_nouns(text) == nouns


def test_marks_written_apart_are_the_same() -> None:
    assert compound_nouns(unicodedata.normalize("NFD", "phát học bổng")) == ("học bổng",)


def test_what_no_dictionary_knows_is_no_noun() -> None:
    assert "doang nghiệp" not in compound_nouns("bao nhiêu doang nghiệp dùng hợp đồng điện tử")


def test_the_heavy_part_of_the_package_stays_unloaded() -> None:
    code = "import sys; from index.nouns import compound_nouns as c; c('cấp học bổng'); print('underthesea' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("text", "nouns"),
    [("ai lo lam benh an cho dan", ("benh an",)), ("sua chua, nang cap", ()), ("cap ho chieu cho ai", ("ho chieu",))],
)
def test_without_accents_only_what_can_be_nothing_else_is_a_noun(text: str, nouns: tuple[str, ...]) -> None:
    assert plain_nouns(text) == nouns
