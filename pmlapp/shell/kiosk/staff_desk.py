"""What staff can do from the staff page: try the site file, save counts and a status card."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from pmlapp.errors import PmlError
from pmlapp.reading.touch.staff_page import StaffPage
from pmlapp.shell.failure_words import shown_words
from pmlapp.shell.kiosk.kiosk_window import KioskWindow
from pmlapp.shell.kiosk.status import KioskStatus, removable_folders
from pmlapp.shell.kiosk.usage import UsageCounts

if TYPE_CHECKING:
    from pmlapp.shell.kiosk.update_desk import UpdateDesk


class StaffDesk(QObject):
    """``site_file`` is the one that this kiosk goes by; ``shown`` gives the staff page, while it is shown."""

    def __init__(
        self,
        window: KioskWindow,
        status: KioskStatus,
        usage: UsageCounts,
        *,
        folder: Path,
        site_file: Path,
        shown: Callable[[], StaffPage | None],
        updates: "Callable[[], UpdateDesk] | None" = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._status, self._usage = window, status, usage
        self._folder, self._site_file, self._shown = folder, site_file, shown
        self._updates = updates

    def page(self) -> StaffPage:
        """A staff page as everything is now."""
        actions = [("check-site", "settings", self.tr("Check the site file"))]
        if self._updates is not None:
            actions += [
                ("update", "usb", self.tr("Look for an update")),
                ("go-back", "back", self.tr("The library before")),
            ]
        if self._usage.counts_pages:
            actions.append(("export", "chart", self.tr("Save the usage counts")))
        actions += [
            ("change-pin", "keypad", self.tr("Change the PIN")),
            ("status", "copy", self.tr("Save a status card")),
            ("leave", "finished", self.tr("Leave the kiosk")),
        ]
        return StaffPage(
            self._window.parts.look,
            place=self._status.place(),
            lines=self._status.lines(),
            actions=tuple(actions),
            parent=self._window,
        )

    @Slot(str)
    def act(self, action: str) -> None:
        """Do what a button of the staff page asks for."""
        staff = self._shown()
        if staff is None:
            return
        match action:
            case "update" if self._updates is not None:
                self._updates().look_for_updates()
            case "go-back" if self._updates is not None:
                self._updates().go_back()
            case "check-site":
                staff.say(*self._checked_site())
            case "export":
                staff.say(*self._saved("usage.csv", self._usage.as_csv()))
            case "status":
                staff.say(*self._saved("kiosk-status.txt", f"{self._status.place()}\n{self._status.text()}"))
            case _:
                pass

    def update_by_itself(self) -> None:
        """Take what is newer, where the policy of the site is that nobody needs to accept it."""
        if self._updates is not None:
            self._updates().update_by_itself()

    def _checked_site(self) -> tuple[str, str]:
        from pmlapp.site_file import check_site_file

        try:
            _, mistakes = check_site_file(self._site_file)
        except PmlError as failure:
            said = shown_words(failure)
            return said.sentence, said.advice
        if mistakes:
            return self.tr("The site file has mistakes."), " ".join(map(str, mistakes[:3]))
        return self.tr("The site file is in order."), str(self._site_file)

    def _saved(self, name: str, text: str) -> tuple[str, str]:
        """Keep a file on the first stick that is plugged in, or beside the kiosk's own files."""
        for folder in (*removable_folders(), self._folder):
            path = folder / name
            with suppress(OSError):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="")
                return self.tr("Saved."), str(path)
        return self.tr("It could not be saved."), self.tr("Is the stick full, or the disk?")
