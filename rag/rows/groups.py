"""The groups of an annex, and the one that a question names."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from ingest.plan import SectionKind
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.words import AND, sound
from rag.mentions.actors import Actor
from rag.mentions.conditions import other_numeral
from rag.mentions.pointers import annex_label
from rag.query.question import Query

_NUMERAL: Final = r"(?:[ivxlc]+|\d+|[a-e])"
POINTED: Final = re.compile(
    r" (?:phu luc|nhom|nhiem vu|chi tieu|muc|phan|dong|danh muc|bieu|stt)(?: so)?"
    rf"(?: {_NUMERAL}(?= )(?: (?:va|hoac|hai|voi|lan)(?= {_NUMERAL} ))?){{1,5}}"
)
"""Numbered places in the padded sound form of a question about lists."""
_NUMBERED: Final = re.compile(r"^(?:[ivxlc\d]+ )*(?:ve )?")
"""What stands before the words of a heading, as they sound."""
_LEAST_HEADING: Final = 4
"""Syllables of a heading that names its part of a plan and not only a topic."""
_OF_GROUP: Final = sound("nhóm")
_NAMED: Final = re.compile(r"\bnhom (?!nhiem vu nao|nao)(.+)")
_KIND: Final = re.compile(r"(?:nhiem vu|chi tieu|hoat dong|cong viec) \S+")
"""Sound form of a heading that tells a kind of things."""
_NEXT_GROUP: Final = re.compile(
    r" (?:va |hoac |hai |voi )?nhom (?!nao|nhiem vu nao|co\b|gom\b|mai\b|bao nhieu)"
    r"|(?: co)?(?: (?:moi|tung|lan luot|tuong ung)(?: (?:nhom|phan|ben))?)? (?:co |gom )?(?:mai|bao nhieu)\b.*$"
)
"""Where the name of a further group begins, or how many there are is asked."""
_CORE_SAID: Final = re.compile(
    r"(?:(?:nhiem vu|chi tieu|viec|cong viec) )?(.+?)(?= (?:o|chong|tai|cua|thuoc|gom|co|dao|phu luc|danh muc|dom|bao gom)\b|$)"
)
_NUMBER_OF_GROUPS: Final = re.compile(r"\b(?:mai|bao nhieu|nhung|cac|so) nhom (.+)")
_PART: Final = re.compile(r"\b(?:buoc|cong doan|mang|linh vuc|phan|muc(?! tieu\b))(?! (?:mem|cham)\b) (.+)")
"""Other nouns for a group: the words behind them must be its whole heading."""
_SEVERAL: Final = f"{sound('các')} "
_GIVING: Final = re.compile(
    r"\b(?:phu luc|danh muc|bang|bieu)(?: (?!nao\b|mai\b|bao\b)\S+){0,3} (?:dao|phan cong)(?: viec| nhiem vu| cu the| cho)*$"
)
ASKING: Final = re.compile(r" (?:co|gom|bao gom|mai|bao nhieu|nao|nhung|dom)\b.*$")
"""Where the name of a part ends and the question goes on, in sound form."""
GROUP_NOUNS: Final = frozenset(sound("mảng phần lĩnh vực bước công đoạn").split())
_PARTS: Final = re.compile(r"\b(?:mai|bao nhieu|nhung|cac) phan\b")
NOT_HEADING: Final = re.compile(
    r"\b(?:phu luc|nhiem vu|chi tieu|hoat dong|ce hoach|danh muc|ve|cua|chong|co|mai|bao nhieu|nhung|nao|dom|gom|cac|va)\b"
)
PLACES: Final = frozenset(sound("xã phường tỉnh huyện quận tại ở của trong kèm theo năm này").split())
_ABOUT: Final = frozenset(sound("về nhóm phần mảng lĩnh vực thuộc mục").split())
_LONG_HEADING, _SHORT_HEADING = 4, 3
"""Syllables of a heading that a question says whole: so many wherever it stands, fewer right behind "về" and the like."""
_LONGEST_HEADING: Final = 12
_Group = tuple[int, str, str]
"""A group as (plan, locator, heading)."""
_ENOUGH: Final = 1.1
"""The least sum of two shares, of the heading's words asked for and of the question's words in the heading."""


def groups(query: Query, library: Library) -> list[tuple[int, str, str]]:
    """The groups of the annexes asked about as (plan, locator, heading)."""
    label = query.pointer.annex
    labels = tuple(one.lstrip("0") for one in (label, other_numeral(label))) if label else ()
    return [
        (number, section.locator, section.heading)
        for number, plan in enumerate(library.plans)
        if query.covers(number)
        for section in plan.sections
        if section.kind is SectionKind.GROUP
        and not _heads_letters(section.locator, section.parent or "")
        and (not labels or annex_label(section.parent or "") in labels)
    ]


def _heads_letters(locator: str, annex: str) -> bool:
    """Whether it is a numbered row over lettered ones, inside a group whose rows these are as well."""
    outer, _, own = locator.removeprefix(f"{annex}/").rpartition("/")
    return own.isdigit() and bool(outer)


def named_groups(query: Query, library: Library) -> tuple[str, ...]:
    """The headings of the groups that the question names, by their numerals or by their words; none when it names none."""
    labels = query.pointer.group
    found = groups(query, library)
    if labels is not None:
        return tuple(
            one[2] for label in labels.split("|") for one in _titled_so(query, library, _labelled(found, label))
        )
    said = f" {query.spoken} "
    called = [heading for _, _, heading in found if f" {_OF_GROUP} {_NUMBERED.sub('', library.hear(heading))} " in said]
    if called:
        return (max(called, key=len),)
    spoken = query.unpointed.drop_matches(POINTED).heard
    named = _NAMED.search(spoken)
    kind = None if named else kind_named(query, library)
    if kind:
        return (kind,)
    if not named:
        headings = [heading for _, _, heading in found]
        whole = _whole_heading(query, library, spoken, headings)
        return (whole,) if whole else _said_whole(query, library, headings)
    several = [part for part in _NEXT_GROUP.split(named[1]) if part]
    best = [_called_so(query, library, part, found) for part in several]
    if len(several) > 1 and all(best):
        return tuple(one for part in best for one in part)
    return _called_so(query, library, named[1], found)


def otherwise_titled(query: Query, library: Library) -> frozenset[tuple[int, str]]:
    """The groups that bear the numeral said but not the title said with it, as (plan, locator)."""
    found = groups(query, library)
    labelled = [_labelled(found, label) for label in (query.pointer.group or "").split("|")]
    return frozenset(one[:2] for own in labelled for one in set(own) - set(_titled_so(query, library, own)))


def stands_in(entry: Entry, places: Collection[tuple[int, str]]) -> bool:
    """Whether the row stands in one of the groups or in a part of one."""
    path = f"{entry.annex}/{entry.group}"
    return any(entry.plan == number and f"{path}/".startswith(f"{locator}/") for number, locator in places)


def _labelled(found: Sequence[_Group], label: str) -> list[_Group]:
    return [one for one in found if one[1].rpartition("/")[2].upper() == label]


def _titled_so(query: Query, library: Library, found: Sequence[_Group]) -> Sequence[_Group]:
    """Of the groups under one numeral those whose title the question says too ("nhóm III về đất đai"); all where it says none."""
    headings = [heading for _, _, heading in found]
    if len(set(headings)) < len(("one", "another")):
        return found
    rest = query.words.outside((*query.actors, *(one for one in query.mentions if one.kind != "actor")))
    said = f" {rest.drop_matches(POINTED).heard} ".replace(f" {AND} ", " ")
    cores = [_NUMBERED.sub("", library.hear(one)).replace(f" {AND} ", " ") for one in headings]
    whole = [one for one, core in zip(found, cores, strict=True) if core and f" {core} " in said]
    begun = {core for core in cores if _begins(said, core)}
    return whole or [one for one, core in zip(found, cores, strict=True) if begun == {core}] or found


def _begins(said: str, core: str) -> bool:
    """Whether the first words of a heading are said, as many as call it."""
    words = core.split()
    return len(words) >= _SHORT_HEADING and f" {' '.join(words[:_SHORT_HEADING])} " in said


def _called_so(query: Query, library: Library, said: str, found: list[_Group]) -> tuple[str, ...]:
    """The headings that what is said behind "nhóm" calls: those it begins or is held by, else the one that fits best."""
    if begun := _begun(library, said, found):
        return begun
    one = _best_heading(query, library, said, found)
    return (one,) if one else ()


def _begun(library: Library, said: str, found: Sequence[_Group]) -> tuple[str, ...]:
    """The heading of each plan that begins with what is said behind "nhóm", else that holds it all; none where a plan has several.

    Two syllables or more; of more than three a heading may hold them apart ("phát triển, trọng dụng | nhân lực").
    """
    core = _CORE_SAID.match(said)
    words = core[1].split() if core else []
    begins = f"{' '.join(words)} "
    own = {(n, heading) for n, _, heading in found if f"{_NUMBERED.sub('', library.hear(heading))} ".startswith(begins)}
    if not own and len(words) != _SHORT_HEADING:
        own = {(n, heading) for n, _, heading in found if _holds_apart(library.hear(heading), words)}
    single = len(own) == len({number for number, _ in own})
    return tuple(sorted({heading for _, heading in own})) if len(words) > 1 and single else ()


def _holds_apart(heading: str, words: Sequence[str]) -> bool:
    """Whether the heading holds all the words, the first two and the last two side by side."""
    ends = (" ".join(words[:2]), " ".join(words[-2:]))
    return set(words) <= set(heading.split()) and all(f" {two} " in f" {heading} " for two in ends)


def named_heading(query: Query, library: Library) -> tuple[int, str] | None:
    """The plan and place of the headed part of its prose that the question says whole ("mục tiêu … xã hội số").

    Only of one plan whose rows of the kind asked for all stand in its prose, some under that heading; the longest counts,
    none where two are as long. A group of an annex comes first.
    """
    meant = query.plans if query.plans is not None else range(len(library.plans))
    if len(meant) != 1 or not query.pointer.empty:
        return None
    (number,) = meant
    kinds = {query.kind} & {"task", "target"} or {"task", "target"}
    rows = [one for one in library.entries if one.plan == number and one.kind in kinds]
    said, own = f" {query.unpointed.heard} ", {one.locator for one in rows}
    offices = {one.words for one in query.actors}  # a heading over its own work, named elsewhere too
    if any(one.annex for one in rows) or named_groups(query, library):
        return None
    heads = ((section.locator, library.hear(section.heading)) for section in library.plans[number].sections)
    named = [
        (len(core.split()), locator)
        for locator, heading in heads
        if len((core := _NUMBERED.sub("", heading)).split()) >= _LEAST_HEADING
        and f" {core} " in said
        and core.replace(f" {AND} ", " ") not in offices
        and any(one == locator or one.startswith((f"{locator}/", f"{locator}-")) for one in own)
    ]
    longest = [locator for size, locator in named if size == max(named)[0]]
    return (number, longest[0]) if len(longest) == 1 else None


def kind_named(query: Query, library: Library) -> str | None:
    """The heading of a group that the question says whole as a kind of things: "nhiệm vụ đột phá của phường"."""
    held = f" {query.spoken} "
    said = ((library.hear(heading), heading) for _, _, heading in groups(query, library))
    kinds = (one for one in said if _KIND.match(one[0]) and f" {one[0]} " in held)
    return max(kinds, key=lambda one: len(one[0]), default=("", None))[1]


def part_named(query: Query, library: Library) -> str | None:
    """The heading that all words behind "phần", "mục" and the like say ("mục … có gì")."""
    headings = [heading for _, _, heading in groups(query, library)]
    return _whole_heading(query, library, query.unpointed.drop_matches(POINTED).heard, headings)


def _best_heading(query: Query, library: Library, said: str, found: list[tuple[int, str, str]]) -> str | None:
    """The heading that fits the words best, None where none fits well."""
    asked = set(library.hear(query.quoted[0]).split()) if query.quoted else _heading_words(said)
    fits = [(_fit(library, _heading_words(library.hear(heading)), asked), heading) for _, _, heading in found]
    best = max(fits, key=lambda one: one[0], default=(0.0, ""))
    return best[1] if best[0] >= _ENOUGH else None


def _heading_words(heard: str) -> set[str]:
    return set(NOT_HEADING.sub(" ", heard).split()) or set(heard.split())


def _whole_heading(query: Query, library: Library, spoken: str, headings: list[str]) -> str | None:
    """The heading that all words behind "bước", "phần" and the like say, but for those of the plan's own title."""
    named = _PART.search(spoken)
    if not named:
        return None
    asked = set(ASKING.sub("", f" {named[1]}").split()) - PLACES
    own = own_words(query, library)
    said = [(heading, set(library.hear(heading).split())) for heading in headings]
    whole = next((heading for heading, words in said if words and words <= asked and asked - words <= own), None)
    return whole or _heading_with(named[1], library, headings)


