"""The reading of classification codes in a content file."""

from collections.abc import Sequence
from typing import NamedTuple

from pmlapp.content.file.content_file import ContentFile
from pmlapp.content.model import ArticleId, Code


class CodedPage(NamedTuple):
    """A page, and a code that it is filed under."""

    code: Code
    article: ArticleId
    title: str


class StoredCodes(ContentFile):
    """The codes of one content file."""

    def coded_pages(self, systems: Sequence[str]) -> tuple[CodedPage, ...]:
        """Every code of some classifications, by the names that the library uses, in the order of the pages."""
        places = ", ".join("?" * len(systems))
        with self._reading():
            rows = self._rows(
                f"""
                select system, value, id, title from codes join articles on number = article
                 where system in ({places}) order by articles.position, codes.position
                """,
                tuple(systems),
            )
            return tuple(CodedPage(Code(system, value), ArticleId(page), title) for system, value, page, title in rows)

    def pages_with_codes(self) -> int:
        """How many pages are filed under any code; a library about one illness has one such page, or none."""
        with self._reading():
            return int(self._row("select count(distinct article) as pages from codes", (), (int,))["pages"])
