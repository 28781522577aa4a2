"""SentencePiece unigram tokens (Kudo 2018, arXiv:1804.10959): the likeliest pieces of each word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

SPACE: Final = "\u2581"
"""SentencePiece's mark for the white space in front of a word."""

_UNKNOWN_COST: Final = 10.0


class Unigram:
    """A vocabulary of pieces with log probabilities; words met before are remembered.

    Pieces hold the space mark in front or not at all, so words can be cut one by one.
    """

    def __init__(
        self, pieces: Sequence[str], scores: Sequence[float], *, unknown: int, replaced: Mapping[int, str]
    ) -> None:
        """``replaced`` maps code points to what the model's normalizer makes of them."""
        self._ids = dict(zip(reversed(pieces), range(len(pieces) - 1, -1, -1), strict=True))
        self._scores = scores
        self._unknown = unknown
        self._unknown_score = min(scores) - _UNKNOWN_COST
        self._longest = max(map(len, pieces))
        self._replaced = dict(replaced)
        self._words: dict[str, list[int]] = {}

    def encode(self, text: str) -> list[int]:
        """The piece ids of ``text``, without the model's own start and end marks."""
        text = re.sub(" +", " ", text.translate(self._replaced)).replace(" ", SPACE)
        words = re.findall(f"{SPACE}[^{SPACE}]*", text if text.startswith(SPACE) else SPACE + text)
        return [piece for word in words for piece in self._word(word)]

    def _word(self, word: str) -> list[int]:
        found = self._words.get(word)
        if found is None:
            found = self._words[word] = self._cut(word)
        return found

    def _cut(self, word: str) -> list[int]:
        """The best path through ``word`` (Viterbi); a character in no piece is unknown."""
        best = [0.0] + [float("-inf")] * len(word)
        path: list[tuple[int, int]] = [(0, 0)] * (len(word) + 1)
        for start in range(len(word)):
            for end in range(start + 1, min(len(word), start + self._longest) + 1):
                piece = self._ids.get(word[start:end], self._unknown)
                score = self._unknown_score if piece == self._unknown else self._scores[piece]
                if (piece != self._unknown or end == start + 1) and best[start] + score > best[end]:
                    best[end], path[end] = best[start] + score, (start, piece)
        pieces = []
        end = len(word)
        while end:
            end, piece = path[end]
            pieces.append(piece)
        return pieces[::-1]
