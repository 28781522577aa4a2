"""What a list question asks of the cells of a row: blank or filled, how many units, which unit of measure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from ingest.folding import fold, tone_normal
from rag.corpus.entries import Entry
from rag.language.phrases import heard
from rag.language.words import find_phrase, sound
from rag.mentions.actors import BOTH_ROLES, SHORT_NOT
from rag.mentions.setaside import has_number
from rag.query.amounts import Amount, asked_amount
from rag.query.question import Query


@dataclass(frozen=True, slots=True)
class CellCondition:
    """``wants`` is "blank", "filled", "units", "waits", "measure", "numbered" or "unnumbered"; ``phrase`` the sound words it was read from.

    `rag.rows.sideconditions` has others: "holds", "named", "amount".
    """

    wants: str
    column: str
    phrase: str
    least: int = 1
    most: int = 99
    measure: str = ""
    amount: Amount | None = None


_OFFICE: Final = "co quan|don vi|ben|so|phong|ai"
_COLUMNS: Final = (
    ("result", "cet qua|san pham|dau ra"),
    ("support", f"(?:(?:{_OFFICE}) )?phoi hop"),
    (
        "lead",
        f"(?:(?:{_OFFICE}) )?(?:chu chi|dau moi|phu chach)|nguoi (?:thuc hien|phu chach|chinh bai)|(?:(?<=dao )|(?<=phan cong ))(?:co quan|don vi)(?! phoi hop)",
    ),
    ("due", "(?:thoi )?han(?: hoan thanh)?(?: cu the)?|thoi dan (?:hoan thanh|thuc hien)"),
    ("note", "gi chu"),
    ("unit", "don vi (?:tinh|do)"),
    ("value", "chi tieu cu the|da chi|con so|so lieu"),
)
"""Sound forms of the columns' names."""
_SAID: Final = "co|gi|ro|neu|in|dien|duoc|phan cong|dao|ai|can|an dinh|sac dinh"
_LEFT_BLANK: Final = (
    "(?:de|bo) chong|con chong(?! (?:danh muc|phu luc|ce hoach|nhom|bang|bieu)\\b)"
    "|(?:con )?(?<!dam )(?<!toi )(?<!toc )thieu(?! (?:so|nien|nhi)\\b)"
)
"""Not the end of "giảm thiểu", "tối thiểu", the beginning of "thiếu nhi" nor "việc con trong danh mục", which sound the same."""
_BLANK: Final = rf"(?:(?:khong|chua)(?: (?:{_SAID}))+|{_LEFT_BLANK})(?: (?!nhiem vu|chi tieu)[^@ ]+){{0,2}}?"
_BARE_BLANK: Final = "(?:khong|chua)"
_BLANK_AFTER: Final = (
    rf"(?: [^@ ]+){{0,2}}? (?:(?:khong|chua) (?:co|gi|neu)|{_LEFT_BLANK})(?= (?:cua|o|chong|thuoc|ma)|$)"
)
_UNSETTLED: Final = re.compile(r"\b(?:an dinh|sac dinh|cu the)\b")
"""Whose deadline is not "settled" may still print one ("Sau khi …"): `rag.rows.facts` selects these."""
_FILLED: Final = r"(?:da )?co (?!quan)(?:gi |ca |ca [^@]+? (?:va|lan) )?"
_SEVERAL: Final = re.compile(
    rf"(?:chi )?(?:do )?(?:it nhat |tu )?(?:(?P<n>mot|hai|ba|bon|[1-4])|(?<!bao )nhieu)"
    rf"(?: hoac nhieu)? (?:{_OFFICE})(?: (?:cho len|chung|cung|dong|dung))* (?P<role>chu chi|phoi hop)\b"
)
_MORE_THAN_ONE: Final = re.compile(
    rf"\b(?:hon|chen) (?:mot|1) (?:{_OFFICE})(?: (?:chung|cung|dong|dung))* (?P<role>chu chi|phoi hop)\b"
)
_NUMBERS: Final = {"mot": 1, "hai": 2, "ba": 3, "bon": 4}
_WORKS: Final = r"(?:thuc hien|lam|lo|dam nhiem|dam duong|phu chach|chien khai|dung ten|ganh|chiu chach nhiem)"
_LEADS: Final = r"(?:chu chi|dung ten|dung dau)"
_ALONE: Final = re.compile(
    rf"\b{_LEADS} mot minh\b|\bmot minh (?:@ )*{_LEADS}\b|\bchi (?:(?:do|co|moi|minh|mot|rieng|duy nhat) ?)+(?: ?@)+ {_LEADS}\b"
)
_UNHELPED: Final = re.compile(
    rf"\b(?:chi )?(?:do )?mot minh(?: @)+(?: (?:tu )?{_WORKS})?|(?<=@ )(?:tu )?(?:{_WORKS} )?mot minh\b|\b{_WORKS} mot minh\b"
    rf"|\bchi (?:(?:do|co|moi|minh|mot|rieng|duy nhat) ?)+(?: ?@)+ (?:tu )?{_WORKS}\b"
)
_MEASURED: Final = re.compile(
    r"\b(?:(?:cot )?don vi (?:tinh|do)(?: (?:duoc|ghi|in|de|la|theo|bang|tinh))*|(?:tinh|do|dem)(?: luong)? (?:theo|bang)(?: don vi)?(?: (?:tinh|do|la))*"
    r"|don vi (?:la|ghi)(?: la)?|(?:dang|loai|kieu|theo|don vi|chi tieu)(?= (?:%|phan tram\b|thu bac\b|thu hang\b)))\s*[:=“\"]?\s*(?P<asked>\S.*)$"
)
"""Folded: the unit of measure by which targets are chosen; the commonest ones need no word that says they are units."""
_MEASURE_ENDS: Final = re.compile(
    r"(?:[?”\";]|[.,](?!\d)).*$|\b(?:nao|gi|khong|cua|o|tai|trong|thuoc|do|va|phu luc|ke hoach|co|la|thi)\b.*$"
)
_PERCENT: Final = re.compile(r"^(?:ty le |ti le )?(?:phan tram|%)|^t[yi] le$")
_RANK: Final = re.compile(r"^(?:thu |xep )?hang$|^thu bac$")
_RANKS: Final = ("thu bac", "thu hang", "hang", "sep hang", "vi chi")
_UNIT: Final = sound("đơn vị")
_ALIKE: Final = 0.8
"""How alike a mistyped unit of measure must be to one that the plans print."""
_WAITS: Final = re.compile(
    r"\b(?:(?:cho|doi|tui) (?P<before>co )?|theo )(?P<for>lo chinh|chi dao|tien do|huong dan|thong bao|lich)(?: (?:chien khai|thuc hien))?"
    r"(?: (?:cua )?(?P<of>tinh|bo|so|chung uong|huien|sa|phuong))?\b"
)
_AWAITS: Final = re.compile(
    r"\b(?:(?:chờ|đợi)(?: (?:đến|tới))?(?: (?:khi|lúc|sau khi))?|(?:thời gian|thời hạn|hạn|mốc)(?: (?:là|ghi|để))* sau khi) (?:có )?(?P<what>[^,;?.]{2,60}?)"
    r"(?= (?:mới|xong|rồi|thì|mà|do|của|ở|tại|trong|là)\b|[,;?.]|$)"
)
_AWAITS_PLAIN: Final = re.compile(
    r"\b(?:phai )?cho (?:(?:den )?khi )?(?:co )?(?P<what>[^,;?.]{2,60}?)(?: xong| roi)? (?:moi|roi moi)\b"
)
_BEARS: Final = re.compile(
    r"\b(?P<none>(?:khong|chua) (?:co |duoc )?)?(?:(?:co |duoc )?danh so(?: thu tu)?|(?<=khong co )so thu tu|(?<=chua co )so thu tu)\b"
)
_AROUND: Final = frozenset(
    map(sound, ("được", "có", "các", "những", "một", "bị", "phải", "đã", "sẽ", "xong", "rồi", "khi", "việc"))
)
"""Words around what is waited for that a cell may print otherwise."""
_NOT_MET: Final = re.compile(
    r"\b(?:khong|chua)(?: (?:con|he|can))? (?!(?:khi|dan|dai|quan|luu|qua|duoi|chi|biet|ro|a|nhi|the|vai|ha|ce|ta|dup|anh|chi|em|hen|nua|sao|thai)\b)[a-z]+(?= |$)"
    rf"|\b(?:{_LEFT_BLANK})\b"
)
"""Negations; one that no condition was read from leaves the question not understood."""
_NOT_HEARD: Final = sound("không")
_BUT: Final = sound("mà")
_NEGATIONS: Final = {"khong": "không", "chua": "chưa"}
_UNDONE: Final = tuple(map(sound, ("chưa hoàn thành", "chưa xong", "chưa làm xong")))
"""What goes without saying of overdue work: plans do not tell what is done."""
_EXCEPT: Final = re.compile(
    r"\b(?<!ghi chú )(?<!ghi chu )(?<!ghi )(?:ngoại trừ|trừ|không kể|không tính|ngoai tru|khong ke|loai tru|khong tinh|chưa kể|chua ke|bỏ qua|bo qua|loại bỏ|loai bo|loại ra|loai ra|không lấy|khong lay"
    r"|(?<!bãi )(?<!xóa )(?:bỏ|gạt|lược|loại)(?: ra| đi| bớt)? (?:những|các|mấy|hết|việc|nhiệm vụ|công việc|đầu việc|dòng)"
    r"|(?<!can )(?<!bai )(?<!xoa )(?:bo|gat|luoc)(?: ra| di| bot)? (?:nhung|may|het|viec|nhiem vu|cong viec|dau viec|dong)"
    r"|tru (?:cac|nhung|viec|nhiem vu|so|phong)|khác (?:với )?(?:tháng|quý|năm|ngày|\d{1,2}(?=/))|khac (?:voi )?(?:thang|quy|nam|ngay|\d{1,2}(?=/))"
    r"|ngo[àa]i (?:các|những|nhóm|phụ lục|nhiệm vụ|việc|thường xuyên|cac|nhung|nhom|phu luc|nhiem vu|viec|thuong xuyen))\b",
    re.IGNORECASE,
)
WHOLE_STRETCHES: Final = (
    r"\b(?:khong (?:tinh|ke|gom|lay|bao gom)|chua tinh|ngoai tru|loai tru|tru|bo)(?: (?:cac|nhung|han|viec|nhiem vu|loai|thoi han|phan))*"
    r" (?:ghi |in |de |tinh )?(?:theo |la )?(?:ca )?(?:quy|nam)\b(?! (?:\d|[ivx]+\b))(?: [^\W\d]+)?"
)
"""Folded: deadlines that print a whole quarter or year are set aside, which is a condition of its own."""
_OR_JOINTLY: Final = re.compile(r"chu chi (?:hoac|hai) (?:dong|cung) chu chi")
"""Leading alone or with others is leading."""
_RHYTHM: Final = r"(?:thuong suien|lien tuc|ca nam|quanh nam|hang (?:nam|qui|thang|tuan)|dinh ci)"
_EITHER_RHYTHM: Final = re.compile(rf"\b{_RHYTHM}(?: (?:hoac|hai|va) {_RHYTHM})+\b")
"""A choice of ways to go on, which one condition reads together."""
_EITHER_GROUP: Final = re.compile(r"\bnhom (?:so )?[ivxlc\d]+(?: (?:hoac|hai) (?:nhom (?:so )?)?[ivxlc\d]+\b)+")
"""Groups side by side, all of which one pointer names."""
_EITHER: Final = re.compile(r"(?<!@) hoac | hoac (?!@)")
_JUDGED: Final = re.compile(
    r"\b(?:kho|de|quan trong|cao|thap|lon|nho|gap|nhanh|cham|dat|re|tot|kem|cap bach|cap thiet|can thiet|nang|nhe|phuc tap|ton kem|uu tien) nhat\b(?! (?:la |vao |trong |truoc |den |het |cuoi |dau )*(?:\d|ngay|thang|quy|nam|tuan))"
    r"|\bso voi (?:nam|cung ky|quy|thang|hom|giai doan)\b"
)
"""Folded: judgements and comparisons that no plan prints of its rows."""
_MOST_OF: Final = re.compile(
    r"\b(?:nhieu|it)\b(?: \S+){0,5} nhat\b(?! (?:mot|hai|ba|bon|\d))|\b(?:muon|som|lau|dai|ngan|gan|xa|tre|truoc) nhat\b(?! (?:la |vao |trong |truoc |den |het |cuoi |dau )*(?:\d|ngay|thang|quy))"
    r"|\b(?:nhiem vu|viec|chi tieu|han|xong) (?:dau tien|cuoi cung|sau cung|truoc tien)\b"
)
"""Comparisons of rows with each other, folded: no row meets them by itself."""