def _heading_with(said: str, library: Library, headings: Sequence[str]) -> str | None:
    """The one heading that holds, side by side, the most of the words that "phần", "mảng" and the like introduce."""
    words = said.split()
    for size in range(min(len(words), _LONGEST_HEADING), _SHORT_HEADING - 1, -1):
        phrase = f" {' '.join(words[:size])} "
        found = [heading for heading in dict.fromkeys(headings) if phrase in f" {library.hear(heading)} "]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _said_whole(query: Query, library: Library, headings: Sequence[str]) -> tuple[str, ...]:
    """The longest heading that the question says word for word, where it is no unit's name."""
    tokens = query.spoken.split()
    units = {n for one in query.actors for n in range(one.start, one.end)}
    taken = units | {n for one in query.mentions for n in range(one.start, one.end)}
    said: list[tuple[int, str]] = []
    for heading in dict.fromkeys(headings):
        words = library.hear(heading).split()
        for at in range(len(tokens) - len(words) + 1):
            least = _SHORT_HEADING if tokens[max(0, at - 1) : at] and tokens[at - 1] in _ABOUT else _LONG_HEADING
            inside = tokens[at : at + len(words)] == words and taken.isdisjoint(range(at, at + len(words)))
            if inside and len(words) >= least:
                said.append((len(words), heading))
    longest = max((size for size, _ in said), default=0)
    return tuple(dict.fromkeys(heading for size, heading in said if size == longest))


