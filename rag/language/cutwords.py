"""Words cut short or mistyped that their place tells: "t/hiện", "p.hợp", "Sở A CT những việc nào", "co máy nhiệm vụ"."""

from __future__ import annotations

import re
from typing import Final

from ingest.folding import fold, tone_normal
from rag.language.explainedshort import without_explained

_WORDS: Final = (
    "thực hiện", "phối hợp", "chủ trì", "nhiệm vụ", "hoàn thành", "báo cáo", "thời hạn", "thời gian", "kết quả",
    "đơn vị", "cơ quan", "kế hoạch", "quyết định", "nghị quyết", "chỉ tiêu", "triển khai", "phụ trách", "công việc",
    "sản phẩm", "tham mưu", "hướng dẫn", "tổ chức", "xây dựng", "kiểm tra", "giám sát", "đánh giá", "tổng hợp",
    "chỉ đạo", "văn bản", "phụ lục", "chương trình", "đề án", "dự án", "tỉnh ủy", "thành phố", "phân công",
    "đầu mối", "thường xuyên", "trách nhiệm", "lãnh đạo", "cán bộ", "đăng ký", "tuyên truyền", "kinh phí",
)  # fmt: skip
_ONSETS: Final = re.compile(r"^(?:ngh|ng|nh|th|tr|ch|ph|kh|gi|qu|[bcdđghklmnpqrstvx])", re.IGNORECASE)
_CUT: Final = re.compile(r"(?<![\w/.-])([A-Za-zđĐ]{1,3})[/.]([^\W\d_]{2,6})(?![\w/.-])")

_ROWS: Final = "(?:nhiệm vụ|nv|công việc|việc(?! làm)|chỉ tiêu|hoạt động|đầu việc|nội dung|đề án|dự án)"
_LEADS: Final = re.compile(
    r"(?<!trong )(?<!theo )(?<!của )(?<!hiện )(?<!khai )(?<!tại )(?<!\bở )(?<!các )(?<!về )(?<!\d )(?<=\w )(?:CT|ct)"
    rf" (?=(?:những|các|mấy|bao nhiêu|nhung|cac|may|bao nhieu)(?: gì| gi| {_ROWS}| nhiem vu| viec)\b|(?:{_ROWS}|nhiem vu|viec) (?:nào|gì|nao|gi)\b)"
)
"""“CT” behind a name and before the rows that this one leads; elsewhere it is a target, a programme or a directive."""
_LEADS_BEHIND: Final = re.compile(
    r"(?i)((?<!\w)(?:do|giao|giao cho|để|cho) (?!(?:những|các|mấy|nhung|cac|may)? ?CT\b)(?:(?!CT\b)[^\s,;:?]+ ){1,9}?)CT"
    r"(?=\s*(?:[,;:?.]|$)| (?:và|va|còn|con|mà|ma|nhưng|nhung|với|voi|chính|chinh|thì|thi)\b)"
)
"""“CT” behind the office that something is given to or done by, and no rows after: "việc nào giao phòng A CT, phòng B phối hợp"."""
_OFFICE: Final = re.compile(
    r"(?i)\b(?:sở|phòng|ban|bộ|đơn vị|cơ quan|văn phòng|vp|ubnd|ủy ban|công an|trung tâm|tt|hội|đoàn|trường|chi cục|mttq|xã|phường"
    r"|so|phong|don vi|co quan|van phong|uy ban|cong an|trung tam|hoi|doan|truong|chi cuc|xa|phuong|ai)\b"
)
_HOW_MANY: Final = re.compile(rf"\b(?:([Cc])[oóòỏơ] )?m(?:áy|ây|ấy|âý) (?={_ROWS}\b)")
"""Before what rows are called "máy" is a slip for "mấy", and the "co" before it one for "có"."""

_BUT: Final = re.compile(
    r"(?i)(?<=\w )nhưng (?=gì\b)|(?<=\w )nhưng (?!(?:không|chưa|chẳng|có|do|thuộc|là|chỉ|lại|vẫn|phải|được|bị|ở|tại|của|trong|ngoài|ai|thì|để|vì|theo|đến|hạn|cũng"
    r"|nếu|khi|mà|hiện|đã|sẽ|đang|còn|rồi|chủ trì|phối hợp)\b)(?=(?:[^\W\d_]+,? ){1,7}?(?:nào|gì)\b)"
)
"""Before a noun and its question word "nhưng" is a slip for "những"; what contrasts begins with a verb or a preposition."""


def _onsets(word: str) -> set[str]:
    first = word.split(maxsplit=1)[0]
    whole = _ONSETS.match(first)
    return {first[0], whole[0] if whole else first[0]}


_FULL: Final = {(onset, word.split()[1]): word for word in reversed(_WORDS) for onset in _onsets(word)}
_SHARE: Final = re.compile(r"(?i)\b(bao nhiêu|mấy|bao nhieu|may)\s*%")
_FULL_PLAIN: Final = {(fold(onset), fold(rest)): word for (onset, rest), word in reversed(_FULL.items())}


def with_whole_words(typed: str) -> str:
    """The question with such words in full; the second syllable must be spelt out, with its accents or with none."""
    typed = without_explained(typed)
    typed = _CUT.sub(_in_full, typed) if "/" in typed or "." in typed else typed
    if "CT" in typed or "ct" in typed:
        typed = _LEADS.sub("chủ trì ", typed)
        typed = _LEADS_BEHIND.sub(lambda said: f"{said[1]}chủ trì" if _OFFICE.search(said[1]) else said[0], typed)
    typed = _BUT.sub("những ", typed) if "nhưng " in typed else typed
    typed = _SHARE.sub(_share_said, typed) if "%" in typed else typed
    return _HOW_MANY.sub(lambda said: f"{said[1]}ó mấy " if said[1] else "mấy ", typed)


def _share_said(asked: re.Match[str]) -> str:
    """The sign, which is not heard, in words."""
    return f"{asked[1]} {'phan tram' if asked[1].isascii() else 'phần trăm'}"


def _in_full(cut: re.Match[str]) -> str:
    onset, rest = cut[1].lower(), tone_normal(cut[2])
    word = _FULL.get((onset, rest)) or (_FULL_PLAIN.get((fold(onset), rest)) if rest.isascii() else None)
    if word is None:
        return cut[0]
    return word if rest in word.split() else fold(word)
