"""A page as plain text: what is on it, and nothing that should not be met by accident."""

from io import StringIO
from pathlib import Path

import pytest

from pmlapp.errors import ArticleNotFoundError, MissingContentError
from pmlapp.library.pages.page_words import PageWords
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.keys import window_keys
from pmlapp.shell.text_output import print_heard, print_page, print_sentences
from tests.builders import article, content_file, library

OUTLOOK = "outlook/life-expectancy"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    body = '## Figures\n\n??? outlook "the figures"\n    Half of them.\n\n??? more "more"\n    Soup.\n'
    return content_file(tmp_path, library([article(OUTLOOK, title="How long?", body=body)]))


def printed(path: Path, *, article: str | None = None, page: str | None = None, number: str | None = None) -> str:
    out = StringIO()
    print_page(Arguments(text=True, article=article, page=page), SiteSettings(emergency_number=number), path, out)
    return out.getvalue()


def test_without_a_page_it_says_what_the_library_holds(small: Path) -> None:
    assert printed(small) == printed(small, page="home")
    assert f"How long? ({OUTLOOK})" in printed(small)


def test_what_is_closed_on_purpose_stays_closed_and_other_folds_are_open(small: Path) -> None:
    text = printed(small, article=OUTLOOK)
    assert PageWords.closed_on_purpose in " ".join(text.split())
    assert "Half of them" not in text
    assert "Soup." in text


def test_the_keys_page_lists_the_keys(small: Path) -> None:
    text = printed(small, page="keys")
    assert all(key in text for key, _ in window_keys())


@pytest.mark.parametrize(("page", "title"), [("words", "Word list"), ("about", "About this library")])
def test_the_pages_of_our_own_are_printed(small: Path, page: str, title: str) -> None:
    assert title in printed(small, page=page)


def test_whom_to_call_comes_from_the_site(bundled_library: Path) -> None:
    assert "Call 112" in printed(bundled_library, article="signs/urgent-help", number="112")
    assert "local emergency number" in printed(bundled_library, article="signs/urgent-help")


def test_what_is_not_there_is_told(small: Path, tmp_path: Path) -> None:
    with pytest.raises(ArticleNotFoundError):
        printed(small, article="no/page")
    with pytest.raises(MissingContentError):
        printed(tmp_path / "nothing.db")


def test_what_is_read_aloud_is_printed_a_sentence_a_line(small: Path) -> None:
    out = StringIO()
    print_sentences(Arguments(sentences=True, article=OUTLOOK), SiteSettings(), small, out)
    lines = out.getvalue().splitlines()
    assert lines[0] == "How long?"
    assert "Figures" in lines
    assert not any("Half of them" in line or "Soup" in line for line in lines)


def test_a_page_can_be_heard_and_what_is_closed_stays_closed(small: Path) -> None:
    out = StringIO()
    print_heard(Arguments(hear=True, article=OUTLOOK), SiteSettings(), small, out)
    heard = out.getvalue().splitlines()
    assert "heading 1: How long?" in heard
    assert "button, collapsed: Show the figures (1 paragraph)" in heard
    assert "Half of them" not in out.getvalue()
