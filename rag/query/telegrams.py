"""Telegrams that ask for rows without a question word: "Sở X: nhiệm vụ chủ trì", "Việc Sở A phối hợp", "nhiệm vụ chưa ghi hạn"."""

from __future__ import annotations

import re
from typing import Final

from rag.language.words import sound

THINGS: Final = "nhiem vu|viec|cong viec|hoat dong|chi tieu|noi dung|hang muc|dau viec|ke hoach con"
"""What lists are made of, folded, for regular expressions."""
_TIMED_SO: Final = (
    "thời hạn", "thời gian", "tiến độ", "hạn", "hoàn thành", "thực hiện", "triển khai", "làm", "phải", "mà", "có", "ghi", "in",
    "để", "là", "theo", "mang tính", "kiểu", "loại", "diễn ra",
)  # fmt: skip
"""What stands between rows and the rhythm in which they go on: "nhiệm vụ | thời hạn | thường xuyên"."""
_BARE_CONDITION: Final = re.compile(
    r"(?:nhiem vu|viec|dau viec|hoat dong|chi tieu) (?:(?:\S+ ){0,6}ma )?(?:(?:khong|chua) (?:co|gi|neu|ro|an dinh|xac dinh|dao|phan cong|in)"
    r"|(?:de|bo|con) chong|thieu)(?: (?!nao|gi|ai)\S+){1,6}$"
    rf"|(?:nhiem vu|viec|cong viec|dau viec|hoat dong|hang muc) (?:(?:{'|'.join(map(sound, _TIMED_SO))}) )*"
    rf"(?:{'|'.join(map(sound, ('thường xuyên', 'liên tục', 'định kỳ', 'cả năm', 'quanh năm')))}|hang (?:nam|thang|qui|tuan|ngai))$"
)
"""A telegram that names a blank cell: "Xã A – nhiệm vụ chưa ghi thời hạn"."""
_GIVEN_TO_NOBODY: Final = re.compile(
    r"(?:(?:nhung|cac) )?(?:nhiem vu|viec|cong viec|chi tieu) (?:nao )?(?:khong|chua) (?:duoc )?(?:dao|phan cong)(?: cho)? ai\b"
)
_BARE_WORK: Final = re.compile(
    rf"(?:[:–-]\s*|^)(?:cac |nhung |moi )?(?:{THINGS}) (?!(?:so )?\d)(?:\S+ ){{2,9}}(?<!co quan )(?<!don vi )(?:chu tri|phoi hop|phu trach|tham gia)\s*[.?]*$"
    rf"|^(?:cac |nhung |moi )?(?:{THINGS}) (?:nao )?(?:nhac (?:den|toi)|lien quan|noi (?:ve|den|toi)|co tu khoa)\b"
)
"""A telegram of a unit's work or of a topic, without a question word: "Việc Sở A phối hợp"."""
_DONE_BY: Final = re.compile(
    rf"(?:[:,–-]\s*|^)(?:cac |nhung |moi )?(?:{THINGS}) (?!(?:so )?\d)(?:[^\s:?]+ ){{0,8}}?do (?:[^\s:?]+ ){{2,10}}(?:chu tri|phoi hop|phu trach|dam nhiem)\s*[.?]*$"
)
"""The same with who does it, however much stands between: "Tỉnh A – hoạt động trong phụ lục do Sở B chủ trì"."""
_PART: Final = "(?:chu tri|phoi hop|phu trach|tham gia|ho tro|thuc hien|theo doi|dau moi)"
_WORK_THEN_WHOSE: Final = re.compile(
    rf"^(?:(?:cho|xem|xin|ke|liet ke|danh sach|cac|nhung|moi) )*(?:{THINGS}) (?:(?:duoc|phai|can) )?(?:(?:giao|phan cong) )?"
    rf"{_PART}(?:(?:\s*[,/+]\s*|\s+va\s+|\s+){_PART})* (?:cua|thuoc|ben|phia) (?!(?:nhiem vu|viec|muc|dong)\b)[^?:;,]{{4,100}}[.?]*$"
)
"""The part played before the one who plays it: "việc phối hợp của Sở A"."""
_FALLING: Final = (
    "(?:ma|va|co|phai|can|se|den|toi|het|(?:thoi )?han|xong|hoan thanh|ket thuc|dut diem|cham nhat|muon nhat|tre nhat)"
)
"""What may stand between a unit's part and the time in which its work falls due."""
_ASKING: Final = r"[^?:]*\b(?:nao|gi|may|bao (?:gio|lau|nhieu)|ai|(?:o|ve|cho) dau|ra sao)\b"
_WORK_OF: Final = re.compile(
    rf"[:,–-]\s*(?:(?:{THINGS}|cac|nhung|va|\+|,|&)\s*)+(?:chu tri|phoi hop|phu trach|theo doi)(?:(?:\s*[,/+]\s*|\s+va\s+|\s+)"
    rf"(?:phoi hop|chu tri))?(?:,?\s+(?:{_FALLING}\s+)*(?:tu|trong|truoc|sau|den|thang|quy|nam|tuan|nua|cuoi|dau|\d+ thang)\s(?!{_ASKING})[^?:]{{1,40}})?\s*[?.!]*$"
)
"""A telegram of a unit's work: "Sở X: nhiệm vụ chủ trì, phối hợp", "Sở X – việc chủ trì phải xong trong quý I"."""
_PLAN_BEHIND: Final = re.compile(
    r"(?:\s*[,(–-]\s*|\s)(?:(?:theo|trong|tai|o|cua)\s+)*(?<!\w)(?:kh|ke hoach|qd|quyet dinh|nq|nghi quyet|pl|phu luc|chuong trinh)\b[^()?:]*\)?\s*[?.!]*$"
)
"""The plan named at the end of a telegram: "Sở X – việc chủ trì (kế hoạch 27/KH-UBND)"."""
_ENDS_WITH_DUE: Final = re.compile(
    r"\b(?:(?:thoi )?han(?: (?:chot|cuoi(?: cung)?|nop|gui|trinh|bao cao|xong))?|thoi gian|(?:dead ?line|dl)|(?:cham|muon|tre) nhat"
    r"|ngay (?:nop|gui|trinh|phai (?:nop|gui)))\s*[?:.]*\s*$"
)
"""What asks at the end of a telegram for a time: "Xã A báo cáo việc …, hạn chót"."""

