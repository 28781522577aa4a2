"""The documents of one organ that a plan rests on: "thực hiện văn bản nào của UBND tỉnh", of whatever sort they are.

A sort named ("nghị quyết nào của Chính phủ") is asked for in `rag.reading.bases`; all that a plan rests on in `headers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from rag.answer import Answer, Status
from rag.citations import cite_entry, plan_name
from rag.compose import not_found, told_apart
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import Words, either, sound, sounds
from rag.mentions.scope import POINTING, agreed
from rag.query.question import Query
from rag.reading.bases import cited, issuer_printed
from rag.reading.citednumbers import Cited
from rag.wording import joined

_DOCUMENT: Final = either(
    "văn bản", "văn bản chỉ đạo", "chỉ đạo", "chủ trương", "tài liệu", "giấy tờ", "công văn giấy tờ"
)
_OPEN: Final = "(?:nao|gi|so mai|so nao|so bao nhieu|so hieu(?: nao| gi)?)"
_ENDS: Final = either(
    *("ban hành", "ký", "đưa ra", "về", "ngày", "để", "là", "được", "trong", "ở", "làm", "mà", "thì", "vậy", "cho"),
    *("căn cứ", "nêu", "giao", "đề ra", "năm", "khi"),
)
_ASKED: Final = (
    re.compile(
        rf"\b(?:{_DOCUMENT}) {_OPEN} (?:{either('của', 'do', 'từ', 'bên', 'phía', 'bởi')}) (?P<organ>.+?)(?= (?:{_ENDS})\b|$)"
    ),
    re.compile(
        rf"\b(?:{_DOCUMENT}) (?:{either('của', 'do', 'từ', 'bên', 'phía')}) (?P<organ>(?:\S+ ){{1,7}}?)(?:(?:{either('ban hành', 'ra', 'là')}) )?{_OPEN}(?= |$)"
    ),
    re.compile(
        rf"\b(?:{_DOCUMENT}) (?:{either('của', 'do')}) (?P<organ>(?:\S+ ){{1,7}}?)(?:{either('mà', 'làm', 'được', 'để')}) .*\b{_OPEN}(?= |$)"
    ),
)
_FOUNDED: Final = re.compile(
    rf"\b(?:{either('căn cứ', 'dựa', 'theo', 'thực hiện', 'triển khai', 'thi hành', 'cụ thể hóa', 'cơ sở', 'chấp hành', 'bám', 'viện dẫn', 'dẫn', 'nền')})\b"
)
"""What a plan does with what it rests on."""
_FRAMING: Final = sounds(
    (
        "chương trình", "phương án", "xây dựng", "soạn", "lập", "làm", "ra", "để", "nhằm", "cho", "được", "là", "của", "này", "đó", "có", "những", "các", "căn cứ vào",
        "căn cứ", "dựa vào", "dựa trên", "dựa theo", "dựa", "theo", "thực hiện", "triển khai", "thi hành", "cụ thể hóa", "làm cơ sở",
        "cơ sở", "pháp lý", "chấp hành", "bám sát", "bám theo", "bám", "viện dẫn", "dẫn chiếu", "dẫn", "nền", "mà", "thì", "vậy", "trên",
        "vào", "kèm", "số", "tỉnh", "xã", "phường",
    )
)  # fmt: skip
"""What such a question says besides the plan."""
_BASES: Final = "Căn cứ"
_CENTRAL: Final = {sound("trung ương"): "tw", sound("đảng"): "tw"}
"""The code in numbers of organs that their initials do not make."""
_SHORTEST: Final = 2
"""Letters of the code of an organ at the end of a number."""
_NAMES: Final = frozenset(map(sound, ("của", "nhà nước")))


def answer_organs_bases(query: Query, library: Library) -> Answer | None:
    """The numbers of the documents of the organ named among what the plan meant rests on; refused where it rests on none.

    None where anything but a plan and what it rests on is spoken of, or it is not told which plan is meant.
    """
    asked = next((match for one in _ASKED if (match := one.search(query.spoken))), None)
    if asked is None or not _FOUNDED.search(query.spoken) or not query.pointer.empty:
        return None
    start = len(query.spoken[: asked.start("organ")].split())
    end = start + len(asked["organ"].split())
    outside = [one for one in query.mentions if not start <= one.start < end]
    # Who draws up a plan is named for its plan: "Sở A xây dựng kế hoạch …".
    pointing = [replace(one, kind="issuer") if one.kind == "actor" else one for one in outside]
    plans = agreed([one for one in pointing if one.kind in POINTING])
    if plans is None and len(library.plans) == 1:
        plans = frozenset({0})
    if not plans or _says_more(query, library, plans, (start, end)):
        return None
    found = {plan: _of_organ(asked["organ"].split(), library, query, plan) for plan in sorted(plans)}
    told = {plan: bases for plan, bases in found.items() if bases}
    if not told:
        return not_found(query, library)
    if len(told) > 1:
        each = [(bases[0].entry, tuple(one.number for one in bases)) for bases in told.values()]
        return told_apart(query, library, each)
    [(number, bases)] = told.items()
    values = tuple(dict.fromkeys(" ".join(one.number.split()) for one in bases))
    entries = {one.entry.order: one.entry for one in bases}.values()
    citations = tuple(each for one in entries for each in cite_entry(library.plans[number], one))
    text = f"{joined(values)} ({plan_name(library.plans[number])}, {_BASES})."
    return Answer(query.typed, Status.ANSWERED, text, values, citations=citations, method="retrieval")


def _says_more(query: Query, library: Library, plans: Iterable[int], organ: tuple[int, int]) -> bool:
    """Whether the question says anything besides a plan, the organ and what is asked."""
    named = {n for one in query.mentions for n in range(one.start, one.end)}
    rest = query.words.without({*named, *range(*organ)})
    left = _without_asked(rest).drop((*_FRAMING, *heard("filler.header"))).content()
    titles = {word for number in plans for word in library.profiles[number].own_words}
    return not titles.issuperset(word for word, weight in left.items() if weight >= 1.0)


def _without_asked(words: Words) -> Words:
    return words.drop_matches(re.compile(rf" (?:{_DOCUMENT})(?: {_OPEN})?(?= )"))


def _of_organ(asked: Sequence[str], library: Library, query: Query, plan: int) -> list[Cited]:
    """What the plan rests on that the organ issued, as its name behind the number or the number's own code tells."""
    named = " ".join(word for word in asked if word not in _NAMES)
    home = next((place for place in library.profiles[plan].places if named.endswith(f" {place}")), "")
    words = named.removesuffix(home).split()
    own = library.profiles[plan].numbers
    bases = [one for one in cited(library, replace(query, plans=frozenset({plan}))) if one.entry.locator == _BASES]
    return [one for one in bases if one.bare not in own and _is_issued_by(words, one, library)]


def _is_issued_by(words: Sequence[str], one: Cited, library: Library) -> bool:
    """Whether the citation names the organ, or the number ends with its initials ("…/ĐU") and the citation with its level."""
    told = library.hear(issuer_printed(one))
    if f" {' '.join(words)} " in f" {told} ":
        return True
    code = _CENTRAL.get(" ".join(words), "")
    own = re.split(r"[/-]", one.bare)[-1]
    if code or len(own) < _SHORTEST:
        return code == own
    spelt, level = words[: len(own)], words[len(own) :]
    return own == "".join(word[0] for word in spelt) and set(level) <= set(told.split() or level)
