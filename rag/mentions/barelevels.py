"""Levels of government that only their place in the question makes a pointer to plans: "Ở phường, …", "tỉnh hẹn tháng nào".

A bare "xã" within a sentence may be a word of a row; set before a comma at either end, or right before what is asked
of it, it says whose plan is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rag.language.spelt import shown, spelt
from rag.language.words import has_accents, sound

LEVEL_NOUNS: Final[Mapping[str, str]] = {
    "tỉnh": "province",
    "xã": "commune",
    "phường": "commune",
    "sở": "department",
    "huyện": "district",
    "quận": "district",
}
_AT: Final = "ở|tại|bên|phía|về phía|dưới|trên|theo|riêng|của|đối với|cấp|ở cấp|bên cấp"
_NOUNS: Final = "|".join(LEVEL_NOUNS)
_SETS: Final = (
    "hẹn|định|ấn định|yêu cầu|quy định|chốt|đề ra|đưa ra|hứa|đòi|phấn đấu|bắt|đặt|đặt ra|cam kết|dự kiến|dự tính|tính"
)
"""What a plan does to a time or figure in people's words."""
_UP_TO: Final = "phải|là|hạn|thời hạn|mốc|đến|tới|vào|trong|hết|xong|hoàn thành|đạt|mức"
_WHEN: Final = (
    "khi nào|bao giờ|lúc nào|hồi nào|chừng nào|ngày nào|ngày mấy|tháng nào|tháng mấy|quý nào|quý mấy|năm nào|mức nào"
)
_MANY: Final = ("các", "mọi", "mỗi", "từng", "những", "nhiều", "mấy", "trong", "ngoài", "toàn", "nội", "liên", "cả")
_NOT_BEHIND: Final = "".join(f"(?<!{word} )" for word in (*_MANY, "cấp", "bàn"))
"""Words that make a bare level one of many, or the place where something is."""
_OTHER_WORD: Final = r"(?<!địa phường)(?<!đối phường)"
"""Without accents "địa phương" ends like a level."""
_OPENS: Final = rf"^(?:(?:thế|vậy) )?(?:còn )?(?:(?:{_AT}) )?(?P<level>{_NOUNS})\s*[,:;](?!\d)(?!\s*(?:các )?(?:{_NOUNS}|ban|ngành)\b)"
_CLOSES: Final = rf"[,;(–-]\s*(?:{_AT}) (?P<level>{_NOUNS})(?: (?:thì sao|ấy|đó|nhé|ạ))?\)?\s*[?.!]*$"
_ASKED: Final = (
    rf"{_NOT_BEHIND}\b(?P<level>{_NOUNS}){_OTHER_WORD} "
    rf"(?:(?:(?:{_SETS}) )(?:(?:{_UP_TO}) )*(?:{_WHEN}|bao nhiêu|mấy)|(?:(?:hạn|thời hạn|mốc|xong) )?(?:{_WHEN}))\b"
)
_THEN: Final = rf"\b(?:thì|là) (?P<level>{_NOUNS}){_OTHER_WORD} (?:phải|cần|sẽ|lo|làm|có phải|có cần|mình|triển khai|hưởng ứng|tổ chức|thực hiện)\b"
"""What a level does about a thing named before: "ngày hội của tỉnh thì | phường | phải lo …"."""
_DOES: Final = (
    "làm|lo|triển khai|thực hiện|xây|xây dựng|dựng|tổ chức|phối hợp|hoàn thành|hoàn tất|ban hành|bắt đầu|khởi động"
    "|kết thúc|báo cáo|gửi|nộp|mở|chạy|đưa vào dùng|đưa vào sử dụng|đưa vào vận hành|sẽ|cần|có"
)
_PART: Final = (
    rf"(?:^|[:,;–-] ?)(?:(?:còn|và|với|thì|bên|phía|ở) )?(?P<level>{_NOUNS}){_OTHER_WORD} "
    rf"(?:(?:{_DOES}|{_UP_TO}) )+(?:{_WHEN})\b"
)
"""A level that opens a part of the question and does the thing named before: "…: | tỉnh | làm xong lúc nào, …"."""
_FORMS: Final = tuple(map(spelt, (_OPENS, _CLOSES, _ASKED, _THEN, _PART)))
_UNSURE: Final = {_FORMS[1]: None, _FORMS[-1]: re.compile(r"so\b|tinh (?:den|toi)\b")}
_UNSURE_PLAIN: Final = re.compile(r"so\b|tinh (?!(?:hen|yeu cau|quy dinh|chot|de ra|dua ra|hua|doi|cam ket)\b)")
"""Typed without accents these may be "số" and "tính"; ``_UNSURE`` says it of forms that leave less doubt."""


def bare_levels(typed: str, tokens: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Where in the tokens a bare level stands that is asked of, and which level it is."""
    read, accents = shown(typed).lower(), has_accents(typed)
    found = ((form, one) for form in _FORMS for one in form.of(typed).finditer(read))
    for form, one in found:
        unsure = _UNSURE.get(form, _UNSURE_PLAIN)
        if not accents and unsure and unsure.match(read, one.start("level")):
            continue
        noun = sound(one["level"])
        after = sound(read[one.end("level") :]).split()[:1]
        at = next((n for n, token in enumerate(tokens) if token == noun and [*tokens[n + 1 : n + 2]] == after), None)
        if at is not None:
            yield at, next(level for typed_so, level in LEVEL_NOUNS.items() if sound(typed_so) == noun)
