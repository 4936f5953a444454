"""What a library says in its own words in ``library.toml``, and the usual words where it says nothing."""

from collections.abc import Collection
from pathlib import Path
from typing import Final

from pmlapp.authoring.sources.diagnostics import Diagnostics
from pmlapp.authoring.sources.records import Form, Key, Keys, Record
from pmlapp.authoring.sources.source_folder import NAME
from pmlapp.content.model import QuestionType

WORD_KEYS: Final[Keys] = {
    "search_hint": Key(Form.TEXT, needed=False),
    "examples": Key(Form.TEXTS, needed=False),
    "disclaimer": Key(Form.TEXT, needed=False),
    "short_disclaimer": Key(Form.TEXT, needed=False),
    "adapted_from": Key(Form.TEXT, needed=False),
    "question_type": Key(Form.RECORDS, needed=False),
}
QUESTION_TYPE_KEYS: Final[Keys] = {"id": Key(Form.TEXT), "heading": Key(Form.TEXT)}

MAX_EXAMPLES: Final = 5
_MAX_CHARACTERS: Final = {"search_hint": 50, "short_disclaimer": 80, "disclaimer": 300, "adapted_from": 300}
"""What fits into the search box, the foot of the home page, and the foot of a page, twice."""

_ENGLISH_HEADINGS: Final = {
    QuestionType.OVERVIEW: "What it is",
    QuestionType.CAUSES: "Causes",
    QuestionType.RISK: "Risk",
    QuestionType.CONTAGION: "Catching it",
    QuestionType.INHERITANCE: "Family",
    QuestionType.PREVENTION: "Preventing it",
    QuestionType.SYMPTOMS: "Signs",
    QuestionType.URGENT_HELP: "When to get help",
    QuestionType.TESTS: "Tests",
    QuestionType.FORMS: "Forms and stages",
    QuestionType.TREATMENT: "Treatment",
    QuestionType.COMPLEMENTARY: "Other ways people try",
    QuestionType.OUTLOOK: "Outlook",
    QuestionType.LIVING: "Living with it",
    QuestionType.DIET: "Food and drink",
    QuestionType.SUPPORT: "Support",
    QuestionType.PEOPLE: "People who had it",
    QuestionType.STATISTICS: "Numbers",
    QuestionType.HISTORY: "History",
    QuestionType.CODES: "Codes",
}


def usual_question_types(language: str) -> tuple[tuple[str, str], ...]:
    """The question types of a library that lists none; their headings are English, and empty in other languages."""
    english = language.partition("-")[0] == "en"
    return tuple((str(type_), _ENGLISH_HEADINGS[type_] if english else "") for type_ in QuestionType)


def read_question_types(library: Record, language: str, notes: Diagnostics) -> tuple[tuple[str, str], ...]:
    """Ids and headings of the question types that ``library.toml`` lists, or of the usual ones; mistakes are noted."""
    listed: dict[str, str] = {}
    for item in library.items("question_type"):
        record = Record.check(item, QUESTION_TYPE_KEYS, notes, of="a [[question_type]]")
        key = record.text("id")
        if key in listed:
            notes.add(record.line_of("id"), f"the question type “{key}” is listed twice")
        elif key and not NAME.fullmatch(key):
            notes.add(record.line_of("id"), f"the id “{key}” may hold a-z, 0-9 and single hyphens only")
        listed[key] = record.text("heading")
    return tuple(listed.items()) or usual_question_types(language)


def read_words(
    library: Record, articles: Collection[str], origin: Path | None, notes: Diagnostics
) -> tuple[tuple[str, str], ...]:
    """The library's own words by key, of several ids one a line; mistakes are noted.

    ``articles`` are the ids that an example may have, ``origin`` the folder of the pages as they were taken over.
    """
    for key, most in _MAX_CHARACTERS.items():
        if (length := len(library.text(key))) > most:
            notes.add(library.line_of(key), f"“{key}” has {length} characters; at most {most} fit")
    examples = library.texts("examples")
    if len(examples) > MAX_EXAMPLES:
        notes.add(library.line_of("examples"), f"“examples” names {len(examples)} pages; at most {MAX_EXAMPLES} fit")
    for example in examples:
        if example not in articles:
            notes.add(library.line_of("examples"), f"there is no article “{example}”")
    words = {key: library.text(key) for key in _MAX_CHARACTERS} | {"examples": "\n".join(examples)}
    if words["adapted_from"] and origin is not None and origin.is_dir():
        words["own_pages"] = "\n".join(sorted(page for page in articles if not (origin / f"{page}.md").is_file()))
    return tuple((key, said) for key, said in words.items() if said)
