"""`pml export`: the forms in which a library is handed out, as those who get them read them."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pmlapp.cli.main import pml
from pmlapp.paths import bundled_library
from tests.cli.conftest import write
from tests.cli.test_diff import SIGN

DAY = ("--on", "2026-11-30")


class Words(HTMLParser):
    """The words that a page shows, without what only machines read; ids and addresses on the side."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.addresses: list[str] = []
        self.alts: list[str | None] = []
        self._hidden = 0
        self._pieces: list[str] = []
        self.feed(text)

    @property
    def words(self) -> str:
        return " ".join("".join(self._pieces).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if tag == "br":
            self._pieces.append(" ")
        if tag in ("style", "script", "title"):
            self._hidden += 1
        if held.get("id"):
            self.ids.add(str(held["id"]))
        if tag == "a" and held.get("href"):
            self.addresses.append(str(held["href"]))
        if tag == "img":
            self.alts.append(held.get("alt"))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script", "title"):
            self._hidden -= 1
        self._pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._pieces.append(data)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(pml, [str(argument) for argument in arguments])


def main_part(text: str) -> str:
    return text[text.index("<main>") : text.index("</main>")]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("web") / "site"
    assert run("export", "web", "-o", folder, *DAY).exit_code == 0
    return folder


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("epub") / "book.epub"
    assert run("export", "epub", "-o", path, *DAY).exit_code == 0
    return path


@pytest.fixture
def library(shelf: Path) -> Path:
    """A library of four pages, of which one is withdrawn and one is signed."""
    write(shelf / "library.toml", '[policy]\nrelease = "none"\n')
    source = ("-s", shelf / "content")
    assert run("review", "sign", "causes/one", *source, *SIGN, "--due", "2028-01-15").exit_code == 0
    gone = ("--reason", "The dose was wrong.", "--by", "the editors", "--yes")
    assert run("review", "withdraw", "causes/two", *source, *gone).exit_code == 0
    assert run("build", shelf / "content", "-o", shelf / "content.db").exit_code == 0
    return shelf / "content.db"


def test_every_link_of_the_site_leads_to_a_file_and_a_place_that_is_there(site: Path) -> None:
    pages = {path: Words(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    assert len(pages) == 35
    for path, page in pages.items():
        assert None not in page.alts
        for address in page.addresses:
            if address.startswith("https:"):
                continue
            file, _, anchor = address.partition("#")
            target = (path.parent / file).resolve() if file else path
            assert target in pages, (path, address)
            assert not anchor or anchor in pages[target].ids, (path, address)


def test_nothing_of_the_site_is_loaded_from_elsewhere_and_one_script_runs(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "default-src &#x27;none&#x27;" in text
        assert not re.search(r'(?:src|action)="(?:https?:)?//|<link|@import|url\(', text)
        assert ("script-src" in text) == (path.name == "search.html")


def test_web_and_epub_say_the_same_words_in_the_same_order(site: Path, book: Path) -> None:
    with zipfile.ZipFile(book) as package:
        chapters = [name for name in package.namelist() if "--" in name]
        assert len(chapters) == 32
        for name in chapters:
            page = site / f"{name.removeprefix('EPUB/').removesuffix('.xhtml').replace('--', '/')}.html"
            one, other = (main_part(text) for text in (page.read_text("utf-8"), package.read(name).decode()))
            assert Words(one).words == Words(other).words
            assert "Put together from" in one or "lived" in one


def test_the_book_is_valid_xml_and_every_file_of_it_is_listed(book: Path) -> None:
    data = book.read_bytes()
    assert data[30:58] == b"mimetypeapplication/epub+zip"
    with zipfile.ZipFile(book) as package:
        names = set(package.namelist())
        opf = ET.fromstring(package.read("EPUB/package.opf"))
        listed = {f"EPUB/{item.get('href')}" for item in opf.iter("{http://www.idpf.org/2007/opf}item")}
        assert names - listed == {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}
        assert listed <= names
        for name in names:
            if name.endswith(".xhtml"):
                page = ET.fromstring(package.read(name))
                assert page.get("lang") == "en"
                assert page.get("dir") == "ltr"
                assert all(image.get("alt") for image in page.iter("{http://www.w3.org/1999/xhtml}img"))


def test_the_same_library_gives_the_same_book_and_the_same_zip(book: Path, tmp_path: Path) -> None:
    assert run("export", "epub", "-o", tmp_path / "again.epub", *DAY).exit_code == 0
    assert (tmp_path / "again.epub").read_bytes() == book.read_bytes()
    for name in ("a.zip", "b.zip"):
        assert run("export", "web", "-o", tmp_path / name, *DAY).exit_code == 0
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_search_engines_are_told_of_a_review_only_where_a_record_holds(library: Path, tmp_path: Path) -> None:
    run("export", "web", library, "-o", tmp_path / "site")

    def told(page: str) -> dict:
        text = (tmp_path / "site" / f"{page}.html").read_text(encoding="utf-8")
        return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text)[1])

    signed, other = told("causes/one"), told("causes/three")
    assert signed["reviewedBy"]["name"] == "Dr A. Example"
    assert "lastReviewed" in signed
    assert {"reviewedBy", "lastReviewed"} & other.keys() == set()
    assert other["mainEntity"][0]["acceptedAnswer"]["text"].startswith("A virus wakes up.")


@pytest.mark.parametrize("form", ["web", "markdown", "epub", "csv"])
def test_a_withdrawn_page_is_in_no_form_and_nothing_leads_to_it(library: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / ("out.zip" if form in ("web", "markdown") else "out")
    assert run("export", form, library, "-o", out).exit_code == 0
    if form == "csv":
        texts = {"out": out.read_text(encoding="utf-8")}
    else:
        with zipfile.ZipFile(out) as package:
            texts = {name: package.read(name).decode("utf-8", "ignore") for name in package.namelist()}
    assert texts
    for name, text in texts.items():
        assert "two" not in name
        assert not re.search(r'(?:href="|\]\()[^")]*two', text), name
    assert any("A virus wakes up." in text for text in texts.values())


def test_markdown_keeps_text_sources_words_and_pictures(library: Path, tmp_path: Path) -> None:
    run("export", "markdown", library, "-o", tmp_path / "md")
    page = (tmp_path / "md/docs/causes/one.md").read_text(encoding="utf-8")
    assert "[myelin](../words.md#myelin)" in page
    assert "![Two dots.](../media/dots.svg)" in page
    assert "[^S1]: Study 1. P1. 2021." in page
    assert '!!! emergency "Call for help now if:"' in page
    assert "clinically reviewed by Dr A. Example" in page.replace("Clinically", "clinically")
    assert (tmp_path / "md/docs/media/dots.svg").is_file()
    assert (tmp_path / "md/mkdocs.yml").read_text(encoding="utf-8").startswith('site_name: "L"')


def test_tables_have_a_row_for_each_page_and_each_signature(library: Path, tmp_path: Path) -> None:
    run("export", "csv", library, "-o", tmp_path / "pages.csv")
    pages = list(csv.DictReader(io.StringIO((tmp_path / "pages.csv").read_text(encoding="utf-8"))))
    reviews = list(csv.DictReader(io.StringIO((tmp_path / "pages-reviews.csv").read_text(encoding="utf-8"))))
    assert [(page["id"], page["status"]) for page in pages] == [
        ("causes/four", "never reviewed"),
        ("causes/one", "clinically reviewed"),
        ("causes/three", "never reviewed"),
    ]
    assert [(row["id"], row["reviewer"], row["holds"]) for row in reviews] == [("causes/one", "Dr A. Example", "yes")]


def test_an_export_replaces_an_earlier_one_and_no_other_folder(library: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert run("export", "web", library, "-o", tmp_path / "site").exit_code == 0
    mine = tmp_path / "mine"
    mine.mkdir()
    write(mine / "letter.txt", "dear")
    refused = run("export", "web", library, "-o", mine)
    assert refused.exit_code == 73
    assert f"There is something at {mine} already" in refused.stderr
    assert [path.name for path in mine.iterdir()] == ["letter.txt"]
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_the_bundled_library_is_exported_without_a_name(site: Path) -> None:
    assert bundled_library().name == "content.db"
    assert (site / "index.html").is_file()
