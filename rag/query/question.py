"""A question as typed becomes a query: what is asked, about what, which unit, plan, place in the plan and time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeVar

from ingest.folding import fold
from ingest.markup import collapse
from rag.corpus.digital import with_digital
from rag.corpus.initials import with_places
from rag.corpus.library import Library
from rag.language.asked import asks_name
from rag.language.cutwords import with_whole_words
from rag.language.headwords import of_heads_plainly
from rag.language.phrases import heard
from rag.language.remarks import without_remarks
from rag.language.restated import restated
from rag.language.shortforms import spelt_out
from rag.language.spelling import names_in
from rag.language.words import Stretch, Words, has_accents, read_words, sound
from rag.mentions.actors import BOTH_ROLES, Actor, read_actors
from rag.mentions.articles import of_own_articles
from rag.mentions.bytitle import called, spoken_of
from rag.mentions.matternamed import with_matters
from rag.mentions.mention import Mention
from rag.mentions.misheard import ends_a_place, is_number
from rag.mentions.numberedas import numbered_as_printed
from rag.mentions.ownannex import without_quoted_annex
from rag.mentions.periods import Period, read_period
from rag.mentions.placing import placed
from rag.mentions.plandays import names_day
from rag.mentions.planyears import due_in_year, is_of_year, name_begins, one_year
from rag.mentions.pointers import Pointer, closest_pointer
from rag.mentions.pointplaces import in_prose
from rag.mentions.scope import agreed, mentions
from rag.mentions.setaside import SetAside, set_aside
from rag.mentions.titlesaid import gives_way
from rag.query.alsoasked import cites_in_note
from rag.query.amounts import asked_amount
from rag.query.apart import numbered_stretch
from rag.query.asker import asked_plainly
from rag.query.asks import Intent, read_flags, read_intent, read_role, read_roles
from rag.query.bothsides import with_both_sides
from rag.query.columns import read_columns
from rag.query.duesaid import time_phrase, year_of_work
from rag.query.included import PARTS, included
from rag.query.issuedby import beside_units
from rag.query.kinds import read_head, read_kind
from rag.query.norows import asks_cell_of_one, asks_due_of_one
from rag.query.numberedrows import by_number
from rag.query.partners import HELPING, may_ask_helpers, read_partners
from rag.query.plansmeant import plans_meant, with_doer
from rag.query.reasons import asking_note
from rag.query.rownouns import asks_figure, nouns_said, put_plainly
from rag.query.rowtables import asks_value, has_list, in_row
from rag.query.saidtoday import said_today
from rag.query.schedules import as_annex
from rag.query.sidecolumns import asks_one_cell
from rag.query.smallnouns import rows_called, tells_rows
from rag.query.telegrams import THINGS, ends_with_due
from rag.query.thisyear import year_in_figures
from rag.query.topicrows import asks_topic
from rag.query.verbatim import group_named, masked, named_mostly, plain_words, tokens_of

_HOW_LATE: Final = re.compile(rf"\b{sound('hạn')} (?:\S+ )?{sound('bao nhiêu')}$")


@dataclass(frozen=True, slots=True)
class Query:
    """One question, understood. ``words`` are its tokens with abbreviations written out.

    ``role`` is the column asked for, ``roles`` every column asked for in words of its own; ``kind`` whether tasks or targets are;
    ``plans`` the plans it may be about, None for all; ``years`` the years it names; ``asked_head`` the sort of office asked for
    ("phong"); ``quoted`` what stands between quotation marks; ``numbers`` the first and last of a stretch of numbered rows, ``nouns``
    what the rows asked for are called, ``called`` the question with these, ``aside`` the rows left out in a clause of its own,
    ``named`` the stretch of folded words that is the name of a row or begins it.
    """

    typed: str
    words: Words
    intent: Intent
    role: str
    kind: str
    plans: frozenset[int] | None
    mentions: tuple[Mention, ...]
    pointer: Pointer
    actors: tuple[Actor, ...]
    period: Period | None
    years: tuple[int, ...]
    today: date
    flags: frozenset[str] = frozenset()
    quoted: tuple[str, ...] = ()
    asked_head: str = ""
    roles: tuple[str, ...] = ()
    numbers: tuple[int, int] | None = None
    aside: SetAside | None = None
    nouns: tuple[str, ...] = ()
    called: Query | None = None
    named: str = ""

    @property
    def spoken(self) -> str:
        """The sound form of the whole question."""
        return self.words.heard

    @property
    def text(self) -> str:
        """The words as typed, abbreviations written out, for the index."""
        return " ".join(token.typed for token in self.words.tokens)

    @property
    def unpointed(self) -> Words:
        """The words without those that name a plan; an issuer named for its work stays."""
        return self.words.outside(one for one in self.mentions if one.kind != "actor")

    def covers(self, plan: int) -> bool:
        """Whether the question may be about the plan of that number."""
        return self.plans is None or plan in self.plans

    def has(self, *kinds: str) -> bool:
        """Whether the question points to plans in one of these ways (see `rag.mentions.mention.Mention`)."""
        return any(one.kind in kinds for one in self.mentions)


_Part = TypeVar("_Part", bound=Stretch)
_KEPT = 64
_FEWEST_OF_WORK = 4
"""Words of a row's name besides those of offices: "Trung tâm A và B" alone is the office."""
_YEAR = re.compile(r"\b(20\d\d)\b")
_IN_NUMBER = re.compile(r"\d+/20\d\d/")
"""A year inside a document's number ("15/2025/NQ-HĐND") is not one that the question asks about."""
_QUOTED = re.compile(r"[\"“”']([^\"“”']{3,120})[\"“”']")
_ANY_THING = re.compile(rf"\b(?:{THINGS})\b")
_ANY_ASK = re.compile(r"\b(?:ai|nao|gi|khi nao|bao gio|bao nhieu|may|the nao|ra sao)\b")
_BEGINS = re.compile(rf"(?:[^:]{{3,80}}?(?::| [–-]) )?(?:cac |nhung )?(?:{THINGS})\b(?! (?:so )?\d)")
_PLACED = re.compile(r" (?:phu luc|nhom|danh muc)(?: so)?(?: (?:[ivxlc]+|\d+)(?= ))?")
_ENDS_WITH_ROLE = re.compile(r"\b(?:chu tri|phoi hop)\s*[.:]?\s*$")
_ROLE_VERBS = (sound("chủ trì"), sound("phối hợp"))
_FALLS_DUE = re.compile(
    r"(?!.*\bbao cao\b).*\w (?:den han|toi han|het han|(?:phai|can) (?:xong|hoan thanh))(?: trong| vao)* $"
)
"""Folded: before the time that ends a telegram of rows without a noun for them: "Xã A: tập huấn đến hạn tháng này"."""


