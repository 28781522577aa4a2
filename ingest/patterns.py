"""What patterns over Vietnamese text are built from."""

from __future__ import annotations

# The inside of a character class: `re` has no name for capital letters.
UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"


def either(*alternatives: str) -> str:
    """A group that matches any one of the patterns, tried in the order given."""
    return f"(?:{'|'.join(alternatives)})"
