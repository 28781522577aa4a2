"""Figures of a text: the one in front of the very words that a question asks how many of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ingest.goals import figures
from ingest.readers.compounds import is_known_pair
from rag.corpus.library import Library
from rag.language.words import AND, either, find_phrase, sound
from rag.measures.classed import counts_another
from rag.measures.named import names_counted
from rag.measures.nearness import crowding
from rag.measures.times import asks_stretch
from rag.query.asks import Intent
from rag.query.norows import number_noted
from rag.query.outsideasks import asks_pay
from rag.query.question import Query

_ANY_NUMBER: Final = re.compile(
    r"(?<![\w/.,-])(?<!ngày )(?<!tháng )(?<!quý )(?<!số )\d+/\d+(?=\s\w)|(?<![\w/.,-])(?!(?<=[Nn]ăm )(?:19|20)\d\d(?![\d.,]))\d[\d.,]*\d|(?<![\w/.,-])\d(?!\d)(?:\s?[-–]\s?\d{1,3}(?![\d/%.,]))?"
)
"""A number, some of all ("9/12"), or two bounds of one: "2 - 3"."""
_TIMES: Final = re.compile(
    r"(?i)(?<!\w)(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?=\s(?:lần|lượt|đợt|buổi|cuộc|kỳ)(?!\w))"
)
"""Numbers written as words, where they can only count: "một" alone may be an article."""
_WORD_AFTER: Final = re.compile(r"\s*%|,?\s+(\d{0,2}[^\W\d_]+(?:-[^\W\d_]+)*)(/[^\W\d_]+)?")
_EACH: Final = frozenset(("mỗi", "từng"))
"""Behind a comma these begin another figure."""
_DATED: Final = re.compile(r"\s+(?:năm|tháng|quý|ngày)\s+[\dIVX]")
_MAGNITUDE: Final = frozenset(("nghìn", "ngàn", "triệu", "tỷ", "tỉ"))
"""Words of a number itself: "30 | triệu | USD"."""
_SHARE_OF: Final = re.compile(r"\d[\d.,]*\s*%")
"""A share tells how many by itself."""
_PERCENT: Final = sound("phần trăm").split()
_SHARE_ASKED: Final = re.compile(r"(?i)%[\s?.]*$|\b(?:phần trăm|phan tram)\b")
"""Asks for a share."""
_HOW_MANY: Final = re.compile(
    rf"(?:{sound('bao nhiêu')}|(?<!{sound('nhà')} ){sound('mấy')}) (?:{sound('cái')} |{sound('con')} )?((?:\S+ ?){{1,12}})"
)
_NUMBER_OF: Final = re.compile(rf" ({sound('tổng số')}|{sound('số lượng')}) ((?:\S+ ?){{1,12}})")
_NUMBER_FIRST: Final = re.compile(rf"\s*{sound('số')} (?!{sound('lượng')} )((?:\S+ ?){{1,12}})")
"""The other way to ask how many: "tổng số trường được nâng lên bao nhiêu"; "số" alone ends too many other names."""
_LABEL: Final = re.compile(r"(?:^|[:;,(+])\s*([^\W\d_][^:;,.()]{0,30}):\s*$")
"""What a figure of a list belongs to: "(xã A: 12 trường, xã B: 9 trường)"."""
_FROM: Final = r"(?:\d[\d.,]*\s?[-–]\s?)?"
"""The first of two bounds."""
_MEASURE: Final = re.compile(
    rf"(?<![\w/.,-])(?<!tháng ){_FROM}\d[\d.,]*\s*(?:(?:nghìn|ngàn|triệu)\s+)?(?:mm|cm|km|kg|ha|m|m2|m3|tấn|tạ|lít|MW|kW|độ|[μµ]g/m3|mg/l|dB|tháng|năm|tuần|giây)\b(?!\s+\d)"
    rf"|(?<![\w/.,-]){_FROM}\d[\d.,]*\s*(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+)?(?:USD|EUR|VND|VNĐ|đô la|euro)\b"
)
_HOW_MUCH: Final = tuple(map(sound, ("bao nhiêu", "mấy")))
_PER_ASKED: Final = re.compile(
    rf"(?:(?:1|{either('một', 'mỗi', 'hằng', 'hàng', 'từng')}) (?:{sound('chiếc')} |{sound('cái')} |{sound('con')} )?|/ ?)([^\W\d_]+)"
)
"""One of what a rate is asked of: "bao nhiêu một tháng", "mỗi hộ được mấy đồng"."""
_PER: Final = re.compile(r"(?:\s?/\s?|\s(?:một|mỗi)\s)([^\W\d_]+)")
"""Behind the figure of a rate: "40.000 đồng | /hộ/tháng"."""
_WITH_UNIT: Final = re.compile(
    r"(?<![\w/.,-])(?<!số )(?<!ngày )(?<!tháng )(?<!năm )(?<!quý )(?<!khoản )(?<!mục )(?<!điều )(?<!lần thứ )(?<!thứ )"
    r"(\d(?:[\d.,]*\d)?)(?![\w/.,-])\s+(?!(?:tháng|năm|của|và|Điều|Mục|ngày|Tỷ|Số)\b)[^\W\d_]+(?:\smỗi\s[^\W\d_]+)?"
)
"""Any other number with the word behind it, told where a clause holds no measure that is known."""
_CLOSING: Final = re.compile(r"((?: [^\W\d_]+){1,3})(?=\s*(?:[,;.)]|$))")
_SYLLABLE: Final = re.compile(r" ([^\W\d_]+)")
_BOUNDED: Final = re.compile(
    r"\d[\d.,]*\s*%?\s*[-–]\s*\d[\d.,]*\s*%"
    r"|(?<![\w/.,-])(?<!ngày )(?<!tháng )(?<!năm )(?<!quý )(?!20\d\d\b)\d[\d.,]*(?:\s?(?P<noun>%|[^\W\d_]+))?\s+(?:đến|tới)\s+\d[\d.,]*(?![\w/.,-])"
    r"(?(noun)(?=\s?(?P=noun))|(?=\s?(?!(?:tháng|năm|giờ)\s\d)(?:%|[^\W\d_])))"
)
"""A figure between two bounds: "60 - 70%", "15 đến 20 người", "15 người đến 20 người"."""
_MOVES: Final = re.compile(
    r"(?i)(?<!\w)(?:tăng|giảm|nâng|rút|hạ|chuyển|cắt|bớt|mở rộng|đổi)(?:\s[^,;.\d]{1,40})?\s+từ\s+$"
)
"""Before the figure that something rises or falls from."""
_LEFT_BEHIND: Final = re.compile(
    r"[^,;.\d]{0,30}?\s(?:xuống|lên)(?:\s+(?:còn|đến|tới|thành))?\s+(?:dưới\s+|trên\s+|khoảng\s+)?\d"
)
_FROM_ASKED: Final = re.compile(r"\btu (?:bao nhieu|mai)\b|\b(?:hien|luc dau|ban dau|chuoc)\b")
"""A figure from which something rises or falls is not the one reached, unless that is asked for."""
_SHARE: Final = tuple(map(sound, ("bao nhiêu phần trăm", "mấy phần trăm", "tỷ lệ")))
_MONEY_ASKED: Final = tuple(
    map(
        sound,
        ("bao nhiêu tiền", "mấy tiền", "kinh phí", "số tiền", "bao nhiêu đồng", "mấy đồng", "giá trị", "doanh thu"),
    )
)
_MONEY: Final = re.compile(r"đồng|tỷ|triệu|USD|EUR|VN[DĐ]|đô la|euro")
_COUNTS: Final = re.compile(r"[^\d%]*\d[\d.,]*\s+(?!lần\b|tháng lương\b)[^\W\d_]")
"""A number of things: neither a share nor a multiple."""
_ADDED: Final = tuple(map(sound, ("phụ cấp", "trợ cấp", "học bổng", "thưởng", "hưởng")))
"""Pay that may be told as a share of what is paid otherwise."""
_TIME_ASKED: Final = tuple(
    map(sound, ("giờ", "ngày", "tuần", "tháng", "quý", "năm", "phút", "lâu", "khi nào", "bao giờ"))
)
_DURATION: Final = re.compile(r"\d[\d.,]*\s*(?:giờ|ngày|tuần|tháng|quý|năm|phút|giây)(?: làm việc)?")
"""Money and stretches of time: the one is meant where it is asked for, the other only there."""
_OFFICE_SOUND: Final = re.compile(rf"{sound('sở')} ")
"""An office that sounds as if a number were asked for."""
_RANKS: Final = ("cấp", "loại", "hạng", "mức", "bậc", "nhóm", "lần", "khóa")
_WHICH_RANK: Final = re.compile(rf" ({'|'.join(map(sound, _RANKS))}) (?:{sound('độ')} )?{sound('mấy')} ")
_RANK: Final = re.compile(
    rf"(?i)(?<!\w)({'|'.join(_RANKS)})\s+(?:độ\s+)?(?:\d+|[IVX]+)(?![\w%])(?:\s+trở (?:lên|xuống))?"
)
"""Ranks that are numbered, in questions and in texts."""
_OF_WORK: Final = " làm việc"
_WHICH_PLACE: Final = re.compile(
    rf"\b(?:{sound('xếp')}|{sound('đứng')}) (?:\S+ )?(?:{sound('thứ')}|{sound('hạng')}) {sound('mấy')}\b"
)
_AMONG: Final = re.compile(r"(?:nhóm|tốp|top)\s+\d+[^.;:]*?\s(?:dẫn đầu|đứng đầu|cao nhất|tốt nhất)[^.;,]*")
"""Asks for the place in a ranking, and the first so many among which it is to be."""
_NO_NOUN: Final = frozenset(
    (
        "đi",
        "được",
        "phải",
        "vào",
        "ra",
        "lên",
        "ở",
        "tại",
        "từ",
        "đến",
        "trong",
        "cho",
        "để",
        "đạt",
        "là",
        "có",
        "bị",
        "dự",
        "về",
        "của",
        "trên",
        "theo",
        "kể",
        "trước",
        "sau",
        "khi",
        "hết",
        "do",
        "với",
        "nhằm",
        "so",
    )
)
"""Words with which something else begins than the name of what is counted."""
_BESIDE: Final = re.compile(r"(?:,|\s+và)\s+\d[\d.,]*\s+((?:[^\W\d_]+\s?){1,6})")
_UNIT_ALONE: Final = re.compile(
    r"^(\S+\s+(?:buổi|lần|đợt|năm(?! học)|tháng|tuần|ngày(?! làm việc| công)|giờ|phút))\s+(?!đầu|cuối)\D*$",
    re.IGNORECASE,
)
"""How often, or how long, is told by the figure and its unit, whatever it is that the question names behind them."""
_OFFICES_ALIKE: Final = re.compile(r",\s(?:đơn vị|tổ chức)(?:,\s(?:đơn vị|tổ chức|địa phương))?(?!\w)")
"""What plans set behind "cơ quan" and people leave out: one name of all offices."""
_NOUN_REACH: Final = 60
"""Characters after a number in which its noun ends."""
_DONE: Final = 2
"""Syllables before "bao nhiêu" that tell what is done to so many."""


def _bounded(text: str) -> list[tuple[int, int]]:
    """Where figures between two bounds stand; what something rises or falls from is no bound."""
    return [one.span() for one in _BOUNDED.finditer(text) if not _MOVES.search(text[: one.start()])]


def between_bounds(text: str, spots: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where figures stand, two bounds of one being one figure: "từ | 5 đồng đến 8 đồng"."""
    for a, b in _bounded(text):
        inside = [one for one in spots if a <= one[0] < b]
        wide = (a, max((end for _, end in inside), default=b))
        spots = sorted(
            {*(one for one in spots if one not in inside), *([wide] if inside or text[b - 1] == "%" else [])}
        )
    return list(spots)


