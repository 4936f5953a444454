"""Signing: the text is kept word for word, then the record that names it is written down beside the sources."""

import hashlib
from datetime import date
from pathlib import Path

from pmlapp.authoring.review_files import append_record
from pmlapp.authoring.signed_texts import keep_text
from pmlapp.content.model import ArticleId, SignOff, SignOffKind


def sign(
    folder: Path,
    article: ArticleId,
    text: str,
    *,
    kind: SignOffKind,
    reviewer: str,
    role: str,
    credentials: str,
    interests: str,
    evidence: str,
    signed_on: date,
    next_due: date,
    note: str = "",
) -> SignOff:
    """Sign the text of an article, and write that down beside the sources in ``folder``.

    Nothing is guessed: every word about the reviewer is the reviewer's own.

    Args:
        folder: of one language, inside a folder ``content``.
        article: whose text it is.
        text: from `authoring.signed_texts.text_to_sign`; kept under its sha256, which the record names.
        kind: what is vouched for; it and all that follows is for readers to see.

    Raises:
        SourcesRefusedError: the article's file of reviews has mistakes, or ``folder`` is not inside ``content``.
        CannotWriteError: no space or no permission; nothing was signed.
        ValueError: ``next_due`` is not within 36 months after ``signed_on``.
    """
    sign_off = SignOff(
        kind=kind,
        reviewer=reviewer,
        role=role,
        credentials=credentials,
        interests=interests,
        evidence=evidence,
        signed_on=signed_on,
        next_due=next_due,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        note=note,
    ).checked()
    # In this order: a text that nobody signed does no harm, a record without its text does.
    keep_text(folder, text)
    append_record(folder, article, sign_off)
    return sign_off
