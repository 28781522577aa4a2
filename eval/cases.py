"""Question files: one JSON object a line, checked hard, because a slip here becomes a wrong score.

Schema of a line (unknown keys are refused):

- ``id`` short and unique over all files; ``q`` the question as a person types it;
- ``type`` what is asked, ``style`` how it is typed, ``status`` what the plans say to it;
- ``values`` the required values as printed, ``" || "`` between equally good forms of one, ``" … "`` for the middle of a
  long one;
- ``items`` every row of a list, count or ambiguous answer as ``file#locator``, else null;
- ``cites`` the places of which at least one has to be cited;
- ``today`` when the question speaks of now, ``prev`` the question before a follow-up,
  ``plan`` the file that the conversation is about.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails

from ingest.errors import UnreadableFile
from rag.answer import Status


class Type(StrEnum):
    """What a question asks for."""

    LEAD = "lead"
    SUPPORT = "support"
    DUE = "due"
    RESULT = "result"
    TARGET = "target"
    NOTE = "note"
    HEADER = "header"
    BASIS = "basis"
    REPORT = "report"
    LIST = "list"
    COUNT = "count"
    UNIT_WORK = "unit_work"
    TIME = "time"
    COMPARE = "compare"
    PROSE = "prose"
    NOT_FOUND = "not_found"
    NOT_STATED = "not_stated"
    AMBIGUOUS = "ambiguous"
    FOLLOWUP = "followup"


class Style(StrEnum):
    """How a question is typed."""

    FORMAL = "formal"
    COLLOQUIAL = "colloquial"
    TELEGRAPHIC = "telegraphic"
    NO_ACCENTS = "no_accents"
    PARTIAL_ACCENTS = "partial_accents"
    NFD = "nfd"
    OLD_TONE = "old_tone"
    ABBREV = "abbrev"
    TYPO = "typo"
    UPPER = "upper"
    LOCATOR = "locator"


ROWS = frozenset({Type.LIST, Type.COUNT, Type.UNIT_WORK, Type.TIME})
"""Types whose answer is a set of rows."""

_FIXED_STATUS = {
    Type.NOT_FOUND: Status.NOT_FOUND,
    Type.NOT_STATED: Status.NOT_STATED,
    Type.AMBIGUOUS: Status.AMBIGUOUS,
}


def unusable(path: Path, line: int, reason: str) -> UnreadableFile:
    """The error for a file of the judge; ``line`` counts from 1, 0 stands for the whole file."""
    place = f"{path}, dòng {line}" if line else str(path)
    return UnreadableFile(f"{place}: {reason}", file=path)


def _place(text: str) -> str:
    """Check ``file#locator`` and return it in NFC."""
    file, hash_sign, locator = text.partition("#")
    if not (hash_sign and file.strip() and locator.strip()):
        raise ValueError(f"“{text}” phải có dạng tệp#vị-trí")
    return unicodedata.normalize("NFC", text)


Text = Annotated[str, Field(min_length=1, pattern=r"\S")]
Place = Annotated[str, AfterValidator(_place)]