def notes_number(query: Query) -> bool:
    """Whether a note asks how many there are of something: "số hộ …"; "so …" without accents may name an office."""
    offices = () if query.words.accents else (query.words.part(one.start, one.end) for one in query.actors)
    return bool(number_noted(query.typed)) and not any(map(_OFFICE_SOUND.match, offices))


def with_number_noted(query: Query) -> Query:
    """A note that asks how many there are, read as a question for a figure."""
    bare = not query.role and not query.flags and query.intent is Intent.FACT and query.pointer.empty
    return replace(query, role="value") if bare and notes_number(query) else query


def asks_rank(query: Query) -> bool:
    """Whether "mấy" asks which of numbered ranks: "cấp mấy", "mức độ mấy"."""
    return _WHICH_RANK.search(f" {query.spoken} ") is not None


def no_pay(query: Query, value: str) -> bool:
    """Whether what somebody is paid or fined is asked for and a value is the number or the share of something else."""
    if not any(map(str.isdigit, value)) or _MONEY.search(value) or not asks_pay(query.typed):
        return False
    if counted(query, value):
        return False  # how many there are is asked: "học bổng … mấy suất"
    return _COUNTS.match(value) is not None or ("%" in value and not find_phrase(query.spoken, _ADDED))


def of_other_sort(query: Query, value: str) -> bool:
    """Whether a value can be no number of what is counted: a stretch of time of what is none, places of persons, or no share where one is asked."""
    if _SHARE_ASKED.search(query.typed):
        told = "%" in value or " ".join(_PERCENT) in sound(value)
        return not told and any(letter.isalpha() for letter in value)  # a bare number may stand under the sign
    nouns = _asked_nouns(query)[1]
    timed = asks_stretch(query) or find_phrase(query.spoken, _TIME_ASKED) is not None
    return bool(nouns) and (
        (not timed and _DURATION.fullmatch(value.strip()) is not None) or counts_another(nouns, value)
    )


