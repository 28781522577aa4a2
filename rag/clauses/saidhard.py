"""What is hard, goes well or is a cause, in a sentence that says so itself: "Khó khăn lớn nhất hiện nay là …".

Such a sentence seldom says again what it is about: the paragraphs beside it and their heading do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from ingest.letters import UPPER
from ingest.plan import Clause
from rag.answer import Answer, Status
from rag.citations import cite, plan_name
from rag.clauses.difficulties import AMISS, HARD, WELL, asked_as, done_about
from rag.corpus.library import Library
from rag.language.words import either, sound
from rag.query.question import Query
from rag.query.reasons import CAUSES
from rag.reading.causes import each_cause
from rag.wording import joined

_SENTENCE: Final = r"(?i)(?:^|[;.,]\s+|^[-+*•]\s+)(?:những |các |một số )?(?:{nouns})(?P<of>(?:,? [^\W\d_]+){{0,9}}?) là(?: do)? (?P<told>[^;.]+)(?P<more>(?:;\s+(?-i:(?![{upper}]))[^;.]+)*)"
_FILLING: Final = frozenset(
    sound(
        f"{' '.join(AMISS)} {' '.join(WELL)} gặp đang còn bị nhất cái gì nào điều lớn"
        " chính chủ yếu hiện nay khi làm trong việc ở tại của về là vì sao tại do đâu nguyên nhân lý thì mà lại theo kế hoạch"
        " ít nhiều tỷ lệ số lượng thấp cao chậm kẹt rối ngại chỗ những các sao gây cản trở kìm hãm cho người ta tình trạng"
    ).split()
)
"""Words of the question that ask, or tell how much, and name no matter."""
_HELD: Final = 0.75
_CLEARLY: Final = 1.05
"""The share of the matter that the paragraphs of one place must say, and how much more than those of any other."""


_NAMED: Final = 0.5
"""The share of the words that say what something is the cause of, that the question must say."""


class _Sort(NamedTuple):
    asked: re.Pattern[str]
    told: re.Pattern[str]


def _told(nouns: Sequence[str]) -> re.Pattern[str]:
    return re.compile(_SENTENCE.format(nouns="|".join(nouns), upper=UPPER))


_HAMPERS: Final = rf"|\b(?:{either('gì', 'nào')}) (?:(?:{either('đang', 'làm', 'gây', 'khiến', 'hay')}) ){{0,2}}(?:{either('cản trở', 'khó', 'khó khăn', 'kìm hãm', 'cản')})\b"
_SORTS: Final = (
    _Sort(asked_as(HARD, _HAMPERS), _told(AMISS)),
    _Sort(asked_as(either(*WELL)), _told(WELL)),
    _Sort(CAUSES, _told(("nguyên nhân", "lý do"))),
)


class _Told(NamedTuple):
    plan: int
    clause: Clause
    values: tuple[str, ...]
    of: frozenset[str]


def answer_said_hard(query: Query, library: Library) -> Answer | None:
    """What the one sentence of that sort says whose place is about all that the question names; None where none is."""
    sort = next((one for one in _SORTS if one.asked.search(query.spoken)), None)
    if sort is None or query.role in {"due", "value", "lead"} or not query.pointer.empty:
        return None
    scope = query.plans if query.plans is not None else frozenset(range(len(library.plans)))
    why = sort.asked is CAUSES
    if not why and done_about(query):
        return None
    told = [one for n in sorted(scope) for one in _sentences(library, n, sort)]
    content = query.words.outside(one for one in query.mentions if one.plans).content() if told else {}
    matter = {word: 1.0 for word, weight in content.items() if weight == 1.0 and word not in _FILLING}
    told = [one for one in told if not why or _is_cause_of(library, one, matter)]
    scored = [(library.cover(matter, _said_beside(library, one)), one) for one in told] if matter else []
    best = max((score for score, _ in scored), default=0.0)
    near = [one for score, one in scored if score * _CLEARLY > best]
    if best < _HELD or len(near) > 1:
        return None
    return _tell(query, library, near[0])


def _sentences(library: Library, plan: int, sort: _Sort) -> Iterator[_Told]:
    for clause in library.plans[plan].clauses:
        if match := sort.told.search(clause.text):
            of = frozenset(library.hear(match["of"]).split()) - _FILLING
            told = each_cause(match["told"] + match["more"]) if sort.asked is CAUSES else (match["told"],)
            yield _Told(plan, clause, tuple(one.strip(" ,/") for one in told), of)


def _is_cause_of(library: Library, told: _Told, matter: Mapping[str, float]) -> bool:
    """Whether a cause is one of what is asked about: by the words it is said to be the cause of, else by its paragraph."""
    if told.of:
        return library.cover(dict.fromkeys(told.of, 1.0), frozenset(matter)) >= _NAMED
    return library.cover(matter, frozenset(library.hear(told.clause.text).split())) >= _HELD


def _said_beside(library: Library, told: _Told) -> frozenset[str]:
    """The words of all paragraphs of the place where the sentence stands, and of its headings."""
    plan, locator = library.plans[told.plan], told.clause.locator
    beside = [clause.text for clause in plan.clauses if clause.locator == locator]
    heads = [one.heading for one in plan.sections if locator == one.locator or locator.startswith(f"{one.locator}/")]
    return frozenset(library.hear(" ".join((*beside, *heads))).split())


def _tell(query: Query, library: Library, told: _Told) -> Answer:
    plan = library.plans[told.plan]
    citations = tuple(cite(plan, told.clause.locator, (told.clause.span,)))
    text = f"{joined(told.values)} ({plan_name(plan)}, {told.clause.locator})."
    return Answer(query.typed, Status.ANSWERED, text, told.values, citations=citations, method="retrieval")
