"""What the staff page says of a kiosk: versions, library, reviews, clock, disk, printer, fonts, running, counts."""

import platform
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, qVersion

from pmlapp import __version__, paths
from pmlapp.errors import PmlError
from pmlapp.library.pages.language_names import name_of
from pmlapp.library.pages.pages import Pages
from pmlapp.reading.touch.staff_page import State, StatusLine
from pmlapp.settings import SiteSettings
from pmlapp.shell.failure_words import shown_words
from pmlapp.shell.font_check import missing_font
from pmlapp.shell.kiosk.run_record import RunRecord, memory_kb, open_files

translate = QCoreApplication.translate

_DAY_S: Final = 86_400
_LITTLE_ROOM: Final = 500_000_000


class KioskStatus:
    """Looks at everything each time it is asked."""

    def __init__(
        self,
        pages: Pages,
        site: SiteSettings,
        record: RunRecord,
        folder: Path,
        *,
        spoken: Callable[[], tuple[str, ...] | None] = lambda: None,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._spoken = spoken
        self._pages, self._site, self._record, self._folder = pages, site, record, folder
        self._clock = clock
        self.damage: PmlError | None = None
        """What is wrong with the library, once the whole file has been read; None if nothing is."""
        self.verified = False

    def place(self) -> str:
        """Whose kiosk it is, and what its clock says."""
        now = self._clock()
        who = ", ".join(filter(None, (self._site.owner, self._site.clinic)))
        when = f"{self._pages.words.day(now.date())}, {now:%H:%M}"
        return f"{who}. {when}." if who else f"{when}."

    def lines(self) -> tuple[StatusLine, ...]:
        """A line each; one that cannot be looked at says so instead of hiding the others."""
        looks = (
            self._library,
            self._update,
            self._whole,
            self._reviews,
            self._clock_line,
            self._disk,
            self._printer,
            self._voices,
            self._fonts,
        )
        found: list[StatusLine] = []
        for look in (*looks, self._running, self._usage, self._program):
            try:
                found.append(look())
            except (PmlError, OSError) as failure:
                name = look.__name__.strip("_").removesuffix("_line").capitalize()
                said = shown_words(failure).sentence if isinstance(failure, PmlError) else str(failure)
                found.append(StatusLine("warning", name, said, State.BROKEN, translate("KioskStatus", "Broken")))
        return tuple(found)

    def text(self) -> str:
        """The state as plain text, to be sent to somebody who helps."""
        return "".join(f"{line.name}: {line.words} [{line.verdict}]\n" for line in self.lines())

    def _library(self) -> StatusLine:
        library, pages = self._pages.catalog.library, self._pages.catalog.counts.articles
        words = translate("KioskStatus", "{title}, {pages} pages. Mark {mark}.").format(
            title=library.title, pages=pages, mark=f"{library.digest[:4]} {library.digest[4:8]}"
        )
        draft = library.draft
        state, verdict = (
            (State.LOOK, translate("KioskStatus", "Draft"))
            if draft
            else (State.GOOD, translate("KioskStatus", "In order"))
        )
        return StatusLine("sources", translate("KioskStatus", "Library"), words, state, verdict)

    def _update(self) -> StatusLine:
        from pmlapp.packs.shelf import Shelf, day_or_none

        name, state = translate("KioskStatus", "Update"), Shelf(paths.updates_dir()).state()
        confirmed, until = day_or_none(state.confirmed), day_or_none(state.valid_until)
        if confirmed is None:
            words = translate("KioskStatus", "The library came with the program.")
            return StatusLine("usb", name, words, State.FACT, translate("KioskStatus", "None yet"))
        said = self._pages.words.day(confirmed)
        if until is not None and until < self._pages.today():
            words = translate("KioskStatus", "Not confirmed since {date}. Ask for a new stick.").format(date=said)
            return StatusLine("usb", name, words, State.LOOK, translate("KioskStatus", "Run out"))
        words = translate("KioskStatus", "Confirmed by those who publish it on {date}.").format(date=said)
        return StatusLine("usb", name, words, State.GOOD, translate("KioskStatus", "In time"))

    def _whole(self) -> StatusLine:
        name = translate("KioskStatus", "Checked")
        if self.damage or self._pages.file_state.is_damaged:
            words = (
                shown_words(self.damage).sentence
                if self.damage
                else translate("KioskStatus", "A part of the library is not as it was built.")
            )
            return StatusLine("signed", name, words, State.BROKEN, translate("KioskStatus", "Damaged"))
        if not self.verified:
            return StatusLine(
                "signed",
                name,
                translate("KioskStatus", "Being compared with its digest."),
                State.FACT,
                translate("KioskStatus", "Wait"),
            )
        return StatusLine(
            "signed",
            name,
            translate("KioskStatus", "Every byte was compared with its digest."),
            State.GOOD,
            translate("KioskStatus", "Whole"),
        )

    def _reviews(self) -> StatusLine:
        checks = self._pages.catalog.checks(self._pages.today())
        words = " ".join(self._pages.words.library_checks(checks))
        state, verdict = State.GOOD, translate("KioskStatus", "In time")
        if checks.overdue:
            count = checks.overdue
            state, verdict = State.LOOK, translate("KioskStatus", "{count} overdue", "", count).format(count=count)
        return StatusLine("review-none", translate("KioskStatus", "Reviews"), words, state, verdict)

    def _clock_line(self) -> StatusLine:
        now = self._clock()
        words = f"{self._pages.words.day(now.date())}, {now:%H:%M}."
        if self._pages.clock_in_doubt():
            return StatusLine(
                "clock", translate("KioskStatus", "Clock"), words, State.LOOK, translate("KioskStatus", "In doubt")
            )
        if now.date() < self._pages.catalog.library.newest:
            return StatusLine(
                "clock", translate("KioskStatus", "Clock"), words, State.LOOK, translate("KioskStatus", "Too early")
            )
        return StatusLine(
            "clock", translate("KioskStatus", "Clock"), words, State.GOOD, translate("KioskStatus", "Plausible")
        )

    def _disk(self) -> StatusLine:
        place = next(folder for folder in (self._folder, *self._folder.parents) if folder.is_dir())
        usage = shutil.disk_usage(place)
        words = translate("KioskStatus", "{free} GB free of {all} GB.").format(
            free=f"{usage.free / 1e9:.1f}", all=f"{usage.total / 1e9:.0f}"
        )
        if usage.free < _LITTLE_ROOM:
            return StatusLine(
                "disk", translate("KioskStatus", "Disk"), words, State.LOOK, translate("KioskStatus", "Little room")
            )
        return StatusLine("disk", translate("KioskStatus", "Disk"), words, State.GOOD, translate("KioskStatus", "Room"))

    def _printer(self) -> StatusLine:
        name = translate("KioskStatus", "Printer")
        if not self._site.printer:
            return StatusLine(
                "print",
                name,
                translate("KioskStatus", "None is set: nothing can be printed."),
                State.FACT,
                translate("KioskStatus", "Off"),
            )
        words = translate("KioskStatus", "{printer}, at most {pages} sheets a visit.").format(
            printer=self._site.printer, pages=self._site.pages_per_visit
        )
        return StatusLine("print", name, words, State.FACT, translate("KioskStatus", "Set"))

    def _voices(self) -> StatusLine:
        name, spoken = translate("KioskStatus", "Voices"), self._spoken()
        wanted = {language.split("-")[0] for language in (self._pages.catalog.library.language, *self._site.languages)}
        if spoken is None:
            return StatusLine(
                "speak",
                name,
                translate("KioskStatus", "Nobody has listened since the start."),
                State.FACT,
                translate("KioskStatus", "Not known"),
            )
        missing = sorted(wanted - {language.split("-")[0] for language in spoken})
        words = ", ".join(map(name_of, sorted(wanted - set(missing)))) or translate("KioskStatus", "None.")
        if missing:
            words = translate("KioskStatus", "{found} None for {missing}.").format(
                found=f"{words}." if words[-1:] != "." else words, missing=", ".join(map(name_of, missing))
            )
            count = len(missing)
            verdict = translate("KioskStatus", "{count} missing", "", count).format(count=count)
            return StatusLine("speak", name, words, State.LOOK, verdict)
        return StatusLine("speak", name, f"{words}.", State.GOOD, translate("KioskStatus", "All here"))

    def _fonts(self) -> StatusLine:
        failure = missing_font(self._pages)
        if failure is not None:
            return StatusLine(
                "letters",
                translate("KioskStatus", "Letters"),
                shown_words(failure).sentence,
                State.LOOK,
                translate("KioskStatus", "Missing"),
            )
        return StatusLine(
            "letters",
            translate("KioskStatus", "Letters"),
            translate("KioskStatus", "For every page of the library."),
            State.GOOD,
            translate("KioskStatus", "All here"),
        )

    def _running(self) -> StatusLine:
        record = self._record
        words = translate(
            "KioskStatus",
            "{time} since the last start. Ended unasked {cut} of {starts} times, view restarted {views} times.",
        )
        said = words.format(
            time=_duration(record.uptime_s), cut=record.cut_short, starts=record.starts, views=record.view_restarts
        )
        state = State.LOOK if record.view_restarts or record.cut_short else State.GOOD
        return StatusLine(
            "play",
            translate("KioskStatus", "Running"),
            said,
            state,
            translate("KioskStatus", "Look") if state is State.LOOK else translate("KioskStatus", "Steady"),
        )

    def _usage(self) -> StatusLine:
        name = translate("KioskStatus", "Usage counts")
        if not self._site.usage_counts:
            return StatusLine(
                "chart",
                name,
                translate("KioskStatus", "Off. Nobody’s reading is counted."),
                State.FACT,
                translate("KioskStatus", "Off"),
            )
        return StatusLine(
            "chart",
            name,
            translate("KioskStatus", "A sum for each page and week; small ones are left out."),
            State.FACT,
            translate("KioskStatus", "On"),
        )

    def _program(self) -> StatusLine:
        words = translate(
            "KioskStatus", "pmlapp {version}, Qt {qt}, Python {python}. {memory} MB, {files} files open."
        ).format(
            version=__version__,
            qt=qVersion(),
            python=platform.python_version(),
            memory=memory_kb() // 1000,
            files=open_files(),
        )
        return StatusLine("info", translate("KioskStatus", "Program"), words, State.FACT, "")


def removable_folders(roots: tuple[Path, ...] = (Path("/media"), Path("/run/media"), Path("/mnt"))) -> Iterator[Path]:
    """Folders of sticks that the system has mounted where people look for them."""
    for root in roots:
        if root.is_dir():
            yield from sorted(path for path in (*root.glob("*"), *root.glob("*/*")) if path.is_mount())


def _duration(seconds: int) -> str:
    days, rest = divmod(seconds, _DAY_S)
    hours, rest = divmod(rest, 3600)
    if days:
        return translate("KioskStatus", "{count} days", "", days).format(count=days)
    return translate("KioskStatus", "{hours} h {minutes} min").format(hours=hours, minutes=rest // 60)
