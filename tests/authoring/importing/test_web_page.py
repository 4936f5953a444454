"""Saved and pasted web pages, and Markdown of other programs, as they come in."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmlapp.authoring.importing.dialect import NO_ID, DialectWriter, bare
from pmlapp.authoring.importing.imported import ImportedPage, Unread
from pmlapp.authoring.importing.markdown_text import read_markdown
from pmlapp.authoring.importing.not_carried import Kind
from pmlapp.authoring.importing.web_page import read_web_page
from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.page import Emphasis, ItemList, ListItem, Paragraph, Strong, Text
from tests.authoring.importing.word_files import png

PARSER = ArticleParser()
WRITE = DialectWriter(PARSER)


def read(folder: Path, html: str, *, take_hidden: bool = False) -> ImportedPage:
    path = folder / "page.html"
    path.write_text(html, encoding="utf-8")
    page = read_web_page(path, origin="page.html", write=WRITE, language="en", take_hidden=take_hidden)
    assert isinstance(page, ImportedPage), page
    assert PARSER.mistakes(page.body) == ()
    return page


def notes(page: ImportedPage, kind: Kind) -> list[str]:
    return [note.message for note in page.notes if note.kind is kind]


def test_a_page_keeps_headings_lists_links_and_tables(tmp_path: Path) -> None:
    page = read(
        tmp_path,
        "<title>T</title><h1>Your hip</h1><p>See <a href='https://www.nhs.uk/x'>the page</a>.</p><h2>Doses</h2>"
        "<ol start=3><li>Wash<ul><li>hands</ul><li>Dry</ol>"
        "<table><thead><tr><th>Drug<th>Dose</thead><tr><td>A<td>5&nbsp;mg</table>",
    )
    assert page.title == "Your hip"
    assert page.body.splitlines() == [
        "See [the page](https://www.nhs.uk/x).",
        "",
        "## Doses",
        "",
        "3. Wash",
        "    - hands",
        "4. Dry",
        "",
        "| Drug | Dose |",
        "| --- | --- |",
        "| A | 5\u00a0mg |",
    ]
    assert page.notes == ()


@pytest.mark.parametrize(
    "hidden",
    ["<p hidden>Secret 9</p>", "<p style='display: none'>Secret 9</p>", "<p style='mso-hide:all'>Secret 9</p>"],
)
def test_what_a_page_hides_stays_hidden(tmp_path: Path, hidden: str) -> None:
    page = read(tmp_path, f"<h1>T</h1><p>Seen.</p>{hidden}<!-- a comment --><script>x()</script>")
    assert page.body == "Seen.\n"
    assert notes(page, Kind.HIDDEN) == ["hidden text was left out: “Secret 9”"]
    assert "Secret 9" in read(tmp_path, f"<h1>T</h1><p>Seen.</p>{hidden}", take_hidden=True).body


def test_google_s_bold_that_is_none_makes_nothing_bold(tmp_path: Path) -> None:
    page = read(
        tmp_path,
        '<b style="font-weight:normal;"><p><span>Plain, and </span><span style="font-weight:700">bold</span></p></b>',
    )
    assert page.body == "Plain, and **bold**\n"


def test_points_pasted_from_word_are_a_list(tmp_path: Path) -> None:
    def point(mark: str, text: str) -> str:
        return (
            f"<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{mark}<span>   </span></span>{text}</p>"
        )

    page = read(tmp_path, f"<p>Do this:</p>{point('·', 'rest')}{point('·', 'ice')}<p>Then:</p>{point('2.', 'wash')}")
    assert page.body == "Do this:\n\n- rest\n- ice\n\nThen:\n\n2. wash\n"


def test_links_that_pages_do_not_have_keep_their_words_and_are_named(tmp_path: Path) -> None:
    page = read(
        tmp_path,
        "<p><a href='http://old.example/a'>the clinic</a>, <a href='mailto:a@b.example'>write</a>, "
        "<a href='other.html'>more</a>, <a href='#x'>below</a>, <a href='javascript:x()'>go</a></p>",
    )
    assert page.body == "the clinic (http://old.example/a), write (a@b.example), more, below, go\n"
    assert len(notes(page, Kind.LINKS)) == 5


def test_a_picture_saved_beside_a_page_comes_along_and_no_other_file_does(tmp_path: Path) -> None:
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "hip.png").write_bytes(png().getvalue())
    page = read(
        tmp_path,
        "<p>A</p><img src='page_files/hip.png' alt='A hip'><img src='/etc/passwd'><img src='../../secret.png'>"
        "<img src='https://x.example/a.png'>",
    )
    ((name, _),) = page.pictures
    assert f"![A hip](media:{name})" in page.body
    assert sum("was not saved with the page" in note for note in notes(page, Kind.PICTURES)) == 3


def test_struck_words_menus_and_films_are_named(tmp_path: Path) -> None:
    page = read(tmp_path, "<nav>Home</nav><p>Take <s>two</s> one.</p><video src=a></video><form><input></form>")
    assert page.body == "Take one.\n"
    assert notes(page, Kind.MARKS) == ["struck out, so left out: “two”"]
    assert notes(page, Kind.HEADERS) == ["a menu was left out: “Home”"]
    assert notes(page, Kind.PICTURES) == ["<video> was left out"]


def test_a_number_that_does_not_come_along_is_named(tmp_path: Path) -> None:
    page = read(tmp_path, "<p>Take <s>15</s> tablets.</p>")
    assert notes(page, Kind.DIFFERENCE) == ["the number 15 is missing once"]


def test_joined_cells_keep_every_cell_in_its_column(tmp_path: Path) -> None:
    page = read(
        tmp_path,
        "<table><tr><th>Drug<th>When<th>Dose</tr><tr><td rowspan=2>A<td>morning<td>5 mg</tr>"
        "<tr><td>evening<td>7 mg</tr><tr><td colspan=2>B<td>9 mg</tr></table>",
    )
    assert page.body.splitlines()[2:] == ["| A | morning | 5 mg |", "| A | evening | 7 mg |", "| B | B | 9 mg |"]
    assert len(notes(page, Kind.JOINED_CELLS)) == 2
    assert notes(page, Kind.DIFFERENCE) == []


def test_an_empty_page_is_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><body><h1>Only a title</h1></body></html>", encoding="utf-8")
    assert read_web_page(path, origin="a", write=WRITE, language="en") == Unread("a", "there is no text in it")


@pytest.mark.parametrize(
    "front", ["---\ntitle: Your hip\ntags: [hip, joint]\n---\n", '+++\ntitle = "Your hip"\n+++\n', "# Your hip\n"]
)
def test_markdown_of_other_programs_comes_in_with_its_title(tmp_path: Path, front: str) -> None:
    path = tmp_path / "hip.md"
    path.write_text(
        f"{front}\nTerm\n:   Meaning {{{{< shortcode >}}}}\n\n> quoted\n\n| A | B |\n|---|---|\n| 1 | 2 |\n",
        encoding="utf-8",
    )
    page = read_markdown(path, origin="hip.md", write=WRITE, language="en")
    assert isinstance(page, ImportedPage)
    assert page.title == "Your hip"
    assert page.body == "- **Term**: Meaning\n\nquoted\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n"
    assert notes(page, Kind.CONTROLS) == ["a template was left out: “{{< shortcode >}}”"]


WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="\u3000"), max_size=30
)


@given(st.lists(WORDS, min_size=1, max_size=5))
@settings(max_examples=150, deadline=None)
def test_any_words_are_read_back_as_they_were(texts: list[str]) -> None:
    lines = [text for each in texts if (text := " ".join(each.split()))]
    blocks = tuple(Paragraph(NO_ID, (Text(line),)) for line in lines)
    if not blocks:
        return
    written = WRITE.written(blocks)
    if not PARSER.mistakes(written.text):
        assert bare(PARSER.parse(written.text).blocks) == bare(blocks)


@given(WORDS, WORDS)
@settings(max_examples=60, deadline=None)
def test_bold_and_stressed_words_are_read_back_or_said_to_be_plain(first: str, second: str) -> None:
    one, two = " ".join(first.split()), " ".join(second.split())
    if not one or not two:
        return
    spans = (Strong((Text(one),)), Text(" "), Emphasis((Text(two),)))
    blocks = (ItemList(NO_ID, False, 1, (ListItem(NO_ID, (Paragraph(NO_ID, spans),)),)),)
    written = WRITE.written(blocks)
    if written.is_exact:
        assert bare(PARSER.parse(written.text).blocks) == bare(written.blocks)
