"""What is known of the library file while it is read: whether it is as it was built."""

from collections.abc import Callable

from pmlapp.content.model import SearchHit
from pmlapp.errors import EditedContentError, PmlError
from pmlapp.library.pages.page_words import PageWords


class FileState:
    """Sound, until something in the file is found not to be as it was built.

    ``was_edited`` says whether another program has written to the file since.
    """

    def __init__(self, was_edited: Callable[[], bool]) -> None:
        self._was_edited = was_edited
        self.is_damaged = False
        """Whether something was found to be not as it was built."""
        self.is_edited = False
        """Whether that is because another program wrote to the file."""

    def note(self, failure: PmlError) -> None:
        """Remember a failure that says so."""
        self.is_damaged = True
        self.is_edited = self.is_edited or isinstance(failure, EditedContentError)

    def title(self, words: PageWords) -> str:
        """What lists and results show in place of a title that is not as it was built."""
        return words.edited if self._was_edited() else words.damaged

    def in_place_of(self, hit: SearchHit, words: PageWords) -> SearchHit:
        """What a search shows of a page that is not as it was built."""
        headline = words.edited_headline if self._was_edited() else words.damaged_headline
        return hit._replace(article=hit.article._replace(title=self.title(words)), snippet=headline)

    def said(self, words: PageWords) -> str:
        """The sentence about it for the footer and the page about the library; "" while the file is sound."""
        if not self.is_damaged:
            return ""
        return words.edited_library if self.is_edited else words.damaged_library
