"""The player: goes through sentences one by one, by what the engine reports and never by a guess of its own."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from pmlapp.library.pages.spoken import Sentence
from pmlapp.speech.lines import NO_VOICES, NOT_INSTALLED, Begun, Ended, Failed, Ready, Say, Stop, Word
from pmlapp.speech.speaking_process import SpeakingProcess
from pmlapp.speech.voices import Voice, languages_of, spoken_language, voice_for, voices_of

SPEEDS: Final = (0.5, 0.65, 0.8, 1.0, 1.25, 1.6, 2.0)
"""From very slow to very fast; 1 is normal."""
NORMAL: Final = SPEEDS.index(1.0)

BEGIN_MS: Final = 2_000
"""An engine that has not begun by then is silent."""
_CHARACTERS_PER_S: Final = 14.0
_EARLY: Final = 0.3
"""No voice speaks more than three times as fast as it usually does; a text that is over sooner was not spoken."""
_SHORT: Final = 20
"""Characters below which nothing can be said of the time that they take."""
_S_PER_CHARACTER: Final = 0.25
_MORE_S: Final = 3.0


class State(StrEnum):
    """What the player does."""

    STOPPED = "stopped"
    PREPARING = "preparing"
    """It waits for the engine to say which voices there are."""
    PLAYING = "playing"
    PAUSED = "paused"
    FINISHED = "finished"
    """The last sentence has been said."""
    IN_TROUBLE = "in trouble"
    """It stands still, and `Player.trouble` says why."""


class TroubleKind(StrEnum):
    """Why nothing is heard."""

    NO_VOICE = "no voice"
    NO_VOICE_FOR_LANGUAGE = "no voice for the language"
    WENT_SILENT = "went silent"


class Trouble(NamedTuple):
    """Why nothing is heard; ``detail`` is for a log."""

    kind: TroubleKind
    language: str = ""
    detail: str = ""


class Player(QObject):
    """Plays a list of sentences.  It moves on when the engine reports that it has ended one, and only then.

    ``start_process`` makes the speaking process, once more after each failure; ``home`` is the language that this
    computer is set to; ``times`` how much faster than real time the engine is: 1 for every voice.

    Signals:
        state_changed: to another state, or to another sentence while it is paused.
        sentence_begun: the engine says that it begins sentence number (0-based).
        word_begun: first and last character of what is said of the sentence, where the engine reports words.
    """

    state_changed = Signal()
    sentence_begun = Signal(int)
    word_begun = Signal(int, int)

    def __init__(
        self,
        start_process: Callable[[QObject], SpeakingProcess],
        *,
        home: str,
        times: float = 1.0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._start_process = start_process
        self._home = home
        self._times = times
        self._process: SpeakingProcess | None = None
        self._sentences: Sequence[Sentence] = ()
        self._current = 0
        self._state = State.STOPPED
        self._trouble: Trouble | None = None
        self._voices: tuple[Voice, ...] = ()
        self._chosen: dict[str, str] = {}
        self._speed = NORMAL
        self._number = 0
        self._begun_at: float | None = None
        self.engine = ""
        self._no_begin = QTimer(self, singleShot=True, interval=BEGIN_MS)
        self._no_begin.timeout.connect(self._never_began)
        self._no_end = QTimer(self, singleShot=True)
        self._no_end.timeout.connect(self._never_ended)

    # What can be seen

    @property
    def state(self) -> State:
        """What it does."""
        return self._state

    @property
    def trouble(self) -> Trouble | None:
        """Why it stands still, in `State.IN_TROUBLE`."""
        return self._trouble

    @property
    def current(self) -> int:
        """The number (0-based) of the sentence that is said, or is said next."""
        return self._current

    @property
    def sentences(self) -> Sequence[Sentence]:
        """What is played."""
        return self._sentences

    @property
    def speed(self) -> int:
        """Which of ``SPEEDS``."""
        return self._speed

    @property
    def voice(self) -> Voice | None:
        """The voice of the current sentence; None if there is none, or it is not known yet."""
        if not self._sentences:
            return None
        return voice_for(self._language, self._voices, home=self._home, chosen=self._chosen)

    @property
    def chosen_voices(self) -> tuple[tuple[str, str], ...]:
        """The voice chosen for each language: its code, and the name of the voice."""
        return tuple(self._chosen.items())

    @property
    def voices_to_choose(self) -> tuple[Voice, ...]:
        """The voices for the language of the current sentence, the usual one first."""
        return voices_of(self._language, self._voices, home=self._home) if self._sentences else ()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that this computer can speak, as far as it is known."""
        return languages_of(self._voices)

    @property
    def _language(self) -> str:
        return self._sentences[self._current].language

    # What is asked for

    def play(self, sentences: Sequence[Sentence], first: int = 0) -> None:
        """Play from sentence number ``first`` on; there is at least one."""
        self._hush()
        self._sentences = sentences
        self._current = first
        self._go()

    def replace(self, sentences: Sequence[Sentence], current: int) -> None:
        """Go on in other sentences of the same page, of which ``current`` is the one that is being said."""
        self._sentences = sentences
        self._current = current
        self.state_changed.emit()

    @Slot()
    def pause(self) -> None:
        """Be silent at once; `resume` begins the sentence again, as a half of it would not be understood."""
        if self._state in (State.PLAYING, State.PREPARING):
            self._hush()
            self._become(State.PAUSED)

    @Slot()
    def resume(self) -> None:
        """Go on, from where it paused or where something went wrong."""
        if self._state in (State.PAUSED, State.IN_TROUBLE) and self._sentences:
            self._go()
        elif self._state is State.FINISHED:
            self.play(self._sentences)

    @Slot()
    def stop(self) -> None:
        """Be silent, and forget the page."""
        self._hush()
        self._sentences = ()
        self._current = 0
        self._become(State.STOPPED)

    @Slot()
    def next(self) -> None:
        """Go to the next sentence; on the last one stay."""
        self._go_to(self._current + 1)

    @Slot()
    def previous(self) -> None:
        """Go to the sentence before; on the first one stay."""
        self._go_to(self._current - 1)

    @Slot()
    def skip_language(self) -> None:
        """Go on behind the sentences in this language: the listener has heard that they cannot be read."""
        behind = range(self._current + 1, len(self._sentences))
        other = next((number for number in behind if self._sentences[number].language != self._language), None)
        if other is None:
            self._become(State.FINISHED)
        else:
            self._current = other
            self._go()

    def begin_with(self, speed: int | None, voices: Iterable[tuple[str, str]]) -> None:
        """Before anything is played: the speed and voices of last time; None leaves the usual speed."""
        if speed is not None:
            self._speed = min(max(speed, 0), len(SPEEDS) - 1)
        self._chosen.update(voices)

    def set_speed(self, speed: int) -> None:
        """Choose one of ``SPEEDS``; what is being said begins again at that speed."""
        self._speed = min(max(speed, 0), len(SPEEDS) - 1)
        self._again()

    def choose_voice(self, name: str) -> None:
        """Choose a voice for the language of the current sentence, by its name."""
        if self._sentences:
            self._chosen[spoken_language(self._language)] = name
            self._again()

    def close(self) -> None:
        """End the speaking process."""
        self._hush()
        if self._process is not None:
            self._process.close()
            self._process = None

    # One sentence

    def _go_to(self, number: int) -> None:
        if not 0 <= number < len(self._sentences):
            return
        self._hush()
        self._current = number
        if self._state in (State.PLAYING, State.PREPARING):
            self._go()
        else:
            self._become(State.PAUSED)

    def _again(self) -> None:
        if self._state is State.PLAYING:
            self._hush()
            self._go()
        else:
            self.state_changed.emit()

    def _go(self) -> None:
        """Say the current sentence, as soon as there is an engine."""
        if self._process is None:
            self._become(State.PREPARING)
            self._process = self._start_process(self)
            self._process.ready.connect(self._is_ready)
            self._process.begun.connect(self._has_begun)
            self._process.word.connect(self._is_at_word)
            self._process.ended.connect(self._has_ended)
            self._process.failed.connect(self._has_failed)
            self._process.start()
        elif not self._voices:
            self._become(State.PREPARING)
        else:
            self._say()

    def _say(self) -> None:
        assert self._process is not None
        sentence = self._sentences[self._current]
        voice = self.voice
        if voice is None:
            self._fail(Trouble(TroubleKind.NO_VOICE_FOR_LANGUAGE, sentence.language))
            return
        self._number += 1
        self._begun_at = None
        speed = SPEEDS[self._speed]
        self._process.send(Say(self._number, sentence.said, voice.name, voice.language, speed))
        self._no_begin.start()
        self._become(State.PLAYING)

    def _hush(self) -> None:
        """Be silent, and hear nothing more of what was being said."""
        self._no_begin.stop()
        self._no_end.stop()
        if self._process is not None and self._voices and self._state is State.PLAYING:
            self._process.send(Stop())
        self._number += 1

    # What the engine reports

    @Slot(object)
    def _is_ready(self, ready: Ready) -> None:
        self.engine = ready.engine
        self._voices = ready.voices
        if self._state is State.PREPARING:
            self._say()
        else:
            self.state_changed.emit()

    @Slot(object)
    def _has_begun(self, begun: Begun) -> None:
        if begun.number != self._number or self._begun_at is not None:
            return
        self._begun_at = begun.at
        self._no_begin.stop()
        said = self._sentences[self._current].said
        self._no_end.start(round(1000 * (_MORE_S + len(said) * _S_PER_CHARACTER / SPEEDS[self._speed])))
        self.sentence_begun.emit(self._current)

    @Slot(object)
    def _is_at_word(self, word: Word) -> None:
        if word.number == self._number and self._begun_at is not None:
            self.word_begun.emit(word.start, word.end)

    @Slot(object)
    def _has_ended(self, ended: Ended) -> None:
        if ended.number != self._number:
            return
        self._no_begin.stop()
        self._no_end.stop()
        if self._begun_at is None or (ended.at - self._begun_at) * self._times < self._least_s():
            self._went_silent("it ended too soon")
        elif self._current + 1 < len(self._sentences):
            self._current += 1
            self._say()
        else:
            self._become(State.FINISHED)

    def _least_s(self) -> float:
        """The least time in which the current sentence can have been spoken."""
        length = len(self._sentences[self._current].said)
        usual = length / (_CHARACTERS_PER_S * SPEEDS[self._speed])
        return usual * _EARLY if length >= _SHORT else 0.0

    @Slot(object)
    def _has_failed(self, failed: Failed) -> None:
        self._let_go()
        if self._state in (State.PLAYING, State.PREPARING):
            there_is_none = failed.reason in (NOT_INSTALLED, NO_VOICES)
            kind = TroubleKind.NO_VOICE if there_is_none else TroubleKind.WENT_SILENT
            self._fail(Trouble(kind, self._language, f"{failed.reason}: {failed.detail}"))

    @Slot()
    def _never_began(self) -> None:
        self._went_silent("it did not begin")

    @Slot()
    def _never_ended(self) -> None:
        self._went_silent("it did not end")

    def _went_silent(self, detail: str) -> None:
        # Whatever hangs is not asked again: the next try begins with a new process.
        self._let_go()
        self._fail(Trouble(TroubleKind.WENT_SILENT, self._language, detail))

    def _let_go(self) -> None:
        if self._process is not None:
            self._process.close()
            self._process.deleteLater()
            self._process = None
        self._voices = ()

    def _fail(self, trouble: Trouble) -> None:
        self._no_begin.stop()
        self._no_end.stop()
        self._number += 1
        self._trouble = trouble
        self._become(State.IN_TROUBLE)

    def _become(self, state: State) -> None:
        self._state = state
        if state is not State.IN_TROUBLE:
            self._trouble = None
        self.state_changed.emit()
