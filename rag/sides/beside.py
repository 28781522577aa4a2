"""What a question sets side by side in one plan: its comparing words cut out, and the two or three things parted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Final

from ingest.folding import fold
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import either, find_phrase, sound
from rag.lookup import Lookup
from rag.mentions.mention import Mention
from rag.mentions.scope import POINTING, agreed
from rag.query.asks import Intent
from rag.query.question import Query, understand
from rag.query.sidecolumns import SIDE, side_flags
from rag.rows.sideconditions import headers_heard

_THING: Final = "viec|cai|nhiem vu|chi tieu|dau viec|thu|ben|ke hoach|noi"
_SORT: Final = "loai|mau|muc|phan|noi dung|hoat dong|khoan|nguon|hang muc|san pham|linh vuc"
"""Folded: what several things are called once they have been named ("A và B mỗi loại …")."""
_AFTER: Final = r"(?=\s*(?:$|[^\w\s]|(?:va|thi|moi|han|vay|nhi|a|ha|the)\b))"
_EARLY: Final = "truoc|som|sau|muon|nhanh|cham|gan"
_LARGE: Final = "cao|thap|lon|nho|nhieu|it|hon|dong|dai|rong|ton"
_OF_ROWS: Final = "lop|khoa|khoa hoc|du an|cong trinh|cuoc|dot|hoi nghi|goi|goi thau|de tai|mo hinh"
_COUNTED: Final = "nguoi|hoc vien|dai bieu|tien|von|kinh phi|chi phi|kem|ngay"
"""Folded: what rows of annexes are called, and what their columns count."""
_CUES: Final = re.compile(
    rf"\b(?:(?:cua|o|tai|cho|thi|do) )?(?:moi|tung) (?:{_THING}|{_SORT})\b"
    rf"|\b(?:thi )?(?:{_THING}|{_OF_ROWS}|muc|loai|nhom|ban|de an|nghi quyet|chuong trinh|cap) nao (?:\w+ ){{0,3}}?"
    rf"(?:(?P<early>{_EARLY})|(?P<large>{_LARGE}))(?: (?:{_COUNTED}))?(?: hon| nhat)?{_AFTER}"
    rf"|\b(?P<early_end>(?:den han|toi han|xong|hoan thanh|het han|han) (?:truoc|som|sau|muon)(?: hon)?)(?=\s*\??\s*$)"
    r"|\b(?P<early_or>(?:truoc|som|sau|muon)(?: hon)? hay (?:la )?(?:truoc|som|sau|muon)(?: hon)?)\b"
    r"|\b(?P<large_or>(?:cao|thap|lon|nho|nhieu|it)(?: hon)? hay (?:la )?(?:cao|thap|lon|nho|nhieu|it)(?: hon)?)\b"
    r"|^\s*so voi\b|^\s*so (?:dup|giup|ho|thu|xem)(?: (?:em|toi|minh|anh|chi|dum))*\b|^\s*giua\b|\blan luot\b|\bso sanh(?: giua)?\b|\btuong ung\b"
    r"|\bhon kem(?: nhau)?(?: the nao| ra sao| bao nhieu)?|\b(?:chenh|khac|cach|giong) nhau(?: the nao| ra sao| bao nhieu)?"
)
"""Folded words that set several things or plans side by side, and the column that they compare."""
_COMPARED_AT_END: Final = rf"(?:(?P<early>{_EARLY})(?: hon)?|(?P<large>{_LARGE})(?: (?:{_COUNTED}))? hon)\W*$"
_WHICH_SIDE: Final = re.compile(
    r"\b(?:ben|noi|cho|tinh|thanh pho|huyen|xa|phuong|so|don vi|dia phuong|ke hoach|dau) nao(?: (?:co|phai|dat|la))?\b"
    rf"(?=.+\b{_COMPARED_AT_END})"
)
_AT_END: Final = re.compile(rf"\b{_COMPARED_AT_END}")
"""Folded: which of two plans that are named does a thing earlier or has more of it: "bên nào | phát động lễ | sớm hơn"."""
_BESIDE: Final = r"(?:\b(?:va|voi|voi lai|cung|lan)\b|[,;/])\s*[^,;?]+?"
_OF_EACH: Final = (
    r"[,\s]+(?:thi\s+)?(?:moi|tung)\s+(?!(?:nam|quy|thang|tuan|ngay|gio|lan|nguoi|ho|dot|ky|buoi|ca)\b)"
    r"(?:don vi|dia phuong|co quan|linh vuc|hang muc|noi dung|\w+)\b"
)
_OPEN: Final = r"[^?;:]*\b(?:bao|may|ai|nao|gi|dau)\b[^?;:]*"
_EACH: Final = re.compile(
    rf"{_BESIDE}(?P<cue>{_OF_EACH})(?P<asked>{_OPEN})"
    rf"|{_BESIDE}(?P<verb>\s(?:co|duoc|phai|do|la|dat|can|gom|chiem|nop|giao|bo tri|keo dai|het|mat)\s)(?P<rest>{_OPEN}?){_OF_EACH}\s*\??$"
)
"""Folded: things set side by side, and what is asked of each: "A với B | mỗi loại | có bao nhiêu …", "… | có bao nhiêu … mỗi loại"."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_EACH_SPELT: Final = frozenset(("mỗi", "từng"))
_EACH_FOLDED: Final = frozenset(map(fold, _EACH_SPELT))
_NO_EACH: Final = re.compile(r" (?:truong|sang|nhat|buoc|xay|ve)\b")
"""Behind "moi" and "tung" without accents: "môi trường", "đổi mới sáng tạo", "từng bước"."""
_EVERY: Final = "mọi"
"""Folds to "mỗi", which sets things apart."""
_ASKS: Final = re.compile(r"\b(?:ai|gi|nao|dau|mai|bao nhieu|bao do|ra sao)\b")
"""What is left of a question without them names things: what is compared is told by the comparing words."""
_A_NUMBER: Final = re.compile(r"\s*(?:số|tổng số|số lượng|tỷ lệ|tỉ lệ)\s+(?!\d)", re.IGNORECASE)
"""How what is compared begins where figures are: "so sánh | số trường của A với B"."""
_SEGMENT: Final = re.compile(r"[^:;?!–,]+")
_JOINING: Final = re.compile(
    r"\s+(?:và|với lại|với|so với|hay|hoặc|còn|thì|vs)\s+|\s*[,;/+]\s+(?:và\s+|với lại\s+|còn\s+)?", re.IGNORECASE
)
_JOINING_PLAIN: Final = re.compile(
    r"\s+(?:va|voi lai|voi|so voi|hay|hoac|con|thi|vs)\s+|\s*[,;/+]\s+(?:va\s+|voi lai\s+|con\s+)?", re.IGNORECASE
)
"""What parts two things; of a question typed with accents only what has them: "thi" is no "thì" there."""
_ROW_NOUN: Final = re.compile(
    r"\s*((?:nhiệm vụ|nhiem vu|chỉ tiêu|chi tieu|mục|muc|dòng|dong|việc|viec|nv|ct)(?: số| so)?)\s*\d", re.IGNORECASE
)
_BARE_NUMBER: Final = re.compile(
    r"\s*\d{1,3}(?:[.-]\d{1,2})*(?:\s*$|\s+(?:phụ lục|phu luc|pl|của|cua|trong|ở|o|danh mục|kế hoạch)\b)", re.IGNORECASE
)
_TOPIC: Final = re.compile(r"[^:]{3,80}:\s+")
_IN_UNIT: Final = re.compile(
    r"\s+(?:có |co )?(?:bao nhiêu|bao nhieu|mấy)\s+(?:%|phần trăm|phan tram|[^\W\d_]+)(?:\s+[^\W\d_]+)*\s*\??\s*$",
    re.IGNORECASE,
)
"""What is asked for of all things at once: "A và B lần lượt bao nhiêu % GRDP", "A và B mỗi loại có mấy giấy phép"."""
_TWO: Final = 2
_PLAN: Final = sound("kế hoạch")
_LEADING: Final = 3
"""Most tokens from "kế hoạch" to the name of who issued it: "kế hoạch của | Ban"."""
_MOST_THINGS: Final = 3
_MOST_JOINTS: Final = 6
"""More words like "và" than these are not tried: a name that holds so many is no comparison."""
_TITLE_WORDS: Final = 3
_TITLE_LEAST: Final = 0.7
_TITLE_APART: Final = 0.15
"""Words of a title that name it, the share of them that it must hold, and by how much more than any other title."""
_COLUMNS: Final = tuple(f"column.{name}" for name in ("lead", "support", "due", "result", "note", "unit", "value"))
_LEVEL: Final = sound("cấp")
RANKS: Final = frozenset(map(sound, ("tỉnh", "xã", "phường", "huyện", "quận", "sở", "thành", "phố")))
"""Left of the name of a place, they say nothing."""


