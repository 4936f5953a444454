"""What is printed: one page, several with a contents, or a handout, each with what its foot has to say."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pmlapp.content.model import Article, ArticleId, TermKey
from pmlapp.content.page import Block
from pmlapp.errors import ArticleNotFoundError
from pmlapp.library.leaflet_code import in_groups
from pmlapp.library.pages.page_names import HOME
from pmlapp.library.pages.pages import Pages
from pmlapp.library.pages.paper_text import PaperText, PaperWriter


class LeafletPart(NamedTuple):
    """What begins on a sheet of its own."""

    title: str
    topic: str
    """At the head of its first sheet; the title is at that of the others."""
    status: str
    """How far it may be relied on, for the foot; "" where nobody wrote it."""
    blocks: tuple[Block, ...]
    code: str
    """Its number in groups; "" if it has none."""
    code_hint: tuple[str, str]
    """The lines over and under the number; without a number they say where to find one."""
    left_out: tuple[str, ...] = ()
    """The titles of its parts that are closed on purpose and not printed."""


class Leaflet(NamedTuple):
    """One or several parts that are printed together."""

    title: str
    library: str
    care: str
    """That it does not replace the care team, for the foot."""
    printed: str
    """When it was printed, from which edition; for the foot."""
    parts: tuple[LeafletPart, ...]
    contents: tuple[str, str, str] | None = None
    """Title and column heads of the contents; None for one part."""


class LeafletWriter:
    """Writes leaflets from the pages of one library."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._words = pages.words
        self._writer = PaperWriter(pages.words, self._title_of, lambda key: pages.catalog.term(TermKey(key)))

    @property
    def writer(self) -> PaperWriter:
        """Puts blocks into words for paper."""
        return self._writer

    def leaflet(
        self, names: Sequence[str], title: str = "", *, hard_words: bool = False, opened: frozenset[str] = frozenset()
    ) -> Leaflet:
        """One page, or several below a contents.

        Args:
            names: ids of articles, or names of pages of our own, one or more.
            title: of several; that of the only page is its own.
            hard_words: whether each ends with the words that the glossary explains.
            opened: ids of folds, closed on each visit, that are to be printed.

        Raises:
            ArticleNotFoundError: there is no such page.
            UnreadableContentError: the content file is damaged there.
        """
        parts = tuple(self._part(name, hard_words=hard_words, opened=opened) for name in names)
        words = self._words
        several = (words.contents, words.contents_question, words.contents_page) if len(parts) > 1 else None
        return self.of_parts(title or parts[0].title, parts, several)

    def of_parts(
        self, title: str, parts: tuple[LeafletPart, ...], contents: tuple[str, str, str] | None = None
    ) -> Leaflet:
        """A leaflet of parts that are written already."""
        library = self._pages.catalog.library
        return Leaflet(title, library.title, self._words.short_disclaimer, self.printed(), parts, contents)

    def printed(self) -> str:
        """When it was printed, and from which edition of the library."""
        library, words = self._pages.catalog.library, self._words
        mark = " ".join((library.digest[:4], library.digest[4:8]))
        today = words.day(self._pages.today())
        return words.printed_from.format(date=today, edition=self._edition(), mark=mark)

    def code(self, article: Article) -> str:
        """The number of a sheet with this page, in groups; "" if it has none."""
        return in_groups(self._pages.sheets.of_sheet(article))

    def _part(self, name: str, *, hard_words: bool, opened: frozenset[str]) -> LeafletPart:
        page, article = (self._pages.home(), None) if name == HOME else self._pages.page(name)
        about = self._about(article) if article is not None else ()
        text: PaperText = self._writer.text(page, hard_words=hard_words, opened=opened, about=about)
        code = self.code(article) if article is not None else ""
        hint = (self._words.sheet_still_right, self._words.sheet_type_it) if code else ("", "")
        return LeafletPart(text.title, text.topic, text.status, text.blocks, code, hint, text.left_out)

    def _about(self, article: Article) -> tuple[str, ...]:
        library, words = self._pages.catalog.library, self._words
        name = f"{library.title} ({library.id})" if library.id else library.title
        where = words.sheet_is_of.format(
            page=article.id, library=name, edition=self._edition(), publisher=library.publisher
        )
        return (f"{where} {words.sheet_licence.format(licence=article.licence)}",)

    def _edition(self) -> str:
        """The edition as people write it: a day where its name is one."""
        edition = self._pages.catalog.library.edition
        day, point, number = edition.partition(".")
        try:
            said = self._words.day(date.fromisoformat(day))
        except ValueError:
            return edition or self._words.day(self._pages.catalog.library.newest)
        return f"{said}{point}{number}"

    def _title_of(self, article: str) -> str:
        try:
            return self._pages.catalog.summary(ArticleId(article)).title
        except ArticleNotFoundError:
            return ""
