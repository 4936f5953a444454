"""A record system asks for a page as HL7 describes it: 20 requests, and nothing of a patient left behind."""

import gc
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from pmlapp.library.infobutton import InfobuttonRequest, read_request
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.kiosk.run_record import RunRecord
from pmlapp.shell.open_infobutton import page_of_request
from tests.processes import ROOT, log_of, start

HL7 = "2.16.840.1.113883.6"
CANARIES = ("Zwetschgenmann", "1931-02-03", "ID-99887766", "Kirschgasse")
PATIENT = urlencode(
    {
        "patientPerson.name": CANARIES[0],
        "patientPerson.birthTime": CANARIES[1],
        "patientPerson.id": CANARIES[2],
        "patientPerson.addr": CANARIES[3],
        "patientPerson.administrativeGenderCode.c": "F",
        "age.v.v": "95",
        "age.v.u": "a",
        "assignedEntity.representedOrganization.name": CANARIES[0],
        "encounter.serviceDeliveryLocation.id": CANARIES[2],
    }
)


def topic(code: str, system: str, **more: str) -> str:
    given = {"mainSearchCriteria.v.c": code, "mainSearchCriteria.v.cs": f"{HL7}.{system}"}
    return urlencode({**given, **{key.replace("__", "."): value for key, value in more.items()}})


PML = "A81.2"
REQUESTS = [
    # The topic in each system.
    (topic(PML, "90"), "about/pml-in-short"),
    (topic(PML, "3"), "about/pml-in-short"),
    (topic("A812", "90"), "about/pml-in-short"),
    (topic("A81.29", "90"), "about/pml-in-short"),
    (topic("046.3", "103"), "about/pml-in-short"),
    (topic("22255007", "96"), "about/pml-in-short"),
    (topic("D007968", "177"), "about/pml-in-short"),
    (topic("C0023524", "86"), "about/pml-in-short"),
    # The task.
    (topic(PML, "90", taskContext__c__c="PROBLISTREV"), "about/pml-in-short"),
    (topic(PML, "90", taskContext__c__c="MLREV"), "treatment/how-is-pml-treated"),
    (topic(PML, "90", taskContext__c__c="LABRREV"), "signs/pml-ms-relapse-or-stroke"),
    (topic(PML, "90", taskContext__c__c="NOSUCHTASK"), "about/pml-in-short"),
    # The subtopic, by MeSH qualifier and by name.
    (topic(PML, "90", subTopic__v__c="Q000628", subTopic__v__cs=f"{HL7}.177"), "treatment/how-is-pml-treated"),
    (topic(PML, "90", subTopic__v__c="Q000209"), "causes/what-causes-pml"),
    (topic(PML, "90", subTopic__v__dn="Prognosis"), "outlook/life-expectancy"),
    (topic(PML, "90", subTopic__v__dn="prevention"), "treatment/prevention-and-monitoring"),
    # As systems really send it: whole addresses, other capitals, several topics, words alone.
    (f"https://example.org/infobutton?{topic(PML, '90')}&knowledgeResponseType=text%2Fxml", "about/pml-in-short"),
    (f"?MAINSEARCHCRITERIA.V.C={PML}&MAINSEARCHCRITERIA.V.CS={HL7}.90", "about/pml-in-short"),
    (
        f"mainSearchCriteria.v.c=Z99&mainSearchCriteria.v.cs={HL7}.90"
        f"&mainSearchCriteria.v.c1={PML}&mainSearchCriteria.v.cs1={HL7}.90",
        "about/pml-in-short",
    ),
    ("mainSearchCriteria.v.dn=" + quote("Progressive multifocal leukoencephalopathy"), "about/pml-in-short"),
]


def answer(query: str, library: Path) -> Arguments:
    found = page_of_request(Arguments(), read_request(query), SiteSettings(), library)
    assert isinstance(found, Arguments)
    return found


@pytest.mark.parametrize(("query", "page"), REQUESTS)
def test_each_request_leads_to_the_page_for_its_task(query: str, page: str, bundled_library: Path) -> None:
    assert answer(f"{query}&{PATIENT}", bundled_library).article == page