def sure_words(query: Query) -> str:
    """The question's sound form with "@" for each word of a unit and for what only sounds like "không" or "chưa"."""
    units = {n for actor in query.actors for n in range(actor.start, actor.end)}
    shown = []
    for n, token in enumerate(query.words.tokens):
        other = token.heard in _NEGATIONS and not token.typed.isascii() and token.typed != _NEGATIONS[token.heard]
        plain = _NOT_HEARD if token.typed in SHORT_NOT else token.heard
        shown.append("@" if n in units or other else plain)
    return " ".join(shown)


def cell_conditions(query: Query) -> tuple[CellCondition, ...]:
    """What the question asks of cells, in the order of the columns."""
    spoken = sure_words(query)
    found = _blank(spoken, query) or _blank_after(spoken)
    measured = _measure(query)
    taken = {one.column for one in (*found, *measured)}
    for column, names in _COLUMNS:
        filled = re.search(rf"(?<!khong )(?<!chua )\b{_FILLED}(?:{names})\b", spoken)
        if filled and column not in taken and not query.flags & {"undated"}:
            found.append(CellCondition("filled", column, filled[0]))
    return (*found, *_numbered(spoken, query), *measured, *_waiting(query, spoken), *_bearing(spoken))


def _bearing(spoken: str) -> list[CellCondition]:
    """Whether rows are to bear a number ("đánh số") or none."""
    said = _BEARS.search(spoken)
    return [CellCondition("unnumbered" if said["none"] else "numbered", "ordinal", said[0])] if said else []


