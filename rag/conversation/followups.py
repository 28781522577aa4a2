"""What a question that leans on the one before means: the same of another thing, unit or role, a part of its list."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from ingest.folding import fold
from rag.answer import Answer, Item
from rag.corpus.library import Library
from rag.language.phrases import heard, names
from rag.language.words import Words, find_phrase, sound
from rag.mentions.actors import Actor
from rag.query.asks import Intent
from rag.query.question import Query, understand
from rag.units.besides import BESIDE, asks_who_else

_SAID_BEFORE: Final = re.compile(
    r"\b(?:nhiệm vụ|việc|chỉ tiêu|mục|dòng|nội dung|hoạt động) (?:đó|này|ấy|đấy|kia|trên|vừa (?:rồi|nêu|hỏi))\b"
)
"""Points to what the question before was about."""
_PERSON_BEFORE: Final = re.compile(
    r"\b(?:người|ông|bà|vị|đồng chí|anh|chị|cán bộ|lãnh đạo)(?: ký)? (?:đó|này|ấy|đấy|kia|trên)\b"
    r"|\b(?:nguoi|ong|ba|vi|dong chi|anh|chi|can bo|lanh dao)(?: ky)? (?:do|nay|ay|day) (?=(?:giu|lam|la|ky|co|ten|chuc|dang)\b)"
    r"|\b(?:cua|của) (?:(?:người|ông|bà|vị|đồng chí) (?:đó|này|ấy|đấy)|(?:nguoi|ong|ba|vi|dong chi) (?:do|nay|ay|day))\b"
)
"""Points to the person whom the answer before has told."""
_SO: Final = "|".join(map(sound, ("thế", "vậy", "thì")))
_OF_ANOTHER: Final = re.compile(
    rf"^(?:(?:{_SO}) )?(?:{sound('còn')}|{sound('với')}|{sound('thế')}|{sound('vậy')}) (?:\S+ )+\S+$"
    rf"|^(?:\S+ ){{2,}}{sound('thì')} (?:{sound('sao')}|{sound('thế nào')})$"
)
"""Asks the same of another thing: "còn việc …", "việc … thì sao"."""
_WHAT_OF: Final = re.compile(rf" {sound('thì')} (?:{sound('sao')}|{sound('thế nào')})$")
_SO_AND: Final = re.compile(
    rf"(?:(?:{_SO}) )?{sound('còn')} (?:\S+ )+{sound('thì')} (?:{sound('sao')}|{sound('thế nào')}) \S+ \S+"
)
"""Asks the same of another thing, and something more: "còn việc … thì sao, ai lo"."""
_GOES_ON: Final = re.compile(rf"(?:(?:{_SO}) )?{sound('còn')}\b|(?:{_SO}) |.+{_WHAT_OF.pattern}")
"""How a follow-up that names another unit begins or ends."""
_WHO: Final = re.compile(rf"\b(?:ai|(?:{'|'.join(map(sound, ('đơn vị', 'cơ quan', 'sở', 'phòng', 'bên')))}) nao)\b")
_MORE_HELP: Final = re.compile(
    rf"\bai (?:\S+ )?(?:{'|'.join(map(sound, ('tham gia', 'hỗ trợ', 'giúp', 'phụ', 'nữa')))})\b"
)
"""Asks for the helpers of the work spoken of."""
_OF_YEAR: Final = re.compile(r"(?:/| nam )20\d\d$")
"""Behind a month or quarter, folded."""
_OF_THESE: Final = re.compile(
    r"\btrong (?:số )?(?:đó|này|ấy|đấy)\b|\btrong (?:số )?(?:các|những|mấy) (?:việc|nhiệm vụ|chỉ tiêu) (?:đó|này|ấy|trên)\b"
    r"|\btrong so (?:do|nay)\b|\btrong do\b|\btrong (?:cac|nhung|may) (?:viec|nhiem vu) (?:do|nay)\b",
    re.IGNORECASE,
)
"""Asks for some of the rows that were listed."""
_WHICH: Final = re.compile(
    r"(?i)^[\s,]*(?:có )?(?:những |các |nhung |cac )?(?:việc|viec|nhiệm vụ|nhiem vu|cái|cai) (?:nào|nao|gì|gi)\s*"
)
_REPORT: Final = re.compile(
    r"(?i)(?:(?:thế|vậy|còn|thì|với|the|vay|con|thi|voi)\s+)*(?P<report>(?:báo cáo|bao cao)(?:\s+(?:định kỳ|dinh ky))?"
    r"(?:\s+(?:hằng|hàng|hang))?\s+(?:6 tháng|6 thang|sáu tháng|tuần|tháng|quý|năm|đột xuất|sơ kết|tổng kết|tuan|thang|quy|nam|dot xuat|so ket|tong ket)"
    r"(?:\s+(?:đầu năm|cuối năm|dau nam|cuoi nam))?)(?:\s+(?:thì sao|thì thế nào|thi sao|nhỉ|thế nào))?"
)
"""A report by its rhythm."""
_NUMBER: Final = {
    "nhất": 1,
    "hai": 2,
    "nhì": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
_ORDINALS: Final = {sound(word): number for word, number in _NUMBER.items()}
_ITEM: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('việc', 'cái', 'nhiệm vụ', 'chỉ tiêu')))}) "
    rf"(?:(?P<first>{sound('đầu tiên')}|{sound('đầu')})|(?P<last>{sound('cuối cùng')}|{sound('cuối')})"
    rf"|{sound('thứ')} (?P<number>\d{{1,2}}|{'|'.join(_ORDINALS)}))\b"
)
"""One of the rows that were listed, by its place among them."""

_FOR: Final = tuple([sound(word)] for word in ("cho", "về", "với", "của"))
_THEN: Final = tuple(
    map(
        sound,
        (
            "sang",
            "qua",
            "đến",
            "tới",
            "năm",
            "họ",
            "nó",
            "đơn vị này",
            "bên đó",
            "bên ấy",
            "đặt",
            "đạt",
            "giao",
            "mức",
            "được",
            "lên",
            "còn",
            "đặt ra",
            "phấn đấu",
            "năm sau",
            "bao nhiêu",
            "phần trăm",
            "phải đạt",
            "kế hoạch",
        ),
    )
)
"""Words with which the same is asked of another year."""
_MOST_SAID: Final = 4
"""Words that a question may say of what a clause tells and still lean on the one before."""


def follows(query: Query) -> bool:
    """Whether the question says nothing of what it is about, so that it leans on the previous one."""
    if not query.pointer.empty or query.quoted:
        return False
    if query.actors and not _GOES_ON.match(query.spoken) and not asks_who_else(query):
        return False
    said = query.typed.lower()
    if (_SAID_BEFORE.search(said) or _PERSON_BEFORE.search(said)) and not query.mentions:
        return True
    return not _left(query).content()


def asks_more_of(query: Query, text: str, library: Library) -> bool:
    """Whether a short question for a cell says nothing but what the clause spoken of says too: "thời hạn giải quyết là mấy ngày"."""
    if not query.role or query.intent is not Intent.FACT or query.mentions or query.actors:
        return False
    if not query.pointer.empty or query.quoted or query.period:
        return False
    said = set(_left(query).content())
    return 0 < len(said) <= _MOST_SAID and said <= set(library.hear(text).split())


def _left(query: Query) -> Words:
    """What a question says beside what it asks for and what it names."""
    rest = query.words.outside((*query.mentions, *query.actors))
    if query.actors:
        rest = rest.drop(BESIDE)
    if query.mentions:
        rest = rest.drop(map(sound, ("kế hoạch", "xã", "phường", "tỉnh", "huyện", "quận")))
    if find_phrase(rest.heard, heard("header.signer_title")):
        rest = rest.drop((sound("ký"),))
    asking = [f"{table}.{name}" for table in ("header", "column") for name in names(table)]
    for name in (*asking, "ask.follow", "filler.follow"):
        rest = rest.drop(heard(name))
    return rest


def of_helpers(query: Query) -> Query:
    """The follow-up, of the helpers where "còn ai tham gia nữa", "ngoài Sở A còn ai" asks for them."""
    if asks_who_else(query):
        led = query.role == "lead" and find_phrase(query.spoken, (_VERBS["lead"],))
        return replace(query, role="lead" if led else "support", roles=(), actors=())
    helps = query.role in ("", "lead") and _MORE_HELP.search(query.spoken)
    return replace(query, role="support", roles=()) if helps else query


def of_another(query: Query, before: Query) -> Query | None:
    """The question before, asked of the other thing that is named now ("còn việc … thì sao"); None where it is no such."""
    same = before.intent is Intent.FACT and bool(before.role or before.roles)
    if same and query.role and _SO_AND.match(query.spoken) and query.intent is Intent.FACT and not query.actors:
        roles = tuple(dict.fromkeys((*(before.roles or (before.role,)), *(query.roles or (query.role,)))))
        return replace(query, role=roles[0], roles=roles, plans=before.plans if query.plans is None else query.plans)
    own = [one for one in query.actors if not is_for(query, one)]
    if not same or query.role or own or query.intent is not Intent.FACT or not _OF_ANOTHER.match(query.spoken):
        return None
    asked = replace(query, actors=(), role=before.role, roles=before.roles, flags=before.flags)
    return replace(asked, plans=before.plans if query.plans is None else query.plans)


def is_for(query: Query, unit: Actor) -> bool:
    """Whether a unit only says whom the other thing is for or of what it is: "còn lớp cho | Tổ A thì sao"."""
    before = [token.heard for token in query.words.tokens[: unit.start]]
    return before[-1:] in _FOR and not set(before) <= {*_FOR[0], *sound("thế vậy thì còn với").split(), *before[-1:]}


def of_other_year(query: Query, before: Query, library: Library) -> Query | None:
    """The question before, asked of the year that is named now ("sang 2026 họ đặt mức bao nhiêu"); None where more is said."""
    if before.intent is not Intent.FACT or query.intent is not Intent.FACT or before.role != query.role != "":
        return None
    if len(before.years) != 1 or len(query.years) != 1 or before.years == query.years:
        return None
    if query.mentions or query.actors or not query.pointer.empty:
        return None
    rest = query.words.drop((*heard("column.value"), *heard("ask.follow"), *heard("filler.follow"), *_THEN))
    old, new = str(before.years[0]), str(query.years[0])
    if rest.drop((new,)).content() or old not in before.typed:
        return None
    return replace(understand(before.typed.replace(old, new), library, before.today), plans=before.plans)


def of_other_report(query: Query, before: Query, library: Library) -> Query | None:
    """The question before, asked of the other report that is named now ("thế còn báo cáo năm?"); None where none is."""
    named, asked = _REPORT.fullmatch(query.typed.strip(" ?.!")), _REPORT.search(before.typed)
    if named is None or asked is None:
        return None
    typed = f"{before.typed[: asked.start('report')]}{named['report']}{before.typed[asked.end('report') :]}"
    found = understand(typed, library, before.today)
    return replace(found, plans=before.plans)


def of_other_time(query: Query, before: Query, library: Library) -> Query | None:
    """The question before, asked of the time that is named now ("còn tháng 7?"); None where more is said or none was named."""
    old, new = before.period, query.period
    if old is None or new is None or not old.words or query.intent is not Intent.FACT:
        return None
    if query.mentions or query.actors or not query.pointer.empty or query.role:
        return None
    rest = query.words.drop((sound(new.words), *heard("ask.follow"), *heard("filler.follow")))
    folded, said = fold(before.typed), fold(query.typed)
    at, here = folded.find(old.words), said.find(new.words)
    if rest.content() or at < 0 or here < 0 or (len(folded), len(said)) != (len(before.typed), len(query.typed)):
        return None
    year = _OF_YEAR.search(old.words)
    asked = query.typed[here : here + len(new.words)] + (year[0] if year and not query.years else "")
    typed = f"{before.typed[:at]}{asked}{before.typed[at + len(old.words) :]}"
    return replace(understand(typed, library, before.today), plans=before.plans)


def of_list(query: Query, before: Query, library: Library) -> Query | None:
    """The list before, counted, narrowed or of the unit's other role; None where nothing of it is asked."""
    if before.intent is Intent.FACT or query.mentions or query.actors or not query.pointer.empty:
        return None
    if _OF_THESE.search(query.typed):
        rest = _WHICH.sub(" ", _OF_THESE.sub(" ", query.typed).strip(" ,?"))
        whole = understand(f"{before.typed.rstrip(' ?.')} {rest.strip()}", library, before.today)
        return whole if whole.intent is not Intent.FACT else None
    left = query.words.drop(_VERBS.values())
    for name in ("ask.count", "ask.list", "ask.follow", "noun.task", "filler.list", "filler.follow", "column.value"):
        left = left.drop(heard(name))
    if query.period or query.flags - {"compare"}:
        return None
    counted = query.intent is Intent.COUNT or query.role == "value"
    role = next((one for one in ("support", "lead") if find_phrase(query.spoken, (_VERBS[one],))), "")
    if left.content():
        return None
    if counted and not role:
        return replace(before, intent=Intent.COUNT)
    if not role or not before.actors or _WHO.search(query.spoken):
        return None
    return replace(before, actors=tuple(replace(one, role=role, direct=True) for one in before.actors))


