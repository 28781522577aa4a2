"""Tables that white space alone parts: found under their header, and given the rulings that nobody drew.

A header tells where the columns stand; between two of its titles the gutter is the strip that the lines below leave
free. Rows begin at row numbers, at level rulings where some are drawn, or where the lines stand further apart. A line
that runs over gutters is a group's title; several of them, or one that no row number opens, are prose and end the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.columns import is_header
from ingest.numerals import Numbering, read_ordinal
from ingest.readers.gutters import (
    Strip,
    columns_of,
    crosses,
    is_numbered,
    pieces_of,
    row_starts,
    strip_beside,
    strip_in,
    strip_left,
)
from ingest.readers.sheet import Line, Place, Ruling, Sheet, Word, around, line_of, lines_of

_STRIP = 4.0  # points that a gutter leaves free at least
_MARGIN = 4.0  # points between the outermost words and the edges of a table
_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 2
_MOST_SPANNING = 2  # lines on end over gutters; more of them are prose
_TURNS = 4  # each leaves fewer lines of prose to blur the gutters
_MOST_CROSSED = 0.34  # of the lines under a header: so many may run over gutters
_HEADER_STEP, _HEADER_LINES = 1.9, 5  # of a line's height between lines of a header; how many it has at most
_FAR = 2.6  # of a line's height: white space that ends a table
_SKIPPED = 2  # lines above or under a table that runs over a page's end: page number, running head
_EDGE = 0.12  # of a page's height, in which those stand
_MOST_AT_FOOT = 6  # lines under a header at the foot of a page that are too few rows to tell a table
_MOST_UNTITLED = 2  # columns without a title
_RULED = 0.8  # of a table's width: a level ruling that parts its rows
_TITLES = frozenset({"TT", "STT", "SỐ TT", "SỐ THỨ TỰ"})
_PAGE_NUMBER = re.compile(r"\W*(?:Trang )?\d{1,3}(?:/\d{1,3})?\W*", re.IGNORECASE)
_ENDS = re.compile(r"Nơi nhận|PHỤ LỤC|CỘNG H|ĐẢNG CỘNG SẢN|TM\. |KT\. |TL\. ", re.IGNORECASE)


@dataclass(slots=True)
class _Columns:
    """The gutters and the outer edges of one table over all its pages."""

    strips: list[Strip]
    left: float
    right: float

    def takes(self, strips: Sequence[Strip], place: Place) -> bool:
        """Narrow the gutters to what another page leaves free as well; False, and nothing done, where that is nothing."""
        both = [(max(a, c), min(b, d)) for (a, b), (c, d) in zip(self.strips, strips, strict=False)]
        if len(strips) != len(self.strips) or any(end - start < _STRIP for start, end in both):
            return False
        self.strips, self.left, self.right = both, min(self.left, place.x0), max(self.right, place.x1)
        return True

    @property
    def edges(self) -> list[float]:
        """The places of all upright rulings."""
        inner = [(start + end) / 2 for start, end in self.strips]
        return [self.left - _MARGIN, *inner, self.right + _MARGIN]


@dataclass(frozen=True, slots=True)
class _Header:
    """The titles of a table: their lines, the place of each column's, and those over several columns with their line."""

    lines: tuple[Line, ...]
    columns: tuple[Place, ...]
    spanning: tuple[tuple[Place, int], ...] = ()


@dataclass(slots=True)
class _Piece:
    """The part of a table that stands on one page."""

    columns: _Columns
    header: _Header | None
    body: list[Line]
    rules: list[float] = field(default_factory=list)


def with_rulings(pages: Sequence[tuple[Sheet, Sequence[Word]]]) -> dict[int, Sheet]:
    """The sheets that hold tables without rulings, with rulings for them, by their turn.

    ``pages`` are all sheets of a file, each with its words outside the tables that are ruled.
    """
    found: dict[int, Sheet] = {}
    held: dict[int, list[_Piece]] = {}
    runs_on: _Columns | None = None
    laid = [lines_of(free) for _, free in pages]
    for number, (sheet, _) in enumerate(pages):
        lines, below = laid[number], laid[number + 1] if number + 1 < len(pages) else []
        pieces = list(_on_page(lines, sheet, runs_on, below))
        runs_on = pieces[-1].columns if pieces and _reaches_foot(pieces[-1], lines) else None
        held[number] = pieces
    for number, pieces in held.items():  # once all pages have narrowed the gutters
        if pieces:
            found[number] = _ruled(pages[number][0], pieces)
    return found


