"""What mammoth would lose or get wrong in a Word file, put right or noted before it reads the file."""

from collections import Counter
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from pmlapp.authoring.importing.html_walk import MARK_CLOSES, MARK_OPENS
from pmlapp.authoring.importing.not_carried import Kind, Note, words
from pmlapp.authoring.importing.symbols import character, is_symbol_font
from pmlapp.authoring.importing.word_names import MC, WP, M, W
from pmlapp.authoring.importing.word_numbers import WordNumbers
from pmlapp.authoring.importing.word_package import WordPackage, is_on, text_of, value
from pmlapp.authoring.importing.word_styles import OUTLINE, WordStyles, numbering_of, outline_level
from pmlapp.authoring.sources.article_text import FILL_IN

_CHANGES: Final = {
    f"{W}ins": "words that were put in are taken",
    f"{W}moveTo": "words that were moved here are taken",
    f"{W}del": "words that were deleted are left out",
    f"{W}moveFrom": "words that were moved away are left out",
}
_BOX: Final = f"{W}txbxContent"
_FIRST_ROW: Final = 0x20
"""The bit of a table's look that marks its first row."""

_PLAIN_COLOURS: Final = frozenset({"auto", "000000", "none", "FFFFFF"})


class WordScan:
    """One pass over the text of a file, which is changed for mammoth; ``notes`` collects what it loses all the same."""

    def __init__(self, package: WordPackage, notes: list[Note], *, take_hidden: bool) -> None:
        self._package = package
        self._notes = notes
        self._take_hidden = take_hidden
        self._styles = WordStyles(package.part("word/styles.xml"))
        self._numbers = WordNumbers(package.part("word/numbering.xml"))
        self._place = ""

    @property
    def style_map(self) -> str:
        """How mammoth is to read each style."""
        return self._styles.style_map()

    def scan(self, root: Element, where: str = "") -> None:
        """Put one part right: the text itself, or its notes, which ``where`` names."""
        self._move_boxes(root)
        for number, paragraph in enumerate(list(root.iter(f"{W}p")), start=1):
            self._place = (
                f"{where}paragraph {number}, {words(text_of(paragraph)) if text_of(paragraph).strip() else 'empty'}"
            )
            self._note_changes(paragraph)
            self._equations(paragraph)
            self._pictures(paragraph)
            self._controls(paragraph)
            for run in list(paragraph.iter(f"{W}r")):
                self._run(run, paragraph)
            self._note_marks(paragraph)
            self._heading(paragraph)
            self._number(paragraph)
        self._unfilled_blocks(root)
        for table in root.iter(f"{W}tbl"):
            _head(table)

    def note_surroundings(self, root: Element) -> None:
        """Note comments, headers and footers, none of which are part of the text."""
        self._note_comments(root)
        told: Counter[str] = Counter()
        for name in self._package.names():
            if name.startswith(("word/header", "word/footer")) and (part := self._package.part(name)) is not None:
                text = " ".join(text_of(part).split())
                if text and not told[text]:
                    told[text] += 1
                    where = "header" if "header" in name else "footer"
                    self._notes.append(Note(Kind.HEADERS, where, f"left out: {words(text)}"))

    # What is in a paragraph

    def _run(self, run: Element, paragraph: Element) -> None:
        properties = run.find(f"{W}rPr")
        style = self._styles.style(value(properties.find(f"{W}rStyle"))) if properties is not None else None
        if is_on(properties, "vanish") or (style is not None and style.is_hidden):
            text = text_of(run)
            if text.strip():
                said = "taken as ordinary text" if self._take_hidden else "left out"
                self._note(Kind.HIDDEN, f"hidden text was {said}: {words(text)}")
            if not self._take_hidden:
                for child in list(run):
                    run.remove(child)
                return
        if is_on(properties, "rtl") and properties is not None:
            # On such a run the bold of the other direction counts, and its own alone.
            for bold in properties.findall(f"{W}b"):
                properties.remove(bold)
            if is_on(properties, "bCs"):
                SubElement(properties, f"{W}b")
        self._symbols(run, properties)

    def _symbols(self, run: Element, properties: Element | None) -> None:
        fonts = None if properties is None else properties.find(f"{W}rFonts")
        font = "" if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""
        for child in list(run):
            if child.tag == f"{W}sym":
                named, code = child.get(f"{W}font", ""), child.get(f"{W}char", "0")
                child.tag, child.text = f"{W}t", self._sign(named, int(code, 16))
                child.attrib.clear()
            elif child.tag == f"{W}t" and child.text:
                symbols = is_symbol_font(font)
                child.text = "".join(
                    self._sign(font if symbols else "", ord(each))
                    if 0xF000 <= ord(each) <= 0xF0FF or (symbols and not each.isspace())
                    else each
                    for each in child.text
                )

    def _sign(self, font: str, code: int) -> str:
        if sign := character(font, code):
            if not font:
                # LibreOffice keeps the code and loses the font.
                self._note(Kind.SYMBOLS, f"the sign {code:04X}, whose font is lost, was read as “{sign}”: compare it")
            return sign
        called = f"{code:04X} of the font {font or 'not named'}"
        self._note(Kind.SYMBOLS, f"the sign {called} could not be read")
        return f"({FILL_IN}: the sign {called})"

    def _equations(self, paragraph: Element) -> None:
        for holder in list(paragraph.iter()):
            for child in list(holder):
                if child.tag in (f"{M}oMath", f"{M}oMathPara"):
                    text = " ".join(text_of(child).split())
                    self._note(
                        Kind.EQUATIONS, f"an equation with the signs {words(text)}; put it in words, or as a picture"
                    )
                    run = Element(f"{W}r")
                    SubElement(run, f"{W}t").text = f"({FILL_IN}: an equation with the signs {text})"
                    holder[list(holder).index(child)] = run

    def _pictures(self, paragraph: Element) -> None:
        for holder in list(paragraph.iter()):
            for child in [each for each in holder if each.tag == f"{W}drawing"]:
                described = next(child.iter(f"{WP}docPr"), None)
                if described is None:
                    continue
                if not described.get("descr") and described.get("title"):
                    described.set("descr", described.get("title", ""))
                if any(each.get("val") in {"1", "true"} for each in child.iter() if each.tag.endswith("}decorative")):
                    self._note(Kind.PICTURES, "a picture marked as decorative was left out")
                    holder.remove(child)

    def _controls(self, paragraph: Element) -> None:
        for control in paragraph.iter(f"{W}sdt"):
            self._unfilled(control)

    def _unfilled_blocks(self, root: Element) -> None:
        for control in root.iter(f"{W}sdt"):
            self._place = f"field {words(text_of(control))}"
            self._unfilled(control)

    def _unfilled(self, control: Element) -> None:
        properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
        if properties is None or content is None or properties.find(f"{W}showingPlcHdr") is None:
            return
        if text := text_of(content).strip():
            self._note(Kind.CONTROLS, f"a field that nobody filled in was left out: {words(text)}")
            for run in content.iter(f"{W}r"):
                for child in list(run):
                    run.remove(child)

    def _note_changes(self, paragraph: Element) -> None:
        for tag, said in _CHANGES.items():
            for change in paragraph.iter(tag):
                text = "".join(each.text or "" for each in change.iter() if each.tag in (f"{W}t", f"{W}delText"))
                if text.strip():
                    self._note(Kind.CHANGES, f"{said}: {words(text)}, by {change.get(f'{W}author') or 'nobody named'}")
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            self._note(Kind.CHANGES, "the end of this paragraph was deleted: it is joined to the next")

    def _note_marks(self, paragraph: Element) -> None:
        marked: dict[str, str] = {}
        foreign: dict[str, str] = {}
        for run in paragraph.iter(f"{W}r"):
            properties = run.find(f"{W}rPr")
            if properties is None or not (text := "".join(each.text or "" for each in run.iter(f"{W}t"))).strip():
                continue
            if is_on(properties, "u"):
                marked["underlined"] = marked.get("underlined", "") + text
            if is_on(properties, "highlight"):
                marked["marked with a colour"] = marked.get("marked with a colour", "") + text
            colour = value(properties.find(f"{W}color"))
            if colour and colour not in _PLAIN_COLOURS and properties.find(f"{W}rStyle") is None:
                marked["coloured"] = marked.get("coloured", "") + text
            language = value(properties.find(f"{W}lang")).partition("-")[0].lower()
            if language and self._styles.language and language != self._styles.language:
                foreign[f"in the language “{language}”"] = foreign.get(f"in the language “{language}”", "") + text
            if is_on(properties, "rtl"):
                foreign["from right to left"] = foreign.get("from right to left", "") + text
        for kind, found in ((Kind.MARKS, marked), (Kind.LANGUAGES, foreign)):
            for how, text in found.items():
                self._note(kind, f"{how}: {words(text)}")

    def _heading(self, paragraph: Element) -> None:
        """A paragraph with a level in the outline is a heading, whatever its style."""
        properties = paragraph.find(f"{W}pPr")
        level = outline_level(properties)
        style = self._styles.style(value(None if properties is None else properties.find(f"{W}pStyle")))
        if style.level > 6 or level > 6:
            self._note(Kind.HEADINGS, f"a heading of level {max(style.level, level)} is one of the lowest level now")
        if level and not style.level and properties is not None:
            named = properties.find(f"{W}pStyle")
            named = SubElement(properties, f"{W}pStyle") if named is None else named
            named.set(f"{W}val", f"{OUTLINE}{min(level, 6)}")

    def _number(self, paragraph: Element) -> None:
        properties = paragraph.find(f"{W}pPr")
        style = self._styles.style(value(None if properties is None else properties.find(f"{W}pStyle")))
        numbering = numbering_of(properties) or style.numbering
        if numbering is None or not text_of(paragraph).strip():
            return
        point = self._numbers.next(numbering)
        if point is None or point.form in {"bullet", "none"}:
            return
        if style.level or style.is_title:
            self._note(Kind.LIST_NUMBERS, f"the number {point.number} before this heading is not part of it now")
            return
        if point.form != "decimal":
            self._note(
                Kind.LIST_NUMBERS,
                f"this point had a letter or other sign ({point.form}); it has the number {point.number}",
            )
        run = Element(f"{W}r")
        SubElement(run, f"{W}t").text = f"{MARK_OPENS}{point.number}{MARK_CLOSES}"
        paragraph.insert(1 if properties is not None else 0, run)

    # What is around paragraphs

    def _move_boxes(self, root: Element) -> None:
        """The text of a box becomes paragraphs behind the one that it hangs in."""
        for paragraph, holder in list(_boxes(root)):
            parents = {child: parent for parent in root.iter() for child in parent}
            if holder not in parents or paragraph not in parents:
                continue
            box = next(iter(holder.iter(_BOX)))
            self._place = f"behind {words(text_of(parents[holder]) or text_of(paragraph))}"
            moved = [child for child in box if child.tag in (f"{W}p", f"{W}tbl", f"{W}sdt")]
            text = " ".join(text_of(child) for child in moved)
            parents[holder].remove(holder)
            self._place = f"behind {words(text_of(paragraph))}"
            if text.strip():
                self._note(Kind.TEXT_BOXES, f"a text box is a paragraph here now: {words(text)}")
            at = list(parents[paragraph]).index(paragraph)
            for place, child in enumerate(moved, start=at + 1):
                parents[paragraph].insert(place, child)

    def _note_comments(self, root: Element) -> None:
        part = self._package.part("word/comments.xml")
        if part is None:
            return
        at: dict[str, str] = {}
        for number, paragraph in enumerate(root.iter(f"{W}p"), start=1):
            for reference in paragraph.iter(f"{W}commentReference"):
                at[reference.get(f"{W}id", "")] = f"paragraph {number}, {words(text_of(paragraph))}"
        for comment in part.iter(f"{W}comment"):
            author = comment.get(f"{W}author") or "nobody named"
            place = at.get(comment.get(f"{W}id", ""), "place not known")
            text = " ".join(text_of(comment).split())
            self._notes.append(Note(Kind.COMMENTS, place, f"{author} wrote: “{text}”"))

    def _note(self, kind: Kind, message: str) -> None:
        self._notes.append(Note(kind, self._place, message))


def _boxes(root: Element) -> Iterator[tuple[Element, Element]]:
    """Each paragraph with a text box in it, and what of a run draws the box, in either of the two forms."""
    for paragraph in root.iter(f"{W}p"):
        for run in paragraph.iter(f"{W}r"):
            for child in run:
                if child.tag in (f"{MC}AlternateContent", f"{W}pict", f"{W}drawing") and any(
                    True for _ in child.iter(_BOX)
                ):
                    yield paragraph, child


def _head(table: Element) -> None:
    """A table whose look marks its first row has a head, as if the row were said to be repeated."""
    rows = table.findall(f"{W}tr")
    look = table.find(f"{W}tblPr/{W}tblLook")
    if len(rows) < 2 or look is None or any(row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows):
        return
    said = look.get(f"{W}firstRow")
    bits = value(look)
    is_marked = said in {"1", "true"} if said is not None else bool(int(bits or "0", 16) & _FIRST_ROW)
    if is_marked:
        properties = rows[0].find(f"{W}trPr")
        if properties is None:
            properties = Element(f"{W}trPr")
            rows[0].insert(0, properties)
        SubElement(properties, f"{W}tblHeader")
