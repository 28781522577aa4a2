"""Lists and counts: every row that meets the question's conditions, none else, in document order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.folding import fold
from ingest.plan import DueKind, SectionKind
from ingest.units import same_unit, unit_key
from rag import keywords
from rag.library import Entry, Library
from rag.periods import Period
from rag.question import Actor, Intent, Query
from rag.words import find_phrase, sound


@dataclass(frozen=True, slots=True)
class Selection:
    """The rows of a list answer, the role each was chosen for, and what was asked as (label, value) pairs."""

    rows: tuple[Entry, ...]
    roles: tuple[str, ...]
    understood: tuple[tuple[str, str], ...]
    pool: int
    unmet: str = ""


def names_unit(units: Sequence[str], key: str) -> bool:
    """Whether one of ``units`` is the office of ``key``."""
    return any(unit_key(unit) == key or same_unit(unit, key) or _longer(unit_key(unit), key) for unit in units)


def _longer(printed: str, asked: str) -> bool:
    """Whether the printed name only goes on where the asked one stops: "Sở Khoa học" for "Sở Khoa học và Công nghệ"."""
    return len(asked.split()) >= 3 and printed.startswith(asked + " ") and len(printed.split()) - len(asked.split()) <= 4


def role_in(entry: Entry, key: str) -> str:
    """"lead", "support" or "" : how a row names the office of ``key``."""
    if names_unit(entry.leads, key):
        return "lead"
    return "support" if names_unit(entry.supports, key) else ""


def in_annex(entry: Entry, label: str) -> bool:
    """Whether the row stands in the annex of that number ("III", "2"; "" is any annex)."""
    annex = None if entry.kind == "clause" else entry.row.annex  # type: ignore[union-attr]
    if annex is None:
        return False
    if not label:
        return True
    tail = annex.split()[-1].upper().lstrip("0")
    return any(tail in (one, _other_numeral(one)) for one in label.split("|"))


def _other_numeral(label: str) -> str:
    table = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
    if label.isdigit():
        return table[int(label) - 1] if 0 < int(label) <= len(table) else label
    return str(table.index(label) + 1) if label in table else label


def in_group(entry: Entry, label: str) -> bool:
    """Whether the row stands in the group of that numeral."""
    group = None if entry.kind == "clause" else entry.row.group  # type: ignore[union-attr]
    return group is not None and group.upper().split("/")[-1] == label.upper()


def due_in(entry: Entry, period: Period) -> bool:
    """Whether the row's deadline, its last day, falls into the period; what only recurs or goes on has none."""
    when = entry.when
    if when is None or when.end is None or when.kind in (DueKind.CONTINUOUS, DueKind.RECURRING, DueKind.EVENT):
        return False
    return period.holds(when.end)


