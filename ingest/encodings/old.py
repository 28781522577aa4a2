"""From the letters of an old font to Unicode: which encodings a document holds is decided once, for the whole of it.

The evidence is how Vietnamese the words read, as they stand and as each table turns them (``syllables.reading``); a
font's name, where a format tells it, decides alone. Parts that read equally well either way follow the document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from ingest.encodings.capitals import with_capitals
from ingest.encodings.syllables import Reading, reading
from ingest.encodings.tables import LABELS, TABLES

_LEAST_GAIN: Final = 6
"""Different words that a table must mend before a document is said to hold its encoding; fewer in a short one."""

_LEAST_SHARE: Final = 0.7
"""Of the words that are no syllables as they stand, so many must be by the tables; a wrong one mends about a third."""

_LEAST_SHARE_OF_REST: Final = 0.4
"""Of the words that the tables found so far leave, so many must be mended by a further one."""

# Signs that a western font shows in the place of Vietnamese letters, beside a letter.
_SIGN: Final = "[\x80-\x9f\u00a1-\u00b0\u00b2-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff\u2212\u2219]"
_SUSPECT = re.compile(f"[A-Za-z]{_SIGN}|{_SIGN}[A-Za-z]")
_UNICODE_ONLY = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_CELL = re.compile(r"([\t|])")
_TCVN3_FONT = re.compile(  # a PDF may lose the dot, or write another sign for it
    r"(?:[A-Z]{6}\+)?(?:[._]Vn\w|Vn(?:Time|Arial|Avant|Courier|Book|Centu|Helve))", re.IGNORECASE
)
_VNI_FONT = re.compile(r"(?:[A-Z]{6}\+)?VNI[-\s\w]", re.IGNORECASE)
_SHOWN_CAPITAL = re.compile(r"[a-z]H(?:[\s,-]*(?:bold|italic|oblique|regular|normal|identity))*\s*$", re.IGNORECASE)
# A PDF gives two bytes of TCVN3 fonts as operators of mathematics.
_OPERATORS = {"\u2212": "\u00ad", "\u2219": "\u00b7"}
_AS_LETTERS = str.maketrans(_OPERATORS)
_OPERATOR = re.compile("(?<=[^\\W\\d_])[\u2212\u2219]|[\u2212\u2219](?=[^\\W\\d_])")


class Decoded(NamedTuple):
    """A text in Unicode (NFC), the encoding it came in (None: Unicode already) and the Vietnamese reason."""

    text: str
    encoding: str | None
    why: str


class Decision(NamedTuple):
    """The encodings of a document, the chief one first; None stands for Unicode.

    ``known`` are the syllables of a document of several encodings that can be read in one of them only.
    """

    encodings: tuple[str | None, ...] = (None,)
    why: str = ""
    known: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The encodings as ``Document.encoding`` has them."""
        return "+".join(each or "utf-8" for each in self.encodings)


UNICODE: Final = Decision()
"""The decision for a document of today."""


def of_font(font: str | None) -> str | None:
    """The encoding that a font's name tells: ``.VnTime``, ``.VnArialH``, ``VNI-Times``; None for every other."""
    if not font:
        return None
    return "tcvn3" if _TCVN3_FONT.match(font) else "vni" if _VNI_FONT.match(font) else None


def shows_capitals(font: str | None) -> bool:
    """Whether a font of TCVN3 shows small letters as capitals: ``.VnTimeH``, ``.VnTimeH,Bold``."""
    return of_font(font) == "tcvn3" and bool(_SHOWN_CAPITAL.search(str(font)))


def decide(text: str) -> Decision:
    """Which old encodings the words of a whole document are in, shown as letters of a western font."""
    if not _SUSPECT.search(text):
        return UNICODE
    mended = _mended(text)
    if not mended:
        return UNICODE
    old, best = list(mended), next(iter(mended))
    chief: list[str | None] = [*old]
    today = reading("\n".join(line for line in text.splitlines() if _UNICODE_ONLY.search(line))).good
    if today >= _LEAST_GAIN // 2:
        chief.insert(0 if today > mended[best].good else 1, None)
    gain = mended[best]
    known = _known(text, chief) if len(chief) > 1 else frozenset()
    why = f"{gain.good} trong {gain.good + gain.bad} tiếng khác nhau đọc được theo bảng mã {LABELS[best]}"
    return Decision(tuple(chief), why, known)


def decode_old(text: str, font: str | None = None, *, decided: Decision | None = None) -> Decoded:
    """One run of text to Unicode, by its font or else by what was decided of the whole document.

    Without ``decided`` the text itself is the document. A font ending in H (``.VnTimeH``) shows capitals.
    """
    named = of_font(font)
    if named and not _UNICODE_ONLY.search(text):
        found = turned(text, named)
        return Decoded(found.upper() if shows_capitals(font) else found, named, f"phông chữ {font}")
    decided = decide(text) if decided is None else decided
    if decided.encodings == (None,):
        return Decoded(unicodedata.normalize("NFC", text), None, "")
    return _by_lines(text, decided)