class Case(BaseModel):
    """One question with what a right answer to it has to hold."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Text
    q: Text
    type: Type
    style: Style
    status: Status
    values: tuple[Text, ...]
    items: tuple[Place, ...] | None
    cites: tuple[Place, ...]
    today: date | None = None
    plan: Text | None = None
    prev: Text | None = None

    @field_validator("items", "cites")
    @classmethod
    def _no_place_twice(cls, places: tuple[str, ...] | None) -> tuple[str, ...] | None:
        if places is not None and len(set(places)) != len(places):
            twice = next(place for place in places if places.count(place) > 1)
            raise ValueError(f"“{twice}” ghi hai lần")
        return places

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        for wrong, reason in self._contradictions():
            if wrong:
                raise ValueError(reason)
        return self

    def _contradictions(self) -> Iterable[tuple[bool, str]]:
        refused = self.status in {Status.NOT_FOUND, Status.NOT_STATED}
        fixed = _FIXED_STATUS.get(self.type, self.status)
        yield self.status is not fixed, f"loại {self.type} phải có status {fixed}"
        yield refused and bool(self.values), f"status {self.status} thì values phải rỗng"
        yield refused and bool(self.items), f"status {self.status} thì items phải là null"
        silent = self.status is Status.NOT_FOUND
        yield silent and bool(self.cites), "status not_found thì cites phải rỗng"
        yield not silent and not (self.cites or self.items), "thiếu cites"
        listed = self.type in ROWS or self.type is Type.AMBIGUOUS
        yield listed and not refused and self.items is None, f"loại {self.type} phải có items"
        plain = self.status is Status.ANSWERED and self.items is None
        yield plain and not self.values, "status answered thì phải có values hoặc items"
        followup = self.type is Type.FOLLOWUP
        yield followup and self.prev is None, "loại followup phải có prev"
        yield not followup and self.prev is not None, "prev chỉ dùng cho loại followup"

    @property
    def typed(self) -> str:
        """The question as it reaches the service: files are NFC, so NFD is made here."""
        return unicodedata.normalize("NFD", self.q) if self.style is Style.NFD else self.q

    @property
    def answerable(self) -> bool:
        """Whether the plans hold an answer (or several)."""
        return self.status in {Status.ANSWERED, Status.AMBIGUOUS}

    @property
    def relevant(self) -> tuple[str, ...]:
        """Every place that a search for this question ought to bring up."""
        return tuple(dict.fromkeys((*self.cites, *(self.items or ()))))

    @property
    def files(self) -> frozenset[str]:
        """The plan files that the case names; empty when it names none."""
        named = {place.partition("#")[0] for place in self.relevant}
        return frozenset(named | ({self.plan} if self.plan else set()))


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One question file and its cases in file order."""

    path: Path
    cases: tuple[Case, ...]

    @property
    def files(self) -> frozenset[str]:
        """The plan files that its cases name."""
        return frozenset(file for case in self.cases for file in case.files)


def load(paths: Iterable[Path]) -> tuple[Case, ...]:
    """Return the cases of all files, in order. Raises: UnreadableFile."""
    return tuple(case for file in load_files(list(paths)) for case in file.cases)


def load_files(paths: Sequence[Path]) -> tuple[CaseFile, ...]:
    """Read question files, ids unique over all of them. Raises: UnreadableFile."""
    seen: dict[str, str] = {}
    return tuple(CaseFile(path, tuple(_read(path, seen))) for path in paths)


def _read(path: Path, seen: dict[str, str]) -> Iterable[Case]:
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        case = _parse(path, number, line)
        if case.id in seen:
            raise unusable(path, number, f"id “{case.id}” đã dùng ở {seen[case.id]}")
        seen[case.id] = f"{path.name}, dòng {number}"
        yield case


def _lines(path: Path) -> list[str]:
    try:
        # Not splitlines(): a JSON string may hold U+2028, which is no end of a line here.
        return path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise unusable(path, 0, f"không đọc được ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise unusable(path, 0, "không phải văn bản UTF-8") from error


def _parse(path: Path, number: int, line: str) -> Case:
    try:
        return Case.model_validate(json.loads(line, object_pairs_hook=_no_key_twice))
    except json.JSONDecodeError as error:
        raise unusable(path, number, f"không phải JSON ({error.msg})") from error
    except ValidationError as error:
        raise unusable(path, number, "; ".join(map(_reason, error.errors()))) from error
    except ValueError as error:
        raise unusable(path, number, str(error)) from error


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        raise ValueError(f"khóa “{next(key for key in keys if keys.count(key) > 1)}” ghi hai lần")
    return dict(pairs)


def _reason(error: ErrorDetails) -> str:
    """Say one pydantic error in Vietnamese, with the key it is about."""
    key = ".".join(str(part) for part in error["loc"])
    known = {
        "extra_forbidden": "khóa lạ",
        "missing": "thiếu khóa này",
        "model_type": "phải là một đối tượng JSON {…}",
    }
    said = known.get(error["type"]) or str(error["msg"]).removeprefix("Value error, ")
    return f"{key}: {said}" if key else said
