"""Lines that a narrow column broke, put back together; a word that was cut itself is made whole.

A renderer cuts a word only where it alone is wider than its column. So where full lines of one word follow each other,
their pieces are cut into words anew: into those that the document prints elsewhere, else into syllables.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from ingest.readers.sheet import Line, Place, raised
from ingest.syllables import is_syllable

_PADDING = 6.0  # points between the words of a cell and its edge, at most
_LETTER = 0.75  # of a letter's size: room that no further letter fits in
_TALL = 1.2  # the height of a line's box over the size of its letters
_NOTE_SIZE = 0.75  # of the size of the words above: the mark of a footnote that fell on a line of its own
_WIDE = 4  # words on a line that cuts none of them
_CLOSES = ").,;:!?”"
_HYPHENED = re.compile(r"\w[-–/]$")
_HYPHEN = re.compile(r"[-–/]\w")
_FIGURE = re.compile(r"\(?\d{1,4}(?:[/.,–-]\d{1,4})*[/.,;)–-]*")
_WORD = re.compile(r"[^\W\d_]+")
_PARTS = re.compile(r"\w+")
_LONGEST_FIGURE, _LONGEST_ACRONYM = 4, 6
_EDGES = "().,;:!?“”\"'"
_KNOWN, _FORMED, _STRANGE = 1.0, 2.0, 6.0  # what a word costs: one the document prints, a syllable, any other
_TITLES = (
    "tt stt ghi chú thời gian hạn hoàn thành chủ trì phối hợp cơ quan đơn vị kết quả sản phẩm nhiệm vụ nội dung tên "
    "chỉ tiêu tính thực hiện dự kiến cách thức"
)  # words of column headers, which are the narrowest cells

Vocabulary = Mapping[str, int]
"""How often the running text of a document prints each word, in small letters."""


def vocabulary(lines: Iterable[Line]) -> Vocabulary:
    """The words of lines that are wide enough not to cut any, and those of column headers."""
    inner = (word.text.lower() for line in lines if len(line.words) >= _WIDE for word in line.words[1:-1])
    return Counter(_TITLES.split()) + Counter(found.group() for word in inner for found in _WORD.finditer(word))


def text_of(lines: Sequence[Line], column: Place, known: Vocabulary) -> str:
    """The words of lines that stand in one column: joined by a space, or by nothing where a word runs on."""
    words = [line.text.split(" ") for line in lines]
    joined = [
        _runs_on(above, below, spaced=line.spaced, full=_is_full(line, column))
        for line, (above, below) in zip(lines, pairwise(words), strict=False)
    ]
    for first, last in _chains(lines, words, joined, column, known=known):
        pieces = [words[first][-1], *(words[n][0] for n in range(first + 1, last + 1))]
        for number in _uncut(pieces, known):
            joined[first + number] = True
    text = lines[0].text if lines else ""
    for above, line, joins in zip(lines, lines[1:], joined, strict=False):
        mark = len(line.words) == 1 and line.size < _NOTE_SIZE * above.size
        printed = raised(line.text) if mark else line.text
        text += printed if joins else f" {printed}"
    return text


def _runs_on(above: Sequence[str], below: Sequence[str], *, spaced: bool, full: bool) -> bool:
    """Whether a line goes on without a space by its marks alone: after or before a hyphen, before a closing mark."""
    if below[0][0] in _CLOSES or (full and len(above) == 1 and _HYPHEN.match(below[0])):
        return True
    return not spaced and bool(_HYPHENED.search(above[-1])) and below[0][0].isalnum()


def _chains(
    lines: Sequence[Line], words: Sequence[Sequence[str]], joined: Sequence[bool], column: Place, *, known: Vocabulary
) -> list[tuple[int, int]]:
    """The runs of lines, first and last, between which words may be cut."""
    chains: list[tuple[int, int]] = []
    for number, (line, own) in enumerate(zip(lines[:-1], words, strict=False)):
        tail = own[-1].strip(_EDGES).lower()
        alone = len(own) == 1 or (tail.isalpha() and tail not in known)
        if joined[number] or line.spaced or not alone or not _is_full(line, column):
            continue
        if chains and chains[-1][1] == number and len(own) == 1:
            chains[-1] = chains[-1][0], number + 1
        else:
            chains.append((number, number + 1))
    return chains


def _is_full(line: Line, column: Place) -> bool:
    return column.width - line.box.width < 2 * _PADDING + _LETTER * line.size / _TALL


def _uncut(pieces: Sequence[str], known: Vocabulary) -> list[int]:
    """The pieces after which nothing parts them from the next, for the likeliest words; ties leave pieces apart."""
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    for end in range(1, len(pieces) + 1):
        options = [
            (best[start][0] + _cost("".join(pieces[start:end]), known), [*best[start][1], *range(start, end - 1)])
            for start in range(max(0, end - 8), end)
        ]
        best.append(min(options, key=lambda option: (option[0], len(option[1]))))
    return best[-1][1]


def _cost(word: str, known: Vocabulary) -> float:
    parts = [] if _FIGURE.fullmatch(word) else _PARTS.findall(word)
    return sum(_part_cost(part, known) for part in parts) + max(0, len(parts) - 1) if parts else _KNOWN


def _part_cost(part: str, known: Vocabulary) -> float:
    if part.lower() in known or (part.isdigit() and len(part) <= _LONGEST_FIGURE):
        return _KNOWN
    acronym = part.isupper() and len(part) <= _LONGEST_ACRONYM
    one_case = part.islower() or part.isupper() or part.istitle()
    return _FORMED if acronym or (one_case and is_syllable(part)) else _STRANGE


def cut_between(above: Line, line: Line, column: Place, known: Vocabulary) -> bool:
    """Whether a word is cut between the last line of a cell and the first one of its rest on the next page."""
    joined = text_of([above, line], column, known)
    return " " not in joined[len(above.text) : len(above.text) + 1]