def turned(text: str, encoding: str) -> str:
    """``text`` by the table of ``encoding``, in NFC, with its capitals; what the table does not hold stays as it is."""
    made = letters(text, encoding)
    return with_capitals(made) if encoding == "tcvn3" else made


def letters(text: str, encoding: str) -> str:
    """The same letter by letter: a capital with a tone, which TCVN3 has not, stays small."""
    if encoding == "tcvn3":
        text = _OPERATOR.sub(lambda match: _OPERATORS[match.group()], text)
    elif encoding in {"viscii", "vps"}:
        text = text.translate(_controls())
    table = TABLES[encoding]
    return unicodedata.normalize("NFC", _pattern(encoding).sub(lambda match: table[match.group()], text))


def of_its_font(text: str, font: str) -> str:
    """The letters of a PDF in an old font; both operators are letters of TCVN3 there, whatever stands beside them."""
    named = of_font(font)
    if named is None:
        return text
    return letters(text.translate(_AS_LETTERS) if named == "tcvn3" else text, named)


def best_of(line: str, decided: Decision) -> str | None:
    """The encoding of the document that a line reads best in; None for Unicode."""
    return _best(line, decided.encodings, decided.known)


def is_modern(text: str) -> bool:
    """Whether it holds a letter that no western font has: it is in Unicode already, whatever its font is called."""
    return bool(_UNICODE_ONLY.search(text))


def _by_lines(text: str, decided: Decision) -> Decoded:
    """Each line by the encoding of the document that it reads best in, where it has several each cell."""
    lines, used = [], set[str | None]()
    for line in text.split("\n"):
        name = _best(line, decided.encodings, decided.known)
        made = _as(line, name)
        if len(decided.encodings) > 1 and _CELL.search(line):
            order = (name, *(each for each in decided.encodings if each != name))
            made = "".join(_as(cell, _best(cell, order, decided.known)) for cell in _CELL.split(line))
        lines.append(made)
        used.update([name] if made != line else [])
    names = [name for name in decided.encodings if name in used and name]
    return Decoded("\n".join(lines), "+".join(names) or None, decided.why if names else "")


def _best(piece: str, order: Sequence[str | None], known: frozenset[str]) -> str | None:
    """The encoding that a piece reads best in; of equals that of more known syllables, then the first in ``order``."""
    if len(order) == 1 or piece.isascii():
        return order[0]
    if None in order and _UNICODE_ONLY.search(piece) and not _SUSPECT.search(piece):
        return None
    ranks = []
    for at, name in enumerate(order):
        made = _as(piece, name)
        ranks.append((reading(made).sum, sum(word in known for word in _words(made)), -at))
    return order[ranks.index(max(ranks))]


def _known(text: str, encodings: Sequence[str | None]) -> frozenset[str]:
    """The syllables of those lines that only one of the encodings reads well."""
    found: set[str] = set()
    for line in text.split("\n"):
        made = sorted((_as(line, name) for name in encodings), key=lambda each: reading(each).sum)
        if reading(made[-1]).sum > reading(made[-2]).sum and not reading(made[-1]).bad:
            found.update(_words(made[-1]))
    return frozenset(found)


def _words(text: str) -> list[str]:
    return [word for word in text.lower().split() if not word.isascii()]


def _as(text: str, encoding: str | None) -> str:
    return unicodedata.normalize("NFC", text) if encoding is None else turned(text, encoding)


def _mended(text: str) -> dict[str, Reading]:
    """The encodings whose tables mend the words of ``text`` that are no syllables, most mended first."""
    words = {word for word in text.split() if not word.isascii()}
    left = {word for word in words if _SUSPECT.search(word) and not _UNICODE_ONLY.search(word) and reading(word).bad}
    least, all_bad = min(_LEAST_GAIN, max(1, len(words) // 2)), len(left)
    found: dict[str, Reading] = {}
    while len(left) >= least:
        gains = {
            name: {word for word in left if _is_mended(turned(word, name))} for name in TABLES if name not in found
        }
        best = max(gains, key=lambda name: len(gains[name]), default=None)
        if best is None or len(gains[best]) < max(least, len(left) * _LEAST_SHARE_OF_REST):
            break
        found[best] = Reading(len(gains[best]), len(left) - len(gains[best]))
        left -= gains[best]
    return found if len(left) <= (1 - _LEAST_SHARE) * all_bad else {}


def _is_mended(word: str) -> bool:
    read = reading(word)
    return read.good > 0 and not read.bad


@cache
def _pattern(encoding: str) -> re.Pattern[str]:
    """Every key of the table, longest first."""
    keys = sorted(TABLES[encoding], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, keys)))


@cache
def _controls() -> dict[int, str]:
    """What Windows-1252 shows for the bytes 80 to 9F, but for dashes, quotes and dots, back to those bytes."""
    shown = ((bytes([number]).decode("cp1252", "ignore"), chr(number)) for number in range(0x80, 0xA0))
    return {ord(sign): byte for sign, byte in shown if sign and sign not in "–—‘’“”…•"}
