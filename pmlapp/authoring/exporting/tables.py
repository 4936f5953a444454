"""The pages of a library and their reviews as tables for a spreadsheet."""

from typing import Any, Final

from pmlapp.authoring.exporting.shelf import ExportShelf
from pmlapp.authoring.printed_tables import csv_table

PAGE_COLUMNS: Final = (
    *("id", "language", "topic", "title", "kind", "question_type", "short_answer", "text", "status", "next_due"),
    *("provenance", "evidence_checked", "licence", "names", "also_asked", "sources"),
)
REVIEW_COLUMNS: Final = ("id", "kind", "reviewer", "role", "credentials", "interests", "signed_on", "next_due", "holds")


def pages_table(shelf: ExportShelf) -> str:
    """A row for each page."""
    return csv_table(PAGE_COLUMNS, (_page(each) for each in shelf.pages())) + "\n"


def reviews_table(shelf: ExportShelf) -> str:
    """A row for each signature, and whether it holds for the text as it is now."""
    rows = [
        {
            "id": each.article.id,
            **review._asdict(),
            "holds": "yes" if review.text_sha256 == each.article.text_sha256 else "no",
        }
        for each in shelf.pages()
        for review in each.article.sign_offs
    ]
    return csv_table(REVIEW_COLUMNS, rows) + "\n"


def _page(exported: Any) -> dict[str, Any]:
    article, review = exported.article, exported.review
    return {
        **{key: getattr(article, key) for key in PAGE_COLUMNS if key in article._fields},
        "text": article.body,
        "status": review.status,
        "next_due": review.next_due or "",
        "evidence_checked": article.evidence_checked or "",
        "names": "; ".join(article.names),
        "also_asked": "; ".join(article.also_asked),
        "sources": "; ".join(source.key for source in article.sources),
    }
