"""`pmlapp update` and `pmlapp share`: a library brought up to date, or given to others, without a window."""

import sys
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Final, TextIO

from pmlapp import paths
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.calendar import Calendar

if TYPE_CHECKING:
    from pmlapp.packs.shelf import Shelf
    from pmlapp.packs.updating import Offer, Updates

_DECLINED: Final = 1
_MOST_LINES: Final = 40

_FATES: Final = {
    "withdrawn": "Withdrawn",
    "removed": "Removed",
    "changed": "Changed",
    "reinstated": "Back again",
    "added": "New",
    "reviewed": "Reviewed again",
}


def updates_of(site: SiteSettings, shelf: "Shelf") -> "Updates":
    """What updates this computer."""
    from pmlapp.packs.updating import Updates

    calendar = Calendar(paths.last_day_file(), date.today)
    root = site.update_root or paths.update_root()
    trusted = None
    with suppress(OSError):
        trusted = root.read_bytes()
    return Updates(shelf, site.library or paths.bundled_library(), root=trusted, today=calendar.today)


def run_update(arguments: Arguments, site: SiteSettings, out: TextIO) -> int:
    """Update from a folder or a stick, or go back; 0 also if nothing is newer, 1 if what was offered was not taken."""
    from pmlapp.packs.shelf import Shelf
    from pmlapp.packs.updating import Nothing

    shelf = Shelf(paths.updates_dir())
    updates = updates_of(site, shelf)
    if arguments.go_back:
        library = updates.go_back()
        out.write(
            f"The library of {library.edition} is in use again.\n" if library else "The installed library is used.\n"
        )
        return 0
    assert arguments.update_from is not None
    found = updates.look(arguments.update_from, again=arguments.again)
    for recall in found.recalls:
        out.write(f"{'Hidden' if recall.hides else 'Warning'}: {recall.page}: {recall.reason}\n")
    if isinstance(found, Nothing):
        out.write("Nothing newer is on the stick.\n")
        if found.known:
            out.write(f"There is an edition {found.known}, which this stick does not hold. Ask for a stick with it.\n")
        return 0
    _print_offer(found, out)
    if not (arguments.yes or _agrees(out)):
        updates.decline()
        out.write("Nothing has been changed.\n")
        return _DECLINED
    updates.accept(found)
    out.write(f"The library of {found.new.edition} is in use. To go back: pmlapp update --back\n")
    return 0


def run_share(arguments: Arguments, site: SiteSettings, out: TextIO) -> int:
    """Make a stick from what this computer has."""
    from pmlapp.packs.in_use import library_in_use
    from pmlapp.packs.sharing import share
    from pmlapp.packs.shelf import Shelf

    assert arguments.share_to is not None
    shelf = Shelf(paths.updates_dir())
    release, edition = share(shelf, library_in_use(shelf, site.library or paths.bundled_library()), arguments.share_to)
    out.write(f"{release}: the library of {edition}, for other computers\n")
    return 0


def _print_offer(offer: "Offer", out: TextIO) -> None:
    here = offer.now.edition if offer.now else "none"
    out.write(f"Here now: {here}. On the stick: {offer.new.edition}, {offer.listed.target.length:,} bytes.\n")
    out.write(f"Signed by: {', '.join(offer.signers) or 'a key of your library'}, published {offer.published}.\n")
    for change in offer.changes.pages[:_MOST_LINES]:
        out.write(f"{_FATES[change.fate]}: {change.page}: {change.title}\n")
        for what, words in (("Because", change.reason), ("Before", change.before), ("After", change.after)):
            if words:
                out.write(f"    {what}: {words}\n")
        if change.review_lost:
            out.write("    Its review does not count any more.\n")
    if len(offer.changes.pages) > _MOST_LINES:
        out.write(f"… and {len(offer.changes.pages) - _MOST_LINES} pages more.\n")


def _agrees(out: TextIO) -> bool:
    if not sys.stdin.isatty():
        out.write("Write --yes to take it.\n")
        return False
    out.write("Take it into use? [y/N] ")
    out.flush()
    return sys.stdin.readline().strip().casefold() in ("y", "yes")
