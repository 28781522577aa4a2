"""What else a question of several columns asks, and which of the columns it names it only tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from rag.language.phrases import says
from rag.language.words import either, find_phrase, sound

Span = tuple[int, int, str]
Named = tuple[str, str]
"""A phrase as it sounds, and the column that it asks for."""

_DOING: Final = "|".join(
    dict.fromkeys(
        sound(word).split()[0]
        for word in (
            *("chủ trì", "lo", "làm", "phụ trách", "chịu", "thực hiện", "đứng", "đầu mối", "được", "phải", "cùng"),
            *("phối hợp", "hỗ trợ", "tham gia", "triển khai", "giao", "theo dõi", "quản lý", "đảm nhiệm", "báo cáo"),
        )
    )
)
_MEASURE: Final = re.compile(rf" don vi gi (?!(?:{_DOING}) )")
"""“Đơn vị gì” asks for a measure, unless somebody does something: then it is an office."""
_MEASURED: Final = tuple(
    map(sound, ("tỷ lệ", "tỷ số", "tỷ suất", "tỷ trọng", "hệ số", "chỉ tiêu", "xếp hạng", "số lượng"))
)
_AIMED_LAST: Final = re.compile(
    rf"^(?!.*\b(?:{either('ai', 'nào', 'gì', 'ở đâu', 'ra sao', 'làm sao', 'bao giờ')})\b)"
    rf"(?:\S+ ){{2,}}(?:{either('phấn đấu', 'phấn đấu đạt', 'phải đạt', 'cần đạt')})$"
)
_NOT_LEADING: Final = "|".join(
    map(
        sound,
        (
            *("cho", "về", "lên", "qua", "tới", "đến", "gửi", "nộp", "với", "của", "tại", "ở", "trình", "từ", "cùng"),
            *("cáo", "mời", "thuộc", "trong", "ngoài", "bằng", "theo", "là", "hợp", "cạnh", "giúp"),
        ),
    )
)
"""Before a unit that is asked for: it gets, holds or goes along with something and does not lead."""
_HELPING: Final = re.compile(
    rf" (?:\S+ ){{0,3}}?(?:{'|'.join(map(sound, ('phối hợp', 'hỗ trợ', 'tham gia', 'giúp', 'phụ', 'chung', 'tiếp')))}) "
)
_HELPERS: Final = re.compile(r"(?<= )(?:nao|ai) (?:(?:se|cung|can|phai|duoc|tham da) )*phoi hop(?= )")
_NOTE_OF_ONE: Final = re.compile(
    r"^(?!.*\b(?:nao|nhung|cac|may|bao nhieu|liet ke)\b.*\bghi chu\b).*\bghi chu (?:\w+ ){0,2}(?:gi|sao|the nao)\b"
)
"""Folded."""
_DOCUMENT_ASKED: Final = (
    rf"(?:{'|'.join(map(sound, ('quyết định', 'văn bản', 'công văn', 'nghị quyết', 'thông báo', 'tờ trình', 'chỉ thị', 'kế hoạch')))})"
    r" (?:so )?(?:nao|mai|gi|bao nhieu) "
)
_CITED: Final = re.compile(
    rf" {sound('ghi chú')} .*?{_DOCUMENT_ASKED}| {_DOCUMENT_ASKED}(?:\S+ ){{0,3}}?{sound('ghi chú')} "
)
"""A document that the note names is asked for: its day is told with it."""
_THINGS_NAMED: Final = frozenset({"result", "due"})
"""Columns whose bare names are words of much work too: "có sản phẩm lên sàn", "theo dõi tiến độ"."""
_ASKED_ELSE: Final = (
    "gì",
    "mấy",
    "đâu",
    "bao nhiêu",
    "bao giờ",
    "bao lâu",
    "sao",
    "thế nào",
    "như nào",
    "lúc nào",
    "khi nào",
    "ngày nào",
    "tháng nào",
    "quý nào",
)
_BESIDE: Final = re.compile(
    rf" (?:{'|'.join(map(sound, ('cho', 'giúp', 'với', 'cùng', 'ngoài', 'cạnh', 'gồm', 'gồm có', 'là')))})(?: (?:cac|nhung))?$"
)
"""Before the one who leads: it is helped, or it only stands for those asked for."""
_OF_NOTE: Final = re.compile(rf" {sound('ghi chú')}(?: (?:la|gi|noi|cho|ve|co|them|ro))?$")
"""Right before a day that is asked for: that of the note."""
_NOT: Final = frozenset(map(sound, ("chưa", "không", "chẳng", "thiếu")))
_OPEN: Final = "|".join(
    (
        sound("treo"),
        rf"(?:{'|'.join(map(sound, ('bỏ', 'để', 'còn', 'bị')))}) (?:{'|'.join(map(sound, ('trống', 'ngỏ', 'lửng', 'treo')))})",
        rf"(?:{'|'.join(map(sound, ('chưa', 'không', 'chẳng')))}) (?:{'|'.join(map(sound, ('có', 'chốt', 'ghi', 'nêu', 'định', 'ấn định', 'xác định')))})",
    )
)
"""What says that a cell is blank, before its column or behind it."""
_LEFT_OPEN: Final = re.compile(rf" (?:{_OPEN})$")
_REACH: Final = 3
"""Words between a negation and the column that is said to be missing."""


def asks_measure(spoken: str) -> bool:
    """Whether "đơn vị gì" asks for a unit of measure."""
    return _MEASURE.search(f" {spoken} ") is not None


def names_figure(spoken: str) -> bool:
    """Whether something measured is named, or what a note ends by aiming at: "diện tích rừng trồng mới phấn đấu?"."""
    return find_phrase(spoken, _MEASURED) is not None or _AIMED_LAST.search(spoken) is not None


def who_too(held: str, spans: Sequence[Span], who: re.Pattern[str]) -> Span | None:
    """Where, beside other columns, the one who leads is asked for by "ai" or an office with "nào"; None where nobody is.

    ``held`` is the sound form between blanks, ``who`` finds the words that ask. Beside helpers, "ai" must ask for them
    in words of its own.
    """
    columns = [name for *_, name in spans]
    helpers = [one for one in spans if one[2] == "support"]
    asked = all(who.search(held[start : end + 2]) for start, end, _ in helpers)
    if not spans or not asked or "lead" in columns:
        return None
    note = min((start for start, _, name in spans if name == "note"), default=len(held))
    for match in who.finditer(held):
        start, end = match.span()
        before = held[:start].split()
        taken = any(start < other_end and other_start < end for other_start, other_end, _ in spans)
        helps = helpers and _HELPING.match(held, end)
        if start > note:
            return None  # the note may name somebody
        if not taken and not helps and not (before and re.fullmatch(_NOT_LEADING, before[-1])):
            return start, end, "lead"
    return None


def asks_only_who(held: str, column: str, typed: str, who: re.Pattern[str]) -> bool:
    """Whether who does it is asked and nothing else, the ``column`` only named in what the work is called by.

    "Tổng hợp kết quả thi đua ai làm": ``held`` and ``who`` are those of `who_too`.
    """
    if column not in _THINGS_NAMED or says(typed, _ASKED_ELSE):
        return False
    return who_too(held, [(0, 0, column)], who) is not None


def helpers_too(held: str, spans: Sequence[Span]) -> list[Span]:
    """Where, beside other columns, helpers are asked for of whatever sort: "những trường nào phối hợp"."""
    found = _HELPERS.search(held)
    if found is None or not spans or any(name == "support" for *_, name in spans):
        return []
    return (
        []
        if any(start < found.end() and found.start() < end for start, end, _ in spans)
        else [(*found.span(), "support")]
    )


def in_name(spoken: str, phrases: Iterable[str], name: str) -> bool:
    """Whether every phrase that names a column stands in the question with words that are about it in the row's ``name``.

    "Rà soát, cắt giảm thời gian giải quyết thủ tục: kết quả gì" asks for no time.
    """
    held, own = f" {spoken} ", f" {sound(name)} "
    stands = [(one, held.find(f" {one} ")) for one in phrases if f" {one} " in held]
    for phrase, at in stands:
        before, behind = held[:at].split()[-1:] or ["|"], held[at + len(phrase) + 1 :].split()[:1] or ["|"]
        if f" {' '.join((*before, phrase))} " not in own and f" {' '.join((phrase, *behind))} " not in own:
            return False
    return bool(stands)


def cites_in_note(spoken: str) -> bool:
    """Whether a document that the note names is asked for, whose day is told with it."""
    return _CITED.search(f" {spoken} ") is not None


def asks_note_of_one(folded: str) -> bool:
    """Whether it is asked what the note of one row says ("việc X có ghi chú nội dung gì"), however the row is called."""
    return _NOTE_OF_ONE.search(folded) is not None


def ends_denied(words: Sequence[str]) -> bool:
    """Whether a negation stands among the last words, as they sound, before a column."""
    return not _NOT.isdisjoint(words[-_REACH:])


def ends_open(words: Sequence[str]) -> bool:
    """Whether what is named at the beginning of the words, as they sound, is said at their end to be blank."""
    return _LEFT_OPEN.search(f" {' '.join(words)}") is not None


def _is_open(held: str, own: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the column named there is said to be blank, before it or behind it up to the next one."""
    start, end = own
    last = max((other for _, other in spans if other <= start), default=0)
    since = held[last:start]
    until = held[end : min((other for other, _ in spans if other >= end), default=len(held))].rstrip()
    if last and _LEFT_OPEN.search(since):
        since = ""  # it is said of the one before
    return ends_denied(since.split()) or any(map(_LEFT_OPEN.search, (since, until)))


