"""What was computed before for the same content: vectors by model and text, chunks by plan."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import orjson
from numpy.typing import NDArray

from index.catalogue.database import WAIT, Database
from index.catalogue.schema import VECTORS
from index.chunks import Chunk
from index.records import from_json, to_json

Vectors = NDArray[np.float32]

FILE_NAME: Final = "embeddings.sqlite"


class VectorCache:
    """Passage vectors and chunks, for all libraries of a user; losing it loses only time."""

    def __init__(self, folder: Path, *, wait: float = WAIT) -> None:
        """Raises: StoreBusy, StoreDamaged."""
        self._database = Database(folder / FILE_NAME, VECTORS, wait=wait)
        self.close = self._database.close

    def known(self, model: str, texts: Iterable[str]) -> dict[str, Vectors]:
        """The vectors of those ``texts`` that are cached, each float32 (dim,), by text."""
        by_hash = {_hash(text): text for text in texts}
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT text, vector FROM vectors WHERE model = ? AND text IN (SELECT value FROM json_each(?))",
                (model, orjson.dumps(list(by_hash)).decode()),
            ).fetchall()
        return {by_hash[found]: np.frombuffer(vector, dtype=np.float32) for found, vector in rows}

    def remember(self, model: str, texts: Sequence[str], vectors: Vectors) -> None:
        """Cache row i of ``vectors`` for ``texts[i]``."""
        rows = [(model, _hash(text), vector.tobytes()) for text, vector in zip(texts, vectors, strict=True)]
        with self._database.writing() as connection:
            connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)

    def chunks(self, content: str) -> tuple[Chunk, ...] | None:
        """The chunks of the plan whose records have this hash, if they were cut before."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT records FROM chunks WHERE content = ?", (content,)).fetchone()
        return None if row is None else tuple(from_json(tuple[Chunk, ...], row[0]))

    def remember_chunks(self, content: str, chunks: tuple[Chunk, ...]) -> None:
        """Cache the chunks of such a plan."""
        with self._database.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO chunks VALUES (?, ?)", (content, to_json(chunks)))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
