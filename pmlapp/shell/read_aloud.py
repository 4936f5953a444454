"""Reading aloud in the window: the page's sentences go to the player, what it reports goes to page and strip."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QObject, Qt, Signal, Slot

from pmlapp.library.pages.page_names import VOICES
from pmlapp.library.pages.pages import Pages
from pmlapp.shell.stage import Stage

if TYPE_CHECKING:
    from pmlapp.content.page import Page
    from pmlapp.library.pages.spoken import Sentence
    from pmlapp.reading.bars.strip import MessageLine
    from pmlapp.reading.page.article_pane import ArticlePane
    from pmlapp.reading.page.spoken_mark import SpokenMark
    from pmlapp.reading.preferences import Preferences
    from pmlapp.speech.player import Player, Trouble
    from pmlapp.speech.speaking_process import SpeakingProcess

_PASSES_MS = 6_000
_NAMED_LANGUAGES = 5


class ReadAloud(QObject):
    """Answers the button Listen and its strip; nothing of speech is loaded before the button is pressed.

    ``focus_page`` puts the keyboard back on the page.  ``start_process`` and ``times`` are for an engine that is faster
    than real time, as in tests.

    Signals:
        page_asked: the name of a page that the reader wants to see.
        chosen: the name of a preference, and its new value.
    """

    page_asked = Signal(str)
    chosen = Signal(str, object)

    def __init__(
        self,
        stage: Stage,
        pages: Pages,
        *,
        focus_page: Callable[[], None],
        start_process: "Callable[[QObject], SpeakingProcess] | None" = None,
        times: float = 1.0,
    ) -> None:
        super().__init__(stage)
        self._stage = stage
        self._pages = pages
        self._focus_page = focus_page
        self._start_process = start_process
        self._times = times
        self._player: Player | None = None
        self._page: Page | None = None
        self._folds: frozenset[str] = frozenset()
        self._said = ""
        self._asked_for_both = False
        self._last_time: Preferences | None = None

    def begin_with(self, last_time: "Preferences") -> None:
        """Begin with the speed and voices of last time."""
        self._last_time = last_time

    @property
    def player(self) -> "Player":
        """The player; the first time it is asked for, the parts that speak are loaded."""
        if self._player is None:
            from pmlapp.speech.player import Player  # noqa: PLC0415 - few readers listen
            from pmlapp.speech.speaking_process import SpeakingProcess, usual_command  # noqa: PLC0415

            start = self._start_process or (lambda parent: SpeakingProcess(usual_command(), parent))
            self._player = Player(start, home=QtCore.QLocale.system().name(), times=self._times, parent=self)
            if self._last_time is not None:
                self._player.begin_with(self._last_time.listen_speed, self._last_time.voices)
            self._player.state_changed.connect(self._show)
            self._player.sentence_begun.connect(self._mark)
            self._player.word_begun.connect(self._mark_word)
        return self._player

    @property
    def is_on(self) -> bool:
        """Whether a page is being read aloud, or is about to be."""
        if self._player is None:
            return False
        from pmlapp.speech.player import State  # noqa: PLC0415 - see above

        return self._player.state not in (State.STOPPED, State.FINISHED)

    # What is asked for

    @Slot()
    def toggle(self) -> None:
        """Listen: read the page that is shown aloud; asked for again, stop."""
        if self._player is not None and self.is_on:
            self.stop()
        elif self._stage.page is None:
            self._say_message(self.tr("Open a page, and it can be read aloud."))
        elif QtGui.QAccessible.isActive() and not self._asked_for_both:
            line = self._say_message(
                self.tr("A screen reader is on. Read aloud as well?"), action=self.tr("Read aloud"), action_icon="play"
            )
            line.action_chosen.connect(self._begin_beside_screen_reader)
        else:
            self._begin()

    @Slot()
    def _begin_beside_screen_reader(self) -> None:
        self._asked_for_both = True
        self._begin()

    def _begin(self) -> None:
        page = self._stage.page
        if page is None:
            return
        self._page = page
        self._folds = self._pane.open_folds
        sentences = self._sentences()
        if not sentences:
            self._say_message(self.tr("There is nothing on this page to read aloud."))
            return
        scrolled = self._pane.verticalScrollBar().value() > 0
        first = self._mark_part.first_from(sentences, self._pane.character_at_top()) if scrolled else 0
        self.player.play(sentences, first)

    @Slot()
    def play_or_pause(self) -> None:
        """Pause, or go on."""
        from pmlapp.speech.player import State  # noqa: PLC0415 - see above

        if self.player.state in (State.PLAYING, State.PREPARING):
            self.player.pause()
        else:
            self.player.resume()

    @Slot()
    def next(self) -> None:
        """The next sentence."""
        self.player.next()

    @Slot()
    def previous(self) -> None:
        """The sentence before."""
        self.player.previous()

    @Slot(int)
    def set_speed(self, speed: int) -> None:
        """One of the speeds."""
        self.player.set_speed(speed)
        self.chosen.emit("listen_speed", self.player.speed)

    @Slot(str)
    def choose_voice(self, title: str) -> None:
        """A voice by the name that is shown."""
        for voice in self.player.voices_to_choose:
            if voice.title == title:
                self.player.choose_voice(voice.name)
                self.chosen.emit("voices", self.player.chosen_voices)

    @Slot()
    def go_to_sentence(self) -> None:
        """Back to the sentence that is spoken; the keyboard goes back to Pause, as that button is gone."""
        self._mark_part.go_to_sentence()
        self._stage.parts.listen_strip.toggle.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def stop(self) -> None:
        """Stop and take the strip away."""
        if self._player is not None:
            self._player.stop()

    @Slot()
    def stop_and_leave(self) -> None:
        """Stop, and put the keyboard back on the page."""
        self.stop()
        self._focus_page()

    @Slot()
    def strip_taken(self) -> None:
        """The strip was closed, or something else needs its place."""
        if self._player is not None and self.is_on and self._player.trouble is None:
            self._player.stop()

    @Slot(str)
    def page_shown(self, page: str) -> None:
        """Another page is shown: what is read aloud is always what is shown."""
        if self._page is not None and (self._stage.page is None or self._stage.page.id != self._page.id):
            self._page = None
            self.stop()

    @Slot()
    def close(self) -> None:
        """The window closes."""
        if self._player is not None:
            self._player.close()

    @Slot(bool)
    def away_changed(self, _away: bool) -> None:
        """The reader has scrolled away from the sentence, or back."""
        self._show()

    @Slot()
    def page_set_again(self) -> None:
        """Folds may have been opened or closed: read on in what is shown now, from the same sentence."""
        if self._player is None or self._page is None or not self.is_on or self._pane.open_folds == self._folds:
            return
        self._folds = self._pane.open_folds
        current = self._player.sentences[self._player.current]
        sentences = self._sentences()
        same = [number for number, each in enumerate(sentences) if each.place == current.place]
        if same:
            self._player.replace(sentences, same[0])
        else:
            self._player.stop()

    # What the player reports

    @property
    def _pane(self) -> "ArticlePane":
        return self._stage.parts.pane

    @property
    def _mark_part(self) -> "SpokenMark":
        return self._stage.parts.spoken_mark

    def _sentences(self) -> "tuple[Sentence, ...]":
        from pmlapp.library.pages.spoken import parts, spoken  # noqa: PLC0415 - see above

        assert self._page is not None
        self._mark_part.set_parts(tuple(parts(self._page, self._pages.words, self._folds)))
        return spoken(self._page, self._pages.words, self._folds)

    @Slot(int)
    def _mark(self, number: int) -> None:
        self._mark_part.mark(self.player.sentences[number])
        self._show()

    @Slot(int, int)
    def _mark_word(self, start: int, end: int) -> None:
        self._mark_part.mark_word(start, end)

    @Slot()
    def _show(self) -> None:
        from pmlapp.speech.player import State  # noqa: PLC0415 - see above

        player, strip = self.player, self._stage.parts.listen_strip
        state = player.state
        self._stage.parts.top_bar.button("listen").set_chosen(state in (State.PREPARING, State.PLAYING, State.PAUSED))
        match state:
            case State.STOPPED:
                self._said = ""
                self._mark_part.clear()
                self._stage.strip.take_away(strip)
            case State.FINISHED:
                self._mark_part.clear()
                line = self._say_message(
                    self.tr("That was the whole page."),
                    action=self.tr("From the start"),
                    action_icon="play",
                    icon="check",
                    passes_after_ms=_PASSES_MS,
                )
                line.action_chosen.connect(self._from_the_start)
            case State.IN_TROUBLE if player.trouble is not None:
                self._explain(player.trouble)
            case _:
                self._show_strip(playing=state is State.PLAYING, preparing=state is State.PREPARING)

    def _show_strip(self, *, playing: bool, preparing: bool) -> None:
        from pmlapp.reading.bars.listen_strip import Listening  # noqa: PLC0415 - see above
        from pmlapp.speech.player import SPEEDS  # noqa: PLC0415

        player, strip = self.player, self._stage.parts.listen_strip
        voice = player.voice
        if not playing and not preparing and player.sentences:
            self._mark_part.mark(player.sentences[player.current])
        strip.show_state(
            Listening(
                playing=playing,
                preparing=preparing,
                number=player.current + 1,
                of=len(player.sentences),
                speed=player.speed,
                speeds=len(SPEEDS),
                away=self._mark_part.is_away,
                voice=voice.title if voice is not None else "",
                voices=tuple(each.title for each in player.voices_to_choose),
            )
        )
        self._stage.strip.put(strip)
        said = self.tr("Reading aloud") if playing else "" if preparing else self.tr("Paused")
        if said and said != self._said:
            self._said = said
            from pmlapp.reading.look.announce import announce  # noqa: PLC0415 - see above

            announce(strip, said)

    @Slot()
    def _from_the_start(self) -> None:
        self.player.play(self.player.sentences)

    # What is said where nothing is heard

    def _explain(self, trouble: "Trouble") -> None:
        from pmlapp.reading.bars.strip import Weight  # noqa: PLC0415 - see above
        from pmlapp.speech.player import TroubleKind  # noqa: PLC0415

        language = self._language(trouble.language)
        match trouble.kind:
            case TroubleKind.WENT_SILENT:
                headline = self.tr("The voice stopped answering at sentence {number}.")
                line = self._say_message(
                    headline.format(number=self.player.current + 1),
                    more=self.tr("Your place is kept."),
                    action=self.tr("Try again"),
                    action_icon="play",
                    weight=Weight.PROBLEM,
                )
                line.action_chosen.connect(self.player.resume)
            case TroubleKind.NO_VOICE:
                headline = self.tr("This computer has no {language} voice, so nothing can be read aloud.")
                self._offer_voices(
                    headline.format(language=language),
                    self.tr("The person who looks after it can add one. You can go on reading."),
                )
            case TroubleKind.NO_VOICE_FOR_LANGUAGE if (
                self._page is not None and trouble.language != self._page.language
            ):
                headline = self.tr("The next sentence is in {language}. There is no {language} voice here.")
                line = self._say_message(
                    headline.format(language=language), action=self.tr("Go on after it"), icon="language"
                )
                line.action_chosen.connect(self.player.skip_language)
            case TroubleKind.NO_VOICE_FOR_LANGUAGE:
                headline = self.tr("This page is in {language}. There is no {language} voice here.")
                self._offer_voices(headline.format(language=language), self._voices_here(), icon="language")

    def _offer_voices(self, headline: str, more: str, *, icon: str = "") -> None:
        if self._pages.words.staff_nearby:
            self._say_message(headline, more=self.tr("Ask the staff."), icon=icon)
            return
        line = self._say_message(headline, more=more, action=self.tr("How to add a voice"), icon=icon)
        line.action_chosen.connect(self._ask_for_voices)

    @Slot()
    def _ask_for_voices(self) -> None:
        self.page_asked.emit(VOICES)

    def _voices_here(self) -> str:
        names = [self._language(code) for code in self.player.languages]
        if len(names) > _NAMED_LANGUAGES:
            count = len(names)
            return self.tr("The voices here speak {count} other languages.", "", count).format(count=count)
        return self.tr("The voices here: {languages}.").format(languages=", ".join(names))

    def _language(self, code: str) -> str:
        found = QtCore.QLocale({"cmn": "zh"}.get(code, code)).language()
        return code if found is QtCore.QLocale.Language.C else QtCore.QLocale.languageToString(found)

    def _say_message(self, headline: str, **details: Any) -> "MessageLine":
        from pmlapp.reading.bars.strip import Message  # noqa: PLC0415 - see above

        focus = self._pane.window().focusWidget()
        was_in_strip = focus is not None and self._stage.strip.isAncestorOf(focus)
        line = self._stage.strip.say(Message(headline, **details))
        if was_in_strip:
            # The button that the keyboard was on has gone.
            (line.action or line.close_button).setFocus(Qt.FocusReason.OtherFocusReason)
        line.gave_way.connect(self._message_gone)
        return line

    @Slot()
    def _message_gone(self) -> None:
        """A message about the player was closed, or something took its place: what it was about is over then."""
        from pmlapp.speech.player import State  # noqa: PLC0415 - see above

        if self._player is not None and self._player.state in (State.IN_TROUBLE, State.FINISHED):
            self._player.stop()
