"""Who holds an office, as prose tells it: "trưởng ban là …", "do … làm trưởng ban"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from ingest.letters import UPPER
from ingest.plan import Clause, Plan
from rag.corpus.entries import sections_over
from rag.language.asked import Asked, read_asked
from rag.language.phrases import heard
from rag.language.words import either, sound
from rag.measures.nearness import Spoken, spoken_of
from rag.measures.pieces import TRIM
from rag.query.question import Query

_TO_BE: Final = frozenset(map(sound, ("là", "làm", "giữ")))
_POST: Final = frozenset(map(sound, ("chức", "vụ", "danh")))
"""Behind "giữ": "giữ chức vụ trưởng ban"."""
_DEPUTY: Final = sound("phó")
_IS: Final = re.compile(
    r"(?:\s+[^\s,;.():]+){0,3}?\s*(?:\([^)]*\)\s*|\((?:hiện nay|tức)\s+)?(?:là|gồm)\s+"
    r"([^;.()]+?)(?=[;()]|\.(?=\s|$)|,\s+(?:(?:các )?[Pp]hó|thành viên|[Tt]hường trực)|$)"
)
_ASKS_PERSON: Final = re.compile(r"\b(?:dong chi|ong|nguoi|thai|thai co|can bo|lanh dao) nao\b")
_POST_BEGINS: Final = r"(?:Phó|Trưởng|Chủ|Bí|Giám|Tổng|Cục|Chi cục|Vụ|Viện|Bộ|Thứ|Hiệu|Hạt|Trạm|Đội|Tổ|Thủ|Chánh|Ủy viên|Uỷ viên|Thường|Chính|Tư lệnh|Kế toán)"
"""How the names of posts begin; a person's given name may be one of these, the family name none."""
_BY_WHOM: Final = re.compile(
    rf"(?:^|\s)[Dd]o\s+([^,;.]+?)(?:\s*[,(–-]\s*{_POST_BEGINS}\s[^,;.]+?)?\s+(?:là|làm|giữ|đảm nhiệm|đứng đầu)(?:\s+(?:chức vụ|chức))?\s*$"
)
"""Before the name of a part in a committee: who plays it, the post that they hold besides left off."""
_WHO_HEADS: Final = re.compile(
    rf"\b(?:{either('ai', 'người nào', 'đồng chí nào', 'ông nào', 'bà nào')}) (?:(?:{either('là', 'làm', 'người', 'được cử', 'sẽ', 'trực tiếp')}) )*(?:{either('đứng đầu', 'cầm đầu', 'dẫn đầu', 'chỉ huy', 'làm trưởng', 'phụ trách', 'điều hành', 'lãnh đạo')})\b"
)
_HEADED: Final = re.compile(
    rf"(?:^|\s)[Dd]o\s+([^,;.]+?)(?:\s*[,(–-]\s*{_POST_BEGINS}\s[^,;.]+?)?\s+(?:là|làm|giữ)\s+(?:chức\s+)?(?i:tổ trưởng|trưởng (?:ban|đoàn|nhóm|tổ|tiểu ban)|đội trưởng|nhóm trưởng|chủ tịch hội đồng)"
)
_BY_NAME: Final = re.compile(rf"\b(?:đồng chí|đ/c|ông|bà|thầy|cô)(?!\s{_POST_BEGINS}\s)(?:\s[{UPPER}][^\W\d_]*){{2,4}}")
"""A person with a name of two to four syllables."""
_COMRADE: Final = re.compile(rf"^(?:đồng chí|đ/c)\s+(?=(?:{_POST_BEGINS})\s)", re.IGNORECASE)
_BARE_POST: Final = re.compile(rf"(?={_POST_BEGINS}\s)")
_WHICH_POST: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('chủ tịch', 'bí thư', 'giám đốc', 'hiệu trưởng', 'cục trưởng', 'trưởng phòng', 'trưởng ban', 'thứ trưởng', 'chánh văn phòng')))}) {sound('nào')} "
)
"""Asks which of one post acts."""
_POST_DOES: Final = re.compile(r":\s|,?\s(?=(?:trực tiếp|phụ trách|chịu trách nhiệm|được|phải|sẽ|có)\b)")
"""Where a post goes on to what its holder does; other verbs may be part of its name ("Trưởng ban tổ chức")."""
_PART: Final = re.compile(
    r"\s+[-–]\s+(?:(?:phó )?trưởng (?:tiểu ban|ban|đoàn|nhóm|tổ)|tổ (?:trưởng|phó)|phó (?:ban|đoàn|nhóm)|ủy viên|uỷ viên|thành viên|thư ký)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
"""Behind a post the part that its holder plays in a committee."""
_TITLE: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('trưởng ban', 'trưởng tiểu ban', 'tổ trưởng', 'trưởng đoàn', 'đội trưởng', 'phó trưởng', 'phó ban', 'tổ phó', 'chủ tịch hội đồng', 'trưởng nhóm', 'thư ký', 'thường trực ban')))})\b"
)
_BY_RANK: Final = r"(?:(?:GS|PGS|TS|ThS|Th\.S|CN|KS|KTS|BS|DS|BSCK[I1-2]{1,2}|CK[I1-2]{1,2}|ĐD|Ths|Ông|Bà|ông|bà|[Đđ]ồng chí|[Đđ]/c|[Tt]hầy|[Cc]ô)[.,]?\s*)+"
_LABELLED: Final = re.compile(
    rf"^(?:[\wĐđ]{{1,3}}[.)]\s+|[-–+]\s+)?[^:;]{{2,90}}:\s*(?P<who>{_BY_RANK}(?:\s?[{UPPER}][^\W\d_]*){{2,5}})(?:\s*[,(–-]\s*{_POST_BEGINS}[^;:]*)?[\s.;/]*$"
)
"""A clause that is a label and the person who answers for what it says: "Nhóm 2 (Tài chính): ThS. Lê An"."""
_ASKS: Final = re.compile(rf"\b(?:{either('gì', 'nào', 'sao', 'mấy', 'đâu', 'bao nhiêu', 'bao giờ')})\b")
_LEAST: Final = 2
"""Words by which an office is told: "trưởng ban"."""


