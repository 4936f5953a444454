"""The words of the staff's page about an update: what is offered, or why it is refused and what to do."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from pmlapp.content.edition import is_undated
from pmlapp.content.model import Library
from pmlapp.library.differences import PageFate
from pmlapp.packs.changes import Change
from pmlapp.packs.errors import PackError
from pmlapp.packs.updating import Nothing, Offer
from pmlapp.reading.touch.update_page import Fact, Group, GroupRow, UpdateWords

translate = QCoreApplication.translate
Day = Callable[[date], str]

_MOST_ROWS = 3


def offered(offer: Offer, valid_until: date | None, day: Day) -> UpdateWords:
    """What changes, before anything does."""
    signers = ", ".join(offer.signers)
    facts = [
        Fact("signed", translate("UpdateWords", "Signed by your library"), signers),
        Fact("check-circle", translate("UpdateWords", "Every byte is as it was signed")),
        Fact("check-circle", translate("UpdateWords", "Newer than the library here")),
        Fact("check-circle", translate("UpdateWords", "Opens, and ten searches find their pages")),
    ]
    if valid_until is not None:
        said = translate("UpdateWords", "Good until {date}").format(date=day(valid_until))
        facts.append(Fact("clock", said, ink="text"))
    said = translate("UpdateWords", "You can go back to the old one")
    facts.append(Fact("back", said, translate("UpdateWords", "It stays here until the next update."), "text"))
    count = len(offer.changes.pages)
    heading = translate("UpdateWords", "What changes for a reader: {count} pages", "", count).format(count=count)
    if count == 1:
        heading = translate("UpdateWords", "What changes for a reader: 1 page")
    return UpdateWords(
        title=translate("UpdateWords", "A newer library is on the stick"),
        lead=translate("UpdateWords", "Nothing has been changed yet."),
        places=(
            *((_place(translate("UpdateWords", "Here now"), offer.now, day),) if offer.now else ()),
            _place(translate("UpdateWords", "On the stick"), offer.new, day),
        ),
        facts=tuple(facts),
        heading=heading,
        groups=tuple(_group(fate, offer.changes.pages) for fate in offer.changes.counts()),
        accept=translate("UpdateWords", "Accept and switch"),
        decline=translate("UpdateWords", "Not now"),
    )


def refused(failure: PackError, said: tuple[str, str], now: Library, confirmed: date | None, day: Day) -> UpdateWords:
    """Why it is refused, and what to do; ``said`` are the sentences of the failure in the window's language."""
    working = translate("UpdateWords", "The library here goes on working")
    facts = [Fact("check-circle", working)]
    if confirmed is not None:
        words = translate("UpdateWords", "Last confirmed on {date}").format(date=day(confirmed))
        facts.append(Fact("clock", words, ink="text"))
    what_to_do = Group("help-staff", translate("UpdateWords", "What to do"), (GroupRow("", said[1]),))
    return UpdateWords(
        title=translate("UpdateWords", "This stick cannot be used"),
        lead=translate("UpdateWords", "Nothing has been changed."),
        places=(_place(translate("UpdateWords", "Here now"), now, day),),
        facts=tuple(facts),
        heading="",
        groups=(
            Group("warning", said[0], (), "urgent_tint", "urgent_line", "urgent_text"),
            *((what_to_do,) if said[1] else ()),
        ),
        accept="",
        decline=translate("UpdateWords", "Back to the staff page"),
    )


def nothing_newer(found: Nothing) -> tuple[str, str]:
    """A sentence and one more for the staff page."""
    more = ""
    if found.known:
        more = translate(
            "UpdateWords", "There is an edition {edition}, which this stick does not hold. Ask for a stick with it."
        ).format(edition=found.known)
    elif found.recalls:
        more = translate("UpdateWords", "Its notices about pages that must not be read any more were taken.")
    return translate("UpdateWords", "Nothing newer is on the stick."), more


def edition_in_words(edition: str, day: Day) -> str:
    """An edition as a day, where it is one."""
    try:
        return edition if is_undated(edition) else day(date.fromisoformat(edition[:10]))
    except ValueError:
        return edition


def _place(about: str, library: Library, day: Day) -> tuple[str, str, str]:
    return about, edition_in_words(library.edition, day), library.title


def _group(fate: PageFate, pages: tuple[Change, ...]) -> Group:
    mine = [page for page in pages if page.fate is fate]
    count = len(mine)
    icon, said = {
        PageFate.WITHDRAWN: ("withdrawn", translate("UpdateWords", "Withdrawn: {number}")),
        PageFate.REMOVED: ("withdrawn", translate("UpdateWords", "Removed: {number}")),
        PageFate.CHANGED: ("changed", translate("UpdateWords", "Changed: {number}")),
        PageFate.REINSTATED: ("check-circle", translate("UpdateWords", "Shown again: {number}")),
        PageFate.ADDED: ("plus", translate("UpdateWords", "Added: {number}")),
        PageFate.REVIEWED: ("signed", translate("UpdateWords", "Reviewed again, words unchanged: {number}")),
    }[fate]
    rows = [_row(page) for page in mine[:_MOST_ROWS]]
    if count > _MOST_ROWS:
        more = count - _MOST_ROWS
        rows.append(GroupRow("", translate("UpdateWords", "and {count} more", "", more).format(count=more)))
    if fate in (PageFate.WITHDRAWN, PageFate.REMOVED):
        return Group(icon, said.format(number=count), tuple(rows), "emergency_tint", "emergency_line", "emergency_text")
    return Group(icon, said.format(number=count), tuple(rows))


def _row(page: Change) -> GroupRow:
    words = page.reason
    if page.review_lost:
        words = translate("UpdateWords", "Its earlier review does not count any more.")
    return GroupRow(page.title, words, page.before, page.after)
