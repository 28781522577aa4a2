"""Records to JSON and back to equal records.

orjson writes dataclasses as they are; reading builds one constructor for each type from its
annotations. pydantic would do both, but reads ``date: date | None`` in a slotted class as an error.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import orjson

Record = TypeVar("Record")
Reader = Callable[[Any], Any]


def to_json(record: object) -> str:
    """The record as compact JSON; dates are ISO, enums their values, tuples lists."""
    return orjson.dumps(record).decode()


def from_json(kind: type[Record], text: str | bytes) -> Record:
    """The record of ``kind`` that ``text`` holds.

    Raises:
        ValueError, TypeError, KeyError: ``text`` is not JSON, or not of this shape.
    """
    return cast(Record, _reader(cast(Hashable, kind))(orjson.loads(text)))


def all_from_json(kind: type[Record], texts: list[str]) -> tuple[Record, ...]:
    """What ``from_json`` gives for each of ``texts``, read in one go."""
    read = _reader(cast(Hashable, kind))
    return tuple(read(value) for value in orjson.loads(f"[{','.join(texts)}]"))


def _same(value: Any) -> Any:
    return value


@cache
def _reader(annotation: Hashable) -> Reader:
    """A function from parsed JSON to a value of ``annotation``."""
    origin = get_origin(annotation)
    if origin is tuple:
        return _tuple_reader(get_args(annotation))
    if origin in (Union, UnionType):
        return _optional_reader(get_args(annotation))
    if annotation is date:
        return date.fromisoformat
    if is_dataclass(annotation):
        return _record_reader(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation
    return _same


def _tuple_reader(items: tuple[Any, ...]) -> Reader:
    """``tuple[X, ...]`` and ``tuple[X, Y]``."""
    if items[-1] is Ellipsis:
        read = _reader(items[0])
        return tuple if read is _same else lambda values: tuple(read(value) for value in values)
    readers = [_reader(item) for item in items]
    return lambda values: tuple(read(value) for read, value in zip(readers, values, strict=True))


def _optional_reader(members: tuple[Any, ...]) -> Reader:
    """``X | None``; the records have no other unions."""
    (member,) = (each for each in members if each is not NoneType)
    read = _reader(member)
    return read if read is _same else lambda value: None if value is None else read(value)


def _record_reader(kind: Any) -> Reader:
    """A dataclass from a dict; fields that were not stored take their defaults."""
    hints = get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in fields(kind)}
    needed = {name: read for name, read in readers.items() if read is not _same}

    def read(values: dict[str, Any]) -> Any:
        for name, convert in needed.items():
            if name in values:
                values[name] = convert(values[name])
        return kind(**values)

    return read