def lists_plans(query: Query) -> bool:
    """Whether a telegram sets plans side by side behind a colon: "người ký: KH của Sở A; KH xã B"."""
    _, colon, behind = query.typed.partition(":")
    if not colon:
        return False
    parts = [sound(part) for part in re.split(r"\s*[;,]\s*", behind.strip(" ?.!")) if part]
    names = [f" {query.words.part(one.start, one.end)} " for one in query.mentions if one.kind in POINTING]
    ends = [f" {' '.join(part.split()[-_TWO:])} " for part in parts]
    return len(parts) > 1 and all(any(end in name for name in names) for end in ends)


def called_plans(query: Query, found: Sequence[Mention]) -> list[Mention]:
    """The pointers behind "kế hoạch", where several are: a place or office named by itself beside them is no side.

    "Phường A báo cáo ngày nào theo kế hoạch của tỉnh, theo kế hoạch của phường": A only reports.
    """
    called = [one for one in found if find_phrase(query.words.part(max(0, one.start - _LEADING), one.end), (_PLAN,))]
    return called if len({one.plans for one in called}) >= _TWO else []


def without_cues(query: Query, library: Library) -> tuple[Query, str] | None:
    """The question read again without its comparing words, and what is left of its text; None where it has none.

    The column is the one that the rest names, else the one that is compared: "cái nào trước" compares deadlines.
    """
    folded = fold(query.typed)
    cues = [one for one in _cues(folded) if not query.typed[one.start() :].lower().startswith(_EVERY)]
    if len(folded) != len(query.typed):
        return None
    which = None if cues or len({one.plans for one in query.mentions}) < _TWO else _WHICH_SIDE.search(folded)
    if which and (last := _AT_END.search(folded)):
        cues = [which, last]
    if not cues:
        each = _EACH.search(
            _WORD.sub(lambda word: _unless_each(word, accents=query.words.accents), query.typed.lower())
        )
        return _asked_of_each(query, library, each) if each and not _in_name(query, each.start()) else None
    text = query.typed
    for cue in cues:
        text = text[: cue.start()] + " " * (cue.end() - cue.start()) + text[cue.end() :]
    compared = {name.partition("_")[0] for cue in cues for name, said in cue.groupdict().items() if said}
    bare = understand(text, library, query.today)
    by_cue = "due" if "early" in compared else "value" if "large" in compared else ""
    asks = _ASKS.search(bare.spoken) is not None
    role = (bare.role or by_cue or query.role) if asks else (by_cue or bare.role or query.role)
    role = role or ("value" if _A_NUMBER.match(text) else "")
    flags = bare.flags | {"compare"} | columns_said(query, library)
    return replace(bare, typed=query.typed, intent=Intent.FACT, role=role, roles=(), flags=flags), text


