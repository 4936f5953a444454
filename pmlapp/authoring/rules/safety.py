"""Rules S: nobody comes to harm by what a page says, or leaves out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pmlapp.authoring.lint.lint import PlacedProblem, Problem, Rule, Severity
from pmlapp.authoring.lint.manuscript import LibraryContext, Manuscript, PageInShort
from pmlapp.authoring.lint.quantities import SHARE, quantities
from pmlapp.authoring.lint.text_units import Role, TextUnit
from pmlapp.authoring.lint.word_lists import languages_with_lists
from pmlapp.authoring.rules.excuses import excuses
from pmlapp.content.model import QuestionType
from pmlapp.content.page import (
    Block,
    Breadcrumb,
    Callout,
    CardList,
    Care,
    Citation,
    Disclaimer,
    Emphasis,
    Figure,
    Fold,
    Heading,
    ItemList,
    LineBreak,
    Link,
    Notice,
    Paragraph,
    ReviewLine,
    ShortAnswer,
    SourceList,
    Span,
    Strong,
    Table,
    Term,
    Text,
    Title,
    plain,
)

_PHONE_NUMBER: Final = re.compile(
    r"(?<![\w.,-])(?!\d{4}-\d\d-\d\d)\+?(?:\d{1,4}[ -])?(?:\(?\d{2,5}\)?[ -]){1,4}\d{2,6}(?![\w%])"
)
_MIN_DIGITS: Final = 7
"""Of a number that nothing beside it calls a phone number; shorter ones are ranges, years and counts."""
_RANGE: Final = re.compile(r"(\d+)-(\d+)")
_THOUSANDS: Final = re.compile(r"[1-9]\d?(?: \d{3})+")
_CALLING: Final = re.compile(
    r"(?:[☎✆📞📱]|\b(?:call|dial|ring|phone|telephone|tel|text|fax|hotline|helpline"
    r"|llame|llamar|marque|teléfono|appelez|téléphone|wähle|anrufen|telefon)\b)"
    r"\W{0,3}(?:(?:us|them|at|on|now|number|no|al|le)\b\W{0,3}){0,2}$",
    re.IGNORECASE,
)
_SHORT_NUMBER: Final = re.compile(
    r"\b(?:call|dial|ring|phone|text|llame|marque|appelez|wähle)\s+(?:al\s+)?(\d{2,6})\b(?!-\d)", re.IGNORECASE
)
_SPANS_OF_LIFE: Final = frozenset({"month", "year", "week", "day"})


def urgent_help(library: LibraryContext, pages: Sequence[PageInShort]) -> Iterator[PlacedProblem]:
    """S01: the page says when to get help, leads to the page that does, or says why it need not."""
    helping = {f"article:{page.id}" for page in pages if page.question_type == QuestionType.URGENT_HELP}
    for page in pages:
        if page.boxes - {Care.INFO} or page.links & helping or excuses(page.front.get("urgent_help", "")):
            continue
        yield PlacedProblem(
            page.path,
            page.body_line,
            'no box says when to get help; add !!! emergency "Call …:" with a list, a link to the page on urgent help, '
            "or urgent_help: “not-applicable: why” to the front matter",
        )


def own_urgent_list(manuscript: Manuscript) -> Iterator[Problem]:
    """S10: a page words its own list of urgent signs, where the library has one that is shared.

    The lists would drift apart, and a sign that one page names and another leaves out is missed.
    """
    shared = {
        care: block.key
        for block in manuscript.library.sources.blocks
        for care in (Care.EMERGENCY, Care.URGENT)
        if re.search(rf"^!!! {care.value} ", block.text, re.MULTILINE)
    }
    for placed in manuscript.blocks:
        box = placed.block
        # What a shared block holds is on the line that places it.
        from_block = manuscript.lines[placed.line - 1].lstrip().startswith("{block:")
        if not isinstance(box, Callout) or box.care not in shared or from_block:
            continue
        if any(isinstance(inner, ItemList) for inner in box.blocks):
            yield Problem(
                placed.line,
                f"the page words its own list of urgent signs; place {{block:{shared[box.care]}}}, "
                "which is the same on every page",
            )


def urgent_form(manuscript: Manuscript) -> Iterator[Problem]:
    """S02: an emergency box is an order to act and a list of signs, without a number that may be wrong here."""
    for placed in manuscript.blocks:
        if isinstance(placed.block, Callout) and placed.block.care is Care.EMERGENCY:
            words = plain(placed.block.title).strip()
            if not words.endswith(":"):
                yield Problem(placed.line, f"“{words}” must be an order to act that ends in a colon")
            if not isinstance(placed.block.blocks[0], ItemList):
                yield Problem(placed.line, f"there is no list below “{words}”; name the signs, one to a line")
    for unit in manuscript.text_units:
        if unit.role is Role.CELL:
            continue
        if number := _SHORT_NUMBER.search(unit.text) or _phone_number(unit.text):
            yield Problem(
                unit.line,
                f"“{number[0].strip()}” looks like a phone number, wrong in other places; the site's settings add it",
            )


def _phone_number(text: str) -> re.Match[str] | None:
    """A number to call: seven digits or more, or fewer beside a word or sign of calling; ranges and counts are none."""
    for match in _PHONE_NUMBER.finditer(text):
        if _CALLING.search(text, 0, match.start()):
            return match
        ends = _RANGE.fullmatch(match[0])
        is_range = ends is not None and len(ends[1]) == len(ends[2]) and int(ends[1]) < int(ends[2])
        many = sum(character.isdigit() for character in match[0]) >= _MIN_DIGITS
        if many and not is_range and not _THOUSANDS.fullmatch(match[0]):
            return match
    return None


def pasted_disclaimer(manuscript: Manuscript) -> Iterator[Problem]:
    """S03: the disclaimer is pasted into the text."""
    for sentence in manuscript.sentences:
        if words := manuscript.words.first("disclaimer", sentence.text):
            yield Problem(sentence.line, f"“{words}”: each page ends with one disclaimer already; take this one out")


def dose(manuscript: Manuscript) -> Iterator[Problem]:
    """S04: a dose has a source, a clinician's sign-off, and its unit written out."""
    signed = manuscript.review is not None and manuscript.review.clinical is not None
    for stretch in manuscript.stretches:
        for match in _dose_units(manuscript, stretch.text):
            at = manuscript.line_of(match, stretch)
            if manuscript.words.first("short_units", match):
                yield Problem(at, f"“{match}” can be misread by a factor of a thousand; write the unit out")
            if not stretch.around:
                yield Problem(at, f"the dose “{match}” has no source; cite it, or take it out")
            elif not signed:
                yield Problem(at, f"the dose “{match}” no clinician has signed; take it out, or have it signed")


