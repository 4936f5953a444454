"""The values of a health library: topics, articles, sources, words and sign-offs."""

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple, NewType

ArticleId = NewType("ArticleId", str)
"""``topic/slug``, the same in every language, never reused."""

TopicId = NewType("TopicId", str)
SourceKey = NewType("SourceKey", str)
"""The name by which an article cites a source: ``S57`` in ``[^S57]``."""

TermKey = NewType("TermKey", str)


class ArticleKind(StrEnum):
    """What sort of page it is."""

    QUESTION = "question"
    ARTICLE = "article"
    STORY = "story"


class QuestionType(StrEnum):
    """What a question may ask for, as far as the program knows; a library may list other types, in its own order.

    A library that lists none has these, in this order.
    """

    OVERVIEW = "overview"
    CAUSES = "causes"
    RISK = "risk"
    CONTAGION = "contagion"
    INHERITANCE = "inheritance"
    PREVENTION = "prevention"
    SYMPTOMS = "symptoms"
    URGENT_HELP = "urgent-help"
    TESTS = "tests"
    FORMS = "forms"
    TREATMENT = "treatment"
    COMPLEMENTARY = "complementary"
    OUTLOOK = "outlook"
    LIVING = "living"
    DIET = "diet"
    SUPPORT = "support"
    PEOPLE = "people"
    STATISTICS = "statistics"
    HISTORY = "history"
    CODES = "codes"


class Provenance(StrEnum):
    """Where the words come from; the label on the page is made from it."""

    ADAPTED = "adapted"
    CLINICIAN_WRITTEN = "clinician-written"
    LIVED_EXPERIENCE = "lived-experience"
    MACHINE_DRAFTED = "machine-drafted"


class SignOffKind(StrEnum):
    """What a reviewer vouches for."""

    EDITORIAL = "editorial"
    CLINICAL = "clinical"
    LAY = "lay"
    TRANSLATION = "translation"


class SignOff(NamedTuple):
    """One reviewer's word that one exact text is right."""

    reviewer: str
    role: str
    credentials: str
    interests: str
    """What may sway the reviewer, or that there is nothing."""
    evidence: str
    """What the text was checked against."""
    kind: SignOffKind
    signed_on: date
    next_due: date
    """At most 36 months after ``signed_on``."""
    text_sha256: str
    """Of the canonical text, in hex: `authoring.sign_off` makes it."""
    note: str = ""

    def checked(self) -> "SignOff":
        """Return this sign-off if its dates are valid; call it after constructing one.

        Raises:
            ValueError: it is due again before it was signed, or later than 36 months after.
        """
        if self.next_due <= self.signed_on:
            raise ValueError(f"sign-off by {self.reviewer} is due again before it was signed")
        if self.next_due > latest_due(self.signed_on):
            raise ValueError(f"sign-off by {self.reviewer} is due again later than 36 months after it was signed")
        return self


class Withdrawal(NamedTuple):
    """Why a page may no longer be read, in plain words, by whom and since when."""

    reason: str
    by: str
    on: date


class Release(StrEnum):
    """What every page of a library must have before it may be given out."""

    NONE = "none"
    SOURCES_CHECKED = "sources-checked"
    CLINICAL = "clinical"


class Overdue(StrEnum):
    """What becomes of a page whose review is overdue by more than the days of grace."""

    WARN = "warn"
    WITHDRAW = "withdraw"


class Policy(NamedTuple):
    """How a library handles reviews."""

    release: Release = Release.NONE
    overdue: Overdue = Overdue.WARN
    grace_days: int = 90


class Topic(NamedTuple):
    """A shelf of the library, in the words a patient would choose by."""

    id: TopicId
    title: str
    description: str
    icon: str
    """File stem in resources/icons, such as ``topic-causes``."""


class Source(NamedTuple):
    """A publication that articles cite."""

    key: SourceKey
    title: str
    publisher: str
    published: str
    """As the source gives it: ``2021``, ``7 May 2026``, or ``undated``."""
    url: str
    """Where it is, or the site where it was seen; "" if no address is known."""
    licence: str
    doi: str = ""
    """Such as ``10.1093/brain/awac237``; "" if none is known."""
    pmid: str = ""
    """Its number in PubMed, such as ``35779271``; "" if none is known."""
    note: str = ""
    """What of it was seen, if not all, such as ``only the abstract``; "" if there is nothing to say."""


class GlossaryTerm(NamedTuple):
    """A hard word in plain words."""

    key: TermKey
    word: str
    meaning: str
    also: tuple[str, ...] = ()
    """Other forms under which the word may be met: plurals, acronyms."""


class Synonym(NamedTuple):
    """What people type, and the word of the library that it means."""

    words: tuple[str, ...]
    means: str


class RelatedQuestion(NamedTuple):
    """A page worth reading next, with the reason why."""

    to: ArticleId
    title: str
    reason: str


class Code(NamedTuple):
    """A classification code, such as system ``ICD-10`` value ``A81.2``."""

    system: str
    value: str


class Media(NamedTuple):
    """A picture that lives inside the content file."""

    name: str
    media_type: str
    data: bytes
    role: str = "picture"
    """``picture``, shown by pages; ``icon`` of a topic; ``logo``; or ``leaflet``, a paper to print."""


class TermPlace(NamedTuple):
    """A word of a plain text that the glossary explains: where it starts and ends, in characters."""

    start: int
    end: int
    term: TermKey


