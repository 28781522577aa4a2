"""Rows asked for by what the plan calls them: "những đề án nào", "có mấy hội thảo", where "nhiệm vụ" is not said.

An annex tells it by its title ("Danh mục đề án ưu tiên"), by the words that open the names of its rows, or by the header of
a column before these ("Vị trí").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ingest.folding import fold, tone_normal
from ingest.plan import SectionKind
from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.words import Words, either, sound
from rag.query.telegrams import THINGS

_COUNTED: Final = frozenset(map(sound, ("mấy", "bao nhiêu", "nhiêu", "những", "các", "mọi", "kê", "kể")))
"""Words that several of a kind follow."""
_NUMBERED: Final = [[sound(one)] for one in ("số", "ngày", "thứ", "hạng")]
"""Before "mấy" they ask for a number or a day, not for how many of what follows: "số mấy, ban hành ngày nào"."""
_ASKS_WHO: Final = re.compile(
    rf"(?:\b(?:{'|'.join(map(sound, ('vụ', 'sở', 'phòng', 'ban', 'cục', 'viện', 'đơn vị', 'cơ quan', 'ngành', 'bên')))})"
    rf" {sound('nào')}|\bai) (?:{'|'.join(map(sound, ('chủ trì', 'phối hợp', 'thực hiện', 'phụ trách', 'đầu mối')))})\b"
)
"""Asks which offices do something: of what, other words say, be they several things ("các đề án A do vụ nào chủ trì")."""
_EVERY, _TURN = sound("mọi"), sound("đổi")
_FEW: Final = sound("mấy")
_WHICH, _ALL = sound("nào"), sound("các")
_GROUP: Final = sound("nhóm")
_JOINED: Final = frozenset(map(sound, ("và", "hoặc", "hay")))
_LONGEST, _SHORTEST = 4, 2
"""Syllables of a noun."""
_ROWS: Final = 2
"""Rows whose names open with it make a noun of some words."""
_THINGS: Final = frozenset(sound(one) for one in (*THINGS.split("|"), "nhiệm vụ trọng tâm"))
_OTHERS: Final = frozenset(
    map(
        sound,
        (
            "đơn vị",
            "cơ quan",
            "báo cáo",
            "kết quả",
            "mục tiêu",
            "thời hạn",
            "phụ lục",
            "danh mục",
            "kế hoạch",
            "địa phương",
        ),
    )
)
"""What is asked for in its own right, whatever the rows are called."""
_TITLE: Final = re.compile(
    rf"^(?:phu luc )?(?:\S+ )?(?:{sound('danh mục')}|{sound('bảng')}|{sound('lịch')}|{sound('danh sách')}) (.+)"
)
_TITLE_REACH: Final = 6
"""Words of a title's beginning that may tell what its rows are."""
_DOCUMENT: Final = sound("văn bản")
_DOCUMENTS: Final = frozenset(
    map(sound, ("nghị định", "thông tư", "quyết định", "nghị quyết", "chỉ thị", "dự án luật"))
)
"""Rows that are documents to be drawn up are called so, each by its sort, where somebody's work is asked for."""
_DRAWN_UP: Final = tuple(
    tuple(sound(one).split())
    for one in ("chủ trì", "xây dựng", "soạn thảo", "tham mưu", "phối hợp", "ban hành", "phải trình")
)
_DOCUMENT_COLUMN: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('hình thức', 'loại', 'thể loại', 'tên')))}) {_DOCUMENT}\b"
)
"""Heads a column that says what sort of document each row is to be."""
_STILL: Final = rf"(?:{'|'.join(map(sound, ('phải', 'cần', 'sẽ', 'được', 'đến hạn', 'còn')))}) "
_DRAWING_UP: Final = "|".join(
    map(sound, ("trình", "ban hành", "xây dựng", "soạn thảo", "tham mưu", "xong", "hoàn thành", "ký"))
)
_DRAWN_UP_LATER: Final = re.compile(rf"{_WHICH} (?:{_STILL})*(?:{_DRAWING_UP})\b")
"""Right behind "những văn bản": the documents are work to be done."""
_ASKED_FOR: Final = re.compile(
    rf"\b(?:(?:{'|'.join(map(sound, ('mấy', 'bao nhiêu', 'những', 'các', 'mọi')))}) (?:{'|'.join(sorted(_DOCUMENTS))})(?: {_WHICH})?"
    rf"|(?:{'|'.join(sorted(_DOCUMENTS))}) {_WHICH}) (?:{_STILL})*(?:{_DRAWING_UP})\b"
    rf"|(?:{_STILL})(?:{_DRAWING_UP}) (?:{'|'.join(map(sound, ('mấy', 'bao nhiêu', 'những', 'các')))}) (?:{'|'.join(sorted(_DOCUMENTS))}) {_WHICH}\b"
)
"""Documents asked for as work to be done, not as those that a plan cites: "những nghị quyết nào phải trình"."""
_APART: Final = 3
"""Rows that a column must tell apart to be what they are called by."""
_PROSE: Final = ""
"""Where rows stand that no annex holds."""
_BOUND: Final = either("tối thiểu", "ít nhất", "tối đa", "không quá", "nhiều nhất")
_DONE: Final = either(
    *(
        "phải",
        "cần",
        "được",
        "có",
        "là",
        "gửi",
        "nộp",
        "trình",
        "đề xuất",
        "đăng ký",
        "đặt",
        "lập",
        "mở",
        "làm",
        "đạt",
        "xây dựng",
    ),
    *(
        "tổ chức",
        "thực hiện",
        "hoàn thành",
        "giới thiệu",
        "cử",
        "ra",
        "giao",
        "hỗ trợ",
        "triển khai",
        "chọn",
        "tham gia",
    ),
)
_OF_FIGURE: Final = re.compile(
    rf"\b(?:(?:{_BOUND})(?: (?:{_DONE})){{0,3}}|{either('đạt', 'làm được', 'thực hiện được', 'hoàn thành được')})"
    rf" (?:{sound('là')} )?(?:{either('mấy', 'bao nhiêu')})\b(?! (?:{either('lần', 'kỳ', 'ngày', 'tháng', 'báo cáo')})\b)"
)
"""Before a noun they ask for the figure that a row sets, not for rows nor reports."""
_Place = tuple[int, str]


