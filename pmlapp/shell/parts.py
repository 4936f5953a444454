"""The parts of the window, each made when it is first needed and handed what it needs.

What the first page does not show is not even imported before the first paint:
that is a third of the start.
"""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from PySide6.QtWidgets import QWidget

from pmlapp import paths
from pmlapp.library.pages.pages import Pages
from pmlapp.reading.bars.footer import Footer
from pmlapp.reading.bars.top_bar import TopBar
from pmlapp.reading.look.images import PageImages, Picture
from pmlapp.reading.look.look import Look
from pmlapp.shell.keys import shown_keys

if TYPE_CHECKING:
    from pmlapp.content.model import ArticleSummary
    from pmlapp.library.search.occurrences import Seek
    from pmlapp.reading.bars.banner import Banner
    from pmlapp.reading.bars.guide_strip import GuideStrip
    from pmlapp.reading.bars.handout_line import HandoutLine
    from pmlapp.reading.bars.listen_strip import ListenStrip
    from pmlapp.reading.bars.menus import Menus
    from pmlapp.reading.bars.reading_panel import ReadingPanel
    from pmlapp.reading.bars.strip import Strip
    from pmlapp.reading.beside.outline import Outline
    from pmlapp.reading.beside.popover import Popover
    from pmlapp.reading.beside.topic_tree import TopicPanel, TopicTree
    from pmlapp.reading.finding.find_bar import FindBar
    from pmlapp.reading.finding.hit_list import HitList
    from pmlapp.reading.home.home import HomePage
    from pmlapp.reading.keeping.code_sheet import CodeSheet
    from pmlapp.reading.keeping.kept_sheet import KeptSheet
    from pmlapp.reading.keeping.questions_panel import QuestionsPanel
    from pmlapp.reading.page.article_pane import ArticlePane
    from pmlapp.reading.page.highlights import Highlights
    from pmlapp.reading.page.line_guide import LineGuide
    from pmlapp.reading.page.spoken_mark import SpokenMark
    from pmlapp.reading.paper.print_sheet import PrintSheet

Part = TypeVar("Part")

PartName = Literal[
    "top_bar", "footer", "home", "pane", "outline", "tree", "topics", "banner", "hits", "popover", "menus", "find_bar",
    "highlights", "strip", "reading_panel", "questions", "code_sheet", "kept_sheet", "print_sheet",
    "handout_line", "line_guide", "guide_strip",
    "listen_strip", "spoken_mark",
]  # fmt: skip
"""Each part by the name of its property below."""


