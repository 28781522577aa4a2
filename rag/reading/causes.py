"""Why something is so, out of the clause that tells it: "Nguyên nhân: …", "… do …", "Do …, …", "…, nên …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import Final

from ingest.letters import UPPER
from ingest.readers.compounds import is_known_pair
from ingest.units import starts_like_unit
from rag.corpus.library import Library
from rag.language.synonyms import synonyms
from rag.language.words import either, sound
from rag.measures.nearness import spoken_of
from rag.query.question import Query
from rag.query.reasons import CAUSES
from rag.query.subjects import ACTING, MARKER
from rag.reading.saidfirst import behind_noun

_LABELLED: Final = re.compile(
    r"(?i)(?:nguyên nhân|lý do)(?: [^\W\d_]+){0,12}?(?:\s*:|\s+(?:chủ yếu\s+|chính\s+)?(?:là\s+do|là|do))\s+"
    rf"(?P<told>[^.;]+(?:;\s+(?-i:(?![{UPPER}]))[^.;]+)*)"
)
"""The causes behind such a label may go on behind semicolons."""
_OPENING: Final = re.compile(r"^(?:[-+*]\s+)?(?:Do|Vì|Bởi|Bởi vì)\s+(?P<told>.+)$")
_INSIDE: Final = re.compile(
    r"(?<=\s)(?P<by>do|vì|bởi|bởi vì)\s+(?P<told>[^.;]+?)(?=[.;]|$|,?\s(?:nên|dẫn đến|gây|làm tăng|nguy cơ|có nguy cơ)\s)"
)
_AFTER: Final = re.compile(r"\s(?:sau khi|sau|từ khi|kể từ)\s+(?P<told>[^,.;\d]+)(?=[,.;]|$)")
_CONDITION: Final = re.compile(r"(?:[-+*]\s+)?(?:Trong trường hợp|Trường hợp|Khi|Nếu)\s")
"""A sentence that first says when: what is done then stands behind a comma."""
_SENTENCE: Final = re.compile(r"(?<=[^\W\d_]{2}[.;])\s+|\n")
_SO: Final = re.compile(
    r",?\s(?:điều (?:này|đó|ấy)\s)?(?:(?:đã|đang|cũng|phần nào|làm|gây)\s)*ảnh hưởng(?:\s(?:lớn|xấu|không nhỏ|rất lớn|trực tiếp|tiêu cực))*\s(?:đến|tới)\s"
    r"|,?\s(?:nên|vì vậy|vì thế|do đó|do vậy|dẫn đến|dẫn tới|khiến cho|khiến|làm cho|gây ra|gây)\s"
)
"""Between a cause and what comes of it."""
_COMMA: Final = re.compile(r",\s")
_SINCE: Final = re.compile(
    r"^(?:Sau khi|Sau|Từ khi|Kể từ khi|Kể từ|Từ|Khi|Trong|Đến|Tới|Năm|Qua|Hiện nay|Hiện|Thời gian qua|Những năm qua)(?:\s[^,]{2,80})?,\s+(?=(?:\S+\s+){3})"
)
"""Since when something is so, before a cause that stands by itself."""
_ONE_MORE: Final = re.compile(
    r"(?:,|;)?\s(?:và|cùng với|hoặc|một phần|phần khác)\s(?:(?:một phần|phần|cũng|còn)\s)?(?:do|vì|bởi|bởi vì)\s+"
)
"""Before another cause of the same."""
_AND_AMISS: Final = re.compile(
    r"\s(?:và|cùng với)\s(?=(?:còn\s)?(?P<amiss>thiếu|chưa|không|chậm|khó|kém|ít|thấp|yếu)\s(?:\S+\s+)+\S)"
)
"""Before something else that is amiss: a cause of its own where what stands before is amiss in another way."""
_LISTED: Final = re.compile(r";\s+(?:(?:do|vì|bởi|bởi vì)\s+)?")
_DONE: Final = re.compile(
    rf"(?i)(?:{ACTING}|đề nghị|kiến nghị|đề xuất|yêu cầu|cần|phải|đã|đang|sẽ|nên|do đó|vì vậy|vì thế|từ đó|qua đó|đồng thời|trong đó|giao|nhằm|để|tránh|giảm|hạn chế|khắc phục)\b"
)
_OF_WHOM: Final = re.compile(
    rf"\b(?:{either('vì sao', 'tại sao', 'do đâu', 'vì đâu', 'vì cái gì', 'lý do gì', 'lý do', 'nguyên nhân')}) (?:(?:{either('nhiều', 'các', 'những', 'một số', 'đa số', 'phần lớn', 'có', 'mà', 'khiến', 'làm', 'số')}) )*(?P<of>.+)$"
)
_LEVEL: Final = re.compile(
    rf"(?: (?:{either('ở', 'tại', 'của', 'trong', 'trên', 'địa bàn', 'tỉnh', 'xã', 'phường', 'thành phố', 'huyện')})\b)+"
)
"""What is left before the name of a place that says whose plan is meant."""
_PREDICATES: Final = frozenset(
    map(
        sound,
        (
            *("chưa", "không", "còn", "bị", "lại", "đang", "vẫn", "phải", "chậm", "khó", "hay", "mới", "được", "chỉ"),
            *("thường", "ít", "thiếu", "cứ", "chẳng", "ngại", "muốn", "cần", "đã"),
        ),
    )
)
"""With these begins what is said of the one of whom it is asked why."""
_NAMED: Final = 2
"""Words by which somebody is named, and fewest words of what is said of them."""
_EFFECT: Final = 0.7
"""The share of an effect's words that the question must say, of those it has of its own."""
_AMISS: Final = re.compile(
    r"(?i)(?<!\w)(?:chưa|không|chẳng|chậm|khó|thiếu|dễ|bị|kém|thấp|mất|hạn chế|yếu|trễ|muộn|kéo dài|tăng|giảm|hỏng|hư|ùn|tắc|sai|lẫn|phải|nguy cơ|quá tải|tồn đọng|dàn trải|sụt|ngập|cao|mỏng|ít|xa|cũ|nghèo|lạc hậu|xuống cấp|manh mún|chênh lệch)(?!\w)"
)
"""An effect behind a mere comma is something amiss; other statements side by side give no cause of each other."""
_EFFECT_LED: Final = 0.5
"""The same of an effect that "nên" leads to."""
_NEW: Final = 0.5
"""The share of a cause's words that it must not."""
_OPENING_WORDS: Final = 3
"""Words in a row by which the question tells an effect."""
_CLEARLY: Final = 2
"""How many times as many words of the question another part of a clause says than the one whose cause is told."""
_LAST: Final = 4
"""Words that close an effect."""
_DOES: Final = re.compile(
    r"(?i)(?![^,]*?(?<!\w)(?:chưa|không|thiếu|còn|bị|khác|chậm|khó|quá|lẫn|vướng|mắc|kẹt|tắc|chồng chéo|lúng túng|trùng|tranh chấp|hạn chế|yếu|thấp)\s)(?:\S+\s){0,12}?(?:chủ trì|tổ chức|phát động|ban hành|thực hiện|quản lý"
    r"|phụ trách|cấp(?!\s(?:tỉnh|huyện|xã|cơ sở|trên|dưới|ủy))|đề xuất|bảo đảm)\b"
)
"""Behind "do" and a doer, who is called by a name and not by what is amiss: who does it, not why."""


