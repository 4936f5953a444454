"""Word files with a trap each: what comes in, and what the report names."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.shared import RGBColor

from pmlapp.authoring.importing import html_tree
from pmlapp.authoring.importing.dialect import DialectWriter
from pmlapp.authoring.importing.imported import ImportedPage
from pmlapp.authoring.importing.limits import Limits
from pmlapp.authoring.importing.not_carried import Kind, Note
from pmlapp.authoring.importing.word import read_word, with_plain_notes
from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.page import plain
from pmlapp.errors import CannotImportError
from tests.authoring.importing.word_files import add, box, paragraph, png, run, saved, style

Fill = Callable[[Document], None]
WRITE = DialectWriter(ArticleParser())


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., ImportedPage]:
    def reading(fill: Fill, **choices: bool) -> ImportedPage:
        page = read_word(saved(tmp_path, fill), origin="x", write=WRITE, language="en", **choices)
        assert isinstance(page, ImportedPage), page
        assert ArticleParser().mistakes(page.body) == ()
        return page

    return reading


Read = Callable[..., ImportedPage]


def notes(page: ImportedPage, kind: Kind) -> list[str]:
    return [f"{note.place}: {note.message}" for note in page.notes if note.kind is kind]


def table_of(document: Document, *rows: str, head: bool = True) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0].split("|")))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts.split("|"), strict=True):
            cell.text = text
    if not head:
        look = table._tbl.tblPr.find("{*}tblLook")
        table._tbl.tblPr.remove(look)


def test_headings_lists_and_bold_words_come_in_whole(read: Read) -> None:
    def fill(document: Document) -> None:
        document.add_heading("Your new hip", 0)
        document.add_heading("At home", 1)
        words = document.add_paragraph("Take ")
        words.add_run("one").bold = True
        words.add_run(" tablet.")
        for text in ("rest", "ice"):
            document.add_paragraph(text, style="List Bullet")

    page = read(fill)
    assert page.title == "Your new hip"
    assert page.body == "## At home\n\nTake **one** tablet.\n\n- rest\n- ice\n"
    assert page.notes == ()


@pytest.mark.parametrize("name", ["Überschrift 1", "Titre 1", "标题 1"])
def test_a_heading_is_known_by_its_name_in_another_language(read: Read, name: str) -> None:
    def fill(document: Document) -> None:
        style(document, name)
        document.add_heading("Your new hip", 0)
        document.add_paragraph("What to do", style=name)
        document.add_paragraph("Rest.")

    assert read(fill).body == "## What to do\n\nRest.\n"


def test_a_style_based_on_a_heading_is_one_and_so_is_a_paragraph_of_the_outline(read: Read) -> None:
    def fill(document: Document) -> None:
        style(document, "Clinic Head", base="Heading 1")
        document.add_paragraph("Words first.")
        document.add_paragraph("From the clinic", style="Clinic Head")
        document.add_paragraph("Rest.")
        add(document, paragraph("By its level", properties='<w:outlineLvl w:val="0"/>'))
        document.add_paragraph("Ice.")

    body = read(fill).body
    assert "## From the clinic" in body
    assert "## By its level" in body


def test_changes_that_nobody_accepted_are_named(read: Read) -> None:
    def fill(document: Document) -> None:
        inserted = '<w:ins w:id="1" w:author="Ann"><w:r><w:t>one</w:t></w:r></w:ins>'
        deleted = '<w:del w:id="2" w:author="Bo"><w:r><w:delText>7</w:delText></w:r></w:del>'
        add(document, paragraph("Take ", inserted, deleted, " tablet."))

    page = read(fill)
    assert page.body == "Take one tablet.\n"
    assert [note.partition(": ")[2] for note in notes(page, Kind.CHANGES)] == [
        "words that were put in are taken: “one”, by Ann",
        "words that were deleted are left out: “7”, by Bo",
    ]
    assert notes(page, Kind.DIFFERENCE) == []


def test_comments_are_named_with_their_place(read: Read) -> None:
    def fill(document: Document) -> None:
        words = document.add_paragraph("Take it with food.")
        document.add_comment(words.runs, text="Is this so?", author="Dr Example", initials="E")

    page = read(fill)
    assert page.body == "Take it with food.\n"
    assert notes(page, Kind.COMMENTS) == ["paragraph 1, “Take it with food.”: Dr Example wrote: “Is this so?”"]


def test_hidden_words_stay_out_unless_asked_for(read: Read) -> None:
    def fill(document: Document) -> None:
        add(document, paragraph("Seen.", run(" Secret 42.", "<w:vanish/>")))

    page = read(fill)
    assert page.body == "Seen.\n"
    assert "hidden text was left out: “Secret 42.”" in notes(page, Kind.HIDDEN)[0]
    assert read(fill, take_hidden=True).body == "Seen. Secret 42.\n"


@pytest.mark.parametrize("old_form", [False, True])
def test_a_text_box_follows_its_paragraph_and_neither_is_lost(read: Read, old_form: bool) -> None:
    def fill(document: Document) -> None:
        add(document, paragraph("Before ", box("Call the ward on 12.", old_form=old_form), "after."))

    page = read(fill)
    assert page.body == "Before after.\n\nCall the ward on 12.\n"
    assert "behind “Before after.”" in notes(page, Kind.TEXT_BOXES)[0]


def test_an_equation_leaves_a_place_to_fill_in(read: Read) -> None:
    def fill(document: Document) -> None:
        add(document, paragraph("It is ", "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>", "."))

    page = read(fill)
    assert "FILL IN: an equation with the signs x\\=2" in page.body
    assert len(notes(page, Kind.EQUATIONS)) == 1


NUMBERS = (
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:abstractNum w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="91"><w:abstractNumId w:val="90"/></w:num></w:numbering>'
)


def numbered(document: Document, start: int, form: str) -> None:
    made = parse_xml(NUMBERS.format(start=start, form=form))
    part = document.part.numbering_part.element
    for child in list(made):
        part.append(child) if child.tag.endswith("num") else part.insert(0, child)
    point = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="91"/></w:numPr>'
    for text in ("Wash", "Dry"):
        add(document, paragraph(text, properties=point))


def test_a_list_that_begins_at_another_number_keeps_it(read: Read) -> None:
    page = read(lambda document: numbered(document, 4, "decimal"))
    assert page.body == "4. Wash\n5. Dry\n"
    assert page.notes == ()


def test_letters_before_points_are_named(read: Read) -> None:
    page = read(lambda document: numbered(document, 1, "lowerLetter"))
    assert page.body == "1. Wash\n2. Dry\n"
    assert len(notes(page, Kind.LIST_NUMBERS)) == 2


def test_a_dose_stays_in_its_column_beside_a_joined_cell(read: Read) -> None:
    def fill(document: Document) -> None:
        table_of(document, "Drug|When|Dose", "A|morning|5 mg", "|evening|7 mg")
        table = document.tables[0]
        table.cell(1, 0).merge(table.cell(2, 0)).text = "A"

    page = read(fill)
    assert page.body.splitlines()[2:] == ["| A | morning | 5 mg |", "| A | evening | 7 mg |"]
    assert "“A” covered several cells; row 3 repeats it" in notes(page, Kind.JOINED_CELLS)[0]
    assert notes(page, Kind.DIFFERENCE) == []


def test_a_table_without_a_head_says_so(read: Read) -> None:
    page = read(lambda document: table_of(document, "A|5 mg", "B|7 mg", head=False))
    assert "its first row is its head now: “A | 5 mg”" in notes(page, Kind.TABLE_HEADS)[0]
    assert notes(read(lambda document: table_of(document, "A|5 mg", "B|7 mg")), Kind.TABLE_HEADS) == []


def test_several_paragraphs_of_a_cell_are_kept_apart(read: Read) -> None:
    page = read(lambda document: table_of(document, "Drug|Note", "A|take one\nwith food", "B|c"))
    assert "| A | take one; with food |" in page.body


@pytest.mark.parametrize(
    "symbol",
    [
        '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>',
        '<w:r><w:sym w:font="Symbol" w:char="B3"/></w:r>',
        run("\uf0b3", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'),
    ],
)
def test_greater_or_equal_from_a_symbol_font_is_not_lost(read: Read, symbol: str) -> None:
    page = read(lambda document: add(document, paragraph("Dose ", symbol, " 5 mg")))
    assert page.body == "Dose ≥ 5 mg\n"
    assert page.notes == ()


def test_a_sign_whose_font_another_program_lost_is_read_and_named(read: Read) -> None:
    page = read(lambda document: add(document, paragraph("Dose ", run("\uf0b3", ""), " 5 mg")))
    assert page.body == "Dose ≥ 5 mg\n"
    assert "the sign F0B3, whose font is lost, was read as “≥”: compare it" in notes(page, Kind.SYMBOLS)[0]


def test_a_sign_that_is_not_known_is_left_to_fill_in(read: Read) -> None:
    sign = '<w:r><w:sym w:font="Clinic Icons" w:char="F041"/></w:r>'
    page = read(lambda document: add(document, paragraph("Look: ", sign)))
    assert "FILL IN: the sign F041 of the font Clinic Icons" in page.body
    assert "the sign F041 of the font Clinic Icons could not be read" in notes(page, Kind.SYMBOLS)[0]


def test_ten_to_the_nine_is_not_109(read: Read) -> None:
    def fill(document: Document) -> None:
        words = document.add_paragraph("4 x 10")
        words.add_run("9").font.superscript = True
        words.add_run(" cells, H")
        words.add_run("2").font.subscript = True
        words.add_run("O, the 4")
        words.add_run("th").font.superscript = True
        words.add_run(" day")

    page = read(fill)
    assert page.body == "4 x 10⁹ cells, H₂O, the 4th day\n"
    assert page.notes == ()


def test_pictures_come_along_and_ask_for_words(read: Read) -> None:
    page = read(lambda document: (document.add_paragraph("A hip."), document.add_picture(png())))
    ((name, data),) = page.pictures
    assert data == png().getvalue()
    assert f"![FILL IN: what the picture shows](media:{name})" in page.body
    assert "has no description yet" in notes(page, Kind.PICTURES)[0]


def test_headers_and_footers_are_named_once(read: Read) -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("Words.")
        document.sections[0].header.paragraphs[0].text = "Elm Street Clinic"
        document.sections[0].footer.paragraphs[0].text = "Page 3"

    page = read(fill)
    assert sorted(notes(page, Kind.HEADERS)) == ["footer: left out: “Page 3”", "header: left out: “Elm Street Clinic”"]
    assert page.body == "Words.\n"


def test_underlined_and_coloured_words_are_named(read: Read) -> None:
    def fill(document: Document) -> None:
        words = document.add_paragraph("Do ")
        words.add_run("not").underline = True
        words.add_run(" stop ").font.color.rgb = RGBColor(255, 0, 0)
        words.add_run("it.")

    page = read(fill)
    assert page.body == "Do not stop it.\n"
    assert [note.rpartition("”: ")[2] for note in notes(page, Kind.MARKS)] == ["underlined: “not”", "coloured: “stop”"]


def test_deep_and_skipped_headings_and_bold_lines_are_named(read: Read) -> None:
    def fill(document: Document) -> None:
        document.add_heading("Title", 0)
        document.add_heading("One", 1)
        document.add_heading("Three", 3)
        document.add_paragraph("Text.")
        document.add_paragraph().add_run("What to do").bold = True
        document.add_heading("Seven", 7)
        document.add_paragraph("Text.")

    page = read(fill)
    found = " / ".join(notes(page, Kind.HEADINGS))
    assert "### Three" in page.body
    assert "#### Seven" in page.body
    assert "after a skipped level" in found
    assert "“What to do” is all bold" in found
    assert "a heading of level 7" in found


def test_notes_stand_at_the_end_under_their_numbers() -> None:
    root = html_tree.read_tree(
        b'<p>Take it<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup>.</p>'
        b'<ol><li id="footnote-1"><p> With food. <a href="#footnote-ref-1">x</a></p></li></ol>'
    )
    found: list[Note] = []
    assert with_plain_notes(root, found) == "1 1"
    assert "Take it (note 1)." in html_tree.text_of(root)
    assert "Note 1:  With food." in html_tree.text_of(root)
    assert [note.kind for note in found] == [Kind.NOTES]


def test_words_in_another_language_or_direction_are_named(read: Read) -> None:
    def fill(document: Document) -> None:
        add(
            document,
            paragraph("Say ", run("bonjour", '<w:lang w:val="fr-FR"/>'), " or ", run("سلام", "<w:rtl/><w:bCs/>"), "."),
        )

    page = read(fill)
    assert page.body == "Say bonjour or **سلام**.\n"
    assert any("in the language “fr”: “bonjour”" in note for note in notes(page, Kind.LANGUAGES))
    assert any("from right to left: “سلام”" in note for note in notes(page, Kind.LANGUAGES))


def test_bold_on_words_from_right_to_left_counts_only_as_their_own(read: Read) -> None:
    page = read(lambda document: add(document, paragraph(run("سلام", "<w:rtl/><w:b/>"), " words")))
    assert "**" not in page.body


def test_a_field_that_nobody_filled_in_stays_out(read: Read) -> None:
    def fill(document: Document) -> None:
        field = (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            "<w:r><w:t>Click to enter a name</w:t></w:r></w:sdtContent></w:sdt>"
        )
        filled = "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Elm ward</w:t></w:r></w:sdtContent></w:sdt>"
        add(document, paragraph("Name: ", field, filled))

    page = read(fill)
    assert page.body == "Name: Elm ward\n"
    assert "a field that nobody filled in was left out: “Click to enter a name”" in notes(page, Kind.CONTROLS)[0]


def test_signs_of_markdown_are_words_like_others(read: Read) -> None:
    text = "1) *not* _this_ [x] {y} a|b <c> ~ $5 = 3 + 2 # & :x: `q` ^2^ 50 % - done"
    page = read(lambda document: document.add_paragraph(text))
    (block,) = ArticleParser().parse(page.body).blocks
    assert plain(block.spans) == text


# Files that are none


def refused(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(CannotImportError) as told:
        read_word(path, origin="x", write=WRITE, language="en", limits=limits or Limits())
    return str(told.value)


def test_a_file_that_is_no_word_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK\x03\x04 no zip at all")
    assert "it is not a Word file, or it is damaged" in refused(path)


def test_a_damaged_part_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<w:document")
    assert "its part word/document.xml is damaged" in refused(path)


def test_entities_are_not_unfolded(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    assert "its part word/document.xml is damaged" in refused(path)


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (Limits(file_bytes=1_000), "more than 1,000; divide it"),
        (Limits(unpacked_bytes=10_000), "far more than a text"),
        (Limits(part_bytes=500), "unpacks to more than 500 bytes"),
        (Limits(parts=2), "far more than a text"),
    ],
)
def test_a_file_beyond_the_limits_is_not_opened(tmp_path: Path, limits: Limits, said: str) -> None:
    path = saved(tmp_path, lambda document: document.add_paragraph("Words."))
    assert said in refused(path, limits)
