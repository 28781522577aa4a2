"""The plans as questions see them: entries to be found, units under one key, names that point to a plan."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from importlib import resources
from typing import Any, Final, TypeVar

from ingest.folding import fold
from ingest.plan import Plan
from ingest.units import abbreviations, is_collective, unit_aliases, unit_key
from rag.corpus.entries import Entry, entries_of
from rag.corpus.profiles import Profile, profile_of, with_cited_numbers
from rag.language.phrases import every_phrase
from rag.language.retyped import Retyper
from rag.language.spelling import Speller
from rag.language.synonyms import every_synonym
from rag.language.vocabulary import vocabulary_of
from rag.language.words import Expander, sound, without_and


@dataclass(frozen=True, slots=True)
class Unit:
    """One office under all its spellings, the first printed first."""

    key: str
    names: tuple[str, ...]
    collective: bool


@dataclass(frozen=True, slots=True)
class Library:
    """Everything derived from the loaded plans; built once for each state of the store.

    ``printed`` are all words of the entries with their accents, ``printed_sounds`` the padded sound form of every plan's
    text, ``office_sounds`` the same with abbreviations written out and no "và". ``spoken_units`` pairs the sound form of a unit's name with its key, longest first.
    ``place_names`` are the profiles' places (sound forms) as heads of plans spell them.
    ``weights`` holds the idf of every gram that is met, ``unseen`` that of any other; ``title_weights`` sums it over each
    entry's name.
    """

    plans: tuple[Plan, ...]
    entries: tuple[Entry, ...]
    profiles: tuple[Profile, ...]
    units: Mapping[str, Unit]
    expander: Expander
    weights: Mapping[str, float]
    unseen: float
    title_weights: tuple[float, ...]
    printed: frozenset[str]
    printed_sounds: tuple[str, ...]
    office_sounds: tuple[str, ...]
    spoken_units: tuple[tuple[str, str], ...]
    place_words: frozenset[str]
    place_names: Mapping[str, str]
    speller: Speller
    retyper: Retyper
    derived: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What `once` keeps, by the name of what made it."""

    def idf(self, gram: str) -> float:
        """Inverse document frequency over entries; a gram never seen weighs most."""
        return self.weights.get(gram, self.unseen)

    def numbers(self, files: Container[str]) -> frozenset[int]:
        """The numbers of the plans read from these files."""
        return frozenset(number for number, plan in enumerate(self.plans) if plan.file in files)

    def hear(self, text: str) -> str:
        """The sound form of a text with its abbreviations written out."""
        return _hearing(self)(text)

    def prints(self, words: str, plan: int) -> bool:
        """Whether the plan of that number prints these words (a sound form) side by side."""
        return f" {words} " in self.printed_sounds[plan]

    def names_office(self, words: str, plan: int) -> bool:
        """Whether the plan of that number names the office of these words (`rag.mentions.actors.Actor.words`), in full or in short."""
        return f" {words} " in self.office_sounds[plan]

    def cover(
        self,
        words: Mapping[str, float],
        own: AbstractSet[str],
        context: AbstractSet[str] = frozenset(),
        *,
        share: float = 0.0,
    ) -> float:
        """The part of ``words``, by idf and their own weights, that ``own`` holds; a word of ``context`` counts ``share``."""
        weighed = {word: self.idf(word) * weight for word, weight in words.items()}
        met = sum(weight for word, weight in weighed.items() if word in own)
        met += share * sum(weight for word, weight in weighed.items() if word in context and word not in own)
        return met / (sum(weighed.values()) or 1.0)


_HEARD: Final = 16384
"""Texts kept with their sound forms."""
Made = TypeVar("Made")


def once(make: Callable[[Library], Made]) -> Callable[[Library], Made]:
    """A function of a library alone that is computed once for each library, not for each question."""
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def held(library: Library) -> Made:
        if name not in library.derived:
            library.derived[name] = make(library)
        made: Made = library.derived[name]
        return made

    return held


@once
def _hearing(library: Library) -> Callable[[str], str]:
    """Plans' rows and clauses are heard again with every question that comes near them."""
    expand = library.expander.expand
    return lru_cache(maxsize=_HEARD)(lambda text: sound(expand(text)))


def build_library(plans: Sequence[Plan]) -> Library:
    """Derive entries, units, profiles and frequencies from ``plans``."""
    expander = _expander(plans)
    entries: list[Entry] = []
    for number, plan in enumerate(plans):
        entries.extend(entries_of(plan, number, len(entries), expander))
    frequency: Counter[str] = Counter()
    for entry in entries:
        frequency.update(entry.main | entry.context)
    weights = {gram: _idf(len(entries), count) for gram, count in frequency.items()}
    unseen = _idf(len(entries), 0)
    profiles = with_cited_numbers([profile_of(plan, expander) for plan in plans], plans, expander)
    units = _units(plans)
    return Library(
        plans=tuple(plans),
        entries=tuple(entries),
        profiles=profiles,
        units=units,
        expander=expander,
        weights=weights,
        unseen=unseen,
        title_weights=tuple(_title_weight(entry, weights) for entry in entries),
        printed=frozenset(word for entry in entries for word in entry.printed),
        printed_sounds=tuple(f" {sound(plan.text)} " for plan in plans),
        office_sounds=tuple(_office_sound(plan.text, expander) for plan in plans),
        spoken_units=_spoken_units(units),
        place_words=frozenset(word for profile in profiles for place in profile.places for word in place.split()),
        place_names=_place_names(plans, profiles),
        speller=Speller(weights),
        retyper=Retyper(
            vocabulary_of((plan.text for plan in plans), every_phrase(), every_synonym()),
            expander,
            Expander([*_unit_shorthand(), *_shorthand()], expander.vocabulary),
            (name for unit in units.values() for name in unit.names),
        ),
    )


