"""What a question counts in beside the plain rows: "(tính cả việc con, việc chủ trì chung)", "kể luôn ý gạch đầu dòng".

Leads shared with others and parts count as a matter of course where anything narrows the rows; such a clause is taken
out, so that "chủ trì chung" is not mistaken for a condition. A part of another kind that is counted in beside them stays.
"""

from __future__ import annotations

import re
from typing import Final

from rag.language.spelt import shown, spelt
from rag.language.words import has_accents

PARTS: Final = "parts"
"""The flag of a question that counts parts of rows in."""
_COUNTING: Final = (
    r"(?:(?:(?:có |và |nhớ |đã |xin )*(?:tính|kể|gồm|bao gồm|lấy|gộp|cộng|đếm|thêm)(?: (?:luôn|thêm|chung|gộp|vào|vô))*"
    r"(?: cả| luôn| thêm| chung| gộp))|(?<=\()cả)"
)
_MANY: Final = r"(?:(?:các|những|mấy|phần|cả|luôn) )*"
_THING: Final = r"(?:nhiệm vụ|việc|công việc|phần việc|đầu việc|chỉ tiêu|mục|dòng|hàng|ý|phần|cái|nội dung|hoạt động|kế hoạch|đề án|dự án)"
_OTHERS: Final = r"(?:(?: (?:với|cùng|giữa))?(?: (?:các|những|một|nhiều|vài))?(?: (?:sở|phòng|ban|ngành|đơn vị|cơ quan|bên|nơi|ai))+(?: khác)?)"
_WITH: Final = r" (?:với|cùng) [^\s,.?!;:()][^,.?!;:()]{1,60}?"
"""One that is named: it narrows nothing."""
_PART: Final = r"(?:con|nhỏ|chi tiết|thành phần|bên trong|trực thuộc|thuộc mục lớn|(?:có |ghi |đánh |bằng |ở )*gạch(?: ngang| đầu dòng)?|đầu dòng)"
_JOINT: Final = (
    rf"(?:(?:được |có |mà |do |cùng |đứng |làm )*(?:đồng chủ trì|cùng chủ trì|chung chủ trì|chủ trì chung|chủ trì cùng|cùng đứng tên|đứng tên chung"
    rf"|làm chung|chung|đồng|làm cùng|cùng làm|cùng lo|lo chung|lo cùng|cùng phụ trách|phụ trách chung|phụ trách cùng)(?: nhau)?(?:{_OTHERS}|{_WITH})?)"
)
_UNNUMBERED: Final = r"(?:(?:không (?:có |ghi )?(?:đánh )?|(?:bỏ|để) trống )(?:số(?: thứ tự)?|stt))"
_ROLE: Final = r"(?:(?<!đồng )(?<!cùng )(?<!chung )(?:(?:chỉ|làm|là|được|vai|có|tham gia|đơn vị) )*(?:phối hợp|chủ trì)(?! (?:chung|cùng)\b))"
_KIND: Final = rf"(?:{_THING}(?: {_PART}| {_JOINT}| {_UNNUMBERED})+|(?:{_JOINT}|{_UNNUMBERED})(?: {_PART}| {_JOINT})*)"
_MORE: Final = rf"(?:{_KIND}|{_PART}|(?:{_THING} )?{_ROLE})"
_ALONE: Final = r"(?:(?:chủ trì |đứng |làm |phụ trách )*(?:một mình|riêng|độc lập)|riêng lẻ|chủ trì(?: chính)?)"
_NO_MATTER: Final = r"(?:(?:không phân biệt|bất kể|dù|dẫu|cho dù)(?: là| việc)*)"
_END: Final = r"(?=\s*(?:[.,?!;:)]|$)|\s+(?:thì|nhưng|mà|chứ|nữa|nhé|nha|luôn|vào|trong|ở|tại|thuộc|của|có|là|theo|hãy|em|anh|kể|liệt)\b)"
_SEPARATED: Final = r"(?: ?, ?(?:và |cả |lẫn |với )?| ?(?:và|lẫn|với|hay|hoặc|hoặc là) )"


def _form(kind: str, more: str) -> str:
    return rf"(?:,|–|-|:)?\s*\(?(?<!\w){_COUNTING} {_MANY}{kind}(?:{_SEPARATED}{_MANY}{more})*{_END}(?: (?:nữa|nhé|nha|luôn|vào))*\)?"


_COUNTED: Final = (
    r"(?:(?:thì |là )?(?:cũng|vẫn|đều|đều được|cứ)(?: (?:được|xin|cứ|phải))*"
    r" (?:tính|kể|lấy|gộp|đếm|liệt kê|nêu|cộng|ghi)(?: (?:vào|vô|luôn|hết|ra|cả|chung|gộp|thêm))*"
    r"|(?:thì |là )?(?:tính|kể|lấy|gộp|đếm|liệt kê|cộng)(?: (?:vào|vô|hết|ra))* (?:luôn|cả|chung|gộp|hết|vào|thêm))"
)
"""What says behind such rows that they count: "chủ trì chung cũng tính"."""


def _behind(kind: str, more: str) -> str:
    said = rf"{_MANY}{kind}(?:{_SEPARATED}{_MANY}{more})*"
    either = rf"{_NO_MATTER} (?:{_ALONE}(?:,| hay| hoặc| với| và)+ {_JOINT}|{_JOINT}(?:,| hay| hoặc| với| và)+ {_ALONE})(?: {_COUNTED})?"
    return rf"(?:(?:,|–|-|:)\s*\(?|\s*\(|(?<=[,:;–-] ))(?:(?:mà|nhưng|và|còn|nếu|những|các) )*(?:{said} {_COUNTED}|{either}){_END}(?: (?:nữa|nhé|nha|luôn|vào))*\)?"


_FORMS: Final = spelt(f"{_form(_KIND, _MORE)}|{_behind(_KIND, _MORE)}")
_HELD: Final = spelt(_PART)
_ROLES: Final = spelt(_ROLE)


def included(typed: str) -> tuple[str, bool]:
    """The question without what it counts in, and whether parts of rows are among that."""
    read = shown(typed)
    found = _FORMS.of(typed).search(read) if len(read) == len(typed) else None
    if found is None:
        return typed, False
    role = _ROLES.of(typed).search(found[0])
    kept = f" {typed[found.start() + role.start() : found.start() + role.end()]}" if role else ""
    also = (" kể cả" if has_accents(typed) else " ke ca") + kept if role else ""
    before, after = typed[: found.start()].rstrip(), re.sub(r"^[ ,]*(?:(?:thì|thi) )?", "", typed[found.end() :])
    comma = "," if before and not before.endswith((",", ":")) and typed[found.end() :].startswith(",") else ""
    rest = re.sub(r" (?=[,;?.!)])", "", " ".join(f"{before}{also}{comma} {after}".split()))
    return (rest, _HELD.of(typed).search(found[0]) is not None) if before or after.strip(" ?.!") else (typed, False)
