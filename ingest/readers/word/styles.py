"""Looks that a paragraph or a run takes from its styles: bold, hidden, capitals, heading level, numbering, spacing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ingest.readers.word.ooxml import W, child, number, switch, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_BODY_LEVEL = 9  # outline levels 0 to 8 are headings
_DEEPEST = 30  # styles that one is based on, one after the other


@dataclass(frozen=True, slots=True)
class Style:
    """What a style and those it is based on say together; None where none of them says it."""

    bold: bool | None = None
    hidden: bool | None = None
    caps: bool | None = None
    font: str | None = None
    level: int | None = None
    num: int | None = None
    depth: int | None = None
    before: int | None = None
    after: int | None = None
    align: str | None = None
    name: str = ""


_PLAIN = Style()


def _own(element: Element) -> Style:
    """What the properties of a style, a paragraph or the defaults say by themselves."""
    run, para = child(element, "rPr"), child(element, "pPr")
    outline = number(para, "outlineLvl")
    heading = _HEADING.fullmatch(value(element, "name") or "")
    level = int(heading.group(1)) if heading else None if outline is None else (outline + 1) % (_BODY_LEVEL + 1)
    return Style(
        bold=switch(run, "b"),
        hidden=switch(run, "vanish"),
        caps=switch(run, "caps"),
        font=value(run, "rFonts", attribute="ascii"),
        level=level,
        num=number(para, "numPr", "numId"),
        depth=number(para, "numPr", "ilvl"),
        before=number(para, "spacing", attribute="before"),
        after=number(para, "spacing", attribute="after"),
        align=value(para, "jc"),
    )


def _over(base: Style, own: Style) -> Style:
    said = {name: found for name in Style.__slots__ if name != "name" and (found := getattr(own, name)) is not None}
    return replace(base, **said)


@dataclass(slots=True)
class Styles:
    """The styles of one file, each resolved once."""

    elements: dict[str, Element]
    default: Style = _PLAIN  # of the whole document
    paragraph: str = ""  # the style of paragraphs that name none
    _known: dict[str, Style] = field(default_factory=dict)
    _usual: dict[str | None, Style] = field(default_factory=dict)  # over the defaults

    @classmethod
    def read(cls, root: Element | None) -> Styles:
        """From the root of styles.xml; None where the file has none."""
        if root is None:
            return cls({})
        elements = {found.get(f"{W}styleId") or "": found for found in root.iter(f"{W}style")}
        usual = (
            name
            for name, found in elements.items()
            if found.get(f"{W}type") == "paragraph" and (found.get(f"{W}default") or "0") in {"1", "true", "on"}
        )
        run = _own_default(root, "rPrDefault", "rPr")
        para = _own_default(root, "pPrDefault", "pPr")
        return cls(elements, _over(run, para), next(usual, ""))

    def style(self, name: str | None, *, paragraph: bool = True) -> Style:
        """What a style says, those it is based on below it; the usual paragraph style where ``name`` is None."""
        name = (self.paragraph if paragraph else "") if name is None else name
        if name not in self._known:
            chain: list[Element] = []
            at: str | None = name
            while at in self.elements and len(chain) < _DEEPEST:
                chain.append(self.elements[at])
                at = value(self.elements[at], "basedOn")
            found = _PLAIN
            for element in reversed(chain):
                found = _over(found, _own(element))
            self._known[name] = replace(found, name=name)
        return self._known[name]

    def of_paragraph(self, paragraph: Element) -> Style:
        """All that a paragraph's own properties, its style and the defaults say of it; its mark's looks left out."""
        properties = child(paragraph, "pPr")
        named = value(properties, "pStyle")
        if named not in self._usual:
            style = self.style(named)
            self._usual[named] = replace(_over(self.default, style), name=style.name)
        if properties is None:
            return self._usual[named]
        own = _own(paragraph)
        return _over(self._usual[named], replace(own, bold=None, hidden=None, caps=None, font=None))

    def of_run(self, run: Element, above: Style) -> Style:
        """What a run looks like in a paragraph that looks as ``above`` says.

        Bold of the paragraph's style and bold of the run's style cancel out, as Word prints them.
        """
        properties = child(run, "rPr")
        if properties is None:
            return above
        style = self.style(value(properties, "rStyle"), paragraph=False) if value(properties, "rStyle") else _PLAIN
        own = _own(run)
        return replace(
            above,
            bold=_toggled(above.bold, style.bold, own.bold),
            hidden=_toggled(above.hidden, style.hidden, own.hidden),
            caps=_toggled(above.caps, style.caps, own.caps),
            font=own.font or style.font or above.font,
        )


def _own_default(root: Element, *path: str) -> Style:
    holder = child(root, "docDefaults", path[0])
    return _PLAIN if holder is None else _own(holder)


def _toggled(above: bool | None, style: bool | None, own: bool | None) -> bool:  # noqa: FBT001 - three of a kind
    return own if own is not None else bool(above) is not bool(style)
