"""What tesseract often gets wrong in Vietnamese, put right by what the same document prints elsewhere.

Spaces are lost in narrow columns ("Khoahọcvà"), tone marks are taken for others ("Công nghê"), I for 1. A word is changed
only where it is no word of the document and one other is; what was changed keeps a low confidence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.readers.compounds import folded, is_known, is_misread, phrases
from ingest.readers.sheet import Place, Word
from ingest.syllables import is_syllable

_SURE = 0.85  # confidence of a word that teaches others
_HEALED = 0.6  # of its confidence stays to a word that was changed
_STRANGE = 0.75  # the same, for a word that is no syllable, no figure and no abbreviation
_VOUCHED = 0.93  # the least confidence of a word that the language, or the sense of its place, vouches for
_LEGIBLE = 0.65  # the confidence from which it may be vouched for
_FOREIGN = 4  # letters of a foreign word at least
_LETTERS = re.compile(r"[^\W\d_]+")
_EDGES = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)
_OFTEN = 2  # times that a pair of words must stand elsewhere
_TAUGHT = 6  # times that a pair of words of a known phrase counts
_QUARTER = re.compile(r"([I1l|HV!]{1,3})[/⁄](20\d\d)(\W*)")
_ROMAN = str.maketrans({"1": "I", "l": "I", "|": "I", "!": "I", "H": "II"})
_QUARTERS = frozenset({"I", "II", "III", "IV"})
_SPECKS = frozenset("_~`‘’'^“”|=°·•—«»\"")
_BROKEN_I = re.compile(r"(?<=[^\W\d_])\]")
_DASHES = frozenset("-–")  # told apart by their length on the page
_LOOK_ALIKE = frozenset("cosuvwxz")  # letters whose capitals are the same signs, only taller
_CONFUSED = str.maketrans({"⁄": "/", "—": "-", "–": "-", "Ð": "Đ"})

Line = Sequence[Word]


@dataclass(slots=True)
class Lexicon:
    """The words of a document and the pairs that stand side by side, counted where they were read surely."""

    words: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    alike: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    roman: bool = False

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Lexicon:
        """Learn from lines of words in reading order."""
        found = cls()
        for phrase in phrases():
            words = phrase.split()
            for word in words:
                found.words[word] += _OFTEN
                found.alike[folded(word)].add(word)
            found.pairs.update(dict.fromkeys(pairwise(words), _TAUGHT))
        for line in lines:
            bare = [(_bare(word.text), word.confidence or 0.0) for word in line]
            for word, sure in bare:
                if sure >= _SURE and is_syllable(word):
                    found.words[word] += 1
                    found.alike[folded(word)].add(word)
            for (one, a), (other, b) in pairwise(bare):
                if min(a, b) >= _SURE:
                    found.pairs[one, other] += 1
            found.roman = found.roman or any(re.match(r"(?:I{1,3}|IV)/20\d\d", word.text) for word in line)
        return found

    def split(self, token: str) -> list[str]:
        """A token that lost its spaces as the known words that make it, fewest first; [] where none do."""
        best: list[list[str] | None] = [[]]
        for end in range(1, len(token) + 1):
            options = [
                [*done, token[start:end]]
                for start in range(max(0, end - 7), end)
                if (done := best[start]) is not None and self.words.get(token[start:end].lower(), 0) >= _OFTEN
            ]
            best.append(min(options, key=len, default=None))
        return best[-1] or []

    def undoubled(self, token: str) -> str:
        """A token without the letter that was seen twice ("NÑghìn"), where that is a known word; else ""."""
        for at, (one, other) in enumerate(pairwise(token)):
            single = token[: at + 1] + token[at + 2 :]
            if folded(one) == folded(other) and self.words[single.lower()] >= _OFTEN:
                return single
        return ""

    def one_off(self, token: str) -> str:
        """The only known word of as many letters that differs from a small-letter token by one of them; else ""."""
        signs = len(token)
        near = [
            word
            for word, times in self.words.items()
            if len(word) == signs and times >= _OFTEN and sum(map(str.__ne__, word, token)) == 1
        ]
        return near[0] if len(near) == 1 else ""

    def nearer(self, before: str, word: str, after: str) -> str:
        """The word with other marks that stands between these neighbours elsewhere, or the word itself."""
        here = self.pairs[before, word] + self.pairs[word, after]
        scores = {
            other: (self.pairs[before, other] if before else 0) + (self.pairs[other, after] if after else 0)
            for other in self.alike.get(folded(word), ())
        }
        other = max(sorted(scores), key=lambda one: scores[one], default=word)
        if scores.get(other, 0) >= max(_OFTEN, 2 * here + 1):
            return other
        known = [one for one in self.alike.get(folded(word), ()) if one != word]
        rare = self.words[word] <= 1 and not here
        return known[0] if rare and len(known) == 1 and self.words[known[0]] >= 2 * _OFTEN else word


def _bare(text: str) -> str:
    return text.strip(".,;:()[]!?“”\"'‘’").lower()


def healed(line: Line, lexicon: Lexicon) -> list[Word]:
    """A line's words, put right where the document tells how."""
    whole = _all_capitals([word for one in line if not _speck(one) for word in _parts(one, lexicon)])
    bare = ["", *(_bare(word.text) for word in whole), ""]
    found: list[Word] = []
    for n, word in enumerate(whole):
        before, own, after = bare[n : n + 3]
        other = own
        if is_syllable(own):
            other = lexicon.nearer(before, own, after)
        if other != own:
            word = _changed(word, _cased(word.text, other))  # noqa: PLW2901 - the loop's word as it is printed
            bare[n + 1] = other
        below = whole[n + 1].text if n + 1 < len(whole) else ""
        seen = _quarter(_lowered(word, found[-1].text if found else "", below), before, lexicon)
        found.append(_weighed(seen, (before, bare[n + 1], after), first=not found))
    return found