def _in_name(query: Query, at: int) -> bool:
    """Whether what joins two things stands inside the name of a unit or plan: "Sở A và B: mỗi phòng …"."""
    place = len(sound(query.typed[:at]).split())
    spans = [(one.start, one.end) for one in query.actors] + [(one.start, one.end) for one in query.mentions]
    return any(start < place < end - 1 for start, end in spans)


def _unless_each(word: re.Match[str], *, accents: bool) -> str:
    """A word folded; one that only folds to "mỗi" or "từng" ("môi trường") is blotted out."""
    folded = fold(word[0])
    each = (
        folded not in _EACH_FOLDED
        or word[0] in _EACH_SPELT
        or (not accents and not _NO_EACH.match(word.string, word.end()))
    )
    return folded if each else "#" * len(folded)


def _asked_of_each(query: Query, library: Library, each: re.Match[str]) -> tuple[Query, str]:
    """The question with what is asked of each thing before them: "có bao nhiêu …: A với B"."""
    cue = "cue" if each["cue"] else "verb"
    asked = (each.start("asked"), each.end("asked")) if each["cue"] else (each.start("verb"), each.end("rest"))
    topic, _, named = query.typed[: each.start(cue)].rpartition(":")
    text = f"{topic} {query.typed[slice(*asked)].strip()}: {named.strip()}".strip()
    bare = understand(text, library, query.today)
    flags = bare.flags | {"compare"} | columns_said(query, library)
    return replace(bare, typed=query.typed, intent=Intent.FACT, roles=(), flags=flags), text