def held_by(query: Query, text: str) -> str:
    """Who heads the body that a clause is of, where that is asked for without the name of the post: "tổ A do ai đứng đầu"."""
    told = _HEADED.search(text) if _WHO_HEADS.search(query.spoken) else None
    return told[1].strip(TRIM) if told else ""


def behind_label(query: Query, text: str) -> str:
    """The one person that a clause names behind its label, where who does it is asked or a note says the post; "" for any other clause."""
    noted = not query.role and _TITLE.search(query.spoken) and not _ASKS.search(query.spoken)
    told = _LABELLED.match(text.strip()) if query.role == "lead" or noted else None
    return told["who"].strip(TRIM) if told else ""


def asks_person(query: Query) -> bool:
    """Whether somebody is asked for by name: "đồng chí nào phụ trách"."""
    return _ASKS_PERSON.search(query.spoken) is not None


def person_told(plan: Plan, clause: Clause) -> str:
    """The person that a clause names, else the nearest heading over it ("1. Ban Giám hiệu (đồng chí … phụ trách)"); "" for none."""
    over = (section.heading for section in sections_over(plan, clause.locator))
    return next((found[0].strip() for text in (clause.text, *over) if (found := _BY_NAME.search(text))), "")


def posts_alone(query: Query, clause: Clause, told: tuple[str, ...]) -> tuple[str, ...]:
    """Those who do something, each called by post alone: no address before it, no part in a committee nor work behind it."""
    which = _WHICH_POST.search(query.spoken) is not None
    asked = which or query.role in {"lead", "support"} or asks_person(query)
    return tuple(_post_alone(one, which=which) if asked and len(one) < len(clause.text) else one for one in told)


def _post_alone(told: str, *, which: bool) -> str:
    addressed = _COMRADE.match(told) or (_BARE_POST.match(told) if which else None)
    return _PART.sub("", _POST_DOES.split(told[addressed.end() :], maxsplit=1)[0]) if addressed else told


def holder(asked: Asked, text: str) -> str:
    """Who holds the office that the question names; "" where the text does not tell it.

    Of several places the one where the most of the question's words stand side by side: a deputy is no head.
    """
    office = _office(asked)
    words = spoken_of(text)
    found = []
    for n, word in enumerate(words):
        size = _alike(words[n:], office)
        if size < _LEAST or (n and words[n - 1].heard == _DEPUTY and word.heard != _DEPUTY):
            continue
        told = _IS.match(text, words[n + size - 1].end) or _BY_WHOM.search(text[: word.start])
        if told:
            found.append((size, -n, told[1].strip(TRIM)))
    return max(found)[2] if found else ""


@cache
def which_office() -> re.Pattern[str]:
    """The noun of an office asked for before phrases for who does something that begin with its "nào" ("phòng | nào đứng ra")."""
    nouns = either(
        "phòng", "sở", "ban", "bộ", "cục", "vụ", "ngành", "đơn vị", "cơ quan", "bộ phận", "chi cục", "bên", "chỗ"
    )
    phrases = "|".join(one for one in heard("column.lead") if one.startswith(sound("nào") + " "))
    return re.compile(rf" (?:{nouns})(?= (?:{phrases}) )")


def asks_holder(query: Query) -> Asked | None:
    """The question read as one for the holder of an office ("trưởng ban … là ai"); None where it is another."""
    asked = read_asked(query.words)
    return asked if _TITLE.search(query.spoken) and _office(asked) else None


def _office(asked: Asked) -> Sequence[str]:
    """The words for an office of which the question asks who it is; none where it asks for something else."""
    if not asked.unit or asked.head:
        return ()
    if asked.after and asked.after[0] in _TO_BE:
        after = asked.after[1:]
        while after and after[0] in _POST:
            after = after[1:]
        return after
    return asked.before if asked.lead in _TO_BE and not asked.after else ()


def _alike(words: Sequence[Spoken], office: Sequence[str]) -> int:
    """How many words of ``office`` stand at the beginning of ``words``."""
    pairs = enumerate(zip(words, office, strict=False))
    return next((n for n, (word, wanted) in pairs if word.heard != wanted), min(len(words), len(office)))
