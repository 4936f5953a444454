"""From an HL7 Infobutton request, as record systems send it, to the page and the section that answer it.

Only what says which topic is asked for, for which task and in which language, is read.  Everything about
the patient is dropped while the request is taken apart: it is in no value that leaves this module.

Source: HL7 Context-Aware Knowledge Retrieval, URL-based implementation guide, release 4.
"""

import re
from types import MappingProxyType
from typing import Final, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from pmlapp.content.file.stored_codes import CodedPage, StoredCodes
from pmlapp.content.model import ArticleId, QuestionType
from pmlapp.library.search.codes import System, pages_with_code

LARGEST_REQUEST: Final = 64 * 1024
_MOST_PARAMETERS: Final = 500
_LONGEST_VALUE: Final = 300

_HL7: Final = "2.16.840.1.113883."

SYSTEMS_BY_OID: Final = MappingProxyType(
    {
        f"{_HL7}6.90": System("ICD-10-CM", ("ICD-10-CM", "ICD-10"), 3),
        f"{_HL7}6.3": System("ICD-10", ("ICD-10", "ICD-10-CM"), 3),
        f"{_HL7}6.103": System("ICD-9-CM", ("ICD-9-CM", "ICD-9"), 3),
        f"{_HL7}6.42": System("ICD-9", ("ICD-9", "ICD-9-CM"), 3),
        f"{_HL7}6.347": System("ICD-11", ("ICD-11",), 4),
        f"{_HL7}6.96": System("SNOMED CT", ("SNOMED CT",)),
        f"{_HL7}6.177": System("MeSH", ("MeSH",)),
        f"{_HL7}6.86": System("UMLS", ("UMLS",)),
        f"{_HL7}6.88": System("RxNorm", ("RxNorm",)),
        f"{_HL7}6.69": System("NDC", ("NDC",)),
        f"{_HL7}6.1": System("LOINC", ("LOINC",)),
        f"{_HL7}3.26.1.1": System("NCI Thesaurus", ("NCI Thesaurus",)),
    }
)
"""Code systems by the numbers that requests carry, and what libraries call them."""

_TASKS: Final = MappingProxyType(
    {
        **dict.fromkeys(("MEDOE", "OE", "MLREV", "MARWLREV", "MEDLISTE", "OREV"), QuestionType.TREATMENT),
        **dict.fromkeys(("LABOE", "LABRREV", "MICRORREV", "MICROORGRREV", "MICROSENSRREV"), QuestionType.TESTS),
        **dict.fromkeys(("RADREPREV", "RADREPE"), QuestionType.TESTS),
        **dict.fromkeys(("PROBLISTREV", "PROBLISTE", "DIAGLISTREV", "DIAGLISTE"), QuestionType.OVERVIEW),
        **dict.fromkeys(("PATEDUE", "PATINFO", "PATDOC"), QuestionType.OVERVIEW),
        **dict.fromkeys(("DISCHINSTE", "DISCHSUME", "DISCHSUMREV"), QuestionType.LIVING),
    }
)
"""What a clinician does while asking (HL7 ActTaskCode), and the type of question that it comes to."""

_SUBTOPICS: Final = MappingProxyType(
    {
        "Q000628": QuestionType.TREATMENT,
        "Q000188": QuestionType.TREATMENT,
        "Q000627": QuestionType.TREATMENT,
        "Q000175": QuestionType.TESTS,
        "Q000209": QuestionType.CAUSES,
        "Q000517": QuestionType.PREVENTION,
        "Q000453": QuestionType.STATISTICS,
        "Q000401": QuestionType.OUTLOOK,
        "Q000635": QuestionType.CONTAGION,
        "Q000235": QuestionType.INHERITANCE,
        "Q000178": QuestionType.DIET,
    }
)
"""MeSH qualifiers, and the type of question that each comes to."""

_SUBTOPIC_WORDS: Final = MappingProxyType(
    {
        "treat": QuestionType.TREATMENT,
        "therap": QuestionType.TREATMENT,
        "diagnos": QuestionType.TESTS,
        "test": QuestionType.TESTS,
        "cause": QuestionType.CAUSES,
        "etiolog": QuestionType.CAUSES,
        "aetiolog": QuestionType.CAUSES,
        "symptom": QuestionType.SYMPTOMS,
        "sign": QuestionType.SYMPTOMS,
        "prevent": QuestionType.PREVENTION,
        "prognos": QuestionType.OUTLOOK,
        "outlook": QuestionType.OUTLOOK,
        "epidemiolog": QuestionType.STATISTICS,
        "transmi": QuestionType.CONTAGION,
        "risk": QuestionType.RISK,
        "diet": QuestionType.DIET,
    }
)
"""The same by how a subtopic's name begins, for systems that send a name alone."""


