"""Long prose cut into clause-sized pieces at sentence ends, else at weaker marks, never losing a character."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, Final, cast

from ingest.document import Span

LIMIT: Final = 600
"""Characters in a piece: about 150 tokens, a long clause of a plan."""

SEPARATORS: Final = ("\n", "; ", ". ", ": ", ", ", " – ", " - ", " ", "")
"""Where a Vietnamese administrative sentence may be cut, best first."""


def split_span(text: str, span: Span, limit: int = LIMIT) -> tuple[Span, ...]:
    """``span`` of ``text`` cut into neighbouring pieces of at most ``limit`` characters.

    Pieces touch: together they are ``span``, in order. A span that is short enough comes back whole.
    """
    if span.end - span.start <= limit:
        return (span,)
    pieces = (piece for sentence in _sentences(span.slice(text)) for piece in _short(sentence, limit))
    ends = _packed(pieces, limit)
    starts = [0, *ends[:-1]]
    return tuple(Span(span.start + a, span.start + b) for a, b in zip(starts, ends, strict=True))


def _packed(pieces: Iterable[str], limit: int) -> list[int]:
    """The ends of the fewest runs of ``pieces`` that each stay within ``limit``."""
    ends: list[int] = []
    start = end = 0
    for piece in pieces:
        if end > start and end + len(piece) - start > limit:
            ends.append(end)
            start = end
        end += len(piece)
    return [*ends, end]


def _sentences(text: str) -> Iterator[str]:
    """The sentences of ``text``, each with the white space up to the next, so that they add up to it."""
    starts = [0]
    end = 0
    for sentence in _tokenizer()(text):
        start = text.find(sentence, end)
        if start > 0:
            starts.append(start)
        end = max(start, end) + len(sentence)
    for start, stop in zip(starts, [*starts[1:], len(text)], strict=True):
        yield text[start:stop]


def _short(sentence: str, limit: int) -> list[str]:
    """``sentence`` whole, or in parts that add up to it."""
    if len(sentence) <= limit:
        return [sentence]
    return cast(list[str], _splitter(limit).split_text(sentence))


@cache
def _splitter(limit: int) -> Any:
    """LangChain's recursive splitter, set to keep every character."""
    return import_module("langchain_text_splitters").RecursiveCharacterTextSplitter(
        separators=list(SEPARATORS), keep_separator="end", chunk_size=limit, chunk_overlap=0, strip_whitespace=False
    )


@cache
def _tokenizer() -> Callable[[str], list[str]]:
    """The ``sent_tokenize`` of underthesea, loaded by itself.

    The package's ``__init__`` brings in torch and transformers (4 s, 300 MB, measured); its sentence
    splitter is one file that needs neither.
    """
    package = find_spec("underthesea")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("underthesea")
    file = Path(package.origin).parent / "pipeline" / "sent_tokenize" / "__init__.py"
    spec = spec_from_file_location("_sent_tokenize", file)
    if spec is None or spec.loader is None or not file.is_file():
        return cast(Callable[[str], list[str]], import_module("underthesea").sent_tokenize)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast(Callable[[str], list[str]], module.sent_tokenize)
