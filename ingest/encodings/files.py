"""From the bytes of a text file to Unicode: Unicode in its several forms, else the old encoding that reads Vietnamese."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from ingest.encodings.old import UNICODE, Decision, Decoded, decide, decode_old, turned
from ingest.encodings.syllables import Reading, reading
from ingest.encodings.tables import LABELS, TABLES

_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_LEAST_SHARE: Final = 0.75
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_BROKEN = re.compile(rb"\xe1[\xba\xbb][\x80-\xbf]")  # a Vietnamese letter of UTF-8; no table makes a syllable of it
_MOST_CONTROL: Final = 0.01
_SAMPLE: Final = 200_000  # bytes that decide; a plan has fewer
# Of UTF-16 without its mark: Latin, Vietnamese, punctuation and signs, by the upper byte of each character.
_UPPER_BYTES: Final = frozenset({0x00, 0x01, 0x02, 0x03, 0x1E, 0x20, 0x21, 0x22, 0x25})


class NotText(ValueError):
    """The bytes are no text in any encoding known here; the message says which it looks like."""


def decode_bytes(raw: bytes) -> Decoded:
    """The text of a file, its encoding (as Python names it, or as in ``tables``), and why, for a clerk.

    ``why`` is empty for plain UTF-8 in NFC.

    Raises:
        NotText: binary, broken, or in no encoding known here.
    """
    mark = next((found for found in _MARKS if raw.startswith(found[0])), None)
    if mark is not None:
        return _marked(raw, mark[1])
    wide = _wide(raw)
    if wide:
        return _unicode(_strict(raw, wide), wide, "tệp mã UTF-16, không có dấu ở đầu tệp (BOM)")
    if b"\x00" in raw:
        raise NotText("đây là tệp nhị phân, không phải văn bản.")
    try:
        return _unicode(raw.decode("utf-8"), "utf-8", "")
    except UnicodeDecodeError:
        return _old(raw)


def _marked(raw: bytes, encoding: str) -> Decoded:
    if encoding == "utf-8-sig":
        return _unicode(_strict(raw, encoding), encoding, "")
    text = _strict(raw, encoding).removeprefix("\ufeff")
    return _unicode(text, "utf-16", "tệp mã UTF-16, theo dấu ở đầu tệp (BOM)")


def _strict(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        name = "UTF-8" if encoding.startswith("utf-8") else "UTF-16"
        message = f"tệp không phải văn bản mã Unicode đúng: mở đầu là {name} nhưng có chỗ hỏng hoặc thiếu."
        raise NotText(message) from error


def _wide(raw: bytes) -> str | None:
    """``utf-16-le`` or ``utf-16-be`` where every other byte is an upper byte of such text."""
    if len(raw) % 2 or b"\x00" not in raw[:4096]:
        return None
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        uppers, lowers = raw[first:_SAMPLE:2], raw[1 - first : _SAMPLE : 2]
        fitting = sum(map(_UPPER_BYTES.__contains__, uppers))
        ascii_only = uppers.count(0) and sum(32 <= low < 127 or low in b"\t\r\n" for low in lowers)
        if fitting >= 0.97 * len(uppers) and ascii_only >= 0.5 * len(lowers):
            return encoding
    return None


def _unicode(text: str, encoding: str, why: str) -> Decoded:
    """A text in Unicode: put into NFC, and out of an old font where its letters are still those of one."""
    decided = decide(text)
    whole = unicodedata.normalize("NFC", text)
    if decided is not UNICODE:
        made = _checked(decode_old(text, decided=decided).text)
        return Decoded(
            made, decided.name, f"chữ của phông cũ nằm trong tệp {LABELS.get(encoding, encoding)}: {decided.why}"
        )
    _checked(whole)
    if whole != text and not why and len(text) > len(whole) + len(text) // 100:
        why = "dấu tiếng Việt được ghi rời từng ký tự (NFD), đã ghép lại"
    return Decoded(whole, encoding, why)


def _checked(text: str) -> str:
    """Raises: NotText when too many characters are no text."""
    if len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise NotText("đây là tệp nhị phân, không phải văn bản.")
    return text


def _old(raw: bytes) -> Decoded:
    """Bytes that are no Unicode: by the table that reads most Vietnamese, or line by line where the file mixes them."""
    sample = raw[:_SAMPLE]
    read = {name: reading(turn(sample)) for name, turn in _TURNS.items()}
    best = max(read, key=lambda name: read[name].sum)
    if _mixes(raw):
        return _mixed(raw)
    _sure(read[best])
    text = _checked(_TURNS[best](raw))
    return Decoded(text, best, _told(read[best], best))


def _sure(found: Reading) -> None:
    """Raises: NotText when the best table gives no Vietnamese."""
    if found.share < _LEAST_SHARE or found.good < 2:
        raise NotText(
            "tệp không phải văn bản mã Unicode và cũng không đọc ra tiếng Việt theo bảng mã cũ nào (TCVN3, VNI, VISCII, VPS, Windows-1258)."
        )


def _told(found: Reading, name: str) -> str:
    return f"{found.good} trong {found.good + found.bad} tiếng có dấu đọc được theo bảng mã {LABELS[name]}"


def _by_table(name: str) -> Callable[[bytes], str]:
    return lambda raw: turned(raw.decode("latin-1"), name)


def _by_windows(raw: bytes) -> str:
    return unicodedata.normalize("NFC", raw.decode("cp1258", "replace"))


_TURNS: Final[dict[str, Callable[[bytes], str]]] = {name: _by_table(name) for name in TABLES} | {"cp1258": _by_windows}


def _lines(raw: bytes) -> list[str | None]:
    """Each line where it is UTF-8, None where it is not."""
    found: list[str | None] = []
    for line in raw.split(b"\n"):
        try:
            found.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            found.append(None)
    return found


def _mixes(raw: bytes) -> bool:
    """Whether some lines that hold more than ASCII are good Vietnamese in UTF-8."""
    return reading("\n".join(line for line in _lines(raw) if line and not line.isascii())).good > 2


def _mixed(raw: bytes) -> Decoded:
    """UTF-8 in some lines, an old encoding in the others."""
    lines = _lines(raw)
    old = b"\n".join(line for line, read in zip(raw.split(b"\n"), lines, strict=True) if read is None)
    read = {name: reading(turn(old)) for name, turn in _TURNS.items()}
    best = max(read, key=lambda name: read[name].sum)
    _sure(read[best])
    if _BROKEN.search(old):
        raise NotText("tệp không phải văn bản mã Unicode đúng: là UTF-8 nhưng có chỗ hỏng hoặc thiếu.")
    turn = _TURNS[best]
    text = "\n".join(turn(line) if one is None else one for line, one in zip(raw.split(b"\n"), lines, strict=True))
    decided = Decision(("utf-8", best), f"có dòng mã UTF-8, có dòng mã khác: {_told(read[best], best)}")
    return Decoded(_checked(unicodedata.normalize("NFC", text)), decided.name, decided.why)