_ENDS_WITH_END: Final = re.compile(
    r"[,:;–-]\s*(?:(?:ngay|thoi gian|thoi diem|luc|moc|thi|la|se|phai)\s+)*(?:bat dau|ket thuc|khoi (?:cong|dong)|hoan (?:thanh|tat)|xong)\s*[?:.]*\s*$"
)
"""One end of the work, closing a telegram behind a mark: "Khảo sát …, kết thúc", "Dự giờ …: bắt đầu"."""


def ends_with_work(folded: str) -> bool:
    """Whether a unit's work closes a telegram, before the plan that it may name last."""
    return _WORK_OF.search(_alone(folded)) is not None


def ends_with_due(folded: str) -> bool:
    """Whether a time is asked for by the words that close a telegram."""
    return _ENDS_WITH_DUE.search(folded) is not None or ends_with_end(folded)


def ends_with_end(folded: str) -> bool:
    """Whether the words that close a telegram ask for the beginning or the end of the work."""
    return _ENDS_WITH_END.search(folded) is not None


def names_work(folded: str) -> bool:
    """Whether a unit's work or a topic makes up a telegram; whatever is asked in words is asked beside it."""
    patterns = (_BARE_WORK.search, _WORK_THEN_WHOSE.match)
    return any(one(_alone(folded)) for one in patterns) or _DONE_BY.search(folded) is not None


def names_condition(spoken: str) -> bool:
    """Whether rows are told of by what their cells say or leave blank."""
    return _GIVEN_TO_NOBODY.match(spoken) is not None or _BARE_CONDITION.search(spoken) is not None


def _alone(folded: str) -> str:
    return folded if _DONE_BY.search(folded) else _PLAN_BEHIND.sub("", folded)