def stop_medicine(manuscript: Manuscript) -> Iterator[Problem]:
    """S05: an order to stop a medicine comes without the advice to talk to the team first."""
    for placed in manuscript.blocks:
        if placed.inside and not isinstance(placed.inside[-1], Fold):
            continue  # read with the box or the list around it
        text = " ".join(_words(placed.block))
        order = manuscript.words.first_stated("stop_orders", text)
        if order and not manuscript.words.first("ask_the_team", text):
            yield Problem(placed.line, f"“{order}” is on its own; say in the same block to talk to the team first")
    for unit in _taken_home(manuscript):
        order = manuscript.words.first_stated("stop_orders", unit.text)
        if order and not manuscript.words.first("ask_the_team", unit.text):
            yield Problem(unit.line, f"“{order}” is read without the page; say there to talk to the team first")


def emergency_links(manuscript: Manuscript) -> Iterator[Problem]:
    """S06: an emergency box leads away from itself."""
    for placed in manuscript.blocks:
        boxes = [box for box in placed.inside if isinstance(box, Callout) and box.care is Care.EMERGENCY]
        if boxes and isinstance(placed.block, Paragraph):
            for target in _targets(placed.block.spans):
                yield Problem(placed.line, f"the link to {target} leads away from what must be done now; take it out")


def survival_outside_fold(manuscript: Manuscript) -> Iterator[Problem]:
    """S09: a figure about living or dying is where nobody chose to read it."""
    said: set[int] = set()
    for stretch in manuscript.stretches:
        if any(isinstance(box, Fold) and box.closed_on_each_visit for box in stretch.inside) or stretch.line in said:
            continue
        words = manuscript.words.first("survival", stretch.text)
        if not words:
            continue
        number = next((each for each in quantities(stretch.text) if each.unit in {SHARE, *_SPANS_OF_LIFE}), None)
        if number:
            said.add(stretch.line)
            yield Problem(
                manuscript.line_of(number.text, stretch),
                f"“{words}” with “{number.text}” must be inside ??? outlook, where a reader chooses to open it",
            )
    for unit in _taken_home(manuscript):
        words = manuscript.words.first("survival", unit.text)
        number = next((each for each in quantities(unit.text) if each.unit in {SHARE, *_SPANS_OF_LIFE}), None)
        if words and number:
            yield Problem(unit.line, f"“{words}” with “{number.text}” is read without the page around it; take it out")