def asks_figure(spoken: str) -> bool:
    """Whether a bound or what is attained stands before "mấy": "tối thiểu mấy đề xuất", "làm được bao nhiêu cơ sở"."""
    return _OF_FIGURE.search(spoken) is not None


def are_drawn_up(spoken: str) -> bool:
    """Whether documents are asked for that are work to be done."""
    return _ASKED_FOR.search(spoken) is not None


def nouns_said(words: Words, library: Library, plans: frozenset[int] | None) -> tuple[tuple[int, int], ...]:
    """The stretches of tokens that say what the rows of the plans meant are called; none where nothing says so."""
    tokens = [token.heard for token in words.tokens]
    known = _known(library, plans)
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        size = _size_at(tokens, at, known)
        new = at > 0 and _is_new(words, at - 1)
        if size and not found and _is_matter(tokens, at, size, library):
            at += size
        elif size and (
            (not new and _is_asked(tokens, at, at + size, known)) or (found and _follows(tokens, found[-1][1], at))
        ):
            found.append((at, at + size))
            at += size
        else:
            at += 1
    return tuple(found)


def _is_new(words: Words, at: int) -> bool:
    """Whether what sounds like "mọi" there is another word: "đổi mới | sáng tạo"."""
    token = words.tokens[at]
    if token.heard != _EVERY:
        return False
    return token.typed != "mọi" if words.accents else words.part(max(0, at - 1), at) == _TURN


def _size_at(tokens: Sequence[str], at: int, known: Mapping[str, bool]) -> int:
    """How many tokens from there on are the longest noun known, 0 for none."""
    sizes = range(min(_LONGEST, len(tokens) - at), _SHORTEST - 1, -1)
    size = next((size for size in sizes if " ".join(tokens[at : at + size]) in known), 0)
    if not size and tokens[at] == _GROUP:  # "nhóm dữ liệu" where the rows are data
        within = _size_at(tokens, at + 1, known) if at + 1 < len(tokens) else 0
        return within + 1 if within else 0
    return size


def _is_asked(tokens: Sequence[str], start: int, end: int, known: Mapping[str, bool]) -> bool:
    """Whether several are asked for: "những … nào", "mấy …"; a bare "… nào" where an annex's title says the noun."""
    counted = tokens[max(0, start - 1) : start]
    if counted == [_ALL] and tokens[end : end + 1] != [_WHICH] and _ASKS_WHO.search(" ".join(tokens)):
        return False
    if counted and counted[0] in _COUNTED:
        if " ".join(tokens[start:end]) == _DOCUMENT:
            drawn_up = tuple(tokens[max(0, start - 3) : start - 1]) in _DRAWN_UP
            return drawn_up or _DRAWN_UP_LATER.match(" ".join(tokens[end:])) is not None
        return counted[0] != _FEW or tokens[max(0, start - 2) : start - 1] not in _NUMBERED
    return known.get(" ".join(tokens[start:end]), False) and _WHICH in tokens[end : end + 1]


