"""The smallest value of a clause: one office of several in charge, each thing of a list, the run of alike words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.letters import UPPER
from ingest.units import split_units, starts_like_unit
from rag.answer import Answer, Status
from rag.corpus.library import Library
from rag.language.asked import NUMERALS, Asked, Sort, read_asked
from rag.language.words import AND, either, sound
from rag.measures.nearness import spoken_of
from rag.measures.pieces import TRIM, end_of, runs
from rag.query.question import Query
from rag.reading.reader import cuts_word

_CHARGE: Final = re.compile(rf"([{UPPER}][^;()]*?)\s*\(([^()]{{8,}})\)")
_NAME_STARTS: Final = re.compile(rf"(?:^|(?:\b(?:do|là|giao|gồm|với|cùng|và)|[:,])\s+)(?=[{UPPER}])")
_CLEARLY: Final = 1.05
_TO_OTHERS: Final = frozenset(map(sound, ("cho", "với", "qua", "về", "đến", "gửi", "cùng", "từ", "của", "thuộc")))
"""Behind these the question asks for somebody beside the one that acts."""
_TELLS: Final = either("kể cho đủ", "kể ra", "kể đủ", "kể hết", "kể tên", "liệt kê", "nêu tên", "kể giúp", "kể cho")
_TELL_EACH: Final = re.compile(rf"\b(?:{_TELLS})\b")
_PLAN_TELLS: Final = re.compile(
    rf"^(?!(?:{either('trong', 'theo', 'từ', 'ở', 'tại', 'hãy', 'xin')}) )(?:\S+ ){{0,6}}?(?:{either('kế hoạch', 'mục', 'điểm', 'phần', 'phụ lục', 'văn bản', 'quyết định', 'nghị quyết', 'chương trình')})\b(?: \S+){{0,12}}? (?:{_TELLS}) (?:\S+ ){{1,10}}?(?:{either('nào', 'gì')})\b"
)
"""A plan is said to tell them ("kế hoạch kể ra những quyền nào"); nobody is bidden to tell each."""
_MOMENTS_ASKED: Final = re.compile(
    rf"\b(?:{either('những', 'các', 'mấy', 'hai', 'ba', 'bốn', '2', '3', '4')}) (?:{either('ngày', 'hôm', 'hạn', 'mốc ngày', 'thời hạn', 'thời điểm', 'lúc', 'dịp', 'mốc', 'mốc thời gian', 'thời gian', 'kỳ', 'đợt', 'khi')}) {sound('nào')}\b"
)
_REGULARLY: Final = re.compile(r"(?i)^(?:(?:định kỳ|vào|tại)\s+)+")
_MOMENTS: Final = re.compile(r"[,;]\s+|\s+và\s+(?:vào\s+)?")
_MOMENT: Final = re.compile(
    r"(?i)(?:cuối|đầu|giữa|trước|sau|khi|ngày|tháng|quý|học kỳ|kỳ|tuần|hết|kết thúc|\d{1,2}/\d)"
)
"""How one of several times begins."""
_SEMICOLON: Final = re.compile(r";\s+")
_ITEMS: Final = re.compile(r";\s+|,(?:\s+|(?=[^\W\d_]))|\s+và\s+")
_JOINED: Final = re.compile(r"(?:,|;|,?\s+và)\s+$")
"""What joins a thing to the one before."""
_JOINED_BY: Final = re.compile(r",\s+|\s+(?:và|hoặc|cùng)\s+")
_PARTED: Final = re.compile(r"[;()]|\.\s")
_ARTICLE: Final = len("những ")
"""Letters before the thing itself with which a piece may begin."""
_DONE_WITH: Final = 3
"""Words of what is done with a second thing of a sort."""
_OTHER_COLUMN: Final = re.compile(
    rf"(?:{either('thời gian', 'thời hạn', 'thời điểm', 'tiến độ', 'hoàn thành', 'kinh phí', 'nguồn vốn', 'diện tích', 'số lượng', 'địa điểm', 'đơn vị', 'cơ quan', 'phạm vi', 'mức độ', 'quy mô', 'nguyên nhân', 'cao điểm', 'dự kiến', 'do')}) "
)
"""How a part begins that tells when, how much, where or by whom."""
_GOES_ON: Final = re.compile(r",?\s(?=(?:hoàn thành|theo|nhằm|để|trước ngày|bảo đảm|đảm bảo|phù hợp)\s)")
_ALIKE: Final = re.compile(
    rf"(?:^| )(?:{'|'.join(map(sound, ('mấy', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám')))}|\d+)"
    rf" (?:(?:{'|'.join(map(sound, ('cái', 'chữ', 'điều', 'yếu tố')))}) )?((?:\S+ ){{1,3}}?)"
    rf"(?:(?:{'|'.join(map(sound, ('nghĩa là', 'tức là', 'cụ thể là', 'bao gồm', 'gồm có', 'gồm', 'là', 'có')))}) )?(?:\1)?"
    rf"(?:{sound('những')} )?(?:{'|'.join(map(sound, ('cái gì', 'chữ gì', 'chữ nào', 'điều gì', 'gì')))})(?= |$)"
)
_TAKEN: Final = re.compile(
    r"(?i)(?:\W*)(?:lấy|chọn|lựa chọn|coi|xem|xác định|đưa)\s+(?P<things>.+?)\s+(?:làm|là|thành|trở thành)\s+(?:các\s+)?"
    r"(?P<size>hai|ba|bốn|năm|sáu|bảy|tám|chín|0?[2-9])\s+(?P<noun>.+)"
)
"""Several things taken for so many of a sort."""
_NUMERAL_VALUES: Final = dict(zip(("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"), range(2, 10), strict=True))
_LEAST_ALIKE: Final = 3
_LONGER: Final = 2
_BULLETS: Final = re.compile(r"(?:^|[;.]?\s+)[-+•]\s+|;\s+")
_IS: Final = re.compile(r"(.{2,80}?)\s(?:là|giữ vai trò|đóng vai trò)\s+(?=\w)")
_NOUN_WHICH: Final = re.compile(rf"((?:\S+ ){{1,3}}\S+) {sound('nào')}\b")
_LIST_BEHIND: Final = re.compile(r"(?:\s(?:của|cho|thuộc|sau)(?:\s[^\W\d_]+){0,4}?)?\s*\(([^()]+[,;][^()]+)\)")
_BRACKETS: Final = re.compile(r"\(([^()]+)\)")
_WHICH: Final = sound("nào")
_COUNTED: Final = re.compile(r"(?<![\w/.,])0?(\d{1,2})\s+([a-zà-ỹđ]+\s[^\d,;.():]{2,100}?)\s*\(([^()]+)\)")
_ROLE: Final = tuple(sound("vai trò").split())
AS_ROLE: Final = re.compile(r"\s(?:là|làm|giữ vai trò|đóng vai trò|giữ vị trí)\s+(?=\w)")
_SUBJECT: Final = 2
"""Syllables right before "là" that the question must say."""
_NEW_SUBJECT: Final = re.compile(r",\s(?=[^,;]{3,60}\s(?:là|giữ|đóng|làm)\s)")


def office_of_sort(query: Query, asked: Asked, subject: str) -> str:
    """The unit that a clause is about where the question asks for one of just its sort: "trạm nào phải trực"; "" otherwise."""
    head = asked.head[-2:]
    if query.role == "support" or not subject or not asked.thing or not head or asked.lead in _TO_OTHERS:
        return ""
    name = sound(subject).split()
    sort = next((n for n in (2, 1) if len(head) >= n and tuple(name[:n]) == head[-n:]), 0)
    said = f" {query.spoken} ".replace(f" {AND} ", " ")
    named = f" {' '.join(word for word in name if word != AND)} " in said
    alone = starts_like_unit(subject) and len(split_units(subject)) == 1
    return subject if sort and not named and alone else ""


def charged_of_several(query: Query, library: Library, text: str) -> str:
    """The unit whose own part, in brackets behind its name, says clearly most of the question; "" without several such."""
    told = []
    for match in _CHARGE.finditer(text):
        starts = (match[1][start.end() :].strip(TRIM) for start in _NAME_STARTS.finditer(match[1]))
        name = next((split_units(one)[-1] for one in starts if starts_like_unit(one)), "")
        if name and name in match[1]:
            told.append((name, set(library.hear(match[2]).split())))
    if len(told) < len(("one", "another")):
        return ""
    outside = set(library.hear(_CHARGE.sub(r"\1", text)).split())  # what they do together tells none of them
    words = {word: 1.0 for word in query.words.content() if word not in outside}
    felt = [library.cover(words, own) for _, own in told]
    best, second = sorted(felt, reverse=True)[:2]
    return told[felt.index(best)][0] if best > second * _CLEARLY else ""


def one_by_one(query: Query, answer: Answer) -> Answer:
    """The answer with the things of its one value one by one, where these are asked for; of several values the times."""
    if answer.status is not Status.ANSWERED:
        return answer
    if len(answer.values) > 1:
        parted = tuple(one for value in answer.values for one in _moments(query, value) or (value,))
        return answer if answer.items else replace(answer, values=parted)
    if not answer.values:
        return answer
    asked, value = read_asked(query.words), answer.values[0]
    if (short := without_beside(asked, value)) != value:
        return replace(answer, values=(short,), answer=answer.answer.replace(value, short, 1))
    each = () if answer.items else _moments(query, value) or each_told(query, asked, value)
    return replace(answer, values=each) if each else answer


def _moments(query: Query, told: str) -> tuple[str, ...]:
    """The times of a list one by one, where it is asked for several: "định kỳ cuối quý II và cuối năm"; () otherwise."""
    if not _MOMENTS_ASKED.search(query.spoken):
        return ()
    parts = [one.strip(TRIM) for one in _MOMENTS.split(_REGULARLY.sub("", told))]
    return tuple(parts) if len(parts) > 1 and all(map(_MOMENT.match, parts)) else ()


def each_told(query: Query, asked: Asked, piece: str) -> tuple[str, ...]:
    """The things of a list one by one, where each is asked for, or is a name that begins with the noun asked for; () otherwise."""
    counted = _behind_numeral(asked.head)
    head = " ".join(counted or asked.head)
    if taken := _taken_as(head, piece):
        return taken
    announced = piece.partition(": ")[2]
    piece = announced if head and sound(announced).startswith(f"{head} ") else piece
    parts: list[str] = []
    for at, part in _parts(piece):
        if head and parts and not sound(part).startswith(f"{head} "):
            parts[-1] = piece[piece.index(parts[-1]) : at + len(part)]
        else:
            parts.append(part)
    named = all(part[:1].isupper() for part in parts)
    if (
        named
        and head
        and (asked.many or counted)
        and asked.thing
        and len(parts) > 1
        and sound(parts[0]).startswith(f"{head} ")
    ):
        return (*parts[:-1], _GOES_ON.split(parts[-1])[0])
    if repeated := _of_same_verb(asked, piece):
        return repeated
    if not _TELL_EACH.search(query.spoken) or _PLAN_TELLS.search(query.spoken):
        return ()
    listed = piece.partition(": ")[2]
    parting = _BULLETS if listed else _SEMICOLON if ";" in piece else _ITEMS
    told = [part.strip(TRIM) for part in parting.split(listed or piece)]
    return tuple(part for part in told if part) if len(told) > 1 else ()


def _taken_as(head: str, piece: str) -> tuple[str, ...]:
    """The things, as many as are said, that a piece takes for what is asked for: "lấy A, B và C làm | ba mũi nhọn"; () otherwise."""
    told = _TAKEN.match(piece) if head else None
    if told is None or not f"{sound(told['noun'])} ".startswith(f"{head} "):
        return ()
    size = _NUMERAL_VALUES.get(told["size"].lower()) or int(told["size"]) if told["size"] else 0
    parts = tuple(part.strip(TRIM) for _, part in _parts(told["things"]))
    return parts if all(parts) and len(parts) == size else ()


def without_beside(asked: Asked, piece: str) -> str:
    """A piece that begins with the very noun asked for, without what it tells behind a semicolon of another column: "…; thời gian …"."""
    head, (first, *others) = " ".join(asked.head), piece.split(";")
    named = bool(head) and asked.thing and not asked.unit and f"{sound(first)} ".startswith(f"{head} ")
    beside = next((n for n, one in enumerate(others, 1) if _OTHER_COLUMN.match(f"{sound(one)} ")), 0)
    return ";".join((first, *others[: beside - 1])).strip(TRIM) if named and beside else piece


def _of_same_verb(asked: Asked, piece: str) -> tuple[str, ...]:
    """The things that a piece names one by one behind the verb asked with: "cần | máy và | cần người" of "cần những gì"."""
    said = (*asked.before, *asked.head)
    if asked.thing or asked.unit or not said:
        return ()
    verb = said[-1]
    words = spoken_of(piece)
    if words and words[0].heard == verb:
        return ()  # a run of alike things, told as it stands
    again = [
        (_JOINED.search(piece[: word.start]), word.end)
        for word in words
        if word.heard == verb and _JOINED.search(piece[: word.start]) and not cuts_word(piece, word.end)
    ]
    starts = [0, *(end for _, end in again)]
    ends = [*(joint.start() for joint, _ in again if joint), len(piece)]
    told = tuple(piece[start:end].strip(TRIM) for start, end in zip(starts, ends, strict=True))
    return told if len(told) > 1 and all(told) else ()


def _behind_numeral(head: Sequence[str]) -> Sequence[str]:
    """The noun of which a question says how many it asks for: "sửa đổi hai | luật nào"; empty where it says none."""
    at = max((n for n, word in enumerate(head) if word in NUMERALS or word.isdigit()), default=len(head))
    return head[at + 1 :]


def _parts(piece: str) -> list[tuple[int, str]]:
    """What commas, semicolons and "và" part, with offsets."""
    found, at = [], 0
    for match in _ITEMS.finditer(piece):
        found.append((at, piece[at : match.start()]))
        at = match.end()
    return [*found, (at, piece[at:])]


def alike(query: Query, text: str) -> str:
    """The run of things that all begin or end with the words asked for: "mấy cái “rõ” gì", "4 tại chỗ gì"; "" without one."""
    asked = _ALIKE.search(query.spoken)
    common = asked[1].strip() if asked else ""
    if not common:
        return ""
    best: tuple[int, int, int] = (0, 0, 0)
    start, size, last = 0, 0, 0
    for at, part in _parts(text):
        heard = sound(part)
        begins, ends = heard.startswith(f"{common} "), heard.endswith(f" {common}")
        behind = part.rfind(": ") + 2 if ": " in part else 0
        begins = begins or (not size and sound(part[behind:]).startswith(f"{common} "))
        opens = not size and behind == 0 and _opening(part, common)
        if not (begins or ends or opens):
            size = 0
            continue
        start = at + (behind or opens) if not size else start
        size += 1
        last = at + len(_GOES_ON.split(part.partition(". ")[0])[0]) if begins else at + len(part)
        best = max(best, (size, -start, last))
    size, start, last = best
    return _evened(text[-start:last].strip(TRIM)) if size >= _LEAST_ALIKE else ""


def all_of_sort(asked: Asked, text: str, piece: str) -> str:
    """A piece with the one of the same sort before it, where both are means: "vốn A và huy động các vốn B" for "bằng vốn nào"."""
    head = asked.head
    at = text.find(piece) if piece and asked.thing and asked.sort in (Sort.MEANS, Sort.SOURCE) else -1
    if at < 0 or len(head) < _SUBJECT:
        return piece
    words = spoken_of(text)
    places = [start for start, _ in runs(head, words)]
    own = next((start for start in places if at <= start <= at + _ARTICLE), None)
    before = [start for start in places if own is not None and start < own]
    joint = list(_JOINED_BY.finditer(text, before[-1], own)) if before and own is not None else []
    if not joint or _PARTED.search(text, before[-1], at) or len(text[joint[-1].end() : own].split()) > _DONE_WITH:
        return piece
    return text[before[-1] : at + len(piece)]


def _evened(run: str) -> str:
    """A run without what goes on behind its last thing, which is much longer than the others then."""
    *others, (at, part) = _parts(run)
    words, longest = list(re.finditer(r"\S+", part)), max(len(one.split()) for _, one in others[1:])
    return run[: at + words[longest - 1].end()] if len(words) > longest + _LONGER else run


def _opening(part: str, common: str) -> int:
    """Where, within the first thing of a run, the words in common begin for the last time ("xác định | rõ việc"); 0 without."""
    words = list(re.finditer(r"\w+", part))
    size = len(common.split())
    found = [
        words[n].start()
        for n in range(1, len(words) - size + 1)
        if sound(part[words[n].start() : words[n + size - 1].end()]) == common
    ]
    return found[-1] if found else 0


def in_brackets(query: Query, text: str) -> str:
    """The list in brackets right behind the very noun asked for: "mạng xã hội nào" of "mạng xã hội (Facebook, Zalo …)"."""
    asked = _NOUN_WHICH.search(query.spoken) if not query.role else None
    words = spoken_of(text) if asked else []
    said = asked[1].split() if asked else []
    for size in range(len(said), _SUBJECT - 1, -1):
        for at in range(len(words) - size + 1):
            if [word.heard for word in words[at : at + size]] == said[-size:]:
                listed = _LIST_BEHIND.match(text, words[at + size - 1].end)
                if listed:
                    return listed[1].strip(TRIM)
    return _names_counted(query, text) or _each_of_sort(said[-1], text) if asked else ""


def _each_of_sort(noun: str, text: str) -> str:
    """The one list in brackets of which each thing begins with the noun asked for: "(quyền A, quyền B)"; "" without one."""
    lists = [one[1].strip(TRIM) for one in _BRACKETS.finditer(text)]
    told = [one for one in lists if all(sound(part).split()[:1] == [noun] for _, part in _parts(one))]
    return told[0] if len(told) == 1 and len(_parts(told[0])) > 1 else ""


def _names_counted(query: Query, text: str) -> str:
    """The names in brackets behind what they are, counted: "02 công trình … (A, B)", where "công trình nào" is asked."""
    before = f" {query.spoken} ".partition(f" {_WHICH} ")[0] + " "
    for match in _COUNTED.finditer(text):
        words = sound(match[2]).split()
        nouns = (" ".join(words[n : n + _SUBJECT]) for n in range(min(_SUBJECT, len(words) - 1)))  # "02 cây | cầu treo"
        if any(f" {noun} " in before for noun in nouns) and len(_ITEMS.split(match[3].strip())) == int(match[1]):
            return match[3].strip(TRIM)
    return ""


def role_of(asked: Asked, text: str) -> str:
    """What a text says the subject that the question names is: "lấy người dân làm | trung tâm"; "" where no role is asked for."""
    if asked.head[-2:] != _ROLE:
        return ""
    said = {*asked.before, *asked.head, *asked.after}
    for match in AS_ROLE.finditer(text):
        subject = [word.heard for word in spoken_of(text[: match.start()])][-_SUBJECT:]
        if len(subject) == _SUBJECT and said.issuperset(subject):
            return text[match.end() : end_of(asked, text, match.end())].strip(TRIM)
    return ""


def predicate(asked: Asked, piece: str) -> str:
    """What a piece says of its subject, which the question names itself ("… là trung tâm"), up to what is said of another."""
    is_role = asked.lead == sound("là") or asked.head[-2:] == _ROLE
    if not is_role:
        return piece
    said = {*asked.before, *asked.head, *asked.after}
    subject = _IS.match(piece)
    if subject and set(sound(subject[1]).split()) <= said:
        piece = piece[subject.end() :]
    return _NEW_SUBJECT.split(piece, maxsplit=1)[0]