class Facts:
    """Selects rows of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def rows(self, query: Query) -> list[Entry]:
        """The rows that plan, kind, annex and group leave."""
        kinds = {"task": {"task"}, "target": {"target"}}.get(query.kind, {"task", "target"})
        if query.kind == "" and (query.period or query.flags & {"overdue", "continuous", "whole_year", "undated"}):
            kinds = {"task"}
        found = [entry for entry in self._library.entries if entry.kind in kinds and (query.plans is None or entry.plan in query.plans)]
        if query.pointer.prose is not None:
            path = query.pointer.prose
            found = [e for e in found if e.row.annex is None and (e.locator == path or e.locator.startswith(path + "/"))]  # type: ignore[union-attr]
        if query.pointer.annex is not None:
            found = [entry for entry in found if in_annex(entry, query.pointer.annex)]
        if query.pointer.group is not None:
            found = [entry for entry in found if in_group(entry, query.pointer.group)]
        elif (heading := self._named_group(query)) is not None:
            wanted = sound(self._library.expander.expand(heading))
            found = [entry for entry in found if _group_name(self._library, entry) == wanted]
        return found

    def _named_group(self, query: Query) -> str | None:
        """The heading of the group that the question names, by its numeral or by its words; None when it names none."""
        spoken = query.words.drop_matches(_POINTED).heard
        headings = [heading for _, locator, heading in self.groups(query) if not query.pointer.group or locator.rpartition("/")[2].upper() == query.pointer.group]
        if query.pointer.group is not None:
            return headings[0] if headings else None
        named = re.search(r"\bnhom (?!nhiem vu nao|nao)(.+)", spoken)
        if not named:
            return None
        asked = set(sound(self._library.expander.expand(query.quoted[0])).split()) if query.quoted else set(named.group(1).split()) - _NOT_HEADING
        best, share = None, 0.0
        for heading in headings:
            own = set(sound(self._library.expander.expand(heading)).split())
            both = sum(self._library.idf(w) for w in own & asked)
            fit = both / (sum(self._library.idf(w) for w in own) or 1.0) + both / (sum(self._library.idf(w) for w in asked) or 1.0)
            if fit > share:
                best, share = heading, fit
        return best if share >= 1.1 else None

    def select(self, query: Query) -> Selection:
        """Apply every condition of a list or count question."""
        pool = self.rows(query)
        found = list(pool)
        understood: list[tuple[str, str]] = []
        if query.pointer.ordinal:
            found = [entry for entry in found if child_of(entry, query.pointer.ordinal)]
        roles: dict[int, str] = {}
        for actor in self._filters(query):
            kept = self._by_actor(found, actor, query)
            roles |= kept
            found = [entry for entry in found if entry.order in kept]
            understood.append(("đơn vị", actor.words))
        for condition in (self._by_time, self._by_blank, self._by_words):
            found = condition(found, query)
        if not self._filtered(query) and query.intent is Intent.COUNT:
            found = [entry for entry in found if entry.row.parent is None]  # type: ignore[union-attr]
        pool_top = sum(1 for entry in pool if entry.row.parent is None)  # type: ignore[union-attr]
        return Selection(tuple(found), tuple(roles.get(entry.order, "") for entry in found), tuple(understood), pool_top)

    def _filters(self, query: Query) -> list[Actor]:
        """The units that are conditions: not those that only point to a plan."""
        pointing = [one for one in query.mentions if one.kind == "issuer"]
        plain = query.spoken.split()
        back = [n for n, token in enumerate(plain) if token != "va"]
        inside = {
            actor for actor in query.actors
            if any(one.start <= (back[actor.start] if actor.start < len(back) else actor.start) < one.end for one in pointing)
        }  # fmt: skip
        others = [actor for actor in query.actors if actor not in inside]
        return others or [actor for actor in query.actors if actor.role != "any" and actor.direct]

    def _by_actor(self, found: Sequence[Entry], actor: Actor, query: Query) -> dict[int, str]:
        """Rows that name the unit in the asked role, and which."""
        if not actor.known:
            return {}
        kept: dict[int, str] = {}
        for entry in found:
            lead, support = names_unit(entry.leads, actor.key), names_unit(entry.supports, actor.key)
            if actor.role == "lead":
                wanted = lead and (len(entry.leads) > 1 or "joint" not in query.flags)
            elif actor.role == "support":
                wanted = support
            else:
                wanted = lead or support
            if wanted:
                kept[entry.order] = "lead" if lead else "support"
        return kept

    def _by_time(self, found: list[Entry], query: Query) -> list[Entry]:
        flags = query.flags
        if "overdue" in flags or ("until_now" in flags and query.period is None):
            return [e for e in found if e.when and e.when.end and e.when.end < query.today and e.when.kind is not DueKind.CONTINUOUS]
        if "undated" in flags:
            return [e for e in found if e.leads and (e.when is None or e.when.end is None or e.when.kind is DueKind.EVENT)]
        if query.period is not None and query.intent is not Intent.FACT:
            if _period_filters(query):
                written = re.search(r"\bdi (?:thoi )?han\b", query.spoken) is not None
                return [entry for entry in found if due_in(entry, query.period) and not (written and _coarser(entry, query.period))]
            same = [e for e in found if e.when and e.when.start == query.period.start and e.when.end == query.period.end]
            if same:
                return same
        for flag, phrases in (("continuous", keywords.CONTINUOUS), ("whole_year", keywords.WHOLE_YEAR)):
            if flag in flags and not query.quoted:
                return [e for e in found if find_phrase(sound(f"{e.field('due').text} | {e.field('note').text}"), phrases)]
        return found

    def _by_blank(self, found: list[Entry], query: Query) -> list[Entry]:
        if "blank" not in query.flags or "undated" in query.flags:
            return found
        role = _blank_role(query.spoken)
        if not role:
            return found
        return [e for e in found if not e.field(role).text and (e.field("lead").text or e.field("due").text)]

    def _by_words(self, found: list[Entry], query: Query) -> list[Entry]:
        """What is left of the question after all that was understood must stand in the row."""
        if query.quoted and not (self._named_group(query) and len(query.quoted) == 1):
            wanted = [sound(self._library.expander.expand(words)) for words in query.quoted]
            if query.flags & {"continuous", "whole_year"}:
                return [e for e in found if all(f" {w} " in f" {sound(e.field('due').text)} {sound(e.field('note').text)} " for w in wanted)]
            return [e for e in found if all(f" {w} " in f" {sound(self._library.expander.expand(e.text))} {_group_name(self._library, e)} " for w in wanted)]
        words = self.leftover(query)
        if not words:
            return found
        field = _field_asked(query)
        weights = {word: self._library.idf(word) * share for word, share in words.items()}
        total = sum(weights.values())
        kept = []
        for entry in found:
            text = f"{_spoken_cell(self._library, entry, field)} {_group_name(self._library, entry) if not field else ''}".split()
            over = set() if field else entry.context
            covered = sum(weight for word, weight in weights.items() if word in text or word in over)
            if covered >= (0.99 if len(words) < 4 else 0.75) * total:
                kept.append(entry)
        return kept

    def leftover(self, query: Query) -> dict[str, float]:
        """Content words, with their weights, that no condition has used up."""
        back = [n for n, token in enumerate(query.words.tokens) if token.heard != "va"]
        taken = {back[n] for actor in query.actors for n in range(actor.start, min(actor.end, len(back)))}
        rest = query.words.without(taken)
        if not query.pointer.empty:
            rest = rest.drop_matches(_POINTED)
        rest = rest.drop(" ".join(t.heard for t in query.words.tokens[one.start : one.end]) for one in query.mentions if one.kind != "actor")
        used = [sound(query.period.words)] if query.period else []
        group = self._named_group(query)
        known = set(sound(self._library.expander.expand(group)).split()) if group else set()
        more = (*keywords.CONTINUOUS, *keywords.WHOLE_YEAR) if query.flags & {"continuous", "whole_year"} else ()
        rest = rest.drop((*used, *keywords.COUNT, *keywords.LIST, *keywords.LEAD, *keywords.SUPPORT, *keywords.JOINT, *map(sound, (*keywords.OVERDUE, *keywords.UNDATED)), *more, *_FILLER))
        profile: set[str] = set()
        if query.mentions or query.plans is not None:
            for number in query.plans if query.plans is not None else range(len(self._library.plans)):
                one = self._library.profiles[number]
                profile |= {gram for gram in one.words if "_" not in gram} | {word for place in one.places for word in place.split()}
        return {
            word: weight for word, weight in rest.content().items()
            if word not in profile and word not in known and word not in _NOUNS and not (word.isdigit() and (int(word) in query.years or query.period)) and weight == 1.0
        }  # fmt: skip

    def _filtered(self, query: Query) -> bool:
        """Whether anything beyond plan, annex and group narrows the rows."""
        return bool(
            self._filters(query) or query.period or query.quoted or query.pointer.ordinal or self.leftover(query)
            or query.flags & {"overdue", "until_now", "continuous", "whole_year", "undated", "joint"} or ("blank" in query.flags and _blank_role(query.spoken))
        )  # fmt: skip

    def groups(self, query: Query) -> list[tuple[int, str, str]]:
        """The groups of the annex asked about as (plan, locator, heading)."""
        found = []
        for number, plan in enumerate(self._library.plans):
            if query.plans is not None and number not in query.plans:
                continue
            for section in plan.sections:
                label = (section.parent or "").split()[-1:] or [""]
                if section.kind is SectionKind.GROUP and (not query.pointer.annex or label[0].upper() in (query.pointer.annex, _other_numeral(query.pointer.annex))):
                    found.append((number, section.locator, section.heading))
        return found


_FILLER = tuple(
    sound(phrase)
    for phrase in (
        "kế hoạch", "năm", "ngày", "tháng", "quý", "tất cả", "tổng cộng", "hoàn thành", "đến hạn", "thời hạn", "hạn", "xong", "ghi", "có", "kết quả là", "kết quả", "sản phẩm là", "sản phẩm",
        "nhắc đến", "nói về", "nhắc tới", "liên quan đến", "liên quan", "về", "phải đạt", "đạt", "tính theo", "được giao", "giao", "đúng", "bao gồm", "gồm", "trong kế hoạch", "nằm ở", "xuất hiện",
        "phải", "làm", "cần", "còn", "thời gian", "đơn vị", "cơ quan", "chỉ cần", "cấp", "cột", "ra", "cái", "kèm theo", "danh mục", "chia thành", "số", "tổng", "hết", "từ giờ", "bây giờ", "cuối", "đầu",
        "tính đến", "đến nay", "hôm nay", "này", "tới", "sau", "trước", "tuần", "họp", "cuộc họp", "nhiệm vụ", "chỉ tiêu", "việc", "công việc", "nhóm", "phụ lục", "kể cả", "đồng chủ trì", "ở", "tại", "của", "là",
        "không ghi", "chưa ghi", "không nêu", "chưa có", "không có", "để trống", "ghi chú", "đầy đủ", "đủ", "liệt kê", "ấn định", "văn bản", "cùng cơ quan khác", "cơ quan khác", "với cơ quan khác", "hoặc", "ghi tên", "có tên", "tên", "thành phần", "giai đoạn", "chờ", "nhánh", "mới làm", "đơn vị khác", "thực hiện", "tham gia", "triển khai", "kết thúc", "rơi vào", "hạn cuối", "loại", "hạng mục", "nội dung", "lẫn", "cả", "bước", "được phân công", "phân công", "đảm nhận", "theo dõi", "phụ trách", "làm đầu mối", "kể", "tất", "toàn", "bộ", "huyện", "tỉnh", "phường", "xã", "quận", "thành phố", "ủy ban nhân dân", "ủy ban", "sở", "ngày tới", "tuần tới", "mục", "trong phụ lục", "công tác", "ra", "cuối cùng", "danh sách", "giúp", "những", "các", "đã", "nào", "bị", "trễ", "đang", "hiện", "dòng",
    )
)  # fmt: skip
_NOUNS = frozenset(sound("nhiệm vụ việc công chỉ tiêu hoạt động phụ lục nhóm kế hoạch con").split())


_NOT_HEADING = frozenset(sound("trong phụ lục của có mấy nhiệm vụ bao nhiêu chỉ tiêu những nào kế hoạch gồm các").split())
_POINTED = re.compile(r" (?:phu luc|nhom|nhiem vu|chi tieu|muc|dong|danh muc|bieu|stt)(?: so)?(?: (?:[ivxlc]+|\d+)(?= )){1,4}")


def child_of(entry: Entry, ordinal: str) -> bool:
    """Whether the row is a direct child of the row with that ordinal."""
    parent = None if entry.kind == "clause" else entry.row.parent  # type: ignore[union-attr]
    return parent is not None and parent.rpartition("/")[2] == ordinal


def _coarser(entry: Entry, period: Period) -> bool:
    """Whether the row prints a longer stretch (a quarter, a year) than the month or day asked for as printed."""
    when = entry.when
    if when is None or when.start is None or when.end is None or period.start is None or period.end is None:
        return False
    return (when.end - when.start).days > (period.end - period.start).days + 1


def _period_filters(query: Query) -> bool:
    """Whether the named time is a deadline asked for, not part of a name ("giai đoạn 2026-2030")."""
    assert query.period is not None
    before = fold(query.typed).split(query.period.words)[0]
    return not re.search(r"(?:giai doan|ke hoach|nghi quyet[^,]*|ban hanh)\s*$", before)


def _blank_role(spoken: str) -> str:
    blank = "|".join(sound(phrase) for phrase in keywords.BLANK)
    for role, words in (("result", "cet qua|san pham|dau ra"), ("support", "co quan phoi hop|don vi phoi hop|phoi hop"), ("lead", "chu chi"), ("due", "thoi han|han"), ("note", "di chu"), ("unit", "don vi tinh"), ("value", "chi tieu cu the|di chi")):
        if re.search(rf"(?:{blank}) (?:\S+ ){{0,2}}?(?:{words})\b|\b(?:{words}) (?:\S+ ){{0,2}}?(?:{blank})(?: |$)", spoken):
            return role
    return ""


def _field_asked(query: Query) -> str:
    """The column that a list question's leftover words must stand in, "" for anywhere in the row."""
    if re.search(r"\b(?:cet qua|san pham|dau ra) (?:la|\w+ la)\b|\bcet qua\b", query.spoken):
        return "result"
    if re.search(r"\bphoi hop\b", query.spoken) and not query.actors:
        return "support"
    if re.search(r"\btinh theo\b|\bdon vi tinh\b", query.spoken):
        return "unit"
    if re.search(r"\b(?:phai )?dat \d|\bbang \d", query.spoken) and query.kind == "target":
        return "value"
    return ""


def _spoken_cell(library: Library, entry: Entry, field: str) -> str:
    text = entry.field(field).text if field else entry.text
    return sound(library.expander.expand(text)) + " " + sound(text)


def _group_name(library: Library, entry: Entry) -> str:
    plan = library.plans[entry.plan]
    annex = None if entry.kind == "clause" else entry.row.annex  # type: ignore[union-attr]
    group = None if entry.kind == "clause" else entry.row.group  # type: ignore[union-attr]
    if not (annex and group):
        return ""
    wanted = f"{annex}/{group}"
    held = [s for s in plan.sections if s.locator == wanted and s.span.start <= entry.spans[0].start < s.span.end]
    return sound(library.expander.expand(held[0].heading)) if held else ""
