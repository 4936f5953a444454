"""Word files made for tests with python-docx and raw XML: one trap each."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)


def saved(folder: Path, fill: Callable[[Document], None], name: str = "leaflet.docx") -> Path:
    """A file whose document ``fill`` has filled."""
    document = Document()
    fill(document)
    path = folder / name
    document.save(path)
    return path


def add(document: Document, xml: str) -> None:
    """Raw paragraphs or tables at the end of the text; ``w:`` and the other prefixes are known."""
    body = document.element.body
    holder = parse_xml(f"<w:body {NS}>{xml}</w:body>")
    for child in list(holder):
        body.insert(len(body) - 1, child)


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of runs, each given as text or as XML."""
    inner = "".join(run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def run(text: str, properties: str) -> str:
    """A run with properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def style(document: Document, name: str, base: str | None = None, outline: int | None = None) -> None:
    """A paragraph style of that name."""
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if base:
        made.base_style = document.styles[base]
    if outline is not None:
        made.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{outline}"/>'))


def png(width: int = 2, height: int = 2) -> io.BytesIO:
    """A small picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x10\x60\xa0" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return io.BytesIO(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    )


def box(text: str, *, old_form: bool = False) -> str:
    """A run that holds a text box, as Word writes it today or as it did long ago."""
    content = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    old = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    if old_form:
        return f"<w:r>{old}</w:r>"
    drawing = (
        '<w:drawing><wp:anchor><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx>'
        f"{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )
