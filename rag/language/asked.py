"""What a question asks of prose: the whole of what is said, or a short piece, and what leads to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ingest.folding import fold
from rag.language.spelt import sound_pattern
from rag.language.words import Token, Words, sound


class Sort(StrEnum):
    """What the gap is that a question leaves open; named by the word that leads to it."""

    WHOLE = "whole"
    PURPOSE = "purpose"
    MEANS = "means"
    USE = "use"
    PLACE = "place"
    GOAL = "goal"
    SOURCE = "source"
    MEMBERS = "members"
    MEANING = "meaning"
    LIKENESS = "likeness"
    MEASURE = "measure"
    NAME = "name"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question around its gap, in sound forms: "ưu tiên | nguồn vốn | nào | để xây trường".

    ``lead`` is the word that leads to the gap ("bằng", "của"), ``head`` the thing asked for, ``before`` all that stands
    before these, ``after`` what follows the question word.
    """

    sort: Sort
    lead: str = ""
    head: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    unit: bool = False
    many: bool = False
    thing: bool = True

    @property
    def counted(self) -> bool:
        """Whether the question says how many things it asks for: "ba phương diện nào"."""
        return len(self.head) > 1 and (self.head[0] in NUMERALS or self.head[0].isdigit())

    @property
    def kind(self) -> frozenset[str]:
        """The words of the head that only say what kind of thing fills the gap: "vai trò", "loại văn bản"."""
        sizes = ((kind, n) for kind in _KINDS for n in range(len(self.head)) if self.head[n : n + len(kind)] == kind)
        found = next(sizes, ((), 0))
        return frozenset(found[0])


