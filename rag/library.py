"""The plans as questions see them: entries to be found, units under one key, names that point to a plan."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from importlib import resources

from ingest.document import Span
from ingest.folding import fold, tone_normal
from ingest.letters import UPPER
from ingest.plan import Clause, Due, Field, Plan, Section, SectionKind, Target, Task
from ingest.units import abbreviations, is_collective, unit_aliases, unit_key
from rag.words import Expander, sound


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a question can be about: a task or target row, or a clause of prose.

    ``main`` and ``context`` are sets of sound-form syllables and neighbour pairs: the entry's own words, and
    those of its group, annex and plan. ``printed`` holds its words with their accents.
    """

    kind: str
    plan: int
    order: int
    locator: str
    name: str
    row: Task | Target | Clause
    main: frozenset[str]
    title: frozenset[str]
    context: frozenset[str]
    text: str
    printed: frozenset[str] = frozenset()

    @property
    def task(self) -> Task | None:
        """The row when it is a task."""
        return self.row if isinstance(self.row, Task) else None

    @property
    def target(self) -> Target | None:
        """The row when it is a target."""
        return self.row if isinstance(self.row, Target) else None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the entry is printed."""
        return (self.row.span,) if isinstance(self.row, Clause) else self.row.spans

    def field(self, role: str) -> Field:
        """A cell by its role; blank for clauses and for roles the row has not."""
        found = getattr(self.row, role, None)
        return found if isinstance(found, Field) else Field()

    @property
    def leads(self) -> tuple[str, ...]:
        """Lead units as printed."""
        return () if isinstance(self.row, Clause) else self.row.leads

    @property
    def supports(self) -> tuple[str, ...]:
        """Supporting units as printed."""
        return () if isinstance(self.row, Clause) else self.row.supports

    @property
    def when(self) -> Due | None:
        """The deadline, where the row has one."""
        return None if isinstance(self.row, Clause) else self.row.when


def grams(text: str) -> frozenset[str]:
    """Syllables and neighbour pairs of a sound form."""
    words = text.split()
    return frozenset((*words, *(f"{a}_{b}" for a, b in zip(words, words[1:], strict=False))))


@dataclass(frozen=True, slots=True)
class Unit:
    """One office under all its spellings."""

    key: str
    names: tuple[str, ...]
    collective: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """How people point to one plan: its numbers, its issuer and places, its level, its year."""

    numbers: frozenset[str]
    issuer: str
    issuer_key: str
    places: tuple[str, ...]
    level: str
    year: int | None
    words: frozenset[str]
    title: str


def _level(issuer: str, number: str) -> str:
    """Province, department, district, commune, ministry or other, by the issuer's words."""
    key = f" {unit_key(issuer)} "
    if re.search(r" (?:phuong|xa|thi tran|dac khu) (?!hoi)", key):
        return "commune"
    if re.search(r" (?:huyen|quan|thi xa) ", key):
        return "district"
    if re.match(r" (?:so|chi cuc|phong|truong|trung tam|benh vien|ban dan toc) ", key):
        return "department"
    if re.search(r" (?:bo|chinh phu|thu tuong) ", key[:12]):
        return "ministry"
    if re.search(r" (?:tinh|thanh pho) ", key) or "UBND" in number:
        return "province"
    return "other"


_PLACE = re.compile(rf"\b(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+((?:[{UPPER}][\wÀ-ỹ]*\s?){{1,4}})")


_OWN_NAME = re.compile(rf"\s((?:[{UPPER}][a-zà-ỹ]+\s+){{1,3}}[{UPPER}][a-zà-ỹ]+)$")


def _places(plan: Plan) -> tuple[str, ...]:
    """Proper names of places that the head gives the plan, sound forms, the plan's own first."""
    header = plan.header
    captions = re.findall(r"kèm theo[^\n]{0,160}", plan.text)
    found = [sound(match.group(1)) for text in (header.issuer, header.title, *captions) if text for match in _PLACE.finditer(text)]
    if header.place:
        found.insert(0, sound(re.sub(r"^(?:TP|Thành phố|tỉnh)\.?\s+", "", header.place)))
    own = _OWN_NAME.search(header.issuer or "")
    if own and not (header.issuer or "").isupper():
        found.append(sound(own.group(1)))
    return tuple(dict.fromkeys(place for place in found if place))


def _number_forms(number: str) -> set[str]:
    """ "1489/KH-UBND" → itself folded without spaces, and its bare figure."""
    whole = re.sub(r"\s", "", fold(number))
    return {whole, re.split(r"[/\-]", whole)[0]}


@dataclass(slots=True)
class Library:
    """Everything derived from the loaded plans; built once for each state of the store."""

    plans: tuple[Plan, ...]
    entries: tuple[Entry, ...] = ()
    profiles: tuple[Profile, ...] = ()
    units: dict[str, Unit] = field(default_factory=dict)
    expander: Expander = field(default_factory=lambda: Expander(()))
    frequency: Counter[str] = field(default_factory=Counter)
    printed: frozenset[str] = frozenset()
    printed_sounds: str = ""

    def idf(self, gram: str) -> float:
        """Inverse document frequency over entries; a gram never seen weighs most."""
        return math.log(1 + (len(self.entries) + 0.5) / (self.frequency.get(gram, 0) + 0.5))


