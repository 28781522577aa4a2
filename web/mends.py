"""What clerks have put right in a plan, as its page shows it beside what the source prints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ingest.corrections import corrected_fields, places_of
from ingest.plan import Field, Plan, Target, Task
from web import wording_fixing as words
from web.links import library_href, page_href


@dataclass(frozen=True, slots=True)
class Mend:
    """A corrected cell: its name as people say it, what is printed, what holds; ``inside`` tells that it is told in its own cell."""

    field: str
    printed: str
    text: str
    inside: bool

    @property
    def told(self) -> str:
        """In words; a cell that is blank or printed elsewhere is named."""
        form = words.FILLED if not self.printed else words.MENDED if self.inside else words.MENDED_FIELD
        return form.format(field=self.field, text=self.text or words.BLANK)


def fix_href(file: str, place: str, **more: str) -> str:
    """The page on which the row of that place is corrected."""
    return page_href(f"{library_href(file)}/fix", at=place, **more)


def row_places(plan: Plan) -> Mapping[int, str]:
    """By the offset where each row begins, the place that names it alone."""
    return {row.spans[0].start: place for place, row in places_of(plan).items() if row.spans}


def row_mends(plan: Plan) -> Mapping[int, tuple[Mend, ...]]:
    """The corrected cells by the offset at which they are told: the last printed piece of the cell, else of its row's name."""
    found: defaultdict[int, list[Mend]] = defaultdict(list)
    for row in places_of(plan).values():
        for name in corrected_fields(row):
            cell: Field = getattr(row, name)
            inside = _inside(row, cell)
            at = inside if inside is not None else _stand_in(row)
            mend = Mend(words.FIELD_NAMES[name], cell.printed or "", cell.text, inside is not None)
            found[at].append(mend)
    return {at: tuple(those) for at, those in found.items()}


def _inside(row: Task | Target, cell: Field) -> int | None:
    """None for a merged cell: it is printed above, where its words hold for other rows too."""
    own = row.spans[0].start if row.spans else 0
    pieces = [piece.start for piece in cell.spans if piece.start >= own]
    return pieces[-1] if pieces else None


def _stand_in(row: Task | Target) -> int:
    pieces = row.name.spans or row.spans
    return pieces[-1].start if pieces else 0


def head_mends(plan: Plan) -> tuple[str, ...]:
    """What of the head is corrected, a sentence each."""
    return tuple(
        (words.HEAD_MENDED if printed else words.HEAD_FILLED).format(
            field=words.FIELD_NAMES[name].lower(), printed=printed
        )
        for name, printed in plan.header.corrected
    )