def causes_asked(query: Query, library: Library, text: str) -> tuple[str, ...]:
    """The causes that ``text`` tells, each by itself that has a "do" of its own: "do A và do B"; () where none is."""
    cause = _cause_asked(query, library, text)
    return tuple(_without_subject(query, one) for one in each_cause(cause)) if cause else ()


def behind_subject(query: Query, told: str) -> str:
    """What stands under a heading for causes, without the one of whom the question asks why: "Nguồn vốn kè | phụ thuộc …"."""
    words = spoken_of(told) if CAUSES.search(query.spoken) else ()
    said = set(query.spoken.split())
    first = next((n for n, word in enumerate(words[:_NAMED]) if word.heard in said), None)
    if first is None:
        return told
    size = next((n for n, word in enumerate(words) if n >= first and word.heard not in said), len(words))
    named = size - first > _NAMED and len(words) - size > _NAMED and not _COMMA.search(told[: words[size - 1].end])
    whole = (
        not is_known_pair(told[words[size - 1].start : words[size - 1].end], told[words[size].start : words[size].end])
        if named
        else False
    )
    return told[words[size].start :] if named and whole else told


def each_cause(told: str) -> tuple[str, ...]:
    """Causes told in a row, each by itself: what is amiss behind semicolons, and behind a "do" of its own."""
    told, *listed = (one.strip(" ,.;") for one in _LISTED.split(told))
    further = tuple(takewhile(_is_cause, listed))
    if further:
        return (*each_cause(told), *further)
    first, *more = (one.strip(" ,.;") for one in _ONE_MORE.split(told))
    if more and not any(map(starts_like_unit, more)):
        return (first, *more)
    apart = _AND_AMISS.search(told)
    before = told[: apart.start()] if apart else ""
    if apart is None or not _AMISS.search(before) or apart["amiss"] in before.lower().split():
        return (told,)
    return before, told[apart.end() :]


