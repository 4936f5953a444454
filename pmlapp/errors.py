"""Every failure that is reported to a person, in one tree.

    PmlError
    ├── ContentError
    │   ├── MissingContentError       no content file where it should be
    │   │   └── WrongPathError        nor where somebody said that it is
    │   ├── UnreadableContentError    not a content file, or damaged
    │   │   ├── DamagedPartError      one page, picture or list of it is not as it was built
    │   │   └── EditedContentError    another program wrote to it after it was built
    │   │       └── EditedPartError   the same, of one page, picture or list
    │   ├── NewerContentError         made by a newer version of this program
    │   ├── ArticleNotFoundError      a link or a command leads nowhere
    │   ├── CodeNotFoundError         no page has a classification code
    │   ├── LanguageNotFoundError     the library is in another language
    │   └── MarkdownRefusedError      article text outside the stated limits or dialect
    ├── AuthoringError
    │   ├── NoSourcesError            there is no library where the command was pointed
    │   ├── SourcesRefusedError       article sources with mistakes, all of them listed
    │   ├── ReleaseRefusedError       articles without the reviews that the library's policy asks for
    │   │   └── UnfinishedPagesError  articles in which something is left to fill in
    │   ├── CannotImportError         a text from elsewhere cannot be read
    │   ├── FolderInUseError          a new library was to go where something is already
    │   ├── PageRefusedError          a new page would have no topic, no good name, or the name of another
    │   ├── PreviousEditionError      the file named is not the edition before
    │   └── DossierError              the dossier of facts cannot be read
    ├── SiteFileError                 site.toml cannot be read
    ├── PreferencesError              what the reader chose cannot be read or kept
    ├── KeptError                     questions and bookmarks cannot be read or kept
    ├── DamagedKeptError              their file was damaged and has been set aside
    ├── MissingFontError              no font for the script of the library
    ├── CannotPrintError              the printer could not be reached
    ├── LostInPdfError                words of a script would be lost in a PDF
    ├── CannotWriteError              a file we were asked for cannot be written (disk full, read-only)
    └── CannotStartError
        ├── NoDisplayError            there is no screen to draw on
        └── MissingQtLibraryError     Qt's system libraries are not installed

A mistake of ours (wrong type, impossible state) is not a PmlError: it stays a
plain Python exception and reaches the last-resort handler of `shell.failures`.
"""