def _blank(spoken: str, query: Query) -> list[CellCondition]:
    found = []
    for column, names in _COLUMNS:
        known = rf"{names}|chi tieu" if column == "value" and spoken.count("chi tieu") > 1 else names
        bare = "" if query.actors else rf"|{_BARE_BLANK}"
        match = re.search(rf"\b(?:{_BLANK}{bare}) (?:{known})\b", spoken)
        if match and not (column == "due" and _UNSETTLED.search(match[0])):
            found.append(CellCondition("blank", column, match[0]))
    return _first_of_overlapping(found)


def _first_of_overlapping(found: Sequence[CellCondition]) -> list[CellCondition]:
    """Of conditions read from the same negation the one with the shortest phrase."""
    kept = [one for one in found if not any(one is not other and other.phrase in one.phrase for other in found)]
    starts = sorted(kept, key=lambda one: len(one.phrase))
    return [one for n, one in enumerate(starts) if not any(one.phrase.startswith(o.phrase) for o in starts[:n])]


def _blank_after(spoken: str) -> list[CellCondition]:
    for column, names in _COLUMNS:
        match = re.search(rf"\b(?:{names}){_BLANK_AFTER}", spoken)
        if match:
            return [CellCondition("blank", column, match[0])]
    return []


def _numbered(spoken: str, query: Query) -> list[CellCondition]:
    alone = _ALONE.search(spoken)
    if alone:
        return [CellCondition("units", "lead", alone[0], most=1)]
    if unhelped := _UNHELPED.search(spoken):
        helpers = CellCondition("units", "support", unhelped[0], least=0, most=0)
        return [CellCondition("units", "lead", unhelped[0], most=1), helpers]
    more = _MORE_THAN_ONE.search(spoken)
    if more:
        return [CellCondition("units", _side(more), more[0], least=2)]
    several = _SEVERAL.search(spoken)
    if several and "joint" not in query.flags and several["n"] in ("mot", "1"):
        return [CellCondition("units", _side(several), several[0], most=1)]
    if several:
        number = several["n"] or "hai"
        least = max(2, _NUMBERS.get(number, 0) or int(number))
        return [CellCondition("units", _side(several), several[0], least=least)]
    return [CellCondition("units", "lead", "", least=2)] if "joint" in query.flags else []


