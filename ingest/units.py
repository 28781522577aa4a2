"""Units (cơ quan, đơn vị): a cell split into its units, and one key for a unit under all its spellings.

The rules rest on the nouns that Vietnamese offices are named by (Sở, Phòng, Ủy ban …) and on capital letters,
not on lists of offices. A collective ("Các sở, ban, ngành, địa phương") stays one unit, commas and all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from ingest.folding import fold

_HEADS = (
    "sở", "bộ", "phòng", "văn phòng", "ủy ban", "uỷ ban", "ubnd", "hđnd", "hội đồng", "công an", "trung tâm", "báo", "đài",
    "hội", "liên hiệp", "liên minh", "liên đoàn", "đoàn", "trường", "viện", "quỹ", "công ty", "tổng công ty", "tập đoàn",
    "chi cục", "cục", "tổng cục", "vụ", "kho bạc", "bhxh", "bảo hiểm xã hội", "thanh tra", "tòa án", "toà án", "viện kiểm sát",
    "mặt trận", "mttq", "ubmttq", "ubmttqvn", "đảng ủy", "tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "chi bộ", "tổ",
    "bql", "ban quản lý", "ban chỉ đạo", "bcđ", "ban chỉ huy", "bộ chỉ huy", "ban tuyên giáo", "ban dân vận", "ban tổ chức",
    "ban xây dựng", "ban nội chính", "ban dân tộc", "ban tôn giáo", "ban pháp chế", "ban văn hóa", "ban kinh tế", "ban giám",
    "ban thường vụ", "ban chấp hành", "ngân hàng", "nhnn", "các", "cơ quan", "đơn vị", "doanh nghiệp", "điện lực",
    "vnpt", "viettel", "bưu điện", "trạm", "hạt", "đồn", "đội", "cổng", "công ttđt", "thủ trưởng", "lãnh đạo", "giám đốc",
    "chủ tịch", "tổ chức", "những", "toàn thể", "cấp ủy", "hiệp hội", "nhà trường", "bệnh viện", "bệnh xá", "vp", "tp",
    "ban", "khối", "chi đoàn", "trưởng phòng", "trưởng ban", "bộ phận", "xã", "phường", "thị trấn", "huyện", "thành phố",
    "thị xã", "đặc khu", "địa phương", "cá nhân", "người đứng đầu", "ngành", "cấp xã", "các cấp", "nông dân", "phụ nữ",
)  # fmt: skip
# Nouns that, in lower case, only carry on the collective or list before them: "Các sở, ban, ngành, địa phương".
_GENERIC = re.compile(
    r"^(?:sở|ban|ngành|ban ngành|bộ|sở ngành|địa phương|đơn vị|cơ quan|tổ chức|cá nhân|cấp xã|cấp huyện|xã(?! hội)|phường|thị trấn|thị xã|thành phố|huyện|quận|"
    r"đặc khu|đoàn thể|hội|hội đoàn thể|viện|trường|trường học|phòng|phòng ban|khoa|trung tâm|doanh nghiệp|hiệp hội|cơ sở|khu vực|"
    r"các cấp|chủ đầu tư|nhà thầu|hợp tác xã|người dân|cao đẳng|đại học|thôn|tổ dân phố|khu phố|lực lượng)\b"
)
_COLLECTIVE = re.compile(
    r"^(?:các|những|toàn thể|mọi|tất cả)\b|^(?:sở|cơ quan|đơn vị|ban|bộ|phòng),?\s*(?:ban|ngành|đơn vị|địa phương)\b|^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+(?:các|cấp)\b"
    r"|^(?:cơ quan|đơn vị|tổ chức|doanh nghiệp|địa phương|cá nhân|phòng chuyên môn|cấp xã|cấp huyện|ngành)\b",
    re.IGNORECASE,
)
# Heads that begin a new unit even where nothing but a space stands before them.
_STRONG = re.compile(
    r"(?<=\S)\s+(?=(?:Sở|Bộ|Phòng|Các|BQL|Ban Quản lý|Ban quản lý|Công an|Quỹ|UBND|Ủy ban nhân dân|Trường|Liên hiệp|Thanh tra)\s+[\wÀ-ỹ])"
)
# What may stand before a head without ending a unit: "Văn phòng | UBND", "Lãnh đạo | Sở", "thuộc | Sở".
_OPEN_END = re.compile(
    r"(?:văn phòng|vp|ban thường vụ|ban chấp hành|lãnh đạo|giám đốc|thủ trưởng|chánh|trưởng|phó|thuộc|của|tại|với|gồm|hiệp|liên hiệp|và|,|;|:|-|–|/|cấp|giữa|theo|do|từ|\(|"
    r"đảng ủy|công đoàn|đoàn|tỉnh đoàn|ban|cục|nhân viên|cán bộ|công chức|trưởng ban|quản lý|công ty|tnhh|ubnd|chủ tịch|bí thư|viện|hội|dân|giao|là|được|khối)$",
    re.IGNORECASE,
)
_ROLE_TAIL = re.compile(
    r"\s*\b(?:là\s+)?(chủ trì|phối hợp|chịu trách nhiệm|thực hiện|tham mưu)\b[\s.,;:]*$", re.IGNORECASE
)
_TRAILING = re.compile(r"[\s.,;:/]+$")
_LEADING = re.compile(r"^[\s.,;:\-–+•*]+")


@lru_cache(maxsize=1)
def _heads() -> re.Pattern[str]:
    ordered = sorted(_HEADS, key=len, reverse=True)
    verbs = r"(?!báo cáo|xã hội|hội nghị|hội thảo|hội thi|tổ chức (?:thực hiện|triển khai|hội|lớp|các|tập|tuyên|kiểm|sơ|tổng|thi)|bộ tiêu chí|bộ chỉ số)"
    return re.compile(verbs + r"(?:" + "|".join(re.escape(head) for head in ordered) + r")(?![\wÀ-ỹ])", re.IGNORECASE)


@lru_cache(maxsize=4)
def _table(name: str) -> tuple[tuple[str, str], ...]:
    """The pairs of a data file; raises ValueError with the line when one is not two columns."""
    source = (resources.files("ingest") / "data" / name).read_text(encoding="utf-8")
    pairs = []
    for number, line in enumerate(source.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = line.split("\t")
        if len(parts) != 2:
            raise ValueError(f"{name}:{number}: {line!r}")
        pairs.append((parts[0].strip(), parts[1].strip()))
    return tuple(pairs)


def abbreviations() -> tuple[tuple[str, str], ...]:
    """The general abbreviations and what they stand for, from the editable data file."""
    return _table("abbreviations.tsv")


def unit_aliases() -> tuple[tuple[str, str], ...]:
    """Other spellings of kinds of office, from the editable data file."""
    return _table("unit_aliases.tsv")


def _shield(text: str) -> str:
    """Blank out what stands in brackets, same length, so that no cut falls inside."""
    return re.sub(r"\([^()]*\)?", lambda part: "\x00" * len(part.group(0)), text)


def _cuts_strong(text: str) -> list[int]:
    cuts = []
    for match in _STRONG.finditer(_shield(text)):
        if not _OPEN_END.search(text[: match.start()]):
            cuts.append(match.end())
    return cuts


def _pieces(text: str) -> list[str]:
    """Cut at line ends, semicolons and heads that nothing but a space precedes."""
    shielded = _shield(text)
    cuts = sorted(
        {
            0,
            len(text),
            *(
                m.end()
                for m in re.finditer(
                    r"[;\n]|\s[–-]\s(?=Các)|\.\s+(?=[A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ])",
                    shielded,
                )
            ),
            *_cuts_strong(text),
        }
    )
    return [text[a:b] for a, b in zip(cuts, cuts[1:], strict=False)]


def _starts_unit(rest: str, current: str) -> bool:
    """Tell whether ``rest``, which follows a comma or "và", begins a unit of its own."""
    head = _heads().match(rest)
    if not head:
        return False
    bare = _LEADING.sub("", current)
    if _COLLECTIVE.match(bare):
        if rest[0].islower() and _GENERIC.match(rest) and not re.match(r"các\s", rest):
            return False
        return not re.match(r"(?:các\s+)?địa phương\b", rest)
    if rest[0].islower():
        return bool(
            re.match(r"(?:các|cơ quan|đơn vị|những|doanh nghiệp|tổ chức|địa phương|phòng|ủy ban|công an)\b", rest)
        )
    return True


def _split_list(text: str) -> list[str]:
    """Split one piece at the commas and "và" that stand between two units."""
    shielded = _shield(text)
    units, start = [], 0
    for match in re.finditer(r"\s*,\s*(?:và\s+)?|\s+và\s+|\s*\+\s*", shielded):
        current = text[start : match.start()]
        single = " " not in current.strip() and not _COLLECTIVE.match(current.strip())
        if single and "," not in match.group(0):
            continue
        if _starts_unit(text[match.end() :], current):
            units.append(current)
            start = match.end()
    units.append(text[start:])
    return units


def _tidy(unit: str) -> str:
    return _TRAILING.sub("", _LEADING.sub("", unit))


@dataclass(frozen=True, slots=True)
class Split:
    """The units of one cell by role, as printed."""

    leads: tuple[str, ...]
    supports: tuple[str, ...] = ()


def split_units(cell: str) -> tuple[str, ...]:
    """Split a cell into its units as printed, in order; role words such as "phối hợp" are left off."""
    found = []
    for piece in _pieces(cell):
        for unit in _split_list(_ROLE_TAIL.sub("", piece)):
            tidy = _tidy(_ROLE_TAIL.sub("", unit))
            if tidy and not re.fullmatch(r"(?:và|-|–|…|\.+)", tidy):
                found.append(tidy)
    return tuple(found)


def split_roles(cell: str) -> Split:
    """Split a cell that may name both roles: "A chủ trì; B và C phối hợp". Without role words all lead."""
    leads: list[str] = []
    supports: list[str] = []
    cell = re.sub(r"(?i)\b(?:đơn vị |cơ quan )?chủ trì\s*:\s*", "", cell)
    pieces = [
        piece
        for piece in re.split(r"(?<=[;\n])|(?<=phối hợp)[.,]?\s+(?=[A-ZĐ])|(?<=chủ trì)[.,]\s+", cell)
        if piece.strip()
    ]
    role_next = leads
    for piece in pieces:
        label = re.match(r"(?i)\s*(?:đơn vị |cơ quan )?phối hợp\s*:\s*", piece)
        if label:
            piece, role_next = piece[label.end() :], supports
        tail = _ROLE_TAIL.search(piece)
        inner = re.match(r"(?is)(.+?)\bchủ trì,?\s*phối hợp (?:với|cùng)\s+(.+)$", piece)
        if inner:
            leads.extend(split_units(inner.group(1)))
            supports.extend(split_units(inner.group(2)))
        elif tail and tail.group(1).lower() == "phối hợp":
            supports.extend(split_units(piece))
        else:
            role_next.extend(split_units(piece))
    return Split(tuple(leads), tuple(supports))


def is_collective(unit: str) -> bool:
    """Tell whether a unit names many offices at once ("Các sở, ban, ngành", "UBND cấp xã")."""
    return bool(_COLLECTIVE.match(unit.strip()))


_SEPARATORS = re.compile(r"[\s,;:./&\-–_()]+|\bva\b")
_TERRITORY = re.compile(r"\s(?:tinh|thanh pho|tp|huyen|quan|thi xa|xa|phuong|dac khu|thi tran)(?:\s.*)?$")


@lru_cache(maxsize=1)
def _expansions() -> dict[str, str]:
    """Folded abbreviation or alias → folded expansion, those of one word only."""
    pairs = {}
    for short, full in (*abbreviations(), *unit_aliases()):
        if " " not in short:
            pairs[fold(short)] = fold(full)
            pairs.setdefault(re.sub(r"[&,\-]", "", fold(short)), fold(full))
    return pairs


@lru_cache(maxsize=1)
def _full_aliases() -> dict[str, str]:
    return {_bare(fold(short)): _bare(fold(full)) for short, full in unit_aliases()}


def _bare(folded: str) -> str:
    return " ".join(part for part in _SEPARATORS.sub(" ", folded).split() if part != "va")


def _written_out(word: str) -> str:
    """An abbreviation in full; a word in small letters ("Du lịch") is none."""
    capitals = sum(letter.isupper() for letter in word)
    return _expansions().get(fold(word).strip(",.;:()"), word) if capitals > 1 or "&" in word else word


@lru_cache(maxsize=65536)
def unit_key(unit: str) -> str:
    """One key for a unit under its spellings: folded, abbreviations written out, "và", commas, hyphens dropped.

    Keys of one office may still differ by a territorial tail: compare with `same_unit`.
    """
    joined = " ".join(_written_out(word) for word in unit.split())
    key = _bare(fold(joined))
    return _full_aliases().get(key, key)


def core_key(unit: str) -> str:
    """`unit_key` without its territorial tail ("công an tỉnh Z" → "cong an" keeps its level word's absence)."""
    return _TERRITORY.sub("", unit_key(unit))


def same_unit(a: str, b: str) -> bool:
    """Tell whether two printed names mean one office: equal keys, or equal but for a territorial tail."""
    key_a, key_b = unit_key(a), unit_key(b)
    if key_a == key_b:
        return True
    short, long = sorted((key_a, key_b), key=len)
    return long.startswith(short + " ") and bool(_TERRITORY.fullmatch(long[len(short) :]))


def starts_like_unit(text: str) -> bool:
    """Tell whether a cell begins with a noun that offices are named by."""
    return bool(_heads().match(_LEADING.sub("", text)))