def _on_page(lines: Sequence[Line], sheet: Sheet, above: _Columns | None, below: Sequence[Line]) -> Iterator[_Piece]:
    """The tables among the lines of a page; ``above`` are the columns of one that runs on from the page before.

    ``below`` are the lines of the page after it, which may hold most of a table that begins at this one's foot.
    """
    at = 0
    if above is not None:
        at = next((n for n, line in enumerate(lines[:_SKIPPED]) if not _is_margin(line, sheet, above.strips)), _SKIPPED)
        piece = _going_on(lines[at:], above) if _header_at(lines, at) is None else None
        if piece is not None:
            yield _with_rules(piece, sheet)
            at += len(piece.body)
    while at < len(lines):
        header = _header_at(lines, at)
        rest = lines[at + len(header.lines) :] if header else []
        piece = (_under(header, rest) or _at_foot(header, rest, below, sheet)) if header else None
        if header is None or piece is None:
            at += 1
            continue
        if above is not None and above.takes(piece.columns.strips, around([line.box for line in piece.body])):
            piece.columns = above
        yield _with_rules(piece, sheet)
        above = None
        at += len(header.lines) + len(piece.body)


def _is_margin(line: Line, sheet: Sheet, strips: Sequence[Strip]) -> bool:
    """Whether a line at the head of a page is its number or running head and no row."""
    return line.box.y1 < _EDGE * sheet.height and len(pieces_of(line)) < 2 and not is_numbered(line, strips)


def _reaches_foot(piece: _Piece, lines: Sequence[Line]) -> bool:
    last = (piece.body or piece.header.lines if piece.header else piece.body)[-1].box.y1
    return sum(line.box.y0 >= last for line in lines) <= _SKIPPED


def _header_at(lines: Sequence[Line], at: int) -> _Header | None:
    """The header whose first line is the one with this number."""
    near = [lines[at]] if at < len(lines) else []
    for line in lines[at + 1 : at + _HEADER_LINES]:
        if line.box.y1 - near[-1].box.y1 > _HEADER_STEP * max(line.size, near[-1].size):
            break
        near.append(line)
    titled = next((n for n, line in enumerate(near) if _is_titled(line)), None)
    if titled is None or (titled and len(pieces_of(near[0])) < 2 and not (near[0].bold and near[titled].bold)):
        return None
    first = pieces_of(near[titled])[0]
    numbered = first.text.upper() in _TITLES
    end = titled + 1
    while numbered and end < len(near) and near[end].bold == near[titled].bold and not _numbers(near[end], first.box):
        end += 1
    found = _titles(near[:end], titled)
    over = around([first.box]).x1
    if titled and min(line.box.x0 for line in near[:titled]) < over:  # a caption, no title beside that of the numbers
        return None
    return found if len(found.columns) >= _FEWEST_COLUMNS else None


def _is_titled(line: Line) -> bool:
    pieces = [piece.text for piece in pieces_of(line)]
    return len(pieces) > 1 and (pieces[0].upper() in _TITLES or (len(pieces) >= _FEWEST_COLUMNS and is_header(pieces)))


def _numbers(line: Line, title: Place) -> bool:
    """Whether a line begins with a row number under its title."""
    first = line.words[0]
    ordinal = read_ordinal(first.text).kind not in {Numbering.WORD, Numbering.NONE}
    return ordinal and first.box.x0 < title.x1 + title.width and first.box.x1 > title.x0 - title.width


def _titles(lines: Sequence[Line], titled: int) -> _Header:
    """The columns that the pieces of a header's lines stand for, those one below the other put together.

    ``titled`` is the number of the line that titles most: what stands between two of its titles belongs together.
    """
    held = [(piece.box, number) for number, line in enumerate(lines) for piece in pieces_of(line)]
    beside = [box for box, number in held if number == titled]
    spanning = []
    reach: dict[Place, Place] = {}  # of a title over several columns: its own place and theirs
    for box, number in held:
        left = max((other.x1 for other in beside if other.x1 <= box.x0), default=float("-inf"))
        right = min((other.x0 for other in beside if other.x0 >= box.x1), default=float("inf"))
        under = [other for other, below in held if below > number and left < other.x0 and other.x1 < right]
        if any(not _over(one, other) for one in under for other in under):
            spanning.append((box, number))
            reach[box] = around([box, *under])
    columns: list[Place] = []
    for box, _ in sorted((one for one in held if one not in spanning), key=lambda one: one[0].x0):
        if columns and _over(columns[-1], box):
            columns[-1] = around([columns[-1], box])
        else:
            columns.append(box)
    return _Header(tuple(lines), tuple(columns), tuple((reach[box], number) for box, number in spanning))


