"""Words that are never taken for slips of others: step 4 of docs/search.md.

Not a list of what exists, only of what is asked for most. Without it a small library would take
"rabies" for "babies" and "gout" for "out", and show a page on strokes for "heart attack".
"""

from pmlapp.library.search.folding import Folding
from pmlapp.library.search.language import Language


class ProtectedWords:
    """What nobody mistyped in one language."""

    def __init__(self, language: Language, folding: Folding) -> None:
        self.names = frozenset(tuple(map(folding.reduced, name)) for name in language.protected_names)
        """Common illnesses, each as its words in the spelling of the index: one that no page names has no answer."""
        self.longest = max(map(len, self.names), default=0)
        self.words = frozenset(word for name in self.names for word in name).union(language.real_words)
        """Those, and other words that a library may lack."""