def _place_names(plans: Sequence[Plan], profiles: Sequence[Profile]) -> dict[str, str]:
    """Every place of a profile as the head of a plan spells it; as it sounds where none does."""
    names = {place: place for profile in profiles for place in profile.places}
    for plan in plans:
        header = plan.header
        words = re.findall(r"[^\W\d_]+", f"{header.title or ''} | {header.issuer or ''} | {header.place or ''}")
        heard = [sound(word) for word in words]
        for place in names:
            size = len(place.split())
            at = next((n for n in range(len(heard) - size + 1) if " ".join(heard[n : n + size]) == place), None)
            if at is not None:
                names[place] = " ".join(word.capitalize() for word in words[at : at + size])
    return names


def _office_sound(text: str, expander: Expander) -> str:
    """A plan's text as names of offices are compared: padded sound form, abbreviations written out, "và" left out."""
    return f" {without_and(sound(expander.expand(text)))} "


def _title_weight(entry: Entry, weights: Mapping[str, float]) -> float:
    """What the syllables of the entry's name weigh together."""
    return sum(weights.get(gram, 0.0) for gram in sorted(entry.title) if "_" not in gram) or 1.0


def _idf(entries: int, holding: int) -> float:
    return math.log(1 + (entries + 0.5) / (holding + 0.5))


def _expander(plans: Sequence[Plan]) -> Expander:
    """Abbreviations that the plans define, then the general ones, then the shorthand of questions."""
    defined = [pair for plan in plans for pair in plan.abbreviations]
    words = frozenset(word for plan in plans for word in re.findall(r"[^\W\d_]+", plan.text))
    vocabulary = frozenset(fold(word) for word in words if not word.isupper())
    return Expander([*defined, *abbreviations(), *_unit_shorthand(), *_shorthand()], vocabulary)


def _unit_shorthand() -> list[tuple[str, str]]:
    """Kinds of office by their first letters."""
    return [pair for pair in unit_aliases() if " " not in pair[0]]


def _shorthand() -> list[tuple[str, str]]:
    source = (resources.files("rag") / "data" / "shorthand.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in source.splitlines() if line.strip() and not line.startswith("#")]
    return [(short, full) for short, full in rows]


_LONGEST_NAME: Final = 12
"""Words of an actor's name; a longer one in prose is a clause, not a name."""


def _units(plans: Iterable[Plan]) -> dict[str, Unit]:
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for plan in plans:
        found = [unit for task in plan.tasks for unit in (*task.leads, *task.supports)]
        found += [unit for target in plan.targets for unit in (*target.leads, *target.supports)]
        found += [duty.actor for duty in plan.duties if len(duty.actor.split()) <= _LONGEST_NAME]
        for unit in found:
            names[unit_key(unit)][unit] = None
    return {key: Unit(key, tuple(same), is_collective(next(iter(same)))) for key, same in names.items() if key}


_OF_PLACE: Final = re.compile(r"(?<! co) (?:tinh|phuong|xa(?! hoi)|huyen|quan|thanh pho)(?: .*)?$")
_NEVER_ALONE: Final = frozenset(
    {
        *("uy ban nhan dan", "hoi dong nhan dan", "dang uy", "cong an", "van phong", "ban chi huy"),
        *("ban thuong vu", "cac co quan", "cac don vi"),
    }
)
"""Names that mean no one office until their place is said."""
_OFFICE: Final = "van phong"
_OFFICES: Final = frozenset(f"{_OFFICE} {organ}" for organ in ("so", "bo", "cuc", "truong", "vien"))
"""Key and sound of what each organ has one of, and its keys where plans print what sort of organ behind it."""


def _spoken_units(units: Mapping[str, Unit]) -> tuple[tuple[str, str], ...]:
    """Names of units with and without the place at their end, by how they sound; single syllables name no unit."""
    names = {sound(key): key for key in units}
    for key in units:
        core = _OF_PLACE.sub("", key)
        if len(key.split()) > 3 and core not in _NEVER_ALONE:
            names.setdefault(sound(core), core)
    if not _OFFICES.isdisjoint(units):
        names.setdefault(_OFFICE, _OFFICE)
    longest = sorted(names, key=lambda name: -len(name))
    return tuple((name, names[name]) for name in longest if " " in name)
