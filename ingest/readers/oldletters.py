"""Words of a PDF in fonts from before Unicode, put into Unicode before the pages are laid out.

The name of a font tells its encoding; where no font does, the words of the whole file decide (``ingest.encodings``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.document import Document
from ingest.encodings import UNICODE, Decision, decide
from ingest.encodings.capitals import as_around, with_capitals
from ingest.encodings.old import best_of, is_modern, letters, of_font, of_its_font, shows_capitals
from ingest.readers.sheet import Line, Sheet, Word, lines_of

_MODERN = 0.1  # of the words in old fonts: with so many letters of Unicode the file itself has turned them
_GAP = 1.0  # of a line's height: words farther apart are not of one phrase


def modernised(sheets: Sequence[Sheet]) -> tuple[list[Sheet], Decision]:
    """The sheets with every word in Unicode; what was decided, and why."""
    named = [word for sheet in sheets for word in sheet.words if word.font and not word.text.isascii()]
    turned_already = sum(is_modern(word.text) for word in named) > _MODERN * len(named)
    fonts = frozenset() if turned_already else frozenset(word.font for word in named)
    lines = [lines_of(sheet.words) for sheet in sheets]
    decided = decide("\n".join(_told(line, fonts) for page in lines for line in page))
    if not fonts and decided is UNICODE:
        return list(sheets), UNICODE
    if fonts:
        decided = Decision((None, *(name for name in decided.encodings if name)), decided.why, decided.known)
    made: list[Sheet] = []
    used: dict[str, None] = {}
    for sheet, page in zip(sheets, lines, strict=True):
        turned: dict[int, Word] = {}
        for line in page:
            for word, new, encoding in _turned(line, fonts, decided):
                turned[id(word)] = new
                used |= {encoding: None} if encoding and new.text != word.text else {}
        made.append(replace(sheet, words=tuple(turned[id(word)] for word in sheet.words)))
    why = f"phông chữ {', '.join(sorted(map(_bare, fonts)))}" if fonts else decided.why
    return made, Decision(tuple(used), why) if used else UNICODE


def begun(document: Document, decided: Decision) -> Document:
    """The document with capitals where its sentences and cells begin, which TCVN3 cannot write."""
    if decided is UNICODE:
        return document
    text = with_capitals(document.text) if "tcvn3" in decided.encodings else document.text
    return replace(document, text=text, encoding=decided.name, encoding_why=decided.why)


def _bare(font: str) -> str:
    """The name of a font without the mark of a part of it."""
    return font[7:] if font[6:7] == "+" else font


def _told(line: Line, fonts: frozenset[str]) -> str:
    """The words of a line whose font tells nothing."""
    return " ".join(word.text for word in line.words if word.font not in fonts)


def _turned(line: Line, fonts: frozenset[str], decided: Decision) -> Iterator[tuple[Word, Word, str | None]]:
    """The words of a line, each with itself in Unicode and the encoding that it was in."""
    others = best_of(_told(line, fonts), decided)
    encodings = [of_font(word.font) if word.font in fonts else others for word in line.words]
    texts = [_text(word, name, by_font=word.font in fonts) for word, name in zip(line.words, encodings, strict=True)]
    if "tcvn3" in encodings:
        texts = _capitals(line, texts)
    for word, text, name in zip(line.words, texts, encodings, strict=True):
        shown = text.upper() if word.font in fonts and shows_capitals(word.font) else text
        yield word, replace(word, text=shown), name


def _text(word: Word, encoding: str | None, *, by_font: bool) -> str:
    if by_font:
        return of_its_font(word.text, word.font)
    return letters(word.text, encoding) if encoding else word.text


def _capitals(line: Line, texts: Sequence[str]) -> list[str]:
    """The texts of a line's words, in capitals where the words beside them are; none reaches over a wide gap."""
    apart = ("\t" if after.box.x0 - word.box.x1 > _GAP * line.size else " " for word, after in pairwise(line.words))
    found = as_around(texts[0] + "".join(gap + text for gap, text in zip(apart, texts[1:], strict=True)))
    made: list[str] = []
    at = 0
    for text in texts:
        made.append(found[at : at + len(text)])
        at += len(text) + 1
    return made
