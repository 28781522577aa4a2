"""What questions are answered from: the stored plans with what clerks have put right laid over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from index.catalogue import Stored
from index.chunks import Chunk
from ingest.corrections import Standing
from ingest.plan import Plan


def answering(stored: Stored) -> Stored:
    """The plans as they are to be answered from.

    Chunks keep the words of the source, by which their vectors were made, and are found by the corrected ones as well.
    """
    if not stored.corrections:
        return stored
    from ingest.correcting import corrected  # noqa: PLC0415 - reads cells anew; 0.1 s that a library without needs not

    plans: list[Plan] = []
    words: dict[tuple[str, str], list[str]] = defaultdict(list)
    for plan in stored.plans:
        mended, laid = corrected(plan, stored.corrections.get(plan.file, ()))
        plans.append(mended)
        for one in laid:
            if one.standing is Standing.APPLIED:
                words[plan.digest, one.locator].append(one.correction.new)
    chunks = tuple(_worded(chunk, words) for chunk in stored.chunks)
    return replace(stored, plans=tuple(plans), chunks=chunks)


def _worded(chunk: Chunk, words: Mapping[tuple[str, str], list[str]]) -> Chunk:
    added = words.get((chunk.plan_digest, chunk.locator))
    return replace(chunk, lexical_text=f"{chunk.lexical_text} {' '.join(added)}") if added else chunk
