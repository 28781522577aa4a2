"""Rows by the document that they are to end in and by who issues it: "việc nào phải ra nghị quyết của HĐND tỉnh"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.words import Words, either, shared_first, sound

DOCUMENTS: Final = either(
    "nghị quyết", "quyết định", "nghị định", "thông tư", "chỉ thị", "đề án", "kế hoạch", "chương trình", "báo cáo",
    "văn bản", "tờ trình", "công văn", "quy chế", "quy định", "hướng dẫn", "kết luận", "thông báo", "chính sách", "pháp lệnh",
)  # fmt: skip
GIVES: Final = (
    rf"(?:{either('cho', 'phải', 'cần', 'để', 'đưa', 'làm', 'tham mưu', 'trình')} )?{sound('ra')}"
    rf"(?: (?:{either('được', 'đời', 'một', 'các', 'những', 'bằng', 'cho', 'kỳ', 'bản', 'cái', 'tới', 'đến')}))*"
)
"""Sound form of what a row does before the document that is its result."""
_ENDS_IN: Final = re.compile(
    rf"\b(?:(?:{either('kết quả', 'sản phẩm', 'đầu ra')})(?: \S+){{0,4}}|{GIVES}"
    rf"|(?:{either('kết thúc', 'khép lại', 'chốt', 'chốt lại', 'hoàn thành', 'xong', 'thể hiện')}) (?:{either('bằng', 'ở', 'với', 'là')})(?: (?:{either('một', 'bản', 'cái', 'các')}))*"
    rf"|(?:{either('phải', 'cần')}) (?:{either('có', 'ban hành', 'trình', 'xin', 'đạt', 'làm')})(?: (?:{either('cho', 'bằng', 'được', 'kỳ', 'một', 'bản', 'cái')}))*)$"
)
"""Sound form right before the document."""
_OF: Final = rf"(?:{either('của', 'do', 'được')})"
_ASKED: Final = re.compile(rf"\b(?P<document>{DOCUMENTS})(?: (?:\S+ ){{0,4}}?{_OF})? (?P<issuer>\S+(?: \S+){{0,9}})")
_PRINTED: Final = re.compile(
    rf"^(?:(?:\d+|{either('ban hành', 'ký ban hành', 'được ban hành', 'có', 'ra', 'thông qua', 'các', 'một')}) )*(?P<document>{DOCUMENTS})\b(?: \S+){{0,6}}? {_OF} (?P<issuer>\S+(?: \S+){{0,9}})"
)
_ISSUES: Final = re.compile(
    rf"\b(?:{either('cần', 'phải', 'chờ', 'trình', 'do', 'để', 'đề nghị', 'xin')}) (?P<issuer>\S+(?: \S+){{0,9}}?)"
    rf" (?:{either('ban hành', 'ra', 'thông qua', 'phê duyệt', 'ký', 'ký ban hành')})(?: (?:{either('một', 'bằng')}))* (?P<document>{DOCUMENTS})\b"
)
"""The issuer said first: "cần HĐND tỉnh ban hành nghị quyết"."""
_DONE: Final = re.compile(rf" (?:{either('thông qua', 'ban hành', 'phê duyệt', 'ký', 'ký ban hành', 'quyết')})\b")
"""What the issuer does with the document, behind it: "nghị quyết do HĐND tỉnh thông qua"."""
_PARTS: Final = re.compile(r"[;,\n+•]")
_LEVELS: Final = frozenset(map(sound, ("tỉnh", "huyện", "xã", "phường", "thành phố", "cấp")))
_CLOSING: Final = frozenset(
    map(sound, ("thông", "ban", "phê", "ký", "vậy", "ạ", "thì", "là", "có", "gồm", "kể", "liệt", "không", "nhỉ", "thế", "để", "trong", "ở", "tại", "và"))
)  # fmt: skip
"""What the question goes on with behind an issuer."""
_LEAST: Final = 2
"""Syllables that name an issuer."""


@dataclass(frozen=True, slots=True)
class IssuedResult:
    """A document and its issuer, in sound form, said at the tokens from ``start`` to ``end``; ``rows`` are the orders of rows with it."""

    start: int
    end: int
    phrase: str
    rows: frozenset[int]


def issued_result(words: Words, library: Library) -> IssuedResult | None:
    """The document that rows are to end in with an issuer that their results print; None where neither is said."""
    spoken = words.heard
    said = (one for one in _ASKED.finditer(spoken) if _ENDS_IN.search(spoken[: one.start()].rstrip()))
    for found in (*said, *_ISSUES.finditer(spoken)):
        asked = found["issuer"].split()
        rows, size = frozenset[int](), 0
        for (document, printed), orders in _issued(library).items():
            if document == found["document"] and (same := _alike(asked, printed)):
                rows, size = rows | orders, max(size, same)
        if rows:
            end = found.start("issuer") + len(" ".join(asked[:size]))
            end = max(end, found.end("document"))
            begin = min(found.start("document"), found.start("issuer"))
            if done := _DONE.match(spoken, end):
                end = done.end()
            start = spoken.count(" ", 0, begin)
            phrase = spoken[begin:end]
            return IssuedResult(start, start + len(phrase.split()), phrase, rows)
    return None


def ending_in(rows: Sequence[Entry], words: Words, library: Library) -> list[Entry]:
    """The rows whose result is the document of the issuer that the question says; all where it says none."""
    said = issued_result(words, library)
    return [one for one in rows if one.order in said.rows] if said else list(rows)


def _alike(asked: Sequence[str], printed: tuple[str, ...]) -> int:
    """How many of the words asked name the printed issuer, be it without its level or with its place; 0 for another one."""
    same = shared_first(asked, printed)
    whole = same == len(printed) or printed[same] in _LEVELS
    if same < _LEAST or not (whole or same == len(asked) or asked[same] in _CLOSING):
        return 0
    behind = asked[same : same + 1] and asked[same] in _LEVELS and same == len(printed)
    return same + 1 if behind else same


@once
def _issued(library: Library) -> dict[tuple[str, tuple[str, ...]], frozenset[int]]:
    """The orders of rows by the document of their result and the words of who issues it."""
    found: dict[tuple[str, tuple[str, ...]], frozenset[int]] = {}
    for entry in library.entries:
        for document, issuer in _told(entry, library):
            key = document, tuple(issuer.split())
            found[key] = found.get(key, frozenset()) | {entry.order}
    return found


def _told(entry: Entry, library: Library) -> Iterator[tuple[str, str]]:
    for part in _PARTS.split(entry.field("result").text) if entry.kind == "task" else ():
        printed = _PRINTED.match(library.hear(part))
        if printed:
            yield printed["document"], printed["issuer"]
