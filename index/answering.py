"""What questions are answered from: corrected plans, of each its newest version, what adjusts before what it adjusts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from index.catalogue import Stored
from index.chunks import Chunk
from ingest.corrections import Standing
from ingest.plan import Plan
from ingest.versions import links, newest_first, replaced


def answering(stored: Stored) -> Stored:
    """The plans as they are to be answered from; those that others replace are put aside as ``earlier``."""
    return _newest(_corrected(stored))


def _corrected(stored: Stored) -> Stored:
    """Corrections laid over the plans.

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


def _newest(stored: Stored) -> Stored:
    """Without the plans that another one replaces, with their chunks and vectors."""
    found = links(stored.plans, stored.turns)
    if not found:
        return stored
    by_file = {plan.file: plan for plan in stored.plans}
    old = replaced(found)
    order = [file for file in newest_first(list(by_file), found) if file not in old]
    kept = {by_file[file].digest for file in order}
    rows = [at for at, chunk in enumerate(stored.chunks) if chunk.plan_digest in kept]
    return replace(
        stored,
        plans=tuple(by_file[file] for file in order),
        chunks=tuple(stored.chunks[at] for at in rows),
        vectors=stored.vectors[np.array(rows, dtype=np.intp)],
        earlier=tuple(plan for plan in stored.plans if plan.file in old),
        links=found,
    )