def as_meant(question: str, library: Library) -> str:
    """The question with its hurried words as they were meant; once so written it stays the same."""
    typed = collapse(unicodedata.normalize("NFC", question))
    written = spelt_out(with_places(with_whole_words(typed), library))
    meant = numbered_as_printed(library.retyper.mended(written), library)
    return meant.upper() if typed.isupper() else meant  # capitals throughout tell that none is an abbreviation


def understand(question: str, library: Library, today: date) -> Query:
    """Read a question; nothing in it is looked up yet but names of plans and units.

    A page asks for the answer and for what was understood, a follow-up for the question before: the last ones are kept.
    """
    kept: dict[tuple[str, date], Query] = library.derived.setdefault(__name__, {})
    query = kept.get((question, today))
    if query is None:
        query = kept[question, today] = _understood(question, library, today)
        for oldest in list(kept)[:-_KEPT]:
            kept.pop(oldest, None)
    return query


def _understood(question: str, library: Library, today: date) -> Query:
    typed, today = said_today(
        asked_plainly(without_remarks(of_heads_plainly(as_meant(question, library))), library), today
    )
    typed, parts = included(as_annex(typed, library))
    typed = asking_note(restated(with_both_sides(typed)))
    rest, aside = set_aside(typed)
    query = _numbered(rest, library, today)
    if aside and query.intent is Intent.FACT:
        if not _ANY_THING.search(fold(rest)) or _ANY_ASK.search(fold(rest)):
            return _numbered(typed, library, today)
        query = replace(query, intent=Intent.LIST)  # a telegram that leaves rows out asks for the others
    query = replace(query, aside=aside, flags=query.flags | {PARTS} if parts else query.flags)
    return replace(query, kind=aside.kind_left(query.kind), actors=aside.actors_left(query.actors)) if aside else query


