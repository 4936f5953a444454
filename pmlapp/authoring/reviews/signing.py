"""Signing: the text is kept word for word, then the record that names it is written down beside the sources."""

import hashlib
from pathlib import Path

from pmlapp.authoring.reviews.signed_texts import keep_text
from pmlapp.authoring.sources.review_files import append_record
from pmlapp.content.model import ArticleId, SignOff


def sign(folder: Path, article: ArticleId, text: str, sign_off: SignOff) -> None:
    """Sign the text of an article, and write that down beside the sources in ``folder``.

    Nothing is guessed: every word about the reviewer is the reviewer's own.

    Args:
        folder: of one language, inside a folder ``content``.
        article: whose text it is.
        text: from `authoring.signed_texts.text_to_sign`; kept under its sha256.
        sign_off: the reviewer's word on just that text.

    Raises:
        SourcesRefusedError: the article's file of reviews has mistakes, or ``folder`` is not inside ``content``.
        CannotWriteError: no space or no permission; nothing was signed.
        ValueError: the sign-off names another text, or is not due again within 36 months.
    """
    if sign_off.text_sha256 != hashlib.sha256(text.encode()).hexdigest():
        raise ValueError(f"sign-off by {sign_off.reviewer} names another text")
    # In this order: a text that nobody signed does no harm, a record without its text does.
    keep_text(folder, text)
    append_record(folder, article, sign_off.checked())
