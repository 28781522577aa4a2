"""What a question asks of the figures of a table's rows: so much exactly, more, less, between, or the most and the least."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ingest.folding import fold
from rag.language.words import either, sound
from rag.query.amounts import Amount, asked_amount, lies_within, number
from rag.query.question import Query
from rag.rows.plaintables import PlainRow, PlainTable, cell_under

_MOST: Final = re.compile(
    rf"\b(?P<which>{either('nhiều', 'lớn', 'cao', 'dài', 'rộng', 'nặng', 'đông', 'đắt', 'rẻ', 'ít', 'nhỏ', 'thấp', 'bé', 'ngắn')})"
    rf"(?: (?!{either('nhất')}\b)\S+){{0,5}}? (?P<nhat>{sound('nhất')})\b(?! (?:la )?\d)"
)
_LEAST: Final = frozenset(map(sound, ("ít", "nhỏ", "thấp", "bé", "ngắn", "rẻ")))
_MANY: Final = frozenset(map(sound, ("nhiều", "ít")))
_COSTLY: Final = frozenset(map(sound, ("đắt", "rẻ")))
_BETWEEN: Final = re.compile(r"\btu (\d[\d.,]*\d|\d) ?(?:[a-z]+ ){0,2}?(?:den|toi) (\d[\d.,]*\d|\d)(?![\d/])")
_NUMBER: Final = re.compile(r"(?<![\w.,/-])(\d[\d.,]*\d|\d)(?![\w/-]|[.,]\d)")
_EXACTLY: Final = re.compile(rf"(?:{either('đúng', 'bằng', 'tròn', 'mức', 'chẵn', 'cùng')})$")
_SCALES: Final = {sound("tỷ"): 1e9, sound("triệu"): 1e6, sound("nghìn"): 1e3, sound("ngàn"): 1e3, sound("đồng"): 1.0}
_MONEY: Final = frozenset(map(sound, ("vốn", "tiền", "kinh phí", "triệu", "tỷ", "đồng", "đầu tư", "ngân sách")))
_MONEY_HEADS: Final = re.compile(
    rf"\b(?:{either('vốn', 'tiền', 'kinh phí', 'giá', 'mức đầu tư', 'dự toán', 'chi phí', 'ngân sách', 'triệu đồng', 'tỷ đồng')})\b"
)
_AMOUNTS: Final = re.compile(rf"\b(?:{either('số lượng', 'khối lượng')})\b")
_BRACKETED: Final = re.compile(r"\(([^()]*)\)")
_EMPTY: Final = frozenset(sound("số các và của theo năm từng kế hoạch tổng mức").split())
"""Words of headers that tell no column from another."""
_HELD: Final = 2
"""Words behind a figure that say in what it is measured."""


@dataclass(frozen=True, slots=True)
class FigureAsked:
    """A condition on the figures under one header; ``tokens`` are those that say it, ``sort`` is "" for none."""

    tokens: frozenset[int] = frozenset()
    header: str = ""
    sort: str = ""
    amount: Amount | None = None
    unit: str = ""

    @property
    def asked(self) -> bool:
        """Whether there is a condition at all."""
        return self.sort != ""


def asked_figure(query: Query, tokens: Sequence[str], table: PlainTable) -> FigureAsked | None:
    """The condition; one that asks nothing where the question says no figure, None where no column is told for it."""
    most = _MOST.search(query.words.heard)
    amount = None if most else _amount(query, table)
    if most is None and amount is None:
        return FigureAsked()
    if most is not None:
        heard = query.words.heard
        ends = [len(heard[: most.start(name)].split()) for name in ("which", "nhat")]
        header = _header(query, tokens, table, "", costs=most["which"] in _COSTLY)
        if not header and most["which"] in _MANY:
            header = next((one for one in table.figures if _AMOUNTS.search(sound(one))), "")
        sort = "least" if most["which"] in _LEAST else "most"
        return FigureAsked(frozenset(ends) | _column_tokens(tokens, header), header, sort) if header else None
    if amount is None:
        return None
    places = _run(tokens, amount.words.split())
    behind = tokens[places.stop : places.stop + _HELD] if places else ()
    unit = next((one for one in behind[:1] if any(_unit(row) == one for row in table.rows)), "")
    header = _header(query, tokens, table, " ".join(behind), counted=bool(unit))
    if not header or not places:
        return None
    scaled = _scaled(amount, [*amount.words.split(), *behind], header, table)
    known = frozenset(places) | _column_tokens(tokens, header)
    scale = {places.stop + n for n, word in enumerate(behind) if word in _SCALES or word == unit}
    scale |= {places.stop + n for n, word in enumerate(behind) if f" {word} " in f" {sound(header)} "}
    return FigureAsked(known | scale, header, "amount", scaled, unit)


def meeting_figure(rows: Sequence[PlainRow], asked: FigureAsked) -> list[PlainRow]:
    """The rows that meet the condition, in order; all of them where none is asked."""
    if not asked.asked:
        return list(rows)
    printed = [(row, fold(cell_under(row, asked.header))) for row in rows]
    if asked.amount is not None:
        amount = asked.amount
        return [
            row for row, text in printed if lies_within(text, amount) and (not asked.unit or _unit(row) == asked.unit)
        ]
    told = [(number(found[0]), row) for row, text in printed if (found := re.search(r"\d+(?:[.,]\d+)*", text))]
    best = (min if asked.sort == "least" else max)((value for value, _ in told), default=0.0)
    return [row for value, row in told if value == best]


def _amount(query: Query, table: PlainTable) -> Amount | None:
    """The amount said: with a bound, between two, or one number that is told to be just that or what it measures."""
    folded = fold(query.typed)
    if both := _BETWEEN.search(folded):
        return Amount("between", number(both[1]), number(both[2]), share=False, words=sound(both[0]))
    if bound := asked_amount(query.typed, counted=True):
        return bound
    taken = {n for one in query.mentions for n in range(one.start, one.end)}
    for found in _NUMBER.finditer(folded):
        words = sound(found[0])
        at = len(sound(folded[: found.start()]).split())
        behind = sound(folded[found.end() :]).split()[:_HELD]
        measured = behind and (behind[0] in _SCALES or _measures(behind[0], table))
        exact = _EXACTLY.search(sound(folded[: found.start()])) is not None
        named = any(f" {words} {' '.join(behind[:1])} " in row.name for row in table.rows)
        if (measured or exact) and at not in taken and not (named and not exact):
            return Amount("between", number(found[1]), number(found[1]), share=False, words=words)
    return None


def _measures(word: str, table: PlainTable) -> bool:
    """Whether a word is what the figures of the table count or are measured in."""
    brackets = {part for one in table.figures for inner in _BRACKETED.findall(one) for part in sound(inner).split()}
    heads = {part for one in table.figures for part in sound(one).split()} - _EMPTY
    return word in brackets | heads or any(_unit(row) == word for row in table.rows)


def _unit(row: PlainRow) -> str:
    return sound(row.entry.field("unit").text)


def _header(
    query: Query, tokens: Sequence[str], table: PlainTable, behind: str, *, counted: bool = False, costs: bool = False
) -> str:
    """The one column of figures that the question's words tell best; "" where none or several are."""
    said = set(tokens)
    money = costs or bool(said & _MONEY) or any(f" {one} " in f" {' '.join(tokens)} " for one in _MONEY)
    of_money = [one for one in table.figures if _MONEY_HEADS.search(sound(one))]
    scores: list[tuple[float, str]] = []
    for header in table.figures:
        own = set(sound(_BRACKETED.sub(" ", header)).split()) - _EMPTY - set(map(str, query.years))
        inside = set(sound(" ".join(_BRACKETED.findall(header))).split())
        score = len(own & said) + 1.0 * bool(inside & set(behind.split())) + 0.5 * bool(own & set(behind.split()))
        score += 1.0 * (money and (header in of_money or (not of_money and "dong" in table.over.split())))
        score += 2.0 * (counted and bool(_AMOUNTS.search(sound(header))))
        score += 0.5 * any(str(year) in header for year in query.years)
        scores.append((score, header))
    best = max((score for score, _ in scores), default=0.0)
    found = [header for score, header in scores if score == best]
    if best < 1.0:
        return table.figures[0] if len(table.figures) == 1 and not (money and not of_money) else ""
    return found[0] if len(found) == 1 else next((one for one in found if one == _value_header(table)), "")


