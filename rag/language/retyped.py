"""A question as it was meant to be typed: hurried words mended before anything reads them.

What is mended is a word that neither the plans nor the lists know: keys of the input method left in it, letters doubled,
words glued together ("Giangdo", "tháng12"), words cut short ("đvị", "p.hợp"), first letters of what the plans print
("CTDT"). Marks that a question leaves out here and there are put back where the plans print the word beside the same
neighbour. A word that may be a name stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ingest.folding import fold, tone_normal
from ingest.syllables import is_syllable, tones_apart
from rag.language.byear import noun_heard
from rag.language.phrases import every_word, every_written_word, written
from rag.language.telex import keyed, spelling_of
from rag.language.vocabulary import Vocabulary
from rag.language.words import Expander, has_accents, is_second_half, question_words, sound

_WORD: Final = re.compile(r"(?<![\w/.&-])[^\W\d_]+(?:[./][^\W\d_]+)?(?![\w&]|[/-]\w)")
_GLUED_NUMBER: Final = re.compile(r"(?<![\w/.-])([^\W\d_]{2,})(\d{1,4})(?=\W|$)")
_DOCUMENTS: Final = frozenset({"kh", "nq", "qd", "qđ", "tb", "nd", "nđ"})
"""Sorts of documents in two letters that a number may be glued to: "nq57"."""
_BEGIN: Final = re.compile(r"[bcdđghklmnpqrstvx]{1,3}")
"""First letters that a word may be cut to: "đvị", "p.hợp", "c/trì"."""
_NUMERALS: Final = re.compile(r"[IVXLC]+(?:[./][IVXLC]+)?")
_VOWEL: Final = re.compile("[aeiouy]")
_LEAST_LEARNT: Final = 3
"""First letters that are looked for in the plans by themselves; two are so only beside a neighbour."""
_MOST_LEARNT: Final = 7
_SURELY: Final = 2
"""What the commonest reading of first letters must be, against the next one."""
_OFTEN: Final = 3
"""How often the plans must print what is put in for a word that is one itself, or stands for two letters."""
_LEAST_GLUED: Final = 4
"""Letters; of shorter words every other can be cut in two."""
_LEAST_PART: Final = 2
_LEAST_SLIP: Final = 4
_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SAID_SHORT: Final = {"iu": "iêu", "ui": "uôi", "ưi": "ươi", "ưu": "ươu"}
_NEVER_LAST: Final = frozenset("ăâ")
"""Vowels that no syllable ends with."""
_OF_PARTS: Final = re.compile(
    r"(?<!\bthu )(?<!đường )(?<!duong )(?<!rác )(?<!rac )\bgom(?= (?:có |co )?(?:mấy|may|bao nhiêu|bao nhieu)\b)"
)
"""“Gồm” without its mark, which is a verb of its own ("thu gom")."""
_NUMBER: Final = "số"
_OFFICE_MEANT: Final = "sở"
"""First of all, or behind a mark, "số" opens a note of how many: "hộ mới thoát nghèo, số hộ", though the plans print "sổ hộ"."""
_AND: Final = "và"
_ANDS: Final = re.compile(rf"(\w+) {_AND} (?=(\w+))")
_WITH: Final = re.compile(r"(\w+) (với|voi) (?=(\w+))")
_MISHEARD: Final = frozenset({"lào"})
"""“Nào” as many say it."""
_SEVERAL_SHORT: Final = re.compile(r"(?<![\w&/.-])[A-ZĐ]{2,5}(?:(?:,| và|, và)? [A-ZĐ]{2,5}){1,3}(?!\.?[\w&/-])")
"""First letters side by side ("DT, TN, TG"), which one stretch of a plan may hold together."""
_LEAST_TOGETHER: Final = 4
_ASKING: Final = frozenset(question_words())
_ASKING_HEARD: Final = frozenset(map(fold, ("nhiêu", "giờ", "nào", "mấy", "trăm")))
_LATER: Final = frozenset({"ct"})
"""A target, a directive or a programme: those who read of documents take it as it is typed."""
_PLACES: Final = frozenset(("mục", "điểm", "khoản", "điều", "phần", "nhóm", "dòng", "tháng", "quý", "ngày", "năm"))
_KEPT: Final = _ASKING | _PLACES | {"sau", "giữa", "cần", "hoặc", "trước"} | {*written("condition.without")}
"""Words of their own in any question, whatever the plans print beside their neighbour ("trừ Sở A" where they print "trụ sở")."""
_OFFICE: Final = frozenset(
    {*("hội", "sở", "phòng", "ban", "bộ", "cục", "đoàn", "tâm", "viện", "trường", "tt", "cc", "p")}
)
"""First letters that stand behind it name an office; what no plan prints there is for `rag.corpus.naming`."""


class Retyper:
    """Mends questions by the words of the loaded plans."""

    def __init__(
        self, vocabulary: Vocabulary, expander: Expander, shorthand: Expander, offices: Iterable[str] = ()
    ) -> None:
        """``shorthand`` is written out here, what else ``expander`` knows later on; ``offices`` are names as printed."""
        self._shorthand = shorthand
        self._offices = {(fold(one), fold(other)) for name in offices for one, other in _ANDS.findall(name)}
        self._known = vocabulary
        self._expander = expander
        self._spelt = _by_spelling(vocabulary.words)

    def mended(self, typed: str) -> str:
        """``typed`` with its hurried words as they were meant; the rest, spaces among it, stays as it is."""
        typed = _WITH.sub(self._joined, _GLUED_NUMBER.sub(self._apart, typed))
        accents, shouting = has_accents(typed), typed.isupper()
        typed = _OF_PARTS.sub("gồm", typed) if accents else typed
        typed = typed if shouting else _SEVERAL_SHORT.sub(self._together, typed)
        found = list(_WORD.finditer(typed))
        parts: list[str] = []
        end = 0
        for n, match in enumerate(found):
            before = found[n - 1][0] if n and not _parted(typed[found[n - 1].end() : match.start()]) else ""
            after = (
                found[n + 1][0] if n + 1 < len(found) and not _parted(typed[match.end() : found[n + 1].start()]) else ""
            )
            beside = (_named(before), _named(after)) if n and match[0].istitle() else (before, after)
            better = self._better(match[0], beside, accents=accents, shouting=shouting)
            noted = not before and tone_normal(match[0]) == _NUMBER and (n or better != _OFFICE_MEANT)
            better = match[0] if noted else better
            parts += [typed[end : match.start()], _cased(match[0], better)]
            end = match.end()
        return "".join([*parts, typed[end:]])

    def _apart(self, match: re.Match[str]) -> str:
        """A number glued to a word that is none of its name: "tháng12"."""
        lower = tone_normal(match[1])
        known = len(lower) > 2 and lower in self._known.words and not match[1].isupper()
        return f"{match[1]} {match[2]}" if known or lower in _DOCUMENTS else match[0]

    def _joined(self, match: re.Match[str]) -> str:
        """The word for "and" that names of offices have, where "với" is typed: "Dân tộc với Tôn giáo"."""
        whole = (fold(match[1]), fold(match[3])) in self._offices
        return f"{match[1]} {_AND} " if whole else match[0]

    def _together(self, match: re.Match[str]) -> str:
        """What the plans print for first letters that stand side by side."""
        letters = tone_normal("".join(re.findall("[A-ZĐ]+", match[0])))
        found = (
            Counter(words for words, _, _ in self._known.meant(letters)) if len(letters) >= _LEAST_TOGETHER else None
        )
        return (_commonest(found, least=_SURELY) if found else "") or match[0]

    def _better(self, word: str, beside: tuple[str, str], *, accents: bool, shouting: bool) -> str:
        lower = tone_normal(word)
        short = not shouting and any(letter.isupper() for letter in word[1:])
        if _NUMERALS.fullmatch(word):
            return word
        if (noun := noun_heard(lower, beside)) and not self._known.beside(lower, *beside):
            return noun
        if self._expander.knows(word):
            loosely = accents and lower.isascii() and not self._expander.knows(word, exactly=True)
            read = self._spelt_out(lower, beside, alone=False) if loosely else self._only_there(lower, beside)
            meant = shouting or lower in _LATER or is_second_half(beside[0], word)
            return read or (word if meant else self._shorthand.expand(word))
        if short:
            alone = not self._known.knows(lower)  # what the plans print so is its own name, unless a neighbour tells
            return (self._spelt_out(lower, beside, alone=alone) if word.isupper() else "") or word
        if lengthened := self._lengthened(lower, beside):
            return lengthened
        if self._known.knows(lower):
            marked = self._marked(word, beside) if accents else word
            strange = marked == word and accents and lower not in self._known.words and not lower.isascii()
            better = self._of_a_phrase(lower, beside, ending=True) or self._left_out(word, beside) if strange else ""
            return better or marked
        read = self._keyed(lower, beside) or self._undoubled(lower, beside) or self._as_spoken(lower)
        if read or is_syllable(lower):
            return read or self._of_a_phrase(lower, beside) or (self._slipped(word, beside) if accents else "") or word
        read = self._swapped(lower, beside) or self._cut_short(lower) or self._unglued(lower, accents=accents)
        letters = len(lower) > _LEAST_LEARNT or not _VOWEL.search(fold(lower))
        return read or (self._spelt_out(lower, beside) if letters else "") or word

    def _marked(self, word: str, beside: tuple[str, str]) -> str:
        """The form of a word that the plans or lists print beside its neighbour, where they never so print the typed one."""
        lower = tone_normal(word)
        forms = self._known.forms[fold(word)]
        own = lower in forms
        kept = lower in _KEPT or tone_normal(beside[1]) == "bao"  # "nhiêu": "báo" is another
        if own and (not word.islower() or kept or self._known.beside(lower, *beside)):
            return word
        if own and not lower.isascii():
            asked = fold(beside[1]) in _ASKING_HEARD  # any word may be asked of: there only a commoner one was meant
            between = [
                form
                for form in forms
                if self._known.between(form, *beside, least=_OFTEN)
                and (not asked or self._known.words[form] > self._known.words[lower])
            ]
            return between[0] if len(between) == 1 else word
        if lower in _MISHEARD or (sound(lower) in every_word() and every_written_word().isdisjoint(forms)):
            return word  # "song khi nào" is "xong", which only sounds alike
        best = max(forms, key=lambda form: (self._known.beside(form, *beside), self._known.words[form], form))
        rare = not own or self._known.words[best] >= _OFTEN * self._known.words[lower]
        if rare and self._known.beside(best, *beside) >= (_OFTEN if own else 1):
            return best
        lost = not own and lower.isascii() and word.islower()
        return (_commonest({form: self._known.words[form] for form in forms}) if lost else "") or word

    def _lengthened(self, word: str, beside: tuple[str, str]) -> str:
        """The word that its end was left off, where it ends with a vowel that closes none: "nhậ" beside "nơi"; "" otherwise."""
        if tones_apart(word)[0][-1:] not in _NEVER_LAST or word in self._known.words:
            return ""
        longer = [one for one in self._known.words if one.startswith(word) and is_syllable(one)]
        felt = {one: self._known.beside(one, *beside) for one in longer}
        best = max(felt, key=lambda one: (felt[one], self._known.words[one], one), default="")
        return best if best and felt[best] else ""

    def _of_a_phrase(self, word: str, beside: tuple[str, str], *, ending: bool = False) -> str:
        """The question word one letter away that a phrase has beside the same neighbour: "bao nhêu".

        With ``ending``, for words that sound like others: any word of which only the last letter is wrong ("sản phẩn").
        """
        before, after = map(fold, beside)
        heard = fold(word)
        if len(heard) < _LEAST_SLIP:
            return ""
        near = {pair[1] for pair in self._known.asked if before == pair[0]}
        near |= {pair[0] for pair in self._known.asked if after == pair[1]}
        if ending:
            found = sorted(one for one in near if heard[:-1] == one[:-1])
        else:
            found = sorted(one for one in near & _ASKING_HEARD if _one_letter_off(heard, one))
        return max(self._known.forms[found[0]], key=self._known.words.__getitem__) if len(found) == 1 else ""

    def _slipped(self, word: str, beside: tuple[str, str]) -> str:
        """The word one letter away that alone is often printed behind the same neighbour, where it is asked of: "hình thứt nào"."""
        if not word.islower() or fold(beside[1]) not in _ASKING_HEARD or len(word) < _LEAST_SLIP:
            return ""
        lower, before = tone_normal(word), fold(beside[0])
        near = [
            form
            for (one, form), count in self._known.behind.items()
            if one == before and count >= _OFTEN and _one_letter_off(lower, form)
        ]
        return near[0] if len(near) == 1 else ""

    def _swapped(self, word: str, beside: tuple[str, str]) -> str:
        """The one word that two letters typed in the wrong order were to make, printed or asked beside the same neighbour: "kết qảu"."""
        made = {word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(len(word) - 1)} - {word}
        before, after = map(fold, beside)
        pairs = self._known.asked
        near = {
            one
            for one in map(tone_normal, made)
            if is_syllable(one)
            and (self._known.beside(one, *beside) or (before, fold(one)) in pairs or (fold(one), after) in pairs)
        }
        return near.pop() if len(near) == 1 else ""

    def _left_out(self, word: str, beside: tuple[str, str]) -> str:
        """The word with one letter more that alone is often printed next to the same neighbour: "thực hện"."""
        if not word.islower():
            return ""
        lower = tone_normal(word)
        longer = (one for one in self._known.words if len(one) == len(lower) + 1 and _one_letter_off(lower, one))
        near = [one for one in longer if self._known.beside(one, *beside) >= _OFTEN]
        return near[0] if len(near) == 1 else ""

    def _keyed(self, word: str, beside: tuple[str, str]) -> str:
        """The word that the keys were to make; one key alone may be a letter of a foreign word, unless its place tells."""
        made = keyed(word)
        better = self._spelt.get(made, "") if made != spelling_of(word) else ""
        sure = better and (len(word) - len(better) > 1 or self._known.beside(better, *beside))
        return better if sure else ""

    def _as_spoken(self, word: str) -> str:
        """The word that the south says with a shorter vowel and writes as it is said: "thíu", "ngừi", "cúi"."""
        letters = unicodedata.normalize("NFD", word)
        tone = next((letter for letter in letters if letter in _TONES), "")
        plain = unicodedata.normalize("NFC", letters.replace(tone, "") if tone else letters)
        for said, full in _SAID_SHORT.items():
            if said in plain:
                written = plain.replace(said, full[:2] + tone + full[2:])
                better = tone_normal(unicodedata.normalize("NFC", written))
                return better if better in self._known.words else ""
        return ""

    def _undoubled(self, word: str, beside: tuple[str, str]) -> str:
        plain = fold(word)
        if len(plain) != len(word) or not _VOWEL.search(plain):
            return ""  # without a vowel they are first letters: "dd"
        for n in range(1, len(plain)):
            if plain[n] == plain[n - 1]:
                for kept in (word[:n] + word[n + 1 :], word[: n - 1] + word[n:]):
                    if kept in self._known.words:
                        return kept
                if self._known.knows(plain[:n] + plain[n + 1 :]):
                    return self._marked(plain[:n] + plain[n + 1 :], beside)
        return ""

    def _cut_short(self, word: str) -> str:
        """The two words of which one is left with its first letters, where the plans print them so."""
        found: Counter[tuple[str, str]] = Counter()
        for begin, rest in _shortened(word):
            whole = self._known.forms.get(fold(rest), ()) if rest.isascii() else (rest,)
            for first in self._known.forms:
                if first.startswith(fold(begin)) and first != fold(begin):
                    for second in whole:
                        found[first, second] += self._known.behind[first, second]
        if not any(found.values()):
            return ""
        first, second = max(found, key=lambda pair: (found[pair], pair))
        return f"{self._marked_before(first, second, word[0])} {second}"

    def _marked_before(self, folded: str, second: str, begin: str) -> str:
        forms = [one for one in self._known.forms[folded] if one[0] == begin]
        return max(forms or self._known.forms[folded], key=lambda form: (self._known.ahead[form, fold(second)], form))

    def _unglued(self, word: str, *, accents: bool) -> str:
        """The printed words that were typed without a space between, cut where the plans print them side by side."""
        if len(word) < _LEAST_GLUED or not word.isalpha():
            return ""
        for n in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
            one, rest = word[:n], word[n:]
            if not is_syllable(one) or not self._known.knows(one):
                continue
            if self._is_word(rest, accents=accents) and self._stands_before(one, rest, accents=accents):
                return f"{one} {rest}"
            if accents and rest in _ASKING and n > _LEAST_PART and one in self._known.words:
                return f"{one} {rest}"
            more = self._unglued(rest, accents=accents) if not is_syllable(rest) else ""
            if more and self._stands_before(one, more.split()[0], accents=accents):
                return f"{one} {more}"
        return ""

    def _is_word(self, word: str, *, accents: bool) -> bool:
        return is_syllable(word) and (word in self._known.words if accents else self._known.knows(word))

    def _stands_before(self, one: str, other: str, *, accents: bool) -> bool:
        if accents:
            return bool(one in self._known.words and self._known.beside(other, one, ""))
        forms = self._known.forms.get(other, ())
        return any(self._known.beside(form, one, "") for form in forms)

    def _only_there(self, letters: str, beside: tuple[str, str]) -> str:
        """What alone the plans print with these first letters between the same two neighbours, and often elsewhere: "lịch kt công vụ"."""
        before, after = map(fold, beside)
        if not (before and after and letters.isalpha()) or letters in _LATER:
            return ""
        found: Counter[str] = Counter()
        there: set[str] = set()
        for words, behind, ahead in self._known.meant(letters):
            found[words] += 1
            if (fold(behind), fold(ahead)) == (before, after):
                there.add(words)
        return next((words for words in there if found[words] >= _OFTEN), "") if len(there) == 1 else ""

    def _spelt_out(self, letters: str, beside: tuple[str, str], *, alone: bool = True) -> str:
        """What the plans print most with these first letters; two letters only beside the same neighbour."""
        letters = re.sub(r"\W", "", letters)
        office = tone_normal(beside[0]) in _OFFICE
        if not 1 < len(letters) <= _MOST_LEARNT:
            return ""
        found: Counter[str] = Counter()
        near: Counter[str] = Counter()
        before, after = (fold(self._expander.expand(word)).split() for word in beside)
        for words, behind, ahead in self._known.meant(letters):
            found[words] += 1
            if (before and fold(behind) == before[-1]) or (not office and after and fold(ahead) == after[0]):
                near[words] += 1
        near = Counter({words: count for words, count in near.items() if found[words] >= _OFTEN})
        if near:
            return _commonest(near)
        known = alone and not office and len(letters) >= _LEAST_LEARNT
        return _commonest(found, least=_SURELY) if known else ""


def _commonest(found: Mapping[str, int], least: int = 1) -> str:
    """The reading met most; "" where another is met nearly as often, or it too seldom."""
    ranked = sorted(found.items(), key=lambda each: (-each[1], each[0]))
    if not ranked or ranked[0][1] < least:
        return ""
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= _SURELY * ranked[1][1] else ""


def _by_spelling(words: Iterable[str]) -> dict[tuple[str, str], str]:
    return {spelling_of(word): word for word in words if is_syllable(word)}


def _shortened(word: str) -> Iterator[tuple[str, str]]:
    """The ways in which a word may be the first letters of one and the whole of the next."""
    for n in range(1, len(word) - 1):
        rest = word[n:].lstrip("./")
        if _BEGIN.fullmatch(word[:n]) and is_syllable(rest) and len(rest) > 1:
            yield word[:n], rest


def _named(word: str) -> str:
    """The neighbour of a word with a capital: only another such word tells how a name is spelt."""
    return word if word[:1].isupper() else ""


def _cased(typed: str, better: str) -> str:
    """What is put in for a word with its capital; first letters in capitals are none."""
    whole = typed[0].isupper() and better.islower() and not (len(typed) > 1 and typed.isupper())
    return better[:1].upper() + better[1:] if whole else better


def _parted(between: str) -> bool:
    """Whether something other than white space stands between two words."""
    return bool(between.strip())


def _one_letter_off(word: str, other: str) -> bool:
    """Whether one letter was left out, added or changed, or two neighbours were swapped."""
    if len(word) == len(other):
        differ = [n for n in range(len(word)) if word[n] != other[n]]
        swapped = (
            len(differ) == len("ab") and word[differ[0]] == other[differ[1]] and word[differ[1]] == other[differ[0]]
        )
        return len(differ) == 1 or (swapped and differ[1] == differ[0] + 1)
    short, long = sorted((word, other), key=len)
    return len(long) == len(short) + 1 and any(short == long[:n] + long[n + 1 :] for n in range(len(long)))
