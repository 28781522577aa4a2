"""Units that no loaded plan knows, told by the head of an office and the role verb behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from rag.corpus.naming import BEFORE_OFFICE
from rag.language.words import Token, sound
from rag.mentions.roles import ROLE_WORDS


class Stranger(NamedTuple):
    """A unit-like phrase in sound form, the role that the verb beside it gives, and where it stands."""

    name: str
    role: str
    start: int
    end: int


PLACE_NOUNS: Final = frozenset(map(sound, ("phường", "tỉnh", "xã", "huyện", "thị", "quận", "ở", "thuộc")))
_AFTER_UNKNOWN: Final = (
    *ROLE_WORDS[:18],
    *(
        (sound(word), "lead")
        for word in ("đứng đầu", "đứng chính", "đảm trách", "đảm nhận", "cầm trịch", "chịu trách nhiệm")
    ),
    *(
        (sound(word), "any")
        for word in (
            "được giao",
            "phải làm",
            "có việc",
            "được phân công",
            "bị giao",
            "có bị giao",
            "phải lo",
            "phải gánh",
            "góp mặt",
            "có tên",
        )
    ),
)
"""The role verbs that are sure enough to take the words before them for a unit: not the everyday ones."""
_HEADS_TYPED: Final = frozenset(
    {
        *("sở", "xở", "phòng", "ban", "chi", "cục", "trung", "công", "hội", "đoàn"),
        *("trường", "viện", "ủy", "bộ", "trạm", "văn", "vụ"),
    }
)
"""First syllables of a unit's name as typed with accents: "hỏi" sounds like none of them, "hội" does."""
_HEADS: Final = "|".join(
    map(
        sound,
        (
            *("sở", "phòng", "ban", "chi cục", "cục", "trung tâm", "công an", "hội", "đoàn"),
            *("trường", "viện", "ủy ban", "bộ", "trạm", "văn phòng", "vụ"),
        ),
    )
)
_GIVEN_WHAT: Final = r"(?:lam|phu chach|thuc hien)(?: nhung| cac)? (?:gi|viec|nhiem vu)"
"""What is asked behind a unit that is given work ("giao Công an xã làm gì"), as it sounds."""
_GIVEN_TO: Final = frozenset(map(sound, ("được", "phải", "sẽ")))
"""Where a name ends and what it is to do begins."""
_ITSELF: Final = frozenset(tuple(sound(one).split()) for one in ("trực tiếp", "đích thân", "đích danh"))
_OF_ROW: Final = frozenset(
    tuple(sound(one).split()) for one in ("chỉ tiêu", "mục tiêu", "kết quả", "sản phẩm", "đầu ra", "thời hạn")
)
"""What a row is asked for, said right behind the office that does it."""
_TIMES: Final = frozenset(map(sound, ("hôm", "ngày", "tuần", "tháng", "quý", "năm")))
_FROM_TODAY: Final = frozenset(map(sound, ("này", "nay", "tới", "sau", "trước", "qua", "mai")))
_AMONG: Final = re.compile(r"\b(?:nao|ai) (?:chong|cua|thuoc)$")
"""Before those of whom one is asked for: "đồng chí nào trong Ban A"."""
NOT_A_NAME: Final = frozenset({"phai", "nao", "ai", "di", "do", "la", *map(sound, ("gửi", "nộp"))})
"""Syllables that no office's name holds: with them a sentence goes on to what the office does."""
_PART_OF: Final = re.compile(
    r"(?:^|(?<= cua )|(?<= do )|(?<= cho )|(?<= dao )|(?<= voi )|(?<= ma ))((?:phong(?! (?:chong|chai|ngua|hoc|hop|benh|thu))|chi cuc|chung tam|van phong|thanh cha|ban (?:chi dao|chi hui|can su)|to (?:cong tac|dup viec)) (?:\S+ ){0,5}?)"
    r"(?:cua|thuoc)$"
)
"""Sound form of a room or branch of an office."""
_WHOLES_OWN: Final = re.compile(r"(?:^|(?<= cua )|(?<= do )|(?<= cho )|(?<= dao )|(?<= voi )|(?<= ma ))(thanh cha)$")
"""Sound form of a branch that is called by its office's name right behind it: "Thanh tra | Sở A"."""
_DOES: Final = frozenset(
    map(sound, ("được", "phải", "sẽ", "có", "chủ", "phụ", "phối", "lo", "làm", "thực", "chịu", "đảm"))
)
"""First syllables of what an office does: "Thanh tra Sở A phải …"; without them it may be inspected."""
_PLACED: Final = 4
"""Words behind an office, the place it is at among them, with which what it does begins."""
_ASKED_OF_ROW: Final = frozenset(tuple(sound(one).split()) for one in ("cơ quan", "đơn vị"))
"""Before a role verb these ask who has the role: what stands before them is the plan or the row."""
_BEFORE_VU: Final = frozenset(map(sound, ("nhiệm", "phục", "nội", "dịch", "công", "nghiệp", "giao")))
"""Syllables that make "vụ" part of another word."""
_ROOM: Final = sound("phòng")
_BEFORE_ROOM: Final = frozenset(map(sound, ("quốc", "đề", "dự", "biên")))
"""Syllables that make "phòng" part of another word ("quốc phòng")."""
_SOCIETY: Final = sound("hội")
_BEFORE_SOCIETY: Final = frozenset(map(sound, ("xã", "cơ", "đại", "quốc", "ngày", "lễ", "vũ", "dạ", "đêm", "trẩy")))
"""Syllables that make "hội" part of another word ("xã hội", "ngày hội")."""
_OTHER_WORDS: Final = frozenset(
    tuple(sound(one).split())
    for one in (
        *("ban hành", "ban đầu", "bộ phận", "bộ máy", "bộ tiêu", "bộ chỉ", "bộ dữ", "hội thảo", "hội nghị", "hội thi"),
        *(
            "phòng chống",
            "phòng ngừa",
            "phòng cháy",
            "phòng tránh",
            "phòng thủ",
            "phòng dịch",
            "phòng bệnh",
            "phòng vệ",
        ),
        *("phòng không", "phòng họp", "phòng học", "phòng khám", "đoàn viên", "hội viên", "hội trường"),
        *("hội chợ", "hội nhập", "hội họp", "đoàn kết", "sở hữu", "trường hợp", "viện trợ", "viện phí", "vụ việc"),
        *("số việc", "số nhiệm", "số đầu", "số mục", "số dòng", "số lượng", "số liệu", "số hóa"),
    )
)
"""Words whose first syllable is the head of an office too, by their first two syllables."""
_OFFICE: Final = sound("sở")
_NUMBER_TYPED: Final = "số"
"""Sounds like it; an abbreviation written out has its marks in a question without any."""
_LEADS_TO_PLACE: Final = PLACE_NOUNS | frozenset(map(sound, ("bên", "tại", "của", "trên", "dưới")))
_LONGEST: Final = 10
_LONGEST_PLAIN: Final = 7
"""Words behind the head of a name that no plan knows, typed with accents and without."""


