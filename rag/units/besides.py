"""Who else: "ngoài Sở A và Sở B thì còn cơ quan nào phối hợp" asks for those beside the units that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.units import unit_key
from rag.answer import Answer, Status
from rag.citations import cite_field, place_of, plan_name
from rag.corpus.library import Library
from rag.language.phrases import says
from rag.language.words import sound, without_and
from rag.query.asks import OFFICES, Intent
from rag.query.question import Query
from rag.wording import ROLE, joined, shorten

_WRITTEN: Final = ("ngoài", "trừ", "ngoại trừ", "không kể", "không tính", "bên cạnh", "cùng với")
BESIDE: Final = tuple(map(sound, _WRITTEN))
"""Right before the first unit."""
_ELSE: Final = re.compile(rf"(?:^| )(?:{'|'.join(BESIDE)}) $")
_WHO_ELSE: Final = re.compile(
    r"^(?: ra)?(?: thi)?(?: (?:con|co|them|nhung|cac|mai))*(?<=ra|hi|on|co|em) (?:(?:nhung|cac|mai) )?"
    rf"(?:ai|(?P<sort>{OFFICES})(?: chuien mon)? (?:nao|gi|khac))\b"
)
"""Right behind the last one."""
_FIRMS: Final = tuple(map(sound, ("doanh nghiệp", "công ty", "tổng công ty", "tập đoàn", "ngân hàng")))
"""Sorts of office that any of the others is called as well."""

_FIRM_NAMES: Final = tuple(map(sound, ("viễn thông", "Viettel", "VNPT", "FPT", "Mobifone", "điện lực", "bưu điện")))
"""How names of firms begin that say no such sort."""
_FIRM: Final = "|".join(sorted(_FIRMS, key=len, reverse=True))
_FIRM_BESIDE: Final = re.compile(
    rf"(?!.*\b(?:{sound('chủ trì')}|{sound('ai')})\b).*(?:\b(?:{_FIRM}) nao\b(?! {sound('được')}\b)"
    rf"|\b{sound('tên')}(?: (?:cua|cac|nhung))* (?:{_FIRM})\b)"
)
"""A firm is asked for that takes part in whatever way, and not as the one that leads or gets something."""
_BESIDE_NAMED: Final = re.compile(
    rf"(?:^| )(?:{'|'.join(BESIDE)}) (?P<named>(?:\S+ ){{1,30}}?)(?:ra )?(?:thi )?(?:(?:con|co|them|nhung|cac|mai) )*"
    rf"(?:ai|(?P<sort>{OFFICES}) (?:nao|gi|khac)|(?:co quan|don vi|to chuc)(?: \S+){{0,2}} (?:nao|gi))\b"
)
"""Somebody named only to ask who there is besides, known as a unit or not."""
_LISTED: Final = re.compile(r"[,;]\s+|\s+và\s+")


def asks_who_else(query: Query) -> bool:
    """Whether the question names units only to ask who is there besides them."""
    if query.intent is not Intent.FACT or not query.actors or query.role not in ("", "lead", "support"):
        return False
    before = f"{query.words.part(0, min(one.start for one in query.actors))} "
    return _ELSE.search(before) is not None and _who_else(query) is not None


def _who_else(query: Query) -> re.Match[str] | None:
    last = max(one.end for one in query.actors)
    return _WHO_ELSE.search(f" {query.words.part(last, len(query.words.tokens))}")


def others(query: Query, answer: Answer, library: Library) -> Answer:
    """The answer without those that the question names only to ask who else there is, and of the sort asked for alone."""
    if answer.status is not Status.ANSWERED or answer.items or query.intent is not Intent.FACT:
        return answer
    if query.role not in ("", "lead", "support") or not answer.values:
        return answer
    asked = _BESIDE_NAMED.search(query.spoken) if says(query.typed, _WRITTEN) else None  # "chủ" sounds like "trừ"
    left = _without(answer.values, without_and(asked["named"]), library) if asked else answer.values
    alone = left == answer.values and len(query.roles) < len(("lead", "support"))
    if alone and _FIRM_BESIDE.match(query.spoken) and (told := _firms_told(answer, library)):
        return told
    sort = (asked["sort"] or "") if asked and left != answer.values else ""
    left = _of_sort(sort, _parted(left) if sort in _FIRMS else left) or left
    if not left or left == answer.values:
        return answer
    text = answer.answer.replace(joined(answer.values), joined(left), 1)
    return replace(answer, values=left, answer=text)


def _without(values: tuple[str, ...], named: str, library: Library) -> tuple[str, ...]:
    """The values that are not named; of one that lists several, the others of the list, no part of one unit's own name."""
    one_unit = len(values) == 1 and unit_key(values[0]) in library.units
    parts = values if one_unit else _parted(values)
    left = tuple(part for part in parts if f" {without_and(library.hear(part))} " not in f" {named} ")
    return left if left and len(left) < len(parts) else values


def _parted(values: tuple[str, ...]) -> tuple[str, ...]:
    """The values; of a single one the things that it lists."""
    return tuple(part.strip() for part in _LISTED.split(values[0])) if len(values) == 1 else values


def _firms_told(answer: Answer, library: Library) -> Answer | None:
    """The answer of firms alone: those of its values, else those that help in the row that it is out of; None without any."""
    if own := _of_sort(_FIRMS[0], _parted(answer.values)):
        return replace(answer, values=own, answer=answer.answer.replace(joined(answer.values), joined(own), 1))
    places = {(one.file, one.locator) for one in answer.citations}
    tasks = (one for one in library.entries if one.kind == "task")
    rows = [one for one in tasks if (library.plans[one.plan].file, place_of(one)) in places]
    units = [part for one in rows for unit in one.supports for part in _parted((unit,))]
    firms = tuple(dict.fromkeys(_of_sort(_FIRMS[0], units)))
    if len(rows) != 1 or not firms:
        return None
    row, plan = rows[0], library.plans[rows[0].plan]
    text = f"{ROLE['support']}: {joined(firms)} — “{shorten(row.name)}” ({plan_name(plan)}, {row.locator})."
    return replace(answer, values=firms, answer=text, citations=cite_field(plan, row, row.field("support")))


def _of_sort(sort: str, names: Sequence[str]) -> tuple[str, ...]:
    """Of the names those of the sort of office asked for ("thì doanh nghiệp nào"); () where none is called so."""
    firms = (*_FIRMS, *_FIRM_NAMES) if sort in _FIRMS else (sort,)
    return tuple(one for one in names if sort and sound(one).startswith(firms))
