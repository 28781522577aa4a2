"""Parts that patterns over Vietnamese text are built from."""

from typing import Final

UPPER: Final = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""The capital letters, to stand inside ``[...]``, where ``À-Ỹ`` would take in small letters too."""


def either(*alternatives: str) -> str:
    """A group that matches any one of the patterns, tried in the order given."""
    return f"(?:{'|'.join(alternatives)})"
