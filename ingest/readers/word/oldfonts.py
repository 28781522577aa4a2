"""Words that a Word file keeps in fonts from before Unicode, put into Unicode before anything is read.

A run's font tells its encoding; where no font does, the words of the whole file decide (``ingest.encodings``). Runs
that follow each other in one encoding are turned together, as a letter of VNI may stand in two of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from ingest.encodings import UNICODE, Decision, decide, decode_old
from ingest.encodings.old import of_font, shows_capitals
from ingest.readers.word.ooxml import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from ingest.readers.word.styles import Styles

_PRIVATE = {0xF000 + place: place for place in range(0x20, 0x100)}  # where Word keeps the letters of symbol fonts
_MARKS = frozenset("ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË")
_FONTS = ("ascii", "hAnsi", "cs")


class _Piece(NamedTuple):
    """A piece of text as it stands in the file, and the font it is set in."""

    element: Element
    words: str
    font: str | None

    @property
    def look(self) -> tuple[str | None, bool]:
        """What pieces have in common that are turned together: the encoding, and whether its font shows capitals."""
        return of_font(self.font), shows_capitals(self.font)


def modernise(parts: Sequence[Element], styles: Styles) -> Decision:
    """Put the words of the body and of its notes into Unicode, in place; what was decided of all, and why."""
    fonts = {one.get(f"{W}{name}") for part in parts for one in part.iter(f"{W}rFonts") for name in _FONTS}
    fonts |= {styles.style(name).font for name in styles.elements} | {styles.default.font}
    old = sorted({font for font in fonts if of_font(font)}, key=str)
    paragraphs = [one for part in parts for one in part.iter(f"{W}p")]
    decided = decide("\n".join("".join(text.text or "" for text in one.iter(f"{W}t")) for one in paragraphs))
    if not old and decided is UNICODE:
        return UNICODE
    others = Decision((None, *(name for name in decided.encodings if name)), decided.why, decided.known)
    used: list[str] = []
    for paragraph in paragraphs:
        pieces = list(_pieces(paragraph, styles))
        for _, group in groupby(pieces, key=lambda piece: piece.look):
            used += _turn(list(group), others if old else decided)
    names = tuple(dict.fromkeys(used))
    told = f"phông chữ {', '.join(map(str, old))}" if old else decided.why
    return Decision(names, told) if names else UNICODE


def _pieces(paragraph: Element, styles: Styles) -> Iterator[_Piece]:
    """The text of a paragraph, without that of the text boxes that hang on it; a soft hyphen is a letter of TCVN3."""
    above = styles.of_paragraph(paragraph)
    for run in paragraph.iter(f"{W}r"):
        if next(run.iterancestors(f"{W}p"), None) is not paragraph:
            continue
        font = styles.of_run(run, above).font
        for one in run:
            if one.tag == f"{W}softHyphen" and of_font(font) == "tcvn3":
                one.tag = f"{W}t"
                one.text = "\u00ad"
            if one.tag == f"{W}t" and one.text:
                yield _Piece(one, one.text.translate(_PRIVATE) if of_font(font) else one.text, font)


def _turn(pieces: Sequence[_Piece], decided: Decision) -> list[str]:
    """Turn pieces of one look; the encodings that changed something."""
    font = pieces[0].font
    whole = decode_old("".join(piece.words for piece in pieces), font, decided=decided)
    if whole.encoding is None:
        return []
    lengths = [len(piece.words) for piece in pieces]
    if len(whole.text) == sum(lengths):
        cuts = [sum(lengths[:at]) for at in range(len(lengths) + 1)]
        parts = [whole.text[start:end] for start, end in pairwise(cuts)]
    else:
        parts = [decode_old(words, font, decided=decided).text for words in _rejoined(pieces)]
    for piece, words in zip(pieces, parts, strict=True):
        piece.element.text = words
    return whole.encoding.split("+")


def _rejoined(pieces: Sequence[_Piece]) -> list[str]:
    """The words of pieces, a mark that begins one moved to the letter that ends the one before."""
    words = [piece.words for piece in pieces]
    for at in range(1, len(words)):
        while words[at][:1] in _MARKS and words[at - 1][-1:].isalpha():
            words[at - 1] += words[at][0]
            words[at] = words[at][1:]
    return words
