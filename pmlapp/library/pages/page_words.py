"""The words that a page says by itself, around what its author wrote."""

from datetime import date
from typing import TYPE_CHECKING

from pmlapp.content.file.stored_reviews import Checks
from pmlapp.library.catalog import LibraryWords
from pmlapp.library.pages.said_words import Say, said_by

if TYPE_CHECKING:
    from pmlapp.content.page import Care


class PageWords:
    """Every phrase of our own on a page, in English, or as ``say`` says it in another language.

    ``_one`` is for a count of exactly one, ``_many`` for any other count; `python -m languages` reads these phrases.
    """

    home: str = "Home"
    not_translated: str = "This page is not translated yet. It is shown in {language}."
    short_answer: str = "Short answer"
    key_points: str = "Key points"
    to_ask: str = "What you can ask"
    self_check: str = "Did we explain this well?"
    self_check_lead: str = (
        "Answer in your own words, then look. Nothing is kept, and there is no score. If an answer is a surprise, we "
        "did not explain it well enough: read it again."
    )
    self_check_answer: str = "answer {number}"
    read_again: str = "Read it again: {title}"
    from_library: str = "{library}, library of {edition}."
    visit_list: str = "My questions"
    visit_noticed: str = "What I have noticed"
    code_steps: str = "Open the camera of your telephone, point it at the code, and keep the text that appears."
    code_alt: str = "A code for a telephone. Its words are below it."
    my_questions_of: str = "MY QUESTIONS, {date}"
    noticed_line: str = "NOTICED {note}"
    bookmarks: str = "BOOKMARKS"
    stopped_at: str = "Reading stopped at: {title}"
    sources: str = "Sources"
    other_sources: str = "the other {count} sources"
    only_site_known: str = "The exact page is not known; this is the site."
    only_search_known: str = "The exact page is not known; this is a search for it."
    address_not_known: str = "It is not known where to open it."
    related: str = "Related questions"
    put_together: str = "Put together from cited sources"
    put_together_one: str = "Put together from 1 cited source"
    put_together_many: str = "Put together from {count} cited sources"
    checked_on: str = "{detail}, checked on {date}."
    unchecked: str = "{detail}."
    written_by_clinician: str = "Written by a clinician, with {count} cited sources"
    lived_experience: str = "One person’s experience, not medical evidence"
    story_advice: str = (
        "What happened to one person does not show what will happen to you. Ask your care team before you act on it."
    )
    story_published: str = "It was published as a case: see Sources."
    story_written: str = "It is told with consent in writing of {date}, kept by {held_by}."
    machine_drafted: str = "Drafted by a machine"
    machine_drafted_one: str = "Drafted by a machine from 1 cited source"
    machine_drafted_many: str = "Drafted by a machine from {count} cited sources"
    not_reviewed: str = "Not reviewed by a clinician."
    some_reviewed: str = "Not every page is reviewed by a clinician."
    all_reviewed: str = "Each page says which clinician reviewed it."
    reviewed_by: str = "Clinically reviewed by {reviewer}, {role}, on {date}."
    next_due_soon: str = "The next check is due soon, on {date}."
    overdue_check: str = "The check of this page is overdue."
    overdue_review: str = "The review of this page is overdue."
    clock_in_doubt: str = "The date on this computer may be wrong."
    clock_in_doubt_advice: str = (
        "So we cannot say if the check of this page is overdue. It is due on {date}. Compare that with today’s date."
    )
    overdue_since: str = "It was due on {date}. Check with your care team before you rely on it."
    changed: str = "This page was changed after it was last checked."
    changed_advice: str = "Treat it as not reviewed."
    warned_by: str = "Said by {by} on {date}. Ask your care team before you rely on the page."
    withdrawn: str = "This page has been withdrawn."
    withdrawn_on: str = "Withdrawn by {by} on {date}. Please do not rely on a printed copy. Ask your care team."
    withdrawn_overdue: str = "Its check was due on {date} and has not been done. Ask your care team."
    damaged: str = "This page is damaged"
    damaged_headline: str = "This page is damaged and is not shown."
    damaged_advice: str = (
        "Its words are not as they were when this library was made. You can go on reading the other pages. "
        "Tell the people who gave you this library: a good copy of it has this page again."
    )
    edited: str = "This page was changed"
    edited_headline: str = "This page was changed by another program and is not shown."
    edited_advice: str = (
        "Nobody has checked what it says now. You can go on reading the other pages. "
        "Tell the people who gave you this library: a good copy of it has this page again."
    )
    edited_library: str = "A part of this library was changed by another program. What was changed is not shown."
    failed: str = "This page cannot be shown"
    failed_headline: str = "The program made a mistake with this page."
    failed_advice: str = "It is not your fault. You can go on reading the other pages."
    damaged_library: str = "A part of this library is damaged. What is damaged is not shown."
    draft: str = "DRAFT."
    draft_advice: str = "This page has not been released. Do not rely on it."
    draft_library: str = "This library has not been released. Do not rely on it."
    how_checked: str = "How this page was checked"
    sources_checked_by: str = "Sources checked on {date} by {reviewer}, {role} ({credentials})."
    clinically_reviewed_by: str = "Clinically reviewed on {date} by {reviewer}, {role} ({credentials})."
    read_by: str = "Read by a lay reader on {date}: {reviewer}, {role} ({credentials})."
    translation_checked_by: str = "Translation checked on {date} by {reviewer}, {role} ({credentials})."
    checked_against: str = "Checked against: {evidence}"
    interests: str = "Interests: {interests}"
    next_check_due: str = "Next check due by {date}."
    state_never: str = "not reviewed"
    state_checked: str = "sources checked"
    state_reviewed: str = "clinically reviewed by {role}"
    state_due_soon: str = "{state}, check due soon"
    state_overdue: str = "check overdue"
    state_clock_in_doubt: str = "date of this computer in doubt"
    state_changed: str = "changed since review"
    state_withdrawn: str = "withdrawn"
    short_disclaimer: str = "It does not replace your own care team."
    disclaimer: str = (
        "This page is for information. It cannot tell what is right for you. "
        "Do not start, change or stop a medicine because of it: talk to your own care team first."
    )
    show_fold: str = "Show {title}"
    hide_fold: str = "Hide {title}"
    fold_holds: str = "{kind}: {summary}"
    shown_plain: str = "Part of this page could not be drawn. These are its words."
    copied_from: str = "From “{title}” in {library}. It does not replace your own care team."
    closed_on_purpose: str = "(Closed on purpose. Open this page in the window to read it, if you want to.)"
    way_here: str = "You are here:"
    care_emergency: str = "Emergency"
    care_urgent: str = "Urgent"
    care_info: str = "Good to know"
    source_number: str = "Source {number}"
    explained_word: str = "explained in the word list"
    explained_words: str = "Words on this page"
    paragraphs_one: str = "1 paragraph"
    paragraphs_many: str = "{count} paragraphs"
    table_rows_one: str = "table, 1 row"
    table_rows_many: str = "table, {count} rows"
    points_one: str = "1 point"
    points_many: str = "{count} points"
    sources_many: str = "{count} sources"
    picture: str = "picture"
    voices_title: str = "How to add a voice"
    voices_lead: str = (
        "A page is read aloud by a voice that belongs to this computer. The program brings none, and "
        "needs no network to use one. The person who looks after the computer can add one in these steps, "
        "and needs a network once."
    )
    voices_here: str = "On this computer ({system})"
    voices_linux: tuple[str, ...] = (
        "Install two packages: speech-dispatcher and espeak-ng. On Debian and Ubuntu the command is: "
        "sudo apt install speech-dispatcher espeak-ng",
        "In a terminal, try: spd-say hello. You should hear a voice.",
        "espeak-ng speaks more than 100 languages. Other voices of speech-dispatcher work too.",
    )
    voices_windows: tuple[str, ...] = (
        "Open Settings, then Time & language, then Speech.",
        "Under Manage voices choose Add voices, and choose a language.",
        "If this program was installed with pip, install it once more as pmlapp[speech].",
    )
    voices_macos: tuple[str, ...] = (
        "Open System Settings, then Accessibility, then Spoken Content (on newer systems Read & Speak).",
        "Open the list of system voices, choose Manage Voices, and download one for your language.",
        "If this program was installed with pip, install it once more as pmlapp[speech].",
    )
    voices_after: str = "Then come back to a page and choose Listen again."
    picture_said: str = "Picture: {picture}"
    cell_said: str = "{header}:"
    questions_one: str = "1 question"
    questions_many: str = "{count} questions"
    all_questions: str = "All {count} questions"
    choose_letters: str = "{count}. Choose how the title begins, or type a word into the search box."
    plain_answers: str = "Plain answers about {subject}."
    word_list: str = "Word list"
    word_list_lead: str = "The hard words of this library, in plain words."
    keys: str = "Keys"
    search: str = "Search"
    search_hint: str = "Search this library"
    results_for: str = "Answers for “{query}”"
    answers_one: str = "1 answer."
    answers_many: str = "{count} answers, the best match first."
    also_asked_as: str = "also asked as “{question}”"
    matches: str = "matches “{words}”"
    showing_results: str = "Showing results for {searched}."
    search_instead: str = "Search instead for {offers}."
    did_you_mean: str = "Did you mean {offers}?"
    either: str = "{one} or {other}"
    nothing_about: str = "Nothing here about “{query}”"
    nothing_why: str = (
        "This library only holds answers about {subject}. We will not show you a near match as if it were an answer."
    )
    nothing_ask_team: str = "Try fewer or other words, or ask your care team."
    nothing_ask_staff: str = "Try fewer or other words, or ask the staff."
    nothing_but: str = "What this library does hold"
    words_on_sheet: str = "Words on this sheet"
    other_questions: str = "Other questions in the library"
    quoted: str = "“{words}”"
    see_page: str = "(page “{title}”)"
    left_out_on_paper: str = "“{title}” is not printed: on the screen it is closed on purpose."
    contents: str = "Contents"
    contents_question: str = "Question"
    contents_page: str = "Page"
    page_of: str = "Page {page} of {count}"
    printed_from: str = "Printed {date} from the library of {edition}, mark {mark}."
    sheet_is_of: str = "This is the page {page} of {library}, in its edition of {edition}, published by {publisher}."
    sheet_licence: str = "It may be copied under {licence}."
    sheet_still_right: str = "Is this sheet still right?"
    sheet_type_it: str = "Type this number in the search box"
    made_for_printing: str = "This file was made for printing: a screen reader cannot follow it."
    handout: str = "Handout"
    handout_lead: str = "These parts are on your handout, in this order. Choose one to take it out."
    handout_empty: str = "Nothing is chosen yet. Open a page and tick the headings that you want."
    take_part_out: str = "Take it out"
    clear_handout: str = "Take all of them out"
    selection: str = "This is a selection:"
    selection_about: str = "{parts} from {pages}. Other parts were left out. {status} Each part says which."
    parts_one: str = "1 part"
    parts_many: str = "{count} parts"
    from_one_page: str = "1 page"
    from_pages: str = "{count} pages"
    parts_reviewed: str = "{reviewed} of {count} parts reviewed by a clinician."
    part_from: str = "From “{title}”."
    part_number: str = "Number {code}."
    added_for_part_above: str = "Added because the part above needs it."
    type_number_of_part: str = "Type the number of a part in the search box"
    sources_on_pages: str = "The sources are on the whole pages."
    sheet_number: str = "Sheet {code}"
    card_number: str = "Card {code}"
    card_leads_to: str = "This card leads to “{title}”."
    sheet_current: str = "Your sheet is the same as the page here: “{title}”."
    sheet_changed: str = "The page “{title}” has changed since your sheet was printed."
    sheet_withdrawn: str = "The page “{title}” was withdrawn. Please do not use the sheet."
    sheet_withdrawn_on: str = "The page “{title}” was withdrawn on {date}. Please do not use the sheet."
    sheet_withdrawn_advice: str = "Ask your care team."
    sheet_gone: str = "The page “{title}” is not in this library any more. Please do not use the sheet."
    sheet_gone_advice: str = "Search for what you want to know, or ask your care team."
    sheet_other: str = "Your sheet is from another library, not from this one."
    sheet_other_or_old: str = (
        "Your sheet is from another library, or from a text that is too old for this library to know."
    )
    sheet_other_advice: str = "We cannot say if it is still right. Ask the people who gave it to you."
    sheet_wrong: str = "That number is not right."
    sheet_wrong_advice: str = "Please look at your sheet and type it again."
    sentences_one: str = "1 sentence is different."
    sentences_many: str = "{count} sentences are different."
    before_and_now: str = "Before: {before} Now: {now}"
    was_not_there: str = "(this was not there)"
    is_gone: str = "(this is no longer there)"
    at_the_start: str = "At the start"
    what_changed: str = "What changed on this page"
    what_changed_since: str = "what is different from the edition of {edition}"
    change_place: str = "Where"
    change_before: str = "Before"
    change_now: str = "Now"
    change_reason: str = "Why: {reason}"
    change_reasons: str = "Why, the newest reason first:"
    more_changes: str = "And {count} more. Please read the page itself."
    read_page_now: str = "The page as it is now"
    about_library: str = "About this library"
    about_holds: str = "What it holds"
    about_review: str = "Who stands behind it"
    about_private: str = "What it knows about you"
    about_licence: str = "Copying it"
    library_holds: str = (
        "It is about {subject}. It has {pages} pages in {topics} topics, put together from {sources} sources. "
        "It explains {terms} hard words."
    )
    library_checked_on: str = "The sources of every page were last checked on {date}."
    library_checked_between: str = "The sources of its pages were last checked between {first} and {last}."
    library_unchecked: str = "Nobody has signed for a check of its sources."
    library_unchecked_some: str = "For {count} of its {pages} pages nobody has signed for a check of the sources."
    library_overdue_one: str = "The check of 1 page is overdue."
    library_overdue_many: str = "The check of {count} pages is overdue."
    library_not_reviewed: str = "No clinician has reviewed any page of this library."
    library_put_together: str = (
        "It was put together from published sources by {publisher}. Each number on a page leads to its source."
    )
    adapted: str = "Adapted from {original}."
    library_private: str = (
        "Nothing leaves this computer. The program never uses a network, asks for no name, "
        "and writes no list of what you read. You can tell it under More not to remember your place."
    )
    library_licence: str = "The pages may be copied under {licence}."
    library_digest: str = "The mark of this edition is {digest}. Two copies with the same mark hold the same words."
    checked_since: str = "{detail}, each checked on {date} or later."
    emergency_sign: str = "Is someone suddenly very unwell?"
    emergency_call: str = "Call for emergency help now."
    emergency_call_number: str = "Call {number} now."
    emergency_staff: str = "Ask the staff or call for emergency help now."
    emergency_staff_number: str = "Ask the staff or call {number} now."
    call_staff_number: str = "Ask the staff or call {number}"
    call_staff: str = "Ask the staff"
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

    def __init__(self, *, staff_nearby: bool = False, say: Say | None = None) -> None:
        self._staff_nearby = staff_nearby
        self._say = say
        self._original, self._own_pages = "", frozenset[str]()
        if say is not None:
            for name in PageWords.__annotations__:
                english = getattr(PageWords, name)
                said = (
                    said_by(english, say) if isinstance(english, str) else tuple(said_by(each, say) for each in english)
                )
                setattr(self, name, said)

    @property
    def staff_nearby(self) -> bool:
        """Whether readers can ask the staff."""
        return self._staff_nearby

    def in_words_of(self, library: LibraryWords) -> "PageWords":
        """The same phrases, but for those that the library says in words of its own."""
        words = type(self)(staff_nearby=self._staff_nearby, say=self._say)
        words.search_hint = library.search_hint or self.search_hint
        words.disclaimer = library.disclaimer or self.disclaimer
        words.short_disclaimer = library.short_disclaimer or self.short_disclaimer
        words._original, words._own_pages = library.adapted_from, library.own_pages
        return words

    def adapted_from(self, page: str = "") -> str:
        """Of which library a page was taken over, or the pages as a whole; "" for one that was not."""
        return self.adapted.format(original=self._original) if self._original and page not in self._own_pages else ""

    def care(self, care: "Care") -> str:
        """What kind of box it is, for those who do not see its colour."""
        # By their values: the home page is shown without the model of a page, which takes 5 ms to load.
        return {"emergency": self.care_emergency, "urgent": self.care_urgent, "info": self.care_info}[care.value]

    def nothing_ask(self) -> str:
        """Whom to ask where the library has no answer."""
        return self.nothing_ask_staff if self._staff_nearby else self.nothing_ask_team

    def questions(self, count: int) -> str:
        """A count of questions with its noun."""
        return self.questions_one if count == 1 else self.questions_many.format(count=count)

    def library_checks(self, checks: Checks) -> tuple[str, ...]:
        """How current the library is, in sentences."""
        if checks.oldest is None or checks.newest is None:
            said = self.library_unchecked
        elif checks.checked < checks.pages:
            said = self.library_unchecked_some.format(count=checks.pages - checks.checked, pages=checks.pages)
        elif checks.oldest == checks.newest:
            said = self.library_checked_on.format(date=self.day(checks.oldest))
        else:
            said = self.library_checked_between.format(first=self.day(checks.oldest), last=self.day(checks.newest))
        return (said, *self._overdue(checks))

    def footer_detail(self, checks: Checks) -> str:
        """The same for the foot of the home page: a check is claimed only if every page has one."""
        if checks.oldest is None or checks.checked < checks.pages:
            said = self.unchecked.format(detail=self.put_together)
        else:
            pattern = self.checked_on if checks.oldest == checks.newest else self.checked_since
            said = pattern.format(detail=self.put_together, date=self.day(checks.oldest))
        return " ".join((said, *self._overdue(checks)))

    def footer_headline(self, checks: Checks) -> str:
        """Whether clinicians stand behind the library."""
        if not checks.clinical:
            return self.not_reviewed
        return self.all_reviewed if checks.clinical == checks.pages else self.some_reviewed

    def _overdue(self, checks: Checks) -> tuple[str, ...]:
        if not checks.overdue:
            return ()
        many = self.library_overdue_many.format(count=checks.overdue)
        return (self.library_overdue_one if checks.overdue == 1 else many,)

    def emergency_action(self, number: str | None) -> str:
        """Whom to call, from the site's settings; where staff is nearby they come first."""
        if self._staff_nearby:
            return self.call_staff_number.format(number=number) if number else self.call_staff
        return self.call_number.format(number=number) if number else self.call_local_number

    def emergency_strip(self, number: str | None) -> str:
        """Whom to call, as a sentence of its own."""
        if self._staff_nearby:
            return self.emergency_staff_number.format(number=number) if number else self.emergency_staff
        return self.emergency_call_number.format(number=number) if number else self.emergency_call
