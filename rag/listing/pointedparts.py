"""The parts of a row that is named by its number, whatever they are called: "III/4.2 có mấy đầu việc con", "chỉ tiêu 40 chia thành mấy tỉ lệ"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rag.answer import Answer
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.words import either, sound
from rag.listing.lists import tell_rows
from rag.mentions.conditions import in_annex, in_group
from rag.mentions.subrows import SAID
from rag.query.asks import Intent
from rag.query.question import Query
from rag.rows.facts import Facts, Selection

_THINGS: Final = (
    "việc", "nhiệm vụ", "công việc", "đầu việc", "phần việc", "mục", "đầu mục", "tiểu mục", "hạng mục", "dòng", "hàng", "ý", "chỉ tiêu", "tiêu chí", "chỉ số", "tỷ lệ", "nội dung",
    "hoạt động", "phần", "khoản", "điểm", "gạch đầu dòng", "dấu gạch đầu dòng", "dấu gạch", "gạch ngang", "gạch", "đầu dòng", "cái", "giải pháp", "bước", "kế hoạch", "đề án", "dự án", "lớp", "khóa",
    "đợt", "thứ", "hợp phần", "cấu phần", "thành phần",
)  # fmt: skip
_SMALL: Final = ("con", "nhỏ", "nhánh", "thành phần", "chi tiết", "bên trong", "cụ thể", "trực thuộc", "bộ phận", "phụ")
_THING: Final = rf"(?:{either(*_THINGS)})(?: (?:{either(*_SMALL)}))*"
_MANY: Final = re.compile(rf"\b(?:{either('mấy', 'bao nhiêu')}) {_THING}\b")
_ALL: Final = re.compile(
    rf"\b(?:{either('những', 'các', 'từng', 'toàn bộ', 'tất cả', 'hết', 'liệt kê', 'kể tên', 'kể ra')}) {_THING}\b"
    rf"|\b(?:{either('gồm', 'bao gồm', 'gồm có', 'chia thành', 'chia làm')}) (?:{either('những', 'các')} )?{_THING} {sound('nào')}\b"
    rf"|\b(?:{either('gồm', 'bao gồm', 'gồm có')}) (?:{sound('những')} )?{sound('gì')}\b"
)
_FILLING: Final = frozenset(
    sound(
        " ".join((*_THINGS, *_SMALL))
        + " mấy bao nhiêu những các từng toàn bộ tất cả hết liệt kê kể tên ra gồm có chia thành làm tách được thì là ở của trong tại thuộc"
        " nằm dưới theo nào gì phụ lục danh mục nhóm mục số thứ tự kế hoạch bảng biểu tổng cộng cả thảy vậy thế ạ nhỉ nêu ghi năm"
    ).split()
)
"""Words that only say that the parts are asked for, or where the row stands."""
_COLUMNS: Final = frozenset({"", "value", "unit"})
"""What is read where the parts are called by what they measure ("mấy tỷ lệ"); any other column is asked for itself."""


def answer_pointed_parts(query: Query, library: Library, facts: Facts) -> Answer | None:
    """How many parts the row named by its number has, or which; None where more is asked or it has none."""
    many = _MANY.search(query.spoken)
    if query.pointer.ordinal is None or not (many or _ALL.search(query.spoken)):
        return None
    if query.period or query.quoted or not _COLUMNS.issuperset({query.role, *query.roles}):
        return None
    named = [one for one in query.mentions if one.plans]
    if any(not any(m.start <= one.start and one.end <= m.end for m in named) for one in facts.units_asked(query)):
        return None
    parts = [
        found for row in _rows(query, library) if (found := _parts(row, library)) and _says_all(query, library, row)
    ]
    if len(parts) != 1:
        return None
    asked = replace(query, intent=Intent.COUNT if many else Intent.LIST)
    return tell_rows(asked, library, facts, Selection(parts[0], ("",) * len(parts[0]), ()))


def _rows(query: Query, library: Library) -> Sequence[Entry]:
    """The rows that bear the number in the annex and group named."""
    pointer = query.pointer
    return [
        one
        for one in library.entries
        if one.kind != "clause"
        and query.covers(one.plan)
        and one.locator.rpartition("/")[2] == pointer.ordinal
        and (pointer.annex is None or in_annex(one, pointer.annex))
        and (pointer.group is None or in_group(one, pointer.group))
    ]


def _parts(row: Entry, library: Library) -> tuple[Entry, ...]:
    return tuple(
        one for one in library.entries if one.plan == row.plan and one.kind != "clause" and one.parent == row.locator
    )


def _says_all(query: Query, library: Library, row: Entry) -> bool:
    """Whether nothing is said but the number of the row, its name, what stands over it and that its parts are asked for."""
    plan = library.plans[row.plan]
    places = (row.annex, f"{row.annex}/{row.group}")
    over = (library.hear(one.heading) for one in plan.sections if one.locator in places)
    known = {*_FILLING, *library.profiles[row.plan].words, *" ".join((library.hear(row.name), *over)).split()}
    known.update(sound(" ".join(query.pointer.numerals)).split())
    rest = query.words.outside(one for one in query.mentions if one.plans).drop_matches(SAID)
    return all(word in known for word, weight in rest.content().items() if weight >= 1.0)