import errno
from typing import ClassVar, Final


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a sentence for ``pyside6-lupdate``, which goes by this name, without importing Qt."""
    return text


class PmlError(Exception):
    """Base of the tree.

    ``summary`` says what happened and ``advice`` what the reader can do, each
    with ``{named}`` fields.  They hold English; `shell.failures` translates
    the sentence first and fills the fields after.  ``exit_code`` is what a
    command line ends with: the numbers of BSD's sysexits.h.
    """

    summary: ClassVar[str]
    advice: ClassVar[str] = ""
    exit_code: ClassVar[int] = 70

    def __init__(self, **details: object) -> None:
        self.details = details
        super().__init__(self.summary.format_map(details))

    @property
    def what_to_do(self) -> str:
        """The advice in English with its fields filled; empty if there is none."""
        return self.advice.format_map(self.details)


class ContentError(PmlError):
    """Something is wrong with a content file or with what was asked of it."""

    summary = QT_TRANSLATE_NOOP("errors", "The library cannot be used.")
    exit_code = 65


class MissingContentError(ContentError):
    """There is no content file at ``path``."""

    summary = QT_TRANSLATE_NOOP("errors", "The library file {path} is not there.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "Install the program again, or copy content.db back to that place. Nothing else is lost."
    )
    exit_code = 66


class WrongPathError(MissingContentError):
    """There is no content file at the ``path`` that ``where`` names, an option or a line of the site file."""

    advice = QT_TRANSLATE_NOOP("errors", "Check the path after {where}.")


class UnreadableContentError(ContentError):
    """The file at ``path`` is not a content file, or is damaged; ``cause`` says how, for the log."""

    summary = QT_TRANSLATE_NOOP("errors", "The library file {path} is damaged, or is not a library of this program.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "Install the program again, or copy a good content.db to that place. Nothing else is lost."
    )


class DamagedPartError(UnreadableContentError):
    """A part of the file at ``path`` is not as it was built; ``part`` names it in plain words, for the log."""

    summary = QT_TRANSLATE_NOOP("errors", "A part of the library file {path} is damaged: {part}. It is not shown.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "You can go on reading the rest. Copy a good content.db to that place to have all of it."
    )


class EditedContentError(UnreadableContentError):
    """Another program than ours wrote to the file at ``path`` after it was built; ``cause`` says how that shows."""

    summary = QT_TRANSLATE_NOOP("errors", "The library file {path} was changed by another program after it was made.")
    advice = QT_TRANSLATE_NOOP(
        "errors",
        "Nobody has checked what it says now. Copy a good content.db to that place, or ask for one where you got this.",
    )


class EditedPartError(EditedContentError, DamagedPartError):
    """Another program than ours changed a part of the file at ``path``; ``part`` names it in plain words."""

    summary = QT_TRANSLATE_NOOP(
        "errors", "A part of the library file {path} was changed by another program: {part}. It is not shown."
    )
    advice = QT_TRANSLATE_NOOP(
        "errors",
        "Nobody has checked what it says now. You can go on reading the rest, and copy a good content.db there.",
    )


class NewerContentError(ContentError):
    """The file at ``path`` needs format or program ``found``; this program is, or reads up to, ``supported``."""

    summary = QT_TRANSLATE_NOOP("errors", "The library file {path} was made for a newer version of this program.")
    advice = QT_TRANSLATE_NOOP("errors", "Update the program, or use the library that came with this one.")


class ArticleNotFoundError(ContentError):
    """No article has the id ``article``."""

    summary = QT_TRANSLATE_NOOP("errors", "This library has no page called “{article}”.")
    advice = QT_TRANSLATE_NOOP("errors", "Search for it, or choose a topic from the home page.")
    exit_code = 66


class CodeNotFoundError(ContentError):
    """No page is filed under ``code`` of the classification ``system``, nor under a broader one."""

    summary = QT_TRANSLATE_NOOP("errors", "No page of this library has the {system} code “{code}”.")
    advice = QT_TRANSLATE_NOOP("errors", "Check the code, or search for the name of the illness.")
    exit_code = 4


class LanguageNotFoundError(ContentError):
    """The library is in ``found``, not in ``language``."""

    summary = QT_TRANSLATE_NOOP("errors", "This library has no pages in the language “{language}”.")
    advice = QT_TRANSLATE_NOOP("errors", "Its pages are in “{found}”. Leave --language out, or use another library.")
    exit_code = 66


class MarkdownRefusedError(ContentError):
    """Article text that breaks a limit or the dialect: ``line`` (1-based) and ``reason``."""

    summary = QT_TRANSLATE_NOOP("errors", "This page cannot be shown: its text has a mistake in line {line}: {reason}.")
    advice = QT_TRANSLATE_NOOP("errors", "Tell the people who gave you this library.")

    def __init__(self, *, line: int, reason: str) -> None:
        self.line = line
        self.reason = reason
        super().__init__(line=line, reason=reason)


class AuthoringError(PmlError):
    """Something is wrong with the sources of a library."""

    summary = QT_TRANSLATE_NOOP("errors", "The library could not be built.")
    exit_code = 65


class NoSourcesError(AuthoringError):
    """No library at ``path``; ``reason`` is the end of a sentence."""

    summary = QT_TRANSLATE_NOOP("errors", "There is no library at {path}: {reason}.")
    advice = QT_TRANSLATE_NOOP("errors", "Name the folder of one language, with library.toml, or a folder of them.")


class SourcesRefusedError(AuthoringError):
    """The sources hold ``mistakes``, each ``path:line: what is wrong and what is allowed``."""

    summary = QT_TRANSLATE_NOOP("errors", "The sources have mistakes ({count}); nothing was written.")
    advice = QT_TRANSLATE_NOOP("errors", "Correct each line named above and build again.")

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        self.mistakes = mistakes
        super().__init__(count=len(mistakes))


class ReleaseRefusedError(AuthoringError):
    """The policy keeps the library from being given out: ``missing`` are lines of ``article: what it lacks``."""

    summary = QT_TRANSLATE_NOOP("errors", "The library lacks reviews that its policy asks for ({count}).")
    advice = QT_TRANSLATE_NOOP(
        "errors",
        "Have each page named above reviewed and signed, or build with --draft to look at it. Nothing was written.",
    )

    def __init__(self, missing: tuple[str, ...]) -> None:
        self.missing = missing
        super().__init__(count=len(missing))


class UnfinishedPagesError(ReleaseRefusedError):
    """Pages are drafts: ``missing`` are lines of ``path:line: what is left to write``."""

    summary = QT_TRANSLATE_NOOP("errors", "Some pages are not finished ({count} places).")
    advice = QT_TRANSLATE_NOOP(
        "errors", "Write what each line above names, or build with --draft to look at it. Nothing was written."
    )


class CannotImportError(AuthoringError):
    """The file at ``path`` cannot be read as a text: ``reason``."""

    summary = QT_TRANSLATE_NOOP("errors", "{path} cannot be brought in: {reason}.")
    advice = QT_TRANSLATE_NOOP("errors", "Nothing of it was written.")


class FolderInUseError(AuthoringError):
    """A new library was to be made at ``path``, where something is already."""

    summary = QT_TRANSLATE_NOOP("errors", "There is something at {path} already, so no library was made there.")
    advice = QT_TRANSLATE_NOOP("errors", "Name a folder that is not there yet, or an empty one.")
    exit_code = 73


class PageRefusedError(AuthoringError):
    """A new page cannot be called ``page``: ``reason``."""

    summary = QT_TRANSLATE_NOOP("errors", "“{page}” cannot be a new page: {reason}.")
    advice = QT_TRANSLATE_NOOP("errors", "Give it another name. Nothing was written.")


class PreviousEditionError(AuthoringError):
    """The library at ``path`` is not the edition before that of the sources: ``reason``."""

    summary = QT_TRANSLATE_NOOP("errors", "The library {path} cannot be the edition before this one: {reason}.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "Name the content.db that was given out last, or leave --previous out to start from the beginning."
    )


class DossierError(AuthoringError):
    """The dossier of facts at ``path`` cannot be read: ``reason``."""

    summary = QT_TRANSLATE_NOOP("errors", "The dossier {path} cannot be read: {reason}.")
    advice = QT_TRANSLATE_NOOP("errors", "Name the Markdown file whose facts end in source keys such as [S57].")
    exit_code = 66


class UnprintableSheetError(AuthoringError):
    """The review sheet of ``article`` cannot be set as PDF: ``reason``, as the typesetter says it."""

    summary = QT_TRANSLATE_NOOP("errors", "The review sheet of {article} cannot be made as PDF: {reason}.")
    advice = QT_TRANSLATE_NOOP("errors", "Correct what it names, or make the sheet as HTML: it ends in .html then.")


class MissingToolError(AuthoringError):
    """The package ``tool``, which one command needs and ``extra`` brings, is not installed."""

    summary = QT_TRANSLATE_NOOP("errors", "This command needs {tool}, which is not installed.")
    advice = QT_TRANSLATE_NOOP("errors", "Run: pip install 'pmlapp[{extra}]'")
    exit_code = 69


class SiteFileError(PmlError):
    """The site file at ``path`` cannot be read: ``reason``."""

    summary = QT_TRANSLATE_NOOP("errors", "The site file {path} cannot be used: {reason}.")
    advice = QT_TRANSLATE_NOOP("errors", "Correct that line, or move the file away to start with the usual settings.")
    exit_code = 78


class PreferencesError(PmlError):
    """The reader's own choices at ``path`` cannot be read or kept: ``reason``."""

    summary = QT_TRANSLATE_NOOP("errors", "Your text size, colours and place could not be kept: {reason}.")
    advice = QT_TRANSLATE_NOOP("errors", "You can go on reading. They last until you close the window.")
    exit_code = 74