def _taken_home(manuscript: Manuscript) -> Iterator[TextUnit]:
    return (unit for unit in manuscript.text_units if unit.role is Role.TAKE_HOME)


def _dose_units(manuscript: Manuscript, text: str) -> Iterator[str]:
    for match in re.finditer(r"(?<![\w.,])\d[\d,.]*\s?([^\s\d.,;:()]+)", text):
        if manuscript.words.first("dose_units", match[1]) == match[1]:
            yield match[0]


def _words(block: Block) -> Iterator[str]:
    """Every word of a box, a list or a paragraph, as its reader meets it at one glance."""
    match block:
        case Paragraph(spans=spans):
            yield plain(spans)
        case ItemList(items=items):
            for item in items:
                for inner in item.blocks:
                    yield from _words(inner)
        case Callout(title=title, blocks=blocks):
            yield plain(title) + "."
            for inner in blocks:
                yield from _words(inner)
        case (
            Heading()
            | Table()
            | Figure()
            | Fold()
            | Breadcrumb()
            | Title()
            | Notice()
            | ReviewLine()
            | ShortAnswer()
            | SourceList()
            | CardList()
            | Disclaimer()
        ):
            pass


def _targets(spans: tuple[Span, ...]) -> Iterator[str]:
    for span in spans:
        match span:
            case Link(target, _):
                yield target
            case Strong(inner) | Emphasis(inner):
                yield from _targets(inner)
            case Text() | Term() | Citation() | LineBreak():
                pass


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="S01",
        title="when to get help",
        severity=Severity.ERROR,
        why="A reader may sit beside someone who is falling ill.",
        mend="Add such a box, link to the page on urgent help, or say in the front matter why there is none.",
        source="NHS care cards",
        check_library=urgent_help,
    ),
    Rule(
        code="S02",
        title="form of emergency boxes",
        severity=Severity.ERROR,
        why="In a hurry people read the first words and the list, and a number from another country fails.",
        mend="An order that ends in a colon, then a list; no phone number.",
        source="NHS care cards",
        check=urgent_form,
    ),
    Rule(
        code="S03",
        title="no pasted disclaimer",
        severity=Severity.ERROR,
        why="A second disclaimer says something else than the first, sooner or later.",
        mend="Take it out; every page ends with one.",
        source="HONcode 2",
        check=pasted_disclaimer,
        languages=languages_with_lists(),
    ),
    Rule(
        code="S04",
        title="doses",
        severity=Severity.ERROR,
        why="A wrong dose can kill.",
        mend="Take it out; or cite it and have a clinician sign the page.",
        source="NHS digital service manual, numbers",
        check=dose,
        languages=languages_with_lists(),
    ),
    Rule(
        code="S05",
        title="stopping a medicine",
        severity=Severity.ERROR,
        why="Stopping alone can bring back the illness, or reject an organ.",
        mend="Say in the same block to talk to the team first.",
        source="our own rule",
        check=stop_medicine,
        languages=languages_with_lists(),
    ),
    Rule(
        code="S06",
        title="no links in emergencies",
        severity=Severity.WARNING,
        why="Somebody who must call should not go on reading.",
        mend="Take the link out of the box.",
        source="NHS care cards",
        check=emergency_links,
    ),
    Rule(
        code="S10",
        title="one list of urgent signs",
        severity=Severity.ERROR,
        why="Lists that each page words for itself drift apart, and a sign left out on one is missed there.",
        mend="Place the shared block of the library.",
        source="our own rule",
        check=own_urgent_list,
    ),
    Rule(
        code="S09",
        title="figures about survival",
        severity=Severity.ERROR,
        why="Nobody should meet such a figure by accident.",
        mend="Move it into ??? outlook “information about outlook: …”.",
        source="our own rule",
        check=survival_outside_fold,
        languages=languages_with_lists(),
    ),
)