def _without_place(phrase: Sequence[str], places: frozenset[tuple[str, ...]]) -> list[str]:
    """The phrase without the place at its end and the words that lead to it ("Ban A bên xã B")."""
    for size in range(1, min(4, len(phrase) - 2) + 1):
        if tuple(phrase[-size:]) in places:
            kept = list(phrase[:-size])
            while len(kept) > 1 and kept[-1] in _LEADS_TO_PLACE:
                kept.pop()
            return kept
    return list(phrase)


def stranger(
    kept: Sequence[Token], taken: Sequence[tuple[int, int]], places: frozenset[tuple[str, ...]], *, accents: bool
) -> Stranger | None:
    """A unit-like phrase in front of a role verb that no loaded plan knows."""
    text = " ".join(token.heard for token in kept)
    for before, word, role in _unknown_before(accents=accents) if _ANY_HEAD.search(text) else ():
        match = before.search(text) if word in text else None
        if not match:
            continue
        whole = match[1].split()
        whole = whole[: next((n for n in range(2, len(whole)) if _ends_name(whole, n)), len(whole))]
        skipped = _behind_by(whole)
        phrase = _without_place(whole[skipped:], places)
        start = text.count(" ", 0, match.start(1)) + skipped
        end = start + len(phrase)
        overlaps = any(a < end and start < b for a, b in taken)
        overlaps = overlaps or _AMONG.search(" ".join(token.heard for token in kept[:start])) is not None
        if not overlaps and _may_be_name(phrase) and opens_name(kept, start, accents=accents):
            name = " ".join(phrase)
            return Stranger(name, role, start, end)
    return None