class Parts:
    """Makes each part once.  ``window`` is the parent of what lies over the page."""

    def __init__(self, pages: Pages, look: Look, window: QWidget, *, emergency_number: str | None) -> None:
        self._pages = pages
        self._look = look
        self._window = window
        self._emergency_number = emergency_number
        self._made: dict[PartName, Any] = {}
        self._connect: Callable[[PartName, Any], None] | None = None

    def set_look(self, look: Look) -> None:
        """Hand another look to every part that has been made, and to those still to come."""
        self._look = look
        for part in self._made.values():
            part.set_look(look)

    def connect_by(self, connect: Callable[[PartName, Any], None]) -> None:
        """Connect each part with ``connect(name, part)``: those made already now, the others when they are."""
        self._connect = connect
        for name, part in tuple(self._made.items()):
            connect(name, part)

    def is_made(self, name: PartName) -> bool:
        """Whether the part of this name has been needed yet."""
        return name in self._made

    def _new(self, name: PartName, part: Part) -> Part:
        self._made[name] = part
        if self._connect is not None:
            self._connect(name, part)
        return part

    def renew(self, *names: PartName) -> None:
        """Make these parts again when they are next needed: they show another library."""
        for name in names:
            part = self._made.pop(name, None)
            self.__dict__.pop(name, None)
            if isinstance(part, QWidget):
                part.hide()
                part.deleteLater()

    def begin_again(self) -> None:
        """Make every part again when it is next needed, as in another language."""
        self.__dict__.pop("_images", None)
        self.renew(*tuple(self._made))

    # Always in sight

    @cached_property
    def top_bar(self) -> TopBar:
        """The bar at the top."""
        bar = TopBar(
            self._look,
            self._pages.catalog.library.title,
            search_hint=self._pages.words.search_hint,
            logo=self._brand("logo"),
        )
        return self._new("top_bar", bar)

    @cached_property
    def _images(self) -> PageImages:
        return PageImages(self._pages.picture)

    def _brand(self, name: str) -> Picture | None:
        """The library's own drawing of this name; None if it has none."""
        return Picture.of(self._images, f"brand/{name}.svg")

    @cached_property
    def footer(self) -> Footer:
        """The line at the foot."""
        return self._new("footer", Footer(self._look))

    # The home page

    @cached_property
    def home(self) -> "HomePage":
        """The home page."""
        from pmlapp.reading.home.home import HomePage
        from pmlapp.reading.home.topic_cards import CardData, Example

        def first_of(articles: Sequence["ArticleSummary"], most: int) -> tuple[Example, ...]:
            return tuple(Example(article.id, article.title) for article in articles[:most])

        catalog = self._pages.catalog
        words = self._pages.words
        cards = tuple(
            CardData(
                topic=shelf.topic.id,
                title=shelf.topic.title,
                description=shelf.topic.description,
                icon=shelf.topic.icon,
                questions=words.questions(len(shelf.articles)),
                first=partial(first_of, shelf.articles),
                every=words.all_questions.format(count=len(shelf.articles)),
                number=len(shelf.articles),
            )
            for shelf in catalog.outline
            if shelf.articles
        )
        examples = tuple(Example(page.id, page.title) for page in self._pages.examples())
        subtitle = words.plain_answers.format(subject=catalog.library.subject)
        home = HomePage(
            self._look,
            subtitle=f"{words.draft} {words.draft_library}" if catalog.library.draft else subtitle,
            examples=examples,
            cards=cards,
            ornament=self._brand("ornament"),
            emergency_sign=catalog.library.emergency_signs or words.emergency_sign,
            emergency_action=words.emergency_strip(self._emergency_number),
        )
        return self._new("home", home)

    # A page, and what is beside it

    @cached_property
    def pane(self) -> "ArticlePane":
        """The browser pane."""
        from pmlapp.reading.page.article_pane import ArticlePane

        return self._new("pane", ArticlePane(look=self._look, words=self._pages.words, images=self._images))

    @cached_property
    def outline(self) -> "Outline":
        """What is on the page."""
        from pmlapp.reading.beside.outline import Outline

        return self._new("outline", Outline(self._look, self.pane))

    @cached_property
    def tree(self) -> "TopicTree":
        """The topics and their questions."""
        from pmlapp.reading.beside.topic_model import TopicModel
        from pmlapp.reading.beside.topic_tree import TopicTree

        catalog = self._pages.catalog
        return self._new("tree", TopicTree(TopicModel(catalog.outline, catalog.topic_of), self._look))

    @cached_property
    def topics(self) -> "TopicPanel":
        """The tree under its heading."""
        from pmlapp.reading.beside.topic_tree import TopicPanel

        topics = TopicPanel(self.tree, self._look, self._window)
        # In a narrow window it lies over the page, and only when asked for.
        topics.hide()
        return self._new("topics", topics)

    # What comes and goes

    @cached_property
    def banner(self) -> "Banner":
        """A sentence about something that went wrong."""
        from pmlapp.reading.bars.banner import Banner

        return self._new("banner", Banner(self._look, self._window))

    @cached_property
    def hits(self) -> "HitList":
        """What a search found."""
        from pmlapp.reading.finding.hit_list import HitList

        return self._new("hits", HitList(self._look, self._pages.hit_line, self._window))

    @cached_property
    def popover(self) -> "Popover":
        """A card beside a word."""
        from pmlapp.reading.beside.popover import Popover

        return self._new("popover", Popover(self._look, self._window))

    @cached_property
    def menus(self) -> "Menus":
        """The menus of the bar."""
        from pmlapp.reading.bars.menus import Menus

        return self._new("menus", Menus(self._look, self._window, keys=shown_keys()))

    @cached_property
    def reading_panel(self) -> "ReadingPanel":
        """How pages look."""
        from pmlapp.reading.bars.reading_panel import ReadingPanel
        from pmlapp.reading.look.theme import Theme

        samples = {path.stem: Theme.load(path) for path in paths.theme_dir().glob("*.json")}
        return self._new("reading_panel", ReadingPanel(self._look, samples, self._window))

    @cached_property
    def line_guide(self) -> "LineGuide":
        """The lines that are lit on the page."""
        from pmlapp.reading.page.line_guide import LineGuide

        return self._new("line_guide", LineGuide(self._look, self.pane, self._window))

    @cached_property
    def guide_strip(self) -> "GuideStrip":
        """What moves them, at the foot."""
        from pmlapp.reading.bars.guide_strip import GuideStrip

        return self._new("guide_strip", GuideStrip(self._look))

    @cached_property
    def strip(self) -> "Strip":
        """What goes on at the foot."""
        from pmlapp.reading.bars.strip import Strip

        return self._new("strip", Strip(self._look, self._window, leads_to=self.footer.about))

    @cached_property
    def print_sheet(self) -> "PrintSheet":
        """What asks how to print."""
        from pmlapp.reading.paper.print_sheet import PrintSheet

        return self._new("print_sheet", PrintSheet(self._look, self._window))

    @cached_property
    def handout_line(self) -> "HandoutLine":
        """What is chosen for a handout, in the strip."""
        from pmlapp.reading.bars.handout_line import HandoutLine

        return self._new("handout_line", HandoutLine(self._look, self._window))

    @cached_property
    def listen_strip(self) -> "ListenStrip":
        """What the strip shows while a page is read aloud."""
        from pmlapp.reading.bars.listen_strip import ListenStrip

        return self._new("listen_strip", ListenStrip(self._look, self.strip))

    @cached_property
    def spoken_mark(self) -> "SpokenMark":
        """The sentence marked that is read aloud."""
        from pmlapp.reading.page.spoken_mark import SpokenMark

        return self._new("spoken_mark", SpokenMark(self._look, self.pane))

    @cached_property
    def find_bar(self) -> "FindBar":
        """Where one looks for words on the page."""
        from pmlapp.reading.finding.find_bar import FindBar

        return self._new("find_bar", FindBar(self._look, self._window))

    @cached_property
    def questions(self) -> "QuestionsPanel":
        """The list for the visit."""
        from pmlapp.reading.keeping.questions_panel import QuestionsPanel

        return self._new("questions", QuestionsPanel(self._look, self._window))

    @cached_property
    def code_sheet(self) -> "CodeSheet":
        """A code to take home."""
        from pmlapp.reading.keeping.code_sheet import CodeSheet

        return self._new("code_sheet", CodeSheet(self._look, self._window))

    @cached_property
    def kept_sheet(self) -> "KeptSheet":
        """What is kept of the reader."""
        from pmlapp.reading.keeping.kept_sheet import KeptSheet

        return self._new("kept_sheet", KeptSheet(self._look, self._window))

    @cached_property
    def highlights(self) -> "Highlights":
        """The words marked on the page."""
        from pmlapp.reading.page.highlights import Highlights

        return self._new("highlights", Highlights(self._look, self.pane))

    def seek(self, words: str) -> "Seek":
        """How words are found in a text as one types them."""
        return self._pages.seek(words)

    def make_next(self) -> None:
        """Make what the next click is likely to need, so that it does not have to wait.

        What few readers need, or is quick to build, is left for later to save memory.
        """
        for name in ("pane", "outline", "tree", "topics"):
            getattr(self, name)
