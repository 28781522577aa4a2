"""Single facts: the row or clause meant, and the one cell that was asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from ingest.goals import figures
from ingest.plan import Field
from rag import keywords, prose
from rag.agree import disagreement
from rag.answer import Answer, Citation, Status
from rag.citations import cite_entry, cite_field, item, plan_name
from rag.facts import in_annex, in_group
from rag.library import Entry, Library
from rag.question import Query
from rag.rank import Ranker, Scored
from rag.wording import AMBIGUOUS, NEAR, NOT_FOUND, NOT_STATED, ROLE, joined, shorten
from rag.words import sound

_KINDS = {
    "lead": frozenset({"task", "target", "clause"}), "support": frozenset({"task", "target", "clause"}), "due": frozenset({"task", "clause", "target"}),
    "result": frozenset({"task", "clause"}), "note": frozenset({"task", "target"}), "unit": frozenset({"target"}), "value": frozenset({"target", "task", "clause"}),
    "": frozenset({"clause", "task", "target"}),
}  # fmt: skip
_ROLE_PHRASES: Mapping[str, tuple[str, ...]] = {
    "lead": keywords.LEAD, "support": (*keywords.SUPPORT, *keywords.LEAD), "due": keywords.DUE, "result": keywords.RESULT, "note": keywords.NOTE,
    "unit": keywords.MEASURE, "value": keywords.VALUE, "": (),
}  # fmt: skip
_FILLER = tuple(sound(word) for word in ("hạn", "thời hạn", "hoàn thành", "kết quả", "chủ trì", "phối hợp", "xong", "cột", "ghi", "chỉ tiêu", "nhiệm vụ", "cq", "đơn vị", "cơ quan", "công bố ngày", "sản phẩm", "là"))


_POINTED = re.compile(r" (?:phu luc|nhom|nhiem vu|chi tieu|muc|dong|diem|stt|so thu tu|thu tu|bieu|danh muc)(?: so)?(?: (?:[ivxlc]+|\d+)(?= )){1,4}")


_THE_PLAN = re.compile(r" (?:(?:theo|chong|cua|o|tai) )?ce hoach(?: nam)? 20\d\d(?= )| (?:theo|chong|cua) ce hoach(?= )")
_PARTS = tuple(sound(word) for word in ("phụ lục", "danh mục", "nhóm", "nhiệm vụ số", "chỉ tiêu số", "kế hoạch", "kèm theo", "kèm", "điểm", "mục", "nhiệm vụ", "chỉ tiêu", "dòng"))


def _by_years(query: Query, entry: Entry) -> tuple[Field, ...]:
    """The cells of a target for each of several years asked for, in the order asked."""
    target = entry.target
    if target is None or len(query.years) < 2:
        return ()
    dated = {int(year.group(0)): cell for header, cell in target.other if (year := re.search(r"\b20\d\d\b", header))}
    cells = [dated.get(year) or target.value for year in query.years]
    return tuple(cells) if dated and len({id(cell) for cell in cells}) == len(cells) else ()


def _figure_of(query: Query, entry: Entry) -> tuple[str, ...]:
    """How many of something a task names: its result cell when that counts the thing, else a figure in its words."""
    result = entry.field("result").text
    counted = prose.counted(query, result) if result else ""
    if counted:
        return (result if len(result.split()) <= _SHORT else counted,)
    counted = prose.counted(query, entry.name)
    if counted:
        return (counted,)
    spots = figures(entry.name)
    return tuple(entry.name[a:b] for a, b in spots[:1])


_SHORT = 7


def _other_column(query: Query, entry: Entry) -> Field | None:
    """The cell of a column without a role of its own that the question names by its header ("kinh phí", "kết quả 2025")."""
    for header, cell in getattr(entry.row, "other", ()):
        spoken = sound(re.sub(r"\(.*?\)", "", header))
        year = re.search(r"\b20\d\d\b", header)
        if year and int(year.group(0)) in query.years:
            return cast(Field, cell)
        if not year and spoken and f" {spoken} " in f" {query.spoken} ":
            return cast(Field, cell)
        words = [word for word in spoken.split() if len(word) > 1]
        if not year and len(words) > 1 and all(word in query.spoken.split() for word in words):
            return cast(Field, cell)
    return None


def _joined_asks(query: Query) -> bool:
    """Whether the asks stand side by side: parted by a comma, "và" or a stroke."""
    return bool(re.search(r"[,;/–]|\bvà\b|\bva\b|\+", query.typed))


def _can_answer(query: Query, entry: Entry) -> bool:
    """A target stated in prose has a value and nothing else; its clause answers other questions."""
    target = entry.target
    return target is None or target.annex is not None or query.role in ("value", "")


Extra = Callable[[Query, bool], Mapping[int, float]]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Below ``coverage`` nothing is answered; above ``sure`` the embedding model is not asked; a second plan within ``rival`` of the best makes a question ambiguous."""

    coverage: float = 0.62
    prose: float = 0.66
    sure: float = 0.80
    rival: float = 0.06
    rival_score: float = 0.93
    report: float = 0.5
    document: float = 0.5
    outside: float = 0.48


