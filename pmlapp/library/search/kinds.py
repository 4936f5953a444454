"""How people say which kind of answer they want, in words and in turns of phrase."""

import re
from typing import Final

from pmlapp.content.model import QuestionType

# Words that only say what kind of answer is wanted.  A library that knows "treatment" does
# not for that know "asthma treatment".
_WORDS: Final = {
    QuestionType.CAUSES: "cause causes caused causing reason reasons",
    QuestionType.RISK: "risk risks risky chance chances likely",
    QuestionType.CONTAGION: "contagious catching catch infectious spread",
    QuestionType.INHERITANCE: "hereditary inherited inherit inheritance genetic genetics family",
    QuestionType.PREVENTION: "prevent prevention prevented preventing avoid",
    QuestionType.SYMPTOMS: "symptom symptoms sign signs complication complications",
    QuestionType.URGENT_HELP: "emergency urgent urgently",
    QuestionType.TESTS: "test tests testing diagnosis diagnose diagnosing exam exams",
    QuestionType.FORMS: "types forms stage stages kinds",
    QuestionType.TREATMENT: (
        "treatment treatments treat treated treating therapy therapies cure cures cured curable remedy remedies"
    ),
    QuestionType.COMPLEMENTARY: "natural alternative herbal",
    QuestionType.OUTLOOK: "outlook prognosis survival survive expectancy life death die fatal",
    QuestionType.LIVING: "living live cope coping",
    QuestionType.DIET: "diet eat eating food foods",
    QuestionType.SUPPORT: "support groups",
    QuestionType.PEOPLE: "famous celebrity celebrities",
    QuestionType.STATISTICS: "frequency frequent common rare statistics number numbers",
    QuestionType.HISTORY: "history discovered discovery",
    QuestionType.CODES: "icd code codes",
}

_PHRASES: Final = {
    QuestionType.OUTLOOK: (
        r"how many (?:months|years)|how (?:long|much time)\b.*\b(?:live|left|survive|last|got)"
        r"|life ?span|expect(?:ed)?\b|long term"
        r"|(?:am i|going to|will (?:i|he|she|they)) (?:die|dying|live)\b|get(?:ting)? worse|kill (?:me|him|her|you)\b"
    ),
    QuestionType.RISK: (
        r"who (?:gets?|can get|is (?:more |most )?likely|is affected)|more likely|at risk|raises? the risk"
    ),
    QuestionType.STATISTICS: r"how (?:common|rare|often|many)",
    QuestionType.CONTAGION: (
        r"(?:give|given|gave|pass) (?:it|this) to|from (?:some|an)other|from (?:someone|a person)|transmit"
    ),
    QuestionType.INHERITANCE: (
        r"runs? in (?:the |my |our )?famil|pass(?:ed|es)? (?:it )?(?:on|down)"
        r"|(?:my|our) (?:children|kids|child) (?:get|have)"
        r"|from (?:my|our|his|her|their) (?:mother|father|parents?|mom|mum|dad)"
        r"|genetically|(?:has|have|had|died of)\b.*\bi (?:get|have)\b"
    ),
    QuestionType.PREVENTION: (
        r"keep (?:me |us )?from|(?:stop|protect)\b.*\b(?:from|happening)|reduce (?:the|my) (?:risk|chance)"
        r"|lower (?:the|my) risk|vaccin"
    ),
    QuestionType.SYMPTOMS: r"feels? like|how (?:do|can|would) i know|looks? like|what does it do|warning",
    QuestionType.TESTS: (
        r"find(?:ing)? out|how (?:do|can) (?:they|doctors|you) (?:know|tell)"
        r"|how (?:is|are|do|does|can)\b.*\b(?:found|detect|detected|confirm|confirmed|diagnosed)"
        r"|get diagnosed|blood test|biopsy"
    ),
    QuestionType.TREATMENT: (
        r"what (?:helps|can (?:i|we|be) do)|get(?:ting)? rid of|medicines?\b|medications?\b|pills?\b"
        r"|surgery\b|operation\b|drugs?\b|what (?:should|do) i do|relie(?:f|ve)"
        r"|how (?:do|to|can)\b.*\b(?:fix|stop|heal|manage|handle)"
    ),
    QuestionType.CAUSES: (
        r"brings? (?:it )?on|genetic (?:change|mutation|cause|defect)s?"
        r"|how (?:do|does|did|can) (?:you|we|people|i|kids|someone|a person) get|why (?:do|did|does|is|am|are|have)"
        r"|where (?:do|does|did) (?:you|i|he|she|they|it) (?:get|catch|pick|come)"
        r"|due to|comes? from|genes?\b|mutations?"
    ),
    QuestionType.URGENT_HELP: (
        r"who (?:do|should|can) (?:i|we) (?:call|contact|ring|phone)|suddenly|call an ambulance"
        r"|what (?:should|do) (?:i|we) do\b"
    ),
    QuestionType.HISTORY: r"who (?:first )?(?:found|discovered|described)",
    QuestionType.SUPPORT: r"(?:who|someone|somebody|no one|nobody|people) (?:can i |to )?(?:talk|speak) to",
    QuestionType.LIVING: r"day to day|every ?day life|live with|living with|what can i eat",
}

_OVERVIEW: Final = re.compile(
    r"^what(?: is|s| are| exactly)\b(?: \w+){1,5}$|tell me|(?:more|information|info|learn|read) (?:on|about)|know about"
    r"|explain|meaning of"
)
_NOT_A_WORD: Final = re.compile(r"\W+")


class Kinds:
    """What words and phrases of one language say of the kind of answer; so far only English says anything."""

    def __init__(self, language: str) -> None:
        english = language.partition("-")[0] == "en"
        self.of_word = {word: kind for kind, words in _WORDS.items() for word in words.split()} if english else {}
        """The kind that a word asks for, if that is all that it says."""
        self._phrases = (
            tuple((kind, re.compile(rf"\b(?:{pattern})")) for kind, pattern in _PHRASES.items()) if english else ()
        )

    def of_phrases(self, flat: str) -> frozenset[QuestionType]:
        """The kinds that a folded query asks for in more than single words."""
        if not self._phrases:
            return frozenset()
        plain = _NOT_A_WORD.sub(" ", flat.replace("'", "").replace("’", "")).strip()
        found = {kind for kind, pattern in self._phrases if pattern.search(plain)}
        if not found and _OVERVIEW.search(plain):
            found.add(QuestionType.OVERVIEW)
        return frozenset(found)