_VERBS: Final = {"lead": sound("chủ trì"), "support": sound("phối hợp")}


def item_named(query: Query, previous: Answer) -> Item | None:
    """The row of the list before that is named by its place in it ("việc thứ hai"), None where none is."""
    named = _ITEM.search(query.spoken)
    if named is None or not query.role or len(previous.items) < 2 or query.mentions or query.actors:
        return None
    if named["first"] or named["last"]:
        return previous.items[0 if named["first"] else -1]
    number = _ORDINALS.get(named["number"]) or int(named["number"])
    return previous.items[number - 1] if number <= len(previous.items) else None


def of_other_unit(before: Query, query: Query, library: Library) -> Query:
    """The question before, asked of the unit named now ("còn Sở B?")."""
    naming = [one for one in before.mentions if one.kind != "actor"]
    acting = (one for one in before.actors if not any(m.start < one.end and one.start < m.end for m in naming))
    old, new = next(acting, before.actors[0]), query.actors[0]
    asked = [token.typed for token in before.words.tokens]
    unit = [token.typed for token in query.words.tokens[new.start : new.end]]
    text = " ".join((*asked[: old.start], *unit, *asked[old.end :]))
    found = understand(text, library, before.today)
    return replace(found, plans=before.plans, years=before.years, period=before.period, pointer=before.pointer)
