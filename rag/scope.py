"""Which plans a question points to, and where in the question it does so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.folding import fold
from ingest.units import core_key
from rag.library import Library
from rag.words import sound

_LEVELS = {
    "province": ("ủy ban nhân dân tỉnh", "ubnd tỉnh", "cấp tỉnh", "kế hoạch tỉnh", "tỉnh giao", "của tỉnh", "trên tỉnh", "tỉnh đặt", "tỉnh hạn", "tỉnh thì", "tỉnh ghi", "tỉnh bao nhiêu", "tỉnh lo", "tỉnh ai", "tỉnh mấy", "mức tỉnh", "hạn tỉnh", "ở tỉnh", "tỉnh và", "giữa tỉnh", "tỉnh với", "cả tỉnh", "kế hoạch của tỉnh", "ủy ban tỉnh"),
    "commune": ("cấp phường", "của phường", "phường đặt", "phường thì", "phường ghi", "phường hạn", "phường bao nhiêu", "phường ai", "phường lo", "hạn phường", "cấp xã đặt", "phường giao", "kế hoạch phường", "kế hoạch xã", "đảng ủy phường", "đảng ủy xã", "ubnd phường", "ubnd xã"),
    "department": ("của sở", "cấp sở", "sở đặt", "kế hoạch sở", "phòng nào của sở", "trong sở", "trong nội bộ sở"),
    "district": ("cấp huyện", "của huyện", "ubnd huyện", "ubnd quận", "của quận", "kế hoạch huyện"),
}  # fmt: skip
_LEVEL_SOUNDS = {level: tuple(sound(phrase) for phrase in phrases) for level, phrases in _LEVELS.items()}
_POINTING = tuple(sound(word) for word in ("kế hoạch", "của", "ở", "tại", "bên", "thuộc", "theo", "trong"))
_ACTING = tuple(sound(word) for word in ("chủ trì", "phối hợp", "phải", "được giao", "làm", "đồng chủ trì", "có tên", "lo", "báo cáo", "tổng hợp", "gửi", "cùng"))
_NUMBER = re.compile(r"(?<![\d/.-])\d{1,5}(?:\s?[/-]\s?[a-z&]+(?:[/-][a-z&]+)*)?(?![\d/])")
_PROVINCE_INITIALS = re.compile(r"\b(?:tỉnh|tinh|TỈNH)\s+([A-ZĐ]{2,3})\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the question (token range of its sound form) that point to some plans."""

    start: int
    end: int
    plans: frozenset[int]
    kind: str


def _occurrences(tokens: Sequence[str], phrase: str) -> list[int]:
    wanted = phrase.split()
    if not wanted:
        return []
    return [at for at in range(len(tokens) - len(wanted) + 1) if list(tokens[at : at + len(wanted)]) == wanted]


def _numbers(typed: str, library: Library, tokens: Sequence[str]) -> list[Mention]:
    """Plan numbers: "KH 2161", "1489/KH-UBND", "kế hoạch 32"."""
    found = []
    folded = fold(typed)
    for match in _NUMBER.finditer(folded):
        whole = re.sub(r"\s", "", match.group(0))
        bare = whole.isdigit()
        if bare and not re.search(r"(?:\bkh|ke hoach)(?:\s+so)?\s*:?\s*$", folded[: match.start()]):
            continue
        if not bare and not re.search(r"[/-](?:kh|ctr|pa|da)", whole):
            continue
        plans = frozenset(n for n, profile in enumerate(library.profiles) if whole in profile.numbers)
        if bare and not plans and 1990 <= int(whole) <= 2100:
            continue
        printed = sound(whole).split()
        places = _occurrences(tokens, " ".join(printed)) or _occurrences(tokens, printed[0])
        at = places[0] if places else 0
        lead = 2 if tokens[max(0, at - 2) : at] == [sound("kế"), sound("hoạch")] else 0
        found.append(Mention(at - lead, at + len(printed), plans, "number"))
    return found


def _places(library: Library, tokens: Sequence[str]) -> list[Mention]:
    by_place: dict[str, set[int]] = {}
    for number, profile in enumerate(library.profiles):
        for place in profile.places:
            by_place.setdefault(place, set()).add(number)
    found = []
    for place, plans in by_place.items():
        own = frozenset(n for n in plans if _stands_for(library, n, place)) or frozenset(plans)
        found += [Mention(at, at + len(place.split()), own, "place") for at in _occurrences(tokens, place)]
    return found


def _stands_for(library: Library, number: int, place: str) -> bool:
    """Whether a place is one that the plan's own head or issuer names, not one met in passing."""
    profile = library.profiles[number]
    head = sound(f"{profile.issuer} {library.plans[number].header.place or ''} {library.plans[number].header.title or ''}")
    return f" {place} " in f" {head} "