def _shorthand() -> list[tuple[str, str]]:
    source = (resources.files("rag") / "data" / "shorthand.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in source.splitlines() if line.strip() and not line.startswith("#")]
    return [(short, full) for short, full in rows]


def build_library(plans: Sequence[Plan]) -> Library:
    """Derive entries, units, profiles and frequencies from ``plans``."""
    defined = [pair for plan in plans for pair in plan.abbreviations]
    aliases = [pair for pair in unit_aliases() if " " not in pair[0]]
    expander = Expander([*defined, *abbreviations(), *aliases, *_shorthand()], _vocabulary(plans))
    library = Library(tuple(plans), expander=expander)
    entries: list[Entry] = []
    for number, plan in enumerate(plans):
        entries.extend(_entries(number, plan, len(entries), expander))
    library.entries = tuple(entries)
    for entry in entries:
        library.frequency.update(entry.main | entry.context)
    library.printed = frozenset(word for entry in entries for word in entry.printed)
    library.printed_sounds = " | ".join(sound(plan.text) for plan in plans)
    library.profiles = tuple(_profile(plan, expander) for plan in plans)
    library.profiles = _cited_numbers(library)
    library.units = _units(plans)
    return library


def _vocabulary(plans: Sequence[Plan]) -> frozenset[str]:
    """Folded syllables that the plans print in small letters."""
    return frozenset(fold(word) for plan in plans for word in re.findall(r"[^\W\d_]+", plan.text) if not word.isupper())


def _entries(number: int, plan: Plan, start: int, expander: Expander) -> list[Entry]:
    headings = {section.locator: section.heading for section in plan.sections}
    names = {task.locator: task.name.text for task in (*plan.tasks, *plan.targets)}
    rows: list[tuple[str, Task | Target | Clause]] = [("task", task) for task in plan.tasks]
    rows += [("target", target) for target in plan.targets]
    rows += [("clause", clause) for clause in plan.clauses]
    found = []
    for kind, row in rows:
        text = row.text if isinstance(row, Clause) else " ".join(_cells(row))
        name = row.text if isinstance(row, Clause) else row.name.text
        above = _above(row, headings) + (" " + names.get(row.parent, "") if not isinstance(row, Clause) and row.parent else "")
        main = grams(sound(expander.expand(text)) + " " + sound(text))
        found.append(
            Entry(
                kind, number, start + len(found), row.locator, name, row, main,
                grams(sound(expander.expand(name))), grams(sound(expander.expand(above))) - main, text,
                frozenset(re.findall(r"[^\W_]+", tone_normal(f"{text} {expander.expand(text)} {above} {expander.expand(above)}"))),
            )
        )  # fmt: skip
    return found


def _cells(row: Task | Target) -> list[str]:
    names = ("name", "unit", "value", "lead", "support", "result", "due", "note")
    cells = [getattr(row, name).text for name in names if hasattr(row, name) and getattr(row, name).text]
    return cells + [f"{header} {cell.text}" for header, cell in row.other if cell.text]


def _above(row: Task | Target | Clause, headings: dict[str, str]) -> str:
    """Headings over an entry: group and annex for rows, the chain of sections for clauses."""
    if not isinstance(row, Clause) and row.annex:
        group = headings.get(f"{row.annex}/{row.group}", "") if row.group else ""
        return f"{row.annex} {headings.get(row.annex, '')} {group}"
    chain, locator = [], row.locator
    while locator:
        chain.append(headings.get(locator, "")[:200])
        locator = locator.rpartition("/")[0]
    return " ".join(chain)


def _profile(plan: Plan, expander: Expander) -> Profile:
    header = plan.header
    numbers = _number_forms(header.number) if header.number else set()
    issuer = header.issuer or ""
    heads = " ".join(clause.text for clause in plan.clauses if clause.locator == "Tiêu đề")[:600]
    words = f"{issuer} {header.title or ''} {header.place or ''} {heads}"
    return Profile(
        frozenset(numbers), issuer, unit_key(issuer), _places(plan), _level(issuer, header.number or ""),
        header.year, grams(sound(expander.expand(words))), sound(expander.expand(header.title or "")),
    )  # fmt: skip


def _cited_numbers(library: Library) -> tuple[Profile, ...]:
    """Give a plan that leaves its number blank the number under which another plan cites it.

    The citation must name the same kind of issuer and most words of the title.
    """
    profiles = list(library.profiles)
    for number, plan in enumerate(library.plans):
        if plan.header.number or not plan.header.title:
            continue
        title = set(profiles[number].title.split())
        for other in library.plans:
            for basis in other.header.legal_bases:
                cited = set(sound(library.expander.expand(basis.text)).split())
                same = re.search(r"\b(?:KH|CTr)\b", basis.number) and len(title & cited) >= 0.9 * len(title)
                if other is not plan and same and _fits(basis.number, profiles[number]):
                    profiles[number] = replace(profiles[number], numbers=profiles[number].numbers | _number_forms(basis.number))
    return tuple(profiles)


def _fits(number: str, profile: Profile) -> bool:
    council = "UBND" in number
    return council == (profile.level in ("province", "district", "commune") and "uy ban" in profile.issuer_key)


_LONGEST_NAME = 12


def _units(plans: Iterable[Plan]) -> dict[str, Unit]:
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for plan in plans:
        for row in (*plan.tasks, *plan.targets):
            for unit in (*row.leads, *row.supports):
                names[unit_key(unit)][unit] = None
        for duty in plan.duties:
            if len(duty.actor.split()) <= _LONGEST_NAME:
                names[unit_key(duty.actor)][duty.actor] = None
    return {key: Unit(key, tuple(found), is_collective(next(iter(found)))) for key, found in names.items() if key}


def annexes(plan: Plan) -> tuple[Section, ...]:
    """The annexes of a plan in printed order."""
    return tuple(section for section in plan.sections if section.kind is SectionKind.ANNEX)
