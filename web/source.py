"""A plan's page: where it opens, which words are marked in it, and the links that its parts have."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ingest.corrections import place_at
from ingest.document import Span
from ingest.folding import fold, tone_normal
from ingest.plan import Plan
from web.links import page_href, place_href, plan_href
from web.mends import fix_href, head_mends
from web.reading import Block, Entry, blocks, extent, outline, places
from web.views import date_text

MOST_LINKED = 40
"""Found places that the page links to one by one; all are marked."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What a link to a plan asks for: a place by its locator, a slice of the text, words to mark."""

    at: str = ""
    start: int | None = None
    end: int | None = None
    words: str = ""

    @property
    def wanted(self) -> bool:
        """Whether any place was asked for."""
        return bool(self.at) or self.start is not None

    def spans(self, plan: Plan) -> tuple[Span, ...]:
        """The place in ``plan``: the slice if it lies where the locator says, else all of the locator's; () if gone.

        Offsets shift when a file is read anew, its locators seldom do: they are trusted only inside the locator.
        """
        cut = self._slice(plan)
        if not self.at:
            return cut
        if any(one.start <= part.start and part.end <= one.end for part in cut for one in extent(plan, self.at)):
            return cut
        return places(plan, self.at)

    def _slice(self, plan: Plan) -> tuple[Span, ...]:
        if self.start is None or self.end is None:
            return ()
        return (Span(self.start, self.end),) if self.start < self.end <= len(plan.text) else ()


@dataclass(frozen=True, slots=True)
class SourceView:
    """What the page of a plan shows; ``hits`` counts the places that hold the words sought.

    ``fix`` is where the cited row is corrected, ``mended`` what of the head is.
    """

    date: str
    blocks: tuple[Block, ...]
    outline: tuple[Entry, ...]
    at: str
    link: str
    gone: bool
    cited: bool
    words: str
    hits: int
    linked: int
    plain: str
    fix: str
    mended: tuple[str, ...]


def source_view(plan: Plan, sought: Sought) -> SourceView:
    """The plan laid out, opened at the place sought."""
    cited = sought.spans(plan)
    row = place_at(plan, sought.at, cited[0].start) if cited else ""
    hits = occurrences(plan.text, sought.words) if sought.words else ()
    return SourceView(
        date=date_text(plan.header),
        blocks=blocks(plan, cited, hits),
        outline=outline(plan),
        at=sought.at if cited else "",
        link=place_href(plan.file, sought.at) if sought.at else "",
        gone=sought.wanted and not cited,
        cited=bool(cited),
        words=sought.words,
        hits=len(hits),
        linked=min(len(hits), MOST_LINKED),
        plain=page_href(plan_href(plan.file), at=sought.at),
        fix=fix_href(plan.file, row) if row else "",
        mended=head_mends(plan),
    )


def occurrences(text: str, words: str) -> tuple[Span, ...]:
    """Where ``words`` stand in ``text``, whatever the white space: as typed with accents, else accents aside.

    Whole words are found first; where there are none, parts of words.
    """
    typed, folded = tone_normal(words).split(), fold(words).split()
    for wanted, held in ((typed, _toned(text)), (folded, _plain(text))):
        body = r"\s+".join(map(re.escape, wanted))
        for form in (rf"(?<!\w){body}(?!\w)", body):
            found = tuple(Span(*match.span()) for match in re.finditer(form, held)) if body else ()
            if found:
                return found
    return ()


@lru_cache(maxsize=16)
def _toned(text: str) -> str:
    """One tone placement, lower case; of the same length, or the text as it is."""
    toned = tone_normal(text)
    return toned if len(toned) == len(text) else text.lower()


@lru_cache(maxsize=16)
def _plain(text: str) -> str:
    """Lower case without accents, character for character."""
    return text.translate({ord(sign): _base(sign) for sign in set(text)})


def _base(sign: str) -> str:
    plain = unicodedata.normalize("NFD", sign.lower())[:1]
    return "d" if plain == "đ" else plain
