"""How people point to a plan: by its number, its issuer, places, level of government, year, and words of its title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.folding import fold
from ingest.letters import UPPER
from ingest.plan import Plan, SectionKind
from ingest.units import DISTRICT_NOUN, starts_like_unit, unit_key
from rag.corpus.captions import number_in_caption
from rag.corpus.entries import grams
from rag.corpus.unheaded import Called, called
from rag.language.words import Expander, sound


@dataclass(frozen=True, slots=True)
class Profile:
    """The names of one plan. ``places`` and ``title`` are sound forms, the plan's own place first; ``head`` is printed.

    ``numbers`` are folded without spaces, whole and as bare figures; ``words`` are grams of the whole head,
    ``own_words`` the syllables of head and places.
    """

    numbers: frozenset[str]
    issuer: str
    issuer_key: str
    head: str
    places: tuple[str, ...]
    level: str
    year: int | None
    words: frozenset[str]
    title: str
    own_words: frozenset[str]


_LEVELS: Final = (
    ("commune", re.compile(r" (?:phuong|xa|thi tran|dac khu) (?!hoi|doan)")),
    ("district", re.compile(rf" {DISTRICT_NOUN} ")),
    (
        "department",
        re.compile(r"^ (?:so|chi cuc|phong|truong|trung tam|benh vien|ban dan toc|ban quan ly|bo chi huy) "),
    ),
    ("ministry", re.compile(r"^.{0,8} bo |^.? (?:chinh phu|thu tuong) ")),
    ("province", re.compile(r" (?:tinh(?! doan)|thanh pho) ")),
)
_PLACE: Final = re.compile(
    r"\b(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+"
    rf"((?:[{UPPER}][\wÀ-ỹ]*\s?){{1,4}})"
)
_IN_CAPITALS: Final = r"(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|XÃ(?! HỘI\b)|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)"
_GOES_ON: Final = r"(?:NĂM|GIAI ĐOẠN|TRONG|ĐẾN|THEO|VÀ|VỀ|VỚI|CHO|TỪ|NHIỆM KỲ|QUÝ|THÁNG)\b"
_NAME_IN_CAPITALS: Final = (
    rf"((?:(?!{_IN_CAPITALS}\b|{_GOES_ON})[{UPPER}]+\s?){{1,4}})(?=$|[^\w\s]|{_IN_CAPITALS}\b|{_GOES_ON})"
)
_PLACE_OF_OFFICE: Final = re.compile(rf"\b{_IN_CAPITALS}\s+{_NAME_IN_CAPITALS}")
"""The place that an office's name in capitals ends with."""
_PLACE_OF_TITLE: Final = re.compile(rf"\bĐỊA BÀN {_IN_CAPITALS}\s+{_NAME_IN_CAPITALS}")
"""The same in a title, where "XÃ" and "THÀNH PHỐ" stand before other words as well."""
_PLACE_IN_TEXT: Final = re.compile(
    rf"\b(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Xx]ã|[Pp]hường)\s+((?:[{UPPER}][a-zà-ỹ]+)(?:\s[{UPPER}][a-zà-ỹ]+){{1,2}})"
)
_COUNTRY: Final = sound("Việt Nam")
"""The end of many offices' names, which tells none of them from another."""
_OWN_NAME: Final = re.compile(rf"\s((?:[{UPPER}][a-zà-ỹ]+\s+){{1,3}}[{UPPER}][a-zà-ỹ]+)$")
"""The proper name that closes an issuer's ("… Bảo tàng Hùng Vương")."""
_SCHOOL: Final = re.compile(
    r"(?i)\btrường\s+(?:PTDT(?:NT|BT)\s+)?(?:THPT|THCS|TH|tiểu học|mầm non|mẫu giáo|trung học cơ sở|trung học phổ thông)"
    r"(?:\s+(?:và|&|-)?\s*(?:THPT|THCS))?\s+((?!số\b)[^\W\d_]+(?:\s[^\W\d_]+){1,3})$"
)
"""A school's own name, in capitals too."""
_CAPTION: Final = re.compile(r"kèm theo[^\n]{0,160}")
"""The line that says which plan an annex comes with."""
_POSITION: Final = re.compile(
    r"(?i)^(?:(?:bộ|cục|vụ|viện|chi cục|tổng cục|hiệu) trưởng|trưởng ban|(?:tổng )?giám đốc|chủ tịch|chủ nhiệm|chánh thanh tra)\s+"
)
_HEAD_LENGTH: Final = 600
_SAME_TITLE: Final = 0.9
"""The share of a title's words that a citation must repeat to be one of that plan."""


