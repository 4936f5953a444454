"""The files beside the articles: the library's own words, topics, sources, glossary, synonyms and pictures."""

import re
from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from pmlapp.authoring.sources.cards import CARD_KEYS, action_cards, self_checks
from pmlapp.authoring.sources.cited_sources import SOURCE_KEYS, cited_sources
from pmlapp.authoring.sources.claims import CLAIM_KEYS, Claim, Mark
from pmlapp.authoring.sources.diagnostics import Diagnostics, SourceFault
from pmlapp.authoring.sources.own_words import WORD_KEYS, read_question_types, read_words
from pmlapp.authoring.sources.pictures import MEDIA_TYPES, picture_problem
from pmlapp.authoring.sources.records import Form, Key, Keys, Record, toml_record
from pmlapp.authoring.sources.source_folder import NAME, SourceFolder
from pmlapp.content.cards import ActionCard, SelfCheck
from pmlapp.content.edition import edition_order
from pmlapp.content.icon_names import ICON_NAMES, OWN_ICONS
from pmlapp.content.markdown.markdown_limits import TextFault
from pmlapp.content.model import (
    GlossaryTerm,
    Media,
    Source,
    Synonym,
    TermKey,
    Topic,
    TopicId,
)

STATEMENT_KEYS: Final[Keys] = {
    "authors": Key(Form.RECORDS, needed=False),
    "funding": Key(Form.TEXT, needed=False),
    "interests": Key(Form.TEXT, needed=False),
    "feedback": Key(Form.TEXT, needed=False),
    "ai_assistance": Key(Form.TEXT, needed=False),
    "review_cycle_months": Key(Form.MONTHS, needed=False),
}
"""Who answers for the pages: said once for the library, and by an article where it differs."""

LIBRARY_KEYS: Final[Keys] = {
    **{key: Key(Form.TEXT) for key in ("title", "subject", "publisher", "licence")},
    **{key: Key(Form.TEXT, needed=False) for key in ("id", "edition", "min_app_version")},
    "emergency_signs": Key(Form.TEXT, needed=False),
    "hard_words": Key(Form.TEXTS, needed=False),
    "self_check": Key(Form.RECORDS, needed=False),
    **WORD_KEYS,
    **STATEMENT_KEYS,
}
TOPIC_KEYS: Final[Keys] = {key: Key(Form.TEXT) for key in ("id", "title", "description", "icon")}
TERM_KEYS: Final[Keys] = {"word": Key(Form.TEXT), "meaning": Key(Form.TEXT), "also": Key(Form.TEXTS, needed=False)}
SYNONYM_KEYS: Final[Keys] = {"words": Key(Form.TEXTS), "means": Key(Form.TEXT)}
SYNONYM_FILE_KEYS: Final[Keys] = {
    "medicines": Key(Form.TEXTS, needed=False),
    "synonym": Key(Form.RECORDS, needed=False),
}
FILES: Final = (
    "library.toml",
    "topics.toml",
    "sources.toml",
    "glossary.toml",
    "synonyms.toml",
    "claims.toml",
    "waivers.toml",
    "queries.toml",
    "action_cards.toml",
)

ORIGIN: Final = "origin"
"""Beside ``content``: the pages of another library as they were taken over, which ``adapted_from`` names."""

BRAND: Final = ("logo.svg", "ornament.svg")
"""What the folder ``brand`` may hold: the mark in the bar, and the drawing beside the search box of the home page."""

FOLDERS: Final = ("blocks", "brand", "icons", "media")
"""Beside the folders of the topics, whose ids cannot be these."""


def check_identity(library: Record, notes: Diagnostics) -> None:
    """Note what is wrong with the id, the edition and the version that ``library.toml`` names."""
    if "id" in library.values and not re.fullmatch(r"[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+", library.text("id")):
        notes.add(library.line_of("id"), "“id” is a name that stays, as a turned-round address: org.example.pml")
    if "edition" in library.values:
        try:
            edition_order(library.text("edition"))
        except ValueError:
            notes.add(library.line_of("edition"), "“edition” is a day or a number, such as 2026-11-30 or 12")
    if "min_app_version" in library.values and not re.fullmatch(r"\d+(\.\d+)*", library.text("min_app_version")):
        notes.add(library.line_of("min_app_version"), "“min_app_version” is a version of this program, such as 0.1.0")


