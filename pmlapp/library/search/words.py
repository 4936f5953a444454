"""Which words of a text people search by, the same for the index and for what they type."""

from typing import Final

from pmlapp.library.search.letters import folded, pieces, reduced, words_of

_ENGLISH: Final = """
a about after all also am an and any anyone are as at be because been before being both but by can cannot could
d did do does doing don done each else ever every for from get gets getting give given go goes going got had has
have having he her hers him his how i if in into is isn it its itself just know let like ll m made make makes
many may me mean means might mine more most much must my myself need no nor not of off on one or other our out
over please re really s same say shall she should so some somebody someone something such t tell than that the
their them then there these they thing things this those to too under until up us use used using ve very want
was way we well were what when where whether which while who whom whose why will with without won would yes you
your
dont doesnt didnt isnt arent wasnt cant couldnt wont wouldnt shouldnt hasnt havent im ive youre hes shes its
theres whats whos
"""

_STOP_WORDS: Final = {"en": frozenset(_ENGLISH.split())}


def words_in(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return words_of(folded(text))


def stop_words(language: str) -> frozenset[str]:
    """Words too common to search by; none are known for most languages."""
    return _STOP_WORDS.get(language.partition("-")[0], frozenset())


def content_words(text: str, language: str) -> list[str]:
    """The words of a text that say what it is about, as they stand in the index, in order, repeats included."""
    stop = stop_words(language)
    if text.isascii():  # without the places: an index of millions of words is made in a third of the time
        return [reduced(word) for word in words_of(text.lower()) if word not in stop]
    return [piece.word for piece in pieces(folded(text), last_letters=True) if piece.word not in stop]
