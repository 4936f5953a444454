"""How far a page may be relied on comes from its records, and from nothing that somebody wrote into it."""

from datetime import date

import pytest

from pmlapp.content.model import Provenance
from pmlapp.library.review import ReviewStatus, review_status
from tests.builders import SIGN_OFF, article


def test_a_page_that_nobody_dated_was_never_reviewed() -> None:
    assert review_status(article(evidence_checked=None)) is ReviewStatus.NEVER_REVIEWED


def test_the_day_of_the_last_check_makes_it_checked_against_its_sources() -> None:
    assert review_status(article(evidence_checked=date(2026, 11, 21))) is ReviewStatus.SOURCES_CHECKED


@pytest.mark.parametrize("provenance", Provenance)
def test_where_the_words_come_from_is_no_review(provenance: Provenance) -> None:
    assert review_status(article(provenance=provenance, evidence_checked=None)) is ReviewStatus.NEVER_REVIEWED


def test_a_record_whose_text_nobody_compared_yet_lifts_no_page() -> None:
    # A sign-off holds for one exact text.  Until its hash is compared here, it proves nothing.
    assert review_status(article(evidence_checked=None, sign_offs=(SIGN_OFF,))) is ReviewStatus.NEVER_REVIEWED


def test_no_status_speaks_of_a_clinician() -> None:
    assert not [status for status in ReviewStatus if "clinic" in status.value]
