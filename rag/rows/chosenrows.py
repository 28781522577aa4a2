"""Rows of tables that give nobody work, chosen by their group, the words of their names and a figure.

"Huyện A có mấy trạm được cải tạo", "dự án nào được bố trí đúng 2.000 triệu đồng", "điểm nào lấy mẫu nhiều lần nhất".
All words of the question must be of a condition, of the table or say nothing: else other parts answer it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from ingest.folding import tone_normal
from rag.answer import Answer, Status
from rag.citations import cite_entry, item, plan_name
from rag.corpus.library import Library
from rag.language.words import Stretch, either, sound
from rag.mentions.conditions import is_annex
from rag.query.asks import OFFICES
from rag.query.question import Query
from rag.rows.plaintables import PlainRow, PlainTable, core_of, level_before, plain_tables
from rag.rows.rowfigures import asked_figure, meeting_figure
from rag.wording import NOTHING_LISTED, NOUN, shorten

_COUNTS: Final = re.compile(rf"\b(?:{either('bao nhiêu', 'mấy')}) (.*)$")
_LISTS: Final = re.compile(
    rf"\b(?:(?:{either('những', 'các', 'toàn bộ', 'tất cả', 'danh sách', 'liệt kê', 'kể tên', 'kể ra')}) )+(.*)$"
)
_WHICH: Final = re.compile(rf"^(.*?) (?:{either('nào', 'gì')})\b")
_USUAL: Final = frozenset(map(sound, ("vị trí", "địa điểm", "điểm")))
"""What rows are called whatever their table calls them, where its title or header says so too."""
_FEW: Final = sound("mấy")
_BAR: Final = "|"
"""Put for words that link and those that only sound like one that asks."""
_LINKS: Final = frozenset(("có", "được", "do", "ở", "tại", "của"))
_LINKS_PLAIN: Final = frozenset(("duoc", "tai"))
"""Words behind which the noun of the rows begins at the earliest, as typed."""
_OWN: Final = 2
"""How surely rows are called by a noun of their table."""
_SHORTEST: Final = 2
"""Syllables of a noun, of a run of words that chooses rows."""
_BY: Final = re.compile(rf"\b{sound('do')} ((?:{OFFICES}) \S+)")
"""Who does something, known to the plans or not."""
_IS_ONE: Final = re.compile(rf"\b{sound('là')}(?: (?:{either('cái', 'chỗ', 'điểm', 'nơi', 'dòng', 'mục')}))?$")
_REACH: Final = 8
"""Words between the noun of the rows and "nào"."""
_SAYING: Final = frozenset(
    sound(
        "được bố trí phân bổ giao cấp duyệt đầu tư rót vốn tiền kinh phí kế hoạch ngân sách thực hiện triển khai làm mua"
        " sắm năm trong của ở tại thuộc theo phụ lục bảng danh mục danh sách liệt kê kể tên ra cho biết có là gồm tổng cộng"
        " số lượng đúng bằng vừa mức mỗi hàng hằng từng này đó mà thì với và những các nào gì mấy bao nhiêu cái loại dòng"
        " đồng triệu tỷ nghìn vậy thế ạ nhỉ nhất phải bị đo lắp đặt xây dựng quyết định hỏi xin giúp em anh chị toàn tỉnh huyện địa bàn nhóm"
    ).split()
)
"""Words that say of rows only that there are such, and of money that there is some."""
_HEADING: Final = 80
"""Characters of a name that a list shows."""


@dataclass(slots=True)
class _Reading:
    """What is left to understand of a question, token by token, and the rows that it may still mean."""

    tokens: Sequence[str]
    rows: list[PlainRow]
    known: set[int] = field(default_factory=set)

    def left(self) -> list[list[int]]:
        """The runs of neighbouring tokens that nothing explains."""
        runs: list[list[int]] = []
        for at in range(len(self.tokens)):
            if at in self.known:
                continue
            if runs and runs[-1][-1] == at - 1:
                runs[-1].append(at)
            else:
                runs.append([at])
        return runs

    def part(self, run: Sequence[int]) -> str:
        return f" {' '.join(self.tokens[at] for at in run)} "


def answer_chosen(query: Query, library: Library) -> Answer | None:
    """The rows of the one table meant that meet every condition; None where no table is meant or more is said."""
    query = query.called or query
    if query.kind or query.quoted or query.pointer.ordinal or query.period or query.pointer.prose or query.aside:
        return None
    tables = [one for one in plain_tables(library) if query.covers(one.plan) and _in_annex(query, one)]
    spoken = _asking(query) if tables else ""
    called = [(one, size) for one in tables if (size := _noun_said(spoken, one))]
    tables = [one for one, size in called if size == max(size for _, size in called)]
    read = [(one, told) for one in tables if (told := _chosen(query, library, one)) is not None]
    found = [one for one in read if one[1]] or read
    if len(found) != 1:
        return None
    rows = found[0][1]
    if not rows and all(size < _OWN for _, size in called):
        return None
    if not rows:
        return Answer(query.typed, Status.NOT_FOUND, NOTHING_LISTED.format(noun=NOUN["row"]))
    return _told(query, library, rows, counts=_counts(spoken, found[0][0]))


def _asking(query: Query) -> str:
    """The words as they sound, with a bar for each that links; typed with its accents "máy" is no "mấy", "cơ" no "có"."""
    typed = [tone_normal(one.typed.lower()) for one in query.words.tokens]
    plain = not query.words.accents
    return " ".join(
        _BAR
        if word in (_LINKS_PLAIN if plain else _LINKS) or not (plain or one.heard != _FEW or word == "mấy")
        else one.heard
        for word, one in zip(typed, query.words.tokens, strict=True)
    )


def _in_annex(query: Query, table: PlainTable) -> bool:
    return is_annex(table.table.annex, query.pointer.annex or "")


def _noun_said(spoken: str, table: PlainTable) -> int:
    """Whether rows of the table are asked for, behind "những", "mấy" and the like or before "nào": `_OWN` by its noun."""
    behind = [found[1].split() for found in (_COUNTS.search(spoken), _LISTS.search(spoken)) if found]
    which = _WHICH.search(spoken)
    before = which[1].split()[-_REACH:] if which else []
    if not (which and _IS_ONE.search(which[1])):  # "công trình được cấp ít vốn nhất là cái nào"
        before = before[len(before) - before[::-1].index(_BAR) :] if _BAR in before else before
    tails = [before[at:] for at in range(len(before))]
    if any(_by_noun(words, table) for words in (*behind, *tails)):
        return _OWN
    named = not table.works and any(
        _by_names(words, table) for words in (*behind, before[-_SHORTEST:], before[-_SHORTEST - 1 :])
    )
    return _OWN - 1 if named else 0


def _counts(spoken: str, table: PlainTable) -> bool:
    """Whether the number of rows is asked for."""
    found = _COUNTS.search(spoken)
    return found is not None and (_by_noun(found[1].split(), table) or _by_names(found[1].split(), table))


def _by_noun(words: Sequence[str], table: PlainTable) -> bool:
    """Whether the words begin with a noun of the table."""
    said = " ".join(words) + " "
    nouns = (" ".join(one.split()[:_SHORTEST]) for one in table.table.nouns if len(one.split()) >= _SHORTEST)
    usual = (one for one in _USUAL if f" {one} " in table.over)
    return any(said.startswith(f"{one} ") for one in (*nouns, *usual))


def _by_names(words: Sequence[str], table: PlainTable) -> bool:
    """Whether the first words name several rows of the table, none of them counted there ("xây 6 | phòng học")."""
    for size in (_SHORTEST + 1, _SHORTEST):
        phrase = f" {' '.join(words[:size])} "
        named = [row.name.partition(phrase)[0].split() for row in table.rows if phrase in row.name]
        if len(words) >= size and len(named) > 1:
            return not any(before and before[-1].isdigit() for before in named)
    return False


def _chosen(query: Query, library: Library, table: PlainTable) -> list[PlainRow] | None:
    """The rows that meet the conditions said; None where none is of a group, a figure or a cell, or words are left."""
    reading = _Reading([token.heard for token in query.words.tokens], list(table.rows))
    figure = asked_figure(query, reading.tokens, table)
    if figure is None:
        return None
    reading.known |= figure.tokens
    if not table.works and _of_other_level(reading.tokens, table):
        return []
    grouped = not table.works and _take_group(reading, table)
    if not (grouped or figure.asked or not table.works):
        return None
    doer = _BY.search(" ".join(reading.tokens))
    if doer and not any(f" {doer[1]} " in row.words for row in table.rows):
        return None if table.works else []
    if any(not _is_printed(reading, one, table) for one in query.actors):
        return None  # somebody's work is asked for
    _take_known(reading, query, library, table)
    by_cell = _take_words(reading, library, table)
    if by_cell is None or not (grouped or figure.asked or by_cell):
        return None
    return meeting_figure(reading.rows, figure)


def _take_group(reading: _Reading, table: PlainTable) -> bool:
    """Keep the rows of the group that is named whole or by its proper name, unless the name goes on as a row's does."""
    best: tuple[int, str, range] = (0, "", range(0))
    said: list[tuple[str, range]] = []
    for heading in table.headings:
        level, core = core_of(heading)
        for name in filter(None, (heading, core)):
            words = name.split()
            for at in _places(reading.tokens, words):
                before = level_before(" ".join(reading.tokens[max(0, at - _SHORTEST) : at]))
                other = name == core and before not in ("", level)
                whole = range(at - (len(level.split()) if name == core and before == level else 0), at + len(words))
                if other or len(words) < _SHORTEST or _longer_in_rows(reading.tokens, whole, table):
                    continue
                said.append((heading, whole))
                if len(whole) > best[0]:
                    best = (len(whole), heading, whole)
    if not best[0]:
        return False
    if any(not set(one) & set(best[2]) for heading, one in said if heading != best[1]):
        return False  # two groups side by side are compared
    named = [one for one in table.headings if one == best[1] or core_of(one)[1] == core_of(best[1])[1] != ""]
    if len(named) > 1 and " ".join(reading.tokens[at] for at in best[2]) != best[1]:
        return False  # two groups bear the one proper name
    reading.known |= set(best[2])
    reading.rows = [row for row in reading.rows if best[1] in row.groups]
    return True


