"""Compound nouns of a sentence, told by the word segmenter and tagger that underthesea brings along."""

from __future__ import annotations

import pickle
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, cast

from ingest.folding import fold

Tagged = Sequence[tuple[str, str]]
_TOKEN: Final = re.compile(r"[^\W_]+(?:[.\-/][^\W_]+)*|[^\w\s]")
_WORDS: Final = "word_tokenize/models/ws_crf_vlsp2013_20230727"
_TAGS: Final = "pos_tag/models/pos_crf_vlsp2013_20230303"
_NOUN: Final = "N"
_PREDICATES: Final = frozenset({"V", "A"})
_INSIDE: Final = "I-W"


def compound_nouns(text: str) -> tuple[str, ...]:
    """The common nouns of two syllables or more that ``text``, typed with accents, holds, in small letters.

    The first call loads the models (0.3 s, 60 MB); each takes a millisecond.
    """
    return tuple(word.lower() for word, tag in _tagger()(text) if tag == _NOUN and " " in word)


def compound_predicates(text: str) -> tuple[str, ...]:
    """The verbs and adjectives of two syllables or more, likewise: "hài lòng", "tốt nghiệp"."""
    return tuple(word.lower() for word, tag in _tagger()(text) if tag in _PREDICATES and " " in word)


def plain_nouns(text: str) -> tuple[str, ...]:
    """Neighbours in a text typed without accents that the dictionary knows as nouns of two syllables and as nothing else.

    As they are typed, in the order of the text; a pair may be the end of one word and the beginning of the next.
    """
    readings = _readings()
    pairs = (f"{one} {other}" for one, other in pairwise(re.findall(r"[^\W_]+", fold(text))))
    return tuple(pair for pair in pairs if pair in readings and all(map(_is_noun, readings[pair])))


@cache
def _readings() -> Mapping[str, Sequence[str]]:
    """The dictionary's words of two syllables by how they are typed without accents."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in _dictionary(_folder() / _WORDS):
        if word.count(" ") == 1:
            found[fold(word)].append(word)
    return found


@cache
def _is_noun(word: str) -> bool:
    return compound_nouns(word) == (word,)


def _folder() -> Path:
    """Where the package's models lie.

    Raises:
        ModuleNotFoundError: the package is not installed.
    """
    package = find_spec("underthesea")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("underthesea")
    return Path(package.origin).parent / "pipeline"


@cache
def _tagger() -> Callable[[str], Tagged]:
    """What parts a text into words with their sorts.

    The package's two models are loaded by themselves, for its ``__init__`` brings in torch (see `index.splitting`); a
    release that keeps them elsewhere is asked as a whole.
    """
    folder = _folder()
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
    """All words that the model knows; none where the package keeps none."""
    file = folder / "dictionary.bin"
    return cast(set[str], _data(file)) if file.is_file() else set()


@cache
def _data(file: Path) -> Any:
    return pickle.loads(file.read_bytes())  # noqa: S301 - a data file of an installed, pinned package