def _numbered(typed: str, library: Library, today: date) -> Query:
    """The question read with a stretch of numbered rows as a condition of its own."""
    rest, numbers = numbered_stretch(typed)
    query = _of_small_rows(_of_rows_called(_read(rest, library, today), library), library)
    return _read(typed, library, today) if numbers and query.intent is Intent.FACT else replace(query, numbers=numbers)


def _of_rows_called(query: Query, library: Library) -> Query:
    """The question read with "nhiệm vụ" for what the plans meant call their rows ("những đề án nào"); as it is where it asks no rows."""
    named = _covered(one for one in query.mentions if one.kind in ("title", "topic"))
    said = [one for one in nouns_said(query.words, library, query.plans) if one[0] not in named]
    typed = put_plainly(query.words, said, query.typed) if said else query.typed
    if typed == query.typed or asks_value(query.spoken, library) or asks_figure(query.spoken):
        return query
    if asks_name(query.spoken) and not asks_name(query.words.without(range(said[0][0])).heard):
        return query  # what is asked for by name only holds the noun: "cuộc thi đổi mới sáng tạo nào"
    plain = _read(typed, library, query.today)
    nouns = tuple(query.words.part(*one) for one in said)
    return query if plain.intent is Intent.FACT else replace(plain, nouns=nouns, called=query)


def _of_small_rows(query: Query, library: Library) -> Query:
    """The question read with "nhiệm vụ" for what it calls its rows in passing ("mục nào do Sở A chủ trì")."""
    typed = rows_called(query.typed) if query.intent is Intent.FACT else query.typed
    plain = query if typed == query.typed else _read(typed, library, query.today)
    return replace(plain, kind=query.kind) if plain.intent is not Intent.FACT and tells_rows(plain) else query


def _read(typed: str, library: Library, today: date) -> Query:
    expanded = library.expander.expand(typed)
    words = _words(typed, expanded, library)
    spoken = words.heard
    found = [one for one in mentions(typed, spoken, library) if not is_number(words, one)]
    actors = _acting(words, library, found)
    whole = _row_named(expanded, actors, library)
    told = whole or group_named(expanded, library)
    asking = masked(expanded, told, accents=has_accents(typed)) if told else expanded
    if told:
        found = _outside(found, expanded, told, beyond=told != whole) or _behind(words, expanded, told, library)
        actors = tuple(_outside(actors, expanded, told))
    heard_asking = library.speller.mended(read_words(asking), names_in(asking)).heard if told else spoken
    asking = asking if has_accents(typed) else fold(asking)  # what is written out has marks that the rest lacks
    asking, heard_asking = with_digital(asking, heard_asking, words.tokens, library)
    topic = not whole and asks_topic(spoken)
    intent, head = Intent.LIST if topic else _intent(heard_asking, asking), read_head(heard_asking)
    role, roles = ("", ()) if topic else (read_role(heard_asking, asking), read_roles(heard_asking, asking))
    if role == "value" and len(roles) > 1 and (role not in roles or _HOW_LATE.search(heard_asking)):
        role = roles[0]  # "mấy" that ends another phrase ("ngày mấy", "hạn bao nhiêu") asks for no figure
    flags = read_flags(heard_asking, asking if told else typed) - {"joint" if ends_a_place(spoken, found) else ""}
    if intent is Intent.FACT:
        if partners := read_partners(words, (*actors, *found), role, roles):
            role, roles = ("support", partners)
        elif role in ("", "lead") and may_ask_helpers(words, (*actors, *found)):
            flags |= {HELPING}
        columns = read_columns(asking, [words.part(one.start, one.end) for one in actors])
        if (len(columns) > len(roles) or columns == ("support",)) and not cites_in_note(heard_asking):
            role, roles = columns[0], columns
    found = with_doer(_pointing(words, found, library, actors), actors, spoken.split(), intent)
    plans = plans_meant(found, intent, several=intent is not Intent.FACT or bool(head))
    pointer = closest_pointer((asking,) if whole else (expanded, typed), lists=has_list(typed, library, plans))
    pointer = _as_placed(pointer, (typed, spoken), library, plans)
    if intent is Intent.FACT:
        pointer, plans = by_number(heard_asking if whole else spoken, library, (pointer, plans))
    time = asking if whole else typed  # the years of a row's name are no time that is asked for
    query = Query(
        typed=typed,
        words=words,
        intent=intent,
        role=role,
        kind=read_kind(heard_asking),
        plans=plans,
        mentions=tuple(found),
        pointer=pointer,
        actors=actors,
        period=None if names_day(spoken, library, plans) else read_period(time, today, one_year(library, plans)),
        years=tuple(dict.fromkeys(int(year) for year in _YEAR.findall(fold(_IN_NUMBER.sub("", time))))),
        today=today,
        flags=flags,
        quoted=tuple(_QUOTED.findall(typed)),
        asked_head=head,
        roles=roles,
        named=plain_words(expanded[slice(*whole)]) if whole else "",
    )
    unnamed = not any(one.kind != "actor" for one in found) and _ANY_THING.search(fold(typed))
    named = spoken_of(words, library, _covered(found) | _covered(actors)) if unnamed else []
    if intent is Intent.FACT and not _lists_silently(replace(query, mentions=(*found, *named)), library):
        return query
    return _for_rows(query, named, library)