def _is_printed(reading: _Reading, actor: Stretch, table: PlainTable) -> bool:
    """Whether what reads like an office is the group named or is printed in a row."""
    said = f" {' '.join(reading.tokens[actor.start : actor.end])} "
    return set(range(actor.start, actor.end)) <= reading.known or any(said in row.words for row in table.rows)


def _of_other_level(tokens: Sequence[str], table: PlainTable) -> bool:
    """Whether the proper name of a group is said of a place of another level ("xã A" of "HUYỆN A") that nothing prints."""
    for level, core in map(core_of, table.headings):
        for at in _places(tokens, core.split()) if core else ():
            before = level_before(" ".join(tokens[max(0, at - _SHORTEST) : at]))
            said = f" {before} {core} "
            printed = said in table.over or any(said in row.words for row in table.rows)
            if before not in ("", level) and not printed and f"{before} {core}" not in table.headings:
                return True
    return False


def _places(tokens: Sequence[str], words: Sequence[str]) -> list[int]:
    return [at for at in range(len(tokens) - len(words) + 1) if list(tokens[at : at + len(words)]) == list(words)]


def _longer_in_rows(tokens: Sequence[str], at: range, table: PlainTable) -> bool:
    """Whether a row prints the words with the one before or behind them: "trường A | ở xã B" names a row's thing."""
    longer = (tokens[max(0, at.start - 1) : at.stop], tokens[at.start : at.stop + 1])
    runs = (f" {' '.join(one)} " for one in longer if len(one) > len(at))
    return any(run in row.words for run in runs for row in table.rows)


