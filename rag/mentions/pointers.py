"""Places that a question names by their numbering: annex, group, row, or a path of headings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.folding import fold
from rag.mentions.chains import read_chain
from rag.mentions.subrows import read_part


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place named by its numbering.

    ``annex`` holds the numerals of the annexes named, parted by "|", "" when an annex is named without one and the
    last word of the name where that names it ("MỤC" of "Danh mục"); ``group`` may hold several in the same way, or one
    of a part ("C/II").
    ``ordinal`` is a row's own number ("4.2.3", "26-2"), ``prose`` a path of headings ("IV/2/a").
    """

    annex: str | None = None
    group: str | None = None
    ordinal: str | None = None
    prose: str | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was named."""
        return not (self.annex or self.group or self.ordinal or self.prose)

    @property
    def numerals(self) -> frozenset[str]:
        """The numerals and letters named, in small letters."""
        named = (self.annex, self.group, self.ordinal, self.prose)
        return frozenset(re.findall(r"[^\W_]+", " ".join(one or "" for one in named).lower()))

    @property
    def depth(self) -> int:
        """How many levels of numbering are named."""
        levels = self.prose.count("/") + 1 if self.prose else 0
        return levels + sum(bool(one) for one in (self.annex, self.group, self.ordinal))


_NUMBER: Final = r"\d{1,3}(?:\.\d{1,3}){0,3}(?:-\d{1,2})?"
_ANNEX: Final = re.compile(
    r"\b(?:phu luc|pluc|pl|(?<!dai )(?<!tieu )(?<!thu )(?<!phat )bieu(?! (?:duong|dien|hien|quyet|mau|tinh|cam|thi|trung|ngu)\b)|phu bieu)\s*(?:so\s+)?0*([ivxlc]+|\d{1,2})?\b"
)
"""An annex; "biểu" also begins other words ("biểu dương", "biểu diễn")."""
_ANNEXES: Final = re.compile(
    r"\b(?:phu luc|pl) (?:so )?((?:[ivxlc]+|\d{1,2})\b(?:(?:\s*(?:,|\+|&)\s*|\s+(?:va|hoac|hay|voi|lan|cung)\s+)(?!vi sao\b)(?:[ivxlc]+|\d{1,2})\b"
    r"(?!\s*[/.%]\d|\s+(?:nhiem vu|chi tieu|viec|thang|ngay|nam(?! 20\d\d))\b))+)"
)
"""Annexes named side by side: "Phụ lục II và III"; a number of things is none."""
_GROUP: Final = re.compile(r"\b(?:nhom|muc lon|phan nhom)\s+(?:so\s+)?([ivxlc]+|[a-e]|\d{1,2})\b(?!\s*/)")
_NUMERAL: Final = re.compile(r"\b(?:[ivxlc]+|\d{1,2})\b")
_GROUPS: Final = re.compile(
    r"\bnhom (?:so )?((?:[ivxlc]+|\d{1,2})\b(?:\s*(?:,|va|hoac|hay|voi|&|\+)\s*(?:nhom (?:so )?)?(?:[ivxlc]+|\d{1,2})\b(?!\s*[/.%]))*)"
)
"""Groups named side by side: "nhóm II và III", "nhóm I, nhóm IV"."""
_GROUP_IN_ANNEX: Final = re.compile(r"(?<!danh )\b(?:muc|phan)\s+([ivxlc]+|[a-e])\b(?!\s*[/.])")
_ROW_OF_GROUP: Final = re.compile(
    r"\b(?:muc|nhom|phan|dong|nhiem vu)\s+([ivxlc]+)\s*\.\s*(\d{1,3}(?:\.\d{1,3})?)\b(?!\s*[/%])"
)
"""A group of an annex and its row, with a point: "mục III.5 phụ lục"."""
_ROW_OF_A_GROUP: Final = re.compile(
    r"\b(?:nhom|dong|nhiem vu|nv|stt|dau viec)\s+([ivxlc]+)\s*[./]\s*(\d{1,3}(?:\.\d{1,3})*)\b(?!\s*[/%])"
)
"""The same where no annex is named: prose has no rows, tasks nor groups."""
_ROW_APART: Final = re.compile(rf"(?<![\w/.])(?<!quy )(?<!thang )([ivxlc]+)\s*/\s*({_NUMBER})(?![\w/%]|[.,]\d)")
"""The same beside an annex that other words stand between: "phụ lục của Sở A, III/4.2"."""
_PART: Final = re.compile(r"\bphan\s+([a-e])\b(?!\s*[/.])")
"""A part of an annex that has groups of its own: "mục II phần C"."""
_ORDINAL: Final = re.compile(
    r"\b(?:nhiem vu|nv|chi tieu|tieu chi|ct|dong|muc|stt|(?:so )?thu tu|(?<!xep )(?<!phan )(?<!thu )hang|viec|y|diem so|noi dung|hoat dong)"
    rf"\s*(?:so|thu|stt)?\s*({_NUMBER})\b"
    r"(?!\.?\d|\s*[/%]|\s*(?:thang(?! diem)|ngay|nam|nhiem vu|chi tieu|viec)\b)"
)
_ORDINAL_IN_ANNEX: Final = re.compile(r"(?:\bso|\bthu tu)\s+(\d{1,3}(?:\.\d{1,3}){0,3})\b(?!\s*/)")
_DOTTED: Final = re.compile(r"(?:\bso|\bthu tu)\s+(\d{1,3}(?:\.\d{1,3}){1,3})\b(?!\s*[/%])")
_UNDER: Final = re.compile(
    r"\b(?:muc|nhiem vu|dau viec|viec|noi dung)(?: [a-z]+){1,14}? so (\d{1,3}(?:\.\d{1,3})+)\b(?!\s*[/%])"
)
"""A row by its name and its number of several parts: "mục tổ chức tập huấn số 4.2"."""
_SLASHED: Final = re.compile(
    r"\b(?:phu luc|pl|bieu|phu bieu|(?P<list>danh muc))(?:\s*so)?\s*(?:\d{1,2}|[ivxlc]+)?"
    rf"(?:\s*/\s*(?P<group>[a-e]/[ivxlc]+|[ivxlc]+|[a-e]|\d{{1,2}}))?"
    rf"\s*/\s*(?P<ordinal>{_NUMBER}|[a-z]|\(khong so\)(?:-\d{{1,2}})?)(?![\w/])"
)
"""A row as an answer writes its place: "Phụ lục II/4-2", "Phụ lục/VIII/8", "Danh mục/2/a"."""
_LIST: Final = re.compile(r"\bdanh muc\b(?!/)")
_NUMBER_IN_LIST: Final = re.compile(
    rf"\bdanh muc[\s.,:–-]+(?:so\s+)?({_NUMBER})\b(?!\s*[/%]|\s*(?:nhiem vu|chi tieu|viec)\b)"
)
_DANGLING: Final = re.compile(r"^\s*(?!\d{1,3}(?:\.\d{3})+ [a-zđ])(\d{1,3}(?:\.\d{1,3}){1,3}|\d{1,3}-\d{1,2})\b")
"""A number that a question begins with; of thousands ("1.500 cây") it counts what is named behind it."""
_PROSE: Final = re.compile(
    r"\b(?:muc|phan|khoan|diem(?!\s+[a-zđ]\b))\s+([ivxlc]+)\b"
    r"(?:\s*[./]\s*(\d{1,2}(?:\.\d{1,2})*))?(?:\s*[./]\s*([a-zđ])\b)?"
)
_CLAUSE: Final = re.compile(r"\b(?:khoan|muc)\s+(\d{1,2}(?:\.\d{1,2})*)\b(?!\s*[/%])")
_PATH: Final = re.compile(r"(?<![\w/])([ivxlc]+)(/\d{1,2}(?:\.\d+)*(?:/[a-zđ])?)(?![\w/])")
_DOTTED_PATH: Final = re.compile(r"(?<![\w/.])(?<!quy )([ivx]+)\.(\d{1,2}(?:\.\d{1,2})*)(?![\w/]|\.\d)")
"""A path with a point and no noun: "III.4.2 của phường A"."""
_DEEP_PATH: Final = re.compile(
    r"(?<![\w/])(?:(?P<kind>dieu(?=\s+\d)|phan)\s+)?"
    r"(?:(?<=dieu )(?P<number>\d{1,2})|(?P<numerals>(?<=phan )[ivx]+/[ivx]+|[a-e]/[ivx]+(?=/\d)))"
    r"(?P<rest>(?:/\d{1,2}(?:\.\d+)*)?(?:/[a-zđ])?)(?![\w/])"
)
"""Headings over the numbered ones, as an answer writes them: "Điều 1/2/a", "Phần II/I/1", "C/I/2"."""
_LETTERED: Final = re.compile(r"\b(?:muc|phan)\s+([a-e])\s*\.\s*([ivx]+)\b(?!\s*[/.])")
"""A numeral under a letter, with a point: "mục B.VII"."""
ARTICLE: Final = "Điều "
"""How the place of an article begins."""
_HEADINGS: Final = {"dieu": ARTICLE, "phan": "Phần ", "": ""}
_ARTICLED: Final = re.compile(
    r"(?:\b(?:diem\s+(?P<point>[a-zđ])|(?:khoan|muc)\s+(?P<clause>\d{1,2}))\b[\s,(]*(?:(?:cua|trong|thuoc|tai|o)\s+)?){0,2}"
    r"\bdieu\s+(?:so\s+|thu\s+)?(?P<article>\d{1,3})(?:\.(?P<dotted>\d{1,2})(?:\.(?P<lettered>[a-zđ]))?)?\b(?!\s*[/%])"
    r"(?:[\s,;(-]*(?:khoan|muc)\s+(?P<inner>\d{1,2})\b)?(?:[\s,;(-]*diem\s+(?P<innermost>[a-zđ])\b)?"
    r"(?![\s,)]*(?:cua\s+)?(?:bo\s+)?(?:luat|nghi dinh|thong tu|phap lenh|hien phap)\b)"
)
"""An article with its clause and point before or behind it; what is followed by a law's name is that law's."""
_POINT: Final = re.compile(r"\bdiem\s+([a-zđ])\b")
_LIST_LABEL: Final = "MỤC"
_LONE_D: Final = re.compile(r"(?<!\w)đ(?!\w)")
_LEVEL: Final = re.compile(r"(?<!\w)(?:m(ứ)c|h(ạ)ng)(?!\w)")
"""Not "mục" nor "hàng", which without marks they look like: "định danh mức 2", "hạng 4 sao"."""


def read_pointer(typed: str, *, lists: bool = False) -> Pointer:
    """The numbering that a question names. An ordinal that only counts ("5 nhiệm vụ") is none.

    ``lists`` says that there is an annex called "Danh mục".
    """
    words = with_d(typed)
    part = read_part(words)
    if part and (row := _place(part[0], lists=lists)).ordinal and "-" not in row.ordinal:
        return replace(row, ordinal=f"{row.ordinal}-{part[1]}")
    return _place(words, lists=lists)


def _place(words: str, *, lists: bool) -> Pointer:
    """The numbering that folded words name."""
    slashed = _SLASHED.search(words.replace("đ", "d"))
    if slashed and (lists or not slashed["list"]):
        return _slashed(words, slashed)
    listed = _in_list(words) if lists and _LIST.search(words) and not _ANNEX.search(words) else None
    return listed or _read(words)


def closest_pointer(spellings: Sequence[str], *, lists: bool) -> Pointer:
    """The place named most closely: writing abbreviations out may break a place written with strokes."""
    return max((read_pointer(one, lists=lists) for one in dict.fromkeys(spellings)), key=lambda pointer: pointer.depth)


def with_d(typed: str) -> str:
    """The folded words with the letter đ kept where it stands alone, point đ being no point d, and the ư of "mức"."""
    words = fold(typed)
    accented = " ".join(unicodedata.normalize("NFC", typed).lower().split())
    if len(words) != len(accented):
        return words
    letters = list(words)
    for found in _LONE_D.finditer(accented):
        letters[found.start()] = "đ"
    for found in _LEVEL.finditer(accented):
        letters[found.start(found.lastindex or 0)] = "ư"
    return "".join(letters)


def _slashed(words: str, found: re.Match[str]) -> Pointer:
    """A row whose place is written with strokes."""
    label = _ANNEX.match(words, found.start())
    annex = _LIST_LABEL if found["list"] else (label[1] or "" if label else "").upper()
    ordinal = words[found.start("ordinal") : found.end("ordinal")].replace("khong so", "không số")
    return Pointer(annex, found["group"].upper() if found["group"] else None, _plain(ordinal))


def annex_label(annex: str) -> str:
    """The last word of an annex's name as pointers have it, in capitals and without zeros before: "III" of "Phụ lục III"."""
    return annex.rpartition(" ")[2].upper().lstrip("0")