class KeyPoint(NamedTuple):
    """A sentence that stands alone, to take home, and the sources it rests on."""

    text: str
    sources: tuple[SourceKey, ...]


class QuestionToAsk(NamedTuple):
    """What a reader may ask the people who treat them, and the sources that make it worth asking."""

    text: str
    sources: tuple[SourceKey, ...]


class TeachBack(NamedTuple):
    """A question by which a page finds out whether it explained something well."""

    question: str
    answer: str
    anchor: str
    """Of the heading under which the page says so."""


class ConsentKind(StrEnum):
    """On what ground a person's story may be told."""

    WRITTEN = "written"
    PUBLISHED = "published"


class Consent(NamedTuple):
    """Why a story may be told."""

    kind: ConsentKind
    given_on: date | None
    """None for a published case."""
    held_by: str
    """Who keeps the signed paper; "" for a published case."""
    source: str
    """The key under which a published case is cited; "" for a written consent."""


class ArticleSummary(NamedTuple):
    """What lists of pages show: enough to choose by, without the text."""

    id: ArticleId
    topic: TopicId
    title: str
    question_type: str
    """One of those that the library lists."""


class Article(NamedTuple):
    """One page of the library, in one language."""

    id: ArticleId
    language: str
    topic: TopicId
    title: str
    kind: ArticleKind
    question_type: str
    """One of those that the library lists."""
    short_answer: str
    body: str
    """Markdown in the dialect of docs/article-format.md."""
    provenance: Provenance
    evidence_checked: date | None
    licence: str
    also_asked: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()
    related: tuple[RelatedQuestion, ...] = ()
    sources: tuple[Source, ...] = ()
    """In the order in which the text first cites them: the first is [1]."""
    sign_offs: tuple[SignOff, ...] = ()
    """As they were given, the newest last; whether they hold for this text is for `library.review` to say."""
    withdrawal: Withdrawal | None = None
    """None unless the page is withdrawn now; of its text only what says when to get help is then left."""
    warning: Withdrawal | None = None
    """A recall that warns of the page as it is, without hiding it; never in a content file itself."""
    text_sha256: str = ""
    """Of the canonical text as it is now; "" before it is taken."""
    short_answer_terms: tuple[TermPlace, ...] = ()
    """The words of the short answer that the glossary explains, in order."""
    key_points: tuple[KeyPoint, ...] = ()
    questions_to_ask: tuple[QuestionToAsk, ...] = ()
    teach_back: tuple[TeachBack, ...] = ()
    consent: Consent | None = None
    """Of a story; None for every other page."""


class Library(NamedTuple):
    """What a content file says of itself."""

    title: str
    subject: str
    """What it is about in a few plain words: ``asthma in children``."""
    language: str
    publisher: str
    licence: str
    digest: str
    """sha256 over the ordered rows: the same on every machine for the same sources."""
    newest: date
    """The newest day that any of its records names; it cannot be earlier than that now."""
    emergency_signs: str = ""
    """What the home page asks in its emergency line; "" for the usual question."""
    policy: Policy = Policy()
    draft: bool = False
    """Built without regard to what its policy asks for."""
    id: str = ""
    """A name that stays, such as ``org.example.pml``; "" for a library that nobody will update."""
    edition: str = ""
    """A day or a number, later than that of the edition before: `edition_order` compares them."""
    min_app_version: str = ""
    """The first version of this program that shows all of it as it is meant; "" for any."""
    folding: int = 0
    """The version of `library.search.letters` that its search was made by; 0 for a file that does not say."""
    characters: str = ""
    """Each character that its pages show, once, in order: what fonts must have.  "" for a file that does not say."""


class SearchHit(NamedTuple):
    """One page that a search found."""

    article: ArticleSummary
    topic_title: str
    snippet: str
    """A line of plain text from the page, or its short answer."""
    marks: tuple[tuple[int, int], ...]
    """``(start, end)`` of each matched word in the snippet, in characters, in order."""
    matched: str
    """The words of the query that the page holds, as typed, for "matches ..."."""
    score: float
    """Larger is better; comparable only within one search."""
    question: str = ""
    """The way of asking for the page that the words fit best; empty if that is its title."""
    damaged: bool = False
    """Whether its words are not as they were built; then it has neither title nor snippet."""


class Findings(NamedTuple):
    """What a search found, and what it searched for: not always what was typed."""

    hits: Sequence[SearchHit]
    """Best first, each made when it is looked at; empty if the library does not hold what was asked about."""
    typed: str
    """What was typed, tidied: one space between words."""
    searched: str
    """What was searched; differs from ``typed`` only in words that were corrected."""
    offers: tuple[str, ...]
    """Other searches to offer, as text to type: what was typed, if it was corrected; else what may have been meant."""
    term: GlossaryTerm | None = None
    """The hard word that was searched for, if the glossary explains it."""
    notice: tuple[str, str] = ("", "")
    """A headline and what follows it, if what was typed is answered itself: the number of a printed sheet."""


def latest_due(signed_on: date) -> date:
    """The last day on which a review signed on this day may be due again: 36 months later."""
    year = min(signed_on.year + 3, date.max.year)
    leap_day = (signed_on.month, signed_on.day) == (2, 29)
    return date(year, 2, 28) if leap_day else signed_on.replace(year=year)


def names_a_page(text: str) -> bool:
    """Whether ``text`` has the shape of an article's id, or of a page of our own such as ``words``."""
    return len(text) <= 200 and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?", text) is not None
