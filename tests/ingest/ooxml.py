"""Word files written by hand, part by part, for features and faults that no library writes."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from ingest.document import Document, Paragraph, Table
from ingest.markup import collapse

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"


def package(
    body: str, *, main_type: str = "", parts: dict[str, str] | None = None, extra: dict[str, bytes] | None = None
) -> bytes:
    """A Word file of this body; ``parts`` are the insides of styles, numbering, footnotes, settings."""
    kinds = {"document": main_type or _TYPE.format("document.main")} | {one: _TYPE.format(one) for one in parts or ()}
    types = "".join(f'<Override PartName="/word/{one}.xml" ContentType="{kind}"/>' for one, kind in kinds.items())
    links = "".join(f'<Relationship Id="r{one}" Type="{_RELATED}/{one}" Target="{one}.xml"/>' for one in parts or ())
    written = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_RELATED}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        "word/document.xml": f"{_HEAD}<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        **{f"word/{one}.xml": f"{_HEAD}<w:{one} {NAMES}>{inside}</w:{one}>" for one, inside in (parts or {}).items()},
    }
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, text in written.items():
            archive.writestr(name, text)
        for name, raw in (extra or {}).items():
            archive.writestr(name, raw)
    return stream.getvalue()


def p(words: str = "", properties: str = "") -> str:
    """A paragraph of one run, or of runs where ``words`` is XML."""
    runs = words if words.startswith("<") else r(words)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def r(words: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def tc(words: str = "", *, wide: int = 1, merged: str = "") -> str:
    """A cell; ``merged`` is "restart" or "continue" where rows are merged."""
    inside = words if words.startswith(("<w:p>", "<w:tbl>")) else p(words)
    down = f'<w:vMerge w:val="{merged}"/>' if merged else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{wide}"/>{down}</w:tcPr>{inside}</w:tc>'


def tr(*cells: str, properties: str = "") -> str:
    """A row; cells that are plain words are made cells."""
    made = "".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def tbl(*rows: str, grid: tuple[int, ...] = ()) -> str:
    """A table; ``grid`` gives the widths of its grid columns."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def lines(document: Document) -> list[str]:
    """The paragraphs as printed."""
    return [block.span.slice(document.text) for block in document.blocks if isinstance(block, Paragraph)]


def cells(document: Document) -> list[list[str | None]]:
    """The rows of every table; None where a merged cell of a row above reaches down."""
    rows = (row for block in document.blocks if isinstance(block, Table) for row in block.rows)
    return [[collapse(cell.span.slice(document.text)) if cell.row_span else None for cell in row.cells] for row in rows]