def _plain(number: str) -> str:
    """A number without leading zeros."""
    return number.lstrip("0") or number


def _in_list(words: str) -> Pointer | None:
    """A row of the annex called "Danh mục": "danh mục 4", "nhiệm vụ số 5 danh mục", "danh mục mục 2 điểm a"."""
    number = _NUMBER_IN_LIST.search(words) or _ORDINAL.search(_LIST.sub(" – ", words))
    if not number:
        return None
    point = _POINT.search(words)
    return Pointer(_LIST_LABEL, number[1], point[1]) if point else Pointer(_LIST_LABEL, None, _plain(number[1]))


def _read(words: str) -> Pointer:
    annex, group, ordinal = _ANNEX.search(words), _GROUP.search(words), _ORDINAL.search(words)
    placed = _ROW_OF_GROUP.search(words) if annex and not group and not ordinal else None
    if annex and placed:
        return Pointer((annex[1] or "").upper(), placed[1].upper(), _plain(placed[2]))
    lone = None if annex or ordinal else _ROW_OF_A_GROUP.search(words)
    if lone:
        return Pointer("", lone[1].upper(), _plain(lone[2]))
    path = label = None
    if annex:
        single = (match[1] for match in _ANNEX.finditer(words) if match[1])
        beside = (numeral for match in _ANNEXES.finditer(words) for numeral in _NUMERAL.findall(match[1]))
        label = "|".join(dict.fromkeys(one.upper().lstrip("0") for one in (*single, *beside)))
        told = list(_GROUP_IN_ANNEX.finditer(words))
        group = group or next((one for one in told if not _PART.match(one[0])), None) or next(iter(told), None)
        ordinal = ordinal or _ORDINAL_IN_ANNEX.search(words[annex.end() :]) or _DOTTED.search(words)
    else:
        path = _path(words, group, ordinal)
    number = ordinal if ordinal and not path else _DANGLING.match(words) or _UNDER.search(words)
    row = _plain(number[1]) if number else None
    chain = read_chain(words) if annex and row is None else None
    if chain:
        return Pointer(chain[0] or label, chain[1] or (group[1].upper() if group else None), _plain(chain[2]))
    apart = _ROW_APART.search(words) if annex and row is None else None
    if apart:
        return Pointer(label, apart[1].upper(), _plain(apart[2]))
    inner = _groups(words) or (group[1].upper() if group else None)
    part = _PART.search(words) if annex else None
    outer = part[1].upper() if part else None
    return Pointer(label, f"{outer}/{inner}" if outer and inner and inner != outer else inner or outer, row, path)