def _is_cause(part: str) -> bool:
    """Whether a part behind a semicolon is one more cause: what is then done, asked for or ordered is none."""
    named = part[:1].isupper() and starts_like_unit(part)  # "tổ trực mỏng" names no office that acts
    return bool(_AMISS.search(part)) and not named and not _DONE.match(part)


def _without_subject(query: Query, cause: str) -> str:
    """A cause without the one of whom the question asks why: "người dân | chưa …" of "người dân | cất giữ …, nên chưa …"."""
    asked = _OF_WHOM.search(_LEVEL.sub("", query.unpointed.heard))
    of = asked["of"].split() if asked else []
    words = spoken_of(cause) if of else ()
    size = next((n for n, (a, b) in enumerate(zip(of, words, strict=False)) if a != b.heard), 0)
    alone = size >= _NAMED and of[size] in _PREDICATES and len(words) - size >= _NAMED
    return cause[words[size].start :] if alone else cause


def _cause_asked(query: Query, library: Library, text: str) -> str:
    """The cause that ``text`` tells of what the question asks why it is so; "" where none is asked for or told."""
    if not CAUSES.search(query.spoken):
        return ""
    words = {word for word in query.words.content() if not CAUSES.search(word)}
    told = [
        (len(words & set(library.hear(about).split())), -order, piece)
        for order, (piece, about) in enumerate(_told(text, words, library))
    ]
    held, _, piece = max(told, default=(0, 0, ""))
    if held and any(len(words & set(library.hear(one).split())) > held * _CLEARLY for one in text.split(";")):
        return ""  # one of several things told in a row has a cause, and another was asked about
    apart = "" if held else _before_effect(query, text)
    return apart or without_effect(query, piece.strip(" ,.;")) or _behind_effect(text, set(query.spoken.split()))


def without_effect(query: Query, told: str) -> str:
    """A cause without the effect behind a comma that the question itself begins to tell: "mưa lũ, | việc kéo cáp chậm …"."""
    if not CAUSES.search(query.spoken):
        return told
    for match in _COMMA.finditer(told):
        opening = sound(told[match.end() :]).split()[:_OPENING_WORDS]
        said = len(opening) == _OPENING_WORDS and f" {' '.join(opening)} " in f" {query.spoken} "
        if said and _share(told[: match.start()], set(query.spoken.split())) <= 1 - _NEW:
            return told[: match.start()]
    return told


