"""Labels that say in prose who leads, who supports, by when and with what result: "Đơn vị chủ trì: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from ingest.columns import Role
from ingest.document import Span
from ingest.letters import either
from ingest.marks import read_mark
from ingest.markup import filled_in
from ingest.plan import Clause, Field
from ingest.units import starts_like_unit

_OFFICE = either("Đơn vị", "Cơ quan", "Bộ phận", "Phòng", "Ban", "Tổ", "Người", "Cá nhân", "Cán bộ", "Đồng chí")
_OR = r"\s*(?:[,/]|\bvà\b|\bhoặc\b)\s*"  # "Cơ quan/đơn vị", "Kết quả, sản phẩm"
_IN_CHARGE = either("chủ trì", "thực hiện chính", "chịu trách nhiệm", "đầu mối")
_LEAD = either(
    rf"(?:{_OFFICE}(?:{_OR}{_OFFICE})*,?\s*|Trách nhiệm\s+)?{_IN_CHARGE}(?:,?\s+{either('tham mưu', 'thực hiện', 'triển khai', 'tổ chức', 'chính')})*",
    rf"{either('Đơn vị', 'Cơ quan', 'Bộ phận', 'Người', 'Cá nhân', 'Phân công', 'Giao', 'Trách nhiệm')}\s+thực hiện",
    rf"{_OFFICE}(?:{_OR}{_OFFICE})*\s+{either('tham mưu', 'phụ trách', 'được giao')}",
    "Phân công(?:\\s+phụ trách)?",
    "Chủ đầu tư",
)
_SUPPORT = (
    rf"(?:{_OFFICE}(?:{_OR}{_OFFICE})*)?\s*(?:cùng\s+)?phối hợp(?:\s+{either('thực hiện', 'triển khai', 'tổ chức')})*"
)
_DOING = either(
    *("hoàn thành", "thực hiện", "triển khai", "báo cáo", "ban hành", "trình", "xây dựng", "tổ chức", "phê duyệt"),
    *("dự kiến", "bắt đầu", "kết thúc"),
)
_DUE = either(
    rf"(?:{either('Mốc', 'Dự kiến', 'Yêu cầu')}\s+)?thời\s+{either('gian', 'hạn', 'điểm')}(?:\s+{_DOING})*(?:\s+chậm nhất)?",
    rf"(?:Yêu cầu\s+)?{either('Tiến độ', 'Lộ trình')}(?:\s+{either('thực hiện', 'hoàn thành')})?",
    rf"(?:{either('Ngày', 'Mốc')}\s+)?Hoàn thành",
    rf"Hạn(?:\s+{either('hoàn thành', 'cuối', 'chót', 'thực hiện')})?",
)
_OUTCOME = either("kết quả", "sản phẩm", "đầu ra")
_RESULT = (
    rf"(?:{either('Dự kiến', 'Yêu cầu')}\s+)?{_OUTCOME}(?:\s*(?:[/,(–-]|\bvà\b)\s*{_OUTCOME}\)?)?"
    rf"(?:\s+{either('đầu ra', 'dự kiến', 'cần đạt', 'đạt được', 'thực hiện', 'hoàn thành')})*"
)
_ASIDE = either(
    *("Kinh phí", "Địa điểm", "Thành phần", "Hình thức", "Đối tượng", "Số lượng", "Ghi chú"),
    rf"Lãnh đạo\s+{either('phụ trách', 'chỉ đạo')}",
)  # labels that only end the value before them
_TIMES = either(
    *("trước", "trong", "sau khi", "ngay sau", "từ", "năm", "quý", "tháng", "hằng", "hàng", "định kỳ", "theo"),
    *("thường xuyên", "chậm nhất"),
)
_CHARGE = either("Trách nhiệm", "Phụ trách", "Đầu mối", "Thực hiện")  # labels before offices alone
_ASSISTS = rf"{either('Đơn vị', 'Cơ quan')}\s+{either('liên quan', 'hỗ trợ', 'tham gia')}"
LABEL = re.compile(
    rf"(?P<charge>^(?:[-+*•–✓➢→]\s*)?{_CHARGE})\s*:|(?P<assists>^(?:[-+*•–✓➢→]\s*)?{_ASSISTS})\s*:|"
    rf"(?P<lead>{_LEAD})\s*:|(?P<support>{_SUPPORT})\s*:|(?P<due>{_DUE})\s*:|(?P<result>{_RESULT})\s*:"
    rf"|(?P<when>^[-+*•–]?\s*Thời\s+{either('gian', 'hạn')}(?:\s+{_DOING})+)\s+(?={_TIMES}\b)"  # without its colon
    rf"|(?<=[;,(] )(?P<by>hoàn thành)\s+(?={either('trước', 'trong', 'vào', 'xong', 'chậm nhất', 'tháng', 'quý', 'ngày')}\b)"
    rf"|(?P<name>Nội dung(?:\s+\w+){{0,2}})\s*:|(?P<aside>{_ASIDE}(?:\s+\w+){{0,2}})\s*:",
    re.IGNORECASE,
)
_ROLES = {role.value: role for role in Role} | {
    "by": Role.DUE,
    "when": Role.DUE,
    "charge": Role.LEAD,
    "assists": Role.SUPPORT,
}
_AROUND = " \t\n.;,-–—+|✓➢→"  # a dash alone says that there is none
_PERFORMS = re.compile(
    rf"^(?:[-+*•–]\s*)?(?P<label>{either('Đơn vị', 'Cơ quan', 'Bộ phận', 'Người', 'Cá nhân')}\s+thực hiện"
    rf"|{either('Người', 'Cá nhân', 'Cán bộ', 'Đồng chí')}\s+phụ trách)\s*:",
    re.IGNORECASE,
)
_HEADS_PERFORMERS = re.compile(
    rf"{either('Đơn vị', 'Cơ quan', 'Lực lượng', 'Bộ phận', 'Người', 'Cá nhân')}\s+(?:trực tiếp\s+)?(?:tổ chức\s+)?(?:thực hiện|triển khai)",
    re.IGNORECASE,
)
_NEXT_NUMBERED = re.compile(r"[;.]\s+\(\d{1,2}\)\s")  # "…; (2) …": what comes next in the sentence
_NEXT_WORK = re.compile(  # "hoàn thành trước ngày 15/5; theo dõi …": a further work of the sentence
    rf";\s+(?!(?:và\s+)?{either('trước', 'trong', 'vào', 'xong', 'hoàn thành', 'chậm nhất', 'tháng', 'quý', 'ngày', 'năm', 'riêng', 'đợt', 'từ', 'đến')}\b|\d)",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"(?:giao(?: cho)?|do)\s+", re.IGNORECASE)
_HEADED = (
    (Role.LEAD, re.compile(rf"{_LEAD}(?:,|\s+và)?(?:\s+phối hợp)?(?:\s+thực hiện)?", re.IGNORECASE)),
    (Role.SUPPORT, re.compile(_SUPPORT, re.IGNORECASE)),
    (Role.DUE, re.compile(_DUE, re.IGNORECASE)),
    (Role.RESULT, re.compile(_RESULT, re.IGNORECASE)),
)


def label_role(heading: str) -> Role | None:
    """The role that a heading gives to what stands under it ("Cơ quan chủ trì"), None when it names something else."""
    return next((role for role, words in _HEADED if words.fullmatch(heading.strip(" :."))), None)


def labelled(clause: Clause, text: str) -> Iterator[tuple[Role, Field]]:
    """Each "label: value" of a clause; a value ends where the next label begins."""
    source = clause.span.slice(text).replace("\n", " ")  # same length: a label may stand on two lines
    found = [match for match in LABEL.finditer(source) if ":" in source or match.lastgroup == "when"]
    for match, after in zip_longest(found, found[1:]):
        if match is None or match.lastgroup is None or match.lastgroup == "aside":
            continue
        end = after.start() if after else len(source)
        value = source[match.end() : end]
        if _ROLES[match.lastgroup] is Role.DUE:
            value = _NEXT_NUMBERED.split(value, maxsplit=1)[0]
            value = _NEXT_WORK.split(value, maxsplit=1)[0] if match.lastgroup == "by" else value
        words = filled_in(value.strip(_AROUND))
        for opening, closing in ("()", "[]"):
            words = words if words.count(opening) >= words.count(closing) else words.rstrip(f" .;{closing}")
        given = _GIVEN.match(words) if _ROLES[match.lastgroup] is Role.LEAD else None
        words = words[given.end() :] if given and starts_like_unit(words[given.end() :]) else words
        if match.lastgroup == "charge" and not starts_like_unit(words):
            continue
        start = clause.span.start + match.end() + value.find(words) if words else 0
        spans = (Span(start, start + len(words)),) if words else ()
        yield _ROLES[match.lastgroup], Field(" ".join(words.split()), spans)


def performer(clause: Clause, text: str) -> tuple[str, Field] | None:
    """The label and the value of a line that only says who carries out the work ("Đơn vị thực hiện: …")."""
    found = _PERFORMS.match(clause.span.slice(text).replace("\n", " "))
    values = list(labelled(clause, text))
    return (found.group("label"), values[0][1]) if found and len(values) == 1 else None


def heads_performers(heading: str) -> bool:
    """Whether a heading says of what stands under it that it carries out the work ("Đơn vị thực hiện")."""
    return _HEADS_PERFORMERS.fullmatch(heading.strip(" :.")) is not None


def due_label(words: str) -> str:
    """The deadline of words that are nothing but a labelled one ("Thời gian hoàn thành: Tháng 3"), else ""."""
    mark = read_mark(words)
    rest = mark.rest if mark else words
    label = LABEL.match(rest)
    return rest[label.end() :].strip(" .;") if label and label.lastgroup in {"due", "when"} else ""


def leads_in(clause: Clause) -> bool:
    """Whether a clause opens with a label (after its bullet), so that it has no words of its own."""
    mark = read_mark(clause.text)
    return bool(LABEL.match((mark.rest if mark else clause.text).strip(" ([")))