def _take_known(reading: _Reading, query: Query, library: Library, table: PlainTable) -> None:
    """Set aside the names of plans, what the table's title and header say of all rows, and words that say nothing."""
    tokens, content = reading.tokens, query.words.content()
    profile = library.profiles[table.plan]
    for one in query.mentions:
        if one.kind != "actor" and (not one.plans or table.plan in one.plans):
            reading.known |= {
                at for at in range(one.start, one.end) if not any(f" {tokens[at]} " in row.name for row in table.rows)
            }
    for at in range(len(tokens)):
        pair = f" {' '.join(tokens[at : at + _SHORTEST])} "
        some = [row for row in table.rows if pair in row.words]
        if pair in table.over and len(tokens) > at + 1 and len(some) in (0, len(table.rows)):
            reading.known |= {at, at + 1}
    over = set(table.over.split())
    for at, word in enumerate(tokens):
        light = content.get(word, 0.0) < 1.0 or word in _SAYING
        year = word.isdigit() and int(word) in query.years
        if (light or year or word in over or word in profile.own_words) and not _is_in_run(reading, at, table):
            reading.known.add(at)


def _is_in_run(reading: _Reading, at: int, table: PlainTable) -> bool:
    """Whether the word and a neighbour that is not understood stand side by side in some but not all rows."""
    pairs = ((one, one + 1) for one in (at - 1, at) if one >= 0 and one + 1 < len(reading.tokens))
    for first, second in pairs:
        if not {first, second} & reading.known:
            phrase = f" {reading.tokens[first]} {reading.tokens[second]} "
            if 0 < sum(phrase in row.words for row in table.rows) < len(table.rows):
                return True
    return False


def _take_words(reading: _Reading, library: Library, table: PlainTable) -> bool | None:
    """Keep the rows that print what is left, run by run; whether some was said as printed; None where some is of no row."""
    by_cell = False
    cells = {f" {one} " for row in table.rows for _, text in row.cells for one in (sound(text), library.hear(text))}
    for run in reading.left():
        part = reading.part(run)
        if not any(all(f" {word} " in row.words for word in part.split()) for row in table.rows):
            return None
        whole = [row for row in reading.rows if part in row.words]
        by_cell = by_cell or (len(run) >= _SHORTEST and (part in cells or bool(whole)))
        reading.rows = whole or [row for row in reading.rows if all(f" {word} " in row.words for word in part.split())]
    return by_cell


def _told(query: Query, library: Library, rows: Sequence[PlainRow], *, counts: bool) -> Answer:
    found = [row.entry for row in rows]
    plan = library.plans[found[0].plan]
    listed = "" if counts else ": " + "; ".join(f"{one.locator} – {shorten(one.name, _HEADING)}" for one in found)
    return Answer(
        query.typed,
        Status.ANSWERED,
        f"{len(found)} {NOUN['row']} ({plan_name(plan)}){listed}.",
        (str(len(found)),) if counts else (),
        tuple(item(plan, one) for one in found),
        tuple(cited for one in found for cited in cite_entry(plan, one)),
    )