def _ends_name(words: Sequence[str], at: int) -> bool:
    """Whether what the unit is to do, a column or a time counted from today begins there: "Viện A | tháng này có việc gì"."""
    timed = words[at] in _TIMES and not _FROM_TODAY.isdisjoint(words[at + 1 : at + 2])
    return timed or words[at] in _GIVEN_TO or tuple(words[at : at + 2]) in _ITSELF | _OF_ROW


_HEAD_FIRST: Final = re.compile(rf"({_HEADS}) ")
_ANY_HEAD: Final = re.compile(rf"(?:^| )(?:{_HEADS}) ")


@cache
def _unknown_before(*, accents: bool) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """Patterns of a unit-like phrase before each role verb, words that they hold, and the role."""
    longest = _LONGEST if accents else _LONGEST_PLAIN
    name = rf"((?:{_HEADS}) (?:\S+ ){{1,{longest}}}?)"
    known = [(re.compile(rf"(?:^| ){name}{word}(?: |$)"), word, role) for word, role in _AFTER_UNKNOWN]
    return (*known, (re.compile(rf"(?:^| )dao (?:cho )?{name}{_GIVEN_WHAT}(?: |$)"), "dao ", "any"))


def _behind_by(phrase: Sequence[str]) -> int:
    """Where in the phrase the office begins that "do" stands before; 0 where none does."""
    last = max((n for n, word in enumerate(phrase[:-1]) if word == "do"), default=-1)
    head = " ".join(phrase[last + 1 :])
    return last + 1 if last >= 0 and re.match(rf"(?:{_HEADS}) ", head) else 0


def strange_part(kept: Sequence[Token], known: Sequence[tuple[int, int]]) -> Stranger | None:
    """A unit-like phrase that no loaded plan knows, right before a known unit of which it is ("… của Sở A", "Thanh tra Sở A")."""
    heard = [token.heard for token in kept]
    for whole, behind in known:
        before, does = " ".join(heard[:whole]), not _DOES.isdisjoint(heard[behind : behind + _PLACED])
        match = _PART_OF.search(before) or (_WHOLES_OWN.search(before) if does else None)
        if match and "nao" not in match[1].split():
            start = whole - len(match[0].split())
            name = match[1].strip()
            if not any(begin < whole and start < end for begin, end in known):
                return Stranger(name, "any", start, start + len(name.split()))
    return None


def _may_be_name(phrase: Sequence[str]) -> bool:
    if tuple(phrase[-2:]) in _ASKED_OF_ROW or list(phrase) == [_OFFICE]:  # "chính quyền số, phường A phải làm"
        return False
    return not set(phrase) & NOT_A_NAME and not any(part.isdigit() for part in phrase)


def opens_name(kept: Sequence[Token], at: int, *, accents: bool) -> bool:
    """Whether the token there opens a unit's name rather than sounding like it ("vụ" of "nhiệm vụ")."""
    if accents and kept[at].typed not in _HEADS_TYPED:
        return False
    before = kept[at - 1].heard if at else ""
    if (kept[at].heard, kept[at + 1].heard if at + 1 < len(kept) else "") in _OTHER_WORDS:
        return False
    if kept[at].heard == _SOCIETY and before in _BEFORE_SOCIETY:
        return False
    if kept[at].heard == _OFFICE and (before in BEFORE_OFFICE or kept[at].typed == _NUMBER_TYPED):
        return False
    if kept[at].heard == _ROOM and before in _BEFORE_ROOM:
        return False
    if kept[at].heard != "vu":
        return True
    return accents and before not in _BEFORE_VU


def head_of_office(kept: Sequence[Token], at: int) -> str:
    """The head of an office's name that opens there, as typed with its marks, where a word follows it; "" for none."""
    found = _HEAD_FIRST.match(" ".join(token.heard for token in kept[at : at + 3]))
    if found is None or not opens_name(kept, at, accents=True):
        return ""
    return " ".join(token.typed for token in kept[at : at + len(found[1].split())])
