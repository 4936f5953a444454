"""What is known of the library file while it is read: whether it is as it was built."""

from pmlapp.errors import EditedContentError, PmlError
from pmlapp.library.pages.page_words import PageWords


class FileState:
    """Sound, until something in the file is found not to be as it was built."""

    def __init__(self) -> None:
        self.is_damaged = False
        """Whether something was found to be not as it was built."""
        self.is_edited = False
        """Whether that is because another program wrote to the file."""

    def note(self, failure: PmlError) -> None:
        """Remember a failure that says so."""
        self.is_damaged = True
        self.is_edited = self.is_edited or isinstance(failure, EditedContentError)

    def said(self, words: PageWords) -> str:
        """The sentence about it for the footer and the page about the library; "" while the file is sound."""
        if not self.is_damaged:
            return ""
        return words.edited_library if self.is_edited else words.damaged_library