def ranked_number(query: Query, text: str) -> str:
    """The rank that a question asks for ("bão cấp mấy"), with its noun and what goes on from it; "" without one."""
    asked = _WHICH_RANK.search(f" {query.spoken} ")
    if _WHICH_PLACE.search(query.spoken) and (among := _AMONG.search(text)):
        return among[0]
    if not asked:
        return ""
    found = [match[0] for match in _RANK.finditer(text) if sound(match[1]) == asked[1]]
    return found[0] if len(set(map(sound, found))) == 1 else ""


def noun_said(query: Query, text: str, at: int) -> int:
    """Where the noun behind a figure ends, as far as the question says these very words side by side."""
    end, read, said = at, "", f" {query.spoken} "
    for word in _WORD_AFTER.finditer(text, at, min(len(text), at + _NOUN_REACH)):
        if word.start() != end or word[1] is None or word[0][0] == "," or word[1].lower() in _NO_NOUN:
            break
        if _DATED.match(text, word.start()):
            break  # when it is so, not what is counted
        read = f"{read} {sound(word[1])}"
        if f"{read} " not in said:
            break
        end = word.end()
    return end


def counted(query: Query, text: str, library: Library | None = None) -> str:
    """The number in front of the words that the question asks how many of, with those words; "" when there is none.

    Of several the one of a list whose label the question says, then the one behind the very words that the question has
    before its gap ("xây mới | bao nhiêu"), then the one with more of those words, then, given a library, the one near
    which the question's words crowd. A number that the question itself says answers nothing.
    """
    named, nouns = _asked_nouns(query)
    if not nouns:
        return ""
    nouns = nouns[len(_PERCENT) :] if nouns[: len(_PERCENT)] == _PERCENT else nouns
    shares = _SHARE_ASKED.search(query.typed) is not None
    near = crowding(text, {word: library.idf(word) for word in query.words.content()} if library else {})
    said = query.spoken.split()
    reached = not _FROM_ASKED.search(query.spoken)
    bounded, done = _bounded(text), _done_before(query)
    found = []
    for match in sorted((*_ANY_NUMBER.finditer(text), *_TIMES.finditer(text)), key=re.Match.start):
        end, matched = _noun_end(text, match.end(), nouns, library)
        matched = max(matched, _named_before(text[: match.start()], (*named, *nouns)))
        if not matched or sound(match[0]) in said or (reached and _LEFT_BEHIND.match(text, match.end())):
            continue
        share = _SHARE_OF.match(text, match.start())
        if shares and not share:
            continue
        end = share.end() if share else _beside_end(text, end, nouns[matched:])
        if text[:end].endswith("cơ quan") and (both := _OFFICES_ALIKE.match(text, end)):
            end = both.end()
        if text[:end].endswith("ngày") and text.startswith(_OF_WORK, end):
            end += len(_OF_WORK)  # other days are no working days
        labelled = _labelled(text[: match.start()], said)
        start = next((a for a, b in bounded if a <= match.start() < b), match.start())
        led = _named_before(text[: match.start()], done)
        found.append((labelled, led > 0, matched, near(start, end), -start, text[start:end]))
    return _UNIT_ALONE.sub(r"\1", max(found)[-1]) if found else ""


