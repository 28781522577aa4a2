"""A question as typed becomes a query: what is asked, about what, which unit, plan, place in the plan and time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from ingest.folding import fold
from ingest.markup import collapse
from rag import keywords
from rag.library import Library
from rag.periods import Period, read_period, until_now
from rag.scope import Mention, agreed, mentions
from rag.words import Token, Words, find_phrase, read_words, sound


class Intent(StrEnum):
    """What sort of answer is asked for."""

    FACT = "fact"
    LIST = "list"
    COUNT = "count"
    HEADER = "header"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place named by its numbering: annex, group, ordinal (with dashes), or prose path."""

    annex: str | None = None
    group: str | None = None
    ordinal: str | None = None
    prose: str | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was named."""
        return not (self.annex or self.group or self.ordinal or self.prose)


@dataclass(frozen=True, slots=True)
class Actor:
    """A unit that the question names, and the role it has there ("any" when none is said)."""

    key: str
    role: str
    start: int
    end: int
    known: bool = True
    words: str = ""
    direct: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """One question, understood. ``words`` are its tokens with abbreviations written out."""

    typed: str
    words: Words
    intent: Intent
    role: str
    kind: str
    plans: frozenset[int] | None
    mentions: tuple[Mention, ...]
    pointer: Pointer
    actors: tuple[Actor, ...]
    period: Period | None
    years: tuple[int, ...]
    flags: frozenset[str] = frozenset()
    quoted: tuple[str, ...] = ()
    asked_head: str = ""
    roles: tuple[str, ...] = ()
    today: date = field(default_factory=lambda: date(2000, 1, 1))

    @property
    def spoken(self) -> str:
        """The sound form of the whole question."""
        return self.words.heard


_ROMAN_OR_NUMBER = r"(?:[ivxlc]+|\d{1,2})"
_ANNEX = re.compile(rf"\b(?:phu luc|pl|bieu|phu bieu)\s*(?:so\s+)?0*({_ROMAN_OR_NUMBER})?\b")
_GROUP = re.compile(r"\b(?:nhom|muc lon|phan nhom)\s+(?:so\s+)?([ivxlc]+|[a-e]|\d{1,2})\b(?!\s*/)")
_GROUP_IN_ANNEX = re.compile(r"\bmuc\s+([ivxlc]+|[a-e])\b(?!\s*[/.])")
_ORDINAL_IN_ANNEX = re.compile(r"(?:\bso|\bthu tu)\s+(\d{1,3}(?:\.\d{1,3}){0,3})\b(?!\s*/)")
_ANNEX_SLASH = re.compile(r"\b(?:phu luc|pl|bieu)(?: so)? (?:\d{1,2}|[ivx]+)/(\d{1,3}(?:\.\d{1,3}){0,3})\b")
_ORDINAL = re.compile(
    r"\b(?:nhiem vu|nv|chi tieu|ct|dong|muc|stt|so thu tu|hang|viec|y|diem so|noi dung|hoat dong)\s*(?:so|thu|stt)?\s*(\d{1,3}(?:\.\d{1,3}){0,3}(?:-\d{1,2})?)\b(?!\s*[/%]|\s*(?:thang|ngay|nam|nhiem vu|chi tieu|viec)\b)"
)
_DANGLING = re.compile(r"^\s*(\d{1,3}(?:\.\d{1,3}){1,3}|\d{1,3}-\d{1,2})\b")
_PROSE = re.compile(r"\b(?:muc|phan|khoan|diem)\s+([ivxlc]+)\b(?:\s*[./]\s*(\d{1,2}(?:\.\d{1,2})*))?(?:\s*[./]\s*([a-zđ])\b)?")
_PATH = re.compile(r"(?<![\w/])([ivxlc]+/\d{1,2}(?:\.\d+)*(?:/[a-zđ])?)(?![\w/])")
_POINT = re.compile(r"\bdiem\s+([a-zđ])\b")
_YEAR = re.compile(r"\b(20\d\d)\b")
_QUOTED = re.compile(r"[\"“”']([^\"“”']{3,120})[\"“”']")
_ROLE_WORDS = tuple(
    (sound(word), role)
    for word, role in (
        ("đồng chủ trì", "lead"), ("cùng chủ trì", "lead"), ("chủ trì, phối hợp", "any"), ("chủ trì hoặc phối hợp", "any"), ("chủ trì và phối hợp", "any"),
        ("phải chủ trì, phối hợp", "any"), ("phải chủ trì", "lead"), ("được giao chủ trì", "lead"), ("được giao phối hợp", "support"), ("phải phối hợp", "support"),
        ("có tên phối hợp", "support"), ("được ghi tên phối hợp", "support"), ("làm chính", "lead"), ("phải làm chính", "lead"), ("chủ trì", "lead"), ("làm đầu mối", "lead"),
        ("đầu mối", "lead"), ("phụ trách", "lead"), ("phối hợp", "support"), ("tham gia", "support"), ("hỗ trợ", "support"), ("lo", "lead"), ("đứng ra", "lead"), ("làm", "lead"),
    )
)  # fmt: skip
_BARE_NAMES = frozenset({"uy ban nhan dan", "hoi dong nhan dan", "dang uy", "cong an", "van phong", "ban chi huy", "ban thuong vu", "cac co quan", "cac don vi"})
_LEADING = tuple(sound(word) for word in ("chủ trì", "phải xong", "phải hoàn thành", "còn phải xong", "làm chính", "đầu mối"))
_SUPPORTING = (sound("phối hợp"),)
_ROLE_WORDS_OF_UNKNOWN = (*_ROLE_WORDS[:16], *((sound(word), "any") for word in ("được giao", "phải làm", "có việc", "được phân công")))
_TYPED_HEADS = frozenset("sở phòng ban chi cục trung công hội đoàn trường viện ủy bộ trạm văn vụ xở".split())
_HEADS = frozenset(sound(word) for word in ("sở", "phòng", "ban", "chi cục", "cục", "trung tâm", "công an", "hội", "đoàn", "trường", "viện", "ủy ban", "bộ", "trạm", "văn phòng", "vụ"))


def read_pointer(typed: str) -> Pointer:
    """The numbering that a question names. An ordinal that only counts ("5 nhiệm vụ") is none."""
    words = fold(typed)
    annex = _ANNEX.search(words)
    others = [match.group(1) for match in _ANNEX.finditer(words) if match.group(1)]
    group = _GROUP.search(words)
    ordinal = _ORDINAL.search(words)
    prose = _PROSE.search(words)
    label = None
    if annex:
        label = "|".join(dict.fromkeys(other.upper() for other in others))
    if annex and not group:
        group = _GROUP_IN_ANNEX.search(words)
    if annex and not ordinal:
        ordinal = _ORDINAL_IN_ANNEX.search(words[annex.end() :]) or _ANNEX_SLASH.search(words)
    bare_path = _PATH.search(words)
    path = None
    if bare_path and not annex:
        path = "/".join(part if not part.isalpha() or len(part) > 1 and part not in "abcd" or part in "ivx" else part for part in bare_path.group(1).split("/"))
        path = "/".join(part.upper() if index == 0 else part for index, part in enumerate(path.split("/")))
    elif prose and not annex and not group and not (ordinal and ordinal.start() == prose.start()):
        parts = [prose.group(1).upper(), prose.group(2), prose.group(3)]
        point = _POINT.search(words)
        if point and not parts[2]:
            parts[2] = point.group(1)
        path = "/".join(part for part in parts if part)
    found = next((part for part in ordinal.groups() if part), None) if ordinal else None
    if path and ordinal:
        found = None
    if found is None:
        dangling = _DANGLING.match(words)
        found = dangling.group(1) if dangling else None
    return Pointer(label, group.group(1).upper() if group else None, found, path)


def _actors(words: Words, library: Library) -> list[Actor]:
    """Units that the question names, longest names first, no two over the same words."""
    kept = [token for token in words.tokens if token.heard != "va"]
    tokens = [token.heard for token in kept]
    text = f" {' '.join(tokens)} "
    taken: list[tuple[int, int]] = []
    found: list[Actor] = []
    places = frozenset(word for profile in library.profiles for place in profile.places for word in place.split()) | {"phuong", "tinh", "sa", "huien", "thi", "o", "thuoc"}
    names = {sound(key): key for key in library.units}
    for key in library.units:
        core = re.sub(r" (?:tinh|phuong|xa(?! hoi)|huyen|quan|thanh pho)(?: .*)?$", "", key)
        if len(key.split()) > 3 and core not in _BARE_NAMES:
            names.setdefault(sound(core), core)
    for spoken_key in sorted(names, key=lambda one: -len(one)):
        size = len(spoken_key.split())
        if size < 2:
            continue
        at = text.find(f" {spoken_key} ")
        while at >= 0:
            start = text[:at].count(" ") if at else 0
            span = (start, start + size)
            if not any(a < span[1] and span[0] < b for a, b in taken):
                taken.append(span)
                found.append(Actor(names[spoken_key], _role_near(tokens, span, places), *span, words=spoken_key))
            at = text.find(f" {spoken_key} ", at + 1)
    found += _unknown(kept, taken, accents=words.accents)
    overall = _overall_role(words.heard)
    found = [replace(one, role=overall, direct=False) if one.role == "any" and overall else one for one in found]
    return sorted(found, key=lambda one: one.start)


def _overall_role(spoken: str) -> str:
    """The one role verb of the whole question, for units that it does not follow directly."""
    lead = find_phrase(spoken, _LEADING)
    support = find_phrase(spoken, _SUPPORTING)
    return "" if bool(lead) == bool(support) else ("lead" if lead else "support")


def _role_near(tokens: Sequence[str], span: tuple[int, int], places: frozenset[str]) -> str:
    following = [token for token in tokens[span[1] : span[1] + 12] if token not in places][:7]
    after = " ".join(following)
    before = " ".join(tokens[max(0, span[0] - 3) : span[0]])
    for skip in ("", "tinh ", "phai ", "duoc ", "duoc giao ", "se ", "con phai ", "thi ", "con ", "co ", "da "):
        for word, role in _ROLE_WORDS:
            if after.startswith(skip + word + " ") or after == skip + word:
                return role
    if re.search(r"(?:phoi hop voi|phoi hop cung|cung voi|lam voi|cung)$", before):
        return "partner"
    if re.search(r"\b(?:do|dao cho|dao|chao)$", before):
        return "lead"
    return "any"


def _unknown(kept: Sequence[Token], taken: Sequence[tuple[int, int]], *, accents: bool) -> list[Actor]:
    """A unit-like phrase in front of a role verb that no loaded plan knows."""
    tokens = [token.heard for token in kept]
    text = " ".join(tokens)
    for word, role in _ROLE_WORDS_OF_UNKNOWN:
        match = re.search(rf"(?:^| )((?:{'|'.join(_HEADS)}) (?:\S+ ){{1,7}}?){word}(?: |$)", text)
        if not match:
            continue
        phrase = match.group(1).split()
        start = text[: match.start(1)].count(" ")
        span = (start, start + len(phrase))
        head = kept[start].typed
        if set(phrase) & {"nao", "ai", "di", "do", "la"} or any(part.isdigit() for part in phrase) or any(a < span[1] and span[0] < b for a, b in taken):
            continue
        if accents and head not in _TYPED_HEADS:
            continue
        if tokens[start] == "vu" and (not accents or tokens[start - 1 : start] in (["nhiem"], ["phuc"], ["noi"], ["dich"], ["cong"], ["ngiep"], ["dao"])):
            continue
        return [Actor(" ".join(phrase), role, *span, known=False, words=" ".join(phrase))]
    return []


_NUMBER_OF = re.compile(r"(?:^|[:,;–-])\s*(?:tong )?so (?:nhiem vu|chi tieu|viec|dau viec|cong viec)\b")


def _roles(spoken: str) -> tuple[str, ...]:
    """Every column asked for with a question word of its own, in the order asked."""
    held = f" {spoken} "
    spans: list[tuple[int, int, str]] = []
    for role, phrases in _ROLE_TABLES:
        for phrase in phrases:
            at = held.find(f" {phrase} ")
            worded = _asking(phrase) == 2 or (_asking(phrase) == 1 and " " in phrase and role != "value")
            if at >= 0 and worded:
                spans.append((at, at + len(phrase), role))
                break
    kept = [one for one in spans if not any(other[0] < one[1] and one[0] < other[1] and other[1] - other[0] > one[1] - one[0] for other in spans)]
    return tuple(dict.fromkeys(role for _, _, role in sorted(kept)))


_ROLE_TABLES = (
    ("support", keywords.SUPPORT), ("lead", keywords.LEAD), ("due", keywords.DUE), ("result", keywords.RESULT), ("note", keywords.NOTE), ("value", keywords.VALUE),
)  # fmt: skip
_THING = "nhiem vu|viec|cong viec|hoat dong|chi tieu|noi dung|hang muc|dau viec|ke hoach con"
_HOW_MANY = re.compile(rf"\b(?:may|bao nhieu) (?:loai|hang muc|{_THING})\b")
_WHICH = re.compile(rf"\b(?:{_THING})\b(?: [^\s,;]+){{0,9}}? (?:nao|gi)\b")
_OTHER_WHICH = re.compile(
    r"(?:don vi|co quan|so|phong|ban|ben|ngay|thang|luc|khi|quy|muc|nam|the|dau|bo|ai|giai doan|thoi diem|thoi gian|la|ket qua|chu|ghi|ra|can bo|lanh dao|ky|van ban|"
    r"vung|von|nguon|ten|dinh ky|san pham|dau ra|tan suat) (?:nao|gi)$|\b(?:ai|bao nhieu|khi nao|bao gio)\b"
)


def _intent(spoken: str, typed: str) -> Intent:
    if find_phrase(spoken, keywords.COUNT) or _NUMBER_OF.search(fold(typed)) or _HOW_MANY.search(fold(typed)):
        return Intent.COUNT
    which = _WHICH.search(fold(typed))
    if which and not _OTHER_WHICH.search(which.group(0)):
        return Intent.LIST
    if find_phrase(spoken, keywords.LIST):
        return Intent.LIST
    asked = re.search(r"\b(?:la gi|ai|khi nao|bao gio|the nao|bao nhieu|may|nao|luc nao)\b", fold(typed))
    return Intent.LIST if find_phrase(spoken, keywords.LIST_BARE) and not asked else Intent.FACT


def _lists_silently(query: Query) -> bool:
    """A telegram without any question word: "Trà My: việc phải xong trước 15/02"; "Cục X – việc được giao"."""
    thing = re.search(rf"\b(?:{_THING})\b", fold(query.typed)) is not None
    asks = re.search(r"\b(?:ai|nao|gi|khi nao|bao gio|bao nhieu|may|the nao|ra sao)\b", fold(query.typed))
    bare_role = query.role in ("", "due") and not re.search(r"\b(?:han|thoi han|thoi gian)\s*[?:]?\s*$", fold(query.typed))
    return thing and asks is None and bare_role and (query.period is not None or bool(query.actors)) and query.pointer.ordinal is None


_SPELT = {sound(word): (word,) for word in ("mấy", "hạn", "phối hợp", "khi nào", "kết quả", "deadline", "chủ trì")}
_WHO = re.compile(r"(?:^| )(?:ai|(?:so|phong|ban|don vi|co quan|bo phan|ben|bo) nao)(?: |$)")
_TOGETHER = re.compile(r"(?:ai|nao) (?:\S+ ){0,1}?(?:phoi hop|cung lam|lam cung|cung tham da)\b")
_MEASURED = re.compile(rf"(?:^| )(?:{'|'.join(map(sound, ('tỷ lệ', 'tỷ trọng', 'chỉ tiêu', 'xếp hạng', 'số lượng')))})(?: |$)")


def _role(spoken: str, typed: str) -> str:
    """The column that a fact question asks for; "" when it names none."""
    best: tuple[int, int, str] | None = None
    tables = (
        ("support", keywords.SUPPORT), ("due", keywords.DUE), ("result", keywords.RESULT), ("note", keywords.NOTE),
        ("unit", keywords.MEASURE), ("lead", keywords.LEAD), ("value", keywords.VALUE),
    )  # fmt: skip
    for role, phrases in tables:
        phrase = find_phrase(spoken, phrases)
        if phrase and " " not in phrase and not keywords.says(typed, _SPELT[phrase]):
            phrase = find_phrase(spoken, [one for one in phrases if " " in one])
        if phrase:
            rank = (_asking(phrase), len(phrase))
            if best is None or rank > best[:2]:
                best = (*rank, role)
    role = best[2] if best else ""
    if role == "lead" and _TOGETHER.search(spoken):
        return "support"
    if not role and _WHO.search(spoken):
        return "support" if _TOGETHER.search(spoken) else "lead"
    return role or ("value" if _MEASURED.search(spoken) else "")


def _asking(phrase: str) -> int:
    """2 for phrases that carry a question word, 1 for bare column names that are unmistakable, 0 for verbs met anywhere."""
    words = phrase.split()
    if any(word in ("ai", "nao", "di", "mai", "dau", "bao", "sao", "mai", "may") for word in words) or words[0] in ("chi",):
        return 2
    return 0 if phrase in (sound("chủ trì"), sound("phối hợp"), sound("làm chính"), sound("hạn"), sound("kết quả"), sound("sản phẩm"), sound("đầu mối"), sound("cùng làm")) else 1


def _flags(spoken: str, typed: str) -> set[str]:
    flags = set()
    for name, phrases in (
        ("joint", keywords.JOINT), ("continuous", keywords.CONTINUOUS), ("whole_year", keywords.WHOLE_YEAR),
        ("compare", keywords.COMPARE),
        ("groups", keywords.GROUP_NOUN), ("recipient", keywords.RECIPIENT), ("frequency", keywords.FREQUENCY), ("report", keywords.REPORT),
    ):  # fmt: skip
        if find_phrase(spoken, phrases):
            flags.add(name)
    for name, wordings in (
        ("blank", keywords.BLANK), ("outside", keywords.OUTSIDE), ("overdue", keywords.OVERDUE), ("undated", keywords.UNDATED),
    ):  # fmt: skip
        if keywords.says(typed, wordings):
            flags.add(name)
    if until_now(typed):
        flags.add("until_now")
    return flags


def _kind(spoken: str) -> str:
    """Whether tasks, targets or both are asked for."""
    target = re.search(r"\bchi tieu\b", spoken)
    task = find_phrase(spoken, keywords.TASK_NOUN)
    if target and task:
        return "both"
    return "target" if target else ("task" if task else "")


def _asked_head(spoken: str) -> str:
    """The noun before "nào" when a kind of office is asked for ("phòng nào", "sở nào")."""
    match = re.search(r"\b(so|phong|ban|co quan|don vi|bo|chung tam) nao\b", spoken)
    return match.group(1) if match and match.group(1) in ("so", "phong", "ban", "bo", "chung tam") else ""


def _spelt_out(typed: str) -> str:
    """Shorthand for months and quarters in full: "T8/2025", "Q1/2026"."""
    typed = re.sub(r"\b[Tt](\d{1,2})(?=/20\d\d\b)", r"tháng \1", typed)
    return re.sub(r"\bQ([1-4])(?=/20\d\d\b|\b)", r"quý \1", typed)


def understand(question: str, library: Library, today: date) -> Query:
    """Read a question; nothing in it is looked up yet but names of plans and units."""
    typed = _spelt_out(collapse(unicodedata.normalize("NFC", question)))
    expanded = library.expander.expand(typed)
    words = read_words(expanded)
    spoken = words.heard
    found = mentions(typed, spoken, library)
    actors = _actors(words, library)
    intent = _intent(spoken, expanded)
    scope = agreed(found)
    head = _asked_head(spoken)
    if scope is not None and (intent is not Intent.FACT or head):
        pointing = [one.plans for one in found if one.kind in ("number", "place", "issuer", "level") and one.plans]
        disjoint = any(not a & b for a in pointing for b in pointing) and not any(one.kind == "number" for one in found)
        scope = frozenset().union(*pointing) if disjoint else scope
    years = tuple(dict.fromkeys(int(year) for year in _YEAR.findall(fold(re.sub(r"\d+/20\d\d/", "", typed)))))
    plan_years = {library.profiles[n].year for n in scope} if scope else {profile.year for profile in library.profiles}
    period = read_period(typed, today, next(iter(plan_years)) if len(plan_years) == 1 else None)
    query = Query(
        typed=typed, words=words, intent=intent, role=_role(spoken, expanded), kind=_kind(spoken), plans=scope,
        mentions=tuple(found), pointer=read_pointer(expanded), actors=tuple(actors), period=period, years=years,
        flags=frozenset(_flags(spoken, typed)), quoted=tuple(_QUOTED.findall(typed)), asked_head=head, roles=_roles(spoken), today=today,
    )  # fmt: skip
    return replace(query, intent=Intent.LIST) if intent is Intent.FACT and _lists_silently(query) else query
