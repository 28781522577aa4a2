"""Who works together: "ai làm với Sở A", "ngoài đơn vị chủ trì còn ai tham gia", "có những ai hỗ trợ" ask for helpers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rag.language.words import Stretch, Words, sound
from rag.query.asks import OFFICES, read_role, read_roles

HELPING: Final = "helping"
"""The flag of a question whose helping verb may as well be the work itself: "đơn vị nào hỗ trợ doanh nghiệp"."""

_UNIT: Final = "@"
_WHO: Final = rf"(?:(?:cac|nhung|may) )*(?:ai|(?:{OFFICES})(?: chuien mon)? nao)"
_HELP: Final = (
    "phoi hop|tham da|ho cho|dup(?: suc| do)?|phu(?: dup)?|sat canh|dong hanh|chung tai|chung suc|gop (?:suc|tai)"
    "|tiep suc|cung lam|lam cung|lam chung|vao cuoc"
)
_ALSO: Final = "(?:cung|phai|se|can|duoc|nua|them|con)"
_BESIDE: Final = f"(?:{_UNIT}|(?:don vi |co quan |ben )?chu chi)"
_PARTNERS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # "ai hỗ trợ Sở A", "những ai phải vào cuộc cùng Sở A", "ai làm với Sở A"
        rf"(?:^| ){_WHO} (?:{_ALSO} )*(?:(?:{_HELP}) )?(?:(?:lam|thuc hien|lo|chien khai|di) )?(?:cho|cung|voi|chung)(?: voi)? {_UNIT}",
        rf"(?:^| ){_WHO} (?:{_ALSO} )*(?:{_HELP})(?: (?:cho|cung|voi|them|mot tai))* {_UNIT}",
        # "ngoài đơn vị chủ trì còn ai nữa"
        rf"(?:^| )ngoai {_BESIDE} .*?(?:con|co|them)(?: (?:con|co|them))* {_WHO}(?: {_ALSO})*(?: (?:{_HELP}|lam|lo|dinh|lien quan)(?= |$))?",
        # "ngoài Sở A ra thì doanh nghiệp nào cùng nâng cấp …"
        rf"(?:^| )ngoai {_BESIDE}(?: {_UNIT})*(?: ra)?(?: thi)?(?: co)? {_WHO} (?:cung|chung tai|chung suc)(?= )",
        # "Sở A làm việc này cùng với đơn vị nào"
        rf"(?:^| )(?:lam|thuc hien|chien khai|lo) (?:[^{_UNIT} ]+ ){{0,60}}?(?:cung|chung)(?: voi)? {_WHO}",
        # "Sở A xây kho dữ liệu cùng doanh nghiệp nào"
        rf"(?:^| ){_UNIT} (?:\S+ )*(?:cung|chung)(?: voi)? {_WHO}(?: {_ALSO})*$",
        # "có sự tham gia của đơn vị nào"
        rf"(?:^| )(?:co )?su (?:{_HELP})(?: (?:cua|tu))? {_WHO}",
        # "có những ai hỗ trợ?", "ai tham gia?"
        rf"(?:^| )(?:co )?{_WHO} (?:{_ALSO} )*(?:{_HELP})(?: (?:vao|cung|nua|them|voi|khong|vai|the|a|nhi))*$",
    )
)
_MAYBE: Final = re.compile(
    rf"(?:^| )(?:{_WHO}|co quan|don vi|ben)(?: {_ALSO})* (?:ho cho|tham da|dup do|dup|dong hanh)(?= )"
)
"""A verb of helping that may be the row's own: "đơn vị hỗ trợ doanh nghiệp"."""


OWN_HELP: Final = tuple(
    map(sound, ("hỗ trợ", "giúp", "trợ giúp", "tham gia", "đồng hành", "hướng dẫn", "tạo điều kiện"))
)
"""What such a row says itself, as it sounds: who helps is then who does it."""


def read_partners(words: Words, units: Sequence[Stretch], role: str, roles: tuple[str, ...]) -> tuple[str, ...]:
    """The columns asked for, ``support`` among them where helpers are asked for beside a unit; () where none are."""
    if "support" in roles or role == "support":
        return ()
    heard = _marked(words, units)
    found = next((match for pattern in _PARTNERS if (match := pattern.search(heard))), None)
    if found is None:
        return ()
    rest = f"{heard[: found.start()]} {heard[found.end() :]}".strip()
    others = [one for one in roles if one != "lead" or read_role(rest, rest) == "lead"]
    before = read_roles(ahead := heard[: found.start()], ahead) if others else ()
    first = tuple(one for one in others if one in before)
    return (*first, "support", *(one for one in others if one not in first))


def may_ask_helpers(words: Words, units: Sequence[Stretch]) -> bool:
    """Whether a question may ask for the helpers by a verb that may be the work itself as well."""
    return _MAYBE.search(_marked(words, units)) is not None


def _marked(words: Words, units: Sequence[Stretch]) -> str:
    """The sound form with one mark for each unit."""
    inside = {n for one in units for n in range(one.start, one.end)}
    first = {one.start for one in units}
    tokens = enumerate(words.tokens)
    return " ".join(_UNIT if n in first else token.heard for n, token in tokens if n in first or n not in inside)