def _asked_nouns(query: Query) -> tuple[list[str], list[str]]:
    """The words for what the question asks how many of, and those that name its number before: "tổng số | trường"."""
    asked = _HOW_MANY.search(query.spoken)
    if asked:
        return [], asked[1].split()
    if query.role in ("", "value") and (noted := number_noted(query.typed)):
        return [], sound(query.typed[noted:]).split()
    if query.role == "value" and (first := _NUMBER_FIRST.match(query.spoken)):
        return [], first[1].split()
    number = _NUMBER_OF.search(f" {query.spoken} ") if query.role == "value" else None
    return (number[1].split(), number[2].split()) if number else ([], [])


def _done_before(query: Query) -> list[str]:
    """The two syllables that the question has before "bao nhiêu": what is done to so many."""
    asked = _HOW_MANY.search(query.spoken)
    return query.spoken[: asked.start()].split()[-_DONE:] if asked else []


def _labelled(before: str, said: Sequence[str]) -> bool:
    """Whether a number stands behind a label all of whose words the question says."""
    label = _LABEL.search(before[-_NOUN_REACH:])
    return label is not None and set(sound(label[1]).split()) <= set(said)


def _named_before(text: str, nouns: Sequence[str]) -> int:
    """How many of the nouns stand right before a number: "khách quốc tế | 350.000"; 0 where not two do, or another number has them."""
    if text.rstrip().endswith((",", ";")):
        return 0
    said = sound(text[-_NOUN_REACH:]).split()
    return next((n for n in range(len(nouns), 1, -1) if said[-n:] == list(nouns[:n])), 0)


