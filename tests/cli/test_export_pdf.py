"""`pml export pdf`: the booklet and the leaflets, as those who get them read them."""

import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import write
from tests.cli.test_diff import SIGN
from tests.cli.test_export import main_part, run

DAY = ("--on", "2027-01-31")


class PrintedWords(HTMLParser):
    """The words of a web page as paper shows them: with the numbers of steps, without “Show” before a fold."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._lists: list[int] = []
        self._fold = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if tag in ("ol", "ul"):
            self._lists.append(int(held.get("start") or 1) if tag == "ol" else 0)
        if tag == "li" and self._lists[-1]:
            self.pieces.append(f"{held.get('value') or self._lists[-1]}.")
            self._lists[-1] += 1
        self._fold = tag == "summary"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ol", "ul"):
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        words = data.removeprefix("Show ") if self._fold else data
        self.pieces.append(words[:1].upper() + words[1:] if self._fold else words)


def letters(text: str) -> str:
    """Without what paper breaks and adds: blanks, places to break and bullets."""
    return re.sub(r"[\s\u200b\u2022\u2023\u25e6•‣–]", "", text)


def printed(data: bytes) -> str:
    """The words of all sheets, without the line at the foot."""
    sheets = (page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    return "".join(letters(re.sub(r"[^\n]+ · [^\n]+ · [^\n]+\n?\s*\d+ / \d+\s*$", "", sheet)) for sheet in sheets)


@pytest.fixture
def library(shelf: Path) -> Path:
    """Four pages, one of them withdrawn and one signed."""
    picture = shelf / "content" / "en" / "media" / "dots.svg"
    # Letters inside a picture are words in a PDF, and none in a web page.
    write(picture, re.sub("<text.*</text>", "", picture.read_text(encoding="utf-8")))
    write(shelf / "library.toml", '[policy]\nrelease = "none"\n')
    source = ("-s", shelf / "content")
    assert run("review", "sign", "causes/one", *source, *SIGN, "--due", "2028-01-15").exit_code == 0
    gone = ("--reason", "The dose was wrong.", "--by", "the editors", "--yes")
    assert run("review", "withdraw", "causes/two", *source, *gone).exit_code == 0
    return built(shelf)


def built(shelf: Path) -> Path:
    assert run("build", shelf / "content", "-o", shelf / "content.db").exit_code == 0
    return shelf / "content.db"


def test_a_leaflet_says_the_words_of_the_web_page_in_their_order(library: Path, tmp_path: Path) -> None:
    assert run("export", "pdf", library, "--leaflets", "-o", tmp_path / "leaflets", *DAY).exit_code == 0
    assert run("export", "web", library, "-o", tmp_path / "site", *DAY).exit_code == 0
    assert sorted(path.stem for path in (tmp_path / "leaflets").rglob("*.pdf")) == ["four", "one", "three"]
    for name in ("one", "three", "four"):
        web = (tmp_path / "site" / "causes" / f"{name}.html").read_text(encoding="utf-8")
        wanted = letters("".join(PrintedWords(main_part(web)).pieces))
        got = printed((tmp_path / "leaflets" / "causes" / f"{name}.pdf").read_bytes())
        assert got == wanted


def test_the_booklet_is_tagged_has_contents_and_is_the_same_bytes_twice(library: Path, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        assert run("export", "pdf", library, "-o", tmp_path / name, *DAY).exit_code == 0
    data = (tmp_path / "a.pdf").read_bytes()
    assert data == (tmp_path / "b.pdf").read_bytes()
    reader = PdfReader(io.BytesIO(data))
    catalog = reader.trailer["/Root"]
    assert catalog["/Lang"] == "en"
    assert catalog["/MarkInfo"]["/Marked"]
    words = printed(data)
    assert "Contents" in words
    assert "What is page two?" not in str(reader.outline)
    assert "What is page three?" in str(reader.outline)
    assert words.count("Dr A. Example".replace(" ", "")) >= 1
    assert "Itcannottellwhatisrightforyou" in words


def test_a_letter_that_no_font_has_is_refused_with_its_page_and_nothing_is_written(
    library: Path, shelf: Path, tmp_path: Path
) -> None:
    page = shelf / "content" / "en" / "causes" / "three.md"
    write(page, page.read_text(encoding="utf-8").replace("The virus rests.", "The virus \U00013000 rests."))
    refused = run("export", "pdf", built(shelf), "-o", tmp_path / "a.pdf", *DAY)
    assert refused.exit_code == 65
    assert "causes/three: " in refused.stderr
    assert "causes/four: " not in refused.stderr
    assert not (tmp_path / "a.pdf").exists()