def _groups(words: str) -> str | None:
    """The numerals of several groups, parted by "|"; None where one or none is named."""
    found = [numeral for one in _GROUPS.finditer(words) for numeral in _NUMERAL.findall(one[1])]
    labels = list(dict.fromkeys(one.upper() for one in found))
    return "|".join(labels) if len(labels) > 1 else None


def _path(words: str, group: re.Match[str] | None, ordinal: re.Match[str] | None) -> str | None:
    """The headings named, "IV/2/a": written with strokes, or as "mục IV.2 điểm a", "mục IV, khoản 2, điểm a"."""
    deep = _DEEP_PATH.search(words)
    if deep and "/" in deep[0]:
        kind, number = deep["kind"] or "", deep["number"] or deep["numerals"]
        return f"{_HEADINGS[kind]}{number.upper()}{deep['rest']}"
    written = _PATH.search(words)
    if written:
        return written[1].upper() + written[2]
    if article := _ARTICLED.search(words):
        clause = article["inner"] or article["dotted"] or article["clause"]
        point = article["innermost"] or article["lettered"] or article["point"]
        return "/".join(part for part in (f"{ARTICLE}{article['article']}", clause, point if clause else None) if part)
    lettered = _LETTERED.search(words)
    if lettered:
        return f"{lettered[1]}/{lettered[2]}".upper()
    prose = _PROSE.search(words)
    dotted = None if prose or group or ordinal else _DOTTED_PATH.search(words)
    if dotted:
        return f"{dotted[1].upper()}/{dotted[2]}"
    if not prose or group or (ordinal and ordinal.start() == prose.start()):
        return None
    clause = prose[2] or ((found := _CLAUSE.search(words)) and found[1])
    point = prose[3] or ((found := _POINT.search(words)) and found[1])
    return "/".join(part for part in (prose[1].upper(), clause, point) if part)
