"""Judging one answer against one case; pure functions, no service and no file in sight."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from eval.cases import Case, Type
from rag.answer import Answer, Citation, Status

ALTERNATIVE = " || "
BETWEEN = " … "
REFUSED = frozenset({Status.NOT_FOUND, Status.NOT_STATED})


@dataclass(frozen=True, slots=True)
class Judgment:
    """What is right in one answer; None where a measure does not apply to the case.

    ``status`` the right one of four; ``values`` every required value once and nothing more;
    ``items`` the exact set of rows; ``locator`` a required place is cited and no foreign row;
    ``verbatim`` every quote is the slice it says; ``holds`` the quotes hold every value.
    ``order`` (rows in document order) is told apart and does not count into ``fully_right``.
    """

    status: bool
    values: bool | None = None
    items: bool | None = None
    locator: bool | None = None
    verbatim: bool | None = None
    holds: bool | None = None
    order: bool | None = None

    @property
    def parts(self) -> tuple[tuple[str, bool | None], ...]:
        """The measures that a fully right answer has to pass, by name."""
        return (
            ("status", self.status),
            ("values", self.values),
            ("items", self.items),
            ("locator", self.locator),
            ("verbatim", self.verbatim),
            ("holds", self.holds),
        )

    @property
    def wrong(self) -> tuple[str, ...]:
        """Names of the measures that failed, most telling first."""
        return tuple(name for name, right in self.parts if right is False)

    @property
    def fully_right(self) -> bool:
        """Whether everything that applies is right."""
        return not self.wrong

    @property
    def cited_well(self) -> bool | None:
        """Right place, true quote, value inside; None when nothing about citations applies."""
        parts = [part for part in (self.locator, self.verbatim, self.holds) if part is not None]
        return all(parts) if parts else None


def judge(case: Case, answer: Answer, texts: Mapping[str, str]) -> Judgment:
    """Judge ``answer``; ``texts`` maps each loaded plan's file to its canonical text."""
    return Judgment(
        status=answer.status is case.status,
        values=values_right(case, answer),
        items=items_right(case, answer),
        locator=locator_right(case, answer),
        verbatim=quotes_verbatim(answer.citations, texts),
        holds=quotes_hold_values(case, answer),
        order=order_kept(case, answer),
    )


def settle(text: str) -> str:
    """NFC, white space collapsed, without the closing ``. ; ,`` that a value may carry."""
    return " ".join(unicodedata.normalize("NFC", text).split()).rstrip(".;, ")


def values_right(case: Case, answer: Answer) -> bool | None:
    """Whether the values are the expected ones, each once, nothing extra.

    Order matters for comparisons only. None for row sets without a value of their own,
    whose ``items`` are judged instead.
    """
    if not case.values and case.items is not None:
        return None
    expected = [tuple(map(settle, value.split(ALTERNATIVE))) for value in case.values]
    returned = [settle(value) for value in answer.values]
    if len(expected) != len(returned):
        return False
    if case.type is Type.COMPARE:
        return all(is_one_of(value, forms) for forms, value in zip(expected, returned, strict=True))
    return _pair_off(expected, returned)


def is_one_of(value: str, forms: Iterable[str]) -> bool:
    """Whether a value is one of the expected forms; a form "beginning … end" stands for all that lies between."""
    return any(_is_form(value, form) for form in forms)


def _is_form(value: str, form: str) -> bool:
    beginning, between, end = form.partition(BETWEEN)
    if not between:
        return value == form
    return value.startswith(beginning) and value.endswith(end) and len(value) >= len(beginning) + len(end)


def _pair_off(expected: Sequence[tuple[str, ...]], returned: Sequence[str]) -> bool:
    """Whether each expected entry can have a returned value of its own (augmenting paths)."""
    owner: dict[int, int] = {}

    def claim(entry: int, tried: set[int]) -> bool:
        for place, value in enumerate(returned):
            if place in tried or not is_one_of(value, expected[entry]):
                continue
            tried.add(place)
            if place not in owner or claim(owner[place], tried):
                owner[place] = entry
                return True
        return False

    return all(claim(entry, set()) for entry in range(len(expected)))


def item_places(answer: Answer) -> tuple[str, ...]:
    """The answer's rows as ``file#locator``, in the order given."""
    return tuple(_place(item.file, item.locator) for item in answer.items)