def _levels(library: Library, tokens: Sequence[str]) -> list[Mention]:
    found = []
    for level, phrases in _LEVEL_SOUNDS.items():
        plans = frozenset(n for n, profile in enumerate(library.profiles) if profile.level == level)
        for phrase in phrases:
            found += [Mention(at, at + len(phrase.split()), plans, "level") for at in _occurrences(tokens, phrase)]
    return found


def _issuers(library: Library, tokens: Sequence[str]) -> list[Mention]:
    """Issuing departments, where the words around show that their plan is meant, not their work."""
    by_issuer: dict[str, set[int]] = {}
    for number, profile in enumerate(library.profiles):
        core = sound(core_key(profile.issuer)) if profile.issuer else ""
        if core and profile.level not in ("province",):
            by_issuer.setdefault(core, set()).add(number)
    found = []
    plain = [token for token in tokens if token != "va"]
    back = [n for n, token in enumerate(tokens) if token != "va"]
    for core, plans in by_issuer.items():
        size = len(core.split())
        for at in _occurrences(plain, core):
            start, end = back[at], back[at + size - 1] + 1
            before, after = tokens[max(0, start - 1) : start], " ".join(tokens[end : end + 2])
            points = bool(before) and before[0] in {p.split()[-1] for p in _POINTING}
            acts = any(after.startswith(word) for word in _ACTING)
            found.append(Mention(start, end, frozenset(plans), "issuer" if points or not acts else "actor"))
    return found


def _titles(library: Library, tokens: Sequence[str]) -> list[Mention]:
    """Words right after "kế hoạch" that only one plan's title holds."""
    plan_word = [sound("kế"), sound("hoạch")]
    titles = [set(zip(profile.title.split(), profile.title.split()[1:], strict=False)) for profile in library.profiles]
    for at in range(len(tokens) - 3):
        if list(tokens[at : at + 2]) != plan_word:
            continue
        pairs = list(zip(tokens[at + 2 : at + 12], tokens[at + 3 : at + 13], strict=False))
        counts = [0] * len(titles)
        last = at + 2
        for offset, pair in enumerate(pairs):
            owners = [n for n, title in enumerate(titles) if pair in title]
            if len(owners) == 1:
                counts[owners[0]] += 1
                last = at + 2 + offset + 2
        best = max(range(len(counts)), key=lambda n: counts[n]) if counts else 0
        if counts and counts[best] >= _TITLE_PAIRS and sum(1 for count in counts if count) == 1:
            return [Mention(at, min(last, len(tokens)), frozenset({best}), "title")]
    return []


_TITLE_PAIRS = 3


def mentions(typed: str, spoken: str, library: Library) -> list[Mention]:
    """Every pointer to plans, in the order of the question, neighbours that agree joined."""
    tokens = spoken.split()
    initials = _PROVINCE_INITIALS.search(typed)
    found = [*_numbers(typed, library, tokens), *_places(library, tokens), *_levels(library, tokens), *_issuers(library, tokens)]
    if initials:
        letters = initials.group(1).lower().replace("đ", "d")
        plans = frozenset(
            n for n, profile in enumerate(library.profiles)
            if any("".join(word[0] for word in place.split()) == fold(letters) for place in profile.places[:1])
        )  # fmt: skip
        if plans:
            found.append(Mention(0, 0, plans, "place"))
    found = [one for one in found if one.plans or one.kind == "number"]
    joined = _joined(sorted(found, key=lambda one: (one.start, -one.end)))
    return joined if any(one.kind != "actor" for one in joined) else [*joined, *_titles(library, tokens)]


def _joined(found: Sequence[Mention]) -> list[Mention]:
    joined: list[Mention] = []
    for one in found:
        last = joined[-1] if joined else None
        if last is not None and one.start <= last.end + 2 and last.kind != "actor" and one.kind != "actor":
            shared = last.plans & one.plans
            if shared:
                kind = last.kind if last.kind in ("number", "place", "issuer") else one.kind
                joined[-1] = Mention(last.start, max(last.end, one.end), shared, kind)
                continue
            if one.end <= last.end:
                continue
        joined.append(one)
    return joined


def agreed(found: Sequence[Mention]) -> frozenset[int] | None:
    """The plans that all pointers allow; where they disagree, those of the narrowest, then the last; None without any."""
    scope: frozenset[int] | None = None
    numbered = [one.plans for one in found if one.kind == "number" and one.plans]
    if len(numbered) == 1:
        return numbered[0]
    pointing = [one for one in found if one.kind in ("number", "place", "issuer", "level") and one.plans]
    for one in pointing:
        scope = one.plans if scope is None else scope & one.plans
    titled = next((one.plans for one in found if one.kind == "title"), None)
    if scope is None:
        return titled
    if scope:
        return (scope & titled) or scope if titled else scope
    return min(reversed(pointing), key=lambda one: len(one.plans)).plans