def _is_matter(tokens: Sequence[str], at: int, size: int, library: Library) -> bool:
    """Whether the words only tell the matter of rows named right before: "nhiệm vụ | cải tạo trường" of "lịch thi công cải tạo trường"."""
    things = any(" ".join(tokens[max(0, at - n) : at]) in _THINGS for n in range(1, _LONGEST + 1))
    return things and " ".join(tokens[at : at + size]) in _matters(library)


@once
def _matters(library: Library) -> frozenset[str]:
    """What stands only inside of titles of lists, begins none of their parts and opens no rows' names."""
    every = _nouns(library).values()
    inside = {noun for own in every for noun, told in own.items() if told}
    begun = {
        " ".join(part[:size])
        for rows in _annexes(library).values()
        for part in _listed(library, rows[0])
        for size in range(1, _LONGEST + 1)
    }
    return frozenset(inside - begun)


def _follows(tokens: Sequence[str], last: int, at: int) -> bool:
    """Whether the noun is set beside the one before: "đề án, dự án"."""
    return at == last or (at == last + 1 and tokens[last] in _JOINED)


def _known(library: Library, plans: frozenset[int] | None) -> Mapping[str, bool]:
    """The nouns of the plans meant, each with whether a title tells it; without plans meant those of one plan only."""
    if plans is None:
        return _own_nouns(library)
    every = _nouns(library)
    return {noun: told for number in plans for noun, told in every.get(number, {}).items()}


@once
def _own_nouns(library: Library) -> Mapping[str, bool]:
    """The nouns that only one plan calls its rows."""
    every = _nouns(library).values()
    owners = Counter(noun for own in every for noun in own)
    return {noun: told for own in every for noun, told in own.items() if owners[noun] == 1}


_PLURAL: Final = frozenset(map(sound, ("các", "những", "mọi", "mấy")))


@once
def _nouns(library: Library) -> Mapping[int, dict[str, bool]]:
    """What the rows of each plan are called, each with whether an annex's title tells it."""
    found: dict[int, dict[str, bool]] = {}
    for (number, _), rows in _annexes(library).items():
        openings = Counter(one for row in rows for one in _openings(library, row))
        own = {one: False for one, count in openings.items() if count >= _ROWS}
        if sum(openings[one] for one in _DOCUMENTS) >= _ROWS or sum(map(_is_document, rows)) >= _ROWS:
            own[_DOCUMENT] = False
        own |= dict.fromkeys((one for one in _headed(rows) if one not in own), False)
        own |= dict.fromkeys(_titled(library, rows[0]), True)
        found.setdefault(number, {}).update({one: told for one, told in own.items() if _may_be_noun(one)})
    return found


@once
def _annexes(library: Library) -> Mapping[_Place, list[Entry]]:
    found: dict[_Place, list[Entry]] = {}
    for entry in library.entries:
        if entry.kind == "task" and entry.parent is None:
            found.setdefault((entry.plan, entry.annex or _PROSE), []).append(entry)
    return found


def _is_document(row: Entry) -> bool:
    """Whether a column of its table says what sort of document the row is to be."""
    return any(cell.text and _DOCUMENT_COLUMN.search(sound(header)) for header, cell in row.other)


def _may_be_noun(words: str) -> bool:
    """Whether rows may be called so: a year or a number is no noun ("nhiệm vụ năm 2026"), nor what makes one several."""
    if words.split(maxsplit=1)[0] in _PLURAL or any(map(str.isdigit, words.split())):
        return False
    return not any(words == one or words.startswith(f"{one} ") for one in (*_THINGS, *_OTHERS))


def _openings(library: Library, entry: Entry) -> Iterator[str]:
    """The first words of a row's name, behind its number; of "nhóm thủ tục …" those behind the "nhóm" as well."""
    words = [word for word in library.hear(entry.name).split() if not word.isdigit()]
    if words[:1] == [_GROUP]:
        yield from (" ".join(words[:size]) for size in range(_SHORTEST, min(_LONGEST, len(words)) + 1))
        words = words[1:]
    yield from (" ".join(words[:size]) for size in range(_SHORTEST, min(_LONGEST, len(words)) + 1))


