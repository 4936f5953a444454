"""What a review sheet says by itself, the same on the screen and on paper."""

from typing import NamedTuple

from pmlapp.authoring.reviews.sheet.numbers_on_page import Where
from pmlapp.authoring.sources.claims import Claim
from pmlapp.content.model import Article, SignOff, Source
from pmlapp.content.source_address import numbers_of


class SheetWords(NamedTuple):
    """Every phrase of a sheet around the words of its article, in English."""

    sheet: str = "Review sheet"
    how: str = (
        "Read the page as its readers see it, part by part. Tick a box under each part and write down what needs to "
        "change. Then go through the numbers and sources. Sign at the end only if you vouch for the whole text as it "
        "is here."
    )
    article: str = "Article"
    library: str = "Library"
    topic: str = "Topic"
    language: str = "Language"
    status: str = "Status today"
    made_on: str = "Sheet made on"
    sha256: str = "sha256 of the text"
    words: str = "Words"
    checked: str = "Author looked at sources"
    withdrawn: str = "Withdrawn"
    page: str = "The page"
    right: str = "right"
    needs_change: str = "needs change"
    note: str = "Note:"
    opened: str = "opened"
    supports: str = "says so"
    closed: str = "Closed at first; opened by “Show {title}”"
    alt: str = "In words:"
    no_picture: str = "This picture cannot be shown here."
    numbers: str = "Numbers and their sources"
    numbers_how: str = (
        "Every sentence that holds a number in figures. In brackets are the sources cited in it; “near” are those "
        "cited around it, where it has none of its own. The short answer and emergency boxes never carry citations: "
        "check them against the text. Numbers written as words are not listed."
    )
    verdict: str = "Verdict"
    no_numbers: str = "The page holds no number in figures."
    sentence: str = "Sentence"
    cited: str = "Sources"
    near: str = "near:"
    nowhere: str = "none"
    sources: str = "Sources"
    no_sources: str = "The page cites no source."
    source_detail: str = "{publisher}, {published}. {licence}."
    glossary: str = "Explained words"
    no_glossary: str = "The page explains no words."
    claims: str = "Facts placed from the list of claims"
    no_claims: str = "The page places no fact from the list of claims."
    claim_detail: str = "{who}, {year}. Values: {values}. Recorded under {sources}: {evidence} (mark {mark})"
    changes: str = "What changed since the last review"
    never_signed: str = "Nobody has signed this page before."
    since: str = "Since the {kind} sign-off by {reviewer}, {role}, on {day}"
    same: str = "Nothing. The text is word for word the one that was signed."
    not_kept: str = (
        "The text that was signed then has not been kept, so the changes cannot be shown. Read the whole page."
    )
    legend: str = "Words that are gone are struck out; new words are underlined. The text is shown as it is written."
    first_part: str = "Title and short answer"
    beginning: str = "Beginning of the text"
    signature: str = "Signature"
    signing: str = "My word holds for exactly this text, with the sha256"
    kinds: tuple[str, ...] = ("editorial", "clinical", "lay", "translation")
    kind: str = "Kind of review"
    outcome: str = "Outcome"
    outcomes: tuple[str, ...] = ("I sign", "I will sign after the changes noted", "I do not sign")
    fields: tuple[str, ...] = (
        "Name, as readers will see it",
        "Role",
        "Credentials",
        "Interests, or “none”",
        "Checked against",
        "Next review due (within 36 months)",
        "Date",
        "Signature",
    )
    entered: str = "An editor enters it, in the reviewer’s own words, with:"
    command: str = "pml review sign {article} --sha256 {start}"
    unprintable: str = (
        "Some signs on this sheet have no letter form on this computer and print as empty boxes. Compare with the "
        "sheet made as HTML."
    )

    def places(self, sources: tuple[int, ...], where: Where) -> str:
        """The numbers of sources as they are in the table of numbers."""
        listed = " ".join(f"[{number}]" for number in sources)
        match where:
            case Where.SENTENCE:
                return listed
            case Where.NEAR:
                return f"{self.near} {listed}"
            case Where.NOWHERE:
                return self.nowhere

    def published(self, source: Source) -> str:
        """Who published a source and when."""
        detail = self.source_detail.format(
            publisher=source.publisher, published=source.published, licence=source.licence.rstrip(".")
        )
        return " ".join((detail, *(f"{number}." for number in numbers_of(source))))

    def recorded(self, claim: Claim) -> str:
        """What is behind a fact of the list."""
        return self.claim_detail.format(
            who=claim.who,
            year=claim.year,
            values=", ".join(claim.values) or self.nowhere,
            sources=", ".join(claim.sources),
            evidence=claim.evidence,
            mark=claim.mark,
        )

    def sign_command(self, article: Article) -> str:
        """The command that signs this text and no other."""
        return self.command.format(article=article.id, start=article.text_sha256[:16])

    def since_whom(self, sign_off: SignOff) -> str:
        """Whose word it was, of what kind and when."""
        return self.since.format(
            kind=sign_off.kind, reviewer=sign_off.reviewer, role=sign_off.role, day=sign_off.signed_on
        )
