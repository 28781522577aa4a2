"""Compound nouns of a sentence, told by the word segmenter and tagger that underthesea brings along."""

from __future__ import annotations

import pickle
import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, cast

Tagged = Sequence[tuple[str, str]]
_TOKEN: Final = re.compile(r"[^\W_]+(?:[.\-/][^\W_]+)*|[^\w\s]")
_WORDS: Final = "word_tokenize/models/ws_crf_vlsp2013_20230727"
_TAGS: Final = "pos_tag/models/pos_crf_vlsp2013_20230303"
_NOUN: Final = "N"
_INSIDE: Final = "I-W"


def compound_nouns(text: str) -> tuple[str, ...]:
    """The common nouns of two syllables or more that ``text``, typed with accents, holds, in small letters.

    The first call loads the models (0.3 s, 60 MB); each takes a millisecond.
    """
    return tuple(word.lower() for word, tag in _tagger()(text) if tag == _NOUN and " " in word)


@cache
def _tagger() -> Callable[[str], Tagged]:
    """What parts a text into words with their sorts.

    The package's two models are loaded by themselves, for its ``__init__`` brings in torch (see `index.splitting`); a
    release that keeps them elsewhere is asked as a whole.

    Raises:
        ModuleNotFoundError: the package is not installed.
    """
    package = find_spec("underthesea")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("underthesea")
    folder = Path(package.origin).parent / "pipeline"
    if not all((folder / part / "models.bin").is_file() for part in (_WORDS, _TAGS)):
        return cast(Callable[[str], Tagged], import_module("underthesea").pos_tag)
    segment, tag = _labeller(folder / _WORDS), _labeller(folder / _TAGS)
    known = _dictionary(folder / _WORDS)

    def tagged(text: str) -> Tagged:
        tokens = _TOKEN.findall(unicodedata.normalize("NFC", text))
        words: list[str] = []
        for token, label in zip(tokens, segment(tokens), strict=True):
            if label == _INSIDE and words:
                words[-1] += f" {token}"
            else:
                words.append(token)
        sorts = [label.partition("-")[2] for label in tag(words)]
        # What the dictionary does not know is a slip or a name.
        return [(word, sort) for word, sort in zip(words, sorts, strict=True) if word.lower() in known]

    return tagged


def _labeller(folder: Path) -> Callable[[Sequence[str]], Sequence[str]]:
    """What labels tokens by a conditional random field that lies in ``folder``."""
    core = import_module("underthesea_core")
    features = core.CRFFeaturizer(_data(folder / "features.bin"), _dictionary(folder))
    model = core.CRFTagger()
    model.load(str(folder / "models.bin"))

    def labels(tokens: Sequence[str]) -> Sequence[str]:
        seen = features.process([[[token] for token in tokens]])[0]
        return cast(Sequence[str], model.tag(seen)) if tokens else ()

    return labels


def _dictionary(folder: Path) -> set[str]:
    return cast(set[str], _data(folder / "dictionary.bin"))


@cache
def _data(file: Path) -> Any:
    return pickle.loads(file.read_bytes())  # noqa: S301 - a data file of an installed, pinned package
