"""Words as they are typed and as they sound: one form under which a hurried question and a plan's text meet.

`sound` drops accents and the spellings that people mishear or mistype (tr/ch, x/s, gi/d, y/i), syllable by
syllable, so that "xở y tế chủ chì" and "Sở Y tế chủ trì" come out the same. It is for comparing only.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import Final, Protocol, TypeVar

from ingest.folding import fold, tone_normal
from ingest.letters import UPPER
from ingest.readers.compounds import is_known_pair

Named = TypeVar("Named")
ByFirstWord = Mapping[str, Sequence[tuple[int, Named]]]
_TOKEN: Final = re.compile(r"[a-z0-9]+")
_NUMBERED: Final = re.compile(r"([A-Za-zĐđ&]{2,})(\d{1,3})")
"""An abbreviation and a number without a space between: "PL3", "NV12"."""
_LAST: Final = re.compile(r"([^\W\d_]+)\s$")
_WORD: Final = re.compile(r"[^\W_]+(?:[&/.\-][^\W_]+)*")

_QUESTION_WORDS: Final = """
ai gì nào đâu sao mấy bao nhiêu thế vậy hả nhỉ à ơi ừ nhé nhá đi rồi mà thì là có không được bị phải cần sẽ đã đang
vẫn cũng hay hoặc và với của cho từ đến trong ngoài trên dưới ở tại theo về như một các những mọi tất cả hết toàn bộ
cái vụ việc khoản dùm giúp giùm hỏi xem biết tôi tớ mình em anh chị bạn nói ra làm này nọ đó kia đây ấy lúc khi xin
vui lòng hãy nêu rõ cụ bằng qua lại nữa đều từng riêng chính xác đúng thuộc ghi in giao chiếm dính vướng đặt đạt lo
chịu dùng nhờ muốn định chừng khoảng tầm độ hôm nay giờ thôi luôn nhất vào lên xuống tới kỳ bên phía để cùng do bởi
nên còn ủa dạ ạ tính nhắc kể bà con ông nhanh gấp ơn cám cảm thử hiện đứng đấy vầy zậy vại j z thía nek nè coi vì nộp
chưa mới sang khác tui xài á đặng hen nghen há nhen ngoài xíu nha ta ơi hai ba bốn tức phần trăm
"""
_STOP: Final = frozenset(_QUESTION_WORDS.split())
"""Words that say nothing about what a question is about, as typed with accents."""
_LIGHT: Final = frozenset(["kiểu", "buổi", "thêm", "chuyện", "chiếc", "hồi", "dịp", "hẳn", "cứ"])
"""Words that count and link in speech; plans seldom print them, which says nothing about what is asked."""
_STOP_FOLDED: Final = frozenset(map(fold, _STOP))
_JOBS: Final = "viec lam"
_OF_JOBS: Final = frozenset(("luat", "tao", "quiet", "thieu", "chuong", "vu", "vai"))
"""The noun for jobs, of two words that alone say nothing, and the words that it follows: "thị trường | việc làm"."""
WEAK: Final = 0.25
"""What a word typed without accents weighs that may be one of them."""
_KNOWN: Final = 65536
"""How many words and texts are kept with their other form, so that memory stays bounded."""
_MANY: Final = 6
"""Phrases of a list that is looked through by first words."""
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_MARKED: Final = 0.3
"""The share of words with marks above which a question counts as typed with accents; many words bear none."""


@lru_cache(maxsize=_KNOWN)
def _sound(syllable: str) -> str:
    for spelt, heard in (("ngh", "ng"), ("gh", "g"), ("tr", "ch"), ("x", "s"), ("k", "c")):
        if syllable.startswith(spelt) and not syllable.startswith("kh"):
            syllable = heard + syllable[len(spelt) :]
            break
    if syllable.startswith("gi") and len(syllable) > 2 and syllable[2] in "aeouy":
        syllable = "d" + syllable[2:]
    if syllable.endswith("k"):
        syllable = f"{syllable[:-1]}c"  # names of places keep it: "Đắk", "Đắc"
    return syllable.replace("y", "i")


@lru_cache(maxsize=_KNOWN)
def sound(text: str) -> str:
    """The sound form: lower-case ASCII syllables and numbers, leading zeros dropped, one space between."""
    tokens = _TOKEN.findall(fold(text))
    return " ".join((token.lstrip("0") or "0") if token.isdigit() else _sound(token) for token in tokens)


AND: Final = sound("và")
"""Units' names are compared without it: people leave it out."""