def _headed_parts(query: Query, library: Library) -> list[tuple[int, str, str]]:
    """The numbered headings under the one heading of prose that the words behind "nhóm" say whole ("mấy nhóm mục tiêu")."""
    said = _NUMBER_OF_GROUPS.search(f"{query.unpointed.heard} ")
    found: dict[tuple[int, str], list[tuple[int, str, str]]] = {}
    for number, plan in enumerate(library.plans):
        headings = [one for one in plan.sections if one.kind is SectionKind.HEADING]
        named = [
            one for one in headings if said and query.covers(number) and _is_said(library.hear(one.heading), said[1])
        ]
        for over in named:
            inner = [one for one in headings if one.locator.rpartition("/")[0] == over.locator]
            if len(inner) > 1:
                found[number, over.locator] = [(number, one.locator, one.heading) for one in inner]
    return next(iter(found.values())) if len(found) == 1 else []


def _is_said(heading: str, said: str) -> bool:
    """Whether the heading, without its number, is what is said first."""
    core = _NUMBERED.sub("", heading).replace(f" {AND} ", " ").strip(" .:")
    return bool(core) and f"{said} ".replace(f" {AND} ", " ").startswith(f"{core} ")


def asked_groups(query: Query, library: Library) -> list[tuple[int, str, str]]:
    """The groups that a question for groups means: those inside the part that it names, else those that hold the rows.

    Groups may stand in larger ones (A/I, A/II); asked for as "phần" the larger ones are meant.
    """
    found = groups(query, library)
    if not found or query.kind == "target":
        found = _headed_parts(query, library) or found
    label = query.pointer.group
    within = [one for one in found if label and label in one[1].upper().split("/")[1:-1]]
    if within:
        return within
    holders = {(number, locator.rpartition("/")[0]) for number, locator, _ in found}
    outer = [one for one in found if (one[0], one[1]) in holders]
    if _PARTS.search(query.spoken) and outer:
        return outer
    return [one for one in found if one not in outer]


def own_words(query: Query, library: Library) -> frozenset[str]:
    """Words that only say which plan is meant."""
    numbers = query.plans if query.plans is not None else range(len(library.plans))
    return frozenset().union(*(library.profiles[number].own_words for number in numbers))


def _fit(library: Library, own: set[str], asked: set[str]) -> float:
    return library.cover(dict.fromkeys(own, 1.0), asked) + library.cover(dict.fromkeys(asked, 1.0), own)


def is_over_list(query: Query, actor: Actor) -> bool:
    """Whether the offices are those to whom an annex gives work as its title says ("phụ lục giao việc cho các sở")."""
    return actor.words.startswith(_SEVERAL) and _GIVING.search(query.words.part(0, actor.start)) is not None


def group_name(library: Library, entry: Entry) -> str:
    """The heading of the group that the row stands in, as it sounds; "" outside groups."""
    if not (entry.annex and entry.group):
        return ""
    locator, start = f"{entry.annex}/{entry.group}", entry.spans[0].start
    locator = locator.rpartition("/")[0] if _heads_letters(locator, entry.annex) else locator
    held = (
        section.heading
        for section in library.plans[entry.plan].sections
        if section.locator == locator and section.span.start <= start < section.span.end
    )
    return library.hear(next(held, ""))
