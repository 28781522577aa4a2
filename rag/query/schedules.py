"""A table called by what it is for where no heading says so: "bảng tiến độ", "biểu phân công nhiệm vụ", "phụ lục lịch trình".

A plan whose annex is headed "PHỤ LỤC" alone has no other name for it than that.
"""

from __future__ import annotations

from typing import Final

from ingest.plan import SectionKind
from rag.corpus.library import Library, once
from rag.language.spelt import shown, spelt
from rag.language.words import has_accents, sound

_PURPOSE: Final = "(?:tiến độ|lịch trình|phân công|phân công nhiệm vụ|phân công công việc|công việc|nhiệm vụ)"
_NAME: Final = (
    r"(?P<name>(?:phụ lục|pl|phụ biểu|biểu|bảng|bảng biểu)(?: (?:về|kế hoạch|theo dõi|tổng hợp|chi tiết|danh sách|các))*"
    rf" {_PURPOSE}(?: (?:thực hiện|triển khai|công việc|nhiệm vụ|chi tiết|kèm theo|đính kèm))*)"
)
_FORMS: Final = spelt(
    rf"(?:^|, |\b(?:trong|theo|của|ở|tại|từ) ){_NAME}"
    r"(?=\s*(?:[,.?:;]|$)|\s+(?:của|có|gồm|thì|này|kia|đó|nêu|ghi|còn|phải|chưa|đến|trong|ai|những|các|mấy|bao|việc|nhiệm|do|kèm|bên|sở|ubnd)\b)"
)
_ANNEX: Final = ("phụ lục", "phu luc")


def as_annex(typed: str, library: Library) -> str:
    """The question with "phụ lục" for such a name; as it is where a plan's own words hold it."""
    read = shown(typed)
    found = _FORMS.of(typed).search(read) if len(read) == len(typed) else None
    if found is None or not _is_unnamed(library):
        return typed
    name = sound(found["name"])
    if any(f" {name} " in text for text in library.printed_sounds):
        return typed
    return typed[: found.start("name")] + _ANNEX[not has_accents(typed)] + typed[found.end("name") :]


@once
def _is_unnamed(library: Library) -> bool:
    """Whether some annex has no name but "Phụ lục" and no heading."""
    annexes = (one for plan in library.plans for one in plan.sections if one.kind is SectionKind.ANNEX)
    return any(sound(one.heading) == sound(_ANNEX[0]) for one in annexes)