class KeptError(PmlError):
    """What the reader keeps in the file ``path`` cannot be read or written: ``reason``."""

    summary = QT_TRANSLATE_NOOP("errors", "Your questions and bookmarks could not be kept: {reason}.")
    advice = QT_TRANSLATE_NOOP("errors", "They last until you close the window. Take them home as a code.")
    exit_code = 74


class DamagedKeptError(PmlError):
    """The file ``path`` with what the reader keeps was damaged, and is now ``aside``."""

    summary = QT_TRANSLATE_NOOP("errors", "The file with your questions and bookmarks is damaged.")
    advice = QT_TRANSLATE_NOOP("errors", "It was set aside, with all in it, as {aside}. You can begin a new list now.")
    exit_code = 65


class MissingFontError(PmlError):
    """This computer has no font for the ``scripts`` of the library."""

    summary = QT_TRANSLATE_NOOP("errors", "This computer has no font for {scripts}: words are shown as empty boxes.")
    advice = QT_TRANSLATE_NOOP("errors", "Ask the person who looks after this computer to install one.")


class CannotPrintError(PmlError):
    """The ``printer`` could not be reached, or refused."""

    summary = QT_TRANSLATE_NOOP("errors", "The printer {printer} did not take the sheets.")
    advice = QT_TRANSLATE_NOOP("errors", "See that it is switched on and has paper, and print again.")