class LibraryFiles:
    """Reads them one by one, noting mistakes.

    None stands for a file that could not be read, so that no article is blamed for it.
    """

    def __init__(self, folder: SourceFolder) -> None:
        self._folder = folder
        self._library_notes = folder.notes(folder.path / "library.toml")

    def library(self) -> Record:
        """What the library says of itself; empty if the file cannot be read."""
        return self._table("library.toml", LIBRARY_KEYS, needed=True) or Record(1)

    def question_types(self, library: Record) -> tuple[tuple[str, str], ...]:
        """Ids and headings of the question types in their order; the usual ones if the library lists none."""
        return read_question_types(library, self._folder.language, self._library_notes)

    def words(self, library: Record, articles: Collection[str]) -> tuple[tuple[str, str], ...]:
        """What the library says in words of its own; ``articles`` are the ids that an example may have."""
        root = self._folder.library_root
        origin = root / ORIGIN / self._folder.language if root is not None else None
        return read_words(library, articles, origin, self._library_notes)

    def topics(self, own_icons: Collection[str]) -> tuple[Topic, ...] | None:
        """The topics in the order shown; ``own_icons`` are those of `icons`."""
        records = self._records("topics.toml", "topic", TOPIC_KEYS, needed=True)
        if records is None:
            return None
        notes = self._folder.notes(self._folder.path / "topics.toml")
        if not records:
            notes.add(1, "a library needs at least one [[topic]]", SourceFault.FILE)
        topics: dict[str, Topic] = {}
        lines: dict[str, int] = {}
        for record in records:
            key = record.text("id")
            if key in topics:
                notes.add(record.line_of("id"), f"the topic “{key}” is listed twice (first on line {lines[key]})")
            elif key in FOLDERS:
                notes.add(record.line_of("id"), f"the folder “{key}” holds no articles; give the topic another id")
            elif key and not NAME.fullmatch(key):
                notes.add(record.line_of("id"), f"the id “{key}” may hold a-z, 0-9 and single hyphens only")
            icon = record.text("icon")
            if icon and icon not in ICON_NAMES and f"{OWN_ICONS}{icon}.svg" not in own_icons:
                notes.add(record.line_of("icon"), _no_icon(icon, own_icons), SourceFault.PICTURE_FILE)
            title, description = record.text("title"), record.text("description")
            lines.setdefault(key, record.line_of("id"))
            topics[key] = Topic(id=TopicId(key), title=title, description=description, icon=icon)
        for name in own_icons:
            if name.removeprefix(OWN_ICONS).removesuffix(".svg") not in {topic.icon for topic in topics.values()}:
                unused = self._folder.notes(self._folder.path / name, SourceFault.PICTURE_FILE)
                unused.add(1, "no topic shows this icon; name it in topics.toml or take it out")
        return tuple(topics.values())

    def source_records(self) -> dict[str, Record] | None:
        """The tables of sources by key, as written; none if there is no file."""
        return self._named_tables("sources.toml", SOURCE_KEYS)

    def sources(self, records: dict[str, Record] | None) -> dict[str, Source] | None:
        """The sources in these tables by key."""
        if records is None:
            return None
        return cited_sources(records, self._folder.notes(self._folder.path / "sources.toml"))

    def glossary(self) -> dict[str, GlossaryTerm] | None:
        """The explained words by key; none if there is no file."""
        tables = self._named_tables("glossary.toml", TERM_KEYS)
        if tables is None:
            return None
        notes = self._folder.notes(self._folder.path / "glossary.toml")
        terms: dict[str, GlossaryTerm] = {}
        for key, record in tables.items():
            if not NAME.fullmatch(key):
                notes.add(record.line, f"the key “{key}” may hold a-z, 0-9 and single hyphens only")
            word, meaning, also = record.text("word"), record.text("meaning"), record.texts("also")
            terms[key] = GlossaryTerm(key=TermKey(key), word=word, meaning=meaning, also=also)
        return terms

    def claims(self, sources: dict[str, Source] | None) -> dict[str, Claim] | None:
        """The facts that pages place by name, by key; none if there is no file."""
        tables = self._named_tables("claims.toml", CLAIM_KEYS)
        if tables is None:
            return None
        notes = self._folder.notes(self._folder.path / "claims.toml")
        claims: dict[str, Claim] = {}
        for key, record in tables.items():
            if not NAME.fullmatch(key):
                notes.add(record.line, f"the key “{key}” may hold a-z, 0-9 and single hyphens only")
            if re.search(r"[\[\]{}*_`<>|\"]", record.text("words")):
                notes.add(
                    record.line_of("words"),
                    "“words” are plain: no links, stars, braces or straight quotes",
                    SourceFault.CLAIM,
                )
            for source in record.texts("sources"):
                if sources is not None and source not in sources:
                    notes.add(record.line_of("sources"), f"sources.toml has no source “{source}”", TextFault.CITATION)
            claims[key] = Claim(
                key=key,
                words=record.text("words"),
                values=record.texts("values"),
                sources=record.texts("sources"),
                who=record.text("who"),
                year=record.text("year"),
                mark=record.choice("mark", Mark, notes) or Mark.DISPUTED,
                evidence=record.text("evidence"),
                about=record.texts("about"),
                line=record.line,
            )
        return claims

    def action_cards(self, sources: dict[str, Source] | None, pages: Collection[str]) -> tuple[ActionCard, ...]:
        """What to do in which situation; none if there is no file."""
        records = self._records("action_cards.toml", "card", CARD_KEYS, needed=False) or []
        return action_cards(records, self._folder.notes(self._folder.path / "action_cards.toml"), sources, pages)

    def self_checks(self, library: Record, pages: Collection[str]) -> tuple[SelfCheck, ...]:
        """The searches by which a library that was just installed is tried."""
        return self_checks(library, self._folder.notes(self._folder.path / "library.toml"), pages)

    def synonyms(self) -> tuple[tuple[Synonym, ...], tuple[str, ...]]:
        """What people type, and what it means; and the names of medicines, which are never taken for misspelt."""
        outer = self._table("synonyms.toml", SYNONYM_FILE_KEYS, needed=False) or Record(1)
        notes = self._folder.notes(self._folder.path / "synonyms.toml")
        records = [Record.check(item, SYNONYM_KEYS, notes, of="a [[synonym]]") for item in outer.items("synonym")]
        synonyms = tuple(Synonym(words=record.texts("words"), means=record.text("means")) for record in records)
        return synonyms, outer.texts("medicines")

    def _table(self, name: str, keys: Keys, *, needed: bool) -> Record | None:
        path = self._folder.path / name
        notes = self._folder.notes(path)
        if not path.exists():
            if needed:
                notes.add(1, f"the file is missing; it holds: {', '.join(keys)}", SourceFault.FILE)
            return None
        text = self._folder.text(path, notes)
        value = toml_record(text, notes) if text is not None else None
        return Record.check(value, keys, notes, of=name) if value is not None else None

    def _records(self, name: str, head: str, keys: Keys, *, needed: bool) -> list[Record] | None:
        outer = self._table(name, {head: Key(Form.RECORDS, needed=needed)}, needed=needed)
        if outer is None:
            return None
        notes = self._folder.notes(self._folder.path / name)
        return [Record.check(item, keys, notes, of=f"a [[{head}]]") for item in outer.items(head)]

    def _named_tables(self, name: str, keys: Keys) -> dict[str, Record] | None:
        path = self._folder.path / name
        notes = self._folder.notes(path)
        if not path.exists():
            return {}
        text = self._folder.text(path, notes)
        value = toml_record(text, notes) if text is not None else None
        if value is None:
            return None
        return {key: Record.check(held, keys, notes, of=f"[{key}]") for key, held in (value.table or {}).items()}

    def icons(self) -> dict[str, Media]:
        """The library's own icons by the name they are stored under, each looked into as pictures are."""
        icons: dict[str, Media] = {}
        for path in self._folder.entries(self._folder.path / "icons"):
            notes = self._folder.notes(path, SourceFault.PICTURE_FILE)
            if not path.is_file() or path.suffix != ".svg" or not NAME.fullmatch(path.stem):
                notes.add(1, "an icon's name holds a-z, 0-9 and single hyphens, and ends in .svg")
                continue
            if path.stem in ICON_NAMES:
                notes.add(1, f"the program has an icon “{path.stem}” already; give this one another name")
            name = f"{OWN_ICONS}{path.name}"
            if (icon := self._picture(path, name)) is not None:
                if b"currentColor" not in icon.data:
                    notes.add(1, "an icon is drawn in the colour of the theme; write fill or stroke as currentColor")
                icons[name] = icon._replace(role="icon")
        return icons

    def media(self) -> dict[str, Media]:
        """The pictures by name, each looked into."""
        media: dict[str, Media] = {}
        for path in self._folder.entries(self._folder.path / "media"):
            notes = self._folder.notes(path)
            suffix = path.suffix.removeprefix(".")
            if not path.is_file() or not NAME.fullmatch(path.stem) or suffix not in MEDIA_TYPES:
                allowed = ", ".join(MEDIA_TYPES)
                notes.add(
                    1,
                    f"a picture's name holds a-z, 0-9 and single hyphens, and ends in one of: {allowed}",
                    SourceFault.PICTURE_FILE,
                )
                continue
            if (picture := self._picture(path, path.name)) is not None:
                media[path.name] = picture
        return media

    def brand(self) -> tuple[Media, ...]:
        """The library's logo and ornament, as far as it has them; among the pictures they go by ``brand/…``."""
        brand = []
        for path in self._folder.entries(self._folder.path / "brand"):
            if path.name not in BRAND or not path.is_file():
                notes = self._folder.notes(path)
                notes.add(
                    1, f"the folder brand holds {' and '.join(BRAND)}, and nothing else", SourceFault.PICTURE_FILE
                )
            elif (picture := self._picture(path, f"brand/{path.name}")) is not None:
                brand.append(picture._replace(role="logo") if path.stem == "logo" else picture)
        return tuple(brand)

    def _picture(self, path: Path, name: str) -> Media | None:
        notes = self._folder.notes(path)
        data = self._folder.data(path, notes)
        if data is None:
            return None
        suffix = path.suffix.removeprefix(".")
        if problem := picture_problem(data, suffix):
            notes.add(1, problem, SourceFault.PICTURE_FILE)
        return Media(name=name, media_type=MEDIA_TYPES[suffix], data=data)


def _no_icon(name: str, own: Collection[str]) -> str:
    known = [*ICON_NAMES, *(each.removeprefix(OWN_ICONS).removesuffix(".svg") for each in own)]
    near = get_close_matches(name, sorted(known), n=3, cutoff=0.3)
    said = f"; the nearest are {', '.join(f'“{each}”' for each in near)}" if near else ""
    return f"there is no icon “{name}”{said}; docs/article-format.md shows them all"
