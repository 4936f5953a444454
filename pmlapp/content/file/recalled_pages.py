"""Pages as recalls leave them: a recalled page is a withdrawn one, or carries a warning, whichever edition is read."""

from pathlib import Path
from typing import Any, Self

from pmlapp.content.file.content_file import state_of
from pmlapp.content.file.stored_editions import StoredEditions
from pmlapp.content.file.stored_pages import StoredPages
from pmlapp.content.file.stored_reviews import ReviewRecords
from pmlapp.content.model import Article, ArticleId, Withdrawal
from pmlapp.content.recalls import Recall, from_json


class RecalledPages(StoredPages, StoredEditions):
    """The pages of one content file, with the recalls of a file beside it."""

    _recalls_file: Path | None = None
    _recalls_state: object = None
    _recalls: tuple[Recall, ...] = ()

    def follow_recalls(self, file: Path) -> Self:
        """Go by the recalls in ``file`` from now on, should there be any; whoever put it there has verified them."""
        self._recalls_file = file
        self._recalls_state = state_of(file)
        self._recalls = ()
        if self._recalls_state is not None:
            try:
                library, recalls = from_json(file.read_bytes())
            except (OSError, ValueError):
                return self
            if self.library_id() in ("", library):
                self._recalls = recalls
        return self

    def is_changed(self) -> bool:
        """Whether another file is there now, this one was written to, or other recalls arrived."""
        if super().is_changed():
            return True
        return self._recalls_file is not None and state_of(self._recalls_file) != self._recalls_state

    def reopen(self) -> None:
        """Read the file and the recalls that are there now; what was read before is forgotten."""
        file = self._recalls_file
        super().reopen()
        if file is not None:
            self.follow_recalls(file)

    def review_records(self, article_id: ArticleId, language: str | None = None) -> ReviewRecords:
        """What was recorded about one article; of a recalled one, that it is withdrawn."""
        records = super().review_records(article_id, language)
        recall = self._recall_of(article_id)
        if recall is None or not recall.hides or records.withdrawal is not None:
            return records
        return records._replace(withdrawal=_withdrawal(recall))

    def page(self, article_id: ArticleId, language: str | None = None) -> tuple[Article, str]:
        """An article and the blocks of its body; a recalled one is withdrawn, or has its warning."""
        article, blocks = super().page(article_id, language)
        recall = self._recall_of(article_id)
        if recall is None or article.withdrawal is not None:
            return article, blocks
        if recall.hides:
            return article._replace(withdrawal=_withdrawal(recall)), blocks
        return article._replace(warning=_withdrawal(recall)), blocks

    def _recall_of(self, article_id: ArticleId) -> Recall | None:
        about = [recall for recall in self._recalls if recall.page == article_id]
        if not about:
            return None
        digests: Any = self.page_digests() if any(recall.sha256 for recall in about) else {}
        sha256 = digests.get(article_id, b"").hex()
        meant = [recall for recall in about if recall.is_about(article_id, sha256)]
        # One that hides the page counts more than one that warns.
        return max(meant, key=lambda recall: (recall.hides, recall.on), default=None)


def _withdrawal(recall: Recall) -> Withdrawal:
    return Withdrawal(reason=recall.reason, by=recall.by, on=recall.on)