def _titled(library: Library, entry: Entry) -> Iterator[str]:
    """What the title over a row may call its rows: words side by side in the first of a list's title."""
    for words in _listed(library, entry):
        for at in range(len(words)):
            sizes = range(_SHORTEST, min(_LONGEST, len(words) - at) + 1)
            yield from (" ".join(words[at : at + size]) for size in sizes)


def _headed(rows: Sequence[Entry]) -> tuple[str, ...]:
    """The header of the first column, where that tells the rows apart and stands before what is to be done there ("Vị trí")."""
    first = [row.other[0] for row in rows if row.other]
    heads = {sound(header) for header, _ in first}
    told = {cell.text for _, cell in first if cell.text}
    if len(heads) != 1 or not len(told) == len(first) == len(rows) >= _APART:
        return ()
    cell, name = first[0][1], rows[0].field("name")
    ahead = bool(cell.spans and name.spans) and cell.spans[0].start < name.spans[0].start
    return tuple(one for one in heads if ahead and _SHORTEST <= len(one.split()) <= _LONGEST)


def _listed(library: Library, entry: Entry) -> Iterator[list[str]]:
    """The first words of each part of the title over a row, where that is a list's."""
    for section in library.plans[entry.plan].sections:
        if (
            section.kind in (SectionKind.ANNEX, SectionKind.ANNEX_TITLE)
            and section.locator.partition("/")[0] == entry.annex
        ):
            parts = [library.hear(part) for part in re.split(r"[,;]", section.heading)]
            named = _TITLE.match(parts[0])
            for part in [named[1], *parts[1:]] if named else ():
                yield part.split()[:_TITLE_REACH]


def are_of_table(nouns: Sequence[str], library: Library) -> bool:
    """Whether the title or first header of an annex says one of the nouns: no part of the prose is called so."""
    own = ({*_titled(library, rows[0]), *_headed(rows)} for (_, annex), rows in _annexes(library).items() if annex)
    return bool(nouns) and any(not known.isdisjoint(nouns) for known in own)


def are_called(rows: Sequence[Entry], nouns: Sequence[str], library: Library) -> list[Entry]:
    """The rows that one of the nouns opens the name of; all those of an annex whose title or first header says a noun that opens none."""
    opened = _opened(rows, nouns, library)
    places = {(row.plan, row.annex) for row in opened}
    titled = {
        (number, annex)
        for (number, annex), own in _annexes(library).items()
        if (number, annex) not in places and set(nouns) & {*_titled(library, own[0]), *_headed(own)}
    }
    kept = {row.order for row in opened}
    return [row for row in rows if row.order in kept or (row.plan, row.annex) in titled]


def _opened(rows: Sequence[Entry], nouns: Sequence[str], library: Library) -> list[Entry]:
    """The rows whose names a noun opens, whole or, where it opens none, by the first words that open most of the rows."""
    found: list[Entry] = []
    for noun in nouns:
        if noun == _DOCUMENT:
            found += [row for row in rows if _is_document(row) or _DOCUMENTS.intersection(_openings(library, row))]
        words = noun.removeprefix(f"{_GROUP} ").split()
        for size in range(len(words), _SHORTEST - 1, -1):
            said = " ".join(words[:size])
            held = [row for row in rows if said in _openings(library, row)]
            if held and (size == len(words) or 2 * len(held) > len(rows)):
                found += held
                break
    return found


def put_plainly(words: Words, said: Sequence[tuple[int, int]], typed: str) -> str:
    """The question with "nhiệm vụ" for what the rows are called, as typed where the words cannot be told apart in it."""
    noun = "nhiệm vụ" if words.accents else fold("nhiệm vụ")
    tokens = [token.typed for token in words.tokens]
    start, end = said[0][0], said[-1][1]
    size = end - start
    before = sum(tokens[at : at + size] == tokens[start:end] for at in range(start))
    pattern = r"\W+".join(re.escape(one) for one in tokens[start:end])
    shown = tone_normal(typed)
    places = [*re.finditer(rf"(?<!\w){pattern}(?!\w)", shown)] if len(shown) == len(typed) else []
    if len(places) <= before:
        return typed
    place = places[before]
    return f"{typed[: place.start()]}{noun}{typed[place.end() :]}"