class Lookup:
    """Answers fact questions over one library."""

    def __init__(self, library: Library, ranker: Ranker, thresholds: Thresholds, extra: Extra | None) -> None:
        self._library = library
        self._ranker = ranker
        self._limits = thresholds
        self._extra = extra

    def words(self, query: Query) -> dict[str, float]:
        """What the question is about: role words, numbering and bare question words left out."""
        pointing = (one for one in query.mentions if one.kind != "actor" and (query.plans is not None or one.kind == "number"))
        rest = query.words.without(n for one in pointing for n in range(one.start, one.end)).drop(_ROLE_PHRASES[query.role])
        if not query.pointer.empty:
            rest = rest.drop_matches(_POINTED).drop(_PARTS)
        path = {part.lower() for part in re.split(r"[/.]", query.pointer.prose or "") if part}
        return {word: weight for word, weight in rest.drop_matches(_THE_PLAN).drop(_FILLER).content().items() if word not in path}

    def candidates(self, query: Query) -> list[Scored]:
        """Ranked candidates of the kinds that can answer, within plan and numbering."""
        kinds = _KINDS[query.role]
        ranked = self._ranked(query, kinds, dense=False)
        if self._extra and (not ranked or ranked[0].coverage < self._limits.sure):
            ranked = self._ranked(query, kinds, dense=True)
        ranked = [one for one in ranked if self._in_place(query, one.entry) and _can_answer(query, one.entry)]
        if query.asked_head:
            ranked = sorted((self._by_head(query, one) for one in ranked), key=lambda one: -one.score)
        return sorted((self._by_kind(query, one) for one in ranked), key=lambda one: (-one.score, one.entry.order))

    def _ranked(self, query: Query, kinds: frozenset[str], *, dense: bool) -> list[Scored]:
        extra = self._extra(query, dense) if self._extra else None
        return self._ranker.rank(self.words(query), plans=query.plans, kinds=kinds, extra=extra, typed=query.words.typed_forms())

    def _by_head(self, query: Query, one: Scored) -> Scored:
        """Asked for a "phòng", a row led by one is likelier."""
        fits = any(sound(unit).split()[:1] == [query.asked_head] for unit in one.entry.leads)
        return replace(one, score=one.score + (0.06 if fits else 0.0))

    def _by_kind(self, query: Query, one: Scored) -> Scored:
        """Rows answer column questions, targets figure questions; a parent row without cells answers nothing."""
        entry, bonus = one.entry, 0.0
        if query.role and entry.kind == "clause":
            bonus -= 0.10 if query.role in ("lead", "support", "due", "value") else 0.2
        if query.role == "value" and entry.kind == "target":
            bonus += 0.06
        if query.kind == "target" and entry.kind == "target":
            bonus += 0.04
        if query.role and entry.kind != "clause" and not (entry.field("lead").text or entry.field("due").text or entry.field("value").text):
            bonus -= 0.12
        if entry.locator in ("Nơi nhận", "Tiêu đề") or entry.locator.endswith("/tiêu đề"):
            bonus -= 0.15
        return replace(one, score=one.score + bonus)

    def _in_place(self, query: Query, entry: Entry) -> bool:
        pointer = query.pointer
        if pointer.ordinal is not None and entry.kind == "clause":
            return False
        if pointer.prose:
            path = pointer.prose
            prose_entry = entry.kind == "clause" or entry.row.annex is None  # type: ignore[union-attr]
            return prose_entry and (entry.locator == path or entry.locator.startswith(path + "/"))
        if pointer.annex is not None and not in_annex(entry, pointer.annex):
            return entry.kind == "clause" and "chú thích" in entry.locator and entry.locator.split("/")[0].split()[-1:] == [pointer.annex]
        if pointer.group is not None and not in_group(entry, pointer.group):
            return False
        if pointer.ordinal is not None:
            return entry.kind != "clause" and entry.locator.rpartition("/")[2] == pointer.ordinal
        return True

    def answer(self, query: Query) -> Answer:
        """The answer to a fact question, refused or told apart where it must be."""
        ranked = self.candidates(query)
        if ranked and (query.pointer.ordinal or query.pointer.prose):
            rows = [one for one in ranked if one.entry.kind == "task"] if query.role else []
            return self._pointed(query, rows or ranked)
        if not ranked or not self._enough(query, ranked[0]):
            return self.not_found(query, ranked)
        fitting = [one for one in ranked[:12] if self._enough(query, one) and one.score >= ranked[0].score - 0.12]
        fitting = [one for one in fitting if not disagreement(self._library, query, one)]
        if not fitting:
            return self.not_found(query, ranked)
        headed = [one for one in fitting if query.asked_head and any(sound(unit).split()[:1] == [query.asked_head] for unit in one.entry.leads)]
        rivals = self._rivals(query, headed if headed and query.role == "lead" else fitting)
        if len(rivals) > 1:
            return self._ambiguous(query, rivals)
        return self.compose(query, rivals[0])

    def _enough(self, query: Query, one: Scored) -> bool:
        limit = self._limits.prose if one.entry.kind == "clause" else self._limits.coverage
        return one.coverage >= limit

    def _pointed(self, query: Query, ranked: Sequence[Scored]) -> Answer:
        """Rows named by their number: the words only choose between plans."""
        fitting = [one for one in ranked if not disagreement(self._library, query, replace(one, missing=()))]
        if not fitting:
            return self.not_found(query, ranked)
        best = max(fitting, key=lambda one: one.coverage)
        words = self.words(query)
        if words:
            fitting = [one for one in fitting if one.coverage >= best.coverage - 0.15]
            if best.coverage < 0.35 and len(words) > 2:
                return self.not_found(query, ranked)
        if query.pointer.prose and len({one.entry.plan for one in fitting}) == 1:
            return self.compose(query, max(fitting, key=lambda one: one.score))
        values = {self._values(query, one.entry)[0] for one in fitting}
        if len(fitting) > 1 and len({one.entry.plan for one in fitting}) > 1 and len(values) > 1:
            return self._ambiguous(query, sorted(fitting, key=lambda one: one.entry.order))
        if len(fitting) > 1 and len(values) > 1:
            return self._ambiguous(query, fitting)
        return self.compose(query, fitting[0])

    def _rivals(self, query: Query, fitting: Sequence[Scored]) -> list[Scored]:
        """The best of each plan, where several plans fit about as well and say different things."""
        best = fitting[0]
        if best.entry.kind == "clause":
            return [best]
        firsts: dict[int, Scored] = {}
        for one in fitting:
            if one.entry.kind == best.entry.kind or (query.role == "value"):
                firsts.setdefault(one.entry.plan, one)
        close = [
            one for one in firsts.values()
            if one.coverage >= best.coverage - self._limits.rival and one.base >= self._limits.rival_score * best.base and one.entry.kind != "clause"
        ]  # fmt: skip
        values = {tuple(sound(value) for value in self._values(query, one.entry)[0]) for one in close}
        return sorted(close, key=lambda one: one.entry.order) if len(values) > 1 else [best]

    def _values(self, query: Query, entry: Entry) -> tuple[tuple[str, ...], tuple[Citation, ...]]:
        """The asked values of an entry as printed, and the citations that hold them."""
        plan = self._library.plans[entry.plan]
        clause = entry.row if entry.kind == "clause" else None
        if clause is not None:
            return prose.pick(query, self._library, clause, prose.subject_of(plan, clause)), cite_entry(plan, entry)  # type: ignore[arg-type]
        years = _by_years(query, entry)
        if years:
            return tuple(cell.text for cell in years), cite_entry(plan, entry)
        other = _other_column(query, entry)
        if other is not None:
            return ((other.text,) if other.text else ()), cite_field(plan, entry, other)
        role = query.role or ("value" if entry.kind == "target" else "name")
        cell = entry.field(role)
        if role == "lead":
            return entry.leads, cite_field(plan, entry, cell)
        if role == "support":
            support = entry.supports
            return support, cite_field(plan, entry, cell if cell.text else entry.field("lead"))
        if role == "value" and entry.kind == "task":
            return _figure_of(query, entry), cite_entry(plan, entry)
        if role == "value" and entry.target and entry.target.annex is None:
            return (prose.unbound(query, cell.text),), cite_field(plan, entry, cell)
        return ((cell.text,) if cell.text.strip(" -–") else ()), cite_field(plan, entry, cell)

    def asks_other_column(self, query: Query, one: Scored) -> bool:
        """Whether the entry's table has a column of its own for what is asked."""
        return one.coverage >= self._limits.coverage and _other_column(query, one.entry) is not None

    def quote(self, query: Query, one: Scored, value: str) -> Answer:
        """An answer that is one stretch of the entry's own text."""
        plan = self._library.plans[one.entry.plan]
        text = f"{value} — “{shorten(one.entry.name, 160)}” ({plan_name(plan)}, {one.entry.locator})."
        return Answer(query.typed, Status.ANSWERED, text, (value,), citations=cite_entry(plan, one.entry), method="retrieval")

    def compose(self, query: Query, one: Scored) -> Answer:
        """The answer from one entry; a blank cell is said to be blank."""
        entry = one.entry
        plan = self._library.plans[entry.plan]
        if len(query.roles) > 1 and entry.kind != "clause" and _joined_asks(query):
            return self._several(query, one)
        values, citations = self._values(query, entry)
        role = query.role or ("value" if entry.kind == "target" else "")
        where = f"{plan_name(plan)}, {entry.locator}"
        if entry.kind == "clause":
            text = f"{joined(values)} ({where})."
            return Answer(query.typed, Status.ANSWERED, text, values, citations=citations, method="retrieval")
        if not values and role == "value" and entry.kind == "task" and _other_column(query, entry) is None:
            return self.not_found(query, (one,))
        if not values:
            text = NOT_STATED.format(plan=plan_name(plan), locator=entry.locator, role=ROLE.get(role, role).lower())
            return Answer(query.typed, Status.NOT_STATED, text, citations=cite_entry(plan, entry))
        unit = entry.field("unit").text if role == "value" and entry.kind == "target" else ""
        shown = joined(values) + (f" ({unit})" if unit and not values[0].endswith(unit) else "")
        text = f"{ROLE.get(role, 'Nội dung')}: {shown} — “{shorten(entry.name)}” ({where})."
        return Answer(query.typed, Status.ANSWERED, text, values, citations=citations)

    def _several(self, query: Query, one: Scored) -> Answer:
        """Several columns of one row, in the order asked."""
        parts = [self.compose(replace(query, role=role, roles=()), one) for role in query.roles]
        answered = [part for part in parts if part.status is Status.ANSWERED]
        if not answered:
            return parts[0]
        values = tuple(value for part in answered for value in part.values)
        citations = tuple(dict.fromkeys(c for part in answered for c in part.citations))
        return Answer(query.typed, Status.ANSWERED, " ".join(part.answer for part in parts), values, citations=citations)

    def _ambiguous(self, query: Query, rivals: Sequence[Scored]) -> Answer:
        items, citations, parts = [], [], []
        for one in rivals:
            plan = self._library.plans[one.entry.plan]
            values, cited = self._values(query, one.entry)
            items.append(item(plan, one.entry))
            citations.extend(cited)
            parts.append(f"{plan_name(plan)} ({one.entry.locator}): {joined(values) or 'để trống'}")
        text = AMBIGUOUS.format(parts="; ".join(parts))
        return Answer(query.typed, Status.AMBIGUOUS, text, items=tuple(items), citations=tuple(citations))

    def not_found(self, query: Query, ranked: Sequence[Scored]) -> Answer:
        """A refusal, with the nearest row as a near miss where there is one."""
        near = [one for one in ranked[:3] if one.coverage >= 0.45 and one.entry.kind != "clause"]
        if not near:
            return Answer(query.typed, Status.NOT_FOUND, NOT_FOUND)
        plan = self._library.plans[near[0].entry.plan]
        text = NEAR.format(locator=near[0].entry.locator, plan=plan_name(plan), name=shorten(near[0].entry.name))
        items = tuple(item(self._library.plans[one.entry.plan], one.entry) for one in near)
        return Answer(query.typed, Status.NOT_FOUND, text, near=items)