def columns_said(query: Query, library: Library) -> frozenset[str]:
    """The side columns that the question names, as flags for its parts."""
    return frozenset(side_flags(query.spoken)) or _named_column(query, library)


def _named_column(query: Query, library: Library) -> frozenset[str]:
    """The side column whose header the question says whole, the longest, as a flag for its parts ("so sánh | tổng vốn | của A và B")."""
    headers = (header for plan, header in headers_heard(library) if query.covers(plan))
    opening = _COMPARED.search(query.spoken)
    said = [
        header
        for header in headers
        if f" {header} " in f" {query.spoken} " or (opening and header.startswith(f"{opening[1]} "))
    ]
    return frozenset(f"{SIDE}{header}" for header in sorted(said, key=len)[-1:])


_COMPARED: Final = re.compile(rf"^{sound('so sánh')} (?:(?:{sound('giúp')}|toi|em|ve) )*(\S+ \S+)")
"""The two syllables right behind "so sánh", with which a header may begin."""


@lru_cache(maxsize=64)  # what is asked and what is compared are both looked for
def _cues(folded: str) -> tuple[re.Match[str], ...]:
    return tuple(_CUES.finditer(folded))


def things(
    query: Query, text: str, library: Library, lookup: Lookup, *, most: int = _MOST_THINGS
) -> list[tuple[Query, ...]]:
    """Ways to part ``text`` into one question for each thing, the ways whose parts fit rows best first.

    Rows named by their numbers are all parted; other things are two, then three, ``most`` at last: their names may hold
    "và" themselves.
    """
    start, end = _named(query, text, library)
    named = text[start:end]
    joining = _JOINING if query.words.accents else _JOINING_PLAIN
    joints = [(one.start(), one.end()) for one in joining.finditer(named)]
    if not joints or len(joints) > _MOST_JOINTS:
        return []
    numbered = _parts(query, _cut(named, joints), library)
    if all(one.pointer.ordinal for one in numbered):
        return [numbered]
    found: list[tuple[Query, ...]] = []
    for count in range(1, most):
        ways = [_parts(query, _cut(named, chosen), library) for chosen in combinations(joints, count)]
        rated = [(fit, -n, way) for n, way in enumerate(ways) if (fit := min(_fit(one, lookup) for one in way)) > 0]
        found += [way for *_, way in sorted(rated, key=lambda one: one[:2], reverse=True)]
    return found


def _named(query: Query, text: str, library: Library) -> tuple[int, int]:
    """Where the things are named: from the first to the last piece between punctuation that says more than a plan or column."""
    pieces = list(_SEGMENT.finditer(text))
    first = next((one for one in pieces if names_thing(query, one[0], library)), None)
    if first is None:
        return 0, 0
    last = next((one for one in reversed(pieces) if one is first or names_thing(query, one[0], library)), first)
    return first.start(), last.end()


def names_thing(query: Query, piece: str, library: Library) -> bool:
    """Whether a piece of the question names a row or says what one is about."""
    read = understand(piece, library, query.today)
    if not read.pointer.empty:
        return True
    left = replace(read, role=query.role, plans=read.plans if read.plans is not None else query.plans)
    rest = left.words.outside(left.mentions)
    for name in (*_COLUMNS, "filler.fact", "filler.compare"):
        rest = rest.drop(heard(name))
    return any(word not in RANKS and weight >= 1 for word, weight in rest.content().items())