def _over(box: Place, other: Place) -> bool:
    return min(box.x1, other.x1) - max(box.x0, other.x0) > 0


def _under(header: _Header, lines: Sequence[Line]) -> _Piece | None:
    """The table under a header; None where the lines there stand in no columns."""
    rooms = [(one.x1, other.x0) for one, other in pairwise(header.columns)]
    body, strips = list(lines), [strip_in(room, lines) for room in rooms]
    for _ in range(_TURNS):
        body = _until_prose(body, strips)
        strips = [strip_in(room, body) for room in rooms]
    crossing = sum(crosses(line, strips) for line in body)
    if len(body) < _FEWEST_ROWS or crossing > _MOST_CROSSED * len(body) or any(b - a < _STRIP for a, b in strips):
        return None
    place = around([*(line.box for line in body), *header.columns])
    columns = _Columns(strips, place.x0, place.x1)
    return _Piece(columns, replace(header, columns=_with_untitled(header.columns, columns, body)), body)


def _with_untitled(titles: Sequence[Place], columns: _Columns, body: Sequence[Line]) -> tuple[Place, ...]:
    """The places of the titles and of columns that print words under no title; ``columns`` gets their gutters."""
    lines = [line for line in body if not crosses(line, columns.strips)]
    found = list(titles)
    at = 0
    while at < len(found) and lines:
        edges = [columns.left - _MARGIN, *(x for strip in columns.strips for x in strip), columns.right + _MARGIN]
        strip = strip_beside(found[at], (edges[2 * at], edges[2 * at + 1]), lines)
        if strip is None or len(found) > len(titles) + _MOST_UNTITLED:
            at += 1
            continue
        columns.strips.insert(at, strip)
        ahead = found[at].x0 >= strip[0]  # the title stands behind the gutter, so that what stands before it has none
        x0, x1 = (edges[2 * at], strip[0]) if ahead else (strip[1], edges[2 * at + 1])
        found.insert(at if ahead else at + 1, Place(x0, found[at].y0, x1, found[at].y1))
        at += ahead
    return tuple(found)


def _at_foot(header: _Header, rest: Sequence[Line], below: Sequence[Line], sheet: Sheet) -> _Piece | None:
    """The part of a table at the foot of a page that shows as one by its rows on the next page; None where it does not."""
    own = [line for line in rest if not _PAGE_NUMBER.fullmatch(line.text)]
    if len(own) > _MOST_AT_FOOT:
        return None
    rooms = [(one.x1, other.x0) for one, other in pairwise(header.columns)]
    at = next((n for n, line in enumerate(below[:_SKIPPED]) if not _is_margin(line, sheet, rooms)), _SKIPPED)
    whole = _under(header, [*own, *below[at:]])
    if whole is None or len(whole.body) <= len(own):
        return None
    return _Piece(whole.columns, header, own)


def _going_on(lines: Sequence[Line], above: _Columns) -> _Piece | None:
    """The lines at the head of a page that carry a table on; None where none do."""
    strips = list(above.strips)
    body = _until_prose(lines, strips)
    filled = sum(len(columns_of(line, strips)) > 1 for line in body)
    if (
        not body
        or not filled
        or not above.takes([strip_left(strip, body) for strip in strips], around([one.box for one in body]))
    ):
        return None
    return _Piece(above, None, body)


def _until_prose(lines: Sequence[Line], strips: Sequence[Strip]) -> list[Line]:
    """The lines from the top that may be rows of a table with these gutters."""
    body: list[Line] = []
    waiting: list[Line] = []  # titles over several columns, rows of which are still to come
    for line in lines:
        above = (waiting or body or [line])[-1]
        if _ENDS.match(line.text) or line.box.y0 - above.box.y1 > _FAR * line.size:
            break
        if not crosses(line, strips):
            body += [*waiting, line]
            waiting = []
            continue
        opened = read_ordinal(line.words[0].text).kind is not Numbering.WORD and 0 in columns_of(line, strips)
        if len(waiting) == _MOST_SPANNING or not (opened or line.bold or waiting):
            break
        waiting.append(line)
    return body


def _with_rules(piece: _Piece, sheet: Sheet) -> _Piece:
    """The piece with the level rulings that the page draws among its rows."""
    place = around([line.box for line in (*(piece.header.lines if piece.header else ()), *piece.body)])
    near = [rule for rule in sheet.level if place.y0 - _MARGIN < rule.at < place.y1 + _MARGIN]
    wide = [rule for rule in near if rule.end - rule.start > _RULED * place.width]
    piece.rules = sorted(rule.at for rule in wide)
    piece.columns.left = min([piece.columns.left, *(rule.start + _MARGIN for rule in wide)])
    piece.columns.right = max([piece.columns.right, *(rule.end - _MARGIN for rule in wide)])
    return piece


