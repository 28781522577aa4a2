"""Words as they are typed and as they sound: one form under which a hurried question and a plan's text meet.

`sound` drops accents and the spellings that people mishear or mistype (tr/ch, x/s, gi/d, y/i), syllable by
syllable, so that "xở y tế chủ chì" and "Sở Y tế chủ trì" come out the same. It is for comparing only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from ingest.folding import fold, tone_normal

_TOKEN = re.compile(r"[a-z0-9]+")
_WORD = re.compile(r"[^\W_]+(?:[&/.\-][^\W_]+)*")

QUESTION_WORDS = frozenset(
    """
    ai gi nao dau sao may bao nhieu the vay ha nhi a oi u uh nhe nha di roi ma thi la co khong duoc bi phai can se da dang con van cung hay hoac va voi cua cho
    tu den trong ngoai tren duoi o tai theo ve nhu mot cac nhung moi tat ca het toan bo cai vu viec khoan dum giup gium hoi xem biet toi minh em anh chi ban
    noi ra lam nay do kia day ay luc khi xin vui long hay neu ro cu the tren bang qua lai nua deu tung rieng chinh xac dung thuoc ten nguoi nhiem muc dong
    thong tin hien chua ghi in giao
    """.split()
)


def _sound(syllable: str) -> str:
    for spelt, heard in (("ngh", "ng"), ("gh", "g"), ("tr", "ch"), ("x", "s"), ("k", "c")):
        if syllable.startswith(spelt) and not syllable.startswith("kh"):
            syllable = heard + syllable[len(spelt) :]
            break
    if syllable.startswith("gi") and len(syllable) > 2 and syllable[2] in "aeouy":
        syllable = "d" + syllable[2:]
    return syllable.replace("y", "i")


@lru_cache(maxsize=65536)
def sound(text: str) -> str:
    """The sound form: lower-case ASCII syllables and numbers, leading zeros dropped, one space between."""
    found = []
    for token in _TOKEN.findall(fold(text)):
        found.append(token.lstrip("0") or "0" if token.isdigit() else _sound(token))
    return " ".join(found)


def sounds(phrases: Iterable[str]) -> tuple[str, ...]:
    """The sound forms of several phrases, longest first."""
    return tuple(sorted({sound(phrase) for phrase in phrases}, key=lambda one: (-len(one), one)))


def find_phrase(text: str, phrases: Iterable[str]) -> str | None:
    """The first of ``phrases`` (sound forms) that stands in ``text`` (a sound form) on word borders."""
    padded = f" {text} "
    return next((phrase for phrase in phrases if f" {phrase} " in padded), None)


def drop_phrases(text: str, phrases: Iterable[str]) -> str:
    """``text`` without any of ``phrases``, both sound forms."""
    padded = f" {text} "
    for phrase in phrases:
        while f" {phrase} " in padded:
            padded = padded.replace(f" {phrase} ", " ")
    return " ".join(padded.split())


def has_accents(text: str) -> bool:
    """Whether the question is typed with Vietnamese marks for the most part."""
    words = [word for word in tone_normal(text).split() if any(c.isalpha() for c in word)]
    marked = sum(1 for word in words if not word.isascii())
    return bool(words) and marked / len(words) > 0.3


class Expander:
    """Writes abbreviations out: the general ones, then those that the plans themselves define."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._by_sound: dict[str, str] = {}
        for short, full in pairs:
            self._by_sound.setdefault(re.sub(r"[^a-z0-9&]", "", fold(short)), full)

    @property
    def table(self) -> Mapping[str, str]:
        """Folded abbreviation → expansion."""
        return self._by_sound

    def expand(self, text: str) -> str:
        """``text`` with each known abbreviation replaced; lower-case ones only where they are no common word."""
        return _WORD.sub(self._replace, text)

    def _replace(self, match: re.Match[str]) -> str:
        word = match.group(0)
        key = re.sub(r"[^a-z0-9&]", "", fold(word))
        full = self._by_sound.get(key)
        if full is None:
            split = re.fullmatch(r"([A-Za-zĐđ&]{2,})(\d{1,3})", word)
            if split and fold(split.group(1)) in self._by_sound:
                return f"{self._by_sound[fold(split.group(1))]} {split.group(2)}"
            if "/" in word or "-" in word:
                return self._parts(word)
            return word
        plain = word.islower() and word.isascii() and key in _COMMON
        return word if plain else full

    def _parts(self, word: str) -> str:
        """A joined word such as "KHCN/ĐMST" is expanded part by part; a document number stays."""
        if any(c.isdigit() for c in word):
            return word
        return " ".join(self._by_sound.get(fold(part), part) for part in re.split(r"[/\-]", word))


# Abbreviations that, in lower case and without accents, are words in their own right.
_COMMON = frozenset("kt xh tc ca pc vp tw dn kh nv qd nq da ai anm dh pl".split()) - frozenset({"kh", "nv", "qd", "nq", "vp", "tw", "dn", "pl"})
