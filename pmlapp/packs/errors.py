"""Every failure of an update that is reported to a person; after each of them the library is as it was.

PackError
├── NoReleaseError        the folder holds no release of a library
├── NotTrustedError       it is not signed by the keys that this program trusts
├── NoTrustError          the program was given no keys to trust
├── RunOutError           it was signed too long ago
├── DamagedPackError      a part of it is missing, or not as it was signed
├── TakenOutError         it went away while it was read
├── NoRoomError           there is not enough room on this computer
├── UnfitLibraryError     the library in it is signed, and yet this program cannot use it
├── UpdateRunningError    somebody else is updating
├── UpdatesBrokenError    the folder of updates cannot be read or written
└── NothingBeforeError    there is no edition to go back to
"""

from pmlapp.errors import QT_TRANSLATE_NOOP, PmlError


class PackError(PmlError):
    """An update that was not made."""

    summary = QT_TRANSLATE_NOOP("errors", "The library could not be updated.")
    exit_code = 65


class NoReleaseError(PackError):
    """There is no release in ``source``."""

    summary = QT_TRANSLATE_NOOP("errors", "There is no library in {source}.")
    advice = QT_TRANSLATE_NOOP("errors", "Is it the right stick? Name the folder in which “pmlapp-release” is.")
    exit_code = 66


class NotTrustedError(PackError):
    """``cause`` says which signature is missing, for the log."""

    summary = QT_TRANSLATE_NOOP("errors", "The stick is not signed by your library.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "Do not use it. Ask for a new stick: “This one is signed by somebody whom our program does not know.”"
    )
    exit_code = 77


class NoTrustError(PackError):
    """No root of trust came with the program, and the site file names none."""

    summary = QT_TRANSLATE_NOOP("errors", "This program was not given the keys of any library.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "Ask for the file root.json of your library, and name it in the site file as update_root."
    )
    exit_code = 78


class RunOutError(PackError):
    """It was valid until ``day``."""

    summary = QT_TRANSLATE_NOOP("errors", "The stick has run out.")
    advice = QT_TRANSLATE_NOOP(
        "errors",
        "It was valid until {day}: nobody can say any more whether it is the newest. If the date of this computer is "
        "right, ask for a new stick: “This one ran out on {day}.” The library that is here goes on working.",
    )


class DamagedPackError(PackError):
    """``part`` is the name of the file that is missing or not as it was signed."""

    summary = QT_TRANSLATE_NOOP("errors", "A part of the stick is damaged ({part}).")
    advice = QT_TRANSLATE_NOOP(
        "errors", "Nothing has changed. Copy the whole folder onto the stick again, or ask for another stick."
    )


class TakenOutError(PackError):
    """The source went away, or cannot be read any more; ``cause`` is what the system said, for the log."""

    summary = QT_TRANSLATE_NOOP("errors", "The stick was taken out too early. Nothing has changed.")
    advice = QT_TRANSLATE_NOOP("errors", "Put it in again, and leave it in until it says Done.")
    exit_code = 74


class NoRoomError(PackError):
    """So many ``needed`` megabytes are not free."""

    summary = QT_TRANSLATE_NOOP("errors", "There is no room: {needed} MB are needed.")
    advice = QT_TRANSLATE_NOOP("errors", "Nothing has changed. Ask somebody to make room on this computer.")
    exit_code = 73


class UnfitLibraryError(PackError):
    """A signed library that does not work here; ``reason`` says why in plain words."""

    summary = QT_TRANSLATE_NOOP("errors", "The library on the stick cannot be used here: {reason}.")
    advice = QT_TRANSLATE_NOOP("errors", "Nothing has changed. Tell those who sent the stick.")


class UpdateRunningError(PackError):
    """Another process holds the lock."""

    summary = QT_TRANSLATE_NOOP("errors", "Another update is running.")
    advice = QT_TRANSLATE_NOOP("errors", "Wait until it is done, then try again.")
    exit_code = 75


class UpdatesBrokenError(PackError):
    """The folder ``path`` cannot be used; ``reason`` is what the system said."""

    summary = QT_TRANSLATE_NOOP("errors", "The folder for updates cannot be used: {reason}.")
    advice = QT_TRANSLATE_NOOP("errors", "Check whether the disk is full or can only be read: {path}.")
    exit_code = 73


class NothingBeforeError(PackError):
    """No update was made, or its predecessor is gone."""

    summary = QT_TRANSLATE_NOOP("errors", "There is no edition to go back to.")
    exit_code = 66


class NothingToShareError(PackError):
    """No release was ever read here, so that nothing here has signatures to go with it."""

    summary = QT_TRANSLATE_NOOP("errors", "There is nothing here that others would accept.")
    advice = QT_TRANSLATE_NOOP("errors", "Update this computer from a stick or a folder first.")
    exit_code = 66
