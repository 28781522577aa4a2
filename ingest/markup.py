"""Markup out, characters kept: what a typed line prints once its markup is gone.

Text exports of plans carry HTML tags, Markdown emphasis and headings, and LaTeX fragments side by side.
Only the markup goes; letters, digits, punctuation and misspellings stay as they are.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

from ingest.document import Span

_INLINE_TAG = re.compile(r"</?(?:b|i|u|s|a|em|strong|sup|sub|span|font)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"</?(?:p|br|ul|ol|li|div|center|h[1-6]|t[rdh]|table|tbody|thead)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BOLD_TAG = re.compile(r"<(?:b|strong)>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$")
_RULE = re.compile(r"^\s*(?:(?:[-_*=–—]\s*){3,}|\*\s+\*)\s*$")
_MATH = re.compile(r"\$([^$]{1,80})\$")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|~-])")
_UNDERSCORED = re.compile(r"(___|__)(?=\S)(.{1,400}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]*?[^\s*])(?:\*(?![\w*])|(\s+)\*(?!\*))")
_OPENS_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[\w\"“(/+-])")
_CLOSES_AND_OPENS = re.compile(r"(?<=\s)\*\*\*(?=[^\s*])")
_ASTERISKS = re.compile(r"\*\*+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_MARKUP = re.compile("[<>*_\\\\$&#\u00ad\u200b-\u200f\u2060\ufeff]")

_LATEX = {
    r"\geq": "≥", r"\ge": "≥", r"\leq": "≤", r"\le": "≤", r"\times": "×", r"\pm": "±", r"\approx": "≈",
    r"\neq": "≠", r"\ne": "≠", r"\rightarrow": "→", r"\to": "→", r"\cdot": "·", r"\%": "%", r"\,": " ", r"\ ": " ",
}  # fmt: skip
_LATEX_NAME = re.compile("|".join(re.escape(name) for name in sorted(_LATEX, key=len, reverse=True)))
_LATEX_LEFT = re.compile(r"\\(?:text|mathrm|mathbf)\{([^{}]*)\}|\^\{?([^{}\s]+)\}?|[{}]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its markup; ``level`` is its Markdown heading level, 0 for none."""

    text: str
    bold: bool = False
    level: int = 0


_TO_FILL_IN = re.compile(r"(?=.*(?:…|\.{2}|_{2}|(?:\. ){2}))[\s….,:;_/()·-]*")


def filled_in(words: str) -> str:
    """The words, "" for a line of dots or strokes alone, which leaves room for what is not yet known."""
    return "" if _TO_FILL_IN.fullmatch(words) else words


def collapse(text: str) -> str:
    """Return ``text`` with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def find_words(words: str, text: str, within: Span) -> Span | None:
    """Where ``words`` first stand inside a span of ``text``, whatever white space is between them."""
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
    found = pattern.search(text, within.start, within.end)
    return Span(*found.span()) if found and words else None


def is_rule(line: str) -> bool:
    """Tell whether a line is only a drawn rule (``-----``, ``* * *``) and prints no words."""
    return bool(_RULE.match(line))


def unclosed(line: str) -> str:
    """The emphasis that a line opens and leaves open, ``**`` or ``*``; "" when it closes all that it opens."""
    if "*" not in line:
        return ""
    if line.count("**") % 2:
        return "**"
    single = _EMPHASIS.sub("", _ASTERISKS.sub("", line))
    return "*" if _OPENS_EMPHASIS.search(single) else ""


def _math(match: re.Match[str]) -> str:
    body = match.group(1)
    if not re.search(r"[\\<>=≤≥]", body):
        return match.group(0)
    body = _LATEX_NAME.sub(lambda name: _LATEX[name.group(0)], body)
    return _LATEX_LEFT.sub(lambda part: part.group(1) or part.group(2) or "", body)


def _apart(match: re.Match[str]) -> str:
    """``***`` in the middle of a line that has bold open closes it and opens italics: only those stay."""
    return "*" if match.string.count("**", 0, match.start()) % 2 else match.group()


def _entity(match: re.Match[str]) -> str:
    return html.unescape(match.group(0))


def clean(line: str) -> Line:
    """Strip one line (or one cell) of its markup.

    Bold is true when the whole line is marked bold. An asterisk that marks nothing, as in ``(* Yêu cầu:``, stays.
    """
    if not _MARKUP.search(line):
        return Line(collapse(unicodedata.normalize("NFC", line)))
    level = 0
    heading = _HEADING.match(line)
    if heading:
        level, line = len(heading.group(1)), heading.group(2)
    bold = bool(_BOLD_TAG.search(line))
    text = _BLOCK_TAG.sub(" ", _INLINE_TAG.sub("", line))
    text = _MATH.sub(_math, text).strip()
    bold = bold or (text.startswith("**") and (text.endswith("**") or text.count("**") == 1))
    text = _CLOSES_AND_OPENS.sub(_apart, text)
    text = _ASTERISKS.sub("", _UNDERSCORED.sub(r"\2", text))
    text = _ESCAPE.sub(r"\1", _EMPHASIS.sub(r"\1\2", text))
    text = _INVISIBLE.sub("", _ENTITY.sub(_entity, text))
    return Line(collapse(unicodedata.normalize("NFC", text)), bold, level)