class InfobuttonRequest(NamedTuple):
    """What a request asks for; nothing of it names a person."""

    codes: tuple[tuple[System, str], ...]
    """The topic in each system that it was sent in, in that order."""
    names: tuple[str, ...]
    """The topic in words."""
    question_type: str
    """What is to be known of it, one of `QuestionType`; "" if the request does not say."""
    section: str
    """The subtopic in words, as its sender calls it; "" for none."""
    language: str
    """Such as ``en``; "" if the request does not say."""


class InfobuttonAnswer(NamedTuple):
    """``page`` and ``section`` (an anchor of it, or ""), or several ``pages`` to choose from, or none."""

    page: ArticleId | None
    section: str = ""
    pages: tuple[CodedPage, ...] = ()
    notice: str = ""


def read_request(text: str) -> InfobuttonRequest:
    """Take a request apart: the part of an address behind its ``?``, or the whole address.

    Unknown parameters are accepted in silence, as the standard asks; those about a person are not even looked at.

    Raises:
        ValueError: it is too large, or no request; the message quotes nothing of it.
    """
    text = text.strip()
    if len(text) > LARGEST_REQUEST:
        raise ValueError("it is larger than 64 kB")
    if re.match(r"https?://", text):
        text = urlsplit(text).query
    try:
        pairs = parse_qsl(text.lstrip("?"), keep_blank_values=False, max_num_fields=_MOST_PARAMETERS)
    except ValueError as error:
        raise ValueError("it has too many parameters") from error
    wanted: dict[str, str] = {}
    for key, value in pairs:
        name = key.strip().casefold()
        if _READ.fullmatch(name) and len(value) <= _LONGEST_VALUE and value.isprintable():
            wanted.setdefault(name, value.strip())
    topics = sorted({match[1] for key in wanted if (match := _TOPIC.fullmatch(key))}, key=lambda n: int(n or 0))
    codes, names = [], []
    for number in topics:
        code = wanted.get(f"mainsearchcriteria.v.c{number}", "")
        system = SYSTEMS_BY_OID.get(wanted.get(f"mainsearchcriteria.v.cs{number}", "").removeprefix("urn:oid:"))
        if code and system is not None:
            codes.append((system, code))
        for kind in ("dn", "ot"):
            if name := wanted.get(f"mainsearchcriteria.v.{kind}{number}", ""):
                names.append(name)
    if not codes and not names:
        raise ValueError("it names no topic: neither a code of a known system nor words")
    return InfobuttonRequest(
        codes=tuple(codes),
        names=tuple(dict.fromkeys(names)),
        question_type=_question_type(wanted),
        section=wanted.get("subtopic.v.dn", "") or wanted.get("subtopic.v.ot", ""),
        language=_language(wanted),
    )


def _question_type(wanted: dict[str, str]) -> str:
    if kind := _SUBTOPICS.get(wanted.get("subtopic.v.c", "").upper()):
        return kind
    for word in re.findall(r"[^\W\d_]+", wanted.get("subtopic.v.dn", "").casefold()):
        for beginning, kind in _SUBTOPIC_WORDS.items():
            if word.startswith(beginning):
                return kind
    return _TASKS.get(wanted.get("taskcontext.c.c", "").upper(), "")


def _language(wanted: dict[str, str]) -> str:
    for key in ("informationrecipient.languagecode.c", "performer.languagecode.c"):
        if re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", wanted.get(key, "")):
            return wanted[key].replace("_", "-").split("-")[0].lower()
    return ""


_TOPIC: Final = re.compile(r"mainsearchcriteria\.v\.(?:c|dn|ot)([0-9]{0,2})")
_READ: Final = re.compile(
    r"mainsearchcriteria\.v\.(?:c|cs|dn|ot)[0-9]{0,2}"
    r"|taskcontext\.c\.c"
    r"|subtopic\.v\.(?:c|cs|dn|ot)"
    r"|(?:informationrecipient|performer)\.languagecode\.c"
)
"""The only parameters that are read; in small letters, since senders differ in that."""


class TopicPages(NamedTuple):
    """What the answer is chosen from: pages filed under the topic, and whether a broader code had to do."""

    pages: tuple[CodedPage, ...]
    code: str = ""
    system: str = ""
    is_broader: bool = False


def pages_of_topic(store: StoredCodes, request: InfobuttonRequest) -> TopicPages:
    """The pages filed under the first of the request's codes that the library knows."""
    for system, code in request.codes:
        found = pages_with_code(store, system, code)
        if found.pages:
            return TopicPages(found.pages, found.code, system.title, found.is_broader)
    return TopicPages(())