def sounds(phrases: Iterable[str]) -> tuple[str, ...]:
    """The sound forms of several phrases, longest first."""
    return tuple(sorted({sound(phrase) for phrase in phrases}, key=lambda one: (-len(one), one)))


def find_phrase(text: str, phrases: Iterable[str]) -> str | None:
    """The first of ``phrases`` (sound forms) that stands in ``text`` (a sound form) on word borders."""
    padded = f" {text} "
    for phrase in likely(padded, phrases):
        if f" {phrase} " in padded:
            return phrase
    return None


def without_and(heard: str) -> str:
    """A sound form without "và", as names of offices are compared."""
    return " ".join(word for word in heard.split() if word != AND)


def shared_first(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two texts begin with in common."""
    size = min(len(one), len(other))
    return next((n for n in range(size) if one[n] != other[n]), size)


def either(*words: str) -> str:
    """The sound forms of words as alternatives of a pattern, the longest first."""
    return "|".join(sorted(map(sound, words), key=len, reverse=True))


def likely(padded: str, phrases: Iterable[str]) -> Iterable[str]:
    """Those of ``phrases``, in their order, whose first word is in the text: few of the hundreds that every question is read for."""
    if not isinstance(phrases, tuple) or len(phrases) < _MANY:
        return phrases
    return spoken_in(_words_of(padded), _sorted_out(phrases))


@lru_cache(maxsize=256)  # of the last questions, which are read for every list
def _words_of(padded: str) -> frozenset[str]:
    return frozenset(padded.split(" "))


@lru_cache(maxsize=1024)
def _sorted_out(phrases: tuple[str, ...]) -> ByFirstWord[str]:
    return by_first_word((phrase, phrase) for phrase in phrases)


def by_first_word(named: Iterable[tuple[str, Named]]) -> ByFirstWord[Named]:
    """What phrases (sound forms) name under their first words, each with its turn."""
    found: dict[str, list[tuple[int, Named]]] = {}
    for turn, (phrase, one) in enumerate(named):
        found.setdefault(phrase.partition(" ")[0], []).append((turn, one))
    return found


def spoken_in(tokens: Collection[str], named: ByFirstWord[Named]) -> list[Named]:
    """What a question may name, in turn: all whose phrase begins with one of its words."""
    found = [each for token in named.keys() & tokens for each in named[token]]
    found.sort(key=itemgetter(0))
    return [one for _, one in found]


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a question: how it sounds and how it was typed (lower case, one tone placement)."""

    heard: str
    typed: str


class Stretch(Protocol):
    """Some neighbouring tokens of a question: a unit, a pointer to plans."""

    @property
    def start(self) -> int:
        """Position of the first token."""

    @property
    def end(self) -> int:
        """Position behind the last token."""


@dataclass(frozen=True, slots=True)
class Words:
    """A question as tokens, from which what is understood can be taken away piece by piece."""

    tokens: tuple[Token, ...]
    accents: bool
    heard: str = field(init=False, repr=False, compare=False)
    """The sound form: asked for by every reader, hence made once."""

    def __post_init__(self) -> None:
        """Put the sound form together."""
        object.__setattr__(self, "heard", " ".join([token.heard for token in self.tokens]))

    def part(self, start: int, end: int) -> str:
        """The sound form of some neighbouring tokens."""
        return " ".join(token.heard for token in self.tokens[start:end])

    def without(self, places: Iterable[int]) -> Words:
        """The same without the tokens at some positions."""
        gone = frozenset(places)
        if not gone:
            return self
        return Words(tuple([token for n, token in enumerate(self.tokens) if n not in gone]), self.accents)

    def outside(self, stretches: Iterable[Stretch]) -> Words:
        """The same without the tokens that any of ``stretches`` covers."""
        return self.without(n for one in stretches for n in range(one.start, one.end))

    def drop(self, phrases: Iterable[str]) -> Words:
        """The same without any of ``phrases`` (sound forms), wherever they stand; half of a doubled word ("song song") is none."""
        held = f" {self.heard} "
        words = self
        for phrase in likely(held, phrases):  # what is dropped brings no new first words
            if phrase and f" {phrase} " in held:
                words = words.without(words._places(phrase.split()))
                held = f" {words.heard} "
        return words

    def _places(self, wanted: list[str]) -> list[int]:
        heard = [token.heard for token in self.tokens]
        found: list[int] = []
        for at in range(len(heard) - len(wanted) + 1):
            if (
                heard[at : at + len(wanted)] == wanted
                and not (found and at <= found[-1])
                and not self._doubled(at, wanted)
            ):
                found.extend(range(at, at + len(wanted)))
        return found

    def _doubled(self, at: int, wanted: list[str]) -> bool:
        """Whether one syllable stands twice in a row, so that it is another word than it is alone."""
        beside = (self.tokens[n] for n in (at - 1, at + 1) if 0 <= n < len(self.tokens))
        return len(wanted) == 1 and any(one.typed == self.tokens[at].typed for one in beside)

    def drop_matches(self, pattern: re.Pattern[str]) -> Words:
        """The same without the tokens that ``pattern`` matches in the padded sound form."""
        held = f" {self.heard} "
        gone: set[int] = set()
        for match in pattern.finditer(held):
            first = held[: match.start() + 1].count(" ") - 1
            size = len(match.group(0).split())
            gone.update(range(first, first + size))
        return self.without(gone)

    def content(self) -> dict[str, float]:
        """Sound form → weight of each word that says what the question is about.

        Typed with accents, question words are left out; without, what may be one of them counts little.
        """
        found: dict[str, float] = {}
        jobs = {n for at in range(1, len(self.tokens) - 1) if self._names_jobs(at) for n in (at, at + 1)}
        for at, token in enumerate(self.tokens):
            plain = token.typed.isascii() and not token.typed.isdigit()
            if at in jobs:
                found[token.heard] = 1.0
            if token.typed in _STOP:
                continue
            faint = token.typed in _LIGHT or (plain and token.heard in stop_heard())
            weight = WEAK if faint else 1.0
            found[token.heard] = max(found.get(token.heard, 0.0), weight)
        return found

    def _names_jobs(self, at: int) -> bool:
        """Whether "việc làm" at a place is the noun, by the word before it: "giải quyết việc làm"."""
        return self.part(at, at + 2) == _JOBS and self.tokens[at - 1].heard in _OF_JOBS

    def typed_forms(self) -> dict[str, str]:
        """Sound form → how it was typed, for the words typed with accents."""
        return {token.heard: token.typed for token in self.tokens if not token.typed.isascii()}


def question_words() -> tuple[str, ...]:
    """The words that say nothing about what a question is about, as typed with accents."""
    return tuple(_QUESTION_WORDS.split())


def is_common(token: Token) -> bool:
    """Whether the word may be one that questions are made of and that says nothing of what they are about."""
    return token.typed in _STOP or (token.typed.isascii() and token.heard in stop_heard())


@lru_cache(maxsize=1)
def stop_heard() -> frozenset[str]:
    """The sound forms of the words that say nothing about what a question is about."""
    return frozenset(sound(word) for word in _STOP)


def read_words(text: str) -> Words:
    """Tokens of ``text``, which is in NFC."""
    typed = re.findall(r"[^\W_]+", tone_normal(text))
    tokens = [Token(heard, word) for word in typed for heard in sound(word).split()]
    return Words(tuple(tokens), has_accents(text))


@lru_cache(maxsize=256)  # every reader of a question asks
def has_accents(text: str) -> bool:
    """Whether the question is typed with Vietnamese marks for the most part."""
    words = _LETTERS.findall(tone_normal(text))
    marked = sum(1 for word in words if not word.isascii())
    return bool(words) and marked / len(words) > _MARKED


_SHOUTED: Final = re.compile(rf"(?<!\w)[{UPPER}]{{1,7}}(?:\s(?:[–-]\s)?[{UPPER}]{{1,7}}){{4,}}(?!\w)")
"""A title inside a text: so many words in capitals one after the other."""
_MARK: Final = re.compile(r"\w[/.]\w")


class Expander:
    """Writes abbreviations out; of two meanings of one abbreviation the first given counts."""

    def __init__(self, pairs: Iterable[tuple[str, str]], vocabulary: frozenset[str] = frozenset()) -> None:
        """``vocabulary`` holds the folded words that the plans print in small letters."""
        self._exact: dict[str, str] = {}
        self._folded: dict[str, str] = {}
        self._marked: dict[str, str] = {}
        self.vocabulary = vocabulary
        for short, full in pairs:
            self._exact.setdefault(_bare(tone_normal(short)), full)
            self._folded.setdefault(_bare(fold(short)), full)
            if _MARK.search(short):  # "đ/c" is another abbreviation than "đc"
                self._marked.setdefault(fold(short), full)
        # Plans repeat their words: each is looked up once.
        self._known = lru_cache(maxsize=_KNOWN)(self._written_out)

    def expand(self, text: str) -> str:
        """``text`` with each known abbreviation replaced.

        A word in small letters that the plans use as a word ("da", "kt") is one; in capitals it is an
        abbreviation, unless the whole text or a title in it is typed in capitals. So is one that makes a known
        word with the one before it ("tối đa").
        """
        shouted = [(0, len(text))] if text.isupper() else [run.span() for run in _SHOUTED.finditer(text)]

        def written_out(match: re.Match[str]) -> str:
            full = self._known(match[0], shouting=any(first <= match.start() < last for first, last in shouted))
            if full == match[0]:
                return full
            before = _LAST.search(text, 0, match.start())
            return match[0] if before and is_second_half(before[1], match[0]) else full

        return _WORD.sub(written_out, text)

    def knows(self, word: str, *, exactly: bool = False) -> bool:
        """Whether the word is written out, ``exactly`` whether as it is spelt and not only without its marks."""
        if exactly:
            return _bare(tone_normal(word)) in self._exact
        return self._known(word, shouting=False) != word

    def _written_out(self, word: str, *, shouting: bool) -> str:
        numbered = _NUMBERED.fullmatch(word)
        if numbered and (full := self._find(numbered[1], shouting=shouting)):
            return f"{full} {numbered[2]}"
        full = self._find(word, shouting=shouting)
        if full:
            return full
        if ("/" in word or "-" in word) and not any(letter.isdigit() for letter in word):
            return " ".join(self._find(part, shouting=shouting) or part for part in re.split(r"[/\-]", word))
        return word

    def _find(self, word: str, *, shouting: bool) -> str | None:
        """What the word stands for; None when it is a word."""
        full = self._marked.get(fold(word).rstrip(".")) if _MARK.search(word) else None
        full = full or self._exact.get(_bare(tone_normal(word)))
        if full is None and word.isascii():
            full = self._folded.get(_bare(fold(word)))
        in_capitals = not shouting and (word.isupper() or any(letter.isupper() for letter in word[1:]))
        if full is None or in_capitals:
            return full
        common = fold(word) in self.vocabulary or tone_normal(word) in _STOP or len(word) < 2
        common = common or (word.isascii() and fold(word) in _STOP_FOLDED)
        return None if common else full


def is_second_half(before: str, word: str) -> bool:
    """Whether what may be an abbreviation ends a known word, with its accents and in small letters: "tối | đa"."""
    return not word.isascii() and word.islower() and is_known_pair(before, word)


def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9à-ỹđ&]", "", text)


def from_figure(words: str) -> str:
    """The words from the first with a figure on: a document's number without its noun."""
    parts = words.split()
    return " ".join(parts[next((n for n, part in enumerate(parts) if part[0].isdigit()), 0) :])
