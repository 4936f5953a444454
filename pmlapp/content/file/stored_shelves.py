"""The reading of what the pages of a content file share: topics, words, pictures, cards."""

from typing import Any

from pmlapp.content.cards import ActionCard, SelfCheck
from pmlapp.content.file.digests import of_values
from pmlapp.content.file.stored_outline import StoredOutline
from pmlapp.content.model import (
    ArticleId,
    GlossaryTerm,
    Media,
    Source,
    TermKey,
)

SOURCE_COLUMNS = "key, title, publisher, published, url, licence, doi, pmid, note"


class StoredShelves(StoredOutline):
    """What is beside the pages; each part is compared with its digest when it is read."""

    def library_words(self) -> dict[str, str]:
        """The library's own texts by key, such as its disclaimer; docs/article-format.md lists them."""
        with self._reading():
            rows = self._rows("select key, value from library_words order by key")
            words = tuple((key, value) for key, value in rows)
            self._compare_part("library words", words)
            return dict(words)

    def question_types(self) -> dict[str, str]:
        """The heading of each type of question, in the order of the types; "" for one without."""
        with self._reading():
            rows = self._rows("select id, heading from question_types order by position")
            types = tuple((key, heading) for key, heading in rows)
            self._compare_part("question types", types)
            return dict(types)

    def glossary(self) -> tuple[GlossaryTerm, ...]:
        """Every hard word, in the order of the alphabet."""
        with self._reading():
            rows = self._rows(
                "select key, word, meaning, sha256 from glossary order by word collate nocase, key",
                (),
                (str, str, str, bytes),
            )
            return tuple(self._term(*row) for row in rows)

    def term(self, key: TermKey) -> GlossaryTerm | None:
        """One hard word, or None if the glossary lacks it."""
        with self._reading():
            rows = self._rows(
                "select key, word, meaning, sha256 from glossary where key = ?", (key,), (str, str, str, bytes)
            )
            return self._term(*rows[0]) if rows else None

    def media_names(self) -> tuple[str, ...]:
        """The names of all pictures."""
        with self._reading():
            return tuple(name for (name,) in self._rows("select name from media order by name"))

    def media(self, name: str) -> Media | None:
        """One picture, or None if the file lacks it."""
        with self._reading():
            rows = self._rows(
                "select name, media_type, data, role, sha256 from media where name = ?",
                (name,),
                (str, str, bytes, str, bytes),
            )
            if not rows:
                return None
            *fields, digest = rows[0]
            media = Media(*fields)
            self._compare(f"the picture {name}", digest, lambda: of_values("media", media))
            return media

    def action_cards(self) -> tuple[ActionCard, ...]:
        """What to do in which situation, in the order shown."""
        with self._reading():
            steps = self._grouped("select card, step from action_steps order by card, position")
            sources: dict[str, list[Source]] = {}
            for card, *fields in self._rows(
                f"""
                select card, {SOURCE_COLUMNS} from action_sources join sources on key = source order by card, position
                """
            ):
                sources.setdefault(card, []).append(Source(*fields))
            rows = self._rows(
                """
                select action_cards.id, situation, coalesce(articles.id, '') from action_cards
                  left join articles on articles.number = article order by action_cards.position
                """
            )
            cards = tuple(
                ActionCard(id_, situation, tuple(steps.get(id_, ())), tuple(sources.get(id_, ())), page)
                for id_, situation, page in rows
            )
            self._compare_part("action cards", cards)
            return cards

    def self_checks(self) -> tuple[SelfCheck, ...]:
        """The searches by which a library that was just installed is tried."""
        with self._reading():
            rows = self._rows(
                """
                select query, articles.id from self_checks join articles on number = article
                 order by self_checks.position
                """
            )
            checks = tuple(SelfCheck(query, ArticleId(page)) for query, page in rows)
            self._compare_part("self checks", checks)
            return checks

    def _grouped(self, query: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key, value in self._rows(query):
            found.setdefault(key, []).append(value)
        return found

    def _term(self, key: str, word: str, meaning: str, digest: bytes) -> GlossaryTerm:
        forms: list[Any] = self._rows("select form from word_forms where term = ? order by position", (key,))
        term = GlossaryTerm(TermKey(key), word, meaning, tuple(form for (form,) in forms))
        self._compare(f"the explained word {key}", digest, lambda: of_values("glossary", term))
        return term
