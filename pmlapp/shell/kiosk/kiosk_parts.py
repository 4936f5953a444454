"""The parts of a kiosk's window, each made when it is first needed, all thrown away after each visitor."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from pmlapp.library.pages.language_names import name_of
from pmlapp.library.pages.pages import Pages
from pmlapp.reading.look.images import PageImages, Picture
from pmlapp.reading.touch.attract import AttractScreen, Slide
from pmlapp.reading.touch.touch_home import HomeWords, TopicData, TouchHome
from pmlapp.reading.touch.touch_look import TouchLook
from pmlapp.settings import SiteSettings

if TYPE_CHECKING:
    from pmlapp.content.model import Media
    from pmlapp.reading.beside.popover import Popover
    from pmlapp.reading.keeping.code_sheet import CodeSheet
    from pmlapp.reading.keeping.questions_panel import QuestionsPanel
    from pmlapp.reading.page.highlights import Highlights
    from pmlapp.reading.touch.action_card import ActionCardView
    from pmlapp.reading.touch.calm_page import CalmPage
    from pmlapp.reading.touch.comfort_sheet import ComfortSheet
    from pmlapp.reading.touch.countdown import Countdown
    from pmlapp.reading.touch.keyboard import OnScreenKeyboard
    from pmlapp.reading.touch.listen_row import ListenRow
    from pmlapp.reading.touch.number_page import NumberPage
    from pmlapp.reading.touch.search_page import SearchPage
    from pmlapp.reading.touch.touch_bar import HelpLine, PageRow, TouchBar
    from pmlapp.reading.touch.touch_pane import TouchPane

translate = QCoreApplication.translate

_MARK_DIGITS = 3
"""How many digits more the number of a sheet has: they say which text of the page it is."""

Part = TypeVar("Part", bound=QWidget)


class KioskParts:
    """Makes each part once; ``renew`` throws parts away, and what they held with them."""

    def __init__(
        self,
        pages: Pages,
        site: SiteSettings,
        look: TouchLook,
        window: QWidget,
        *,
        offers: tuple[str, ...],
        logo: "Media | None",
    ) -> None:
        self._pages = pages
        self._site = site
        self._window = window
        self.look = look
        self.offers = offers
        self._logo = logo
        self.languages = site.languages or (site.language,)
        """Whose letters the keyboard has."""
        self.language = self.languages[0]
        self.reachable: frozenset[str] = frozenset()
        """The codes of the languages that window or pages can be switched to."""
        self.slides: tuple[Slide, ...] = ()
        self._made: dict[str, QWidget] = {}
        self._connect: Callable[[str, Any], None] = lambda _name, _part: None

    def connect_by(self, connect: Callable[[str, Any], None]) -> None:
        """Connect each part with ``connect(name, part)`` when it is made, and now those that are there."""
        self._connect = connect
        for name, part in tuple(self._made.items()):
            connect(name, part)

    def is_made(self, name: str) -> bool:
        """Whether the part has been needed yet."""
        return name in self._made

    def is_shown(self, name: str) -> bool:
        """Whether it has been made and is not hidden."""
        return name in self._made and not self._made[name].isHidden()

    def hide(self, *names: str) -> None:
        """Hide parts that have been made."""
        for name in names:
            if name in self._made:
                self._made[name].hide()

    def renew(self, *names: str) -> None:
        """Throw parts away, all of them by default; each is made afresh when it is needed next."""
        for name in names or tuple(self._made):
            part = self._made.pop(name, None)
            self.__dict__.pop(name, None)
            if part is not None:
                part.hide()
                part.setParent(None)
                part.deleteLater()
        if not names or "pane" in names:
            self.__dict__.pop("highlights", None)

    def made(self) -> Iterable[QWidget]:
        """The parts that there are."""
        return self._made.values()

    def let_go(self) -> None:
        """Forget all parts without throwing them away: the caller does that when something covers them."""
        for name in (*self._made, "highlights"):
            self.__dict__.pop(name, None)
        self._made.clear()

    def _new(self, name: str, part: Part) -> Part:
        self._made[name] = part
        self._connect(name, part)
        return part

    # What the site and the library say

    @property
    def call(self) -> str:
        """Whom to call, in a few words."""
        return self._pages.words.emergency_action(self._site.emergency_number)

    @property
    def help_words(self) -> str:
        """Whom a visitor asks for help."""
        return self._site.staff_help or translate("KioskParts", "Need help? Ask the staff.")

    @cached_property
    def home_words(self) -> HomeWords:
        """What the first screen and the attract screen say."""
        library = self._pages.catalog.library
        words = self._pages.words
        spoken = library.language.split("-")[0]
        return HomeWords(
            library=library.title,
            clinic=self._site.clinic or translate("KioskParts", "Health information"),
            question=translate("KioskParts", "What would you like to know?"),
            sign=library.emergency_signs or words.emergency_sign,
            action=words.emergency_strip(self._site.emergency_number),
            search_hint=words.search_hint or translate("KioskParts", "Type a word or a question"),
            number=translate("KioskParts", "I have a number"),
            # A language is offered only where there are pages or a window in it.
            languages=tuple(
                (code, name_of(code))
                for code in self.languages
                if code.split("-")[0] == spoken or code in self.reachable
            ),
            language=self.language,
        )

    def speak(self, language: str) -> None:
        """Say everything in another language, with its letters on the keyboard."""
        self.language = language
        self.__dict__.pop("home_words", None)

    def welcome(self) -> Slide:
        """What the attract screen says where no page may be quoted."""
        library = self._pages.catalog.library
        lead = self._pages.words.plain_answers.format(subject=library.subject)
        return Slide(
            "", "", lead, "", self._pages.words.footer_headline(self._pages.catalog.checks(self._pages.today()))
        )

    @cached_property
    def _images(self) -> PageImages:
        return PageImages(self._pages.picture)

    @cached_property
    def _logo_picture(self) -> Picture | None:
        if self._logo is not None:
            logo = self._logo
            return Picture.of(PageImages(lambda _name: logo), "logo")
        return Picture.of(self._images, "brand/logo.svg")

    @cached_property
    def _ornament(self) -> Picture | None:
        return Picture.of(self._images, "brand/ornament.svg")

    # Parts

    @cached_property
    def bar(self) -> "TouchBar":
        """The bar at the foot."""
        from pmlapp.reading.touch.touch_bar import TouchBar

        return self._new("bar", TouchBar(self.look, features=self.offers, parent=self._window))

    @cached_property
    def help_line(self) -> "HelpLine":
        """Whom to ask."""
        from pmlapp.reading.touch.touch_bar import HelpLine

        return self._new("help_line", HelpLine(self.help_words, self.look, self._window))

    @cached_property
    def row(self) -> "PageRow":
        """What can be done on a page."""
        from pmlapp.reading.touch.touch_bar import PageRow

        return self._new("row", PageRow(self.look, offers=self.offers, parent=self._window))

    @cached_property
    def listen_row(self) -> "ListenRow":
        """The controls of reading aloud."""
        from pmlapp.reading.touch.listen_row import ListenRow

        return self._new("listen_row", ListenRow(self.look, self._window))

    @cached_property
    def home(self) -> TouchHome:
        """The first screen."""
        words = self._pages.words
        topics = tuple(
            TopicData(
                shelf.topic.id,
                shelf.topic.title,
                shelf.topic.description,
                shelf.topic.icon,
                words.questions(len(shelf.articles)),
            )
            for shelf in self._pages.catalog.outline
            if shelf.articles
        )
        home = TouchHome(
            self.home_words,
            topics,
            self.look,
            features=self.offers,
            logo=self._logo_picture,
            ornament=self._ornament,
            parent=self._window,
        )
        return self._new("home", home)

    @cached_property
    def pane(self) -> "TouchPane":
        """The page."""
        from pmlapp.reading.page.page_factory import answer_for_pages
        from pmlapp.reading.touch.touch_pane import TouchPane

        pane = TouchPane(look=self.look.look, words=self._pages.words, images=self._images, parent=self._window)
        answer_for_pages((pane,))
        return self._new("pane", pane)

    @cached_property
    def highlights(self) -> "Highlights":
        """The words of a search, marked on the page that it found."""
        from pmlapp.reading.page.highlights import Highlights

        return Highlights(self.look.look, self.pane)

    @cached_property
    def search(self) -> "SearchPage":
        """The search."""
        from pmlapp.reading.touch.search_page import SearchPage

        page = SearchPage(
            self.look, languages=self.languages, nothing=self._pages.words.nothing_ask(), parent=self._window
        )
        page.keyboard.set_language(self.language)
        return self._new("search", page)

    @cached_property
    def number(self) -> "NumberPage":
        """Where the number of a card or a sheet is typed."""
        from pmlapp.reading.touch.number_page import NumberPage

        wide = self._window.width() > self._window.height()
        lengths = number_lengths(self._pages)
        return self._new("number", NumberPage(self.look, lengths=lengths, wide=wide, parent=self._window))

    @cached_property
    def attract(self) -> AttractScreen:
        """What is shown while nobody is there."""
        attract = AttractScreen(
            self.home_words,
            self.slides or (self.welcome(),),
            self.look,
            seconds=self._site.attract_seconds,
            logo=self._logo_picture,
            ornament=self._ornament,
            parent=self._window,
        )
        attract.hide()
        return self._new("attract", attract)

    @cached_property
    def countdown(self) -> "Countdown":
        """The question whether anybody is still there."""
        from pmlapp.reading.touch.countdown import Countdown

        return self._new("countdown", Countdown(self.look, self._window))

    @cached_property
    def action(self) -> "ActionCardView":
        """What to do in an emergency."""
        from pmlapp.reading.touch.action_card import ActionCardView

        card = ActionCardView(
            self._pages.catalog.action_cards,
            self.call,
            self.look,
            question=translate("KioskParts", "What is happening?"),
            may_listen="listen" in self.offers,
            signs=self._pages.first_of("urgent-help") or "",
            parent=self._window,
        )
        card.hide()
        return self._new("action", card)

    @cached_property
    def comfort(self) -> "ComfortSheet":
        """Text size and colours."""
        from pmlapp.reading.touch.comfort_sheet import ComfortSheet

        sheet = ComfortSheet(self.look, self._window)
        sheet.hide()
        return self._new("comfort", sheet)

    @cached_property
    def popover(self) -> "Popover":
        """A card beside a word."""
        from pmlapp.reading.beside.popover import Popover

        return self._new("popover", Popover(self.look.look, self._window))

    @cached_property
    def questions(self) -> "QuestionsPanel":
        """The list of this visit, over the page."""
        from pmlapp.reading.keeping.questions_panel import QuestionsPanel

        panel = QuestionsPanel(self.look.look, self._window)
        # What is printed at a kiosk is a page; the list goes home as a code.
        panel.foot.print_button.hide()
        return self._new("questions", panel)

    @cached_property
    def list_keyboard(self) -> "OnScreenKeyboard":
        """The keyboard for a line of that list."""
        from pmlapp.reading.touch.keyboard import OnScreenKeyboard

        keyboard = OnScreenKeyboard(self.look, self.languages, self._window, adds=True)
        keyboard.set_language(self.language)
        keyboard.hide()
        return self._new("list_keyboard", keyboard)

    @cached_property
    def code_sheet(self) -> "CodeSheet":
        """A code for a telephone, over everything."""
        from pmlapp.reading.keeping.code_sheet import CodeSheet

        return self._new("code_sheet", CodeSheet(self.look.look, self._window))

    @cached_property
    def calm(self) -> "CalmPage":
        """What is shown when something went wrong."""
        from pmlapp.reading.touch.calm_page import CalmPage

        calm = CalmPage(self.look, call=self.call, help_words=self.help_words, parent=self._window)
        calm.hide()
        return self._new("calm", calm)


def number_lengths(pages: Pages) -> tuple[int, int]:
    """How many digits the numbers of cards and of sheets have in this library; (0, 0) where it has none."""
    first = next((article.id for shelf in pages.catalog.outline for article in shelf.articles), None)
    card = len(pages.sheets.of_card(first)) if first is not None else 0
    return (card, card + _MARK_DIGITS) if card else (0, 0)
