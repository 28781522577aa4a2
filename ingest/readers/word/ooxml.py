"""Names and looks into WordprocessingML, the XML of Word files (ECMA-376, part 1, chapter 17)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_OFF = frozenset({"0", "false", "off", "none"})
# What only holds other content: content controls, custom marks, insertions, links.
WRAPPERS = frozenset({
    *(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple")),
    *(f"{W}{name}" for name in ("dir", "bdo", "ruby", "rubyBase")),
})  # fmt: skip


def child(element: Element | None, *names: str) -> Element | None:
    """The element at the end of a path of names in the w: namespace, None where any is missing."""
    for name in names:
        if element is None:
            return None
        element = element.find(f"{W}{name}")
    return element


def value(element: Element | None, *names: str, attribute: str = "val") -> str | None:
    """An attribute of the element at the end of a path."""
    found = child(element, *names)
    return None if found is None else found.get(f"{W}{attribute}")


def number(element: Element | None, *names: str, attribute: str = "val") -> int | None:
    """A whole number among the attributes; None where it is missing or no number."""
    found = value(element, *names, attribute=attribute)
    try:
        return None if found is None else int(found)
    except ValueError:
        return None


def switch(element: Element | None, *names: str) -> bool | None:
    """An on-off property: None where it is not given."""
    found = child(element, *names)
    return None if found is None else (found.get(f"{W}val") or "1").lower() not in _OFF


def inner(element: Element, *kinds: str) -> Iterator[Element]:
    """The children of these kinds in the w: namespace, those inside wrappers too, in order."""
    wanted = {f"{W}{kind}" for kind in kinds}
    for one in element:
        if one.tag in wanted:
            yield one
        elif one.tag in WRAPPERS:
            yield from inner(one, *kinds)
        elif one.tag == f"{MC}AlternateContent":
            yield from inner(chosen(one), *kinds)


def chosen(alternate: Element) -> Element:
    """The branch of an AlternateContent to read: the first choice, or else the fallback."""
    first = alternate.find(f"{MC}Choice")
    fallback = alternate.find(f"{MC}Fallback")
    branch = first if first is not None else fallback
    return alternate if branch is None else branch
