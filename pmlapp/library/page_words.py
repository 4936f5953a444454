"""The words that a page says by itself, around what its author wrote."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """Every phrase of our own on a page, in one language.

    ``_one`` and ``_many`` are for a count of one and of any other number;
    ``{named}`` fields are filled in here.
    """

    home: str = "Home"
    short_answer: str = "Short answer"
    sources: str = "Sources"
    other_sources: str = "the other {count} sources"
    related: str = "Related questions"
    put_together: str = "Put together from cited sources"
    put_together_one: str = "Put together from 1 cited source"
    put_together_many: str = "Put together from {count} cited sources"
    checked_on: str = "{statement}, checked on {date}."
    unchecked: str = "{statement}."
    written_by_clinician: str = "Written by a clinician, with {count} cited sources"
    lived_experience: str = "One person’s experience, not medical evidence"
    machine_drafted: str = "Drafted by a machine from {count} cited sources"
    not_reviewed: str = "Not reviewed by a clinician."
    not_your_care_team: str = "It does not replace your own care team."
    disclaimer: str = (
        "This page is for information. It cannot tell what is right for you. "
        "Do not start, change or stop a medicine because of it: talk to your own care team first."
    )
    show_fold: str = "Show {title}"
    hide_fold: str = "Hide {title}"
    paragraphs_one: str = "1 paragraph"
    paragraphs_many: str = "{count} paragraphs"
    table_rows_one: str = "table, 1 row"
    table_rows_many: str = "table, {count} rows"
    points_one: str = "1 point"
    points_many: str = "{count} points"
    sources_many: str = "{count} sources"
    picture: str = "picture"
    questions_one: str = "1 question"
    questions_many: str = "{count} questions"
    call_number: str = "Call {number} now"
    call_local_number: str = "Call your local emergency number now"
    date_format: str = "{day} {month} {year}"
    months: tuple[str, ...] = (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    )

    def day(self, when: date) -> str:
        """A date as people write it: 21 November 2026."""
        return self.date_format.format(day=when.day, month=self.months[when.month - 1], year=when.year)

    def questions(self, count: int) -> str:
        """A count of questions with its noun."""
        return self.questions_one if count == 1 else self.questions_many.format(count=count)

    def emergency_action(self, number: str | None) -> str:
        """Whom to call, from the site's settings."""
        return self.call_number.format(number=number) if number else self.call_local_number
