"""What a library may be given out with, from ``library.toml`` beside the folder ``content``."""

from collections.abc import Iterable, Iterator
from typing import Final

from pmlapp.authoring.sources.records import Form, Key, Keys, Record, toml_record
from pmlapp.authoring.sources.source_folder import SourceFolder
from pmlapp.content.model import Article, Overdue, Policy, Release, SignOff, SignOffKind
from pmlapp.errors import ReleaseRefusedError

POLICY_KEYS: Final[Keys] = {
    "release": Key(Form.TEXT),
    "overdue": Key(Form.TEXT, needed=False),
    "grace_days": Key(Form.COUNT, needed=False),
}

_NEEDED: Final[dict[Release, tuple[SignOffKind, ...]]] = {
    Release.NONE: (),
    Release.SOURCES_CHECKED: (SignOffKind.EDITORIAL,),
    Release.CLINICAL: (SignOffKind.EDITORIAL, SignOffKind.CLINICAL),
}


def read_policy(folder: SourceFolder) -> Policy | None:
    """The policy of a library; None where nobody has stated one.

    Mistakes are noted in ``folder``.
    """
    path = folder.library_root and folder.library_root / "library.toml"
    if not path or not path.exists():
        return None
    notes = folder.notes(path)
    text = folder.text(path, notes)
    value = toml_record(text, notes) if text is not None else None
    if value is None:
        return None
    whole = Record.check(value, {"policy": Key(Form.TABLE)}, notes, of="library.toml")
    if "policy" not in whole.values:
        return None
    record = Record.check(whole.values["policy"], POLICY_KEYS, notes, of="[policy]")
    usual = Policy()
    grace_days = record.count("grace_days")
    return Policy(
        release=record.choice("release", Release, notes) or usual.release,
        overdue=record.choice("overdue", Overdue, notes) or usual.overdue,
        grace_days=usual.grace_days if grace_days is None else grace_days,
    )


def lacks(article: Article, policy: Policy) -> tuple[str, ...]:
    """What an article lacks to be given out, each as the end of a sentence; nothing for a withdrawn one.

    Days do not matter here: the same sources are refused today and in a year.
    """
    if article.withdrawal is not None:
        return ()
    return tuple(_lacking(article, policy))


def refuse_unready(articles: Iterable[Article], policy: Policy) -> None:
    """Raise `ReleaseRefusedError`, naming each article and what it lacks, unless the policy lets all of them go."""
    missing = tuple(f"{article.id}: {lack}" for article in articles for lack in lacks(article, policy))
    if missing:
        raise ReleaseRefusedError(missing)


def _lacking(article: Article, policy: Policy) -> Iterator[str]:
    holding: list[SignOff] = []
    for kind in _NEEDED[policy.release]:
        given = [sign_off for sign_off in article.sign_offs if sign_off.kind is kind]
        hold = [sign_off for sign_off in given if sign_off.text_sha256 == article.text_sha256]
        if hold:
            holding.append(hold[-1])
        elif given:
            yield f"has changed since the {kind} sign-off of {given[-1].signed_on:%Y-%m-%d}"
        else:
            yield f"has no {kind} sign-off"
    if len(holding) > 1 and len({sign_off.reviewer.casefold() for sign_off in holding}) == 1:
        yield f"is signed only by {holding[0].reviewer}; its sign-offs must come from two people"
