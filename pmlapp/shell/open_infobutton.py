"""Answering a record system's Infobutton request: which page and section, said without Qt and without a display."""

from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final, TextIO

from pmlapp import paths
from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import ArticleSummary, QuestionType
from pmlapp.errors import QT_TRANSLATE_NOOP, ContentError, PmlError
from pmlapp.library.infobutton import InfobuttonRequest, pages_of_topic
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.calendar import Calendar
from pmlapp.shell.kiosk.run_record import is_running
from pmlapp.shell.open_library import open_library

_BROADER: Final = QT_TRANSLATE_NOOP("codes", "No page has the {system} code itself. This is the page for {code}.")

_HEADINGS: Final = MappingProxyType(
    {
        QuestionType.TREATMENT: ("treat", "therap"),
        QuestionType.TESTS: ("test", "diagno", "found"),
        QuestionType.CAUSES: ("cause",),
        QuestionType.SYMPTOMS: ("sign", "sympto"),
        QuestionType.PREVENTION: ("preven",),
        QuestionType.OUTLOOK: ("outloo", "progno"),
        QuestionType.RISK: ("risk",),
        QuestionType.DIET: ("diet", "eat"),
    }
)
"""How a heading about each type of question begins, in libraries that put all of an illness on one page."""


class TopicNotFoundError(ContentError):
    """No page is on the topic of an Infobutton request; nothing of the request is said."""

    summary = QT_TRANSLATE_NOOP("errors", "This library has no page on what was asked for.")
    advice = QT_TRANSLATE_NOOP("errors", "Search for the name of the illness.")
    exit_code = 4


class KioskRefusesError(PmlError):
    """A record system asked for a page where a public kiosk runs."""

    summary = QT_TRANSLATE_NOOP("errors", "This computer is a kiosk: it shows nothing for a record system.")
    advice = QT_TRANSLATE_NOOP("errors", "Ask on a computer of the staff.")
    exit_code = 77


def page_of_request(
    arguments: Arguments, request: InfobuttonRequest, site: SiteSettings, library: Path
) -> Arguments | tuple[ArticleSummary, ...]:
    """The arguments with the page, and the section of it, that answer a request; or several pages to choose from.

    Raises:
        KioskRefusesError: a kiosk runs here, in front of which nobody must see what a record system asks.
        TopicNotFoundError: the library has no page on that topic.
        ContentError: the library cannot be read.
    """
    if is_running(paths.kiosk_dir()):
        raise KioskRefusesError
    with open_library(library, arguments, site) as store:
        calendar = Calendar(paths.last_day_file(), date.today)
        pages = Pages(
            store,
            PageWords(staff_nearby=site.staff_nearby),
            emergency_number=site.emergency_number,
            keys=(),
            today=calendar.today,
            doubted=calendar.doubted,
        )
        found, notice = _pages_on_topic(store, pages, request)
        chosen = _by_question(found, request, store, pages)
        if chosen is None:
            return found
        section = _section(chosen, request, pages)
    return arguments._replace(article=chosen.id, section=section, notice=notice, infobutton=None)


def list_answers(pages: tuple[ArticleSummary, ...], out: TextIO) -> None:
    """Print several pages, a line each: the name, a tab, the title."""
    out.writelines(f"{page.id}\t{page.title}\n" for page in pages)


def _pages_on_topic(
    store: ContentStore, pages: Pages, request: InfobuttonRequest
) -> tuple[tuple[ArticleSummary, ...], str]:
    """The pages filed under the topic, or found by its name; and what to say if a broader code had to do."""
    topic = pages_of_topic(store, request)
    found = tuple(dict.fromkeys(page.article for page in topic.pages))
    notice = _BROADER.format(system=topic.system, code=topic.code) if topic.is_broader else ""
    if not found:
        named = (hit for name in request.names for hit in pages.search(name, most=1) if _is_topic(name, hit.matched))
        found = tuple(dict.fromkeys(hit.article.id for hit in named))
    if not found:
        raise TopicNotFoundError
    return tuple(pages.catalog.summary(page) for page in found), notice


def _is_topic(name: str, matched: str) -> bool:
    """Whether a page answers to all words of a name: for a record system a near match is no answer."""
    return {word.casefold() for word in name.split()} <= {word.casefold() for word in matched.split()}


def _by_question(
    found: tuple[ArticleSummary, ...], request: InfobuttonRequest, store: ContentStore, pages: Pages
) -> ArticleSummary | None:
    """The page for what is to be known; None if several answer as well as each other."""
    wanted = request.question_type or QuestionType.OVERVIEW
    for page in found:
        if page.question_type == wanted:
            return page
    if store.pages_with_codes() <= 1:
        # A library about one illness: its pages need no code each, since whatever is asked is asked of that.
        return pages.catalog.first_of(wanted) or found[0]
    return found[0] if len(found) == 1 else None


def _section(page: ArticleSummary, request: InfobuttonRequest, pages: Pages) -> str:
    """The place of a page whose heading holds a word of the subtopic, or of the question; "" for its top."""
    wanted = {word.casefold()[:6] for word in request.section.split() if len(word) > 3}
    if page.question_type != request.question_type:
        wanted |= set(_HEADINGS.get(QuestionType(request.question_type), ())) if request.question_type else set()
    if not wanted:
        return ""
    for entry in pages.page(page.id)[0].outline:
        for word in entry.title.casefold().split():
            if word.startswith(tuple(wanted)):
                return entry.anchor
    return ""
