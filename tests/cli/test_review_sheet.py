"""`pml review sheet`: what a reviewer gets on paper or in a browser."""

import io
import os
import subprocess
import sys
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from pmlapp.cli.main import pml
from tests.hardship import not_allowed_to_write

TODAY = date.today()


class Sheet(HTMLParser):
    """A sheet as a browser would read it: its words, elements and where they lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: list[str] = []
        self.addresses: list[str] = []
        self._styled = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "xlink:href", "action")]
        self._styled = tag == "style"

    def handle_data(self, data: str) -> None:
        if not self._styled:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(pml, ["review", *map(str, arguments)])


def html(shelf: Path, article: str = "causes/one") -> Sheet:
    path = shelf.parent / "sheet.html"
    result = run("sheet", article, "-s", shelf / "content", "-o", path)
    assert result.exit_code == 0, result.output
    return Sheet(path.read_text(encoding="utf-8"))


def pdf(shelf: Path, article: str = "causes/one", *options: str) -> PdfReader:
    path = shelf.parent / "sheet.pdf"
    result = run("sheet", article, "-s", shelf / "content", "-o", path, *options)
    assert result.exit_code == 0, result.output
    return PdfReader(io.BytesIO(path.read_bytes()))


def words(reader: PdfReader) -> str:
    text = " ".join(page.extract_text() for page in reader.pages)
    return " ".join(text.replace("\u200b", "").split())


def sign(shelf: Path, *articles: str) -> None:
    said = ("--name", "Dr A. Example", "--role", "neurologist", "--credentials", "x", "--interests", "none")
    due = str(TODAY + timedelta(days=300))
    rest = ("--evidence", "x", "--due", due, "--kind", "clinical", "--yes", "-s", shelf / "content")
    result = run("sign", *articles, *said, *rest)
    assert result.exit_code == 0, result.output


def change(shelf: Path, old: str, new: str) -> None:
    path = shelf / "content" / "en" / "causes" / "one.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


ON_THE_PAGE = [
    "What is page one?",
    "A virus wakes up. About 1 in 10 people notice.",
    "Not reviewed by a clinician.",
    "Three things help:",
    "rest for 5 days",
    "Call for help now if:",
    "Call your local emergency number now",
    "Closed at first; opened by “Show numbers about outlook”",
    "Who lived",
    "40 people",
    "Two dots.",
]
TO_CHECK = [
    "Study 1. P1, 2021. facts only.",
    "https://example.org/2",
    "The coat of a nerve.",
    "1,000 adults in France, 2010. Values: 61%. Recorded under S1: 61% of 1,000 (mark E)",
    "Nobody has signed this page before.",
    "My word holds for exactly this text",
    "Credentials",
    "pml review sign causes/one --sha256 ",
]


def test_a_sheet_holds_the_page_as_readers_see_it_and_all_there_is_to_check(shelf: Path) -> None:
    for text in (html(shelf).text, words(pdf(shelf))):
        assert [part for part in (*ON_THE_PAGE, *TO_CHECK) if part not in text] == []


def test_the_command_on_the_sheet_signs_the_text_that_stands_on_it(shelf: Path) -> None:
    text = html(shelf).text
    arguments = text[text.index("pml review sign ") :].split()[2:6]
    said = ("--name", "A", "--role", "x", "--credentials", "x", "--interests", "none", "--evidence", "x")
    due = ("--due", str(TODAY + timedelta(days=9)), "--kind", "lay", "--yes", "-s", shelf / "content")
    assert run(*arguments, *said, *due).exit_code == 0


def test_every_number_stands_beside_its_sources(shelf: Path) -> None:
    text = html(shelf).text
    table = text[text.index("Numbers and their sources") :]
    for row in (
        "rest for 5 days near: [2]",
        "40 people | 75% [2]",
        "In France, about 6 in 10 adults carry it. [1] [2]",
    ):
        assert row in table
    assert "a seizure lasts more than 5 minutes none" in table


def test_an_html_sheet_loads_nothing_and_runs_nothing(shelf: Path) -> None:
    sheet = html(shelf)
    assert [address for address in sheet.addresses if not address.startswith("data:")] == []
    assert {"svg", "table", "h3"} <= set(sheet.elements)
    assert not {"script", "link", "iframe", "object"} & set(sheet.elements)


def test_the_id_and_the_hash_stand_on_every_page_of_a_pdf_and_the_pages_are_counted(shelf: Path) -> None:
    reader = pdf(shelf)
    status = run("status", "-s", shelf / "content", "--format", "csv").stdout
    sha256 = next(line for line in status.splitlines() if line.startswith("causes/one,")).rpartition(",")[2]
    assert len(reader.pages) > 1
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text().replace("\u200b", "")
        assert "causes/one" in text
        assert sha256 in text
        assert f"{number} / {len(reader.pages)}" in text


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_a_pdf_is_made_for_the_paper_there_is(shelf: Path, paper: str, size: tuple[int, int]) -> None:
    box = pdf(shelf, "causes/one", "--paper", paper).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_a_pdf_can_be_read_aloud(shelf: Path) -> None:
    reader = pdf(shelf)
    assert reader.metadata is not None
    assert reader.metadata.title == "Review sheet: What is page one?"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_it_shows_what_changed_since_the_page_was_signed(shelf: Path) -> None:
    sign(shelf, "causes/one")
    assert "Nothing. The text is word for word the one that was signed." in html(shelf).text
    change(shelf, "rests in the kidneys", "sleeps in the kidneys")
    sheet = html(shelf)
    assert f"Since the clinical sign-off by Dr A. Example, neurologist, on {TODAY}" in sheet.text
    assert "Beginning of the text The virus rests sleeps in the kidneys." in sheet.text
    assert (sheet.elements.count("del"), sheet.elements.count("ins")) == (1, 1)
    assert "rests sleeps in the kidneys" in words(pdf(shelf))


def test_it_says_so_where_the_signed_text_was_not_kept(shelf: Path) -> None:
    sign(shelf, "causes/one")
    change(shelf, "rests in the kidneys", "sleeps in the kidneys")
    for kept in (shelf / "reviews" / "signed").iterdir():
        kept.unlink()
    assert "The text that was signed then has not been kept" in html(shelf).text
    assert "The text that was signed then has not been kept" in words(pdf(shelf))


def test_a_withdrawn_page_stands_on_its_sheet_in_full_with_the_reason(shelf: Path) -> None:
    said = ("--by", "the editors", "--reason", "A study was taken back.", "--yes")
    assert run("withdraw", "causes/one", *said, "-s", shelf / "content").exit_code == 0
    text = html(shelf).text
    assert f"Withdrawn {TODAY}, the editors: A study was taken back." in text
    assert "rest for 5 days" in text


HOSTILE = r"\#set page(width: 1pt) \<img src=x> \& “quotes” #import \$x\$ @here ~ -- 12"
SHOWN = "#set page(width: 1pt) <img src=x> & “quotes” #import $x$ @here ~ -- 12"


def test_what_looks_like_markup_is_printed_as_it_stands(shelf: Path) -> None:
    change(shelf, "Nobody counted more than 12.", HOSTILE)
    sheet = html(shelf)
    assert SHOWN in sheet.text
    assert "img" not in sheet.elements
    assert SHOWN in words(pdf(shelf))


def test_a_word_longer_than_a_line_is_broken_not_cut_off(shelf: Path) -> None:
    change(shelf, "Nobody counted", "x" * 190 + " counted")
    reader = pdf(shelf)
    lines = [line for page in reader.pages for line in page.extract_text().splitlines()]
    assert max(line.count("x") for line in lines) < 100
    assert sum(line.count("x") for line in lines) > 2 * 190


def test_signs_that_cannot_be_printed_are_told_of_on_the_sheet_and_to_its_maker(shelf: Path) -> None:
    change(shelf, "Nobody counted", "Αλφα \u1820 counted")
    result = run("sheet", "causes/one", "-s", shelf / "content", "-o", shelf / "sheet.pdf")
    assert result.exit_code == 0
    assert "have no letter form on this computer" in result.stderr
    assert "have no letter form on this computer" in words(PdfReader(shelf / "sheet.pdf"))
    assert "Αλφα \u1820 counted" in html(shelf).text


def test_an_article_may_leave_out_levels_of_headings(shelf: Path) -> None:
    change(shelf, "## What to do", "#### Deep down\n\n## What to do")
    assert "Deep down" in words(pdf(shelf))
    assert run("sheet", "causes/one", "-s", shelf / "content", "-o", shelf / "sheet.pdf").stderr == ""


def test_a_table_too_wide_for_a_page_is_set_as_lists(shelf: Path) -> None:
    heads = " | ".join(f"head{n}" for n in range(30))
    cells = " | ".join(f"cell{n}" for n in range(30))
    change(shelf, "Three things", f"| {heads} |\n{'| --- ' * 30}|\n| {cells} |\n\nThree things")
    for text in (html(shelf).text, words(pdf(shelf))):
        assert [n for n in range(30) if f"head{n}: cell{n}" not in text] == []


def test_a_picture_damaged_behind_its_head_is_told_and_html_goes_on(shelf: Path) -> None:
    head = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (9).to_bytes(4) * 2
    (shelf / "content" / "en" / "media" / "dots.svg").unlink()
    (shelf / "content" / "en" / "media" / "dots.png").write_bytes(head + b"nonsense")
    change(shelf, "media:dots.svg", "media:dots.png")
    result = run("sheet", "causes/one", "-s", shelf / "content", "-o", shelf / "sheet.pdf")
    assert result.exit_code == 65
    assert "The review sheet of causes/one cannot be made as PDF" in result.stderr
    assert "img" in html(shelf).elements


def test_several_sheets_go_into_a_folder(shelf: Path, tmp_path: Path) -> None:
    result = run("sheet", "--all", "-s", shelf / "content", "-o", tmp_path / "out", "--format", "html")
    assert result.exit_code == 0
    names = ["causes-four.html", "causes-one.html", "causes-three.html", "causes-two.html"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [*names, "how-to-begin.html"]
    assert result.stdout.splitlines()[0] == str(tmp_path / "out" / "causes-four.html")


def test_all_sheets_come_with_a_page_that_says_how_to_begin_with_the_most_dangerous_mistakes(
    resources: Path, tmp_path: Path
) -> None:
    result = run("sheet", "--all", "-s", resources / "content", "-o", tmp_path)
    assert result.exit_code == 0
    cover = Sheet((tmp_path / "how-to-begin.html").read_text(encoding="utf-8"))
    assert "do not rely on them for care" in cover.text
    assert (
        cover.text.index("signs/urgent-help") < cover.text.index("signs/symptoms") < cover.text.index("about/history")
    )
    assert all(path.name in cover.text for path in tmp_path.glob("*.html") if path.name != "how-to-begin.html")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("causes/one", "-o", "x.doc"), "ends neither in .html nor in .pdf"),
        (("causes/one", "causes/two", "-o", "x.pdf"), "is one file, but there are 2 articles"),
        (("causes/one", "-o", "x.pdf", "--format", "html"), "leave one of them out"),
        (("-o", "x.pdf"), "Name the articles by their ids"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_sentence(shelf: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run("sheet", *arguments, "-s", shelf / "content")
    assert (result.exit_code, said in result.output) == (2, True)


def test_a_place_that_cannot_be_written_ends_with_advice(shelf: Path) -> None:
    with not_allowed_to_write(shelf / "icons"):
        result = run("sheet", "causes/one", "-s", shelf / "content", "-o", shelf / "icons" / "x.html")
    assert (result.exit_code, "could not be written" in result.stderr) == (73, True)


def test_without_typst_it_says_how_to_get_it_and_html_goes_on(shelf: Path, tmp_path: Path) -> None:
    (tmp_path / "typst.py").write_text("raise ModuleNotFoundError('No module named typst', name='typst')")
    root = Path(__file__).parent.parent.parent
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(tmp_path), str(root)))}
    command = [sys.executable, "-c", "from pmlapp.cli.start import main; main()", "review", "sheet", "causes/one"]
    for name, ends in (("x.pdf", 69), ("x.html", 0)):
        place = ["-s", str(shelf / "content"), "-o", str(tmp_path / name)]
        ended = subprocess.run([*command, *place], env=environment, capture_output=True, text=True, check=False)
        assert ended.returncode == ends, ended.stderr
        assert ("needs typst, which is not installed. Run: pip install" in ended.stderr) == bool(ends)


def test_every_bundled_article_can_be_printed_with_every_sign_in_it(resources: Path, tmp_path: Path) -> None:
    result = run("sheet", "--all", "-s", resources / "content", "-o", tmp_path / "out", "--format", "pdf")
    assert (result.exit_code, result.stderr) == (0, "")
    pages = (resources / "content" / "en").glob("*/*.md")
    articles = sum(path.parent.name != "blocks" for path in pages)
    assert len(list((tmp_path / "out").glob("*.pdf"))) == articles > 0
