"""Departments that every province has and that no loaded plan names: what is asked of one is told by none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final

from rag.corpus.library import Library, once
from rag.corpus.naming import BEFORE_OFFICE
from rag.language.words import Token, by_first_word, sound, spoken_in, without_and

_HEAD: Final = "sở"
_DEPARTMENTS: Final = (
    *(
        "tư pháp",
        "tài chính",
        "nội vụ",
        "xây dựng",
        "công thương",
        "y tế",
        "ngoại vụ",
        "du lịch",
        "quy hoạch kiến trúc",
    ),
    *("khoa học và công nghệ", "nông nghiệp và môi trường", "văn hóa, thể thao và du lịch", "văn hóa và thể thao"),
    *("giáo dục và đào tạo", "dân tộc và tôn giáo", "lao động, thương binh và xã hội", "thông tin và truyền thông"),
    *("kế hoạch và đầu tư", "giao thông vận tải", "tài nguyên và môi trường", "nông nghiệp và phát triển nông thôn"),
)
_LEADING: Final = frozenset(
    map(sound, ("của", "do", "giao", "cho", "với", "mà", "theo", "cùng", "tại", "ở", "thì", "còn", "nay", "này"))
)
"""Before "so" without its marks these tell an office from a number or a file ("hồ sơ y tế")."""


def absent_departments(
    kept: Sequence[Token], library: Library, acts: Callable[[int], object], *, accents: bool
) -> Iterator[tuple[int, int, str]]:
    """Where the question, without "và", names a department that no plan prints, and the name as it sounds.

    ``acts`` tells whether what ends at a token is said to do something, as only an office does.
    """
    heard = [token.heard for token in kept]
    if sound(_HEAD) not in heard:
        return
    text, last = f" {' '.join(heard)} ", -1
    for name in spoken_in(heard, _absent(library)):
        at = text.find(f" {name} ")
        start = text.count(" ", 0, at) if at >= 0 else 0
        before = heard[start - 1] if start else ""
        end = start + len(name.split())
        plain = not before or before in _LEADING or before[-1].isdigit() or (not accents and at >= 0 and acts(end))
        spelt = kept[start].typed == _HEAD if accents else plain
        if at >= 0 and start != last and spelt and before not in BEFORE_OFFICE:
            last = start
            yield start, end, name


@cache
def departments() -> tuple[str, ...]:
    """The names as they sound, without "và", the longest first."""
    return tuple(sorted((without_and(sound(f"{_HEAD} {one}")) for one in _DEPARTMENTS), key=len, reverse=True))


@once
def _absent(library: Library) -> dict[str, list[tuple[int, str]]]:
    """The names that no plan prints, by their first word, the longest first."""
    missing = [name for name in departments() if not any(f" {name} " in text for text in library.office_sounds)]
    return {first: list(same) for first, same in by_first_word((name, name) for name in missing).items()}