def _value_header(table: PlainTable) -> str:
    return next((row.entry.target.over for row in table.rows if row.entry.target), "")


def _column_tokens(tokens: Sequence[str], header: str) -> frozenset[int]:
    own = set(sound(header).split())
    return frozenset(at for at, word in enumerate(tokens) if word in own)


def _run(tokens: Sequence[str], words: Sequence[str]) -> range:
    """Where the words stand side by side; nowhere where they do not."""
    places = (at for at in range(len(tokens) - len(words) + 1) if list(tokens[at : at + len(words)]) == list(words))
    at = next(places, None)
    return range(at, at + len(words)) if at is not None else range(0)


def _scaled(amount: Amount, said: Sequence[str], header: str, table: PlainTable) -> Amount:
    """The amount in the unit of the column, where both tell their scale of money."""
    asked = next((scale for word, scale in _SCALES.items() if word in said), 0.0)
    printed = f"{sound(' '.join(_BRACKETED.findall(header)))} " if _BRACKETED.search(header) else ""
    heads = f" {printed or table.over} "
    own = next((scale for word, scale in _SCALES.items() if f" {word} dong " in heads or f" {word} " in printed), 0.0)
    factor = asked / own if asked and own else 1.0
    return Amount(amount.sort, amount.low * factor, amount.high * factor, share=False, words=amount.words)