def _acting(words: Words, library: Library, found: Sequence[Mention]) -> tuple[Actor, ...]:
    """The units named; the letters of a plan's number name nobody."""
    numbers = [one for one in found if one.kind == "number"]
    return tuple(one for one in read_actors(words, library) if not any(m.start < one.start < m.end for m in numbers))


def _words(typed: str, expanded: str, library: Library) -> Words:
    """The words of the question; abbreviations are written out with accents that it may not be typed with."""
    words = library.speller.mended(read_words(expanded), names_in(typed))
    return replace(words, accents=words.accents and has_accents(typed))


def _intent(heard_asking: str, asking: str) -> Intent:
    intent = read_intent(heard_asking, asking)
    return Intent.FACT if intent is Intent.LIST and asks_one_cell(heard_asking) else intent


def _for_rows(query: Query, named: list[Mention], library: Library) -> Query:
    """The question read as one for rows: a plan may be called by few words of its title, and "năm nay" is a year."""
    found = query.mentions
    named = called(query.spoken, library, [*found, *query.actors], query.plans) or named
    query = replace(query, plans=agreed([*found, *named]) if named else query.plans, mentions=(*found, *named))
    if dated := year_in_figures(query, library):
        return _read(dated, library, query.today)
    intent = Intent.LIST if query.intent is Intent.FACT else query.intent
    return replace(query, intent=intent, period=_time_of_rows(query, library))


def _row_named(expanded: str, actors: tuple[Actor, ...], library: Library) -> tuple[int, int] | None:
    """Where the question says a row's name, unless most of its words name units."""
    whole = named_mostly(expanded, library)
    if whole and len({*range(*tokens_of(expanded, whole))} - _covered(actors)) < _FEWEST_OF_WORK:
        return None
    return whole


def _pointing(words: Words, found: Sequence[Mention], library: Library, actors: Sequence[Actor]) -> list[Mention]:
    """The mentions that point to plans: none in a row's name, nor a bare level beside words of another's title."""
    kept = beside_units(words, [one for one in found if not in_row(words, one, library)], actors, library)
    kept = [one for one in kept if len(kept) > 1 or not gives_way(words, one, library)]
    return with_matters(words, library, kept, actors)


def _outside(found: Sequence[_Part], expanded: str, whole: tuple[int, int], *, beyond: bool = False) -> list[_Part]:
    """The mentions or units that stand outside the name of a row or group; with ``beyond`` also those that go on behind it."""
    start, end = tokens_of(expanded, whole)
    return [one for one in found if not start <= one.start < end or (beyond and one.end > end)]