def _cut(text: str, joints: Sequence[tuple[int, int]]) -> list[str]:
    """The pieces between the joints; what stands before a colon in the first is said of all."""
    edges = [(0, 0), *joints, (len(text), len(text))]
    first, *others = [text[before[1] : after[0]] for before, after in pairwise(edges)]
    topic = _TOPIC.match(first)
    if others and (unit := _IN_UNIT.search(others[-1])):
        first, *others = [piece if piece is others[-1] else f"{piece}{unit[0]}" for piece in (first, *others)]
    return [first, *(f"{topic[0]}{piece}" if topic else piece for piece in others)]


def _parts(query: Query, pieces: Sequence[str], library: Library) -> tuple[Query, ...]:
    """A question for each piece: the column and, where the piece names none, the plans of the whole question."""
    placed = query.has("number", "place", "issuer")
    read = [_untitled(understand(piece, library, query.today), placed=placed) for piece in _numbered(pieces)]
    told = {one.years for one in read if one.years}
    shared = next(iter(told)) if len(told) == 1 else () if told else query.years
    sides = {flag for flag in query.flags if flag.startswith(SIDE)}
    annex = next((one.pointer.annex for one in read if one.pointer.annex), None)
    return tuple(
        replace(
            one,
            intent=Intent.FACT,
            role=query.role,
            roles=(),
            plans=query.plans if one.plans is None else one.plans,
            years=one.years or shared,
            pointer=replace(one.pointer, annex=one.pointer.annex or annex) if one.pointer.ordinal else one.pointer,
            flags=(one.flags | sides) - {"compare"},
        )
        for one in read
    )


def _numbered(pieces: Sequence[str]) -> list[str]:
    """The pieces, a bare number with the noun of the first: "nhiệm vụ 3 | 5 Phụ lục I"."""
    noun = _ROW_NOUN.match(pieces[0])
    return [f"{noun[1]} {piece.strip()}" if noun and _BARE_NUMBER.match(piece) else piece for piece in pieces]


def _untitled(query: Query, *, placed: bool) -> Query:
    """The words of a thing name it even where a plan's title holds them as well, or a level ("diễn tập cấp xã").

    ``placed`` is whether the whole question says otherwise whose plan is meant.
    """
    pointing = tuple(one for one in query.mentions if one.kind != "title" and not (placed and _of_thing(query, one)))
    return replace(query, mentions=pointing, plans=agreed(pointing))


def _of_thing(query: Query, one: Mention) -> bool:
    return one.kind == "level" and query.words.part(one.start, one.start + 1) == _LEVEL


def _fit(query: Query, lookup: Lookup) -> float:
    """How much of a part its best row covers; 1 for a row named by its number, 0 for a bare unit."""
    if query.pointer.ordinal:
        return 1.0
    if query.actors and not query.words.outside(query.actors).content():
        return 0.0
    return lookup.fit(query) if lookup.words(query) else 0.0


_GOES_ON: Final = re.compile(rf"{either('của', 'lần lượt', 'căn cứ', 'dựa vào', 'dựa trên', 'đều')}(?: |$)")
"""Where a plan called by its title goes on to whose it is, or to what is asked of it ("lần lượt căn cứ …")."""


def titled(query: Query, library: Library) -> Iterator[frozenset[int]]:
    """The plans that are named by words of their titles after "kế hoạch", in the order asked."""
    tokens = query.spoken.split()
    plan = sound("kế hoạch").split()
    starts = [n for n in range(len(tokens) - 1) if tokens[n : n + 2] == plan]
    for start, last in pairwise((*starts, len(tokens))):
        goes_on = (n for n in range(start + _TITLE_WORDS + 2, last) if _GOES_ON.match(" ".join(tokens[n : n + 2])))
        end = next(goes_on, last)
        rest = query.words.without((*range(start + 2), *range(end, len(tokens))))
        for name in ("header.signer", "header.number", "header.date", "header.issuer", "filler.header", *_COLUMNS):
            rest = rest.drop(heard(name))
        words = rest.content()
        scores = sorted(
            ((library.cover(words, set(one.title.split())), n) for n, one in enumerate(library.profiles)), reverse=True
        )
        (best, number), *others = scores
        apart = not others or best - others[0][0] >= _TITLE_APART
        if len(words) >= _TITLE_WORDS and best >= _TITLE_LEAST and apart:
            yield frozenset({number})