def _all_capitals(line: list[Word]) -> list[Word]:
    """The line with words raised that were read in small letters among capitals ("PHỤ Lục"), where both look alike."""
    worded = [word for word in line if len(_bare(word.text)) > 1]
    odd = [word for word in worded if word.text.istitle() and set(folded(word.text[1:])) <= _LOOK_ALIKE]
    rest = [word for word in worded if word not in odd]
    if not odd or not rest or not all(word.text.isupper() and len(word.text) > 1 for word in rest):
        return line
    return [_changed(word, word.text.upper()) if word in odd else word for word in line]


def _lowered(word: Word, above: str, below: str) -> Word:
    """A word that was read in capitals among small letters ("TỶ lệ", "cuỘc") as the others are written."""
    letters = _bare(word.text)
    own = "".join(_LETTERS.findall(word.text))
    mixed = any(one.islower() and other.isupper() for one, other in pairwise(own))
    beside = above.islower() and above[-1].isalpha()
    among = (
        own.isupper()
        and len(own) <= 4
        and not own.isascii()
        and (beside or below.islower() or (below.istitle() and not below.isupper()))
    )
    if not is_syllable(letters) or not (mixed or (among and (beside or len(own) > 1))):
        return word
    shown = word.text.lower() if beside or own[0].islower() else word.text.capitalize()
    return _changed(word, shown)


def _speck(word: Word) -> bool:
    """Whether a word is dirt: signs that no plan prints by themselves."""
    return set(word.text) <= _SPECKS or (word.text in {":", ".", ",", ";"} and (word.confidence or 0.0) < _SURE)