def _ruled(sheet: Sheet, pieces: Sequence[_Piece]) -> Sheet:
    level: list[Ruling] = []
    upright: list[Ruling] = []
    for piece in pieces:
        flat, tall = _drawn(piece)
        level += flat
        upright += tall
    return replace(sheet, level=(*sheet.level, *level), upright=(*sheet.upright, *upright))


def _drawn(piece: _Piece) -> tuple[list[Ruling], list[Ruling]]:
    """The rulings of a piece, level and upright."""
    edges, strips = piece.columns.edges, piece.columns.strips
    rows = _rows(piece)
    titles = list(piece.header.lines) if piece.header else []
    bands = [*([titles] if titles else []), *rows]
    ys = [min(line.box.y0 for line in bands[0]) - 1]
    ys += [_between(one, other, piece.rules) for one, other in pairwise(bands)]
    ys.append(max(line.box.y1 for line in bands[-1]) + 1)
    level = [Ruling(y, edges[0], edges[-1]) for y in ys]
    upright = [Ruling(edges[0], ys[0], ys[-1]), Ruling(edges[-1], ys[0], ys[-1])]
    for (top, foot), band in zip(pairwise(ys), bands, strict=True):
        spanned = {} if band is titles else _spanned(band, strips)
        if band is titles and piece.header:
            level += _under_spanning(piece.header, edges, spanned)
        upright += [Ruling(x, spanned.get(n, top), foot) for n, x in enumerate(edges[1:-1]) if spanned.get(n) != foot]
    return level, [rule for rule in upright if rule.end > rule.start]


def _spanned(band: Sequence[Line], strips: Sequence[Strip]) -> dict[int, float]:
    """The gutters behind the first word of a title that runs over some of them, each open as far as the row's foot."""
    if not any(crosses(line, strips) for line in band):
        return {}
    first = min(n for line in band for n in columns_of(_unnumbered(line, strips), strips))
    return dict.fromkeys(range(first, len(strips)), float("inf"))


def _unnumbered(line: Line, strips: Sequence[Strip]) -> Line:
    """The line without a row number in front."""
    numbered = read_ordinal(line.words[0].text).kind is not Numbering.WORD and 0 in columns_of(line, strips)
    return line_of(line.words[1:]) if numbered and len(line.words) > 1 else line


def _under_spanning(header: _Header, edges: Sequence[float], spanned: dict[int, float]) -> Iterator[Ruling]:
    """The level rulings under titles over several columns; ``spanned`` takes where the gutters under them begin."""
    for box, number in header.spanning:
        under = [n for n, column in enumerate(header.columns) if _over(box, column)]
        if not under:
            continue
        below = min(line.box.y0 for line in header.lines[number + 1 :])
        y = (header.lines[number].box.y1 + below) / 2
        yield Ruling(y, edges[under[0]], edges[under[-1] + 1])
        spanned.update(dict.fromkeys(range(under[0], under[-1]), y))


def _between(above: Sequence[Line], below: Sequence[Line], rules: Sequence[float]) -> float:
    """Where one row ends and the next begins: at a drawn ruling, else halfway."""
    foot, head = max(line.box.y1 for line in above), min(line.box.y0 for line in below)
    low, high = max(line.box.middle[1] for line in above), min(line.box.middle[1] for line in below)
    return next((y for y in rules if low < y < high), (foot + head) / 2)


def _rows(piece: _Piece) -> list[list[Line]]:
    """The lines of each row."""
    body = piece.body
    if not body:
        return []
    numbered = [number for number, line in enumerate(body) if is_numbered(line, piece.columns.strips)]
    if len(piece.rules) > 1 and _bands(piece.rules, body) >= len(numbered):
        middles = [line.box.middle[1] for line in body]
        starts = {n for n in range(1, len(body)) if any(middles[n - 1] < y < middles[n] for y in piece.rules)}
    else:
        crossing = [crosses(line, piece.columns.strips) for line in body]
        starts = row_starts(body, numbered, headed=piece.header is not None)
        starts |= {n for n in range(1, len(body)) if crossing[n] != crossing[n - 1]}
    cuts = [0, *sorted(starts), len(body)]
    return [list(body[start:end]) for start, end in pairwise(cuts)]


def _bands(rules: Sequence[float], body: Sequence[Line]) -> int:
    """How many of the bands between rulings hold lines."""
    return len({sum(line.box.middle[1] > y for y in rules) for line in body})