def test_there_are_twenty_of_them() -> None:
    assert len(REQUESTS) == 20


def test_a_subtopic_leads_to_its_section(bundled_library: Path) -> None:
    query = topic(PML, "90", taskContext__c__c="MLREV", subTopic__v__dn="medicines prevent")
    found = answer(query, bundled_library)
    assert found.article is not None
    lead = answer(topic(PML, "90", subTopic__v__dn="causes happens"), bundled_library)
    assert (lead.article, lead.section) == ("causes/what-causes-pml", "how-it-happens")


def test_in_a_library_of_several_illnesses_the_page_of_the_code_answers(second_library: Path) -> None:
    from pmlapp.content.file.stored_codes import StoredCodes  # noqa: PLC0415 only this test asks for it
    from pmlapp.library.search.codes import SYSTEMS  # noqa: PLC0415

    with StoredCodes.open(second_library) as store:
        coded = [page for system in SYSTEMS.values() for page in store.coded_pages(system.names)]
    if not coded:
        pytest.skip("the second library has no codes")
    found = answer(topic(coded[0].code.value, "90"), second_library)
    assert found.article


def test_nothing_of_the_patient_is_in_what_is_handed_on() -> None:
    request = read_request(f"{topic(PML, '90', taskContext__c__c='MLREV')}&{PATIENT}")
    assert request == InfobuttonRequest(
        codes=request.codes, names=(), question_type="treatment", section="", language=""
    )
    held = [text for thing in gc.get_objects() for text in gc.get_referents(thing) if isinstance(text, str)]
    assert [text for text in held if text == CANARIES[0] and text not in CANARIES] == []
    assert not any(canary in repr(request) for canary in CANARIES)


@pytest.mark.parametrize("by", ["argument", "standard input"])
def test_nothing_of_the_patient_is_said_logged_or_kept(by: str, tmp_path: Path) -> None:
    query = f"{topic(PML, '90', taskContext__c__c='MLREV')}&{PATIENT}"
    handed = query if by == "argument" else "-"
    done = subprocess.run(
        [sys.executable, "-m", "pmlapp", "open", "--infobutton", handed, "--print-id"],
        input=query if by == "standard input" else "",
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={"PMLAPP_HOME": str(tmp_path), "PATH": ""},
    )
    assert (done.returncode, done.stdout.strip()) == (0, "treatment/how-is-pml-treated")
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    said = f"{done.stdout}{done.stderr}{log_of(tmp_path)}"
    assert [canary for canary in CANARIES if canary in said or canary.encode() in written] == []


@pytest.mark.parametrize(
    "query",
    ["", "&&&", "no=topic", f"mainSearchCriteria.v.cs={HL7}.90", "mainSearchCriteria.v.c=A81.2", "x" * 70_000],
)
def test_what_is_no_request_is_refused_without_repeating_it(query: str, tmp_path: Path) -> None:
    done = start("open", "--infobutton", f"{query[:3000]}&{PATIENT}", "--print-id", home=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "The Infobutton request cannot be used" in done.stderr
    assert not any(canary in done.stderr for canary in CANARIES)
    with pytest.raises(ValueError, match=r"topic|kB|parameters"):
        read_request(query)


def test_a_topic_that_the_library_does_not_hold_ends_with_4(tmp_path: Path) -> None:
    for query in (topic("J45", "90"), "mainSearchCriteria.v.dn=asthma"):
        done = start("open", "--infobutton", query, "--print-id", home=tmp_path)
        assert (done.returncode, done.stdout) == (4, "")


def test_where_a_kiosk_runs_it_is_refused(tmp_path: Path) -> None:
    record = RunRecord(tmp_path / "kiosk")
    record.begin()
    done = start("open", "--infobutton", topic(PML, "90"), "--print-id", home=tmp_path)
    assert done.returncode == 77
    assert "This computer is a kiosk" in done.stderr
    record.end()
    assert start("open", "--infobutton", topic(PML, "90"), "--print-id", home=tmp_path).returncode == 0


def test_the_language_is_taken_from_whoever_reads() -> None:
    asked = read_request(f"{topic(PML, '90')}&informationRecipient.languageCode.c=pt_BR")
    assert asked.language == "pt"