def amount_asked(query: Query) -> Amount | None:
    """The amount that targets are to lie above, below or between, None where none is asked for."""
    return asked_amount(query.typed) if query.kind == "target" and not query.quoted else None


def _waiting(query: Query, spoken: str) -> list[CellCondition]:
    """What the deadline waits for: "theo lộ trình của tỉnh", "chờ đề án ban hành mới làm"."""
    found = _WAITS.search(spoken)
    if found:
        return [CellCondition("waits", "due", "", measure=f"{found['for']}|{found['of'] or ''}")]
    typed = tone_normal(query.typed)
    awaited = (_AWAITS if query.words.accents else _AWAITS_PLAIN).search(typed)
    words = [word for word in sound(awaited["what"]).split() if word not in _AROUND] if awaited else []
    if awaited is None or not words:
        return []
    return [CellCondition("waits", "due", sound(awaited[0]), least=len(words), measure="|".join(words))]


def _side(several: re.Match[str]) -> str:
    return "lead" if several["role"] == "chu chi" else "support"


def _measure(query: Query) -> list[CellCondition]:
    folded = fold(query.typed)
    words = _MEASURED.search(folded) if query.kind in ("target", "both") else None
    if words and query.words.accents and len(folded) == len(query.typed):
        said = tone_normal(query.typed[words.start() : words.start() + len("tính")])
        words = None if fold(said) == "tinh" and said != "tính" else words  # "Thuế tỉnh theo dõi"
    asked = _MEASURE_ENDS.sub("", words["asked"]).strip() if words else ""
    if words is None or not asked:
        return []
    phrase = sound(words[0][: words.start("asked") - words.start()]) + " " + sound(asked)
    if _PERCENT.search(asked):
        return [CellCondition("measure", "unit", phrase.strip(), measure="%")]
    return [CellCondition("measure", "unit", phrase, measure="thu bac" if _RANK.search(asked) else asked)]


