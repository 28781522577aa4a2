"""Signs that Word keeps as places in a symbol font, and the characters that they print."""

from __future__ import annotations

_PRIVATE = 0xF000  # Word stores place 0xB3 of a symbol font as U+F0B3

# By place in the font; only signs that official documents use.
_SYMBOL = {
    0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→", 0xAC: "←", 0xDE: "⇒",
    0xB7: "•", 0xB0: "°", 0xA5: "∞", 0xD7: "·", 0xBC: "…", 0xD6: "√", 0x2D: "-", 0x2B: "+", 0xA7: "▪", 0xA8: "♦", 0xD8: "¬",
}  # fmt: skip
_WINGDINGS = {
    0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0xA7: "▪", 0x6E: "■",
    0x6C: "●", 0x9F: "•", 0xD8: "➢", 0x76: "❖", 0xE0: "→", 0xDF: "←", 0xE8: "→", 0xF0: "⇒", 0x28: "☎", 0x2A: "✉",
}  # fmt: skip
_BULLETS = frozenset("-+*•–—●○▪►")


def sign(place: int, font: str | None) -> str:
    """The character that a place of a symbol font prints; "" for one that is not known."""
    at = place - _PRIVATE if place >= _PRIVATE else place
    if font and "dings" in font.lower():
        return _WINGDINGS.get(at, "")
    return _SYMBOL.get(at) or (chr(at) if 0x20 <= at < 0x7F else "")


def plain(words: str, font: str | None) -> str:
    """Words with the places of symbol fonts (U+F020 to U+F0FF) turned into what they print."""
    if words.isascii() or not any("\uf020" <= letter <= "\uf0ff" for letter in words):
        return words
    return "".join(sign(ord(letter), font) if "\uf020" <= letter <= "\uf0ff" else letter for letter in words)


def bullet(words: str, font: str | None) -> str:
    """The bullet of a list: a sign that readers of outlines know, "•" for any other."""
    found = plain(words, font).strip()
    if found == "o":
        return "○"
    return found if found in _BULLETS or not words.strip() else "•"