def profile_of(plan: Plan, expander: Expander) -> Profile:
    """The names that the plan's own head gives it."""
    header, own = plan.header, called(plan)
    issuer, title = _office(own.issuer), own.title or _annexed(plan)
    heads = " ".join(clause.text for clause in plan.clauses if clause.locator == "Tiêu đề")[:_HEAD_LENGTH]
    places = _places(plan, own)
    printed = None if header.number else number_in_caption(plan)
    number = printed.slice(plan.text) if printed else header.number
    words = sound(expander.expand(f"{issuer} {title} {header.place or ''} {heads}"))
    return Profile(
        numbers=frozenset(_number_forms(number)) if number else frozenset(),
        issuer=issuer,
        issuer_key=unit_key(issuer),
        head=f"{own.title} {issuer}",
        places=places,
        level=_level(issuer, header.number or ""),
        year=own.year,
        words=grams(words),
        title=sound(expander.expand(title)),
        own_words=frozenset((*words.split(), *" ".join(places).split())),
    )


def _office(issuer: str) -> str:
    """The office of the one who issues a plan by his position: "Bộ trưởng Bộ A"."""
    office = _POSITION.sub("", issuer)
    return office if office != issuer and starts_like_unit(office) else issuer


def _annexed(plan: Plan) -> str:
    """What the annexes of a text without a title are headed, which tell what it is of."""
    return " | ".join(section.heading for section in plan.sections if section.kind is SectionKind.ANNEX)


def _level(issuer: str, number: str) -> str:
    """Province, department, district, commune, ministry or other, by the issuer's words."""
    key = f" {unit_key(issuer)} "
    found = next((level for level, pattern in _LEVELS if pattern.search(key)), "other")
    return "province" if found == "other" and "UBND" in number else found


def _places(plan: Plan, own: Called) -> tuple[str, ...]:
    header = plan.header
    texts = (own.issuer, own.title, *_CAPTION.findall(plan.text))
    found = [sound(match[1]) for text in texts for match in _PLACE.finditer(text)]
    found += [sound(match[1]) for match in _PLACE_OF_OFFICE.finditer(own.issuer)]
    found += [sound(match[1]) for match in _PLACE_OF_TITLE.finditer(own.title)]
    if header.place:
        found.insert(0, sound(re.sub(r"^(?:TP|Thành phố|tỉnh)\.?\s+", "", header.place)))
    school = _SCHOOL.search(own.issuer)
    name = school or _OWN_NAME.search(own.issuer)
    of_field = name and re.fullmatch(rf"(?:Sở|Bộ)\s+{re.escape(name[1])}", own.issuer)
    if name and not of_field and (school or not name[1].isupper()):
        found.append(sound(name[1]))
    if not found and _level(own.issuer, header.number or "") != "ministry":
        # A text whose head is missing is of the place that it speaks of most.
        named = Counter(sound(match[1]) for match in _PLACE_IN_TEXT.finditer(plan.text))
        found = [place for place, times in named.most_common(1) if times > 1]
    return tuple(dict.fromkeys(place for place in found if place and place != _COUNTRY))


def _number_forms(number: str) -> set[str]:
    """What "27/KH-UBND" is called, folded without spaces: itself, its bare figure, and that with its sort ("27/KH", "27-KH")."""
    whole = re.sub(r"\s", "", fold(number))
    figure, *rest = re.split(r"[/\-]", whole)
    return {whole, figure, *(f"{figure}{mark}{rest[0]}" for mark in "/-" if rest)}


def with_cited_numbers(profiles: Sequence[Profile], plans: Sequence[Plan], expander: Expander) -> tuple[Profile, ...]:
    """Give a plan that leaves its number blank the number under which another plan cites it.

    The citation must name the same kind of issuer and most words of the title.
    """
    found = list(profiles)
    cited = [
        (number, basis.number, set(sound(expander.expand(basis.text)).split()))
        for number, plan in enumerate(plans)
        for basis in plan.header.legal_bases
        if re.search(r"\b(?:KH|CTr)\b", basis.number)
    ]
    for number, plan in enumerate(plans):
        if plan.header.number or not plan.header.title:
            continue
        title = set(found[number].title.split())
        for other, name, words in cited:
            same = len(title & words) >= _SAME_TITLE * len(title) and _issuer_fits(name, found[number])
            if other != number and same:
                found[number] = replace(found[number], numbers=found[number].numbers | _number_forms(name))
    return tuple(found)


def _issuer_fits(number: str, profile: Profile) -> bool:
    """A number with UBND in it belongs to a people's committee, and only to one."""
    council = profile.level in ("province", "district", "commune") and "uy ban" in profile.issuer_key
    return ("UBND" in number) == council