class LostInPdfError(PmlError):
    """A PDF of these sheets would lose the words of the ``scripts`` on them."""

    summary = QT_TRANSLATE_NOOP("errors", "A PDF would lose the words of this page in these scripts: {scripts}.")
    advice = QT_TRANSLATE_NOOP("errors", "Print it on paper instead. Nothing was written.")
    exit_code = 69


class CannotWriteError(PmlError):
    """The file ``path`` could not be written: ``reason``."""

    summary = QT_TRANSLATE_NOOP("errors", "{path} could not be written: {reason}.")
    advice = QT_TRANSLATE_NOOP("errors", "{remedy} What was there before is unchanged.")
    exit_code = 73

    def __init__(self, *, path: object, reason: str) -> None:
        super().__init__(path=path, reason=reason, remedy=_REMEDIES.get(reason, _ELSEWHERE))


class CannotStartError(PmlError):
    """The window cannot be opened on this computer."""

    summary = QT_TRANSLATE_NOOP("errors", "The reader cannot start.")
    advice = QT_TRANSLATE_NOOP("errors", "Install the program again. If QT_QPA_PLATFORM is set, take it away first.")
    exit_code = 69


class NoDisplayError(CannotStartError):
    """There is no screen: neither X11 nor Wayland answers."""

    summary = QT_TRANSLATE_NOOP("errors", "There is no screen to open a window on.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "Start it from a desktop, or use --text to print a page, or --snapshot FILE.png to draw one."
    )


class MissingQtLibraryError(CannotStartError):
    """A system library that Qt needs is missing: ``library``."""

    summary = QT_TRANSLATE_NOOP("errors", "A part of the system that the window needs is missing: {library}.")
    advice = QT_TRANSLATE_NOOP("errors", "As an administrator run: {command}")


_FULL = QT_TRANSLATE_NOOP("errors", "the disk is full")
_NO_FOLDER = QT_TRANSLATE_NOOP("errors", "the folder is not there")
_ELSEWHERE = QT_TRANSLATE_NOOP("errors", "Choose another place.")
_REMEDIES: Final = {
    _FULL: QT_TRANSLATE_NOOP("errors", "Free some space or choose another place."),
    _NO_FOLDER: QT_TRANSLATE_NOOP("errors", "Make that folder first, or choose another place."),
}
"""What to do about each reason for which a file cannot be written."""


def plain_reason(error: OSError) -> str:
    """Why a file could not be read or written, as the end of a sentence, in English."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return _FULL
        case errno.EACCES | errno.EPERM:
            return QT_TRANSLATE_NOOP("errors", "this user is not allowed to")
        case errno.EROFS:
            return QT_TRANSLATE_NOOP("errors", "the disk can only be read")
        case errno.ENOTDIR | errno.EEXIST:
            return QT_TRANSLATE_NOOP("errors", "there is a file where a folder should be")
        case errno.EISDIR:
            return QT_TRANSLATE_NOOP("errors", "there is a folder where the file should be")
        case errno.ENOENT:
            return _NO_FOLDER
        case _:
            return error.strerror or type(error).__name__