NUMERALS: Final = frozenset(map(sound, ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")))
_ASKING: Final = frozenset({"gì", "nào", "đâu", "ai", "sao", "gi", "nao"})
_MISHEARD: Final = "lào"
"""“Nào” as many say it; it stands at the end of a question, the country does not."""
_PARTICLES: Final = frozenset(
    (
        "thế",
        "vậy",
        "ạ",
        "em",
        "anh",
        "chị",
        "hả",
        "nhỉ",
        "nhé",
        "ta",
        "đấy",
        "đó",
        "với",
        "à",
        "ơi",
        "the",
        "vay",
        "nhi",
    )
)
"""What may end a question and asks for nothing."""
_LEADS: Final = {
    "nhằm": Sort.PURPOSE,
    "để": Sort.PURPOSE,
    "bằng": Sort.MEANS,
    "qua": Sort.MEANS,
    "nhờ": Sort.MEANS,
    "theo": Sort.MEANS,
    "dưới": Sort.MEANS,
    "tại": Sort.PLACE,
    "ở": Sort.PLACE,
    "trên": Sort.PLACE,
    "từ": Sort.SOURCE,
    "gồm": Sort.MEMBERS,
    "là": Sort.MEANING,
    "hơn": Sort.MEASURE,
    "đạt": Sort.MEASURE,
    "lên": Sort.MEASURE,
    "do": Sort.OTHER,
    "bởi": Sort.OTHER,
    "của": Sort.OTHER,
    "về": Sort.OTHER,
    "cho": Sort.OTHER,
    "với": Sort.OTHER,
    "vào": Sort.OTHER,
    "trong": Sort.OTHER,
}
"""Words that lead to the gap; those of one sort lead to it in the plan as well."""
_GOALS: Final = frozenset(map(sound, ("đến", "tới", "sang", "đi", "vào")))
"""Before "đâu" they ask where something is brought; before other question words for a time or an amount."""
_WHERE: Final = frozenset(("đâu", "dau"))
_SPOTS: Final = frozenset(map(sound, ("chỗ", "nơi", "điểm")))
"""The last syllable of a bare word for a place."""
_PLACE_NOUN: Final = sound("địa")
_PLURALS: Final = frozenset(("những", "các", "mấy", "nhung", "cac"))
_MISTYPED: Final = frozenset(("nhưng",))
"""“Những” without its tone, as it is met before "ai" only."""
_DOUBLED: Final = frozenset(map(sound, ("thông", "bao", "cao", "thấp")))
"""The first syllable of a leading word of two: "thông qua", "bao gồm"."""
_ONE_SYLLABLE: Final = frozenset(map(sound, ("sở", "phòng", "ban", "bộ", "bên", "quỹ")))
_TWO_SYLLABLES: Final = frozenset(map(sound, ("quan", "vị", "chức")))
"""Offices of one syllable, and the last of those of two: what stands before them is a verb."""
_ALONE: Final = frozenset(("ai", "dau"))
"""Question words that stand for the thing themselves."""
_UNLED_HEAD: Final = 3
"""Words that may name the thing asked for where nothing leads to it; the clause tells which do."""
_OBJECT: Final = frozenset(map(sound, ("điều", "việc", "cái", "những", "các")))
_FILLING: Final = _PLURALS | {"cái", "cai"}
_WHAT: Final = sound("gì")
_KINDS: Final = tuple(
    tuple(sound(kind).split())
    for kind in (
        "giữ vai trò",
        "đóng vai trò",
        "vai trò",
        "loại văn bản",
        "loại hình",
        "loại",
        "nhóm đối tượng",
        "đối tượng",
        "hình thức",
        "phương thức",
    )
)
"""Names of the gap itself, which a clause that fills it need not print."""
_UNITS: Final = frozenset(("hội", "quan", "vị", "sở", "phòng", "ban", "bộ", "bên", "người", "ngành", "chức", "phận"))
_UNIT_PAIRS: Final = frozenset(
    map(
        sound,
        (
            "công ty",
            "tập đoàn",
            "chi cục",
            "trung tâm",
            "ngân hàng",
            "doanh nghiệp",
            "lực lượng",
            "đoàn thể",
            "bệnh viện",
            "ủy ban",
            "hiệp hội",
            "đồng chí",
        ),
    )
)
"""Names of offices and people of which the last syllable alone ends other words too ("mặt hàng")."""
_UNITS_HEARD: Final = frozenset(map(sound, _UNITS))
"""How the name of an office or person asked for ends."""
_LONGEST_HEAD: Final = 4
_CONTENT: Final = (
    "mục đích|mục tiêu|yêu cầu|nội dung|nhiệm vụ|giải pháp|trách nhiệm|chính sách|định hướng|quan điểm|việc|điều"
)
"""What sections are made of: asked for, all that is said is."""
_TOLD: Final = "nêu|nói|ghi|quy định|đề cập|đề ra|đặt ra|làm|được giao|(?<!chỉ )(?<!lãnh )giao|lo|gánh|triển khai|thực hiện|yêu cầu"
"""Verbs whose object is all that is said."""


_FOR_WHAT: Final = sound_pattern(
    " (?:(?:nhằm|để|nhằm để) (?:làm |đạt )?(?:(?:những |các )?(?:mục đích|mục tiêu|việc|điều) )?gì"
    "|(?:nhằm|với|vì) (?:những |các )?(?:mục đích|mục tiêu) (?:gì|nào)) "
)
_FOR_DOING: Final = sound_pattern(
    " (?:nhằm|để|nhằm để) (?:[^ ]+ ){1,4}?(?:(?:những |các )?(?:điều|việc|cái) )?gì (?:(?:của|ở|tại|cho|trong|đối với) .*)?$"
)
"""Asks for the object of what something is done for: "để bảo đảm điều gì"."""
_USED_FOR: Final = sound_pattern(
    " (?:(?:được|bị|có thể|sẽ) )*(?:dùng|sử dụng|lấy|áp dụng|đem|dùng đến)(?: (?:để|vào|cho|làm|ra|việc|những|các|mục đích|căn cứ|cơ sở))+ gì "
)
"""Asks what a thing serves as: "kết quả được dùng làm gì"."""
_OF_MANNER: Final = sound_pattern(" (?:thế nào|ra sao|làm sao|thì sao|cụ thể sao) ")
_LIKENED: Final = sound_pattern(
    "(.*) (?:là|coi như|xem như|trở thành) (?:một )?((?:[^ ]+ ){1,4}?)(?:như thế nào|thế nào|ra sao|kiểu gì) "
)
"""Asks what a thing is like that is called by a noun, not how it is done: "là cuộc cách mạng như thế nào"."""
_OF_CONTENT: Final = sound_pattern(
    f" (?:{_CONTENT})(?: (?:tổng quát|chung|cụ thể|chính|chủ yếu))? (?:là )?(?:gì|nào) "
    f"| (?:{_TOLD}) (?:những |các )?(?:cái )?gì "
)
_OF_SECTION: Final = sound_pattern(f" (?:{_CONTENT}) .*là gì $")
_NO_SORT: Final = (
    "do|của|ở|tại|cho|với|vào|trong|từ|để|nhằm|qua|về|theo|bằng|có|được|là|đạt|phải|hạn|ngày|tháng|quý|năm|tuần|hôm|lúc|khi|giờ|mức"
    "|nơi|bên|ai|cơ|đơn|sở|phòng|ban|bộ|ngành|hội|đoàn|người|cấp|xã|phường|trường|kết|sản|nội|việc|nhiệm|mục|chỉ|hình|giải|thế"
)
"""Words of which something else is asked than the sort of a contest or campaign."""
_NAMED: Final = sound_pattern(
    " (?:tên|tên gọi|tên là|gọi là|mang tên) gì | tên (?:nào|là gì)"
    f" | (?:cuộc thi|hội thi|phong trào|cuộc vận động|chiến dịch) (?:(?!(?:{_NO_SORT}) )[^ ]+ ){{0,4}}(?:gì|nào) "
)
"""Asks for the name of something; of a contest or campaign also with words for its sort between: "phong trào thi đua nào"."""


def asks_name(spoken: str) -> bool:
    """Whether the name of something is asked for."""
    return _NAMED.search(f" {spoken} ") is not None


def read_asked(words: Words) -> Asked:
    """Where the gap of a question is; the whole is asked for where none is found, or more than one."""
    tokens = _without_particles(words.tokens)
    gaps = [n for n, token in enumerate(tokens) if _asks(token, last=n == len(tokens) - 1)]
    spoken = f" {' '.join(token.heard for token in tokens)} "
    if not gaps:
        return Asked(Sort.WHOLE)
    if len(gaps) > 1 and not _NAMED.search(spoken):
        return Asked(Sort.WHOLE)
    at = gaps[-1]
    before, after = _heards(tokens[:at]), _heards(tokens[at + 1 :])
    purpose = _FOR_WHAT.search(spoken)
    if purpose:
        return Asked(Sort.PURPOSE, before=before[: spoken[: purpose.start() + 1].count(" ") - 1], after=after)
    if used := _USED_FOR.search(spoken):
        return Asked(Sort.USE, before=before[: spoken[: used.start() + 1].count(" ") - 1], after=after, thing=False)
    aim = _FOR_DOING.search(spoken)
    if aim:
        doing = [word for word in aim[0].partition(f" {_WHAT} ")[0].split() if word not in _OBJECT]
        return Asked(
            Sort.PURPOSE,
            doing[0],
            tuple(doing[1:]),
            before[: spoken[: aim.start() + 1].count(" ") - 1],
            after,
            thing=False,
        )
    likened = _LIKENED.search(spoken)
    if likened:
        return Asked(
            Sort.LIKENESS, sound("là"), tuple(likened[2].split()), tuple(likened[1].split()), after, thing=False
        )
    if _OF_MANNER.search(spoken) or _OF_CONTENT.search(spoken) or _OF_SECTION.search(spoken):
        return Asked(Sort.WHOLE, before=before, after=after)
    start, sort = _head(tokens, at)
    led = start - 1 if sort is not None else start
    lead = tokens[led].heard if sort is not None else ""
    while lead and led and tokens[led - 1].heard in _DOUBLED:
        led -= 1
    named = _NAMED.search(spoken) is not None
    return Asked(
        sort=Sort.NAME if named else sort or Sort.OTHER,
        lead=lead,
        head=tuple(token.heard for token in tokens[start:at] if token.typed not in _FILLING),
        before=before if named else before[: max(led, 0)],
        after=after,
        unit=_is_unit(tokens, start, at),
        many=any(token.typed in _PLURALS for token in tokens[start:at]),
        thing=tokens[at].heard != _WHAT,
    )


def _is_unit(tokens: Sequence[Token], start: int, at: int) -> bool:
    if start == at:
        return True
    last = tokens[at - 1]
    if " ".join(token.heard for token in tokens[max(0, at - 2) : at]) in _UNIT_PAIRS:
        return True
    return last.typed in _UNITS or (last.typed.isascii() and last.heard in _UNITS_HEARD)


def _heards(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.heard for token in tokens)


def _without_particles(tokens: Sequence[Token]) -> list[Token]:
    kept = list(tokens)
    while len(kept) > 1 and kept[-1].typed in _PARTICLES:
        kept.pop()
    return kept


def _asks(token: Token, *, last: bool) -> bool:
    return token.typed in _ASKING or (last and token.typed in {_MISHEARD, "dau"})


def _head(tokens: Sequence[Token], at: int) -> tuple[int, Sort | None]:
    """Where the thing asked for begins, and what sort of word leads to it, None where none does."""
    to = _brought_to(tokens, at)
    if to > 1 and tokens[to - 1].heard in _GOALS:
        return at, Sort.GOAL
    if tokens[at].typed == "ai":
        # A person is no kind of thing that could be named before: "ở trường X ai lo".
        start = at - 1 if at and tokens[at - 1].typed in _PLURALS | _MISTYPED else at
        return start, _lead(tokens[start - 1]) if start else None
    first = max(0, at - _LONGEST_HEAD - 1)
    for n in range(at - 1, first - 1, -1):
        sort = _lead(tokens[n])
        if sort is Sort.MEANS and n + 1 < at - 2 and tokens[at - 1].heard in _TWO_SYLLABLES:
            return at - 2, None  # "theo kế hoạch, cơ quan nào": what leads to the plan leads to no office
        if sort is not None:
            return n + 1, sort
        if tokens[n].typed in _PLURALS:
            return n, _lead(tokens[n - 1]) if n else None
    if tokens[at].heard in _ALONE:
        return at, None
    last = tokens[at - 1].heard if at else ""
    size = 1 if last in _ONE_SYLLABLE else 2 if last in _TWO_SYLLABLES else _UNLED_HEAD
    start = at - size
    return start if start > 1 else 0, None


def _brought_to(tokens: Sequence[Token], at: int) -> int:
    """Where a bare word for a place with its question word begins: "đâu", "những chỗ nào", "địa điểm nào"; 0 without."""
    if tokens[at].typed in _WHERE:
        return at
    if not at or tokens[at - 1].heard not in _SPOTS:
        return 0
    before = at - 1
    while before and (tokens[before - 1].typed in _PLURALS or tokens[before - 1].heard == _PLACE_NOUN):
        before -= 1
    return before


def _lead(token: Token) -> Sort | None:
    if token.typed in _LEADS:
        return _LEADS[token.typed]
    if token.typed.isascii():
        return next((sort for word, sort in _LEADS.items() if fold(word) == token.typed and not word.isascii()), None)
    return None