def _noun_end(text: str, at: int, nouns: Sequence[str], library: Library | None) -> tuple[int, int]:
    """Where the words after a number stop being those asked for, and how many were."""
    end, read, matched = at, at, 0
    for word in _WORD_AFTER.finditer(text, at, min(len(text), at + _NOUN_REACH)):
        if word.start() != read:
            break
        if not matched and (word[0].endswith("%") or word[1] in _MAGNITUDE):
            end = read = word.end()
            continue
        comma = word[0].startswith(",") and (not matched or word[1] in _EACH)
        last = text[at:end].rpartition(" ")[2]
        apart = word[1] is not None and word[1].lower() in _NO_NOUN and not is_known_pair(last, word[1])
        if comma or word[1] is None or apart:
            break
        heard = (library.hear(word[1]) if library else sound(word[1])).split()
        if heard != list(nouns[matched : matched + len(heard)]):
            if matched and heard == [AND]:
                read = word.end()  # people leave it out between the things counted
                continue
            break
        end, read, matched = word.end(), word.end(), matched + len(heard)
    return end, matched


def _beside_end(text: str, at: int, nouns: Sequence[str]) -> int:
    """Where the second of two numbers ends whose nouns the question names side by side: "02 tập thể, 04 cá nhân"."""
    rest = [noun for noun in nouns if noun != AND] if AND in nouns[:1] else []
    beside = _BESIDE.match(text, at) if rest else None
    said = sound(beside[1]).split() if beside else []
    if beside is None or not said or said[0] != rest[0]:
        return at
    size = next((n for n in range(min(len(said), len(rest)), 0, -1) if said[:n] == rest[:n]), 0)
    words = list(re.finditer(r"[^\W\d_]+", beside[1]))
    return beside.start(1) + words[size - 1].end()


def _noun_whole(text: str, at: int) -> int:
    """Where the noun of a figure ends whose first syllable ends ``at``: with what it closes, else with a known word."""
    closing = _CLOSING.match(text, at)
    if closing:
        return closing.end(1)
    first, more = text[:at].rpartition(" ")[2], _SYLLABLE.match(text, at)
    return more.end() if more and is_known_pair(first, more[1]) else at


def rates_asked(query: Query, text: str, spots: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of the figures those told of one of what the question asks a rate of: "bao nhiêu một tháng" of "…, 40.000 đồng/tháng"."""
    asked = {sound(one) for one in _PER_ASKED.findall(query.spoken)}
    if not asked:
        return []
    return [(a, b) for a, b in spots if asked & set(_per(text, a, b))]


def _per(text: str, start: int, at: int) -> Iterator[str]:
    """What a figure is the rate of, each in sound form; nothing where it is none."""
    yield from (sound(one[1]) for one in _PER.finditer(text, start, at))
    while behind := _PER.match(text, at):
        yield sound(behind[1])
        at = behind.end()


def measures(query: Query, text: str) -> list[tuple[int, int]]:
    """Where a text names figures and measures that the question does not itself say; percentages alone when asked for."""
    spots = sorted({*figures(text), *(match.span() for match in _MEASURE.finditer(text))})
    spots = between_bounds(text, spots)
    spots = [(a, b) for a, b in spots if f" {sound(text[a:b])} " not in f" {query.spoken} "]
    spots = rates_asked(query, text, spots) or spots
    if not _FROM_ASKED.search(query.spoken):
        spots = [(a, b) for a, b in spots if not _LEFT_BEHIND.match(text, b)] or spots
    wants_share = "%" in query.typed or find_phrase(query.spoken, _SHARE)
    if not spots and not wants_share and (find_phrase(query.spoken, _HOW_MUCH) or names_counted(query, text)):
        found = [match for match in _WITH_UNIT.finditer(text) if sound(match[1]) not in query.spoken.split()]
        spots = [(match.start(), _noun_whole(text, match.end())) for match in found]
    if find_phrase(query.spoken, _MONEY_ASKED):
        spots = [(a, b) for a, b in spots if _MONEY.search(text[a:b])] or spots
    elif not find_phrase(query.spoken, _TIME_ASKED):
        spots = [(a, b) for a, b in spots if not _DURATION.fullmatch(text[a:b])] or spots
    return [(a, b) for a, b in spots if "%" in text[a:b]] or spots if wants_share else spots