def _as_placed(pointer: Pointer, said: tuple[str, str], library: Library, plans: frozenset[int] | None) -> Pointer:
    """The pointer as the plans meant number and print the place; ``said`` is the question as typed and as it sounds."""
    pointer = without_quoted_annex(of_own_articles(pointer, said[0], library, plans), said[1], library, plans)
    return in_prose(placed(pointer, library, plans), said[0], library, plans)


def _behind(words: Words, expanded: str, told: tuple[int, int], library: Library) -> list[Mention]:
    """What points to plans behind the name of a row or group."""
    end, tokens = tokens_of(expanded, told)[1], words.heard.split()
    found = mentions(expanded[told[1] :], " ".join(tokens[end:]), library)
    return [replace(one, start=one.start + end, end=one.end + end) for one in found]


def _covered(stretches: Iterable[Stretch]) -> set[int]:
    return {n for one in stretches for n in range(one.start, one.end)}


def _time_of_rows(query: Query, library: Library) -> Period | None:
    """The stretch of time that a question for rows names, of which a year may be one."""
    if query.period is not None:
        return query.period
    if names_day(query.spoken, library, query.plans):
        return None
    whole_year = not is_of_year(library, query.plans, query.years) or due_in_year(query.spoken)
    of_work = year_of_work(query, query.mentions, library, query.plans, shared=not whole_year)
    return read_period(query.typed, query.today, one_year(library, query.plans), lists=whole_year, of_work=of_work)


def _whole_names(query: Query) -> list[Mention]:
    """The mentions, each from "kế hoạch" on where this begins a name that it closes ("kế hoạch trồng rừng xã A")."""
    tokens = [token.heard for token in query.words.tokens]
    starts = [(name_begins(tokens, one), one) for one in query.mentions]
    return [one if start is None else replace(one, start=start) for start, one in starts]


def _only_conditions(query: Query, library: Library) -> bool:
    """Whether the question says but units, their roles, a time, plans and words for work."""
    time = _time_of_rows(query, library)
    rest = query.words.outside((*query.actors, *_whole_names(query))).drop_matches(_PLACED)
    rest = rest.drop_matches(time_phrase(time)) if time else rest
    at_work = any(one.direct and one.known for one in query.actors)
    rest = rest.drop((*heard("condition.overdue"), *(_ROLE_VERBS if at_work else ())))
    names = (*heard("noun.task"), *heard("condition.rhythm"), *heard("condition.continuous"), *heard("filler.list"))
    return not rest.drop((sound(time.words) if time else "", *names)).content()


def _lists_silently(query: Query, library: Library) -> bool:
    """A telegram without any question word: "Trà My: việc phải xong trước 15/02"; "Cục X – việc được giao"."""
    folded = fold(query.typed)
    chosen = any(one.negated for one in query.actors) or (query.kind == "target" and asked_amount(query.typed))
    before, _, behind = folded.partition(query.period.words) if query.period else ("", "", "")
    due = _FALLS_DUE.match(before) is not None and not behind.strip(" .")
    if (due or (chosen and _ANY_THING.search(folded))) and not _ANY_ASK.search(folded):
        return True
    one = asks_due_of_one(folded) or asks_cell_of_one(folded)
    if _ANY_ASK.search(folded) or query.pointer.ordinal is not None or one:
        return False
    if not _ANY_THING.search(folded):
        working = any(one.direct and one.known and one.role in {"lead", "support"} for one in query.actors)
        timed = _time_of_rows(query, library) is not None and _only_conditions(query, library)
        return working and (timed or " + " in folded)  # "Phòng A chủ trì + kết quả báo cáo"
    at_work = any(one.direct and one.known for one in query.actors)
    if (query.period or "overdue" in query.flags) and at_work and _BEGINS.match(folded):
        return True
    if _ENDS_WITH_ROLE.search(folded) and any(one.direct for one in query.actors):
        rest = query.words.outside((*query.actors, *query.mentions))
        return not rest.drop((*heard("noun.task"), *heard("filler.fact"))).content()
    bare_role = query.role in ("", "due") and not ends_with_due(folded)
    bare_role = bare_role or BOTH_ROLES.search(query.spoken) is not None
    return (bare_role and (query.period is not None or bool(query.actors))) or (
        _BEGINS.match(folded) is not None and _only_conditions(query, library)
    )