_WORK: Final = frozenset(map(sound, ("vụ", "việc", "tác", "động")))
"""The last syllables of words for work: "nhiệm vụ", "công việc", "công tác", "hoạt động"."""


def without_told(spoken: str, named: Sequence[Named], sure: Sequence[Named]) -> list[Named]:
    """The columns that are asked for, of those ``named`` by a phrase each; all where none would be left.

    Not asked are one said to be missing ("chưa chốt thời hạn") and the day of a document that the note names; ``sure``
    are the phrases with a question word.
    """
    held = f" {spoken} "
    cited = _CITED.search(held)
    kept = []
    spans = [(at := held.find(f" {phrase} "), at + len(phrase) + 1) for phrase, _ in named]
    for (phrase, column), (at, end) in zip(named, spans, strict=True):
        before = held[:at].split()
        of_note = column == "due" and (_OF_NOTE.search(held[:at]) or (cited is not None and at >= cited.end() - 1))
        denied = (phrase, column) not in sure and _is_open(held, (at, end), spans)
        # "phụ một tay cho đơn vị chủ trì", "cơ quan phối hợp … gồm những cơ quan nào": helpers alone are asked for.
        beside = (
            column == "lead"
            and any(other == "support" for _, other in named)
            and _BESIDE.search(f" {' '.join(before)}")
        )
        # "kết quả của nhiệm vụ phối hợp tập huấn": working together is what the work is called by.
        named_so = column == "support" and (phrase, column) not in sure and before[-1:] and before[-1] in _WORK
        if not (of_note or denied or beside or named_so):
            kept.append((phrase, column))
    return kept or list(named)