def _parts(word: Word, lexicon: Lexicon) -> list[Word]:
    """The words that one token holds which lost its spaces; else the token alone."""
    if word.text in _DASHES:
        return [word]
    if "[" not in word.text and _BROKEN_I.search(word.text):
        word = _changed(word, _BROKEN_I.sub("ị", word.text))
    before, token, after = _EDGES.match(word.text.translate(_CONFUSED).replace("ĐĐ", "Đ")).groups()  # type: ignore[union-attr]
    plain = replace(word, text=f"{before}{token}{after}")
    if len(token) < 3 or not token.isalpha() or is_syllable(token) or token.isupper():
        return [plain]
    single = lexicon.undoubled(token)
    if single:
        return [_changed(word, f"{before}{single}{after}")]
    pieces = lexicon.split(token)
    if len(pieces) < 2:
        near = lexicon.one_off(token.lower())
        return [_changed(word, f"{before}{_cased(token, near)}{after}")] if near else [plain]
    pieces[0], pieces[-1] = before + pieces[0], pieces[-1] + after
    return _side_by_side(word, pieces)


def _side_by_side(word: Word, pieces: Sequence[str]) -> list[Word]:
    """Pieces of a word, each with its share of the box."""
    letters, done, found = sum(map(len, pieces)), 0, []
    for piece in pieces:
        left = word.box.x0 + word.box.width * done / letters
        done += len(piece)
        right = word.box.x0 + word.box.width * done / letters
        box = Place(left, word.box.y0, right, word.box.y1)
        found.append(replace(word, text=piece, box=box, confidence=_HEALED * (word.confidence or 0.0)))
    return found


def _changed(word: Word, text: str) -> Word:
    return replace(word, text=text, confidence=_HEALED * (word.confidence or 0.0))


def _cased(text: str, word: str) -> str:
    """A word with the capitals and the marks around it that ``text`` has."""
    before, own, after = _EDGES.match(text).groups()  # type: ignore[union-attr]
    shown = word.upper() if own.isupper() and len(own) > 1 else word
    return f"{before}{shown[:1].upper() + shown[1:] if own[:1].isupper() else shown}{after}"


def _quarter(word: Word, before: str, lexicon: Lexicon) -> Word:
    """Give "Quý 1I/2026" and "Phụ lục H" with their numerals; a figure alone only where the document counts in Roman ones."""
    if before == "lục" and re.fullmatch(r"[I1l|H]{1,3}", word.text) and not word.text.isdigit():
        turned = word.text.translate(_ROMAN)
        return _changed(word, turned) if turned != word.text and len(turned) < 4 else word
    match = _QUARTER.fullmatch(word.text) if before == "quý" else None
    if match is None:
        return word
    turned = match[1].translate(_ROMAN)
    if turned == match[1] or turned not in _QUARTERS or (match[1].isdigit() and not lexicon.roman):
        return word
    return _changed(word, f"{turned}/{match[2]}{match[3]}")


def _weighed(word: Word, beside: tuple[str, str, str], *, first: bool) -> Word:
    """The word with less confidence where it is no word, or most likely another one, and with more where it fits.

    ``beside``: the bare word between its neighbours; ``first``: it begins its line, so that a capital makes it no name.
    """
    before, own, after = beside
    sure = word.confidence or 0.0
    misread = is_misread(before, own, after, named=not first and word.text[:1].isupper())
    if misread or _is_strange(word.text, sure):
        return replace(word, confidence=_STRANGE * sure)
    quarter = before == "quý" and _QUARTER.fullmatch(word.text)
    fits = quarter[1] in _QUARTERS if quarter else is_known(before, own, after)
    return replace(word, confidence=_VOUCHED) if fits and _LEGIBLE <= sure < _VOUCHED else word


def _is_strange(text: str, sure: float) -> bool:
    """Whether a word is no syllable, no figure, no abbreviation and, with letters without marks seen surely, no foreign one."""
    odd = [part for part in _LETTERS.findall(text) if not (is_syllable(part) or (part.isupper() and len(part) < 7))]
    foreign = all(part.isascii() and len(part) >= _FOREIGN for part in odd) and sure >= _SURE
    mixed = any(one.islower() and other.isupper() for one, other in pairwise(text))
    bare = bool(re.match(r"[≥≤<>]\d", text))  # the space that plans print there may have been lost
    return bool(odd and not foreign) or mixed or bare