def meeting(found: list[Entry], condition: CellCondition) -> list[Entry]:
    """The rows that meet one condition; a row of headings only is not one left blank."""
    tests: dict[str, Callable[[Entry], bool]] = {
        "blank": lambda one: not one.field(condition.column).text and is_filled_in(one) and _has_columns(one),
        "filled": lambda one: bool(one.field(condition.column).text),
        "units": lambda one: (
            condition.least <= len(one.leads if condition.column == "lead" else one.supports) <= condition.most
        ),
        "numbered": has_number,
        "unnumbered": lambda one: not has_number(one),
    }
    if condition.wants == "waits":
        asked = {word for part in condition.measure.split("|") for word in part.split()}
        cells = ((one, f"{one.field('due').text} {one.field('note').text}") for one in found)
        held = [one for one, text in cells if asked <= set(sound(text).split())]
        return held or ([] if condition.phrase else found)
    if condition.wants != "measure":
        return [one for one in found if tests[condition.wants](one)]
    if f" {_UNIT} " in f" {condition.phrase} ":  # its own column, which figures in prose have not
        found = [one for one in found if _has_columns(one)] or found
    if condition.measure == "%":
        return [one for one in found if one.field("unit").text.strip().startswith("%")]
    wanted = sound(condition.measure)
    wants = _RANKS if wanted in _RANKS else (wanted,)
    same = [one for one in found if sound(one.field("unit").text) in wants]
    if same:
        return same
    held = [one for one in found if f" {wanted} " in f" {sound(one.field('unit').text)} "]
    return held or [one for one in found if _alike(wanted, sound(one.field("unit").text))]