def _before_effect(query: Query, text: str) -> str:
    """What a sentence tells before what the question says is so ("…, nên A", "…, A"); "" where no part of it is just that."""
    spoken, said = query.spoken, set(query.spoken.split())
    meant = said.union(*(form for one in synonyms(query.words) for form in one.forms))
    for parting, least in ((_SO, _EFFECT_LED), (_COMMA, _EFFECT)):
        for sentence in _SENTENCE.split(MARKER.sub("", text)):
            for match in parting.finditer(sentence):
                cause, effect = sentence[: match.start()], sentence[match.end() :]
                if parting is _COMMA:  # what comes of the effect in its turn was not asked about
                    effect = _SO.split(effect, maxsplit=1)[0]
                # Behind a mere comma at least half is said in the very words.
                heard = meant if parting is _SO or _share(effect, said) >= _EFFECT_LED else said
                held = _share(effect, heard) if parting is _SO or _AMISS.search(effect) else 0.0
                held = max(held, float(parting is _COMMA and _closes(effect, spoken)))
                if held >= least and _share(cause, said) > 1 - _NEW:
                    cause = _said_of(cause, spoken)
                if held >= least and _share(cause, said) <= min(held, 1 - _NEW):
                    cause = cause.strip(" ,.;-+*")
                    cause = behind_noun(cause)
                    return _SINCE.sub("", cause) if parting is _SO else cause
    return ""


def _closes(effect: str, spoken: str) -> bool:
    """Whether the question says the last words of an effect in a row, something amiss among them: "xe trên 5 tấn | phải đi vòng"."""
    last = effect.split()[-_LAST:]
    return (
        len(last) == _LAST
        and _AMISS.search(" ".join(last)) is not None
        and f" {sound(' '.join(last))} " in f" {spoken} "
    )


def _said_of(cause: str, spoken: str) -> str:
    """What a cause says of those whom the question names itself: "hộ bán cá ở chợ A | hay dời chỗ"."""
    words = spoken_of(cause)
    named = (n for n, (one, other) in enumerate(pairwise(words)) if f" {one.heard} {other.heard} " in f" {spoken} ")
    behind = max(named, default=-_NAMED) + _NAMED
    return cause[words[behind].start :] if 0 < behind <= len(words) - _OPENING_WORDS else cause


def _behind_effect(text: str, said: set[str]) -> str:
    """What a sentence says something is so after ("A sau B"), where the question says A; "" where none does."""
    for sentence in _SENTENCE.split(MARKER.sub("", text)):
        for match in _AFTER.finditer(sentence):
            if _share(sentence[: match.start()], said) >= _EFFECT and _share(match["told"], said) <= 1 - _NEW:
                return match["told"].strip(" ,.;-+*")
    return ""


def _share(part: str, said: set[str]) -> float:
    """How many of a part's words are among ``said``, between 0 and 1; 0 for a single word, which may be said by chance."""
    words = sound(part).split()
    return sum(word in said for word in words) / len(words) if len(words) > 1 else 0.0


def _told(text: str, words: set[str], library: Library) -> Iterator[tuple[str, str]]:
    """Every cause with the words that it is one of; a label's is one of all that stands before it."""
    for match in _LABELLED.finditer(text):
        yield match["told"], text
    for sentence in _SENTENCE.split(text):
        opening = _OPENING.match(sentence.strip())
        if opening and (cut := _main_clause(opening["told"], words, library)):
            yield opening["told"][:cut], opening["told"][cut:]
        for match in _INSIDE.finditer(sentence):
            piece = match["told"]
            if _CONDITION.match(sentence):
                piece = piece.partition(", ")[0]
            done_by = "vì" not in match["by"] and (starts_like_unit(piece) or _DOES.match(piece))
            if not done_by:
                yield piece, sentence[: match.start()]


def _main_clause(told: str, words: set[str], library: Library) -> int:
    """Where what is caused begins: at the last comma behind which still stands all that the question says of it."""
    commas = [match.start() for match in re.finditer(r",\s", told)]
    held = [len(words & set(library.hear(told[at:]).split())) for at in commas]
    most = max(held, default=0)
    return max((at for at, one in zip(commas, held, strict=True) if one == most), default=0) if most else 0
