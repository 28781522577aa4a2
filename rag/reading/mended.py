"""What clerks have corrected, said wherever it is shown: in the sentence, on the rows, beside the quotes.

A quote stays the source's own; that the answer differs from it is said, never hidden.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.corrections import corrected_fields
from ingest.plan import Field, Plan, Target, Task
from rag.answer import Answer, Citation, Status
from rag.wording import HEADER, MENDED, MENDED_BLANK, MENDED_NAME, MENDED_ROWS, ROLE, shorten

_QUOTED: Final = 80


@dataclass(frozen=True, slots=True)
class _Mend:
    """One corrected field: its name as people say it, what is printed, what holds."""

    label: str
    printed: str
    text: str

    def told(self) -> str:
        """That it is corrected, and what the source prints."""
        if not self.printed:
            return MENDED_BLANK.format(field=self.label)
        return MENDED.format(field=self.label, printed=shorten(self.printed, _QUOTED))


Mends = Mapping[tuple[str, str], tuple[_Mend, ...]]
"""Corrected fields by file and locator."""


def mends_of(plans: Sequence[Plan]) -> Mends:
    """All that is corrected in the plans; the head's under each of its places."""
    found: dict[tuple[str, str], tuple[_Mend, ...]] = {}
    for plan in plans:
        header = plan.header
        head = tuple(_Mend(HEADER.get(f, f), old, _head_text(plan, f)) for f, old in header.corrected)
        places = {section.locator for section in plan.sections if head}
        found |= {(plan.file, place): head for place in ({"Tiêu đề", "Ký", "Căn cứ", *places} if head else ())}
        rows: tuple[Task | Target, ...] = (*plan.tasks, *plan.targets)
        for row in rows:
            mine = tuple(_of_row(row))
            if mine:
                found[plan.file, row.locator] = (*found.get((plan.file, row.locator), ()), *mine)
    return found


def _head_text(plan: Plan, field: str) -> str:
    return str(getattr(plan.header, "date_text" if field == "date" else field) or "")


def _of_row(row: Task | Target) -> Iterator[_Mend]:
    for name in corrected_fields(row):
        field: Field = getattr(row, name)
        yield _Mend(ROLE.get(name, MENDED_NAME), field.printed or "", field.text)


def mended(answer: Answer, mends: Mends) -> Answer:
    """The answer, saying which of what it tells is corrected; an answer that tells nothing so is given back as it is."""
    if not mends:
        return answer
    places = [(one.file, one.locator) for one in answer.citations]
    places += [(one.file, one.locator) for one in answer.items]
    told = {place: tuple(one for one in mends.get(place, ()) if _tells(answer, one)) for place in places}
    if not any(told.values()):
        return answer
    cited = tuple(_cited(one, told[one.file, one.locator]) for one in answer.citations)
    return replace(answer, answer=_sentence(answer, told), citations=cited)


def _tells(answer: Answer, mend: _Mend) -> bool:
    """Whether the answer says what the corrected field holds, or that it is blank."""
    if not mend.text:
        return answer.status is Status.NOT_STATED
    if any(value in mend.text or mend.text in value for value in answer.values if value):
        return True
    row = (
        cell
        for item in answer.items
        for cell in (item.name, item.lead, item.support, item.result, item.due, item.value)
    )
    return shorten(mend.text) in answer.answer or mend.text in row


def _sentence(answer: Answer, told: Mapping[tuple[str, str], tuple[_Mend, ...]]) -> str:
    """The sentence with what is corrected; of a list only in how many rows, which are marked themselves."""
    if len(answer.items) > 1 and answer.status is not Status.AMBIGUOUS:
        rows = sum(bool(mends) for mends in told.values())
        return f"{answer.answer} {MENDED_ROWS.format(count=rows)}"
    notes = dict.fromkeys(mend.told() for mends in told.values() for mend in mends)
    if answer.status is Status.AMBIGUOUS:
        return f"{' '.join(notes)} {answer.answer}"
    return f"{answer.answer} {' '.join(notes)}"


def _cited(citation: Citation, mends: Sequence[_Mend]) -> Citation:
    return replace(citation, corrected=" ".join(mend.told() for mend in mends)) if mends else citation