def _alike(asked: str, printed: str) -> bool:
    return SequenceMatcher(None, asked, printed).ratio() >= _ALIKE


def _has_columns(entry: Entry) -> bool:
    """Whether the row stands in a table; a figure stated in prose leaves no cell blank."""
    return entry.kind != "target" or entry.annex is not None


def is_filled_in(entry: Entry) -> bool:
    """Whether the row is more than a heading of others."""
    columns = ("lead", "due") if entry.kind == "task" else ("unit", "value", "lead", "note")
    return any(entry.field(column).text for column in columns)


def settle(found: list[Entry], query: Query, conditions: Sequence[CellCondition]) -> tuple[list[Entry], str]:
    """What is left to do about negations and exceptions: rows that print the words themselves ("chưa có sóng").

    With no such rows the words are handed back: the question holds a condition that was not understood.
    """
    negated = any(actor.negated for actor in query.actors)
    but = None if whole_stretches(query) else _EXCEPT.search(query.typed)
    if but and not negated:
        return [], but[0]
    spoken = sure_words(query)
    if negated and _goes_on_behind(query):
        return [], "mà"
    ranked = _MOST_OF.search(fold(query.typed))
    if ranked and not query.quoted:
        return [], ranked[0]
    judged = _JUDGED.search(fold(query.typed))
    if judged and not query.quoted:
        found = [one for one in found if f" {judged[0]} " in f" {fold(one.text)} "]
        if not found:
            return [], judged[0]
    timeless = spoken.replace(sound(query.period.words), "@") if query.period else spoken
    timeless = _EITHER_GROUP.sub("@", _EITHER_RHYTHM.sub("@", timeless))
    if _EITHER.search(_OR_JOINTLY.sub("@", BOTH_ROLES.sub("@", timeless))) and not query.quoted:
        return [], "hoặc"
    for phrase in (*(one.phrase for one in conditions), *_read_elsewhere(query)):
        spoken = spoken.replace(phrase, "@") if phrase else spoken
    if negated:
        spoken = _NOT_MET.sub("@", spoken, count=sum(actor.negated for actor in query.actors))
    for match in _NOT_MET.finditer(spoken):
        printed = f" {match[0]} {' '.join(spoken[match.end() :].split()[:1])} "
        found = [one for one in found if printed in f" {sound(one.text)} "]
        if not found:
            return [], match[0]
    return found, ""


def _goes_on_behind(query: Query) -> bool:
    """Whether "mà" follows what a unit does not do: the negation may or may not reach over it."""
    first = min(actor.end for actor in query.actors if actor.negated)
    return _BUT in (token.heard for token in query.words.tokens[first:])


def whole_stretches(query: Query) -> str:
    """The words, as they sound, that set deadlines of a whole quarter or year aside; "" where none do."""
    said = re.search(WHOLE_STRETCHES, fold(query.typed))
    return sound(said[0]) if said else ""


def _read_elsewhere(query: Query) -> tuple[str, ...]:
    """Phrases with a negation that other conditions were read from."""
    undated = heard("condition.undated") if "undated" in query.flags else ()
    overdue = _UNDONE if query.flags & {"overdue", "until_now"} else ()
    coming = find_phrase(query.spoken, heard("condition.coming")) or ""
    return (*map(sound, query.quoted), *undated, *overdue, coming, whole_stretches(query))
