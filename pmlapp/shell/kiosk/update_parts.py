"""Puts together what updates a kiosk: loaded when staff look for an update, or where the site lets the kiosk do so."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from pmlapp import paths
from pmlapp.content.file.store import ContentStore
from pmlapp.errors import PmlError
from pmlapp.library.pages.pages import Pages
from pmlapp.settings import SiteSettings
from pmlapp.shell.kiosk.kiosk import Kiosk
from pmlapp.shell.kiosk.kiosk_window import KioskWindow
from pmlapp.shell.kiosk.staff_door import StaffDoor
from pmlapp.shell.kiosk.update_desk import UpdateDesk
from pmlapp.shell.kiosk.wiring import wire_updates
from pmlapp.shell.library_to_read import library_to_read


class Kept(Protocol):
    """What of a kiosk's run its updates need."""

    site: SiteSettings
    pages: Pages | None
    stores: list[ContentStore]
    window: KioskWindow
    kiosk: Kiosk
    staff: StaffDoor
    tell: Callable[[PmlError], int]


def kiosk_updates(run: Kept) -> Callable[[], UpdateDesk] | None:
    """What makes the desk of updates when it is first needed; None where the site or the program has no updates."""
    if run.site.update_policy == "never" or find_spec("tuf") is None:
        return None

    made: list[UpdateDesk] = []

    def desk() -> UpdateDesk:
        if not made:
            made.append(_update_desk(run))
            wire_updates(made[0], run.kiosk, run.staff, run.tell)
        return made[0]

    return desk


def _update_desk(run: Kept) -> UpdateDesk:
    from pmlapp.packs.shelf import Shelf
    from pmlapp.shell.kiosk.status import removable_folders
    from pmlapp.shell.update_command import updates_of

    site, pages, store = run.site, run.pages, run.stores[0]
    assert pages is not None
    shelf = Shelf(paths.updates_dir())
    installed = site.library or paths.bundled_library()

    def sources() -> tuple[Path, ...]:
        return (*removable_folders(), *((site.update_from,) if site.update_from else ()))

    def use() -> None:
        store.read_from(library_to_read(installed))
        pages.follow_file()

    return UpdateDesk(
        run.window,
        pages,
        updates_of(site, shelf),
        shelf,
        sources=sources,
        shown=lambda: run.staff.staff_page,
        use=use,
        parent=run.window,
    )
