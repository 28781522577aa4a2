"""From a question to its answer: what sort it is decides which part answers it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from rag import keywords
from rag.agree import disagreement, names_strange_place
from rag.answer import Answer, Status
from rag.bases import answer_document, is_about_documents
from rag.facts import Facts
from rag.headers import answer_header, header_fields
from rag.library import Library
from rag.lists import answer_list
from rag.lookup import Extra, Lookup, Thresholds
from rag.question import Intent, Query, understand
from rag.rank import Ranker, Scored, Weights
from rag.reports import answer_report
from rag.words import find_phrase, sound

_FOLLOW_FILLER = tuple(sound(word) for word in ("thế còn", "còn", "thế", "vậy", "thì sao", "thì", "kế hoạch", "đơn vị", "cơ quan", "hoàn thành", "nhiệm vụ", "việc đó", "này", "đó", "kết quả", "chỉ tiêu", "tức", "sao", "phải xong", "xong", "tổ chức", "thực hiện", "triển khai", "việc này", "cái này", "cái đó", "bao lâu", "tiến độ", "là"))


_MONEY = re.compile(r"\d[\d.,]*\s*(?:tỷ|triệu|nghìn|ngàn)?\s*đồng|\b\d{1,3}(?:\.\d{3}){1,3}\b")
_CONTACT = re.compile(r"\+?\d[\d .]{7,}\d|[\w.]+@[\w.]+")
_COMPARED = tuple(sound(word) for word in ("theo kế hoạch", "của kế hoạch", "trong kế hoạch", "kế hoạch của", "với kế hoạch", "mức", "hạn", "đặt", "giao"))
_REPORTING = tuple(sound(word) for word in ("báo cáo", "phản ánh", "sơ kết", "tổng kết"))


@dataclass(frozen=True, slots=True)
class Turn:
    """The previous question and its answer, for follow-ups."""

    question: str
    answer: Answer


class Engine:
    """Answers questions over one library; holds no state between questions."""

    def __init__(
        self, library: Library, *, thresholds: Thresholds | None = None, weights: Weights | None = None, extra: Extra | None = None
    ) -> None:
        """``extra`` gives what an index adds to each entry's score, by entry order."""
        self._library = library
        self._limits = thresholds or Thresholds()
        self._lookup = Lookup(library, Ranker(library, weights), self._limits, extra)
        self._facts = Facts(library)

    def ranked(self, query: Query) -> list[Scored]:
        """The candidates of a question, best first."""
        return self._lookup.candidates(query)

    def answer(self, question: str, today: date, previous: Turn | None = None) -> Answer:
        """Understand and answer one question."""
        query = understand(question, self._library, today)
        if not self._library.plans:
            return Answer(query.typed, Status.NOT_FOUND, "Chưa có kế hoạch nào được nạp.")
        if previous is not None and self._follows(query):
            return self._follow(query, previous, today)
        return self.answer_query(query)

    def answer_query(self, query: Query) -> Answer:
        """Answer an understood question."""
        if any(one.kind == "number" and not one.plans for one in query.mentions):
            query = replace(query, plans=None)
            document = answer_document(query, self._library, self._limits.document) if is_about_documents(query) else None
            return document or self._lookup.not_found(query, ())
        if names_strange_place(self._library, query):
            return self._lookup.not_found(query, ())
        fields = header_fields(query, self._library)
        if "outside" in query.flags and not fields:
            return self._outside(query)
        if fields:
            answered = self._header(query, fields)
            if answered.status is Status.NOT_STATED and any(one.kind == "number" for one in query.mentions):
                return answer_document(replace(query, plans=None), self._library, self._limits.document) or answered
            return answered
        if is_about_documents(query) and (query.intent is Intent.FACT or (query.role != "lead" and not query.actors)):
            citing = next((one.plans for one in query.mentions if one.kind != "actor" and one.plans), query.plans)
            document = answer_document(replace(query, plans=citing), self._library, self._limits.document)
            if document is not None:
                return document
        compared = self._compare(query)
        if compared is not None:
            return compared
        if query.intent in (Intent.LIST, Intent.COUNT) and not self._means_fact(query):
            return answer_list(query, self._library, self._facts)
        if "report" in query.flags or "recipient" in query.flags:
            limit = self._limits.report if find_phrase(query.spoken, _REPORTING) else self._limits.report + 0.25
            reported = answer_report(query, self._library, limit)
            if reported is not None:
                return reported
        return self._lookup.answer(query)

    def _header(self, query: Query, fields: tuple[str, ...]) -> Answer:
        """One header field, or several of one plan in the order asked."""
        parts = [answer_header(query, self._library, field) for field in fields]
        if len(parts) == 1 or not all(part.status is Status.ANSWERED for part in parts):
            return parts[0]
        values = tuple(value for part in parts for value in part.values)
        citations = tuple(dict.fromkeys(c for part in parts for c in part.citations))
        return replace(parts[0], answer=" ".join(part.answer for part in parts), values=values, citations=citations)

    def _means_fact(self, query: Query) -> bool:
        """A question that only sounds like a list: it asks one column of one row named by its number."""
        return query.intent is Intent.LIST and query.role in ("lead", "due", "result", "note", "value") and bool(query.pointer.ordinal) and not re.search(r"\bcon\b|\bdom\b", query.spoken)

    def _outside(self, query: Query) -> Answer:
        """Money, telephone numbers and the like are answered only where a clause or row prints them."""
        money = re.search(r"\b(?:tien|cinh phi|ti|chieu|dong|von|ngan sach|du toan)\b", query.spoken)
        words = query.words.content()
        ranked = self._lookup.candidates(replace(query, role=""))
        if ranked and self._lookup.asks_other_column(query, ranked[0]) and not disagreement(self._library, query, ranked[0]):
            return self._lookup.compose(query, ranked[0])
        pattern = _MONEY if money else _CONTACT
        for one in ranked[:5]:
            found = pattern.search(one.entry.text)
            if found and one.coverage >= self._limits.outside and len(words) > 1 and not disagreement(self._library, query, one):
                return self._lookup.quote(query, one, found.group(0))
        return self._lookup.not_found(query, ranked)

    def _compare(self, query: Query) -> Answer | None:
        """One question to several plans: each asked in turn, values in the order asked."""
        scopes = [one for one in query.mentions if one.plans and one.kind in ("place", "issuer", "level", "number")]
        distinct: list[frozenset[int]] = []
        for one in scopes:
            if not any(one.plans & other for other in distinct):
                distinct.append(one.plans)
        if query.intent is not Intent.FACT or not (query.role or "compare" in query.flags) or not _asks_twice(query):
            return None
        if len(distinct) < 2:
            return self._compare_parts(query)
        rest = query.words.without(n for one in scopes for n in range(one.start, one.end)).drop((*keywords.COMPARE, *_COMPARED))
        parts = [self._lookup.answer(replace(query, plans=plans, mentions=(), actors=(), words=rest)) for plans in distinct]
        return _together(query, parts)

    def _compare_parts(self, query: Query) -> Answer | None:
        """Two annexes of one plan, or two things asked in one breath: each in turn."""
        annexes = (query.pointer.annex or "").split("|")
        if len(annexes) > 1 and query.pointer.ordinal is None:
            pointers = [replace(query.pointer, annex=annex) for annex in annexes]
            return _together(query, [self._lookup.answer(replace(query, pointer=pointer)) for pointer in pointers])
        for match in re.finditer(r"[,;]\s*(?:còn|và|thì|con|va)?\s*|\s(?:còn|và)\s", query.typed):
            halves = [understand(half, self._library, query.today) for half in (query.typed[: match.start()], query.typed[match.end() :])]
            if all(half.role and half.intent is Intent.FACT and len(self._lookup.words(half)) > 1 for half in halves):
                return _together(query, [self._lookup.answer(replace(half, plans=query.plans if half.plans is None else half.plans)) for half in halves])
        return None

    def _follows(self, query: Query) -> bool:
        """Whether the question says nothing of what it is about, so that it leans on the previous one."""
        if query.actors or not query.pointer.empty or query.quoted:
            return False
        rest = query.words.without(n for one in query.mentions for n in range(one.start, one.end))
        if query.mentions:
            rest = rest.drop((sound("kế hoạch"),))
        for phrases in (*keywords.HEADER.values(), keywords.LEAD, keywords.SUPPORT, keywords.DUE, keywords.RESULT, keywords.NOTE, keywords.VALUE, keywords.MEASURE, keywords.FOLLOW, _FOLLOW_FILLER):
            rest = rest.drop(phrases)
        return not rest.content()

    def _follow(self, query: Query, previous: Turn, today: date) -> Answer:
        """Ask the previous row the new question, or the previous question of the plan now named."""
        before = understand(previous.question, self._library, today)
        if query.plans is not None and not query.role:
            rest = before.words.without(n for one in before.mentions for n in range(one.start, one.end))
            return self._lookup.answer(replace(before, plans=query.plans, mentions=(), words=rest, typed=query.typed, actors=()))
        about_head = bool(header_fields(before, self._library)) or any(one.locator in ("Ký", "Tiêu đề", "Căn cứ", "Nơi nhận") for one in previous.answer.citations)
        fields = header_fields(query, self._library, follows=about_head)
        places = [(one.file, one.locator) for one in previous.answer.citations]
        if fields and places:
            number = next(n for n, plan in enumerate(self._library.plans) if plan.file == places[0][0])
            return self._header(replace(query, plans=frozenset({number})), fields)
        for file, locator in places:
            for entry in self._library.entries:
                if entry.kind != "clause" and entry.locator == locator and self._library.plans[entry.plan].file == file:
                    return self._lookup.compose(query, Scored(entry, 1.0, 1.0, 1.0))
        joined = f"{previous.question} {query.typed}"
        return self.answer_query(understand(joined, self._library, today))


def _together(query: Query, parts: list[Answer]) -> Answer | None:
    """Several answers as one, values in the order asked; None unless each part was answered."""
    if not all(part.status is Status.ANSWERED for part in parts):
        return None
    values = tuple(value for part in parts for value in part.values)
    citations = tuple(dict.fromkeys(c for part in parts for c in part.citations))
    return Answer(query.typed, Status.ANSWERED, " ".join(part.answer for part in parts), values, citations=citations)


def _asks_twice(query: Query) -> bool:
    """Whether the question sets things side by side: by its words, by a stroke, or by asking the same twice."""
    if "compare" in query.flags or re.search(r"\s/\s|\bvs\b", query.typed):
        return True
    asks = re.findall(r"(?:^| )(ai|nao|bao nhieu|khi nao|bao do|mai|han)(?= |$)", query.spoken)
    return len(asks) > 1 and len(asks) != len(set(asks))