def cited_places(answer: Answer) -> tuple[str, ...]:
    """The answer's citations as ``file#locator``, in the order given."""
    return tuple(_place(cited.file, cited.locator) for cited in answer.citations)


def _place(file: str, locator: str) -> str:
    return unicodedata.normalize("NFC", f"{file}#{locator}")


def items_right(case: Case, answer: Answer) -> bool | None:
    """Whether every expected row is there and no other; None when no rows are asked for."""
    return None if case.items is None else set(item_places(answer)) == set(case.items)


def order_kept(case: Case, answer: Answer) -> bool | None:
    """Whether the right rows stand in the expected order, none twice; None unless right."""
    return item_places(answer) == case.items if items_right(case, answer) else None


def locator_right(case: Case, answer: Answer) -> bool | None:
    """Whether a required place is cited; for row sets also that no foreign row is.

    A set may cite the annex or group that encloses its rows besides the rows themselves.
    None when nothing has to be cited.
    """
    if not case.relevant:
        return None
    cited = cited_places(answer)
    if case.items is None:
        return any(place in case.cites for place in cited)
    found = any(place in case.relevant for place in cited)
    return found and all(_belongs(place, case.relevant) for place in cited)


def _belongs(place: str, relevant: Iterable[str]) -> bool:
    return any(other == place or other.startswith(f"{place}/") for other in relevant)


def quotes_verbatim(citations: Sequence[Citation], texts: Mapping[str, str]) -> bool | None:
    """Whether each quote is exactly the slice of its plan that it claims; None without any."""
    if not citations:
        return None
    return all(
        bool(cited.quote)
        and 0 <= cited.start < cited.end
        and texts.get(cited.file, "")[cited.start : cited.end] == cited.quote
        for cited in citations
    )


def quotes_hold_values(case: Case, answer: Answer) -> bool | None:
    """Whether every returned value can be read in the quotes.

    None for row sets, whose values are counted and not printed, and for refusals.
    """
    if case.items is not None or answer.status in REFUSED or not answer.values:
        return None
    quotes = _quotes_by_place(answer.citations)
    return all(any(_read_in(settle(value).split(), place) for place in quotes) for value in answer.values)


def _quotes_by_place(citations: Iterable[Citation]) -> tuple[tuple[str, ...], ...]:
    """White-space-collapsed quotes of each place, in text order."""
    places: dict[str, list[str]] = {}
    for cited in sorted(citations, key=lambda cited: cited.start):
        quote = " ".join(unicodedata.normalize("NFC", cited.quote).split())
        places.setdefault(_place(cited.file, cited.locator), []).append(quote)
    return tuple(map(tuple, places.values()))


def _read_in(words: Sequence[str], quotes: Sequence[str]) -> bool:
    """Whether the words stand in one quote, or run on from one quote into the later ones."""
    if not words or not quotes:
        return not words
    return any(
        _stands_in(" ".join(words[:cut]), quotes[0]) and _read_in(words[cut:], quotes[1:])
        for cut in range(len(words), -1, -1)
    )


def _stands_in(phrase: str, quote: str) -> bool:
    """Whether ``phrase`` stands in ``quote`` as whole words: "14" does not stand in "2014"."""
    before = r"(?<!\w)" if phrase[:1].isalnum() else ""
    after = r"(?!\w)" if phrase[-1:].isalnum() else ""
    return re.search(before + re.escape(phrase) + after, quote) is not None


def share(flags: Iterable[bool | None]) -> float | None:
    """The share of True among what applies; None when nothing does."""
    known = [flag for flag in flags if flag is not None]
    return sum(known) / len(known) if known else None


def bootstrap(
    flags: Sequence[bool], *, confidence: float = 0.95, rounds: int = 1000, seed: int = 0
) -> tuple[float, float]:
    """Percentile bootstrap interval of the share of True (Efron 1979); (0, 1) without data."""
    if not flags:
        return 0.0, 1.0
    size = len(flags)
    rng = random.Random(seed)
    shares = sorted(sum(rng.choices(flags, k=size)) / size for _ in range(rounds))
    tail = (1 - confidence) / 2
    return shares[int(tail * rounds)], shares[min(rounds - 1, int((1 - tail) * rounds))]


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least ``percent`` % of the values do not exceed; 0 for none."""
    if not values:
        return 0.0
    ordered = sorted(values)
    rank = -(-len(ordered) * percent // 100)
    return ordered[max(0, int(rank) - 1)]
