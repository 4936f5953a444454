"""The source folder of one language, read into the values of a library."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pmlapp.authoring.pictures import MEDIA_TYPES, picture_problem
from pmlapp.authoring.records import Form, Key, Keys, Note, Notes, Record, toml_record, yaml_record
from pmlapp.authoring.references import References, references
from pmlapp.content.markdown import ArticleParser
from pmlapp.content.markdown_limits import LineIndex, Mistake, unseen_characters
from pmlapp.content.model import (
    Article,
    ArticleId,
    ArticleKind,
    Code,
    GlossaryTerm,
    Media,
    Provenance,
    QuestionType,
    RelatedQuestion,
    Source,
    SourceKey,
    Synonym,
    TermKey,
    Topic,
    TopicId,
)
from pmlapp.errors import SourcesRefusedError

MAX_TITLE: Final = 65
MAX_SHORT_ANSWER_WORDS: Final = 60
RELATED: Final = range(3, 7)
MAX_FILE_BYTES: Final = 4_000_000

LIBRARY_KEYS: Final[Keys] = {key: Key(Form.TEXT) for key in ("title", "subject", "publisher", "licence")}
TOPIC_KEYS: Final[Keys] = {key: Key(Form.TEXT) for key in ("id", "title", "description", "icon")}
SOURCE_KEYS: Final[Keys] = {key: Key(Form.TEXT) for key in ("title", "publisher", "published", "url", "licence")}
TERM_KEYS: Final[Keys] = {"word": Key(Form.TEXT), "meaning": Key(Form.TEXT), "also": Key(Form.TEXTS, needed=False)}
SYNONYM_KEYS: Final[Keys] = {"words": Key(Form.TEXTS), "means": Key(Form.TEXT)}
ARTICLE_KEYS: Final[Keys] = {
    "id": Key(Form.TEXT),
    "title": Key(Form.TEXT),
    "kind": Key(Form.TEXT),
    "question_type": Key(Form.TEXT),
    "short_answer": Key(Form.TEXT),
    "also_asked": Key(Form.TEXTS, needed=False),
    "names": Key(Form.TEXTS, needed=False),
    "codes": Key(Form.RECORDS, needed=False),
    "related": Key(Form.RECORDS),
    "provenance": Key(Form.TEXT),
    "evidence_checked": Key(Form.DATE, needed=False),
    "licence": Key(Form.TEXT),
}
CODE_KEYS: Final[Keys] = {"system": Key(Form.TEXT), "value": Key(Form.TEXT)}
RELATED_KEYS: Final[Keys] = {"to": Key(Form.TEXT), "why": Key(Form.TEXT)}


@dataclass(frozen=True, slots=True, kw_only=True)
class LibrarySources:
    """All that a library is built from, in one language, without a mistake in it."""

    title: str
    subject: str
    language: str
    publisher: str
    licence: str
    topics: tuple[Topic, ...]
    articles: tuple[Article, ...]
    """By topic, then question type, then id."""
    sources: tuple[Source, ...]
    glossary: tuple[GlossaryTerm, ...]
    synonyms: tuple[Synonym, ...]
    media: tuple[Media, ...]


def read_sources(folder: Path, *, progress: Callable[[int, int], None] | None = None) -> LibrarySources:
    """Read the folder of one language, such as ``resources/content/en``.

    Args:
        folder: laid out as docs/article-format.md says; its name is the language.
        progress: called after each article with how many are read, and of how many.

    Raises:
        SourcesRefusedError: with every mistake of every file, as ``path:line: message``.
    """
    return _Reading(folder).read(progress or (lambda done, total: None))


_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
_FRONT_MATTER: Final = re.compile(r"---[ ]*\n(.*?\n)??---[ ]*(?:\n|$)", re.DOTALL)
_FILES: Final = ("library.toml", "topics.toml", "sources.toml", "glossary.toml", "synonyms.toml")


@dataclass(frozen=True, slots=True)
class _Draft:
    """An article whose references are still to be followed."""

    article: Article
    notes: Notes
    front: Record
    body_line: int
    references: References


class _Reading:
    """One run over one folder; collects mistakes until the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        resolved = folder.resolve()
        in_repository = resolved.parts[-3:-1] == ("resources", "content")
        self._root = resolved.parents[2] if in_repository else resolved.parent
        self._icons = resolved.parents[1] / "icons"
        self._mistakes: list[Note] = []
        self._parser = ArticleParser()

    def read(self, progress: Callable[[int, int], None]) -> LibrarySources:
        if not self._folder.is_dir():
            raise SourcesRefusedError((f"{self._folder}:1: there is no folder here; name the folder of one language",))
        if not _LANGUAGE.fullmatch(self._folder.resolve().name):
            self._notes(self._folder).add(1, "the folder's name must be a language, such as en or pt-br")
        library = self._library()
        topics = self._topics()
        sources = self._sources()
        glossary = self._glossary()
        synonyms = self._synonyms()
        media = self._media()
        drafts = self._drafts(topics, progress)
        articles = self._followed(drafts, topics, sources, glossary, media)
        if self._mistakes:
            raise SourcesRefusedError(tuple(str(note) for note in sorted(set(self._mistakes))))
        order = {topic.id: index for index, topic in enumerate(topics or ())}
        types = list(QuestionType)
        return LibrarySources(
            title=library.text("title"),
            subject=library.text("subject"),
            language=self._folder.resolve().name,
            publisher=library.text("publisher"),
            licence=library.text("licence"),
            topics=topics or (),
            articles=tuple(
                sorted(articles, key=lambda page: (order[page.topic], types.index(page.question_type), page.id))
            ),
            sources=tuple((sources or {}).values()),
            glossary=tuple((glossary or {}).values()),
            synonyms=synonyms,
            media=tuple(media.values()),
        )

    # The files beside the articles; None stands for a file that could not be read, so that nothing is held against it.

    def _library(self) -> Record:
        return self._table("library.toml", LIBRARY_KEYS, needed=True) or Record(1)

    def _topics(self) -> tuple[Topic, ...] | None:
        records = self._records("topics.toml", "topic", TOPIC_KEYS, needed=True)
        if records is None:
            return None
        notes = self._notes(self._folder / "topics.toml")
        if not records:
            notes.add(1, "a library needs at least one [[topic]]")
        topics: dict[str, Topic] = {}
        for record in records:
            key = record.text("id")
            if key in topics:
                notes.add(record.line_of("id"), f"the topic “{key}” stands twice")
            elif key and not _NAME.fullmatch(key):
                notes.add(record.line_of("id"), f"the id “{key}” may hold a-z, 0-9 and single hyphens only")
            icon = record.text("icon")
            if icon and self._icons.is_dir() and not (self._icons / f"{icon}.svg").is_file():
                notes.add(record.line_of("icon"), f"there is no picture {icon}.svg in resources/icons")
            title, description = record.text("title"), record.text("description")
            topics[key] = Topic(id=TopicId(key), title=title, description=description, icon=icon)
        return tuple(topics.values())

    def _sources(self) -> dict[str, Source] | None:
        tables = self._named_tables("sources.toml", SOURCE_KEYS)
        if tables is None:
            return None
        notes = self._notes(self._folder / "sources.toml")
        sources: dict[str, Source] = {}
        for key, record in tables.items():
            if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", key):
                notes.add(record.line, f"the key “{key}” may hold letters a-z, digits, - and _ only")
            url = record.text("url")
            if url and not re.fullmatch(r"https?://[!-~]+", url):
                notes.add(record.line_of("url"), f"“url” must be an address that starts with https://, not “{url}”")
            sources[key] = Source(
                key=SourceKey(key),
                title=record.text("title"),
                publisher=record.text("publisher"),
                published=record.text("published"),
                url=url,
                licence=record.text("licence"),
            )
        return sources

    def _glossary(self) -> dict[str, GlossaryTerm] | None:
        tables = self._named_tables("glossary.toml", TERM_KEYS)
        if tables is None:
            return None
        notes = self._notes(self._folder / "glossary.toml")
        terms: dict[str, GlossaryTerm] = {}
        for key, record in tables.items():
            if not _NAME.fullmatch(key):
                notes.add(record.line, f"the key “{key}” may hold a-z, 0-9 and single hyphens only")
            word, meaning, also = record.text("word"), record.text("meaning"), record.texts("also")
            terms[key] = GlossaryTerm(key=TermKey(key), word=word, meaning=meaning, also=also)
        return terms

    def _synonyms(self) -> tuple[Synonym, ...]:
        records = self._records("synonyms.toml", "synonym", SYNONYM_KEYS, needed=False) or []
        return tuple(Synonym(words=record.texts("words"), means=record.text("means")) for record in records)

    def _table(self, name: str, keys: Keys, *, needed: bool) -> Record | None:
        path = self._folder / name
        notes = self._notes(path)
        if not path.exists():
            if needed:
                notes.add(1, f"the file is missing; it holds: {', '.join(keys)}")
            return None
        text = self._text(path, notes)
        value = toml_record(text, notes) if text is not None else None
        return Record.check(value, keys, notes, of=name) if value is not None else None

    def _records(self, name: str, head: str, keys: Keys, *, needed: bool) -> list[Record] | None:
        outer = self._table(name, {head: Key(Form.RECORDS, needed=needed)}, needed=needed)
        if outer is None:
            return None
        notes = self._notes(self._folder / name)
        return [Record.check(item, keys, notes, of=f"a [[{head}]]") for item in outer.items(head)]

    def _named_tables(self, name: str, keys: Keys) -> dict[str, Record] | None:
        path = self._folder / name
        notes = self._notes(path)
        if not path.exists():
            return {}
        text = self._text(path, notes)
        value = toml_record(text, notes) if text is not None else None
        if value is None:
            return None
        return {key: Record.check(held, keys, notes, of=f"[{key}]") for key, held in (value.table or {}).items()}

    def _media(self) -> dict[str, Media]:
        media: dict[str, Media] = {}
        for path in self._entries(self._folder / "media"):
            notes = self._notes(path)
            suffix = path.suffix.removeprefix(".")
            if not path.is_file() or not _NAME.fullmatch(path.stem) or suffix not in MEDIA_TYPES:
                allowed = ", ".join(MEDIA_TYPES)
                notes.add(1, f"a picture's name holds a-z, 0-9 and single hyphens, and ends in one of: {allowed}")
                continue
            try:
                data = path.read_bytes()
            except OSError as error:
                notes.add(1, f"the picture cannot be read: {error.strerror}")
                continue
            if problem := picture_problem(data, suffix):
                notes.add(1, problem)
            media[path.name] = Media(name=path.name, media_type=MEDIA_TYPES[suffix], data=data)
        return media

    # Articles

    def _drafts(self, topics: tuple[Topic, ...] | None, progress: Callable[[int, int], None]) -> list[_Draft]:
        known = None if topics is None else {str(topic.id) for topic in topics}
        paths: list[Path] = []
        for entry in self._entries(self._folder):
            if entry.is_dir():
                if entry.name == "media":
                    continue
                if known is not None and entry.name not in known:
                    self._notes(entry).add(1, "no topic of topics.toml has this folder's name")
                paths.extend(self._article_paths(entry))
            elif entry.name not in _FILES:
                self._notes(entry).add(1, f"this file has no place here; allowed are: {', '.join(_FILES)}, and folders")
        drafts: list[_Draft] = []
        for done, path in enumerate(paths, start=1):
            if draft := self._draft(path):
                drafts.append(draft)
            progress(done, len(paths))
        return drafts

    def _article_paths(self, topic: Path) -> list[Path]:
        paths: list[Path] = []
        for entry in self._entries(topic):
            if entry.is_file() and entry.suffix == ".md" and _NAME.fullmatch(entry.stem):
                paths.append(entry)
            else:
                self._notes(entry).add(1, "an article's file is named in a-z, 0-9 and single hyphens, and ends in .md")
        return paths

    def _draft(self, path: Path) -> _Draft | None:
        notes = self._notes(path)
        text = self._text(path, notes)
        if text is None:
            return None
        match = _FRONT_MATTER.match(text)
        if match is None:
            notes.add(1, "the file must begin with front matter: a line ---, keys and values, and a line --- again")
            return None
        front = Record.check(
            yaml_record(match[1] or "", notes, first_line=2), ARTICLE_KEYS, notes, of="the front matter"
        )
        body_line = text.count("\n", 0, match.end()) + 1
        article = self._article(path, front, notes)
        body = text[match.end() :].rstrip() + "\n"
        parsed, mistakes = self._parser.examine(body)
        self._note_all(mistakes, notes, body_line)
        if not body.strip():
            notes.add(body_line, "the article has no text below its front matter")
        return _Draft(replace(article, body=body), notes, front, body_line, references(parsed))

    def _article(self, path: Path, front: Record, notes: Notes) -> Article:
        place = f"{path.parent.name}/{path.stem}"
        if front.text("id") and front.text("id") != place:
            notes.add(front.line_of("id"), f"the id is “{front.text('id')}” but the file's place says “{place}”")
        title, answer = front.text("title"), front.text("short_answer")
        if len(title) > MAX_TITLE:
            notes.add(front.line_of("title"), f"the title has {len(title)} characters; at most {MAX_TITLE} fit")
        if (words := len(answer.split())) > MAX_SHORT_ANSWER_WORDS:
            at_most = f"at most {MAX_SHORT_ANSWER_WORDS} are allowed"
            notes.add(front.line_of("short_answer"), f"the short answer has {words} words; {at_most}")
        if re.search(r"\]\(|\[\^|\*\*|<[A-Za-z/!]|`", answer):
            notes.add(
                front.line_of("short_answer"), "the short answer is plain text: no links, citations, stars or HTML"
            )
        codes = [Record.check(item, CODE_KEYS, notes, of="a code") for item in front.items("codes")]
        # A member that was refused stands for nothing: the run ends in SourcesRefusedError.
        return Article(
            id=ArticleId(place),
            language=self._folder.resolve().name,
            topic=TopicId(path.parent.name),
            title=title,
            kind=front.choice("kind", ArticleKind, notes) or ArticleKind.ARTICLE,
            question_type=front.choice("question_type", QuestionType, notes) or QuestionType.OVERVIEW,
            short_answer=answer,
            body="",
            provenance=front.choice("provenance", Provenance, notes) or Provenance.MACHINE_DRAFTED,
            evidence_checked=front.day("evidence_checked"),
            licence=front.text("licence"),
            also_asked=front.texts("also_asked"),
            names=front.texts("names"),
            codes=tuple(Code(system=code.text("system"), value=code.text("value")) for code in codes),
        )

    def _followed(
        self,
        drafts: list[_Draft],
        topics: tuple[Topic, ...] | None,
        sources: dict[str, Source] | None,
        glossary: dict[str, GlossaryTerm] | None,
        media: dict[str, Media],
    ) -> list[Article]:
        """Articles with their sources and related questions, every reference followed."""
        titles = {str(draft.article.id): draft.article.title for draft in drafts}
        shown: set[str] = set()
        articles: list[Article] = []
        for draft in drafts:
            refers = draft.references
            self._follow(draft, refers.sources, sources, "[^{}]", "sources.toml has no source “{}”")
            self._follow(draft, refers.terms, glossary, "(glossary:{})", "glossary.toml has no word “{}”")
            self._follow(draft, refers.articles, titles, "(article:{})", "there is no article “{}”")
            self._follow(draft, refers.media, media, "(media:{})", "the folder media has no picture “{}”")
            shown.update(refers.media)
            cited = tuple(sources[key] for key in refers.sources if key in sources) if sources else ()
            articles.append(replace(draft.article, sources=cited, related=self._related(draft, titles)))
        for name in media.keys() - shown:
            self._notes(self._folder / "media" / name).add(1, "no article shows this picture; use it or take it out")
        return articles

    def _follow(
        self, draft: _Draft, keys: tuple[str, ...], known: Mapping[str, object] | None, written: str, message: str
    ) -> None:
        if known is None:
            return
        for key in keys:
            if key not in known:
                place = draft.article.body.find(written.format(key))
                line = draft.body_line + draft.article.body.count("\n", 0, max(place, 0))
                draft.notes.add(line, message.format(key))

    def _related(self, draft: _Draft, titles: dict[str, str]) -> tuple[RelatedQuestion, ...]:
        items = draft.front.items("related")
        related: dict[str, RelatedQuestion] = {}
        if "related" in draft.front.values and len(items) not in RELATED:
            message = f"“related” names {len(items)} pages; it must name {RELATED.start} to {RELATED.stop - 1}"
            draft.notes.add(draft.front.line_of("related"), message)
        for item in items:
            record = Record.check(item, RELATED_KEYS, draft.notes, of="a related page")
            to = record.text("to")
            if to and to not in titles:
                draft.notes.add(record.line_of("to"), f"there is no article “{to}”")
            elif to == draft.article.id:
                draft.notes.add(record.line_of("to"), "an article cannot be related to itself")
            elif to in related:
                draft.notes.add(record.line_of("to"), f"“{to}” stands twice under “related”")
            related[to] = RelatedQuestion(to=ArticleId(to), title=titles.get(to, ""), reason=record.text("why"))
        return tuple(related.values())

    # Files

    def _notes(self, path: Path) -> Notes:
        resolved = self._folder.resolve() / path.relative_to(self._folder)
        return Notes(resolved.relative_to(self._root).as_posix(), self._mistakes)

    def _note_all(self, mistakes: tuple[Mistake, ...], notes: Notes, first_line: int) -> None:
        for mistake in mistakes:
            notes.add(first_line + mistake.line - 1, mistake.reason)

    def _entries(self, folder: Path) -> list[Path]:
        """What a folder holds, in order, but for hidden files; nothing if it is not there."""
        if not folder.is_dir():
            return []
        return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))

    def _text(self, path: Path, notes: Notes) -> str | None:
        """The text of a file with ``\\n`` at line ends, composed (NFC); None, and a note, if it cannot be read."""
        try:
            data = path.read_bytes()
        except OSError as error:
            notes.add(1, f"the file cannot be read: {error.strerror}")
            return None
        if len(data) > MAX_FILE_BYTES:
            notes.add(1, f"the file has {len(data):,} bytes, more than {MAX_FILE_BYTES:,}; divide it")
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            notes.add(line, "the file is not UTF-8; save it with the encoding UTF-8")
            return None
        text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
        self._note_all(tuple(unseen_characters(text, LineIndex(text))), notes, 1)
        return text
