"""Questions that ask two things of one clause: "trong mấy ngày, từ ngày nào", "do sở nào đề nghị, công văn số mấy"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Final

from ingest.letters import UPPER
from rag.corpus.library import Library
from rag.language.words import sound
from rag.measures.pieces import TRIM
from rag.query.asks import Intent
from rag.query.question import Query, understand

_GAP: Final = re.compile(
    r"(?i)\b(?:bao (?:nhiêu|lâu|giờ|nhieu|lau|gio)|khi nào|khi nao|thế nào|ra sao|the nao|(?:vì|tại|vi|tai) sao|gì|nào|đâu|ai|gi|nao|dau"
    r"|(?<!đạt )(?<!có )mấy|(?<!nha )(?<!bo )(?<!xe )may(?= \w)|(?<=\bso )may|(?<=\bngay )may)(?!\w)"
)
"""Words that leave something open."""
_PLURAL: Final = re.compile(
    r"(?i)(?<!số )(?<!so )(?:mấy|may) (?!(?:và|va|rồi|roi|với|voi) )(?=(?:[^\s,;]+ ){1,3}(?:nào|gì|nao|gi)\b)"
)
"""Several of what the next question word asks for: no gap of its own."""
_JOINT: Final = re.compile(
    r"\s*[,;]\s+(?:(?:và|va|rồi|roi|còn|con)\s+)?|\s+(?:và|va|rồi|roi)\s+|\s+[-–]\s+"
    r"|(?:(?<=mấy)|(?<=nào)|(?<=may)|(?<=nao)|(?<=nhiêu)|(?<=nhieu))\s+(?=(?:(?:ký|ky|ban hành|ban hanh|ra) )?(?:ngày|ngay)\s)"
)
_NUMBER: Final = re.compile(r"(?i)\b(?:số|so) (?:mấy|may|nào|nao|bao nhiêu|bao nhieu)\s*$")
_DAY_OF: Final = re.compile(
    r"(?i)((?:(?:ký|ky|ban hành|ban hanh|ra) )?(?:ngày|ngay) (?:nào|nao|mấy|may|bao nhiêu|bao nhieu)) ((?:của|cua) .+?)(?=(?: vậy| vay| thế| the| nhỉ| nhi| ạ)?[\s?.]*$)"
)
"""The day of a document and whose it is: "… số mấy, ngày nào của UBND tỉnh"."""
_NOUN: Final = re.compile(
    r"(?i)\b(?:tờ trình|to trinh|công văn|cong van|thông báo|thong bao|kết luận|ket luan|nghị quyết|nghi quyet"
    r"|quyết định|quyet dinh|chỉ thị|chi thi|thông tư|thong tu|nghị định|nghi dinh)\b"
)
"""Documents that no plan is called."""
_BARE: Final = re.compile(r"(?i)(?:số|so) (?:mấy|may|nào|nao|bao nhiêu|bao nhieu|hiệu)\b")
_SENTENCE_END: Final = re.compile(rf";|\.(?=\s+[{UPPER}]|\s*$)")
_OF_VALUES: Final = frozenset(
    sound(
        "ngày tháng năm quý tuần giờ số hạn lúc vào trước trong từ đến ký ban hành cấp phê duyệt thông qua công bố của nó khoảng là mức đạt phải bao nhiêu"
    ).split()
)
"""Words for the value itself that is asked for."""
_SEVERAL: Final = sound("mấy")
"""Opens a question with those that it is about ("mấy đơn vị trực thuộc gửi … cho ai, hôm nào"): nothing parts it from the next gap."""
_MOST: Final = 3
"""Things that one question asks."""
_LONG: Final = 6
"""Words of a name that may say a good deal of what is asked for."""
_LONGEST: Final = 40
"""Words of a piece; what is longer is the whole clause, told where no piece was found."""


def asks_several(query: Query) -> bool:
    """Whether more than one word leaves something open."""
    return len(_gaps(query)) > 1


def _gaps(query: Query) -> list[re.Match[str]]:
    return list(_GAP.finditer(_PLURAL.sub(lambda match: " " * len(match[0]), query.typed)))


def things_asked(query: Query, library: Library) -> tuple[Query, ...]:
    """One question for each thing asked, in order; () where only one thing is."""
    gaps = _gaps(query)
    if not 1 < len(gaps) <= _MOST + 1:
        return ()
    joints: list[tuple[int, int]] = []
    for gap, other in pairwise(gaps):
        between = list(_JOINT.finditer(query.typed, gap.start(), other.start()))
        if between:
            joints.append(between[-1].span())
        elif not (gap is gaps[0] and sound(gap[0]) == _SEVERAL):
            return ()
    if not 0 < len(joints) < _MOST:
        return ()
    starts = (0, *(end for _, end in joints))
    ends = (*(start for start, _ in joints), len(query.typed))
    texts = [query.typed[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    parts = [understand(text, library, query.today) for text in _with_owner(texts)]
    if query.plans and any(part.plans is not None and not part.plans & query.plans for part in parts):
        return ()  # a part of another plan
    return tuple(replace(part, intent=Intent.FACT, plans=query.plans, roles=()) for part in parts)


def _with_owner(texts: list[str]) -> list[str]:
    """Whose document it is said with its number, where it is said behind the day that is asked beside."""
    texts = _with_noun(texts)
    *before, number, day = texts
    owned = _DAY_OF.match(day) if _NUMBER.search(number) else None
    return [*before, f"{number} {owned[2]}", owned[1]] if owned else texts


def _with_noun(texts: list[str]) -> list[str]:
    """What is numbered is said with a bare "số mấy", where a piece before names a sort of document alone."""
    nouns = [match[0] for text in texts for match in [_NOUN.search(text)] if match]
    return [f"{nouns[0]} {text}" if nouns and n and _BARE.match(text) else text for n, text in enumerate(texts)]


def each(
    query: Query, library: Library, pick: Callable[[Query, str], tuple[str, ...]], text: str
) -> tuple[str, ...]:  # fmt: skip
    """What ``pick`` finds in ``text`` for each of several things asked, in order; () unless each has a piece of its own.

    What is asked without a word of its own ("số mấy, ngày nào") stands in the sentence of the value before it.
    """
    found: list[tuple[str, ...]] = []
    parts = things_asked(query, library)
    for part in parts:
        near = behind_value(text, found[-1][-1]) if found and found[-1] and _says_nothing(part) else ""
        near = "" if _BARE.match(part.typed) else near  # the number of what is told before
        picked = _within(pick(part, near), near) if near else ()
        picked = picked or pick(part, text)
        if part is not parts[0] and not _are_short(picked, text):
            picked = pick(_of_the_first(part, parts[0], library), text)
        short = _are_short(picked, text)
        found.append(picked if short else pick(query, text))  # the words of the whole tell where a bare gap is
    found = _unmixed([tuple(value.strip(TRIM) for value in values) for values in found])
    told = [value for values in found for value in values]
    if len(found) < len(("one", "another")) or not all(found) or len(set(told)) < len(told):
        return ()
    answers = all(_is_short(value, text) and not _repeats(query, value) for value in told)
    return tuple(told) if answers else ()


def _repeats(query: Query, value: str) -> bool:
    """Whether a long value says mostly what the question says itself."""
    words, said = sound(value).split(), set(query.spoken.split())
    return len(words) > _LONG and sum(word in said for word in words) >= len(words) / 2


def _within(values: tuple[str, ...], near: str) -> tuple[str, ...]:
    """What was found in what stands behind a value; () where that is all of it and neither a figure nor announced by a colon."""
    tells = near.lstrip().startswith(":") or any(letter.isdigit() for letter in near)
    return () if values and not tells and sound(values[0]) == sound(near) else values


def _of_the_first(part: Query, first: Query, library: Library) -> Query:
    """What is asked beside, of that of which the first thing is asked: "sơ tán bao nhiêu hộ | đưa đến đâu"."""
    whole = understand(f"{_GAP.sub('', first.typed, count=1)} {part.typed}", library, part.today)
    return replace(part, typed=whole.typed, words=whole.words)


def _are_short(values: tuple[str, ...], text: str) -> bool:
    return all(_is_short(value, text) for value in values)


def _is_short(value: str, text: str) -> bool:
    return 0 < len(value.split()) <= _LONGEST and len(value) < len(text) / 2


def _says_nothing(part: Query) -> bool:
    """Whether what is asked has no words but those that ask and name the sort of value."""
    return not any(weight >= 1.0 and word not in _OF_VALUES for word, weight in part.words.content().items())


def behind_value(text: str, value: str) -> str:
    """What stands behind a value in its sentence; "" where nothing does, or the text lacks the value."""
    at = text.find(value)
    end = _SENTENCE_END.search(text, at + len(value)) if at >= 0 else None
    return text[at + len(value) : end.start() if end else len(text)] if at >= 0 else ""


def _unmixed(found: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The values of each thing without the statement behind a comma that tells the value of another."""
    alone = [values[0] if len(values) == 1 else "" for values in found]
    for n, value in enumerate(alone):
        other = next((one for one in alone if one and one != value and one in value), "")
        if other and value.startswith(f"{other}: "):  # "03 nước: A, B và C": how many, and which
            found[n] = (value.removeprefix(f"{other}: "),)
            continue
        cut = value.rfind(", ", 0, value.find(other)) if other else -1
        if cut > 0 and ";" not in value:
            found[n] = (value[:cut],)
    return found
