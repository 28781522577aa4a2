"""Values of a spreadsheet as its cells show them, in the Vietnamese way: 5.600, 4,2, 95%, 16/01/2026.

A workbook keeps numbers and a format code (ECMA-376, part 1, 18.8.31); which signs part thousands and decimals, and the
order of a plain date, come from the machine that shows it. Plans are shown on Vietnamese machines. Month names depend on
that machine too, so a month is printed as a figure.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

Value = str | float | bool | date | time | timedelta | None  # int is a float, datetime a date

_LOCAL_DATES = frozenset({"mm-dd-yy", "m/d/yy", "m/d/yyyy", "[$-f800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"})
_SECTION = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*)(?:;|$)')
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|(am/pm|a/p)|(y+|m+|d+|h+|s+|0\.0+|e+|g+|b+)|(.)', re.IGNORECASE)
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_FIGURES = re.compile(r"[#0?][#0?.,]*")
_MOST_FIGURES = 11  # that the General format shows


def shown(value: Value, code: str | None, *, ordinal: bool = False) -> str:
    """What a cell of this value and format code shows; ``ordinal`` keeps the point of a row number such as 1.2."""
    if value is None or isinstance(value, str):
        return value or ""
    code = code or "General"
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, date | time):
        return _date(value, code)
    general = code in ("General", "@") or not _FIGURES.search(_LITERAL.sub("", code))
    return _general(value).replace(".", "." if ordinal else ",") if general or ordinal else _number(value, code)


def _general(value: float) -> str:
    if isinstance(value, int) or value.is_integer():
        return str(int(value)) if abs(value) < 10**_MOST_FIGURES else f"{value:.5E}"
    return f"{value:.{_MOST_FIGURES - 1}g}"


def _number(value: float, code: str) -> str:
    sections: list[str] = _SECTION.findall(code)[:3]
    turn = 1 if value < 0 and len(sections) > 1 and sections[1] else 2 if not value and len(sections) > 2 else 0
    section = sections[turn]
    words: list[str] = []
    plain = _LITERAL.sub(lambda found: _keep(found.group(1) or found.group(2) or "", words), section)
    figures = _FIGURES.search(plain)
    if figures is None:
        return _restore(plain, words)
    amount = Decimal(repr(value)) * (100 if "%" in plain else 1)
    printed = _figures(abs(amount) if turn == 1 else amount, figures.group())
    return _restore(plain[: figures.start()] + printed + plain[figures.end() :], words).strip()


def _keep(literal: str, words: list[str]) -> str:
    """Put a literal aside: its letters are no places for figures."""
    words.append(literal)
    return chr(0xE000 + len(words) - 1)


def _restore(plain: str, words: list[str]) -> str:
    for turn, word in enumerate(words):
        plain = plain.replace(chr(0xE000 + turn), word)
    return plain


def _figures(amount: Decimal, form: str) -> str:
    whole, _, part = form.partition(".")
    least = part.count("0")
    scale = len(whole) - len(whole.rstrip(","))
    rounded = (amount / 1000**scale).quantize(Decimal(1).scaleb(-len(part)), ROUND_HALF_UP)
    sign, digits = ("-" if rounded < 0 else ""), f"{abs(rounded):f}"
    front, _, back = digits.partition(".")
    front = front.zfill(whole.count("0")) if front != "0" or "0" in whole else ""
    if "," in whole.rstrip(","):
        front = f"{int(front or 0):,}".replace(",", ".")
    while len(back) > least and back.endswith("0"):
        back = back[:-1]
    return sign + front + ("," + back if back else "")


def _date(value: date | time, code: str) -> str:
    if code.lower().partition(";")[0] in _LOCAL_DATES or code == "General":
        return f"{value:%d/%m/%Y}" if isinstance(value, date) else f"{value:%H:%M}"
    if re.fullmatch(r"(?:\[[^\]]*\])*mmm[-/ \\]+yy(?:yy)?(?:;@)?", code, re.IGNORECASE) and isinstance(value, date):
        return f"{value:%m/%Y}"  # "3/2026" typed into a spreadsheet is kept as a day of this form
    tokens = list(_TOKEN.finditer(_SECTION.findall(code)[0]))
    parts = [token.group(4).lower() if token.group(4) else "" for token in tokens]
    printed = []
    for turn, token in enumerate(tokens):
        before, after = next(filter(None, reversed(parts[:turn])), ""), next(filter(None, parts[turn + 1 :]), "")
        minutes = parts[turn].startswith("m") and (before.startswith("h") or after.startswith("s"))
        printed.append(_part(value, parts[turn], minutes=minutes) if parts[turn] else _sign(token, value))
    return "".join(printed).strip()


def _sign(token: re.Match[str], value: date | time) -> str:
    if token.group(3):
        hour = value.hour if isinstance(value, datetime | time) else 0
        return "CH" if hour >= 12 else "SA"
    literal = token.group(1) or token.group(2) or token.group(5) or ""
    return "" if literal == "@" else literal


def _part(value: date | time, part: str, *, minutes: bool) -> str:
    clock = value if isinstance(value, datetime | time) else time()
    if part.startswith(("h", "s")) or minutes:
        count = clock.hour if part.startswith("h") else clock.minute if minutes else clock.second
        return f"{count:02}" if len(part) > 1 else str(count)
    if not isinstance(value, date):
        return ""
    if part.startswith("y"):
        return f"{value:%Y}" if len(part) > 2 else f"{value.year % 100:02}"
    count = value.month if part.startswith("m") else value.day
    return str(count) if len(part) == 1 else f"{count:02}"
