"""Answers from prose: the asked value picked out of the clause that holds it, verbatim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.goals import figures
from ingest.header import DOCUMENT_NUMBER
from ingest.letters import UPPER
from ingest.plan import Clause, Plan
from ingest.units import split_units, starts_like_unit
from rag import keywords
from rag.library import Library
from rag.question import Query
from rag.words import find_phrase, sound

_DATE = re.compile(r"ngày\s*(\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4})")
_WHEN = re.compile(
    r"(?:trong vòng|trong thời hạn|trong)\s+\d+\s+(?:giờ|ngày|phút|tháng)(?:\s+làm việc)?|(?:trước\s+)?\d{1,2}\s*giờ(?:\s*\d{2})?(?:\s+(?:hằng|hàng)\s+ngày)?|"
    r"(?:(?:trước|chậm nhất|xong trước|trong|đến hết|đến|từ)\s+(?:đến\s+)?)?(?:ngày|tháng|quý|năm)\s+\d[\d/]*(?:\s+tháng\s+\d+)?(?:\s+năm\s+\d{4})?(?:\s+(?:hàng|hằng)\s+(?:năm|quý|tháng))?"
    r"|(?:trước|chậm nhất)\s+\d{1,2}/\d{1,2}(?:/\d{4})?(?:\s+(?:hàng|hằng)\s+năm)?|giai đoạn\s+\d{4}\s*[-–]\s*\d{4}|\d{4}\s*[-–]\s*\d{4}"
)
_NUMBER_ASKED = tuple(sound(phrase) for phrase in ("số mấy", "số bao nhiêu", "số nào", "số hiệu", "mang số", "nghị quyết nào", "quyết định nào", "văn bản nào", "nghị quyết số mấy", "kế hoạch nào", "nghị định nào", "chương trình nào"))
_UNIT_ASKED = tuple(sound(phrase) for phrase in ("đơn vị nào", "cơ quan nào", "sở nào", "phòng nào", "ban nào", "bộ nào", "ai", "về đâu", "cho ai", "qua đâu", "bên nào"))


def segments(text: str) -> list[tuple[int, int]]:
    """The pieces of a clause between semicolons, commas, brackets and full stops, as offsets."""
    cuts = [0, *(m.end() for m in re.finditer(rf"[;,()]\s*|\.\s+(?=[{UPPER}])|:\s+", text)), len(text)]
    return [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if text[a:b].strip(" ;,.()")]


def _cover(library: Library, text: str, words: Sequence[str]) -> float:
    own = set(sound(library.expander.expand(text)).split())
    total = sum(library.idf(word) for word in words) or 1.0
    return sum(library.idf(word) for word in words if word in own) / total


def document_numbers(query: Query, library: Library, text: str) -> tuple[str, ...]:
    """The document number of ``text`` whose own words the question covers best; its date when that is asked."""
    matches = list(DOCUMENT_NUMBER.finditer(text))
    if not matches:
        return ()
    asked = {re.sub(r"\s", "", number.group(0)).lower() for number in DOCUMENT_NUMBER.finditer(query.typed)}
    words = tuple(query.words.content())
    best: tuple[float, int] | None = None
    for n, match in enumerate(matches):
        end = matches[n + 1].start() if n + 1 < len(matches) else len(text)
        start = max(0, match.start() - 25)
        score = _cover(library, text[start:end], words)
        printed = re.sub(r"\s", "", match.group(0)).lower()
        if asked:
            score += 1.0 if printed in asked else 0.0
        if best is None or score > best[0] + 1e-9:
            best = (score, n)
    assert best is not None
    match = matches[best[1]]
    end = matches[best[1] + 1].start() if best[1] + 1 < len(matches) else len(text)
    if find_phrase(query.spoken, keywords.HEADER["date"]) or query.role == "due":
        date = _DATE.search(text, match.end(), end)
        return (date.group(1),) if date else ()
    if asked and re.sub(r"\s", "", match.group(0)).lower() in asked:
        later = [m for m in matches[best[1] + 1 :] if re.sub(r"\s", "", m.group(0)).lower() not in asked]
        return (later[0].group(0),) if later else ()
    return (match.group(0),)


def asks_number(query: Query) -> bool:
    """Whether a document number, or the date of a numbered document, is asked for."""
    dated = bool(DOCUMENT_NUMBER.search(query.typed)) and bool(find_phrase(query.spoken, keywords.HEADER["date"]))
    return find_phrase(query.spoken, _NUMBER_ASKED) is not None or dated


def pick(query: Query, library: Library, clause: Clause, subject: str = "") -> tuple[str, ...]:
    """The smallest piece of the clause that answers, as printed; the whole clause when none is smaller.

    ``subject`` is the unit that the clause is about, by its own words or its headings.
    """
    text = clause.text
    words = tuple(query.words.content())
    if asks_number(query):
        found = document_numbers(query, library, text)
        if found:
            return found
    if query.role == "due":
        spans = [m for m in _WHEN.finditer(text)]
        if spans:
            return (_nearest(library, text, words, [(m.start(), m.end()) for m in spans]),)
    if query.role == "value":
        of_noun = counted(query, text, library)
        if of_noun:
            return (of_noun,)
        spots = figures(text)
        if spots:
            return (unbound(query, _nearest(library, text, words, spots)),)
    if query.role in ("lead", "support") or "recipient" in query.flags or find_phrase(query.spoken, _UNIT_ASKED):
        unit = subject if query.role == "lead" and subject else _unit(query, library, text, words)
        if unit:
            return (unit,)
    anchored = _after_anchor(query, text)
    return (anchored or _rest(library, text, words),)


_WH = {sound(word) for word in ("gì", "nào", "đâu", "sao", "ai", "thế")}
_LIGHT = {sound(word) for word in ("những", "các", "là", "phải", "thế", "ở", "tại", "cho", "với", "được", "dùng", "sử", "dụng", "loại", "nguồn", "vùng", "tên")}
_TAIL = re.compile(r"[;.(]|,?\s(?:nhằm|để|bảo đảm|đảm bảo|phù hợp|trong việc|ngay trong|trong thực hiện|góp phần|làm việc|và tăng cường|theo thẩm quyền|tùy theo|với những|sẵn sàng)\b")


def _after_anchor(query: Query, text: str) -> str:
    """What follows, in the clause, the words that stand right before the question word: "đủ về | gì", "theo hình thức | nào"."""
    heard = query.spoken.split()
    asks = [n for n, word in enumerate(heard) if word in _WH]
    if not asks:
        return ""
    before = [word for word in heard[: asks[-1]] if word not in _WH]
    tokens = [(sound(m.group(0)), m.start(), m.end()) for m in re.finditer(r"[^\W_]+", text)]
    spoken = [token[0] for token in tokens]
    for size in (3, 2, 1):
        anchor = [word for word in before[-4:] if word not in _LIGHT][-size:] if size < 3 else before[-3:]
        if len(anchor) < size or (size == 1 and len(anchor[0]) < 3):
            continue
        places = [n for n in range(len(spoken) - size + 1) if spoken[n : n + size] == anchor]
        for place in reversed(places):
            rest = text[tokens[place + size - 1][2] :]
            rest = re.sub(r"^[\s,:“\"]*(?:(?:là|tại|ở|bằng|theo|với|về|gồm|vào)\s+|,\s*)?", "", rest)
            end = _TAIL.search(rest)
            value = rest[: end.start()] if end else rest
            value = value.strip(" ,;.”\"")
            if value and len(value.split()) <= _LONGEST and not set(sound(value).split()) <= set(heard):
                return value
    return ""


_LONGEST = 30


def unbound(query: Query, value: str) -> str:
    """A bound that the question itself says ("tối thiểu bao nhiêu") is not said again."""
    first = re.match(r"(?i)(trên|dưới|hơn|ít nhất|tối thiểu|tối đa|không quá|không dưới|khoảng)\s+", value)
    return value[first.end() :] if first and f" {sound(first.group(1))} " in f" {query.spoken} " else value


_ANY_NUMBER = re.compile(r"(?<![\d/.,-])\d[\d.,]*\d|(?<![\d/.,-])\d")
_WORD_AFTER = re.compile(r"\s*%|\s+([^\W\d_]+)(/[^\W\d_]+)?")


def counted(query: Query, text: str, library: Library | None = None) -> str:
    """The number in front of the very words that the question asks how many of, with those words."""
    asked = re.search(rf"(?:bao nhieu|{sound('mấy')}) ((?:\S+ ?){{1,5}})", query.spoken)
    if not asked:
        return ""
    nouns = asked.group(1).split()
    found = []
    last = 0
    for match in _ANY_NUMBER.finditer(text):
        end, matched = _noun_end(text, match.end(), nouns, library)
        if matched:
            around = _cover(library, text[last:end], tuple(query.words.content())) if library else 0.0
            found.append((matched, around, -match.start(), text[match.start() : end]))
            last = end
    return max(found)[3] if found else ""


def _noun_end(text: str, at: int, nouns: Sequence[str], library: Library | None) -> tuple[int, int]:
    """Where the words after a number stop being those asked for, and how many were."""
    end, matched = at, 0
    for word in _WORD_AFTER.finditer(text, at, min(len(text), at + 60)):
        if word.start() != end or word.group(1) is None:
            break
        full = library.expander.expand(word.group(1)) if library else word.group(1)
        heard = sound(full).split()
        if heard != list(nouns[matched : matched + len(heard)]):
            break
        end, matched = word.end(), matched + len(heard)
    return end, matched


def _nearest(library: Library, text: str, words: Sequence[str], spans: Sequence[tuple[int, int]]) -> str:
    """The span whose surroundings (its segment and the one before) the question covers best."""
    best = max(spans, key=lambda span: (_cover(library, _around(text, span), words), -span[0]))
    return text[best[0] : best[1]].strip()


def _around(text: str, span: tuple[int, int]) -> str:
    start = max(text.rfind(";", 0, span[0]), text.rfind(". ", 0, span[0]), span[0] - 130)
    return text[max(0, start) : min(len(text), span[1] + 90)]


def _unit(query: Query, library: Library, text: str, words: Sequence[str]) -> str:
    """A unit that the clause names and the question does not."""
    candidates = []
    for start, end in segments(text):
        for match in re.finditer(r"(?:^|(?:về|với|cho|qua|gửi|báo cáo|của|do|giao|:)\s+|^-\s+)((?:[A-ZĐỦ][\wÀ-ỹ]*)[^,;.()]*)", text[start:end]):
            unit = re.split(r"\s(?:để|chủ trì|phối hợp|tổng hợp|về|trong|theo|thực hiện|có trách nhiệm|hướng dẫn|tham mưu|xem xét|căn cứ|là|tiếp tục|trước|xây dựng|lãnh đạo)\s", match.group(1) + " ")[0].strip()
            if starts_like_unit(unit) and 1 < len(unit.split()) < 16 and f" {sound(unit)} " not in f" {query.spoken} ":
                candidates.append((_cover(library, text[max(0, start - 60) : end], words), -start, unit))
    if not candidates:
        return ""
    unit = max(candidates)[2]
    parts = split_units(unit)
    return parts[0] if parts else unit


def _rest(library: Library, text: str, words: Sequence[str]) -> str:
    """What the clause says beyond the words of the question: the segment after the best covered one, else all."""
    body = re.sub(r"^(?:[-+*•]\s*|\(?[a-zđ]\)\s*|\d{1,2}(?:\.\d+)*[.)]\s*)", "", text).strip()
    pieces = segments(body)
    if len(pieces) < 2:
        return body.rstrip(" .;")
    scored = [(_cover(library, body[a:b], words), n) for n, (a, b) in enumerate(pieces)]
    best = max(scored, key=lambda one: (one[0], -one[1]))[1]
    a, b = pieces[best]
    return body[a:b].strip(" ;,.()")




_ACTS = re.compile(
    r"\s(?=(?:có trách nhiệm|chịu trách nhiệm|chủ trì|là đơn vị|là cơ quan|tiếp tục|phối hợp|tổ chức|căn cứ|thực hiện|tập trung|tham mưu|xây dựng|rà soát|theo dõi|tổng hợp|định kỳ|báo cáo|"
    r"nghiêm túc|chủ động|chỉ đạo|lãnh đạo|hướng dẫn|bố trí|ban hành|cụ thể hóa|kiểm tra|bảo đảm|đảm bảo|đề xuất|triển khai|vận động|tuyên truyền|giúp|quản lý|giám sát)\b)"
)


def subject_of(plan: Plan, clause: Clause) -> str:
    """The unit that a clause gives work to: named at its start, or by the headings over it; "" when none is."""
    body = re.sub(r"^(?:[-+*•]\s*|\(?[a-zđ]\)\s*|\d{1,2}(?:\.\d+)*[.)-]\s*)", "", clause.text)
    colon = re.match(r"([^:;.]{3,120}):\s", body)
    own = colon.group(1) if colon else _ACTS.split(body, maxsplit=1)[0] if _ACTS.search(body) else ""
    if own and own[0].isupper() and starts_like_unit(own) and len(own.split()) <= _LONGEST_UNIT:
        return own.strip(" ,")
    headings = {section.locator: section.heading for section in plan.sections}
    locator = clause.locator
    while locator:
        heading = headings.get(locator, "").partition(":")[0]
        if heading and starts_like_unit(heading) and not heading.isupper() and len(heading.split()) <= _LONGEST_UNIT:
            return heading
        locator = locator.rpartition("/")[0]
    return ""


_LONGEST_UNIT = 30
